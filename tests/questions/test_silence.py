"""What was read and what was not said."""

from __future__ import annotations

import pandas as pd

from dashboard.questions.silence import articles_read, last_attestations
from dashboard.questions.standing import by_nation, counts
from loaders.standing import standing
from tests.questions.by_hand import announcement, article, coalition, day, member, statement, tables

ARTICLES = [
    article("a", "2019-12-20"), article("b", "2023-05-01"), article("c", "2023-07-01"),
    article("copy", "2023-08-01", "copy", copy_group="c"),
]  # fmt: skip


def test_articles_are_counted_by_nation_coalition_and_year_without_copies() -> None:
    made = tables(
        member("FRA", attested="2019-12-20", article="a"),
        announcements=[announcement(nations=["FRA"], coalitions=["x"], article="b")],
        statements=[
            statement("One", nations=["FRA", "USA"], coalitions=["x"], article="c"),
            statement("One", nations=["FRA", "USA"], coalitions=["x"], article="copy"),
        ],
        articles=ARTICLES,
    )
    frame = articles_read(made)
    assert frame.to_numpy().tolist() == [
        ["x", "FRA", 2019, 1, 1],
        ["x", "FRA", 2023, 2, 2],
        ["x", "USA", 2023, 1, 2],
    ]
    assert articles_read(made, known_by=day("2023-06-01"))["articles"].tolist() == [1, 1]


def test_a_member_that_nobody_names_any_more() -> None:
    made = tables(
        member("FRA", start="2019-12", attested="2019-12-20", article="a"),
        member("USA", attested="2023-07-01", article="c"),
        announcements=[announcement(coalitions=["x"], article="b")],
        articles=ARTICLES,
    )
    frame = last_attestations(made, day("2023-12-31"))
    assert frame[["nation", "articles_since"]].to_numpy().tolist() == [["FRA", 2], ["USA", 0]]
    assert frame["last_attested"].iloc[0] == pd.Timestamp("2019-12-20")
    assert frame["days"].tolist() == [1472, 183]


def test_one_row_per_nation_over_several_coalitions() -> None:
    made = tables(
        member("FRA", "one", status="participant", start="2022-05-01", end="2022-05-09"),
        member("FRA", "two", status="participant", start="2024-05-01", end="2024-05-09"),
        member("USA", "one", status="participant", start="2022-05-01", end="2022-05-09"),
        coalitions=[coalition("one"), coalition("two")],
    )
    rows = standing(made, ["one", "two"], day("2024-05-02"))
    frame = by_nation(rows)
    assert frame[["nation", "state", "coalitions"]].to_numpy().tolist() == [
        ["FRA", "member", ("two",)],
        ["USA", "left", ("one",)],
    ]
    assert counts(frame)[["left", "member", "possibly"]].tolist() == [1, 1, 0]
