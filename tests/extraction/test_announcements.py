"""What an article announces."""

from __future__ import annotations

from typing import Any

import pytest

from loaders.extraction import extract


def only(text: str, published: str = "2025-12-05") -> dict[str, Any]:
    (found,) = extract(text, published=published)["announcements"]
    return dict(found)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ministers of France and Italy met in Rome on Monday.", "meeting"),
        ("Japan and Peru signed a memorandum on launches in Lima.", "agreement"),
        ("Panama signed the Artemis Accords on Wednesday.", "accession"),
        ("Germany stood up its Space Command in July 2021.", "establishment"),
        ("Exercise AsterX began in Toulouse on Monday.", "exercise"),
        ("The U.S. and France conducted a proximity operation in November.", "operation"),
        ("India launched two satellites on Friday.", "launch"),
        ("Canada pledged not to test missiles against satellites on Monday.", "policy"),
        ("Maj. Gen. Ann Lee took command of U.S. Space Forces Korea on Monday.", "appointment"),
        ("France published its first Space Strategy on Nov. 12.", "strategy"),
        ("The leaders of Japan and India issued a joint statement on Monday.", "statement"),
        ("Australia awarded Boeotia a contract worth $3 million on Monday.", "contract"),
        ("A space conference opened in Norway on Monday.", "conference"),
        ("Gen. Lee visited Norway on Monday.", "visit"),
    ],
)
def test_each_kind_is_told_by_its_verb(text: str, kind: str) -> None:
    assert only(text)["kind"] == kind


def test_the_day_announced_and_the_day_it_happens_are_two_dates() -> None:
    text = (
        "The service will unveil the “Space Strategy” in January, Gen. Ann Lee announced Tuesday."
    )
    found = only(text)
    assert (found["date"], found["event_date"]) == ("2025-12-02", "2026-01")


def test_without_a_stated_day_it_was_announced_on_publication() -> None:
    found = only("Ministers of France and Italy met in Rome.")
    assert (found["date"], found["event_date"], found["place"]) == ("2025-12-05", None, "Rome")


def test_a_visit_that_ended_spans_its_days() -> None:
    text = "Japan's minister promised boats to Palau during a two-day visit that ended Thursday."
    assert only(text)["event_date"] == "2025-12-03/2025-12-04"


def test_all_ten_nations_are_those_of_the_roster() -> None:
    text = (
        "Leaders from all 3 nations of the CSpO Initiative met in Oslo this week.\n\n"
        "The CSpO Initiative unites the 3 nations of Canada, France and Norway."
    )
    found = only(text)
    assert found["nations"] == ["CAN", "FRA", "NOR"]
    assert found["coalitions"] == ["cspo"]


def test_the_dateline_is_the_place_where_the_sentence_has_none() -> None:
    text = "KOUROU, Dec. 5, 2025 — A rocket carried two satellites into orbit on Monday."
    found = extract(text)
    assert found["article"]["place"] == "KOUROU"
    assert found["article"]["published_from"] == "dateline"
    assert found["announcements"][0]["place"] == "KOUROU"


@pytest.mark.parametrize(
    "text",
    [
        "France might sign an agreement with Italy.",
        "Japan declined to sign the treaty.",
        "Will India and Japan sign a treaty on Monday?",
        '"We signed an agreement with France on Monday," she said.',
        "Norway, which hosted talks in May, was pleased.",
    ],
)
def test_what_did_not_happen_or_was_only_said_is_no_announcement(text: str) -> None:
    assert extract(text, published="2025-12-05")["announcements"] == []


def test_a_transcript_announces_nothing() -> None:
    text = "THE PRESIDENT: We signed a treaty with France on Monday.\n\n" * 5
    assert extract(text, published="2025-12-05")["announcements"] == []
