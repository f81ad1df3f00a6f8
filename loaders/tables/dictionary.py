"""The data dictionary for people (data/DICTIONARY.md), made from the tables' declaration."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loaders.tables.declaration import TABLES, Column, Table, Type

NAME = "DICTIONARY.md"
_WORDS = {
    Type.STRING: "text",
    Type.CATEGORY: "text, of few values",
    Type.EDTF: "EDTF date",
    Type.DAY: "day",
    Type.BOOLEAN: "true or false",
    Type.INTEGER: "whole number",
    Type.NUMBER: "number",
    Type.STRINGS: "list of texts",
}


def write_dictionary(folder: Path) -> Path:
    """Write the dictionary into a folder; gives the path written."""
    path = folder / NAME
    temporary = path.with_suffix(".new")
    temporary.write_text(dictionary(), encoding="utf-8")
    temporary.replace(path)
    return path


def dictionary() -> str:
    """The dictionary of all tables, in Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Data dictionary"
    yield ""
    yield (
        "Written by `python -m loaders schema` from loaders/tables/declaration.py: edit that, not "
        "this. An EDTF date is followed by the first and the last day that it can mean; see "
        "[README.md](README.md) for dates, tiers and statuses."
    )
    for table in TABLES:
        yield from _table_lines(table)


def _table_lines(table: Table) -> Iterator[str]:
    yield ""
    yield f"## {table.name}"
    yield ""
    yield f"{table.meaning} Key: `{table.key}`."
    yield ""
    yield "| column | type | meaning | always filled | refers to |"
    yield "|---|---|---|---|---|"
    yield from (_row(column) for column in table.columns)


def _row(column: Column) -> str:
    required = "yes" if column.required else ""
    meaning = column.meaning.replace("|", "\\|")
    return (
        f"| {column.name} | {_WORDS[column.type]} | {meaning} | {required} "
        f"| {column.references or ''} |"
    )
