"""Memberships as spans of time: what is certain, what only may be, and what shows it (rule 2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard.palette import Mark
from loaders.standing import stints_of
from loaders.standing.states import INVITED_STATUSES
from loaders.tables.frames import Frames

_BAR = ["coalition", "nation", "possible_from", "member_from", "member_until", "possible_until"]
_SIGN = ["coalition", "nation", "mark", "day", "date", "status", "claim"]
_EXERCISE = "exercise"


@dataclass(frozen=True, eq=False)
class Spans:
    """Bars and signs, one lane per coalition and nation.

    bars: coalition, nation, possible_from, member_from, member_until, possible_until (days, all
    given: an open past begins with the coalition, an open future ends at the horizon), stated
    (a claim states the joining), open_end. signs: coalition, nation, mark (a Mark), day (where
    it is drawn: the last the date can mean), date (EDTF), status, claim.
    """

    bars: pd.DataFrame
    signs: pd.DataFrame


def spans(
    tables: Frames,
    horizon: date,
    *,
    coalitions: Sequence[str] | None = None,
    nations: Sequence[str] | None = None,
    known_by: date | None = None,
) -> Spans:
    """Give the spans and signs of some coalitions and nations (None: all) up to a horizon."""
    claims = _claims(tables, coalitions, nations, known_by)
    return Spans(
        _bars(tables, claims, horizon, coalitions, nations, known_by), _signs(tables, claims)
    )


def _claims(
    tables: Frames,
    coalitions: Sequence[str] | None,
    nations: Sequence[str] | None,
    known_by: date | None,
) -> pd.DataFrame:
    frame = tables["memberships"]
    if coalitions is not None:
        frame = frame[frame["coalition"].isin(list(coalitions))]
    if nations is not None:
        frame = frame[frame["nation"].isin(list(nations))]
    if known_by is not None:
        known = frame["article"].astype("str").map(tables["articles"].set_index("id")["known_from"])
        frame = frame[(known <= pd.Timestamp(known_by)).to_numpy()]
    return frame.astype({"coalition": "str", "nation": "str", "status": "str"})


def _bars(
    tables: Frames,
    claims: pd.DataFrame,
    horizon: date,
    coalitions: Sequence[str] | None,
    nations: Sequence[str] | None,
    known_by: date | None,
) -> pd.DataFrame:
    rows = stints_of(tables, coalitions, known_by, nations=nations)
    if rows.empty:
        return pd.DataFrame(columns=[*_BAR, "stated", "open_end"])
    rows = rows.astype({"coalition": "str", "nation": "str"})
    began = tables["coalitions"].set_index("slug")["first_day_earliest"]
    last = max([pd.Timestamp(horizon), *rows["possible_until"].dropna()])
    rows["open_end"] = rows["possible_until"].isna()
    for name in ("member_until", "possible_until"):
        rows[name] = rows[name].fillna(last)
    opened = rows["coalition"].map(began).fillna(rows["member_from"])
    rows["possible_from"] = rows["possible_from"].fillna(opened)
    rows["member_from"] = rows["member_from"].fillna(rows["possible_until"])
    rows["stated"] = _stated(rows, claims)
    return rows[[*_BAR, "stated", "open_end"]]


def _stated(rows: pd.DataFrame, claims: pd.DataFrame) -> list[bool]:
    """Whether some claim states a joining within the days that each stint may have begun."""
    stating = claims[claims["counts"] & claims["start_date"].notna()]
    by_pair = dict(list(stating.groupby(["coalition", "nation"])))
    found = []
    for row in rows.itertuples(index=False):
        some = by_pair.get((row.coalition, row.nation))
        found.append(
            some is not None
            and bool(
                (~(some["start_date_earliest"] > row.member_from)).any()
                and (~(some["start_date_latest"] < row.possible_from)).any()
            )
        )
    return found


def _signs(tables: Frames, claims: pd.DataFrame) -> pd.DataFrame:
    kinds = tables["coalitions"].set_index("slug")["kind"].astype("str")
    counts = claims["counts"]
    lesser = claims[~counts]
    invited = lesser["status"].isin(INVITED_STATUSES)
    ended = claims[counts & (claims["coalition"].map(kinds) != _EXERCISE)]
    found = [
        _at(claims[counts], "start_date", Mark.MEMBER_STATED),
        _at(claims[counts], "attested_on", Mark.MEMBER_ATTESTED),
        _at(ended, "end_date", Mark.LEFT),
        *(
            _at(some, name, mark)
            for some, mark in ((lesser[invited], Mark.INVITED), (lesser[~invited], Mark.OTHER))
            for name in ("start_date", "attested_on")
        ),
    ]
    signs = pd.concat(found, ignore_index=True)
    signs = signs.drop_duplicates(["coalition", "nation", "mark", "day"])
    return signs.sort_values(["coalition", "nation", "day"], ignore_index=True)


def _at(claims: pd.DataFrame, name: str, mark: Mark) -> pd.DataFrame:
    some = claims[claims[f"{name}_latest"].notna()]
    return pd.DataFrame({
        "coalition": some["coalition"], "nation": some["nation"], "mark": str(mark),
        "day": some[f"{name}_latest"], "date": some[name], "status": some["status"],
        "claim": some["id"],
    }, columns=_SIGN)  # fmt: skip


def spans_sentence(found: Spans, whose: str) -> str:
    """Say what is drawn: `France: 9 memberships, 4 with a stated joining, 5 only attested.`"""
    number, stated = len(found.bars), int(found.bars["stated"].sum())
    parts = [f"{number} membership{'' if number == 1 else 's'}"]
    if stated:
        parts.append(f"{'all' if stated == number > 1 else stated} with a stated joining")
    if number > stated:
        parts.append(f"{number - stated} only attested")
    for mark, word in ((Mark.INVITED, "invited"), (Mark.OTHER, "otherwise associated")):
        some = found.signs[found.signs["mark"] == str(mark)]
        pairs = len(some.drop_duplicates(["coalition", "nation"]))
        if pairs:
            parts.append(f"{pairs} {word}")
    return f"{whose}: {', '.join(parts)}."
