"""Lists of nations that no wording of membership introduces: likely members, and when not."""

from __future__ import annotations

from typing import Any

import pytest

from loaders.extraction import extract
from loaders.extraction.drafts import make_draft
from loaders.facts.extracted import Known
from loaders.facts.reading import ReadFacts, parse_facts

LEAD = "The CSpO Initiative met on Tuesday. "
GAMES = "Exercise Amber Kite opened on Tuesday. Amber Kite ends on Friday. "


def likely(text: str) -> list[dict[str, Any]]:
    found = extract(text, published="2025-12-05")["memberships"]
    return [row for row in found if row["rule"].startswith("likely")]


def claims(text: str) -> set[str]:
    return {f"{row['nation']} {row['status']}" for row in likely(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LEAD + "CSpO binds Peru, Chile and Spain closer together.", "member"),
        (LEAD + "The flags of Peru, Chile and Spain flew together.", "member"),
        (LEAD + "The secretary spoke with her counterparts from Peru, Chile and Spain.", "member"),
        (GAMES + "Frigates of Peru, Chile and Spain practised side by side.", "participant"),
        (
            GAMES + "A cell answered to the Combined Space Operations Center. One. Two. Three. "
            "Officers of Peru, Chile and Spain worked the southern problem set.",
            "participant",
        ),
        (
            "Exercise Amber Kite opened. Sailors from Peru, Chile and Spain train there.",
            "participant",
        ),
        (LEAD + "Peru, Chile and Spain spoke too, as observers.", "observer"),
        (LEAD + "Tuvalu now sits next to Peru, Chile and Spain, old hands all.", "member"),
    ],
)
def test_a_list_beside_the_body_an_article_is_about_is_likely_of_it(
    text: str, expected: str
) -> None:
    rows = extract(text, published="2025-12-05")["memberships"]
    told = {f"{row['nation']} {row['status']}" for row in rows}
    assert told == {f"{nation} {expected}" for nation in ("PER", "CHL", "ESP")}


@pytest.mark.parametrize(
    "text",
    [
        LEAD + "The flags of Peru and Chile flew together.",
        LEAD + "It has bases in Peru, Chile and Spain.",
        LEAD + "Scientists from Peru, Chile and Spain wrote to it.",
        LEAD + "Consultations with Peru, Chile and Spain go on.",
        LEAD + "Peru, Chile and Spain sent guests but are not members.",
        LEAD + "It signed an agreement with Peru, Chile and Spain.",
        LEAD + "The leaders of Peru, Chile and Spain took these steps:",
        LEAD + "It engaged with Peru, Chile and Spain.",
        LEAD + "Besides Peru, Chile and Spain, the hosts built new offices.",
        "The list of donors reads Peru, Chile and Spain, in addition to the Amber Sky Fund.",
        LEAD + "Does it bind Peru, Chile and Spain?",
        LEAD + "Peru, Chile and Spain left the room.",
        LEAD + "\n\nOne. Two. Three. Four. The flags of Peru, Chile and Spain flew together.",
        "NATO met on Tuesday. The flags of Peru, Chile and Spain flew together.",
        "Japan met the ESA. Peru, Chile, Spain and the members of the ESA approved it.",
        "Following a gift to the Amber Sky Fund, Peru, Chile and Spain gave a million each.",
        LEAD + "Peru, Chile and Spain presented the first Harbour Test Range.",
        LEAD + "Peru, Chile and Spain skipped observer status there.",
        "The council met. The flags of Peru, Chile and Spain flew together.",
    ],
)
def test_few_nations_doubt_courting_other_papers_and_other_topics_are_not(text: str) -> None:
    assert claims(text) == set()


def test_those_whom_others_join_are_members_already() -> None:
    text = "Japan and Malta will join Peru, Chile and Spain as part of the CSpO Initiative."
    assert claims(text) == {"PER member", "CHL member", "ESP member"}


def test_in_an_article_on_an_exercise_a_list_is_of_the_exercise() -> None:
    text = (
        "Exercise Global Sentinel 2026 opened on Tuesday. The CSpO Initiative sent a cell. "
        "Officers of Peru, Chile and Spain worked there."
    )
    assert {row["coalition"] for row in likely(text)} == {"global-sentinel"}


def test_what_the_frames_tell_is_not_told_again() -> None:
    text = (
        LEAD + "CSpO unites Peru, Chile and Spain. The flags of Peru, Chile and Spain flew there."
    )
    assert likely(text) == []


def test_it_rests_on_the_list_and_on_the_sentence_that_names_the_body() -> None:
    text = LEAD + "The flags of Peru, Chile and Spain flew together."
    for row in likely(text):
        assert [part["exact"] for part in row["evidence"]] == [
            "The flags of Peru, Chile and Spain flew together.",
            "The CSpO Initiative met on Tuesday.",
        ]
        assert row["attested_on"] == "2025-12-05"


def test_a_draft_puts_it_before_what_was_read() -> None:
    text = LEAD + "CSpO unites Italy and Japan. The flags of Peru, Chile and Spain flew together."
    known = Known(frozenset({"cspo"}), frozenset())
    read = parse_facts(make_draft(extract(text, "a.txt", "2025-12-05"), known).text, "articles/a")
    assert isinstance(read, ReadFacts)
    assert [claim.nations for claim in read.facts.memberships] == [
        ["PER", "CHL", "ESP"],
        ["ITA", "JPN"],
    ]
