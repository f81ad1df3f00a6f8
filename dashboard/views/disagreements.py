"""Disagreements: claims that differ, side by side, with the rule that chose what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.address import Parameter, Shape
from dashboard.atlas import Atlas
from dashboard.filters import in_english
from dashboard.parts.address_bar import linked, value
from dashboard.parts.chips import chips
from dashboard.parts.controls import filters, shared_parameters
from dashboard.parts.empty import nothing_left
from dashboard.parts.evidence import evidence_box, source_in_markdown
from dashboard.parts.links import (
    Target,
    page_links,
    to_coalition,
    to_event,
    to_nation,
    to_official,
)
from dashboard.parts.pager import TOP, back_to_pager, current_page, page_parameter, pager, pages_of
from dashboard.parts.share import actions
from dashboard.parts.text import counted, escape
from dashboard.questions.differing import Differing, differing, value_in_words
from dashboard.summaries import FACT_LABELS
from loaders import nations

TABLES = ("memberships", "announcements", "posts", "persons")
PER_PAGE = 20
_CLAIMS, _BESIDE = 12, 4


def parameters(atlas: Atlas) -> list[Parameter]:
    """The kinds of claim that are listed, and the page of the list."""
    return [Parameter("kind", Shape.MANY, "the kind of claim", TABLES), page_parameter()]


def show(atlas: Atlas) -> None:
    """Draw the page."""
    st.title("Where sources disagree", anchor=TOP)
    linked(parameters(atlas)[0], lambda key, changed: st.pills(
        "Claims on", list(TABLES), selection_mode="multi", key=key, on_change=changed,
        format_func=lambda table: FACT_LABELS[table],
    ), drops=["page"])  # fmt: skip
    chosen = filters()
    found = differing(atlas, chosen, value("kind"))
    what = counted(len(found), "disagreement")
    if value("kind"):
        what += f" in {' or '.join(FACT_LABELS[kind].lower() for kind in value('kind'))}"
    caption = in_english(atlas, chosen, what)
    st.markdown(
        f"**{escape(caption)}.** All sides are kept; a stated rule chooses the one that the other "
        "pages show."
    )
    chips(atlas, chosen, picks=[(parameters(atlas)[0], FACT_LABELS.__getitem__)])
    every = [*shared_parameters(atlas), *parameters(atlas)]
    actions(atlas, every, caption, "disagreements", lambda: _downloaded(found))
    if not found:
        nothing_left(
            lambda choice: len(differing(atlas, choice, value("kind"))), chosen, "disagreements",
            picks=(lambda: len(differing(atlas, chosen, ()))) if value("kind") else None,
            own=["kind", "page"],
        )  # fmt: skip
    pages = pages_of(len(found), PER_PAGE)
    pager(pages)
    page = current_page(pages)
    for one in found[(page - 1) * PER_PAGE : page * PER_PAGE]:
        _one(atlas, one)
    back_to_pager(pages)


def _downloaded(found: list[Differing]) -> pd.DataFrame:
    return pd.DataFrame([claim for one in found for claim in one.claims])


def _one(atlas: Atlas, one: Differing) -> None:
    with st.container(border=True):
        st.markdown(f"**{escape(one.title)}**: {escape(one.field)}")
        values = _distinct(one.claims)
        for start in range(0, min(len(values), _CLAIMS), _BESIDE):
            claims = values[start : min(start + _BESIDE, _CLAIMS)]
            for column, claim in zip(st.columns(max(2, len(claims))), claims, strict=False):
                with column:
                    _claim(atlas, claim)
        more = len(values) - _CLAIMS
        if more > 0:
            st.caption(f"{counted(more, 'more claim')} differ; the download has all.")
        st.caption(f"Why the first is chosen: {escape(one.rule)}")
        page_links(_targets(atlas, one))


def _distinct(claims: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The first claim of each value: it counts the sources that say the same."""
    first: dict[Any, dict[str, Any]] = {}
    for claim in claims:
        first.setdefault(claim["value"], claim)
    return list(first.values())


def _claim(atlas: Atlas, claim: dict[str, Any]) -> None:
    words = escape(value_in_words(claim["field"], claim["value"]))
    shown = ":green-badge[✓ chosen]" if claim["displayed"] else ":gray-badge[not chosen]"
    source = source_in_markdown(atlas.sources[claim["article"]])
    st.markdown(f"{shown} **{words}**\n\n{source}")
    others = claim["sources"] - 1
    if others > 0:
        st.caption(f"{counted(others, 'more source')} {'says' if others == 1 else 'say'} the same")
    evidence_box(atlas, claim["claim"], f"{claim['field']}_{claim['claim']}")


def _targets(atlas: Atlas, one: Differing) -> list[tuple[str, Target]]:
    about, found = one.about, []
    if "nation" in about:
        found.append((nations.name(about["nation"]), to_nation(about["nation"])))
    if "coalition" in about:
        slug = about["coalition"]
        found.append((atlas.coalition_names.get(slug, slug), to_coalition(slug)))
    if "event" in about:
        found.append(("On the timeline", to_event(about["event"])))
    if "official" in about:
        slug = about["official"]
        found.append((atlas.official_names.get(slug, slug), to_official(slug)))
    return found
