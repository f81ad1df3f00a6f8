"""A table as a visitor browses it: narrowed by words and by one column's value (pure)."""

from __future__ import annotations

import pandas as pd

from loaders.tables.declaration import Table, Type

_FACETED = (Type.CATEGORY, Type.BOOLEAN, Type.STRINGS)


def faceted_columns(table: Table) -> list[str]:
    """The columns of few values, by which a table can be narrowed."""
    return [column.name for column in table.columns if column.type in _FACETED]


def facet_counts(frame: pd.DataFrame, column: str, most: int = 200) -> dict[str, int]:
    """How many rows have each value of a column, the most frequent first; lists by item."""
    values = frame[column].explode() if _is_list(frame, column) else frame[column]
    counts = values.dropna().astype("str").value_counts().head(most)
    return {str(value): int(number) for value, number in counts.items()}


def narrowed_rows(
    table: Table, frame: pd.DataFrame, words: str, column: str | None, values: tuple[str, ...]
) -> pd.DataFrame:
    """Keep rows that hold every word in some text column, and one of the values in a column."""
    if column and values:
        wanted = set(values)
        if _is_list(frame, column):
            frame = frame[[not wanted.isdisjoint(map(str, items)) for items in frame[column]]]
        else:
            frame = frame[frame[column].astype("str").isin(wanted)]
    for word in words.casefold().split():
        kept = pd.Series(False, index=frame.index)
        for declared in table.columns:
            if declared.type in (Type.STRING, Type.CATEGORY, Type.EDTF):
                text = frame[declared.name].astype("str").fillna("").str.casefold()
                kept |= text.str.contains(word, regex=False)
            elif declared.type is Type.STRINGS:
                kept |= _any_holds(frame[declared.name], word)
        frame = frame[kept.to_numpy(dtype=bool)]
    return frame


def _any_holds(lists: pd.Series, word: str) -> pd.Series:
    found = [any(word in str(item).casefold() for item in items) for items in lists]
    return pd.Series(found, index=lists.index, dtype=bool)


def dictionary_rows(table: Table) -> pd.DataFrame:
    """The table's columns: name, type, meaning, always filled, refers to."""
    return pd.DataFrame([
        (c.name, str(c.type), c.meaning, c.required, c.references or "") for c in table.columns
    ], columns=["Column", "Type", "Meaning", "Always filled", "Refers to"])  # fmt: skip


def _is_list(frame: pd.DataFrame, column: str) -> bool:
    return len(frame) > 0 and isinstance(frame[column].iloc[0], tuple)
