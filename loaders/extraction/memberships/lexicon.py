"""The words of membership: what each is in a sentence, as one sign, and what it says.

A sentence becomes a string with one sign a word, on which the grammar of `phrases.py` is a
few short patterns. Words and phrases stand in `data/reference/membership_lexicon.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from loaders.extraction.language.inflection import Form, forms_of
from loaders.extraction.language.numbers import group_words, number_words
from loaders.extraction.language.vocabulary import load, words
from loaders.extraction.memberships.rules import Act, Status


class Word(NamedTuple):
    """A word or phrase of the lexicon: its sign, and for verbs and roles what it says.

    `group` is the verb's group; `status` what a role noun or a verb gives.
    """

    sign: str
    group: str = ""
    status: Status | None = None


class Group(NamedTuple):
    """What verbs of one group say: the status they give and what they tell of."""

    status: Status
    act: Act


#: The signs of the plain classes, by section of the lexicon.
_SIGNS = {
    "nations": "g",
    "representatives": "m",
    "determiners": "d",
    "adjectives": "a",
    "ordinals": "o",
    "adverbs": "b",
    "of": "f",
    "from": "h",
    "in": "i",
    "to": "t",
    "by": "y",
    "with": "k",
    "for": "F",
    "as": "e",
    "prepositions": "q",
    "be": "x",
    "have": "X",
    "will": "u",
    "intents": "U",
    "which": "R",
    "whose": "H",
    "subordinators": "s",
    "speech": "S",
    "and": "&",
    "denials": "Z",
}
#: The signs of a verb's forms: joined, join, joining, withdrawn.
FINITE, BASE, ING, PARTICIPLE = "J", "B", "G", "P"
_FORMS = {"finite": FINITE, "base": BASE, "ing": ING, "participle": PARTICIPLE}
#: Groups of verbs that list: "the members include …", "are counted among …"; or "the drill drew …".
LISTING = frozenset({"comprise", "yes"})
LISTING_OR_DRAWING = LISTING | {"feature"}
_QUANTIFIERS = ("both", "all", "each")
_PRONOUNS = ("they", "it", "them", "we")

#: Phrases with what they are, the longest first.
Lexemes = tuple[tuple[tuple[str, ...], Word], ...]
#: By the first word: the phrases that begin with it.
Lexicon = dict[str, Lexemes]


@cache
def groups() -> dict[str, Group]:
    """What the verbs of each group say."""
    return {
        name: Group(Status(said["status"]), Act(said["act"]))
        for name, said in _written()["groups"].items()
    }


@cache
def lexicon() -> Lexicon:
    """Every word and phrase; of one written twice the first holds."""
    meant: dict[tuple[str, ...], Word] = {}
    for phrase, word in _entries():
        meant.setdefault(phrase, word)
    by_first: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
    for phrase in sorted(meant, key=len, reverse=True):
        by_first.setdefault(phrase[0], []).append((phrase, meant[phrase]))
    return {first: tuple(found) for first, found in by_first.items()}


@cache
def nouns(section: str) -> frozenset[str]:
    """The words of a section of the lexicon that is a list of words."""
    return words("membership_lexicon", section)


def _written() -> Any:
    return load("membership_lexicon")


def _entries() -> Iterator[tuple[tuple[str, ...], Word]]:
    written = _written()
    for sign, section in (("r", "roles"), ("a", "role_adjectives")):
        for status, listed in written[section].items():
            yield from ((phrase, Word(sign, "", Status(status))) for phrase in _phrases(listed))
    for group, forms in written["verbs"].items():
        for form, listed in forms.items():
            for phrase in _phrases(listed):
                yield phrase, Word(_FORMS[form], group)
    yield from _inflected(written["inflected"])
    for group, listed in written["nominals"].items():
        yield from ((phrase, Word("n", group)) for phrase in _phrases(listed))
    yield from (((word,), Word("l")) for word in _QUANTIFIERS)
    yield from (((word,), Word("p")) for word in _PRONOUNS)
    yield from (((word,), Word("#")) for word in (*number_words(), *group_words(), "one", "dozen"))
    for section, sign in _SIGNS.items():
        yield from ((phrase, Word(sign)) for phrase in _phrases(written[section]))


def _inflected(written: dict[str, str]) -> Iterator[tuple[tuple[str, ...], Word]]:
    """Every form of the verbs that are written in one form only."""
    for group, listed in written.items():
        for verb, *rest in _phrases(listed):
            for printed, form in forms_of(verb).items():
                yield (printed, *rest), Word(_sign_of(form), group)


def _sign_of(form: Form) -> str:
    """The sign of a form; what is both base and past ("quit") is read as a base."""
    if form.base:
        return BASE
    if form.ing:
        return ING
    return FINITE if form.third or form.past else PARTICIPLE


def _phrases(listed: str) -> Iterator[tuple[str, ...]]:
    """The phrases of a comma-separated list, each "a|b" written out."""
    for phrase in listed.split(","):
        choices = [part.split("|") for part in _TOKEN.findall(phrase.strip())]
        yield from (tuple(chosen) for chosen in product(*choices) if chosen)


_TOKEN = re.compile(r"[\w|&-]+(?:-[\w|]+)*|\S")
