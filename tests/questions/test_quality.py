"""How much rests on a verbatim passage, and which dates were inferred."""

from __future__ import annotations

from dashboard.atlas import Atlas
from dashboard.questions.quality import inferred_dates, passages_by_table, problems_by_kind
from tests.questions.by_hand import member, tables

CLAIMS = [
    member("FRA", start="2020~"),
    member("USA", start="2020-01-01"),
    member("JPN", start="2013"),
]
FRAMES = tables(
    *CLAIMS,
    evidence=[
        {"id": f"{row['id']}.e{n}", "fact": row["id"], "fact_table": "memberships", "article": "a",
         "rule": "compiled", "exact": exact, "note": None if exact else "ours", "start": start,
         "end": start and start + 3}
        for row, n, exact, start in (
            (CLAIMS[0], 1, None, None), (CLAIMS[0], 2, "Yes", 5), (CLAIMS[1], 1, "Yes", None),
            (CLAIMS[2], 1, None, None),
        )
    ],
    problems=[
        {"id": f"p{n}", "article": "a", "kind": kind, "text": "t", "why": "w"}
        for n, kind in enumerate(("gap", "dispute", "gap"))
    ],
)  # fmt: skip


def test_a_fact_counts_as_quoted_where_any_of_its_evidence_is() -> None:
    rows = passages_by_table(Atlas(FRAMES, "v")).to_dict("records")
    row = next(row for row in rows if row["table"] == "memberships")
    assert (row["facts"], row["quoted"], row["held"]) == (3, 2, 1)
    assert round(row["share"], 2) == 0.67


def test_inferred_dates_are_counted_by_column() -> None:
    rows = set(inferred_dates(Atlas(FRAMES, "v")).itertuples(index=False, name=None))
    assert ("memberships", "start_date", 3, 1) in rows
    assert ("memberships", "end_date", 0, 0) in rows


def test_problems_are_counted_by_kind_the_most_frequent_first() -> None:
    assert list(problems_by_kind(FRAMES["problems"]).items()) == [("gap", 2), ("dispute", 1)]
