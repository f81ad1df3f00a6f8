"""A coalition's page: what it is, its members now and over time, what was said and announced."""

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
from dashboard.parts.evidence import safe_link
from dashboard.parts.keeping import kept
from dashboard.parts.links import (
    Target,
    page_link,
    page_links,
    to_coalition,
    to_nation,
    to_official,
)
from dashboard.parts.share import actions
from dashboard.parts.text import counted, escape
from dashboard.questions.dossiers import Dossier, of_coalition
from dashboard.questions.doubts import doubts
from dashboard.questions.holdings import coalition_index
from dashboard.questions.spans import spans_sentence
from dashboard.records import records
from loaders import dates, nations

_OTHERWISE = {
    "possibly": "possibly {} more", "invited": "{} invited",
    "other standing": "{} in another standing", "not yet": "{} to join later",
    "left": "{} whose part has ended",
}  # fmt: skip


def parameters(atlas: Atlas) -> list[Parameter]:
    """Which coalition, and the nation whose claims are opened."""
    return [
        Parameter("of", Shape.ONE, "the coalition", atlas.coalition_names),
        Parameter("opened", Shape.ONE, "the nation", nations.codes()),
    ]


def show(atlas: Atlas) -> None:
    """Draw the page: one coalition's, or the list of all."""
    slug = value("of")
    if not slug:
        _index(atlas)
        return
    dossier = of_coalition(atlas, slug, filters(), days())
    about = _about(atlas, slug)
    st.title(escape(about["name"]))
    _choice(atlas)
    _description(atlas, about)
    caption = kept(atlas, "lead", lambda: lead(atlas, slug, dossier))
    st.markdown(f"**{escape(caption)}**")
    chips(atlas, filters())
    every = [*shared_parameters(atlas), *parameters(atlas)]
    actions(atlas, every, caption, f"coalition-{slug}", lambda: dossier.claims)
    _members(atlas, slug, dossier)
    st.header("Announcements", divider="gray")
    events_section(atlas, dossier.events, Target("timeline", {"coalition": [slug]}))
    st.header("Officials’ statements on it", divider="gray")
    statements_section(
        atlas, dossier.statements, Target("officials", {"coalition": [slug]}),
        "No statement here names it.",
    )  # fmt: skip
    _officials(atlas, dossier)
    st.header("What is uncertain", divider="gray")
    doubts_section(doubts(atlas, dossier, "nation"))
    st.header(f"Sources ({len(dossier.articles)})", divider="gray")
    sources_section(atlas, dossier.articles)


def _about(atlas: Atlas, slug: str) -> dict[str, Any]:
    frame = atlas.tables["coalitions"]
    return records(frame[frame["slug"] == slug])[0]


def lead(atlas: Atlas, slug: str, dossier: Dossier) -> str:
    """Say how many members it has on the day, and how many stand otherwise."""
    rows, day = dossier.roster, dates.in_words(value("as_of").isoformat())
    by_state = rows.groupby(rows["state"].astype("str"))["nation"].nunique().to_dict()
    members = counted(by_state.get("member", 0), "member")
    sentence = f"{atlas.coalition_names[slug]}: {members} on {day}"
    for state, words in _OTHERWISE.items():
        if by_state.get(state):
            sentence += f"; {words.format(by_state[state])}"
    known_by = value("known_by")
    tail = f", by what was known on {dates.in_words(known_by.isoformat())}" if known_by else ""
    return f"{sentence}{tail}."


def _choice(atlas: Atlas) -> None:
    own = {parameter.name: parameter for parameter in parameters(atlas)}
    linked(own["of"], lambda key, changed: st.selectbox(
        "Coalition", list(atlas.coalition_names), index=None, key=key, on_change=changed,
        format_func=lambda slug: atlas.coalition_names[slug], placeholder="Choose a coalition",
    ), drops=["opened"])  # fmt: skip


def _description(atlas: Atlas, about: dict[str, Any]) -> None:
    """What it is, since when, what it is part of, and where that is stated."""
    st.markdown(escape(about["description"]))
    parts = [escape(about["kind"].capitalize())]
    for word, name in (("from", "first_day"), ("until", "last_day")):
        if about[name]:
            parts.append(f"{word} {escape(dates.in_words(about[name]))}")
    if about["aliases"]:
        parts.append(f"also: {escape(', '.join(about['aliases'][:4]))}")
    if about["source"]:
        parts.append(f"[where this is stated]({safe_link(about['source'])})")
    st.caption(" · ".join(parts))
    related = list(_related(atlas, about))
    if related:
        page_links(related)


def _related(atlas: Atlas, about: dict[str, Any]) -> list[tuple[str, Any]]:
    frame, slug = atlas.tables["coalitions"], about["slug"]
    names = atlas.coalition_names
    found = []
    for word, key in (("Part of", "parent"), ("Came out of", "predecessor")):
        if about[key] in names:
            found.append((f"{word} {names[about[key]]}", to_coalition(about[key])))
    for word, key in (("Includes", "parent"), ("Became", "predecessor")):
        below = frame[frame[key] == slug].sort_values(["first_day_earliest", "slug"])["slug"]
        found += [(f"{word} {names[child]}", to_coalition(child)) for child in below]
    return found


def _members(atlas: Atlas, slug: str, dossier: Dossier) -> None:
    st.header("Members", divider="gray")
    rows = dossier.roster
    if rows.empty:
        st.markdown("**No evidence.** No source here names a member: that is not a no.")
        return
    names = kept(atlas, "names", lambda: _names(atlas, rows))
    roster_table(atlas, rows, names, "opened", "nation")
    opened = rows[rows["nation"] == value("opened")] if value("opened") else rows.head(0)
    for row in records(opened):
        claims = atlas.with_article("memberships")
        same = (claims["nation"] == row["nation"]) & (claims["coalition"] == row["coalition"])
        opened_claims(atlas, claims[same], row, "opened")
    lanes = kept(atlas, "lanes", lambda: _lanes(rows))
    caption = kept(
        atlas, "spans", lambda: spans_sentence(dossier.spans, atlas.coalition_names[slug])
    )
    st.markdown(escape(caption))
    spans_section(atlas, dossier.spans, lanes, caption, by="nation", as_of=value("as_of"))
    opened = st.expander(
        f"Pages of its nations ({len(lanes)})", key="pages_of_nations", on_change="rerun"
    )
    if opened.open:
        with opened:
            page_links([(name, to_nation(code)) for code, name in lanes.items()])


def _names(atlas: Atlas, rows: pd.DataFrame) -> dict[str, list[str]]:
    """The first columns of the roster: the nation, and the edition where there are several."""
    names = {"Nation": [nations.name(code) for code in rows["nation"]]}
    if rows["coalition"].nunique() > 1:
        short = [atlas.coalition_names.get(one, "") for one in rows["coalition"].astype("str")]
        names["Edition"] = short
    return names


def _lanes(rows: pd.DataFrame) -> dict[str, str]:
    return {code: nations.name(code) for code in dict.fromkeys(rows["nation"].astype("str"))}


def _officials(atlas: Atlas, dossier: Dossier) -> None:
    listed = dossier.officials["official"].tolist()
    if listed:
        st.caption("Officials who spoke on it or are named in its announcements")
        page_links([
            (atlas.official_names.get(slug, slug), to_official(slug))
            for slug in listed[:SHOWN_OFFICIALS]
        ])  # fmt: skip
    if len(listed) > SHOWN_OFFICIALS:
        everybody = Target("officials", {"coalition": [value("of")]})
        page_link(f"All {counted(len(listed), 'official')} →", everybody)


def _index(atlas: Atlas) -> None:
    """All coalitions, with what they are and how much there is on each."""
    st.title("Coalitions")
    about = atlas.tables["coalitions"].set_index("slug")
    rows = coalition_index(atlas).join(about[["name", "kind", "description"]], on="coalition")
    caption = f"{counted(len(rows), 'coalition')}, operations, accords and exercises"
    st.markdown(f"**{escape(caption)}.** Choose one for everything that is known of it here.")
    _choice(atlas)
    every = [*shared_parameters(atlas), *parameters(atlas)]
    actions(atlas, every, caption, "coalitions", lambda: rows)
    frame = pd.DataFrame({
        "Coalition": rows["name"], "Kind": rows["kind"].astype("str"),
        "Nations": rows["nations"], "Announcements": rows["events"],
        "Statements": rows["statements"], "What it is": rows["description"],
    })  # fmt: skip

    def pick() -> None:
        selected = st.session_state["coalitions"]["selection"]["rows"]
        put({"of": str(rows["coalition"].iloc[selected[0]]) if selected else None})

    st.dataframe(
        frame, hide_index=True, key="coalitions", on_select=pick, selection_mode="single-row",
        height=38 + 35 * max(1, min(len(frame), 20)),
    )  # fmt: skip
