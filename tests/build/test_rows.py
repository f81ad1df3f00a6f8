"""One facts file to rows: keys, dates and their bounds, evidence, problems."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from loaders.build.rows import Rows, Source, known_from, rows_of
from tests.datadir import ARTICLE, article, read, vocabulary

DAY = date(2025, 4, 9)
BODY = "“We train,” said Doe. France and Australia are in."


def rows(tmp_path: Path, text: str, body: str | None = None) -> Rows:
    file = read(text)
    source = Source(file.id, file.path, file.facts, body, None)
    return rows_of(source, vocabulary(tmp_path))


def membership(tmp_path: Path, **dates: str) -> dict[str, object]:
    fields = "".join(f"{name}: '{value}', " for name, value in dates.items())
    text = f"memberships: [{{coalition: cspo, nations: FRA, status: member, {fields}note: n}}]"
    return rows(tmp_path, ARTICLE + text)["memberships"][0]


def test_a_membership_claim_is_one_row_for_each_nation(tmp_path: Path) -> None:
    made = rows(
        tmp_path,
        ARTICLE + "memberships: [{coalition: cspo, nations: [AUS, FRA], status: observer,"
        " passage: France and Australia are in.}]",
        BODY,
    )
    assert [row["id"] for row in made["memberships"]] == [
        "a.m.cspo.AUS.observer",
        "a.m.cspo.FRA.observer",
    ]
    assert {row["counts"] for row in made["memberships"]} == {False}
    assert [row["fact"] for row in made["evidence"]] == [row["id"] for row in made["memberships"]]


def test_every_evidence_row_has_its_place_in_the_held_text(tmp_path: Path) -> None:
    made = rows(
        tmp_path,
        ARTICLE + "statements: [{speaker: ann-doe, kind: direct, text: 'We train,'}]\n"
        "posts: [{official: ann-doe, title: Doe, passage: said Doe., note: So it says.}]",
        BODY,
    )
    assert len(made["evidence"]) == 2
    for row in made["evidence"]:
        assert BODY[row["start"] : row["end"]] == row["exact"]
        assert row["rule"] == "compiled"
    assert {row["note"] for row in made["evidence"]} == {None, "So it says."}


def test_bounds_open_to_the_past_begin_at_the_coalitions_first_day(tmp_path: Path) -> None:
    row = membership(tmp_path, start_date="../2019", end_date="../2021", attested_on="../2020")
    for field, last in (("start_date", 2019), ("end_date", 2021), ("attested_on", 2020)):
        assert row[f"{field}_earliest"] == date(2014, 2, 1)
        assert row[f"{field}_latest"] == date(last, 12, 31)
    assert row["start_date"] == "../2019", "the value stays what was claimed"


def test_a_bound_before_the_coalition_began_is_not_turned_around(tmp_path: Path) -> None:
    row = membership(tmp_path, start_date="../2010")
    assert row["start_date_earliest"] == row["start_date_latest"] == date(2010, 12, 31)


def test_a_date_not_stated_stays_empty(tmp_path: Path) -> None:
    row = membership(tmp_path, attested_on="2025-04-09~")
    assert row["start_date"] is row["start_date_earliest"] is row["start_date_latest"] is None
    assert (row["attested_on"], row["attested_on_latest"]) == ("2025-04-09~", DAY)


@pytest.mark.parametrize(
    ("published", "stated", "date_given", "latest"),
    [
        ("2025-04-09", "", "../2025-04-09", DAY),
        ("2025-04-09~", "", "../2025-04-09~", DAY),
        ("2025-04", "", "../2025-04-30", date(2025, 4, 30)),
        ("2025-04-09", "2025-04-08", "2025-04-08", date(2025, 4, 8)),
    ],
)
def test_a_statement_without_a_day_is_on_or_before_publication(
    tmp_path: Path, published: str, stated: str, date_given: str, latest: date
) -> None:
    said = "statements: [{speaker: ann-doe, kind: direct, text: x"
    text = article(published=published) + said + (f", date: {stated}}}]" if stated else "}]")
    [row] = rows(tmp_path, text)["statements"]
    assert (row["date"], row["date_latest"]) == (date_given, latest)
    assert (row["date_earliest"] is None) == (stated == "")


def test_an_undated_article_counts_from_the_day_it_was_read(tmp_path: Path) -> None:
    text = article(published="", retrieved="2025-06-01")
    assert rows(tmp_path, text)["articles"][0]["known_from"] == date(2025, 6, 1)


def test_what_was_read_on_a_day_was_public_by_then() -> None:
    file = read(article(published="2025", retrieved="2025-06-01"))
    assert known_from(file.facts.article) == date(2025, 6, 1)


def test_a_split_quotation_is_one_statement(tmp_path: Path) -> None:
    said = "statements: [{speaker: ann-doe, kind: direct, text: ['We build,', 'We train.']}]"
    [row] = rows(tmp_path, ARTICLE + said)["statements"]
    assert row["text"] == "We build, We train."


def test_an_organisation_is_known_by_any_printed_name(tmp_path: Path) -> None:
    posts = "\n".join(
        f"  - {{official: ann-doe, title: T{number}, organisation: {name}, note: n}}"
        for number, name in enumerate(["the USSF", "Multinational Force", "The Guild"])
    )
    made = rows(tmp_path, f"{ARTICLE}posts:\n{posts}")["posts"]
    assert [(row["organisation"], row["organisation_nation"]) for row in made] == [
        ("U.S. Space Force", "USA"),
        ("Multinational Force", None),
        ("The Guild", None),
    ]


def test_a_person_without_a_name_is_a_problem_and_a_group_is_none(tmp_path: Path) -> None:
    made = rows(
        tmp_path,
        ARTICLE + "statements:\n  - {as_printed: a spokesman, kind: direct, text: x}\n"
        "  - {as_printed: officials, speaker_kind: group, kind: direct, text: y}\n",
    )
    assert [(row["kind"], row["text"]) for row in made["problems"]] == [("speaker", "a spokesman")]


def test_a_gap_becomes_a_problem(tmp_path: Path) -> None:
    made = rows(
        tmp_path, ARTICLE + "problems: [{kind: count, text: eight nations, why: six named}]"
    )
    [problem] = made["problems"]
    assert (problem["article"], problem["kind"], problem["why"]) == ("a", "count", "six named")


def test_two_facts_never_share_a_key(tmp_path: Path) -> None:
    posts = "posts:\n" + "  - {official: ann-doe, title: 司令, note: n}\n" * 2
    made = rows(tmp_path, ARTICLE + posts)["posts"]
    assert [row["id"] for row in made] == ["a.p.ann-doe.post", "a.p.ann-doe.post.2"]


def test_a_key_does_not_change_when_another_fact_is_added(tmp_path: Path) -> None:
    said = "  - {speaker: ann-doe, kind: direct, text: x}\n"
    more = "  - {speaker: bo-ray, kind: direct, text: y}\n"
    [one] = rows(tmp_path, f"{ARTICLE}statements:\n{said}")["statements"]
    both = rows(tmp_path, f"{ARTICLE}statements:\n{more}{said}")["statements"]
    assert one["id"] in {row["id"] for row in both}
