"""Transcripts: turns introduced by a speaker's label ("MR. SULLIVAN:", "THE PRESIDENT:", "Q")."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from loaders.extraction.document import Document, Span
from loaders.extraction.individuals import Individual, Individuals
from loaders.extraction.names import NameKind, Names, Run, parse_run
from loaders.extraction.subjects import noun_kind
from loaders.extraction.vocabulary import words

_CAPITALS = re.compile(
    r"(?P<label>[A-Z][A-Za-z'’.\-]*(?: [A-Z&][A-Za-z'’.\-]*| of| and| the){0,7})"
    r"(?: \([^()\n]{1,60}\))?:(?=\s|\Z)"
)
_QUESTION = re.compile(r"(?P<label>Q)(?:\.|:)?(?: \([^()\n]{1,60}\):?)? (?=[A-Z“\"(…'‘—–\d-])")
_STAGE_DIRECTION = re.compile(r"[(\[][^()\[\]]*[)\]][.\s]*\Z")
_CLOSING = re.compile(
    r"END\b|(?:Editor[’']s )?[Nn]ote:|\[END|\d{1,2}:\d\d (?:[APap]\.?[Mm]\.?)|\([A-Z ]+\)\Z|#"
)
_FEWEST_LABELS = 2
_FEWEST_NAMES = 4


class _Label(NamedTuple):
    paragraph: int
    start: int
    end: int
    body: int


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says until the next label; a span per paragraph."""

    label: Span
    spans: tuple[Span, ...]
    first_paragraph: int
    last_paragraph: int


def find_turns(document: Document) -> list[Turn]:
    """The turns of a transcript, in order; none where the text is no transcript."""
    labels = _labels(document)
    turns = []
    for order, label in enumerate(labels):
        last = (
            labels[order + 1].paragraph - 1
            if order + 1 < len(labels)
            else len(document.paragraphs) - 1
        )
        spans = tuple(_spans(document, label, last))
        if spans:
            turns.append(Turn(Span(label.start, label.end), spans, label.paragraph, last))
    return turns


def _labels(document: Document) -> list[_Label]:
    capitals: list[_Label] = []
    questions: list[_Label] = []
    mixed: list[_Label] = []
    for index, (start, end, _) in enumerate(document.paragraphs):
        if match := _QUESTION.match(document.text, start, end):
            questions.append(_Label(index, start, match.end("label"), match.end()))
            continue
        match = _CAPITALS.match(document.text, start, min(end, start + 120))
        if match is None:
            continue
        label = _Label(index, start, match.end("label"), match.end())
        text = match.group("label")
        if sum(c.isupper() for c in text) >= 0.6 * sum(c.isalpha() for c in text) and len(text) > 1:
            capitals.append(label)
        elif _is_name(text):
            mixed.append(label)
    if len(capitals) >= _FEWEST_LABELS or (capitals and questions):
        return sorted([*capitals, *questions])
    printed = Counter(document.text[label.start : label.end] for label in mixed)
    repeated = [label for label in mixed if printed[document.text[label.start : label.end]] > 1]
    if len(mixed) >= _FEWEST_NAMES and repeated:
        return sorted([*capitals, *mixed, *questions])
    return []


def _is_name(label: str) -> bool:
    return label in ("Moderator", "Interviewer", "Question", "Answer") or (
        parse_run(label).kind is NameKind.PERSON
    )


def _spans(document: Document, label: _Label, last: int) -> list[Span]:
    spans = []
    for index in range(label.paragraph, last + 1):
        start, end, _ = document.paragraphs[index]
        if index == label.paragraph:
            start = label.body
            while start < end and document.text[start] == " ":
                start += 1
        elif _CLOSING.match(document.text, start, end):
            break
        if start < end and not _STAGE_DIRECTION.match(document.text, start, end):
            spans.append(Span(start, end))
    return spans


class TitledLabel(NamedTuple):
    """A label whose bearer the article's title names with a post."""

    individual: Individual
    title: str
    label: Span


class Labels:
    """Leads labels back to persons, by the article's names and those of its title."""

    def __init__(self, document: Document, people: Individuals) -> None:
        self._document = document
        self._people = people
        self.titles: list[TitledLabel] = []
        self._memo: dict[str, Individual | None] = {}
        self._in_title = [
            run for run in Names(document.title or "").runs if run.parsed.kind is NameKind.PERSON
        ]

    def individual(self, label: Span) -> Individual | None:
        """Who speaks under a label; None for "Q", reporters and the like."""
        text = self._document.text[label.start : label.end].strip("* ")
        if text not in self._memo:
            self._memo[text] = self._find(text, label)
        return self._memo[text]

    def _find(self, text: str, label: Span) -> Individual | None:
        if text == "Q" or text.upper() in ("QUESTION", "REPORTER", "MODERATOR", "INTERVIEWER"):
            return None
        cased = _title_case(text)
        parsed = parse_run(cased)
        if parsed.kind is not NameKind.PERSON or noun_kind(parsed.tokens[-1].lower()) is not None:
            return self._by_post(cased, label)
        run = Run(label.start + parsed.start, label.end, label.start, label.start, parsed)
        found = self._people.by_surname(parsed.tokens[-1], run)
        if found is not None and found.is_full:
            found.spoke = True
            found.rank = found.rank or parsed.rank
            return found
        if not parsed.rank and len(parsed.tokens) == 1 and not self._is_in_title(parsed.tokens):
            return None
        found = self._people.add_speaker(run)
        for other in self._in_title:
            if _same_person(other, parsed.tokens):
                found.tokens = _without_headline(other.parsed.tokens)
                found.name = " ".join(found.tokens)
                self._note_title(found, other, label)
        return found

    def _note_title(self, individual: Individual, run: Run, label: Span) -> None:
        title = (self._document.title or "")[run.lead : run.start].strip()
        if title:
            self.titles.append(TitledLabel(individual, title, label))

    def _is_in_title(self, tokens: tuple[str, ...]) -> bool:
        return any(_same_person(other, tokens) for other in self._in_title)

    def _by_post(self, text: str, label: Span) -> Individual | None:
        """ "THE PRESIDENT": the article's, or its title's, bearer of that post."""
        noun = text.lower().removeprefix("the ")
        for individual in self._people.individuals:
            if noun in individual.nouns:
                return individual
        for run in self._in_title:
            title = (self._document.title or "")[run.lead : run.name_start].strip().lower()
            if title == noun:
                found = self._people.of_name(run.parsed.tokens) or self._add(run, label)
                self._note_title(found, run, label)
                return found
        return None

    def _add(self, run: Run, label: Span) -> Individual:
        """Someone whom only the title names; the label is where they first occur in the text."""
        found = self._people.add_speaker(
            Run(label.start, label.end, label.start, label.start, run.parsed)
        )
        found.tokens = _without_headline(run.parsed.tokens)
        found.name = " ".join(found.tokens)
        return found


def _same_person(run: Run, tokens: tuple[str, ...]) -> bool:
    return _without_headline(run.parsed.tokens)[-1].casefold() == tokens[-1].casefold()


def _without_headline(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """ "Remarks by President Biden Announcing His Intent": only "Biden" is the name."""
    kept: list[str] = []
    for token in tokens:
        if kept and (token.endswith("ing") or token in words("roles", "openers")):
            break
        kept.append(token)
    return tuple(kept)


def _title_case(label: str) -> str:
    """ "MR. SULLIVAN" → "Mr. Sullivan", "JEAN-PIERRE" → "Jean-Pierre", "McCARTHY" kept."""
    small = {"OF", "AND", "THE", "FOR"}
    parts: list[str] = []
    for word in label.split():
        if word in small and parts:
            parts.append(word.lower())
        elif word.isupper() and len(word.rstrip(".")) > 1 and word.count(".") < 2:
            parts.append(re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), word))
        else:
            parts.append(word)
    return " ".join(parts).removeprefix("The ")
