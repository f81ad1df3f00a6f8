"""The nation selected on the map: its standing, and every claim with what it rests on."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.atlas import Atlas
from dashboard.parts.address_bar import put, value
from dashboard.parts.evidence import evidence
from dashboard.parts.links import page_link, to_nation
from dashboard.parts.text import counted, escape
from dashboard.questions.exercises import look_of
from dashboard.records import records
from dashboard.summaries import standing_claimed
from dashboard.views.membership_view import MapView
from loaders import nations


def standing(atlas: Atlas, view: MapView) -> None:
    """Say how the selected nation stands in the coalitions shown, with the ways on and back."""
    code = value("selected")
    mine = records(view.rows[view.rows["nation"] == code])
    with st.container(border=True, key="standing"):
        lines = [f"**{escape(nations.name(code))}**"]
        if not mine:
            lines.append("**No evidence.** No source here says anything of it: that is not a no.")
        for row in mine:
            look = look_of(row["mark"], row["coalition"], view.exercises)
            within = f" ({atlas.coalition_names[row['coalition']]})" if len(view.within) > 1 else ""
            head = f"{look.label}{within}."
            lines.append(f"{look.sign} **{escape(head)}** {escape(row['why'] or '')}")
        st.markdown("\n\n".join(lines))
        with st.container(horizontal=True, vertical_alignment="center"):
            page_link(f"All on {nations.name(code)} →", to_nation(code))
            st.button("Close", on_click=put, args=({"selected": None},), key="close_nation")


def claims(atlas: Atlas, view: MapView) -> None:
    """Show everything that is claimed of the selected nation in the coalitions shown."""
    code = value("selected")
    names = " and ".join(atlas.coalition_names[slug] for slug in view.shown)
    found = _claims(atlas, view, code)
    if found.empty:
        return
    heading = f"{nations.name(code)} in {names}: {counted(len(found), 'claim')}"
    st.header(escape(heading), divider="gray")
    for claim in records(found):
        with st.container(border=True):
            within = ""
            if len(view.within) > 1:
                within = f"{atlas.coalition_names.get(claim['coalition'], claim['coalition'])}: "
            st.markdown(f"**{escape(within + standing_claimed(claim))}**")
            evidence(atlas, claim["id"])


def _claims(atlas: Atlas, view: MapView, code: str) -> pd.DataFrame:
    """The claims coalition by coalition, in the order of the days they speak of."""
    found = atlas.with_article("memberships")
    found = found[(found["nation"] == code) & found["coalition"].isin(view.within)]
    day = found["start_date_latest"].fillna(found["attested_on_latest"])
    place = found["coalition"].astype("str").map({slug: n for n, slug in enumerate(view.within)})
    found = found.assign(day=day.fillna(found["end_date_latest"]), place=place)
    return found.sort_values(["place", "day", "article_known_from"], na_position="last")
