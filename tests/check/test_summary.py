from __future__ import annotations

from loaders.check.summary import summary_lines
from tests.questions.by_hand import announcement, member, statement, tables


def test_the_summary_counts_what_a_maintainer_looks_for() -> None:
    frames = tables(
        member("FRA", start="2019-12"),
        announcements=[announcement("e", event_date="2025-04-09", nations=["DEU", "FRA"])],
        statements=[statement("Yes.", date="2024-01-01")],
        problems=[
            {"id": "p1", "article": "a", "kind": "gap", "text": "t", "why": "w"},
            {"id": "p2", "article": "a", "kind": "gap", "text": "u", "why": "w"},
        ],
        evidence=[
            {"id": "e1", "fact": "a.s.whiting.Yes.", "fact_table": "statements", "article": "a",
             "rule": "compiled", "exact": "Yes."},
        ],
    )  # fmt: skip
    lines = list(summary_lines(frames))
    assert lines[0].startswith("rows: articles 1, evidence 1, coalitions 1, memberships 1,")
    assert lines[1:] == [
        "dates: 2019-12-01 to 2025-04-09",
        "nations: 2",
        "coalitions: 1 of 1 with membership claims",
        "facts with a verbatim passage: 1 of 3 (33%)",
        "problems: gap 2",
    ]


def test_empty_tables_have_no_dates_and_no_share() -> None:
    assert list(summary_lines(tables()))[1:] == [
        "nations: 0",
        "coalitions: 0 of 0 with membership claims",
        "facts with a verbatim passage: 0 of 0 (0%)",
        "problems: none",
    ]
