"""How long the whole corpus takes to build, in process and without imports.

Run with `pytest tests/benchmarks --benchmark-only`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from loaders.build.building import Built, build, ensure_built
from loaders.paths import DataDirectory, data_directory

FROM_NOTHING_SECONDS = 3.0
ONE_CHANGED_SECONDS = 0.5
ROUNDS = 5


@pytest.fixture
def corpus(tmp_path: Path) -> DataDirectory:
    root = data_directory().root
    for part in ("articles", "texts", "reference"):
        shutil.copytree(root / part, tmp_path / part)
    return DataDirectory(tmp_path.resolve())


def test_the_corpus_builds_from_nothing_in_time(
    benchmark: BenchmarkFixture, corpus: DataDirectory
) -> None:
    def remove_tables() -> None:
        shutil.rmtree(corpus.tables, ignore_errors=True)

    built: Built = benchmark.pedantic(build, (corpus,), setup=remove_tables, rounds=ROUNDS)
    assert built.left_out == []
    assert benchmark.stats.stats.max < FROM_NOTHING_SECONDS


def test_the_corpus_builds_in_time_after_one_changed_file(
    benchmark: BenchmarkFixture, corpus: DataDirectory
) -> None:
    ensure_built(corpus)
    changed = corpus.articles / "2025" / "cspo-principals-toulouse.yaml"

    def change_one_file() -> None:
        changed.write_text(changed.read_text(encoding="utf-8") + "\n# more\n", encoding="utf-8")

    built: Built = benchmark.pedantic(ensure_built, (corpus,), setup=change_one_file, rounds=ROUNDS)
    assert built.fresh
    assert benchmark.stats.stats.max < ONE_CHANGED_SECONDS


def test_unchanged_tables_are_found_at_once(
    benchmark: BenchmarkFixture, corpus: DataDirectory
) -> None:
    ensure_built(corpus)
    built: Built = benchmark.pedantic(ensure_built, (corpus,), rounds=ROUNDS)
    assert not built.fresh
