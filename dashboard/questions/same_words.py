"""Where a quotation's very words stand in other articles too: a copy is no second statement."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from dashboard.atlas import Atlas
from dashboard.questions.same_quotation import FEWEST_WORDS
from loaders.facts.models import QUOTED

# What differs between two prints of one quotation: marks, dashes, spaces, capitals.
_BETWEEN_WORDS = r"[^\w]+"


def elsewhere(atlas: Atlas, statement: str) -> tuple[str, ...]:
    """Give the other articles with a quotation's very words by the same speaker; mostly none.

    Trimmed quotations are not looked for: `same_quotations` does, at a far higher price.
    """
    return _elsewhere(atlas).get(statement, ())


@lru_cache(maxsize=2)
def _elsewhere(atlas: Atlas) -> dict[str, tuple[str, ...]]:
    rows = atlas.tables["statements"][["id", "text", "kind", "official", "article"]]
    rows = rows[rows["kind"].isin(QUOTED) & rows["official"].notna()]
    words = rows["text"].str.casefold().str.replace(_BETWEEN_WORDS, " ", regex=True).str.strip()
    long = words.str.count(" ") >= FEWEST_WORDS - 1
    rows = pd.DataFrame({
        "id": rows["id"].astype("str"), "article": rows["article"].astype("str"),
        "said": rows["official"].astype("str") + " " + words,
    })[long]  # fmt: skip
    again = rows[rows.duplicated("said", keep=False)]
    found: dict[str, tuple[str, ...]] = {}
    for _, same in again.groupby("said"):
        articles = list(dict.fromkeys(same["article"]))
        for statement, own in zip(same["id"], same["article"], strict=True):
            others = tuple(article for article in articles if article != own)
            if others:
                found[statement] = others
    return found
