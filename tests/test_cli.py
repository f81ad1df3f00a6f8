"""`python -m loaders`: exit codes, and what it tells the person."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from loaders.__main__ import main
from loaders.paths import REPOSITORY
from loaders.tables.parquet import read_tables
from tests.datadir import ARTICLE, MEETING, article, data_dir, write

BROKEN = ARTICLE + "memberships: [{coalition: cspo, nations: UK, status: member, note: n}]\n"
MEND = (
    "articles/b.yaml:10: error: memberships[0].nations[0]: "
    "nation 'UK': use the ISO 3166-1 alpha-3 code GBR\n"
)


def test_build_makes_the_tables_and_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = data_dir(tmp_path, {"articles/a.yaml": ARTICLE + MEETING})
    assert main(["build", "--data", str(tmp_path)]) == 0
    said = capsys.readouterr()
    assert said.out.startswith(f"tables: {data.tables} (data version ")
    assert said.err == ""
    assert list(read_tables(data.tables)["articles"]["id"]) == ["a"]


def test_build_reports_a_broken_file_builds_the_rest_and_exits_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = data_dir(tmp_path, {"articles/a.yaml": ARTICLE, "articles/b.yaml": BROKEN})
    assert main(["build", "--data", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.err == MEND
    assert said.out.startswith("left out: articles/b.yaml\n")
    assert list(read_tables(data.tables)["articles"]["id"]) == ["a"]


def test_check_exits_1_on_an_error_and_writes_no_tables(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = data_dir(tmp_path, {"articles/a.yaml": ARTICLE, "articles/b.yaml": BROKEN})
    assert main(["check", "--data", str(tmp_path)]) == 1
    assert MEND in capsys.readouterr().err
    assert not data.tables.exists()


def test_check_says_what_share_of_a_body_is_committed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = "posts: [{official: ann-doe, title: t, passage: the chief}]\n"
    data_dir(tmp_path, {"articles/a.yaml": article(body_characters="90") + facts})
    assert main(["check", "--data", str(tmp_path)]) == 0
    assert "a: 10% of the body is committed as passages\n" in capsys.readouterr().out


def test_a_warning_is_told_and_exits_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = "posts: [{official: ann-doe, title: t, organisation: The Guild, note: n}]\n"
    data_dir(tmp_path, {"articles/a.yaml": ARTICLE + facts})
    assert main(["check", "--data", str(tmp_path)]) == 0
    said = capsys.readouterr()
    assert "articles/a.yaml:10: warning: posts[0].organisation: 'The Guild'" in said.err
    assert "0 errors, 1 warnings" in said.out


def test_the_variable_names_the_data_directory_and_the_option_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = data_dir(tmp_path / "one"), data_dir(tmp_path / "two")
    monkeypatch.setenv("ATLAS_DATA", str(one.root))
    assert main(["build"]) == 0
    assert one.tables.exists()
    assert main(["build", "--data", str(two.root)]) == 0
    assert two.tables.exists()


@pytest.mark.parametrize("command", ["build", "check", "schema"])
def test_a_data_directory_that_is_not_there_is_not_made(
    tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "missing"
    assert main([command, "--data", str(missing)]) == 1
    assert f"there is no data directory {missing}: give --data" in capsys.readouterr().err
    assert not missing.exists()


def test_it_runs_as_a_module_from_any_folder(tmp_path: Path) -> None:
    write(tmp_path / "data" / "articles" / "b.yaml", BROKEN)
    data_dir(tmp_path / "data")
    run = subprocess.run(
        [sys.executable, "-m", "loaders", "check", "--data", "data"],
        cwd=tmp_path, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (1, MEND)


def test_the_committed_corpus_is_free_of_errors() -> None:
    assert main(["check", "--data", str(REPOSITORY / "data")]) == 0


@pytest.mark.parametrize("command", [["build"], ["check"], ["schema"], ["extract", "a.txt"]])
@pytest.mark.parametrize("place", ["nowhere", "file"])
def test_a_data_directory_that_is_not_there_is_named_and_not_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str], place: str
) -> None:
    (tmp_path / "file").write_text("x")
    missing = tmp_path / place
    assert main([*command, "--data", str(missing)]) == 1
    told = f"there is no data directory {missing}: give --data or set ATLAS_DATA\n"
    assert capsys.readouterr().err == told
    assert not (tmp_path / "nowhere").exists()


def test_where_no_tables_can_be_written_both_places_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = data_dir(tmp_path)
    data.tables.write_text("a file in the folder's place")
    monkeypatch.setenv("XDG_CACHE_HOME", str(data.tables))
    assert main(["build", "--data", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"tables can be written neither to {data.tables} nor to {data.tables}/")
    assert told.endswith("make one of the two writable, or name another folder in XDG_CACHE_HOME\n")


def test_a_reader_that_leaves_early_gets_no_traceback(tmp_path: Path) -> None:
    data_dir(tmp_path, {f"articles/a{n}.yaml": BROKEN for n in range(3)})
    program = (
        "import os, sys; from loaders.__main__ import main; "
        "reading, writing = os.pipe(); os.close(reading); os.dup2(writing, 1); "
        f"sys.exit(main(['check', '--data', {str(tmp_path)!r}]))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert "Traceback" not in run.stderr
    assert run.returncode == 1


@pytest.mark.parametrize("day", ["2024-13-01", "2024-02-30", "yesterday"])
def test_extract_refuses_a_day_that_the_calendar_does_not_have(
    capsys: pytest.CaptureFixture[str], day: str
) -> None:
    with pytest.raises(SystemExit):
        main(["extract", "--published", day, "a.txt"])
    assert f"{day!r}" in capsys.readouterr().err
