"""One official: rank, posts over time, what was said when, on whom; alone or beside another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.address import Parameter
from dashboard.atlas import Atlas
from dashboard.charts.years import per_year, per_year_in_words, span
from dashboard.filters import Filters, NationRole, in_english
from dashboard.palette import surface
from dashboard.parts import data
from dashboard.parts.address_bar import linked, value
from dashboard.parts.chips import chips
from dashboard.parts.controls import filters, shared_parameters
from dashboard.parts.empty import nothing_left, undated_hidden
from dashboard.parts.figure import figure, kept_figure
from dashboard.parts.keeping import kept, kept_table
from dashboard.parts.links import (
    Target,
    page_link,
    page_links,
    permalink,
    to_coalition,
    to_nation,
    to_official,
    to_statement,
)
from dashboard.parts.pager import LISTS_STYLE, back_to_pager, current_page, pager, pages_of
from dashboard.parts.share import actions
from dashboard.parts.statements import said, statement_card
from dashboard.parts.text import counted, escape
from dashboard.questions.corpus import By, Corpus, Found, Order, search
from dashboard.questions.corpus import listed as in_order
from dashboard.questions.facets import Mask, Numbers
from dashboard.questions.search import Span, hits
from dashboard.questions.statement_years import statements_per_year
from dashboard.records import records
from dashboard.views.officials_posts import claims_about, posts_over_time, who
from loaders import dates, nations

PER_PAGE = 15
_MOST_MENTIONED = 8
_STATEMENTS = "statements"


def show(atlas: Atlas, own: Mapping[str, Parameter]) -> None:
    """Draw the page of the chosen official, with another beside where one is asked for."""
    st.html(LISTS_STYLE)
    corpus, chosen, people = data.corpus(atlas), filters(), _people()
    with st.container(key="to_all"):
        page_link("← All officials", Target("officials", {}))
    st.title(" and ".join(escape(atlas.official_names[slug]) for slug in people))
    if len(people) == 1:
        who(atlas, people[0])
    _controls(atlas, own)
    found = _found(corpus, chosen, people)
    caption = in_english(atlas, chosen, _what(atlas, found.number, people), said=True)
    st.markdown(f"**{escape(caption)}.**")
    chips(atlas, chosen, words=True)
    mask = found.narrowed.mask
    positions = kept(atlas, "newest", lambda: in_order(corpus, mask, Order.NEWEST, ""))
    every = [*shared_parameters(atlas), *own.values()]
    actions(atlas, every, caption, "statements", lambda: corpus.frame.iloc[positions], embeds=True)
    undated_hidden(found.undated, "statement")
    if len(people) > 1:
        _side_by_side(atlas, corpus, chosen, people)
    st.header("Posts", divider="gray")
    posts_over_time(atlas, people)
    if len(people) == 1:
        claims_about(atlas, people[0])
        _mentioned(atlas, corpus, people[0], mask)
    _years(atlas, corpus, mask, people)
    st.header("Statements", divider="gray", anchor=_STATEMENTS)
    if len(positions):
        _cards(atlas, corpus, positions)
    else:
        _nothing(corpus, chosen, people)


def chart(atlas: Atlas) -> None:
    """Draw the posts in time alone, under the names."""
    people = _people()
    st.markdown(f"**{' and '.join(escape(atlas.official_names[slug]) for slug in people)}**")
    posts_over_time(atlas, people)


def _people() -> list[str]:
    """The official, and the one to compare with unless it is the same."""
    return list(dict.fromkeys(slug for slug in (value("official"), value("with")) if slug))


def _controls(atlas: Atlas, own: Mapping[str, Parameter]) -> None:
    names = atlas.official_names
    columns = st.columns(3)
    with columns[0]:
        linked(own["official"], lambda key, changed: st.selectbox(
            "Official", list(names), index=None, key=key, on_change=changed,
            format_func=lambda slug: names[slug], placeholder="Everyone",
        ), drops=["page"])  # fmt: skip
    with columns[1]:
        linked(own["with"], lambda key, changed: st.selectbox(
            "Compare with", list(names), index=None, key=key, on_change=changed,
            format_func=lambda slug: names[slug], placeholder="Nobody",
        ), drops=["page"])  # fmt: skip
    with columns[2]:
        linked(own["words"], lambda key, changed: st.text_input(
            "Words in the statements", key=key, on_change=changed, placeholder="e.g. deterrence",
        ), drops=["page"])  # fmt: skip


def _words() -> str:
    return value("words") or ""


def _found(corpus: Corpus, chosen: Filters, people: Sequence[str]) -> Found:
    return search(corpus, _words(), chosen, {str(By.OFFICIAL): people})


def _what(atlas: Atlas, number: int, people: Sequence[str]) -> str:
    who = " or ".join(atlas.official_names[slug] for slug in people)
    said = f" with ‘{_words()}’" if _words() else ""
    return f"{counted(number, 'statement')} by {who}{said}"


def _mentioned(atlas: Atlas, corpus: Corpus, slug: str, mask: Mask) -> None:
    """Links to the nations and coalitions that the statements name, the most frequent first."""
    named, coalitions = kept(
        atlas, f"mentioned by {slug}",
        lambda: (corpus.nations[NationRole.MENTIONED].counts(mask),
                 corpus.facets[By.COALITION].counts(mask)),
    )  # fmt: skip
    if named:
        st.caption("Nations mentioned, and in how many statements")
        page_links([
            (f"{nations.name(count.value)} {count.rows:,}", to_nation(count.value))
            for count in named[:_MOST_MENTIONED]
        ])  # fmt: skip
    if coalitions:
        st.caption("Coalitions mentioned")
        page_links([
            (f"{atlas.coalition_names.get(count.value, count.value)} {count.rows:,}",
             to_coalition(count.value))
            for count in coalitions[:_MOST_MENTIONED]
        ])  # fmt: skip


def _side_by_side(atlas: Atlas, corpus: Corpus, chosen: Filters, people: Sequence[str]) -> None:
    for slug, column in zip(people, st.columns(len(people), gap="medium"), strict=True):
        with column, st.container(border=True, key=f"beside_{slug}"):
            found = _found(corpus, chosen, [slug])
            page_link(atlas.official_names[slug], to_official(slug))
            who(atlas, slug)
            st.metric("Statements", f"{found.number:,}")
            _latest(atlas, corpus, found.narrowed.mask)
            _mentioned(atlas, corpus, slug, found.narrowed.mask)


def _latest(atlas: Atlas, corpus: Corpus, mask: Mask) -> None:
    positions = in_order(corpus, mask, Order.NEWEST, "")[:1]
    for row in records(corpus.frame.iloc[positions]):
        day = dates.in_words(row["date"]) if row["date"] else "undated"
        st.caption(f"Latest statement, {escape(day)}")
        st.markdown(said(row))


def _years(atlas: Atlas, corpus: Corpus, mask: Mask, people: Sequence[str]) -> None:
    counts, undated = kept(
        atlas, "counts by year",
        lambda: statements_per_year(corpus, mask, people, atlas.official_names),
    )  # fmt: skip
    years = span(counts)
    if not years:
        return
    caption = per_year_in_words(counts, undated)
    table = kept_table(atlas, "years", lambda: pd.DataFrame({
        "Year": [str(year) for year in years],
        **{name: [of_year.get(year, 0) for year in years] for name, of_year in counts.items()},
    }))  # fmt: skip
    st.header("Statements per year", divider="gray")
    if len(years) > 1:  # the bar of a single year says less than the sentence
        page = surface(st.context.theme.type)
        drawn = kept_figure(atlas, "drawn by year", lambda: per_year(counts, page))
        figure(drawn, "years", caption, table=table)
    st.caption(escape(caption) + " A statement's year is that of the latest day it can mean.")


def _cards(atlas: Atlas, corpus: Corpus, positions: Numbers) -> None:
    pages = pages_of(len(positions), PER_PAGE)
    page = current_page(pages)
    pager(pages)
    first = (page - 1) * PER_PAGE
    for row, spans in kept(
        atlas, "cards", lambda: _rows(corpus, positions[first : first + PER_PAGE])
    ):
        statement_card(atlas, row, permalink(to_statement(row["id"]), atlas.version), spans)
    back_to_pager(pages, _STATEMENTS)


def _rows(corpus: Corpus, positions: Numbers) -> list[tuple[dict[str, Any], Sequence[Span]]]:
    """The statements of a page of the list, and what the words hit in each."""
    shown = corpus.frame.iloc[positions]
    return list(zip(records(shown), hits(_words(), shown["text"].tolist()), strict=True))


def _nothing(corpus: Corpus, chosen: Filters, people: Sequence[str]) -> None:
    picks = {str(By.OFFICIAL): people}
    wordless = (lambda: search(corpus, "", chosen, picks).number) if _words() else None
    nothing_left(
        lambda choice: _found(corpus, choice, people).number, chosen, "statements", words=wordless
    )
