"""Build the tables, once, where they are missing or stale."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import platformdirs
import pyarrow as pa

from loaders.build.copies import settle_copy_groups
from loaders.build.extracted import ExtractedLayer
from loaders.build.fingerprint import fingerprint
from loaders.build.rows import Row, Rows, merged, reference_rows, rows_of
from loaders.check.checking import Checked, check_data
from loaders.curation.transactions import recover
from loaders.findings import Finding, errors
from loaders.paths import DataDirectory
from loaders.tables.declaration import TABLES
from loaders.tables.frames import arrow_table
from loaders.tables.parquet import Manifest, locked, read_manifest, write_tables


@dataclass(frozen=True)
class Built:
    """Where the tables are, what they were built from, and what was found on the way."""

    folder: Path
    manifest: Manifest
    findings: list[Finding]
    left_out: list[str]
    fresh: bool


def table_rows(checked: Checked, layer: ExtractedLayer | None = None) -> Rows:
    """Make the rows of all tables from what the checks let through.

    Of the layer of unreviewed facts only articles and officials: the rest is in columns already.

    What they held back becomes problems: a page can show that something is missing, and why.
    """
    rows = merged(
        [
            reference_rows(checked.reference),
            *(rows_of(source, checked.reference) for source in checked.sources),
        ]
    )
    if layer is not None:
        rows.setdefault("articles", []).extend(layer.articles)
        rows.setdefault("officials", []).extend(layer.official_rows())
    settle_copy_groups(rows.get("articles", []))
    rows.setdefault("problems", []).extend(map(_left_out, errors(checked.findings)))
    return rows


def in_columns(chunks: Iterable[Rows]) -> dict[str, list[pa.Table]]:
    """Put chunks of rows into columns, a tenth of their size, as they come."""
    made: dict[str, list[pa.Table]] = {}
    for rows in chunks:
        for table in TABLES:
            if rows.get(table.name):
                made.setdefault(table.name, []).append(arrow_table(table, rows[table.name]))
    return made


def _left_out(finding: Finding) -> Row:
    digest = hashlib.sha256(str(finding).encode()).hexdigest()[:10]
    why = str(finding)
    return {"id": f"left-out.{digest}", "kind": "left out", "text": finding.path, "why": why}


def build(data: DataDirectory) -> Built:
    """Build all tables anew from the data directory, whatever is there already."""
    recover(data)
    return _build_into(writable_tables(data), data, fingerprint(data))


def ensure_built(data: DataDirectory) -> Built:
    """Build only where no whole tables of just these inputs are there: once, whoever asks.

    Two servers that start together wait for each other; the second finds the tables made.
    """
    recover(data)
    wanted = fingerprint(data)
    for folder in (data.tables, cache_tables(data)):
        manifest = read_manifest(folder)
        if manifest and manifest.fingerprint == wanted:
            return Built(folder, manifest, [], [], fresh=False)
    return _build_into(writable_tables(data), data, wanted, unless_there=True)


def _build_into(
    folder: Path, data: DataDirectory, wanted: str, *, unless_there: bool = False
) -> Built:
    with locked(folder, exclusive=True):
        manifest = read_manifest(folder)
        if unless_there and manifest and manifest.fingerprint == wanted:
            return Built(folder, manifest, [], [], fresh=False)
        checked = check_data(data)
        layer = ExtractedLayer(data, checked)
        more = in_columns(layer.chunks())
        manifest = write_tables(folder, table_rows(checked, layer), wanted, more)
        return Built(folder, manifest, checked.findings, checked.left_out, fresh=True)


def writable_tables(data: DataDirectory) -> Path:
    """The folder to write tables into: in the data directory, else in the user's cache."""
    try:
        data.tables.mkdir(parents=True, exist_ok=True)
        probe = data.tables / f".probe-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError:
        folder = cache_tables(data)
        folder.mkdir(parents=True, exist_ok=True)
        return folder
    return data.tables


def cache_tables(data: DataDirectory) -> Path:
    """The cache folder for a data directory that cannot be written: one for each of them."""
    name = hashlib.sha256(str(data.root).encode()).hexdigest()[:12]
    return Path(platformdirs.user_cache_dir("space-coalition-atlas")) / name / "tables"
