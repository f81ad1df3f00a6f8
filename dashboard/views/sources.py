"""Sources: every article with what it contributed; one opens its own page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from dashboard.address import Parameter, Shape
from dashboard.atlas import Atlas
from dashboard.filters import Filters, in_english
from dashboard.parts.address_bar import linked, value
from dashboard.parts.chips import chips
from dashboard.parts.controls import filters, shared_parameters
from dashboard.parts.empty import nothing_left
from dashboard.parts.evidence import dated, site
from dashboard.parts.facets import facet
from dashboard.parts.keeping import kept
from dashboard.parts.links import page_link, to_article
from dashboard.parts.pager import (
    LISTS_STYLE,
    TOP,
    back_to_pager,
    current_page,
    list_toolbar,
    page_parameter,
    pages_of,
)
from dashboard.parts.share import actions
from dashboard.parts.text import counted, escape
from dashboard.questions.contributions import KINDS, articles_passing, contributions
from dashboard.questions.facets import Facet, Mask, Narrowed, facet_of, facet_of_lists
from dashboard.questions.facets import narrowed as narrowed_by
from dashboard.records import records
from dashboard.summaries import FACT_LABELS
from dashboard.views import article as article_page

PER_PAGE = 20
_TITLES = {
    "kind": "Gave", "tier": "Tier", "publisher": "Publisher", "year": "Published",
    "rights": "Rights",
}  # fmt: skip
_UNDATED = "undated"
_DROPPED = ["page"]


class Listing(StrEnum):
    """In which order articles are listed."""

    NEWEST = "newest"
    OLDEST = "oldest"
    FACTS = "facts"


_ORDERS: dict[str, str] = {
    Listing.NEWEST: "Newest first", Listing.OLDEST: "Oldest first",
    Listing.FACTS: "Most facts first",
}  # fmt: skip


@lru_cache(maxsize=4)
def facets_of(atlas: Atlas) -> Mapping[str, Facet]:
    """The facets of the articles, in the rows of `contributions`."""
    frame = contributions(atlas)
    years = frame["published_latest"].dt.year.astype("Int64").astype("str").fillna(_UNDATED)
    given = frame[list(KINDS)].to_numpy() > 0
    return {
        "kind": facet_of_lists([kind for kind, has in zip(KINDS, row, strict=True) if has]
                               for row in given),
        "tier": facet_of(frame["tier"].astype("str")),
        "publisher": facet_of(frame["publisher"].astype("str")),
        "year": facet_of(years),
        "rights": facet_of(frame["rights"].astype("str")),
    }  # fmt: skip


@lru_cache(maxsize=2)
def parameters(atlas: Atlas) -> list[Parameter]:
    """The article opened, the fact shown in it, and what narrows and orders the list."""
    facets = facets_of(atlas)
    return [
        Parameter("article", Shape.ONE, "the article", atlas.sources),
        Parameter("fact", Shape.TEXT, "the fact"),
        Parameter("words", Shape.TEXT, "the words"),
        *(
            Parameter(name, Shape.MANY, f"the facet “{title}”",
                      frozenset(KINDS if name == "kind" else facets[name].values))
            for name, title in _TITLES.items()
        ),
        Parameter("sort", Shape.ONE, "the order", [str(order) for order in Listing],
                  default=str(Listing.NEWEST)),
        page_parameter(),
    ]  # fmt: skip


def show(atlas: Atlas) -> None:
    """Draw the page: one article's, or the list."""
    every = [*shared_parameters(atlas), *parameters(atlas)]
    if value("article"):
        article_page.show(atlas, value("article"), every)
        return
    own = {parameter.name: parameter for parameter in parameters(atlas)}
    st.html(LISTS_STYLE)
    st.title("What everything here rests on", anchor=TOP)
    linked(own["words"], lambda key, changed: st.text_input(
        "Search headlines and publishers", key=key, on_change=changed, placeholder="e.g. Toulouse",
    ), drops=_DROPPED)  # fmt: skip
    chosen = filters()
    found = kept(atlas, "found", lambda: narrowed(atlas, chosen, _words(), _picks()))
    rows = kept(atlas, "rows", lambda: _in_order(contributions(atlas)[found.mask]))
    said = kept(atlas, "sources in words", lambda: sources_sentence(rows)) + _said()
    caption = in_english(atlas, chosen, said) + _picks_in_english()
    st.markdown(f"**{escape(caption)}.**")
    picks = [(own[name], _namer(name)) for name in _TITLES]
    chips(atlas, chosen, words=True, picks=picks, drops=_DROPPED)
    actions(atlas, every, caption, "sources", lambda: rows.drop(columns=["text_path"]))
    results, beside = st.columns([5, 2], gap="medium")
    with results:
        if rows.empty:
            _nothing(atlas, chosen)
        else:
            _results(atlas, rows, own["sort"])
    with beside:
        st.header("Narrow down", divider="gray", anchor="narrow-down")
        for name, title in _TITLES.items():
            facet(own[name], title, found.counts[name], _namer(name), drops=_DROPPED)


def sources_sentence(rows: pd.DataFrame) -> str:
    """Say how many articles and independent sources are listed, and what they gave."""
    independent = rows["copy_group"].astype("str").nunique()
    facts = counted(int(rows["facts"].sum()), "fact")
    copies = f" (copies counted once: {independent:,})" if independent < len(rows) else ""
    return f"{counted(len(rows), 'article')}{copies} with {facts}"


def _words() -> str:
    return value("words") or ""


def _picks() -> dict[str, tuple[str, ...]]:
    return {name: value(name) for name in _TITLES}


def _said() -> str:
    return f", ‘{_words()}’ in the headline or publisher" if _words() else ""


def _picks_in_english() -> str:
    """Say what is picked: `; gave: memberships or posts; tier: official`."""
    return "".join(
        f"; {_TITLES[name].lower()}: {' or '.join(map(_namer(name), items))}"
        for name, items in _picks().items()
        if items
    )


def _namer(name: str) -> Callable[[str], str]:
    if name == "publisher":
        return str
    return (lambda item: FACT_LABELS[item]) if name == "kind" else str.capitalize


def narrowed(
    atlas: Atlas, chosen: Filters, words: str, picks: Mapping[str, tuple[str, ...]]
) -> Narrowed:
    """Keep the articles that filters, words and facets leave, and count the facets' values."""
    base = articles_passing(atlas, chosen) & _holding(atlas, words)
    return narrowed_by(facets_of(atlas), picks, base, {})


@lru_cache(maxsize=4)
def _texts(atlas: Atlas) -> pd.Series:
    frame = contributions(atlas)
    return (frame["title"] + " " + frame["publisher"].astype("str")).str.casefold()


def _holding(atlas: Atlas, words: str) -> Mask:
    mask = np.ones(len(contributions(atlas)), dtype=np.bool_)
    for word in words.casefold().split():
        mask &= _texts(atlas).str.contains(word, regex=False).to_numpy(dtype=np.bool_)
    return mask


def _in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows, which are the newest first, in the order asked for."""
    order = Listing(value("sort"))
    if order is Listing.FACTS:
        return rows.sort_values("facts", ascending=False, kind="stable")
    if order is Listing.OLDEST:
        return rows.sort_values("published_earliest", kind="stable", na_position="last")
    return rows


def _results(atlas: Atlas, rows: pd.DataFrame, sort: Parameter) -> None:
    pages = pages_of(len(rows), PER_PAGE)
    list_toolbar(sort, _ORDERS, value(sort.name), pages)
    page = current_page(pages)
    for row in records(rows.iloc[(page - 1) * PER_PAGE : page * PER_PAGE]):
        _entry(atlas, row)
    back_to_pager(pages)


def _entry(atlas: Atlas, row: dict[str, Any]) -> None:
    """One article: its headline as a link, what it is, and what it contributed."""
    source = atlas.sources[row["id"]]
    with st.container(border=True, gap="xxsmall", key=f"entry_{row['id'].replace('.', '_')}"):
        page_link(source.title, to_article(source.id))
        what = [source.publisher, dated(source), row["kind"], f"tier: {row['tier']}"]
        if source.via:
            what.append(f"via {site(source.via)}")
        rights = [f"rights: {row['rights']}", f"facts {row['state']}"]
        if row["held"]:
            rights.append("the text is held here")
        lines = [
            ":small[" + " · ".join(map(escape, what)) + "]",
            escape(given_in_words(row)),
            ":small[:gray[" + " · ".join(map(escape, rights)) + "]]",
        ]
        st.markdown("  \n".join(lines))


def given_in_words(row: Mapping[str, Any]) -> str:
    """Say what an article gave: `12 facts: 10 memberships, 2 posts; 83% quoted verbatim`."""
    if not row["facts"]:
        return "No fact is taken from it"
    parts = [
        counted(row[kind], FACT_LABELS[kind].lower().removesuffix("s"))
        for kind in KINDS
        if row[kind]
    ]
    share = row["verbatim"]
    quoted = f"; {share:.0%} quoted verbatim" if share else "; our summary only"
    return f"{counted(row['facts'], 'fact')}: {', '.join(parts)}{quoted}"


def _nothing(atlas: Atlas, chosen: Filters) -> None:
    """Say which filter, facet or word to loosen."""

    def number(choice: Filters, words: str, picks: Mapping[str, tuple[str, ...]]) -> int:
        return int(narrowed(atlas, choice, words, picks).mask.sum())

    picks, none = _picks(), dict.fromkeys(_TITLES, ())
    nothing_left(
        lambda choice: number(choice, _words(), picks), chosen, "articles",
        words=(lambda: number(chosen, "", picks)) if _words() else None,
        picks=(lambda: number(chosen, _words(), none)) if any(picks.values()) else None,
        own=[*picks, "page"],
    )  # fmt: skip
