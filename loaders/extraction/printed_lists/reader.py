"""What a list was read as, and what each nation of it is told to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.mention import CoalitionMention
from loaders.extraction.dates.temporal import TimeExpression
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.printed_lists.above import is_label
from loaders.extraction.printed_lists.bodies import fitted
from loaders.extraction.printed_lists.entries import Entry
from loaders.extraction.printed_lists.lines import Group, Line
from loaders.extraction.printed_lists.notes import only_day, said_of
from loaders.extraction.printed_lists.standings import Standing
from loaders.extraction.printed_lists.tables import Columns
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import Span


@dataclass(frozen=True, slots=True)
class ListHead:
    """What holds for all nations of a list: standing, body, head of the columns, day, its words."""

    standing: Standing | None
    body: CoalitionMention | None
    columns: Columns | None = None
    day: TimeExpression | None = None
    lead: Span | None = None
    verbal: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """One nation, how it stands to a body, since when, and the line that says so.

    `verbal` says that a clause is its label, which the frames of sentences may read better.
    """

    body: CoalitionMention
    nation: str
    standing: Standing
    when: TimeExpression | None
    line: Span
    lead: Span | None
    verbal: bool = False


@dataclass(slots=True)
class ListReader:
    """The lists of an article read so far.

    `listed` gives each listed paragraph its list, `settled` holds the stretches whose nations are
    read, `acts` what the lines of a chronology told, by paragraph.
    """

    survey: Survey
    heads: list[ListHead] = field(default_factory=list)
    listed: dict[int, int] = field(default_factory=dict)
    settled: list[Span] = field(default_factory=list)
    acts: dict[int, Standing] = field(default_factory=dict)

    def keep(self, paragraphs: Iterable[int], head: ListHead) -> None:
        """Keep what the lines in those paragraphs were read as."""
        self.heads.append(replace(head, day=None))
        self.listed |= dict.fromkeys(paragraphs, len(self.heads) - 1)

    def before(self, number: int | None) -> ListHead | None:
        """The list of that number."""
        return self.heads[number] if number is not None else None

    def span(self, index: int) -> Span:
        """The stretch of a paragraph."""
        paragraph = self.survey.document.paragraphs[index]
        return Span(paragraph.start, paragraph.end)

    def told_of(self, line: Line, group: Group, entry: Entry, head: ListHead) -> Iterator[Told]:
        """What one nation of a line is told to be: by its own words, else by its list."""
        own = said_of(self.survey, line, group, entry, head.columns)
        told = _narrowed(head.standing, own.standing)
        if told is None or told.is_outside or head.body is None:
            return
        when = own.when or head.day
        if when is None and told.act is Act.JOINING and len(group.listed.entries) == 1:
            when = only_day(self.survey, group)
        told = fitted(dated(self._lasting(told, head), when), head.body)
        if not told.is_outside:
            where = self.span(line.index)
            yield Told(head.body, entry.nation, told, when, where, head.lead, head.verbal)

    def _lasting(self, told: Standing, head: ListHead) -> Standing:
        """Who takes part in what lasts belongs to it, as a sentence says; a label is kept to."""
        if told.status is not Status.PARTICIPANT or head.lead is None or head.body is None:
            return told
        words = self.survey.document.text[slice(*head.lead)]
        called = is_label(words) or "participants" in words
        if called or is_exercise(head.body):
            return told
        return told._replace(status=Status.MEMBER)


def dated(standing: Standing, when: TimeExpression | None) -> Standing:
    """A standing with a day is one that began on it."""
    if when is not None and standing.act is Act.STANDING:
        return standing._replace(act=Act.JOINING)
    return standing


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
