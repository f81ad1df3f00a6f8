"""Words that tie nations to an act told of others: "followed by", "came next", "as did".

The words stand in `data/reference/chains.yaml`; here they become one pattern for ties that stand
ahead of nations and one for those behind them, over sentences in reduced form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cache

from loaders.extraction.language.numbers import number_words
from loaders.extraction.language.vocabulary import load
from loaders.extraction.language.word_places import matches_at
from loaders.extraction.memberships.lexicon import nouns


class Tie(StrEnum):
    """What a tie says of the nations that it adds; the sections of `chains.yaml`."""

    NEXT = "next"
    COMING = "coming"
    BEFORE = "before"
    TOGETHER = "together"
    LIKEWISE = "likewise"
    INSIDE = "inside"


_UNIT = "(?:year|month|week|day)s?"
#: "a month later", "soon afterwards": a day that is not told.
LATER = (
    r"(?:(?:the (?:following|same|next|previous)|that same|\w+) "
    rf"{_UNIT} ?(?:later|after(?:wards)?|before|earlier)?"
    r"|(?:soon|shortly) (?:after(?:wards)?|thereafter)|later|afterwards)"
)
#: "in May", "only on 3 May": before the sign of a day.
ON = (
    r"(?:(?:just|only|back|early|late|earlier|later|again) )*"
    r"(?:(?:in|on|since|from|as of|early in|late in|as early as) )?"
)
#: "the 27th", "the second".
NTH = r"(?:\d+(?:st|nd|rd|th)|\w*(?:th|first|second|third))"


@cache
def _slots() -> dict[str, str]:
    """What the words in capitals stand for in `chains.yaml`."""
    return {
        "DAY": rf"(?:{ON}Ⓣ|{LATER})",
        "MANY": rf"(?:\d+|{'|'.join(map(_capital, _numbers()))})",
        "UNIT": _UNIT,
        "IT": r"(?:[Ii]t|[Tt]hey|[Tt]hem|[Tt]hat|[Tt]his|[Bb]oth|(?:[Tt]he )?Ⓝ|[Tt]he (?:\w+ )?"
        r"(?:two|three|four|five|pair|trio|country|countries|nations?|newcomers?|"
        r"new (?:members?|partners?|signator(?:y|ies)))"
        r"(?: newcomers| new members)?)",
        "NTH": NTH,
        "ACT": r"[a-z]+(?: [a-zⒸ]+){0,4}?",
        "HAS": r"(?:is|are|was|were|did|do|does|has|have|had|will)",
        "WILL": r"(?:will|would|should|(?:is|are) (?:expected |due )?to)",
    }


def _numbers() -> tuple[str, ...]:
    return ("a few", "a couple of", "a", "an", "one", *number_words(), "several", "some", "just")


#: Where a tie can begin: at a word, or at the mark that links it.
_PLACES = re.compile(r"\w+|[,;–—-] |(?<=[ⒸⓉ]) ")


def ties_ahead(reduced: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Each tie before its nations, between two places; its group's name is that of its `Tie`."""
    opening = _opening_words()
    places = (
        place.start()
        for place in _PLACES.finditer(reduced, start, end)
        if place[0].lower() in opening or not place[0].isalpha()
    )
    return matches_at(_ahead(), reduced, places)


@cache
def _opening_words() -> frozenset[str]:
    """The words that ties before their nations begin with, and those that link them."""
    of_slots = {"IT": _OPENING_IT, "MANY": _numbers()}
    opening = {"and", "but"}
    for phrase in (p for tie in Tie for at in ("ahead", "linked") for p in _phrases(tie, at)):
        _, word = next(_words(phrase))
        opening.update(of_slots.get(word) or (w.split("_")[0] for w in word.split("|")))
    return frozenset(opening)


_OPENING_IT = ("it", "they", "them", "that", "this", "both", "the")


@cache
def _ahead() -> re.Pattern[str]:
    parts = []
    for tie in Tie:
        free, linked = (_any(tie, section, opens=True) for section in ("ahead", "linked"))
        parts.append(rf"(?P<{tie}>\b(?:{free})|{_LINK}(?:{linked}))")
    return re.compile(rf"(?:{'|'.join(parts)})(?= |, |: )")


@cache
def behind() -> re.Pattern[str]:
    """A tie for a predicate, right behind its nations."""
    parts = (rf"(?P<{tie}>{_any(tie, 'behind')})" for tie in Tie)
    return re.compile(rf"(?:,? |(?=['’]))(?:{'|'.join(parts)})(?=[.,;)]|\Z| and |,? {ON}Ⓣ)")


@cache
def clause_opens() -> re.Pattern[str]:
    """What stands before nations that open a clause, up to them."""
    return re.compile(
        rf"(?:\A|[,;:] (?:and |but |while |with )?|\band |\bwhile |\bwith |\b[Ii]t was )"
        rf"{epithets()}\Z"
    )


#: Behind a comma, "and", a dash, the body or a day, or where the sentence opens.
_LINK = r"(?:(?:[,;] |\band |[–—-] |(?<=[ⒸⓉ]) )(?:and,? |but )?|\A(?i:(?:and|but),? )?)"


def _any(tie: Tie, section: str, opens: bool = False) -> str:
    return "|".join(_pattern(phrase, opens) for phrase in _phrases(tie, section)) or r"(?!)"


def _phrases(tie: Tie, section: str) -> list[str]:
    listed: str = load("chains")[tie].get(section, "")
    return [phrase for phrase in listed.split(",") if phrase.strip()]


def _pattern(phrase: str, opens: bool) -> str:
    """A tie's words as a pattern: "a|b" is either, "[a]" may be left out.

    One that `opens` a clause may have capitals. The opening word says so of its first letter
    apart: that is what the engine asks first of many patterns.
    """
    made = ""
    for optional, word in _words(phrase):
        if opens and not made:
            made = f"(?:{_either(word, _capital)})(?i:"
            continue
        # The opening word is never left out, so that the space before a word stands with it.
        said = f"{' ' if made else ''}(?:{_either(word, _plain)})"
        made += f"(?:{said})?" if optional else said
    return f"{made})" if opens else made


def _either(word: str, written: Callable[[str], str]) -> str:
    """The words that "|" parts, and what the slots among them stand for, as alternatives."""
    return "|".join(_slots().get(one) or written(one) for one in word.split("|"))


def _plain(word: str) -> str:
    return word.replace("_", " ").replace("'", "['’]")


def _capital(word: str) -> str:
    """A word in small letters or in others."""
    return rf"[{word[0]}{word[0].upper()}](?i:{word[1:]})"


def _words(phrase: str) -> Iterator[tuple[bool, str]]:
    for optional, word in re.findall(r"\[([^]]+)\]|(\S+)", phrase):
        yield bool(optional), optional or word


@cache
def epithets() -> str:
    """A pattern for what stands before a nation's name: "its neighbour", "neighbouring", "the"."""
    words = sorted(nouns("epithets"), key=len, reverse=True)
    return (
        rf"(?:(?:[Tt]he|its|their|both|also|neighbours?|neighbors?|nation of|{'|'.join(words)}) )*"
    )
