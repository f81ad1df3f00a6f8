"""An official's nationality and rank, as the claims about the person say."""

from __future__ import annotations

import pandas as pd

from loaders.tables.frames import Frames


def nationalities(tables: Frames) -> pd.Series:
    """Give each official's nationality (index: official slug; values: ISO alpha-3).

    A stated nationality goes before one inferred from the organisation served; among equals
    the one that most sources give, copies counted once.
    """
    claims = tables["persons"].dropna(subset=["nationality"])
    claims = claims.join(tables["articles"].set_index("id")["copy_group"], on="article")
    votes = (
        claims.groupby(["official", "nationality", "nationality_from"], observed=True)["copy_group"]
        .nunique()
        .reset_index(name="sources")
    )
    votes["stated"] = votes["nationality_from"] == "stated"
    votes = votes.sort_values(["stated", "sources", "nationality"], ascending=[False, False, True])
    best = votes.drop_duplicates("official")
    return best.set_index(best["official"].astype(str))["nationality"].astype(str)


def ranks(tables: Frames) -> pd.DataFrame:
    """Give every rank printed for an official, the latest first: official, rank, known_from."""
    claims = pd.concat([
        tables["persons"][["official", "rank", "article"]],
        tables["posts"][["official", "rank", "article"]],
    ]).dropna(subset=["rank"])  # fmt: skip
    claims = claims.astype({"official": "str", "rank": "str", "article": "str"})
    claims = claims.join(tables["articles"].set_index("id")["known_from"], on="article")
    claims = claims.sort_values("known_from", ascending=False, kind="stable")
    return claims[["official", "rank", "known_from"]].drop_duplicates(["official", "rank"])
