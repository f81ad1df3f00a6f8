"""The bodies an article names, counted once: what it is about, and how often it named what before.

Asked of every sentence, a count over the whole article each time would take the square of its
length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from loaders.extraction.coalitions.mention import CoalitionMention

#: The headline and the first sentences.
_OPENING = 700
#: A body named so often is what an article is about, wherever it is named first.
_OFTEN = 4


class NamedBodies:
    """The coalitions named by name; the alliance is left out, since every article names it."""

    def __init__(self, mentions: Sequence[CoalitionMention]) -> None:
        self._firsts: dict[str, CoalitionMention] = {}
        self._starts: dict[str, list[int]] = {}
        self._mentions: dict[str, list[CoalitionMention]] = {}
        for mention in mentions:
            self._mentions.setdefault(mention.key, []).append(mention)
            if not mention.common_noun and mention.slug != "nato":
                self._firsts.setdefault(mention.key, mention)
                self._starts.setdefault(mention.key, []).append(mention.start)
        ends = [(named[0].end, key) for key, named in self._mentions.items() if key != "nato"]
        #: Where the first mentions of the two bodies mentioned first end.
        self._first_two = sorted(ends)[:2]
        self._opening = self._named_in_opening()
        self._often = self._most_often()

    def mentions_of(self, key: str) -> Sequence[CoalitionMention]:
        """Every mention of a body, by name or by a common noun, in order."""
        return self._mentions.get(key, ())

    def is_only(self, key: str, position: int) -> bool:
        """Whether it is the only body mentioned up to a position, in whatever words."""
        so_far = [body for end, body in self._first_two if end <= position]
        return so_far == [key]

    def count_before(self, key: str, position: int) -> int:
        """How often a body was named before a position."""
        return bisect_left(self._starts.get(key, ()), position)

    def main(self, position: int) -> CoalitionMention | None:
        """What the article is about: named where it opens and again, else most often so far."""
        if len(self._firsts) == 1:
            ((_, only),) = self._firsts.items()
            return only if only.start <= max(_OPENING, position) else None
        if self._opening is not None:
            return self._opening
        at = bisect_left(self._often, position, key=lambda mention: mention.start)
        return self._often[at - 1] if at else None

    def _named_in_opening(self) -> CoalitionMention | None:
        """Of the bodies named in the opening and again, the one named most often, then first."""
        found = [
            first
            for key, first in self._firsts.items()
            if first.start < _OPENING and len(self._starts[key]) > 1
        ]
        return max(found, key=lambda m: (len(self._starts[m.key]), -m.start), default=None)

    def _most_often(self) -> list[CoalitionMention]:
        """From each of these on it is the one named most often in all, of those named so far."""
        best: list[CoalitionMention] = []
        for key, first in self._firsts.items():
            count = len(self._starts[key])
            if count >= _OFTEN and (not best or count > len(self._starts[best[-1].key])):
                best.append(first)
        return best
