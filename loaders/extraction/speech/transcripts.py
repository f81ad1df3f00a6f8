"""Transcripts: turns introduced by a speaker's label ("MR. SULLIVAN:", "THE PRESIDENT:", "Q")."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from loaders.extraction.language.vocabulary import words
from loaders.extraction.persons.name_words import given_names
from loaders.extraction.persons.names import NameKind, parse_run
from loaders.extraction.speech.labels import title_case
from loaders.extraction.speech.speaker_nouns import noun_kind
from loaders.extraction.texts.document import Document, Span

CAPITALS = re.compile(
    r"(?P<label>[A-Z][A-Za-z'’.\-]*(?: [A-Z&][A-Za-z'’.\-]*| of| and| the){0,7})"
    r"(?:, [A-Z][A-Z&'’ .,\-]{2,90})?(?: \([^()\n]{1,60}\))?:(?=\s|\Z)"
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
        match = CAPITALS.match(document.text, start, min(end, start + 120))
        if match is None:
            continue
        label = _Label(index, start, match.end("label"), match.end())
        text = match.group("label")
        if sum(c.isupper() for c in text) >= 0.6 * sum(c.isalpha() for c in text) and len(text) > 1:
            capitals.append(label)
        elif _is_name(text):
            mixed.append(label)
    speakers = _of_speakers(document, capitals)
    if len(speakers) >= _FEWEST_LABELS or (capitals and questions):
        return sorted([*capitals, *questions])
    if len(mixed) < _FEWEST_NAMES:
        return []
    printed = Counter(document.text[label.start : label.end] for label in mixed)
    repeated = any(printed[document.text[label.start : label.end]] > 1 for label in mixed)
    return sorted([*capitals, *mixed, *questions]) if repeated else []


def _of_speakers(document: Document, labels: list[_Label]) -> list[_Label]:
    """Without "HUD:" and "NOMINATIONS SENT TO THE SENATE:": what stands once and names nobody."""
    if not labels:
        return []
    printed = Counter(document.text[label.start : label.end] for label in labels)
    return [
        label
        for label in labels
        if printed[document.text[label.start : label.end]] > 1
        or names_speaker(document.text[label.start : label.end])
    ]


def names_speaker(label: str) -> bool:
    """A name with a title, a full name, a post or a noun that speaks ("AIDE", "OPERATOR")."""
    cased = title_case(label.strip("* "))
    parsed = parse_run(cased)
    if parsed.kind is NameKind.PERSON and (parsed.titled or parsed.given in given_names()):
        return True
    last = cased.split()[-1].lower()
    return noun_kind(last) is not None or last in words("roles", "label_nouns")


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
        elif is_closing(document.text, start, end):
            break
        if start < end and not is_stage_direction(document.text, start, end):
            spans.append(Span(start, end))
    return spans


def is_stage_direction(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is nothing but "(Applause.)"."""
    return _STAGE_DIRECTION.match(text, start, end) is not None


def is_closing(text: str, start: int, end: int) -> bool:
    """Whether a paragraph ends a transcript: "END", a time of day, a note."""
    return _CLOSING.match(text, start, end) is not None
