"""What every extractor reads: the article's clean text, its paragraphs and sentences.

`Document.text` is the body as a person reads it: front matter, page furniture and markup are
gone, hard-wrapped lines are joined, runs of blanks are one space, paragraphs are separated by
one newline. All offsets in the extraction are offsets into it. `Document.origin` carries them
back to the file as decoded; the pipeline does that once, for all facts, at the end.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

#: Stands for every character of a quoted stretch in `Document.masked`.
MASK = "¤"


class Span(NamedTuple):
    """A stretch of `Document.text`: code points from `start` up to, not including, `end`."""

    start: int
    end: int


class ParagraphKind(StrEnum):
    """What a paragraph is on the page."""

    BODY = "body"
    HEADING = "heading"
    ITEM = "item"


class Paragraph(NamedTuple):
    """One paragraph, heading or list item."""

    start: int
    end: int
    kind: ParagraphKind


@dataclass(frozen=True, slots=True)
class Origin:
    """Carries offsets of the clean text back to the source: a piecewise shift."""

    starts: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)

    def offset(self, position: int) -> int:
        """Where the character at `position` of the clean text stands in the source."""
        return position + self.shifts[bisect_right(self.starts, position) - 1]

    def span(self, start: int, end: int) -> Span:
        """The stretch of the source that holds the clean text from `start` to `end`."""
        starts, shifts = self.starts, self.shifts
        first = start + shifts[bisect_right(starts, start) - 1]
        if end <= start:
            return Span(first, first)
        return Span(first, end + shifts[bisect_right(starts, end - 1) - 1])


@dataclass(frozen=True, slots=True)
class Quotation:
    """A pair of quotation marks, or one left unclosed at its paragraph's end.

    `start`/`end` are the words between the marks, `outer_start`/`outer_end` take the marks in.
    `continues` says that it goes on from the quotation before it (each paragraph opens, only
    the last one closes). `marked` is false where no mark stands at all: a colon and the first
    person tell it.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    closed: bool = True
    continues: bool = False
    marked: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """An article as the extractors see it.

    `source` is the file as decoded (for HTML the extracted body), `text` its clean text,
    `masked` the same, character for character, with quoted stretches filled with `MASK` (the
    sentence's full stop inside a closing mark stays visible as one). `sentences` are those of
    `masked`, in order, each within one paragraph. `published` is EDTF, `published_from` one of
    flag, front matter, page, dateline.
    """

    source: str
    text: str
    masked: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    origin: Origin = field(default_factory=Origin)
    name: str = ""
    title: str | None = None
    publisher: str | None = None
    via: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    published_from: str | None = None
    place: str | None = None
    language: str | None = None
    is_page: bool = False
    sentence_starts: tuple[int, ...] = ()
    paragraph_starts: tuple[int, ...] = ()

    def paragraph_at(self, position: int) -> int:
        """The index of the paragraph that holds `position`, or of the last one before it."""
        behind = bisect_right(self.paragraph_starts, position)
        return behind - 1 if behind else 0

    def opens_paragraph(self, position: int) -> bool:
        """Whether a paragraph begins at `position`."""
        return self.paragraphs[self.paragraph_at(position)].start == position

    def sentence_at(self, position: int) -> int:
        """The index of the sentence that holds `position`, or of the last one before it."""
        behind = bisect_right(self.sentence_starts, position)
        return behind - 1 if behind else 0
