"""A decided fact is asked about again only where both its source and its extraction changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from loaders.curation.decisions import (
    decided_again,
    read_record,
    record_of,
    record_path,
    reopened,
)
from loaders.curation.proofs import Decision, Item
from loaders.curation.saving import save
from tests.curation.articles import TEXT, all_accepted, extracted
from tests.datadir import data_dir


@pytest.fixture(scope="module")
def record():
    return record_of(all_accepted(extracted()), None)


def _found_otherwise(proof):
    """The same article as a reader with other rules would read it."""
    first, *rest = proof.items
    found = {**first.plain, "rank": "Lt. Gen."}
    return replace(proof, items=(Item(first.key, first.section, found, found, first.start), *rest))


def test_neither_changed_nothing_is_asked(record) -> None:
    assert reopened(record, extracted()) == []


def test_a_better_reader_of_the_same_text_asks_nothing(record) -> None:
    assert reopened(record, _found_otherwise(extracted())) == []


def test_a_changed_text_with_the_same_facts_asks_nothing(record) -> None:
    assert reopened(record, extracted(TEXT + "\nThe end.\n")) == []


def test_where_both_changed_just_that_fact_is_asked_about(record) -> None:
    changed = TEXT.replace("unites France, Germany and Canada", "unites France and Canada")
    again = reopened(record, extracted(changed))
    assert [item.section for item in again] == ["memberships"]
    assert again[0].plain["nations"] == ["FRA", "CAN"]


def test_how_sure_the_reader_is_makes_no_difference(record) -> None:
    changed = extracted(TEXT + "\nThe end.\n")
    items = tuple(replace(i, found={**i.found, "confidence": "0.1"}) for i in changed.items)
    assert reopened(record, replace(changed, items=items)) == []


def test_decisions_are_taken_again_on_the_same_facts(record) -> None:
    proof = decided_again(record, extracted())
    assert {item.decision for item in proof.items} == {Decision.ACCEPTED}


def test_the_record_is_saved_with_the_article_and_holds_none_of_its_words(tmp_path: Path) -> None:
    data = data_dir(tmp_path)
    save(data, all_accepted(extracted()), None)
    kept = read_record(data, "ten-nations")
    assert kept is not None
    assert reopened(kept, extracted()) == []
    assert "together" not in record_path(data, "ten-nations").read_text()
