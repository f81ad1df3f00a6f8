"""The lead of an article: its headline and the first paragraphs of its body."""

from __future__ import annotations

from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import ParagraphKind, Span

_FIRST_PARAGRAPHS = 3
_MOST_HEADINGS = 8


def is_in_lead(survey: Survey, sentence: Span) -> bool:
    """Whether the sentence is of the headline or of the first paragraphs of the body."""
    document = survey.document
    index = document.paragraph_at(sentence.start)
    if index > _MOST_HEADINGS + _FIRST_PARAGRAPHS:
        return False
    body = sum(p.kind is not ParagraphKind.HEADING for p in document.paragraphs[: index + 1])
    return body <= _FIRST_PARAGRAPHS
