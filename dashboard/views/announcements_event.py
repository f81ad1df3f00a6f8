"""One event of the timeline: every claim about it, and what each rests on."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard.atlas import Atlas
from dashboard.parts.address_bar import put
from dashboard.parts.evidence import evidence
from dashboard.parts.text import escape
from dashboard.records import records
from dashboard.summaries import when_happened
from loaders import nations


def one_event(atlas: Atlas, event: str) -> None:
    """Show every claim about one event, side by side."""
    claims = atlas.with_article("announcements")
    claims = claims[claims["event"] == event].sort_values("article_known_from")
    title = str(claims["title"].iloc[0])
    with st.container(border=True, key="event"):
        head, close = st.columns([9, 1], vertical_alignment="center")
        head.header(escape(title), divider="gray")
        close.button("Close", on_click=put, args=({"event": None},), key="close_event")
        sides = st.columns(2, gap="medium") if len(claims) > 1 else [st.container()]
        for place, claim in enumerate(records(claims)):
            with sides[place % len(sides)]:
                _claim(atlas, claim, title)


def _claim(atlas: Atlas, claim: dict[str, Any], title: str) -> None:
    """Show what one article says of the event: when, who and where, and the passage."""
    other = f"{claim['title']}: " if claim["title"] != title else ""
    said = when_happened(claim)
    st.markdown(f"**{escape(other + said[:1].upper() + said[1:])}**")
    st.caption(escape(_named(atlas, claim)))
    evidence(atlas, claim["id"])


def coalitions_in_words(atlas: Atlas, slugs: tuple[str, ...]) -> str:
    """Name coalitions: `CSpO, Olympic Defender`."""
    return ", ".join(atlas.coalition_names.get(slug, slug) for slug in slugs)


def _named(atlas: Atlas, row: dict[str, Any]) -> str:
    parts = [str(row["place"])] if isinstance(row["place"], str) else []
    parts += [", ".join(nations.name(code) for code in row["nations"])]
    parts.append(coalitions_in_words(atlas, row["coalitions"]))
    parts += [", ".join(atlas.official_names.get(slug, slug) for slug in row["officials"])]
    return " · ".join(part for part in parts if part)
