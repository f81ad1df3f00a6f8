"""A facts file with only what differs changed: its comments, its order and its hand stay.

So the history of a file shows what a person corrected, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from loaders.facts.writing import LISTS, dumped, facts_text, item_text
from loaders.facts.yaml import YamlError, read_yaml


def revised(present: str, content: Mapping[str, Any]) -> str:
    """The present file's text, changed so that it reads as `content`.

    Where that cannot be done piece by piece, the file is written anew.
    """
    try:
        before = read_yaml(present).value
        made = _pieced(present, before, content) if isinstance(before, dict) else ""
        if made and _same(read_yaml(made).value, content):
            return made
    except (YamlError, yaml.YAMLError, ValueError, KeyError, TypeError):
        pass
    return facts_text(content)


def _same(one: Any, other: Mapping[str, Any]) -> bool:
    def bare(value: Any) -> Any:
        return {name: inner for name, inner in value.items() if inner not in (None, [])}

    return bool(bare(one) == bare(other))


def _pieced(present: str, before: Mapping[str, Any], content: Mapping[str, Any]) -> str:
    lines = present.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    chunks = _top_level(lines)
    made = []
    for name, chunk in chunks:
        if name is None or _as_it_was(name, before, content):
            made.append("".join(chunk))
        elif name == "article":
            made.append(_article(chunk, before["article"], content["article"]))
        else:
            made.append(_list(chunk, before.get(name) or [], content.get(name) or []))
    here = {name for name, _ in chunks}
    for name in LISTS:
        if content.get(name) and name not in here:
            made.append(f"\n{name}:\n" + "".join(item_text(fact) for fact in content[name]))
    return "".join(made)


def _as_it_was(name: str, before: Mapping[str, Any], content: Mapping[str, Any]) -> bool:
    return name not in (*LISTS, "article") or before.get(name) == content.get(name)


def _top_level(lines: list[str]) -> list[tuple[str | None, list[str]]]:
    """The file cut before each field of its first level; what stands before them is unnamed."""
    chunks: list[tuple[str | None, list[str]]] = [(None, [])]
    for line in lines:
        named = line[:1].isalpha() and ":" in line
        if named:
            chunks.append((line.split(":", 1)[0], []))
        chunks[-1][1].append(line)
    return chunks


def _article(chunk: list[str], before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    fields = _items(chunk[1:], "  ", lambda line: line[2:3].isalpha())
    by_name = {lines[0].strip().split(":", 1)[0]: "".join(lines) for lines in fields.blocks}
    made = [chunk[0], *fields.head]
    for name, value in after.items():
        same = name in by_name and before.get(name) == value
        made.append(by_name[name] if same else _field(name, value))
    return "".join(made) + "".join(fields.tail)


def _field(name: str, value: Any) -> str:
    return "".join(f"  {line}\n" for line in dumped({name: value}).splitlines())


def _list(chunk: list[str], before: list[Any], after: list[Any]) -> str:
    """The list with unchanged items as they stand, changed and new ones written in place."""
    if not after:
        return ""
    cut = _items(chunk[1:], "", lambda line: line.lstrip(" ").startswith("- "))
    if len(cut.blocks) != len(before):
        raise ValueError("the list's items cannot be told apart by their lines")
    waiting = list(zip(before, cut.blocks, strict=True))
    made = [chunk[0], *cut.head]
    for fact in after:
        at = next((n for n, (old, _) in enumerate(waiting) if old == fact), None)
        made.append(item_text(fact) if at is None else "".join(waiting.pop(at)[1]))
    return "".join(made) + "".join(cut.tail)


@dataclass
class _Cut:
    """Lines cut into blocks, with what stands before the first and after the last."""

    head: list[str] = field(default_factory=list)
    blocks: list[list[str]] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)


def _items(lines: list[str], indent: str, begins: Callable[[str], bool]) -> _Cut:
    cut = _Cut()
    depth: int | None = None
    for line in lines:
        own = len(line) - len(line.lstrip(" "))
        if line.startswith(indent) and begins(line) and depth in (None, own):
            depth = own
            cut.blocks.append([])
        (cut.blocks[-1] if cut.blocks else cut.head).append(line)
    if cut.blocks:
        last = cut.blocks[-1]
        while last and (not last[-1].strip() or last[-1].startswith("#")):
            cut.tail.insert(0, last.pop())
    return cut
