from __future__ import annotations

from pathlib import Path

from loaders.check.expectations import check_expectations
from loaders.findings import errors
from loaders.paths import DataDirectory
from loaders.tables.frames import Frames
from tests.questions.by_hand import member, tables

TWO_MEMBERS = tables(member("FRA", start="2019"), member("DEU", attested="2020-03-01"))


def expecting(root: Path, text: str, frames: Frames = TWO_MEMBERS) -> list[str]:
    folder = root / "reference"
    folder.mkdir(exist_ok=True)
    (folder / "expectations.yaml").write_text(text, encoding="utf-8")
    findings = check_expectations(DataDirectory(root), frames)
    assert errors(findings) == findings, "an expectation that fails is an error"
    return [f"{finding.line}: {finding.message}" for finding in findings]


def test_the_expected_members_are_found_in_silence(tmp_path: Path) -> None:
    text = "members:\n  - {coalition: x, on: 2021-01-01, nations: [DEU, FRA], why: A says so}\n"
    assert expecting(tmp_path, text) == []


def test_a_lost_and_an_added_member_are_named_with_the_reason(tmp_path: Path) -> None:
    text = "members:\n  - {coalition: x, on: 2021-01-01, nations: [FRA, ITA], why: A says so}\n"
    assert expecting(tmp_path, text) == [
        "2: x on 2021-01-01: 2 members, without Italy and with Germany, "
        "where 2 are expected: A says so"
    ]


def test_only_certain_members_count(tmp_path: Path) -> None:
    text = "members:\n  - {coalition: x, on: 2019-06-01, nations: [FRA], why: A says so}\n"
    assert "without France" in expecting(tmp_path, text)[0]


def test_too_few_and_too_many_claims_are_errors(tmp_path: Path) -> None:
    text = "rows:\n  - {coalition: x, min: 3, max: 9}\n  - {coalition: x, min: 0, max: 1}\n"
    assert expecting(tmp_path, text) == [
        "2: x: 2 membership claims, where 3 to 9 are expected: look for what was lost or added",
        "3: x: 2 membership claims, where 0 to 1 are expected: look for what was lost or added",
    ]


def test_an_unknown_coalition_is_an_error_and_not_a_count_of_none(tmp_path: Path) -> None:
    text = "rows:\n  - {coalition: y, min: 0, max: 9}\n"
    assert expecting(tmp_path, text) == ["2: 'y' is not in reference/coalitions.yaml"]


def test_a_misspelt_field_is_told_with_its_line(tmp_path: Path) -> None:
    text = "rows:\n  - {coalition: x, min: 0, maxx: 9}\n"
    assert any("did you mean" in message for message in expecting(tmp_path, text))


def test_broken_yaml_is_an_error(tmp_path: Path) -> None:
    assert expecting(tmp_path, "rows: [")[0].split(": ", 1)[1].startswith("not valid YAML")


def test_without_the_file_nothing_is_expected(tmp_path: Path) -> None:
    assert check_expectations(DataDirectory(tmp_path), TWO_MEMBERS) == []
