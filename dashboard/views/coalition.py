"""A coalition's page: what it is, its members now and over time, what was said and announced."""

from __future__ import annotations

from functools import lru_cache, partial
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
from dashboard.parts.evidence import safe_link
from dashboard.parts.keeping import kept_part
from dashboard.parts.links import (
    Target,
    page_link,
    page_links,
    to_coalition,
    to_nation,
    to_official,
)
from dashboard.parts.text import counted, escape
from dashboard.questions.dossiers import Dossier, of_coalition
from dashboard.questions.exercises import WHO_TOOK_PART, exercises
from dashboard.questions.holdings import coalition_index
from dashboard.questions.spans import spans_sentence
from dashboard.records import records
from dashboard.views.dossier_page import Section, announced, choice, closing, frame, index
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
    statements = partial(
        statements_section, atlas, dossier, Target("statements", {"coalition": [slug]}),
        "No statement here names it.",
    )  # fmt: skip
    inside = kept_of(atlas, dossier, "inside", lambda: _inside(atlas, slug, dossier))
    trained = slug in exercises(atlas)
    heading = "Who took part" if trained else roster_heading(dossier.roster, slug)
    sections = [
        Section(heading, inside, partial(_members, atlas, slug, dossier)),
        announced(atlas, dossier, Target("timeline", {"coalition": [slug]})),
        Section("Statements", len(dossier.statements), statements),
        Section("Officials", len(dossier.officials), partial(_officials, atlas, dossier)),
        *closing(atlas, dossier, "nation"),
    ]
    caption = kept_of(atlas, dossier, "lead", lambda: lead(atlas, slug, dossier))
    frame(
        atlas, parameters(atlas), caption, f"coalition-{slug}", dossier, sections, of="coalitions"
    )


def chart(atlas: Atlas) -> None:
    """Draw the memberships as spans alone, for a page that embeds them."""
    slug = value("of")
    if not slug:
        _index(atlas)
        return
    _spans(atlas, slug, of_coalition(atlas, slug, filters(), days()))


@lru_cache(maxsize=512)
def _about(atlas: Atlas, slug: str) -> dict[str, Any]:
    frame = atlas.tables["coalitions"]
    return records(frame[frame["slug"] == slug])[0]


def members_known(rows: pd.DataFrame, slug: str, inside: int) -> str:
    """How many are members; of those of its parts alone it is said so.

    A nation of NATO's Space Centre of Excellence is not "the 1 member of NATO".
    """
    if not inside:
        return "no member known"
    own = rows[(rows["coalition"].astype("str") == slug) & (rows["state"] == "member")]
    members = counted(inside, "member")
    return members if len(own) else f"no member known of its own; {members} of its parts"


def roster_heading(rows: pd.DataFrame, slug: str) -> str:
    """Name what the number beside it counts: those of its parts alone are not its own members."""
    of = set(rows[rows["state"] == "member"]["coalition"].astype("str"))
    return "Members of its parts" if of and slug not in of else "Members"


def lead(atlas: Atlas, slug: str, dossier: Dossier) -> str:
    """Say how many members it has on the day, and how many stand otherwise."""
    rows, day = dossier.roster, dates.in_words(value("as_of").isoformat())
    by_state = rows.groupby(rows["state"].astype("str"))["nation"].nunique().to_dict()
    trained = slug in exercises(atlas)
    states = WHO_TOOK_PART if trained else ("member",)
    inside = rows[rows["state"].isin(states)]["nation"].nunique()
    if trained:
        took = counted(inside, "nation") if inside else "no nation known to have"
        members = f"{took} {'took' if inside else 'taken'} part by {day}"
    else:
        members = f"{members_known(rows, slug, inside)} on {day}"
    sentence = f"{atlas.coalition_names[slug]}: {members}"
    for state, words in _OTHERWISE.items():
        if by_state.get(state) and state not in states:
            sentence += f"; {words.format(by_state[state])}"
    known_by = value("known_by")
    tail = f", by what was known on {dates.in_words(known_by.isoformat())}" if known_by else ""
    return f"{sentence}{tail}."


def _choice(atlas: Atlas) -> None:
    names = atlas.coalition_names
    choice(parameters(atlas)[0], "Coalition", list(names), names.__getitem__)


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
    # Small but not a caption: Streamlit fades captions, and links in them below WCAG's AA.
    st.markdown(f":small[{' · '.join(parts)}]")
    related = kept_part(atlas, ("related", about["slug"]), lambda: _related(atlas, about))
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
    rows = dossier.roster
    if rows.empty:
        st.markdown("**No evidence.** No source here names a member: that is not a no.")
        return
    several = rows["coalition"].nunique() > 1
    names = partial(_names, atlas, several=several)
    roster_table(atlas, dossier, names, "opened", "nation")
    opened_claims(atlas, rows, "opened", "nation")
    lanes = _spans(atlas, slug, dossier)
    opened = st.expander(
        f"Pages of its nations ({len(lanes)})", key="pages_of_nations", on_change="rerun"
    )
    if opened.open:
        with opened:
            page_links([(name, to_nation(code)) for code, name in lanes.items()])


def _spans(atlas: Atlas, slug: str, dossier: Dossier) -> dict[str, str]:
    """Draw the memberships; gives the lanes drawn: nations and their names."""
    lanes = kept_of(atlas, dossier, "lanes", lambda: _lanes(dossier.roster))
    name = atlas.coalition_names[slug]
    caption = kept_of(
        atlas, dossier, "spans", lambda: spans_sentence(dossier.spans, name, exercises(atlas))
    )
    spans_section(atlas, dossier.spans, lanes, caption, by="nation", as_of=value("as_of"))
    return lanes


def _inside(atlas: Atlas, slug: str, dossier: Dossier) -> int:
    """How many nations are members on the day, or took part."""
    states = WHO_TOOK_PART if slug in exercises(atlas) else ("member",)
    rows = dossier.roster
    return int(rows[rows["state"].isin(states)]["nation"].nunique())


def _names(atlas: Atlas, rows: pd.DataFrame, *, several: bool) -> dict[str, list[str]]:
    """The first columns of the roster: the nation, and of which edition or part it is where
    there are several.
    """
    names = {"Nation": [nations.name(code) for code in rows["nation"]]}
    if several:
        coalitions = rows["coalition"].astype("str")
        editions = set(coalitions) <= exercises(atlas)
        names["Edition" if editions else "Of"] = [
            atlas.coalition_names.get(one, "") for one in coalitions
        ]
    return names


def _lanes(rows: pd.DataFrame) -> dict[str, str]:
    return {code: nations.name(code) for code in dict.fromkeys(rows["nation"].astype("str"))}


def _officials(atlas: Atlas, dossier: Dossier) -> None:
    if dossier.officials.empty:
        st.caption("No official here spoke on it or is named in its announcements.")
        return
    st.caption("Officials who spoke on it or are named in its announcements")
    page_links([
        (atlas.official_names.get(slug, slug), to_official(slug))
        for slug in dossier.officials["official"].head(SHOWN_OFFICIALS)
    ])  # fmt: skip
    if len(dossier.officials) > SHOWN_OFFICIALS:
        everybody = Target("officials", {"coalition": [value("of")]})
        page_link(f"All {counted(len(dossier.officials), 'official')} →", everybody)


def _index(atlas: Atlas) -> None:
    """All coalitions, with what they are and how much there is on each."""
    st.title("Coalitions")
    about = atlas.tables["coalitions"].set_index("slug")
    rows = coalition_index(atlas).join(about[["name", "kind", "description"]], on="coalition")
    rows = rows.sort_values("name", key=lambda names: names.str.casefold(), ignore_index=True)
    known = int((rows["nations"] > 0).sum())
    caption = (
        f"{counted(len(rows), 'coalition')}, operations, accords and exercises; "
        f"of {known} the sources name members, those of parts counted in"
    )
    index(
        atlas,
        parameters(atlas),
        caption,
        "coalitions",
        rows,
        lambda: _in_words(rows),
        lambda: _choice(atlas),
    )


def _in_words(rows: pd.DataFrame) -> dict[str, Any]:
    return {
        "Coalition": rows["name"].to_numpy(), "Kind": rows["kind"].astype("str").to_numpy(),
        "Nations": rows["nations"].to_numpy(), "Announcements": rows["events"].to_numpy(),
        "Statements": rows["statements"].to_numpy(),
        "What it is": rows["description"].to_numpy(),
    }  # fmt: skip
