"""Ordinals and numbers that stand for a noun told before: "a second will be awarded in May"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from loaders.extraction.announcements.event_noun import EventNoun, is_of_drills, within
from loaders.extraction.announcements.word_patterns import as_printed
from loaders.extraction.dates.calendar import month_names
from loaders.extraction.language.vocabulary import ordered_words
from loaders.extraction.language.word_places import matches_at, word_places
from loaders.extraction.texts.document import Document

#: The class of what is a further one, beside those of the noun that is left out.
ELLIPTIC = "elliptic"

_BEFORE_ORDINAL = re.compile(r"\b(?:[Tt]he|[Aa]|[Ii]ts|[Tt]heir) \Z")
_LONGEST_BEFORE = len(" their ")


@cache
def _left_out() -> re.Pattern[str]:
    """An ordinal or a number that no noun follows, but a verb, a day, a phrase between commas."""
    number = "|".join(ordered_words("event_words", "elliptic_numbers"))
    count = rf"(?:(?:{number}|one|ones|few|pair)\b ?)?"
    return re.compile(
        rf"(?:(?:[Tt]he|[Aa]|[Ii]ts|[Tt]heir) {as_printed('elliptic_ordinals')}\b ?{count}|"
        rf"(?<!one )[Aa]nother\b ?{count}|"
        rf"(?:{'|'.join(_numbers())}|Both|(?<!to )both) (?:more |others )?|One )"
        rf"(?:of (?:these|those|them|which|the (?:{number}|pair|series))\b ?)?"
        r"(?!(?: |(?<= ))(?:next|last|this) "
        r"(?!week|month|year|spring|summer|autumn|fall|winter|[A-Z]))"
        rf"(?=(?:,|(?<= ){as_printed('behind_elliptic')}\b))"
    )


@cache
def _numbers() -> tuple[str, ...]:
    """The numbers that stand without an article: "two will follow"."""
    numbers = ordered_words("event_words", "elliptic_numbers")
    return (*numbers, *(word.capitalize() for word in numbers))


#: So do these: "another will follow".
_ALONE = ("Another", "another", "Both", "both", "One")


@cache
def _ranked() -> re.Pattern[str]:
    """ "The first in the region", "the second on the list": of a rank, not of a time."""
    month = "|".join(name[:3] for name in month_names())
    return re.compile(
        rf"(?:in|on|at|from|by) (?!(?:[A-Z]\w+day|(?:early |late |mid-)?(?:\d|(?:{month})))|"
        r"the (?:coming|second|third|fourth|first|spring|summer|autumn|fall))"
    )


#: These take up what was told, they count no further one.
_SAME = re.compile(r"[Bb]oth|[Tt]he (?:former|latter)")
#: Coalitions are not counted so: "the first to join".
_NEVER = frozenset({"coalition", "group", "accession", "joining", "membership", "signatory"})
_REACH = 2
#: "The first of them is to be launched": of what is spoken of, the craft.
_FLOWN = re.compile(r"[^.;]{0,60}?\b(?:launch|lift(?:ed)? off|orbit|flown|fly|flies)")
#: "Poland will stage its first, Copernicus Shield, in Warsaw".
_NAMED_NEXT = re.compile(r", (?:[A-Z][a-z]\w* ?){2,3}(?<! ), ")
_OF_CRAFT = frozenset({"craft", "craft_name", "rocket", "launch"})


def elliptic_nouns(document: Document, nouns: Sequence[EventNoun]) -> Iterator[EventNoun]:
    """Each ordinal without a noun, with the classes of what the text tells right before it.

    The verb beside it says which of them is meant: what is launched is a craft, what is awarded
    a contract.
    """
    text = document.text
    for found in matches_at(_left_out(), text, _places(text)):
        start, end = found.start(), found.start() + len(found[0].rstrip())
        if _ranked().match(text, found.end()) or document.masked[start] != text[start]:
            continue
        index = document.sentence_at(start)
        low = document.sentences[max(0, index - _REACH)].start
        before = within(nouns, low, start)
        own = [n for n in before if n.start >= document.sentences[index].start]
        last = own or _of_last_sentence(document, before)
        classes = frozenset().union(*(noun.classes for noun in last)) - _NEVER
        if classes.isdisjoint(_HELD_KINDS) and _HELD.match(text, found.end()):
            classes = _of_occasion(before) or (
                _GATHERING if _MET.search(text, low, start) else classes
            )
        if "craft" in classes and _FLOWN.match(text, found.end()):
            classes &= _OF_CRAFT
        elif _NAMED_NEXT.match(text, found.end()) and is_of_drills(text):
            classes |= {"exercise"}
        if classes:
            further = not _SAME.match(text, start, end)
            yield EventNoun(start, end, classes | {ELLIPTIC} if further else classes)


#: "It is to be launched in 2029": of what was told last, by what will be done with it.
_PRONOUN = re.compile(r"(?:It|They|Both) (?=(?:will|is|are)\b)")
_TO_COME = re.compile(
    r"(?:will|(?:is|are) (?:(?:now |currently |still )?"
    r"(?:due|set|scheduled|expected|planned|slated) )?to) (?:\w+ly |then )?"
    r"(?:(?P<flown>be (?:launched|flown|orbited|lofted)|launch|lift off|fly)|"
    r"(?P<held>be (?:held|staged)|take place)|"
    r"(?P<made>be (?:inaugurated|opened|stood up|activated|established|set up)|open)|"
    r"(?P<signed>be signed))\b"
)
_OF_PRONOUN = {
    "flown": _OF_CRAFT,
    "held": frozenset({"gathering", "conference", "exercise", "assembly"}),
    "made": frozenset({"body"}),
    "signed": frozenset({"document"}),
}


def pronoun_nouns(document: Document, nouns: Sequence[EventNoun]) -> Iterator[EventNoun]:
    """Each pronoun that opens a sentence of what is to come, with the classes of its noun."""
    text = document.text
    for index, (start, end) in enumerate(document.sentences):
        if index == 0 or text[start : start + 1] not in ("I", "T", "B"):
            continue
        found = _PRONOUN.match(text, start, end)
        verb = _TO_COME.match(text, found.end(), end) if found else None
        if found is None or verb is None:
            continue
        before = within(nouns, document.sentences[index - 1].start, start)
        asked = _OF_PRONOUN[verb.lastgroup or "flown"]
        classes = next((n.classes & asked for n in before if n.classes & asked), None)
        if classes:
            yield EventNoun(start, found.end() - 1, classes)


#: "The second took place in Lima": of what is spoken of, the last gathering.
_HELD = re.compile(
    r" ?(?:(?:was|were|will be|is to be|are to be) held|(?:took|takes?|will take) place)\b"
)
_HELD_KINDS = frozenset({"gathering", "conference", "exercise", "assembly", "visit"})
#: "The principals met in Toulouse. The next one will be held in Lima": no noun of it was told.
_MET = re.compile(
    r"\b(?:(?:met|meets|gathered|gathers|convened|convenes)\b|"
    r"(?:Board|Council|Committee) (?:was|is) (?:held|hosted|convened)\b)"
)
_GATHERING = frozenset({"gathering"})


def _of_occasion(before: Sequence[EventNoun]) -> frozenset[str]:
    """The classes of the last gathering of any kind that is spoken of before; else none."""
    told = (noun.classes & _HELD_KINDS for noun in reversed(before))
    return next((classes for classes in told if classes), frozenset())


def _places(text: str) -> list[int]:
    """Where such words stand, with the article before an ordinal."""
    places = word_places(text)
    ordinals = {words.split()[0] for words in ordered_words("event_words", "elliptic_ordinals")}
    articles = (
        _BEFORE_ORDINAL.search(text, max(0, at - _LONGEST_BEFORE), at) for at in places.of(ordinals)
    )
    return sorted(
        [*places.of((*_ALONE, *_numbers())), *(match.start() for match in articles if match)]
    )


def _of_last_sentence(document: Document, nouns: Sequence[EventNoun]) -> Sequence[EventNoun]:
    if not nouns:
        return nouns
    last = document.sentences[document.sentence_at(nouns[-1].start)]
    return [noun for noun in nouns if noun.start >= last.start]
