"""Credits without a verb of speech: "according to X", "in the words of X", "X's “…” remark"."""

from __future__ import annotations

from bisect import bisect_left

from loaders.extraction.persons.names import NameKind
from loaders.extraction.speech.attribution_patterns import (
    AS_PUT,
    ASKED_BY,
    BY,
    BY_WHOM,
    CALLED,
    FARTHEST_PASSIVE,
    HIS,
    IN_WORDS,
    MADE,
    OF_WORD,
    OF_WORDS,
    POSSESSIVE,
    PRESENTED,
    SAYING_NOUN,
    SHORT_CLAUSE,
)
from loaders.extraction.speech.attribution_rules import Attribution, Rule
from loaders.extraction.speech.carried_speakers import CarriedSpeakers
from loaders.extraction.speech.following_subjects import REACH
from loaders.extraction.speech.verb_subjects import ACCORDING
from loaders.extraction.speech.verbs import VerbForm
from loaders.extraction.texts.document import Quotation, Span


class VerblessCredits(CarriedSpeakers):
    """Rules for speakers told by a preposition, a noun or a passive."""

    def _prepositional(self, quotation: Quotation, stop: int) -> Attribution | None:
        end = quotation.outer_end
        match = ACCORDING.match(self.masked, self._skip(end)) or AS_PUT.match(self.masked, end)
        if match is None or match.end() >= stop:
            return None
        subject = self.subjects.after(match.end(), stop)
        return Attribution(quotation, Rule.ACCORDING, subject) if subject else None

    def _in_words_of(self, quotation: Quotation) -> Attribution | None:
        """ "It is, in the colonel's words, “one good eye”.": within the sentence, before it."""
        low = max(self._sentence(quotation.outer_start).start, quotation.outer_start - REACH)
        match = IN_WORDS.search(self.masked, low, quotation.outer_start)
        if match is None:
            return None
        start, end = match.span("who")
        run = self.names.by_end.get(end)
        if match.group("his"):
            subject = self.subjects.possessor(start, end)
        else:
            named = run is not None and run.parsed.kind is NameKind.PERSON
            subject = (
                self.subjects.of_run(run) if run and named else self.subjects.after(start, end)
            )
        return Attribution(quotation, Rule.ACCORDING, subject) if subject else None

    def _presented(self, quotation: Quotation) -> Attribution | None:
        """ "…." This was how Gogo Sithole summed up the week.: the sentence behind says whose."""
        if not self.is_own_sentence(quotation):
            return None
        match = PRESENTED.match(self.masked, quotation.outer_end)
        if match is None:
            return None
        sentence = self._sentence(match.end())
        subject = self.subjects.after(match.end(), self._stop(match.end(), sentence.end))
        return Attribution(quotation, Rule.ACCORDING, subject) if subject else None

    def _heads(self, quotation: Quotation) -> Attribution | None:
        """A headline's “…”: Ann Roe attacks the bill."""
        paragraph = self.document.paragraphs[quotation.paragraph]
        if quotation.outer_start != paragraph.start or len(self.masked) <= quotation.outer_end + 2:
            return None
        if self.masked[quotation.outer_end : quotation.outer_end + 2] != ": ":
            return None
        run = self.subjects.run_from(quotation.outer_end + 2)
        if run is None or run.parsed.kind is not NameKind.PERSON or run.end > paragraph.end:
            return None
        # A lone capitalised word is a name where the article gives the full one.
        named = len(run.parsed.tokens) > 1 or run.parsed.tokens[-1] in self.full_surnames()
        return Attribution(quotation, Rule.CREDIT, self.subjects.of_run(run)) if named else None

    def _according_to(self, quotation: Quotation) -> Attribution | None:
        """According to X, …  "…", or … "…" …, according to X: within one sentence."""
        if not self.according_ends:
            return None
        sentence = self._sentence(quotation.outer_start)
        index = bisect_left(self.according_ends, sentence.start)
        if index == len(self.according_ends) or self.according_ends[index] >= sentence.end:
            return None
        position = self.according_ends[index]
        if position < quotation.outer_start and self._says_between(position, quotation):
            return None  # "According to a guest, Roe told donors that he was “done”": Roe says so.
        subject = self.subjects.after(position, self._stop(position, sentence.end))
        return Attribution(quotation, Rule.ACCORDING, subject) if subject else None

    def _possessed(self, quotation: Quotation) -> Attribution | None:
        """ "after Roe's “let them eat cake” remark": whose remark it is."""
        several = " " in self.document.text[quotation.start : quotation.end]
        if not (OF_WORDS if several else OF_WORD).match(self.masked, quotation.outer_end):
            return None
        low = max(self._sentence(quotation.outer_start).start, quotation.outer_start - REACH)
        end = quotation.outer_start
        if match := POSSESSIVE.search(self.masked, low, end):
            subject = self.subjects.ending_at(low, match.start())
        elif match := HIS.search(self.masked, low, end):
            subject = self.subjects.possessor(*match.span("his"))
        else:
            return None
        return Attribution(quotation, Rule.BEFORE, subject) if subject else None

    def _noun_of_saying(self, quotation: Quotation, sentence: Span) -> Attribution | None:
        """ "over McDonald's claim that the government was “led by the nose”"."""
        near = max(sentence.start, quotation.outer_start - 400)  # time grows with the text
        for match in SAYING_NOUN.finditer(self.masked, near, quotation.outer_start):
            run = self.names.by_end.get(match.start())
            if run is not None and run.parsed.kind is NameKind.PERSON:
                return Attribution(quotation, Rule.BEFORE, self.subjects.of_run(run))
        if made := MADE.search(self.masked, near, quotation.outer_start):
            # "Roe has withdrawn a claim that the minister was “lying”"
            subject = self.subjects.first(sentence.start, made.start())
            return Attribution(quotation, Rule.BEFORE, subject) if subject else None
        return None

    def _asked_by(self, quotation: Quotation) -> Attribution | None:
        """ "Asked by Ann Gill if it was “rude”, Roe said", "called “rude” by Gill": her word."""
        sentence = self._sentence(quotation.outer_start)
        asked = ASKED_BY.match(self.masked, sentence.start, quotation.outer_start)
        if asked is not None and "," not in self.masked[asked.end() : quotation.outer_start]:
            subject = self.subjects.after(asked.end(), quotation.outer_start)
            return Attribution(quotation, Rule.BEFORE, subject) if subject else None
        low = max(sentence.start, quotation.outer_start - FARTHEST_PASSIVE)
        by = BY_WHOM.match(self.masked, quotation.outer_end)
        if by is None or not CALLED.search(self.masked, low, quotation.outer_start):
            return None
        subject = self.subjects.after(by.end(), self._stop(by.end(), sentence.end))
        return Attribution(quotation, Rule.AFTER, subject) if subject else None

    def _accused_by(self, quotation: Quotation) -> Attribution | None:
        """ "what she called an accusation by the minister that she was “lying”": his words."""
        near = max(self._sentence(quotation.outer_start).start, quotation.outer_start - 160)
        by = BY.search(self.masked, near, quotation.outer_start)
        subject = self.subjects.after(by.end(), quotation.outer_start) if by else None
        return Attribution(quotation, Rule.BEFORE, subject) if subject else None

    def _skip(self, position: int) -> int:
        while position < len(self.masked) and self.masked[position] in " ,":
            position += 1
        return position

    def _says_between(self, position: int, quotation: Quotation) -> bool:
        """Whether the last verb before a quotation, close by, has somebody say it."""
        at = bisect_left(self.verb_starts, quotation.outer_start) - 1
        nearest = max(position, quotation.outer_start - SHORT_CLAUSE)
        if at < 0 or self.verb_starts[at] < nearest:
            return False
        verb = self.verbs[at]
        return (
            verb.verb.saying
            and verb.verb.form is not VerbForm.PARTICIPLE
            and not self.masked.endswith(" and ", 0, verb.start)
            and self.subject_of(at) is not None
        )

    def full_surnames(self) -> frozenset[str]:
        """The last words of all names of more than one word, gathered once."""
        if self._full_surnames is None:
            self._full_surnames = frozenset(
                run.parsed.tokens[-1] for run in self.names.runs if len(run.parsed.tokens) > 1
            )
        return self._full_surnames
