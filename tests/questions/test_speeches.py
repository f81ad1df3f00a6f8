"""Statements with the speaker's nationality and the post held when speaking (rule 6)."""

from __future__ import annotations

import pandas as pd

from dashboard.questions.speeches import speeches
from tests.questions.by_hand import fact, post, statement, tables

PERSON = {
    **fact("a.n.godfrey", "a"), "official": "godfrey", "nationality": "GBR",
    "nationality_from": "stated",
}  # fmt: skip


def test_a_british_officer_in_an_american_post_has_both_nations() -> None:
    made = tables(
        statements=[statement("so we need to work together", "godfrey", date="2025-04-09")],
        persons=[PERSON],
        posts=[
            post("godfrey", "Assistant Chief", attested="2025-04-09", organisation="USSF",
                 organisation_nation="USA"),
        ],
    )  # fmt: skip
    (row,) = speeches(made).to_dict("records")
    assert (row["nationality"], row["post_nation"]) == ("GBR", "USA")
    assert row["post_resolved"] == "Assistant Chief, USSF"


def test_an_acting_post_is_marked_so() -> None:
    made = tables(
        statements=[statement("we will protect", "brose", date="2025-12-05")],
        posts=[post("brose", "Assistant Secretary", attested="2025-12-05", acting=True)],
    )
    (row,) = speeches(made).to_dict("records")
    assert row["post_acting"]


def test_each_statement_gets_the_post_of_its_day() -> None:
    made = tables(
        statements=[
            statement("then", "saltzman", date="2021-01-01"),
            statement("now", "saltzman", date="2025-01-01"),
        ],
        posts=[
            post("saltzman", "Deputy Chief", start="2020-08", end="2022-11-02", article="b"),
            post("saltzman", "Chief", start="2022-11-03", article="b"),
        ],
    )
    rows = speeches(made).set_index("text")["post_resolved"]
    assert rows["then"] == "Deputy Chief, U.S. Space Command"
    assert rows["now"] == "Chief, U.S. Space Command"


def test_those_without_a_name_stay_with_neither_nation_nor_post() -> None:
    made = tables(
        statements=[statement("officials warned", None, speaker_kind="group")], persons=[PERSON]
    )
    (row,) = speeches(made).to_dict("records")
    assert pd.isna(row["official"])
    assert pd.isna(row["nationality"])
    assert pd.isna(row["post_resolved"])


def test_no_statement_is_lost_or_doubled() -> None:
    made = tables(
        statements=[statement(text, "godfrey", date="2025-04-09") for text in "abc"],
        posts=[
            post("godfrey", "Assistant Chief", attested="2025-04-09"),
            post("godfrey", "Director", attested="2025-04-09"),
        ],
    )
    assert sorted(speeches(made)["text"]) == ["a", "b", "c"]
