"""A few rows of many, found by where they stand: pages ask for one nation's, over and over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.questions.facets import Numbers


@dataclass(frozen=True, eq=False)
class Divided:
    """A frame, and where the rows of each value of some columns stand in it."""

    frame: pd.DataFrame
    places: Mapping[str, Mapping[str, Numbers]]

    def part(self, **wanted: Iterable[str] | None) -> pd.DataFrame:
        """Give the rows that have one of the values in each column asked for (None: any).

        In the frame's order, a frame of its own; categories that are not used any more go.
        """
        found: Numbers | None = None
        for column, values in wanted.items():
            if values is not None:
                own = self._places(column, values)
                found = own if found is None else np.intersect1d(found, own, assume_unique=True)
        rows = self.frame if found is None else self.frame.take(found)
        return _without_unused(rows, list(self.places)).reset_index(drop=True)

    def _places(self, column: str, values: Iterable[str]) -> Numbers:
        known = self.places[column]
        some = [known[value] for value in dict.fromkeys(values) if value in known]
        if len(some) == 1:
            return some[0]
        return np.sort(np.concatenate(some)) if some else np.zeros(0, dtype=np.int64)


def divided(frame: pd.DataFrame, columns: Sequence[str]) -> Divided:
    """Find where each value of some columns stands."""
    return Divided(frame, {column: _by_value(frame[column]) for column in columns})


def _by_value(values: pd.Series) -> dict[str, Numbers]:
    codes, names = pd.factorize(values, sort=False)
    order = np.argsort(codes, kind="stable").astype(np.int64)
    ends = np.searchsorted(codes[order], np.arange(len(names) + 1))
    return {str(name): order[ends[n] : ends[n + 1]] for n, name in enumerate(names)}


def _without_unused(rows: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    categories = [c for c in columns if isinstance(rows[c].dtype, pd.CategoricalDtype)]
    return rows.assign(**{name: rows[name].cat.remove_unused_categories() for name in categories})
