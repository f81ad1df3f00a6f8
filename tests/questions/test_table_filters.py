"""The filters mean the same on the data page: which rows of each table they keep."""

from __future__ import annotations

import pytest

from dashboard.atlas import Atlas
from dashboard.filters import Filters
from dashboard.questions.table_filters import keep_rows
from tests.questions.by_hand import (
    announcement,
    article,
    coalition,
    day,
    fact,
    member,
    post,
    statement,
    tables,
)

MADE = tables(
    member("FRA", "club", start="2020-02-11", article="a"),
    member("ITA", "other", start="2024", article="b"),
    announcements=[
        announcement("talks", "2020-03-01", article="a", nations=["FRA"], coalitions=["club"]),
        announcement("undated", article="b", nations=["ITA"], coalitions=["other"]),
    ],
    posts=[
        post("adam", article="a", organisation_nation="FRA"),
        post("rossi", article="b", organisation_nation="ITA"),
    ],
    persons=[
        {**fact("a.n.adam", "a"), "official": "adam", "nationality": "FRA"},
        {**fact("b.n.rossi", "b"), "official": "rossi", "nationality": "ITA"},
    ],
    officials=[
        {"slug": name, "name": name, "family_name": name} for name in ("adam", "rossi")
    ],
    statements=[statement("Yes.", "adam", date="2020-03-01", article="a", coalitions=["club"])],
    articles=[article("a", "2020-03-02"), article("b", "2024-05-01")],
    coalitions=[coalition("club"), coalition("other")],
)  # fmt: skip
ATLAS = Atlas(MADE, "v")
FRENCH, ON_OTHER = Filters(nations=("FRA",)), Filters(coalitions=("other",))
SINCE_2022 = Filters(first=day("2022-01-01"))


@pytest.mark.parametrize("table", list(MADE))
def test_without_a_filter_every_row_is_kept(table: str) -> None:
    assert keep_rows(ATLAS, table, Filters()).frame is MADE[table]


@pytest.mark.parametrize(
    ("table", "key", "filters", "kept"),
    [
        ("memberships", "nation", FRENCH, ["FRA"]),
        ("memberships", "nation", ON_OTHER, ["ITA"]),
        ("memberships", "nation", SINCE_2022, ["FRA", "ITA"]),  # a membership goes on
        ("announcements", "event", FRENCH, ["talks"]),
        ("articles", "id", FRENCH, ["a"]),
        ("articles", "id", SINCE_2022, ["b"]),
        ("posts", "official", FRENCH, ["adam"]),
        ("posts", "official", ON_OTHER, ["rossi"]),
        ("posts", "official", SINCE_2022, ["rossi"]),
        ("statements", "official", FRENCH, ["adam"]),
        ("statements", "official", ON_OTHER, []),
        ("officials", "slug", ON_OTHER, ["rossi"]),
        ("coalitions", "slug", FRENCH, ["club"]),
        ("coalitions", "slug", ON_OTHER, ["other"]),
    ],
)
def test_each_table_by_what_its_rows_say(
    table: str, key: str, filters: Filters, kept: list[str]
) -> None:
    assert keep_rows(ATLAS, table, filters).frame[key].astype("str").tolist() == kept


def test_an_undated_row_is_hidden_while_a_day_is_set_and_counted() -> None:
    found = keep_rows(ATLAS, "announcements", SINCE_2022)
    assert found.frame.empty
    assert found.undated == 1


def test_no_row_has_a_column_that_its_table_has_not() -> None:
    for table in MADE:
        assert list(keep_rows(ATLAS, table, FRENCH).frame) == list(MADE[table])
