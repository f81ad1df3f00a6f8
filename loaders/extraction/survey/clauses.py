"""Sentences reduced to what the rules read: nations, coalitions and dates become single signs.

"The CSpO Initiative unites the 10 nations of Australia, Canada and France." becomes
"The Ⓒ unites the 10 nations of Ⓝ.", on which a rule is one short pattern.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.dates.temporal import TimeExpression
from loaders.extraction.nations.enumerations import Enumeration

NATIONS, ADJECTIVE, COALITION, TIME = "Ⓝ", "Ⓓ", "Ⓒ", "Ⓣ"
Item = Enumeration | CoalitionMention | TimeExpression
_Positioned = TypeVar("_Positioned", Enumeration, CoalitionMention, TimeExpression)


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence (`start` to `end` of the text) in reduced form, and what its signs stand for."""

    start: int
    end: int
    reduced: str
    items: dict[int, Item]

    def nations(self, position: int) -> Enumeration | None:
        """The nations that the sign at `position` of the reduced form stands for."""
        item = self.items.get(position)
        return item if isinstance(item, Enumeration) else None

    def coalition(self, position: int) -> CoalitionMention | None:
        """The coalition that the sign at `position` stands for."""
        item = self.items.get(position)
        return item if isinstance(item, CoalitionMention) else None

    def times(self, start: int = 0, end: int | None = None) -> list[TimeExpression]:
        """The dated expressions between two positions of the reduced form, in order."""
        stop = len(self.reduced) if end is None else end
        found = [(p, i) for p, i in self.items.items() if start <= p < stop]
        return [item for _, item in sorted(found) if isinstance(item, TimeExpression)]


class Reducer:
    """Reduces stretches of one text; made once per article."""

    def __init__(
        self,
        text: str,
        enumerations: Sequence[Enumeration],
        coalitions: Sequence[CoalitionMention],
        times: Sequence[TimeExpression],
    ) -> None:
        self._text = text
        self._enumerations, self._coalitions, self._times = enumerations, coalitions, times
        self._starts = [[item.start for item in row] for row in (enumerations, coalitions, times)]

    def reduce(self, start: int, end: int) -> Clause:
        """The clause between two offsets of the text."""
        inside: list[Item] = [
            *_within(self._coalitions, self._starts[1], start, end),
            *_within(self._times, self._starts[2], start, end),
            *_within(self._enumerations, self._starts[0], start, end),
        ]
        pieces: list[str] = []
        items: dict[int, Item] = {}
        last, length = start, 0
        owners = self._owners(inside)
        owner: int | None = None
        for item in sorted(inside, key=lambda i: (i.start, -i.end)):
            if item.start < last:
                continue
            if item.start in owners:
                owner = item.start if owner is None else owner
                continue
            # "NATO's Alliance Persistent Surveillance from Space" is one name.
            opening = item.start if owner is None else owner
            owner = None
            pieces.append(self._text[last:opening])
            length += opening - last
            items[length] = item
            pieces.append(_sign(item))
            length += 1
            last = item.end
        pieces.append(self._text[last:end])
        return Clause(start, end, "".join(pieces), items)

    def _owners(self, items: list[Item]) -> set[int]:
        """Where a coalition only owns the one that follows: "NATO's Alliance …"."""
        named = [item for item in items if isinstance(item, CoalitionMention)]
        pairs = pairwise(named)
        return {a.start for a, b in pairs if self._text[a.end : b.start] in _POSSESSIVES}


_POSSESSIVES = ("’s ", "'s ")


def _within(
    row: Sequence[_Positioned], starts: list[int], start: int, end: int
) -> list[_Positioned]:
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    return [item for item in row[first:last] if item.end <= end]


def _sign(item: Item) -> str:
    if isinstance(item, Enumeration):
        return NATIONS if item.names else ADJECTIVE
    return COALITION if isinstance(item, CoalitionMention) else TIME
