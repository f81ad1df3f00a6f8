"""The cells of a line: of a Markdown table, of columns set with blanks or tabs, of a CSV row."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.extraction.texts.document import Document, Paragraph


class Cell(NamedTuple):
    """A stretch of the clean text, and where it stands in its line.

    `column` is the cell's number, or, where columns are set with blanks, the place in the line.
    """

    start: int
    end: int
    column: int


class Cells(NamedTuple):
    """The cells of one line; `by_place` says that their columns are places in the line."""

    cells: tuple[Cell, ...]
    by_place: bool

    def under(self, head: Cell) -> Cell | None:
        """The cell of this line that stands in the column of `head`."""
        return min(
            (cell for cell in self.cells if cell.column == head.column), key=_start, default=None
        )


def _start(cell: Cell) -> int:
    return cell.start


_COMMAS = re.compile(r"[^,;]+(?:[,;](?=\S)[^,;]*)+\Z")
_COMMA = re.compile(r"(?<!\d),|,(?!\d{3}(?!\d))|;")


def cells_of(document: Document, paragraph: Paragraph) -> Cells | None:
    """The cells of a paragraph, if it is a line of columns."""
    text = document.text[paragraph.start : paragraph.end]
    if "|" in text:
        return Cells(tuple(_split(text, paragraph.start, re.compile(r"\|"))), by_place=False)
    if spaced := _spaced(document, paragraph):
        return spaced
    if len(text) <= _LONGEST_CSV and _COMMAS.match(text):
        return Cells(tuple(_split(text, paragraph.start, _COMMA)), by_place=False)
    return None


_LONGEST_CSV = 120


def _split(text: str, offset: int, mark: re.Pattern[str]) -> list[Cell]:
    """The cells between marks; none for what stands outside the outer bars."""
    edges = [m.start() for m in mark.finditer(text)]
    starts, ends = [0, *(edge + 1 for edge in edges)], [*edges, len(text)]
    if text.startswith("|"):
        starts, ends = starts[1:], ends[1:]
    if text.endswith("|"):
        starts, ends = starts[:-1], ends[:-1]
    return [
        _trimmed(text, start, end, offset, number)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]


def _trimmed(text: str, start: int, end: int, offset: int, column: int) -> Cell:
    words = text[start:end]
    left = start + len(words) - len(words.lstrip())
    right = max(left, start + len(words.rstrip()))
    return Cell(offset + left, offset + right, column)


def _spaced(document: Document, paragraph: Paragraph) -> Cells | None:
    """Columns set with tabs or with two and more blanks, which the clean text no longer holds."""
    source, origin = document.source, document.origin
    first = origin.offset(paragraph.start)
    last = origin.offset(paragraph.end - 1) + 1
    raw = source[first:last]
    if "\n" in raw or not ("\t" in raw or "  " in raw):
        return None
    tabbed = "\t" in raw
    gaps = [m for m in (_TABS if tabbed else _BLANKS).finditer(raw)]
    if not gaps:
        return None
    cells: list[Cell] = []
    begin = paragraph.start
    for gap in gaps:
        end = _clean_offset(document, first + gap.start(), paragraph)
        cells.append(_cell(document, begin, end, first, tabbed, len(cells)))
        begin = _clean_offset(document, first + gap.end(), paragraph)
    cells.append(_cell(document, begin, paragraph.end, first, tabbed, len(cells)))
    return Cells(tuple(cells), by_place=not tabbed)


_TABS = re.compile(r" *\t *")
#: Two blanks behind a full stop only part sentences.
_BLANKS = re.compile(r"(?<![.!?:;”\"])  +")


def _cell(document: Document, start: int, end: int, line: int, tabbed: bool, number: int) -> Cell:
    return Cell(start, end, number if tabbed else document.origin.offset(start) - line)


def _clean_offset(document: Document, place: int, paragraph: Paragraph) -> int:
    """The place of the clean paragraph that stands at a place of the source, or right behind."""
    low, high = paragraph.start, paragraph.end
    while low < high:
        middle = (low + high) // 2
        if document.origin.offset(middle) < place:
            low = middle + 1
        else:
            high = middle
    return low
