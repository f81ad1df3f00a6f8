"""Single quotation marks as outer marks, told apart from apostrophes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from loaders.extraction.texts.document import Paragraph, Quotation

#: Where the closing mark was forgotten: “We go, said Smith.
_ATTRIBUTION = (
    r"(?:(?:he|she|they|[A-Z][\w.-]+(?: [A-Z][\w.-]+){0,4}) )?"
    r"(?:said|says|added|told|warned|explained|noted|stated)\b"
)
FORGOTTEN_CLOSE = re.compile(
    rf"(?<=[,?!]) (?={_ATTRIBUTION})|(?<=\.) (?={_ATTRIBUTION}[^.\n]{{0,80}}\.?\s*(?:\n|\Z))"
)
_FORGOTTEN_OPEN = re.compile(
    rf"(?<=[,?!.])['’](?= (?:{_ATTRIBUTION}|said|the \w+ (?:said|added|told)))"
)
_OPEN = re.compile(
    r"['‘‚](?<![\w.,!?%)\]'’‘]['‘‚])(?=[\w\"“$£€¡¿(\[…—–])"
    r"(?!['‘]?(?:\d0s|tis|twas|em|til|till|cause|n|round|bout)\b)(?!.\d\d\b(?!,))"
)
_CLOSE = re.compile(r"['’‘](?<=\S['’‘])(?![\w])")
_ENDS_CLAUSE = frozenset(',.?!…;:-—–"”)]')


def with_single_marks(
    text: str, paragraphs: Sequence[Paragraph], doubles: Sequence[Quotation]
) -> tuple[Quotation, ...]:
    """The quotations in double marks and those in single ones outside them, in order.

    A single pair that holds double ones is the outer one (British style): they are left out.
    """
    opens = [match.start() for match in _OPEN.finditer(text)]
    if not opens:
        return tuple(doubles)  # Then a lone ’ is an apostrophe.
    starts = [q.outer_start for q in doubles]

    def outside(position: int) -> bool:
        before = bisect_right(starts, position) - 1
        return before < 0 or position >= doubles[before].outer_end

    opens = [position for position in opens if outside(position)]
    closes = [m.start() for m in _CLOSE.finditer(text) if outside(m.start())] if opens else []
    sure = [position for position in closes if text[position - 1] in _ENDS_CLAUSE]
    found = _pair(text, paragraphs, opens, closes, sure)
    found = _with_unopened(text, paragraphs, found, closes)
    return _merge(doubles, found)


def _with_unopened(
    text: str, paragraphs: Sequence[Paragraph], found: list[Quotation], closes: list[int]
) -> list[Quotation]:
    """ "They made a scene,’ said the minister.": a paragraph whose opening mark was forgotten."""
    taken = {quotation.paragraph for quotation in found}
    added = []
    for close in closes:
        if not _FORGOTTEN_OPEN.match(text, close):
            continue
        index = max(bisect_right(paragraphs, (close + 1,)) - 1, 0)
        if index not in taken:
            start = paragraphs[index].start
            added.append(Quotation(start, close, start, close + 1, index))
            taken.add(index)
    return sorted([*found, *added], key=lambda q: q.outer_start) if added else found


def _pair(
    text: str,
    paragraphs: Sequence[Paragraph],
    opens: list[int],
    closes: list[int],
    sure: list[int],
) -> list[Quotation]:
    found: list[Quotation] = []
    done, running = -1, False
    for order, opened in enumerate(opens):
        if opened < done:
            continue
        index = max(bisect_right(paragraphs, (opened + 1,)) - 1, 0)
        paragraph = paragraphs[index]
        following = opens[order + 1] if order + 1 < len(opens) else paragraph.end
        closed = _closing(text, opened, min(paragraph.end, following), paragraph.end, closes, sure)
        continues = running and opened == paragraph.start
        running = False
        if closed > opened + 1:
            found.append(Quotation(opened + 1, closed, opened, closed + 1, index, True, continues))
            done = closed
        elif opened == paragraph.start and (
            forgotten := FORGOTTEN_CLOSE.search(text, opened + 1, paragraph.end)
        ):
            end = forgotten.start()
            found.append(Quotation(opened + 1, end, opened, end, index, False, continues))
            done = end
        elif _goes_on(text, paragraphs, index, opened, following):
            end = paragraph.end
            found.append(Quotation(opened + 1, end, opened, end, index, False, continues))
            done, running = end, True
    return found


def _closing(
    text: str, opened: int, soon: int, end: int, closes: list[int], sure: list[int]
) -> int:
    """Where the quotation opened at `opened` closes, or -1.

    "our allies' support" is a possessive if a surer closing mark follows before the next
    opening one.
    """
    at = bisect_right(closes, opened + 1)
    surer = bisect_right(sure, opened + 1)
    surest = sure[surer] if surer < len(sure) and sure[surer] < max(soon, opened) else -1
    while at < len(closes) and closes[at] < end:
        candidate = closes[at]
        if surest <= candidate or not _may_be_possessive(text, candidate):
            return candidate
        at += 1
    return -1


def _may_be_possessive(text: str, position: int) -> bool:
    after = text[position + 1 : position + 3]
    if after[:1] != " " or not after[1:].isalpha():
        return False
    return text[position - 1] == "s" or text[position - 2 : position] == "in"


def _goes_on(
    text: str, paragraphs: Sequence[Paragraph], index: int, opened: int, following: int
) -> bool:
    """Whether an unclosed quotation is carried on by the next paragraph, which opens too."""
    if index + 1 >= len(paragraphs):
        return False
    if opened != paragraphs[index].start and text[opened - 2 : opened] not in (": ", ", "):
        return False
    start = paragraphs[index + 1].start
    return following == start and text[start] == text[opened]


def _merge(doubles: Sequence[Quotation], singles: list[Quotation]) -> tuple[Quotation, ...]:
    if not singles:
        return tuple(doubles)
    starts = [q.outer_start for q in singles]
    kept = []
    for quotation in doubles:
        before = bisect_left(starts, quotation.outer_start) - 1
        if before < 0 or quotation.outer_start >= singles[before].outer_end:
            kept.append(quotation)
    return tuple(sorted([*kept, *singles], key=lambda q: q.outer_start))
