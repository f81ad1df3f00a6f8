"""Lists of nations beside a body's name: "CSpO (Australia and Canada)", "the pact between …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.role_nouns import stated_count
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import Scene, Told, of_exercise
from loaders.extraction.memberships.sides import joined_right, status_beside


def lists_behind(scene: Scene) -> Iterator[Told]:
    """What lists right behind the names of bodies tell: "CSpO, a partnership of …"."""
    shape = scene.reading.shape
    at = shape.find("K")
    while at >= 0:
        yield from _behind(scene, at)
        at = shape.find("K", at + 1)


def lists_before(scene: Scene) -> Iterator[Told]:
    """What lists right before the names of bodies tell: "Chile and Peru, known as …"."""
    yield from _named_so(scene)
    yield from _in_brackets(scene)


#: "the five-nation exercise (Chile, Peru, Spain) Sea Star"
_IN_BRACKETS = re.compile(r"\((?P<n>A)\)[aow]{0,2}(?P<k>K)")


def _in_brackets(scene: Scene) -> Iterator[Told]:
    """Nations in brackets between what a body is and its name."""
    reading = scene.reading
    for match in _IN_BRACKETS.finditer(reading.shape):
        coalition = reading.coalition(match.start("k"))
        nations = reading.nations(match.start("n"))
        if coalition and len(nations) > 2:
            status = of_exercise(Status.MEMBER, coalition)
            end = reading.phrases[match.end() - 1].end
            yield Told(coalition, nations, status, Act.STANDING, "roster: bracket", 0.75, end, end)


#: "Chile, Peru and Spain, known as the Lima Group, …".
_NAMED_SO = re.compile(r"(?P<n>A)[,(]?b?(?P<w>[Sw])(?P<e>e?)[b]*(?P<k>K)")


def _named_so(scene: Scene) -> Iterator[Told]:
    """What several nations are together called."""
    reading = scene.reading
    for match in _NAMED_SO.finditer(reading.shape):
        word = reading.phrases[match.start("w")].last_word
        coalition = reading.coalition(match.start("k"))
        nations = reading.nations(match.start("n"))
        called = word in nouns("naming") and (match["e"] or word not in ("known",))
        if called and coalition and len(nations) > 2 and not is_exercise(coalition):
            end = reading.phrases[match.start("k")].end
            yield Told(coalition, nations, Status.MEMBER, Act.STANDING, "roster: called", 0.75,
                       end, end)  # fmt: skip


_BEHIND = re.compile(
    r"(?:f(?:(?P<of>L)|[aow]{0,4}[gL])[-:(](?P<group>A)|\((?P<in>A)(?=\))|-[bl]*(?P<dash>A)(?=-|#?[.;]|#?\Z)"
    r"|f[bdl]*(?P<ofn>A)(?=[,Vxw.;:]|\Z)|(?P<q>q)[bdl]*(?P<between>A)(?=[,Vx.;:&]|\Z)"
    r"|,?[-]?x?[b]?d[aowW#&]{0,5}?(?P<noun>w)(?:[fky]|q)(?:[dlb]*#[:-]|[dlb]*(?P<role>L)[:,fh-]*)?[bl]*(?P<n>A)"
    r"|[,]?k(?:[dlawo#]{0,4}[mgr]?[LM]?[:,fh-]*)(?P<with>[AM]))"
)


def _behind(scene: Scene, at: int) -> Iterator[Told]:
    """What stands right behind one name: in brackets or dashes, behind "of", a noun or "with"."""
    reading = scene.reading
    coalition = reading.coalition(at)
    match = _BEHIND.match(reading.shape, at + 1)
    if match is None or coalition is None:
        return
    if at and reading.phrases[at - 1].last_word in ("unlike", "outside", "besides"):
        return
    name = next(n for n in ("group", "in", "dash", "ofn", "between", "n", "with") if match[n])
    place = match.start(name)
    nations = joined_right(scene, place)
    if name == "with" and not is_exercise(coalition) and not _is_in_it(scene, place):
        return
    if len(nations) < 2 and name != "with":
        return
    if name == "n" and not _is_union(scene, match.start("noun")):
        return
    if name == "between" and not _joins(scene, at, match.start("q"), len(nations)):
        return
    listed = next((r for r in ("role", "of") if match[r]), None)
    count = stated_count(reading.phrases[match.start(listed)]) if listed else None
    status = of_exercise(Status.MEMBER, coalition)
    if name == "with":
        status = status_beside(scene, place) or status
    end = reading.phrases[place].end
    yield Told(
        coalition, nations, status, Act.STANDING, "roster: behind", 0.8, reading.phrases[at].start,
        end, count,
    )  # fmt: skip


_IN_IT = re.compile(r"A(?:[,&]+A)*(?:i[EK]|i(?=,|\Z)|(?:i|t|q)[d]?(?P<at>w)(?=,|\Z))")


def _is_in_it(scene: Scene, place: int) -> bool:
    """ "the league, with Chile and Peru in it", "with Chile and Peru on board"."""
    found = _IN_IT.match(scene.reading.shape, place)
    if found is None or found["at"] is None:
        return found is not None
    where = scene.reading.phrases[found.start("at")].last_word
    return where in nouns("inside")


def _joins(scene: Scene, at: int, between: int, several: int) -> bool:
    """ "under the pact between Chile, Peru and Spain", not "a quarrel in the pact between …"."""
    reading = scene.reading
    inside = at > 0 and reading.shape[at - 1] == "i"
    # Two are the parties of a paper between themselves, unless it is a body that is known.
    body = reading.coalition(at)
    few = several < _MANY and (body is None or body.slug is None)
    return not inside and not few and reading.phrases[between].last_word in nouns("between")


#: So many are more than the two parties of a paper.
_MANY = 3


def _is_union(scene: Scene, at: int) -> bool:
    """Whether the noun is one of nations together: "a partnership", not "a meeting"."""
    return scene.reading.phrases[at].last_word in nouns("anaphora")
