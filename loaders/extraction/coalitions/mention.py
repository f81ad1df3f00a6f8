"""One place of a text that names a coalition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from loaders.extraction.language.phrases import Place


class CoalitionMention(NamedTuple):
    """A place that names a coalition: its slug, or None and the name as printed.

    `common_noun` says that it is named only by a noun ("the accords"), after its name;
    `exercise` that the text, or a list of names, calls one an exercise that has no slug.
    """

    start: int
    end: int
    slug: str | None
    name: str
    common_noun: bool = False
    exercise: bool = False

    @property
    def key(self) -> str:
        """What tells coalitions apart: the slug, else the printed name."""
        return self.slug or self.name


def covered_by(mentions: Sequence[CoalitionMention]) -> set[int]:
    """Every offset of a text that a mention covers."""
    return {offset for m in mentions for offset in range(m.start, m.end)}


def outside(places: Iterable[Place], covered: set[int]) -> Iterator[Place]:
    """The places of phrases that neither begin nor end on an offset that is `covered`."""
    return (
        (start, end, phrase)
        for start, end, phrase in places
        if start not in covered and end - 1 not in covered
    )
