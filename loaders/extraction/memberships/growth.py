"""Coalitions that grow by nations, and invitations that go out to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.objects import Object
from loaders.extraction.memberships.phrases import Reading
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import (
    Scene,
    Told,
    is_denied,
    of_document,
    of_exercise,
    sure,
)
from loaders.extraction.memberships.sides import joined_right
from loaders.extraction.memberships.subjects import subject_of

#: "grew to twelve with Spain", "expanded by two, Spain and Poland", "to include Spain".
_BY = re.compile(r"[^;:sAMVx]{0,5}?(?:[ky]|:)[bdl#,]*(?:L[,:(-]*)?(?P<n>A)")
_SENT = re.compile(r"[^;sAM]{0,9}?t[bdl]*(?P<n>A)")


def growth_frames(scene: Scene) -> Iterator[Told]:
    """What verbs of growing and the noun "invitation" tell."""
    reading = scene.reading
    numbered = not nouns("bringing").isdisjoint(reading.words)
    invited = not nouns("invitations").isdisjoint(reading.words)
    if not (numbered or invited or "V" in reading.shape):
        return
    if numbered:
        yield from _taking_the_number(scene)
    for at, phrase in enumerate(reading.phrases):
        if numbered and phrase.sign == "A":
            yield from _brought(scene, at)
        if numbered and phrase.sign in "AE":
            yield from _brought_to(scene, at)
        if phrase.sign == "V" and phrase.group == "grow":
            yield from _grown(scene, at)
        elif invited and phrase.sign in "wW" and phrase.last_word in nouns("invitations"):
            yield from _sent(scene, at)


def _grown(scene: Scene, at: int) -> Iterator[Told]:
    """ "Membership of the initiative grew to twelve with Spain and Poland." """
    reading = scene.reading
    match = _BY.match(reading.shape, at + 1)
    found = _coalition(scene, at) if _is_of_coalition(scene, at) else None
    if match is None or found is None or is_denied(scene, at, at + 1):
        return
    behind = reading.phrases[match.end()] if match.end() < len(reading.phrases) else None
    if ":" in match.group() and behind is not None and behind.has("JSxX"):
        # "It is growing: Spain and Poland declared …" is a sentence of its own.
        return
    nations = joined_right(scene, match.start("n"))
    status, act, rule = of_exercise(Status.MEMBER, found.coalition), Act.JOINING, "grew"
    if reading.phrases[at].has("uU"):
        status, act, rule = Status.ANNOUNCED, Act.STANDING, "will join"
    start, end = reading.phrases[at].start, reading.phrases[match.start("n")].end
    yield Told(found.coalition, nations, status, act, rule, sure(found, 0.75), start, end)


def _is_of_coalition(scene: Scene, at: int) -> bool:
    """Whether it is a coalition, its membership or "the bloc" that grows."""
    reading = scene.reading
    before = reading.phrases[at - 1] if at else None
    if before is None:
        return False
    return "K" in reading.shape[:at] or before.last_word in nouns("anaphora")


def _brought(scene: Scene, at: int) -> Iterator[Told]:
    """ "Panama and Austria bring to 52 the number of countries that have signed the accords." """
    reading = scene.reading
    bringing = _place_of_bringing(reading, at + 1)
    if bringing is None:
        return
    behind = reading.phrases[at + 1 + bringing : at + 13]
    if nouns("totals").isdisjoint(p.last_word for p in behind):
        return
    if reading.shape[at - 1 : at] in tuple("fhqti") or "#" not in _signs(scene, at):
        return
    k = reading.shape.find("K", at)
    # "bring the total to 13 countries that agreed to avoid debris, which endangers the station"
    apart = k >= 0 and "," in reading.shape[at + 1 + bringing : k]
    named = reading.coalition(k) if k >= 0 and not apart else None
    found = named or scene.near
    if found is None or is_denied(scene, at, at + 2):
        return
    signed = any(p.group == "sign" or p.status is Status.SIGNED for p in reading.phrases[at:])
    status = of_exercise(Status.SIGNED if signed else Status.MEMBER, found)
    end = reading.phrases[at + 1 + bringing].end
    yield Told(
        found, reading.nations(at), status, Act.JOINING, "brings the number", 0.75,
        reading.phrases[at].start, end,
    )  # fmt: skip


#: "The two bring the club to nine", "Peru brought CSpO to eleven members".
_TO_SO_MANY = re.compile(
    r"[bl]*(?P<v>[wVX])[bl]*(?:(?P<k>K)|d[aow]{0,2}(?P<w>[wm]))t[bl]*(?:#|L)(?![wWm#])"
)


def _brought_to(scene: Scene, at: int) -> Iterator[Told]:
    reading = scene.reading
    found = _TO_SO_MANY.match(reading.shape, at + 1)
    if found is None or reading.phrases[found.start("v")].last_word not in nouns("bringing"):
        return
    meant = found["k"] or reading.phrases[found.start("w")].last_word in nouns("anaphora")
    body = reading.coalition(found.start("k")) if found["k"] else scene.near
    many = reading.phrases[found.end() - 1].has("#")
    if not meant or body is None or not many or is_denied(scene, at, found.end()):
        return
    named = reading.phrases[at].sign == "A"
    nations = reading.nations(at) if named else scene.resolve(reading, at)
    if nations:
        status = of_document(Status.MEMBER, body)
        start, end = reading.phrases[at].start, reading.phrases[found.end() - 1].end
        yield Told(body, nations, status, Act.JOINING, "brings the number", 0.75, start, end)


def _place_of_bringing(reading: Reading, first: int) -> int | None:
    """How many phrases behind `first` a verb of bringing stands, if it is close."""
    for at, phrase in enumerate(reading.phrases[first : first + 4]):
        if phrase.last_word in nouns("bringing"):
            return at
    return None


#: "…, taking the number of members of the pact to 21", "…, bringing the total to 60".
_TAKING = re.compile(r",(?P<w>[wV])[dbow]{0,3}")


def _taking_the_number(scene: Scene) -> Iterator[Told]:
    """What the main clause did brings the number of members to so many: they came in."""
    reading = scene.reading
    for match in _TAKING.finditer(reading.shape):
        first = match.start("w")
        if reading.phrases[first].last_word not in nouns("bringing"):
            continue
        near = reading.phrases[first : first + 9]
        if nouns("totals").isdisjoint(p.last_word for p in near):
            continue
        verb = reading.shape.find("V")
        k = reading.shape.find("K", match.end() - 1)
        named = reading.coalition(k) if k >= 0 else scene.near
        if not 0 < verb < match.start() or named is None:
            return
        subject = subject_of(reading, verb, scene.resolve)
        doing = reading.phrases[verb].group in ("join", "sign", "become")
        if not subject or not doing or is_denied(scene, subject[0], match.start()):
            return
        status, act = of_exercise(Status.MEMBER, named), Act.JOINING
        if reading.phrases[verb].has("uU"):
            status, act = Status.ANNOUNCED, Act.STANDING
        start, end = reading.phrases[subject[0]].start, reading.phrases[verb].end
        yield Told(named, subject[1], status, act, "brings the number", 0.7, start, end)
        return


def _signs(scene: Scene, at: int) -> str:
    return "".join(t.sign for p in scene.reading.phrases[at : at + 14] for t in p.tokens)


def _sent(scene: Scene, at: int) -> Iterator[Told]:
    """ "Invitations to join it went out to Italy", "has extended an invitation to Italy"."""
    reading = scene.reading
    match = _SENT.match(reading.shape, at + 1)
    found = _coalition(scene, len(reading.shape) - 1)
    if match is None or found is None or is_denied(scene, max(0, at - 2), at + 1):
        return
    words = {
        token.text.lower()
        for phrase in reading.phrases[max(0, at - 3) : match.start("n")]
        for token in phrase.tokens
    }
    if not words & nouns("sending"):
        return
    nations = joined_right(scene, match.start("n"))
    start, end = reading.phrases[at].start, reading.phrases[match.start("n")].end
    yield Told(
        found.coalition, nations, Status.INVITED, Act.STANDING, "invitation", sure(found, 0.8),
        start, end,
    )  # fmt: skip


def _coalition(scene: Scene, at: int) -> Object | None:
    """The coalition named in the sentence up to a place, else the one it leans on."""
    reading = scene.reading
    k = reading.shape.rfind("K", 0, at + 1)
    if k >= 0 and (named := reading.coalition(k)):
        return Object(named, reading.phrases[k].end)
    if scene.near is None:
        return None
    return Object(scene.near, reading.phrases[at].end, named=False)
