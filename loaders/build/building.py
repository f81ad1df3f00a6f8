"""Build the tables, once, where they are missing or stale."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import platformdirs

from loaders.build.copies import settle_copy_groups
from loaders.build.extracted import ExtractedLayer
from loaders.build.fingerprint import fingerprint
from loaders.build.rows import Row, Rows, merged, reference_rows, rows_of
from loaders.check.checking import Checked, check_data
from loaders.curation.transactions import recover
from loaders.findings import Finding, by_place, errors
from loaders.paths import DataDirectory, DataDirectoryError, require_there
from loaders.problems import ProblemKind
from loaders.tables.parquet import Manifest, locked, read_manifest, write_tables

#: Rows that are put into columns and written at once.
PIECE = 20_000
_SETTLED_LAST = ("articles", "problems")


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
    return merged(list(pieces(checked)))


def pieces(checked: Checked, layer: ExtractedLayer | None = None) -> Iterator[Rows]:
    """Make the rows of all tables, in pieces whose keys go up: what bounds a build's memory.

    An article's facts have keys that begin with its id and a point, so articles are taken in the
    order of these. The tables that are settled over all articles come last, whole.
    """
    reference = checked.reference if layer is None else layer.reference
    held = reference_rows(checked.reference)
    waiting: list[Rows] = []
    size = 0
    for rows in _in_key_order(checked, layer):
        for table in _SETTLED_LAST:
            held.setdefault(table, []).extend(rows.pop(table, []))
        waiting.append(rows)
        size += sum(map(len, rows.values()))
        if size >= PIECE:
            yield merged(waiting)
            waiting, size = [], 0
    yield merged(waiting)
    declared = {str(row["slug"]) for row in held["officials"]}
    more = (o for o in reference.officials.values() if o.slug not in declared)
    held["officials"] += [official.model_dump() for official in more]
    settle_copy_groups(held.setdefault("articles", []))
    left_out = [*errors(checked.findings), *(layer.findings if layer else ())]
    held.setdefault("problems", []).extend(map(_left_out, left_out))
    yield held


def _in_key_order(checked: Checked, layer: ExtractedLayer | None) -> Iterator[Rows]:
    waiting: list[tuple[str, Callable[[], Rows]]] = [
        (source.id, partial(rows_of, source, checked.reference)) for source in checked.sources
    ]
    if layer is not None:
        waiting.extend(layer.articles())
    for _, make in sorted(waiting, key=lambda article: f"{article[0]}."):
        yield make()


def _left_out(finding: Finding) -> Row:
    digest = hashlib.sha256(str(finding).encode()).hexdigest()[:10]
    why = str(finding)
    return {
        "id": f"left-out.{digest}",
        "kind": str(ProblemKind.LEFT_OUT),
        "text": finding.path,
        "why": why,
    }


def build(data: DataDirectory) -> Built:
    """Build all tables anew from the data directory, whatever is there already.

    Raises DataDirectoryError where there is none, or no place for tables.
    """
    require_there(data)
    recover(data)
    return _build_into(writable_tables(data), data, fingerprint(data))


def ensure_built(data: DataDirectory) -> Built:
    """Build only where no whole tables of just these inputs are there: once, whoever asks.

    Two servers that start together wait for each other; the second finds the tables made. Raises
    DataDirectoryError where there is no data directory, or no place for tables.
    """
    require_there(data)
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
        manifest = write_tables(folder, pieces(checked, layer), wanted)
        findings = [*checked.findings, *sorted(layer.findings, key=by_place)]
        return Built(folder, manifest, findings, checked.left_out, fresh=True)


def writable_tables(data: DataDirectory) -> Path:
    """The folder to write tables into: in the data directory, else in the user's cache."""
    try:
        data.tables.mkdir(parents=True, exist_ok=True)
        probe = data.tables / f".probe-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError:
        return _writable_cache(data)
    return data.tables


def _writable_cache(data: DataDirectory) -> Path:
    folder = cache_tables(data)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataDirectoryError(
            f"tables can be written neither to {data.tables} nor to {folder}: make one of the two "
            "writable, or name another folder in XDG_CACHE_HOME"
        ) from error
    return folder


def cache_tables(data: DataDirectory) -> Path:
    """The cache folder for a data directory that cannot be written: one for each of them."""
    name = hashlib.sha256(str(data.root).encode()).hexdigest()[:12]
    return Path(platformdirs.user_cache_dir("space-coalition-atlas")) / name / "tables"
