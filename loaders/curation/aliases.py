"""Another name of a coalition or official that is known: added to its entry, all else stays.

Only the list of names is touched: comments, order and hand of the reference file stay.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from loaders.facts.writing import flow_list
from loaders.facts.yaml import read_yaml
from loaders.paths import DataDirectory
from loaders.reference import Coalition, Official, Vocabulary
from loaders.reference.reading import folded

_FILES = {"coalition": Vocabulary.COALITIONS, "official": Vocabulary.OFFICIALS}
_FIELDS = {"coalition": "aliases", "official": "other_names"}


@dataclass(frozen=True)
class Alias:
    """A name that an entry of the vocabulary goes by too; `sort` is coalition or official."""

    sort: str
    slug: str
    name: str

    @property
    def file(self) -> Vocabulary:
        """The reference file that its entry is in."""
        return _FILES[self.sort]


def names_of(entry: Coalition | Official) -> list[str]:
    """All that an entry is called."""
    if isinstance(entry, Coalition):
        return [entry.name, entry.short_name, *entry.aliases]
    return [entry.name, *entry.other_names]


def bearer(entries: Mapping[str, Coalition | Official], name: str) -> str | None:
    """The slug of the entry that goes by a name already; None where none does."""
    wanted = folded(name)
    return next(
        (
            slug
            for slug, entry in entries.items()
            if wanted in {folded(known) for known in names_of(entry)}
        ),
        None,
    )


def with_aliases(
    data: DataDirectory, aliases: Sequence[Alias], files: dict[Path, bytes]
) -> dict[Path, bytes]:
    """The reference files (`files`, else as they lie on the disk) with the names added.

    A name that is there already is passed over. Raises ValueError where the entry can't be found.
    """
    made = dict(files)
    for alias in aliases:
        path = data.reference / alias.file
        present = (made.get(path) or path.read_bytes()).decode("utf-8")
        made[path] = named_too(present, alias).encode()
    return made


def named_too(present: str, alias: Alias) -> str:
    """A reference file's text with one more name in one entry; raises ValueError."""
    field = _FIELDS[alias.sort]
    entry = _entry(present, alias.slug)
    names = _value(entry, field)
    if names is None:
        at, words = _after(entry, field, alias.name)
    elif not isinstance(names, yaml.SequenceNode):
        raise ValueError(f"{alias.slug}: its {field} are no list")
    elif alias.name in [item.value for item in names.value]:
        return present
    else:
        at, words = _in_list(names, alias.name)
    made = present[:at] + words + present[at:]
    _require_only(present, made, alias)
    return made


def _entry(text: str, slug: str) -> yaml.MappingNode:
    read_yaml(text)  # what is not plain YAML, such as an alias bomb, is refused before it unfolds
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    for entry in root.value if isinstance(root, yaml.SequenceNode) else ():
        own = _value(entry, "slug")
        if isinstance(entry, yaml.MappingNode) and own is not None and own.value == slug:
            return entry
    raise ValueError(f"{slug} is not in the vocabulary")


def _value(entry: yaml.Node, field: str) -> yaml.Node | None:
    pairs = entry.value if isinstance(entry, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == field), None)


def _in_list(names: yaml.SequenceNode, name: str) -> tuple[int, str]:
    """Where in a list, and in which words, a name is added."""
    word = flow_list([name])[1:-1]
    if names.flow_style or not names.value:
        return names.end_mark.index - 1, f", {word}" if names.value else word
    last = names.value[-1]
    return last.end_mark.index, f"\n{' ' * (last.start_mark.column - 2)}- {word}"


def _after(entry: yaml.MappingNode, field: str, name: str) -> tuple[int, str]:
    """Where in an entry without such a list it begins."""
    listed = f"{field}: {flow_list([name])}"
    if entry.flow_style:
        return entry.end_mark.index - 1, f", {listed}"
    first, last = entry.value[0][0], entry.value[-1][1]
    return last.end_mark.index, f"\n{' ' * first.start_mark.column}{listed}"


def _require_only(before: str, after: str, alias: Alias) -> None:
    """Raise ValueError unless the name is all that differs."""
    field = _FIELDS[alias.sort]
    old, new = (yaml.load(text, Loader=yaml.BaseLoader) for text in (before, after))
    for entry in old:
        if entry["slug"] == alias.slug:
            entry[field] = [*(entry.get(field) or []), alias.name]
    if old != new:
        raise ValueError(f"{alias.slug}: its entry cannot be changed without touching others")
