"""Sentences reduced to what the rules read: nations, coalitions and dates become single signs.

"The CSpO Initiative unites the 10 nations of Australia, Canada and France." becomes
"The Ⓒ unites the 10 nations of Ⓝ.", on which a rule is one short pattern.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.dates.temporal import TimeExpression
from loaders.extraction.nations.enumerations import Enumeration
from loaders.extraction.survey.placed import Placed

NATIONS, ADJECTIVE, COALITION, TIME = "Ⓝ", "Ⓓ", "Ⓒ", "Ⓣ"
Item = Enumeration | CoalitionMention | TimeExpression


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

    def time(self, position: int) -> TimeExpression | None:
        """The dated expression that the sign at `position` stands for."""
        item = self.items.get(position)
        return item if isinstance(item, TimeExpression) else None


class Reducer:
    """Reduces stretches of one text; made once per article."""

    def __init__(
        self,
        text: str,
        enumerations: Placed[Enumeration],
        coalitions: Placed[CoalitionMention],
        times: Placed[TimeExpression],
    ) -> None:
        self._text = text
        self._enumerations, self._coalitions, self._times = enumerations, coalitions, times

    def reduce(self, start: int, end: int) -> Clause:
        """The clause between two offsets of the text."""
        coalitions = self._coalitions.between(start, end)
        inside: list[Item] = [
            *coalitions,
            *self._times.between(start, end),
            *self._enumerations.between(start, end),
        ]
        pieces: list[str] = []
        items: dict[int, Item] = {}
        last, length = start, 0
        owners = self._owners(coalitions) if len(coalitions) > 1 else ()
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

    def _owners(self, named: list[CoalitionMention]) -> set[int]:
        """Where a coalition only owns or leads the next: "NATO's Alliance …", "NATO-led …"."""
        pairs = pairwise(named)
        return {a.start for a, b in pairs if self._text[a.end : b.start] in _OWNS_NEXT}


_OWNS_NEXT = ("’s ", "'s ", "-led ", "-run ", "-initiated ", "-backed ")


def _sign(item: Item) -> str:
    if isinstance(item, Enumeration):
        return NATIONS if item.names else ADJECTIVE
    return COALITION if isinstance(item, CoalitionMention) else TIME
