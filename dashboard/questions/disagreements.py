"""Claims that differ (rule 5): side by side, with the rule that chose what is displayed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from loaders.preference import (
    OPEN_FUTURE,
    OPEN_PAST,
    Numbers,
    Preference,
    day_numbers,
    of_articles,
)
from loaders.standing.claims import day_number, read_claims
from loaders.standing.stints import find_stints, stint_of_claims
from loaders.tables.frames import Frames

COLUMNS = [
    "disagreement", "table", "subject", "field", "value", "earliest", "latest", "claim", "article",
    "tier", "displayed", "rule", "sources", "coalition", "nation", "event", "official",
]  # fmt: skip


@dataclass(frozen=True)
class _Subject:
    """What claims of one table are about, and the fields in which they can differ."""

    table: str
    columns: tuple[str, ...]
    dates: tuple[str, ...]
    values: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()  # keeps subjects apart without being shown

    @property
    def needed(self) -> list[str]:
        """The columns to compare and to show."""
        days = [f"{name}{side}" for name in self.dates for side in ("", "_earliest", "_latest")]
        return ["id", "article", *self.columns, *self.apart, *days, *self.values]


_SUBJECTS = (
    _Subject(
        "memberships", ("coalition", "nation", "status"), ("start_date", "end_date"),
        apart=("stint",),
    ),
    # The day of announcement is each source's own: two sources may announce on two days.
    _Subject("announcements", ("event",), ("event_date",), ("kind", "place")),
    _Subject("posts", ("official", "title", "organisation"), ("start_date", "end_date")),
    _Subject("persons", ("official",), (), ("nationality",)),
)  # fmt: skip


def disagreements(tables: Frames, known_by: date | None = None) -> pd.DataFrame:
    """List all claims that differ about the same subject, status and field.

    Dates differ where their bounds do not overlap; values (kind, place, nationality) where they
    are not the same, a place also where neither has all the words of the other. What a claim
    leaves out differs from nothing. Returning after having left is no disagreement.

    One row per claim, the displayed one of each disagreement first:

    - disagreement (key: table, subject, field), table, subject (its columns, with " · "), field
    - value (EDTF or text), earliest, latest (days; empty for a value), claim, article, tier
    - displayed; rule: the Preference (a sentence) that put the displayed claim before the next
      that differs from it
    - sources: articles that say the same value, copies not counted
    - coalition, nation, event, official: the subject's columns, empty where not its own
    """
    found = [rows for subject in _SUBJECTS for rows in _of_subject(tables, subject, known_by)]
    if not found:
        return pd.DataFrame(columns=COLUMNS)
    frame = pd.concat(found, ignore_index=True).reindex(columns=COLUMNS)
    order = ["table", "subject", "field"]
    return frame.sort_values(order, kind="stable", ignore_index=True)


def _of_subject(tables: Frames, subject: _Subject, known_by: date | None) -> Iterator[pd.DataFrame]:
    claims = _claims(tables, subject, known_by)
    for name in subject.dates:
        given = claims[claims[name].notna()]
        yield from _rows(_differing_dates(given, name), subject, name)
    for name in subject.values:
        given = claims[claims[name].notna()]
        yield from _rows(_differing_values(given, name), subject, name)


def _claims(tables: Frames, subject: _Subject, known_by: date | None) -> pd.DataFrame:
    """The claims of a table with their articles' ranks and the number of their subject."""
    if subject.table == "memberships":
        _, known = read_claims(tables, None, known_by, None)
        _, acts = find_stints(known)
        claims = known.frame.assign(stint=stint_of_claims(known, acts))
    else:
        claims = tables[subject.table]
    claims = claims.join(
        of_articles(tables, claims["article"]).rename(columns={"tier": "nearness"})
    )
    if known_by is not None:
        claims = claims[claims["known"] <= day_number(known_by)]
    keys = [*subject.columns, *subject.apart]
    number = claims.groupby(keys, observed=True, dropna=False, sort=False).ngroup()
    claims = claims.assign(subject=number)
    several = claims["subject"].duplicated(keep=False)
    tier = tables["articles"].set_index("id")["tier"].astype("str")
    claims = claims[several]
    return claims.assign(tier=tier.reindex(claims["article"].astype("str")).to_numpy())


def _differing_dates(claims: pd.DataFrame, name: str) -> pd.DataFrame:
    """Claims of subjects whose dates do not all share a day."""
    first = day_numbers(claims[f"{name}_earliest"], OPEN_PAST)
    last = day_numbers(claims[f"{name}_latest"], OPEN_FUTURE)
    claims = claims.assign(
        first=first, last=last, width=last - first, value=claims[name],
        earliest=claims[f"{name}_earliest"], latest=claims[f"{name}_latest"],
    )  # fmt: skip
    groups = claims.groupby("subject")
    apart = groups["last"].transform("min") < groups["first"].transform("max")
    return claims[apart]


def _differing_values(claims: pd.DataFrame, name: str) -> pd.DataFrame:
    """Claims of subjects whose values are not all the same, however written."""
    value = claims[name].astype("str")
    words = value.str.casefold().str.replace(r"[^\w]+", " ", regex=True).str.strip()
    code = pd.factorize(words)[0]
    claims = claims.assign(first=code, last=code, width=0, value=value, words=words)
    never = pd.Series(pd.NaT, index=claims.index, dtype="datetime64[ms]")
    claims = claims.assign(earliest=never, latest=never)
    groups = claims.groupby("subject")["first"]
    claims = claims[groups.transform("min") < groups.transform("max")]
    if name != "place":
        return claims
    apart = [
        number for number, group in claims.groupby("subject")["words"] if not _nested(set(group))
    ]
    return claims[claims["subject"].isin(apart)]


def _nested(places: set[str]) -> bool:
    """Tell whether every place is part of the next longer one: `Toulouse` of `CNES, Toulouse`."""
    words = sorted((set(place.split()) for place in places), key=len)
    return all(one <= other for one, other in pairwise(words))


def _rows(claims: pd.DataFrame, subject: _Subject, field: str) -> Iterator[pd.DataFrame]:
    if claims.empty:
        return
    ranks = ["subject", "nearness", "width", "known", "id"]
    claims = claims.sort_values(ranks, kind="stable", ignore_index=True)
    displayed = ~claims["subject"].duplicated().to_numpy()
    columns = claims[list(subject.columns)].astype("str").fillna("")
    named = columns[subject.columns[0]]
    for name in subject.columns[1:]:
        named = named.str.cat(columns[name], sep=" · ")
    shown: dict[str, Any] = {
        name: claims[name].astype("str")
        for name in ("coalition", "nation", "event", "official")
        if name in subject.columns
    }
    sources = claims.groupby(["subject", "value"])["copy_group"].transform("nunique")
    yield claims.assign(
        table=subject.table, subject=named.str.rstrip(" ·"), field=field, claim=claims["id"],
        disagreement=subject.table + "/" + named + "/" + field, displayed=displayed,
        rule=_rule(claims, displayed), sources=sources, **shown,
    )[[name for name in COLUMNS if name in shown or name not in _SHOWN]]  # fmt: skip


_SHOWN = ("coalition", "nation", "event", "official")


def _rule(claims: pd.DataFrame, displayed: Any) -> list[str]:
    """The rule that chose, for each claim of a disagreement.

    The displayed claim is compared with the first after it that differs from it.
    """
    group = np.cumsum(displayed) - 1
    top = claims[displayed].iloc[group]
    compared = ("first", "last", "nearness", "width", "known")
    mine, its = (
        {name: frame[name].to_numpy(dtype=np.int64) for name in compared} for frame in (claims, top)
    )
    differs = (mine["first"] > its["last"]) | (mine["last"] < its["first"])
    reason = np.select(
        [mine[name] != its[name] for name in ("nearness", "width", "known")],
        [0, 1, 2],
        3,
    )
    chosen: Numbers = np.full(int(group.max()) + 1, 3, dtype=np.int64)
    rows = np.flatnonzero(differs)[::-1]
    chosen[group[rows]] = reason[rows]
    names = (Preference.TIER, Preference.PRECISION, Preference.EARLIER, Preference.NAME)
    return [str(names[number]) for number in chosen[group].tolist()]
