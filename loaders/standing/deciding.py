"""Which claims say so, and which one decided."""

from __future__ import annotations

import numpy as np

from loaders.preference import Numbers
from loaders.standing.claims import Claims, Truths
from loaders.standing.states import Aside, Found, State
from loaders.standing.stints import Act, Acts, Stints


def supporting(
    claims: Claims, acts: Acts, stints: Stints, found: Found, aside: Aside, day: int
) -> tuple[Truths, Numbers]:
    """Tell which acts say so, and how close each is to having decided (lower is closer).

    Member: what shows it by the day, closest what made it certain. Possibly: what has begun by
    the day, closest where the day lies within. Left: what states an end. And so on.
    """
    pair = claims.pair[acts.claim]
    state, stint = found.state[pair], found.stint[pair]
    inside = (acts.stint >= 0) & (acts.stint == stint)
    starts, ends, shown = (acts.kind == act for act in (Act.START, Act.END, Act.ATTESTED))
    since, until = _turning_points(stints, acts.stint)
    joining = day < since
    without = ~((acts.earliest <= day) & (acts.latest >= day))
    rules = {
        State.LEFT: (inside & ends, np.abs(until - acts.latest)),
        State.MEMBER: (inside & ~ends & (acts.latest <= day), np.abs(acts.latest - since)),
        State.POSSIBLY: (inside & (ends != joining) & (acts.earliest <= day), without * 1),
        State.ATTESTED_LATER: (inside & shown, acts.latest),
        State.NOT_YET: (inside & starts, acts.earliest),
        State.INVITED: (aside.invited, -acts.latest),
        State.OTHER: (aside.other, -acts.latest),
    }
    says_so = np.zeros(len(pair), dtype=bool)
    closeness = np.zeros(len(pair), dtype=np.int64)
    for which, (mask, near) in rules.items():
        here = state == which.place
        says_so |= here & mask
        closeness = np.where(here, near, closeness)
    return says_so, closeness


def _turning_points(stints: Stints, stint: Numbers) -> tuple[Numbers, Numbers]:
    """The day each act's stint became certain and the last day it can have lasted."""
    if not len(stints):
        return np.zeros(len(stint), dtype=np.int64), np.zeros(len(stint), dtype=np.int64)
    at = np.maximum(stint, 0)
    return stints.member_from[at], stints.possible_until[at]


def closest(pair: Numbers, wanted: Truths, closeness: Numbers, size: int) -> Numbers:
    """The closest wanted act of each pair, -1 = none.

    Among equally close ones joining goes before ending before being attested, and then the
    preferred claim: that is how acts stand.
    """
    rows = np.flatnonzero(wanted)
    order = rows[np.lexsort((rows, closeness[rows], pair[rows]))]
    found = np.full(size, -1, dtype=np.int64)
    found[pair[order][::-1]] = order[::-1]
    return found


def claim_of(acts: Acts, act: Numbers) -> Numbers:
    """The claim that an act belongs to, -1 for no act."""
    if not len(acts.claim):
        return np.full(len(act), -1, dtype=np.int64)
    return np.where(act >= 0, acts.claim[act], -1)


def displayed(claims: Claims, acts: Acts, kind: Act, size: int) -> Numbers:
    """The claim whose stated date each stint shows (rule 5): by tier, precision, then earlier."""
    column = {Act.START: "start_date", Act.END: "end_date"}[kind]
    stated = claims.frame[column].notna().to_numpy(dtype=bool)
    at = np.flatnonzero(acts.of(kind) & stated[acts.claim])
    width = (acts.latest - acts.earliest)[at]
    order = at[np.lexsort((acts.claim[at], width, claims.tier[acts.claim[at]]))]
    found = np.full(size, -1, dtype=np.int64)
    found[acts.stint[order][::-1]] = acts.claim[order][::-1]
    return found


def count_sources(claims: Claims, acts: Acts, says_so: Truths, size: int) -> Numbers:
    """Count the sources behind each pair's state; an article and its copies are one (rule 7)."""
    claim = acts.claim[says_so]
    width = int(claims.copy_group.max(initial=0)) + 1
    each = np.unique(claims.pair[claim] * width + claims.copy_group[claim])
    return np.asarray(np.bincount(each // width, minlength=size), dtype=np.int64)
