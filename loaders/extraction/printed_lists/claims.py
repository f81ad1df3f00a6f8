"""The memberships that an article tells by layout: one claim for all nations that stand alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.mention import CoalitionMention
from loaders.extraction.dates.temporal import TimeExpression
from loaders.extraction.facts import Evidence
from loaders.extraction.memberships.claims import Claim
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.words import is_doubtful
from loaders.extraction.printed_lists.above import Above, look_above, without_bodies
from loaders.extraction.printed_lists.bodies import (
    body_named,
    body_of_article,
    fitted,
    standing_of_body,
)
from loaders.extraction.printed_lists.entries import Entry
from loaders.extraction.printed_lists.lines import Group, Line, find_lines
from loaders.extraction.printed_lists.notes import day_above, label_day, said_of
from loaders.extraction.printed_lists.standings import (
    Standing,
    is_neutral,
    is_plain,
    of_label,
    of_note,
)
from loaders.extraction.printed_lists.tables import Columns, is_no_tick, is_tick
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import ParagraphKind, Span

#: So many nations in one row are a roster of their own.
_ALONE = 4
#: A paragraph so long right behind a lone row is what it heads, and no list.
_PROSE = 120
_SURE = 0.85


@dataclass(frozen=True, slots=True)
class _List:
    """What a list was read as, for one that goes on from it under a heading of its own."""

    standing: Standing | None
    body: CoalitionMention | None
    columns: Columns | None = None


@dataclass(slots=True)
class _Reader:
    survey: Survey
    lists: list[_List] = field(default_factory=list)
    #: The list each paragraph belongs to.
    listed: dict[int, int] = field(default_factory=dict)
    settled: list[Span] = field(default_factory=list)

    def keep(self, lines: list[Line], read: _List) -> None:
        self.lists.append(read)
        self.listed |= {line.index: len(self.lists) - 1 for line in lines}


@dataclass(frozen=True, slots=True)
class _Told:
    """One nation, how it stands to a body, since when, and the line that says so."""

    body: CoalitionMention
    nation: str
    standing: Standing
    when: TimeExpression | None
    line: Span
    lead: Span | None


@dataclass(frozen=True, slots=True)
class PrintedLists:
    """What the lists of an article tell, and the stretches whose nations they settle."""

    claims: tuple[Claim, ...]
    settled: tuple[Span, ...]

    def without_settled(self, survey: Survey, claims: Iterable[Claim]) -> Iterator[Claim]:
        """The claims of sentences without the nations that they name in such a stretch only."""
        for claim in claims:
            nations = tuple(n for n in claim.nations if not self._settles(survey, claim, n))
            if nations:
                yield claim if nations == claim.nations else replace(claim, nations=nations)

    def _settles(self, survey: Survey, claim: Claim, nation: str) -> bool:
        mentions = [
            mention
            for evidence in claim.evidence
            for mention in survey.mentions_in(evidence.start, evidence.end)
            if mention.nation == nation
        ]
        return bool(mentions and self.settled) and all(
            any(start <= mention.start < end for start, end in self.settled) for mention in mentions
        )


def read_lists(survey: Survey) -> PrintedLists:
    """The claims of all printed lists: one for the nations of a list that stand alike."""
    reader = _Reader(survey)
    claims: list[Claim] = []
    for lines in _runs(find_lines(survey)):
        told = _of_rows(reader, lines) if lines[0].is_row else _of_labels(reader, lines[0])
        claims += _claims(told)
    return PrintedLists(tuple(claims), tuple(reader.settled))


def _runs(lines: Iterator[Line]) -> Iterator[list[Line]]:
    """Rows that follow one another; each line with labels by itself."""
    run: list[Line] = []
    for line in lines:
        goes_on = run and run[-1].is_row and line.is_row and line.index == run[-1].index + 1
        if run and not goes_on:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _span(reader: _Reader, line: Line) -> Span:
    paragraph = reader.survey.document.paragraphs[line.index]
    return Span(paragraph.start, paragraph.end)


# --- rows under what stands above them


def _of_rows(reader: _Reader, lines: list[Line]) -> list[_Told]:
    survey = reader.survey
    above = look_above(survey, lines[0].index, reader.listed)
    before = reader.lists[above.inherited] if above.inherited is not None else None
    standing = above.standing or (before.standing if before else None)
    goes_on = before is not None and above.standing is None
    named = None if goes_on else body_named(survey, above.words)
    start = survey.document.paragraphs[lines[0].index].start
    body = (
        named or (before.body if before else None) or body_of_article(survey, start, above.section)
    )
    columns = before.columns if before else None
    if above.header is not None:
        columns = Columns(survey, above.header)
    if standing is None and named is not None and above.section:
        standing = standing_of_body(named)
    if not goes_on and not _is_list(reader, lines, above, standing):
        return []
    reader.keep(lines, _List(standing, body, columns))
    if standing is not None:
        reader.settled += [_span(reader, line) for line in lines]
    told: list[_Told] = []
    for line in lines:
        for group in _read_groups(line, columns):
            told += _of_group(
                reader,
                line,
                group,
                _base(standing, group, columns, above.explicit),
                body,
                columns,
                above,
            )
    return told


def _is_list(reader: _Reader, lines: list[Line], above: Above, standing: Standing | None) -> bool:
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


def _read_groups(line: Line, columns: Columns | None) -> Iterator[Group]:
    """The cells of nations that count: the first, and those whose head says what they are."""
    for number, group in enumerate(line.groups):
        cell = group.cell
        if (
            number == 0
            or cell is None
            or columns is None
            or columns.standing(cell)
            or columns.body(cell)
        ):
            yield group


_NARROW = (
    Status.OBSERVER, Status.ASSOCIATE, Status.INVITED, Status.LIAISON, Status.HOST,
    Status.PARTICIPANT, Status.ANNOUNCED,
)  # fmt: skip


def _base(
    standing: Standing | None, group: Group, columns: Columns | None, explicit: bool
) -> Standing | None:
    """What the nations of a cell are by its list, or by the head of its column.

    A head that says more than "Nation" says it closer than a sentence that announces no list.
    """
    head = columns.standing(group.cell) if columns is not None and group.cell is not None else None
    if head is None or columns is None or group.cell is None:
        return standing
    plain = is_plain(columns.words(group.cell))
    if standing is None and plain:
        return None
    if standing is None or head.status in _NARROW or head.is_outside:
        return standing if standing is not None and standing.is_outside else head
    closer = not explicit and head.status is not Status.SIGNED
    return head if closer and not plain else standing


def _of_group(
    reader: _Reader,
    line: Line,
    group: Group,
    standing: Standing | None,
    body: CoalitionMention | None,
    columns: Columns | None,
    above: Above,
) -> list[_Told]:
    survey = reader.survey
    own = _row_body(survey, line, group, columns)
    if own is not None:
        body, standing = own, standing or standing_of_body(own)
    day = day_above(survey, above, standing)
    told = list(_ticked(survey, line, group, columns, above.said))
    if told or body is None or _is_of_bodies(line, group, columns):
        return told
    for entry in group.listed.entries:
        told += _of_entry(reader, line, group, entry, standing, body, columns, day, above.said)
    return told


def _is_of_bodies(line: Line, group: Group, columns: Columns | None) -> bool:
    """Whether the columns beside the nations are those of bodies, in which ticks stand or not."""
    if columns is None or line.cells is None:
        return False
    return any(columns.body(cell) for cell in line.cells.cells if cell != group.cell)


def _of_entry(
    reader: _Reader,
    line: Line,
    group: Group,
    entry: Entry,
    standing: Standing | None,
    body: CoalitionMention,
    columns: Columns | None,
    day: TimeExpression | None,
    lead: Span | None,
) -> Iterator[_Told]:
    """What one nation of a line is told to be: by its own words, else by its list."""
    own = said_of(reader.survey, line, group, entry, columns)
    told = _narrowed(standing, own.standing)
    if told is None or told.is_outside:
        return
    when = own.when or day
    if when is not None and told.act is Act.STANDING:
        told = told._replace(act=Act.JOINING)
    told = fitted(told, body)
    if not told.is_outside:
        yield _Told(body, entry.nation, told, when, _span(reader, line), lead)


def _narrowed(standing: Standing | None, own: Standing | None) -> Standing | None:
    """The standing of a nation in a list: its own words only narrow what the list says."""
    if own is None or standing is None or standing.is_outside:
        # "Who does not | Chile (member since 2021)" is not read on.
        return standing if standing is not None else own
    if own.is_outside or own.act is Act.LEAVING:
        return own
    if own.status in (Status.MEMBER, Status.SIGNED, Status.PARTICIPANT):
        narrower = standing.status is Status.PARTICIPANT and own.act is Act.JOINING
        return own if narrower else standing
    return own


def _row_body(
    survey: Survey, line: Line, group: Group, columns: Columns | None
) -> CoalitionMention | None:
    """The body named in the first cell of a row, of which the other cells tell."""
    if line.cells is None or group.cell is None or group.cell == line.cells.cells[0]:
        return columns.body(group.cell) if columns is not None and group.cell is not None else None
    first = line.cells.cells[0]
    return body_named(survey, [Span(first.start, first.end)])


def _ticked(
    survey: Survey, line: Line, group: Group, columns: Columns | None, lead: Span | None
) -> Iterator[_Told]:
    """The bodies at the heads of columns, with a tick, a day or a standing in a nation's row."""
    if columns is None or line.cells is None or len(group.listed.entries) != 1:
        return
    paragraph = survey.document.paragraphs[line.index]
    for cell in line.cells.cells:
        if cell == group.cell or (body := columns.body(cell)) is None:
            continue
        text = survey.document.text[cell.start : cell.end]
        if is_no_tick(text):
            continue
        when = next(iter(survey.times_in(cell.start, cell.end)), None)
        standing = of_note(text)
        if standing is None and (is_tick(text) or when):
            standing = standing_of_body(body)
        if standing is None or standing.is_outside:
            continue
        if when is not None and standing.act is Act.STANDING:
            standing = standing._replace(act=Act.JOINING)
        nation = group.listed.entries[0].nation
        span = Span(paragraph.start, paragraph.end)
        yield _Told(body, nation, fitted(standing, body), when, span, lead)


# --- labels with nations behind them


def _of_labels(reader: _Reader, line: Line) -> list[_Told]:
    survey = reader.survey
    above = look_above(survey, line.index, reader.listed)
    before = reader.lists[above.inherited] if above.inherited is not None else None
    section = above.standing if above.explicit else None
    if section is None and before is not None:
        section = before.standing
    body = body_named(survey, above.words) or (before.body if before else None)
    start = survey.document.paragraphs[line.index].start
    meant = body or body_of_article(survey, start, above.section)
    told: list[_Told] = []
    for group in line.groups:
        if group.label is None:
            continue
        if _is_doubted(survey, group):
            continue
        own = body_named(survey, [group.label]) or meant
        standing = _of_label(survey, group.label, section, own)
        if own is None or standing is None:
            continue
        first, last = group.listed.entries[0], group.listed.entries[-1]
        reader.settled.append(Span(first.start, last.end))
        day = label_day(survey, group.label)
        for entry in group.listed.entries:
            told += _of_entry(reader, line, group, entry, standing, own, None, day, group.label)
    if told or section is not None:
        reader.keep([line], _List(section, meant))
    return told


#: A label of more words is a sentence, in which a noun of standing must stand.
_LABEL_WORDS = 6


def _is_doubted(survey: Survey, group: Group) -> bool:
    """ "Allies that have yet to sign: …", "New members: … are in the process of joining"."""
    text = survey.document.text
    stretches = [*([group.label] if group.label else []), *group.notes]
    return any(is_doubtful(text[start:end]) for start, end in stretches)


def _of_label(
    survey: Survey, label: Span, section: Standing | None, body: CoalitionMention | None
) -> Standing | None:
    """What a label says, or what it stands under where it says nothing itself."""
    words = without_bodies(survey, label)
    told = of_label(words)
    if told is None:
        named = body_named(survey, [label])
        if section is None and named and body and not any(c.isalpha() for c in words):
            return standing_of_body(body)
        short = len(words.split()) <= _LABEL_WORDS
        return section if is_neutral(words) or short else None
    if told.status is Status.PARTICIPANT and (body is None or not is_exercise(body)):
        return told if len(words.split()) <= _LABEL_WORDS else None
    return told


# --- claims


def _claims(told: list[_Told]) -> Iterator[Claim]:
    alike: dict[tuple[str, Standing, str], list[_Told]] = {}
    for one in told:
        day = (one.when.edtf or "") if one.when else ""
        alike.setdefault((one.body.key, one.standing, day), []).append(one)
    for group in alike.values():
        first = group[0]
        lines = Evidence(first.line.start, max(one.line.end for one in group))
        lead = first.lead
        evidence = (
            (lines,)
            if lead is None or lead.start >= lines.start
            else (Evidence(lead.start, lead.end), lines)
        )
        yield Claim(
            first.body,
            tuple(dict.fromkeys(one.nation for one in group)),
            first.standing.status or Status.MEMBER,
            first.standing.act,
            "roster: printed list",
            _SURE,
            evidence,
            when=first.when,
        )
