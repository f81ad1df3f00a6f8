"""Build the tables, once, where they are missing or stale."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from loaders.build.copies import settle_copy_groups
from loaders.build.fingerprint import fingerprint
from loaders.build.rows import Row, Rows, merged, reference_rows, rows_of
from loaders.check.checking import Checked, check_data
from loaders.findings import Finding, errors
from loaders.paths import DataDirectory
from loaders.tables.parquet import Manifest, locked, read_manifest, write_tables


@dataclass(frozen=True)
class Built:
    """Where the tables are, what they were built from, and what was found on the way."""

    folder: Path
    manifest: Manifest
    findings: list[Finding]
    left_out: list[str]
    fresh: bool


def table_rows(checked: Checked) -> Rows:
    """Make the rows of all tables from what the checks let through.

    What they held back becomes problems: a page can show that something is missing, and why.
    """
    rows = merged(
        [
            reference_rows(checked.reference),
            *(rows_of(source, checked.reference) for source in checked.sources),
        ]
    )
    settle_copy_groups(rows.get("articles", []))
    rows.setdefault("problems", []).extend(map(_left_out, errors(checked.findings)))
    return rows


def _left_out(finding: Finding) -> Row:
    digest = hashlib.sha256(str(finding).encode()).hexdigest()[:10]
    why = str(finding)
    return {"id": f"left-out.{digest}", "kind": "left out", "text": finding.path, "why": why}


def build(data: DataDirectory) -> Built:
    """Build all tables anew from the data directory, whatever is there already."""
    return _build_into(writable_tables(data), data, fingerprint(data))


def ensure_built(data: DataDirectory) -> Built:
    """Build only where no whole tables of just these inputs are there: once, whoever asks.

    Two servers that start together wait for each other; the second finds the tables made.
    """
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
        manifest = write_tables(folder, table_rows(checked), wanted)
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
