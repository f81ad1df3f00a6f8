"""Joining and leaving as nouns: "the accession of Peru", "France's membership"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.memberships.lexicon import groups, nouns
from loaders.extraction.memberships.objects import Object
from loaders.extraction.memberships.rules import LESSER, Act, Status, is_pledge
from loaders.extraction.memberships.scene import (
    Scene,
    Told,
    is_denied,
    of_exercise,
    sure,
)
from loaders.extraction.memberships.sides import is_led_to, joined_right
from loaders.extraction.memberships.subjects import subject_of

_OF = re.compile(r"[fyh](?:P[aowg]{0,2})?(?:[dl]*(?:L(?:fK)?)?[:,(-]*)?[bl]*(?P<n>[AM])")
_OF_COALITION = re.compile(r"[ft][bda]*(?P<k>K)(?:[yh][dl]*(?P<n>[AM]))?")
_INTO = re.compile(r"[b]*(?:[tifh]|if)[bda]*P?(?P<k>[Kc])")
_OWNER = re.compile(r"(?P<n>P)[aowbT]*(?:n&)?\Z")
_ITS = re.compile(r"d[aobw]{0,3}\Z")


def nominal_frames(scene: Scene) -> Iterator[Told]:
    """What the nouns of membership tell."""
    reading = scene.reading
    for at, sign in enumerate(reading.shape):
        if sign not in "nVL":
            continue
        before = reading.shape[:at].removesuffix("T")[-1:]  # "Peru's 2024 signing"
        full = sign == "L" and reading.phrases[at].tokens[-1].sign == "n"
        noun = sign == "n" or full or (sign == "V" and before in ("d", "P", "k"))
        if not noun or (sign == "V" and reading.phrases[at].tokens[-1].sign != "G"):
            continue
        behind = reading.phrases[at + 1] if at + 1 < len(reading.phrases) else None
        if behind and behind.last_word in nouns("compounds"):
            continue
        if reading.phrases[at].group in ("join", "sign", "leave", "belong"):
            yield from _noun(scene, at)


#: "the Accords signing (ceremony) with Peru", "a signing ceremony of the Accords with Peru", "a
#: signing event with Peru for the Accords".
_SIGNING = re.compile(
    r"c(?P<a>V)w?[kFyhf][dbl]*(?P<n>A)"
    r"|(?P<b>V)w?(?:[fF]d?[ck]?(?P<k>K)[kFyh][dbl]*(?P<o>A)|[kFyh][dbl]*(?P<p>A)[fF]d?(?P<l>K))"
)


def signing_frames(scene: Scene) -> Iterator[Told]:
    """ "hosted an Artemis Accords signing ceremony with Peru": Peru signs, or is to."""
    reading = scene.reading
    for found in _SIGNING.finditer(reading.shape):
        at = found.start("a") if found["a"] else found.start("b")
        if reading.phrases[at].last_word not in nouns("signing"):
            continue
        behind = reading.phrases[at + 1]
        if behind.sign == "w" and behind.last_word not in nouns("ceremonies"):
            continue
        place = at - 1 if found["a"] else max(found.start("k"), found.start("l"))
        body = reading.coalition(place)
        if body is None or not is_pledge(body.name) or is_denied(scene, 0, at):
            continue
        nations_at = max(found.start(group) for group in "nop")
        told = (Status.SIGNED, Act.JOINING, "noun: signing")
        if any(p.has("u") or p.sign in "ut" for p in reading.phrases[:at]):
            told = (Status.ANNOUNCED, Act.STANDING, "will join")
        first, last = reading.phrases[min(at, place)].start, reading.phrases[nations_at].end
        yield Told(body, joined_right(scene, nations_at), *told, 0.85, first, last)


def _is_worked_for(scene: Scene, place: int) -> bool:
    """ "advancing Indian membership in the group": not had yet."""
    before = scene.reading.phrases[place - 1] if place else None
    return before is not None and before.last_word in nouns("working_for")


def _noun(scene: Scene, at: int) -> Iterator[Told]:
    """What one noun tells of its nations, and of those "alongside" whom they come in."""
    phrases, group = scene.reading.phrases, scene.reading.phrases[at].group
    nations_at = _nations_of(scene, at)
    if nations_at is None:
        return
    nations, start, after = nations_at
    found = _coalition_of(scene, at, after)
    if found is None or is_denied(scene, min(start, at), at + 1):
        return
    if group == "belong" and (not found.named or _is_worked_for(scene, start)):
        return
    status = _status(scene, at, start, found)
    if status is None or _is_only_talked_of(scene, max(at, after - 1)):
        return
    status, act, rule = _standing(scene, at, start, after, status)
    first = phrases[min(start, at)].start
    last = max(phrases[at].end, found.end, phrases[max(at, after - 1)].end)
    yield Told(found.coalition, nations, status, act, rule, sure(found, 0.8), first, last)
    beside = _ALONGSIDE.match(scene.reading.shape, after)
    if beside and status is not Status.ANNOUNCED and group == "join":
        others = joined_right(scene, beside.start("n"))
        end = phrases[beside.start("n")].end
        yield Told(
            found.coalition, others, status, Act.STANDING, "roster: beside", sure(found, 0.75),
            end, end,
        )  # fmt: skip


def _status(scene: Scene, at: int, start: int, found: Object) -> Status | None:
    """What the noun says by itself; nothing of "participation" in what is no exercise."""
    phrase = scene.reading.phrases[at]
    if phrase.last_word == "participation":
        return _participation(scene, at, start, found)
    return of_exercise(groups()[phrase.group].status, found.coalition)


def _standing(
    scene: Scene, at: int, start: int, after: int, status: Status
) -> tuple[Status, Act, str]:
    """Status, act and rule by the words around the noun: "as an observer", "suspended its …"."""
    phrases, group = scene.reading.phrases, scene.reading.phrases[at].group
    act, rule = groups()[group].act, f"noun: {group}"
    if scene.reading.shape[:1] == "k" and group != "leave" and _will_be(scene, max(at, after)):
        # "With Oman's accession, the number of signatories will rise".
        status, act, rule = Status.ANNOUNCED, Act.STANDING, "will join"
    if group in ("join", "belong") and is_led_to(scene, at):
        return Status.ANNOUNCED, Act.STANDING, "will join"
    if phrases[at].last_word == "participation" and _is_approved(scene, at):
        act = Act.JOINING
    if group == "join" and (lesser := _AS_LESSER.match(scene.reading.shape, after)):
        # "the admission of Kazakhstan as an observer"
        given = phrases[lesser.end() - 1].status
        status, act = (given, Act.STANDING) if given in LESSER else (status, act)
    # "suspended Venezuela's membership"
    suspended = start > 0 and phrases[start - 1].group == "expel"
    if group == "belong" and (suspended or _is_ended(scene, max(at, after - 1))):
        act = Act.LEAVING
    if status is Status.SIGNED and any(
        p.status is Status.LETTER_OF_INTENT for p in phrases[:at] if p.sign == "L"
    ):
        # "The letter of intent for it carries the signatures of Chile and Peru."
        status = Status.LETTER_OF_INTENT
    return status, act, rule


def _participation(scene: Scene, at: int, start: int, found: Object) -> Status | None:
    """What "Chile's participation in it" says: of an exercise that, of a body it belongs to it."""
    if is_exercise(found.coalition):
        return Status.PARTICIPANT
    shape = scene.reading.shape
    owned = shape[start] == "P" and _INTO.match(shape, at + 1) is not None
    approved = _OF_IN.match(shape, at + 1) is not None and _is_approved(scene, at)
    belongs = found.named and (owned or approved)
    return Status.MEMBER if belongs and "Summit" not in found.coalition.name else None


def _is_approved(scene: Scene, at: int) -> bool:
    """ "approved the participation of Chile in it": from then on it takes part."""
    found = _APPROVED.search(scene.reading.shape, 0, at)
    verb = found or _WAS_APPROVED.match(scene.reading.shape, at + 1)
    return verb is not None and scene.reading.phrases[verb.start("v")].group == "admit"


_APPROVED = re.compile(r"(?P<v>V)[bda]*(?:P[aow]{0,2})?\Z")
#: "participation of Chile in it", "Chile's participation in it".
_OF_IN = re.compile(r"f[bdl]*A(?:[,&]+A)*i[bda]*w?K")
_WAS_APPROVED = re.compile(rf"(?:{_OF_IN.pattern}|i[bda]*w?K)(?P<v>V)")


_AS_LESSER = re.compile(r"(?:[tif][bda]*[KwW])?e[bdl]*L")
#: "Azerbaijan's admission as the fifth member of the centre, alongside Greece and Romania".
_ALONGSIDE = re.compile(r"(?:e[bdl]*L(?:[fit]d?[aow]{0,2}[KwW])?|[tif][bda]*[KwW])?[-,]?k(?P<n>A)")
_GOES_ON = re.compile(r"(?:[tif][bda]*K)?[xXZ][^,;.:R]{0,3}")


def _is_only_talked_of(scene: Scene, at: int) -> bool:
    """ "Peru's accession to the pact has been discussed": not done."""
    behind = _GOES_ON.match(scene.reading.shape, at + 1)
    return bool(behind) and any(
        p.has("Z") for p in scene.reading.phrases[at + 1 : behind.end() if behind else at + 1]
    )


def _is_ended(scene: Scene, at: int) -> bool:
    """ "Armenia's membership in the pact has been suspended"."""
    behind = _GOES_ON.match(scene.reading.shape, at + 1)
    phrases = scene.reading.phrases[at + 1 : behind.end() + 1] if behind else ()
    found = re.search(r"[tif]?[bda]*K?[xX]?V", scene.reading.shape[at + 1 : at + 8])
    verbs = phrases or scene.reading.phrases[at + 1 : at + 1 + (found.end() if found else 0)]
    words = {token.text.lower() for phrase in verbs for token in phrase.tokens}
    return not words.isdisjoint(nouns("ended"))


def _will_be(scene: Scene, after: int) -> bool:
    return any(p.has("u") for p in scene.reading.phrases[after:])


def _nations_of(scene: Scene, at: int) -> tuple[tuple[str, ...], int, int] | None:
    """The nations of a noun, the place they stand at, and the place behind them."""
    reading = scene.reading
    leaving = reading.phrases[at].group == "leave"
    if (found := _OF.match(reading.shape, at + 1)) and not (leaving and found.group()[0] == "h"):
        return joined_right(scene, found.start("n")), found.start("n"), found.end()
    if (found := _OF_COALITION.match(reading.shape, at + 1)) and found["n"]:
        return joined_right(scene, found.start("n")), found.start("n"), found.end()
    if owner := _owner(reading.shape, at):
        return reading.nations(owner[0]), owner[0], at + 1
    if had := _had(scene, at):
        return had[1], had[0], at + 1
    if reading.shape[at] == "n" and (its := _ITS.search(reading.shape, 0, at)):
        first = reading.phrases[its.start()].tokens[0].text.lower()
        praised = _PRAISED.search(reading.shape, 0, its.start())
        if praised and reading.phrases[praised.start("w")].last_word in nouns("praise"):
            # "congratulates Mexico on its accession"
            return reading.nations(praised.start("n")), praised.start("n"), at + 1
        if first in ("its", "their") and (subject := _who_did(scene, its.start())):
            return subject[1], subject[0], at + 1
        coming = any(p.has("uUZ") for p in reading.phrases[at + 1 : at + 4])
        if its.start() == 0 and not coming and (again := scene.resolve(reading, 0)):
            # "Belgium and Latvia signed. Their accession brings the number to 17."
            return again, 0, at + 1
        alone = (
            _only_nation(scene) if first == "its" and _INTO.match(reading.shape, at + 1) else None
        )
        if alone is not None:
            return alone[1], alone[0], at + 1
    return None


_PRAISED = re.compile(r"(?P<w>[wVS])[bdl]*(?P<n>A)[tF]\Z")


def _only_nation(scene: Scene) -> tuple[int, tuple[str, ...]] | None:
    """ "Serbia's flag was raised to mark its admission to it": the only nation spoken of."""
    reading = scene.reading
    places = [k for k, sign in enumerate(reading.shape) if sign in "AMP"]
    named = {n for k in places for n in reading.nations(k)}
    return (places[0], tuple(named)) if len(named) == 1 and len(places) == 1 else None


def _owner(shape: str, at: int) -> tuple[int] | None:
    found = _OWNER.search(shape, 0, at)
    return (found.start("n"),) if found and found.end() == at else None


#: "was granted membership", "retains its full membership".
_HAD = re.compile(r"(?P<v>[VwX])[bla]*\Z")


def _had(scene: Scene, at: int) -> tuple[int, tuple[str, ...]] | None:
    """Who was given or has what the noun says, with no "its" before it."""
    found = _HAD.search(scene.reading.shape, 0, at)
    if found is None or scene.reading.phrases[at].group not in ("belong", "join"):
        return None
    verb, noun = (scene.reading.phrases[found.start("v") + k] for k in (0, 1))
    if verb.last_word not in nouns("obtaining") or noun.has("d"):
        return None
    return subject_of(scene.reading, found.start("v"), scene.resolve)


def _who_did(scene: Scene, at: int) -> tuple[int, tuple[str, ...]] | None:
    """ "Chile completed its accession": the subject of a verb of doing it, not of wishing it."""
    reading = scene.reading
    verb = at - 1
    while verb > 0 and (
        reading.shape[verb] in "bT" or reading.shape[verb : verb + 2] in ("iT", "qT")
    ):
        verb -= 1
    if verb < 0 or reading.phrases[verb].last_word not in nouns("done"):
        return None
    return subject_of(reading, verb, scene.resolve)


def _only_one(scene: Scene) -> Object | None:
    """ "Spain's entry brings the initiative to eleven nations": the only coalition it names."""
    named = [k for k, sign in enumerate(scene.reading.shape) if sign == "K"]
    keys = {c.key: k for k in named if (c := scene.reading.coalition(k))}
    if len(keys) != 1:
        return None
    (k,) = keys.values()
    coalition = scene.reading.coalition(k)
    return Object(coalition, scene.reading.phrases[k].end) if coalition else None


#: "its signature on the establishment of the observatory".
_LATER = re.compile(r"[tif][^;:,.sRSAMVx]{0,5}?K")
#: "With Peru's accession in May, the pact …".
_AFTER_A_MARK = re.compile(r"[dl]*(?:[iqt]?T)?,[dbw]*K")
_INTO_IT = re.compile(r"[tifh](?:d[aow]{0,2}[wm]|E)")
#: Where nothing behind the noun says of what it is.
_ENDS = re.compile(r"[,;:&VxSTuXwe]|\Z|[iq]T|[tb]")


def _coalition_of(scene: Scene, at: int, after: int) -> Object | None:
    """The coalition entered or left: named behind, or before in the sentence, or leant on."""
    reading, shape = scene.reading, scene.reading.shape
    for place in (after, at + 1):
        if found := _INTO.match(shape, place):
            named = reading.coalition(found.start("k"))
            if named is None or found["k"] == "c":
                return None
            return Object(named, reading.phrases[found.start("k")].end)
    for sign in "Kc":
        k = shape.rfind(sign, 0, at)
        if k >= 0 and not set(shape[k + 1 : at]) & set(";s") and (named := reading.coalition(k)):
            # "the CSpO accession of Peru": one that only describes has to stand right before.
            beside = not shape[k + 1 : at].strip("bdao")
            if sign == "K" or beside:
                return Object(named, reading.phrases[k].end)
    if (found := _AFTER_A_MARK.match(shape, after)) and (
        named := reading.coalition(found.end() - 1)
    ):
        return Object(named, reading.phrases[after - 1].end)
    within = next((p for p in reading.phrases[after:] if p.sign == "L" and p.has("Cc")), None)
    if within and (inner := reading.coalition(reading.phrases.index(within))):
        # "takes the number of NATO Allies to 32"
        return Object(inner, within.end)
    only = _only_one(scene)
    if only is not None:
        return only
    if (later := _LATER.match(shape, after)) and (named := reading.coalition(later.end() - 1)):
        return Object(named, reading.phrases[later.end() - 1].end)
    anaphor = _INTO_IT.match(shape, after)
    ends = _ENDS.match(shape, after)
    # "The council approved the accession of Serbia."
    approved = shape[at - 1 : at] == "d" and shape[at + 1 : at + 2] == "f"
    entering = approved and reading.phrases[at].group == "join"
    meant = scene.near or (scene.context if entering else None)
    if meant is None or not (anaphor or ends):
        return None
    return Object(meant, reading.phrases[at].end, named=False)
