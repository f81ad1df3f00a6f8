"""Every server shows the tables as they are now, whoever built them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.parts import data
from loaders.build.building import ensure_built
from loaders.paths import DataDirectory
from loaders.tables.parquet import MANIFEST
from tests.datadir import ARTICLE, MEETING, data_dir
from tests.serving import serving


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DataDirectory]:
    made = data_dir(tmp_path, {"articles/2025/meeting.yaml": ARTICLE + MEETING})
    with serving(made.root):
        yield made


def change(directory: DataDirectory) -> None:
    path = directory.articles / "2025" / "meeting.yaml"
    path.write_text(path.read_text().replace("Ten nations meet", "Eleven nations meet"))


def title() -> str:
    return str(data.atlas().tables["articles"]["title"].iloc[0])


def test_the_tables_are_read_once_for_all(directory: DataDirectory) -> None:
    assert data.atlas() is data.atlas()


def test_tables_built_by_another_server_are_read_at_the_next_run(directory: DataDirectory) -> None:
    before = data.atlas()
    change(directory)
    assert data.atlas() is before
    ensure_built(directory)
    assert title() == "Eleven nations meet"
    assert data.atlas().version != before.version


def test_while_tables_are_put_in_place_the_old_ones_are_shown(directory: DataDirectory) -> None:
    before = data.atlas()
    (ensure_built(directory).folder / MANIFEST).unlink()
    assert data.atlas() is before


def test_what_was_saved_here_is_shown_here(directory: DataDirectory) -> None:
    assert title() == "Ten nations meet"
    change(directory)
    data.rebuilt()
    assert title() == "Eleven nations meet"


def test_a_damaged_table_is_built_anew_and_shown(
    directory: DataDirectory, caplog: pytest.LogCaptureFixture
) -> None:
    path = ensure_built(directory).folder / "posts.parquet"
    content = path.read_bytes()
    path.write_bytes(content[:-20] + b"\0" * 20)  # as long as the manifest says
    assert title() == "Ten nations meet"
    assert path.read_bytes() == content
    assert "the tables are built anew" in caplog.text


def test_tables_taken_away_before_they_were_read_are_built_anew(directory: DataDirectory) -> None:
    folder = data._folder()
    (folder / MANIFEST).unlink()
    assert title() == "Ten nations meet"


def test_a_page_of_a_server_without_data_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with serving(tmp_path / "nowhere"):
        page = AppTest.from_string("from dashboard.parts import data\ndata.atlas()").run()
    assert [box.value for box in page.error] == [
        "This server does not find its data. Its log says which folder it looked for."
    ]
    assert not page.exception
    assert str(tmp_path / "nowhere") in caplog.text
    assert not (tmp_path / "nowhere").exists()
