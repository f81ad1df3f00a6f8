"""A nation's page: its memberships as spans, announcements, officials, statements, doubts."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.address import Parameter, Shape
from dashboard.atlas import Atlas
from dashboard.parts.address_bar import value
from dashboard.parts.controls import filters
from dashboard.parts.dossier import (
    SHOWN_OFFICIALS,
    days,
    kept_of,
    opened_claims,
    roster_table,
    spans_section,
    statements_section,
)
from dashboard.parts.links import Target, page_link, page_links, to_coalition, to_official
from dashboard.parts.text import counted, escape
from dashboard.questions.dossiers import Dossier, of_nation
from dashboard.questions.exercises import WHO_TOOK_PART, exercises
from dashboard.questions.holdings import nation_index
from dashboard.questions.spans import spans_sentence
from dashboard.records import records
from dashboard.views.dossier_page import Section, announced, choice, closing, frame, index
from loaders import dates, nations

_OTHERWISE = {
    "possibly": "possibly of {} more", "invited": "invited to {}",
    "other standing": "in another standing to {}", "not yet": "to join {} later",
    "left": "earlier in {}",
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
    statements = partial(
        statements_section, atlas, dossier, Target("statements", {"nation": [code]}),
        "No statement here is by its nationals, from its posts, or mentions it.",
        "By its nationals, from its posts, or that mention it.",
    )  # fmt: skip
    sections = [
        Section("Coalitions", len(dossier.roster), partial(_coalitions, atlas, code, dossier)),
        announced(atlas, dossier, Target("timeline", {"nation": [code]})),
        Section("Officials", len(dossier.officials), partial(_officials, atlas, code, dossier)),
        Section("Statements", len(dossier.statements), statements),
        *closing(atlas, dossier, "coalition"),
    ]
    caption = kept_of(atlas, dossier, "lead", lambda: lead(atlas, dossier))
    frame(atlas, parameters(atlas), caption, f"nation-{code}", dossier, sections, of="nations")


def chart(atlas: Atlas) -> None:
    """Draw the memberships as spans alone, for a page that embeds them."""
    code = value("of")
    if not code:
        _index(atlas)
        return
    _spans(atlas, code, of_nation(atlas, code, filters(), days()))


def lead(atlas: Atlas, dossier: Dossier) -> str:
    """Say in a sentence or two how the nation stands on the day."""
    day, trained = dates.in_words(value("as_of").isoformat()), exercises(atlas)
    took = dossier.roster["coalition"].astype("str").isin(trained)
    took &= dossier.roster["state"].isin(WHO_TOOK_PART)
    rows = dossier.roster[~took]
    members = [_coalition_name(atlas, row) for row in records(rows[rows["state"] == "member"])]
    named = f" ({', '.join(members)})" if 0 < len(members) <= 8 else ""
    number = counted(len(members), "coalition")
    sentence = f"On {day}: " + (
        f"a member of {number}{named}" if members else "no membership known"
    )
    for state, words in _OTHERWISE.items():
        number_so = int((rows["state"] == state).sum()) if len(rows) else 0
        if number_so:
            sentence += f"; {words.format(number_so)}"
    if took.any():
        sentence += f"; took part in {counted(int(took.sum()), 'exercise')}"
    known_by = value("known_by")
    tail = f", by what was known on {dates.in_words(known_by.isoformat())}" if known_by else ""
    return f"{sentence}{tail}."


def _choice(atlas: Atlas) -> None:
    known = set(nation_index(atlas)["nation"]) | {value("of")}
    options = sorted(known - {None}, key=nations.name)
    choice(parameters(atlas)[0], "Nation", options, nations.name)


def _coalitions(atlas: Atlas, code: str, dossier: Dossier) -> None:
    if dossier.roster.empty:
        st.markdown("**No evidence.** No source here says anything of it: that is not a no.")
        return
    lanes = _spans(atlas, code, dossier)
    roster_table(atlas, dossier, lambda some: _names(atlas, some), "opened", "coalition")
    opened_claims(atlas, dossier.roster, "opened", "coalition")
    page_links([(name, to_coalition(slug)) for slug, name in lanes.items()])


def _spans(atlas: Atlas, code: str, dossier: Dossier) -> dict[str, str]:
    """Draw the memberships; gives the lanes drawn: coalitions and their names."""
    lanes = kept_of(atlas, dossier, "lanes", lambda: _lanes(atlas, dossier))
    name = nations.name(code)
    caption = kept_of(
        atlas, dossier, "spans", lambda: spans_sentence(dossier.spans, name, exercises(atlas))
    )
    spans_section(atlas, dossier.spans, lanes, caption, by="coalition", as_of=value("as_of"))
    return lanes


def _lanes(atlas: Atlas, dossier: Dossier) -> dict[str, str]:
    named = {*dossier.spans.bars["coalition"], *dossier.spans.signs["coalition"]}
    return {slug: name for slug, name in atlas.coalition_names.items() if slug in named}


def _names(atlas: Atlas, rows: pd.DataFrame) -> dict[str, list[str]]:
    """The first column of the roster."""
    return {"Coalition": [_coalition_name(atlas, row) for row in records(rows)]}


def _coalition_name(atlas: Atlas, row: dict[str, Any]) -> str:
    return atlas.coalition_names.get(row["coalition"], str(row["coalition"]))


def _officials(atlas: Atlas, code: str, dossier: Dossier) -> None:
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
    inside = int((rows["coalitions"] > 0).sum())
    caption = (
        f"{counted(len(rows), 'nation')} named in the sources, {inside} counted into a coalition"
    )
    index(
        atlas,
        parameters(atlas),
        caption,
        "nations",
        rows,
        lambda: _in_words(rows),
        lambda: _choice(atlas),
    )


def _in_words(rows: pd.DataFrame) -> dict[str, Any]:
    return {
        "Nation": [nations.name(code) for code in rows["nation"]],
        "Coalitions": rows["coalitions"].to_numpy(), "Announcements": rows["events"].to_numpy(),
        "Officials": rows["officials"].to_numpy(), "Statements": rows["statements"].to_numpy(),
    }  # fmt: skip
