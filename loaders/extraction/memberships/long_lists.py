"""Long lists of nations under a noun or a verb of belonging, whatever words stand between.

Three nations in a row that a text introduces by "the 44 signatories –", "participating countries
include" or "a mechanism among" are a roster, even where no narrower frame knows the wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.language.numbers import number_of
from loaders.extraction.memberships.lexicon import LISTING_OR_DRAWING, nouns
from loaders.extraction.memberships.objects import Object, is_undertaking
from loaders.extraction.memberships.role_nouns import (
    is_definite,
    is_strong,
    is_to_other,
    stated_count,
    status_of,
)
from loaders.extraction.memberships.rolls import is_asked
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import Scene, Told, is_denied, of_document, sure
from loaders.extraction.memberships.sides import joined_right

#: Behind "countries": the body they are in.
_IN_IT = re.compile(r"[if][bda]*K|b?V[if]?[bda]*K")
#: So many nations in a row are a roster and no passing mention.
_LONG = 3
#: How many phrases may stand between the word that introduces the list and the list.
_REACH = 14
#: What stands right before the list: a mark, a verb of listing, "such as", "are".
_LINK = re.compile(r"(?:[:(-]|[bl]*V|e|x)[bldT,:]*\Z")
_OF_BODY = re.compile(r",?q[bld]*")
_AMONG = re.compile(r"(?:fw)?[awW#,]{0,4}q[bld]*(?:W{1,2},[d]?)*")
#: "… – in affirming the Accords", "… that have joined the initiative".
_BEHIND = re.compile(r"[-),]*[bl]*[iFVR][^;:SA]{0,5}?K")
#: "The initiative was at first a joint effort by …"
_BY = re.compile(r"[yf][bld]*")
_IS_A = re.compile(r"Kx[bldawo#]*\Z")
_SOMETHING_OF = re.compile(r"[wWm][ftFq]\Z")
#: Deeds that make a nation belong, said of a noun of nations before the list.
_DEEDS = frozenset({"join", "sign", "found", "take part"})
_TELLING = LISTING_OR_DRAWING | _DEEDS


#: "Six countries stand behind the code: …", "the roll of the trust reads: …".
_COLON = re.compile(r"(?P<k>K)[^;:sSAMRVZuU]{0,6}V?:[bdl]*(?P<n>A)[.)]?\Z")


def _under_colon(scene: Scene) -> Iterator[Told]:
    """A list that a sentence about one body ends with, behind a colon."""
    reading = scene.reading
    found = _COLON.search(reading.shape) if ":" in reading.shape else None
    body = reading.coalition(found.start("k")) if found else None
    if found is None or body is None or reading.shape.count("K") > 1:
        return
    nations, end = reading.nations(found.start("n")), reading.phrases[found.start("n")].end
    acts = any(p.group in _APART or p.has("ZuU") for p in reading.phrases)
    if len(nations) < _LONG or acts:
        return
    yield Told(body, nations, of_document(Status.MEMBER, body), Act.STANDING,
               "roster: long list", 0.65, end, end)  # fmt: skip


_APART = frozenset({"leave", "expel", "invite", "be invited", "observe"})


def long_list_frames(scene: Scene) -> Iterator[Told]:
    """What long lists tell that no narrower frame has read."""
    shape = scene.reading.shape
    yield from _under_colon(scene)
    for at, sign in enumerate(shape):
        if sign == "A" and (amid := _AMID_ITEMS.search(shape, 0, at)) and _includes(scene, amid):
            yield from _listed(scene, at, joined_right(scene, at), amid.start("head"))
        elif sign == "A" or (sign == "M" and scene.reading.phrases[at].tokens[-1].sign == "N"):
            nations = joined_right(scene, at)
            if len(nations) > (1 if sign == "A" else _LONG):
                yield from _listed(scene, at, nations)


#: "42 members, including all the founders, the European Commission, Chile and Peru".
_ITEM = r"[dalowWD#fPLKc']+"
_AMID_ITEMS = re.compile(rf"(?P<head>[Ln]),?(?P<v>V){_ITEM}(?:,&?{_ITEM})*,(?:&?[bl]?|k)\Z")


def _includes(scene: Scene, amid: re.Match[str]) -> bool:
    head, verb = (scene.reading.phrases[amid.start(name)] for name in ("head", "v"))
    if head.sign == "n" and head.last_word != "membership":
        return False
    # "its membership now includes most of Africa as well as …"
    strong = head.sign == "n" or is_strong(head)
    return strong and verb.last_word in ("including", "includes")


def _listed(
    scene: Scene, at: int, nations: tuple[str, ...], led_by: int | None = None
) -> Iterator[Told]:
    head = _head(scene, at) if led_by is None else led_by
    if head is None or (
        led_by is None and len(nations) < _LONG and not _is_named_part(scene, head, at)
    ):
        return
    if is_denied(scene, head, at) or is_asked(scene, at):
        return
    found = _coalition(scene, head, at)
    if found is None:
        return
    phrase = scene.reading.phrases[head]
    status = (status_of(phrase) if phrase.sign == "L" else None) or Status.MEMBER
    if status is Status.MEMBER and (deed := _deed(scene, head, at)):
        status = deed
    if status in (Status.INVITED, Status.HOST) or _is_ahead(scene, head, at):
        return
    if status is Status.PARTICIPANT and not is_exercise(found.coalition):
        status = Status.MEMBER
    # "Of its 55 members, 14 have ratified: …": the list is of the 14.
    some_of = _OF_THESE.fullmatch(scene.reading.shape, 0, head)
    count = stated_count(phrase) if phrase.sign == "L" and not some_of else None
    end = scene.reading.phrases[at].end
    yield Told(
        found.coalition, nations, of_document(status, found.coalition), Act.STANDING,
        "roster: long list", sure(found, 0.7), end, end,
        count if count and count >= len(nations) else None,
    )  # fmt: skip


_OF_THESE = re.compile(r"f[dbPc]?")


def _is_named_part(scene: Scene, head: int, at: int) -> bool:
    """ "… members, including Chile and Peru": two are enough under a word of belonging."""
    phrases = scene.reading.phrases
    belongs = phrases[head].sign == "L" and phrases[head].status is not None
    return belongs and any(p.group == "comprise" for p in phrases[head + 1 : at])


def _takes_up(scene: Scene, head: int, at: int) -> bool:
    """ "Six allies have pooled resources to make this initiative possible: …"."""
    phrases, shape = scene.reading.phrases, scene.reading.shape
    return any(
        shape[k] == "w" and shape[k - 1] == "d"
        and phrases[k].last_word in nouns("anaphora")
        and phrases[k - 1].last_word in ("the", "this")
        for k in range(head + 1, at)
    )  # fmt: skip


def _head(scene: Scene, at: int) -> int | None:
    """The place of the role, or of the noun of a union, that introduces the list."""
    shape, phrases = scene.reading.shape, scene.reading.phrases
    linked = bool(_LINK.search(shape, max(0, at - 5), at))
    for place in range(at - 1, max(-1, at - _REACH), -1):
        sign = shape[place]
        if sign in ";A" or (sign == "S" and place < at - 1):
            return None
        listing = sign != "V" or phrases[place].group in _TELLING
        if not listing and not phrases[place].has("t"):
            # An infinitive may stand between: "… to make this initiative possible: …".
            return None
        if sign in "LK" and _is_of_something(scene, place) and not _is_whole(scene, place, at):
            return None
        if sign == "L" and linked and _is_speakers(scene, place):
            return None
        if sign == "L" and linked and not is_to_other(scene, place):
            return place
        if sign == "g" and linked and _goes_on(shape, place):
            # "Allies that signed the accord: …", "Countries in the pact are …"
            return place
        if sign == "#" and place >= at - 2 and linked and _numbers(scene, place, at):
            return place
        among = phrases[at - 1].last_word in nouns("between") or shape[at - 1] in ",d"
        if sign == "K" and among and _OF_BODY.fullmatch(shape, place + 1, at):
            return place
        if phrases[place].last_word in nouns("anaphora") and (
            (among and _AMONG.fullmatch(shape, place + 1, at))
            or (linked and "V" in shape[place:at])
            or (_IS_A.search(shape, 0, place) and _BY.fullmatch(shape, place + 1, at))
        ):
            return place
        if sign == "K" and linked and _lists(scene, place, at):
            return place
    return None


def _goes_on(shape: str, place: int) -> bool:
    """Whether "countries" is said to be in something, or to have done something."""
    if shape[place + 1] == "R":
        return True
    return shape[place - 1 : place] not in tuple("hfkt") and bool(_IN_IT.match(shape, place + 1))


def _is_of_something(scene: Scene, place: int) -> bool:
    """ "opponents of the pact, including", "threats to the members include": of something else."""
    found = _SOMETHING_OF.search(scene.reading.shape, 0, place)
    if found is None:
        return False
    word = scene.reading.phrases[found.start()].last_word
    return word not in nouns("anaphora") and word not in nouns("totals")


def _is_whole(scene: Scene, place: int, at: int) -> bool:
    """ "The watch pools the data of four countries: …": its own, in a sentence it opens."""
    reading = scene.reading
    opens = reading.shape.startswith(("K", "dK")) and "S" not in reading.shape[:at]
    counted = reading.shape[place] == "L" and reading.shape[at - 1] == ":"
    count = stated_count(reading.phrases[place]) if opens and counted else None
    return count is not None and count == len(joined_right(scene, at))


def _lists(scene: Scene, place: int, at: int) -> bool:
    return any(
        p.sign == "V" and p.group in LISTING_OR_DRAWING
        for p in scene.reading.phrases[place + 1 : at]
    )


def _numbers(scene: Scene, place: int, at: int) -> bool:
    """ "He read out the nine: …": a number taken up again, and just as many nations."""
    number, shape = number_of(scene.reading.phrases[place].last_word), scene.reading.shape
    if re.search(r"n(?:fK)?[^;:sRA]*\Z", shape[:place]):
        # "Membership of the initiative stands at fifteen: …"
        return True
    return number == len(joined_right(scene, at)) and shape[place - 1] == "d"


_WORDS = 4
_SPEAKERS = frozenset({"our", "my", "his", "her", "your"})


def _is_speakers(scene: Scene, at: int) -> bool:
    """ "our traditional security partners": of nothing that was named."""
    phrases = scene.reading.phrases
    owner = next(
        (p for p in reversed(phrases[max(0, at - _WORDS) : at]) if p.sign not in "wWa"), None
    )
    texts = {t.text.lower() for t in phrases[at].tokens}
    beside = owner is not None and owner.sign == "d" and owner.last_word in _SPEAKERS
    return beside or bool(texts & _SPEAKERS)


def _deed(scene: Scene, head: int, at: int) -> Status | None:
    """ "was signed by 18 states (…)", "countries that have signed: …"."""
    phrases = scene.reading.phrases
    shape = scene.reading.shape
    for place in (*range(head + 1, at), *range(head - 1, max(-1, head - 8), -1)):
        signs = phrases[place].group == "sign" and phrases[place].tokens[-1].sign in "JP"
        if shape[place] == "V" and signs and (place > head or "y" in shape[place:head]):
            return Status.SIGNED
        if phrases[place].status is Status.LETTER_OF_INTENT:
            return Status.LETTER_OF_INTENT
    return None


def _is_ahead(scene: Scene, head: int, at: int) -> bool:
    """ "countries that will join: …", "nations invited to join include …"."""
    phrases = scene.reading.phrases[max(0, head - 2) : at]
    admitting = scene.reading.phrases[max(0, head - 5) : head]
    if any(p.group in ("admit", "invite") and p.has("uU") for p in admitting):
        # "agreed to admit six nations as members of the group: …"
        return True
    return any(
        p.sign in "uU" or p.group in ("invite", "be invited", "leave", "expel")
        or (p.sign == "V" and p.group in _DEEDS and p.has("uUt"))
        for p in phrases
    )  # fmt: skip


def _coalition(scene: Scene, head: int, at: int) -> Object | None:
    """The coalition nearest to the list's head in the sentence, else the one leant on."""
    reading = scene.reading
    places = [k for k, sign in enumerate(reading.shape) if sign in "Kc" and k <= at]
    for k in sorted(places, key=lambda place: abs(place - head)):
        named = reading.coalition(k)
        if k and reading.phrases[k - 1].last_word in ("unlike", "outside"):
            continue
        if named is not None and named.slug != "nato":
            return Object(named, reading.phrases[k].end)
    behind = _BEHIND.match(reading.shape, at + 1)
    if behind and (named := reading.coalition(behind.end() - 1)):
        return Object(named, reading.phrases[behind.end() - 1].end)
    role = reading.phrases[head]
    vague = role.sign == "L" and not is_strong(role) and not is_definite(role)
    vague = vague and not _takes_up(scene, head, at)
    of_other = re.match(r"[fit]d[aow]{0,2}[wm]", reading.shape[head + 1 :])
    if of_other and is_undertaking(reading, head + of_other.end(), scene.context):
        # "Partners in the project", of an agency
        return None
    weak = role.last_word in ("partners", "allies") and scene.near is None
    if scene.context is None or vague or weak or is_to_other(scene, head):
        # "Six nations – … – announced a fund": of nothing that was named.
        return None
    return Object(scene.context, reading.phrases[at].end, named=False)
