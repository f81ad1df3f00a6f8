"""Speakers that no attribution names: carried on, the sentence's subject, the paragraph before."""

from __future__ import annotations

import re
from bisect import bisect_left

from loaders.extraction.facts import SpeakerKind
from loaders.extraction.language.vocabulary import words
from loaders.extraction.persons.names import NameKind
from loaders.extraction.speech.attribution_rules import Attribution, Rule
from loaders.extraction.speech.clause_patterns import FINITE_LOOSE
from loaders.extraction.speech.following_subjects import REACH
from loaders.extraction.speech.run_subjects import Subject
from loaders.extraction.speech.verb_subjects import VerbSubjects
from loaders.extraction.speech.verbs import VerbForm
from loaders.extraction.texts.document import ParagraphKind, Quotation, Span

_MENTAL = words("speech_verbs", "mental")
#: The most captions that a quotation over several paragraphs is broken by.
_MOST_CAPTIONS = 3


#: What only says that the same person goes on: "Then, after a pause: ".
_THEN = re.compile(
    r"(?:Then|And|But|Later|Next|After|Finally|Again|Or|Also|Or again|First|Second|Earlier)\b"
    r"[^.;:\n]{0,40}[:,—–] ?\Z"
)


class CarriedSpeakers(VerbSubjects):
    """The weakest rules, for quotations without an attribution of their own."""

    def carried(self, quotation: Quotation, previous: Attribution | None) -> Attribution | None:
        """The speaker of the quotation before it in the paragraph."""
        if previous is None or previous.quotation.paragraph != quotation.paragraph:
            return None
        if previous.rule is Rule.NONE or not self.is_own_sentence(quotation):
            return None
        other = self._subject_between(previous, quotation)
        if other is not None:
            return Attribution(quotation, Rule.SUBJECT, other)
        return Attribution(quotation, Rule.CARRIED, previous.subject, previous.verb)

    def _subject_between(self, previous: Attribution, quotation: Quotation) -> Subject | None:
        """Someone else who is the subject of a sentence between the two quotations."""
        last = self.document.sentence_at(quotation.outer_start) - 1
        first = self.document.sentence_at(previous.quotation.outer_end + 1)
        if last <= first or last < 0:
            return None
        sentence = self.document.sentences[last]
        subject = self.subjects.first(sentence.start, sentence.end)
        if subject is None or subject.run is None or subject.kind is not SpeakerKind.PERSON:
            return None
        if not FINITE_LOOSE.search(self.masked, subject.end, sentence.end):
            return None  # "…, commander, 73rd Cav. Regt. “They …”": no sentence
        if previous.subject is not None and previous.subject.run is not None:
            named = previous.subject.run.parsed.tokens[-1:]
            if named == subject.run.parsed.tokens[-1:]:
                return None
        return subject if subject.run.parsed.kind is NameKind.PERSON else None

    def weak(self, quotation: Quotation, previous: Attribution | None) -> Attribution | None:
        """The sentence's subject, the sentence before, the paragraph before."""
        sentence_index = self.document.sentence_at(quotation.outer_start)
        sentence = self.document.sentences[sentence_index]
        paragraph = self.document.paragraphs[quotation.paragraph]
        if interrupted := self._interrupted(quotation, previous):
            return interrupted
        if not self.is_own_sentence(quotation):
            subject = self.subjects.first(sentence.start, quotation.outer_start)
            if subject is None and previous is not None and self._goes_on(previous, quotation):
                return Attribution(quotation, Rule.CARRIED, previous.subject, previous.verb)
            return Attribution(quotation, Rule.SUBJECT, subject) if subject else None
        if sentence_index and self.document.sentences[sentence_index - 1].start >= paragraph.start:
            before = self.document.sentences[sentence_index - 1]
            subject = self._speaker_in(before) or self.subjects.first(before.start, before.end)
            if subject is not None:
                return Attribution(quotation, Rule.SUBJECT, subject)
        return self._from_paragraph_before(quotation, previous)

    def _goes_on(self, previous: Attribution, quotation: Quotation) -> bool:
        """ "…," she said. Then, after a pause: "…": nobody else begins to speak."""
        start = self._sentence(quotation.outer_start).start
        return (
            previous.quotation.paragraph == quotation.paragraph
            and previous.rule is not Rule.NONE
            and previous.quotation.outer_end <= start
            and _THEN.match(self.masked, start, quotation.outer_start) is not None
        )

    def _interrupted(
        self, quotation: Quotation, previous: Attribution | None
    ) -> Attribution | None:
        """A quotation left open that goes on behind a caption or two."""
        if previous is None or previous.quotation.closed or previous.rule is Rule.NONE:
            return None
        first, last = previous.quotation.paragraph, quotation.paragraph
        opens = quotation.outer_start == self.document.paragraphs[last].start
        if not opens or not 1 < last - first <= _MOST_CAPTIONS + 1:
            return None
        return Attribution(quotation, Rule.CONTINUED, previous.subject, previous.verb)

    def _speaker_in(self, sentence: Span) -> Subject | None:
        """The subject of the sentence's last finite verb of saying."""
        at = bisect_left(self.verb_starts, sentence.end) - 1
        while at >= 0 and self.verbs[at].start >= sentence.start:
            verb = self.verbs[at].verb
            subject = self.subject_of(at) if verb.saying else None
            if subject is not None and verb.form is not VerbForm.PARTICIPLE:
                return subject
            at -= 1
        return None

    def _from_paragraph_before(
        self, quotation: Quotation, previous: Attribution | None
    ) -> Attribution | None:
        index = quotation.paragraph - 1
        paragraphs = self.document.paragraphs
        if index < 0 or paragraphs[index].kind is ParagraphKind.HEADING:
            return None
        before = paragraphs[index]
        if self.masked[before.end - 1] == ":":
            # "…, released the following statement:": whose, the last sentence says.
            sentence = self._sentence(before.end - 1)
            announced = self._speaker_in(sentence) or self.subjects.first(*sentence)
            if announced is not None and announced.start >= before.start:
                return Attribution(quotation, Rule.PARAGRAPH, announced)
        at = bisect_left(self.verb_starts, before.end) - 1
        low = max(before.start, before.end - 2 * REACH)
        if previous and previous.quotation.paragraph == index and previous.verb is not None:
            last = self._sentence(before.end - 1)
            if previous.rule is Rule.AFTER and last.start <= previous.verb.start:
                # “…,” Roe began, as the others started shouting.
                return Attribution(quotation, Rule.PARAGRAPH, previous.subject)
        while at >= 0 and self.verbs[at].start >= low:
            subject = self.subject_of(at)
            verb = self.verbs[at].verb
            if verb.saying and verb.base not in _MENTAL and subject is not None:
                if subject.kind is not SpeakerKind.PERSON:
                    subject = self._person_after(quotation) or subject
                return Attribution(quotation, Rule.PARAGRAPH, subject)
            at -= 1
        if previous and previous.quotation.paragraph == index and previous.rule is not Rule.NONE:
            return Attribution(quotation, Rule.PARAGRAPH, previous.subject)
        sentence = self._sentence(before.end - 1)
        subject = self.subjects.first(sentence.start, sentence.end)
        if subject is None or subject.kind is not SpeakerKind.PERSON:
            subject = self._person_after(quotation) or subject
        return Attribution(quotation, Rule.PARAGRAPH, subject) if subject else None

    def _person_after(self, quotation: Quotation) -> Subject | None:
        """ "I'm off." With that, Field left.: the person of the sentence that follows."""
        end = self.document.paragraphs[quotation.paragraph].end
        index = self.document.sentence_at(quotation.outer_end + 1)
        sentence = self.document.sentences[index]
        if sentence.start < quotation.outer_end or sentence.end > end:
            return None
        subject = self.subjects.first(sentence.start, sentence.end)
        return subject if subject and subject.kind is SpeakerKind.PERSON else None

    def carry_back(self, found: list[Attribution]) -> None:
        """ "A." "B," he said: a quotation right before an attributed one has its speaker."""
        for index in range(len(found) - 2, -1, -1):
            this, following = found[index], found[index + 1]
            if this.rule not in (Rule.NONE, Rule.PARAGRAPH) or following.rule is not Rule.AFTER:
                continue
            if this.quotation.paragraph != following.quotation.paragraph:
                continue
            between = self.masked[this.quotation.outer_end : following.quotation.outer_start]
            if not between.strip() and self.is_own_sentence(this.quotation):
                this.rule, this.subject, this.verb = Rule.CARRIED, following.subject, following.verb
