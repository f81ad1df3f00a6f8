"""Where the persons of an article are named: for the officials of an event."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import Any

from loaders.extraction.language.phrases import Phrases
from loaders.extraction.language.vocabulary import ordered_words
from loaders.extraction.survey.article import Survey


class Participants:
    """The persons found in a text, by the places of their family names."""

    def __init__(self, text: str, persons: Sequence[Any]) -> None:
        """`persons` are `facts.Person`: those without a family name are left out."""
        self._attending: tuple[str, ...] | None = None
        self._places: list[tuple[int, str, str | None]] = []
        by_name = {p.family_name: p for p in reversed(persons) if p.family_name}
        for start, _, name in Phrases(by_name).find(text):
            person = by_name[name]
            self._places.append((start, person.official or person.id, person.nationality))

    def in_span(self, start: int, end: int) -> tuple[str, ...]:
        """The officials (slug, else id) named between two offsets, in order."""
        return tuple(dict.fromkeys(name for _, name, _ in self._between(start, end)))

    def places_in(self, start: int, end: int) -> tuple[int, ...]:
        """Where persons are named between two offsets."""
        return tuple(place for place, _, _ in self._between(start, end))

    def nations_in(self, start: int, end: int) -> tuple[str, ...]:
        """The nationalities of the persons named between two offsets."""
        found = (nation for _, _, nation in self._between(start, end))
        return tuple(dict.fromkeys(nation for nation in found if nation))

    def _between(self, start: int, end: int) -> list[tuple[int, str, str | None]]:
        first = bisect_left(self._places, start, key=lambda place: place[0])
        last = bisect_left(self._places, end, key=lambda place: place[0])
        return self._places[first:last]

    def attending(self, survey: Survey) -> tuple[str, ...]:
        """The officials named where the text says who led, hosted and attended."""
        if self._attending is None:
            self._attending = self._find_attending(survey)
        return self._attending

    def _find_attending(self, survey: Survey) -> tuple[str, ...]:
        found: list[str] = []
        for match in _attendance().finditer(survey.document.masked, 0, _ATTENDANCE_REACH):
            sentence = survey.document.sentences[survey.document.sentence_at(match.start())]
            found += self.in_span(*sentence)
        return tuple(dict.fromkeys(found))


_ATTENDANCE_REACH = 20_000


@cache
def _attendance() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in ordered_words("event_words", "attendance"))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
