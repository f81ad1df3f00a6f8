"""Rows of nations under what stands above them: bullets, lines, tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.extraction.coalitions.mention import CoalitionMention
from loaders.extraction.memberships.rules import Status
from loaders.extraction.printed_lists.above import Above, look_above
from loaders.extraction.printed_lists.bodies import (
    body_named,
    body_of_article,
    fitted,
    standing_of_body,
)
from loaders.extraction.printed_lists.lines import Group, Line
from loaders.extraction.printed_lists.notes import day_above
from loaders.extraction.printed_lists.reader import ListHead, ListReader, Told, dated
from loaders.extraction.printed_lists.standings import Standing, is_plain, of_note
from loaders.extraction.printed_lists.tables import Columns, is_no_tick, is_tick
from loaders.extraction.texts.document import ParagraphKind, Span

#: So many nations in one row are a roster of their own.
_ALONE = 4
#: A paragraph so long right behind a lone row is what it heads, and no list.
_PROSE = 120
_NARROW = (
    Status.OBSERVER, Status.ASSOCIATE, Status.INVITED, Status.LIAISON, Status.HOST,
    Status.PARTICIPANT, Status.ANNOUNCED,
)  # fmt: skip


def told_by_rows(reader: ListReader, lines: Sequence[Line]) -> Iterator[Told]:
    """What rows that follow one another tell of their nations."""
    survey = reader.survey
    above = look_above(survey, lines[0].index, reader.listed)
    before = reader.before(above.inherited)
    goes_on = before is not None and above.standing is None
    head = _head(reader, lines[0], above, before, goes_on)
    if not goes_on and not _is_list(reader, lines, above, head.standing):
        return
    reader.keep([line.index for line in lines], head)
    if head.standing is not None:
        reader.settled += [reader.span(line.index) for line in lines]
    for line in lines:
        for group in _groups_that_count(line, head.columns):
            base = _base(head.standing, group, head.columns, above.explicit)
            day = day_above(survey, above, base)
            yield from _told_by_group(reader, line, group, replace(head, standing=base, day=day))


def _head(
    reader: ListReader, first: Line, above: Above, before: ListHead | None, goes_on: bool
) -> ListHead:
    """What holds for all rows: by what stands above them, else by the list they go on from."""
    survey = reader.survey
    named = None if goes_on else body_named(survey, above.words)
    start = survey.document.paragraphs[first.index].start
    body = named or (before.body if before else None)
    body = body or body_of_article(survey, start, above.section)
    standing = above.standing or (before.standing if before else None)
    if standing is None and named is not None and above.named:
        standing = standing_of_body(named)
    columns = before.columns if before else None
    if above.header is not None:
        columns = Columns(survey, above.header)
        if columns.is_of_candidates():
            # "Nation | First agreement | Earliest membership": those who are on their way.
            standing = Standing(None)
    return ListHead(standing, body, columns, lead=above.said)


def _is_list(
    reader: ListReader, lines: Sequence[Line], above: Above, standing: Standing | None
) -> bool:
    """Whether rows are a list: two and more, many nations in one, or one under a plain label."""
    nations = {n for line in lines for group in line.groups for n in group.nations}
    if len(lines) > 1 or len(nations) > _ALONE or above.header is not None:
        return True
    paragraphs = reader.survey.document.paragraphs
    behind = paragraphs[lines[0].index + 1 : lines[0].index + 2]
    heads_prose = (
        any(p.kind is ParagraphKind.BODY and p.end - p.start > _PROSE for p in behind)
        and len(nations) == 1
        and paragraphs[lines[0].index].kind is not ParagraphKind.ITEM
    )
    return above.explicit and standing is not None and not heads_prose


def _groups_that_count(line: Line, columns: Columns | None) -> Iterator[Group]:
    """The cells of nations that count: the first, and those whose head says what they are."""
    for number, group in enumerate(line.groups):
        cell = group.cell
        if not number or cell is None or columns is None:
            yield group
            continue
        if columns.standing(cell) or columns.body(cell):
            yield group


def _base(
    standing: Standing | None, group: Group, columns: Columns | None, explicit: bool
) -> Standing | None:
    """What the nations of a cell are by its list, or by the head of its column.

    A head that says more than "Nation" says it closer than a sentence that announces no list.
    """
    if columns is None or group.cell is None or (head := columns.standing(group.cell)) is None:
        return standing
    plain = is_plain(columns.words(group.cell))
    if standing is None and plain:
        return None
    if standing is None or head.status in _NARROW or head.is_outside:
        return standing if standing is not None and standing.is_outside else head
    closer = not explicit and head.status is not Status.SIGNED
    return head if closer and not plain else standing


def _told_by_group(reader: ListReader, line: Line, group: Group, head: ListHead) -> Iterator[Told]:
    """What a line tells of the nations of one of its cells."""
    own = _row_body(reader, line, group, head.columns)
    if own is not None:
        head = replace(head, body=own, standing=head.standing or standing_of_body(own))
    if _is_of_bodies(line, group, head.columns):
        yield from _ticked(reader, line, group, head)
        return
    for entry in group.listed.entries:
        yield from reader.told_of(line, group, entry, head)


def _row_body(
    reader: ListReader, line: Line, group: Group, columns: Columns | None
) -> CoalitionMention | None:
    """The body named at the head of the nations' column, or in the first cell of their row."""
    if line.cells is None or group.cell is None:
        return None
    first = line.cells.cells[0]
    if group.cell == first:
        return columns.body(group.cell) if columns is not None else None
    return body_named(reader.survey, [Span(first.start, first.end)])


def _is_of_bodies(line: Line, group: Group, columns: Columns | None) -> bool:
    """Whether the columns beside the nations are those of bodies, in which ticks stand or not."""
    if columns is None or line.cells is None:
        return False
    return any(columns.body(cell) for cell in line.cells.cells if cell != group.cell)


def _ticked(reader: ListReader, line: Line, group: Group, head: ListHead) -> Iterator[Told]:
    """The bodies at the heads of columns, with a tick, a day or a standing in a nation's row."""
    survey, columns = reader.survey, head.columns
    for cell in line.cells.cells if line.cells and len(group.listed.entries) == 1 else ():
        body = columns.body(cell) if columns is not None and cell != group.cell else None
        text = survey.document.text[cell.start : cell.end]
        if body is None or is_no_tick(text):
            continue
        when = next(iter(survey.times_in(cell.start, cell.end)), None)
        standing = of_note(text)
        if standing is None and (is_tick(text) or when):
            standing = standing_of_body(body)
        if standing is not None and not standing.is_outside:
            told = fitted(dated(standing, when), body)
            nation = group.listed.entries[0].nation
            yield Told(body, nation, told, when, reader.span(line.index), head.lead)
