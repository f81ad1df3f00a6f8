"""YAML without type guessing, and with the line of every value.

Every scalar is read as a string: `2013`, `2020-02-11` and `NO` stay what was typed. Tags,
anchors and aliases are refused: a facts file needs none, and they are how YAML bombs are made.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from loaders.findings import Finding

try:
    _Loader: Any = yaml.CBaseLoader
except AttributeError:  # PyYAML without libyaml
    _Loader = yaml.BaseLoader

MAX_CHARACTERS = 5_000_000
MAX_DEPTH = 20

# What libyaml's words mean to the person who typed the line, by how its message begins.
_MENDS = {
    "mapping values are not allowed": (
        "fields of one thing begin in one column, and text that holds `: ` stands in quotation "
        "marks"
    ),
    "found character that cannot start": (
        "indent with spaces, never tabs, and put text that begins with @, % or ` into quotation "
        "marks"
    ),
    "found a tab": "indent with spaces, never tabs",
    "found unexpected end of stream": "a quotation mark opens here that nothing closes",
    "did not find expected ','": "a bracket opens above that nothing closes",
    "found unknown escape": "write the backslash twice, or use single quotation marks",
    "but found another document": "keep one `---` at most: a file is one document",
    "unacceptable character": "take out the sign that no editor shows",
}
_ANY_MEND = "look at the indentation, quotation marks and brackets here and in the line before"

FieldPath = tuple[str | int, ...]


class YamlError(ValueError):
    """The text is not the plain YAML that facts and reference files are written in."""

    def __init__(self, message: str, line: int | None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


@dataclass(frozen=True)
class YamlDocument:
    """Plain values (dict, list, str, None) and the line, from 1, on which each one stands."""

    value: Any
    lines: dict[FieldPath, int]

    def line_of(self, path: FieldPath) -> int | None:
        """Give the line of a field, or of the nearest thing around it that has one."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


def read_yaml(text: str) -> YamlDocument:
    """Parse YAML into plain values with lines; raises YamlError with the line to look at."""
    if len(text) > MAX_CHARACTERS:
        raise YamlError(f"the file has over {MAX_CHARACTERS:,} characters: split it", None)
    try:
        require_plain(text)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise YamlError(_with_mend(error.problem or str(error)), line) from error
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        raise YamlError(_with_mend(str(error).splitlines()[0]), None) from error
    lines: dict[FieldPath, int] = {}
    return YamlDocument(_plain(node, (), lines) if node is not None else None, lines)


def _with_mend(problem: str) -> str:
    mend = next((mend for words, mend in _MENDS.items() if problem.startswith(words)), _ANY_MEND)
    return f"not valid YAML ({problem}): {mend}"


def document_of(text: str, name: str) -> YamlDocument | Finding:
    """Parse the text of a file that people know as `name`; a Finding where it is not plain YAML."""
    try:
        return read_yaml(text)
    except YamlError as error:
        return Finding(name, error.line, "", error.message)


def text_of(path: Path, name: str) -> str | Finding:
    """Read a file that people know as `name`; a Finding where it cannot be, or is not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return Finding(name, None, "", f"cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return Finding(name, line, "", "is not text in UTF-8: save it as UTF-8")


def read_yaml_file(path: Path, name: str) -> YamlDocument | Finding:
    """Read and parse a file that people know as `name`; a Finding where that cannot be done."""
    text = text_of(path, name)
    return document_of(text, name) if isinstance(text, str) else text


def require_plain(text: str) -> None:
    """Raise YamlError for anchors, aliases, tags and deep nesting: before YAML is composed.

    Composing is what must not happen to an alias bomb, and it recurses: 200,000 brackets that
    open, composed, take the whole process down. Raises yaml.YAMLError where it is no YAML at all.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = event.start_mark.line + 1 if event.start_mark else None
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise YamlError(f"nested deeper than {MAX_DEPTH} levels: a facts file needs 5", line)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise YamlError("anchors (&) and aliases (*) are not used here: write it out", line)
        if getattr(event, "tag", None):
            raise YamlError("tags (!) are not used here: write a plain value", line)


def _plain(node: Any, path: FieldPath, lines: dict[FieldPath, int]) -> Any:
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        value = str(node.value)
        plain = not node.style  # None, or with libyaml the empty text; else the kind of quote
        return None if plain and value in ("", "~", "null") else value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*path, index), lines) for index, child in enumerate(node.value)]
    return _plain_mapping(node, path, lines)


def _plain_mapping(node: Any, path: FieldPath, lines: dict[FieldPath, int]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise YamlError("a field's name must be plain text", line)
        if key in values:
            raise YamlError(f"the field {key!r} stands here twice: keep one", line)
        values[key] = _plain(value_node, (*path, key), lines)
        lines[(*path, key)] = line
    return values
