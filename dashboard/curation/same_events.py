"""Events already told that an announcement may tell again, so that its claims meet (pure)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import Any

import pandas as pd

from dashboard.atlas import Atlas
from dashboard.records import records
from loaders import dates
from loaders.slugs import slugify

# An event is told of on its day or some days after; plans name the day long before.
_NEAR_DAYS = 21
_MOST = 3
_ENOUGH = 2.0
_EMPTY_WORDS = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "its", "of", "on", "or", "the", "to"}
    | {"will", "with", "new", "space", "meeting"}
)


@dataclass(frozen=True)
class ToldBefore:
    """An event that is held: its slug, title, day in words, and by how many articles."""

    event: str
    title: str
    when: str
    articles: int


def told_before(atlas: Atlas, plain: Mapping[str, Any], article: str) -> list[ToldBefore]:
    """Give the held events that an announcement may be about, the likeliest first.

    Near in date, and sharing a coalition, most of its nations or of its title's words. What only
    the same `article` tells is left out.
    """
    claims = atlas.tables["announcements"]
    others = claims[_near(claims, plain) & (claims["article"].astype("str") != article)]
    scores: dict[str, float] = {}
    for row in records(others):
        score = _likeness(plain, row)
        if score >= _ENOUGH:
            scores[row["event"]] = max(score, scores.get(row["event"], 0))
    ranked = sorted(scores, key=lambda event: (-scores[event], event))
    return [_told(claims, event) for event in ranked[:_MOST]]


def event_held(atlas: Atlas, event: str, article: str) -> ToldBefore | None:
    """Give the event of a slug where another article tells of it already; else None."""
    claims = atlas.tables["announcements"]
    here = claims[(claims["event"] == event) & (claims["article"].astype("str") != article)]
    return None if here.empty else _told(claims, event)


def free_event(atlas: Atlas, event: str) -> str:
    """Give a name like this one that no article uses for an event."""
    taken = set(atlas.tables["announcements"]["event"].astype("str"))
    numbered = (f"{event}-{number}" for number in count(2))
    return event if event not in taken else next(name for name in numbered if name not in taken)


def _near(claims: pd.DataFrame, plain: Mapping[str, Any]) -> pd.Series[bool]:
    """Which claims can mean a day at most some weeks from the announcement's own."""
    span = _bounds(plain)
    earliest = claims["event_date_earliest"].fillna(claims["date_earliest"])
    latest = claims["event_date_latest"].fillna(claims["date_latest"])
    near = earliest.notna() & latest.notna()
    if span is None:
        return near & False
    slack = timedelta(days=_NEAR_DAYS)
    first, last = pd.Timestamp(span[0]) - slack, pd.Timestamp(span[1]) + slack
    return near & (latest >= first) & (earliest <= last)


def _bounds(plain: Mapping[str, Any]) -> tuple[Any, Any] | None:
    for field in ("event_date", "date"):
        try:
            bounds = dates.bounds(str(plain[field]))
        except (KeyError, ValueError):
            continue
        if bounds.earliest and bounds.latest:
            return bounds.earliest, bounds.latest
    return None


def _likeness(plain: Mapping[str, Any], row: Mapping[str, Any]) -> float:
    """How much an announcement says the same as a claim: shared coalitions, nations, words."""
    coalitions = set(_listed(plain.get("coalitions"))) & set(_listed(row["coalitions"]))
    mine, theirs = _listed(plain.get("nations")), _listed(row["nations"])
    nations = _share(mine, theirs)
    others = bool(mine and theirs) and not nations  # Oman signs, and so does Portugal
    words = _share(_words(plain.get("title")), _words(row["title"]))
    places = {slugify(str(place)) for place in (plain.get("place"), row["place"]) if place}
    same_place = bool(plain.get("place") and row["place"]) and len(places) == 1
    same_kind = plain.get("kind") == row["kind"]
    alike: float = 1.5 * bool(coalitions) + nations + 2 * words + 0.5 * same_kind + same_place
    return alike + 0.5 * _about_the_day(plain, row) - 2 * others


def _about_the_day(plain: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Whether both may mean days at most three apart."""
    mine = _bounds(plain)
    theirs = _bounds({name: day for name, day in row.items() if day})
    if mine is None or theirs is None:
        return False
    slack = timedelta(days=3)
    return bool(mine[0] - slack <= theirs[1] and theirs[0] <= mine[1] + slack)


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else [str(one) for one in value or ()]


def _words(title: Any) -> set[str]:
    return set(slugify(str(title or "")).split("-")) - _EMPTY_WORDS - {""}


def _share(one: Collection[str], other: Collection[str]) -> float:
    """What the two share of the smaller; 0 where either is empty."""
    mine, theirs = set(one), set(other)
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0


def _day_in_words(row: Mapping[str, Any]) -> str:
    """The event's own day, else that of its announcement."""
    day = row["event_date"] or row["date"]
    return dates.in_words(day) if day else "undated"


def _told(claims: pd.DataFrame, event: str) -> ToldBefore:
    here = claims[claims["event"] == event]
    first = records(here.sort_values("event_date_earliest").head(1))[0]
    return ToldBefore(
        event, str(first["title"]), _day_in_words(first), int(here["article"].nunique())
    )
