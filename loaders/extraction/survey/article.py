"""What is named where in an article: nations, coalitions, dates. Read once, used by every rule."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.known import known_coalitions
from loaders.extraction.coalitions.mentions import CoalitionMention, find_coalitions
from loaders.extraction.dates.temporal import TimeExpression, find_times
from loaders.extraction.nations.agencies import with_agencies
from loaders.extraction.nations.enumerations import Enumeration, find_enumerations
from loaders.extraction.nations.governments import with_governments
from loaders.extraction.nations.mentions import NationFindings, NationMention, find_nations
from loaders.extraction.nations.onlookers import without_onlookers
from loaders.extraction.nations.regions import with_regions
from loaders.extraction.survey.clauses import Clause, Reducer
from loaders.extraction.survey.in_passing import is_in_passing
from loaders.extraction.survey.named_bodies import NamedBodies
from loaders.extraction.survey.placed import Placed
from loaders.extraction.texts.document import Document, Span


class Section(NamedTuple):
    """Where a section begins, and the body that its heading names."""

    start: int
    body: CoalitionMention | None


class PlacedFindings(NamedTuple):
    """What an article names, by its offsets."""

    nations: Placed[NationMention]
    acting: Placed[NationMention]
    coalitions: Placed[CoalitionMention]
    times: Placed[TimeExpression]


@dataclass(frozen=True, slots=True)
class Survey:
    """An article with its named things in place."""

    document: Document
    nations: NationFindings
    #: The mentions of nations, and the capitals and agencies that stand for them.
    acting: tuple[NationMention, ...]
    coalitions: tuple[CoalitionMention, ...]
    times: tuple[TimeExpression, ...]
    enumerations: tuple[Enumeration, ...]
    placed: PlacedFindings
    reducer: Reducer
    named: NamedBodies
    #: The days of each exercise, by coalition key, once they were asked for (`editions.py`).
    editions: dict[str, tuple[str | None, str | None] | None] = field(default_factory=dict)
    #: What was asked of the whole article, whether it holds.
    field_of: dict[str, bool] = field(default_factory=dict)
    #: What was asked for as its one exercise, or its subject.
    sole: dict[str, CoalitionMention | None] = field(default_factory=dict)
    #: Of the mentions that were asked of, whether they name a body in passing only.
    in_passing: dict[CoalitionMention, bool] = field(default_factory=dict)
    #: The sections headed by bodies, once they were asked for (`survey/sections.py`).
    sections: dict[str, tuple[Section, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> Survey:
        """Read the article's text once for each kind of named thing."""
        text = document.text
        nations = find_nations(text)
        acting = with_agencies(text, with_governments(text, nations.mentions))
        enumerations = tuple(find_enumerations(text, acting))
        coalitions = find_coalitions(text, enumerations)
        enumerations = with_regions(text, without_onlookers(text, enumerations))
        times = _outside(coalitions, find_times(text, document.published))
        placed = PlacedFindings(
            Placed(nations.mentions), Placed(acting), Placed(coalitions), Placed(times)
        )
        reducer = Reducer(text, Placed(enumerations), placed.coalitions, placed.times)
        named = NamedBodies(coalitions)
        return cls(
            document, nations, acting, coalitions, times, enumerations, placed, reducer, named
        )

    def clause(self, sentence: Span) -> Clause:
        """A sentence in reduced form."""
        return self.reducer.reduce(sentence.start, sentence.end)

    def nations_in(self, start: int, end: int) -> tuple[str, ...]:
        """The nations that are spoken of between two offsets, each once, in order."""
        return tuple(dict.fromkeys([m.nation for m in self.placed.acting.between(start, end)]))

    def named_in(self, start: int, end: int) -> tuple[str, ...]:
        """The nations named between two offsets, each once, in order; no capitals for them."""
        return tuple(dict.fromkeys([m.nation for m in self.placed.nations.between(start, end)]))

    def mentions_in(self, start: int, end: int) -> tuple[NationMention, ...]:
        """The mentions of nations, governments included, between two offsets."""
        return tuple(self.placed.acting.between(start, end))

    def coalitions_in(self, start: int, end: int) -> tuple[str, ...]:
        """The slugs of the known coalitions named between two offsets, each once, in order."""
        named = self.placed.coalitions.between(start, end)
        return tuple(dict.fromkeys([m.slug for m in named if m.slug]))

    def times_in(self, start: int, end: int) -> tuple[TimeExpression, ...]:
        """The dated expressions between two offsets."""
        return tuple(self.placed.times.between(start, end))

    def coalition_mentions_in(self, start: int, end: int) -> tuple[CoalitionMention, ...]:
        """All mentions of coalitions between two offsets, unknown ones and common nouns too."""
        return tuple(self.placed.coalitions.between(start, end))

    def coalition_before(self, position: int, reach: int) -> CoalitionMention | None:
        """The last coalition named not farther back than `reach`; an alliance only if no other."""
        fallback: CoalitionMention | None = None
        for mention in reversed(self.placed.coalitions.last_before(position, _LAST_NAMED)):
            if position - mention.end > reach:
                break
            if mention.slug != "nato" and not self.is_in_passing(mention):
                return mention
            fallback = fallback or mention
        return fallback

    def is_in_passing(self, mention: CoalitionMention) -> bool:
        """Whether a mention names a body in passing only (`survey/in_passing.py`)."""
        if mention not in self.in_passing:
            self.in_passing[mention] = is_in_passing(self.document.text, mention)
        return self.in_passing[mention]

    def last_two(self, position: int) -> tuple[CoalitionMention, ...]:
        """The last two coalitions named shortly before a position; none if fewer were."""
        last = self.placed.coalitions.last_before(position, _LAST_NAMED)
        near = [m for m in last if position - m.end < _BOTH_REACH]
        named = {m.key: m for m in reversed(near)}
        return tuple(named.values())[:2] if len(named) > 1 else ()

    def is_of_space(self) -> bool:
        """Whether the article is of this field: it speaks of space, satellites or orbits."""
        if "space" not in self.field_of:
            self.field_of["space"] = bool(_OF_SPACE.search(self.document.text, 0, 4000))
        return self.field_of["space"]

    def main_exercise(self, position: int) -> CoalitionMention | None:
        """The exercise that the headline or the lead names, if it is not far before a position."""
        if "exercise" not in self.sole:
            leading = [m for m in self.coalitions if m.start < _LEAD and not m.common_noun]
            named = {_SERIES.sub("", m.key): m for m in leading if is_exercise(m)}
            self.sole["exercise"] = next(iter(named.values())) if len(named) == 1 else None
        main = self.sole["exercise"]
        return main if main and 0 <= position - main.end < _EXERCISE_REACH else None


_BOTH_REACH = 900
_LAST_NAMED = 6
#: The headline and the first sentences.
_LEAD = 700
_EXERCISE_REACH = 5000
#: An edition is its series': "Schriever Wargame 2025".
_SERIES = re.compile(r"[- ](?:19|20)?\d\d\Z")
_OF_SPACE = re.compile(
    r"\b(?:[Ss]pace|[Ss]atellites?|[Oo]rbit(?:s|al)?|[Rr]ockets?|[Ll]unar|[Aa]stronauts?)\b"
)


def _outside(
    coalitions: tuple[CoalitionMention, ...], times: tuple[TimeExpression, ...]
) -> tuple[TimeExpression, ...]:
    """The dates without the years of editions: the 2022 of "Global Sentinel 2022" is a name."""
    kinds = known_coalitions().kinds
    exercises = [m for m in coalitions if kinds.get(m.slug or "", "").startswith("exercise")]
    busy = {p for m in exercises if not m.common_noun for p in range(m.start, m.end + 2)}
    # "Global Sentinel this spring" is no name.
    return tuple(t for t in times if t.relative or t.start not in busy)
