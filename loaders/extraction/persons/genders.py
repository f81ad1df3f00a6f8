"""Given names: which words are, whose formal form is which, which gender they go with."""

from __future__ import annotations

from enum import Enum
from functools import cache, lru_cache
from unicodedata import combining, normalize

from loaders.extraction.language.vocabulary import load, words
from loaders.extraction.persons.name_words import given_names


class Gender(Enum):
    """The gender a text's pronouns agree in."""

    MALE = "male"
    FEMALE = "female"


def gender_of_title(title: str | None) -> Gender | None:
    """The gender an honorific tells."""
    if title in words("ranks", "male"):
        return Gender.MALE
    return Gender.FEMALE if title in words("ranks", "female") else None


@cache
def _formal_names() -> dict[str, str]:
    nicknames = (load("first_names") or {}).get("nicknames") or {}
    return {
        short.strip().casefold(): formal.casefold()
        for formal, listed in nicknames.items()
        for short in listed.split(",")
    }


def formal_name(given: str) -> str:
    """The formal form of a given name, case-folded: Joe and Joseph Biden are one."""
    folded = given.casefold()
    return _formal_names().get(folded, folded)


def without_accents(word: str) -> str:
    """ "Péter" → "Peter": lists of given names hold the plain form."""
    return "".join(c for c in normalize("NFD", word) if not combining(c))


@lru_cache(maxsize=65_536)
def is_given(word: str) -> bool:
    """Whether a word is a listed given name, accents and nicknames aside."""
    return (
        word in given_names()
        or without_accents(word) in given_names()
        or word.casefold() in _formal_names()
    )


@lru_cache(maxsize=65_536)
def gender_of_given(given: str) -> Gender | None:
    """The gender a given name mostly goes with."""
    known = given_names()
    if given not in known:
        given = without_accents(given)
    if given not in known:
        given = formal_name(given).title()
    if given in words("first_names", "male"):
        return Gender.MALE
    return Gender.FEMALE if given in words("first_names", "female") else None
