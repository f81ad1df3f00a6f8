"""Several files written as one: after a crash at any moment, all of them are old or all new.

The new contents are written beside the data, flushed, and committed by renaming one small file
into place; only then do they replace the old ones. Whoever reads the data first calls
`recover`, which finishes what was committed and forgets what was not (a redo log; Gray and
Reuter, Transaction Processing, 1993, §9.5).
"""

from __future__ import annotations

import json
import os
import shutil
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from loaders.paths import DataDirectory
from loaders.tables.parquet import locked

_COMMITTED = "committed.json"


def journal(data: DataDirectory) -> Path:
    """The folder in which what is being saved waits; ignored by git."""
    return data.local / "saving"


def unfinished(data: DataDirectory) -> list[Path]:
    """What was being saved and can never be put in place: a damaged disk took the plan of it."""
    folder = data.local / "unfinished"
    return sorted(folder.iterdir()) if folder.is_dir() else []


@contextmanager
def saving(data: DataDirectory) -> Iterator[None]:
    """Hold the lock of all who write facts, texts and vocabulary; raises OSError if it can't."""
    with locked(journal(data), exclusive=True):
        _finish(data)
        yield


def write_together(data: DataDirectory, files: Mapping[Path, bytes]) -> None:
    """Replace the files as one; the caller holds `saving`. Raises OSError, then all is as before.

    The order given is the order in which they are put in place: what others refer to first.
    """
    outside = [path for path in files if not _is_inside(data, path)]
    if outside:
        raise ValueError(f"{outside[0]} is not in the data directory")
    staged = journal(data) / uuid.uuid4().hex
    staged.mkdir(parents=True)
    try:
        plan = []
        for number, (path, content) in enumerate(files.items()):
            _write(staged / str(number), content)
            plan.append([str(number), path.relative_to(data.root).as_posix()])
        _write(staged / f"{_COMMITTED}.new", json.dumps(plan).encode())
        (staged / f"{_COMMITTED}.new").replace(staged / _COMMITTED)
        _flush_folder(staged)
    except OSError:
        shutil.rmtree(staged, ignore_errors=True)
        raise
    _finish(data)


def recover(data: DataDirectory) -> None:
    """Finish what was committed before a crash, and clear away what was not."""
    if not _left_behind(data):
        return
    try:
        with saving(data):
            pass
    except OSError:  # a data directory that cannot be written: nobody saves into it either
        return


def _left_behind(data: DataDirectory) -> list[Path]:
    folder = journal(data)
    return sorted(path for path in folder.glob("*") if path.is_dir()) if folder.is_dir() else []


def _finish(data: DataDirectory) -> None:
    for staged in _left_behind(data):
        if not (staged / _COMMITTED).exists():
            shutil.rmtree(staged)
        elif (plan := _plan(data, staged)) is not None:
            _put_in_place(staged, plan)
        else:
            aside = data.local / "unfinished" / staged.name
            aside.parent.mkdir(parents=True, exist_ok=True)
            staged.replace(aside)


def _plan(data: DataDirectory, staged: Path) -> list[tuple[Path, Path]] | None:
    """Each staged file and where it goes; None where that is damaged, or leads out of the data."""
    try:
        said = json.loads((staged / _COMMITTED).read_text(encoding="utf-8"))
        plan = [(staged / str(int(number)), data.root / name) for number, name in said]
    except (ValueError, TypeError):
        return None
    return plan if all(_is_inside(data, target) for _, target in plan) else None


def _put_in_place(staged: Path, plan: list[tuple[Path, Path]]) -> None:
    """Move the staged files; those that a crash left moved already are passed over."""
    for source, target in plan:
        if source.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            source.replace(target)
            _flush_folder(target.parent)
    (staged / _COMMITTED).unlink()
    shutil.rmtree(staged)


def _is_inside(data: DataDirectory, path: Path) -> bool:
    return path.resolve().is_relative_to(data.root.resolve())


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())


def _flush_folder(folder: Path) -> None:
    """Make renames in a folder last; some systems cannot open a folder, and need not."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        return
    finally:
        os.close(descriptor)
