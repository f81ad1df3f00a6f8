"""The corpus itself: it is clean, says what is expected of it, and reads well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from dashboard.palette import KIND_SYMBOLS
from loaders.build.building import table_rows
from loaders.check.checking import Checked, check_data
from loaders.check.expectations import check_expectations
from loaders.paths import data_directory
from loaders.standing import State, standing
from loaders.tables.frames import Frames, frames_of


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check_data(data_directory())


@pytest.fixture(scope="module")
def tables(checked: Checked) -> Frames:
    return frames_of(table_rows(checked))


def members(tables: Frames, coalition: str, day: date) -> set[str]:
    found = standing(tables, [coalition], day)
    return set(found.loc[found["state"] == State.MEMBER, "nation"])


def test_there_is_nothing_to_mend(checked: Checked) -> None:
    assert [str(finding) for finding in checked.findings] == []


def test_the_expectations_hold(tables: Frames) -> None:
    assert [str(finding) for finding in check_expectations(data_directory(), tables)] == []


def test_three_cspo_members_are_not_in_olympic_defender(tables: Frames) -> None:
    day = date(2025, 12, 5)
    rest = members(tables, "cspo", day) - members(tables, "olympic-defender", day)
    assert rest == {"ITA", "JPN", "NOR"}


def test_germany_is_possibly_in_cspo_in_the_month_it_joined(tables: Frames) -> None:
    found = standing(tables, ["cspo"], date(2019, 12, 10)).set_index("nation")
    assert found.loc["DEU", "state"] == State.POSSIBLY


def test_a_letter_of_intent_is_no_membership(tables: Frames) -> None:
    assert members(tables, "nato-apss", date(2023, 3, 1)) == set()


def test_taking_part_in_an_exercise_ends_with_its_edition(tables: Frames) -> None:
    assert len(members(tables, "global-sentinel-2022", date(2022, 8, 3))) == 25
    assert members(tables, "global-sentinel-2022", date(2022, 8, 4)) == set()


def test_the_united_kingdom_left_the_consortium(tables: Frames) -> None:
    found = standing(tables, ["eu-sst-consortium"], date(2021, 1, 1)).set_index("nation")
    assert found.loc["GBR", "state"] == State.LEFT


# Each pair of sources that contradict each other, as both say it.
CONTRADICTIONS = {
    "cspo-mou-2014": {"../2014-05-20", "2014-09"},
    "cspo-principals-2025": {"2025-12-02/2025-12-04", "2025-12-05"},
    "first-schriever-wargame": {"1998", "2000", "2001"},
    "germany-joins-cspo": {"2019-12", "[2016..2017]"},
    "olympic-defender-established": {"2013", "2018", "2020", "2020-05"},
    "us-france-first-rpo": {"[2024-09..2024-12]", "[2025-01..2025-09]"},
    "us-france-second-rpo": {"2025-11", "2025-12"},
}


@pytest.mark.parametrize(("event", "dates"), CONTRADICTIONS.items())
def test_both_sides_of_a_contradiction_about_an_event_are_claims(
    tables: Frames, event: str, dates: set[str]
) -> None:
    claims = tables["announcements"]
    assert dates <= set(claims.loc[claims["event"] == event, "event_date"].dropna())


@pytest.mark.parametrize(
    ("coalition", "nation", "starts"),
    [
        ("olympic-defender", "GBR", {"2019-07-18", "2020-07"}),
        ("olympic-defender", "NZL", {"2024-09", "2025-04-11"}),
        ("cspo", "NZL", {"2014~", "2015-07"}),
        ("artemis-accords", "PRT", {"2026-01-11", "2026-01-12"}),
    ],
)
def test_both_sides_of_a_contradiction_about_a_membership_are_claims(
    tables: Frames, coalition: str, nation: str, starts: set[str]
) -> None:
    claims = tables["memberships"]
    here = claims[(claims["coalition"] == coalition) & (claims["nation"] == nation)]
    assert starts <= set(here["start_date"].dropna())
    assert here["status"].isin(["member", "signed", "invited"]).all()


def test_both_sides_of_the_contradiction_about_a_post_are_claims(tables: Frames) -> None:
    posts = tables["posts"]
    here = posts[
        (posts["official"] == "paul-tedman") & (posts["organisation"] == "UK Space Command")
    ]
    assert {"2024-05-12", "2024-05-16"} <= set(here["start_date"].dropna())
    assert set(here["title"]) == {"Commander"}


def test_what_no_table_can_hold_is_a_problem_row(tables: Frames) -> None:
    problems = tables["problems"]
    disputes = " ".join(problems.loc[problems["kind"] == "dispute", "text"])
    for words in ("Royal Air Force", "APSS letter of intent", "Staff of French Space Command"):
        assert words in disputes
    gaps = " ".join(problems.loc[problems["kind"] == "gap", "text"])
    for words in ("Australia in Operation Olympic", "61 signatories", "Space Centre of Excellence",
                  "Responsive Space", "United States began"):  # fmt: skip
        assert words in gaps


def _our_own_words(tables: Frames) -> Iterator[str]:
    yield from tables["evidence"]["note"].dropna()
    statements = tables["statements"]
    yield from statements.loc[statements["kind"] == "paraphrase", "text"]


def test_a_paraphrase_never_stands_between_quotation_marks(tables: Frames) -> None:
    statements = tables["statements"]
    for text in statements.loc[statements["kind"] == "paraphrase", "text"]:
        assert not re.search('["“”«»„]', text), text


def test_notes_are_sentences_without_working_shorthand(tables: Frames) -> None:
    shorthand = re.compile(
        r"snippet|excerpt|\bread in\b|\bid \d|USSPACECOM|\bseed\b|\bper\b|\bLOI\b"
    )
    for note in _our_own_words(tables):
        assert not shorthand.search(note), note
        assert note[0].isupper(), note
        assert note.rstrip().endswith((".", "…", "]")), note


def test_a_paraphrase_rests_on_a_note_and_a_quotation_on_its_words(tables: Frames) -> None:
    evidence = tables["evidence"]
    quoted = set(evidence.loc[evidence["exact"].notna(), "fact"])
    for row in tables["statements"].itertuples():
        assert (row.id in quoted) == (row.kind != "paraphrase"), row.id


def test_every_exercise_edition_has_its_series_and_its_days(tables: Frames) -> None:
    coalitions = tables["coalitions"]
    editions = coalitions[coalitions["kind"] == "exercise"]
    assert editions[["parent", "first_day", "last_day"]].notna().all(axis=None)
    series = coalitions.set_index("slug").loc[editions["parent"], "kind"]
    assert set(series) == {"exercise series"}


def test_every_coalition_is_described_in_one_line(tables: Frames) -> None:
    for description in tables["coalitions"]["description"]:
        assert description.endswith(".")
        assert len(description) <= 130


def test_every_kind_of_announcement_has_a_symbol_of_its_own(checked: Checked) -> None:
    kinds = set(checked.reference.announcement_kinds)
    assert kinds == set(KIND_SYMBOLS)
    assert len(set(KIND_SYMBOLS.values())) == len(KIND_SYMBOLS)
