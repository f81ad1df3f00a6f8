"""On the data-quality page: stories told twice, quotations in several articles, articles read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import pandas as pd
import streamlit as st

from dashboard.atlas import Atlas
from dashboard.parts.bodies import free_body
from dashboard.parts.keeping import kept_table
from dashboard.parts.text import counted, escape
from dashboard.questions.same_quotation import same_quotations
from dashboard.questions.same_story import same_stories
from dashboard.questions.silence import articles_read
from dashboard.records import records
from loaders import nations
from loaders.paths import data_directory

#: Rows of one list that are sent to the browser: longer ones are cut, and say so.
# Some 50 kB a list; the tables are there to be downloaded.
MOST_ROWS = 150
_MOST_READ = 500


def stories(atlas: Atlas) -> None:
    """Articles that tell the same story, and what that was judged by."""
    st.header("Stories told twice", divider="gray")
    with st.spinner("Comparing the articles …"):
        pairs, quotations = _stories(atlas), _quotations(atlas)
    st.markdown(escape(stories_sentence(pairs, quotations)))
    longest = max(len(pairs), len(quotations))
    if longest > MOST_ROWS:
        st.caption(f"Of each list the first {MOST_ROWS:,} rows are shown.")
    if len(pairs):
        told = kept_table(atlas, "stories", lambda: stories_frame(atlas, pairs.head(MOST_ROWS)))
        st.dataframe(told, hide_index=True, key="stories")
        st.caption(
            "What is stated to be a copy counts as one source. A pair that is only alike is told "
            "here for a person to judge: it still counts as two."
        )
    if len(quotations):
        with st.expander("The same quotation in several articles"):
            some = kept_table(
                atlas, "quotations", lambda: quotations_frame(atlas, quotations.head(MOST_ROWS))
            )
            st.dataframe(some, hide_index=True, key="quotations")


def reading(atlas: Atlas, coalitions: tuple[str, ...]) -> None:
    """How many articles were read that name a nation with a coalition, by year."""
    rows = _read(atlas, coalitions or None)
    if rows.empty:
        return
    with st.expander("Articles read, by nation, coalition and year"):
        some = kept_table(atlas, "read", lambda: reading_frame(atlas, rows.head(_MOST_READ)))
        st.dataframe(some, hide_index=True, key="articles_read")


def stories_sentence(pairs: pd.DataFrame, quotations: pd.DataFrame) -> str:
    """Say how many pairs there are, stated and only alike, and how many quotations recur."""
    stated = int(pairs["stated"].sum())
    groups = quotations["quotation"].nunique()
    return (
        f"{counted(stated, 'pair')} of articles known to be one source, "
        f"{counted(len(pairs) - stated, 'pair')} only alike; "
        f"{counted(groups, 'quotation')} in more than one article."
    )


def stories_frame(atlas: Atlas, pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs in words."""
    rows = records(pairs)
    return pd.DataFrame({
        "Article": [_named(atlas, row["one"]) for row in rows],
        "Tells the same as": [_named(atlas, row["other"]) for row in rows],
        "Judged by": [str(row["basis"]) for row in rows],
        "Likeness": [f"{row['likeness']:.0%}" for row in rows],
        "Counts as": ["one source" if row["stated"] else "two sources" for row in rows],
    })  # fmt: skip


def quotations_frame(atlas: Atlas, rows: pd.DataFrame) -> pd.DataFrame:
    """The recurring quotations in words: whose, which article, whole or trimmed."""
    some = records(rows)
    return pd.DataFrame({
        "Speaker": [atlas.official_names.get(row["official"] or "", "") for row in some],
        "Words": [row["text"] for row in some],
        "In": [_named(atlas, row["article"]) for row in some],
        "How": ["whole" if row["whole"] else "trimmed" for row in some],
    })  # fmt: skip


def reading_frame(atlas: Atlas, rows: pd.DataFrame) -> pd.DataFrame:
    """The counts in words."""
    some = records(rows)
    return pd.DataFrame({
        "Coalition": [atlas.coalition_names.get(row["coalition"], "") for row in some],
        "Nation": [nations.name(row["nation"]) for row in some],
        "Year": [str(row["year"]) for row in some],
        "Articles": [row["articles"] for row in some],
        "Of all on the coalition": [row["of_coalition"] for row in some],
    })  # fmt: skip


def _named(atlas: Atlas, article: str) -> str:
    source = atlas.sources[article]
    return f"{source.title} ({source.publisher})"


@lru_cache(maxsize=4)
def _stories(atlas: Atlas) -> pd.DataFrame:
    return same_stories(atlas.tables, _bodies(atlas))


@lru_cache(maxsize=4)
def _quotations(atlas: Atlas) -> pd.DataFrame:
    return same_quotations(atlas.tables)


@lru_cache(maxsize=32)
def _read(atlas: Atlas, coalitions: tuple[str, ...] | None) -> pd.DataFrame:
    return articles_read(atlas.tables, coalitions)


def _bodies(atlas: Atlas) -> Mapping[str, str]:
    """The held bodies that anyone may see, by article."""
    articles = atlas.tables["articles"]
    named = articles.loc[articles["text_path"].notna(), "id"]
    held = {article: free_body(atlas, data_directory(), article) for article in named}
    return {article: text for article, text in held.items() if text}
