"""Who stands how to a coalition on a day: rule 3 of the design, its one definition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from loaders.preference import OPEN_FUTURE, OPEN_PAST, Numbers, days_of
from loaders.standing.claims import Claims, Pairs, day_number, read_claims, with_descendants
from loaders.standing.deciding import claim_of, closest, count_sources, displayed, supporting
from loaders.standing.sentences import reasons
from loaders.standing.states import STATES, Found, find_aside, find_states
from loaders.standing.stints import Act, Acts, Stints, find_stints, highest, lowest
from loaders.tables.frames import Frames

Columns = dict[str, "pd.Series[Any]"]


def standing(
    tables: Frames,
    coalitions: Sequence[str] | None,
    as_of: date,
    known_by: date | None = None,
    *,
    include_children: bool = False,
    nations: Sequence[str] | None = None,
) -> pd.DataFrame:
    """Tell how each nation stands to each coalition on a day, by what was public on another.

    `coalitions`: slugs, None = all; with `include_children` everything below them has rows of
    its own too. `known_by`: only articles public by then, None = all. `nations`: one row for
    each of them and each coalition; None = each pair that any claim names, known yet or not.
    One row per pair, by coalition and nation:

    - coalition, nation (alpha-3), state (a State, ordered by the rule)
    - start, end: the date displayed, EDTF, as stated by the preferred claim (loaders.preference);
      start_earliest … end_latest: the days that all claims of this membership leave
    - first_attested: the day by which any source first shows it as a member; last_attested:
      the last such day on or before `as_of`; next_attested: the first one after it
    - status: the status that decided; other_status: a status in force that does not count
    - sources: articles that say so, copies not counted; claims: all claims known of the pair
    - claim, article, evidence: keys of the claim that decided (empty where none did)
    - why: one plain sentence
    """
    if coalitions is not None and include_children:
        coalitions = with_descendants(tables, coalitions)
    return standing_on(read_known(tables, coalitions, known_by, nations=nations), as_of)


@dataclass(frozen=True)
class Known:
    """What the claims known by a day say, whatever day is asked about: for `standing_on`."""

    pairs: Pairs
    claims: Claims
    stints: Stints
    acts: Acts


def read_known(
    tables: Frames,
    coalitions: Sequence[str] | None,
    known_by: date | None = None,
    *,
    nations: Sequence[str] | None = None,
) -> Known:
    """Read the claims that `standing` goes by, once for all days."""
    pairs, claims = read_claims(tables, coalitions, known_by, nations)
    return Known(pairs, claims, *find_stints(claims))


def standing_on(known: Known, as_of: date) -> pd.DataFrame:
    """Tell what `standing` tells, by claims that were read before."""
    pairs, claims, stints, acts = known.pairs, known.claims, known.stints, known.acts
    day, size = day_number(as_of), len(pairs)
    aside = find_aside(claims, acts, day)
    found = find_states(claims, acts, stints, aside, day, size)
    says_so, closeness = supporting(claims, acts, stints, found, aside, day)
    pair = claims.pair[acts.claim]
    decided = closest(pair, says_so, closeness, size)
    lesser = closest(pair, aside.either, -acts.latest, size)
    frame = _identity(pairs, found).assign(
        **_dates(claims, acts, stints, found, size),
        **_attested(claims, acts, day, size),
        status=_taken(claims, "status", claim_of(acts, decided)),
        other_status=_taken(claims, "status", claim_of(acts, lesser)),
        sources=count_sources(claims, acts, says_so, size),
        claims=np.bincount(claims.pair, minlength=size),
        claim=_taken(claims, "id", claim_of(acts, decided)),
        article=_taken(claims, "article", claim_of(acts, decided)),
        evidence=_taken(claims, "evidence", claim_of(acts, decided)),
    )
    why = reasons(frame, claims, acts, decided, day)
    return frame.assign(why=pd.Series(why, index=frame.index, dtype="str"))


def stints_of(
    tables: Frames,
    coalitions: Sequence[str] | None = None,
    known_by: date | None = None,
    *,
    include_children: bool = False,
    nations: Sequence[str] | None = None,
) -> pd.DataFrame:
    """Give every unbroken membership: the same rule as `standing`, for all days at once.

    Columns: coalition, nation, possible_from, member_from, member_until, possible_until (days,
    all inclusive; empty = open). Never certainly a member: from 9999-12-31 to 0001-01-01.
    """
    if coalitions is not None and include_children:
        coalitions = with_descendants(tables, coalitions)
    pairs, claims = read_claims(tables, coalitions, known_by, nations)
    stints, _ = find_stints(claims)
    return stints.frame(pairs)


def _identity(pairs: Pairs, found: Found) -> pd.DataFrame:
    categories = pd.Index([str(state) for state in STATES])
    state = pd.Categorical.from_codes(found.state, categories=categories, ordered=True)
    return pd.DataFrame({"coalition": pairs.coalition, "nation": pairs.nation, "state": state})


def _dates(claims: Claims, acts: Acts, stints: Stints, found: Found, size: int) -> Columns:
    """The start and end displayed, and the days that the claims about each leave."""
    columns: Columns = {}
    has = np.flatnonzero(found.stint >= 0)
    at = found.stint[has]
    for name, kind, span in (("start", Act.START, stints.start), ("end", Act.END, stints.end)):
        chosen = np.full(size, -1)
        chosen[has] = displayed(claims, acts, kind, len(stints))[at]
        earliest, latest = np.full(size, OPEN_PAST), np.full(size, OPEN_FUTURE)
        earliest[has] = np.where(span.given, span.earliest, OPEN_PAST)[at]
        latest[has] = np.where(span.given, span.latest, OPEN_FUTURE)[at]
        columns[name] = _taken(claims, f"{name}_date", chosen)
        columns[f"{name}_earliest"], columns[f"{name}_latest"] = days_of(earliest), days_of(latest)
    return columns


def _attested(claims: Claims, acts: Acts, day: int, size: int) -> Columns:
    at = acts.of(Act.ATTESTED) & claims.attestation_stated[acts.claim]
    pair, shown = claims.pair[acts.claim[at]], acts.latest[at]
    by_then = shown <= day
    return {
        "first_attested": days_of(lowest(pair, shown, size)),
        "last_attested": days_of(highest(pair[by_then], shown[by_then], size)),
        "next_attested": days_of(lowest(pair[~by_then], shown[~by_then], size)),
    }


def _taken(claims: Claims, column: str, rows: Numbers) -> pd.Series[Any]:
    """A column of the claims at some rows, empty at -1."""
    values = claims.frame[column].array
    return pd.Series(values.take(rows, allow_fill=True)).astype("str")
