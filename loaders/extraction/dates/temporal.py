"""When: the dated expressions of a text, as EDTF, with the day of publication as their anchor.

Rules, after the AP Stylebook's use of days of the week and our own design:
a weekday is the latest such day, the day of publication included, or in a clause that looks
forward the next one; what the words leave open stays open (`last month` is a month, `late 2024`
one day of its last four months); without a day of publication a relative expression has no EDTF.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import compress
from typing import NamedTuple

from loaders.extraction.dates.anchors import Anchor, Resolved
from loaders.extraction.dates.calendar import (
    TRIGGER_ORDINAL,
    TRIGGER_QUARTER,
    TRIGGER_YEAR,
    trigger_words,
    weekdays,
)
from loaders.extraction.dates.containing import end_of, holds, lent_year, unit_of
from loaders.extraction.dates.context import (
    CLOSER,
    LEANING,
    OF_DAY,
    REACH,
    REACH_OF_DAY,
    closer,
    in_turn,
    leant,
)
from loaders.extraction.dates.dated_days import DAY_RESOLVERS, Groups, Way
from loaders.extraction.dates.dated_periods import PERIOD_RESOLVERS
from loaders.extraction.dates.distances import DISTANCE_RESOLVERS
from loaders.extraction.dates.precision import is_day
from loaders.extraction.dates.shapes import time_pattern
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


def _times(text: str, anchor: Anchor) -> list[TimeExpression]:
    found = _Found(text, anchor)
    for start, end in _windows(text):
        for match in time_pattern().finditer(text, start, end):
            # Few of the many groups are filled.
            filled = match.groups()
            groups = dict(compress(zip(_shapes(), filled, strict=True), filled))
            if text.endswith("Long ", 0, match.start()):  # the rocket, not the month
                continue
            if "bare_month" in groups and not is_bare_month_a_date(text, match):
                continue
            if "year" in groups and _is_of_name(text, *match.span()):
                continue
            if "hence" in groups and _is_how_long(text, match.start()):
                continue
            found.add(*match.span(), groups)
    return found.times


class _Found:
    """The dates of a text so far: each may tell the next, or be told closer by it."""

    def __init__(self, text: str, anchor: Anchor) -> None:
        self.text, self.anchor = text, anchor
        self.times: list[TimeExpression] = []
        self._groups: Groups = {}

    def add(self, start: int, end: int, groups: Groups) -> None:
        """Add what a match comes to, if it is a date."""
        tense = None
        if not _TENSED.isdisjoint(groups):
            tense = looks_forward(self.text, start, end, nearest=not _is_weekday(groups))
        if self._holds_last(start, end, groups):
            return
        resolved = _in_context(self.text, start, groups, self._last())
        if resolved is None and not tense:
            resolved = self._in_turn(start, groups)
        if resolved is None:
            if not LEANING.isdisjoint(groups) or (tense is None and "ordinal" in groups):
                return
            resolved = _resolve(groups, self.anchor, tense)
        if resolved is None:
            return
        self._lend_year(start, groups, resolved.edtf)
        new = TimeExpression(start, end, resolved.edtf, resolved.relative, bool(tense))
        if not new.relative and self._only_leads_to(start):
            self.times.pop()
        last = self._last()
        if (
            last
            and last.end + len(" and ") >= start
            and (days := _days_in_a_row(self.text, last, new))
        ):
            self.times[-1] = new = new._replace(start=last.start, edtf=days)
        else:
            self.times.append(new)
        self._groups = groups

    def _last(self) -> TimeExpression | None:
        return self.times[-1] if self.times else None

    def _in_turn(self, start: int, groups: Groups) -> Resolved | None:
        """The date in the year of the one that it follows in a row, if it has none of its own."""
        last = self._last()
        if last is None or last.relative or last.edtf is None or start - last.end > _ROW:
            return None
        if _ROW_SHAPES.isdisjoint(groups):
            return None
        resolved = in_turn(groups, self.text[last.end : start], last.edtf)
        today = self.anchor.day.isoformat() if self.anchor.day else _NO_DAY
        return resolved if resolved and (resolved.edtf or "") <= today else None

    def _only_leads_to(self, start: int) -> bool:
        """Whether the last date only says in passing what is stated here, as "The next year, on
        12 December 1959" does.
        """
        last = self._last()
        if last is None or "lean" not in self._groups:
            return False
        return CLOSER.fullmatch(self.text, last.end, start) is not None

    def _holds_last(self, start: int, end: int, groups: Groups) -> bool:
        """Whether the match is the year, month or week of the date before: then it is one date."""
        last, unit = self._last(), unit_of(groups)
        if last is None or unit is None:
            return False
        if start - last.end > _NEXT or not holds(groups, self.text[last.end : start], self._groups):
            return False
        before = self.times[-2] if len(self.times) > 1 else None
        period = _in_context(self.text, start, groups, before)
        if period is None and LEANING.isdisjoint(groups):
            period = _resolve(groups, self.anchor, None)
        if period is None:
            return False
        held = Resolved(None, True)
        if period.edtf:
            held = _resolve(self._groups, end_of(unit, period.edtf), False) or held
        self.times[-1] = TimeExpression(last.start, end, held.edtf, True, last.forward)
        return True

    def _lend_year(self, start: int, groups: Groups, edtf: str | None) -> None:
        """Give the date before the year of this one, where it stands for both."""
        last = self._last()
        if last is None or start - last.end > _NEXT:
            return
        anchor = lent_year(groups, self.text[last.end : start], self._groups, edtf)
        lent = _resolve(self._groups, anchor, False) if anchor else None
        if lent and lent.edtf and lent.edtf < (edtf or ""):
            self.times[-1] = TimeExpression(last.start, last.end, lent.edtf, False, last.forward)


_RESPECTIVELY = re.compile(r",? respectively\b")


def _days_in_a_row(text: str, one: TimeExpression, next_: TimeExpression) -> str | None:
    """ "On 30 June and 1 July": the stretch of two days that follow across the end of a month."""
    if text[one.end : next_.start] != " and " or _RESPECTIVELY.match(text, next_.end):
        return None
    days = one.edtf or "", next_.edtf or ""
    if not all(map(is_day, days)):
        return None
    first, last = map(date.fromisoformat, days)
    across = last - first == timedelta(days=1) and last.day == 1
    return f"{first}/{last}" if across else None


def _is_weekday(groups: Groups) -> bool:
    return "weekday" in groups or groups.get("which_unit") in weekdays()


#: "It will be the third meeting in five years": how long it took.
_RECORD = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|only|last|latest|most|times?|\w{3,}est)\b[^.;,]*\Z"
)


def _is_how_long(text: str, start: int) -> bool:
    return bool(_RECORD.search(text, max(0, start - 60), start))


#: The shapes that may take their year from the date before, and how far before.
_ROW_SHAPES = frozenset({"bare_month", "us_month", "day_month"})
_ROW = 90
_NO_DAY = "9999"
#: Farther apart no date holds another.
_NEXT = len(", and again from the ")


_OF_SAME_DAY = frozenset({"day_of_stretch", "hours"})


def _in_context(
    text: str, start: int, groups: Groups, last: TimeExpression | None
) -> Resolved | None:
    """What the date before makes of an expression that leans on it; None where none does."""
    same_day = groups.get("same_unit") in OF_DAY or not _OF_SAME_DAY.isdisjoint(groups)
    if (
        last is None
        or last.edtf is None
        or start - last.end > (REACH_OF_DAY if same_day else REACH)
    ):
        return None
    if "\n" in text[last.end : start] and not same_day:
        return None
    if CLOSER.fullmatch(text, last.end, start) and (found := _day_within(groups, last.edtf)):
        return found
    if LEANING.isdisjoint(groups) and (
        "lean" not in groups
        or _WITHIN_NEXT.search(text, max(0, start - 8), start + len("the next"))
    ):
        return None
    return leant(groups, last.edtf)


#: "Over the next year" is told from now.
_WITHIN_NEXT = re.compile(r"\b(?:in|over|within|during|for) the next\Z")


def _day_within(groups: Groups, edtf: str) -> Resolved | None:
    try:
        return closer(groups, edtf)
    except ValueError:  # the 31st of a short month
        return None


@cache
def _shapes() -> tuple[str, ...]:
    return tuple(time_pattern().groupindex)


_RESOLVERS = DAY_RESOLVERS | PERIOD_RESOLVERS | DISTANCE_RESOLVERS


def _resolve(groups: Groups, anchor: Anchor, forward: Way) -> Resolved | None:
    """The EDTF of a match of `shapes.time_pattern`; None where it is no date at all."""
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
