"""Data: each table with its dictionary, to be narrowed and taken away."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.address import Parameter, Shape
from dashboard.atlas import Atlas
from dashboard.filters import in_english
from dashboard.parts.address_bar import linked, put, value
from dashboard.parts.chips import chips
from dashboard.parts.controls import clear_filters, filters, shared_parameters
from dashboard.parts.empty import undated_hidden
from dashboard.parts.links import Target, opener, to_article
from dashboard.parts.pager import current_page, page_parameter, pager, pages_of
from dashboard.parts.share import actions
from dashboard.parts.text import counted, escape
from dashboard.questions.browsing import (
    dictionary_rows,
    facet_counts,
    faceted_columns,
    narrowed_rows,
)
from dashboard.questions.table_filters import keep_rows
from loaders.tables.declaration import TABLES, Table, Type, table

_SHOWN = 200
_WITHOUT_COALITION = ("posts", "persons")
_KEYS = ("id", "article", "evidence", "state", "confidence")


@lru_cache(maxsize=2)
def parameters(atlas: Atlas) -> list[Parameter]:
    """The table, and what narrows it: words, a column of few values, and the values wanted."""
    names = [declared.name for declared in TABLES]
    columns = {name for declared in TABLES for name in faceted_columns(declared)}
    return [
        Parameter("table", Shape.ONE, "the table", names, default="memberships"),
        Parameter("words", Shape.TEXT, "the words"),
        Parameter("column", Shape.ONE, "the column", columns),
        Parameter("is", Shape.MANY, "the value"),
        page_parameter(),
    ]


def show(atlas: Atlas) -> None:
    """Draw the page."""
    st.title("The data itself")
    declared, chosen = table(value("table")), filters()
    passing = keep_rows(atlas, declared.name, chosen)
    frame = passing.frame
    column = value("column") if value("column") in faceted_columns(declared) else None
    _controls(atlas, declared, frame, column)
    rows = narrowed_rows(declared, frame, value("words") or "", column, value("is"))
    total = len(atlas.tables[declared.name])
    counting = in_english(atlas, chosen, rows_counted(declared, len(rows), total))
    caption = counting + rows_sought(value("words"), column, value("is"))
    st.markdown(f"**{escape(caption)}** {escape(declared.meaning)}")
    every = [*shared_parameters(atlas), *parameters(atlas)]
    actions(atlas, every, caption, declared.name, lambda: rows)
    own = {parameter.name: parameter for parameter in parameters(atlas)}
    chips(atlas, chosen, words=True, picks=[(own["is"], str)] if column else ())
    undated_hidden(passing.undated, "row")
    if chosen.active and declared.name in _WITHOUT_COALITION:
        st.caption(
            "Posts and persons have no coalition of their own and seldom a day: with a filter on "
            "these, kept are those from articles that pass it."
        )
    _rows(declared, rows, caption)
    st.header("What the columns mean", divider="gray")
    st.markdown(f"Key: {escape(declared.key)}. Dates are EDTF; each has the first and the last day "
                "that it can mean beside it.")  # fmt: skip
    st.dataframe(dictionary_rows(declared), hide_index=True, key="dictionary",
                 column_config={"Meaning": st.column_config.TextColumn(width="large")})  # fmt: skip


def rows_counted(declared: Table, kept: int, of: int) -> str:
    """Say how many rows are shown: `12 of 320 rows of memberships`."""
    number = counted(of, "row") if kept == of else f"{kept:,} of {counted(of, 'row')}"
    return f"{number} of {declared.name}"


def rows_sought(words: str | None, column: str | None, values: tuple[str, ...]) -> str:
    """Say what narrows them on this page: ` where nation is FRA, holding “host”.`"""
    sentence = f" where {column} is {' or '.join(values)}" if column and values else ""
    if words:
        sentence += f", holding “{words}”"
    return f"{sentence}."


def _controls(atlas: Atlas, declared: Table, frame: pd.DataFrame, column: str | None) -> None:
    own = {parameter.name: parameter for parameter in parameters(atlas)}
    first, second, third, fourth = st.columns(4)
    with first:
        linked(own["table"], lambda key, changed: st.selectbox(
            "Table", [one.name for one in TABLES], key=key, on_change=changed,
            format_func=lambda name: f"{name} ({len(atlas.tables[name]):,})",
        ), drops=["column", "is", "page"])  # fmt: skip
    with second:
        linked(own["words"], lambda key, changed: st.text_input(
            "Words", key=key, on_change=changed, placeholder="in any column of text",
        ), drops=["page"])  # fmt: skip
    with third:
        choices = faceted_columns(declared)
        linked(own["column"], lambda key, changed: st.selectbox(
            "Narrow by", choices, index=None, key=key, on_change=changed, placeholder="A column",
        ), drops=["is", "page"])  # fmt: skip
    if column:
        with fourth:
            _values(own["is"], frame, column)


def _values(parameter: Parameter, frame: pd.DataFrame, column: str) -> None:
    counts = facet_counts(frame, column)
    options = [*counts, *(one for one in value("is") if one not in counts)]
    linked(parameter, lambda key, changed: st.multiselect(
        "Values", options, key=key, on_change=changed, placeholder="Any value",
        format_func=lambda one: f"{one} ({counts.get(one, 0)})",
    ), drops=["page"])  # fmt: skip


def _rows(declared: Table, rows: pd.DataFrame, caption: str) -> None:
    if rows.empty:
        st.info("No row passes.")
        st.button("Show all rows", key="all_rows", on_click=_show_all)
        return
    pages = pages_of(len(rows), _SHOWN)
    pager(pages)
    page = current_page(pages)
    shown = _without_unused(rows.iloc[(page - 1) * _SHOWN : page * _SHOWN])
    picked = st.dataframe(
        shown[_in_reading_order(declared)], hide_index=True, key="rows", on_select="rerun",
        selection_mode="single-row", height=min(560, 38 + 35 * len(shown)), placeholder="",
        alt=caption, column_config=_columns(declared),
    )["selection"]["rows"]  # fmt: skip
    target = _target(declared, shown.iloc[picked[0]]) if picked else None
    opener("Open its article →", target)
    if "article" in declared.names or declared.name == "articles":
        st.caption("Select a row for a link to its article.")


def _without_unused(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows without the categories of the others: they would all be sent along."""
    categories = rows.select_dtypes("category").columns
    return rows.assign(**{name: rows[name].cat.remove_unused_categories() for name in categories})


def _show_all() -> None:
    """Loosen the filters and what narrows the rows on this page (a button's callback)."""
    clear_filters()
    put({"words": None, "column": None, "is": None, "page": None})


def _columns(declared: Table) -> dict[str, Any]:
    """What each column means, at its heading; days without a time of day."""
    return {
        column.name: st.column_config.DateColumn(help=column.meaning, format="YYYY-MM-DD")
        if column.type is Type.DAY
        else st.column_config.Column(help=column.meaning)
        for column in declared.columns
    }


def _in_reading_order(declared: Table) -> list[str]:
    """What a fact says before the keys that all facts have."""
    keys = [name for name in declared.names if name in _KEYS and "evidence" in declared.names]
    return [name for name in declared.names if name not in keys] + keys


def _target(declared: Table, row: pd.Series) -> Target | None:
    """The page of the row's article, with the row's fact in it."""
    if declared.name == "articles":
        return to_article(str(row["id"]))
    if "article" not in declared.names or pd.isna(row["article"]):
        return None
    fact = row.get("fact", row["id"] if "evidence" in declared.names else None)
    return to_article(str(row["article"]), None if fact is None else str(fact))
