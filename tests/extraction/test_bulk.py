"""Many files: ordered, the same whatever the workers, a bad one passed over."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from loaders.extraction.bulk import draft_bulk, extract_bulk, find_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(40):
        nation = ("France", "Japan")[number % 2]
        (tmp_path / f"{number:02}.txt").write_text(f"{nation} joined NATO.", encoding="utf-8")
    (tmp_path / "20.txt").write_bytes(b"\0\0\0")
    (tmp_path / "notes.csv").write_text("not an article", encoding="utf-8")
    return tmp_path


def bulk(paths: list[Path], workers: int) -> tuple[int, str]:
    out = io.StringIO()
    return extract_bulk(paths, "2025-12-05", out, workers), out.getvalue()


def test_a_folder_stands_for_its_articles_in_name_order(folder: Path) -> None:
    assert [path.name for path in find_files([folder])] == [f"{n:02}.txt" for n in range(40)]


def test_the_output_is_the_same_whatever_the_number_of_workers(folder: Path) -> None:
    paths = find_files([folder])
    assert bulk(paths, 1) == bulk(paths, 2)


def test_a_bad_file_is_reported_and_the_others_go_on(folder: Path) -> None:
    code, out = bulk([*find_files([folder]), folder / "missing.md"], 2)
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [Path(line["path"]).name for line in lines if "error" in line] == [
        "20.txt",
        "missing.md",
    ]
    assert [m["nation"] for m in lines[-2]["memberships"]] == ["JPN"]


def test_every_line_is_one_article(folder: Path) -> None:
    (folder / "00.txt").write_text("One.\u2028Two.\x85Three.", encoding="utf-8")
    _, out = bulk([folder / "00.txt"], 1)
    assert out.count("\n") == 1
    assert out.endswith("\n")


def test_drafts_are_made_in_bulk_and_touched_ones_kept(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    drafts = tmp_path_factory.mktemp("drafts")
    paths = [folder / "01.txt", folder / "20.txt"]
    assert draft_bulk(paths, drafts, "2025-12-05", 1) == 1
    (drafts / "01.yaml").write_text("mine", encoding="utf-8")
    draft_bulk(paths[:1], drafts, "2025-12-05", 1)
    assert (drafts / "01.yaml").read_text(encoding="utf-8") == "mine"
    assert "kept: a person has worked on it" in capsys.readouterr().err
