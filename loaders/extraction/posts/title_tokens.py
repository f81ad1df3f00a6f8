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
    for match in _TOKEN.finditer(text, start, end):
        gap = text[found[-1].end : match.start()] if found else ""
        if gap.strip() and not (found[-1].text == "Forces" and gap == " – "):
            break  # but "U.S. Space Forces – Space"
        if len(found) == _LONGEST:
            break
        word = match.group()
        if (
            word[-1] == "."
            and len(word) > 4
            and word[:-1].isalpha()
            and word[:-1] not in _ABBREVIATED
        ):
            # The sentence's full stop ends the phrase.
            found.append(Token(match.start(), match.end() - 1, word[:-1]))
            break
        found.append(Token(match.start(), match.end(), word))
    return found
