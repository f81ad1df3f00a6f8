"""A data directory whose tables are made up and as large as asked for: for the load client."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pyarrow.parquet as pq

from loaders.build.fingerprint import fingerprint
from loaders.paths import DataDirectory
from loaders.tables.declaration import TABLES
from loaders.tables.parquet import MANIFEST, Manifest
from tests.datadir import data_dir
from tests.synthetic import Size, synthetic_tables


def made_up_data(root: Path, statements: int) -> DataDirectory:
    """Write tables of that many statements under `root`, as if they had just been built."""
    data = data_dir(root)
    data.tables.mkdir(parents=True, exist_ok=True)
    size = Size(statements, max(100, statements // 5), max(100, statements // 10))
    made, sizes = synthetic_tables(size), {}
    for table in TABLES:
        path = data.tables / f"{table.name}.parquet"
        pq.write_table(made[table.name], path, compression="zstd")
        sizes[table.name] = path.stat().st_size
    manifest = asdict(Manifest(fingerprint(data), sizes))
    (data.tables / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    return data
