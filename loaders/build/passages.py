"""Where a passage stands in a held text, whatever the line breaks between its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.facts.models import Fact, Selector, Statement, StatementKind

CONTEXT = 160
_OPENING, _CLOSING = "\"“'‘«„", "\"”'’»“"
OMISSION = "[…]"
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
        match = _pattern(part).search(text, end)
        if not match:
            raise PassageError(f"{_cut(part)} does not follow {_cut(parts[0])} in the held text")
        end = match.end()
    if start and end < len(text) and text[start - 1] in _OPENING and text[end] in _CLOSING:
        start, end = start - 1, end + 1
    return _held(text, start, end)


def _find(selector: Selector, text: str) -> tuple[int, int]:
    exact = _pattern(selector.exact)
    found = [
        match.span()
        for match in exact.finditer(text)
        if _folded(text[: match.start()][-len(selector.prefix) * 2 - 1 :]).endswith(
            _folded(selector.prefix)
        )
        and _folded(text[match.end() : match.end() + len(selector.suffix) * 2 + 1]).startswith(
            _folded(selector.suffix)
        )
    ]
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


@lru_cache(maxsize=4096)
def _pattern(words: str) -> re.Pattern[str]:
    """Match words whatever the white space between them; […] marks what we left out."""
    pieces = [piece.split() for piece in words.split(OMISSION)]
    runs = [r"\s+".join(re.escape(word) for word in piece) for piece in pieces]
    return re.compile(rf"\s*.{{0,{_LONGEST_OMISSION}}}?\s*".join(runs), re.DOTALL)


def _folded(text: str) -> str:
    return " ".join(text.split())


def _cut(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:57]}…")


def _require_within(part: str, fact: Statement, found: list[Anchor]) -> None:
    if fact.kind == "paraphrase":
        return
    if not any(anchor.exact and _pattern(part).search(anchor.exact) for anchor in found):
        raise PassageError(f"the words {_cut(part)} are not in the statement's own passage")
