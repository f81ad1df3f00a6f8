"""Searches that try a pattern only where one of its first signs stands.

Most patterns of this reader begin with a word's edge (`\\b(?:that|which)\\b`), a look back or an
optional word. Python's engine then tries them at each letter of the text, though it can skip to
the letters that a pattern begins with: it asks for them only of what the pattern's very first
item consumes. Told of all first signs, it finds the same with an eighth less work for a whole
article.

The question is asked in one private function of the standard library, the same from Python 3.11
on; where it is missing, searches stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

#: Characters, ranges and classes of them, as the parsed pattern has them; whether what they are
#: the first of may be empty.
_First = tuple[list[Any], bool]
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_ZERO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})


def hasten_searches() -> None:
    """Let patterns that are compiled from now on be searched for by all their first signs."""
    compiler: Any = import_module("re._compiler")
    told = getattr(compiler, "_get_charset_prefix", None)
    if told is None or hasattr(told, "hastened"):
        return

    def charset_prefix(pattern: Any, flags: int) -> Any:
        known = told(pattern, flags)
        if known or flags & re.LOCALE:
            return known
        first = first_signs(pattern, any_case=bool(flags & re.IGNORECASE))
        return first[0] if first is not None and not first[1] else known

    charset_prefix.hastened = True  # type: ignore[attr-defined]
    compiler._get_charset_prefix = charset_prefix


def first_signs(items: Iterable[tuple[Any, Any]], any_case: bool = False) -> _First | None:
    """All signs that what a parsed pattern finds can begin with; None where they are too many."""
    signs: list[Any] = []
    for item, argument in items:
        zero_width = str(item) in _ZERO_WIDTH
        if zero_width and not _looks_ahead(item, argument):
            continue
        first = _of_item(item, argument, any_case)
        if zero_width and (first is None or first[1]):
            continue
        if first is None:
            return None
        signs += first[0]
        if not first[1]:
            return signs, False
    return signs, True


def _looks_ahead(item: Any, argument: Any) -> bool:
    """Whether it asks that something follow: that is what comes first, then."""
    return str(item) == "ASSERT" and argument[0] > 0


def _of_item(item: Any, argument: Any, any_case: bool) -> _First | None:
    name = str(item)
    if name in ("LITERAL", "IN"):
        listed = argument if name == "IN" else [(item, argument)]
        signs = _in_any_case(listed) if any_case else _plain(listed)
        return None if signs is None else (signs, False)
    if name == "SUBPATTERN":
        _, added, dropped, inside = argument
        any_case = bool((any_case or added & re.IGNORECASE) and not dropped & re.IGNORECASE)
        return first_signs(inside, any_case)
    if name == "ASSERT":
        return first_signs(argument[1], any_case)
    if name == "BRANCH":
        return _of_any(first_signs(branch, any_case) for branch in argument[1])
    if name in _REPEATS:
        least, _, inside = argument
        first = first_signs(inside, any_case)
        return first and (first[0], first[1] or not least)
    return None


def _of_any(branches: Iterable[_First | None]) -> _First | None:
    signs: list[Any] = []
    empty = False
    for first in branches:
        if first is None:
            return None
        signs += first[0]
        empty = empty or first[1]
    return signs, empty


def _plain(listed: list[Any]) -> list[Any] | None:
    """Characters and ranges; no classes that most signs are of (`\\w`), no "all but these"."""
    few = all(
        str(kind) in ("LITERAL", "RANGE") or str(argument) in _SMALL_CLASSES
        for kind, argument in listed
    )
    return listed if few else None


def _in_any_case(listed: list[Any]) -> list[Any] | None:
    """Characters with those of the other case; none where one is beyond ASCII, or a range."""
    if not all(str(kind) == "LITERAL" and argument < _ASCII for kind, argument in listed):
        return None
    return [
        (kind, ord(sign))
        for kind, argument in listed
        for sign in {chr(argument).lower(), chr(argument).upper(), *_OTHERS.get(chr(argument), "")}
    ]


_SMALL_CLASSES = frozenset({"CATEGORY_SPACE", "CATEGORY_DIGIT"})
_ASCII = 128
#: What stands for these letters too where case does not count.
_OTHERS = {"k": "\u212a", "K": "\u212a", "s": "ſ", "S": "ſ", "i": "İı", "I": "İı"}
