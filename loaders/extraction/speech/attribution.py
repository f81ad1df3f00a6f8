"""Who said a quotation: the attribution after it, before it, later in the sentence, or carried.

The rules are tried in the order of their reliability; the sentence's subject and the paragraph
before are the weakest and say so in their confidence.
"""

from __future__ import annotations

from bisect import bisect_left

from loaders.extraction.facts import SpeakerKind
from loaders.extraction.speech.attribution_patterns import (
    ANSWER_OF,
    CONJUNCTION,
    DASH_CREDIT,
    ENDS_NAME,
    MENTAL,
    MOST_VERBS,
    RELATIVE_TAIL,
    SHORT_CLAUSE,
    SHOWING,
)
from loaders.extraction.speech.attribution_rules import Attribution, Rule
from loaders.extraction.speech.following_subjects import REACH
from loaders.extraction.speech.subjects import SUBORDINATOR
from loaders.extraction.speech.unlisted_nouns import is_unlisted
from loaders.extraction.speech.verb_subjects import ONLY_ADVERBS, OWN_REPORT
from loaders.extraction.speech.verbless_credits import VerblessCredits
from loaders.extraction.speech.verbs import VerbForm, VerbUse, leads_to
from loaders.extraction.texts.document import MASK, Quotation, Span


class Attributor(VerblessCredits):
    """Finds the speakers of one document's quotations."""

    def attribute(self) -> list[Attribution]:
        """One attribution for each quotation, in order."""
        found: list[Attribution] = []
        quotations = self.document.quotations
        for index, quotation in enumerate(quotations):
            following = quotations[index + 1] if index + 1 < len(quotations) else None
            found.append(self._attribute(quotation, found[-1] if found else None, following))
        self.carry_back(found)
        return found

    def _attribute(
        self, quotation: Quotation, previous: Attribution | None, following: Quotation | None
    ) -> Attribution:
        if quotation.continues and previous is not None:
            found = self._after(quotation, following)
            if found is not None:
                if previous.rule is Rule.NONE or previous.rule is Rule.PARAGRAPH:
                    previous.rule, previous.subject = Rule.CONTINUED, found.subject
                return found
            if previous.rule is not Rule.NONE:
                return Attribution(quotation, Rule.CONTINUED, previous.subject, previous.verb)
        near = self._strong_before(quotation) or self._asked_by(quotation)
        if near is not None:
            return near
        return (
            self._after(quotation, following)
            or self._presented(quotation)
            or self._credit(quotation)
            or self._heads(quotation)
            or self._possessed(quotation)
            or self._according_to(quotation)
            or self._in_words_of(quotation)
            or self._accused_by(quotation)
            or self._before(quotation, previous)
            or self._later(quotation)
            or self.carried(quotation, previous)
            or self.weak(quotation, previous)
            or Attribution(quotation, Rule.NONE)
        )

    def _strong_before(self, quotation: Quotation) -> Attribution | None:
        """X said: "…" and X said, "…": nothing between the verb and the mark."""
        index = bisect_left(self.verb_starts, quotation.outer_start) - 1
        if index < 0:
            return None
        verb = self.verbs[index]
        gap = self.masked[verb.end : quotation.outer_start]
        if len(gap) > 3 or gap.strip() not in ("", ",", ":", "—", "–"):
            return None
        if "\n" in gap and gap.strip() != ":":
            return None
        if gap.strip() == "" and not verb.verb.saying:
            return None
        subject = self.subject_of(index)
        if subject is None or subject.end > quotation.outer_start:
            return None
        return Attribution(quotation, Rule.BEFORE, subject, verb)

    def _after(self, quotation: Quotation, following: Quotation | None) -> Attribution | None:
        """ "…," said X; "…," X, the long title, said; "…," according to X; "…," as X put it."""
        end = quotation.outer_end
        paragraph = self.document.paragraphs[quotation.paragraph]
        stop = min(paragraph.end, end + REACH + 80)
        if following is not None and following.outer_start < stop:
            stop = following.outer_start
        if not self.can_close_speech(quotation):
            return None
        if credited := self._prepositional(quotation, stop):
            return credited
        index = bisect_left(self.verb_starts, end)
        if index == len(self.verbs) or self.verbs[index].start >= stop:
            return None
        verb = self.verbs[index]
        if not self._belongs_to(quotation, verb):
            return None
        if verb.verb.form is VerbForm.PARTICIPLE or leads_to(self.masked, verb.start):
            return None  # "…, prompting the party to allege": that is said of something else
        if self._is_of_clause_before(quotation, verb):
            return None
        if ONLY_ADVERBS.match(self.masked, end, verb.start):
            subject = self.subjects.after(verb.end, stop)
            if subject is None:
                return None
            return Attribution(quotation, Rule.AFTER, subject, verb)
        subject = (
            self.subject_of(index)
            if verb.verb.base in ("quote", "cite")
            else self.subjects.before(end, verb.start)
        )
        quoting = verb.verb.base in ("quote", "cite")
        if subject is None or not (verb.verb.saying or quoting or self._is_short(verb)):
            return None
        if not verb.verb.saying and (is_unlisted(subject) or verb.verb.base in MENTAL):
            return None
        return Attribution(quotation, Rule.AFTER, subject, verb)

    def _is_of_clause_before(self, quotation: Quotation, verb: VerbUse) -> bool:
        """ "While the Greens call it a “stunt”, the coalition says it has …": each its own."""
        sentence = self._sentence(quotation.outer_start)
        aside = SUBORDINATOR.match(self.masked, sentence.start, quotation.outer_start)
        if self.is_own_sentence(quotation) or not (
            aside or OWN_REPORT.match(self.masked, verb.end)
        ):
            return False
        last = bisect_left(self.verb_starts, quotation.outer_start)
        first = max(bisect_left(self.verb_starts, sentence.start), last - MOST_VERBS)
        return any(self.subject_of(at) is not None for at in range(first, last))

    def _belongs_to(self, quotation: Quotation, verb: VerbUse) -> bool:
        """Whether the clause with this verb, right after the quotation, is its attribution."""
        gap = self.masked[quotation.outer_end : verb.start]
        if CONJUNCTION.match(gap) or ";" in gap or ":" in gap or RELATIVE_TAIL.search(gap):
            return False
        last = self.masked_last(quotation)
        sentence = self._sentence(verb.start)
        if last in "?!." or (quotation.closed and sentence.start >= quotation.outer_end):
            # "A." Smith said. — but "A." Smith said the plan would work. is another statement.
            if sentence.start > quotation.outer_end + 1 or "," in gap or not verb.verb.saying:
                return False
            if sentence.start >= quotation.outer_end and not self.is_own_sentence(quotation):
                return False  # “Our aim,” said Roe, “is simple.” Gill nodded.
            return (last in "?!" and not self._reports(verb)) or self._is_short(verb)
        return sentence.start <= quotation.outer_start

    def _credit(self, quotation: Quotation) -> Attribution | None:
        """ "…" — X, title: at the paragraph's end, or alone in the paragraph after."""
        paragraphs = self.document.paragraphs
        end = paragraphs[quotation.paragraph].end
        position = quotation.outer_end
        if self.masked[position:end].strip(" .") == "" and quotation.paragraph + 1 < len(
            paragraphs
        ):
            position, end = paragraphs[quotation.paragraph + 1][:2]
        match = DASH_CREDIT.match(self.masked, position, end)
        if match is None or end - position > 200:
            return None
        run = self.subjects.run_from(match.end())
        if run is None or MASK in self.masked[position:end]:
            return None
        first = self.subjects.after(match.end(), end)
        if first is None or self._has_verb(run.end, end):
            return None
        last = max(subject.end for subject in (first, *first.others))
        if not ENDS_NAME.match(self.masked, last, end):
            return None  # “You are pathetic” – Roe and Gill engage in a bitter row
        return Attribution(quotation, Rule.CREDIT, first)

    def _before(self, quotation: Quotation, previous: Attribution | None) -> Attribution | None:
        """X said the plan was "a disaster": the last verb of speech before, in the sentence."""
        sentence = self._sentence(quotation.outer_start)
        low = max(sentence.start, quotation.outer_start - 2 * REACH)
        index = bisect_left(self.verb_starts, quotation.outer_start) - 1
        held = None
        if previous is not None and previous.quotation.outer_start >= low:
            held = previous
            low = max(low, previous.quotation.outer_end)
        while index >= 0 and self.verbs[index].start >= low:
            subject = self.subject_of(index)
            opens = self.verbs[index].verb.form is VerbForm.PARTICIPLE
            supposed = subject and self.masked[max(0, subject.start - 3) : subject.start]
            if (
                subject is not None
                and supposed not in ("If ", "if ")
                and (
                    subject.end <= quotation.outer_start
                    or (opens and subject.start > quotation.end)
                )
            ):
                index = self._reporting(index, low)
                reporter = self.subject_of(index) or subject
                return Attribution(quotation, Rule.BEFORE, reporter, self.verbs[index])
            index -= 1
        if held is not None and held.rule is not Rule.NONE:
            return Attribution(quotation, Rule.SAME_SENTENCE, held.subject, held.verb)
        return self._colon(quotation, sentence) or self._noun_of_saying(quotation, sentence)

    def _reporting(self, index: int, low: int) -> int:
        """The verb that reports the clause of this one: "X said that they wanted a “reset”"."""
        base, inner = self.verbs[index].verb.base, self.subject_of(index)
        shows = base in SHOWING and inner is not None and inner.kind is not SpeakerKind.PERSON
        if base not in MENTAL and not shows:
            return index
        for at in range(index - 1, max(index - 4, -1), -1):
            verb = self.verbs[at]
            if verb.start < low:
                break
            reports = verb.verb.clausal and verb.verb.base not in MENTAL
            between = self.masked[verb.end : self.verbs[index].start]
            joined = " that " in between[:60] or (verb.verb.bare and len(between) < SHORT_CLAUSE)
            if reports and joined and self.subject_of(at) is not None:
                return at
        return index

    def _colon(self, quotation: Quotation, sentence: Span) -> Attribution | None:
        before = self.masked[sentence.start : quotation.outer_start].rstrip()
        if not before.endswith(":") or len(before) > REACH:
            return None
        if answer := ANSWER_OF.match(self.masked, sentence.start):
            whose = self.subjects.after(answer.end(), quotation.outer_start)
            return Attribution(quotation, Rule.COLON, whose) if whose else None
        subject = self.subjects.first(sentence.start, quotation.outer_start)
        return Attribution(quotation, Rule.COLON, subject) if subject else None

    def _later(self, quotation: Quotation) -> Attribution | None:
        """The "fastest" plan yet was, X said, a success."""
        sentence = self._sentence(quotation.outer_start)
        index = bisect_left(self.verb_starts, quotation.outer_end)
        for at in range(index, min(index + 4, len(self.verbs))):
            verb = self.verbs[at]
            if verb.start >= min(sentence.end, quotation.outer_end + REACH):
                break
            if not verb.verb.after or verb.verb.form is VerbForm.PARTICIPLE:
                continue
            subject = self.subject_of(at)
            if subject is None:
                continue
            start = subject.run.lead if subject.run else subject.start
            before = self.masked[max(sentence.start, start - 3) : start].rstrip()
            inverted = subject.start > verb.start
            apart = inverted or before[-1:] in (",", "—", "–", MASK)
            if (apart and verb.verb.clausal) or self._is_short(verb):
                return Attribution(quotation, Rule.LATER, subject, verb)
        return None
