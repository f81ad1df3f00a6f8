"""Common nouns that speak: persons, groups, organisations, documents; and the word before one."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from loaders.extraction.facts import SpeakerKind
from loaders.extraction.language.vocabulary import words

_LAST_WORD = re.compile(r"[^\s,;:()—–¤\"“”]+\Z")
_BOUNDARY = re.compile(r"[\s,;:()—–¤\"“”]")


class Word(NamedTuple):
    """A word and where it begins."""

    at: int
    text: str

    def start(self) -> int:
        """Where the word begins."""
        return self.at

    def group(self) -> str:
        """The word as printed."""
        return self.text


def last_word(text: str, low: int, end: int) -> Word | None:
    """The word that ends at `end`, None after a blank or punctuation."""
    start = text.rfind(" ", low, end) + 1 or low
    word = text[start:end]
    if word.isalpha():
        return Word(start, word)
    if not word or _BOUNDARY.match(word[-1]):
        return None
    match = _LAST_WORD.search(word)
    return Word(start + match.start(), match.group()) if match else None


def strip_blank(text: str, low: int, end: int) -> int:
    """The end without the blanks before it, not below `low`."""
    while end > low and text[end - 1] in " \n":
        end -= 1
    return end


def word_before(text: str, low: int, position: int) -> tuple[int, str]:
    """Where the word before `position` begins, and the word in lower case; "" for none."""
    end = strip_blank(text, low, position)
    word = last_word(text, max(low, end - 30), end)
    return (word.start(), word.group().lower()) if word else (position, "")


@cache
def _noun_kinds() -> dict[str, SpeakerKind]:
    kinds: dict[str, SpeakerKind] = {}
    for section, kind in (
        ("documents", SpeakerKind.DOCUMENT),
        ("organisations", SpeakerKind.ORGANISATION),
        ("groups", SpeakerKind.GROUP),
        ("persons", SpeakerKind.PERSON),
    ):
        for noun in words("roles", section):
            kinds[noun] = kind
    for noun in words("roles", "posts"):
        kinds.setdefault(noun.lower(), SpeakerKind.PERSON)
    return kinds


def noun_kind(word: str) -> SpeakerKind | None:
    """What a common noun is as a speaker; None for nouns that do not speak."""
    kinds = _noun_kinds()
    kind = kinds.get(word)
    if kind is None and word.endswith("-year-old"):
        return SpeakerKind.PERSON
    if kind is None and "-" in word:
        kind = kinds.get(word.rsplit("-", 1)[1])
    if kind is None and word.endswith("s"):
        singular = kinds.get(word[:-1])
        if singular in (SpeakerKind.PERSON, SpeakerKind.ORGANISATION):
            return SpeakerKind.GROUP
        return singular
    return kind
