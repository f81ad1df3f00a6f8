"""Lists of nations that verbs give: "the initiative unites …", "that leaves …", "led by …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.language.vocabulary import ordered_words
from loaders.extraction.memberships.leaders import leaders_before, led_frames
from loaders.extraction.memberships.leaning import named_before
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.name_lists import lists_before, lists_behind
from loaders.extraction.memberships.objects import Object
from loaders.extraction.memberships.phrases import Phrase
from loaders.extraction.memberships.role_nouns import stated_count
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import (
    Scene,
    Told,
    is_denied,
    of_document,
    of_exercise,
    sure,
)
from loaders.extraction.memberships.sides import acting_body, joined_right

_LIST = re.compile(
    r"(?:[aow#]{0,3}(?P<things>[wm])[ifh])?[bTdl\"]*(?:[aqbw]{0,3}#,)?f?w?(?:[dowab]{0,3}n[fy])?(?:(?P<role>L)(?:[fi][bda]*[KwE])?(?:[^;.AMsS]{0,8}?(?=[:]|,V)|[^;:.,AMsSVx]{3,16}(?=[:-]))?)?(?:[iq]T)?[bl,:(\"-]*(?:[fhek][lb]*[:]?)?(?:V[dl]*)?(?:[da]{0,2}g)?"
    r"(?P<n>[AM])"
)


def roster_frames(scene: Scene) -> Iterator[Told]:
    """What verbs of listing and lists beside the name of a coalition tell."""
    shape = scene.reading.shape
    at = shape.find("V")
    while at >= 0:
        group = scene.reading.phrases[at].group
        itself = group in ("join", "host") and _SELF.search(shape, 0, at)
        if group in ("comprise", "feature") or itself:
            yield from _listed(scene, at)
        elif group == "leave":
            yield from _left_over(scene, at)
        at = shape.find("V", at + 1)
    if "K" in shape:
        yield from lists_behind(scene)
        yield from led_frames(scene)
        yield from lists_before(scene)


#: "That leaves Chile, Peru and Spain.", "…, leaving Chile and Peru to run it".
_REMAINING = re.compile(
    r"[bl]*(?:Ek[bdl]*)?(?:[b]?#[:-]|d?[a]?L[:,-]?)?(?P<n>A)(?=[,.;)]|\Z|[etik&V])"
)
_REMAINS = frozenset({"leaves", "left", "leaving"})
_THAT = re.compile(r"(?:\A[EdR]|,R?|[,;&]?[bd]*n|\A[da]*w)[bl]*\Z")


def _left_over(scene: Scene, at: int) -> Iterator[Told]:
    """Those of whom a body still consists when others have gone."""
    reading = scene.reading
    found = _REMAINING.match(reading.shape, at + 1)
    verb = reading.phrases[at]
    if found is None or verb.last_word not in _REMAINS or verb.has("xt"):
        return
    behind = reading.phrases[found.end()] if found.end() < len(reading.shape) else None
    if behind and behind.sign == "V" and not behind.has("t"):
        return
    gone = any(p.group in ("leave", "expel") for p in reading.phrases[:at])
    gone = gone or (scene.act is not None and scene.act[0] == "leave")
    body = _nearest_body(scene, at)
    nations = joined_right(scene, found.start("n"))
    if not gone or body is None or len(nations) < 2 or not _THAT.search(reading.shape, 0, at):
        return
    end = reading.phrases[found.start("n")].end
    yield Told(body.coalition, nations, of_exercise(Status.MEMBER, body.coalition), Act.STANDING,
               "roster: left over", sure(body, 0.75), end, end)  # fmt: skip


def _nearest_body(scene: Scene, at: int) -> Object | None:
    """The body named in the sentence before a place, else the one named shortly before."""
    named, end = named_before(scene.reading, at), scene.reading.phrases[at].end
    if named is not None:
        return Object(named, end)
    return Object(scene.context, end, named=False) if scene.context else None


#: "The programme joins Australia and Canada."
_SELF = re.compile(r"K\Z")


def _listed(scene: Scene, at: int) -> Iterator[Told]:
    """The nations that a verb of listing has behind it, with those named before the body."""
    reading, phrase = scene.reading, scene.reading.phrases[at]
    match = _LIST.match(reading.shape, at + 1)
    found = _whole(scene, at) if match else None
    if match is None or found is None or is_denied(scene, at, at + 1):
        return
    place = match.start("n")
    nations = joined_right(scene, place)
    if match["things"] and not (_binds(phrase) and len(nations) >= _MANY):
        return
    if tied := _TIED.match(reading.shape, place + 1):
        # "the pact that binds Chile to Peru and Spain"
        nations = (*nations, *joined_right(scene, tied.start("n")))
    of_games = is_exercise(found.coalition)
    people = reading.shape[place] == "M" and not (phrase.group == "comprise" and len(nations) > 2)
    if (phrase.group in ("feature", "host") or people) and not of_games:
        return
    opening = (*_opening_besides(scene, at), *leaders_before(scene, at))
    few = not of_games and len({*opening, *nations}) < 2 and not match["role"]
    if few and not _also(scene, at) and not _is_just_it(scene, at, place):
        return
    partial = "includ" in phrase.tokens[-1].text or "V" in match.group()[1:]
    role = reading.phrases[match.start("role")] if match["role"] else None
    count = stated_count(role) if role and not partial else None
    status = _status(scene, at, role, found)
    rule = "will join" if status is Status.ANNOUNCED else "roster: listed"
    yield Told(
        found.coalition, tuple(dict.fromkeys((*opening, *nations))), status, Act.STANDING, rule,
        sure(found, 0.9), phrase.start, reading.phrases[place].end, count,
    )  # fmt: skip


def _status(scene: Scene, at: int, role: Phrase | None, found: Object) -> Status:
    """How those listed stand: by the role in the list or of the body, by a paper signed before."""
    reading, phrase = scene.reading, scene.reading.phrases[at]
    if phrase.has("uU") and not _is_composed(phrase):
        return Status.ANNOUNCED
    told = role.status if role else None
    status = of_exercise(told or Status.MEMBER, found.coalition)
    said = _ROLE_SAID.search(reading.shape, 0, at)
    if status is Status.MEMBER and said and reading.phrases[said.start()].has("r"):
        # "the accords, which have 29 signatories, among them Chile and Peru"
        status = of_exercise(reading.phrases[said.start()].status or status, found.coalition)
    if status is Status.MEMBER and any(p.group == "sign" for p in reading.phrases[:at]):
        # "Ninety governments signed the treaty, including those of Chile and Nepal."
        status = of_document(status, found.coalition)
    return status


_ROLE_SAID = re.compile(r"L,?\Z")


def _is_just_it(scene: Scene, at: int, place: int) -> bool:
    """ "The pact includes Chile": a body, a verb of listing, and one nation by itself."""
    shape = scene.reading.shape
    beside = place == at + 1 and re.search(r"(?:K(?:,?R)?|\Ad[wm])\Z", shape[:at]) is not None
    return beside and re.match(r"[,.;)]|\Z", shape[place + 1 :]) is not None


def _binds(phrase: Phrase) -> bool:
    """ "links ranges in Chile, Peru and Spain": verbs that say what is done with the things."""
    return phrase.last_word.startswith(ordered_words("membership_lexicon", "binding"))


def _composes(phrase: Phrase) -> bool:
    """ "ministers of the Quad, comprising …": it is the body that comprises, not its ministers."""
    return "includ" not in phrase.tokens[-1].text and phrase.group == "comprise"


def _is_composed(phrase: Phrase) -> bool:
    """ "will now be comprised of": of those that are in it already."""
    return phrase.has("x") or any(t.text.lower() == "now" for t in phrase.tokens)


def _also(scene: Scene, at: int) -> bool:
    phrase = scene.reading.phrases[at]
    return any(t.text.lower() in ("also", "now", "already") for t in phrase.tokens)


_WHOLE = re.compile(
    r"(?P<k>K)(?:,wy[bdl]*A(?:,&?|&)(?:[iq]?T)?[bl]*|xb?wy[bdl]*A,?&[bl]*|[,(-]?[bl]*R?|,?[fi][dawW#]{0,3},?|-)?\Z"
    r"|(?P<noun>[dR][aow]{0,2}w)[,(-]?R?\Z|(?P<it>(?:\A|[,;&:s])[b]?E)\Z"
)


def _whole(scene: Scene, at: int) -> Object | None:
    """What is said to consist of the nations: the coalition itself, "the bloc", "it"."""
    reading = scene.reading
    match = _WHOLE.search(reading.shape, 0, at)
    if match is None or match.end() != at:
        return _opened(scene, at) or acting_body(scene, at)
    if match["k"]:
        if re.search(r"L[fit]\Z", reading.shape[: match.start("k")]):
            # "signatories of the accords include …" is said of the role.
            return None
        named = reading.coalition(match.start("k"))
        if (of := _SOMETHING_OF.search(reading.shape, 0, match.start("k"))) and not (
            reading.phrases[of.start()].last_word in nouns("anaphora")
            or (reading.shape[of.start()] == "m" and _composes(reading.phrases[at]))
        ):
            # "Opponents of the pact, including …"
            return None
        return Object(named, reading.phrases[match.start("k")].end) if named else None
    if match["noun"]:
        end = match.end("noun") - 1
        if reading.phrases[end].last_word not in nouns("anaphora"):
            return None
        if _SOMETHING_OF.search(reading.shape, 0, match.start("noun")):
            # "other applicants to the bloc, which include …"
            return None
    elif reading.phrases[match.end() - 1].last_word != "it":
        return None
    k = reading.shape.rfind("K", 0, match.start())
    named = reading.coalition(k) if k >= 0 else None
    meant = named or scene.context
    return Object(meant, reading.phrases[at].end, named=bool(named)) if meant else None


_SOMETHING_OF = re.compile(r"[wWmZ][ftF]\Z")
#: "BRICS was founded in 2006 and initially included Brazil and India."
_AGAIN = re.compile(r"(?P<k>K)[Vx][^;,sAM]*&[b]*")


def _opened(scene: Scene, at: int) -> Object | None:
    """ "Made up of Chile, Peru and Spain, CSpO meets yearly"; exercises with words between."""
    reading = scene.reading
    ing = reading.phrases[at].tokens[-1].sign in "GJ"
    partial = reading.phrases[at].last_word in ("counting", "including")
    if at == 0 and partial:
        return None
    if (again := _AGAIN.match(reading.shape)) and again.end() == at:
        named = reading.coalition(again.start("k"))
        return Object(named, reading.phrases[at].end) if named else None
    if at == 0 and ing and (behind := re.search(r"A,[bl]?(?:d[aw]{0,2})?K", reading.shape)):
        named = reading.coalition(behind.end() - 1)
        return Object(named, reading.phrases[behind.end() - 1].end) if named else None
    k = reading.shape.rfind("K", 0, at)
    named = reading.coalition(k) if k >= 0 else None
    if named and not set(reading.shape[k + 1 : at]) & set(
        ";AMSgL" if is_exercise(named) else ";AMxgL"
    ):
        beside = ing and reading.shape[at - 1] == ","
        if is_exercise(named) or beside:
            return Object(named, reading.phrases[k].end)
    if (
        k < 0
        and scene.context
        and is_exercise(scene.context)
        and at < 6
        and not set(reading.shape[:at]) & set("gLAMx")
    ):
        return Object(scene.context, reading.phrases[at].end, named=False)
    return None


_OPENING = re.compile(r"k[dl]*(?P<n>A)(?:,?&[bl]?A)*,")


def _opening_besides(scene: Scene, at: int) -> tuple[str, ...]:
    found = _OPENING.match(scene.reading.shape)
    if found and found.end() <= at:
        return scene.reading.nations(found.start("n"))
    return ()


_TIED = re.compile(r"t[bdl]*(?P<n>A)")
#: Things in so many nations are of a body that pools them.
_MANY = 3
