"""The columns of a table: which hold standings, days, or say yes or no under a head."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.extraction.coalitions.mention import CoalitionMention
from loaders.extraction.language.vocabulary import ordered_words, words
from loaders.extraction.printed_lists.bodies import body_named
from loaders.extraction.printed_lists.cells import Cell, Cells
from loaders.extraction.printed_lists.leads import without_bodies
from loaders.extraction.printed_lists.standings import Standing, of_label, pattern_of
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import Span


@dataclass(frozen=True, slots=True)
class Columns:
    """The head of a table, read."""

    survey: Survey
    head: Cells

    def head_of(self, cell: Cell) -> Cell:
        """The head of the column that a cell of a row stands in."""
        if not self.head.by_place:
            same = [h for h in self.head.cells if h.column == cell.column]
            return same[0] if same else self.head.cells[-1]
        return min(self.head.cells, key=lambda h: _distance(h, cell))

    def words(self, cell: Cell) -> str:
        """The words at the head of the column of a cell."""
        head = self.head_of(cell)
        return self.survey.document.text[head.start : head.end]

    def standing(self, cell: Cell) -> Standing | None:
        """What the head of the column says of nations in it."""
        head = self.head_of(cell)
        return of_label(without_bodies(self.survey, Span(head.start, head.end)))

    def body(self, cell: Cell) -> CoalitionMention | None:
        """The body that the head of the column names."""
        head = self.head_of(cell)
        named = body_named(self.survey, [Span(head.start, head.end)])
        return None if named is None or named.common_noun else named

    def holds_standings(self, cell: Cell) -> bool:
        """Whether the column is one of standings."""
        return bool(_columns("status_columns").search(self.words(cell)))

    def is_of_candidates(self) -> bool:
        """Whether a column says when the nations of the rows can belong at the soonest."""
        return any(_columns("candidate_columns").search(self.words(c)) for c in self.head.cells)

    def holds_days(self, cell: Cell) -> bool:
        """Whether the column is one of days or years."""
        return bool(_columns("date_columns").search(self.words(cell)))


def _distance(head: Cell, cell: Cell) -> int:
    """How far the columns are apart: 0 where one stands over the other."""
    begins, ends = head.column, head.column + head.end - head.start
    starts, stops = cell.column, cell.column + cell.end - cell.start
    return max(0, starts - ends, begins - stops)


@cache
def _columns(section: str) -> re.Pattern[str]:
    return pattern_of(", ".join(ordered_words("list_labels", section)))


def is_tick(text: str) -> bool:
    """Whether a cell says yes."""
    return text.strip() in words("list_labels", "ticks")


def is_no_tick(text: str) -> bool:
    """Whether a cell says no, or nothing."""
    return not text.strip() or text.strip() in words("list_labels", "no_ticks")
