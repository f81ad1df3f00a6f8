"""Searching by first signs finds what trying a pattern at each place finds."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import loaders.extraction  # noqa: F401  (from here on searches are hastened)
from loaders.extraction.language.first_signs import first_signs
from tests.extraction.test_linear_work import ARTICLE

PATTERNS = [
    r"\b(?:that|which)\b",
    r"(?<!\w)(?:an? )?(?:pact|accord)s?\b",
    r"(?:x|y?)*z",
    r"(?=[ab])\w+",
    r"c?(?=a|b)\w",
    r"(?:a|(?:b|c)?)d",
    r"\Aab|\bcd",
    r"(?i:pact)|Ab",
    r"\b(?i:skip|di)\w",
    r"(?i)(?:(?-i:x)|s|i)p",
    r"(?P<mark>[“\"])?[A-Z][a-z]+",
    r"[^a]b|c",
    r"(?:\d|[a-c]){2}",
    r"(?<!a)\s?\d|\s\s+",
    r"(?!a)(?:a|b)+?(?<=b)",
    r"(?>ab|a)c",
]


def found(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


def tried_everywhere(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """What the pattern finds that is no empty string, by trying it at one place after another."""
    at = 0
    while at <= len(text):
        match = pattern.match(text, at)
        if match:
            yield match.span()
        at = match.end() if match and match.end() > at else at + 1


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=st.text(alphabet='abcdxyzAB “"1pactordswhie', max_size=30))
def test_patterns_are_found_as_if_tried_at_each_place(pattern: str, text: str) -> None:
    compiled = re.compile(pattern)
    assert found(compiled, text) == list(tried_everywhere(compiled, text))


def test_every_pattern_of_the_reader_is_found_as_if_tried_at_each_place() -> None:
    modules = [module for name, module in sys.modules.items() if "loaders.extraction" in name]
    patterns = {v for module in modules for v in vars(module).values() if isinstance(v, re.Pattern)}
    nonempty = [pattern for pattern in patterns if not pattern.match("")]
    assert len(nonempty) > 500
    for pattern in nonempty:
        spans = [span for span in found(pattern, ARTICLE) if span[0] < span[1]]
        tried = [span for span in tried_everywhere(pattern, ARTICLE) if span[0] < span[1]]
        assert spans == tried, pattern.pattern


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        (r"\b(?:that|which)\b", "tw"),
        (r"(?<!\w)a?(?:b|c)", "abc"),
        (r"(?:x|y?)+z", "xyz"),
        (r"(?i:pact)", "pP"),
        (r"(?i:skip)", "sSſ"),
        (r"(?i:é)", None),
        (r"[^a]b", None),
        (r"\w+", None),
        (r"(?=[ab])\w+", "ab"),
        (r"x?(?=a|b)\w+", "xab"),
        (r"(?=a?)(?<=c)b", "b"),
    ],
)
def test_first_signs_are_those_of_what_can_come_first(pattern: str, signs: str | None) -> None:
    first = first_signs(re._parser.parse(pattern))  # type: ignore[attr-defined]
    told = {chr(sign) for _, sign in first[0]} if first else None
    assert told == (set(signs) if signs is not None else None)
