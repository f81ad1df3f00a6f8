"""The data page: each table with its dictionary, as the two first articles fill it."""

from __future__ import annotations

import pytest

from loaders.tables.declaration import TABLES
from tests.views.app import button, opened, query, run, says


@pytest.mark.parametrize("name", [table.name for table in TABLES])
def test_every_table_is_shown_with_the_meaning_of_each_column(name: str) -> None:
    app = opened("data", {"table": name})
    declared = next(table for table in TABLES if table.name == name)
    assert says(app, f"of {name}", declared.meaning)
    dictionary = app.dataframe[-1].value
    assert dictionary["Column"].tolist() == declared.names
    assert dictionary["Meaning"].tolist() == [column.meaning for column in declared.columns]


def test_a_column_and_words_narrow_the_rows_and_say_so() -> None:
    app = opened("data", {"column": "nation", "is": ["FRA", "NOR"], "words": "cspo"})
    assert says(app, "2 of 17 rows of memberships where nation is FRA or NOR, holding “cspo”.")
    assert set(app.dataframe[0].value["nation"]) == {"FRA", "NOR"}


def test_the_facts_own_columns_come_before_the_keys() -> None:
    columns = opened("data").dataframe[0].value.columns.tolist()
    assert columns[0] == "coalition"
    assert columns[-5:] == ["id", "article", "evidence", "state", "confidence"]


def test_a_new_table_drops_what_narrowed_the_old_one() -> None:
    app = opened("data", {"column": "nation", "is": "FRA"})
    app.selectbox(key="at_table").select("posts")
    assert query(run(app)) == {"table": ["posts"]}


def test_a_column_of_another_table_is_left_aside() -> None:
    app = opened("data", {"table": "posts", "column": "nation", "is": "FRA"})
    assert not says(app, "where nation")


def test_when_no_row_passes_one_button_shows_all() -> None:
    app = opened("data", {"words": "zeppelin"})
    button(app, "Show all rows").click()
    assert query(run(app)) == {}


def test_the_filters_narrow_a_table_and_say_so() -> None:
    app = opened("data", {"nation": "FRA", "coalition": "cspo"})
    assert says(app, "1 of 17 rows of memberships concerning France on CSpO.")
    assert app.dataframe[0].value["nation"].tolist() == ["FRA"]
    button(app, "France ✕").click()
    assert query(run(app)) == {"coalition": ["cspo"]}


def test_what_has_no_coalition_says_how_it_is_kept() -> None:
    app = opened("data", {"table": "posts", "coalition": "olympic-defender"})
    assert says(app, "Posts and persons have no coalition of their own")


def test_when_the_filters_keep_nothing_one_button_shows_all() -> None:
    app = opened("data", {"nation": "BRA", "words": "zeppelin"})
    button(app, "Show all rows").click()
    assert query(run(app)) == {}
