"""Nations that only look on: "signed it in the presence of ministers from Chile and Peru"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.extraction.nations.enumerations import Enumeration
from loaders.extraction.nations.mentions import NationMention

#: What opens a phrase of those who look on; cheap to look for before anything else.
_WORDS = ("presence of", "itnessed by", "atched by", "attended by")
_PHRASE = re.compile(
    r"\b(?:[Ii]n (?:the )?presence of|[Ww]itnessed by|[Ww]atched by|"
    r"(?:ceremony|signing)\b[^.;:,]{0,40}? (?:was )?attended by) "
)
#: There such a phrase ends: with its sentence, or where somebody else acts.
_END = re.compile(
    r"[.;:](?=\s|\Z)"
    r"|, (?:and|as|when|which|who|where|while|it|they|he|she|making|becoming) "
    r"|, (?:the )?(?:[A-Z][\w’'.-]* ){1,4}(?:put|became|[a-z]+ed)\b"
    r"|\b(?:has|have|is|are|was|were|became|joined)\b"
)
_LONGEST = 400
#: "… of envoys from Nigeria and Rwanda, the first African signatories": more is said of them.
_DESCRIBED = re.compile(r", (?:the|its|an?|both|all|which|who|whose|two|three|fellow)\b")


def without_onlookers(text: str, enumerations: tuple[Enumeration, ...]) -> tuple[Enumeration, ...]:
    """The lists of nations without those of whom it is only said that they were present."""
    if not _stretches(text):
        return enumerations
    return tuple(
        row for row in enumerations if not looks_on(text, row) or _DESCRIBED.match(text, row.end)
    )


def looks_on(text: str, named: Enumeration | NationMention) -> bool:
    """Whether nations are named as those before whose eyes something is done."""
    return any(start <= named.start and named.end <= end for start, end in _stretches(text))


def first_onlooker(text: str, start: int, end: int) -> int:
    """Where those who look on begin to be named between two offsets; else the end."""
    return min((opening for opening, _ in _stretches(text) if start <= opening < end), default=end)


@lru_cache(maxsize=2)
def _stretches(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(_found(text))


def _found(text: str) -> Iterator[tuple[int, int]]:
    if not any(word in text for word in _WORDS):
        return
    for opening in _PHRASE.finditer(text):
        limit = min(len(text), opening.end() + _LONGEST)
        end = _END.search(text, opening.end(), limit)
        yield opening.end(), end.start() if end else limit
