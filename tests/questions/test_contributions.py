"""What each article gave, and which articles a choice of filters keeps."""

from __future__ import annotations

from datetime import date

from dashboard.atlas import Atlas
from dashboard.filters import Filters
from dashboard.questions.contributions import contributions, entries, keep_articles
from tests.questions.by_hand import (
    announcement,
    article,
    coalition,
    member,
    statement,
    tables,
)


def evidence(fact: str, **more: object) -> dict[str, object]:
    return {
        "id": f"{fact}.e1", "fact": fact, "fact_table": "memberships", "article": "a",
        "rule": "compiled", **more,
    }  # fmt: skip


TEN = [
    member(nation, attested="2025-12-05", id=f"a.m.{nation}") for nation in ("USA", "FRA", "NOR")
]
ATLAS = Atlas(
    tables(
        *TEN,
        coalitions=[coalition("x", short_name="CSpO")],
        announcements=[announcement("met", "2025-12-05", article="b", coalitions=["x"])],
        statements=[statement("We act.", article="b", date="2025-12-05", nations=["JPN"])],
        officials=[{"slug": "whiting", "name": "Stephen Whiting", "family_name": "Whiting",
                    "other_names": []}],
        articles=[article("a", "2025-12-06"), article("b", "2024-05"), article("c", "2026-01-01")],
        evidence=[
            *(evidence(row["id"], exact="The ten", start=10, end=17) for row in TEN),
            evidence("b.a.met", article="b", note="They met.", fact_table="announcements"),
        ],
    ),
    "v",
)  # fmt: skip


def test_articles_come_newest_first_with_what_they_gave() -> None:
    rows = {row["id"]: row for row in contributions(ATLAS).to_dict("records")}
    assert {key: row["facts"] for key, row in rows.items()} == {"c": 0, "a": 3, "b": 2}
    assert list(rows) == ["c", "a", "b"]
    assert (rows["b"]["announcements"], rows["b"]["statements"]) == (1, 1)
    assert (rows["a"]["verbatim"], rows["b"]["verbatim"]) == (1.0, 0.0)


def test_members_of_one_passage_are_one_entry() -> None:
    (entry,) = entries(ATLAS, "a")
    assert entry.summary == ("CSpO: France, Norway, United States — member, attested 5 Dec 2025")
    assert entry.facts == ("a.m.FRA", "a.m.NOR", "a.m.USA")
    assert entry.spans == ((10, 17),)


def test_each_other_fact_is_its_own_entry() -> None:
    assert [(entry.table, entry.summary) for entry in entries(ATLAS, "b")] == [
        ("announcements", "Event met · announced 5 Dec 2025; its own day is not stated"),
        ("statements", "Stephen Whiting: “We act.”"),
    ]


def test_nations_and_coalitions_keep_the_articles_whose_facts_name_them() -> None:
    assert keep_articles(ATLAS, Filters(nations=("NOR",)))["id"].tolist() == ["a"]
    assert keep_articles(ATLAS, Filters(nations=("JPN",)))["id"].tolist() == ["b"]
    assert keep_articles(ATLAS, Filters(coalitions=("x",)))["id"].tolist() == ["a", "b"]


def test_days_keep_what_publication_can_mean() -> None:
    assert keep_articles(ATLAS, Filters(first=date(2025, 1, 1)))["id"].tolist() == ["c", "a"]
    assert keep_articles(ATLAS, Filters(last=date(2024, 5, 10)))["id"].tolist() == ["b"]


def test_an_article_is_vouched_for_as_its_facts_are() -> None:
    assert keep_articles(ATLAS, Filters(states=("reviewed",))).empty
