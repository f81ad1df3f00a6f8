"""When: the dated expressions of a text, as EDTF, with the day of publication as their anchor.

Rules, after the AP Stylebook's use of days of the week and our own design:
a weekday is the latest such day, the day of publication included, or in a clause that looks
forward the next one; what the words leave open stays open (`last month` is a month, `late 2024`
one day of its last four months); without a day of publication a relative expression has no EDTF.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from loaders.extraction.dates.anchors import Anchor, Resolved
from loaders.extraction.dates.calendar import (
    TRIGGER_ORDINAL,
    TRIGGER_QUARTER,
    TRIGGER_YEAR,
    time_pattern,
    trigger_words,
)
from loaders.extraction.dates.context import CLOSER, LEANING, REACH, closer, leant
from loaders.extraction.dates.dated_days import DAY_RESOLVERS, Way
from loaders.extraction.dates.dated_periods import PERIOD_RESOLVERS
from loaders.extraction.dates.tense import SHAPES_WITH_TENSE as _TENSED
from loaders.extraction.dates.tense import is_bare_month_a_date, looks_forward
from loaders.extraction.language.phrases import Phrases

_WINDOW_BEFORE, _WINDOW_AFTER = 26, 48


class TimeExpression(NamedTuple):
    """A dated expression: `edtf` is None where it could not be tied to a day of publication.

    `relative` says that it needs that day; `forward` that its clause looks ahead.
    """

    start: int
    end: int
    edtf: str | None
    relative: bool
    forward: bool


def find_times(text: str, published: str | None) -> tuple[TimeExpression, ...]:
    """Every dated expression in `text`, in order; `published` is the article's day as EDTF."""
    return tuple(_times(text, Anchor.of(published)))


#: "Vision 2031", "Agenda 2030": the year is part of a name.
_NAMED = re.compile(
    r"\b(?:Vision|Agenda|Horizon|Strategy|Plan|Roadmap|Europe|Goal|Target|Concept) \Z"
)


#: "The Clear Sky 2018 exercise": a name, its year and the noun it goes with.
_IN_NAME = re.compile(
    r"\b(?!(?:In|Since|By|Until|From|During|Before|After|For|Fiscal|Year|Spring|Summer|Autumn|Fall|"
    r"Winter|The|A|Early|Late)\b)[A-Z][\w-]+ \Z"
)
_NOUN_NEXT = re.compile(
    r" (?:[a-z-]+ ){0,3}(?:exercise|drill|wargame|conference|symposium|summit|forum|workshop|"
    r"event|CPX)s?\b"
)


def _is_of_name(text: str, start: int, end: int) -> bool:
    """Whether a year is part of a name: "Vision 2031", "the Clear Sky 2018 exercise"."""
    low = max(0, start - 24)
    if _NAMED.search(text, low, start):
        return True
    named = _IN_NAME.search(text, low, start)
    return bool(named and (_NOUN_NEXT.match(text, end) or text.startswith(("”", '"'), end)))


def _times(text: str, anchor: Anchor) -> Iterator[TimeExpression]:
    pattern = time_pattern()
    last: TimeExpression | None = None
    for start, end in _windows(text):
        for match in pattern.finditer(text, start, end):
            # Few of the many groups are filled.
            filled = zip(_shapes(), match.groups(), strict=True)
            groups = {shape: found for shape, found in filled if found}
            if text.endswith("Long ", 0, match.start()):  # the rocket, not the month
                continue
            if "bare_month" in groups and not is_bare_month_a_date(text, match):
                continue
            if "year" in groups and _is_of_name(text, *match.span()):
                continue
            tense = None if _TENSED.isdisjoint(groups) else looks_forward(text, *match.span())
            resolved = _in_context(text, match.start(), groups, last)
            if resolved is None:
                if not LEANING.isdisjoint(groups) or (tense is None and "ordinal" in groups):
                    continue
                resolved = _resolve(groups, anchor, tense)
            if resolved is not None:
                last = TimeExpression(*match.span(), resolved.edtf, resolved.relative, bool(tense))
                yield last


def _in_context(
    text: str, start: int, groups: dict[str, str], last: TimeExpression | None
) -> Resolved | None:
    """What the date before makes of an expression that leans on it; None where none does."""
    if last is None or last.edtf is None or start - last.end > REACH:
        return None
    if "\n" in text[last.end : start]:
        return None
    if CLOSER.fullmatch(text, last.end, start) and (found := _day_within(groups, last.edtf)):
        return found
    following = groups.get("which", "").lower() in ("the following", "the previous")
    if following and groups["which_unit"] in ("day", "week", "month", "year"):
        return leant(groups, last.edtf)
    return leant(groups, last.edtf) if not LEANING.isdisjoint(groups) else None


def _day_within(groups: dict[str, str], edtf: str) -> Resolved | None:
    try:
        return closer(groups, edtf)
    except ValueError:  # the 31st of a short month
        return None


@cache
def _shapes() -> tuple[str, ...]:
    return tuple(time_pattern().groupindex)


_RESOLVERS = DAY_RESOLVERS | PERIOD_RESOLVERS


def _resolve(groups: dict[str, str], anchor: Anchor, forward: Way) -> Resolved | None:
    """The EDTF of a match of `calendar.time_pattern`; None where it is no date at all."""
    for group in groups:
        if resolver := _RESOLVERS.get(group):
            try:
                return resolver(groups, anchor, forward)
            except (ValueError, OverflowError):  # the 30th of February, the year 0
                return Resolved(None, False)
    return None


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """The stretches around the words that every dated expression has one of, merged."""
    opened, closed = 0, -1
    words = ((start, end) for start, end, _ in _trigger_words().find(text))
    years = (match.span() for match in TRIGGER_YEAR.finditer(text))
    lacking = (*TRIGGER_ORDINAL.finditer(text), *TRIGGER_QUARTER.finditer(text))
    others = ((match.start() - 1, match.end()) for match in lacking)
    for first, last in sorted([*words, *years, *others]):
        start, end = max(0, first - _WINDOW_BEFORE), last + _WINDOW_AFTER
        if start > closed:
            if closed >= 0:
                yield opened, closed
            opened = _word_edge(text, start)
        closed = max(closed, end)
    if closed >= 0:
        yield opened, min(closed, len(text))


@cache
def _trigger_words() -> Phrases:
    return Phrases(trigger_words(), lasting=True)


_BLANK = re.compile(r"\s|\Z")


def _word_edge(text: str, start: int) -> int:
    edge = _BLANK.search(text, start) if start else None
    return min(edge.start(), start + _WINDOW_BEFORE) if edge else start
