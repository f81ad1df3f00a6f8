from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from loaders.build.building import table_rows
from loaders.check.changes import change_lines
from loaders.check.checking import check_data
from loaders.paths import DataDirectory
from tests.datadir import MEETING, article, data_dir, write

FILE = "articles/2025/a.yaml"
TWO = (
    MEETING
    + """  - {event: other-2025, title: Another meeting, kind: meeting, date: 2025-04-01, note: So.}
"""
)


def git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def committed(tmp_path: Path) -> DataDirectory:
    data = data_dir(tmp_path / "data", {FILE: article() + TWO})
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Begin")
    return data


def lines(data: DataDirectory) -> list[str]:
    return list(change_lines(data, table_rows(check_data(data))))


def test_nothing_changed_is_said_so(committed: DataDirectory) -> None:
    assert lines(committed) == ["since the last commit: no fact added, altered or gone"]


def test_facts_added_altered_and_gone_are_told_by_their_keys(committed: DataDirectory) -> None:
    altered = MEETING.replace("They met.", "They met again.")
    added = "  - {event: new-2025, title: New, kind: meeting, date: 2025-04-02, note: So.}\n"
    write(committed.root / FILE, article() + altered + added)
    assert lines(committed) == [
        "since the last commit: announcements 1 added, 1 altered, 1 gone",
        "  added: a.a.new-2025",
        "  altered: a.a.meeting-2025",
        "  gone: a.a.other-2025",
    ]


def test_a_new_file_is_an_article_added(committed: DataDirectory) -> None:
    write(committed.root / "articles/2025/b.yaml", article(title="Another"))
    assert lines(committed) == [
        "since the last commit: articles 1 added, 0 altered, 0 gone",
        "  added: b",
    ]


def test_outside_a_repository_nothing_is_said(tmp_path: Path) -> None:
    assert lines(data_dir(tmp_path, {FILE: article() + MEETING})) == []


def test_without_git_nothing_is_said(
    committed: DataDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert lines(committed) == []
