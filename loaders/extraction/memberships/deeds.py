"""Nations known by what they did or what was done to them: "the countries invited are …".

A noun of nations with a participle or a relative clause of membership, and the nations it is said
of: behind it ("countries that have joined the pact: Chile, …") or before ("Chile and Peru are the
nations invited to join").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.memberships.lexicon import LISTING, groups
from loaders.extraction.memberships.objects import Object, object_of
from loaders.extraction.memberships.phrases import Phrase
from loaders.extraction.memberships.role_nouns import role_told
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import Scene, Told, is_denied, of_exercise
from loaders.extraction.memberships.sides import joined_right, role_behind
from loaders.extraction.memberships.taken_into import taken_into
from loaders.extraction.memberships.taking import TAKING

#: "countries (that have been) invited (to join) (the pact)".
_DEED = re.compile(r"(?P<noun>[LEg])(?:,?R)?(?P<v>V)(?P<to>V)?")
#: What may stand between the deed and the list.
_BEHIND = re.compile(
    r"[bTl]*(?:[tifh]?[bda#o]*(?:K|c[wWm]{1,3}|[wm]))?(?:[bT]|[iq]T|e[dbaow#]*L|,)*"
    r"(?P<link>x[bl]*|V[bl]*|[:(-]+|e)[bl:]*(?P<n>A)(?![wWm'])"
)
_BEFORE = re.compile(r"(?P<n>A)[,]?x[bld]*\Z")
_DOING = frozenset({"join", "sign", "take part", "be invited", "belong", "become"})


def deed_frames(scene: Scene) -> Iterator[Told]:
    """What nouns of nations with a deed tell of the nations listed beside them."""
    reading = scene.reading
    for deed in _DEED.finditer(reading.shape):
        at = deed.start("v")
        noun = reading.phrases[deed.start("noun")]
        if not noun.has("gr") or reading.phrases[at].group not in _DOING | TAKING:
            continue
        if reading.phrases[at].has("t"):
            # "the 56th nation to sign" is a role of its own.
            continue
        found = _coalition(scene, at, deed)
        if found is None or not _is_passive(scene, at):
            continue
        behind = _BEHIND.match(reading.shape, deed.end())
        before = _BEFORE.search(reading.shape, 0, deed.start())
        if behind and _lists(scene, behind):
            place = behind.start("n")
            yield from _told(scene, at, found, joined_right(scene, place), place, noun)
        elif before and before.end() == deed.start():
            place = before.start("n")
            yield from _told(scene, at, found, reading.nations(place), place, noun)


def _coalition(scene: Scene, at: int, deed: re.Match[str]) -> Object | None:
    """What the deed is of: its own coalition, else the one leant on close by."""
    group = scene.reading.phrases[at].group
    doing = deed.start("to") if deed["to"] else at
    if group in TAKING:
        found = taken_into(scene, at + 1, at, group)
    else:
        found = object_of(scene.reading, doing, scene.context, 5)
    if found is not None or scene.near is None or deed["to"]:
        return found
    return Object(scene.near, scene.reading.phrases[at].end, named=False)


def _is_passive(scene: Scene, at: int) -> bool:
    """Whether the noun's nations did it, or it was done to them: "countries invited"."""
    phrase = scene.reading.phrases[at]
    return phrase.group in _DOING or phrase.tokens[-1].sign in "JP"


def _lists(scene: Scene, behind: re.Match[str]) -> bool:
    verb = behind["link"].find("V")
    return verb < 0 or scene.reading.phrases[behind.start("link") + verb].group in LISTING


def _told(
    scene: Scene, at: int, found: Object, nations: tuple[str, ...], place: int, noun: Phrase
) -> Iterator[Told]:
    phrases = scene.reading.phrases
    said = groups()[phrases[at].group]
    status = role_behind(scene, at) or of_exercise(said.status, found.coalition)
    if is_denied(scene, min(at, place), max(at, place)):
        return
    if status is Status.PARTICIPANT and noun.status and not is_exercise(found.coalition):
        # "the following members were represented": what they did is not how they stand.
        status = noun.status
    act, rule = said.act, "roster: who did"
    if phrases[at].has("uU"):
        status, act, rule = Status.ANNOUNCED, Act.STANDING, "will join"
    start, end = phrases[min(at, place)].start, phrases[max(at, place)].end
    yield role_told(found, nations, status, act, rule, start, end, None, 0.8)
