"""Held bodies: only the text that was read, only from where texts are kept."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from dashboard.atlas import Atlas
from dashboard.parts.bodies import body
from loaders.paths import DataDirectory
from tests.questions.by_hand import article, tables

TEXT = "Ten nations met.\n"


def atlas(text_path: str | None, text: str | None = TEXT) -> Atlas:
    sha = hashlib.sha256(text.encode()).hexdigest() if text is not None else None
    return Atlas(tables(articles=[article(text_path=text_path, text_sha256=sha)]), "v")


def held(root: Path, name: str, text: str = TEXT) -> DataDirectory:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return DataDirectory(root)


def test_a_committed_body_and_a_local_one_are_read(tmp_path: Path) -> None:
    assert body(atlas("texts/a.txt"), held(tmp_path, "texts/a.txt"), "a") == TEXT
    assert body(atlas(None), held(tmp_path, "local/texts/a.txt"), "a") == TEXT


def test_another_text_than_the_one_read_is_not_shown(tmp_path: Path) -> None:
    data = held(tmp_path, "texts/a.txt", "Eleven nations met.")
    assert body(atlas("texts/a.txt"), data, "a") is None


@pytest.mark.parametrize("path", ["reference/a.txt", "../a.txt", "texts/../reference/a.txt"])
def test_a_path_that_leads_elsewhere_is_not_followed(tmp_path: Path, path: str) -> None:
    root = tmp_path / "data"
    root.mkdir()
    assert body(atlas(path), held(root, path), "a") is None


def test_nothing_held_nothing_shown(tmp_path: Path) -> None:
    data = DataDirectory(tmp_path)
    assert body(atlas("texts/a.txt"), data, "a") is None
    assert body(atlas(None, None), data, "a") is None
    assert body(atlas(None), data, "nobody") is None
