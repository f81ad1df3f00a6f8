"""Speakers named together: "Smith and Jones said", "Labour, the Greens and Plaid Cymru said"."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.extraction.facts import SpeakerKind
from loaders.extraction.language.vocabulary import words
from loaders.extraction.persons.names import NameKind, Names, Run
from loaders.extraction.speech.run_subjects import RunSubjects, Subject
from loaders.extraction.speech.speaker_nouns import last_word, word_before

_PREPOSITIONS = words("grammar", "prepositions")
_NAME_JOINT = re.compile(r"(?:, [^,]{2,40},)? (?:and|along with) \Z")
_BODY_JOINT = re.compile(r"(?:,|,? and) \Z")
#: How many names of a list before its last two are looked for.
_MOST_LISTED = 6


class JointSpeakers:
    """Finds those who stand beside a speaker in one masked text."""

    def __init__(self, masked: str, names: Names, runs: RunSubjects) -> None:
        self.masked = masked
        self.names = names
        self.runs = runs

    def with_others(self, low: int, subject: Subject) -> Subject:
        """ "Smith and Jones said": both of them."""
        if subject.run is None or subject.kind is not SpeakerKind.PERSON:
            return subject
        at = subject.run.lead
        if self.masked[max(low, at - 5) : at] != " and " or at - 5 <= low:
            return subject
        joined = last_word(self.masked, max(low, at - 12), at - 5)
        if joined is not None and joined.text.lower() in ("he", "she"):
            pronoun = joined.text.lower()
            with_him = Subject(joined.at, at - 5, SpeakerKind.PERSON, pronoun=pronoun)
            return replace(subject, others=(with_him,))
        other = self.names.by_end.get(at - 5)
        if other is None or other.parsed.kind is not NameKind.PERSON:
            return subject
        if word_before(self.masked, low, other.lead)[1] in _PREPOSITIONS:
            # "a march towards Vijay Chowk and Kharge said": another clause.
            return subject
        return replace(subject, others=(self.runs.of_run(other), *self._listed_before(low, other)))

    def with_bodies(self, low: int, subject: Subject) -> Subject:
        """ "Labour, the Greens and Plaid Cymru said": a list of bodies that opens its sentence."""
        if subject.run is None or subject.kind is SpeakerKind.PERSON:
            return subject
        start = self._article_before(low, subject.run.lead)
        if not self.masked.endswith(" and ", low, start):
            return subject
        others: list[Subject] = []
        for _ in range(_MOST_LISTED):
            joint = _BODY_JOINT.search(self.masked, max(low, start - 6), start)
            run = self.names.by_end.get(joint.start()) if joint else None
            other = self.runs.of_run(run) if run else None
            if run is None or other is None or other.kind is SpeakerKind.PERSON:
                break
            others.append(other)
            start = self._article_before(low, run.lead)
        opens = start <= low + 1 or self.masked[start - 1] == "\n"
        return replace(subject, others=tuple(others)) if opens else subject

    def _article_before(self, low: int, position: int) -> int:
        """Where a name begins with its article."""
        at = position - 4
        return at if at >= low and self.masked[at:position].lower() == "the " else position

    def _listed_before(self, low: int, run: Run) -> list[Subject]:
        """ "Roe, Gill" of "Roe, Gill and Day said"."""
        found: list[Subject] = []
        for _ in range(_MOST_LISTED):
            previous = self.names.by_end.get(run.lead - 2)
            comma = self.masked[run.lead - 2 : run.lead] == ", "
            person = previous is not None and previous.parsed.kind is NameKind.PERSON
            if not comma or previous is None or not person or previous.lead < low:
                break
            found.append(self.runs.of_run(previous))
            run = previous
        return found

    def with_name_before(self, low: int, subject: Subject) -> Subject:
        """ "Cunningham and other Labour MPs said", "Roe, D-Ohio, and two colleagues wrote"."""
        joint = _NAME_JOINT.search(self.masked, max(low, subject.start - 60), subject.start)
        run = self.names.by_end.get(joint.start()) if joint else None
        owned = self.masked.startswith(("its ", "their "), subject.start)
        if run is None or run.lead < low or not (run.parsed.kind is NameKind.PERSON or owned):
            return subject
        named = self.runs.of_run(run)
        return replace(named, others=(subject,)) if named.run is run else subject
