"""Facts in the text they rest on: the text cut where highlights begin and end (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")
_LINE = re.compile(r"\s*\n\s*")


@dataclass(frozen=True)
class Span:
    """A stretch of text (offsets in code points, the end not included) that an entry rests on."""

    start: int
    end: int
    entry: int


@dataclass(frozen=True)
class Segment:
    """A piece of text under one set of entries: `entries` from the shortest span to the longest.

    `begins` are the entries whose span begins with this piece, or goes on here from the
    paragraph before.
    """

    text: str
    entries: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()


def paragraphs(text: str, spans: Iterable[Span]) -> list[list[Segment]]:
    """Cut a text into paragraphs, and each paragraph where a span begins or ends.

    The segments' texts, joined, are the text without what separates its paragraphs. Spans may
    overlap, nest and run over paragraphs; what lies outside the text is cut off.
    """
    kept = [
        Span(max(0, span.start), min(len(text), span.end), span.entry)
        for span in spans
        if span.start < span.end and span.start < len(text) and span.end > 0
    ]
    return [
        list(_segments(text, start, end, kept)) for start, end in _stretches(text) if start < end
    ]


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    # Some texts part their paragraphs by blank lines and may wrap within; others by line ends.
    parting = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else _LINE
    for match in parting.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _segments(text: str, start: int, end: int, spans: Sequence[Span]) -> Iterator[Segment]:
    inside = [span for span in spans if span.start < end and span.end > start]
    cuts = {start, end}
    for span in inside:
        cuts |= {max(start, span.start), min(end, span.end)}
    ordered = sorted(cuts)
    for first, after in pairwise(ordered):
        over = [span for span in inside if span.start <= first and span.end >= after]
        over.sort(key=lambda span: (span.end - span.start, span.entry))
        yield Segment(
            text[first:after],
            tuple(dict.fromkeys(span.entry for span in over)),
            tuple(sorted({span.entry for span in over if max(span.start, start) == first})),
        )


def share_covered(length: int, spans: Iterable[Span]) -> float:
    """The share of a text's characters that lie in some span, 0 to 1; 0 for an empty text."""
    covered = bytearray(length)
    for span in spans:
        first, after = max(0, span.start), min(length, span.end)
        covered[first:after] = b"\1" * max(0, after - first)
    return sum(covered) / length if length else 0.0
