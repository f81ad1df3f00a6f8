"""Building: the same tables from the same input, once, and whatever can be built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from loaders.build import building
from loaders.build.building import build, ensure_built
from loaders.build.fingerprint import fingerprint
from loaders.paths import DataDirectory
from loaders.tables.parquet import read_manifest, read_tables
from tests.datadir import ARTICLE, MEETING, article, data_dir, write

FILES = {
    "articles/2025/a.yaml": article(text="texts/2025/a.txt", rights="public domain")
    + "memberships: [{coalition: cspo, nations: [AUS, FRA], status: member, passage: is in}]\n"
    "posts: [{official: ann-doe, title: Chief, organisation: USSF, note: n}]\n",
    "articles/2025/b.yaml": article(title="They met") + MEETING,
    "articles/2024/c.yaml": article(title="They spoke")
    + "statements: [{speaker: bo-ray, kind: direct, text: Together.}]\n",
    "texts/2025/a.txt": "Australia is in.",
}


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_all_tables_are_built_and_read_back(tmp_path: Path) -> None:
    built = build(data_dir(tmp_path, FILES))
    assert built.folder == tmp_path.resolve() / "tables"
    assert (built.findings, built.left_out) == ([], [])
    tables = read_tables(built.folder)
    assert {name: len(frame) for name, frame in tables.items()} == {
        "articles": 3, "evidence": 5, "coalitions": 3, "memberships": 2, "announcements": 1,
        "officials": 2, "persons": 0, "posts": 1, "statements": 1, "problems": 0,
    }  # fmt: skip


def test_the_same_input_gives_the_same_bytes_from_any_folder_in_any_order(tmp_path: Path) -> None:
    first = build(data_dir(tmp_path / "one", FILES))
    second = build(data_dir(tmp_path / "elsewhere" / "two", dict(reversed(FILES.items()))))
    again = build(DataDirectory(tmp_path / "one"))
    assert first.manifest == second.manifest == again.manifest
    assert content(first.folder) == content(second.folder)


def test_a_broken_file_is_left_out_and_said_to_be(tmp_path: Path) -> None:
    broken = {"articles/2025/d.yaml": ARTICLE + "memberships: [{nations: UK}]\n"}
    built = build(data_dir(tmp_path, FILES | broken))
    assert built.left_out == ["articles/2025/d.yaml"]
    tables = read_tables(built.folder)
    assert set(tables["articles"]["id"]) == {"a", "b", "c"}
    assert set(tables["problems"]["kind"]) == {"left out"}
    assert tables["problems"]["why"].str.contains("alpha-3 code GBR").any()


def test_a_file_whose_evidence_is_not_in_its_text_is_left_out(tmp_path: Path) -> None:
    built = build(data_dir(tmp_path, FILES | {"texts/2025/a.txt": "Another text."}))
    assert built.left_out == ["articles/2025/a.yaml"]
    assert set(read_tables(built.folder)["articles"]["id"]) == {"b", "c"}


def test_every_fact_has_evidence_and_every_evidence_its_fact(tmp_path: Path) -> None:
    tables = read_tables(build(data_dir(tmp_path, FILES)).folder)
    facts = ("memberships", "announcements", "persons", "posts", "statements")
    keys = {(name, key) for name in facts for key in tables[name]["id"]}
    evidence = tables["evidence"]
    assert set(zip(evidence["fact_table"], evidence["fact"], strict=True)) == keys
    for name in facts:
        assert set(tables[name]["evidence"]) <= set(evidence["id"])


def test_an_empty_data_directory_gives_empty_tables_and_says_what_is_missing(
    tmp_path: Path,
) -> None:
    built = build(DataDirectory(tmp_path))
    assert all(
        frame.empty for name, frame in read_tables(built.folder).items() if name != "problems"
    )
    assert {finding.path for finding in built.findings} >= {"reference/coalitions.yaml"}


def test_a_later_start_builds_nothing(tmp_path: Path) -> None:
    data = data_dir(tmp_path, FILES)
    assert ensure_built(data).fresh
    before = {path: path.stat().st_mtime_ns for path in data.tables.iterdir()}
    assert not ensure_built(data).fresh
    assert {path: path.stat().st_mtime_ns for path in data.tables.iterdir()} == before


def test_a_touched_file_is_not_a_changed_one(tmp_path: Path) -> None:
    data = data_dir(tmp_path, FILES)
    ensure_built(data)
    for path in data.root.rglob("*.yaml"):
        os.utime(path, (1, 1))
    assert not ensure_built(data).fresh


@pytest.mark.parametrize(
    "changed",
    ["articles/2025/b.yaml", "texts/2025/a.txt", "reference/officials.yaml", "local/texts/b.txt"],
)
def test_changed_content_is_built_anew_whatever_its_clock_says(
    tmp_path: Path, changed: str
) -> None:
    data = data_dir(tmp_path, FILES)
    old = ensure_built(data)
    path = data.root / changed
    write(path, path.read_text() + "# more\n" if path.exists() else "Body.")
    os.utime(path, (1, 1))
    new = ensure_built(data)
    assert new.fresh
    assert new.manifest.version != old.manifest.version


def test_a_file_added_or_taken_away_is_built_anew(tmp_path: Path) -> None:
    data = data_dir(tmp_path, FILES)
    versions = {ensure_built(data).manifest.version}
    write(data.articles / "2025" / "d.yaml", ARTICLE)
    versions.add(ensure_built(data).manifest.version)
    (data.articles / "2025" / "d.yaml").unlink()
    (data.articles / "2025" / "b.yaml").unlink()
    versions.add(ensure_built(data).manifest.version)
    assert len(versions) == 3


@pytest.mark.parametrize("damage", ["delete a table", "cut a table", "delete the manifest"])
def test_damaged_tables_are_built_anew(tmp_path: Path, damage: str) -> None:
    data = data_dir(tmp_path, FILES)
    whole = content(ensure_built(data).folder)
    table = data.tables / "posts.parquet"
    if damage == "cut a table":
        table.write_bytes(table.read_bytes()[:-10])
    else:
        (table if damage == "delete a table" else data.tables / "manifest.json").unlink()
    assert ensure_built(data).fresh
    assert content(data.tables) == whole


def test_two_that_start_together_build_once(tmp_path: Path) -> None:
    data = data_dir(tmp_path, FILES)
    program = (
        "import sys, time\n"
        "from loaders.build import building\n"
        "from loaders.paths import DataDirectory\n"
        "from pathlib import Path\n"
        "check = building.check_data\n"
        "def slow(data):\n"
        "    time.sleep(1)\n"
        "    return check(data)\n"
        "building.check_data = slow\n"
        "print('ready', flush=True)\n"
        "sys.stdin.readline()\n"
        "print(building.ensure_built(DataDirectory(Path(sys.argv[1]))).fresh)\n"
    )
    servers = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(data.root)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for _ in range(2)
    ]  # fmt: skip
    for server in servers:
        assert server.stdout is not None
        assert server.stdout.readline() == "ready\n"
    for server in servers:
        assert server.stdin is not None
        server.stdin.write("go\n")
        server.stdin.flush()
    said = sorted(server.communicate(timeout=60)[0].strip() for server in servers)
    assert said == ["False", "True"]


def test_where_the_checkout_is_read_only_tables_go_to_the_cache(tmp_path: Path) -> None:
    """A file in place of the folder stands in for a mode that does not bind root."""
    data = data_dir(tmp_path, FILES)
    write(data.tables, "not a folder")
    built = ensure_built(data)
    assert built.fresh
    assert built.folder == building.cache_tables(data)
    assert len(read_tables(built.folder)["articles"]) == 3
    assert not ensure_built(data).fresh
    assert data.tables.read_text() == "not a folder"


def test_a_folder_that_refuses_writing_sends_tables_to_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = data_dir(tmp_path, FILES)
    data.tables.mkdir()

    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(30, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "touch", refuse)
    assert ensure_built(data).folder == building.cache_tables(data)
    assert list(data.tables.iterdir()) == []


def test_each_data_directory_has_a_cache_of_its_own(tmp_path: Path) -> None:
    one, two = DataDirectory(tmp_path / "one"), DataDirectory(tmp_path / "two")
    assert building.cache_tables(one) != building.cache_tables(two)


def test_tables_that_came_with_a_read_only_checkout_are_used_where_current(tmp_path: Path) -> None:
    data = data_dir(tmp_path, FILES)
    build(data)
    shutil.rmtree(building.cache_tables(data), ignore_errors=True)
    assert ensure_built(data).folder == data.tables
    assert read_manifest(building.cache_tables(data)) is None


def test_the_version_depends_on_content_and_names_alone(tmp_path: Path) -> None:
    one = fingerprint(data_dir(tmp_path / "one", FILES))
    assert fingerprint(data_dir(tmp_path / "two", FILES)) == one
    moved = {name.replace("b.yaml", "bb.yaml"): text for name, text in FILES.items()}
    assert fingerprint(data_dir(tmp_path / "three", moved)) != one


def test_a_file_that_cannot_be_read_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = data_dir(tmp_path, FILES)
    read_bytes, read_text = Path.read_bytes, Path.read_text

    def refuse(path: Path) -> None:
        if path.name == "b.yaml":
            raise PermissionError(13, "Permission denied", str(path))

    def bytes_of(path: Path) -> bytes:
        refuse(path)
        return read_bytes(path)

    def text_of(path: Path, *args: object, **kwargs: object) -> str:
        refuse(path)
        return read_text(path, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "read_bytes", bytes_of)
    monkeypatch.setattr(Path, "read_text", text_of)
    assert build(data).left_out == ["articles/2025/b.yaml"]
