"""What a chart rests on, in one line, as Our World in Data has it under each (pure)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date

import pandas as pd

from dashboard.atlas import Atlas
from dashboard.parts.text import counted

_NAMED = 4


def sources_sentence(atlas: Atlas, articles: Iterable[str]) -> str:
    """Say how many sources there are and whose: `Sources: 23 (copies counted once): NASA, …`.

    The publishers of most articles are named; empty where there is no article.
    """
    about = atlas.tables["articles"]
    used = about[about["id"].isin(list(dict.fromkeys(articles)))]
    if used.empty:
        return ""
    publishers = Counter(used["publisher"].astype("str"))
    named = sorted(publishers, key=lambda name: (-publishers[name], name))
    more = f" and {counted(len(named) - _NAMED, 'other')}" if len(named) > _NAMED else ""
    independent = used["copy_group"].nunique()
    copies = "" if independent == len(used) else " (copies counted once)"
    return f"Sources: {independent:,}{copies}, by {', '.join(named[:_NAMED])}{more}."


def articles_on(
    claims: pd.DataFrame, coalitions: Collection[str], known_by: date | None
) -> list[str]:
    """The articles of the membership claims on some coalitions, as far as known by a day.

    `claims`: memberships with their articles' columns (`Atlas.with_article`).
    """
    some = claims[claims["coalition"].isin(list(coalitions))]
    if known_by:
        some = some[some["article_known_from"] <= pd.Timestamp(known_by)]
    return list(some["article"].astype("str").unique())
