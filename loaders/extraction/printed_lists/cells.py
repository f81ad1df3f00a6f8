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
    """Columns set with tabs or blanks, which the clean text parts by one tab."""
    text = document.text[paragraph.start : paragraph.end]
    if "\t" not in text:
        return None
    cells = _split(text, paragraph.start, re.compile("\t"))
    origin = document.origin
    line = document.source.rfind("\n", 0, origin.offset(paragraph.start)) + 1
    if "\t" in document.source[line : origin.offset(paragraph.end - 1)]:
        return Cells(tuple(cells), by_place=False)
    placed = [cell._replace(column=origin.offset(cell.start) - line) for cell in cells]
    return Cells(tuple(placed), by_place=True)
