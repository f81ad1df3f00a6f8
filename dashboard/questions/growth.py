"""How coalitions grew: members over time with the band of uncertainty, order of joining."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from loaders.preference import OPEN_FUTURE, OPEN_PAST, Numbers, day_numbers, days_of, of_articles
from loaders.standing import State, standing, stints_of
from loaders.standing.claims import day_number
from loaders.tables.frames import Frames

_INVITATION = "invited"


def members_over_time(
    tables: Frames,
    coalitions: Sequence[str] | None,
    until: date,
    known_by: date | None = None,
    *,
    stints: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Count the members of each coalition from its first member to a day, as steps.

    `stints`, where given, are counted instead of those of `coalitions`: of exercises, whose
    members stay (dashboard.questions.exercises.stints_within).

    One row per coalition and day on which a count changes, and one on `until`: coalition, day,
    certain (nations that are members for sure), possible (those and the ones that may be: the
    top of the band). What is only attested counts from its first attestation: before that it
    is neither. Counts are those of `standing` on that day.
    """
    if stints is None:
        stints = stints_of(tables, coalitions, known_by)
    last = day_number(until)
    slug = stints["coalition"].cat.codes.to_numpy().astype(np.int64)
    sure_from, sure_until = _span(stints, "member")
    some = sure_from <= sure_until
    sure = _changes(slug[some], sure_from[some], sure_until[some], last)
    possible = _changes(slug, *_span(stints, "possible"), last)
    possible = possible.rename(columns={"certain": "possible"}).assign(certain=0)
    steps = pd.concat([sure.assign(possible=0), possible, _at_the_end(slug, last)])
    counts = steps.groupby(["slug", "day"])[["certain", "possible"]].sum()
    counts = counts.groupby(level="slug").cumsum().astype("int64").reset_index()
    codes = counts["slug"].to_numpy(dtype=np.int64)
    names = pd.Categorical.from_codes(codes, stints["coalition"].cat.categories)
    days = days_of(counts["day"].to_numpy(dtype=np.int64))
    return pd.DataFrame(
        {
            "coalition": names,
            "day": days,
            "certain": counts["certain"],
            "possible": counts["possible"],
        }
    )


def _span(stints: pd.DataFrame, name: str) -> tuple[Numbers, Numbers]:
    return (
        day_numbers(stints[f"{name}_from"], OPEN_PAST),
        day_numbers(stints[f"{name}_until"], OPEN_FUTURE),
    )


def _changes(slug: Numbers, first: Numbers, last: Numbers, until: int) -> pd.DataFrame:
    """One more on the first day, one less on the day after the last."""
    frame = pd.DataFrame({
        "slug": np.concatenate([slug, slug]),
        "day": np.concatenate([first, last + 1]),
        "certain": np.repeat([1, -1], len(slug)),
    })  # fmt: skip
    return frame[(frame["day"] <= until)]


def _at_the_end(slug: Numbers, until: int) -> pd.DataFrame:
    return pd.DataFrame({"slug": np.unique(slug), "day": until, "certain": 0, "possible": 0})


def order_of_joining(
    tables: Frames,
    coalition: str,
    as_of: date,
    known_by: date | None = None,
    *,
    rows: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """List who joined a coalition in which order, as far as it is known on a day.

    `rows`: how everybody stands to it on that day, where it is known already.

    Columns: place (shared by nations whose dates cannot be told apart), nation, state, start
    (EDTF as stated, empty where only attested), earliest and latest (days between which it
    joined: by the first attestation at the latest; without a stated start, the first is open),
    stated, sources, claim. Order: by latest day, then earliest, then nation.
    """
    if rows is None:
        rows = standing(tables, [coalition], as_of, known_by)
    rows = rows[rows["state"].isin([State.MEMBER, State.POSSIBLY, State.LEFT])]
    stated = rows["start"].notna()
    latest = rows[["start_latest", "first_attested"]].min(axis=1)
    frame = pd.DataFrame({
        "nation": rows["nation"].astype("str"), "state": rows["state"], "start": rows["start"],
        "earliest": rows["start_earliest"],
        "latest": latest,
        "stated": stated, "sources": rows["sources"], "claim": rows["claim"],
    }).sort_values(["latest", "earliest", "nation"], ignore_index=True)  # fmt: skip
    numbers = np.arange(1, len(frame) + 1)
    again = frame.duplicated(["latest", "earliest"]).to_numpy()
    frame.insert(0, "place", np.maximum.accumulate(np.where(again, 0, numbers)))
    return frame


def invitation_to_accession(
    tables: Frames, coalitions: Sequence[str] | None = None, known_by: date | None = None
) -> pd.DataFrame:
    """Count the days from the first invitation to the stated accession, where both are known.

    One row per coalition and nation: invited_earliest, invited_latest, joined_earliest,
    joined_latest, days_least and days_most (equal where both dates are exact; the least is
    never under 0), invitation and accession (keys of the claims).
    """
    claims = tables["memberships"]
    if coalitions is not None:
        claims = claims[claims["coalition"].isin(list(coalitions))]
    if known_by is not None:
        known = of_articles(tables, claims["article"])["known"]
        claims = claims[known <= day_number(known_by)]
    asked = _first_dates(claims[claims["status"] == _INVITATION], attested=True)
    joined = _first_dates(claims[claims["counts"]], attested=False)
    rows = asked.merge(joined, on=["coalition", "nation"], suffixes=("_asked", "_joined"))
    rows = rows[rows["earliest_asked"] <= rows["latest_joined"]]
    least = (rows["earliest_joined"] - rows["latest_asked"]).dt.days.clip(lower=0)
    most = (rows["latest_joined"] - rows["earliest_asked"]).dt.days
    return pd.DataFrame({
        "coalition": rows["coalition"], "nation": rows["nation"],
        "invited_earliest": rows["earliest_asked"], "invited_latest": rows["latest_asked"],
        "joined_earliest": rows["earliest_joined"], "joined_latest": rows["latest_joined"],
        "days_least": least, "days_most": most,
        "invitation": rows["id_asked"], "accession": rows["id_joined"],
    }).sort_values(["coalition", "nation"], ignore_index=True)  # fmt: skip


def _first_dates(claims: pd.DataFrame, *, attested: bool) -> pd.DataFrame:
    """The earliest certain date of each pair: coalition, nation, earliest, latest, id."""
    bounds = {side: claims[f"start_date_{side}"] for side in ("earliest", "latest")}
    if attested:
        bounds = {side: day.fillna(claims[f"attested_on_{side}"]) for side, day in bounds.items()}
    frame = pd.DataFrame({
        "coalition": claims["coalition"].astype("str"), "nation": claims["nation"].astype("str"),
        **bounds, "id": claims["id"],
    }).dropna(subset=["earliest", "latest"])  # fmt: skip
    frame = frame.sort_values(["latest", "earliest", "id"])
    return frame.drop_duplicates(["coalition", "nation"])
