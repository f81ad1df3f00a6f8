"""Which events an article tells as news, each once and with its dates."""

from __future__ import annotations

import pytest

from loaders.extraction import extract
from tests.extraction.events import kinds_and_days, only


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


def test_a_transcript_announces_nothing_that_its_speakers_do_not_date() -> None:
    text = "THE PRESIDENT: We signed a treaty with France.\n\n" * 5
    assert extract(text, published="2025-12-05")["announcements"] == []


def test_a_sentence_may_tell_of_two_events_each_with_its_day() -> None:
    text = (
        "Norway and Peru met in Oslo on Monday and will sign a treaty in May, officials said.\n\n"
        "Nothing else was agreed."
    )
    assert kinds_and_days(text) == [("meeting", "2025-12-01"), ("agreement", "2026-05")]


def test_what_leaders_met_for_is_an_event_too() -> None:
    text = "Norway's minister will visit Lima from 11 to 13 May to sign an agreement with Peru."
    assert [kind for kind, _ in kinds_and_days(text)] == ["visit", "agreement"]


def test_the_day_of_a_clause_behind_is_not_that_of_the_event() -> None:
    assert kinds_and_days("Norway signed a treaty that takes effect in May.") == [
        ("agreement", None)
    ]


def test_an_event_told_in_headline_lead_and_body_is_one() -> None:
    text = (
        "Norway and Peru hold first joint exercise\n\n"
        "Norway and Peru held a joint exercise in Oslo this week.\n\n"
        "Two hundred people took part.\n\n"
        "The exercise ran from 1 to 4 December."
    )
    assert kinds_and_days(text) == [("exercise", "2025-12-01/2025-12-04")]


def test_the_next_edition_is_another_event() -> None:
    text = (
        "Norway and Peru held a joint exercise in Oslo on Monday.\n\n"
        "The next exercise will take place in May."
    )
    assert kinds_and_days(text) == [("exercise", "2025-12-01"), ("exercise", "2026-05")]


def test_a_headline_counts_where_the_body_does_not_tell() -> None:
    text = "Peru joins Artemis Accords\n\nThe two ministers smiled for a long time and said little."
    assert kinds_and_days(text) == [("accession", None)]


def test_history_of_a_year_is_told_of_foundings_only() -> None:
    text = (
        "Norway and Peru met in Oslo on Monday.\n\n"
        "The Artemis Accords were established by eight nations in 2020.\n\n"
        "Norway hosted a conference in 2019."
    )
    assert kinds_and_days(text) == [("meeting", "2025-12-01"), ("establishment", "2020")]


def test_what_a_release_reports_in_quotation_marks_is_told_too() -> None:
    text = (
        "Norway was busy.\n\n"
        '"Norway and Peru signed a treaty in Oslo on Monday," said a release from the ministry.\n\n'
        '"We signed a memorandum with Japan on Tuesday," the minister said.'
    )
    assert kinds_and_days(text) == [("agreement", "2025-12-01")]


def test_dated_history_is_told_and_undated_history_is_not() -> None:
    text = (
        "Norway and Peru met in Oslo on Monday.\n\n"
        "Peru joined the Artemis Accords in 2024. Japan and Canada joined later."
    )
    assert kinds_and_days(text) == [("meeting", "2025-12-01"), ("accession", "2024")]


def test_a_speech_announces_what_its_speaker_dates() -> None:
    text = (
        "MR. LEE: Thank you. We met many friends.\n\nQ: And then?\n\n"
        "MR. LEE: Today we have signed a contract worth $2 million with Norway.\n\n"
        "Q: Have you signed a treaty with Peru?\n\nMR. LEE: We may."
    )
    assert only(text)["kind"] == "contract"


def test_what_is_on_the_calendar_lies_ahead() -> None:
    text = "The steering group meets in Copenhagen on January 17 and 18."
    assert only(text)["event_date"] == "2026-01-17/2026-01-18"


def test_what_was_done_recently_is_told_behind_the_lead_too() -> None:
    lead = "The service rests on three goals, its chief thinks. " + "Its allies are many.\n\n" * 60
    told = (
        "Also Tuesday, officials disclosed that Chile and Peru recently demonstrated a "
        "“docking operation” in orbit for the first time."
    )
    for text in (told, lead + told):
        [operation] = extract(text, published="2025-04-09")["announcements"]
        assert (operation["kind"], operation["date"]) == ("operation", "2025-04-08")
        assert operation["nations"] == ["CHL", "PER"]


def test_a_communique_in_the_first_person_is_no_speech() -> None:
    text = (
        "1. We, the ministers of Chile, Peru and Ecuador, met in Lima today.\n\n"
        "2. We welcomed Bolivia as a member of the Andean Orbit Council.\n\n"
        "3. Chile and Peru signed an agreement on ground stations.\n\n"
        "4. We took note of the report. Our next meeting will be held in Quito in May 2026."
    )
    kinds = [a["kind"] for a in extract(text, published="2025-12-05")["announcements"]]
    assert kinds == ["meeting", "accession", "agreement", "meeting"]


def test_what_a_speaker_tells_of_others_is_a_statement() -> None:
    text = (
        "I thank you all. You know what we did. I am glad.\n\n"
        "Chile and Peru signed an agreement on ground stations. I welcome it, as you do."
    )
    assert extract(text, published="2025-12-05")["announcements"] == []


def test_what_was_long_before_did_not_happen_where_the_dateline_is() -> None:
    text = (
        "LIMA, 21 May 2026 - Delegates of the signatories of the Artemis Accords met here "
        "on Thursday.\n\nPeru signed the Artemis Accords in May 2024."
    )
    rows = {row["kind"]: row["place"] for row in extract(text)["announcements"]}
    assert rows == {"meeting": "LIMA", "accession": None}


def test_who_attends_a_signing_does_not_sign() -> None:
    text = (
        "Thailand and Viet Nam met on Monday.\n\nThe two countries signed the Artemis Accords "
        "at a ceremony in Hanoi attended by the ambassadors of Japan and Australia."
    )
    rows = extract(text, published="2026-08-24")["announcements"]
    assert [row["nations"] for row in rows if row["kind"] == "accession"] == [["THA", "VNM"]]


@pytest.mark.parametrize("line", ["BERLIN (dpa) 4 May 2027 - ", "BERLIN (dpa), 4 May 2027 - "])
def test_a_dateline_may_be_signed_in_small_letters(line: str) -> None:
    found = extract(f"{line}Germany will join the CSpO Initiative on Monday, it said.")
    assert found["article"]["published"] == "2027-05-04"
    assert found["article"]["place"] == "BERLIN"


def test_those_over_whom_a_nation_is_chosen_take_no_part() -> None:
    (row,) = extract(
        "Egypt was chosen as host in February 2025 over Ethiopia, Ghana, Namibia and Nigeria.",
        published="2025-04-20",
    )["announcements"]
    assert row["nations"] == ["EGY"]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Last reviewed: 12 March 2026", "2026-03-12"),
        ("Current as of 12 March 2026", "2026-03-12"),
        ("As of January 2026", "2026-01"),
        ("Updated March 2026", "2026-03"),
        ("March 2026", None),
    ],
)
def test_a_page_may_say_as_of_when_it_speaks(line: str, published: str | None) -> None:
    text = f"Members of the group\n\n{line}\n\nThe CSpO Initiative unites Canada and Norway."
    assert extract(text)["article"]["published"] == published
