"""Speeches without labels: a text that its title calls a person's remarks is that person's turn."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.extraction.persons.headlines import Bearer, bearers
from loaders.extraction.speech.transcripts import (
    CAPITALS,
    is_closing,
    is_stage_direction,
    names_speaker,
)
from loaders.extraction.texts.document import Document, ParagraphKind, Span

_TITLE = re.compile(
    r"(?:FULL TEXT: |Transcript: )?(?:Opening |Closing |Prepared |Keynote |Joint )?"
    r"(?:Remarks|Speech|Address|Statement|Message|Testimony|Keynote|Lecture)"
    r"(?: as (?:Prepared|Delivered)[\w ]{0,24})? (?:by|of|from) ",
    re.I,
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us)\b")
#: A speech says "I" or "we" this often: once in so many characters.
_ONCE_IN = 250
_GREETING = re.compile(
    r"(?:Good (?:morning|afternoon|evening)|Thank|Hello|Welcome|Ladies|Mr\.|Madam|Honou?rable|Dear|"
    r"Fellow|Congratulations)\b"
)
_LONGEST_LABEL = 120


@dataclass(frozen=True, slots=True)
class Monologue:
    """A speech, a span per paragraph, and whom the title names."""

    bearer: Bearer
    printed: str
    spans: tuple[Span, ...]


def find_monologue(document: Document) -> Monologue | None:
    """The speech that the whole document is; None for all other texts."""
    title = document.title or ""
    announced = _TITLE.match(title)
    if announced is None:
        return None
    named = bearers(title[announced.end() :])
    # "Remarks by President Biden and Prime Minister Sunak" are two persons' words.
    if not named or not title[announced.end() :].startswith((named[0].post, named[0].name)):
        return None
    if re.match(r"\W*(?:and|,)\W", title[announced.end() + _length(named[0]) :]):
        return None
    spans = tuple(_spans(document))
    spoken = sum(span.end - span.start for span in spans)
    first = sum(1 for span in spans for _ in _FIRST_PERSON.finditer(document.text, *span))
    if not spans or first * _ONCE_IN < spoken:
        return None
    return Monologue(named[0], f"{named[0].post} {named[0].name}".strip(), spans)


def _length(bearer: Bearer) -> int:
    return len(f"{bearer.post} {bearer.name}".strip())


def _begins_speech(document: Document, span: Span, kind: ParagraphKind) -> bool:
    """Whether the speech has begun: what stands before says who speaks, when and where."""
    if kind is ParagraphKind.ITEM:
        return False
    return bool(_GREETING.match(document.text, *span) or _FIRST_PERSON.search(document.text, *span))


def _spans(document: Document) -> list[Span]:
    spans: list[Span] = []
    for start, end, kind in document.paragraphs:
        if kind is ParagraphKind.HEADING or is_stage_direction(document.text, start, end):
            continue
        if is_closing(document.text, start, end):
            continue
        label = CAPITALS.match(document.text, start, min(end, start + _LONGEST_LABEL))
        if label is not None and names_speaker(label.group("label")):
            start = label.end()
            while start < end and document.text[start] == " ":
                start += 1
        if spans or _begins_speech(document, Span(start, end), kind):
            spans.append(Span(start, end))
    return spans
