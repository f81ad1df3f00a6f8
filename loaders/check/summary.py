"""What a maintainer wants to see of the tables before a commit."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from loaders.tables.declaration import FACT_TABLES, TABLES
from loaders.tables.frames import Frames

# The dates at which something was so or happened; publication and retrieval are not among them.
_HAPPENED = {
    "memberships": ("start_date", "end_date", "attested_on"),
    "announcements": ("date", "event_date"),
    "posts": ("start_date", "end_date", "attested_on"),
    "statements": ("date",),
}


def summary_lines(tables: Frames) -> Iterator[str]:
    """Rows per table, span of dates, nations, coalitions, verbatim share, problems by kind."""
    yield "rows: " + ", ".join(f"{table.name} {len(tables[table.name])}" for table in TABLES)
    first, last = span_of_dates(tables)
    if first is not None and last is not None:
        yield f"dates: {first:%Y-%m-%d} to {last:%Y-%m-%d}"
    yield f"nations: {len(nations_named(tables))}"
    claimed = tables["memberships"]["coalition"].astype("str").nunique()
    yield f"coalitions: {claimed} of {len(tables['coalitions'])} with membership claims"
    verbatim, facts = verbatim_facts(tables)
    yield f"facts with a verbatim passage: {verbatim} of {facts} ({verbatim / max(1, facts):.0%})"
    kinds = tables["problems"]["kind"].astype("str").value_counts().sort_index()
    yield "problems: " + (", ".join(f"{kind} {count}" for kind, count in kinds.items()) or "none")


def span_of_dates(tables: Frames) -> tuple[pd.Timestamp | None, pd.Timestamp | None]:
    """The first and the last day that any fact can mean; None where no fact is dated."""
    days = [
        tables[table][f"{column}_{side}"].dropna()
        for table, columns in _HAPPENED.items()
        for column in columns
        for side in ("earliest", "latest")
    ]
    filled = [series for series in days if len(series)]
    if not filled:
        return None, None
    return min(series.min() for series in filled), max(series.max() for series in filled)


def nations_named(tables: Frames) -> set[str]:
    """Every nation that a membership, announcement, statement, person or post names."""
    named = set(tables["memberships"]["nation"].dropna())
    for table in ("announcements", "statements"):
        named.update(code for codes in tables[table]["nations"] for code in codes)
    named.update(tables["persons"]["nationality"].dropna())
    named.update(tables["posts"]["organisation_nation"].dropna())
    return named


def verbatim_facts(tables: Frames) -> tuple[int, int]:
    """How many facts rest on the article's own words, and of how many."""
    evidence = tables["evidence"]
    quoted = set(evidence.loc[evidence["exact"].notna(), "fact"])
    ids = [fact for table in FACT_TABLES for fact in tables[table.name]["id"]]
    return sum(fact in quoted for fact in ids), len(ids)
