"""Whom a text counts into which coalition, since when."""

from __future__ import annotations

import pytest

from loaders.extraction import extract

Row = tuple[str, str, str]


def rows(text: str, published: str | None = "2025-12-05") -> list[dict[str, str]]:
    return list(extract(text, published=published)["memberships"])


def claims(text: str) -> list[Row]:
    return [
        (r["coalition"] or r["coalition_as_printed"], r["nation"], r["status"]) for r in rows(text)
    ]


def test_a_roster_attests_on_the_day_of_publication_and_states_no_joining() -> None:
    (first, *_, last) = rows(
        "The CSpO Initiative unites the three nations of Canada, France and Italy."
    )
    assert (first["nation"], last["nation"]) == ("CAN", "ITA")
    assert first["attested_on"] == "2025-12-05"
    assert first["start_date"] is None


@pytest.mark.parametrize(
    ("text", "nations", "status"),
    [
        (
            "Olympic Defender now has two nations involved, in addition to the United States: "
            "Australia and the U.K.",
            "USA AUS GBR", "member",
        ),
        ("CSpO members Australia, Canada and France met.", "AUS CAN FRA", "member"),
        ("The CSpO nations — Canada, Norway and the U.S. — agreed.", "CAN NOR USA", "member"),
        ("Canada and Germany are also members of Operation Olympic Defender.", "CAN DEU", "member"),
        ("The UK, a founding member of Operation Olympic Defender, hosted it.", "GBR", "member"),
        ("Australia, Japan and Palau founded the Combined Space Operations Initiative.",
         "AUS JPN PLW", "member"),
        ("Italy became the 56th nation to sign the Artemis Accords.", "ITA", "signed"),
        ("The Artemis Accords have been signed by Peru and Chile.", "PER CHL", "signed"),
        ("U.S. Space Command invited Italy and Japan to join Operation Olympic Defender.",
         "ITA JPN", "invited"),
        ("Norway has been invited to join Operation Olympic Defender.", "NOR", "invited"),
        ("Norway will join Operation Olympic Defender next year.", "NOR", "announced"),
        ("Spain and Italy signed a letter of intent for the APSS programme.", "ESP ITA",
         "letter of intent"),
        ("APSCO met. Egypt is an associate member.", "EGY", "associate"),
        ("India and Mexico attended Global Sentinel as observers.", "IND MEX", "observer"),
        ("Liaison officers from Chile work at the CSpOC.", "CHL", "liaison"),
        ("Japan and Peru took part in Global Sentinel.", "JPN PER", "participant"),
        ("AsterX, hosted by France, began.", "FRA", "host"),
    ],
)  # fmt: skip
def test_each_standing_is_read_from_its_words(text: str, nations: str, status: str) -> None:
    found = claims(text)
    assert [nation for _, nation, _ in found] == nations.split()
    assert {given for *_, given in found} == {status}


@pytest.mark.parametrize(
    "text",
    [
        "Saltzman discussed the CSpO Initiative, Russia's threats and Ukraine.",
        "Brazil has not joined the Artemis Accords.",
        "Japan is considering joining Operation Olympic Defender.",
        "If South Korea joins Operation Olympic Defender, it would be the eighth.",
        "Did Norway join Operation Olympic Defender?",
        "Officials from Thailand attended the Artemis Accords signing in Washington.",
        "Ukraine wants to become a member of NATO.",
        "Leaders supported the entry of Finland into NATO.",
        "South Korea has not been invited to join Operation Olympic Defender.",
        "Italy joined NATO allies at a CSpO meeting in Norway.",
    ],
)
def test_nations_merely_mentioned_hoped_for_or_denied_are_no_members(text: str) -> None:
    assert claims(text) == []


def test_a_stated_day_of_joining_is_the_start() -> None:
    (row,) = rows("Finland signed the Artemis Accords on Tuesday.")
    assert (row["start_date"], row["attested_on"]) == ("2025-12-02", None)


def test_joined_and_attested_are_kept_apart_in_one_row() -> None:
    text = "Italy joined the CSpO Initiative in December 2023. CSpO members Italy and Japan met."
    italy, japan = rows(text)
    assert (italy["start_date"], italy["attested_on"]) == ("2023-12", "2025-12-05")
    assert (japan["start_date"], japan["attested_on"]) == (None, "2025-12-05")


def test_the_date_of_another_act_is_not_the_day_of_joining() -> None:
    (row,) = rows("Spain signed the Artemis Accords, which were established in 2020.")
    assert row["start_date"] is None


def test_leaving_is_an_end() -> None:
    (row,) = rows("Azerbaijan withdrew from the International Lunar Research Station on March 31.")
    assert (row["nation"], row["end_date"], row["start_date"]) == ("AZE", "2025-03-31", None)


def test_taking_part_lasts_as_long_as_the_edition() -> None:
    (row,) = rows("Peru took part in Global Sentinel from Feb. 5 to 16, 2024.")
    assert (row["start_date"], row["end_date"]) == ("2024-02-05", "2024-02-16")


def test_a_list_under_its_lead_is_a_roster() -> None:
    text = "EU SST has three member states.\n\n- Austria\n- Peru\n- the Netherlands\n"
    assert [nation for _, nation, _ in claims(text)] == ["AUT", "PER", "NLD"]


def test_a_table_under_its_lead_is_a_roster() -> None:
    text = (
        "Allies signed a letter of intent for APSS on Feb. 15, 2023.\n\n"
        "| Signatory | Since |\n|---|---|\n| Belgium | 1949 |\n| Spain | 1982 |\n"
    )
    assert [(n, s) for _, n, s in claims(text)] == [
        ("BEL", "letter of intent"),
        ("ESP", "letter of intent"),
    ]


def test_a_table_of_those_who_take_part_is_a_roster() -> None:
    text = (
        "AsterX, the exercise of French Space Command, is held in Toulouse. 230 people take part.\n"
        "\n| Country | Team |\n|---|---|\n| Belgium | Blue |\n| Spain | Red |\n"
    )
    assert [(n, s) for _, n, s in claims(text)] == [
        ("BEL", "participant"),
        ("ESP", "participant"),
    ]


def test_a_count_that_does_not_match_its_list_is_a_problem() -> None:
    text = "The CSpO Initiative unites the four nations of Canada, France and Italy."
    (problem,) = extract(text, published="2025-12-05")["problems"]
    assert problem["kind"] == "count mismatch"
    assert "4 nations stated, 3 listed" in problem["why"]


@pytest.mark.parametrize(
    "text",
    [
        "Of the Union's 55 members, 14 have ratified the statute of the African Space Agency: "
        "Egypt, Ghana, Rwanda and Angola.",
        "Of its 55 members, four have paid to the African Space Agency: Egypt, Ghana and Rwanda.",
    ],
)
def test_the_count_of_those_of_whom_some_are_listed_is_no_problem(text: str) -> None:
    kinds = [problem["kind"] for problem in extract(text, published="2025-12-05")["problems"]]
    assert "count mismatch" not in kinds


def test_a_count_of_more_than_those_named_is_none() -> None:
    text = "The CSpO Initiative unites ten nations, including Canada and France."
    assert extract(text, published="2025-12-05")["problems"] == []


def test_an_unknown_initiative_keeps_its_printed_name_and_is_a_problem() -> None:
    text = (
        "Five nations launched the Pacific Orbital Watch Partnership (POWP). "
        "Palau and Tonga joined POWP on Tuesday."
    )
    found = extract(text, published="2025-12-05")
    assert [m["coalition"] for m in found["memberships"]] == [None, None]
    assert found["memberships"][0]["coalition_as_printed"] == "Pacific Orbital Watch Partnership"
    assert "unknown coalition" in [p["kind"] for p in found["problems"]]


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Peru joined the Andean Satellite Watch in 2020.",
        "Chile and Peru have been part of the Andean Satellite Watch since May.",
        "The Andean Satellite Watch gets a member.\n\nPeru became its sixth member in May.",
    ],
)
def test_an_unknown_name_is_kept_whole(text: str) -> None:
    assert {row["coalition_as_printed"] for row in rows(text)} == {"Andean Satellite Watch"}


def test_the_accords_mean_those_named_before() -> None:
    text = "The Artemis Accords grow. Panama signed the accords on Wednesday."
    assert claims(text) == [("artemis-accords", "PAN", "signed")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Olympic Defender now has two nations involved, in addition to the United States: "
         "Australia and the U.K.", 0),
        ("Olympic Defender now has four nations involved, in addition to the United States: "
         "Australia and the U.K.", 1),
    ],
)  # fmt: skip
def test_those_in_addition_are_not_in_the_number(text: str, number: int) -> None:
    assert len(extract(text)["problems"]) == number
