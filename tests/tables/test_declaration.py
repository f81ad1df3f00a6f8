"""The one declaration: complete, consistent, with a meaning for every column."""

from __future__ import annotations

import pytest

from loaders.tables.declaration import FACT_TABLES, TABLES, Table, Type, table

every_table = pytest.mark.parametrize("declared", TABLES, ids=lambda declared: declared.name)


@every_table
def test_columns_are_named_once_and_mean_something(declared: Table) -> None:
    assert len(set(declared.names)) == len(declared.names)
    assert all(column.meaning for column in declared.columns)
    assert declared.column(declared.key).required


@every_table
def test_references_lead_to_a_declared_table(declared: Table) -> None:
    for column in declared.columns:
        if column.references:
            assert table(column.references).key


@every_table
def test_every_edtf_column_but_those_of_the_work_on_it_has_its_two_days(declared: Table) -> None:
    for column in declared.columns:
        if column.type is Type.EDTF and column.name not in ("compiled_on", "reviewed_on"):
            assert declared.column(f"{column.name}_earliest").type is Type.DAY
            assert declared.column(f"{column.name}_latest").type is Type.DAY


def test_every_fact_has_an_article_and_evidence() -> None:
    for declared in FACT_TABLES:
        assert declared.column("article").required
        assert declared.column("evidence").references == "evidence"


def test_what_is_not_declared_is_not_there() -> None:
    with pytest.raises(KeyError, match="there is no table 'people'"):
        table("people")
    with pytest.raises(KeyError, match="has no column 'born'"):
        table("officials").column("born")
