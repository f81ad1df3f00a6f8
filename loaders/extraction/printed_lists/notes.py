"""What a line says of its own nations: "Norway (host)", "Chile | observer | 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from loaders.extraction.dates.temporal import TimeExpression, find_times
from loaders.extraction.language.vocabulary import ordered_words
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.printed_lists.above import Above, is_label
from loaders.extraction.printed_lists.cells import Cell
from loaders.extraction.printed_lists.entries import Entry
from loaders.extraction.printed_lists.leads import standing_of_words
from loaders.extraction.printed_lists.lines import Group, Line
from loaders.extraction.printed_lists.standings import LEFT, Standing, of_note, pattern_of
from loaders.extraction.printed_lists.tables import Columns, is_tick
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import Span


class Said(NamedTuple):
    """What a line says of one nation: a standing, and the day since (or until) which it holds."""

    standing: Standing | None = None
    when: TimeExpression | None = None


#: Words of a note that name a standing stand in a short piece of it: "host; telescopes in Chile".
_LONGEST_PIECE = 5
_LONGEST_HOST = 3
_PIECE = re.compile(r"[^,;:/–—()|]+")
_HEAD = re.compile(r"^[\s\W]*(?:and |as |the |its |an? |now |also )*", re.I)
#: Nothing but a day: "2019", "(12 May 2021)".
_ONLY = re.compile(r"[\W_]*\Z")


def said_of(
    survey: Survey, line: Line, group: Group, entry: Entry, columns: Columns | None
) -> Said:
    """What the line says of one of its nations."""
    found = [_bracket(survey, entry.note), _shared(survey, group, entry)]
    if line.cells is not None:
        found += [_cell(survey, cell, columns) for cell in _others(line)]
    elif group.label is not None:
        found += [_behind(survey, note) for note in group.notes]
    else:
        found += [_bracket(survey, note) for note in group.notes]
    standing = next((said.standing for said in found if said.standing), None)
    left = next((said for said in found if said.standing is LEFT), None)
    days = (said.when for said in ([left] if left and left.when else found) if said.when)
    when = next(days, None)
    return Said(standing, when)


def _shared(survey: Survey, group: Group, entry: Entry) -> Said:
    """What the only bracket of a line, behind its last nation, says of all: "A and B (2020)"."""
    *before, last = group.listed.entries
    if not before or entry is last or last.note.start == last.note.end:
        return Said()
    if any(_bracket(survey, other.note) != Said() for other in before):
        return Said()
    said = _bracket(survey, last.note)
    plural = survey.document.text[last.note.start : last.note.end].rstrip().endswith("s")
    return said if plural or said.when is not None else Said()


def _others(line: Line) -> Iterator[Cell]:
    """The cells of a line that hold no nations."""
    listing = {other.cell for other in line.groups}
    for cell in line.cells.cells if line.cells else ():
        if cell not in listing and cell.end > cell.start:
            yield cell


def _cell(survey: Survey, cell: Cell, columns: Columns | None) -> Said:
    """What a cell says, by the head of its column; without a head only what is plain."""
    text = survey.document.text[cell.start : cell.end]
    span = Span(cell.start, cell.end)
    if columns is None:
        return _bracket(survey, span)
    if columns.body(cell):
        return Said()
    if columns.holds_standings(cell):
        return Said(of_note(text), day_in(survey, span))
    head = columns.standing(cell)
    if columns.holds_days(cell):
        until = head is not None and head.act is Act.LEAVING
        when = day_in(survey, span)
        if not until:
            return Said(head if when else of_note(text), when)
        return Said(LEFT, when) if when else Said()
    return Said(head) if head is not None and is_tick(text) else Said()


def day_in(survey: Survey, span: Span) -> TimeExpression | None:
    """The first day that a stretch gives, read by itself where prose gives none."""
    if found := survey.times_in(*span):
        return found[0]
    # A day right behind a comma of a CSV row is none to a reader of prose.
    text = survey.document.text[span.start : span.end]
    return next(iter(find_times(text, survey.document.published)), None)


def _bracket(survey: Survey, note: Span) -> Said:
    """What words in brackets, or behind a mark, say."""
    text = survey.document.text[note.start : note.end]
    standing = None
    for piece in _PIECE.finditer(text):
        words = _HEAD.sub("", piece.group())
        if len(words.split()) > _LONGEST_PIECE + 3:
            continue
        told = of_opening(words)
        if told is None or (told.status is Status.HOST and len(words.split()) > _LONGEST_HOST):
            continue
        standing = told
        break
    return Said(standing, _stated(survey, note, text))


def of_opening(words: str) -> Standing | None:
    """What the first words of a note say, or of a piece of one."""
    return of_note(" ".join(words.split()[:_LONGEST_PIECE]))


def _stated(survey: Survey, note: Span, text: str) -> TimeExpression | None:
    """The day a note gives, if it is that of joining or leaving: "since 2021", "2021"."""
    for time in survey.times_in(*note)[:2]:
        before = text[: time.start - note.start]
        after = text[time.end - note.start :]
        # "the founders (2021)": alone in its own bracket
        bracketed = before.rpartition("(")[2]
        alone = _ONLY.fullmatch(bracketed) and re.match(r"\W*(?:\Z|[–—,;:)])", after)
        if alone or _since().search(before[-_SINCE_REACH:]):
            return time
    return None


_SINCE_REACH = 30


@cache
def _since() -> re.Pattern[str]:
    left = ", ".join(("left", "withdrew", "until", "exited", "quit"))
    return pattern_of(", ".join(ordered_words("list_labels", "since")) + ", " + left)


def _behind(survey: Survey, tail: Span) -> Said:
    """What the rest of a sentence says of the nations listed: "…, whose ministers signed it"."""
    text = survey.document.text[tail.start : tail.end]
    told = standing_of_words(text) if len(text) > _SHORTEST_CLAUSE else None
    if told is None or not (told.act is Act.JOINING or told.status is Status.ANNOUNCED):
        return Said()
    return Said(told, day_in(survey, tail))


_SHORTEST_CLAUSE = 12


def only_day(survey: Survey, group: Group) -> TimeExpression | None:
    """The one whole day among the notes of a row: "Chile – Santiago, 3 May 2024"."""
    days = [t for note in group.notes for t in survey.times_in(*note)]
    return days[0] if len(days) == 1 and _WHOLE_DAY.fullmatch(days[0].edtf or "") else None


_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d~?")


def day_above(survey: Survey, above: Above, standing: Standing | None) -> TimeExpression | None:
    """The day that a label, or the sentence leading to a list, gives for all nations of it."""
    if above.said is None:
        return None
    if is_label(survey.document.text[above.said.start : above.said.end]):
        return label_day(survey, above.said)
    joining = standing is not None and (
        standing.act is Act.JOINING or standing.status is Status.ANNOUNCED
    )
    times = survey.times_in(*above.said) if joining else ()
    return times[-1] if times else None


def label_day(survey: Survey, label: Span) -> TimeExpression | None:
    """The day a label gives for all nations under it: "Joined in 2021", "Second group, 2025"."""
    text = survey.document.text[label.start : label.end]
    if _as_of().search(text) or not _since().search(text):
        return None
    return day_in(survey, label)


@cache
def _as_of() -> re.Pattern[str]:
    return pattern_of(", ".join(ordered_words("list_labels", "as_of")))
