"""How good the data is: what rests on a verbatim passage, what was inferred (pure)."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from dashboard.atlas import Atlas
from loaders.tables.declaration import FACT_TABLES, TABLES, Type


@lru_cache(maxsize=4)
def passages_by_table(atlas: Atlas) -> pd.DataFrame:
    """One row per fact table: table, facts, quoted (facts with a verbatim passage), share,
    held (facts whose passage is located in a held body).
    """
    evidence = atlas.tables["evidence"]
    best = pd.DataFrame({
        "table": evidence["fact_table"].astype("str"), "fact": evidence["fact"],
        "quoted": evidence["exact"].notna(), "held": evidence["start"].notna(),
    }).groupby(["table", "fact"])[["quoted", "held"]].any()  # fmt: skip
    sums = best.groupby("table").sum()
    facts = best.groupby("table").size()
    frame = pd.DataFrame({"facts": facts, "quoted": sums["quoted"], "held": sums["held"]})
    names = [table.name for table in FACT_TABLES]
    frame = frame.reindex(names).fillna(0).astype("int64").rename_axis("table").reset_index()
    frame["share"] = frame["quoted"] / frame["facts"].where(frame["facts"] > 0)
    return frame


@lru_cache(maxsize=4)
def inferred_dates(atlas: Atlas) -> pd.DataFrame:
    """One row per date column of a fact table or of articles: table, column, dated, inferred."""
    rows = []
    for table in TABLES:
        for column in table.columns:
            if column.type is Type.EDTF and table.name != "coalitions":
                given = atlas.tables[table.name][column.name].dropna()
                inferred = int(given.str.contains(r"[~%]", regex=True).sum()) if len(given) else 0
                rows.append((table.name, column.name, len(given), inferred))
    return pd.DataFrame(rows, columns=["table", "column", "dated", "inferred"])


def problems_by_kind(problems: pd.DataFrame) -> dict[str, int]:
    """How many problems there are of each kind, the most frequent first."""
    counts = problems["kind"].astype("str").value_counts()
    return {str(kind): int(number) for kind, number in counts.items()}
