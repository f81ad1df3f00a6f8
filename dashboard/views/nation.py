"""A nation's page: its memberships as spans, announcements, officials, statements, doubts."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.address import Parameter, Shape
from dashboard.atlas import Atlas
from dashboard.parts.address_bar import linked, put, value
from dashboard.parts.chips import chips
from dashboard.parts.controls import filters, shared_parameters
from dashboard.parts.dossier import (
    SHOWN_OFFICIALS,
    days,
    doubts_section,
    events_section,
    opened_claims,
    roster_table,
    sources_section,
    spans_section,
    statements_section,
)
from dashboard.parts.keeping import kept, kept_table
from dashboard.parts.links import Target, page_link, page_links, to_coalition, to_official
from dashboard.parts.share import actions
from dashboard.parts.text import counted, escape
from dashboard.questions.dossiers import Dossier, of_nation
from dashboard.questions.doubts import doubts
from dashboard.questions.holdings import nation_index
from dashboard.questions.spans import spans_sentence
from dashboard.records import records
from loaders import dates, nations

_OTHERWISE = {
    "possibly": "possibly of {} more", "invited": "invited to {}",
    "other standing": "in another standing to {}", "left": "earlier in {}",
}  # fmt: skip


def parameters(atlas: Atlas) -> list[Parameter]:
    """Which nation, and the coalition whose claims are opened."""
    return [
        Parameter("of", Shape.ONE, "the nation", nations.codes()),
        Parameter("opened", Shape.ONE, "the coalition", atlas.coalition_names),
    ]


def show(atlas: Atlas) -> None:
    """Draw the page: one nation's, or the list of all."""
    code = value("of")
    if not code:
        _index(atlas)
        return
    dossier = of_nation(atlas, code, filters(), days())
    st.title(escape(nations.name(code)))
    _choice(atlas)
    caption = kept(atlas, "lead", lambda: lead(atlas, code, dossier))
    st.markdown(f"**{escape(caption)}**")
    chips(atlas, filters())
    every = [*shared_parameters(atlas), *parameters(atlas)]
    actions(atlas, every, caption, f"nation-{code}", lambda: dossier.claims)
    _coalitions(atlas, code, dossier)
    st.header("Announcements", divider="gray")
    events_section(atlas, dossier.events, Target("timeline", {"nation": [code]}))
    _officials(atlas, code, dossier)
    st.header("Statements", divider="gray")
    st.caption("By its nationals, from its posts, or that mention it.")
    statements_section(
        atlas, dossier.statements, Target("officials", {"nation": [code]}),
        "No statement here is by its nationals, from its posts, or mentions it.",
    )  # fmt: skip
    st.header("What is uncertain", divider="gray")
    doubts_section(doubts(atlas, dossier, "coalition"))
    st.header(f"Sources ({len(dossier.articles)})", divider="gray")
    sources_section(atlas, dossier.articles)


def lead(atlas: Atlas, code: str, dossier: Dossier) -> str:
    """Say in a sentence or two how the nation stands on the day."""
    rows, day = dossier.roster, dates.in_words(value("as_of").isoformat())
    members = [_coalition_name(atlas, row) for row in records(dossier.of_mark_state("member"))]
    named = f" ({', '.join(members)})" if 0 < len(members) <= 8 else ""
    sentence = f"On {day}: a member of {counted(len(members), 'coalition')}{named}"
    for state, words in _OTHERWISE.items():
        number = int((rows["state"] == state).sum()) if len(rows) else 0
        if number:
            sentence += f"; {words.format(number)}"
    known_by = value("known_by")
    tail = f", by what was known on {dates.in_words(known_by.isoformat())}" if known_by else ""
    return f"{sentence}{tail}."


def _choice(atlas: Atlas) -> None:
    own = {parameter.name: parameter for parameter in parameters(atlas)}
    known = set(nation_index(atlas)["nation"]) | {value("of")}
    linked(own["of"], lambda key, changed: st.selectbox(
        "Nation", sorted(known - {None}, key=nations.name), index=None, key=key,
        on_change=changed, format_func=nations.name, placeholder="Choose a nation",
    ), drops=["opened"])  # fmt: skip


def _coalitions(atlas: Atlas, code: str, dossier: Dossier) -> None:
    st.header("Coalitions", divider="gray")
    if dossier.roster.empty:
        st.markdown("**No evidence.** No source here says anything of it: that is not a no.")
        return
    lanes = kept(atlas, "lanes", lambda: _lanes(atlas, dossier))
    caption = kept(atlas, "spans", lambda: spans_sentence(dossier.spans, nations.name(code)))
    st.markdown(escape(caption))
    spans_section(atlas, dossier.spans, lanes, caption, by="coalition", as_of=value("as_of"))
    names = kept(
        atlas, "names", lambda: [_coalition_name(atlas, row) for row in records(dossier.roster)]
    )
    roster_table(atlas, dossier.roster, {"Coalition": names}, "opened", "coalition")
    mine = dossier.roster[dossier.roster["coalition"] == value("opened")]
    for row in records(mine):
        claims = atlas.with_article("memberships")
        claims = claims[(claims["nation"] == code) & (claims["coalition"] == row["coalition"])]
        opened_claims(atlas, claims, row, "opened")
    page_links([(name, to_coalition(slug)) for slug, name in lanes.items()])


def _lanes(atlas: Atlas, dossier: Dossier) -> dict[str, str]:
    named = {*dossier.spans.bars["coalition"], *dossier.spans.signs["coalition"]}
    return {slug: name for slug, name in atlas.coalition_names.items() if slug in named}


def _coalition_name(atlas: Atlas, row: dict[str, Any]) -> str:
    return atlas.coalition_names.get(row["coalition"], str(row["coalition"]))


def _officials(atlas: Atlas, code: str, dossier: Dossier) -> None:
    st.header("Officials", divider="gray")
    if dossier.officials.empty:
        st.caption("No official here is of its nationality or holds one of its posts.")
        return
    labelled = []
    for row in records(dossier.officials.head(SHOWN_OFFICIALS)):
        name = atlas.official_names[row["official"]]
        note = " (one of its posts)" if row["by"] == "post" else ""
        labelled.append((f"{name}{note}", to_official(row["official"])))
    page_links(labelled)
    if len(dossier.officials) > SHOWN_OFFICIALS:
        everybody = Target("officials", {"nation": [code]})
        page_link(f"All {counted(len(dossier.officials), 'official')} →", everybody)


def _index(atlas: Atlas) -> None:
    """All nations, with how much there is on each."""
    st.title("Nations")
    rows = nation_index(atlas)
    chosen = filters()
    if chosen.nations:
        rows = rows[rows["nation"].isin(chosen.nations)]
    caption = f"{counted(len(rows), 'nation')} named in the sources"
    st.markdown(f"**{escape(caption)}.** Choose one for everything that is known of it here.")
    _choice(atlas)
    every = [*shared_parameters(atlas), *parameters(atlas)]
    actions(atlas, every, caption, "nations", lambda: rows)
    table = kept_table(atlas, "index", lambda: pd.DataFrame({
        "Nation": [nations.name(code) for code in rows["nation"]],
        "Coalitions": rows["coalitions"], "Announcements": rows["events"],
        "Officials": rows["officials"], "Statements": rows["statements"],
    }))  # fmt: skip

    def pick() -> None:
        selected = st.session_state["nations"]["selection"]["rows"]
        put({"of": str(rows["nation"].iloc[selected[0]]) if selected else None})

    st.dataframe(
        table, hide_index=True, key="nations", on_select=pick, selection_mode="single-row",
        height=min(720, 38 + 35 * max(1, len(rows))),
    )  # fmt: skip
