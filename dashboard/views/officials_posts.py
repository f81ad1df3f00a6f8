"""Officials' ranks, nationalities and posts, each with what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard.atlas import Atlas
from dashboard.charts.posts import posts_band
from dashboard.palette import Mark, surface
from dashboard.parts.evidence import dated, evidence
from dashboard.parts.figure import figure
from dashboard.parts.keeping import kept, kept_part, kept_table
from dashboard.parts.text import counted, escape, escape_html
from dashboard.questions.divided import Divided, divided
from dashboard.questions.posts_held import all_post_holders, all_posts_as_spans, posts_as_spans
from dashboard.questions.spans import Spans
from dashboard.records import records
from loaders import dates, nations

_SIGN_WORDS = {
    Mark.MEMBER_STATED: "took up", Mark.MEMBER_ATTESTED: "attested", Mark.LEFT: "until",
}  # fmt: skip
_LAST_KNOWN = 2


@dataclass(frozen=True, eq=False)
class Held:
    """Some officials' posts, the one known last first: rows, and the same as spans of time."""

    rows: pd.DataFrame
    spans: Spans

    @cached_property
    def records(self) -> list[dict[str, Any]]:
        """The rows one by one. Shared: do not change them."""
        return records(self.rows)


@lru_cache(maxsize=256)
def held_posts(atlas: Atlas, people: tuple[str, ...], today: date) -> Held:
    """Give the posts of some officials; `words` names the post, `known` is its last known day,
    `first` and `last` are the first and last attestation as precise as they are known (EDTF).

    Shared: do not change it.
    """
    every = _everybody(atlas, today)
    parts = [every.part(official=[slug]) for slug in people]
    rows = parts[0] if len(parts) == 1 else pd.concat(parts, ignore_index=True)
    return Held(rows, posts_as_spans(atlas, people, today))


@lru_cache(maxsize=2)
def _everybody(atlas: Atlas, today: date) -> Divided:
    """The posts of all officials, of each the one known last first."""
    rows = all_post_holders(atlas, today).astype({"official": "str"})
    rows = rows.assign(words=[_named(row) for row in records(rows)], known=_last_known(rows))
    signs = all_posts_as_spans(atlas, today).signs.frame
    attested = signs[signs["mark"] == str(Mark.MEMBER_ATTESTED)]
    for name, backwards in (("first", True), ("last", False)):
        some = attested.sort_values("day", ascending=not backwards, kind="stable")
        found = dict(zip(some["coalition"], some["date"], strict=True))
        rows[name] = pd.Series([found.get(key) for key in rows["key"]], dtype=object)
    rows = rows.sort_values(["known", "start_earliest"], ascending=False, kind="stable")
    return divided(rows.reset_index(drop=True), ["official"])


def _named(row: dict[str, Any]) -> str:
    acting = " (acting)" if row["acting"] else ""
    return ", ".join(filter(None, (row["title"], row["organisation"]))) + acting


def _last_known(rows: pd.DataFrame) -> pd.Series:
    """The last day on which a claim shows the post held, open ends not counted."""
    days = rows[["start_latest", "end_latest", "last_attested"]]
    return days.astype("datetime64[ms]").max(axis=1)


def who(atlas: Atlas, slug: str) -> None:
    """The posts known last, then rank and nationality, as the claims say."""
    if said := last_posts_sentence(held_posts(atlas, (slug,), date.today())):
        st.markdown(said)
    printed = atlas.ranks.get(slug, [])
    nationality = atlas.nationalities.get(slug)
    facts = [f"Rank or honorific as printed: {', '.join(map(escape, printed))}"] if printed else []
    if nationality:
        facts.append(f"Nationality: {nations.name(nationality)}")
    st.markdown(" · ".join(facts) or "No rank or nationality is stated here.")


def last_posts_sentence(held: Held) -> str:
    """Say (in Markdown) which posts are known last, and how they are known to be held.

    Those not known to have ended; where all have, the one that ended last.
    """
    some = [row for row in held.records if row["state"] in ("member", "possibly")]
    some = some or held.records[:1]
    told = [f"**{escape(row['words'])}** ({escape(held_in_words(row))})" for row in some]
    more = len(told) - _LAST_KNOWN
    rest = f"; {counted(more, 'more post')}" if more > 0 else ""
    return f"Last known: {'; '.join(told[:_LAST_KNOWN])}{rest}." if told else ""


def held_in_words(row: dict[str, Any]) -> str:
    """Say from when to when a post is known to be held: `since 2 Nov 2022, attested 5 Dec 2025`."""
    start, end, attested = row["start"], row["end"], row["last"]
    parts = []
    if start:
        parts.append(f"{'from' if end else 'since'} {dates.in_words(start)}")
    if end:
        parts.append(f"until {dates.in_words(end)}")
    elif attested:
        parts.append(f"last attested {dates.in_words(attested)}")
    return ", ".join(parts) or "undated"


def posts_over_time(atlas: Atlas, people: Sequence[str]) -> None:
    """The posts of one or two officials as bars in time, and as a table."""
    held = held_posts(atlas, tuple(people), date.today())
    if held.rows.empty:
        st.caption("No post is stated here.")
        return
    lanes = kept(atlas, "lanes of posts", lambda: _lanes(atlas, held, people))
    caption = kept(atlas, "posts in words", lambda: posts_sentence(held, lanes))
    if lanes:
        theme = "dark" if surface(st.context.theme.type).dark else "light"
        drawn = _drawn(atlas, tuple(people), date.today(), theme)
        table = kept_table(atlas, "posts", lambda: _table(atlas, held))
        figure(drawn, f"posts_{'_'.join(people)}", caption, table=table)
    st.caption(escape(caption))
    if lanes:
        st.caption(
            "Thick: a source states when it was taken up. Thin: only attested. Pale: the date lies "
            "somewhere within. Dotted: no end is stated, nor anything later."
        )


def _lanes(atlas: Atlas, held: Held, people: Sequence[str]) -> dict[str, str]:
    """The label of each post that some day is known of; two persons' posts name the person."""
    drawn = set(held.spans.bars["coalition"]) & set(held.spans.signs["coalition"])
    families = atlas.tables["officials"].set_index("slug")["family_name"]
    return {
        row["key"]: f"{families[row['official']]}: {row['words']}"
        if len(people) > 1
        else row["words"]
        for row in held.records
        if row["key"] in drawn
    }


@lru_cache(maxsize=256)
def _drawn(atlas: Atlas, people: tuple[str, ...], today: date, theme: str) -> go.Figure:
    """The figure, drawn once and shown to all: nobody changes it."""
    held = held_posts(atlas, people, today)
    lanes = _lanes(atlas, held, people)
    told = {row["key"]: held_in_words(row) for row in held.records}
    hovering = replace(
        held.spans,
        bars=held.spans.bars.assign(hover=[
            f"<b>{escape_html(lanes.get(key, ''))}</b><br>{escape_html(told[key])}"
            for key in held.spans.bars["coalition"]
        ]),
        signs=held.spans.signs.assign(hover=[
            _sign_hover(atlas, row, lanes) for row in records(held.spans.signs)
        ]),
    )  # fmt: skip
    return posts_band(hovering, lanes, surface(theme), pd.Timestamp(today))


def _sign_hover(atlas: Atlas, row: dict[str, Any], lanes: dict[str, str]) -> str:
    word = _SIGN_WORDS.get(Mark(row["mark"]), "")
    rests_on = atlas.evidence_of(row["claim"])
    source = f"{rests_on[0].source.publisher}, {dated(rests_on[0].source)}" if rests_on else ""
    lines = [f"{word} {dates.in_words(row['date'])}", source]
    told = "<br>".join(escape_html(line) for line in lines if line)
    return f"<b>{escape_html(lanes.get(row['coalition'], ''))}</b><br>{told}"


def _table(atlas: Atlas, held: Held) -> pd.DataFrame:
    rows = held.records
    return pd.DataFrame({
        "Official": [atlas.official_names.get(row["official"], "") for row in rows],
        "Post": [row["words"] for row in rows],
        "From": [dates.in_words(row["start"]) if row["start"] else "not stated" for row in rows],
        "Until": [dates.in_words(row["end"]) if row["end"] else "not stated" for row in rows],
        "First attested": [dates.in_words(row["first"]) if row["first"] else "" for row in rows],
        "Last attested": [dates.in_words(row["last"]) if row["last"] else "" for row in rows],
        "Sources": [row["sources"] for row in rows],
    })  # fmt: skip


def posts_sentence(held: Held, lanes: dict[str, str]) -> str:
    """Say which posts are drawn, and which cannot be: `1 post: Chief, Navy (since 2024).`"""
    parts = []
    rows = held.records
    for some, none in (
        ([row for row in rows if row["key"] in lanes], ""),
        ([row for row in rows if row["key"] not in lanes], " without a date, not drawn"),
    ):
        if some:
            told = [
                f"{lanes[row['key']]} ({held_in_words(row)})" if not none else row["words"]
                for row in some
            ]
            parts.append(f"{counted(len(some), 'post')}{none}: {'; '.join(told)}.")
    return " ".join(parts)


def claims_about(atlas: Atlas, slug: str) -> None:
    """Every claim about the person's rank, nationality and posts, with what it rests on."""
    posts, persons = kept_part(atlas, ("claims about", slug), lambda: _claims(atlas, slug))
    opened = st.expander(
        f"What rank, nationality and posts rest on ({len(posts) + len(persons)})",
        key="claims_about", on_change="rerun",
    )  # fmt: skip
    if opened.open:
        with opened:
            _evidence_of_claims(atlas, persons, posts)


def _evidence_of_claims(
    atlas: Atlas, persons: Sequence[dict[str, Any]], posts: Sequence[dict[str, Any]]
) -> None:
    for said, some in ((person_in_words, persons), (post_in_words, posts)):
        for claim in some:
            with st.container(border=True):
                st.markdown(f"**{escape(said(claim))}**")
                evidence(atlas, claim["id"])


def _claims(atlas: Atlas, slug: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    tables = (atlas.tables[name] for name in ("posts", "persons"))
    posts, persons = (records(table[table["official"] == slug]) for table in tables)
    return posts, persons


def person_in_words(claim: dict[str, Any]) -> str:
    """Write a claim about a person: `Gen. · United States (by the organisation served)`."""
    parts = [claim["rank"]] if claim["rank"] else []
    if claim["nationality"]:
        how = "stated" if claim["nationality_from"] == "stated" else "by the organisation served"
        parts.append(f"{nations.name(claim['nationality'])} ({how})")
    return " · ".join(parts) or "Named without rank or nationality"


def post_in_words(claim: dict[str, Any]) -> str:
    """Write a claim about a post: `Commander, U.S. Space Command · attested 5 Dec 2025`."""
    title = ", ".join(filter(None, (claim["title"], claim["organisation"])))
    parts = [title + (" (acting)" if claim["acting"] else "")]
    if claim["former"]:
        parts.append("former")
    dated_by = {"from": "start_date", "until": "end_date", "attested": "attested_on"}
    parts += [f"{word} {dates.in_words(claim[at])}" for word, at in dated_by.items() if claim[at]]
    return " · ".join(parts)
