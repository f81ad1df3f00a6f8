"""`datapackage.json`: the tables described for any program, made from their one declaration.

The format is Frictionless Data Package 1 (https://specs.frictionlessdata.io/data-package/).
"""

from __future__ import annotations

from typing import Any

from loaders.tables.declaration import TABLES, Column, Table, Type

NAME = "datapackage.json"
# Frictionless reads a Parquet list as a numpy array and then refuses it as no array: `any` passes.
_TYPES = {Type.CATEGORY: "string", Type.EDTF: "string", Type.STRINGS: "any"}


def datapackage(version: str) -> dict[str, Any]:
    """Describe all tables; `version` is the data's version."""
    return {
        "profile": "data-package",
        "name": "space-coalition-atlas",
        "title": "Space Coalition Atlas",
        "description": (
            "Who belongs to which space coalition and since when, what was announced, and what "
            "officials said in which post, each with the source it rests on."
        ),
        "version": version,
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": [table.key],
        "missingValues": [""],
    }
    if keys := [_foreign_key(column) for column in table.columns if _is_foreign_key(column)]:
        schema["foreignKeys"] = keys
    return {
        "name": table.name,
        "title": table.meaning,
        "path": f"{table.name}.parquet",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.type, str(column.type)),
        "description": column.meaning,
    }
    if column.type is Type.STRINGS:
        field["description"] = f"List of texts: {column.meaning}"
    if column.required:
        field["constraints"] = {"required": True}
    return field


def _is_foreign_key(column: Column) -> bool:
    """A list of keys has no foreign key in this format; the data dictionary names its table."""
    return column.references is not None and column.type is not Type.STRINGS


def _foreign_key(column: Column) -> dict[str, Any]:
    key = next(table.key for table in TABLES if table.name == column.references)
    return {
        "fields": [column.name],
        "reference": {"resource": column.references, "fields": [key]},
    }
