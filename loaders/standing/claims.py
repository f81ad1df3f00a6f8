"""Membership claims as arrays: who claims what of which pair, with each claim's day bounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from loaders.preference import OPEN_FUTURE, OPEN_PAST, Numbers, day_numbers, of_articles
from loaders.reference.models import CoalitionKind
from loaders.tables.frames import Frames

Truths = npt.NDArray[np.bool_]

EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class Span:
    """The first and last day that each claim's date can mean, and whether there is a date."""

    earliest: Numbers
    latest: Numbers
    given: Truths

    def taken(self, rows: Any) -> Span:
        """Give the rows asked for."""
        return Span(self.earliest[rows], self.latest[rows], self.given[rows])


@dataclass(frozen=True)
class Pairs:
    """Every coalition and nation that is asked about, in order: a claim refers to its place."""

    coalition: pd.Series[Any]
    nation: pd.Series[Any]

    def __len__(self) -> int:
        return len(self.coalition)


@dataclass(frozen=True)
class Claims:
    """The known claims, the preferred first; every array is as long as `frame`.

    An `end` is stated, or is the coalition's own last day, or the edition's; an attestation
    that is not stated is the day on which the source became public.
    """

    frame: pd.DataFrame
    pair: Numbers
    tier: Numbers
    copy_group: Numbers
    start: Span
    attested: Span
    end: Span
    attestation_stated: Truths

    def __len__(self) -> int:
        return len(self.pair)

    @property
    def counts(self) -> Truths:
        """Which claims are of a status that counts as membership."""
        return self.frame["counts"].to_numpy(dtype=bool)


def day_number(day: date) -> int:
    """Days since 1970."""
    return (day - EPOCH).days


def with_descendants(tables: Frames, coalitions: Sequence[str]) -> list[str]:
    """Coalitions and everything below them: a series with its editions."""
    frame = tables["coalitions"]
    wanted, size = set(coalitions), -1
    while len(wanted) > size:
        size = len(wanted)
        wanted |= set(frame.loc[frame["parent"].isin(wanted), "slug"])
    return sorted(wanted)


def read_claims(
    tables: Frames,
    coalitions: Sequence[str] | None,
    known_by: date | None,
    nations: Sequence[str] | None,
) -> tuple[Pairs, Claims]:
    """Read the claims known by a day about the coalitions and nations asked for.

    Pairs come from all claims, known or not, so that an earlier `known_by` shows "no evidence"
    rather than fewer rows; where nations are asked for, each of them has its row.
    """
    frame = tables["memberships"]
    if coalitions is not None:
        frame = frame[frame["coalition"].isin(list(coalitions))]
    if nations is not None:
        frame = frame[frame["nation"].isin(list(nations))]
    pairs, codes = _pairs(frame, coalitions, nations)
    articles = of_articles(tables, frame["article"])
    order = np.lexsort((articles["known"], articles["tier"]))
    if known_by is not None:
        order = order[articles["known"].to_numpy()[order] <= day_number(known_by)]
    frame, articles = frame.iloc[order], articles.iloc[order]
    return pairs, _claims(tables, frame, articles, codes[order])


def _pairs(
    frame: pd.DataFrame, coalitions: Sequence[str] | None, nations: Sequence[str] | None
) -> tuple[Pairs, Numbers]:
    coalition, nation = frame["coalition"].astype("str"), frame["nation"].astype("str")
    slugs = pd.Index(sorted({*coalition.unique(), *(coalitions or ())}))
    codes = pd.Index(sorted({*nation.unique(), *(nations or ())}))
    own = frame["coalition"].cat, frame["nation"].cat
    first = slugs.get_indexer(own[0].categories)[own[0].codes.to_numpy()]
    second = codes.get_indexer(own[1].categories)[own[1].codes.to_numpy()]
    keys = first * len(codes) + second
    every = np.arange(len(slugs) * len(codes)) if nations is not None else np.unique(keys)
    size = max(1, len(codes))
    pairs = Pairs(
        pd.Series(pd.Categorical.from_codes(every // size, slugs)),
        pd.Series(pd.Categorical.from_codes(every % size, codes)),
    )
    return pairs, np.searchsorted(every, keys).astype(np.int64)


def _claims(tables: Frames, frame: pd.DataFrame, articles: pd.DataFrame, pair: Numbers) -> Claims:
    known = np.where(
        articles["known"].to_numpy() == OPEN_FUTURE, OPEN_PAST, articles["known"].to_numpy()
    )
    start, end, stated = (_span(frame, name) for name in ("start_date", "end_date", "attested_on"))
    undated = ~(start.given | end.given | stated.given)
    attested = _first_given(stated, Span(known, known, undated))
    end = _first_given(end, _coalition_end(tables, frame, start, attested))
    start, shown, end = _within_own_end(start, attested, end)
    within = attested.given & ~(end.given & (attested.earliest > end.latest))
    tier, group = (articles[name].to_numpy(dtype=np.int64) for name in ("tier", "copy_group"))
    return Claims(frame, pair, tier, group, start, shown, end, within)


def _span(frame: pd.DataFrame, name: str) -> Span:
    return Span(
        day_numbers(frame[f"{name}_earliest"], OPEN_PAST),
        day_numbers(frame[f"{name}_latest"], OPEN_FUTURE),
        frame[name].notna().to_numpy(),
    )


def _first_given(one: Span, other: Span) -> Span:
    return Span(
        np.where(one.given, one.earliest, other.earliest),
        np.where(one.given, one.latest, other.latest),
        one.given | other.given,
    )


def _coalition_end(tables: Frames, frame: pd.DataFrame, start: Span, attested: Span) -> Span:
    """Where a claim states no end: the coalition's last day.

    Taking part in an exercise ends with the edition, so an edition whose last day is unknown
    ends, as far as anyone can tell, within the days that it is dated by.
    """
    coalitions = tables["coalitions"]
    cat = frame["coalition"].cat
    place = pd.Index(coalitions["slug"]).get_indexer(cat.categories)[cat.codes.to_numpy()]
    missing = place < 0
    if not len(coalitions):
        return Span(start.earliest, start.latest, missing & False)
    place = np.where(missing, 0, place)
    last, first = (
        _span(coalitions, "last_day").taken(place),
        _span(coalitions, "first_day").taken(place),
    )
    kinds = coalitions["kind"].astype("str").to_numpy()[place]
    spans = (first, start, attested)
    earliest = np.min([np.where(s.given, s.earliest, OPEN_FUTURE) for s in spans], axis=0)
    latest = np.max([np.where(s.given, s.latest, OPEN_PAST) for s in spans], axis=0)
    edition = Span(earliest, latest, (kinds == CoalitionKind.EXERCISE) & (latest > OPEN_PAST))
    either = _first_given(last, edition)
    return Span(either.earliest, either.latest, either.given & ~missing)


def _within_own_end(start: Span, attested: Span, end: Span) -> tuple[Span, Span, Span]:
    """Make a claim's own dates agree: it joined by its end, and stood so until then.

    A report after an exercise shows taking part in it, not on the day of the report: it counts
    for the end. So does a claim that states nothing but an end.
    """
    began = np.where(start.given, start.earliest, OPEN_PAST)
    # An end before its own beginning says nothing (a claim stated so does not pass `check`).
    end = Span(np.maximum(end.earliest, began), end.latest, end.given & (end.latest >= began))
    by_end = np.where(end.given, np.minimum(start.latest, end.latest), start.latest)
    joined = Span(start.earliest, by_end, start.given)
    after = end.given & attested.given & (attested.earliest > end.latest)
    at_end = after | (end.given & ~attested.given & ~start.given)
    capped = np.where(end.given, np.minimum(attested.latest, end.latest), attested.latest)
    shown = Span(
        np.where(at_end, end.earliest, attested.earliest),
        np.where(at_end, end.latest, capped),
        attested.given | at_end,
    )
    return joined, shown, end
