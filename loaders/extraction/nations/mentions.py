"""Nations an article speaks of: names, short forms, abbreviations and demonyms, guarded.

`countrynames` and pycountry answer "what does this name mean"; neither finds names in prose,
and fuzzy search turns "Republic of Korea" into North Korea. So our own table finds
(`data/reference/nations.yaml`), and each form that also means something else carries a guard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from loaders.extraction.nations.guards import (
    PlaceEvidence,
    is_language,
    is_other_meaning,
    is_surname_after,
)
from loaders.extraction.nations.vocabulary import Form, FormKind, NationVocabulary, vocabulary


class NationMention(NamedTuple):
    """One place where the text names a nation; `demonym` for "French", not for "France"."""

    start: int
    end: int
    nation: str
    demonym: bool


class Unsettled(NamedTuple):
    """A stretch that names a nation, but not which: for a row in `problems`."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class NationFindings:
    """What the text says of nations, in its order."""

    mentions: tuple[NationMention, ...]
    unsettled: tuple[Unsettled, ...]


class _Candidate(NamedTuple):
    start: int
    end: int
    form: Form
    personal: bool = False
    surname: bool = False


#: Between two nations of one enumeration.
LIST_GAP = re.compile(
    r"(?:'s|’s)?(?:,|;|/|-|–)?\s?(?:(?:and|or|&|as well as|along with|plus|with)\s)?"
    r"(?:the\s|both\s)?\Z"
)
_LONGEST_GAP = 20


def find_nations(text: str) -> NationFindings:
    """Every nation that `text` names, with its code, and every name that stays ambiguous."""
    words = vocabulary()
    candidates = list(_candidates(text, words))
    surnames = {c.form.text.upper() for c in candidates if c.surname}
    evidence = PlaceEvidence(text)
    fuller = {c.form.nation for c in candidates if c.form.kind is FormKind.NAME}
    mentions: list[NationMention] = []
    unsettled: list[Unsettled] = []
    for index, found in enumerate(candidates):
        form = found.form
        if found.personal or form.kind is FormKind.TRAP:
            continue
        if (form.also_person and form.text.upper() in surnames) or form.also_place:
            surname = form.text.upper() in surnames
            enumerated = _is_enumerated(text, candidates, index)
            if not (enumerated or evidence.means_nation(form, found.start, surname)):
                continue
        if form.kind is FormKind.WITHOUT_CODE:
            why = "ISO 3166-1 has no code for it"
            unsettled.append(Unsettled(found.start, found.end, why))
        elif form.kind is FormKind.AMBIGUOUS:
            meant = [code for code in form.choices if code in fuller]
            if len(meant) == 1:
                mentions.append(NationMention(found.start, found.end, meant[0], False))
            else:
                why = f"one name of several nations: {', '.join(form.choices)}"
                unsettled.append(Unsettled(found.start, found.end, why))
        else:
            demonym = form.kind is FormKind.DEMONYM
            mentions.append(NationMention(found.start, found.end, form.nation, demonym))
    return NationFindings(tuple(mentions), tuple(unsettled))


def _candidates(text: str, words: NationVocabulary) -> Iterator[_Candidate]:
    """Every form in the text that begins a word; guards that look at its neighbours applied."""
    forms = words.forms
    for start, end, printed in words.phrases.find(text):
        form = forms[printed]
        if not form.guarded:
            yield _Candidate(start, end, form)
            continue
        if is_other_meaning(text, start, end, form):
            if form.also_person:
                yield _Candidate(start, end, form, True, not is_surname_after(text, end))
            continue
        if form.language and is_language(text, start, end):
            continue
        yield _Candidate(start, end, form)


def _is_enumerated(text: str, candidates: list[_Candidate], index: int) -> bool:
    """Whether the form stands beside another nation in a list: "Moldova, Georgia and Ukraine"."""
    here = candidates[index]
    for step in (-1, 1):
        if not 0 <= index + step < len(candidates):
            continue
        there = candidates[index + step]
        if there.form.kind is FormKind.TRAP or there.personal:
            continue
        first, second = (there, here) if step < 0 else (here, there)
        if second.start - first.end <= _LONGEST_GAP and LIST_GAP.match(
            text[first.end : second.start]
        ):
            return True
    return False
