"""What stands under a chart: how many independent sources, and whose."""

from __future__ import annotations

from dashboard.atlas import Atlas
from dashboard.questions.chart_sources import articles_on, sources_sentence
from tests.questions.by_hand import article, day, member, tables

MADE = tables(
    member("FRA", "club", start="2020", article="a"),
    member("ITA", "club", start="2021", article="b"),
    member("JPN", "other", start="2021", article="c"),
    articles=[
        article("a", "2020-02-01", publisher="NASA"),
        article("b", "2021-02-01", publisher="The White House"),
        article("c", "2021-03-01", publisher="NASA"),
        article("d", "2021-03-02", publisher="A mirror", copy_group="c", tier="copy"),
        *(article(f"p{n}", publisher=f"Paper {n}") for n in range(1, 6)),
    ],
)
ATLAS = Atlas(MADE, "v")


def test_copies_are_counted_once_and_publishers_named_by_how_much_they_gave() -> None:
    assert sources_sentence(ATLAS, ["a", "b", "c", "d"]) == (
        "Sources: 3 (copies counted once), by NASA, A mirror, The White House."
    )
    assert sources_sentence(ATLAS, ["a", "a"]) == "Sources: 1, by NASA."
    assert sources_sentence(ATLAS, []) == ""


def test_of_many_publishers_four_are_named() -> None:
    many = [f"p{n}" for n in range(1, 6)]
    assert sources_sentence(ATLAS, ["a", *many]).endswith(
        "by NASA, Paper 1, Paper 2, Paper 3 and 2 others."
    )


def test_a_map_rests_on_the_articles_known_by_then_about_what_it_shows() -> None:
    claims = ATLAS.with_article("memberships")
    assert articles_on(claims, ["club"], None) == ["a", "b"]
    assert articles_on(claims, ["club"], day("2020-12-31")) == ["a"]
