"""Tables on disk are whole, or say that they are not; kill -9 at any moment included."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from loaders.tables.parquet import locked, read_manifest, read_tables, write_tables

ROUNDS = 20

# Writes two sets of tables in turn in a child of its own, and kills that child at a random moment.
WRITER = """
import os, random, signal, sys, time
from pathlib import Path
from loaders.tables.parquet import locked, write_tables
from tests.tables.test_parquet import officials

moments = random.Random(2025)
for number in range(int(sys.argv[2])):
    folder = Path(sys.argv[1]) / str(number)
    child = os.fork()
    if child == 0:
        for turn in range(10_000):
            with locked(folder, exclusive=True):
                write_tables(folder, [officials(turn % 2)], f"version {turn % 2}")
    while not (folder / "manifest.json").exists():
        time.sleep(0.001)
    time.sleep(moments.uniform(0, 0.05))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
"""


def officials(turn: int) -> dict[str, list[dict[str, str]]]:
    """Two sets of rows of different sizes, so that a mixture shows."""
    names = ["Ann Doe", "Bo Ray", "Cy Fox"][: 1 + 2 * turn]
    rows = [
        {"slug": name.lower().replace(" ", "-"), "name": name, "family_name": name[-3:]}
        for name in names
    ]
    problems = [
        {"id": str(turn), "kind": "k", "text": f"version {turn}", "why": "w" * (10 + turn * 500)}
    ]
    return {"officials": rows, "problems": problems}


def test_a_writer_killed_at_any_moment_leaves_whole_tables_or_says_so(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-c", WRITER, str(tmp_path), str(ROUNDS)], check=True, timeout=120
    )
    for number in range(ROUNDS):
        folder = tmp_path / str(number)
        manifest = read_manifest(folder)
        if manifest is not None:
            tables = read_tables(folder)
            assert list(tables["problems"]["text"]) == [manifest.fingerprint]
            assert (
                len(tables["officials"]) == {"version 0": 1, "version 1": 3}[manifest.fingerprint]
            )
        with locked(folder, exclusive=True):
            write_tables(folder, [officials(1)], "repaired")
        repaired = read_manifest(folder)
        assert repaired is not None
        assert len(read_tables(folder)["officials"]) == 3
        assert not list(folder.glob(".*.new")), "nothing half-written is left behind"


def test_a_write_that_fails_leaves_the_old_tables(tmp_path: Path) -> None:
    write_tables(tmp_path, [officials(0)], "old")
    rows = officials(1)
    rows["problems"][0].pop("why")
    with pytest.raises(ValueError, match=r"problems\.why"):
        write_tables(tmp_path, [rows], "new")
    manifest = read_manifest(tmp_path)
    assert manifest is not None
    assert manifest.fingerprint == "old"
    assert len(read_tables(tmp_path)["officials"]) == 1


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "3", "null", "not json", '{"fingerprint": "x", "sizes": []}',
             '{"fingerprint": "x", "sizes": {}}', '{"fingerprint": "x", "sizes": {}, "more": 1}']
)  # fmt: skip
def test_a_manifest_that_is_not_one_means_no_tables(tmp_path: Path, text: str) -> None:
    write_tables(tmp_path, [officials(0)], "x")
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    assert read_manifest(tmp_path) is None


def test_tables_of_another_size_than_the_manifest_says_are_not_whole(tmp_path: Path) -> None:
    manifest = write_tables(tmp_path, [officials(0)], "x")
    assert read_manifest(tmp_path) == manifest
    with (tmp_path / "posts.parquet").open("ab") as handle:
        handle.write(b"\0")
    assert read_manifest(tmp_path) is None


def test_readers_need_no_lock_where_none_can_be_made(tmp_path: Path) -> None:
    with locked(tmp_path / "not there", exclusive=False):
        pass
    assert not (tmp_path / "not there").exists()


def test_the_version_is_short_enough_for_an_address(tmp_path: Path) -> None:
    assert write_tables(tmp_path, [], "0123456789abcdef").version == "0123456789"


def test_pieces_become_one_table_and_their_keys_must_go_up(tmp_path: Path) -> None:
    one, other = {"problems": [problem("a")]}, {"problems": [problem("b")]}
    write_tables(tmp_path, [one, {}, other], "x")
    assert list(read_tables(tmp_path)["problems"]["id"]) == ["a", "b"]
    with pytest.raises(ValueError, match="'a' comes after 'b'"):
        write_tables(tmp_path, [other, one], "y")
    with pytest.raises(ValueError, match="'a' is there twice"):
        write_tables(tmp_path, [one, one], "y")
    assert list(read_tables(tmp_path)["problems"]["id"]) == ["a", "b"]


def problem(key: str) -> dict[str, str]:
    return {"id": key, "kind": "gap", "text": "What?", "why": "Nobody says."}
