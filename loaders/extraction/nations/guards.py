"""What a nation's name means beside its neighbours: a person, a tongue, a town, or the nation."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property

from loaders.extraction.language.inflection import forms_of
from loaders.extraction.language.phrases import Phrases
from loaders.extraction.language.vocabulary import load, words
from loaders.extraction.nations.vocabulary import Form

_WORD_BEFORE = re.compile(r"([\w.’'&-]+)[ ]\Z")
_WORD_AFTER = re.compile(r"[ ]([\w’'-]+)")
#: "Togo D. West", "Jordan B. Smith".
_INITIAL_AFTER = re.compile(r" [A-Z]\. [A-Z][a-z]")
_REACH = 40
#: How far a word that tells the state of Georgia from the nation reaches, in characters.
_EVIDENCE_REACH = 1500
_IN_LANGUAGE = re.compile(r"\b(?:in|[Ss]peaks?|spoke|fluent|learn(?:s|ed|ing)?|both) \Z")
_AFTER_LANGUAGE = re.compile(
    r"[.,;:)”\"]|$| (?:and|or|to|on|as|at|but|with|during|language|translation|speakers?)\b"
)
_LEADS_TO_PLACE = re.compile(
    r"\b(?:[Ii]n|[Ff]rom|[Aa]cross|[Ii]nto|visit(?:s|ed|ing)?|[Kk]ing(?:dom)? of|"
    r"[Gg]overnment of|[Pp]eople of|[Rr]epublic of) \Z"
)


def is_other_meaning(text: str, start: int, end: int, form: Form) -> bool:
    """Whether the words right beside the form show that it is no nation here."""
    if form.needs_the:
        return not _is_the_nation(text, start, end)
    if form.in_capitals:
        return _stands_in_capitals(text, start, end)
    if form.also_person:
        return _is_person(text, start, end, form.also_person)
    return False


def is_language(text: str, start: int, end: int) -> bool:
    """Whether "French" is the tongue: "in French,", "speaks French and Arabic"."""
    before = text[max(0, start - 12) : start]
    return bool(_IN_LANGUAGE.search(before) and _AFTER_LANGUAGE.match(text[end : end + 14]))


def _is_the_nation(text: str, start: int, end: int) -> bool:
    after = _WORD_AFTER.match(text[end : end + _REACH])
    return text[max(0, start - 4) : start].lower() == "the " and not (
        after and after.group(1)[:1].isupper()
    )


def _stands_in_capitals(text: str, start: int, end: int) -> bool:
    """Whether "US" may be the word "us" in a line of capitals: "JOIN US TODAY"."""
    around = text[max(0, start - 15) : start] + text[end : end + 15]
    line = around.strip()
    return len(line) > 8 and line.isupper()


def _is_person(text: str, start: int, end: int, strength: str) -> bool:
    before = _WORD_BEFORE.search(text[max(0, start - _REACH) : start])
    previous = before.group(1) if before else ""
    if previous in words("nation_neighbours", "titles_of_persons"):
        return True
    if strength == "weak":
        return _is_first_name(previous) and not text[end : end + 2].startswith("-")
    return _is_given_name_before(text, start, previous) or is_surname_after(text, end)


def _is_first_name(word: str) -> bool:
    return word in words("nation_neighbours", "first_names")


def _is_given_name_before(text: str, start: int, previous: str) -> bool:
    """Whether the capitalised word before reads as a given name: "Michael Jordan"."""
    if not previous[:1].isupper() or previous.endswith("."):
        return len(previous) == 2 and previous.endswith(".") and previous[0].isupper()
    if previous.lower() in _headline_verbs():
        return False
    return previous not in words("nation_neighbours", "never_given_names") and (
        not previous.isupper() or len(previous) < 2 or text[start : start + 2].isupper()
    )


def is_surname_after(text: str, end: int) -> bool:
    """Whether the capitalised word behind reads as a surname: "Chad Franks"."""
    after = _WORD_AFTER.match(text[end : end + _REACH])
    if _INITIAL_AFTER.match(text, end):
        return True
    if not after or not after.group(1)[:1].isupper() or after.group(1).isupper():
        return False
    if after.group(1).lower() in _headline_verbs():
        return False
    return after.group(1) not in words("nation_neighbours", "never_surnames")


@cache
def _headline_verbs() -> frozenset[str]:
    """Verbs in all their forms, which in a headline have a capital too."""
    return frozenset(
        form for verb in words("nation_neighbours", "headline_verbs") for form in forms_of(verb)
    )


class PlaceEvidence:
    """Words in a text that tell Georgia from Georgia; searched once, where they are asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    def means_nation(self, form: Form, start: int, surname: bool) -> bool:
        """Whether a form that is also a place, or a `surname` of this text, means the nation."""
        lead = self._text[max(0, start - 16) : start]
        if surname:
            return bool(_LEADS_TO_PLACE.search(lead))
        for_nation = self._near(form.text.title(), "nation", start)
        for_place = self._near(form.text.title(), "place", start)
        if for_nation or for_place:
            return for_nation >= for_place
        return not _TOWN_BEFORE.search(lead)

    def _near(self, name: str, side: str, position: int) -> int:
        places = self._positions.get(f"{name}/{side}", ())
        first = bisect_left(places, position - _EVIDENCE_REACH)
        return bisect_left(places, position + _EVIDENCE_REACH) - first

    @cached_property
    def _positions(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for start, _, printed in _evidence_phrases().find(self._text):
            for key in _evidence_words()[printed]:
                found.setdefault(key, []).append(start)
        return found


#: "Savannah, Georgia": an American town's comma.
_TOWN_BEFORE = re.compile(r"[A-Z]\w*[a-z]\w*, \Z")


@cache
def _evidence_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, sides in load("nations")["also_places"].items():
        for side, listed in sides.items():
            for word in listed:
                found[word] = (*found.get(word, ()), f"{name}/{side}")
    return found


@cache
def _evidence_phrases() -> Phrases:
    return Phrases(_evidence_words(), lasting=True)
