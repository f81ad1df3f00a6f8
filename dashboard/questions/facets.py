"""Facets: how many of the rows kept have each value, and narrowing by some of the values.

The values chosen within one facet are alternatives; the facets narrow together. A facet's counts
leave its own choice aside, so that each says how many rows one more click would show (as
Datasette's and most library catalogues' do).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]
Choice = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Count:
    """One value of a facet, and how many rows have it."""

    value: str
    rows: int


@dataclass(frozen=True)
class Facet:
    """Which values each of `size` rows has: pairs of a row's position and a value's code."""

    size: int
    values: tuple[str, ...]
    row: Numbers
    code: Numbers

    def having(self, wanted: Iterable[str]) -> Mask:
        """Which rows have any of the values."""
        sought = frozenset(wanted)
        is_sought = np.array([value in sought for value in self.values], dtype=np.bool_)
        kept = np.zeros(self.size, dtype=np.bool_)
        if len(self.values):
            kept[self.row[is_sought[self.code]]] = True
        return kept

    def counts(self, mask: Mask) -> list[Count]:
        """The values that the masked rows have, those of most rows first."""
        numbers = np.bincount(self.code[mask[self.row]], minlength=len(self.values))
        found = [Count(self.values[n], int(numbers[n])) for n in np.flatnonzero(numbers)]
        return sorted(found, key=lambda count: (-count.rows, count.value))


def facet_of(values: pd.Series) -> Facet:
    """The facet of a column; rows without a value are in none."""
    codes, names = pd.factorize(values, sort=False)
    row = np.flatnonzero(codes >= 0).astype(np.int64)
    return Facet(len(values), tuple(map(str, names)), row, codes[row].astype(np.int64))


def facet_of_lists(lists: Iterable[Iterable[str]]) -> Facet:
    """The facet of a column of lists; a value repeated in a list counts once."""
    numbers: dict[str, int] = {}
    row, code, size = [], [], 0
    for size, items in enumerate(lists, start=1):
        for item in dict.fromkeys(items):
            row.append(size - 1)
            code.append(numbers.setdefault(item, len(numbers)))
    return Facet(
        size, tuple(numbers), np.array(row, dtype=np.int64), np.array(code, dtype=np.int64)
    )


def united(facets: Sequence[Facet]) -> Facet:
    """One facet of several over the same rows: a row has a value where it has it in any."""
    names = tuple(dict.fromkeys(value for facet in facets for value in facet.values))
    number = {name: n for n, name in enumerate(names)}
    pairs = [
        facet.row * len(names)
        + np.array([number[value] for value in facet.values], dtype=np.int64)[facet.code]
        for facet in facets
        if len(facet.values)
    ]
    kept = np.unique(np.concatenate(pairs)) if pairs else np.zeros(0, dtype=np.int64)
    width = max(len(names), 1)
    return Facet(facets[0].size, names, kept // width, kept % width)


@dataclass(frozen=True)
class Narrowed:
    """The rows that pass all facets, and every facet's counts without its own choice."""

    mask: Mask
    counts: dict[str, list[Count]]


def narrowed(
    facets: Mapping[str, Facet],
    chosen: Choice,
    base: Mask,
    without: Mapping[str, Mask] | None = None,
) -> Narrowed:
    """Narrow the rows of `base` by the values chosen in each facet.

    `without` gives, for a facet whose choice is part of `base` already (a filter that the whole
    page has), the base without that choice.
    """
    counts = {}
    for name, facet in facets.items():
        others = {other: values for other, values in chosen.items() if other != name}
        counts[name] = facet.counts(having_all(facets, others, (without or {}).get(name, base)))
    return Narrowed(having_all(facets, chosen, base), counts)


def having_all(facets: Mapping[str, Facet], chosen: Choice, base: Mask) -> Mask:
    """The rows of `base` that have one of the values chosen in every facet."""
    mask = base
    for name, values in chosen.items():
        if values:
            mask = mask & facets[name].having(values)
    return mask
