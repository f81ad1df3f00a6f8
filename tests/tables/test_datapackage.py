from __future__ import annotations

from pathlib import Path

import pytest
from frictionless import validate

from loaders.build.building import build
from loaders.paths import data_directory
from loaders.tables.datapackage import NAME, datapackage
from loaders.tables.declaration import TABLES
from tests.datadir import MEETING, article, data_dir


def test_every_table_and_column_is_described_with_its_meaning() -> None:
    described = {
        resource["name"]: {field["name"]: field for field in resource["schema"]["fields"]}
        for resource in datapackage("v")["resources"]
    }
    for table in TABLES:
        assert list(described[table.name]) == table.names
        for column in table.columns:
            assert column.meaning in described[table.name][column.name]["description"]


def test_a_reference_is_a_foreign_key_to_the_other_table() -> None:
    memberships = next(r for r in datapackage("v")["resources"] if r["name"] == "memberships")
    assert {
        "fields": ["coalition"],
        "reference": {"resource": "coalitions", "fields": ["slug"]},
    } in memberships["schema"]["foreignKeys"]


def test_a_built_folder_carries_its_description(tmp_path: Path) -> None:
    data = data_dir(tmp_path, {"articles/2025/a.yaml": article() + MEETING})
    built = build(data)
    assert (built.folder / NAME).is_file()
    assert built.manifest.version in (built.folder / NAME).read_text(encoding="utf-8")


def test_the_corpus_validates_with_frictionless(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loaders.build.building.writable_tables", lambda data: tmp_path)
    build(data_directory())
    report = validate(tmp_path / NAME)
    wrong = [(task.name, error.message) for task in report.tasks for error in task.errors]
    assert report.valid, wrong[:5]
