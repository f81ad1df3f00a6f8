"""A decided fact is asked about again only where both its source and its extraction changed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from loaders.check.checking import check_data
from loaders.curation.decisions import (
    decided_again,
    read_record,
    record_of,
    record_path,
    record_text,
    reopened,
    without_ground,
)
from loaders.curation.proofs import Decision, Item, proof_of_file
from loaders.curation.saving import Saved, save
from loaders.facts.yaml import read_yaml
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


def test_a_better_reader_of_a_paragraph_that_stayed_asks_nothing(record) -> None:
    """The text changed, but not the words that the fact rests on."""
    changed = _found_otherwise(extracted(TEXT + "\nThe end.\n"))
    assert reopened(record, changed) == []


def test_a_paragraph_parted_anew_is_the_same_paragraph(record) -> None:
    changed = _found_otherwise(extracted(TEXT.replace("\n\n", "\r\n \r\n")))
    assert reopened(record, changed) == []


def test_accepted_facts_whose_words_are_gone_are_open_again(tmp_path: Path) -> None:
    data = data_dir(tmp_path)
    saved = save(data, all_accepted(extracted()), None)
    assert isinstance(saved, Saved)
    content = read_yaml((data.root / saved.path).read_text()).value
    changed = TEXT.replace("unites France, Germany and Canada", "unites France and Canada")
    proof = without_ground(proof_of_file("ten-nations", content, changed))
    assert {item.section for item in proof.of(Decision.OPEN)} == {"memberships"}
    same = without_ground(proof_of_file("ten-nations", content, TEXT))
    assert same.of(Decision.OPEN) == []


def test_a_record_without_paragraphs_goes_by_the_whole_text(record, tmp_path: Path) -> None:
    data = data_dir(tmp_path)
    path = record_path(data, "ten-nations")
    path.parent.mkdir(parents=True)
    said = json.loads(record_text(record))
    del said["paragraphs"]
    path.write_text(json.dumps(said))
    old = read_record(data, "ten-nations")
    assert old is not None
    assert reopened(old, extracted()) == []
    assert len(reopened(old, _found_otherwise(extracted(TEXT + "\nThe end.\n")))) == 1


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"text_sha256": 1}', "x", '{"decided": []}'])
def test_a_record_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    data = data_dir(tmp_path)
    path = record_path(data, "ten-nations")
    path.parent.mkdir(parents=True)
    path.write_text(text)
    assert read_record(data, "ten-nations") is None


def test_a_damaged_record_is_told_of_and_not_written_over(tmp_path: Path) -> None:
    data = data_dir(tmp_path)
    path = record_path(data, "ten-nations")
    path.parent.mkdir(parents=True)
    path.write_text('{"text_sha')
    [told] = check_data(data).findings
    assert (told.path, str(told.severity)) == ("decisions/ten-nations.json", "warning")
    assert isinstance(save(data, all_accepted(extracted()), None), Saved)
    assert path.with_suffix(".damaged").read_text() == '{"text_sha'
    assert read_record(data, "ten-nations") is not None


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
