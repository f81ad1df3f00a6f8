"""Statements: quotations, turns of a transcript and indirect speech, with their speakers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from loaders.extraction.facts import (
    Evidence,
    Problem,
    Speaker,
    SpeakerKind,
    Statement,
    StatementKind,
)
from loaders.extraction.persons.individuals import Individual, Individuals, official_of
from loaders.extraction.speech.attribution import Attributor
from loaders.extraction.speech.attribution_rules import Attribution, Rule
from loaders.extraction.speech.coreference import Coreference
from loaders.extraction.speech.descriptions import Resolved
from loaders.extraction.speech.labels import Labels
from loaders.extraction.speech.monologues import Monologue, find_monologue
from loaders.extraction.speech.quotation_kinds import QuotationKinds
from loaders.extraction.speech.reported import Report, Reports
from loaders.extraction.speech.run_subjects import Subject
from loaders.extraction.speech.transcripts import Turn, find_turns
from loaders.extraction.texts.document import MASK, Document, Quotation, Span
from loaders.problems import ProblemKind

_LONGEST_ATTRIBUTION = 260
_LONGEST_PASSAGE = 80


@dataclass(slots=True)
class _Draft:
    """A statement on its way, with where it stands."""

    order: int
    statement: Statement
    individuals: tuple[Individual | None, ...]


class StatementReader:
    """Reads all statements of one document."""

    def __init__(self, document: Document, people: Individuals, attributor: Attributor) -> None:
        self.document = document
        self.people = people
        self.attributor = attributor
        self.kinds = QuotationKinds(document, attributor)
        self.coreference = Coreference(document, people)
        self.labels = Labels(document, people)
        self.problems: list[Problem] = []
        self.drafts: list[_Draft] = []

    def read(self) -> list[Statement]:
        """All statements, in the order of the text."""
        turns = find_turns(self.document)
        monologue = None if turns else find_monologue(self.document)
        closed = self._closed_paragraphs(turns, monologue)
        kept = [
            a
            for a in self.attributor.attribute()
            if not closed[a.quotation.paragraph] and self.kinds.is_statement(a)
        ]
        groups = self._group(kept)
        self._mark_statements(kept)
        taken = {a.verb.start for a in kept if a.verb is not None}
        reports = list(Reports(self.attributor, taken).find(closed))
        self._resolve_in_order(groups, reports)
        labels = self.labels
        for turn in turns:
            self._add_turn(turn, labels)
        if monologue is not None:
            self._add_monologue(monologue)
        self._report_unbalanced(closed)
        self.drafts.sort(key=lambda draft: draft.order)
        return [draft.statement for draft in self.drafts]

    def _closed_paragraphs(self, turns: list[Turn], monologue: Monologue | None) -> list[bool]:
        """Which paragraphs belong to a turn: what stands in them is the turn's."""
        closed = [False] * len(self.document.paragraphs)
        for turn in turns:
            for index in range(turn.first_paragraph, turn.last_paragraph + 1):
                closed[index] = True
        for span in monologue.spans if monologue else ():
            closed[self.document.paragraph_at(span.start)] = True
        return closed

    def _mark_statements(self, kept: list[Attribution]) -> None:
        by = self.attributor
        by.statement_starts = [a.quotation.outer_start for a in kept]
        by.direct_starts = {
            a.quotation.outer_start for a in kept if self.kinds.kind(a) is StatementKind.DIRECT
        }

    # What belongs together? -----------------------------------------------------------------------

    def _group(self, kept: list[Attribution]) -> list[list[Attribution]]:
        """Quotations that are one statement: split, continued, or fragments of one sentence."""
        groups: list[list[Attribution]] = []
        for attribution in kept:
            if groups and self._is_same_statement(groups[-1], attribution):
                groups[-1].append(attribution)
            else:
                groups.append([attribution])
        return groups

    def _is_same_statement(self, group: list[Attribution], this: Attribution) -> bool:
        last = group[-1]
        if this.quotation.continues:
            return not last.quotation.closed
        if this.quotation.paragraph != last.quotation.paragraph:
            return False
        if this.subject != last.subject and not self._same_speaker(this, last):
            return False
        if self._is_whole(this) and not self._is_whole(last):
            # The majority “bends over backward,” Sotomayor wrote. “I fear for the court.”
            return False
        if this.rule is Rule.SAME_SENTENCE or this.verb is last.verb is not None:
            return self._is_same_sentence(last.quotation, this.quotation) or self._is_split(
                last, this
            )
        return this.rule is Rule.CARRIED and self._is_split(last, this)

    def _is_whole(self, attribution: Attribution) -> bool:
        """Whether the quotation begins a sentence of its own."""
        own = self.attributor.is_own_sentence(attribution.quotation)
        return own and self.kinds.kind(attribution) is StatementKind.DIRECT

    def _same_speaker(self, this: Attribution, last: Attribution) -> bool:
        return (
            this.subject is not None
            and last.subject is not None
            and (this.subject.start == last.subject.start)
        )

    def _is_same_sentence(self, first: Quotation, second: Quotation) -> bool:
        at = self.document.sentence_at
        return at(first.outer_start) == at(second.outer_start)

    def _is_split(self, last: Attribution, this: Attribution) -> bool:
        """ "A," he said. "B.": nothing but the attribution stands between."""
        between = self.document.masked[last.quotation.outer_end : this.quotation.outer_start]
        if not between.strip():
            return True
        if len(between) > _LONGEST_ATTRIBUTION or MASK in between:
            return False
        if last.rule is not Rule.AFTER and this.rule is not Rule.BEFORE:
            return last.rule in (Rule.AFTER, Rule.ACCORDING)
        sentences = self.document.sentences
        first = self.document.sentence_at(last.quotation.outer_end)
        second = self.document.sentence_at(this.quotation.outer_start)
        inside = sum(
            1
            for index in range(first, second + 1)
            if last.quotation.outer_end < sentences[index].end <= this.quotation.outer_start
        )
        return inside <= 1

    # Who is it? -----------------------------------------------------------------------------------

    def _resolve_in_order(self, groups: list[list[Attribution]], reports: list[Report]) -> None:
        """Speakers in the order of the text: who "he" is depends on who spoke before."""
        waiting: list[tuple[int, list[Attribution] | Report]] = []
        for group in groups:
            subject = next((a.subject for a in group if a.subject is not None), None)
            position = subject.start if subject else group[0].quotation.outer_start
            waiting.append((position, group))
        waiting.extend((report.subject.start, report) for report in reports)
        waiting.sort(key=lambda item: item[0])
        memo: dict[int, tuple[tuple[Speaker, ...], tuple[Individual | None, ...], float]] = {}
        for _, item in waiting:
            if isinstance(item, Report):
                self._add_report(item, memo)
            else:
                self._add_group(item, memo)

    def _speakers(
        self,
        subject: Subject,
        memo: dict[int, tuple[tuple[Speaker, ...], tuple[Individual | None, ...], float]],
        clause: Span | None = None,
    ) -> tuple[tuple[Speaker, ...], tuple[Individual | None, ...], float]:
        if subject.start in memo:
            return memo[subject.start]
        speakers, individuals, sureness = [], [], 1.0
        for one in sorted((subject, *subject.others), key=lambda s: s.start):
            resolved = self.coreference.resolve(one, clause)
            speakers.append(self._speaker(one, resolved))
            individuals.append(resolved.individual)
            sureness = min(sureness, resolved.confidence)
            if resolved.individual is None and one.kind is SpeakerKind.PERSON and one.noun:
                self.coreference.note_nameless(one.start, one.noun)
            if resolved.individual is not None:
                self.coreference.note_speaker(one.start, resolved.individual)
            elif one.pronoun in ("he", "she") or (
                one.kind is SpeakerKind.PERSON and one.noun is None
            ):
                # The next "he" is the same unknown.
                self.coreference.note_nameless(one.start, "")
                self._report_unresolved(one)
        found = (tuple(speakers), tuple(individuals), sureness)
        memo[subject.start] = found
        return found

    def _speaker(self, subject: Subject, resolved: Resolved) -> Speaker:
        start = self._printed_start(subject)
        individual = resolved.individual
        return Speaker(
            as_printed=self.document.text[start : subject.end],
            kind=subject.kind,
            person=individual.id if individual else None,
            name=individual.name if individual else None,
            official=official_of(individual.name) if individual else None,
            span=Span(start, subject.end),
        )

    def _printed_start(self, subject: Subject) -> int:
        """With a short title right before the name: "NASA Administrator Harold Quist"."""
        run = subject.run
        if run is None or run.parsed.rank or not run.parsed.titled:
            return subject.start
        before = self.document.masked[max(0, run.lead - 5) : run.lead]
        if before.endswith((" of ", " for ", " and ")):
            return subject.start
        return min(subject.start, run.lead)

    def _report_unresolved(self, subject: Subject) -> None:
        text = self.document.text[subject.start : subject.end]
        self.problems.append(
            Problem(
                ProblemKind.UNRESOLVED_SPEAKER,
                text,
                f"the text does not tell whom {text!r} means",
                subject.start,
                subject.end,
            )
        )

    # Into statements ------------------------------------------------------------------------------

    def _add_group(
        self,
        group: list[Attribution],
        memo: dict[int, tuple[tuple[Speaker, ...], tuple[Individual | None, ...], float]],
    ) -> None:
        best = max(group, key=lambda a: (a.subject is not None, a.confidence))
        spans = tuple(Span(a.quotation.start, a.quotation.end) for a in group)
        start, end = group[0].quotation.outer_start, group[-1].quotation.outer_end
        speakers: tuple[Speaker, ...] = ()
        individuals: tuple[Individual | None, ...] = ()
        sureness = 1.0
        if best.subject is not None:
            speakers, individuals, sureness = self._speakers(best.subject, memo)
        else:
            self._report_uncredited(spans[0])
        kinds = {self.kinds.kind(a) for a in group}
        kind = self.kinds.kind(group[0]) if len(kinds) > 1 else kinds.pop()
        confidence = round(best.confidence * sureness, 3)
        self._add(
            start, spans, kind, speakers, individuals, Span(start, end), best.rule, confidence
        )

    def _report_uncredited(self, span: Span) -> None:
        text = self.document.text[span.start : span.end]
        self.problems.append(
            Problem(
                ProblemKind.UNRESOLVED_SPEAKER,
                text[:200],
                "nobody is credited with these words",
                span.start,
                span.end,
            )
        )

    def _add_report(
        self,
        report: Report,
        memo: dict[int, tuple[tuple[Speaker, ...], tuple[Individual | None, ...], float]],
    ) -> None:
        speakers, individuals, sureness = self._speakers(report.subject, memo, report.spans[0])
        confidence = round(report.confidence * sureness, 3)
        self._add(
            report.spans[0].start,
            report.spans,
            StatementKind.INDIRECT,
            speakers,
            individuals,
            report.evidence,
            report.rule,
            confidence,
        )

    def _add_turn(self, turn: Turn, labels: Labels) -> None:
        printed = self.document.text[turn.label.start : turn.label.end]
        individual = labels.individual(turn.label)
        speaker = Speaker(
            as_printed=printed,
            kind=SpeakerKind.GROUP
            if printed.endswith("S") and " " in printed and individual is None
            else SpeakerKind.PERSON,
            person=individual.id if individual else None,
            name=individual.name if individual else None,
            official=official_of(individual.name) if individual else None,
            span=turn.label,
        )
        evidence = Span(turn.spans[0].start, turn.spans[-1].end)
        self._add(
            turn.spans[0].start,
            turn.spans,
            StatementKind.DIRECT,
            (speaker,),
            (individual,),
            evidence,
            "transcript label",
            0.97,
        )

    def _add_monologue(self, monologue: Monologue) -> None:
        first = monologue.spans[0]
        passage = Span(first.start, min(first.end, first.start + _LONGEST_PASSAGE))
        individual = self.labels.of_title(monologue.bearer, passage)
        speaker = Speaker(
            as_printed=monologue.printed,
            kind=SpeakerKind.PERSON,
            person=individual.id,
            name=individual.name,
            official=official_of(individual.name),
            span=None,
        )
        evidence = Span(first.start, monologue.spans[-1].end)
        self._add(
            first.start,
            monologue.spans,
            StatementKind.DIRECT,
            (speaker,),
            (individual,),
            evidence,
            "the title's speaker",
            0.5,
        )

    def _add(
        self,
        order: int,
        spans: tuple[Span, ...],
        kind: StatementKind,
        speakers: tuple[Speaker, ...],
        individuals: tuple[Individual | None, ...],
        evidence: Span,
        rule: str,
        confidence: float,
    ) -> None:
        text = " ".join(self.document.text[span.start : span.end] for span in spans)
        statement = Statement(
            text=text,
            kind=kind,
            spans=spans,
            speakers=speakers,
            evidence=(Evidence(evidence.start, evidence.end),),
            rule=str(rule),
            confidence=confidence,
        )
        self.drafts.append(_Draft(order, statement, individuals))

    def _report_unbalanced(self, closed: list[bool]) -> None:
        quotations = self.document.quotations
        for index, quotation in enumerate(quotations):
            if closed[quotation.paragraph] or not quotation.marked:
                continue
            following = quotations[index + 1] if index + 1 < len(quotations) else None
            unopened = quotation.outer_start == quotation.start and not quotation.continues
            carried = following is not None and following.continues
            if unopened or not (quotation.closed or carried):
                self.problems.append(
                    Problem(
                        ProblemKind.UNBALANCED_QUOTATION,
                        self.document.text[quotation.start : quotation.end][:200],
                        "a quotation mark is missing; its end is a guess"
                        if not quotation.closed
                        else "a quotation mark is missing; its beginning is a guess",
                        quotation.start,
                        quotation.end,
                    )
                )


def with_posts(statement: Statement, post: str | None) -> Statement:
    """The statement with the post its speaker is printed with."""
    return replace(statement, post_as_printed=post) if post else statement
