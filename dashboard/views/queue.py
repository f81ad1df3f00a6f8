"""The queue: articles by who has vouched for them, and the way to vouch for one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.address import Parameter, Shape
from dashboard.atlas import Atlas
from dashboard.parts import data
from dashboard.parts.address_bar import linked, put, value
from dashboard.parts.bodies import body
from dashboard.parts.chips import chips
from dashboard.parts.controls import filters
from dashboard.parts.curating import may_curate, vocabulary
from dashboard.parts.links import page_link, to_article, to_desk
from dashboard.parts.text import counted, escape
from dashboard.questions.contributions import keep_articles
from dashboard.records import records
from loaders import dates
from loaders.curation.proofs import Proof, proof_of_file, reviewed
from loaders.curation.saving import Conflict, Saved, facts_path, save, version_of
from loaders.facts.models import State
from loaders.facts.yaml import read_yaml
from loaders.paths import data_directory

_STATES = {
    str(State.EXTRACTED): "Extracted: nobody has read it over",
    str(State.COMPILED): "Compiled: read over once",
    str(State.REVIEWED): "Reviewed: by a second person",
}
_NAME, _SAID = "curator", "queue_said"


def parameters(atlas: Atlas) -> list[Parameter]:
    """The state that is listed, and the article chosen."""
    return [
        Parameter("stage", Shape.ONE, "the state", _STATES),
        Parameter("article", Shape.ONE, "the article", atlas.sources),
    ]


def show(atlas: Atlas) -> None:
    """Draw the page."""
    st.title("Who has vouched for what")
    frame = keep_articles(atlas, filters())
    counts = frame["state"].astype("str").value_counts().to_dict()
    parts = [f"{counts.get(state, 0):,} {state}" for state in _STATES]
    caption = f"{counted(len(frame), 'article')}: {', '.join(parts)}."
    st.markdown(f"**{escape(caption)}**")
    chips(atlas, filters())
    parameter = parameters(atlas)[0]
    linked(parameter, lambda key, changed: st.pills(
        "State", list(_STATES), key=key, on_change=changed, label_visibility="collapsed",
        format_func=lambda state: _STATES[state],
    ), drops=["article"])  # fmt: skip
    if said := st.session_state.pop(_SAID, None):
        st.success(escape(said))
    rows = _in_line(frame, value("stage"))
    _table(atlas, rows)
    chosen = value("article")
    if chosen:
        _opened(atlas, chosen)


def _in_line(frame: pd.DataFrame, stage: str | None) -> pd.DataFrame:
    """The articles of a state, those first that need a person most; the newest first in each."""
    order = {state: number for number, state in enumerate(_STATES)}
    rows = frame[frame["state"] == stage] if stage else frame
    stages = rows["state"].astype("str").map(order)
    return rows.assign(stage=stages).sort_values("stage", kind="stable", ignore_index=True)


def _table(atlas: Atlas, rows: pd.DataFrame) -> None:
    by = atlas.tables["articles"].set_index("id")[["reviewed_by", "reviewed_on"]]
    who = by.reindex(rows["id"])
    shown = pd.DataFrame({
        "State": rows["state"].astype("str"),
        "Headline": [title.strip("()") for title in rows["title"]],
        "Publisher": rows["publisher"].astype("str"),
        "Published": _days(rows["published"], "undated"),
        "Facts": rows["facts"],
        "Reviewed by": who["reviewed_by"].fillna("").tolist(),
        "on": _days(who["reviewed_on"], ""),
    })  # fmt: skip

    def pick() -> None:
        chosen = st.session_state["queue"]["selection"]["rows"]
        put({"article": str(rows["id"].iloc[chosen[0]]) if chosen else None})

    st.dataframe(
        shown, hide_index=True, key="queue", on_select=pick, selection_mode="single-row",
        height=min(560, 38 + 35 * max(1, len(shown))),
    )  # fmt: skip
    st.caption("Select an article to read its facts over, or to mark it as reviewed.")


def _days(values: pd.Series[Any], none: str) -> list[str]:
    return [dates.in_words(day) if isinstance(day, str) else none for day in values]


def _opened(atlas: Atlas, article: str) -> None:
    """One article: its state, and the ways on."""
    source = atlas.sources[article]
    frame = atlas.tables["articles"]
    row = records(frame[frame["id"] == article])[0]
    with st.container(border=True, key="opened"):
        st.markdown(f"**{escape(source.title.strip('()'))}**")
        st.caption(escape(_standing(row)))
        with st.container(horizontal=True, vertical_alignment="center"):
            page_link("See its facts", to_article(article))
            page_link("Read them over", to_desk(article))
            st.button("Close", key="close_queue", type="tertiary", on_click=put,
                      args=({"article": None},))  # fmt: skip
        if may_curate().granted:
            _vouching(atlas, article, row)


def _standing(row: Mapping[str, Any]) -> str:
    if row["state"] == State.REVIEWED:
        return f"Reviewed by {row['reviewed_by']} on {dates.in_words(row['reviewed_on'])}"
    return _STATES[row["state"]]


def _vouching(atlas: Atlas, article: str, row: Mapping[str, Any]) -> None:
    """The way to mark an article as reviewed: who does it, and on which day."""
    who = may_curate().who
    proof = _proof(atlas, article)
    if proof is None or row["state"] == State.REVIEWED:
        return
    if not proof.settled:
        st.caption("Some of its facts are not decided on: read them over first.")
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if not who:
            who = st.text_input("Your name", key=_NAME, persist_state="session", width=260)
        if st.button("I have read it over against its source", key="vouch", disabled=not who):
            with st.spinner("Saving, and building the tables anew …"):
                _vouch(proof, str(who))
            st.rerun()


def _vouch(proof: Proof, who: str) -> None:
    directory = data_directory()
    vouched = reviewed(proof, " ".join(who.split()), date.today().isoformat())
    outcome = save(directory, vouched, version_of(directory, proof.id))
    if isinstance(outcome, Saved):
        data.rebuilt()
        vocabulary.clear()
        st.session_state[_SAID] = f"Reviewed by {who}: {proof.article['title']}"
    elif isinstance(outcome, Conflict):
        st.session_state[_SAID] = "It was changed meanwhile: look at it again."
    else:
        st.session_state[_SAID] = str(outcome.findings[0])


def _proof(atlas: Atlas, article: str) -> Proof | None:
    directory = data_directory()
    path = facts_path(directory, article)
    if path is None:
        return None
    content = read_yaml(path.read_text(encoding="utf-8")).value
    return proof_of_file(article, content, body(atlas, directory, article))
