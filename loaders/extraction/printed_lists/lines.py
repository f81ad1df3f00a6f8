"""Lines of printed lists: rows of one nation, labels with nations behind them, rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.extraction.printed_lists.cells import Cell, Cells, cells_of
from loaders.extraction.printed_lists.entries import Listed, entries_at
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import Paragraph, ParagraphKind, Span

#: A longer paragraph holds no list, whatever it opens with.
_LONGEST_LINE = 2500
_LONGEST_LABEL = 90
_LONGEST_NOTE = 200
#: What can follow the nation of a row: nothing, a mark and a note, or a few words without a stop.
_NOTED = re.compile(r"\s?(?:[:–—•]|\.{3,}|-\s|->|=|/)\s?")
_AFTER_COMMA = re.compile(r"[,;]\s")
_FEW_WORDS = re.compile(r"\s[^\s.,;:]+(?:\s[^\s.;:]+){0,7}\.?\Z")
_CAPITAL = re.compile(r"\s?[A-Z]")
#: "China and Russia, the founders (2021)": what an item says of all its nations.
_APPOSED = re.compile(r",\s(?:the|its|both|all|our)\s[^\s.,;:]+(?:\s[^\s.,;:]+){0,5}\.?\Z")
_LABEL = re.compile(
    rf"(?:\A|(?<=[.;•|])\s|(?<=\.\s)|(?<=;\s))[\W_]{{0,4}}(?P<label>[^\s:;|](?:(?!\.\s)[^:;|]){{0,{_LONGEST_LABEL}}}?)"
    r"\s?(?::[* ]{0,3}|\s[–—-]\s|=)\s?"
)
#: What parts a label from its list.
_PARTED = re.compile(r"[:=–—-](?:(?<=[:=])|(?<=\s[–—-])\s)")


@dataclass(frozen=True, slots=True)
class Group:
    """Nations of one line: the label right before them, the cell they stand in, their notes.

    `notes` are what the line says of them besides: other cells, or the words behind them.
    """

    listed: Listed
    label: Span | None = None
    cell: Cell | None = None
    notes: tuple[Span, ...] = ()

    @property
    def nations(self) -> tuple[str, ...]:
        """The nations, each once."""
        return tuple(dict.fromkeys(entry.nation for entry in self.listed.entries))


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph that is part of a printed list."""

    index: int
    groups: tuple[Group, ...]
    cells: Cells | None = None

    @property
    def is_row(self) -> bool:
        """Whether it opens with its nations, so that what they are stands above."""
        return all(group.label is None for group in self.groups)


def find_lines(survey: Survey) -> Iterator[Line]:
    """Every line that may be part of a printed list, in order."""
    document = survey.document
    last = -1
    for mention in survey.nations.mentions:
        index = document.paragraph_at(mention.start)
        if index == last or mention.demonym:
            continue
        last = index
        line = _line(survey, index, document.paragraphs[index])
        if line is not None:
            yield line


def _line(survey: Survey, index: int, paragraph: Paragraph) -> Line | None:
    if paragraph.end - paragraph.start > _LONGEST_LINE:
        return None
    cells = cells_of(survey.document, paragraph)
    if cells is not None and len(cells.cells) > 1:
        groups = tuple(_in_cells(survey, cells))
        return Line(index, groups, cells) if groups else None
    row = _row(survey, paragraph) or _dated_row(survey, paragraph)
    if row is not None:
        return Line(index, (row,))
    groups = tuple(_labelled(survey, paragraph))
    return Line(index, groups) if groups else None


def _in_cells(survey: Survey, cells: Cells) -> Iterator[Group]:
    """The cells that hold nothing but nations, the others being notes of the first of them."""
    text = survey.document.text
    found = [(cell, entries_at(survey, cell.start, cell.end)) for cell in cells.cells]
    listing = [
        (cell, listed)
        for cell, listed in found
        if listed and not re.search(r"\w", text[listed.tail.start : listed.tail.end])
    ]
    of_nations = {cell for cell, _ in listing}
    others = tuple(
        Span(cell.start, cell.end)
        for cell in cells.cells
        if cell not in of_nations and cell.end > cell.start
    )
    for cell, listed in listing:
        yield Group(listed, None, cell, others)


def _row(survey: Survey, paragraph: Paragraph) -> Group | None:
    """A line that opens with a nation, with nothing or a note behind it."""
    listed = entries_at(survey, paragraph.start, paragraph.end)
    if listed is None:
        return None
    tail = survey.document.text[listed.tail.start : listed.tail.end]
    if not re.search(r"\w", tail):
        return Group(listed)
    item = paragraph.kind is not ParagraphKind.BODY
    if len(listed.entries) > 1 and item and _APPOSED.match(tail):
        return Group(listed, notes=(listed.tail,))
    if len(listed.entries) > 1 or len(tail) > _LONGEST_NOTE or _CAPITAL.match(tail):
        return None
    noted = _NOTED.match(tail) or (
        (item or listed.entries[0].note.end > 0) and _is_note(tail, item)
    )
    return Group(listed, notes=(listed.tail,)) if noted else None


def _is_note(tail: str, item: bool) -> bool:
    if _AFTER_COMMA.match(tail):
        return item and not re.search(r"\.\s", tail)
    return bool(_FEW_WORDS.match(tail)) and item


def _dated_row(survey: Survey, paragraph: Paragraph) -> Group | None:
    """ "2016 – Peru": the day first."""
    for time in survey.times_in(paragraph.start, min(paragraph.end, paragraph.start + 40))[:1]:
        before = survey.document.text[paragraph.start : time.start]
        mark = _DATED_MARK.match(survey.document.text, time.end, paragraph.end)
        if re.search(r"\w", before) or mark is None:
            return None
        row = _row(survey, Paragraph(mark.end(), paragraph.end, ParagraphKind.ITEM))
        if row is None or row.notes:
            # "2016: Peru joins" is a sentence with a label.
            return None
        return Group(row.listed, notes=(Span(time.start, time.end),))
    return None


_DATED_MARK = re.compile(r"\)?\s?(?:[:–—]|-\s|\s)\s?")


def _of_units(survey: Survey, paragraph: Paragraph) -> list[Group]:
    """ "Pacific cell - Canberra. Australia, Japan.": units with their seats, each with its list.

    None where anything else stands in the paragraph.
    """
    text, at = survey.document.text, paragraph.start
    groups: list[Group] = []
    while head := _UNIT.match(text, at, paragraph.end):
        listed = entries_at(survey, head.end(), paragraph.end)
        stop = _END_OF_LIST.match(text, listed.tail.start, paragraph.end) if listed else None
        if listed is None or stop is None or len(listed.entries) < _FEWEST_OF_UNIT:
            return []
        groups.append(Group(listed, Span(*head.span("label"))))
        at = stop.end()
    return groups if at == paragraph.end else []


_UNIT = re.compile(
    r"[\W_]{0,4}(?P<label>[A-Z][^.;:|\n]{2,60}?(?:\s[–—-]\s|,\s|\s\()[^.;:|\n]{2,40})\.\s"
)
_END_OF_LIST = re.compile(r"\W*(?:\Z|(?<=[.;])\s)")
_FEWEST_OF_UNIT = 2


def _labelled(survey: Survey, paragraph: Paragraph) -> Iterator[Group]:
    """ "Members: Chile and Peru; observers: Spain": labels, each with nations right behind it."""
    if units := _of_units(survey, paragraph):
        yield from units
        return
    text = survey.document.text[paragraph.start : paragraph.end]
    done = 0
    for match in _LABEL.finditer(text) if _PARTED.search(text) else ():
        if match.start() < done:
            continue
        start = paragraph.start + match.end()
        label = Span(paragraph.start + match.start("label"), paragraph.start + match.end("label"))
        if survey.mentions_in(*label) or _is_amid_day(survey, label):
            continue
        dashed = not re.search(r"[:=]\s*\Z", match.group())
        count = len(match["label"].split())
        if count > (_DASHED_WORDS if dashed else _LABEL_WORDS):
            continue
        listed = entries_at(survey, start, paragraph.end)
        if listed is None or not _ends_list(survey, listed, dashed):
            continue
        done = listed.tail.start - paragraph.start
        yield Group(listed, label, notes=_said_behind(survey, listed))


def _is_amid_day(survey: Survey, label: Span) -> bool:
    """ "On Oct. 13, 2020, with eight founders: …": the point behind "Oct" ends nothing."""
    times = survey.times_in(max(0, label.start - _LONGEST_MONTH), label.end)
    return any(time.start < label.start < time.end for time in times)


_LONGEST_MONTH = 6
#: A label of more words is a sentence, for the frames to read.
_LABEL_WORDS = 6
#: A dash parts a label from its list only where the label is short.
_DASHED_WORDS = 4


def _ends_list(survey: Survey, listed: Listed, whole: bool) -> bool:
    """Whether the list ends where a name of a body or a sentence does not go on from it."""
    tail = survey.document.text[listed.tail.start : listed.tail.end]
    if whole:
        return re.match(r"\s*(?:[.;)]|\Z)", tail) is not None
    return not re.match(r"(?:'s|’s|-\w|\s[A-Z])", tail)


def _said_behind(survey: Survey, listed: Listed) -> tuple[Span, ...]:
    """The words behind a list up to the end of its sentence."""
    text = survey.document.text
    stop = re.compile(r"[.;](?:\s|\Z)").search(text, listed.tail.start, listed.tail.end)
    end = stop.start() if stop else listed.tail.end
    return (Span(listed.tail.start, end),) if end > listed.tail.start else ()
