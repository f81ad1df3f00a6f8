"""Bodies by the name that a text gives what nations have made: "a network christened “Argus”".

A noun for a union stands before the word of naming, or right before the name ("the monitoring
program Sentinel Asia"), and nations before that; the name alone might be of anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from loaders.extraction.coalitions.body_names import BodyName, body_name, name_pattern
from loaders.extraction.coalitions.mention import CoalitionMention, covered_by, outside
from loaders.extraction.language.phrases import Phrases
from loaders.extraction.language.tries import by_first_letter
from loaders.extraction.language.vocabulary import ordered_words
from loaders.extraction.language.word_places import matches_at, word_places
from loaders.extraction.nations.enumerations import Enumeration

#: So many nations make what is given a name.
_SEVERAL = 2
#: So far before the name they stand, in characters.
_REACH = 240
_LONGEST_NOUN = 60


def find_christened_bodies(
    text: str, lists: Sequence[Enumeration], taken: Sequence[CoalitionMention]
) -> list[CoalitionMention]:
    """Every mention of the bodies that a text gives names to, from that place on."""
    several = [listed for listed in lists if len(listed.nations) >= _SEVERAL]
    if not several:
        return []
    busy = covered_by(taken)
    named: dict[str, int] = {}
    for match in matches_at(_naming(), text, word_places(text).of(_first_words())):
        noun = _union().search(text, max(0, match.start() - _LONGEST_NOUN), match.start())
        found = name_pattern().match(text, match.end()) if noun else None
        body = body_name(found) if found else None
        if body and body.start not in busy and _is_of_nations(text, match.start(), several):
            named.setdefault(body.name, body.start)
    for body in (*_apposed(text, several), *_called_by_the_way(text)):
        if body.start not in busy:
            named.setdefault(body.name, body.start)
    if not named:
        return []
    return [
        CoalitionMention(start, end, None, name)
        for start, end, name in outside(Phrases(named).find(text), busy)
        if start >= named[name]
    ]


def _apposed(text: str, several: Sequence[Enumeration]) -> Iterator[BodyName]:
    """ "Chile, Peru and Spain run the disaster monitoring program Sentinel Asia"."""
    for listed in several:
        for match in _noun_and_name().finditer(text, listed.end, listed.end + _REACH):
            found = name_pattern().match(text, match.end())
            body = body_name(found) if found else None
            here = "\n" not in text[listed.end : match.end()]
            if here and body and " " in body.name and body.start == match.end():
                yield body
        for match in _founded().finditer(text, listed.end, listed.end + _REACH):
            body = body_name(found) if (found := name_pattern().match(text, match.end())) else None
            here = "\n" not in text[listed.end : match.end()]
            whole = here and body and " " in body.name and body.start == match.end()
            if body and whole and _what_it_is().match(text, body.start + len(body.name)):
                yield body


def _called_by_the_way(text: str) -> Iterator[BodyName]:
    """ "The contract for Sentry Arc, as the programme is called, was signed"."""
    for called in _as_called().finditer(text):
        at = called.start()
        run = _RUN.search(text, max(0, at - _LONGEST_NOUN), at)
        found = name_pattern().match(text, run.start()) if run else None
        body = body_name(found) if found else None
        if body and body.start + len(body.name) == at and " " in body.name:
            yield body


@cache
def _as_called() -> re.Pattern[str]:
    naming = (words.removesuffix(" as") for words in ordered_words("membership_lexicon", "naming"))
    return re.compile(
        rf", as the (?:[a-z-]+ ){{0,2}}(?:{_nouns_behind()}) (?:is|was|will be) "
        rf"(?:{by_first_letter(naming)})\b"
    )


#: The capitalised words right before.
_RUN = re.compile(r"(?<![\w-])(?:[A-Z][\w-]* )*[A-Z][\w-]*\Z")


@cache
def _founded() -> re.Pattern[str]:
    """ "signed a letter of intent to form" before the name of what is explained behind it."""
    verbs = by_first_letter(ordered_words("coalition_words", "founding"))
    return re.compile(rf"\b(?:{verbs}) (?:the )?(?=[A-Z][a-z]+ [A-Z])")


@cache
def _what_it_is() -> re.Pattern[str]:
    """ "…, a project that", "…, a new joint network of"."""
    return re.compile(rf", (?:an?|their) (?:[A-Za-z-]+ ){{0,3}}?(?:{_nouns_behind()})\b")


def _nouns_behind() -> str:
    """The nouns by which a name is explained behind it."""
    told = ordered_words("coalition_words", "explained_as")
    return by_first_letter((*ordered_words("coalition_words", "christened"), *told))


@cache
def _noun_and_name() -> re.Pattern[str]:
    nouns = by_first_letter(ordered_words("coalition_words", "christened"))
    return re.compile(rf"\b[Tt]he (?:[a-z-]+ ){{0,3}}(?:{nouns}) (?=[A-Z][a-z]+ [A-Z])")


def _is_of_nations(text: str, at: int, several: Sequence[Enumeration]) -> bool:
    """Whether nations stand before in the same paragraph."""
    return any(
        at - _REACH < listed.end <= at and "\n" not in text[listed.end : at] for listed in several
    )


@cache
def _naming() -> re.Pattern[str]:
    words = by_first_letter(ordered_words("membership_lexicon", "naming"))
    return re.compile(rf"(?:{words})(?: as)?(?: the)? [“\"‘']?(?=[A-Z])")


@cache
def _first_words() -> tuple[str, ...]:
    naming = ordered_words("membership_lexicon", "naming")
    return tuple(dict.fromkeys(re.split("[ -]", words)[0] for words in naming))


@cache
def _union() -> re.Pattern[str]:
    """ "a network", "the joint pool of radars," before the word of naming."""
    nouns = by_first_letter(ordered_words("coalition_words", "christened"))
    return re.compile(rf"\b(?:{nouns})(?: (?:of|for) (?:[a-z-]+ ){{0,3}}[a-z-]+)?,? \Z")
