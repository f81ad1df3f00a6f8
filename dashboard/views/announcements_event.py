"""One event of the timeline: every claim about it, and what each rests on."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard.atlas import Atlas
from dashboard.parts.address_bar import put
from dashboard.parts.evidence import evidence
from dashboard.parts.text import escape
from dashboard.records import records
from loaders import dates, nations


def one_event(atlas: Atlas, event: str) -> None:
    """Show every claim about one event, side by side."""
    claims = atlas.with_article("announcements")
    claims = claims[claims["event"] == event].sort_values("article_known_from")
    with st.container(border=True):
        st.header(escape(str(claims["title"].iloc[0])), divider="gray")
        for claim in records(claims):
            st.markdown(f"**{escape(claim['title'])}** · {escape(when(claim))}")
            st.caption(escape(_named(atlas, claim)))
            evidence(atlas, claim["id"])
        st.button("Close", on_click=put, args=({"event": None},), key="close_event")


def when(row: dict[str, Any]) -> str:
    """When it happened and when it was announced, each as precisely as known."""
    happened = dates.in_words(row["event_date"]) if isinstance(row["event_date"], str) else None
    announced = dates.in_words(row["date"]) if isinstance(row["date"], str) else None
    if happened and announced and happened != announced:
        return f"{happened} (announced {announced})"
    if happened:
        return happened
    return f"announced {announced}; its own day is not stated" if announced else "undated"


def coalitions_in_words(atlas: Atlas, slugs: tuple[str, ...]) -> str:
    """Name coalitions: `CSpO, Olympic Defender`."""
    return ", ".join(atlas.coalition_names.get(slug, slug) for slug in slugs)


def _named(atlas: Atlas, row: dict[str, Any]) -> str:
    parts = [str(row["place"])] if isinstance(row["place"], str) else []
    parts += [", ".join(nations.name(code) for code in row["nations"])]
    parts.append(coalitions_in_words(atlas, row["coalitions"]))
    parts += [", ".join(atlas.official_names.get(slug, slug) for slug in row["officials"])]
    return " · ".join(part for part in parts if part)
