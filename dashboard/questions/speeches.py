"""Statements with what a filter and a card need: the speaker's nationality and post then."""

from __future__ import annotations

import pandas as pd

from dashboard.questions.nationality import nationalities
from dashboard.questions.posts import posts_at_statements
from loaders.tables.frames import Frames


def speeches(tables: Frames) -> pd.DataFrame:
    """Give every statement with nationality (ISO alpha-3), post_resolved and post_nation.

    The post is the one that the speaker held on the day of the statement (rule 6), as the
    claims about posts say; empty where none is known.
    """
    statements = tables["statements"].copy()
    statements["official"] = statements["official"].astype("str")
    statements["nationality"] = statements["official"].map(nationalities(tables))
    posts = posts_at_statements(tables).reindex(statements["id"].to_numpy())
    return pd.concat([statements, posts.set_index(statements.index)], axis=1)
