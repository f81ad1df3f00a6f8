"""Words of names: given names, nations that are none, initialisms, capitalised epithets."""

from __future__ import annotations

from functools import cache

from loaders.extraction.language.vocabulary import words
from loaders.extraction.nations.vocabulary import vocabulary as nation_vocabulary


def given_post(word: str) -> str | None:
    """The word where it is a given name as well as a post: "Dean Hargreaves"."""
    return word if word in given_names() and word in words("roles", "posts") else None


def is_initialism(word: str) -> bool:
    """NATO, U.S., CSpO: no part of a name; "J.", "II", "JD" and "Jr." are."""
    if word in words("first_names", "suffixes"):
        return False
    letters = word.replace(".", "")
    if len(letters) <= 2:
        return word in {"U.S.", "UK", "U.K.", "US", "EU", "UN", "E.U.", "U.N.", "AI"}
    if letters.endswith("s") and letters[:-1].isupper():
        return True  # "MPs", "NGOs"
    return (letters.isupper() and not word.endswith("-")) or (
        sum(c.isupper() for c in letters) > 2 and "-" not in letters
    )


@cache
def _nation_words() -> frozenset[str]:
    given = given_names()
    return frozenset(f for f in nation_vocabulary().forms if f not in given)


def may_be_given(word: str) -> bool:
    """ "Israel Ortiz", "Jordan May": nations' names that are given names as well."""
    form = nation_vocabulary().forms.get(word)
    return form is not None and bool(form.also_person)


def is_nation(word: str) -> bool:
    """Whether a word names a nation and is no given name."""
    return word in _nation_words()


@cache
def given_names() -> frozenset[str]:
    """All given names of the list."""
    return words("first_names", "male") | words("first_names", "female")


def is_short_acronym(name: str) -> bool:
    """ "The DA said": two capitals alone are a party or a body."""
    return len(name) == 2 and name.isalpha() and name.isupper()


@cache
def party_epithets() -> frozenset[str]:
    """ "Ohio Democrat": capitalised nouns that end a description, no name."""
    return frozenset(word for word in words("roles", "epithets") if word[0].isupper())
