"""Other forms of a word that a search for it should find, beyond those that stemming joins.

Porter's stemmer (1980) takes `deterring` and `deterred` to `deter`, but `deterrence` and
`deterrent` to `deterr`; and it knows nothing of British and American spelling.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache
from itertools import product

from loaders.extraction.language.vocabulary import ordered_words

TOKENIZER = "porter unicode61 remove_diacritics 2"
# A phrase of many such words would be looked for in a thousand spellings.
MOST_FORMS = 8
_FILE = "spellings"
_ENDING = re.compile(r"(?<=[a-z]{3})([sz])(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)")
_IS_OR_IZ = {"s": "z", "z": "s"}
# Consonants that are doubled before an ending; Porter leaves l, s and z alone by a rule.
_DOUBLED = re.compile(r"(?<=[aeiou])([bdgmnprt])\1$")
_SINGLE = re.compile(r"(?<=[^aeiou][aeiou])[bdgmnprt]$")
# Below these lengths a doubled letter makes another word: war and Warr, Scot and Scott.
_SHORTEST_DOUBLED, _SHORTEST_SINGLE = 6, 5


def forms(phrase: str) -> list[str]:
    """Give a word or phrase and what else it may be written as, the given one first.

    >>> forms("norms of behaviour")
    ['norms of behaviour', 'norms of behavior']
    """
    choices = [list(dict.fromkeys(_forms(word))) for word in phrase.split()]
    written = (" ".join(words) for words in product(*choices))
    return [form for form, _ in zip(written, range(MOST_FORMS), strict=False)] or [phrase]


def _forms(word: str) -> Iterator[str]:
    yield word
    other = _spelled_otherwise(word.casefold())
    if other:
        yield other
    for form in filter(None, (word, other)):
        if twin := _twin(stem(form)):
            yield twin


def _spelled_otherwise(word: str) -> str | None:
    """The British word in American spelling, or the other way round."""
    british, american = (ordered_words(_FILE, name) for name in ("british", "american"))
    pairs = [*zip(british, american, strict=True), *zip(american, british, strict=True)]
    fitting = [(one, other) for one, other in pairs if word.startswith(one)]
    if fitting:
        one, other = max(fitting, key=lambda pair: len(pair[0]))
        return other + word[len(one) :]
    swapped = _ENDING.sub(lambda match: _IS_OR_IZ[match[1]], word)
    return swapped if swapped != word else None


def _twin(stemmed: str) -> str | None:
    """The same stem with its last consonant single instead of double, or double."""
    if _DOUBLED.search(stemmed) and len(stemmed) >= _SHORTEST_DOUBLED:
        return stemmed[:-1]
    if _SINGLE.search(stemmed) and len(stemmed) >= _SHORTEST_SINGLE:
        return stemmed + stemmed[-1]
    return None


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """What the index makes of a word: asked of SQLite itself; "" for several words or none."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(f"CREATE VIRTUAL TABLE t USING fts5(a, tokenize = '{TOKENIZER}')")
        database.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, row)")
        database.execute("INSERT INTO t VALUES (?)", (word,))
        found = database.execute("SELECT term FROM v").fetchall()
    return str(found[0][0]) if len(found) == 1 else ""
