"""The nation selected on the map: its standing, and every claim with what it rests on."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.atlas import Atlas
from dashboard.palette import LOOKS, Mark
from dashboard.parts.address_bar import put, value
from dashboard.parts.evidence import evidence
from dashboard.parts.links import page_link, to_nation
from dashboard.parts.text import escape
from dashboard.records import records
from dashboard.views.membership_view import MapView
from loaders import dates, nations


def nation(atlas: Atlas, view: MapView) -> None:
    """Show everything that is claimed of the selected nation in the coalitions shown."""
    code = value("selected")
    names = " and ".join(atlas.coalition_names[slug] for slug in view.shown)
    st.header(escape(f"{nations.name(code)} in {names}"), divider="gray")
    mine = records(view.rows[view.rows["nation"] == code])
    if not mine:
        st.markdown("**No evidence.** No source here says anything of it: that is not a no.")
    for row in mine:
        look = LOOKS[Mark(row["mark"])]
        within = f" ({atlas.coalition_names[row['coalition']]})" if len(view.shown) > 1 else ""
        st.markdown(f"{look.sign} **{look.label}**{escape(within)}**.** {escape(row['why'] or '')}")
    for claim in records(_claims(atlas, view, code)):
        with st.container(border=True):
            st.markdown(f"**{escape(claim_in_words(claim))}**")
            evidence(atlas, claim["id"])
    with st.container(horizontal=True):
        page_link(f"All on {nations.name(code)}", to_nation(code))
        st.button("Close", on_click=put, args=({"selected": None},), key="close_nation")


def _claims(atlas: Atlas, view: MapView, code: str) -> pd.DataFrame:
    claims = atlas.with_article("memberships")
    claims = claims[(claims["nation"] == code) & claims["coalition"].isin(view.shown)]
    return claims.sort_values("article_known_from")


def claim_in_words(claim: dict[str, Any]) -> str:
    """Write a membership claim: `Member, from 11 Feb 2020, attested 5 Dec 2025`."""
    parts = [str(claim["status"]).capitalize()]
    if claim["start_date"]:
        word = "joined" if claim["counts"] else "from"
        parts.append(f"{word} {dates.in_words(claim['start_date'])}")
    if claim["end_date"]:
        parts.append(f"until {dates.in_words(claim['end_date'])}")
    if claim["attested_on"]:
        parts.append(f"attested {dates.in_words(claim['attested_on'])}")
    return ", ".join(parts)
