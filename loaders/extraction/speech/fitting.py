"""How well a person's ranks and posts go with a description: "the French minister"."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.language.vocabulary import words
from loaders.extraction.persons.individuals import Individual
from loaders.extraction.posts.title_nations import nation_of_word
from loaders.extraction.posts.title_words import TITLE_ADJECTIVES

_LESSER = frozenset({"prime", "vice", "deputy", "assistant", "under"})
#: Posts that a fuller one may be told of later: "a minister", "the business secretary".
GENERIC = frozenset(
    {"minister", "mp", "member", "lawmaker", "leader", "politician", "union minister"}
)


def named_most(known: list[Individual]) -> Individual | None:
    """The one who is named more often than each other; None where two share that."""
    ranked = sorted(known, key=lambda individual: -len(individual.mentions))
    if len(ranked) > 1 and len(ranked[0].mentions) == len(ranked[1].mentions):
        return None
    return ranked[0]


def is_otherwise_posted(individual: Individual, office: str) -> bool:
    """ "Opposition leader Peter Dutton" is not the prime minister."""
    return bool(individual.nouns) and not any(
        noun.endswith(office) or office.endswith(noun) for noun in individual.nouns
    )


def may_speak_for(individual: Individual) -> bool:
    """Whether no post makes a principal of a person: a party's chairman may be its spokesman."""
    heads = {noun.split()[-1] for noun in individual.nouns}
    return heads <= words("titles", "staff")


def office_of(noun: str, phrase: str) -> str:
    """ "minister" of "the prime minister": there the two words are one office."""
    return "prime minister" if noun == "minister" and "prime minister" in phrase else noun


def longer_posts(individual: Individual) -> list[str]:
    """The posts of more than one word that a person is known to hold."""
    return [noun for noun in individual.nouns if " " in noun]


@cache
def epithets() -> frozenset[str]:
    """Nouns that stand for whoever is being talked of, in lower case."""
    return frozenset(word.lower() for word in words("roles", "epithets"))


def fit(individual: Individual, noun: str, phrase: str) -> float:
    """How well a person's ranks and posts go with "the French minister"; 0 for not at all."""
    best = 0.0
    objects = {w for w in _AFTER_OF.split(phrase, 1)[-1].split() if len(w) > 3 and w != "the"}
    if " of " not in phrase and " for " not in phrase:
        objects = set()
    for known in individual.nouns:
        if (
            known.endswith(" " + noun)
            and known.split()[0] in _LESSER
            and (known.split()[0] not in phrase)
        ):
            # Nobody calls the prime minister "the minister".
            continue
        if known == noun or known.endswith(" " + noun):
            score = 1.0 + 0.5 * sum(w in phrase for w in known.split()[:-1])
        elif noun.endswith(" " + known) and noun.split()[0] not in _LESSER:
            score = 0.9
        else:
            continue
        if (known in individual.past_nouns) != ("former" in phrase):
            # "the prime minister" is the successor, where there is one.
            score -= 0.5
        if known in individual.shared_nouns:
            score -= 0.3
        best = max(best, score)
    modifiers = _modifiers(individual, phrase, noun)
    if best and modifiers and individual.bodies:
        # "the NDP leader" is not the leader of the Conservatives.
        best += 0.8 if modifiers & individual.bodies else -1.2 if noun in GENERIC else -0.6
    if best and objects and individual.bodies:
        # "the head of the budget office" is not the head of the Space Agency.
        best += 0.6 if objects & individual.bodies else -0.6
    return best


_ALIASES = {"tory": "conservative", "tories": "conservative", "gop": "republican"}


def _modifiers(individual: Individual, phrase: str, noun: str) -> set[str]:
    """The words before the noun that can name a body: neither nations nor parts of the title."""
    before = phrase.split(noun, 1)[0].split()[1:]
    known = {word for title in individual.nouns for word in title.split()}
    return {
        _ALIASES.get(bare, bare)
        for bare in (word.removesuffix("'s").removesuffix("’s") for word in before)
        if bare not in TITLE_ADJECTIVES
        and bare not in known
        and bare not in words("titles", "qualifiers")
        and bare not in words("titles", "former")
        and bare.title() not in nation_of_word()
        and bare.upper() not in nation_of_word()
    }


_AFTER_OF = re.compile(r" (?:of|for) ")
