"""JSON Schemas made from the models: with them an editor completes and checks facts files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from loaders.facts.models import FactsFile
from loaders.paths import DataDirectory


def facts_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a facts file."""
    schema = FactsFile.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Space Coalition Atlas facts file",
        **_with_scalars(schema),
    }


def write_schemas(data: DataDirectory) -> list[Path]:
    """Write `facts.schema.json` into the data directory; gives the paths written."""
    path = data.root / "facts.schema.json"
    temporary = path.with_suffix(".new")
    temporary.write_text(
        json.dumps(facts_schema(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    temporary.replace(path)
    return [path]


def _with_scalars(schema: Any) -> Any:
    """Allow one value where a list is meant, as the models do: `nations: FRA`."""
    if isinstance(schema, list):
        return [_with_scalars(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {name: _with_scalars(value) for name, value in schema.items()}
    if inner.get("type") == "array" and "items" in inner and "prefixItems" not in inner:
        described = {
            name: inner.pop(name) for name in ("description", "title", "default") if name in inner
        }
        return {**described, "anyOf": [inner, inner["items"]]}
    return inner
