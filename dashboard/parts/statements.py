"""Statements as cards: the words, who said them in which post, when, and what that rests on."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.atlas import Atlas
from dashboard.citations import cite_source
from dashboard.parts.evidence import evidence, source_line
from dashboard.parts.share import citation
from dashboard.parts.text import escape
from loaders import dates

KIND_LABELS = {
    "direct": "quoted", "partial": "quoted in part", "indirect": "reported",
    "paraphrase": "our paraphrase",
}  # fmt: skip
_QUOTED = ("direct", "partial")


def statement_card(atlas: Atlas, row: dict[str, Any], address: str) -> None:
    """Show one statement. `row` is a statement with `post_resolved`; `address` its permalink."""
    with st.container(border=True, key=f"card_{row['id'].replace('.', '_')}"):
        st.markdown(said(row))
        st.caption(byline(atlas, row))
        rests_on = atlas.evidence_of(row["id"])
        source_line(rests_on[0].source)
        with st.container(horizontal=True):
            with st.popover("What it rests on"):
                evidence(atlas, row["id"])
            with st.popover("Cite and link"):
                st.caption("Permalink")
                st.code(address, language=None, wrap_lines=True)
                source = rests_on[0].source
                citation(cite_source(source, address, date.today(), quoted=in_marks(row)))


def said(row: dict[str, Any]) -> str:
    """The words as Markdown: quoted words between marks, reported ones without, ours marked."""
    text = escape(row["text"])
    if row["kind"] in _QUOTED:
        return f"“{text.rstrip(',')}”"
    if row["kind"] == "paraphrase":
        return f":orange-badge[Our paraphrase] *{text}*"
    return text


def in_marks(row: dict[str, Any]) -> str:
    """The words for a citation: between marks only where they are the speaker's own."""
    return f"“{row['text'].rstrip(',')}”" if row["kind"] in _QUOTED else str(row["text"])


def byline(atlas: Atlas, row: dict[str, Any]) -> str:
    """Who, in which post at that time, when, and in what manner it reached us."""
    who = atlas.official_names.get(row["official"] or "", row["speaker_as_printed"] or "not named")
    parts = [f"**{escape(who)}**"]
    post = row.get("post_resolved") or row["post_as_printed"]
    if isinstance(post, str):
        parts.append(escape(post))
    if isinstance(row["date"], str):
        parts.append(escape(dates.in_words(row["date"])))
    parts.append(KIND_LABELS[row["kind"]])
    printed = row["speaker_as_printed"]
    if row["official"] and printed and pd.notna(printed) and printed not in who:
        parts.append(f"printed as “{escape(printed)}”")
    return " · ".join(parts)
