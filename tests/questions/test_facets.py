"""Facets: counts of values, and narrowing by them."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from dashboard.questions.facets import Count, facet_of, facet_of_lists, narrowed, united

ALL = np.ones(4, dtype=np.bool_)
KIND = facet_of(pd.Series(["direct", "direct", "indirect", None], dtype="str"))
NATION = facet_of_lists([("FRA", "USA"), ("USA",), ("FRA", "FRA"), ()])


def test_counts_are_ordered_by_rows_then_by_value() -> None:
    assert KIND.counts(ALL) == [Count("direct", 2), Count("indirect", 1)]
    assert NATION.counts(ALL) == [Count("FRA", 2), Count("USA", 2)]


def test_a_value_is_counted_only_among_the_rows_kept() -> None:
    assert NATION.counts(np.array([True, True, False, False])) == [
        Count("USA", 2),
        Count("FRA", 1),
    ]


def test_rows_having_any_of_the_values() -> None:
    assert NATION.having(["FRA"]).tolist() == [True, False, True, False]
    assert NATION.having(["FRA", "USA"]).tolist() == [True, True, True, False]
    assert NATION.having(["unknown"]).tolist() == [False] * 4


def test_an_empty_facet_counts_and_keeps_nothing() -> None:
    empty = facet_of(pd.Series([None, None], dtype="str"))
    assert empty.counts(np.ones(2, dtype=np.bool_)) == []
    assert empty.having(["x"]).tolist() == [False, False]


def test_united_facets_count_a_row_once_for_each_value() -> None:
    speakers = facet_of(pd.Series(["FRA", "FRA", None, "DEU"], dtype="str"))
    assert united([speakers, NATION]).counts(ALL) == [
        Count("FRA", 3),
        Count("USA", 2),
        Count("DEU", 1),
    ]


def test_facets_narrow_together_and_each_leaves_its_own_choice_aside() -> None:
    found = narrowed({"kind": KIND, "nation": NATION}, {"kind": ["direct"], "nation": []}, ALL)
    assert found.mask.tolist() == [True, True, False, False]
    assert found.counts["kind"] == [Count("direct", 2), Count("indirect", 1)]
    assert found.counts["nation"] == [Count("USA", 2), Count("FRA", 1)]


def test_a_filter_of_the_whole_page_is_left_aside_for_its_own_facet() -> None:
    only_france = NATION.having(["FRA"])
    found = narrowed({"kind": KIND, "nation": NATION}, {}, only_france, {"nation": ALL})
    assert found.mask.tolist() == [True, False, True, False]
    assert found.counts["nation"] == [Count("FRA", 2), Count("USA", 2)]
    assert found.counts["kind"] == [Count("direct", 1), Count("indirect", 1)]


@given(st.lists(st.lists(st.sampled_from("abcd"), max_size=4), min_size=1, max_size=12), st.data())
def test_a_count_is_what_a_click_shows(lists: list[list[str]], data: st.DataObject) -> None:
    facets = {
        "letter": facet_of_lists(lists),
        "length": facet_of_lists([str(len(items))] for items in lists),
    }
    lengths = data.draw(st.lists(st.sampled_from("01234"), max_size=2))
    everything = np.ones(len(lists), dtype=np.bool_)
    before = narrowed(facets, {"length": lengths}, everything)
    for count in before.counts["letter"]:
        after = narrowed(facets, {"length": lengths, "letter": [count.value]}, everything)
        assert int(after.mask.sum()) == count.rows
