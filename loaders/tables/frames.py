"""Rows to pyarrow tables to pandas frames, all by the declaration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

import pandas as pd
import pyarrow as pa

from loaders.tables.declaration import TABLES, Column, Table, Type

Frames = dict[str, pd.DataFrame]

_ARROW: dict[Type, pa.DataType] = {
    Type.STRING: pa.string(),
    Type.CATEGORY: pa.string(),
    Type.EDTF: pa.string(),
    Type.DAY: pa.date32(),
    Type.BOOLEAN: pa.bool_(),
    Type.INTEGER: pa.int64(),
    Type.NUMBER: pa.float64(),
    Type.STRINGS: pa.list_(pa.string()),
}


def arrow_schema(table: Table) -> pa.Schema:
    """The pyarrow schema of a declared table."""
    return pa.schema(
        [pa.field(c.name, _ARROW[c.type], nullable=not c.required) for c in table.columns]
    )


def arrow_table(table: Table, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Put rows (one mapping per row, missing keys empty) into a pyarrow table, in key order.

    Raises pyarrow.ArrowInvalid or ArrowTypeError where a value does not fit its column.
    """
    ordered = sorted(rows, key=lambda row: str(row[table.key]))
    columns = {column.name: [row.get(column.name) for row in ordered] for column in table.columns}
    return pa.table(columns, schema=arrow_schema(table))


def require_whole(table: Table, data: pa.Table, after: str | None = None) -> str | None:
    """Raise ValueError where a required value is missing or a key is there twice.

    `after` is the last key of the rows written before these; gives the last key now.
    """
    for column in table.columns:
        if column.required and data.column(column.name).null_count:
            raise ValueError(f"{table.name}.{column.name} is required and empty in some row")
    keys = data.column(table.key).to_pylist()
    for key, other in pairwise([*([] if after is None else [after]), *keys]):
        if key == other:
            raise ValueError(f"{table.name}.{table.key} {key!r} is there twice")
        if key > other:
            raise ValueError(f"{table.name}.{table.key} {other!r} comes after {key!r}")
    return keys[-1] if keys else after


def to_frame(table: Table, data: pa.Table) -> pd.DataFrame:
    """Turn a pyarrow table into a typed frame: categoricals, day columns, lists as tuples."""
    frame = pd.DataFrame({c.name: _series(c, data.column(c.name)) for c in table.columns})
    return frame[table.names]


def _series(column: Column, values: pa.ChunkedArray) -> pd.Series[Any]:
    if column.type is Type.STRINGS:
        return pd.Series([tuple(item or ()) for item in values.to_pylist()], dtype=object)
    if column.type is Type.CATEGORY:
        return pd.Series(values.dictionary_encode().to_pandas())
    if column.type is Type.DAY:
        return pd.Series(values.cast(pa.timestamp("ms")).to_pandas())
    if column.type is Type.INTEGER:
        return pd.Series(values.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get))
    return pd.Series(values.to_pandas())


def frames_of(rows: Mapping[str, Iterable[Mapping[str, Any]]]) -> Frames:
    """Make the typed frames of all tables straight from rows; tests write small ones by hand."""
    return {t.name: to_frame(t, arrow_table(t, rows.get(t.name, []))) for t in TABLES}
