"""Memberships as spans of time: what is certain, what only may be, and what shows it (rule 2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, islice
from typing import Any

import pandas as pd

from dashboard.palette import Mark
from dashboard.records import records
from loaders.reference.models import CoalitionKind
from loaders.standing import stints_of
from loaders.standing.states import INVITED_STATUSES
from loaders.tables.frames import Frames

_BAR = ["coalition", "nation", "possible_from", "member_from", "member_until", "possible_until"]
_SIGN = ["coalition", "nation", "mark", "day", "date", "status", "claim"]
_CLAIM = [
    "coalition", "nation", "status", "counts", "id",
    *(f"{name}{side}" for name in ("start_date", "attested_on", "end_date")
      for side in ("", "_latest")),
]  # fmt: skip
_MARKED = ("mark", "coalition", "nation")


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
    stints: pd.DataFrame | None = None,
) -> Spans:
    """Give the spans and signs of some coalitions and nations (None: all) up to a horizon.

    `stints`: those of just these coalitions and nations, where they are known already.
    """
    claims = _claims(tables, coalitions, nations, known_by)
    if stints is None:
        stints = stints_of(tables, coalitions, known_by, nations=nations)
    return Spans(_bars(tables, claims, horizon, stints), _signs(tables, claims))


def _claims(
    tables: Frames,
    coalitions: Sequence[str] | None,
    nations: Sequence[str] | None,
    known_by: date | None,
) -> pd.DataFrame:
    frame = tables["memberships"][[*_CLAIM, "start_date_earliest", "article"]]
    if coalitions is not None:
        frame = frame[frame["coalition"].isin(list(coalitions))]
    if nations is not None:
        frame = frame[frame["nation"].isin(list(nations))]
    if known_by is not None:
        known = frame["article"].astype("str").map(tables["articles"].set_index("id")["known_from"])
        frame = frame[(known <= pd.Timestamp(known_by)).to_numpy()]
    return frame.astype({"coalition": "str", "nation": "str", "status": "str"})


def _bars(
    tables: Frames, claims: pd.DataFrame, horizon: date, stints: pd.DataFrame
) -> pd.DataFrame:
    rows = stints
    if rows.empty:
        return pd.DataFrame(columns=[*_BAR, "stated", "open_end"])
    rows = rows.astype({"coalition": "str", "nation": "str"})
    began = tables["coalitions"].set_index("slug")["first_day_earliest"]
    last = max([pd.Timestamp(horizon), *rows["possible_until"].dropna()])
    rows["open_end"] = rows["possible_until"].isna()
    for name in ("member_until", "possible_until"):
        rows[name] = rows[name].fillna(last)
    never = rows["member_from"] > rows["member_until"]  # certainly a member: all of it is pale
    for name in ("member_from", "member_until"):
        rows[name] = rows[name].mask(never, rows["possible_until"])
    opened = began.reindex(rows["coalition"]).set_axis(rows.index).fillna(rows["member_from"])
    rows["possible_from"] = rows["possible_from"].fillna(opened)
    rows["member_from"] = rows["member_from"].fillna(rows["possible_until"])
    rows["stated"] = _stated(rows, claims)
    return rows[[*_BAR, "stated", "open_end"]]


def _stated(rows: pd.DataFrame, claims: pd.DataFrame) -> list[bool]:
    """Whether some claim states a joining within the days that each stint may have begun."""
    stating = claims.loc[
        claims["counts"] & claims["start_date"].notna(),
        ["coalition", "nation", "start_date_earliest", "start_date_latest"],
    ]
    by_pair: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for claim in records(stating):
        by_pair.setdefault((claim["coalition"], claim["nation"]), []).append(claim)
    found = []
    for row in records(rows[["coalition", "nation", "member_from", "possible_from"]]):
        some = by_pair.get((row["coalition"], row["nation"]), [])
        found.append(
            any(not _after(one["start_date_earliest"], row["member_from"]) for one in some)
            and any(not _after(row["possible_from"], one["start_date_latest"]) for one in some)
        )
    return found


def _after(day: pd.Timestamp | None, other: pd.Timestamp | None) -> bool:
    """Whether a day surely lies after another: an open one rules nothing out."""
    return day is not None and other is not None and day > other


def _signs(tables: Frames, claims: pd.DataFrame) -> pd.DataFrame:
    """What each claim shows on its days: one sign per coalition, nation, mark and day."""
    of_coalitions = tables["coalitions"]
    kinds = dict(zip(of_coalitions["slug"], of_coalitions["kind"].astype("str"), strict=True))
    found: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    rows = records(claims[_CLAIM])
    for place in range(3):  # what is shown more than once goes by the first date that shows it
        for row in rows:
            mark, name = _shown(row, kinds.get(row["coalition"]))[place]
            if mark is None or row[f"{name}_latest"] is None:
                continue
            key = (row["coalition"], row["nation"], str(mark), row[f"{name}_latest"])
            found.setdefault(key, (row[name], row["status"], row["id"]))
    ordered = sorted(found.items(), key=lambda item: (item[0][0], item[0][1], item[0][3]))
    signs = pd.DataFrame([(*key, *shown) for key, shown in ordered], columns=_SIGN)
    return signs.astype({name: "datetime64[ms]" if name == "day" else "str" for name in _SIGN})


def _shown(row: dict[str, Any], kind: str | None) -> tuple[tuple[Mark | None, str], ...]:
    """Which mark a claim's start, attestation and end each get; taking part has no leaving."""
    if row["counts"]:
        left = None if kind == CoalitionKind.EXERCISE else Mark.LEFT
        marks: tuple[Mark | None, ...] = (Mark.MEMBER_STATED, Mark.MEMBER_ATTESTED, left)
    else:
        lesser = Mark.INVITED if row["status"] in INVITED_STATUSES else Mark.OTHER
        marks = (lesser, lesser, None)
    return tuple(zip(marks, ("start_date", "attested_on", "end_date"), strict=True))


def first_lanes(found: Spans, lanes: dict[str, str], by: str, most: int) -> dict[str, str]:
    """Give the first lanes that hold at most so many bars and signs together: one at the least."""
    marks = Counter([*found.bars[by].tolist(), *found.signs[by].tolist()])
    so_far = accumulate(marks[lane] for lane in lanes)
    number = sum(1 for total in so_far if total <= most)
    return dict(islice(lanes.items(), max(1, number)))


def spans_sentence(found: Spans, whose: str, exercises: frozenset[str] = frozenset()) -> str:
    """Say what is drawn: `France: 9 memberships, 4 with a stated joining, 5 only attested.`

    A part taken in one of `exercises` is counted apart: it is no membership.
    """
    coalitions, joined = found.bars["coalition"].tolist(), found.bars["stated"].tolist()
    bars = [one for slug, one in zip(coalitions, joined, strict=True) if slug not in exercises]
    number, stated, times = len(bars), sum(bars), len(coalitions) - len(bars)
    parts = []
    if number or not times:
        parts.append(f"{number} membership{'' if number == 1 else 's'}")
    if stated:
        parts.append(f"{'all' if stated == number > 1 else stated} with a stated joining")
    if number > stated:
        parts.append(f"{number - stated} only attested")
    if times:
        parts.append(f"{times} time{'' if times == 1 else 's'} taking part in an exercise")
    signs = set(zip(*(found.signs[name].tolist() for name in _MARKED), strict=True))
    for mark, word in ((Mark.INVITED, "invited"), (Mark.OTHER, "otherwise associated")):
        pairs = sum(1 for shown, *_ in signs if shown == mark)
        if pairs:
            parts.append(f"{pairs} {word}")
    return f"{whose}: {', '.join(parts)}."
