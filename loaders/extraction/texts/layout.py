"""From lines on a page to clean paragraphs: unwrapping, markup, invisible characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.extraction.texts.document import Origin, Paragraph, ParagraphKind, Span
from loaders.extraction.texts.furniture import is_furniture, present_phrases

_LINE = re.compile(r"[^\n]+")
#: "9. Juli 2026" is a day.
_ITEM = re.compile(
    r"\s*(?:[-*+•▪●◦·–]\s+(?=\S)|\d{1,2}[.)]\s+(?=\**[A-Z])(?!\w+ (?:19|20)\d\d\b)|[a-z]\)\s+)"
)
_HEADING_MARK = re.compile(r"\s*#{1,6}\s+")
_BLOCK_QUOTE = re.compile(r"\s*(?:>\s?)+")
_LABEL = re.compile(r"\s*\**(?:[A-Z][A-Z'’.\- ]{1,60}(?:\([^)\n]{1,60}\))?:|Q\b\s)")
_SENTENCE_END = re.compile(r"[.!?:;…][\"”’'»)\]*_]*\s*\Z")
#: "observers: Chile, Peru" under "members: Spain": lines of a list, however they begin.
_LABELLED = re.compile(r"\s*\**[A-Za-z][\w -]{1,40}:\**\s")
#: Everything that a clean paragraph does not hold as it stands; one scan finds it.
_DIRT = re.compile(
    r"[\u200b\u200c\u200d\u2060\ufeff\u00ad]+"  # no width, and soft hyphens: not there
    r"|(?:\[(?=[^\]]{1,200}\]\(http))|\]\(https?://[^)\s]{0,600}\)"  # [text](link)
    r"|\\(?=[\[\]*_#\"'.\-~`<>])|</?[a-zA-Z]{1,10}(?:\s[^<>\n]{0,300})?/?>|\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}"
    r"|\b_+(?=[A-Z\"“])|(?<=[\w.,”\"])_+(?=\s|\Z)"
    r"|\s\s+|[\t\r\n\v\f\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
#: The characters without one of which `_DIRT` finds blanks only.
_SUSPECT = re.compile(
    r"[\u200b\u200c\u200d\u2060\ufeff\u00ad\t\r\v\f\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028"
    r"\u2029\u202f\u205f\u3000\\<*_\[]"
)
#: What `_DIRT` finds where none of these stands: blanks in a row, and line breaks.
_BLANKS = re.compile(r"[ \n](?:(?<=\n)|(?=[ \n]))[ \n]*")
_WIDEST_WRAP = 130
_NARROWEST_WRAP = 40
_LONGEST_HEADING = 160


@dataclass(frozen=True, slots=True)
class Layout:
    """The clean text, its paragraphs, and the way back to the source."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    origin: Origin


def lay_out(source: str, body_start: int = 0) -> Layout:
    """Clean paragraphs of `source` from `body_start` on, page furniture left out."""
    phrases = present_phrases(source)
    pieces: list[str] = []
    paragraphs: list[Paragraph] = []
    starts, shifts = [0], [0]
    length = 0
    for span, in_columns in _with_columns(source, _blocks(source, body_start)):
        raw = source[span.start : span.end]
        kind, skip = _classify(raw)
        clean, edits = _clean(raw, skip, "\t" if in_columns else " ")
        if not clean or is_furniture(clean, phrases):
            continue
        _note_shift(starts, shifts, length, span.start)
        for position, removed in edits:
            if position == 0 and not removed:
                continue
            _note_shift(starts, shifts, length + position, span.start + position + removed)
        pieces.append(clean)
        paragraphs.append(Paragraph(length, length + len(clean), kind))
        length += len(clean) + 1
    return Layout("\n".join(pieces), tuple(paragraphs), Origin(tuple(starts), tuple(shifts)))


def _note_shift(starts: list[int], shifts: list[int], clean: int, source: int) -> None:
    shift = source - clean
    if starts[-1] == clean:
        shifts[-1] = shift
    elif shifts[-1] != shift:
        starts.append(clean)
        shifts.append(shift)


def _classify(raw: str) -> tuple[ParagraphKind, int]:
    """The kind of a raw paragraph and how many characters of list or heading mark it opens with."""
    if not raw[:1].isupper():  # a capital is no mark
        if mark := _BLOCK_QUOTE.match(raw):
            return ParagraphKind.BODY, mark.end()
        if mark := _HEADING_MARK.match(raw):
            return ParagraphKind.HEADING, mark.end()
        if mark := _ITEM.match(raw):
            return ParagraphKind.ITEM, mark.end()
    if len(raw) <= _LONGEST_HEADING and not _SENTENCE_END.search(raw):
        return ParagraphKind.HEADING, 0
    return ParagraphKind.BODY, 0


def _clean(raw: str, skip: int, gap: str = " ") -> tuple[str, list[tuple[int, int]]]:
    """The paragraph without dirt, and where its offsets jump: (clean position, removed so far).

    `gap` is what wide blanks become: a tab between the columns of a table.
    """
    start = skip + len(raw[skip:]) - len(raw[skip:].lstrip())
    end = len(raw.rstrip())
    body = raw[start:end]
    suspect = _SUSPECT.search(body) is not None
    if not suspect:
        # Most paragraphs: nothing but line breaks, each as wide as the blank it becomes.
        joined = body.replace("\n", " ")
        if "  " not in joined:
            return joined, [(0, start)]
    pieces: list[str] = []
    edits = [(0, start)]
    last, length = start, 0
    for match in (_DIRT if suspect else _BLANKS).finditer(raw, start, end):
        pieces.append(raw[last : match.start()])
        length += match.start() - last
        if match.group()[0].isspace():
            pieces.append(gap if len(match.group()) > 1 or match.group() == "\t" else " ")
            length += 1
        last = match.end()
        if edits[-1][1] != last - length:
            edits.append((length, last - length))
    pieces.append(raw[last:end])
    return _trim("".join(pieces), edits)


def _trim(clean: str, edits: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """Blanks that markup left at the edges, or two in a row, are kept out at the left edge."""
    lead = len(clean) - len(clean.lstrip())
    if not lead:
        return clean.rstrip(), edits
    removed = max((shift for position, shift in edits if position <= lead), default=0)
    later = [(position - lead, shift + lead) for position, shift in edits if position > lead]
    return clean.strip(), [(0, removed + lead), *later]


def _blocks(source: str, body_start: int) -> Iterator[Span]:
    """Stretches of `source` that are one paragraph each, hard-wrapped lines inside."""
    width = _wrap_width(source, body_start)
    opened, closed, previous = -1, -1, ""
    for line in _LINE.finditer(source, body_start):
        text = line.group()
        blank = text.isspace()
        follows = opened >= 0 and line.start() == closed + 1
        if opened >= 0 and (blank or not follows or not _goes_on(previous, text, width)):
            yield Span(opened, closed)
            opened = -1
        if not blank:
            opened = line.start() if opened < 0 else opened
            closed, previous = line.end(), text
    if opened >= 0:
        yield Span(opened, closed)


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether a line break between the two is only typographic."""
    if _ITEM.match(following) or following.lstrip()[:1] in "#|>":
        return False
    if (":" in following or "Q" in following) and _LABEL.match(following):
        return False
    if ":" in following and _LABELLED.match(line) and _LABELLED.match(following):
        return False
    if line.endswith("  ") and _SENTENCE_END.search(line):
        return False
    word = (following.split(maxsplit=1) or [""])[0]
    stripped = line.strip()
    if stripped.startswith("#") and _HEADING_MARK.match(line):
        return False
    if width and len(stripped) + 1 + len(word) > width - 2:
        return not _are_columns(stripped, following)
    if _are_columns(stripped, following):
        return False
    return not _SENTENCE_END.search(stripped) and (word[:1].islower() or stripped[-1:] == ",")


def _are_columns(line: str, following: str) -> bool:
    """Whether two lines are set in columns, and so are rows of a table."""
    if "   " not in line and "\t" not in line:
        return False
    return bool(_COLUMNS.search(line) and _COLUMNS.search(following.strip()))


_COLUMNS = re.compile(r"\S(?: {3,}|\t+ *)\S")


def _with_columns(source: str, blocks: Iterator[Span]) -> Iterator[tuple[Span, bool]]:
    """Each block, and whether it is a line set in columns beside another such line."""
    if "   " not in source and "\t" not in source:
        yield from ((block, False) for block in blocks)
        return
    last: Span | None = None
    before = here = False
    for block in blocks:
        there = _is_columned(source, block)
        if last is not None:
            yield last, here and (before or there)
        last, before, here = block, here, there
    if last is not None:
        yield last, here and before


def _is_columned(source: str, block: Span) -> bool:
    """Whether a block is one line with wide gaps between its words."""
    if block.end - block.start > _LONGEST_ROW:
        return False
    line = source[block.start : block.end].strip()
    wide = "   " in line or "\t" in line
    return wide and "\n" not in line and "|" not in line and bool(_COLUMNS.search(line))


_LONGEST_ROW = 400


def _wrap_width(source: str, body_start: int) -> int:
    """The width at which the text was wrapped by hand, or 0: the longest of its lines, if short.

    A page of which more than one line in twenty is wider is not hard-wrapped.
    """
    sample = source[body_start : body_start + 40_000].split("\n")
    lengths = sorted(len(line.strip()) for line in sample if line.strip())
    if len(lengths) < 2:
        return 0
    width = lengths[int((len(lengths) - 1) * 0.95)]
    return width if _NARROWEST_WRAP <= width <= _WIDEST_WRAP else 0
