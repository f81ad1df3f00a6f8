"""Data quality: what could not be settled, what is silent, what is expected, what is quoted."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pandas as pd
import streamlit as st

from dashboard.address import Parameter, Shape
from dashboard.atlas import Atlas
from dashboard.filters import Filters, with_children
from dashboard.parts.address_bar import linked, value
from dashboard.parts.chips import chips
from dashboard.parts.controls import filters, shared_parameters
from dashboard.parts.keeping import kept, kept_table
from dashboard.parts.links import opener, to_article, to_nation, to_statement
from dashboard.parts.reader_quality import reader_section
from dashboard.parts.share import actions
from dashboard.parts.text import counted, escape
from dashboard.questions.attestations import last_attested
from dashboard.questions.contributions import keep_articles
from dashboard.questions.posts import mismatches
from dashboard.questions.quality import inferred_dates, passages_by_table, problems_by_kind
from dashboard.questions.silence import last_attestations
from dashboard.records import records
from dashboard.summaries import FACT_LABELS
from dashboard.views.quality_stories import MOST_ROWS, reading, stories
from loaders import dates, nations
from loaders.check.expectations import check_expectations
from loaders.paths import data_directory

_LONGEST_SILENCES = 200
# Room for three lines, from which on text wraps: what could not be settled, and why, are sentences.
_TALL_ROW = 74


@lru_cache(maxsize=2)
def parameters(atlas: Atlas) -> list[Parameter]:
    """The kinds of problem that are listed."""
    kinds = list(problems_by_kind(atlas.tables["problems"]))
    return [Parameter("kind", Shape.MANY, "the kind of problem", kinds)]


def show(atlas: Atlas) -> None:
    """Draw the page."""
    st.title("How good the data is")
    chosen = filters()
    problems = kept(atlas, "problems left", lambda: kept_problems(atlas, chosen))
    passages = passages_by_table(atlas)
    caption = quality_sentence(passages, len(atlas.tables["problems"]))
    st.markdown(f"**{escape(caption)}**")
    chips(atlas, chosen)
    every = [*shared_parameters(atlas), *parameters(atlas)]
    actions(atlas, every, caption, "problems", lambda: problems)
    _problems(atlas, problems)
    _passages(atlas, passages)
    _silence(atlas, chosen)
    reading(atlas, tuple(sorted(with_children(atlas, chosen.coalitions))))
    stories(atlas)
    _expectations(atlas)
    _posts(atlas)
    _dates(atlas)
    reader_section(atlas)


def quality_sentence(passages: pd.DataFrame, problems: int) -> str:
    """Say how many facts rest on a verbatim passage, and how many problems are open."""
    facts, quoted = int(passages["facts"].sum()), int(passages["quoted"].sum())
    share = f"{quoted / facts:.0%}" if facts else "none"
    return (
        f"{quoted:,} of {counted(facts, 'fact')} ({share}) rest on a passage quoted verbatim; "
        f"{counted(problems, 'problem')} could not be settled."
    )


def kept_problems(atlas: Atlas, chosen: Filters) -> pd.DataFrame:
    """The problems of the kinds chosen, in articles that pass the filters."""
    rows = atlas.tables["problems"]
    if value("kind"):
        rows = rows[rows["kind"].isin(value("kind"))]
    if chosen.active:
        rows = rows[rows["article"].isin(keep_articles(atlas, chosen)["id"])]
    return rows.reset_index(drop=True)


def _problems(atlas: Atlas, rows: pd.DataFrame) -> None:
    st.header("What could not be settled", divider="gray")
    counts = problems_by_kind(atlas.tables["problems"])
    if counts:
        linked(parameters(atlas)[0], lambda key, changed: st.pills(
            "Kind", list(counts), selection_mode="multi", key=key, on_change=changed,
            format_func=lambda kind: escape(f"{kind.capitalize()} ({counts[kind]})"),
        ))  # fmt: skip
    if rows.empty:
        st.caption("No problem is recorded, or none passes the filters.")
        return
    everything, rows = len(rows), rows.head(MOST_ROWS)
    articles = [row["article"] for row in records(rows[["article"]])]
    table = kept_table(atlas, "problems", lambda: pd.DataFrame({
        "Kind": rows["kind"].astype("str"), "What": rows["text"], "Why": rows["why"],
        "In": [atlas.sources[a].title if a in atlas.sources else "" for a in articles],
    }))  # fmt: skip
    chosen = st.dataframe(
        table, hide_index=True, key="problems", on_select="rerun", selection_mode="single-row",
        row_height=_TALL_ROW, height=min(560, 38 + _TALL_ROW * len(articles)),
        column_config={
            "Kind": st.column_config.TextColumn(width=70),
            "What": st.column_config.TextColumn(width=330),
            "Why": st.column_config.TextColumn(width=330),
        },
    )["selection"]["rows"]  # fmt: skip
    st.caption(f"{first_of(len(rows), everything)}Select a row for a link to its article.")
    if chosen and articles[chosen[0]] in atlas.sources:
        article = articles[chosen[0]]
        opener(f"Open “{atlas.sources[article].title}” →", to_article(article))


def first_of(shown: int, every: int) -> str:
    """Say so where a list is cut; what is left out is in the download."""
    return f"The first {shown:,} of {every:,}; the download has all. " if shown < every else ""


def _passages(atlas: Atlas, rows: pd.DataFrame) -> None:
    st.header("What rests on a verbatim passage", divider="gray")
    table = kept_table(atlas, "passages", lambda: pd.DataFrame({
        "Facts": [FACT_LABELS[name] for name in rows["table"]], "Number": rows["facts"],
        "Quoted verbatim": rows["quoted"], "Share": 100 * rows["share"],
        "Located in a held body": rows["held"],
    }))  # fmt: skip
    st.dataframe(table, hide_index=True, key="passages", column_config={
        "Share": st.column_config.ProgressColumn(format="%.0f %%", min_value=0, max_value=100),
    })  # fmt: skip
    st.caption("The others rest on our own summary of the source, marked as such everywhere.")


@lru_cache(maxsize=64)
def _silences(
    atlas: Atlas, as_of: date, slugs: tuple[str, ...] | None, known_by: date | None
) -> pd.DataFrame:
    return last_attestations(atlas.tables, as_of, slugs, known_by)


@lru_cache(maxsize=4)
def _mismatches(atlas: Atlas) -> pd.DataFrame:
    return mismatches(atlas.tables)


def _silence(atlas: Atlas, chosen: Filters) -> None:
    st.header("How long nothing was said", divider="gray")
    as_of = value("as_of")
    slugs = sorted(with_children(atlas, chosen.coalitions)) if chosen.coalitions else None
    rows = _silences(atlas, as_of, tuple(slugs) if slugs else None, value("known_by"))
    if chosen.nations:
        rows = rows[rows["nation"].isin(chosen.nations)]
    rows = rows.head(_LONGEST_SILENCES)
    if rows.empty:
        st.caption("No standing passes the filters.")
        return
    longest = kept(atlas, "longest silence", lambda: silence_sentence(atlas, rows, as_of))
    st.markdown(escape(longest))
    some = kept(atlas, "silences", lambda: records(rows))
    table = kept_table(atlas, "silence", lambda: pd.DataFrame({
        "Nation": [nations.name(row["nation"]) for row in some],
        "Coalition": [atlas.coalition_names.get(row["coalition"], "") for row in some],
        "State": [row["state"] for row in some],
        "Last attested": [last_attested(atlas, row) for row in some],
        "Days since": [row["days"] for row in some],
        "Articles on it since": [row["articles_since"] for row in some],
    }))  # fmt: skip
    picked = st.dataframe(
        table, hide_index=True, key="silence", on_select="rerun", selection_mode="single-row",
        height=min(420, 38 + 35 * len(some)),
    )["selection"]["rows"]  # fmt: skip
    st.caption(
        "Articles on the coalition that were read and do not attest the nation anew. Silence is "
        "not a no. Select a row for a link to the nation."
    )
    if picked:
        code = some[picked[0]]["nation"]
        opener(f"Open {nations.name(code)} →", to_nation(code))


def silence_sentence(atlas: Atlas, rows: pd.DataFrame, as_of: date) -> str:
    """Say which attested standing has gone longest without mention."""
    attested = rows[rows["last_attested"].notna()]
    never = len(rows) - len(attested)
    parts = []
    if len(attested):
        row = records(attested.head(1))[0]
        name = atlas.coalition_names.get(row["coalition"], row["coalition"])
        parts.append(
            f"Longest: {nations.name(row['nation'])} in {name}, last attested "
            f"{last_attested(atlas, row)}, {counted(int(row['days']), 'day')} before "
            f"{dates.in_words(as_of.isoformat())}"
        )
    if never:
        parts.append(f"{counted(never, 'standing')} with a joining stated and no later attestation")
    return "; ".join(parts) + "."


@st.cache_resource
def _unmet(version: str, _atlas: Atlas) -> list[str]:
    return [str(finding) for finding in check_expectations(data_directory(), _atlas.tables)]


def _expectations(atlas: Atlas) -> None:
    st.header("What the tables must say", divider="gray")
    unmet = _unmet(atlas.version, atlas)
    if not unmet:
        st.markdown("✓ Every expectation in data/reference/expectations.yaml is met.")
    for finding in unmet:
        st.markdown(f"✕ {escape(finding)}")


def _posts(atlas: Atlas) -> None:
    st.header("Posts that do not match", divider="gray")
    rows = _mismatches(atlas)
    if rows.empty:
        st.markdown("✓ No printed post differs from the one worked out for that day.")
        return
    st.markdown(
        f"{counted(len(rows), 'statement')} print a post that shares few words with the one worked "
        "out from the claims about posts."
    )
    some = records(rows.head(MOST_ROWS))
    if len(rows) > len(some):
        st.caption(f"The first {len(some):,} are shown.")
    frame = pd.DataFrame({
        "Official": [atlas.official_names.get(row["official"], "") for row in some],
        "Printed": [row["post_as_printed"] for row in some],
        "Worked out": [row["post_resolved"] for row in some],
        "Words shared": [row["post_agreement"] for row in some],
    })  # fmt: skip
    picked = st.dataframe(
        frame, hide_index=True, key="mismatches", on_select="rerun", selection_mode="single-row",
    )["selection"]["rows"]  # fmt: skip
    if picked:
        opener("Open the statement →", to_statement(some[picked[0]]["statement"]))


def _dates(atlas: Atlas) -> None:
    st.header("Dates that were inferred", divider="gray")
    rows = inferred_dates(atlas)
    rows = rows[rows["dated"] > 0]
    table = kept_table(atlas, "inferred", lambda: pd.DataFrame({
        "Table": rows["table"], "Date": rows["column"], "Given": rows["dated"],
        "Inferred": rows["inferred"], "Share": 100 * rows["inferred"] / rows["dated"],
    }))  # fmt: skip
    st.dataframe(table, hide_index=True, key="inferred", column_config={
        "Share": st.column_config.ProgressColumn(format="%.0f %%", min_value=0, max_value=100),
    })  # fmt: skip
    st.caption("Inferred from the text around it rather than stated: worded so wherever shown.")
