"""The states of rule 3, and which one fits: the first in their order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from loaders.preference import OPEN_FUTURE, Numbers
from loaders.standing.claims import Claims, Truths
from loaders.standing.stints import Act, Acts, Stints, highest, lowest


class State(StrEnum):
    """How a nation stands to a coalition on a day: the first of these that fits."""

    LEFT = "left"
    MEMBER = "member"
    POSSIBLY = "possibly"
    ATTESTED_LATER = "attested later"
    NOT_YET = "not yet"
    INVITED = "invited"
    OTHER = "other standing"
    NO_EVIDENCE = "no evidence"

    @property
    def place(self) -> int:
        """Its place in the order of the rule, 0 first."""
        return STATES.index(self)


STATES = tuple(State)
# Asked to join, or said to be joining; other statuses that do not count are "other standing".
INVITED_STATUSES = frozenset({"invited", "announced"})


@dataclass(frozen=True)
class Aside:
    """Acts that show, in force on the day, a standing that does not count as membership."""

    invited: Truths
    other: Truths

    @property
    def either(self) -> Truths:
        """Acts of both sorts."""
        return np.logical_or(self.invited, self.other)


@dataclass(frozen=True)
class Found:
    """Each pair's state (its place in STATES) and the stint it comes from (-1 = none)."""

    state: Numbers
    stint: Numbers


def find_aside(claims: Claims, acts: Acts, day: int) -> Aside:
    """Find the invitations and lesser standings in force: shown by the day, not ended before."""
    end = np.where(claims.end.given, claims.end.latest, OPEN_FUTURE)[acts.claim]
    shows = (acts.kind != Act.END) & ~claims.counts[acts.claim]
    in_force = shows & (acts.latest <= day) & (end >= day)
    invites = claims.frame["status"].isin(INVITED_STATUSES).to_numpy(dtype=bool)[acts.claim]
    return Aside(in_force & invites, in_force & ~invites)


def find_states(
    claims: Claims, acts: Acts, stints: Stints, aside: Aside, day: int, size: int
) -> Found:
    """Find each pair's state: by its latest stint begun by the day, else by its first."""
    numbers = np.arange(len(stints))
    began = np.flatnonzero(stints.possible_from <= day)
    first = lowest(stints.pair, numbers, size, empty=len(stints))
    latest = highest(stints.pair[began], numbers[began], size, empty=-1)
    stint = np.where(latest >= 0, latest, np.where(first < len(stints), first, -1))
    state = np.full(size, State.NO_EVIDENCE.place)
    state[claims.pair[acts.claim[aside.other]]] = State.OTHER.place
    state[claims.pair[acts.claim[aside.invited]]] = State.INVITED.place
    has = stint >= 0
    state[has] = _within(stints, day)[stint[has]]
    return Found(state, stint)


def _within(stints: Stints, day: int) -> Numbers:
    """The state that each stint gives on the day."""
    conditions = {
        State.LEFT: day > stints.possible_until,
        State.MEMBER: (day >= stints.member_from) & (day <= stints.member_until),
        State.POSSIBLY: day >= stints.possible_from,
        State.ATTESTED_LATER: ~stints.start.given,
    }
    places = [np.int64(state.place) for state in conditions]
    return np.select(list(conditions.values()), places, np.int64(State.NOT_YET.place))
