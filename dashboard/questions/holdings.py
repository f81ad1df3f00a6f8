"""How much the tables hold on each nation, and on each coalition (pure)."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from dashboard.atlas import Atlas
from dashboard.filters import with_children
from dashboard.questions.nationality import nationalities


@lru_cache(maxsize=4)
def nation_index(atlas: Atlas) -> pd.DataFrame:
    """One row per nation any fact names: nation, coalitions (that it was ever counted into),
    events, officials (its nationals), statements (by them, from its posts, or naming it).

    Shared: do not change it.
    """
    tables = atlas.tables
    claims = tables["memberships"]
    counted = claims[claims["counts"]].astype({"nation": "str", "coalition": "str"})
    frame = pd.DataFrame({
        "coalitions": counted.groupby("nation")["coalition"].nunique(),
        "events": _events_by(tables["announcements"], "nations"),
        "officials": nationalities(tables).value_counts(),
        "statements": _statements_by_nation(atlas.speeches),
    })  # fmt: skip
    frame = frame.reindex(sorted({*frame.index, *claims["nation"].astype("str")}))
    frame = frame.fillna(0).astype("int64").rename_axis("nation").reset_index()
    order = ["coalitions", "events", "statements"]
    return frame.sort_values([*order, "nation"], ascending=[False] * 3 + [True], ignore_index=True)


@lru_cache(maxsize=4)
def coalition_index(atlas: Atlas) -> pd.DataFrame:
    """One row per coalition: coalition, nations (ever counted into it), events, statements.

    A series counts with its editions. Shared: do not change it.
    """
    claims = atlas.tables["memberships"]
    counted = claims[claims["counts"]]
    announcements, said = atlas.tables["announcements"], atlas.tables["statements"]
    rows = []
    for slug in atlas.coalition_names:
        below = with_children(atlas, [slug])
        naming = _naming(announcements["coalitions"], below)
        rows.append({
            "coalition": slug,
            "nations": counted[counted["coalition"].isin(below)]["nation"].nunique(),
            "events": announcements[naming]["event"].nunique(),
            "statements": int(_naming(said["coalitions"], below).sum()),
        })  # fmt: skip
    return pd.DataFrame(rows, columns=["coalition", "nations", "events", "statements"])


def _naming(lists: pd.Series, wanted: frozenset[str]) -> pd.Series:
    found = [not wanted.isdisjoint(listed) for listed in lists]
    return pd.Series(found, index=lists.index, dtype=bool)


def _events_by(announcements: pd.DataFrame, column: str) -> pd.Series:
    named = announcements[["event", column]].astype({"event": "str"}).explode(column).dropna()
    return named.groupby(column)["event"].nunique()


def _statements_by_nation(speeches: pd.DataFrame) -> pd.Series:
    whose = [
        {nationality, post, *named} - {None, float("nan")}
        for nationality, post, named in zip(
            _plain(speeches["nationality"]), _plain(speeches["post_nation"]), speeches["nations"],
            strict=True,
        )
    ]  # fmt: skip
    return pd.Series([code for codes in whose for code in codes], dtype="str").value_counts()


def _plain(values: pd.Series) -> list[str | None]:
    return [item if isinstance(item, str) else None for item in values]
