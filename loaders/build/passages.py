"""Where a passage stands in a held text, whatever the line breaks between its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from loaders.facts.models import Fact, Selector, Statement, StatementKind
from loaders.facts.passages import OMISSION

CONTEXT = 160
_OPENING, _CLOSING = "\"“'‘«„", "\"”'’»“"
ELISION = f" {OMISSION} "
_LONGEST_OMISSION = 2000


class PassageError(ValueError):
    """The passage isn't in the held text, or is in it more than once."""


@dataclass(frozen=True)
class Anchor:
    """A passage and, where the body is held, its offsets and the text around it."""

    exact: str | None
    prefix: str | None = None
    suffix: str | None = None
    start: int | None = None
    end: int | None = None
    note: str | None = None


def anchors(fact: Fact, text: str | None) -> list[Anchor]:
    """Anchor a fact's passages in the held text, or as they stand where no text is held.

    Raises PassageError, with what to do, where a passage is not found exactly once.
    """
    if fact.passage:
        found = [_anchor(selector, text) for selector in fact.passage]
        if isinstance(fact, Statement):
            for part in fact.text:
                _require_within(part, fact, found)
        return found
    if isinstance(fact, Statement) and fact.kind is not StatementKind.PARAPHRASE:
        return [_own_words(fact.text, text)]
    return [Anchor(exact=None, note=fact.note)]


def _anchor(selector: Selector, text: str | None) -> Anchor:
    if text is None:
        return Anchor(selector.exact, selector.prefix or None, selector.suffix or None)
    start, end = _find(selector, text)
    return _held(text, start, end)


def _held(text: str, start: int, end: int) -> Anchor:
    return Anchor(
        text[start:end],
        text[max(0, start - CONTEXT) : start],
        text[end : end + CONTEXT],
        start,
        end,
    )


def _own_words(parts: list[str], text: str | None) -> Anchor:
    """A statement without a passage rests on its own words, from the first mark to the last."""
    if text is None:
        return Anchor(ELISION.join(parts))
    start, end = _find(Selector(exact=parts[0]), text)
    for part in parts[1:]:
        follows = next(spans(part, text, end), None)
        if not follows:
            raise PassageError(f"{_cut(part)} does not follow {_cut(parts[0])} in the held text")
        end = follows[1]
    if start and end < len(text) and text[start - 1] in _OPENING and text[end] in _CLOSING:
        start, end = start - 1, end + 1
    return _held(text, start, end)


def _find(selector: Selector, text: str) -> tuple[int, int]:
    found = [span for span in spans(selector.exact, text) if _stands_between(selector, text, *span)]
    if not found:
        raise PassageError(
            f"the passage {_cut(selector.exact)} is not in the held text: copy it verbatim"
        )
    if len(found) > 1:
        raise PassageError(
            f"the passage {_cut(selector.exact)} is in the held text {len(found)} times: "
            "lengthen it, or give exact, prefix and suffix"
        )
    return found[0]


def spans(words: str, text: str, after: int = 0) -> Iterator[tuple[int, int]]:
    """Find where words stand in a text, whatever the white space between them.

    […] marks what we left out. Each further piece is the next one that follows, so that a
    passage with many omissions costs no more than one without.
    """
    pieces = [_pattern(piece) for piece in words.split(OMISSION) if piece.strip()]
    for match in pieces[0].finditer(text, after) if pieces else ():
        end: int | None = match.end()
        for piece in pieces[1:]:
            end = _end_of_next(piece, text, end)
        if end is not None:
            yield match.start(), end


def _end_of_next(piece: re.Pattern[str], text: str, after: int | None) -> int | None:
    if after is None:
        return None
    match = piece.search(text, after, after + _LONGEST_OMISSION)
    return match.end() if match else None


def _stands_between(selector: Selector, text: str, start: int, end: int) -> bool:
    prefix, suffix = _folded(selector.prefix), _folded(selector.suffix)
    before = text[max(0, start - 2 * len(prefix) - CONTEXT) : start]
    after = text[end : end + 2 * len(suffix) + CONTEXT]
    return _folded(before).endswith(prefix) and _folded(after).startswith(suffix)


@lru_cache(maxsize=4096)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(word) for word in words.split()))


def _folded(text: str) -> str:
    return " ".join(text.split())


def _cut(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:57]}…")


def _require_within(part: str, fact: Statement, found: list[Anchor]) -> None:
    if fact.kind is StatementKind.PARAPHRASE:
        return
    if not any(anchor.exact and any(spans(part, anchor.exact)) for anchor in found):
        raise PassageError(f"the words {_cut(part)} are not in the statement's own passage")
