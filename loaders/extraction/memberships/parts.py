"""Nations by the part they play in a body's work: "Chile and Peru shared the night shift".

An article about one exercise, or a cell that is manned in turns, tells its nations by cells,
floors, shifts and consoles, each with verbs of its own. Whoever leads, mans or shares one of
these, or does so with others, takes part in the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.known import known_coalitions
from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.phrases import Reading
from loaders.extraction.memberships.rules import LESSER, Act, Status
from loaders.extraction.memberships.scene import Scene, Told

#: Bodies that are manned in turns, besides exercises.
_MANNED = re.compile(r"\b[Cc]ell\b|Cent(?:re|er)\b|Commercial Operations\b")
#: Groups of verbs whose nations are outside, or are read by frames of their own.
_OUTSIDE = frozenset({"observe", "invite", "be invited", "leave", "expel", "sign", "host"})
#: Before nations these say where, against whom, or for whom: "in Chile", "near Peru".
_ELSEWHERE = frozenset("iqtFfw")


def part_frames(scene: Scene) -> Iterator[Told]:
    """What a sentence on parts of an exercise or a cell tells of its nations."""
    yield from _whose_parts(scene)
    body = _manned(scene)
    if body is None or not _tells_parts(scene, body):
        return
    reading = scene.reading
    status = Status.PARTICIPANT if is_exercise(body) else Status.MEMBER
    for first, last in _clauses(reading.shape):
        phrases = reading.phrases[first:last]
        if any(p.has("Z") or p.group in _OUTSIDE or p.status in _APART for p in phrases):
            continue
        if status is Status.MEMBER and any(p.group == "take part" for p in phrases):
            # "crews take part in its shifts": of what, the verb's own frame reads.
            continue
        for at in range(first, last):
            if (
                reading.shape[at] in "AM"
                and _plays(reading.shape, first, at)
                and not _opens(reading, at)
            ):
                end = reading.phrases[at].end
                yield Told(body, reading.nations(at), status, Act.STANDING, "roster: parts", 0.6,
                           end, end)  # fmt: skip


#: "the cell, whose Meridian shift is worked by personnel from Chile and Peru".
_WHOSE = re.compile(r"(?P<k>K),?H[aowW#]{0,3}?(?P<part>w)x?[bT]*[wV]y[bdl#ao]*(?P<n>[MA])")


def _whose_parts(scene: Scene) -> Iterator[Told]:
    """Who mans a part of a cell that the sentence names only to say so."""
    reading = scene.reading
    for found in _WHOSE.finditer(reading.shape):
        body, end = reading.coalition(found.start("k")), reading.phrases[found.start("n")].end
        part = reading.phrases[found.start("part")].last_word
        outside = any(p.group in _OUTSIDE for p in reading.phrases[found.start() : found.end()])
        if body and is_manned(body) and part in nouns("parts") and not outside:
            nations = reading.nations(found.start("n"))
            yield Told(body, nations, Status.MEMBER, Act.STANDING, "roster: parts", 0.6, end, end)


_APART = (*LESSER, Status.INVITED)


def is_manned(body: CoalitionMention) -> bool:
    """Whether people of several nations man a body: a cell, a centre."""
    whole = known_coalitions().names.get(body.slug or "", body.name)
    return _MANNED.search(whole) is not None


def _manned(scene: Scene) -> CoalitionMention | None:
    """The exercise or cell that the sentence is about: no other body is named in it."""
    reading, body = scene.reading, scene.context
    if body is None:
        return None
    if not (is_exercise(body) or is_manned(body)):
        return None
    named = (reading.coalition(k) for k, sign in enumerate(reading.shape) if sign in "Kc")
    return body if all(other is None or other.key == body.key for other in named) else None


#: "neither country sent a team"
_NOBODY = frozenset({"neither", "nobody", "none", "no", "named", "appointed"})


def _tells_parts(scene: Scene, body: CoalitionMention) -> bool:
    """Whether a part of the work is named, and nobody outside it.

    "Has received the cell's notices" names none: the cell is the body itself.
    """
    said = {t.text.lower() for p in scene.reading.phrases for t in p.tokens}
    whole = body.name.lower().rpartition(" ")[2]
    if whole in said and f"the {whole}" in scene.reading.clause.reduced.lower():
        said.remove(whole)
    if said.isdisjoint(nouns("parts")) or not said.isdisjoint(nouns("not_in_play") | _NOBODY):
        return False
    return not any(p.has("uU") for p in scene.reading.phrases)


def _clauses(shape: str) -> Iterator[tuple[int, int]]:
    """The stretches between semicolons and subordinators."""
    first = 0
    for at, sign in enumerate((*shape, ";")):
        if sign in ";sS":
            yield first, at
            first = at + 1


def _opens(reading: Reading, at: int) -> bool:
    """ "France opens the sixth edition": the host is told of elsewhere."""
    behind = reading.phrases[at + 1].last_word if at + 1 < len(reading.shape) else ""
    return behind in nouns("opening")


def _plays(shape: str, first: int, at: int) -> bool:
    """Whether nations act, are acted by, or stand beside those who do: no place, no object."""
    before = shape[first:at].rstrip("bdlTa#")
    if not before:
        return True
    if before[-1] == ",":
        # "in Pucusana, Peru"
        return not re.search(r"i[dWwa]*,\Z", before)
    if before[-1] == "V":
        return True
    return before[-1] not in _ELSEWHERE and not re.search(r"[it][^;,V]*&\Z", before)
