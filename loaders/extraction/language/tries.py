"""Patterns for many fixed phrases that never try one letter twice."""

from __future__ import annotations

import re
from collections.abc import Iterable


def trie(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases in which the search never tries one letter twice."""
    root: dict[str, dict] = {}  # type: ignore[type-arg]
    for phrase in phrases:
        node = root
        for letter in phrase:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _trie_pattern(root)


def by_first_letter(phrases: Iterable[str]) -> str:
    """A pattern that tries phrases in their order, but only those of the letter it stands at."""
    rests: dict[str, list[str]] = {}
    for phrase in phrases:
        rests.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    groups = (f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in rests.items())
    return f"(?:{'|'.join(groups)})"


def _trie_pattern(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    # Letters without a fork are a loop, not a recursion: a name may be long.
    stem = ""
    while len(node) == 1 and "" not in node:
        ((letter, node),) = node.items()
        stem += re.escape(letter)
    options = [
        re.escape(letter) + _trie_pattern(child) for letter, child in sorted(node.items()) if letter
    ]
    if not options:
        return stem
    return f"{stem}(?:{'|'.join(options)})" + ("?" if "" in node else "")
