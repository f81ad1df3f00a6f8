"""The directory of officials: searched by name and post, narrowed by facets, with counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.address import Parameter
from dashboard.atlas import Atlas
from dashboard.filters import Filters, in_english
from dashboard.parts import data
from dashboard.parts.address_bar import linked, value
from dashboard.parts.chips import chips
from dashboard.parts.controls import filters, shared_parameters
from dashboard.parts.empty import nothing_left
from dashboard.parts.facets import facet
from dashboard.parts.links import page_link, to_official
from dashboard.parts.pager import LISTS_STYLE, back_to_pager, current_page, list_toolbar, pages_of
from dashboard.parts.share import actions
from dashboard.parts.text import counted, escape
from dashboard.questions.directory import Directory, Listing, Trait, listed, number_listed
from dashboard.questions.facets import Narrowed
from dashboard.records import records
from loaders import nations

PER_PAGE = 24
TITLES = {
    Trait.NATIONALITY: "Nationality", Trait.ORGANISATION: "Organisation",
    Trait.POST_NATION: "Nation of the post", Trait.COALITION: "Spoke on, or named with",
}  # fmt: skip
_ORDERS: dict[str, str] = {
    Listing.STATEMENTS: "Most statements first",
    Listing.NAME: "By family name",
}
_DROPPED = ["page"]


def show(atlas: Atlas, own: Mapping[str, Parameter]) -> None:
    """Draw the directory; `own` are the page's parameters by name."""
    st.html(LISTS_STYLE)
    _controls(atlas, own)
    directory, chosen = data.directory(atlas), filters()
    rows, found = listed(directory, _words(), chosen, _picks(), Listing(value("sort")))
    caption = in_english(atlas, chosen, _what(len(rows))) + _picks_in_english(atlas)
    st.markdown(f"**{escape(caption)}.**")
    picks = [(own[name], _namer(atlas, Trait(name))) for name in _picks()]
    chips(atlas, chosen, words=True, picks=picks, drops=_DROPPED)
    actions(atlas, [*shared_parameters(atlas), *own.values()], caption, "officials", lambda: rows)
    results, beside = st.columns([5, 2], gap="medium")
    with results:
        if rows.empty:
            _nothing(directory, chosen)
        else:
            _results(rows, own)
    with beside:
        _facets(atlas, found, own)


def _controls(atlas: Atlas, own: Mapping[str, Parameter]) -> None:
    left, right = st.columns(2)
    with left:
        linked(own["words"], lambda key, changed: st.text_input(
            "Search names, posts and organisations", key=key, on_change=changed,
            placeholder="e.g. commander, or Saltzman",
        ), drops=_DROPPED)  # fmt: skip
    with right:
        linked(own["official"], lambda key, changed: st.selectbox(
            "Official", list(atlas.official_names), index=None, key=key, on_change=changed,
            format_func=lambda slug: atlas.official_names[slug], placeholder="Open one by name …",
        ), drops=[*_picks(), "words", "sort", "page"])  # fmt: skip


def _words() -> str:
    return value("words") or ""


def _picks() -> dict[str, tuple[str, ...]]:
    return {str(trait): value(str(trait)) for trait in Trait if trait is not Trait.COALITION}


def _what(number: int) -> str:
    return counted(number, "official") + (f" with ‘{_words()}’" if _words() else "")


def _picks_in_english(atlas: Atlas) -> str:
    """Say what is picked: `; nationality: France or Japan`."""
    return "".join(
        f"; {TITLES[Trait(name)].lower()}: "
        + " or ".join(_name(atlas, Trait(name), item) for item in items)
        for name, items in _picks().items()
        if items
    )


def _namer(atlas: Atlas, trait: Trait) -> Callable[[str], str]:
    return lambda item: _name(atlas, trait, item)


def _name(atlas: Atlas, trait: Trait, item: str) -> str:
    if trait in (Trait.NATIONALITY, Trait.POST_NATION):
        return nations.name(item)
    return atlas.coalition_names.get(item, item) if trait is Trait.COALITION else item


def _results(rows: pd.DataFrame, own: Mapping[str, Parameter]) -> None:
    pages = pages_of(len(rows), PER_PAGE)
    list_toolbar(own["sort"], _ORDERS, value("sort"), pages)
    page = current_page(pages)
    with st.grid(2, min_column_width=260, gap="small"):
        for row in records(rows.iloc[(page - 1) * PER_PAGE : page * PER_PAGE]):
            _entry(row)
    back_to_pager(pages)


def _entry(row: dict[str, Any]) -> None:
    """One official: the name as a link, the post, nationality and number of statements."""
    with st.container(border=True, gap="xxsmall", height="stretch", key=f"entry_{row['slug']}"):
        page_link(row["name"], to_official(row["slug"]))
        if row["post"]:
            others = row["posts"] - 1
            more = f" · {others} more posts" if others > 1 else " · 1 more post" if others else ""
            st.caption(escape(row["post"] + more))
        facts = [nations.name(row["nationality"])] if row["nationality"] else []
        facts.append(counted(row["statements"], "statement"))
        st.caption(escape(" · ".join(facts)))


def _nothing(directory: Directory, chosen: Filters) -> None:
    picks = _picks()
    wordless = (lambda: number_listed(directory, "", chosen, picks)) if _words() else None
    unpicked = (
        (lambda: number_listed(directory, _words(), chosen, {})) if any(picks.values()) else None
    )
    nothing_left(
        lambda choice: number_listed(directory, _words(), choice, picks), chosen, "officials",
        words=wordless, picks=unpicked, own=[*picks, "page"],
    )  # fmt: skip


def _facets(atlas: Atlas, found: Narrowed, own: Mapping[str, Parameter]) -> None:
    declared = {**{item.name: item for item in shared_parameters(atlas)}, **own}
    st.header("Narrow down", divider="gray", anchor="narrow-down")
    for trait in Trait:
        facet(
            declared[str(trait)], TITLES[trait], found.counts[str(trait)], _namer(atlas, trait),
            drops=_DROPPED,
        )  # fmt: skip
