"""Joining, signing, belonging and leaving in whatever words: families of wording, not sentences."""

from __future__ import annotations

import pytest

from loaders.extraction import extract


def claims(text: str) -> set[tuple[str, str]]:
    return {
        (r["nation"], r["status"]) for r in extract(text, published="2025-12-05")["memberships"]
    }


@pytest.mark.parametrize(
    ("text", "nations", "status"),
    [
        ("Poland and Sweden were admitted to Operation Olympic Defender.", "POL SWE", "member"),
        ("Spain was formally accepted into the CSpO Initiative.", "ESP", "member"),
        ("Chile came on board the CSpO Initiative in 2023.", "CHL", "member"),
        ("Spain added its signature to the Artemis Accords.", "ESP", "signed"),
        ("Ghana put its name to the Artemis Accords.", "GHA", "signed"),
        ("With Ghana's signature, the Artemis Accords have 57 parties.", "GHA", "signed"),
        ("Chile is the 57th signatory of the Artemis Accords.", "CHL", "signed"),
        ("With the addition of Chile, the CSpO Initiative counts 11 nations.", "CHL", "member"),
        ("CSpO expanded in 2023, adding Italy and Peru as members.", "ITA PER", "member"),
        ("Italy, which joined CSpO in 2023, hosted the meeting.", "ITA", "member"),
        ("CSpO met. Its members are Australia, Canada and Peru.", "AUS CAN PER", "member"),
        ("Made up of Chile, Peru and Spain, CSpO meets yearly.", "CHL PER ESP", "member"),
        ("Australia and Canada belong to the CSpO Initiative.", "AUS CAN", "member"),
        ("Peru joins Chile and Spain in the CSpO Initiative.", "PER CHL ESP", "member"),
        ("CSpO grew. The Dutch and Norwegian governments joined the initiative on Monday.",
         "NLD NOR", "member"),
        ("The French minister signed the Artemis Accords in Paris.", "FRA", "signed"),
        ("Ambassador Ana Ruiz signed the Artemis Accords for Chile.", "CHL", "signed"),
        ("The Artemis Accords were signed by ministers from Chile and Peru.", "CHL PER", "signed"),
        ("Chile said it will sign the Artemis Accords.", "CHL", "announced"),
        ("Chile is joining the CSpO Initiative next month.", "CHL", "announced"),
        ("Chile was asked to join the CSpO Initiative.", "CHL", "invited"),
        ("Chile was granted observer status in the CSpO Initiative.", "CHL", "observer"),
        ("Egypt holds associate membership in APSCO.", "EGY", "associate"),
        ("A Chilean liaison officer works at the CSpOC.", "CHL", "liaison"),
        ("Chilean and Peruvian operators took part in AsterX 2025.", "CHL PER", "participant"),
        ("Chile is no longer a member of APSCO.", "CHL", "member"),
    ],
)  # fmt: skip
def test_each_family_of_words_counts_its_nations(text: str, nations: str, status: str) -> None:
    assert claims(text) == {(nation, status) for nation in nations.split()}


@pytest.mark.parametrize(
    "text",
    [
        "Chile has no plans to join Operation Olympic Defender.",
        "Hungary and Croatia have applied to join the CSpO Initiative.",
        "Gen. Ruiz urged Chile to join Operation Olympic Defender.",
        "China and Russia, which are not part of the Artemis Accords, objected.",
        "CSpO members met in Chile on Monday.",
        "Neither Chile nor Peru has signed the Artemis Accords.",
        "Uzbekistan is still negotiating its entry to the CSpO Initiative.",
        "Russia tested a missile as CSpO leaders met.",
    ],
)
def test_denials_wishes_places_and_opponents_count_nobody(text: str) -> None:
    assert claims(text) == set()


def test_a_standing_since_a_year_began_in_it() -> None:
    (row,) = extract("Peru has been a member of CSpO since 2019.", published="2025-12-05")[
        "memberships"
    ]
    assert row["start_date"] == "2019"


def test_a_table_of_standings_is_read_row_by_row() -> None:
    text = (
        "Where each nation stands with the CSpO Initiative.\n\n"
        "| Country | Status | Since |\n|---|---|---|\n"
        "| Kenya | member | 2021 |\n| Oman | observer | 2024 |\n| Malta | application | – |\n"
    )
    assert claims(text) == {("KEN", "member"), ("OMN", "observer")}


def test_who_owns_a_coalition_is_not_the_one_joined() -> None:
    text = "Latvia signed up to NATO's Alliance Persistent Surveillance from Space."
    (row,) = extract(text, published="2025-12-05")["memberships"]
    assert row["coalition"] == "nato-apss"


def test_two_events_of_one_sentence_are_two_announcements() -> None:
    text = "France adopted a space strategy on Monday and pledged not to test missiles."
    found = extract(text, published="2025-12-05")["announcements"]
    assert {a["kind"] for a in found} == {"strategy", "policy"}


def test_who_left_in_an_article_of_no_date_is_no_member() -> None:
    (row,) = extract("Chile left the CSpO Initiative.")["memberships"]
    assert row["end_date"] == "../9999-12-31"
