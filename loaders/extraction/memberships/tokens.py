"""The words of a reduced sentence as the lexicon has them, each with its sign in the grammar."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from loaders.extraction.memberships.lexicon import Lexemes, Word, lexicon
from loaders.extraction.survey.clauses import ADJECTIVE, COALITION, NATIONS, TIME


class Token(NamedTuple):
    """A word of the reduced sentence: its sign, where it stands, what the lexicon says."""

    sign: str
    start: int
    end: int
    text: str
    word: Word | None


def is_doubtful(text: str) -> bool:
    """Whether a word of doubt or denial stands in a stretch of text."""
    return any(token.sign == "Z" for token in tokens_of(text))


_TOKEN = re.compile(
    rf"[{NATIONS}{ADJECTIVE}{COALITION}{TIME}]|[’'](?:s|t)?(?![^\W\d_])|[^\W_]+(?:[-.&][^\W_]+)*|[,;:().–—&-]"
)
_PLAIN = {NATIONS: "N", ADJECTIVE: "D", COALITION: "C", TIME: "T", "–": "-", "—": "-"}
_MARKS = frozenset(",;:().-")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|[a-z]+-(?:first|second|third|[a-z]+th)")


def tokens_of(reduced: str) -> list[Token]:
    """The words and marks of a reduced sentence, phrases of the lexicon as one; no others."""
    spans = [(m[0], m.start(), m.end()) for m in _TOKEN.finditer(reduced)]
    tokens: list[Token] = []
    done = 0
    for at, (text, start, end) in enumerate(spans):
        if start < done:
            continue
        sign, word, longer = _known(text, at == 0)
        if longer and (found := _phrase_at(spans, at, longer)):
            size, meant = found
            done = spans[at + size - 1][2]
            tokens.append(Token(meant.sign, start, done, reduced[start:done], meant))
        elif sign:
            tokens.append(Token(sign, start, end, text, word))
    return tokens


def _phrase_at(
    spans: list[tuple[str, int, int]], at: int, longer: dict[str, Lexemes]
) -> tuple[int, Word] | None:
    """The first phrase of several words that begins with a word: their number, and its entry."""
    following = spans[at + 1][0].lower() if at + 1 < len(spans) else ""
    for phrase, meant in longer.get(following, ()):
        size = len(phrase)
        if tuple([text.lower() for text, _, _ in spans[at : at + size]]) == phrase:
            return size, meant
    return None


class _Known(NamedTuple):
    """What a word is alone (sign, "" for none, and entry), and its phrases by their second word."""

    sign: str
    word: Word | None
    longer: dict[str, Lexemes]


@lru_cache(maxsize=20_000)
def _known(text: str, first: bool) -> _Known:
    listed = lexicon().get(text.lower(), ()) if first or text != "May" else ()
    longer: dict[str, Lexemes] = {}
    for phrase, meant in listed:
        if len(phrase) == 1:
            return _Known(meant.sign, meant, longer)
        longer[phrase[1]] = (*longer.get(phrase[1], ()), (phrase, meant))
    return _Known("" if text == "." else _sign(text), None, longer)


@lru_cache(maxsize=20_000)
def _sign(text: str) -> str:
    """The sign of a word that the lexicon does not hold."""
    if text in _PLAIN:
        return _PLAIN[text]
    if text in _MARKS:
        return text
    first = text[0]
    if first in "’'":
        return {"s": "'", "t": "Z"}.get(text[1:], '"')
    if first.isdigit():
        return "o" if _ORDINAL.fullmatch(text) else "#"
    if first.isupper():
        return "W"
    return "o" if _ORDINAL.fullmatch(text) else "b" if text.endswith("ly") else "w"
