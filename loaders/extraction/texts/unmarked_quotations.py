"""Quotations without marks: "The commander said:" and then a paragraph or more in the first person.

Government releases set such words off by indentation, of which a plain text keeps nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from loaders.extraction.texts.document import Paragraph, ParagraphKind, Quotation

_ANNOUNCES = re.compile(
    r"\b(?:said|says|added|adds|commented|comments|stated|states|continued|continues|remarked|"
    r"concluded|told [^.:]{2,60}|noted|explained|wrote|writes|adding|saying|writing|"
    r"tweeted)(?: [^.:,]{1,40})?:\Z"
)
#: First or second person.
_FIRST_PERSON = re.compile(
    r"\b(?:[Yy]ou|[Yy]our|You[’']re|[Yy]ou[’']ve|I|[Ww]e|[Oo]ur|us|[Mm]y|me|[Oo]urselves|myself|"
    r"I[’']m|I[’']ve)\b"
)
_SPEAKS_OF_ANOTHER = re.compile(r"\b(?:said|told reporters|added)\b|:\Z")
#: "A Downing Street spokesperson said:" over a readout: all that follows is spoken.
_SPOKESPERSON = re.compile(r"(?:A|The) (?:[\w.’'-]+ ){0,6}spokes(?:person|man|woman) said:")
#: "He said:" alone in its line: what follows is his, whatever it speaks of.
_ALONE = re.compile(r"(?:He|She|They|The statement) (?:also |further )?(?:said|added|wrote|read):")
_SENTENCE_END = tuple(".!?…")
_FEWEST_WORDS = 6


def with_unmarked(
    text: str, paragraphs: Sequence[Paragraph], quotations: tuple[Quotation, ...]
) -> tuple[Quotation, ...]:
    """The quotations, and those that only a colon and the first person tell, in order."""
    quoted = [quotation.paragraph for quotation in quotations]
    found: list[Quotation] = []
    done = -1
    for index, paragraph in enumerate(paragraphs[:-1]):
        if index <= done or text[paragraph.end - 1] != ":":
            continue
        if not _ANNOUNCES.search(text, max(paragraph.start, paragraph.end - 120), paragraph.end):
            continue
        release = _SPOKESPERSON.fullmatch(text, paragraph.start, paragraph.end) is not None
        release = release or _ALONE.fullmatch(text, paragraph.start, paragraph.end) is not None
        last = _last_spoken(text, paragraphs, quoted, index + 1, release)
        found.extend(_spoken(paragraphs, index + 1, last))
        done = last
    if not found:
        return quotations
    return tuple(sorted([*quotations, *found], key=lambda quotation: quotation.outer_start))


def _last_spoken(
    text: str, paragraphs: Sequence[Paragraph], quoted: list[int], first: int, release: bool
) -> int:
    """The last of the paragraphs from `first` on that are spoken; `first` - 1 where none is.

    `release` says that the whole text is a spokesperson's.
    """
    index = first
    while index < len(paragraphs):
        start, end, kind = paragraphs[index]
        marked = bisect_left(quoted, index)
        if marked < len(quoted) and quoted[marked] == index:
            break
        if kind is not ParagraphKind.BODY or not text[start:end].endswith(_SENTENCE_END):
            break
        if not release and not _is_in_person(text, start, end):
            break
        index += 1
    return index - 1


def _is_in_person(text: str, start: int, end: int) -> bool:
    """Whether a paragraph speaks of "us" or to "you", and tells of nobody who says something."""
    if text.count(" ", start, end) < _FEWEST_WORDS or not _FIRST_PERSON.search(text, start, end):
        return False
    return not _SPEAKS_OF_ANOTHER.search(text, start, end)


def _spoken(paragraphs: Sequence[Paragraph], first: int, last: int) -> list[Quotation]:
    """One quotation over the paragraphs from `first` to `last`."""
    return [
        Quotation(
            paragraphs[index].start,
            paragraphs[index].end,
            paragraphs[index].start,
            paragraphs[index].end,
            index,
            closed=index == last,
            continues=index > first,
            marked=False,
        )
        for index in range(first, last + 1)
    ]
