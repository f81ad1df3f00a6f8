"""Several files as one: after a crash at any moment, all are old or all are new."""

from __future__ import annotations

import contextlib
import multiprocessing
import random
import time
from pathlib import Path

import pytest

from loaders.check.checking import check_data
from loaders.curation import transactions
from loaders.curation.transactions import recover, saving, write_together
from loaders.facts.yaml import read_yaml
from loaders.findings import errors
from loaders.paths import DataDirectory
from loaders.reference import read_reference
from tests.curation import saver
from tests.curation.saver import NEW, OLD
from tests.datadir import data_dir

KILLS = 100
# A fork starts at once, with everything imported: the kill falls into the saving.
FORKS = multiprocessing.get_context("fork")


@pytest.fixture
def data(tmp_path: Path) -> DataDirectory:
    return data_dir(tmp_path)


def _write(data: DataDirectory, word: str) -> None:
    files = {data.root / name: word.encode() for name in ("a.txt", "deep/b.txt", "c.txt")}
    with saving(data):
        write_together(data, files)


def _words(data: DataDirectory) -> set[str]:
    return {
        (data.root / name).read_text() if (data.root / name).exists() else ""
        for name in ("a.txt", "deep/b.txt", "c.txt")
    }


class Crash(BaseException):
    """What stands for the power going off."""


@pytest.mark.parametrize("step", range(1, 40))
def test_a_crash_at_any_step_leaves_all_old_or_all_new(
    data: DataDirectory, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    _write(data, "old")
    steps = iter(range(step))

    def counted(real):
        def call(*args, **kwargs):
            if next(steps, None) is None:
                raise Crash
            return real(*args, **kwargs)

        return call

    monkeypatch.setattr(Path, "replace", counted(Path.replace))
    monkeypatch.setattr(Path, "unlink", counted(Path.unlink))
    monkeypatch.setattr(transactions.os, "fsync", counted(transactions.os.fsync))
    monkeypatch.setattr(transactions.shutil, "rmtree", counted(transactions.shutil.rmtree))
    with contextlib.suppress(Crash):
        _write(data, "new")
    monkeypatch.undo()
    recover(data)
    assert _words(data) in ({"old"}, {"new"})
    assert not [path for path in transactions.journal(data).iterdir() if path.is_dir()]


def test_a_full_disk_leaves_everything_as_it_was(
    data: DataDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(data, "old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(transactions.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        _write(data, "new")
    monkeypatch.undo()
    assert _words(data) == {"old"}


def test_nothing_is_written_outside_the_data_directory(data: DataDirectory) -> None:
    with saving(data), pytest.raises(ValueError, match="not in the data directory"):
        write_together(data, {data.root / ".." / "out.txt": b"x"})
    assert not (data.root.parent / "out.txt").exists()


def test_killed_a_hundred_times_at_random_moments_nothing_is_lost(data: DataDirectory) -> None:
    chance = random.Random(20251205)
    seen: set[str] = set()
    for _ in range(KILLS // 5):
        _kill_five(data, chance)
        recover(data)
        seen.add(_state(data))
    assert seen <= {"", "old", "new"}
    assert {"old", "new"} <= seen


def _kill_five(data: DataDirectory, chance: random.Random) -> None:
    """Start five savers on one directory and kill each (SIGKILL) at a moment of its own."""
    savers = [FORKS.Process(target=saver.main, args=(str(data.root),)) for _ in range(5)]
    for one in savers:
        one.start()
    for one in savers:
        time.sleep(chance.uniform(0, 0.05))
        one.kill()
    for one in savers:
        one.join()


def _state(data: DataDirectory) -> str:
    """Which version is there, facts file and body as one; every file must be whole."""
    reference = read_reference(data)
    assert reference.findings == []
    path = data.articles / "2025" / "ten-nations.yaml"
    if not path.exists():
        assert not (data.texts / "2025" / "ten-nations.txt").exists()
        return ""
    assert errors(check_data(data).findings) == []
    said = read_yaml(path.read_text()).value["article"]["author"]
    body = (data.root / "texts" / "2025" / "ten-nations.txt").read_text()
    assert body == {"old": OLD, "new": NEW}[said] * 400
    return str(said)


@pytest.mark.parametrize(
    "plan", ["", "{", "7", "[3]", '[["0", "../out.txt"]]', '[["../x", "a.txt"]]']
)
def test_a_damaged_plan_is_put_aside_and_stops_nobody(data: DataDirectory, plan: str) -> None:
    staged = transactions.journal(data) / "one"
    staged.mkdir(parents=True)
    (staged / "committed.json").write_text(plan)
    (staged / "0").write_text("what was being saved")
    [told] = check_data(data).findings
    assert (told.path, str(told.severity)) == ("local/unfinished/one", "warning")
    assert (data.local / "unfinished" / "one" / "0").read_text() == "what was being saved"
    assert not (data.root.parent / "out.txt").exists()
    _write(data, "new")
    assert _words(data) == {"new"}
