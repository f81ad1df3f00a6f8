"""What the address decides is worked out once, for all who look at the same.

The address is the view: two visitors with the same query see the same, as long as data, day and
theme are the same too. What is kept is shared, so nobody changes it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import date
from threading import Lock
from typing import TypeVar

import pandas as pd
import pyarrow as pa
import streamlit as st

from dashboard.atlas import Atlas
from dashboard.parts.address_bar import asked

Made = TypeVar("Made")


class Keeper:
    """Keeps what was made, by what it was made of; what was not asked for longest goes first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = Lock()

    def get(self, told: Hashable, make: Callable[[], Made]) -> Made:
        """Give what is kept under `told`, else make it; two who ask at once may both make it."""
        with self._lock:
            if told in self._kept:
                self._kept.move_to_end(told)
                return self._kept[told]  # type: ignore[return-value]
        made = make()
        with self._lock:
            self._kept[told] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made


_views, _parts = Keeper(1024), Keeper(4096)


def kept(atlas: Atlas, name: str, make: Callable[[], Made]) -> Made:
    """Give a part of a view, told by its name and all that decides a view."""
    told = (atlas.version, name, asked(), st.context.theme.type, date.today())
    return _views.get(told, make)


def kept_part(atlas: Atlas, told: tuple[Hashable, ...], make: Callable[[], Made]) -> Made:
    """Give what more than one view shows: told by the data's version, and by `told` alone."""
    return _parts.get((atlas.version, *told), make)


def kept_table(atlas: Atlas, name: str, make: Callable[[], pd.DataFrame]) -> pa.Table:
    """Give a table as it is sent, so that it is not written anew for each visitor."""
    return kept(atlas, name, lambda: as_sent(make()))


def as_sent(frame: pd.DataFrame) -> pa.Table:
    """Write a table as Streamlit sends it, without its index."""
    return pa.Table.from_pandas(frame, preserve_index=False).combine_chunks()
