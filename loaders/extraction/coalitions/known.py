"""The coalitions of `data/reference/coalitions.yaml`: every printed form, kind and name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from loaders.extraction.language.phrases import Phrases, apostrophe_variants
from loaders.extraction.language.vocabulary import load


@dataclass(frozen=True, slots=True)
class KnownCoalitions:
    """The vocabulary: every printed form and its slug; each slug's kind, name and predecessor."""

    slugs: dict[str, str]
    kinds: dict[str, str]
    names: dict[str, str]
    predecessors: dict[str, str]
    phrases: Phrases


@cache
def known_coalitions() -> KnownCoalitions:
    """The coalitions of `coalitions.yaml`, with spelling variants."""
    slugs: dict[str, str] = {}
    kinds: dict[str, str] = {}
    names: dict[str, str] = {}
    predecessors: dict[str, str] = {}
    listed: Any = load("coalitions") or []
    for entry in listed:
        kinds[entry["slug"]], names[entry["slug"]] = entry["kind"], entry["name"]
        if before := entry.get("predecessor"):
            predecessors[entry["slug"]] = before
        for printed in (entry["name"], entry["short_name"], *(entry.get("aliases") or ())):
            for form in _spellings(printed):
                slugs.setdefault(form, entry["slug"])
    return KnownCoalitions(slugs, kinds, names, predecessors, Phrases(slugs, lasting=True))


_SPELLINGS = (
    ("Center", "Centre"),
    ("Centre", "Center"),
    ("ization", "isation"),
    ("Program", "Programme"),
)


def _spellings(printed: str) -> list[str]:
    forms = [printed]
    forms += [printed.replace(one, other) for one, other in _SPELLINGS if one in printed]
    if len(parts := printed.split(" ")) > 1 and parts[-1].istitle():
        # "Operation OLYMPIC DEFENDER", as U.S. commands print their operations.
        forms.append(" ".join([*parts[:-2], parts[-2].upper(), parts[-1].upper()]))
    if len(parts) > 2 and parts[-1] in _NOUNS_OF_NAMES:
        # "the Combined Space Operations initiative", "the combined space operations initiative".
        forms += [" ".join([*parts[:-1], parts[-1].lower()]), printed.lower()]
    if printed.isupper() and printed.isalpha() and len(printed) >= _LONG_ACRONYM:
        # "Govsatcom", as newspapers print long acronyms.
        forms.append(printed.capitalize())
    return [variant for form in forms for variant in apostrophe_variants(form)]


_LONG_ACRONYM = 6
_NOUNS_OF_NAMES = frozenset(
    {"Initiative", "Partnership", "Programme", "Program", "Station", "Consortium"}
)
