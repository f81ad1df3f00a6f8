"""Families of wording, each sentence with the nations it counts and those it must not count.

The sentences stand in `membership_wordings.yaml`: a new wording is a line there.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from loaders.extraction import extract
from loaders.extraction.language.vocabulary import parse_yaml

TABLE: Any = parse_yaml(
    (Path(__file__).parent / "membership_wordings.yaml").read_text(encoding="utf-8")
)
CLAIMS = [
    pytest.param(row["text"], set(row["claims"]), id=f"{family}: {row['text'][:50]}")
    for family, rows in TABLE.items()
    if family not in ("silent", "beside", "of which body")
    for row in rows
]


def claims(text: str) -> set[str]:
    return {told.split(" @")[0] for told in dated_claims(text)}


def dated_claims(text: str) -> set[str]:
    return {
        f"{row['nation']} {row['status']} @{row['start_date'] or '~'}"
        + (f"/{row['end_date']}" if row["end_date"] else "")
        for row in extract(text, published="2025-12-05")["memberships"]
    }


@pytest.mark.parametrize(("text", "expected"), CLAIMS)
def test_each_wording_counts_its_nations(text: str, expected: set[str]) -> None:
    told = dated_claims(text)
    assert {claim.split(" @")[0] for claim in told} == {claim.split(" @")[0] for claim in expected}
    assert {claim for claim in expected if " @" in claim} <= told


@pytest.mark.parametrize("text", TABLE["silent"])
def test_wishes_denials_places_and_onlookers_count_nobody(text: str) -> None:
    assert claims(text) == set()


@pytest.mark.parametrize("text", TABLE["beside"])
def test_a_list_only_named_beside_a_body_is_told_as_unsure(text: str) -> None:
    rows = extract(text, published="2025-12-05")["memberships"]
    assert {row["rule"] for row in rows} == {"likely: list"}
    assert all(row["confidence"] < 0.45 for row in rows)


@pytest.mark.parametrize("row", TABLE["of which body"], ids=lambda row: row["text"][-50:])
def test_each_claim_is_of_the_body_spoken_of(row: Any) -> None:
    rows = extract(row["text"], published="2025-12-05")["memberships"]
    told = {
        f"{m['nation']} {m['status']} {m['coalition'] or m['coalition_as_printed']}" for m in rows
    }
    assert told == set(row["claims"])


def test_an_acronym_that_nations_are_members_of_is_read_as_an_unknown_coalition() -> None:
    text = "Chile joined PRISM on Monday. PRISM members Peru and Spain welcomed it."
    found = extract(text, published="2025-12-05")
    assert {row["coalition_as_printed"] for row in found["memberships"]} == {"PRISM"}
    assert {row["coalition"] for row in found["memberships"]} == {None}
    assert "unknown coalition" in [problem["kind"] for problem in found["problems"]]


def test_an_acronym_that_the_text_spells_out_bears_its_full_name() -> None:
    text = "Chile joined the Orbital Debris Watch (ODW). ODW members met."
    (row,) = extract(text, published="2025-12-05")["memberships"]
    assert row["coalition_as_printed"] == "Orbital Debris Watch"


def test_an_acronym_is_not_the_body_that_another_text_means_by_it() -> None:
    text = "Chile will join the Space Climate Observatory (SCO) in May."
    (row,) = extract(text, published="2025-12-05")["memberships"]
    assert row["coalition_as_printed"] == "Space Climate Observatory"


def test_a_list_under_a_lead_of_doubt_counts_nobody() -> None:
    text = "These countries have expressed interest in joining CSpO:\n\n- Chile\n- Peru\n"
    assert claims(text) == set()


def test_both_of_two_sentences_before_are_told_by_the_sentence_that_takes_them_up() -> None:
    text = "Chile joined CSpO in 2021 and Peru in 2022. Both have signed the Artemis Accords."
    rows = extract(text, published="2025-12-05")["memberships"]
    signed = {row["nation"] for row in rows if row["status"] == "signed"}
    assert signed == {"CHL", "PER"}


def test_a_headline_verb_is_no_part_of_a_nations_body() -> None:
    assert claims("Senegal Becomes 56th Nation to Sign Artemis Accords") == {"SEN signed"}
