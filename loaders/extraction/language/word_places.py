"""Where each word of a text stands: read once, so that no vocabulary has to scan the text again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from threading import Lock

_WORD = re.compile(r"\w+")

#: The vocabularies that a word is in, by their numbers, and how many vocabularies there are.
_HOLDERS: dict[str, list[int]] = {}
_NUMBERS: list[int] = []
_LOCK = Lock()


def register(words: Iterable[str]) -> int:
    """The number under which `WordPlaces.of_vocabulary` finds the words of a kept vocabulary."""
    with _LOCK:
        number = len(_NUMBERS)
        for word in words:
            _HOLDERS.setdefault(word, []).append(number)
        _NUMBERS.append(number)
    return number


class WordPlaces(dict[str, list[int]]):
    """Each word of a text, letters, digits and underscores in a row, and where it begins."""

    __slots__ = ("_shared", "_vocabularies")

    def __init__(self) -> None:
        super().__init__()
        self._shared: dict[int, list[str]] = {}
        self._vocabularies = 0

    def of(self, words: Iterable[str]) -> list[int]:
        """Where some words stand, in order."""
        return sorted([at for word in words for at in self.get(word, ())])

    def of_vocabulary(self, number: int) -> Sequence[str]:
        """The words of the text that a registered vocabulary holds: asked once for all of them."""
        if self._vocabularies <= number:
            self._vocabularies = len(_NUMBERS)
            shared: dict[int, list[str]] = {}
            for word in filter(_HOLDERS.__contains__, self):
                for holder in _HOLDERS[word]:
                    shared.setdefault(holder, []).append(word)
            self._shared = shared
        return self._shared.get(number, ())


def word_places(text: str) -> WordPlaces:
    """The words of a text and their places, kept for the two articles asked for last.

    A dateline that is read for itself does not take the place of its article.
    """
    return _kept(text) if len(text) > _LONGEST_LINE else _read(text)


_LONGEST_LINE = 200


@lru_cache(maxsize=2)
def _kept(text: str) -> WordPlaces:
    return _read(text)


def _read(text: str) -> WordPlaces:
    places = WordPlaces()
    for match in _WORD.finditer(text):
        places.setdefault(match[0], []).append(match.start())
    return places


def matches_at(
    pattern: re.Pattern[str], text: str, starts: Iterable[int]
) -> Iterator[re.Match[str]]:
    """What a pattern finds that begins at one of some places, none over another."""
    done = 0
    for start in starts:
        if start >= done and (match := pattern.match(text, start)):
            done = match.end()
            yield match


def first_word(phrase: str) -> str:
    """The word that a phrase begins with; "" where it begins with another sign."""
    match = _WORD.match(phrase)
    return match.group() if match else ""
