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
from dashboard.parts.chips import chips
from dashboard.parts.controls import filters, shared_parameters
from dashboard.parts.curating import may_curate, name_field, signature, vocabulary
from dashboard.parts.links import page_link, to_article, to_desk
from dashboard.parts.pager import current_page, page_parameter, pager, pages_of
from dashboard.parts.reopening import Reopened, held_proof, reopened_articles
from dashboard.parts.share import actions
from dashboard.parts.text import counted, escape
from dashboard.questions.contributions import keep_articles
from dashboard.records import records
from loaders import dates
from loaders.curation.proofs import Proof, reviewed
from loaders.curation.saving import Conflict, Saved, save, version_of
from loaders.facts.models import State
from loaders.paths import data_directory

_STATES = {
    str(State.EXTRACTED): "Extracted: nobody has read it over",
    str(State.COMPILED): "Compiled: read over once",
    str(State.REVIEWED): "Reviewed: by a second person",
}
_REOPENED = "reopened"
_STAGES = {**_STATES, _REOPENED: "Re-opened: changed since"}
_SAID = "queue_said"
# A page of the queue: more rows than anybody reads over in a day.
SHOWN = 200


def parameters(atlas: Atlas) -> list[Parameter]:
    """The state that is listed, and the article chosen."""
    return [
        Parameter("stage", Shape.ONE, "the state", _STAGES),
        Parameter("article", Shape.ONE, "the article", atlas.sources),
        page_parameter(),
    ]


def show(atlas: Atlas) -> None:
    """Draw the page."""
    st.title("Who has vouched for what")
    frame = keep_articles(atlas, filters())
    counts = frame["state"].astype("str").value_counts().to_dict()
    again = reopened_articles(atlas)
    parts = [f"{counts.get(state, 0):,} {state}" for state in _STATES]
    reopened = f"; {len(again):,} re-opened" if again else ""
    caption = f"{counted(len(frame), 'article')}: {', '.join(parts)}{reopened}."
    st.markdown(f"**{escape(caption)}**")
    chips(atlas, filters())
    parameter = parameters(atlas)[0]
    linked(parameter, lambda key, changed: st.pills(
        "State", list(_STAGES), key=key, on_change=changed, label_visibility="collapsed",
        format_func=lambda state: _STAGES[state],
    ), drops=["article", "page"])  # fmt: skip
    if said := st.session_state.pop(_SAID, None):
        st.success(escape(said))
    rows = _in_line(frame, value("stage"), again)
    every = [*shared_parameters(atlas), *parameters(atlas)]
    actions(atlas, every, caption, "queue", lambda: rows.drop(columns=["stages", "text_path"]))
    _left_out(atlas, again)
    _table(atlas, rows, again)
    chosen = value("article")
    if chosen:
        _opened(atlas, chosen)


def _in_line(frame: pd.DataFrame, stage: str | None, again: Mapping[str, Reopened]) -> pd.DataFrame:
    """The articles of a state, those first that need a person most; the newest first in each."""
    order = {state: number for number, state in enumerate(_STATES)}
    here = frame["id"].astype("str").isin(list(again))
    rows = frame
    if stage:
        rows = frame[here] if stage == _REOPENED else frame[frame["state"] == stage]
    stages = rows["state"].astype("str").map(order).where(~here[rows.index], -1)
    return rows.assign(stage=stages).sort_values("stage", kind="stable", ignore_index=True)


def _table(atlas: Atlas, line: pd.DataFrame, again: Mapping[str, Reopened]) -> None:
    pages = pages_of(len(line), SHOWN)
    pager(pages)
    first = (current_page(pages) - 1) * SHOWN
    rows = line.iloc[first : first + SHOWN]
    who = atlas.tables["articles"].set_index("id").reindex(rows["id"])
    states = [
        f"{state}, re-opened" if str(article) in again else state
        for article, state in zip(rows["id"], rows["state"].astype("str"), strict=True)
    ]
    shown = pd.DataFrame({
        "State": states,
        "Headline": [title.strip("()") for title in rows["title"]],
        "Facts": rows["facts"].to_numpy(),
        "Compiled": _signed(who["compiled_by"], who["compiled_on"]),
        "Reviewed": _signed(who["reviewed_by"], who["reviewed_on"]),
        "Published": _days(rows["published"], "undated"),
        "Publisher": rows["publisher"].astype("str").to_numpy(),
    })  # fmt: skip

    def pick() -> None:
        chosen = st.session_state["queue"]["selection"]["rows"]
        put({"article": str(rows["id"].iloc[chosen[0]]) if chosen else None})

    st.dataframe(
        shown, hide_index=True, key="queue", on_select=pick, selection_mode="single-row",
        height=min(560, 38 + 35 * max(1, len(shown))),
        column_config={"Headline": st.column_config.TextColumn(width=330),
                       "Facts": st.column_config.NumberColumn(width=60)},
    )  # fmt: skip
    st.caption("Select an article to read its facts over, or to mark it as reviewed.")


def _left_out(atlas: Atlas, again: Mapping[str, Reopened]) -> None:
    """Articles on no page, because the words of a fact are gone from their text."""
    gone = {article: found for article, found in again.items() if article not in atlas.sources}
    if gone:
        with st.container(border=True, gap="small", key="left_out"):
            st.markdown(
                ":orange-badge[Left out] :small[The text changed, and words that facts rest on are "
                "gone: on no page until somebody has read them over.]"
            )
            for article, found in gone.items():
                page_link(f"{found.title} ({counted(found.facts, 'fact')})", to_desk(article))


def _signed(names: pd.Series[Any], days: pd.Series[Any]) -> list[str]:
    """Who and when, each where it is recorded: `Ann Doe, 3 May 2025`."""
    return [
        ", ".join(part for part in (name, day) if part)
        for name, day in zip(names.fillna(""), _days(days, ""), strict=True)
    ]


def _days(values: pd.Series[Any], none: str) -> list[str]:
    return [dates.in_words(day) if isinstance(day, str) else none for day in values]


def _opened(atlas: Atlas, article: str) -> None:
    """One article: its state, and the ways on."""
    source = atlas.sources[article]
    frame = atlas.tables["articles"]
    row = records(frame[frame["id"] == article])[0]
    with st.container(border=True, key="opened"):
        st.markdown(f"**{escape(source.title.strip('()'))}**")
        again = reopened_articles(atlas).get(article)
        st.caption(escape(_standing(row, again.facts if again else 0)))
        with st.container(horizontal=True, vertical_alignment="center"):
            page_link("See its facts", to_article(article))
            page_link("Read them over", to_desk(article))
            st.button("Close", key="close_queue", type="tertiary", on_click=put,
                      args=({"article": None},))  # fmt: skip
        if may_curate().granted:
            _vouching(atlas, article, row)


def _standing(row: Mapping[str, Any], again: int) -> str:
    """Who compiled and who reviewed it, and when; what asks to be looked at again."""
    parts = [
        f"{word}{f' by {row[by]}' if row[by] else ''}"
        f"{f' on {dates.in_words(row[on])}' if row[on] else ''}"
        for word, by, on in (
            ("Compiled", "compiled_by", "compiled_on"), ("reviewed", "reviewed_by", "reviewed_on"),
        )
        if row[by] or row[on]
    ]  # fmt: skip
    said = ", ".join(parts) or _STATES[row["state"]]
    said = f"{said[0].upper()}{said[1:]}."
    if again:
        said += f" Its text changed since: {counted(again, 'fact')} to look at again."
    return said


def _vouching(atlas: Atlas, article: str, row: Mapping[str, Any]) -> None:
    """The way to mark an article as reviewed: who does it, and on which day."""
    allowed = may_curate()
    proof = held_proof(atlas, article)
    if proof is None or row["state"] == State.REVIEWED:
        return
    if not proof.settled:
        st.caption("Some of its facts are not decided on: read them over first.")
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        name_field(allowed)
        who = signature(allowed)
        if st.button("I have read it over against its source", key="vouch", disabled=not who,
                     help=None if who else "Give your name first"):  # fmt: skip
            with st.spinner("Saving, and building the tables anew …"):
                _vouch(proof, str(who))
            st.rerun()
    if who and _same_person(who, row["compiled_by"]):
        st.caption("You compiled it yourself: a second person reviews it.")


def _same_person(one: str, other: str | None) -> bool:
    return " ".join(one.split()).casefold() == " ".join((other or "").split()).casefold()


def _vouch(proof: Proof, who: str) -> None:
    if _same_person(who, proof.article.get("compiled_by")):
        st.session_state[_SAID] = "You compiled it yourself: a second person reviews it."
        return
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
