"""The words of a phrase that may name a post, up to its first break."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(r"[^\s,;:()—–¤\"“”]+")
_LONGEST = 24
_ABBREVIATED = frozenset({"Corp", "Assn", "Dept", "Capt", "Cmdr", "Brig", "Asst"})


class Token(NamedTuple):
    """One word of the phrase."""

    start: int
    end: int
    text: str


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The words of a stretch, up to its first comma or other break."""
    found: list[Token] = []
    done = start
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        gap = text[done:first]
        if gap != " " and found and _breaks(gap, found[-1]):
            break
        if len(found) == _LONGEST:
            break
        word = match[0]
        if (
            word[-1] == "."
            and len(word) > 4
            and word[:-1].isalpha()
            and word[:-1] not in _ABBREVIATED
        ):
            # The sentence's full stop ends the phrase.
            found.append(Token(first, last - 1, word[:-1]))
            break
        found.append(Token(first, last, word))
        done = last
    return found


def _breaks(gap: str, before: Token) -> bool:
    """Whether what stands between two words ends the phrase; not in "U.S. Space Forces – Space"."""
    return bool(gap.strip()) and not (before.text == "Forces" and gap == " – ")
