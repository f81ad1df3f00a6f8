"""Where an event happens: the town, else the site, named in its sentence; else the dateline's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.announcements.circumstances import Circumstances
from loaders.extraction.announcements.word_patterns import any_of
from loaders.extraction.dates.calendar import day_months, either, month_names
from loaders.extraction.dates.distances import SOME_TIME_FROM
from loaders.extraction.language.vocabulary import words
from loaders.extraction.survey.recency import RECENT_DAYS, days_before
from loaders.extraction.texts.document import Span

_LONG_MONTHS = "|".join(name for name in month_names() if len(name) > len("May"))
#: "In St. Louis Dec. 20": a month is no part of the name, "D.C." is.
#: "In April Germany": nor is one behind "in", but "in August, Georgia" and "in May Pen".
_MONTH = rf"(?!(?:{either(day_months())})\b\.? ?\d|[A-Z]\w+day\b|(?<=in )(?:{_LONG_MONTHS}) [A-Z])"
_NAME = rf"(?:(?:St|Mt|Ft)\. )?{_MONTH}(?:D\.C\.|[A-ZÀ-Þ][\w’'-]*)"
_NAMES = rf"{_NAME}(?:(?: | of | de | du | la | and the | of the )(?:{_NAME}))*"
_PLACE = re.compile(
    rf"\b(in|at|aboard|near|outside|from|to) (?:the |a )?"
    rf"(?:(?:U\.S\.|US|UK|[A-Z][a-z]+n) (?:state|town|city|capital|port|island|province) (?:of )?)?"
    rf"(?:new |historic |old |nearby |first )?({_NAMES})"
)
#: Kinds of events that happen where the dateline says, if the sentence names no place.
_LOCAL = frozenset(
    {
        "meeting",
        "conference",
        "exercise",
        "agreement",
        "visit",
        "appointment",
        "launch",
        "establishment",
        "accession",
    }
)
_FIRST_PARAGRAPHS = 4


def place_of_event(around: Circumstances, kind: str, when: str | None) -> str | None:
    """The town, else the site, named behind "in" or "at"; in the lead the dateline's place.

    `when` is the event's day: what was months before, or will be, was not at the dateline's place.

    A name behind the verb comes before one in front of it, and a nation's after all others.
    """
    if kind == "visit" and (visited := _visited(around)):
        return visited
    named = [m for m in _PLACE.finditer(around.text) if not _is_elsewhere(around, m, kind)]
    chosen = min(named, key=lambda match: _rank(around, match), default=None)
    document = around.survey.document
    if chosen is not None:
        found = chosen[2]
        # "announced at Space Symposium": the gathering's town is the dateline's.
        is_gathering = found.split()[-1] in words("event_words", "gatherings")
        if not is_gathering:
            return found
        return f"{found}, {document.place}" if document.place else None
    in_lead = document.paragraph_at(around.sentence.start) < _FIRST_PARAGRAPHS
    if not in_lead or kind not in _LOCAL:
        return None
    past = days_before(around.survey, when)
    near = past is None or -_NEAR_DAYS <= past <= RECENT_DAYS
    return document.place if near else None


#: So many days ahead the dateline's place is still that of what will happen.
_NEAR_DAYS = 7


def _is_elsewhere(around: Circumstances, match: re.Match[str], kind: str) -> bool:
    if (match[1] == "from" and kind != "launch") or (match[1] == "to" and kind != "establishment"):
        return True
    if around.text.startswith(".S", match.end()):
        return True
    if _WHOSE_PLACE.search(around.text, 0, match.start()):
        return True
    aside = SOME_TIME_FROM.search(around.text, 0, match.start())
    if aside and around.sentence.start + aside.start() > around.trigger.start:
        # "…, a day after Chile did the same in Lima"
        return True
    return _is_far(around, match) or _is_no_place(match) or _is_coalition(around, match)


#: "signed with its counterparts in Canada": where they are, not where it was signed.
_WHOSE_PLACE = re.compile(r"\b(?:counterparts?|colleagues|partners|allies|peers|friends) \Z")


def _rank(around: Circumstances, match: re.Match[str]) -> tuple[bool, bool, bool, bool, int]:
    start = around.sentence.start + match.start(2)
    mentions = around.survey.mentions_in(start, around.sentence.start + match.end(2))
    is_nation = any(m.start == start and m.end == start + len(match[2]) for m in mentions)
    before = start < around.trigger.start
    is_region = match[2] in words("event_words", "regions")
    return is_nation, is_region, before, match[1] != "in", start


_VISITED = re.compile(rf" (?:the )?(?:[a-z]+ ){{0,2}}?({_NAMES})")


def _visited(around: Circumstances) -> str | None:
    """What "visited", "arrived in" or "toured" takes."""
    text = around.survey.document.text
    if not _GOING.search(text, around.trigger.start, around.trigger.end):
        return None
    match = _VISITED.match(text, around.trigger.end, around.sentence.end)
    if match is None or match[1].split()[0] in words("event_words", "not_place_starts"):
        return None
    if any_of("dignitaries").search(match[1]):
        return None
    return None if match[1].split()[0] in words("event_words", "not_places") else match[1]


_GOING = re.compile(r"\b(?:visit|tour|travel|fl(?:y|ew|ies)|arriv|land|stop|call|head|depart)")
_FARTHEST_PLACE = 150


def _is_far(around: Circumstances, match: re.Match[str]) -> bool:
    """Whether it stands too far behind the trigger to be its place."""
    return around.sentence.start + match.start() - around.trigger.end > _FARTHEST_PLACE


def _is_no_place(match: re.Match[str]) -> bool:
    parts = match[2].split()
    if len(parts) == 1 and parts[0] in words("event_words", "not_places"):
        return True
    if parts[0] in words("event_words", "not_place_starts"):
        return True
    if any("’s" in part or "'s" in part for part in parts):
        return True
    if _NO_NAME.search(match[2]) or _OF_NO_TOWN.match(match.string, match.end()):
        return True
    if _GOES_ON_FOR.match(match.string, match.end()):
        return True
    return match[1] == "in" and not words("event_words", "not_place_ends").isdisjoint(parts)


#: "Japan's participation in the Ramses mission".
_OF_NO_TOWN = re.compile(
    r" (?:mission|programme|program|project|initiative|constellation|exercise|operation|series)\b"
)
#: "at the National Centre for Space Studies": half a name is none.
_GOES_ON_FOR = re.compile(r"(?<=(?:Centre|Center)) for [A-Z]|(?<=Institute) (?:for|on) [A-Z]")
#: "in June2023", "to the Philippines’ agency", a signature's "JOSEPH R".
_NO_NAME = re.compile(r"\d|[’']\Z| [A-Z]\Z")


def _is_coalition(around: Circumstances, match: re.Match[str]) -> bool:
    start = around.sentence.start + match.start(2)
    end = around.sentence.start + match.end(2)
    return any(
        m.start <= start + 4 and m.end >= end - 4
        for m in around.survey.coalition_mentions_in(max(0, start - 10), end + 60)
    )


def places_named(around: Circumstances) -> Iterator[Span]:
    """Where the sentence names a place behind "in" or "at"."""
    for match in _PLACE.finditer(around.text):
        yield Span(around.sentence.start + match.start(2), around.sentence.start + match.end(2))
