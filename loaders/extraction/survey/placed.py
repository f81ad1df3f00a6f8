"""What was found in a text, in its order, looked up by offsets: asked for every sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar


class _Found(Protocol):
    """What was found between two offsets of a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_Item = TypeVar("_Item", bound=_Found)


class Placed(Generic[_Item]):
    """Items of a text by where they begin; `items` must be in that order."""

    __slots__ = ("_items", "_starts")

    def __init__(self, items: Sequence[_Item]) -> None:
        self._items = items
        self._starts = [item.start for item in items]

    def between(self, start: int, end: int) -> list[_Item]:
        """The items that lie between two offsets, in order."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        if first == last:
            return []
        return [item for item in self._items[first:last] if item.end <= end]

    def last_before(self, position: int, size: int) -> Sequence[_Item]:
        """The last items that begin before an offset, at most so many, in order."""
        last = bisect_left(self._starts, position)
        return self._items[max(0, last - size) : last]
