"""Which data directory is meant: --data, else ATLAS_DATA, else the checkout's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.paths import REPOSITORY, data_directory


def test_the_given_directory_wins_over_the_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(tmp_path / "variable"))
    assert data_directory(tmp_path / "given").root == tmp_path / "given"
    assert data_directory().root == tmp_path / "variable"


def test_without_either_it_is_the_checkouts_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATLAS_DATA", "")
    assert data_directory().root == REPOSITORY / "data"
