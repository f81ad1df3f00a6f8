"""Statements as cards: the words, who said them in which post, when, and what that rests on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from dashboard.atlas import Atlas
from dashboard.citations import cite_source
from dashboard.parts.boxes import filled_when_opened
from dashboard.parts.evidence import evidence, source_line
from dashboard.parts.links import page_link, to_official
from dashboard.parts.share import citation
from dashboard.parts.text import escape, highlighted
from dashboard.questions.same_words import elsewhere
from dashboard.questions.search import Span
from loaders import dates, nations

KIND_LABELS = {
    "direct": "quoted", "partial": "quoted in part", "indirect": "reported",
    "paraphrase": "our paraphrase",
}  # fmt: skip
_QUOTED = ("direct", "partial")
_OTHERS = 3


def statement_card(
    atlas: Atlas,
    row: dict[str, Any],
    address: str,
    hits: Sequence[Span] = (),
    *,
    to_speaker: bool = False,
) -> None:
    """Show one statement. `row` is a statement with `post_resolved`; `address` its permalink.

    `hits` are the parts of the text that a search found; `to_speaker` links to the speaker's page.
    """
    with st.container(border=True, key=f"card_{row['id'].replace('.', '_')}"):
        st.markdown(said(row, hits))
        st.caption(byline(atlas, row))
        if others := elsewhere(atlas, row["id"]):
            st.caption(escape(same_words(atlas, others)))
        rests_on = atlas.evidence_of(row["id"])
        source_line(rests_on[0].source)
        with st.container(horizontal=True, vertical_alignment="center"):
            with filled_when_opened("What it rests on", f"rests_{row['id']}") as opened:
                if opened:
                    evidence(atlas, row["id"])
            with filled_when_opened("Cite and link", f"cite_{row['id']}") as opened:
                if opened:
                    st.caption("Permalink")
                    st.code(address, language=None, wrap_lines=True)
                    source = rests_on[0].source
                    citation(
                        cite_source(source, address, date.today(), cited(atlas, row), row["id"])
                    )
            if to_speaker and row["official"] in atlas.official_names:
                name = atlas.official_names[row["official"]]
                page_link(f"{name} →", to_official(row["official"]))


def same_words(atlas: Atlas, articles: Sequence[str]) -> str:
    """Name the other articles with these very words, and say which of them are copies."""
    sources = [atlas.sources[article] for article in articles[:_OTHERS]]
    named = [
        f"“{source.title}”, {source.publisher}{', a copy' if source.tier == 'copy' else ''}"
        for source in sources
    ]
    more = f" and {len(articles) - _OTHERS:,} more" if len(articles) > _OTHERS else ""
    return f"The same words in {'; '.join(named)}{more}"


def said(row: dict[str, Any], hits: Sequence[Span] = ()) -> str:
    """The words as Markdown: quoted words between marks, reported ones without, ours marked."""
    text = highlighted(row["text"], hits)
    if row["kind"] in _QUOTED:
        return f"“{text.rstrip(',')}”"
    if row["kind"] == "paraphrase":
        return f":orange-badge[Our paraphrase] *{text}*"
    return text


def in_marks(row: dict[str, Any]) -> str:
    """The words for a citation: between marks only where they are the speaker's own."""
    return f"“{row['text'].rstrip(',')}”" if row["kind"] in _QUOTED else str(row["text"])


def cited(atlas: Atlas, row: dict[str, Any]) -> str:
    """What a citation begins with: who said it, and the words; our own are called so."""
    manner = " (our paraphrase)" if row["kind"] == "paraphrase" else ""
    return f"{_speaker(atlas, row)}{manner}: {in_marks(row)}"


def byline(atlas: Atlas, row: dict[str, Any]) -> str:
    """Who, in which post at that time, when, and in what manner it reached us."""
    who = _speaker(atlas, row)
    parts = [f"**{escape(who)}**"]
    if post := post_then(row):
        parts.append(escape(post))
    if isinstance(row["date"], str):
        parts.append(escape(dates.in_words(row["date"])))
    parts.append(KIND_LABELS[row["kind"]])
    if printed := as_printed(row, who):
        parts.append(f"printed as “{escape(printed)}”")
    return " · ".join(parts)


def _speaker(atlas: Atlas, row: dict[str, Any]) -> str:
    printed: str = row["speaker_as_printed"] or "not named"
    return atlas.official_names.get(row["official"] or "", printed)


def post_then(row: dict[str, Any]) -> str | None:
    """The post held when speaking, else as printed; acting ones and another nation's marked."""
    resolved = row.get("post_resolved")
    if not isinstance(resolved, str):
        printed: str | None = row["post_as_printed"]
        return printed
    acting = " (acting)" if row.get("post_acting") else ""
    of_person, of_post = row.get("nationality"), row.get("post_nation")
    lent = isinstance(of_person, str) and isinstance(of_post, str) and of_person != of_post
    nation = f" (post: {nations.name(of_post)}; speaker: {nations.name(of_person)})" if lent else ""
    return f"{resolved}{acting}{nation}"


def as_printed(row: dict[str, Any], who: str) -> str:
    """Name and post in the source's own words, where these differ from those resolved."""
    words = [row["speaker_as_printed"] if row["official"] else None]
    words.append(row["post_as_printed"] if isinstance(row.get("post_resolved"), str) else None)
    shown = (who, row.get("post_resolved") or "")
    new = [
        word
        for word, known in zip(words, shown, strict=True)
        if isinstance(word, str) and word.casefold() not in known.casefold()
    ]
    return ", ".join(new)
