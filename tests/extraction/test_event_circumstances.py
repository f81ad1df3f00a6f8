"""Where an event takes place, and which nations take part in it."""

from __future__ import annotations

import pytest

from loaders.extraction import extract
from tests.extraction.events import only


def test_all_ten_nations_are_those_of_the_roster() -> None:
    text = (
        "Leaders from all 3 nations of the CSpO Initiative met in Oslo this week.\n\n"
        "The CSpO Initiative unites the 3 nations of Canada, France and Norway."
    )
    found = only(text)
    assert found["nations"] == ["CAN", "FRA", "NOR"]
    assert found["coalitions"] == ["cspo"]


def test_the_two_countries_are_those_who_act_not_those_told_by_the_way() -> None:
    text = (
        "Peru and Kenya will share data on satellites under an accord signed on Monday.\n\n"
        "It is the third such accord for Peru after those with Chile (2013) and Ghana (2022).\n\n"
        "The two countries also agreed to hold talks in Lima this summer."
    )
    assert extract(text, published="2026-03-04")["announcements"][-1]["nations"] == ["PER", "KEN"]


def test_the_three_countries_are_those_before_them_not_a_roster_behind() -> None:
    text = (
        "Peru, Kenya and Chile held their first dialogue on space on Monday.\n\n"
        "The three countries will meet again in Lima next year.\n\n"
        "The CSpO Initiative unites the 3 nations of Canada, France and Norway."
    )
    again = extract(text, published="2026-03-04")["announcements"][1]
    assert (again["nations"], again["coalitions"]) == (["PER", "KEN", "CHL"], [])


def test_the_two_sides_are_those_named_right_before() -> None:
    text = (
        "Thailand signed a memorandum on space with China on Monday.\n\n"
        "The two sides also signed an accord on data on Monday.\n\n"
        "Peru and Kenya announced a project in 2021."
    )
    found = extract(text, published="2026-03-04")["announcements"]
    signed = [set(event["nations"]) for event in found if event["kind"] == "agreement"]
    assert signed == [{"THA", "CHN"}]


@pytest.mark.parametrize("behind", ["Peru, Chile and Spain are the others who signed.", ""])
def test_so_many_others_are_none_of_a_list_elsewhere(behind: str) -> None:
    text = f"In 2020, France and three other nations founded the Artemis Accords.\n\n{behind}"
    assert extract(text, published="2026-03-04")["announcements"][0]["nations"] == ["FRA"]


def test_so_many_others_are_those_listed_right_behind() -> None:
    text = (
        "In 2020, France and three other nations founded the Artemis Accords. The three were Peru, "
        "Chile and Spain."
    )
    assert only(text)["nations"] == ["FRA", "PER", "CHL", "ESP"]


def test_an_envoy_who_looks_on_is_no_nation_that_signs() -> None:
    text = (
        "Malaysia today became the 64th country to sign the Artemis Accords.\n\n"
        "Minister Chang Lih Meng signed the accords in Putrajaya, witnessed by US envoy Ed Ray."
    )
    found = only(text)
    assert (found["nations"], found["place"]) == (["MYS"], "Putrajaya")


def test_an_exercise_in_a_centre_is_not_that_of_the_centre() -> None:
    text = (
        "U.S. Space Command ended Global Sentinel 26 at Vandenberg on Feb. 20, 2026.\n\n"
        "More than 250 officers from 31 nations trained in the Combined Space Operations Center. "
        "The exercise began Feb. 9."
    )
    assert only(text)["coalitions"] == ["global-sentinel"]


@pytest.mark.parametrize(
    ("text", "nations"),
    [
        ("NASA of the United States welcomed Peru to the Artemis Accords on Monday.", ["PER"]),
        ("The U.S. announced the accession of Peru to the Artemis Accords.", ["PER"]),
        ("Peru joined the U.S.-led Artemis Accords on Monday.", ["PER"]),
        ("Norway launched a command on Monday, a body with echoes of the U.S. one.", ["NOR"]),
        ("Peru and Chile met on Monday amid China's growing assertiveness.", ["PER", "CHL"]),
        (
            "Peru and Chile held talks on space on Monday in the face of Russia's threats.",
            ["PER", "CHL"],
        ),
        ("Peru became the latest nation to sign a radar agreement with Japan.", ["PER", "JPN"]),
        ("Peru was the third nation to sign a data agreement with Japan.", ["PER", "JPN"]),
        ("STRATCOM signed an agreement with Norway on Monday.", ["USA", "NOR"]),
        (
            "Peru and Chile met on Monday after anti-satellite weapon tests by Russia.",
            ["PER", "CHL"],
        ),
        ("Norway imposed sanctions on three Russian satellite firms on Monday.", ["NOR"]),
        ("All CSpO members except Japan signed a declaration on Monday.", []),
    ],
)
def test_only_those_who_take_part_are_nations_of_an_event(text: str, nations: list[str]) -> None:
    assert only(text)["nations"] == nations


def test_the_dateline_is_the_place_where_the_sentence_has_none() -> None:
    text = "KOUROU, Dec. 5, 2025 — A rocket carried two satellites into orbit on Monday."
    found = extract(text)
    assert found["article"]["place"] == "KOUROU"
    assert found["article"]["published_from"] == "dateline"
    assert found["announcements"][0]["place"] == "KOUROU"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Ministers of Norway and Peru met in the U.S. state of California on Monday.",
            "California",
        ),
        ("A committee, whose seat is in Oslo, met in Lima on Monday.", "Lima"),
        ("Norway's minister will visit Lima from 11 to 13 May.", "Lima"),
        ("Norway will launch a satellite from Andøya in May.", "Andøya"),
        ("Norway and Peru met in Oslo May 3-4 to discuss orbital data.", "Oslo"),
        ("Norway and Peru met in Oslo September 3 to discuss orbital data.", "Oslo"),
        ("Norway and Peru met at March Air Reserve Base on May 4.", "March Air Reserve Base"),
        ("France and Peru met at the National Centre for Space Studies in Toulouse.", "Toulouse"),
    ],
)
def test_the_place_is_where_it_happens(text: str, place: str) -> None:
    assert only(text)["place"] == place


@pytest.mark.parametrize(
    "text",
    [
        "The ministers of Norway and Peru met in June2025.",
        "Envoys of Peru met on Monday at the Philippines’ request.",
        "Ministers of Norway met on Monday with their counterparts in Peru and Chile.",
    ],
)
def test_what_is_no_name_is_no_place(text: str) -> None:
    assert only(text)["place"] is None


def test_an_accession_is_to_the_body_named_next_of_several_joined() -> None:
    text = (
        "Chile became a full member of the European Space Agency on Tuesday, "
        "a decade after it signed the Artemis Accords."
    )
    (found,) = extract(text, published="2025-12-05")["announcements"]
    assert (found["kind"], found["coalitions"]) == ("accession", ["European Space Agency"])


def test_a_dateline_may_open_with_an_article() -> None:
    text = "THE HAGUE – Belgium joined the accords.\n\nTHE PRESIDENT – Belgium joined the accords."
    assert extract(text, published="2025-12-05")["article"]["place"] == "THE HAGUE"
