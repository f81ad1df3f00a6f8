"""Quotation marks, paired paragraph by paragraph, and the text with the quoted masked.

The direction of a mark comes from its shape, or for straight ones from the blanks beside it.
A paragraph that leaves a quotation open is carried on by one that opens with a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from loaders.extraction.texts.document import MASK, Paragraph, Quotation, Span
from loaders.extraction.texts.single_marks import FORGOTTEN_CLOSE, with_single_marks
from loaders.extraction.texts.unmarked_quotations import with_unmarked

#: Marks, and those made of two signs. It begins with one set of signs, which the engine finds fast,
#: and only then asks which of them stands there.
_MARK = re.compile(r"[\"“”„‟«»＂″`'‘’](?:(?<=[\"“”„‟«»＂″])|(?<=`)`|(?<=')'|(?<=‘)‘|(?<=’)’)")
_ALWAYS_OPEN = frozenset({"„", "‟", "``", "‘‘"})
_BEFORE_OPEN = frozenset(" \n([{—–-/‘'¿¡…:")
_AFTER_CLOSE = frozenset(" \n)]}—–-/.,;:?!…’'")
#: Quotations inside quotations inside quotations: what opens deeper is taken for noise.
_DEEPEST = 3
_LONGEST_ATTRIBUTION = 80
_NICKNAME = re.compile(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)?\Z")
_NAME_BEFORE = re.compile(r"[A-Z][\w.'’-]* \Z")
_NAME_AFTER = re.compile(r" [A-Z][a-z]")


class _Turn(Enum):
    OPEN = "open"
    CLOSE = "close"
    EITHER = "either"


class _Mark(NamedTuple):
    start: int
    end: int
    text: str
    turn: _Turn


def pair_quotations(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Quotation, ...]:
    """All outermost quotations of the clean text, in order."""
    marks = [_read_mark(text, match.start(), match.end()) for match in _MARK.finditer(text)]
    found: list[Quotation] = []
    position, running = 0, False
    for index, paragraph in enumerate(paragraphs):
        first = position
        while position < len(marks) and marks[position].start < paragraph.end:
            position += 1
        if first == position:
            running = False
            continue
        opens_next = _opens(text, paragraphs, index + 1)
        pairs, running = _pair(text, paragraph, marks[first:position], running, opens_next)
        found.extend(_as_quotations(text, index, pairs))
    return with_unmarked(text, paragraphs, with_single_marks(text, paragraphs, found))


def _opens(text: str, paragraphs: Sequence[Paragraph], index: int) -> bool:
    if index >= len(paragraphs):
        return False
    start = paragraphs[index].start
    mark = _MARK.match(text, start)
    return bool(mark) and not text[start + 1 : start + 2].isspace()


class _Pair(NamedTuple):
    opened: _Mark | None
    closed: _Mark | None
    start: int
    end: int
    continues: bool


def _pair(
    text: str, paragraph: Paragraph, marks: list[_Mark], running: bool, opens_next: bool
) -> tuple[list[_Pair], bool]:
    """The outermost pairs of one paragraph, and whether its last one is still open after it."""
    pairs: list[_Pair] = []
    stack: list[_Mark] = []
    for order, mark in enumerate(marks):
        following = marks[order + 1].turn if order + 1 < len(marks) else None
        turn = _settle(text, mark, stack, following)
        if turn is _Turn.OPEN:
            if len(stack) < _DEEPEST:
                stack.append(mark)
        elif turn is _Turn.CLOSE and stack:
            opened = _unstack(stack, mark)
            if opened is not None:
                continues = running and not pairs and opened.start == paragraph.start
                pairs.append(_Pair(opened, mark, opened.end, mark.start, continues))
        elif turn is _Turn.CLOSE:
            pairs.extend(_close_unopened(text, paragraph, pairs, mark, running))
    if not stack:
        return pairs, False
    return _leave_open(text, paragraph, pairs, stack, running, opens_next)


def _settle(text: str, mark: _Mark, stack: list[_Mark], following: _Turn | None) -> _Turn | None:
    """What a mark does here; None if it is no quotation mark (inches, a stray)."""
    before = text[mark.start - 1 : mark.start]
    measures = mark.text in "\"＂''" and before.isdigit() and mark.turn is not _Turn.OPEN
    if measures and (not stack or following is _Turn.CLOSE):
        # a 12" gun: inches, unless this is the only mark that could close.
        return None
    if mark.turn is _Turn.EITHER:
        if mark.text == "''" and not stack:
            return None
        return _Turn.CLOSE if stack else _Turn.OPEN
    if mark.text == "“" and stack and stack[-1].text == "„":
        return _Turn.CLOSE
    if mark.text in "«»":
        return _settle_guillemet(mark, stack)
    if mark.text == "''" and not stack and mark.turn is not _Turn.OPEN:
        # Inches, or the closing pair of TeX whose opening one is missing.
        return None
    return mark.turn


def _settle_guillemet(mark: _Mark, stack: list[_Mark]) -> _Turn:
    """« French » opens with «, »German« with »: the first in a paragraph decides."""
    if stack and stack[-1].text in "«»":
        return _Turn.CLOSE if stack[-1].text != mark.text else _Turn.OPEN
    return _Turn.OPEN if mark.text == "«" else mark.turn


def _unstack(stack: list[_Mark], mark: _Mark) -> _Mark | None:
    """Take off what `mark` closes; the mark that opened it if it was the outermost one."""
    family = _family(mark.text)
    for depth in range(len(stack) - 1, -1, -1):
        if _family(stack[depth].text) == family:
            del stack[depth + 1 :]
            break
    opened = stack.pop()
    return None if stack else opened


def _family(mark: str) -> str:
    if mark in "“”„‟‘‘’’":
        return "curly"
    return "angle" if mark in "«»" else "tex" if mark in ("``", "''") else "straight"


def _close_unopened(
    text: str, paragraph: Paragraph, pairs: list[_Pair], mark: _Mark, running: bool
) -> Iterator[_Pair]:
    """A closing mark that nothing opened: the opening one was forgotten, or stands a page back."""
    if running and not pairs:
        yield _Pair(None, mark, paragraph.start, mark.start, True)
    elif not pairs and text[mark.start - 1 : mark.start] in tuple(",.?!…"):
        yield _Pair(None, mark, paragraph.start, mark.start, False)


def _leave_open(
    text: str,
    paragraph: Paragraph,
    pairs: list[_Pair],
    stack: list[_Mark],
    running: bool,
    opens_next: bool,
) -> tuple[list[_Pair], bool]:
    """End what the paragraph leaves open at its end, or where the mark was forgotten."""
    opened = stack[0]
    if opened.start == paragraph.end - len(opened.text):
        return pairs, False
    continues = running and not pairs and opened.start == paragraph.start
    later = stack[1].start if len(stack) > 1 else paragraph.end
    forgotten = FORGOTTEN_CLOSE.search(text, opened.end, later)
    if forgotten and opens_next and paragraph.end - forgotten.start() > _LONGEST_ATTRIBUTION:
        forgotten = None
    if opens_next and len(stack) == 1 and not forgotten:
        pairs.append(_Pair(opened, None, opened.end, paragraph.end, continues))
        return pairs, True
    end = forgotten.start() if forgotten else later
    pairs.append(_Pair(opened, None, opened.end, end, continues))
    if len(stack) > 1:
        inner = stack[1]
        pairs.append(_Pair(inner, None, inner.end, paragraph.end, False))
    return pairs, not forgotten


def _as_quotations(text: str, index: int, pairs: list[_Pair]) -> Iterator[Quotation]:
    for pair in pairs:
        inner = _strip(text, pair.start, pair.end)
        if inner.end <= inner.start or _is_nickname(text, pair):
            continue
        outer_start = pair.opened.start if pair.opened else inner.start
        outer_end = pair.closed.end if pair.closed else inner.end
        closed = pair.closed is not None
        yield Quotation(*inner, outer_start, outer_end, index, closed, pair.continues)


def _strip(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _is_nickname(text: str, pair: _Pair) -> bool:
    """Gen. John "Jay" Raymond: part of a name."""
    if pair.opened is None or pair.closed is None or pair.end - pair.start > 24:
        return False
    return bool(
        _NICKNAME.match(text, pair.start, pair.end)
        and _NAME_BEFORE.search(text, max(0, pair.opened.start - 30), pair.opened.start)
        and _NAME_AFTER.match(text, pair.closed.end)
    )


def _read_mark(text: str, start: int, end: int) -> _Mark:
    mark = text[start:end]
    if mark in _ALWAYS_OPEN:
        return _Mark(start, end, mark, _Turn.OPEN)
    before = text[start - 1 : start] if start else "\n"
    after = text[end : end + 1] or "\n"
    can_open = before in _BEFORE_OPEN and not after.isspace()
    can_close = after in _AFTER_CLOSE and not before.isspace()
    if mark == "“":
        turn = _Turn.CLOSE if can_close and not can_open and after != "'" else _Turn.OPEN
    elif mark == "”":
        turn = _Turn.OPEN if can_open and not can_close else _Turn.CLOSE
    elif can_open == can_close:
        turn = _Turn.EITHER
    else:
        turn = _Turn.OPEN if can_open else _Turn.CLOSE
    return _Mark(start, end, mark, turn)


def mask_quotations(text: str, quotations: Sequence[Quotation]) -> str:
    """`text` with every quotation filled with `MASK`, marks too, length unchanged.

    Where the quotation ends its sentence and another seems to begin, the full stop is kept.
    """
    pieces: list[str] = []
    last = 0
    for quotation in quotations:
        pieces.append(text[last : quotation.outer_start])
        width = quotation.outer_end - quotation.outer_start
        final = text[quotation.end - 1]
        ends = final in ".?!" and text[quotation.outer_end : quotation.outer_end + 1] in " \n"
        pieces.append(MASK * (width - 1) + final if ends else MASK * width)
        last = quotation.outer_end
    pieces.append(text[last:])
    return "".join(pieces)
