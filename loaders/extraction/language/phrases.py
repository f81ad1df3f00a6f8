"""Many phrases, one compiled pass: a prefix tree written as a regular expression.

A plain alternation of a thousand names tries each name at each position. As a tree, and with
its first letters known to the engine, the same search reads tens of millions of characters a
second.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_Tree = dict[str, "_Tree"]
_END = ""


def compile_phrases(phrases: Iterable[str], whole_words: bool = True) -> re.Pattern[str]:
    """A pattern that finds the longest of the phrases at each place, ending at a word's end.

    With `whole_words` off, a phrase may end anywhere.

    Whether the match also begins a word is for the caller to ask (`begins_word`): asked here, it
    would cost the engine its search by first letter. Raises ValueError where there are none.
    """
    tree: _Tree = {}
    for phrase in phrases:
        node = tree
        for sign in phrase:
            node = node.setdefault(sign, {})
        node[_END] = {}
    if not tree:
        raise ValueError("no phrases to look for")
    return re.compile(_written(tree) + (r"(?!\w)" if whole_words else ""))


def begins_word(text: str, start: int) -> bool:
    """Whether no letter, digit or underscore stands right before `start`."""
    if not start:
        return True
    before = text[start - 1]
    return not (before.isalnum() or before == "_")


def apostrophe_variants(phrase: str) -> tuple[str, ...]:
    """The phrase as it may be printed: with the straight and with the curly apostrophe."""
    return (phrase, phrase.replace("'", "’")) if "'" in phrase else (phrase,)


def _written(tree: _Tree) -> str:
    # Signs without a fork are a loop, not a recursion: a name may be thousands of signs long.
    stem = ""
    while len(tree) == 1 and _END not in tree:
        ((sign, tree),) = tree.items()
        stem += re.escape(sign)
    branches = [re.escape(sign) + _written(below) for sign, below in tree.items() if sign != _END]
    if not branches:
        return stem
    body = f"{stem}(?:{'|'.join(branches)})"
    return body if _END not in tree else f"{body}?"
