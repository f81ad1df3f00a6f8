"""The word lists of `data/reference/`, read once and kept."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from loaders.facts.yaml import read_yaml_file
from loaders.findings import Finding
from loaders.paths import REPOSITORY, DataDirectoryError, data_directory

#: PyYAML's C loader where it was built, else the Python one; neither guesses types.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

REFERENCE = REPOSITORY / "data" / "reference"


@cache
def load(name: str) -> Any:
    """The content of `data/reference/NAME.yaml`, every scalar a string; None if there is none.

    Raises DataDirectoryError, with the line and the mend, where it is empty or not plain YAML.
    """
    path = data_directory().reference / f"{name}.yaml"
    if not path.exists():
        # Another data directory brings its own coalitions and officials, not all word lists.
        path = REFERENCE / f"{name}.yaml"
    if not path.exists():
        return None
    try:
        content = parse_yaml(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, ValueError):
        content = None
    if content is None:
        raise DataDirectoryError(str(_fault(path)))
    return content


def _fault(path: Path) -> Finding:
    """What keeps a reference file from being read, told as `check` tells it."""
    shown = f"{path.parent.name}/{path.name}"
    found = read_yaml_file(path, shown)
    return found if isinstance(found, Finding) else Finding(shown, None, "", "the file is empty")


def parse_yaml(text: str) -> Any:
    """YAML without type guessing: `NO` and `2013` stay what was typed. Raises yaml.YAMLError."""
    return yaml.load(text, Loader=_Loader)


@cache
def words(name: str, section: str) -> frozenset[str]:
    """The set of words listed under `section` of a reference file."""
    return frozenset(ordered_words(name, section))


@cache
def ordered_words(name: str, section: str) -> tuple[str, ...]:
    """The words listed under `section` of a reference file, in order.

    A section is a list, or one string of words separated by commas.
    """
    section_value = (load(name) or {}).get(section) or []
    if isinstance(section_value, str):
        section_value = [word.strip() for word in section_value.split(",")]
    return tuple(word for word in section_value if word)


def forget() -> None:
    """Read the reference files anew from now on: after a curator declared an entry."""
    for name, module in list(sys.modules.items()):
        if name.startswith("loaders.extraction"):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
