"""Which names are of one exercise: its series, an edition by year or number, a short form of it.

"Global Sentinel 2026", "Global Sentinel 26" and "Sentinel 26" are one, and so is the plain "Global
Sentinel" of an article on an edition.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from loaders.extraction.coalitions.mention import CoalitionMention

_EDITION = re.compile(
    r"(?:[ -]|(?<=[a-z]))[’']?(?:20)?(?P<year>\d\d)(?:[-/](?P<number>\d{1,2}))?\Z"
)


class _Name(NamedTuple):
    """A name without its edition, in small letters, and the edition's year and number."""

    stem: str
    year: str | None
    number: str | None

    @property
    def initials(self) -> str:
        """Of its words: "gs" of "global sentinel"."""
        return "".join(word[0] for word in self.stem.split())


@lru_cache(maxsize=4096)
def _name(key: str) -> _Name:
    plain = key.replace("-", " ") if key.islower() else key.lower()
    plain = plain.removeprefix("exercise ")
    found = _EDITION.search(plain)
    if found is None:
        return _Name(plain, None, None)
    return _Name(plain[: found.start()], found["year"], found["number"])


def has_edition(body: CoalitionMention) -> bool:
    """Whether a name ends with the year or number of an edition: "Storm Lance 26"."""
    return _name(body.key).year is not None


def are_one_exercise(one: CoalitionMention, other: CoalitionMention) -> bool:
    """Whether two names can be of one edition: no year or number speaks against it."""
    a, b = _name(one.key), _name(other.key)
    if not _is_short(a, b) and not _is_short(b, a):
        return False
    return all(x is None or y is None or x == y for x, y in zip(a[1:], b[1:], strict=True))


def is_series_of(series: CoalitionMention, edition: CoalitionMention) -> bool:
    """Whether one is the series, or the plain name, of an edition that the other names."""
    bare = _name(series.key).year is None and _name(edition.key).year is not None
    return bare and are_one_exercise(series, edition)


def _is_short(whole: _Name, short: _Name) -> bool:
    if whole.stem == short.stem or whole.stem.endswith(f" {short.stem}"):
        return True
    return len(short.stem) > 1 and whole.initials == short.stem
