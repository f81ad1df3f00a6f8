"""pydantic's errors, rewritten for the person who types the facts file."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from loaders.facts.yaml import FieldPath, YamlDocument
from loaders.findings import Finding


def findings_of(
    error: ValidationError, document: YamlDocument, path: str, model: type[BaseModel]
) -> list[Finding]:
    """Turn each pydantic error into a finding with file, line, field and what to do."""
    return [
        Finding(path, document.line_of(where), field_name(where), message)
        for where, message in _messages(error, model)
    ]


def field_name(where: FieldPath) -> str:
    """Write a field's place as people do: `memberships[0].nations[3]`."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in where)
    return "".join(parts).lstrip(".")


def _messages(error: ValidationError, model: type[BaseModel]) -> Iterator[tuple[FieldPath, str]]:
    for item in error.errors(include_url=False):
        where = tuple(item["loc"])
        yield where, _message(item, where, model)


def _message(item: Any, where: FieldPath, model: type[BaseModel]) -> str:
    kind, given = item["type"], item.get("input")
    if kind == "value_error":
        return str(item["ctx"]["error"])
    if kind == "missing":
        return f"the field {where[-1]!r} is missing: add it"
    if kind == "extra_forbidden":
        return _unknown_field(where, model)
    if kind == "enum":
        return f"{_cut(given)} is not known here: choose {item['ctx']['expected']}"
    if given is None or given == "":
        return "the field is empty: fill it in, or leave it out"
    if kind in ("list_type", "dict_type", "model_type", "model_attributes_type"):
        return f"expected {'a list' if kind == 'list_type' else 'fields (name: value)'} here"
    if kind == "string_type":
        return "expected text here, not a list or fields"
    if kind == "bool_parsing":
        return f"{given!r}: write true or false"
    return f"{_cut(given)}: {item['msg'].lower()}"


def _cut(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}…"


def _unknown_field(where: FieldPath, model: type[BaseModel]) -> str:
    known = _fields_at(where[:-1], model)
    near = get_close_matches(str(where[-1]), known, n=1)
    advice = f"did you mean {near[0]!r}?" if near else f"choose from {', '.join(known)}"
    return f"there is no field {where[-1]!r}: {advice}"


def _fields_at(where: FieldPath, model: type[BaseModel]) -> list[str]:
    here: Any = model
    for part in where:
        if isinstance(part, int):
            continue
        here = here.model_fields[part].annotation
        while getattr(here, "__args__", None) and not isinstance(here, type):
            here = here.__args__[0]
        if getattr(here, "__args__", None):
            here = here.__args__[0]
    return list(here.model_fields) if hasattr(here, "model_fields") else []
