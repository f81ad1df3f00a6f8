"""The made-up tables are the same each time, and as large as asked for."""

from __future__ import annotations

from loaders.tables.declaration import TABLES
from tests.synthetic import Size, synthetic_frames, synthetic_tables

SMALL = Size(statements=200, memberships=50, announcements=40)


def test_the_same_tables_each_time() -> None:
    one, two = synthetic_tables(SMALL), synthetic_tables(SMALL)
    assert all(one[table.name].equals(two[table.name]) for table in TABLES)
    assert not synthetic_tables(SMALL, seed=6)["statements"].equals(one["statements"])


def test_sizes_and_references_hold() -> None:
    frames = synthetic_frames(SMALL)
    assert [len(frames[name]) for name in ("statements", "memberships", "announcements")] == [
        200,
        50,
        40,
    ]
    for table in TABLES:
        for column in table.columns:
            values = frames[table.name][column.name]
            if column.required:
                assert values.notna().all(), (table.name, column.name)
            if column.references and table.name != "articles":
                key = next(t.key for t in TABLES if t.name == column.references)
                items = values.explode().dropna()
                assert items.isin(frames[column.references][key]).all(), (table.name, column.name)
