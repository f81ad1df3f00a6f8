"""An official's rank, nationality and posts, each with what it rests on."""

from __future__ import annotations

from datetime import date
from html import unescape
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.atlas import Atlas
from dashboard.charts.posts import posts_band
from dashboard.palette import surface
from dashboard.parts.evidence import evidence
from dashboard.parts.figure import figure
from dashboard.parts.text import counted, escape, escape_html
from dashboard.records import records
from loaders import dates, nations


def who(atlas: Atlas, slug: str) -> None:
    """Rank and nationality, as the claims say."""
    printed = atlas.ranks.get(slug, [])
    nationality = atlas.nationalities.get(slug)
    facts = [f"Rank or honorific as printed: {', '.join(map(escape, printed))}"] if printed else []
    if nationality:
        facts.append(f"Nationality: {nations.name(nationality)}")
    st.markdown(" · ".join(facts) or "No rank or nationality is stated here.")


def posts_over_time(atlas: Atlas, slug: str) -> None:
    """The posts as a band in time, and what they and the person rest on."""
    claims = atlas.with_article("posts")
    claims = claims[claims["official"] == slug]
    if claims.empty:
        st.caption("No post is stated here.")
    else:
        _band(slug, post_rows(claims))
    persons = atlas.tables["persons"][atlas.tables["persons"]["official"] == slug]
    with st.expander(f"What rank, nationality and posts rest on ({len(claims) + len(persons)})"):
        for said, some in ((person_in_words, persons), (post_in_words, claims)):
            for claim in records(some):
                with st.container(border=True):
                    st.markdown(f"**{escape(said(claim))}**")
                    evidence(atlas, claim["id"])


def _band(slug: str, band: pd.DataFrame) -> None:
    caption = posts_sentence(band)
    dated = band[_has_a_day(band)]
    if not dated.empty:
        drawn = posts_band(dated, surface(st.context.theme.type), pd.Timestamp(date.today()))
        figure(drawn, f"posts_{slug}", caption)
    st.caption(escape(caption))
    if not dated.empty:
        st.caption(
            "Tick: a stated first or last day. Ring: attested on that day. Solid: between the days "
            "known. Dotted: no end is stated."
        )


def _has_a_day(band: pd.DataFrame) -> pd.Series:
    attested = band["attested"].map(bool).astype(bool)
    return band["start"].notna() | band["end"].notna() | attested


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
    """Say which posts are drawn, and which cannot be: `2 posts: Chief, Navy; Head, Army.`"""
    drawn = _has_a_day(band)
    parts = []
    for some, none in ((band[drawn], ""), (band[~drawn], " without a date, not drawn")):
        if len(some):
            named = "; ".join(map(unescape, some["hover"]))
            parts.append(f"{counted(len(some), 'post')}{none}: {named}.")
    return " ".join(parts)


def _cut(text: str, length: int = 52) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"
