"""Facts files and reference entries as YAML text, in the hand that the compiled files have.

Whatever is written reads back the same: `read_yaml(dumped(value)).value == value` for plain
values (dicts, lists, strings, None), since only what would read as empty needs quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import yaml

from loaders.facts.models import SECTIONS

# A line a value, as the compiled files have it: a correction then shows as one line.
_WIDTH = 10**6
#: The lists of a facts file in the order in which they are written.
LISTS = (*SECTIONS, "problems")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_WORD = re.compile(r"[\w-]{1,60}\Z")


class _Dumper(yaml.SafeDumper):
    """Block mappings with lists of plain words in brackets, and no type guessing."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}  # type: ignore[misc]

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent the items of a list under their field."""
        super().increase_indent(flow, False)


class _Words(list[str]):
    """A list of plain words, written in brackets."""


def _represent_words(dumper: yaml.SafeDumper, data: _Words) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)


def _represent_text(dumper: yaml.SafeDumper, data: str) -> yaml.Node:
    """Text with signs that YAML folds into a line's end, such as U+0085, is written escaped."""
    style = '"' if _UNSEEN.search(data) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", data, style=style)


_Dumper.add_representer(_Words, _represent_words)
_Dumper.add_representer(str, _represent_text)
_Dumper.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile(r"(?:~|null|Null|NULL|)\Z"), ["~", "n", "N", ""]
)


def dumped(value: Any) -> str:
    """Write a plain value as YAML in block style."""
    text = yaml.dump(
        _marked(value), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH
    )
    return str(text)


def item_text(fact: Mapping[str, Any]) -> str:
    """Write one fact as an item of a facts file's list, indented by two."""
    return "".join(f"  {line}\n" for line in dumped([dict(fact)]).splitlines())


def flow_item(entry: Mapping[str, Any]) -> str:
    """Write one entry of a reference list on one line: `- {slug: …, name: …}`."""
    text = yaml.dump(
        [dict(entry)],
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=_WIDTH,
        default_flow_style=True,
    )
    return f"- {str(text).strip()[1:-1]}\n"


def flow_list(words: Sequence[str]) -> str:
    """Write texts as a list in brackets on one line: `[CSpO, "a, b"]`."""
    text = yaml.dump(
        list(words), Dumper=_Dumper, allow_unicode=True, width=_WIDTH, default_flow_style=True
    )
    return str(text).strip()


def facts_text(content: Mapping[str, Any]) -> str:
    """Write a whole facts file: the article, then one list per kind of fact; no empty lists."""
    parts = [
        "# yaml-language-server: $schema=../../facts.schema.json\n",
        dumped({"article": content["article"]}),
    ]
    for name in LISTS:
        if content.get(name):
            parts.append(f"\n{name}:\n{''.join(item_text(fact) for fact in content[name])}")
    return "".join(parts)


def _marked(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _marked(inner) for name, inner in value.items()}
    if isinstance(value, list):
        if value and all(isinstance(item, str) and _WORD.match(item) for item in value):
            return _Words(value)
        return [_marked(item) for item in value]
    return value
