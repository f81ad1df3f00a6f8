"""Indirect speech: the clause that X said, that officials warned of, according to the report."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.extraction.dates.calendar import any_weekday
from loaders.extraction.facts import SpeakerKind
from loaders.extraction.language.vocabulary import ordered_words, words
from loaders.extraction.speech.attribution import Attributor
from loaders.extraction.speech.clause_patterns import FINITE_LOOSE, SUBORDINATE, THAT
from loaders.extraction.speech.reported_clauses import ReportedClauses
from loaders.extraction.speech.run_subjects import Subject
from loaders.extraction.speech.verb_subjects import OWN_REPORT
from loaders.extraction.speech.verbs import VerbForm, VerbUse, previous_word
from loaders.extraction.texts.document import MASK, Paragraph, ParagraphKind, Span

#: The longest sentence looked at as a whole; what is longer is no sentence.
_LONGEST = 1500
_OBJECT = re.compile(
    r"\s(?:[a-z]+-elect|reporters|lawmakers|journalists|senators|members|delegates|officials|"
    r"investors|him|her|"
    r"them|me|us|it|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}|"
    r"(?:the|a|an|his|her|its|their|our|this|my|another) "
    r"(?:[\w’'-]+ ){0,3}?[\w’'-]+(?: of [a-z]+s(?: (?:in|at|from|outside) [A-Z][\w-]+)?)?|"
    r"(?:[a-z-]+ ){0,2}[a-z]+s)(?=\s|,)"
)
_TELLING = frozenset({"tell", "inform", "remind", "assure", "warn", "advise", "promise"})


@dataclass(frozen=True, slots=True)
class Report:
    """One reported clause (in parts, where its attribution interrupts it) and who reports it."""

    spans: tuple[Span, ...]
    subject: Subject
    verb: VerbUse | None
    evidence: Span
    rule: str
    confidence: float


class Reports:
    """Finds the indirect speech of one document."""

    def __init__(self, attributor: Attributor, taken: set[int]) -> None:
        """`taken` holds the starts of the verbs that quotations have already."""
        self._by = attributor
        self._clauses = ReportedClauses(attributor)
        self._masked = attributor.masked
        self._text = attributor.document.text
        self._taken = taken
        self._told: list[int] = []

    def find(self, closed: list[bool]) -> Iterator[Report]:
        """All reports, in order; `closed` says of each paragraph that it is not to be read."""
        document = self._by.document
        done = -1
        for index, verb in enumerate(self._by.verbs):
            if verb.start in self._taken and not self._reports_besides(index, verb):
                continue
            if not verb.verb.clausal and verb.verb.base not in nominal_verbs():
                continue
            number = document.paragraph_at(verb.start)
            paragraph = document.paragraphs[number]
            if closed[number]:
                continue
            if paragraph.kind is ParagraphKind.HEADING and not self._is_sentence(paragraph):
                continue
            sentence = document.sentences[document.sentence_at(verb.start)]
            if verb.start < done:
                continue
            report = self._whole_sentence(index, sentence, done) or self._read(
                index, verb, sentence, done
            )
            if report is not None:
                done = max(done, report.spans[-1].end)
                if report.verb is not None and report.spans[0].start > report.verb.end:
                    self._told.append(report.verb.start)
                yield report
        yield from self._according(closed)
        yield from self._by_account(closed)

    def _is_sentence(self, paragraph: Paragraph) -> bool:
        """Whether a heading is written like a sentence, not with a Capital on Every Word."""
        parts = self._text[paragraph.start : paragraph.end].split()
        return (
            sum(part.islower() for part in parts) > len(parts) / 2 and len(parts) >= _FEWEST_WORDS
        )

    def _reports_besides(self, index: int, verb: VerbUse) -> bool:
        """ "Decrying such “politics”, Rao said that the House could not be held hostage"."""
        subject = self._by.subject_of(index)
        if subject is None or subject.start > verb.start or not verb.verb.clausal:
            return False
        sentence = self._by.document.sentences[self._by.document.sentence_at(verb.start)]
        quoted = self._masked.rfind(MASK, sentence.start, subject.start)
        if quoted < 0 or MASK in self._masked[verb.end : verb.end + 80]:
            return False
        return OWN_REPORT.match(self._masked, verb.end, sentence.end) is not None

    def _whole_sentence(self, index: int, sentence: Span, done: int) -> Report | None:
        """ "Roe has written to her, saying she may stay, Gill said.": all is Gill's."""
        # By bisection: "said said said …" is one sentence with as many verbs as words.
        verbs = self._by.verbs
        last = max(index, bisect_left(verbs, sentence.end, key=lambda verb: verb.start) - 1)
        verb = verbs[last]
        if last == index or verb.start in self._taken or not verb.verb.after:
            return None
        if sentence.end - verb.end > _LONGEST_TITLE or verb.verb.base == "add":
            return None
        main, subject = self._by.subject_of(index), self._by.subject_of(last)
        if subject is None or (main is not None and subject.pronoun and not main.pronoun):
            return None
        if verb.verb.form is VerbForm.PARTICIPLE or self._is_denied(verb):
            return None
        if main is not None and main.kind is SpeakerKind.PERSON and self._is_press(subject):
            return None  # "Duterte declared he had killed them, reports Efe": the words are his.
        if not self._may_report(subject) or not self._ends_sentence(verb, subject, sentence):
            return None
        spans = self._backward(verb, subject, sentence, done)
        if spans is None or len(spans) > 1 or spans[0].end < verbs[index].end:
            return None
        if MASK in self._masked[spans[0].start : spans[0].end]:
            return None
        evidence = Span(spans[0].start, max(verb.end, subject.end))
        return Report(spans, subject, verb, evidence, f"indirect speech: {verb.verb.base}", 0.85)

    def _is_press(self, subject: Subject) -> bool:
        """Whether a news agency or paper tells what somebody else said."""
        printed = self._text[subject.start : subject.end]
        return not words("roles", "press").isdisjoint(printed.split()) or (
            subject.noun in words("roles", "press")
        )

    def _ends_sentence(self, verb: VerbUse, subject: Subject, sentence: Span) -> bool:
        """Whether nothing but a time, a place or a listener follows the attribution."""
        end = max(verb.end, subject.end)
        if subject.start > verb.start and sentence.end - end < _LONGEST_TITLE:
            return True  # ", said Noah Bearskin of the Kettle Lake band, a member of its council."
        return SENTENCE_TAIL.match(self._masked, end, sentence.end) is not None

    def _read(self, index: int, verb: VerbUse, sentence: Span, done: int) -> Report | None:
        if sentence.end - sentence.start > _LONGEST or self._is_denied(verb):
            return None
        subject = self._by.subject_of(index)
        if subject is None or not self._may_report(subject):
            return None
        if subject.pronoun == "it" and verb.verb.base not in _SAID_BY_BODIES:
            return None
        if _OBJECT_RELATIVE.search(self._masked, max(0, subject.start - 20), subject.start):
            # "one of the things that he said was wrong", "what she said is true".
            return None
        confidence = 0.85
        found = None
        if verb.verb.after and self._is_inverted(verb, subject, sentence):
            # "The programme is over budget, says a report published in May."
            found = self._backward(verb, subject, sentence, done)
        if found is None and verb.verb.clausal:
            found = self._forward(index, verb, sentence)
        if found is None and (nominal := self._nominal(verb, subject, sentence)):
            found, confidence = (nominal,), 0.5
        if found is None and verb.verb.after:
            found = self._backward(verb, subject, sentence, done)
        if found is None:
            return None
        start = min(found[0].start, subject.start)
        end = max(found[-1].end, subject.end, verb.end)
        if any(MASK in self._masked[s.start : s.end] for s in found) and self._holds_statement(
            found
        ):
            return None
        return Report(
            found, subject, verb, Span(start, end), f"indirect speech: {verb.verb.base}", confidence
        )

    def _is_inverted(self, verb: VerbUse, subject: Subject, sentence: Span) -> bool:
        before = self._masked[max(sentence.start, verb.start - 2) : verb.start].strip()
        return subject.start > verb.end and before in (",", "—", "–")

    def _nominal(self, verb: VerbUse, subject: Subject, sentence: Span) -> Span | None:
        """Leaders stressed the need to …: of a body or group, a noun phrase is reported too."""
        if verb.verb.base not in nominal_verbs() or verb.verb.form is VerbForm.PARTICIPLE:
            return None
        if subject.kind not in (SpeakerKind.GROUP, SpeakerKind.ORGANISATION):
            return None
        if subject.pronoun and (subject.pronoun != "they" or verb.verb.base != "reaffirm"):
            return None
        if not _NOUN_PHRASE.match(self._masked, verb.end, sentence.end):
            return None
        span = self._clauses.strip(verb.end, sentence.end)
        aside = self._masked.find("—", span.start, span.end)
        return Span(span.start, aside) if aside > span.start else span

    def _may_report(self, subject: Subject) -> bool:
        return subject.pronoun not in ("which", "who")

    def _is_denied(self, verb: VerbUse) -> bool:
        before = previous_word(self._masked, verb.start)
        if before == "to" and verb.verb.form is VerbForm.BASE:
            return False  # "is expected to say": other infinitives are no verbs here.
        return before in (
            "not",
            "never",
            "to",
            "n't",
            "would",
            "could",
            "cannot",
            "can",
            "might",
        ) or (before.endswith(("n't", "n’t")))

    def _holds_statement(self, spans: tuple[Span, ...]) -> bool:
        quoted = self._by.statement_starts
        for span in spans:
            at = bisect_left(quoted, span.start)
            if at < len(quoted) and quoted[at] < span.end:
                return True
        return False

    def _forward(self, index: int, verb: VerbUse, sentence: Span) -> tuple[Span, ...] | None:
        """X said (on Tuesday) (that) CLAUSE."""
        position = verb.end
        text = self._masked
        if verb.verb.base in _TELLING:
            told = _OBJECT.match(text, position, sentence.end)
            if told is None and verb.verb.base in ("tell", "inform", "remind", "assure"):
                return None
            if (told is not None and verb.verb.base != "warn" and verb.verb.base != "promise") or (
                told is not None and THAT.match(text, told.end(), sentence.end)
            ):
                position = told.end()
        position = self._clauses.after_asides(verb, position, sentence)
        that = THAT.match(text, position, sentence.end)
        told_of = text[verb.end : verb.end + 9].startswith((" of ", " about ", " against ", " to "))
        if that is None and verb.verb.base in _TELLING and not told_of:
            that = self._clauses.later_that(position, sentence)
        if that is None:
            return self._clauses.bare(index, verb, position, sentence)
        if that.start() > verb.end + 1 and _RELATIVE_PAST.match(text, that.end(), sentence.end):
            return None  # "agreed to end a standoff that blocked it"
        return self._clauses.clause(index, that.end(), sentence, loose=True, told=True)

    def _backward(
        self, verb: VerbUse, subject: Subject, sentence: Span, done: int
    ) -> tuple[Span, ...] | None:
        """CLAUSE, X said. And: The plan, X said, would fail."""
        text = self._masked
        inverted = subject.start > verb.start
        head = verb.start if inverted else self._clauses.lead(subject, sentence)
        comma = self._clauses.comma_before(head, sentence)
        if comma <= sentence.start or text[comma] not in ",—–":
            return None
        start = max(sentence.start, done if done > sentence.start else sentence.start)
        if self._clauses.is_introduction(start, comma):
            return self._behind_introduction(verb, subject, sentence)
        if _AND_SUBJECT.match(text, comma):
            # "The car stopped, and a man observed.": nobody is credited with the first clause.
            return None
        clause = self._clauses.strip(start, comma)
        tail = max(verb.end, subject.end)
        tells = verb.verb.base in ("tell", "inform", "remind", "assure")
        if not (inverted or tells or _AFTER_TAIL.match(text, verb.end, sentence.end)):
            # "Across her engagements, Neuberger emphasized partnership": the verb has its object.
            return None
        if clause.end - clause.start < _SHORTEST_CLAUSE:
            return self._behind_introduction(verb, subject, sentence)
        rest = self._clauses.rest(tail, sentence)
        if not rest and not FINITE_LOOSE.search(text, clause.start, clause.end):
            return None
        if rest is None and SUBORDINATE.match(text, clause.start):
            # "Once it is done, a spokesman said, more will follow."
            main = self._behind_introduction(verb, subject, sentence)
            return (clause, *main) if main else (clause,)
        if rest is None:
            return (clause,)
        return (clause, rest) if rest.end > rest.start else None

    def _behind_introduction(
        self, verb: VerbUse, subject: Subject, sentence: Span
    ) -> tuple[Span, ...] | None:
        """ "Instead, Roe said, the yard was idle.": the clause stands behind the attribution."""
        start = max(verb.end, subject.end)
        if not _NEXT_CLAUSE.match(self._masked, start, sentence.end):
            return None
        rest = self._clauses.strip(start, sentence.end)
        finite = FINITE_LOOSE.search(self._masked, rest.start, rest.end)
        return (rest,) if finite and MASK not in self._masked[rest.start : rest.end] else None

    def _source(self, position: int, sentence: Span) -> Subject | None:
        """ "According to provisional results published on Friday, …": whatever it is, a source."""
        match = _SOURCE.match(self._masked, position, sentence.end)
        if match is None:
            return None
        return Subject(match.start("source"), match.end("source"), SpeakerKind.DOCUMENT)

    def _according(self, closed: list[bool]) -> Iterator[Report]:
        """According to X, CLAUSE; CLAUSE, according to X."""
        document = self._by.document
        for position in self._by.according_ends:
            number = document.paragraph_at(position)
            if closed[number]:
                continue
            sentence = document.sentences[document.sentence_at(position)]
            if sentence.end - sentence.start > _LONGEST:
                continue
            start = self._masked.rfind("ccording", sentence.start, position) - 1
            if start < sentence.start or previous_word(self._masked, start) in _RELATIVES:
                continue
            subject = self._by.subjects.after(position, sentence.end) or self._source(
                position, sentence
            )
            if subject is None:
                continue
            if self._masked[sentence.start : start].strip():
                span = self._clauses.strip(sentence.start, start)
            else:
                comma = self._masked.find(",", subject.end, sentence.end)
                if self._masked[max(0, subject.start - 2) : subject.start] != ", ":
                    comma = self._clauses.end_of_apposition(comma, sentence)
                if comma < 0:
                    continue
                span = self._clauses.strip(comma + 1, sentence.end)
            if span.end - span.start < 8 or self._holds_statement((span,)):
                continue
            if not FINITE_LOOSE.search(self._masked, span.start, span.end):
                continue
            if any(span.start < begun < span.start + _NEAR_OPENING for begun in self._told):
                # "According to Reuters, an official told it that …": the official's words are read.
                continue
            evidence = Span(min(span.start, start), max(span.end, subject.end))
            yield Report((span,), subject, None, evidence, "indirect speech: according to", 0.9)

    def _by_account(self, closed: list[bool]) -> Iterator[Report]:
        """By X's account CLAUSE."""
        document = self._by.document
        if "By " not in self._masked:
            return
        for match in _ACCOUNT.finditer(self._masked):
            sentence = document.sentences[document.sentence_at(match.start())]
            if closed[document.paragraph_at(match.start())] or match.start() != sentence.start:
                continue
            subject = self._by.subjects.ending_at(match.start("who"), match.end("who"))
            span = self._clauses.strip(match.end(), sentence.end)
            if subject is None or MASK in self._masked[span.start : span.end]:
                continue
            evidence = Span(match.start(), span.end)
            yield Report((span,), subject, None, evidence, "indirect speech: account", 0.8)


#: "By Roe's own account the deal was off."
_ACCOUNT = re.compile(
    r"\bBy (?P<who>[A-Z][^,.;:¤\n]{1,60}?|the [^,.;:¤\n]{2,60}?)[’']s? (?:own )?"
    r"(?:account|reckoning|telling|admission|estimate),? "
)
_SOURCE = re.compile(r" (?P<source>(?:the |a |an |its |their )?[a-z][^,.;:¤]{3,70})(?=[,.]|\Z)")
_LONGEST_TITLE, _FEWEST_WORDS, _SHORTEST_CLAUSE = 160, 6, 8
_NEAR_OPENING = 60
#: "an allegation which according to him was baseless".
_RELATIVES = frozenset({"which", "that", "who"})
SENTENCE_TAIL = re.compile(
    r"(?:,? (?:on|late|early|earlier|last|this|in|at|during|to|after|via|through|reporters|"
    r"lawmakers|journalists|parliament|yesterday|today|"
    r"[A-Z]{2,6}|[A-Z][a-z]+)\b[^,;:¤]*)?[.\s]*\Z"
)
#: "It said", "it added": the ministry; "it reports", "it suggests" mostly another thing.
_SAID_BY_BODIES = frozenset({"say", "add", "warn", "announce", "note"})
_RELATIVE_PAST = re.compile(r"[a-z]{3,}ed (?!by\b)")
_NEXT_CLAUSE = re.compile(
    r", (?!(?:who|which|and|but|while|as|though|although|where|when|after|before|citing|with|in|on|"
    r"at|during|[a-z]+ing)\b)(?:[A-Z]|[a-z]+s? )"
)
_OBJECT_RELATIVE = re.compile(r"\b(?:things?(?: that| which)?|what|[Ww]hatever) \Z")
_NOUN_PHRASE = re.compile(
    r"\s(?:(?:the|its|their|his|her) (?:[\w.’'-]+ ){0,3}?"
    rf"(?:{'|'.join(ordered_words('speech_verbs', 'nominal_objects'))})\b|areas\b)"
)
_AFTER_TAIL = re.compile(
    r"\s*(?:\Z|[.,;:!?)—–¤]|(?:on|in|at|to|during|after|before|when|while|by|with|late|earlier|"
    r"this|last|yesterday|today|later|once|then|afterwards|via|through|from|as|of|"
    rf"[A-Z][a-z]{{2,8}}\.? \d+|{any_weekday()}|reporters|lawmakers|journalists|parliament|"
    r"him|her|them|me|us|[a-z]+ly|again)\b)"
)
_AND_SUBJECT = re.compile(r"[,—–]\s*(?:and|but|while|as|because|when)\b")


def nominal_verbs() -> frozenset[str]:
    """Verbs that report a noun phrase: "stressed the need to work together"."""
    return words("speech_verbs", "nominal")
