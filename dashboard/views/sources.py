"""Sources: every article with what it contributed; one opens its own page."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import pandas as pd
import streamlit as st

from dashboard.address import Parameter, Shape
from dashboard.atlas import Atlas
from dashboard.filters import Filters, in_english
from dashboard.parts.address_bar import linked, put, value
from dashboard.parts.chips import chips
from dashboard.parts.controls import filters, shared_parameters
from dashboard.parts.empty import nothing_left
from dashboard.parts.evidence import dated
from dashboard.parts.keeping import kept, kept_table
from dashboard.parts.share import actions
from dashboard.parts.text import counted, escape
from dashboard.questions.contributions import KINDS, contributions, keep_articles
from dashboard.records import records
from dashboard.summaries import FACT_LABELS
from dashboard.views import article as article_page

_MOST_ROWS = 1000
_FACETS = {"tier": "Tier", "rights": "Rights", "publisher": "Publisher"}


@lru_cache(maxsize=2)
def parameters(atlas: Atlas) -> list[Parameter]:
    """The article opened, the fact shown in it, and what narrows the list."""
    articles = contributions(atlas)
    return [
        Parameter("article", Shape.ONE, "the article", atlas.sources),
        Parameter("fact", Shape.TEXT, "the fact"),
        Parameter("kind", Shape.MANY, "the kind of fact", KINDS),
        Parameter("words", Shape.TEXT, "the words"),
        *(
            Parameter(name, Shape.MANY, f"the {name}", _values(articles, name))
            for name in _FACETS
        ),
    ]  # fmt: skip


def _values(articles: pd.DataFrame, name: str) -> list[str]:
    """The values of a facet, the most frequent first."""
    counts = articles[name].astype("str").value_counts()
    return sorted((str(value) for value in counts.index), key=lambda one: (-counts[one], one))


def show(atlas: Atlas) -> None:
    """Draw the page: one article's, or the list."""
    every = [*shared_parameters(atlas), *parameters(atlas)]
    if value("article"):
        article_page.show(atlas, value("article"), every)
        return
    st.title("What everything here rests on")
    chosen = filters()
    before = kept(atlas, "articles", lambda: keep_articles(atlas, chosen))
    _controls(atlas, before)
    rows = kept(atlas, "narrowed", lambda: narrowed(before))
    caption = in_english(
        atlas, chosen, kept(atlas, "sources in words", lambda: sources_sentence(rows))
    )
    st.markdown(f"**{escape(caption)}.**")
    chips(atlas, chosen)
    actions(atlas, every, caption, "sources", lambda: rows.drop(columns=["text_path"]))
    if rows.empty:
        without = (lambda: len(before)) if value("words") else None
        nothing_left(lambda choice: _count(atlas, choice), chosen, "articles", words=without)
        return
    _table(atlas, rows)


def sources_sentence(rows: pd.DataFrame) -> str:
    """Say how many articles and independent sources are listed, and what they gave."""
    independent = rows["copy_group"].astype("str").nunique()
    facts = counted(int(rows["facts"].sum()), "fact")
    copies = f" (copies counted once: {independent:,})" if independent < len(rows) else ""
    return f"{counted(len(rows), 'article')}{copies} with {facts}"


def narrowed(rows: pd.DataFrame) -> pd.DataFrame:
    """Keep the articles that the page's own controls leave."""
    for word in (value("words") or "").casefold().split():
        text = rows["title"].str.casefold() + " " + rows["publisher"].astype("str").str.casefold()
        rows = rows[text.str.contains(word, regex=False)]
    for name in _FACETS:
        if value(name):
            rows = rows[rows[name].isin(value(name))]
    if value("kind"):
        rows = rows[rows[list(value("kind"))].sum(axis=1) > 0]
    return rows


def _count(atlas: Atlas, choice: Filters) -> int:
    return len(narrowed(keep_articles(atlas, choice)))


def _controls(atlas: Atlas, rows: pd.DataFrame) -> None:
    own = {parameter.name: parameter for parameter in parameters(atlas)}
    columns = st.columns(5)
    with columns[0]:
        linked(own["words"], lambda key, changed: st.text_input(
            "Words", key=key, on_change=changed,
            placeholder="in headline or publisher",
        ))  # fmt: skip
    for column, (name, label) in zip(columns[1:], _FACETS.items(), strict=False):
        with column:
            _facet(atlas, own[name], label, rows)
    with columns[4]:
        linked(own["kind"], lambda key, changed: st.multiselect(
            "Gave", list(KINDS), key=key, on_change=changed, placeholder="Any fact",
            format_func=lambda kind: FACT_LABELS[kind],
        ))  # fmt: skip


def _facet(atlas: Atlas, parameter: Parameter, label: str, rows: pd.DataFrame) -> None:
    """A choice among values, each with how many articles it would leave."""
    counts = kept(atlas, f"counts of {parameter.name}", lambda: _counts(rows, parameter.name))
    options: Iterable[str] = parameter.options or ()
    linked(parameter, lambda key, changed: st.multiselect(
        label, list(options), key=key, on_change=changed, placeholder="Any",
        format_func=lambda option: f"{option} ({counts.get(option, 0)})",
    ))  # fmt: skip


def _counts(rows: pd.DataFrame, name: str) -> dict[str, int]:
    return {str(one): int(n) for one, n in rows[name].astype("str").value_counts().items()}


def _listed(atlas: Atlas, rows: pd.DataFrame) -> pd.DataFrame:
    sources = [atlas.sources[article] for article in rows["id"]]
    return pd.DataFrame({
        "Published": [dated(source) for source in sources],
        "Publisher": rows["publisher"].astype("str").to_numpy(),
        "Headline": rows["title"].to_numpy(),
        "Facts": rows["facts"].to_numpy(),
        **{FACT_LABELS[kind]: rows[kind].to_numpy() for kind in KINDS},
        "Verbatim": 100 * rows["verbatim"].to_numpy(),
        "Tier": rows["tier"].astype("str").to_numpy(),
        "Copy read": [row["via"] or "" for row in records(rows[["via"]])],
        "Rights": rows["rights"].astype("str").to_numpy(),
        "State": rows["state"].astype("str").to_numpy(),
        "Body held": rows["held"].to_numpy(),
    })  # fmt: skip


def _table(atlas: Atlas, every: pd.DataFrame) -> None:
    rows = every.head(_MOST_ROWS)
    table = kept_table(atlas, "list", lambda: _listed(atlas, rows))

    def pick() -> None:
        selected = st.session_state["articles"]["selection"]["rows"]
        put({"article": str(rows["id"].iloc[selected[0]]) if selected else None})

    st.dataframe(
        table, hide_index=True, key="articles", on_select=pick, selection_mode="single-row",
        height=min(700, 38 + 35 * len(rows)),
        column_config={
            "Headline": st.column_config.TextColumn(width="large"),
            "Verbatim": st.column_config.ProgressColumn(
                format="%.0f %%", min_value=0, max_value=100,
                help="Share of its evidence quoted verbatim; the rest is our own summary",
            ),
        },
    )  # fmt: skip
    cut = f"The first {len(rows):,} of {len(every):,} are shown; narrow them by words or filters. "
    st.caption(
        (cut if len(rows) < len(every) else "")
        + "Select a row to open the article: everything it contributed, shown in its text."
    )
