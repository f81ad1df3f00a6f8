"""A passage stands in the article word for word, and is told apart from another alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.build.passages import anchors
from loaders.curation.passages import PassageMissingError, place, selector, words_of
from loaders.facts.models import Membership

TEXT = "France joined. Canada joined later. In May, Canada joined\nlater still."


def test_a_passage_that_stands_once_is_its_words() -> None:
    assert selector("France joined.", TEXT) == "France joined."


def test_line_breaks_between_words_do_not_matter() -> None:
    start, end = place("Canada joined later still", TEXT)
    assert TEXT[start:end] == "Canada joined\nlater still"


def test_words_that_are_not_in_the_article_are_refused() -> None:
    with pytest.raises(PassageMissingError, match="copy them"):
        place("France left.", TEXT)


def test_of_two_alike_the_one_nearest_is_meant_and_told_apart() -> None:
    second = selector("Canada joined", TEXT, near=45)
    assert isinstance(second, dict)
    claim = Membership.model_validate(
        {"coalition": "cspo", "nations": ["CAN"], "status": "member", "passage": second}
    )
    (anchor,) = anchors(claim, TEXT)
    assert anchor.start == TEXT.rindex("Canada")


@given(st.text("ab ,\n", min_size=1, max_size=60), st.data())
def test_whatever_is_copied_from_the_article_can_be_found_in_it(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = text[start:end]
    if words.strip():
        found = place(words, text, start)
        assert text[found[0] : found[1]].split() == words.split()


def test_passages_are_given_as_text_selector_or_list() -> None:
    assert words_of("a") == ["a"]
    assert words_of({"exact": "a", "prefix": "b"}) == ["a"]
    assert words_of(["a", {"exact": "b"}]) == ["a", "b"]
    assert words_of(None) == []
