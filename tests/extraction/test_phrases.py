"""Many phrases as one pattern: the longest at a place is found, however long phrases are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction.language.phrases import compile_phrases
from loaders.extraction.language.tries import trie

phrases = st.lists(st.text("ab(.?", min_size=1, max_size=6), min_size=1, max_size=8)


@given(phrases, st.text("ab(.?", max_size=6))
def test_a_pattern_of_phrases_matches_these_and_no_other(known: list[str], other: str) -> None:
    for pattern in (compile_phrases(known, whole_words=False), re.compile(trie(known))):
        assert all(pattern.fullmatch(phrase) for phrase in known)
        assert bool(pattern.fullmatch(other)) == (other in known)


def test_the_longest_phrase_is_found() -> None:
    pattern = compile_phrases(["Space", "Space Force", "Space Forces Japan"])
    assert [m.group() for m in pattern.finditer("Space Force, Space, Spaces")] == [
        "Space Force", "Space",
    ]  # fmt: skip


@pytest.mark.parametrize("ending", ["", "y"])
def test_a_phrase_may_be_thousands_of_letters_long(ending: str) -> None:
    name = "x" * 5000
    for pattern in (
        compile_phrases([name, name + ending]),
        re.compile(trie([name, name + ending])),
    ):
        assert pattern.search(f"the {name}{ending} met")
