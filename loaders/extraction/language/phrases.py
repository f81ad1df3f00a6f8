"""Many phrases found at once: by the words they begin with, or by one compiled pattern.

A plain alternation of a thousand names tries each name at each position. `Phrases` looks up only
the words that text and vocabulary share, of which the text's are read once for all vocabularies.
Where the phrases are part of a pattern, a prefix tree written as a regular expression, with its
first letters known to the engine, reads tens of millions of characters a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from loaders.extraction.language.word_places import WordPlaces, first_word, register, word_places

#: A phrase in a text: where it begins, where it ends, and the phrase.
Place = tuple[int, int, str]


class _Known(NamedTuple):
    """The phrases that begin with one word.

    `alone` says that the word is a phrase itself; `behind` are those that go on, the longest
    first, by the one or two signs right behind the word.
    """

    alone: bool
    behind: Mapping[str, tuple[str, ...]]


class Phrases:
    """Fixed phrases, found in texts where they begin and end with words' own edges."""

    def __init__(self, phrases: Iterable[str], lasting: bool = False) -> None:
        """`lasting` are those of the vocabularies, not of one text: texts know their words."""
        by_word: dict[str, list[str]] = {}
        for phrase in sorted(dict.fromkeys(phrases), key=len, reverse=True):
            by_word.setdefault(first_word(phrase), []).append(phrase)
        #: Those that begin with no word but a sign: mostly none.
        self._unworded = tuple(by_word.pop("", ()))
        self._by_word = {word: _known(word, listed) for word, listed in by_word.items()}
        self._number = register(by_word) if lasting else None

    def find(self, text: str, places: WordPlaces | None = None) -> list[Place]:
        """The longest phrase at each place of `text`, in order, none over another.

        `places` are the text's words, if at hand; those of a text of which `text` is a masked
        form do as well.
        """
        places = word_places(text) if places is None else places
        found: list[Place] = []
        for word in self._shared_with(places):
            alone, behind = self._by_word[word]
            size = len(word)
            for start in places[word]:
                end = start + size
                following = text[end : end + 2] if behind else ""
                goes_on = following in behind or following[:1] in behind
                if goes_on and (longer := _going_on(text, start, following, behind)):
                    found.append(longer)
                elif alone and text.startswith(word, start):
                    found.append((start, end, word))
        if self._unworded:
            found += self._unworded_in(text)
        if len(found) > 1:
            found = _without_overlaps(sorted(found))
        return found

    def _shared_with(self, places: WordPlaces) -> Iterable[str]:
        """The first words of phrases that stand in the text."""
        if self._number is not None:
            return places.of_vocabulary(self._number)
        return filter(places.__contains__, self._by_word)

    def _unworded_in(self, text: str) -> Iterator[Place]:
        for phrase in self._unworded:
            for start in _places_of(text, phrase):
                if place := _longest(text, start, self._unworded):
                    yield place


def _known(word: str, phrases: Iterable[str]) -> _Known:
    behind: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        if rest := phrase[len(word) :]:
            behind[rest[:2]] = (*behind.get(rest[:2], ()), phrase)
    return _Known(word in phrases, behind)


def _going_on(
    text: str, start: int, following: str, behind: Mapping[str, tuple[str, ...]]
) -> Place | None:
    """The longest phrase of more than the word at `start`, before the one or two signs behind."""
    if following in behind and (place := _longest(text, start, behind[following])):
        return place
    # "U.": one sign more than its word.
    return _longest(text, start, behind[sign]) if (sign := following[:1]) in behind else None


def _longest(text: str, start: int, phrases: tuple[str, ...]) -> Place | None:
    for phrase in phrases:
        if text.startswith(phrase, start):
            end = start + len(phrase)
            behind = text[end : end + 1]
            if not (behind.isalnum() or behind == "_"):
                return start, end, phrase
    return None


def _without_overlaps(places: list[Place]) -> list[Place]:
    kept: list[Place] = []
    done = 0
    for place in places:
        if place[0] >= done:
            kept.append(place)
            done = place[1]
    return kept


def _places_of(text: str, phrase: str) -> Iterable[int]:
    at = text.find(phrase)
    while at >= 0:
        if begins_word(text, at):
            yield at
        at = text.find(phrase, at + 1)


_Tree = dict[str, "_Tree"]
_END = ""


def compile_phrases(phrases: Iterable[str], whole_words: bool = True) -> re.Pattern[str]:
    """A pattern that finds the longest of the phrases at each place, ending at a word's end.

    With `whole_words` off, a phrase may end anywhere.

    Whether the match also begins a word is for the caller to ask (`begins_word`): asked here, it
    would cost the engine its search by first letter. Raises ValueError where there are none.
    """
    tree: _Tree = {}
    for phrase in phrases:
        node = tree
        for sign in phrase:
            node = node.setdefault(sign, {})
        node[_END] = {}
    if not tree:
        raise ValueError("no phrases to look for")
    return re.compile(_written(tree) + (r"(?!\w)" if whole_words else ""))


def begins_word(text: str, start: int) -> bool:
    """Whether no letter, digit or underscore stands right before `start`."""
    if not start:
        return True
    before = text[start - 1]
    return not (before.isalnum() or before == "_")


def apostrophe_variants(phrase: str) -> tuple[str, ...]:
    """The phrase as it may be printed: with the straight and with the curly apostrophe."""
    return (phrase, phrase.replace("'", "’")) if "'" in phrase else (phrase,)


def _written(tree: _Tree) -> str:
    # Signs without a fork are a loop, not a recursion: a name may be thousands of signs long.
    stem = ""
    while len(tree) == 1 and _END not in tree:
        ((sign, tree),) = tree.items()
        stem += re.escape(sign)
    branches = [re.escape(sign) + _written(below) for sign, below in tree.items() if sign != _END]
    if not branches:
        return stem
    body = f"{stem}(?:{'|'.join(branches)})"
    return body if _END not in tree else f"{body}?"
