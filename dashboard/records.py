"""Frames as plain records for views: text or None, never NaN."""

from __future__ import annotations

from typing import Any

import pandas as pd
from pandas.api.extensions import ExtensionArray


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Give one dict per row, with None for whatever is missing."""
    names = [str(name) for name in frame.columns]
    columns = [values(column) for _, column in frame.items()]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def values(column: pd.Series[Any]) -> list[Any]:
    """Give a column's values, with None for whatever is missing."""
    array = column.array
    if isinstance(array, pd.Categorical):
        names = [*array.categories.tolist(), None]  # the code of what is missing is -1: the last
        return [names[code] for code in array.codes.tolist()]
    if isinstance(column.dtype, pd.StringDtype) and isinstance(array, ExtensionArray):
        # Asked for with None, Arrow's strings come as they are, without a look at each one.
        found: list[Any] = array.to_numpy(object, na_value=None).tolist()  # type: ignore[arg-type]
        return found
    given: list[Any] = column.tolist()
    missing = pd.isna(column.to_numpy())
    if not missing.any():
        return given
    return [None if gone else value for value, gone in zip(given, missing, strict=True)]
