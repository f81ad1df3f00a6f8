"""Posts and persons: appositions before and after the name, acting, former, nations."""

from __future__ import annotations

import pytest

from loaders.extraction import extract

Row = tuple[str, str, str | None, str | None, bool, bool]


def posts(text: str) -> list[Row]:
    """Name, title, organisation, its nation, acting, former."""
    result = extract(text)
    names = {person["id"]: person["name"] for person in result["persons"]}
    return [
        (
            names[post["person"]],
            post["title"],
            post["organisation"],
            post["organisation_nation"],
            post["acting"],
            post["former"],
        )
        for post in result["posts"]
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chief of Space Operations Gen. Chance Saltzman spoke.",
         [("Chance Saltzman", "Chief of Space Operations", None, "USA", False, False)]),
        ("Gen. Stephen Whiting, head of U.S. Space Command, spoke.",
         [("Stephen Whiting", "head", "U.S. Space Command", "USA", False, False)]),
        ("Gen. Stephen Whiting, Commander, U.S. Space Command and Commander, Multinational Force "
         "Operation Olympic Defender, spoke.",
         [("Stephen Whiting", "Commander", "U.S. Space Command", "USA", False, False),
          ("Stephen Whiting", "Commander", "Multinational Force Operation Olympic Defender", None,
           False, False)]),
        ("Ms. Priya Raman, Deputy Director for Space Policy, UK Ministry of Defence, currently "
         "performing the duties of Director for Space Policy, spoke.",
         [("Priya Raman", "Deputy Director for Space Policy", "UK Ministry of Defence", "GBR",
           False, False),
          ("Priya Raman", "Director for Space Policy", "UK Ministry of Defence", "GBR",
           True, False)]),
        ("French Foreign Minister Jean-Noël Barrot spoke.",
         [("Jean-Noël Barrot", "Foreign Minister", None, "FRA", False, False)]),
        ("Former President Donald Trump spoke.",
         [("Donald Trump", "President", None, None, False, True)]),
        ("The chairwoman of the board, Justice Abena Nyarko, spoke.",
         [("Abena Nyarko", "chairwoman", "board", None, False, False)]),
        ("Hanne Devos, a Belgian planner, spoke.", []),
        ("Whiting is the commander of U.S. Space Command. Gen. Stephen Whiting left.",
         [("Stephen Whiting", "commander", "U.S. Space Command", "USA", False, False)]),
        ("Ann Gill was named director of the agency.",
         [("Ann Gill", "director", "agency", None, False, False)]),
        ("Tom Roe (R-Ohio), the lead negotiator, left with Sen. Ann Gill, D-N.Y., the whip.",
         [("Tom Roe", "lead negotiator", None, None, False, False),
          ("Ann Gill", "whip", None, None, False, False)]),
        ("Director of the National Space Council Tom Roe left.",
         [("Tom Roe", "Director", "National Space Council", "USA", False, False)]),
        ("River Fighters Front (RFF) leader Ann Gill left.",
         [("Ann Gill", "leader", "River Fighters Front", None, False, False)]),
        ("The chair of the Budget Committee (BC), Ann Gill, left.",
         [("Ann Gill", "chair", "Budget Committee", None, False, False)]),
        ("The agency's acting director of Earth observation, Ann Gill, left.",
         [("Ann Gill", "director of Earth observation", None, None, True, False)]),
        ("Treasury Secretary Ann Gill left with Labour leader Tom Roe.",
         [("Ann Gill", "Treasury Secretary", None, None, False, False),
          ("Tom Roe", "leader", "Labour", None, False, False)]),
        ("Pentagon Press Secretary Air Force Brig. Gen. Pat Ryder left.",
         [("Pat Ryder", "Press Secretary", "Pentagon", None, False, False)]),
        ("In May then-President Ann Gill left.",
         [("Ann Gill", "President", None, None, False, True)]),
        ("Tom Roe denied it. “I was asleep,” the home secretary said.",
         [("Tom Roe", "home secretary", None, None, False, False)]),
        ("The presiding officer, Maj. Gen. Tom Roe, rose.", []),
        ("Tom Roe, a leading member of the group, rose.", []),
        ("President Roe said that Beau Roe was ill. His son, Major Beau Roe, agreed.",
         [("Roe", "President", None, None, False, False)]),
    ],
)  # fmt: skip
def test_posts_in_appositions(text: str, expected: list[Row]) -> None:
    assert posts(text) == expected


def test_an_exchange_officer_has_a_nationality_and_a_post_of_another_nation() -> None:
    result = extract(
        "Air Marshal Paul Godfrey, a U.K. officer currently serving as the assistant chief of "
        "space operations for future concepts and partnerships for the U.S. Space Force, spoke."
    )
    person, post = result["persons"][0], result["posts"][0]
    assert (person["rank"], person["nationality"], person["nationality_from"]) == (
        "Air Marshal",
        "GBR",
        "stated",
    )
    assert (post["organisation"], post["organisation_nation"]) == ("U.S. Space Force", "USA")


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("Led by U.S. Gen. Ann Roe, the group met.", ["U.S. Gen. Ann Roe"]),
        ("Col. Tom Roe, a Dutch officer currently serving as deputy commander, spoke.",
         ["Col. Tom Roe, a Dutch officer"]),
        ("Gen. Ann Roe, Commander, U.S. Space Command, met them. Roe was glad.",
         ["Gen. Ann Roe, Commander, U.S. Space Command", "Roe"]),
        ("Gen. Ann Roe of Norway spoke.", ["Gen. Ann Roe of Norway"]),
        ("Gen. Ann Roe spoke.", ["Gen. Ann Roe"]),
    ],
)  # fmt: skip
def test_a_persons_evidence_holds_the_words_that_tell_the_nationality(
    text: str, passages: list[str]
) -> None:
    assert [e["exact"] for e in extract(text)["persons"][0]["evidence"]] == passages


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dr. Jordan May spoke to Col. Chad Monroe.", ["Jordan May", "Chad Monroe"]),
        ("Lt. Gen. May Smith and Sen. Angus King met.", ["May Smith", "Angus King"]),
        ("Rear Adm. Colin Ferraby of U.S. Space Command met Ursula von der Leyen.",
         ["Colin Ferraby", "Ursula von der Leyen"]),
        ("The Artemis Accords and Operation Olympic Defender grew in the Rocky Mountains.", []),
    ],
)  # fmt: skip
def test_persons_are_told_from_bodies_and_places(text: str, names: list[str]) -> None:
    assert [person["name"] for person in extract(text)["persons"]] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The title before a comma is of whom it is nearest to.
        ("We read the report of the auditor-general, Dr. Ann Gill, in May.",
         [("auditor-general", None)]),
        ("The Danish Ambassador, the Honourable Ann Gill, left.", [("Ambassador", None)]),
        ("“It is small,” said our director, Col. Ann Gill of the Navy.", [("director", None)]),
        ("The minister of state for nature, Ann Gill, left.",
         [("minister of state for nature", None)]),
        # Two titles of one person, two fields of one title.
        ("SNP leader and First Minister Ann Gill left.",
         [("First Minister", None), ("leader", "SNP")]),
        ("Information and Broadcasting Minister Ann Gill left.",
         [("Information and Broadcasting Minister", None)]),
        ("King Charles and Prime Minister Ann Gill left.", [("Prime Minister", None)]),
        ("Labour's Spokesperson on Housing, Ann Gill, left.",
         [("Spokesperson on Housing", "Labour")]),
        ("Leader of the Opposition Ann Gill left.", [("Leader", "Opposition")]),
        ("Ann Gill, Chief of the Space Division of the Defence Staff, left.",
         [("Chief", "Space Division of the Defence Staff")]),
        ("“Welcome,” said Ann Gill, Commander, 3 Canadian Space Division.",
         [("Commander", "3 Canadian Space Division")]),
        # Assignments as the services print them.
        ("Maj. Gen. Ann Gill, director of operations, U.S. Space Command, Colorado, "
         "to deputy commander, U.S. Space Forces – Space, California.",
         [("director of operations", "U.S. Space Command"),
          ("deputy commander", "U.S. Space Forces – Space")]),
        ("Capt. Ann Gill, Royal Canadian Navy, to exchange officer, Orbit Center.",
         [("exchange officer", "Orbit Center")]),
        ("Ann Gill, mayor of Leeds, gave a cup to members of the club.", [("mayor", "Leeds")]),
        ("Ann Gill, who returns to Rome as deputy chief of the Space Command, left.",
         [("deputy chief", "Space Command")]),
        ("Ann Gill went to Rome as a clown.", []),
        ("Ann Gill, a former prime minister, left.", [("prime minister", None)]),
        ("Ann Gill, a former teacher, left.", []),
    ],
)  # fmt: skip
def test_posts_before_names_behind_them_and_to_come(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    posts = extract(text)["posts"]
    assert sorted((p["title"], p["organisation"] or "") for p in posts) == sorted(
        (title, body or "") for title, body in expected
    )
