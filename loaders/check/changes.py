"""What changed against the last commit: facts added, altered and gone."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from loaders.build.building import table_rows
from loaders.build.rows import Row, Rows
from loaders.check.checking import check_data
from loaders.paths import DataDirectory
from loaders.tables.declaration import FACT_TABLES, TABLES

_FACTS = frozenset(table.name for table in FACT_TABLES)
_SHOWN = 12


@dataclass(frozen=True)
class Changes:
    """The keys of one table's rows that the last commit did not have, had otherwise, or had."""

    table: str
    added: list[str]
    altered: list[str]
    gone: list[str]

    def __bool__(self) -> bool:
        return bool(self.added or self.altered or self.gone)


def change_lines(data: DataDirectory, rows: Rows) -> Iterator[str]:
    """Say what changed in `rows` since the last commit; nothing where git cannot tell."""
    committed = committed_rows(data)
    if committed is None:
        return
    changed = compare(committed, rows)
    if not changed:
        yield "since the last commit: no fact added, altered or gone"
    for changes in changed:
        yield (
            f"since the last commit: {changes.table} {len(changes.added)} added, "
            f"{len(changes.altered)} altered, {len(changes.gone)} gone"
        )
        for word in ("added", "altered", "gone"):
            keys = getattr(changes, word)
            yield from (f"  {word}: {key}" for key in keys[:_SHOWN])
            if len(keys) > _SHOWN:
                yield f"  {word}: and {len(keys) - _SHOWN} more"


def compare(before: Rows, after: Rows) -> list[Changes]:
    """Compare the rows of all tables by key; a fact is altered with its evidence."""
    found = []
    for table in TABLES:
        if table.name == "evidence":
            continue
        old, new = _by_key(before, table.name, table.key), _by_key(after, table.name, table.key)
        changes = Changes(
            table.name,
            sorted(new.keys() - old.keys()),
            sorted(key for key in new.keys() & old.keys() if new[key] != old[key]),
            sorted(old.keys() - new.keys()),
        )
        if changes:
            found.append(changes)
    return found


def _by_key(rows: Rows, table: str, key: str) -> Mapping[str, tuple[Row, list[Row]]]:
    keyed: dict[str, tuple[Row, list[Row]]] = {
        str(row[key]): (row, []) for row in rows.get(table, [])
    }
    if table in _FACTS:
        for piece in rows.get("evidence", []):
            if piece["fact_table"] == table and piece["fact"] in keyed:
                keyed[piece["fact"]][1].append(piece)
    return keyed


def committed_rows(data: DataDirectory) -> Rows | None:
    """Build the rows of the data directory as last committed; None where git has none."""
    archive = _git(data.root, "archive", "HEAD", ".")
    if archive is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(folder, filter="data")
        return table_rows(check_data(DataDirectory(Path(folder))))


def _git(where: Path, *arguments: str) -> bytes | None:
    """Run git in a folder; None where git, a repository, or a commit of the folder is absent."""
    try:
        done = subprocess.run(["git", *arguments], cwd=where, capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
