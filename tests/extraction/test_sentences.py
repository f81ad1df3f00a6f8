"""Sentences: paragraph by paragraph, whatever stands in another one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.extraction.texts.sentences import split_sentences
from tests.extraction.test_properties import FRAGMENTS

LINES = st.lists(st.sampled_from(FRAGMENTS), max_size=20).map(
    lambda pieces: "".join(pieces).replace("\r", "").replace("\n", " ")
)


def sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text)]


def test_ranks_abbreviations_and_the_clock_end_no_sentence() -> None:
    text = "Lt. Gen. May Smith of U.S. Space Command spoke at 9 a.m. Tuesday. No. 4 came. He left."
    assert sentences(text) == [
        "Lt. Gen. May Smith of U.S. Space Command spoke at 9 a.m. Tuesday.",
        "No. 4 came.",
        "He left.",
    ]


@settings(max_examples=200, deadline=None)
@given(LINES, LINES)
def test_what_stands_in_one_paragraph_changes_no_sentence_of_another(one: str, other: str) -> None:
    assert sentences(f"{one}\n{other}") == [*sentences(one), *sentences(other)]


def test_a_line_without_end_is_read_in_pieces() -> None:
    found = sentences("The board met again. " * 2000)
    assert found == ["The board met again."] * 2000


def test_may_is_never_cut_short() -> None:
    text = "Kenya signed it on 16 May. Peru left in May. The rest stayed."
    assert sentences(text) == [
        "Kenya signed it on 16 May.",
        "Peru left in May.",
        "The rest stayed.",
    ]
