"""Links between pages: which page shows a thing, and the query that shows it there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from dashboard import address
from dashboard.parts.text import escape

_PAGES, _CARRIED = "links_pages", "links_carried"
_LONGEST_LABEL = 160


@dataclass(frozen=True)
class Target:
    """A page's path, and what its address says beyond the filters that every link carries."""

    page: str
    query: Mapping[str, Sequence[str]]


def to_nation(code: str) -> Target:
    """The page of a nation (ISO alpha-3)."""
    return Target("nation", {"of": [code]})


def to_coalition(slug: str) -> Target:
    """The page of a coalition."""
    return Target("coalition", {"of": [slug]})


def to_official(slug: str) -> Target:
    """The page of an official."""
    return Target("officials", {"official": [slug]})


def to_event(event: str) -> Target:
    """The timeline with one event opened."""
    return Target("timeline", {"event": [event]})


def to_statement(key: str) -> Target:
    """One statement, by its permalink."""
    return Target("statements", {"statement": [key]})


def to_article(article: str, fact: str | None = None) -> Target:
    """The page of an article, with one fact shown in its text where a fact is given."""
    return Target("sources", {"article": [article], **({"fact": [fact]} if fact else {})})


def to_desk(article: str, fact: str | None = None) -> Target:
    """The page on which an article's facts are put right, with one fact opened."""
    return Target("add", {"article": [article], **({"fact": [fact]} if fact else {})})


def remember(pages: Mapping[str, Any], carried: Mapping[str, Sequence[str]]) -> None:
    """Keep the pages by path, and the filters that links carry, for this run."""
    st.session_state[_PAGES], st.session_state[_CARRIED] = pages, carried


def page_link(label: str, target: Target, *, icon: str | None = None) -> None:
    """Show a link whose label is plain text; it carries the filters along."""
    short = label if len(label) <= _LONGEST_LABEL else f"{label[: _LONGEST_LABEL - 1]}…"
    st.page_link(
        _page(target), label=f":primary[{escape(short)}]", icon=icon, query_params=_query(target)
    )


def page_links(labelled: Sequence[tuple[str, Target]]) -> None:
    """Show links in a row that wraps."""
    with st.container(horizontal=True, gap="small"):
        for label, target in labelled:
            page_link(label, target)


def sources_line(said: str, target: Target | None) -> None:
    """Under a chart: what it rests on, as a link to the articles where a `target` is given."""
    if not said:
        return
    if target is None:
        st.caption(escape(said))
        return
    with st.container(key="chart_sources"):
        page_link(f"{said} See them →", target)


def opener(label: str, target: Target | None) -> None:
    """Under a table: the link to the chosen row's page.

    Not `st.switch_page`: that writes the new page's query over the old page's entry in the
    browser's history before it leaves it, so that Back loses the view (Streamlit 1.67).
    """
    if target:
        with st.container(border=True, key="opener"):
            page_link(label, target)


def permalink(target: Target, version: str) -> str:
    """The full address of a target on this server, without any filters, with the data version."""
    base = (st.context.url or "").split("?")[0].rsplit("/", 1)[0]
    return address.link(f"{base}/{target.page}", {**target.query, "data": [version]})


def _page(target: Target) -> Any:
    return st.session_state[_PAGES][target.page]


def _query(target: Target) -> dict[str, list[str]]:
    carried: Mapping[str, Sequence[str]] = st.session_state[_CARRIED]
    return {name: list(values) for name, values in {**carried, **target.query}.items()}
