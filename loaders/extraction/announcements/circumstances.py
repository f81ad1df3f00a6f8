"""A sentence that reports an event, with all that the article gives around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from loaders.extraction.language.numbers import count_pattern, number_words
from loaders.extraction.language.verb_groups import Tense
from loaders.extraction.memberships.claims import Claim
from loaders.extraction.nations.onlookers import first_onlooker
from loaders.extraction.survey.article import Survey
from loaders.extraction.survey.participants import Participants
from loaders.extraction.texts.document import Span


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What surrounds an event: `clause` is its share of a sentence that tells of several."""

    survey: Survey
    sentence: Span
    trigger: Span
    clause: Span
    tense: Tense
    rosters: tuple[Claim, ...]
    people: Participants

    @property
    def text(self) -> str:
        """The sentence."""
        return self.survey.document.text[self.sentence.start : self.sentence.end]

    def officials(self, kind: str) -> tuple[str, ...]:
        """The persons of the sentence and of the one that takes it up; of a meeting, its guests."""
        found = self.people.in_span(*self._taken_up())
        if kind == "meeting":
            found += self.people.attending(self.survey)
        return tuple(dict.fromkeys(found))

    def _taken_up(self) -> Span:
        """The sentence, and the next one of the paragraph if it opens with "The operation"."""
        document = self.survey.document
        index = document.sentence_at(self.sentence.start)
        following = document.sentences[index + 1 : index + 2]
        if following and _TAKES_UP.match(document.text, following[0].start):
            same = document.paragraph_at(following[0].start) == document.paragraph_at(
                self.sentence.start
            )
            return Span(self.sentence.start, following[0].end) if same else self.sentence
        return self.sentence

    def nations_of_people(self) -> tuple[str, ...]:
        """Where no nation is named: those whose officials act in the sentence."""
        start, end = self.sentence
        end = first_onlooker(self.survey.document.text, start, end)
        return self.people.nations_in(start, end)

    def coalition_of_roster(self) -> tuple[str, ...]:
        """The coalition that "the 10 nations" are those of."""
        roster = self.counted_roster()
        return (roster.coalition.key,) if roster else ()

    def counted_roster(self) -> Claim | None:
        """The roster with as many nations as the sentence counts: "all 10 nations".

        None where only a later one has as many, and "the three countries" met before it.
        """
        number = self.counted()
        if number is None:
            return None
        counted = [claim for claim in self.rosters if len(claim.nations) == number]
        if counted and all(c.evidence[0].start >= self.sentence.end for c in counted):
            listed = self.survey.enumerations
            at = bisect_left(listed, self.sentence.start, key=lambda e: e.start)
            if any(len(e.nations) == number for e in listed[max(0, at - NEAREST_LISTS) : at]):
                return None
        return counted[0] if counted else None

    def counted(self) -> int | None:
        """How many nations the sentence speaks of: "the three countries", "both sides"."""
        text = self.text
        found = _COUNTED.search(text) if any(noun in text for noun in _COUNTABLE) else None
        if not found:
            return None
        number = found[1].lower()
        if number == "both":
            return 2
        return int(number) if number.isdigit() else number_words().get(number)


#: So many enumerations on either side of a sentence are looked at.
NEAREST_LISTS = 100
_TAKES_UP = re.compile(
    r"(?:The|This) (?:operation|exercise|agreement|meeting|strategy|launch|memorandum|deal|event)\b"
)
_COUNTABLE = ("nations", "countries", "allies", "leaders", "governments", "partners", "members",
              "sides", "states")  # fmt: skip
_COUNTED = re.compile(
    rf"\b(?:[Tt]he |[Aa]ll |[Bb]oth |its )*({count_pattern()}|both|Both) (?:[\w-]+ ){{0,2}}?"
    rf"(?:{'|'.join(_COUNTABLE)})\b"
)
