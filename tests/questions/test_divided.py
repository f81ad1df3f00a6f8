"""A part found by places is the part found by looking."""

from __future__ import annotations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from dashboard.questions.divided import divided

WORDS = st.sampled_from(["a", "b", "c", "d"])
ROWS = st.lists(st.tuples(WORDS, WORDS), max_size=20)
WANTED = st.none() | st.lists(WORDS, max_size=4)


@given(ROWS, WANTED, WANTED)
def test_the_rows_are_those_that_have_the_values_in_their_order(
    rows: list[tuple[str, str]], one: list[str] | None, other: list[str] | None
) -> None:
    frame = pd.DataFrame(rows, columns=["x", "y"], dtype="str").astype({"x": "category"})
    frame["number"] = range(len(frame))
    part = divided(frame, ["x", "y"]).part(x=one, y=other)
    kept = [
        number
        for number, (x, y) in enumerate(rows)
        if (one is None or x in one) and (other is None or y in other)
    ]
    assert part["number"].tolist() == kept
    assert part.index.tolist() == list(range(len(kept)))


def test_categories_that_are_left_without_rows_go() -> None:
    frame = pd.DataFrame({"x": pd.Categorical(["a", "b"]), "y": ["u", "v"]})
    assert list(divided(frame, ["x"]).part(x=["b"])["x"].cat.categories) == ["b"]


def test_what_is_missing_has_no_place() -> None:
    frame = pd.DataFrame({"x": pd.Categorical([None, "a"])})
    assert divided(frame, ["x"]).part(x=["a"])["x"].tolist() == ["a"]
