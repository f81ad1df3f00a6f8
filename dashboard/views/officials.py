"""Officials: one person's ranks, posts over time, and every statement in its post."""

from __future__ import annotations

from datetime import date
from html import unescape
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.address import Parameter, Shape
from dashboard.atlas import Atlas
from dashboard.charts.posts import posts_band
from dashboard.filters import Filters, in_english, keep_statements
from dashboard.palette import surface
from dashboard.parts.address_bar import linked, put, value
from dashboard.parts.chips import chips
from dashboard.parts.controls import filters, shared_parameters
from dashboard.parts.empty import nothing_left, undated_hidden
from dashboard.parts.evidence import evidence
from dashboard.parts.share import actions, full_address
from dashboard.parts.statements import statement_card
from dashboard.parts.text import counted, escape, escape_html
from dashboard.questions.nationality import nationalities, ranks
from dashboard.questions.speeches import speeches
from dashboard.records import records
from loaders import dates, nations

PER_PAGE = 15


def parameters(atlas: Atlas) -> list[Parameter]:
    """The official, the words searched for, one statement opened, the page of the list."""
    return [
        Parameter("official", Shape.ONE, "the official", atlas.official_names),
        Parameter("words", Shape.TEXT, "the words"),
        Parameter("statement", Shape.ONE, "the statement", _statement_ids(atlas)),
        Parameter("page", Shape.NUMBER, "the page", default="1"),
    ]


@st.cache_resource
def _ids_of_version(version: str, _atlas: Atlas) -> frozenset[str]:
    return frozenset(_atlas.tables["statements"]["id"])


def _statement_ids(atlas: Atlas) -> frozenset[str]:
    return _ids_of_version(atlas.version, atlas)


@st.cache_resource
def _speeches_of_version(version: str, _atlas: Atlas) -> pd.DataFrame:
    rows: pd.DataFrame = speeches(_atlas.tables)
    return rows


def show(atlas: Atlas) -> None:
    """Draw the page."""
    st.title("Who said what, in which post")
    _controls(atlas)
    chosen = filters()
    everything: pd.DataFrame = _speeches_of_version(atlas.version, atlas)
    kept = keep_statements(atlas, _narrowed(everything), chosen)
    rows = kept.frame.sort_values(["date_latest", "id"], ascending=[False, True])
    who = atlas.official_names.get(value("official") or "")
    what = counted(len(rows), "statement") + (f" by {who}" if who else "")
    caption = in_english(atlas, chosen, what)
    st.markdown(f"**{escape(caption)}.**")
    every = [*shared_parameters(atlas), *parameters(atlas)]
    chips(atlas, chosen)
    actions(atlas, every, caption, "statements", lambda: rows)
    undated_hidden(kept.undated, "statement")
    if value("official"):
        _person(atlas, value("official"))
    if rows.empty:
        wordless = everything[_of_official(everything)]
        without = (
            (lambda: len(keep_statements(atlas, wordless, chosen).frame))
            if value("words")
            else None
        )
        nothing_left(
            lambda choice: _count(atlas, everything, choice), chosen, "statements", words=without
        )
        return
    _statements(atlas, rows, every)


def _controls(atlas: Atlas) -> None:
    own = {parameter.name: parameter for parameter in parameters(atlas)}
    left, right = st.columns(2)
    with left:
        linked(own["official"], lambda key, changed: st.selectbox(
            "Official", list(atlas.official_names), index=None, key=key, on_change=changed,
            format_func=lambda slug: atlas.official_names[slug], placeholder="Everyone",
        ), drops=["statement", "page"])  # fmt: skip
    with right:
        linked(own["words"], lambda key, changed: st.text_input(
            "Words in the statement", key=key, on_change=changed, placeholder="e.g. deterrence",
        ), drops=["statement", "page"])  # fmt: skip


def _narrowed(rows: pd.DataFrame) -> pd.DataFrame:
    """Keep the chosen official, the words and the one statement that a permalink names."""
    if value("statement"):
        return rows[rows["id"] == value("statement")]
    rows = rows[_of_official(rows)]
    for word in (value("words") or "").casefold().split():
        rows = rows[rows["text"].str.casefold().str.contains(word, regex=False)]
    return rows


def _of_official(rows: pd.DataFrame) -> pd.Series:
    if value("official"):
        return rows["official"] == value("official")
    return pd.Series(True, index=rows.index)


def _count(atlas: Atlas, rows: pd.DataFrame, choice: Filters) -> int:
    return len(keep_statements(atlas, _narrowed(rows), choice).frame)


def _person(atlas: Atlas, slug: str) -> None:
    """Rank, nationality and posts of one official."""
    tables = atlas.tables
    of_person = ranks(tables)
    printed = of_person[of_person["official"] == slug]["rank"].tolist()
    nationality = nationalities(tables).get(slug)
    facts = [f"Rank or honorific as printed: {', '.join(map(escape, printed))}"] if printed else []
    if nationality:
        facts.append(f"Nationality: {nations.name(nationality)}")
    st.subheader(escape(atlas.official_names[slug]), divider="gray")
    st.markdown(" · ".join(facts) or "No rank or nationality is stated here.")
    claims = atlas.with_article("posts")
    claims = claims[claims["official"] == slug]
    if claims.empty:
        st.caption("No post is stated here.")
    else:
        band = post_rows(claims)
        st.plotly_chart(
            posts_band(band, surface(st.context.theme.type), pd.Timestamp(date.today())),
            theme=None, key="posts", config={"displaylogo": False}, alt=posts_sentence(band),
        )  # fmt: skip
        st.caption(
            "Tick: a stated first or last day. Ring: attested on that day. Solid: between the days "
            "known. Dotted: no end is stated."
        )
    persons = tables["persons"][tables["persons"]["official"] == slug]
    with st.expander(f"What rank, nationality and posts rest on ({len(claims) + len(persons)})"):
        for said, some in ((person_in_words, persons), (post_in_words, claims)):
            for claim in records(some):
                with st.container(border=True):
                    st.markdown(f"**{escape(said(claim))}**")
                    evidence(atlas, claim["id"])


def person_in_words(claim: dict[str, Any]) -> str:
    """Write a claim about a person: `Gen. · United States (by the organisation served)`."""
    parts = [claim["rank"]] if claim["rank"] else []
    if claim["nationality"]:
        how = "stated" if claim["nationality_from"] == "stated" else "by the organisation served"
        parts.append(f"{nations.name(claim['nationality'])} ({how})")
    return " · ".join(parts) or "Named without rank or nationality"


def post_in_words(claim: dict[str, Any]) -> str:
    """Write a claim about a post: `Commander, U.S. Space Command · attested 5 Dec 2025`."""
    title = ", ".join(filter(None, (claim["title"], claim["organisation"])))
    parts = [title + (" (acting)" if claim["acting"] else "")]
    if claim["former"]:
        parts.append("former")
    dated = {"from": "start_date", "until": "end_date", "attested": "attested_on"}
    parts += [f"{word} {dates.in_words(claim[at])}" for word, at in dated.items() if claim[at]]
    return " · ".join(parts)


def post_rows(claims: pd.DataFrame) -> pd.DataFrame:
    """One row per post out of all claims about it: label, start, end, attested, open_end, hover."""
    rows = []
    claims = claims.assign(
        organisation=claims["organisation"].astype(object).where(claims["organisation"].notna(), "")
    )
    for (title, organisation), some in claims.groupby(["title", "organisation"], sort=False):
        label = f"{title}, {organisation}" if organisation else str(title)
        acting = " (acting)" if bool(some["acting"].all()) else ""
        attested = [day for day in some["attested_on_latest"] if pd.notna(day)]
        rows.append({
            "label": escape_html(_cut(label)) + acting,
            "start": some["start_date_earliest"].min(),
            "end": some["end_date_latest"].max(),
            "attested": attested,
            "open_end": not bool(some["former"].any()),
            "hover": f"{escape_html(label)}{acting}",
        })  # fmt: skip
    return pd.DataFrame(rows)


def posts_sentence(band: pd.DataFrame) -> str:
    """Say what the band of posts shows, for readers who do not see it."""
    return f"{counted(len(band), 'post')}: " + "; ".join(map(unescape, band["hover"]))


def _cut(text: str, length: int = 52) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"


def _statements(atlas: Atlas, rows: pd.DataFrame, every: list[Parameter]) -> None:
    pages = -(-len(rows) // PER_PAGE)
    page = min(max(int(value("page")), 1), pages)
    shown = rows.iloc[(page - 1) * PER_PAGE : page * PER_PAGE]
    for row in records(shown):
        cleared = {"official": None, "words": None, "page": "1", "statement": row["id"]}
        address = full_address(
            atlas, [item for item in every if item.name in (*cleared, "data")], cleared
        )
        statement_card(atlas, row, address)
    if value("statement"):
        st.button("Show all statements", on_click=put, args=({"statement": None},))
    if pages > 1:
        _pager(page, pages)


def _pager(page: int, pages: int) -> None:
    left, middle, right = st.columns(3)
    left.button(
        "← Newer", disabled=page == 1, on_click=put, args=({"page": str(page - 1)}, {"page": "1"})
    )
    middle.caption(f"Page {page} of {pages}")
    right.button("Older →", disabled=page == pages, on_click=put, args=({"page": str(page + 1)},))
