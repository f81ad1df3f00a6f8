"""Rows to typed frames."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from loaders.tables.declaration import PROBLEMS, STATEMENTS, TABLES, table
from loaders.tables.frames import arrow_table, frames_of, require_whole, to_frame

STATEMENT = {
    "id": "a.s.1", "article": "a", "evidence": "a.s.1.e1", "state": "compiled", "text": "x",
    "kind": "direct", "speaker_kind": "person", "date": "2025-04",
    "date_earliest": date(2025, 4, 1), "date_latest": date(2025, 4, 30), "nations": ["FRA"],
}  # fmt: skip


def test_frames_without_rows_have_their_columns_and_types() -> None:
    frames = frames_of({})
    assert list(frames) == [declared.name for declared in TABLES]
    for declared in TABLES:
        assert list(frames[declared.name].columns) == declared.names
    assert isinstance(frames["memberships"]["nation"].dtype, pd.CategoricalDtype)
    assert frames["memberships"]["start_date_latest"].dtype.kind == "M"
    assert frames["evidence"]["start"].dtype == pd.Int64Dtype()


def test_a_row_becomes_typed_values() -> None:
    row = frames_of({"statements": [STATEMENT]})["statements"].iloc[0]
    assert row["nations"] == ("FRA",)
    assert row["coalitions"] == ()
    assert row["date_earliest"] == pd.Timestamp(2025, 4, 1)
    assert pd.isna(row["official"])
    assert pd.isna(row["confidence"])


def test_rows_stand_in_the_order_of_their_keys() -> None:
    rows = [{**STATEMENT, "id": key} for key in ("b", "c", "a")]
    assert list(frames_of({"statements": rows})["statements"]["id"]) == ["a", "b", "c"]


def test_a_value_that_does_not_fit_its_column_is_refused() -> None:
    with pytest.raises((TypeError, ValueError)):
        arrow_table(STATEMENTS, [{**STATEMENT, "date_earliest": "2025-04-09"}])


def test_a_required_value_that_is_missing_is_refused() -> None:
    with pytest.raises(ValueError, match=r"problems\.why"):
        require_whole(PROBLEMS, arrow_table(PROBLEMS, [{"id": "x", "kind": "k", "text": "t"}]))


def test_two_rows_with_one_key_are_refused() -> None:
    with pytest.raises(ValueError, match=r"statements\.id 'a\.s\.1' is there twice"):
        require_whole(STATEMENTS, arrow_table(STATEMENTS, [STATEMENT, STATEMENT]))


def test_a_frame_holds_what_the_arrow_table_held() -> None:
    officials = table("officials")
    rows = [{"slug": "ann-doe", "name": "Ann Doe", "family_name": "Doe", "other_names": ["A. Doe"]}]
    frame = to_frame(officials, arrow_table(officials, rows))
    assert frame.to_dict("records") == [{**rows[0], "other_names": ("A. Doe",)}]
