"""Titles as the press shortens them, told by the post that they mean.

"Whiting, head of U.S. Space Command" names no second post beside that of its commander.
"""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from dashboard.records import records
from loaders.extraction.language.vocabulary import words
from loaders.preference import OPEN_FUTURE, OPEN_PAST, day_numbers

_FILE = "informal_titles"


def formal_titles(posts: pd.DataFrame) -> pd.Series[Any]:
    """Give each post claim's title, an informal one as the title of the post that it means.

    That is the one post at the head of the same body which the same person is known to hold by
    its title, and may have held at the time. Where there is none, or more than one, the title
    stays as printed. Columns used: official, organisation, title, and the days of the claim.
    """
    titles = posts["title"].astype("str")
    informal = titles.str.casefold().str.strip().isin(words(_FILE, "informal"))
    informal &= posts["organisation"].notna()
    if not informal.any():
        return titles
    named = _heads(posts[~informal.to_numpy()], posts[informal]["official"])
    found = {
        row["place"]: title
        for row in records(_with_days(posts[informal]))
        if (title := _meant(row, named.get(_body(row), {}))) is not None
    }
    return titles.where(~posts.index.isin(list(found)), pd.Series(found, dtype="str"))


def _heads(
    posts: pd.DataFrame, whose: pd.Series[Any]
) -> dict[tuple[str, str], dict[str, tuple[str, int, int]]]:
    """By person and body: the titles at its head, how printed, and the days it may be held."""
    heads: dict[tuple[str, str], dict[str, tuple[str, int, int]]] = {}
    of_them = posts["official"].isin(whose.dropna().unique()) & posts["organisation"].notna()
    for row in records(_with_days(posts[of_them])):
        key = row["title"].casefold().strip()
        if _is_second(key):
            continue
        known = heads.setdefault(_body(row), {})
        title, first, last = known.get(key, (row["title"], OPEN_PAST, OPEN_FUTURE))
        known[key] = (title, max(first, row["first"]), min(last, row["last"]))
    return heads


def _meant(row: dict[str, Any], heads: dict[str, tuple[str, int, int]]) -> str | None:
    """The only title at the head of the body at the claim's time."""
    fitting = [
        title for title, first, last in heads.values() if first <= row["on"] <= last
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 else None


def _with_days(posts: pd.DataFrame) -> pd.DataFrame:
    """The claims with their place, the first and last day stated, and the day they speak of."""
    first = day_numbers(posts["start_date_earliest"], OPEN_PAST)
    last = day_numbers(posts["end_date_latest"], OPEN_FUTURE)
    stated = posts["attested_on_latest"].fillna(posts["start_date_latest"])
    on = day_numbers(stated.fillna(posts["end_date_latest"]), OPEN_FUTURE - 1)
    some = posts[["official", "organisation", "title"]].astype("str")
    return some.assign(place=posts.index, first=first, last=last, on=on)


def _body(row: dict[str, Any]) -> tuple[str, str]:
    return row["official"], row["organisation"].casefold().strip()


def _is_second(title: str) -> bool:
    return any(re.search(rf"\b{re.escape(word)}\b", title) for word in words(_FILE, "second"))
