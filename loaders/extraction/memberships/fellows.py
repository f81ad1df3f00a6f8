"""Nations that a role puts among others: "As a member of it, Chile", "Chile and other members"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.objects import Object
from loaders.extraction.memberships.role_nouns import coalition_of, role_told
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import Scene, Told, is_denied
from loaders.extraction.memberships.sides import joined_right, subject_coalition
from loaders.extraction.memberships.subjects import coordinated

_OTHERS = frozenset({"other", "fellow", "remaining", "rest"})
_OPENING = re.compile(r"(?:\A|[,;s&-])[b]?e[dbl]*\Z")
_NATIONS = re.compile(r"(?:[iq]T)?,[bl]*(?P<n>A)(?!')")
_BESIDE = re.compile(r"(?P<n>[AM])(?P<link>,?(?:&|k|q|[bl]*e))[bdl]*\Z")
#: "offered the fellow members a ride", "told other members", "works alongside fellow members".
_ADDRESSED = re.compile(r"(?P<n>[AM])(?:,[^,;]{1,8},)?[bl]*(?P<v>[wSV])k?[bda]*\Z")
_COUNTED = re.compile(r"(?P<v>[VX])[bl]*(?P<n>A)[bT,]*(?:q|e|i)[bdl]*\Z")
_COUNTING = frozenset({"comprise", "admit"})


def fellow_frames(scene: Scene) -> Iterator[Told]:
    """What roles tell of nations named beside them, apart from lists and predicates."""
    shape = scene.reading.shape
    at = shape.find("L")
    while at >= 0:
        yield from _opening(scene, at)
        yield from _beside_others(scene, at)
        yield from _counted_among(scene, at)
        at = shape.find("L", at + 1)


def _opening(scene: Scene, at: int) -> Iterator[Told]:
    """ "As a founding member of the pact, Chile shares its data." """
    reading, role = scene.reading, scene.reading.phrases[at]
    if not _OPENING.search(reading.shape, 0, at) or role.status is None:
        return
    found, end, status = coalition_of(scene, at)
    behind = _NATIONS.match(reading.shape, end)
    if found is None or not found.named:
        found = (_later(scene, behind.end()) if behind else None) or _looked_on(scene, at)
        status, end = role.status, at + 1
    if found is None or status is None or behind is None:
        return
    nations = joined_right(scene, behind.start("n"))
    several = role.tokens[-1].text.endswith("s") and not role.has("f")
    if several == (len(nations) == 1) or _is_unsure(scene, at, end):
        return
    last = reading.phrases[end - 1].end
    yield role_told(
        found, nations, status, Act.STANDING, "roster: as", role.start, last, None, 0.75
    )


def _looked_on(scene: Scene, at: int) -> Object | None:
    """ "As observers, Chile and Peru came for two days": to the exercise spoken of just before."""
    meant = scene.near
    if meant is None or not is_exercise(meant):
        return None
    role = scene.reading.phrases[at]
    return Object(meant, role.end, named=False) if role.status is Status.OBSERVER else None


def _addressed(scene: Scene, at: int) -> re.Match[str] | None:
    """Who did something to fellow members: a finite verb, and nothing else between."""
    found = _ADDRESSED.search(scene.reading.shape, 0, at)
    if found is None:
        return None
    verb = scene.reading.phrases[found.start("v")]
    finite = verb.tokens[-1].text.endswith(("ed", "s", "told", "gave", "met", "sent"))
    return found if finite and verb.group not in ("admit", "invite", "expel") else None


_FIRST_BODY = re.compile(r"[^;:s]*?(?P<k>[Kc])")


def _later(scene: Scene, start: int) -> Object | None:
    """ "As framework nation, Estonia runs the centre": the body that the clause goes on to name."""
    found = _FIRST_BODY.match(scene.reading.shape, start)
    named = scene.reading.coalition(found.start("k")) if found else None
    return Object(named, scene.reading.phrases[start - 1].end) if named else None


def _beside_others(scene: Scene, at: int) -> Iterator[Told]:
    """ "Chile, like other members of the pact", "Finland and fellow NATO member Norway"."""
    reading, role = scene.reading, scene.reading.phrases[at]
    words = {token.text.lower() for token in role.tokens}
    before = _BESIDE.search(reading.shape, 0, at)
    owned = role.tokens[0].text.lower() in ("its", "their") and role.has("Cc")
    words |= {t.text.lower() for p in reading.phrases[max(0, at - 1) : at] for t in p.tokens}
    before = before or _addressed(scene, at)
    if before is None or role.status is None or not (words & _OTHERS or owned):
        return
    place = before.start("n")
    linked = before.groupdict().get("link") or "v"
    if linked[-1] == "q" and reading.phrases[before.end() - 1].tokens[-1].text != "like":
        return
    through = reading.shape[place] == "M" and reading.phrases[place].tokens[-1].sign not in "N"
    if through and linked != "v":
        return
    found, end, status = coalition_of(scene, at)
    if found is None or status is None or (not found.named and scene.near is None):
        return
    if _is_unsure(scene, at, end) or is_denied(scene, place, place + 1):
        return
    first, nations = coordinated(reading, place, scene.resolve)
    start, last = reading.phrases[first].start, reading.phrases[end - 1].end
    yield role_told(
        found, nations, status, Act.STANDING, "roster: and others", start, last, None, 0.75
    )


def _counted_among(scene: Scene, at: int) -> Iterator[Told]:
    """ "The pact counts Chile among its members", "lists Peru as a signatory"."""
    reading, role = scene.reading, scene.reading.phrases[at]
    match = _COUNTED.search(reading.shape, 0, at)
    if match is None or role.status is None:
        return
    verb = match.start("v")
    if reading.shape[verb] == "V" and reading.phrases[verb].group not in _COUNTING:
        return
    found = _body(scene, verb)
    if found is None or is_denied(scene, verb, at + 1):
        return
    status = role.status
    start, last = reading.phrases[verb].start, reading.phrases[at].end
    nations = joined_right(scene, match.start("n"))
    yield role_told(found, nations, status, Act.STANDING, "roster: among", start, last, None, 0.8)


_SUBJECT = re.compile(r"(?:(?P<k>K)(?:,?R)?|(?<=d)(?P<w>[wm])|(?P<it>E))[bl]*\Z")


def _body(scene: Scene, verb: int) -> Object | None:
    """The body that counts: named, or "the pact", "it"."""
    reading = scene.reading
    match = _SUBJECT.search(reading.shape, 0, verb)
    if match is None:
        return None
    if match["k"]:
        return subject_coalition(scene, verb)
    last = reading.phrases[match.end() - 1 if match["it"] else match.start("w")].tokens[-1]
    meant = last.text.lower() in nouns("anaphora") or last.text.lower() == "it"
    if not meant or scene.context is None:
        return None
    return Object(scene.context, reading.phrases[verb].end, named=False)


def _is_unsure(scene: Scene, start: int, end: int) -> bool:
    """Whether the role itself is doubted, past or only hoped for."""
    role = scene.reading.phrases[start]
    words = {token.text.lower() for token in role.tokens}
    unsure = bool(words & nouns("former")) or role.status is Status.INVITED
    return unsure or is_denied(scene, start, end)
