"""Reference files that contradict themselves."""

from __future__ import annotations

from pathlib import Path

from loaders.check.vocabulary import check_vocabulary
from loaders.reference import read_reference
from tests.datadir import COALITIONS, ORGANISATIONS, data_dir

ENTRY = "- {{slug: {0}, name: {0}, short_name: {0}, kind: military, description: d, {1}}}\n"


def told(tmp_path: Path, **files: str) -> list[str]:
    named = {f"reference/{name}.yaml": text for name, text in files.items()}
    reference = read_reference(data_dir(tmp_path, named))
    return [str(finding) for finding in (*reference.findings, *check_vocabulary(reference))]


def test_the_tiny_vocabulary_is_clean(tmp_path: Path) -> None:
    assert told(tmp_path) == []


def test_a_parent_must_be_known(tmp_path: Path) -> None:
    more = COALITIONS + ENTRY.format("x", "parent: y")
    assert told(tmp_path, coalitions=more) == [
        "reference/coalitions.yaml:7: error: parent: x: 'y' is not known"
    ]


def test_nothing_is_part_of_itself(tmp_path: Path) -> None:
    more = COALITIONS + ENTRY.format("x", "parent: y") + ENTRY.format("y", "parent: x")
    assert [line.split("error: ")[1] for line in told(tmp_path, coalitions=more)] == [
        "parent: x: following it from 'y' leads back here",
        "parent: y: following it from 'x' leads back here",
    ]


def test_a_coalition_does_not_end_before_it_begins(tmp_path: Path) -> None:
    more = COALITIONS + ENTRY.format("x", "first_day: '2020', last_day: '2019'")
    assert told(tmp_path, coalitions=more) == [
        "reference/coalitions.yaml:7: error: last_day: x: 2019 is before its first day, 2020"
    ]


def test_one_name_means_one_organisation(tmp_path: Path) -> None:
    more = ORGANISATIONS + "- {slug: other, name: Other, aliases: [The ussf]}\n"
    assert told(tmp_path, organisations=more) == [
        "reference/organisations.yaml:4: error: aliases: "
        "other: 'The ussf' is a name of 'us-space-force' too: keep it for one"
    ]


def test_a_broken_entry_is_told_at_its_line_and_the_others_are_read(tmp_path: Path) -> None:
    broken = "- {slug: cy fox, name: Cy Fox, family_name: Fox}\n- {slug: di-ode, name: Di Ode}\n"
    data = data_dir(
        tmp_path, {"reference/officials.yaml": broken + "- {slug: e, name: E, family_name: E}"}
    )
    reference = read_reference(data)
    assert list(reference.officials) == ["e"]
    assert [str(finding) for finding in reference.findings] == [
        "reference/officials.yaml:1: error: slug: 'cy fox' is not a slug: write 'cy-fox'",
        "reference/officials.yaml:2: error: family_name: "
        "the field 'family_name' is missing: add it",
    ]


def test_a_reference_file_is_a_list_of_entries_each_once(tmp_path: Path) -> None:
    assert "a reference file is a list" in told(tmp_path, officials="ann-doe: {name: Ann}")[0]
    twice = "- {slug: e, name: E, family_name: E}\n" * 2
    assert told(tmp_path, officials=twice) == [
        "reference/officials.yaml:2: error: slug: 'e' stands here twice: keep one"
    ]
