"""Statements: everything said, searched by words and narrowed by facets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import streamlit as st

from dashboard.address import Parameter, Shape
from dashboard.atlas import Atlas
from dashboard.filters import Filters, in_english
from dashboard.parts import data
from dashboard.parts.address_bar import linked, put, value
from dashboard.parts.chips import chips
from dashboard.parts.controls import filters, shared_parameters
from dashboard.parts.empty import nothing_left, undated_hidden
from dashboard.parts.facets import facet
from dashboard.parts.keeping import kept
from dashboard.parts.links import permalink, to_statement
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
from dashboard.parts.statements import KIND_LABELS, statement_card
from dashboard.parts.text import counted, escape
from dashboard.questions.corpus import By, Corpus, Found, Order, listed, search
from dashboard.questions.facets import Numbers
from dashboard.questions.search import Span, hits
from dashboard.records import records
from loaders import nations

PER_PAGE = 15
_TITLES = {
    By.NATION: "Nation", By.COALITION: "Coalition", By.OFFICIAL: "Speaker",
    By.ORGANISATION: "Organisation of the post", By.KIND: "How it reached us", By.YEAR: "Year",
    By.TIER: "Source",
}  # fmt: skip
_TIERS = {
    "official": "Official", "press": "Press", "reference": "Reference work", "copy": "Copy",
}  # fmt: skip
_ORDERS: dict[str, str] = {
    Order.RELEVANCE: "Best match", Order.NEWEST: "Newest first", Order.OLDEST: "Oldest first",
}  # fmt: skip
# Nation and coalition are filters of every page; these facets are this page's own.
_OWN = tuple(by for by in By if by not in (By.NATION, By.COALITION))
_LOST_BY_NARROWING = ["page", "statement"]


@lru_cache(maxsize=2)
def parameters(atlas: Atlas) -> list[Parameter]:
    """The words, the facets' choices, the order, the page, one statement opened."""
    corpus = data.corpus(atlas)
    return [
        Parameter("words", Shape.TEXT, "the words"),
        *(
            Parameter(str(by), Shape.MANY, f"the facet “{_TITLES[by]}”",
                      frozenset(corpus.facets[by].values))
            for by in _OWN
        ),
        Parameter("sort", Shape.ONE, "the order", [str(order) for order in Order]),
        page_parameter(),
        Parameter("statement", Shape.ONE, "the statement", corpus.places),
    ]  # fmt: skip


def show(atlas: Atlas) -> None:
    """Draw the page."""
    st.html(LISTS_STYLE)
    st.title("What was said", anchor=TOP)
    own = {parameter.name: parameter for parameter in parameters(atlas)}
    linked(own["words"], lambda key, changed: st.text_input(
        "Search the words said, or the speaker's name", key=key, on_change=changed,
        placeholder="e.g. deterrence, or “norms of behaviour”",
        help="All words must be there, in any form and spelling (deterrence finds deter, defence "
             "finds defense). Quotation marks keep words together; coop* finds every word that "
             "begins so.",
    ), drops=[*_LOST_BY_NARROWING, "sort"])  # fmt: skip
    corpus = data.corpus(atlas)
    if value("statement"):
        _one(atlas, corpus)
        return
    chosen = filters()
    found = search(corpus, _words(), chosen, _chosen())
    order = _order()
    mask = found.narrowed.mask
    positions = kept(atlas, "positions", lambda: listed(corpus, mask, order, _words()))
    caption = in_english(atlas, chosen, _what(found.number), said=True)
    caption += _picks_in_english(atlas)
    st.markdown(f"**{escape(caption)}.**")
    picks = [(own[str(by)], _namer(atlas, by)) for by in _OWN]
    chips(atlas, chosen, words=True, picks=picks, drops=_LOST_BY_NARROWING)
    every = [*shared_parameters(atlas), *own.values()]
    actions(atlas, every, caption, "statements", lambda: corpus.frame.iloc[positions])
    undated_hidden(found.undated, "statement")
    results, beside = st.columns([5, 2], gap="medium")
    with results:
        if len(positions):
            _results(atlas, corpus, positions, own["sort"], order)
        else:
            _nothing(corpus, chosen)
    with beside:
        _facets(atlas, found, own)


def _words() -> str:
    return value("words") or ""


def _chosen() -> dict[str, tuple[str, ...]]:
    return {str(by): value(str(by)) for by in _OWN}


def _order() -> Order:
    """The order asked for; by default the best match first where words are looked for."""
    asked = value("sort")
    if asked and (asked != Order.RELEVANCE or _words()):
        return Order(asked)
    return Order.RELEVANCE if _words() else Order.NEWEST


def _what(number: int) -> str:
    what = counted(number, "statement")
    if _words():
        what += f" with {_words()}" if '"' in _words() else f" with ‘{_words()}’"
    return what


def _picks_in_english(atlas: Atlas) -> str:
    """Say what is picked in the page's own facets: `; speaker: Ann Doe; year: 2024 or 2025`."""
    picks = ""
    for by in _OWN:
        if value(str(by)):
            names = " or ".join(_name(atlas, by, item) for item in value(str(by)))
            picks += f"; {_TITLES[by][0].lower()}{_TITLES[by][1:]}: {names}"
    return picks


def _namer(atlas: Atlas, by: By) -> Callable[[str], str]:
    return lambda item: _name(atlas, by, item)


def _name(atlas: Atlas, by: By, item: str) -> str:
    if by is By.NATION:
        return nations.name(item)
    if by is By.KIND:
        return KIND_LABELS[item].capitalize()
    names = {
        By.COALITION: atlas.coalition_names, By.OFFICIAL: atlas.official_names, By.TIER: _TIERS,
    }.get(by, {})  # fmt: skip
    return names.get(item, item)


def _results(
    atlas: Atlas, corpus: Corpus, positions: Numbers, sort: Parameter, order: Order
) -> None:
    pages = pages_of(len(positions), PER_PAGE)
    page = current_page(pages)
    orders = {
        item: name for item, name in _ORDERS.items() if item is not Order.RELEVANCE or _words()
    }
    list_toolbar(sort, orders, order, pages)
    first = (page - 1) * PER_PAGE
    _cards(atlas, corpus, positions[first : first + PER_PAGE])
    back_to_pager(pages)


def _cards(atlas: Atlas, corpus: Corpus, positions: Numbers) -> None:
    def rows() -> list[tuple[dict[str, Any], Sequence[Span]]]:
        shown = corpus.frame.iloc[positions]
        return list(zip(records(shown), hits(_words(), shown["text"].tolist()), strict=True))

    for row, spans in kept(atlas, "cards", rows):
        address = permalink(to_statement(row["id"]), atlas.version)
        statement_card(atlas, row, address, spans, to_speaker=True)


def _nothing(corpus: Corpus, chosen: Filters) -> None:
    """Say which filter, facet or word to loosen."""
    picks = _chosen()
    wordless = (lambda: search(corpus, "", chosen, picks).number) if _words() else None
    unpicked = (
        (lambda: search(corpus, _words(), chosen, {}).number) if any(picks.values()) else None
    )
    nothing_left(
        lambda choice: search(corpus, _words(), choice, picks).number, chosen, "statements",
        words=wordless, picks=unpicked, own=[*picks, "page"],
    )  # fmt: skip


def _facets(atlas: Atlas, found: Found, own: dict[str, Parameter]) -> None:
    declared = {**{item.name: item for item in shared_parameters(atlas)}, **own}
    st.header("Narrow down", divider="gray", anchor="narrow-down")
    for by in By:
        facet(
            declared[str(by)], _TITLES[by], found.narrowed.counts[str(by)],
            _namer(atlas, by), drops=_LOST_BY_NARROWING,
        )  # fmt: skip


def _one(atlas: Atlas, corpus: Corpus) -> None:
    """One statement, as its permalink shows it, whatever the filters."""
    _cards(atlas, corpus, np.array([corpus.places[value("statement")]]))
    st.button("Show all statements", on_click=put, args=({"statement": None},))
