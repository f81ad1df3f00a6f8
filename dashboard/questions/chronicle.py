"""All announcements of one data version, grouped into events, made ready for the timeline.

Lanes go by coalition; an edition or body lies in the lane of the series or alliance it is part
of. Beyond the lanes used most, the rest share one; beyond a number of marks, periods are counted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, partial

import numpy as np
import pandas as pd

from dashboard.atlas import Atlas
from dashboard.filters import Filters, keep_announcements
from dashboard.questions.events import events_kept
from dashboard.questions.facets import (
    Facet,
    Mask,
    Narrowed,
    facet_of,
    facet_of_lists,
    having_all,
    narrowed,
)
from dashboard.records import records

# Keys of the lanes that are no coalition.
NONE, OTHER = "none", "other"
# As many as the palette has colours.
MOST_LANES = 8
MOST_MARKS = 500
_ANSWERS_KEPT = 32


class Unit(StrEnum):
    """By what events are counted where single marks would be too many."""

    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True)
class Passed:
    """The events that pass the filters, with their `lanes`, and the undated claims hidden."""

    rows: pd.DataFrame
    facets: Mapping[str, Facet]
    undated: int


@dataclass(frozen=True)
class Chronicle:
    """What the timeline asks: events by filters (shared: do not change), and their texts."""

    atlas: Atlas
    texts: Mapping[str, str]
    roots: Mapping[str, str]
    passing: Callable[[Filters], Passed]


def chronicle_of(atlas: Atlas) -> Chronicle:
    """Make the announcements of an atlas ready; what was asked lately is remembered."""
    roots = _roots(atlas)
    passing = lru_cache(_ANSWERS_KEPT)(partial(_passing, atlas, roots))
    return Chronicle(atlas, _texts(atlas), roots, passing)


def _roots(atlas: Atlas) -> dict[str, str]:
    """The topmost coalition above each one, itself where it is part of nothing."""
    parents = dict(
        zip(*(atlas.tables["coalitions"][name] for name in ("slug", "parent")), strict=True)
    )
    roots = {}
    for slug in parents:
        root, seen = slug, {slug}
        while (
            isinstance(above := parents.get(root), str) and above in parents and above not in seen
        ):
            root = above
            seen.add(root)
        roots[slug] = root
    return roots


def _texts(atlas: Atlas) -> dict[str, str]:
    """What words are looked for in: title, place, passage and note of every claim of an event."""
    claims = atlas.tables["announcements"]
    evidence = atlas.tables["evidence"]
    evidence = evidence[evidence["fact_table"] == "announcements"]
    held: dict[str, list[str]] = {}
    for fact, *said in zip(evidence["fact"], evidence["exact"], evidence["note"], strict=True):
        held.setdefault(fact, []).extend(text for text in said if isinstance(text, str))
    found: dict[str, list[str]] = {}
    columns = (claims[name] for name in ("event", "id", "title", "place"))
    for event, key, title, place in zip(*columns, strict=True):
        place = [place] if isinstance(place, str) else []
        found.setdefault(event, []).extend([title, *place, *held.get(key, ())])
    return {event: "\n".join(texts).casefold() for event, texts in found.items()}


def _passing(atlas: Atlas, roots: Mapping[str, str], filters: Filters) -> Passed:
    kept = keep_announcements(atlas, filters)
    rows = events_kept(atlas, kept)
    lanes = [
        tuple(dict.fromkeys(roots.get(slug, slug) for slug in slugs)) or (NONE,)
        for slugs in rows["coalitions"]
    ]
    rows = rows.assign(lanes=pd.Series(lanes, dtype=object, index=rows.index))
    facets = {"kind": facet_of(rows["kind"].astype("str")), "lane": facet_of_lists(rows["lanes"])}
    return Passed(rows, facets, kept.undated)


def told(
    chronicle: Chronicle, filters: Filters, words: str, chosen: Mapping[str, Sequence[str]]
) -> tuple[pd.DataFrame, Narrowed]:
    """Give the events that pass the filters, hold every word, and have a kind and lane chosen.

    In order of time, with the counts of both facets (`kind`, `lane`).
    """
    passed = chronicle.passing(filters)
    found = narrowed(passed.facets, chosen, _holding(chronicle, passed.rows, words))
    return passed.rows[found.mask], found


def number_told(
    chronicle: Chronicle, filters: Filters, words: str, chosen: Mapping[str, Sequence[str]]
) -> int:
    """How many events `told` would give."""
    passed = chronicle.passing(filters)
    base = _holding(chronicle, passed.rows, words)
    return int(np.count_nonzero(having_all(passed.facets, chosen, base)))


def _holding(chronicle: Chronicle, rows: pd.DataFrame, words: str) -> Mask:
    sought = words.casefold().split()
    if not sought:
        return np.ones(len(rows), dtype=np.bool_)
    texts = [chronicle.texts.get(event, "") for event in rows["event"]]
    return np.array([all(word in text for word in sought) for text in texts], dtype=np.bool_)


@dataclass(frozen=True)
class Laned:
    """One row per dated event and lane (`lane`), and the lanes from top to bottom.

    `folded` are the lanes that lie in the one called OTHER.
    """

    rows: pd.DataFrame
    lanes: tuple[str, ...]
    folded: tuple[str, ...]


def in_lanes(
    rows: pd.DataFrame, *, only: Sequence[str] = (), most: int | None = MOST_LANES
) -> Laned:
    """Lay events into lanes, those of most events first, those without a coalition last.

    `only` keeps some lanes; of more than `most` (None = all), those used least become one.
    """
    laid = rows[rows["earliest"].notna()].copy()
    laid["lane"] = [list(lanes) for lanes in laid["lanes"]]
    laid = laid.explode("lane", ignore_index=True)
    if only:
        laid = laid[laid["lane"].isin(only)].reset_index(drop=True)
    numbers = laid["lane"].value_counts()
    ordered = sorted(
        (lane for lane in numbers.index if lane != NONE), key=lambda lane: (-numbers[lane], lane)
    )
    folded: tuple[str, ...] = ()
    if most is not None and len(ordered) > most and not only:
        folded = tuple(ordered[most:])
        laid["lane"] = laid["lane"].where(~laid["lane"].isin(folded), OTHER)
        laid = laid.drop_duplicates(["event", "lane"], ignore_index=True)
        ordered = [*ordered[:most], OTHER]
    return Laned(laid, (*ordered, *([NONE] if NONE in numbers.index else [])), folded)


def unit_needed(laid: pd.DataFrame, most: int = MOST_MARKS) -> Unit | None:
    """By what to count so that a figure stays within a number of marks; None = single marks do."""
    if len(laid) <= most:
        return None
    marks = pd.DataFrame({"lane": laid["lane"], "period": _periods(laid, Unit.MONTH)})
    return Unit.MONTH if len(marks.drop_duplicates()) <= most else Unit.YEAR


def _periods(laid: pd.DataFrame, unit: Unit) -> pd.Series:
    """The first day of the period that the middle of each event's possible days lies in."""
    middle = laid["earliest"] + (laid["latest"] - laid["earliest"]) / 2
    days = middle.to_numpy().astype("datetime64[M]" if unit is Unit.MONTH else "datetime64[Y]")
    return pd.Series(days.astype("datetime64[s]"), index=laid.index)


def counted_by(laid: pd.DataFrame, unit: Unit) -> pd.DataFrame:
    """Count events by lane and period: lane, first and last (days), number, kinds (label → number).

    An event counts in the period that the middle of its possible days lies in.
    """
    marks = pd.DataFrame({
        "lane": laid["lane"].astype("str"), "first": _periods(laid, unit),
        "kind": laid["kind_label"].astype("str"),
    })  # fmt: skip
    numbers = marks.value_counts(["lane", "first", "kind"]).reset_index(name="number")
    kinds: dict[tuple[str, pd.Timestamp], dict[str, int]] = {}
    for row in records(numbers):
        kinds.setdefault((row["lane"], row["first"]), {})[row["kind"]] = int(row["number"])
    step = pd.DateOffset(months=1 if unit is Unit.MONTH else 12)
    rows = [
        (lane, first, first + step - pd.Timedelta(days=1), sum(some.values()), some)
        for (lane, first), some in sorted(kinds.items(), key=lambda item: item[0])
    ]
    return pd.DataFrame(rows, columns=["lane", "first", "last", "number", "kinds"])
