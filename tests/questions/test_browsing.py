"""A table narrowed by words and by a column's values."""

from __future__ import annotations

import pytest

from dashboard.questions.browsing import (
    dictionary_rows,
    facet_counts,
    faceted_columns,
    narrowed_rows,
)
from loaders.tables.declaration import MEMBERSHIPS, STATEMENTS, TABLES, Table
from tests.questions.by_hand import member, statement, tables

FRAMES = tables(
    member("FRA", start="2020-02-11"), member("USA", "y", status="observer", attested="2024"),
    statements=[
        statement("We act.", nations=["FRA", "USA"]), statement("100 % of it.", nations=["FRA"]),
    ],
)  # fmt: skip


def test_words_are_sought_in_every_column_of_text() -> None:
    rows = FRAMES["memberships"]
    assert narrowed_rows(MEMBERSHIPS, rows, "OBSERVER usa", None, ())["nation"].tolist() == ["USA"]
    assert len(narrowed_rows(MEMBERSHIPS, rows, "2020-02", None, ())) == 1
    assert narrowed_rows(MEMBERSHIPS, rows, "100 %", None, ()).empty


def test_a_column_keeps_any_of_its_values_lists_by_item() -> None:
    rows = narrowed_rows(STATEMENTS, FRAMES["statements"], "", "nations", ("USA",))
    assert rows["text"].tolist() == ["We act."]
    assert len(narrowed_rows(STATEMENTS, FRAMES["statements"], "", "nations", ("USA", "FRA"))) == 2
    flags = narrowed_rows(MEMBERSHIPS, FRAMES["memberships"], "", "counts", ("True",))
    assert flags["nation"].tolist() == ["FRA"]


def test_values_are_counted_the_most_frequent_first() -> None:
    assert facet_counts(FRAMES["statements"], "nations") == {"FRA": 2, "USA": 1}
    assert facet_counts(FRAMES["memberships"], "status") == {"member": 1, "observer": 1}
    assert facet_counts(FRAMES["posts"], "title") == {}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_can_be_browsed_even_when_empty(table: Table) -> None:
    frame = tables()[table.name]
    assert narrowed_rows(table, frame, "anything", None, ()).empty
    for column in faceted_columns(table):
        assert narrowed_rows(table, frame, "", column, ("x",)).empty
    assert dictionary_rows(table)["Column"].tolist() == table.names
