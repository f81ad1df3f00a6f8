"""What is written reads back the same, whatever it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.curation.revising import revised
from loaders.facts.writing import dumped, facts_text, flow_item
from loaders.facts.yaml import read_yaml

words = st.text(st.characters(exclude_categories=("Cs",)), max_size=80)
names = st.from_regex(r"[a-z]{1,8}", fullmatch=True)
facts = st.dictionaries(names, words | st.lists(words, min_size=1, max_size=4), min_size=1)


@given(facts)
def test_what_is_written_reads_back_the_same(fact: dict[str, object]) -> None:
    assert read_yaml(dumped(fact)).value == fact
    assert read_yaml(flow_item(fact)).value == [fact]


@given(st.lists(facts, min_size=1, max_size=3), st.lists(facts, min_size=1, max_size=3))
def test_a_revised_file_says_what_it_should(before: list[object], after: list[object]) -> None:
    article = {"title": "Ten nations meet"}
    present = facts_text({"article": article, "statements": before})
    made = revised(present, {"article": article, "statements": after})
    assert read_yaml(made).value == {"article": article, "statements": after}


@pytest.mark.parametrize(
    "value", ["NO", "2013", "~", "null", "", "- a", "a: b", "#x", "'", "&a *b"]
)
def test_nothing_is_read_as_something_else(value: str) -> None:
    assert read_yaml(dumped({"field": value})).value == {"field": value}


def test_lists_of_plain_words_stand_in_brackets() -> None:
    assert dumped({"nations": ["FRA", "NO"]}) == "nations: [FRA, NO]\n"
