"""Bulk output as a layer of unreviewed facts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders.build.building import build
from loaders.extraction import extract
from loaders.paths import DataDirectory
from loaders.tables.frames import Frames
from loaders.tables.parquet import read_tables
from tests.datadir import article, data_dir

TEXT = (
    "Canada is a member of the CSpO Initiative.\n\n"
    '"We are many," said Gen. Clara Vey, Commander, U.S. Space Command.'
)


def line(path: str, text: str = TEXT, **changes: str) -> str:
    result = extract(text, path, "2025-04-09")
    result["article"].update(changes)
    return json.dumps(result)


def built(root: Path, lines: list[str], files: dict[str, str] | None = None) -> Frames:
    return read_tables(build(with_lines(root, lines, files)).folder)


def with_lines(root: Path, lines: list[str], files: dict[str, str] | None = None) -> DataDirectory:
    data = data_dir(root, files)
    data.extracted.mkdir(parents=True)
    (data.extracted / "bulk.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return data


def test_extracted_facts_stand_beside_compiled_ones_and_say_so(tmp_path: Path) -> None:
    compiled = article() + (
        "memberships:\n  - {coalition: cspo, nations: [FRA], status: member, "
        "attested_on: 2025-04-09, note: A member.}\n"
    )
    tables = built(tmp_path, [line("in/a.txt")], {"articles/2025/b.yaml": compiled})
    states = tables["memberships"].set_index("nation")["state"].astype(str).to_dict()
    assert states == {"FRA": "compiled", "CAN": "extracted"}
    assert list(tables["articles"]["id"]) == ["a", "b"]


def test_an_article_with_a_facts_file_is_passed_over_by_id_address_or_title(tmp_path: Path) -> None:
    lines = [
        line("in/b.txt"),
        line("in/c.txt", url="http://www.example.org/x/"),
        line("in/d.txt", title="TEN NATIONS MEET"),
    ]
    compiled = article(url="https://example.org/x")
    tables = built(tmp_path, lines, {"articles/2025/b.yaml": compiled})
    assert list(tables["articles"]["id"]) == ["b"]
    assert tables["memberships"].empty


def test_the_address_of_a_collection_tells_no_article(tmp_path: Path) -> None:
    compiled = {
        f"articles/2025/{name}.yaml": article(title=name, via="https://example.org/all")
        for name in ("b", "c")
    }
    tables = built(tmp_path, [line("in/d.txt", via="https://example.org/all")], compiled)
    assert list(tables["articles"]["id"]) == ["b", "c", "d"]


def test_two_files_of_one_name_are_two_articles(tmp_path: Path) -> None:
    tables = built(tmp_path, [line("in/a.txt"), line("more/a.txt", TEXT.replace("Canada", "Peru"))])
    assert list(tables["articles"]["id"]) == ["a", "a-2"]


def test_persons_nobody_declared_become_officials_of_the_layer(tmp_path: Path) -> None:
    tables = built(tmp_path, [line("in/a.txt")])
    assert "clara-vey" in set(tables["officials"]["slug"])
    assert list(tables["statements"]["official"].astype(str)) == ["clara-vey"]


def test_a_line_that_cannot_be_read_is_a_problem_and_the_others_stay(tmp_path: Path) -> None:
    error = json.dumps({"path": "x.txt", "error": "no text"})
    tables = built(tmp_path, ["{broken", error, "[]", line("in/a.txt")])
    assert list(tables["articles"]["id"]) == ["a"]
    assert (tables["problems"]["kind"].astype(str) == "left out").sum() == 3


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("{broken", "not a line that `extract` writes"),
        ("[" * 100_000, "RecursionError"),
        ('{"path": "\\ud800.txt", "error": "no text"}', "no text"),
        ('{"path": "x.txt", "persons": []}', "KeyError('article')"),
        (line("in/x.txt", title="\ud800"), "article.title"),
    ],
)
def test_a_line_nobody_could_have_written_is_told_of_by_its_number(
    tmp_path: Path, bad: str, why: str
) -> None:
    data = with_lines(tmp_path, [line("in/a.txt"), bad, bad])
    made = build(data)
    assert [(f.path, f.line) for f in made.findings] == [
        ("extracted/bulk.jsonl", 2), ("extracted/bulk.jsonl", 3),
    ]  # fmt: skip
    assert all(why in finding.message for finding in made.findings)
    assert list(read_tables(made.folder)["articles"]["id"]) == ["a"]


def test_a_claim_of_a_status_nobody_declared_is_a_problem_and_the_rest_stays(
    tmp_path: Path,
) -> None:
    result = json.loads(line("in/a.txt"))
    result["memberships"][0]["status"] = "patron"
    tables = built(tmp_path, [json.dumps(result)])
    assert tables["memberships"].empty
    assert len(tables["statements"]) == 1
    told = tables["problems"][["kind", "text", "why"]].astype(str).to_numpy().tolist()
    assert ["unknown status", "CAN: patron of cspo", "not in statuses.yaml"] in told


def test_what_is_no_file_of_lines_is_told_of_and_the_others_are_read(tmp_path: Path) -> None:
    data = with_lines(tmp_path, [line("in/a.txt")])
    (data.extracted / "gone.jsonl").symlink_to(tmp_path / "nowhere")
    (data.extracted / "folder.jsonl").mkdir()
    (data.extracted / "batch.json").write_text("[]")
    made = build(data)
    assert [str(finding) for finding in made.findings] == [
        "extracted/batch.json: warning: only .jsonl files are read here",
        "extracted/folder.jsonl: error: cannot be read: Is a directory",
        "extracted/gone.jsonl: error: cannot be read: No such file or directory",
    ]
    assert list(read_tables(made.folder)["articles"]["id"]) == ["a"]
