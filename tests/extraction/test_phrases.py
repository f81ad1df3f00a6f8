"""Many phrases found at once: the longest at a place is found, however long phrases are."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction.language.phrases import Phrases, begins_word, compile_phrases
from loaders.extraction.language.tries import trie
from loaders.extraction.language.word_places import word_places

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


@given(phrases, st.text("ab_ (.?", max_size=40))
def test_the_words_lead_to_the_phrases_that_begin_and_end_with_a_word(
    known: list[str], text: str
) -> None:
    found = Phrases(known).find(text)
    assert all(text[start:end] == phrase and phrase in known for start, end, phrase in found)
    assert found == sorted(found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    pattern, done, expected = compile_phrases(known), 0, []
    for start in range(len(text)):
        match = pattern.match(text, start) if begins_word(text, start) else None
        if match and start >= done:
            expected.append((start, match.end(), match.group()))
            done = match.end()
    assert found == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Space Force, Space, Spaces", ["Space Force", "Space"]),
        ("a Space-Force of airSpace", ["Space"]),
        ("U.S. forces, U.S.A, ’t Hooft and 't Hooft", ["U.S.", "’t Hooft"]),
        ("", []),
    ],
)
def test_phrases_stand_between_the_edges_of_words(text: str, found: list[str]) -> None:
    known = Phrases(["Space", "Space Force", "U.S.", "U.S.A.", "’t Hooft"])
    assert [phrase for _, _, phrase in known.find(text)] == found


def test_the_places_of_a_text_serve_its_masked_form() -> None:
    known = Phrases(["signed", "signed up"])
    masked = "He signed ¤¤¤¤ and ¤¤¤¤¤¤¤¤"
    assert known.find(masked, word_places("He signed “up” and “signed”")) == [(3, 9, "signed")]


def test_no_phrases_are_found_nowhere() -> None:
    assert Phrases([]).find("nothing") == []
