"""Which of several claims is displayed, where they cannot all be (rule 5 of the design)."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from loaders.facts.models import Tier
from loaders.tables.frames import Frames

Numbers = npt.NDArray[np.int64]

# Nearest to those it speaks of first.
TIERS = tuple(map(str, Tier))
# Days since 1970 that stand for an open past and an open future, and for no day at all.
OPEN_PAST, OPEN_FUTURE = -4_000_000, 4_000_000


class Preference(StrEnum):
    """The first of these that tells two claims apart chooses the one displayed."""

    TIER = "The source nearer to the matter: official before press before reference before copy."
    PRECISION = "The more precise of the values: fewer days that it can mean."
    EARLIER = "The source that was public earlier."
    NAME = "Nothing tells them apart: the first by the fact's key."
    ALONE = "Only one source says it."


def day_numbers(days: pd.Series[Any], empty: int) -> Numbers:
    """Turn a day column into days since 1970, `empty` where there is none."""
    numbers = days.to_numpy(dtype="datetime64[D]").view(np.int64)
    return np.where(days.isna().to_numpy(), empty, numbers)


def days_of(numbers: Numbers) -> pd.Series[Any]:
    """Turn days since 1970 back into a day column, empty where open."""
    open_ended = (numbers <= OPEN_PAST) | (numbers >= OPEN_FUTURE)
    days = np.where(open_ended, np.iinfo(np.int64).min, numbers).view("datetime64[D]")
    return pd.Series(days.astype("datetime64[ms]"))


def of_articles(tables: Frames, articles: pd.Series[Any]) -> pd.DataFrame:
    """What ranks each claim's article: tier (0 = nearest), known (day number), copy_group.

    `articles` is a fact table's article column; the frame has its index.
    """
    known = tables["articles"]
    codes = articles.cat.codes.to_numpy()
    place = pd.Index(known["id"]).get_indexer(pd.Index(articles.cat.categories))[codes]
    tiers = pd.Index(TIERS).get_indexer(pd.Index(known["tier"].astype("str")))
    tiers = np.where(tiers < 0, len(TIERS), tiers)
    days = day_numbers(known["known_from"], OPEN_FUTURE)
    group = known["copy_group"].cat.codes.to_numpy()
    return pd.DataFrame(
        {"tier": tiers[place], "known": days[place], "copy_group": group[place]},
        index=articles.index,
    )
