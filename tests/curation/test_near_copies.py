"""An article that was held already is recognised, whole or by the passages kept of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.atlas import Atlas
from dashboard.curation.near_copies import near_copies
from loaders.build.building import build
from loaders.paths import DataDirectory
from loaders.tables.parquet import read_tables
from tests.fixture_data import TOULOUSE, two_articles


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return two_articles(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def atlas(root: Path) -> Atlas:
    built = build(DataDirectory(root))
    return Atlas(read_tables(built.folder), built.manifest.version)


@pytest.fixture(scope="module")
def body(root: Path) -> str:
    return (root / f"texts/2025/{TOULOUSE}.txt").read_text()


def test_the_same_text_is_recognised(atlas: Atlas, body: str) -> None:
    (found,) = near_copies(atlas, "Another headline", body, {TOULOUSE: body})
    assert (found.article, found.basis, found.likeness) == (TOULOUSE, "text", 1.0)


def test_other_marks_line_breaks_and_a_new_head_do_not_hide_it(atlas: Atlas, body: str) -> None:
    altered = "By our reporter\n\n" + body.replace('"', "”").replace(" the ", "\nthe ")
    (found,) = near_copies(atlas, "", altered, {TOULOUSE: body})
    assert found.likeness > 0.9


def test_without_the_body_the_passages_tell(atlas: Atlas, body: str) -> None:
    (found,) = near_copies(atlas, "", body)
    assert (found.article, found.basis) == (TOULOUSE, "passages")


def test_an_article_about_the_same_is_no_copy(atlas: Atlas, body: str) -> None:
    other = "The ten nations of the Combined Space Operations Initiative met in Toulouse. " * 20
    assert near_copies(atlas, "", other, {TOULOUSE: body}) == []
