"""A stint: the days of one unbroken membership, as far as the claims about it go.

Every claim gives up to three acts: joining, being attested, ending. Acts belong to one stint
until an act that is certainly later than an end: then the nation was back, and a new stint
begins. Within a stint, dates that agree narrow one another; dates that do not stay apart, and
the days between them are uncertain (rules 2, 3 and 5 of the design).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

import numpy as np
import pandas as pd

from loaders.preference import OPEN_FUTURE, OPEN_PAST, Numbers, days_of
from loaders.standing.claims import Claims, Pairs, Span, Truths, day_number

FIRST_DAY, LAST_DAY = (day_number(day) for day in (date.min, date.max))
# Wider than any span of days: keeps the running maxima of two pairs apart.
_APART = 4 * OPEN_FUTURE


class Act(IntEnum):
    """What a claim says happened on its day."""

    START = 0
    END = 1
    ATTESTED = 2


@dataclass(frozen=True)
class Acts:
    """One row per dated act of a claim; `stint` is -1 where the claim does not count."""

    claim: Numbers
    kind: Numbers
    earliest: Numbers
    latest: Numbers
    stint: Numbers

    def of(self, kind: Act) -> Truths:
        """Which acts are of this kind, in a stint."""
        return np.asarray((self.kind == kind) & (self.stint >= 0), dtype=np.bool_)


@dataclass(frozen=True)
class Stints:
    """One row per stint, by pair and then by time; days since 1970.

    It certainly was a member from `member_from` to `member_until` (never, where the first is
    after the second), and possibly from `possible_from` to `possible_until`.
    """

    pair: Numbers
    possible_from: Numbers
    member_from: Numbers
    member_until: Numbers
    possible_until: Numbers
    start: Span
    end: Span

    def __len__(self) -> int:
        return len(self.pair)

    def frame(self, pairs: Pairs) -> pd.DataFrame:
        """Give coalition, nation and the four days; a side that is open is empty.

        Where it never certainly was a member, that is from 9999-12-31 to 0001-01-01.
        """
        columns: dict[str, Any] = {
            "coalition": pairs.coalition.iloc[self.pair].array,
            "nation": pairs.nation.iloc[self.pair].array,
        }
        never = self.member_from > self.member_until
        columns["possible_from"] = days_of(self.possible_from)
        columns["member_from"] = days_of(np.where(never, LAST_DAY, self.member_from))
        columns["member_until"] = days_of(np.where(never, FIRST_DAY, self.member_until))
        columns["possible_until"] = days_of(self.possible_until)
        return pd.DataFrame(columns)


def find_stints(claims: Claims) -> tuple[Stints, Acts]:
    """Put the acts of all claims that count into stints."""
    acts = _acts_of(claims)
    stint = _numbered(claims, acts)
    acts = Acts(acts.claim, acts.kind, acts.earliest, acts.latest, stint)
    size = int(stint.max(initial=-1)) + 1
    pair = np.zeros(size, dtype=np.int64)
    inside = stint >= 0
    pair[stint[inside]] = claims.pair[acts.claim[inside]]
    return _bounded(claims, acts, pair), acts


def lowest(groups: Numbers, values: Numbers, size: int, empty: int = OPEN_FUTURE) -> Numbers:
    """The lowest value of each group, `empty` for a group without any."""
    found = np.full(size, empty, dtype=np.int64)
    np.minimum.at(found, groups, values)
    return found


def highest(groups: Numbers, values: Numbers, size: int, empty: int = OPEN_PAST) -> Numbers:
    """The highest value of each group, `empty` for a group without any."""
    found = np.full(size, empty, dtype=np.int64)
    np.maximum.at(found, groups, values)
    return found


def agreed(groups: Numbers, earliest: Numbers, latest: Numbers, size: int) -> Span:
    """The days left by all dates of a group.

    Where they overlap: what they share ("2019" and "2019-12" leave December). Where some do
    not: from the beginning of what the first share to the end of what the last share.
    """
    first_out = lowest(groups, latest, size)
    last_in = highest(groups, earliest, size)
    with_first = np.where(earliest <= first_out[groups], earliest, OPEN_PAST)
    with_last = np.where(latest >= last_in[groups], latest, OPEN_FUTURE)
    given = np.zeros(size, dtype=bool)
    given[groups] = True
    return Span(highest(groups, with_first, size), lowest(groups, with_last, size), given)


def _acts_of(claims: Claims) -> Acts:
    spans = {Act.START: claims.start, Act.END: claims.end, Act.ATTESTED: claims.attested}
    rows = {kind: np.flatnonzero(span.given) for kind, span in spans.items()}
    claim = np.concatenate(list(rows.values()))
    return Acts(
        claim,
        np.concatenate([np.full(len(at), kind, dtype=np.int64) for kind, at in rows.items()]),
        np.concatenate([spans[kind].earliest[at] for kind, at in rows.items()]),
        np.concatenate([spans[kind].latest[at] for kind, at in rows.items()]),
        np.full(len(claim), -1, dtype=np.int64),
    )


def _numbered(claims: Claims, acts: Acts) -> Numbers:
    """Number the stints, by pair and time; a claim's end goes with its first act."""
    stint = acts.stint.copy()
    shows = np.flatnonzero((acts.kind != Act.END) & claims.counts[acts.claim])
    shows = shows[np.lexsort((acts.earliest[shows], claims.pair[acts.claim[shows]]))]
    claim, day = acts.claim[shows], acts.earliest[shows]
    pair = claims.pair[claim]
    ends = np.where(claims.end.given[claim], claims.end.latest[claim], OPEN_PAST)
    last_end = np.maximum.accumulate(pair * _APART + ends) - pair * _APART
    new = np.ones(len(shows), dtype=bool)
    over = last_end[:-1]
    new[1:] = (pair[1:] != pair[:-1]) | ((over > OPEN_PAST) & (over >= day[:-1]) & (over < day[1:]))
    numbers = np.cumsum(new) - 1
    stint[shows] = numbers
    first = lowest(claim, numbers, len(claims), empty=len(shows))
    ending = np.flatnonzero((acts.kind == Act.END) & claims.counts[acts.claim])
    stint[ending] = first[acts.claim[ending]]
    return stint


def _bounded(claims: Claims, acts: Acts, pair: Numbers) -> Stints:
    size = len(pair)
    start, end = _starts(claims, acts, size), _ends(acts, size)
    shown = acts.of(Act.ATTESTED)
    group, earliest, latest = acts.stint[shown], acts.earliest[shown], acts.latest[shown]
    shown_by = lowest(group, latest, size)
    # Attested before a stated joining: the attestation stands.
    sooner = ~start.given | (shown_by < start.earliest)
    before = np.where(start.given[group], latest < start.earliest[group], True)
    shown_from = lowest(group[before], earliest[before], size)
    shown_until = highest(group, earliest, size)
    until = np.where(end.given, np.maximum(end.latest, shown_until), OPEN_FUTURE)
    sure = np.where(end.given, np.maximum(end.earliest, shown_until), OPEN_FUTURE)
    return Stints(
        pair=pair,
        possible_from=np.where(sooner, shown_from, start.earliest),
        member_from=np.minimum(start.latest, shown_by),
        member_until=np.minimum(sure, until),
        possible_until=until,
        start=start,
        end=end,
    )


def _starts(claims: Claims, acts: Acts, size: int) -> Span:
    """When each stint began: claims of one status against each other, then the first status.

    A signature in 2014 and full membership in 2015 do not contradict each other: both count,
    so it is in from 2014.
    """
    at = acts.of(Act.START)
    status = claims.frame["status"].cat.codes.to_numpy()[acts.claim[at]].astype(np.int64)
    width = int(status.max(initial=0)) + 1
    kept, group = np.unique(acts.stint[at] * width + status, return_inverse=True)
    each = agreed(group, acts.earliest[at], acts.latest[at], len(kept))
    stint = kept // width
    given = np.zeros(size, dtype=bool)
    given[stint] = True
    return Span(lowest(stint, each.earliest, size), lowest(stint, each.latest, size), given)


def _ends(acts: Acts, size: int) -> Span:
    at = acts.of(Act.END)
    return agreed(acts.stint[at], acts.earliest[at], acts.latest[at], size)


def stint_of_claims(claims: Claims, acts: Acts) -> Numbers:
    """The first stint that each claim speaks of, -1 where it does not count."""
    inside = acts.stint >= 0
    found = lowest(acts.claim[inside], acts.stint[inside], len(claims), empty=len(acts.stint))
    return np.where(found == len(acts.stint), -1, found)
