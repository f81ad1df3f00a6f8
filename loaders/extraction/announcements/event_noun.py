"""A noun of an event in a text, and whether it heads its phrase."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from loaders.extraction.announcements.lexicon import lexicon
from loaders.extraction.coalitions.known import known_coalitions
from loaders.extraction.language.inflection import forms_of
from loaders.extraction.language.tries import by_first_letter
from loaders.extraction.language.vocabulary import ordered_words


class EventNoun(NamedTuple):
    """A noun of the lexicon in the text, with the classes it belongs to."""

    start: int
    end: int
    classes: frozenset[str]


def within(nouns: Sequence[EventNoun], start: int, end: int) -> Sequence[EventNoun]:
    """The nouns between two offsets."""
    if len(nouns) < _FEW:
        return [noun for noun in nouns if start <= noun.start < end]
    return nouns[bisect_left(nouns, (start,)) : bisect_left(nouns, (end,))]


_FEW = 24


@cache
def _follows() -> re.Pattern[str]:
    """What may stand behind the head of a noun phrase: no further noun."""
    listed = [
        *ordered_words("event_words", "behind_heads"),
        *(form for verb in ordered_words("event_words", "pure_verbs") for form in forms_of(verb)),
        *_in_titles(),
        *lexicon().irregular_forms,
    ]
    words = by_first_letter(listed)
    return re.compile(
        rf"[”\"’']?(?:[,.;:!?)\]”\"\n]|\Z| [(\[“\"—–-]|[—–]| (?:{words})(?![\w-])|"
        r" (?:re-|co-|de-)?[a-z]+(?:ed|ing|ly)\b| (?:years?|months?|weeks?|days?|decades?)\b|"
        r" \d| [A-Z]\w+day\b| [A-Z][a-z]{2,8}\.? \d)"
    )


def _in_titles() -> tuple[str, ...]:
    """Verbs behind a head in a headline, where every word has a capital: "New Centre Opens"."""
    return tuple(word.capitalize() for word in ordered_words("event_words", "title_verbs"))


#: "International Astronautical Congress" meets; "Congress" alone is a parliament.
_NAMED_CONGRESS = re.compile(r"(?!The|U\.S\.|States|With|When|In)[A-Z][\w-]+ \Z")


@lru_cache(maxsize=2)
def is_of_drills(text: str) -> bool:
    """Whether a text speaks of drills, and of no conference: whose editions it counts."""
    if not any(word in text for word in ("xercise", "argame", "war game", *_names_of_drills())):
        return False
    return not any(word in text for word in ("ymposium", "onference", "ongress"))


_SERIES = re.compile(r"(?: exercise)? series\Z| \d{4}\Z")


@cache
def _names_of_drills() -> tuple[str, ...]:
    """The names of the exercises of `coalitions.yaml`: "AsterX", "Global Sentinel"."""
    known = known_coalitions()
    names = (n for slug, n in known.names.items() if known.kinds[slug].startswith("exercise"))
    return tuple(dict.fromkeys(_SERIES.sub("", name) for name in names))


#: "Coordinated satellite maneuvers", "planned orbit maneuvers" are flown, not drilled.
_OF_CRAFT = re.compile(r"\b(?:orbit|orbital|on-orbit|satellite|spacecraft|avoidance|proximity) \Z")
_IN_ORBIT = frozenset({"operation"})
_OF_A_NATION = re.compile(r"\b(?:[A-Z]\w+[’']s?|[Ii]ts|[Tt]heir|[Tt]he (?:country|nation)[’']s) \Z")
_PRESS = re.compile(r"\b(?:[Pp]ress|[Nn]ews) \Z")


#: What such words go on with behind their first letter, small or capital.
_DOUBTFUL = ("onference", "iscussion", "teration", "dition", "ongress", "orum")
#: "The 21st session of the Regional Forum": the session is the gathering, the forum is who meets.
_SESSION_OF = re.compile(
    r"\b(?i:sessions?|meetings?|plenary|plenaries) of (?:the |its |their )?"
    r"(?:[A-Z][\w’'-]*,? |of |for |on |and |the ){0,9}\Z"
)


def is_no_gathering(text: str, start: int, end: int) -> bool:
    """Whether it is a parliament, who meets in a session, or the press."""
    if not text.startswith(_DOUBTFUL, start + 1):
        return False
    if text[start].isupper() and _SESSION_OF.search(text, max(0, start - 110), start):
        return True
    if text.startswith("onference", start + 1):
        return bool(_PRESS.search(text, max(0, start - 7), start))
    if text.startswith("iscussion", start + 1) and text.endswith("under ", 0, start):
        return True
    if text.startswith(("teration", "dition"), start + 1):
        return not is_of_drills(text)
    if text[start:end] == "congress":
        # "Peru's congress voted".
        return bool(_OF_A_NATION.search(text, max(0, start - 30), start))
    if text[start:end] != "Congress":
        return False
    word = text.rfind(" ", 0, max(0, start - 1)) + 1
    return not _NAMED_CONGRESS.match(text, word, start)


_ADJECTIVES = frozenset({"bilateral", "trilateral", "ministerial"})
_SHORT_NAME = re.compile(r" \([A-Z][\w-]{1,12}\)")
_NAME_NEXT = re.compile(r" (?:[A-Z]\w*|[A-Z0-9]{2,})")


def classes_there(text: str, start: int, classes: frozenset[str]) -> frozenset[str]:
    """The classes of a noun where it stands: of satellites, maneuvers are an operation."""
    is_move = text.startswith(("aneuver", "anoeuvre"), start + 1)
    if is_move and _OF_CRAFT.search(text, max(0, start - 20), start):
        return _IN_ORBIT
    return classes


#: "A satellite tracking centre", not "a satellite tracking ships".
_WORK_OF = re.compile(
    r" (?:tracking|monitoring|imaging|ranging|manufacturing|processing|servicing|training|testing|"
    r"planning|refuell?ing|sensing|receiving|warning)(?:,? (?:and|or) [a-z]+(?: [a-z]+)?)? "
    r"(?:cent(?:re|er)|station|facilit(?:y|ies)|site|hub|system|network|radar|unit|plant|school|"
    r"programme|program|capability|mission|service)s?\b"
)


def is_head(text: str, start: int, end: int) -> bool:
    """Whether no further noun follows: "agreement", not "agreement text" or "agreement's"."""
    if text.startswith(")", end):
        end += 1
    if _WORK_OF.match(text, end):
        return False
    if follows := _follows().match(text, end):
        # "Global Sentinel (GS26) planning conference": the short name in brackets is passed over.
        brackets = _SHORT_NAME.match(text, end) if follows[0] == " (" else None
        return brackets is None or bool(_follows().match(text, brackets.end()))
    # "the exercise AsterX", "operation Olympic Defender": a name that goes with a common noun.
    if text[start].islower():
        if text[start:end] in _ADJECTIVES:
            # "the trilateral Memorandum of Understanding"
            return False
        return bool(_NAME_NEXT.match(text, end))
    # "Headquarters Australia", "AsterX 25": capitals after capitals are one name.
    return False
