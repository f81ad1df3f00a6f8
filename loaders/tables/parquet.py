"""Tables on disk: Parquet files, their description and a manifest, swapped in as one.

A folder is whole when its manifest names the present inputs and every file has the size the
manifest gives. The manifest is taken away first and written last, so a crash at any moment
leaves either the old tables, the new ones, or a folder that says it is incomplete.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

import pyarrow as pa
import pyarrow.parquet as pq

from loaders.tables import datapackage
from loaders.tables.declaration import TABLES, Table
from loaders.tables.frames import (
    Frames,
    arrow_schema,
    arrow_table,
    require_whole,
    to_frame,
)

try:
    import fcntl
except ImportError:  # Windows has no flock; there a second server may build once more
    fcntl = None  # type: ignore[assignment]

MANIFEST = "manifest.json"


class DamagedTableError(OSError):
    """A table is missing or damaged although the manifest counts it as whole."""


@dataclass(frozen=True)
class Manifest:
    """What a folder of tables was built from, and the size in bytes of each file."""

    fingerprint: str
    sizes: dict[str, int]

    @property
    def version(self) -> str:
        """The data's version as pages and shared links show it."""
        return self.fingerprint[:10]


@contextmanager
def locked(folder: Path, *, exclusive: bool) -> Iterator[None]:
    """Hold the folder's lock: shared to read a consistent set, exclusive to replace it.

    A folder that cannot be written can't be replaced under a reader either: no lock is taken.
    """
    try:
        if exclusive:
            folder.mkdir(parents=True, exist_ok=True)
        handle = (folder / ".lock").open("a")
    except OSError:
        if exclusive:
            raise
        yield
        return
    with handle:
        if fcntl is not None:
            fcntl.flock(handle, fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH)
        yield


def write_tables(
    folder: Path, pieces: Iterable[Mapping[str, Iterable[Mapping[str, Any]]]], fingerprint: str
) -> Manifest:
    """Write all tables a piece at a time, so that they need not fit into memory as rows.

    The caller holds the exclusive lock; the keys of a table go up from piece to piece. Raises
    OSError if it cannot, ValueError where rows break the declaration; the old tables stay.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        writers = {t.name: stack.enter_context(_TableWriter(folder, t)) for t in TABLES}
        for piece in pieces:
            for name, rows in piece.items():
                writers[name].write(rows)
    sizes = {name: writer.path.stat().st_size for name, writer in writers.items()}
    manifest = Manifest(fingerprint, sizes)
    (folder / MANIFEST).unlink(missing_ok=True)
    for name, writer in writers.items():
        writer.path.replace(folder / f"{name}.parquet")
    _replace_json(folder / datapackage.NAME, datapackage.datapackage(manifest.version))
    _replace_json(folder / MANIFEST, asdict(manifest))
    return manifest


class _TableWriter:
    """One table on its way to disk, beside the old one; a row group a piece."""

    def __init__(self, folder: Path, table: Table) -> None:
        self.table = table
        self.path = folder / f".{table.name}.parquet.new"
        self._last: str | None = None

    def __enter__(self) -> Self:
        schema = arrow_schema(self.table)
        self._file = pq.ParquetWriter(self.path, schema, compression="zstd")
        return self

    def __exit__(self, *raised: object) -> None:
        self._file.close()

    def write(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Add rows, in key order; raises ValueError where they break the declaration."""
        made = arrow_table(self.table, rows)
        self._last = require_whole(self.table, made, after=self._last)
        if made.num_rows:
            self._file.write_table(made)


def _replace_json(path: Path, value: dict[str, Any]) -> None:
    temporary = path.with_name(f".{path.name}.new")
    with temporary.open("w", encoding="utf-8") as handle:
        json.dump(value, handle, indent=1, ensure_ascii=False)
        handle.flush()
        os.fsync(handle.fileno())
    temporary.replace(path)


def read_manifest(folder: Path) -> Manifest | None:
    """Give the folder's manifest, or None where its tables are missing or incomplete."""
    try:
        manifest = Manifest(**json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
        whole = all(
            (folder / f"{table.name}.parquet").stat().st_size == manifest.sizes[table.name]
            for table in TABLES
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return manifest if whole else None


def read_tables(folder: Path) -> Frames:
    """Read all tables as typed frames; raises DamagedTableError where one cannot be read."""
    return {table.name: to_frame(table, _read(folder, table.name)) for table in TABLES}


def _read(folder: Path, name: str) -> pa.Table:
    schema = arrow_schema(next(table for table in TABLES if table.name == name))
    try:
        return pq.read_table(folder / f"{name}.parquet", schema=schema)
    except (OSError, pa.ArrowInvalid) as error:
        raise DamagedTableError(f"{folder / name}.parquet cannot be read: {error}") from error


def discard(folder: Path) -> None:
    """Let a folder's tables count as not whole, so that the next who looks builds them anew."""
    with locked(folder, exclusive=True):
        (folder / MANIFEST).unlink(missing_ok=True)
