"""The tables with the joins every page needs: sources, evidence in order, names, children."""

from __future__ import annotations

import pandas as pd

from dashboard.atlas import Atlas, Evidence, Source
from loaders.build.rows import Row
from tests.questions.by_hand import announcement, article, coalition, tables


def passage(fact: str, number: int, **more: object) -> Row:
    return {
        "id": f"{fact}.e{number}", "fact": fact, "fact_table": "announcements", "article": "a",
        "rule": "compiled", **more,
    }  # fmt: skip


TALKS = announcement("talks")
SOURCE = article("a", "2025-12-05~", title="Talks", via="https://copy.test/1", url="https://x.test")
ATLAS = Atlas(
    tables(
        announcements=[TALKS],
        articles=[SOURCE],
        evidence=[
            passage(TALKS["id"], 10, exact="the tenth"),
            passage(TALKS["id"], 2, note="Our summary."),
            passage(TALKS["id"], 1, exact="the first", prefix="before ", suffix=" after", start=7,
                    end=16),
        ],
        coalitions=[
            coalition("zulu", short_name="alpha"), coalition("cspo", short_name="CSpO"),
            coalition("yankee", short_name="Bravo", parent="cspo"),
        ],
        officials=[
            {"slug": "b", "name": "Ann Zimmer", "family_name": "Zimmer"},
            {"slug": "c", "name": "Zoe Abel", "family_name": "Abel"},
        ],
    ),
    "v1",
)  # fmt: skip


def test_a_source_has_what_pages_print_and_nothing_is_nan() -> None:
    assert ATLAS.sources["a"] == Source(
        id="a", title="Talks", publisher="Ministry", tier="official", rights="unknown",
        published="2025-12-05~", retrieved=None, via="https://copy.test/1", url="https://x.test",
    )  # fmt: skip


def test_the_link_of_a_source_is_the_copy_that_was_read() -> None:
    assert ATLAS.sources["a"].link == "https://copy.test/1"


def test_evidence_comes_in_the_order_of_the_text() -> None:
    found = ATLAS.evidence_of(TALKS["id"])
    assert [item.exact for item in found] == ["the first", None, "the tenth"]


def test_evidence_has_its_context_where_the_body_is_held() -> None:
    first, summary, alone = ATLAS.evidence_of(TALKS["id"])
    assert first == Evidence(
        source=ATLAS.sources["a"], exact="the first", note=None, prefix="before ",
        suffix=" after", held=True, rule="compiled",
    )  # fmt: skip
    assert (summary.note, summary.held) == ("Our summary.", False)
    assert (alone.prefix, alone.suffix, alone.held) == ("", "", False)


def test_an_unknown_fact_rests_on_nothing() -> None:
    assert ATLAS.evidence_of("no.such.fact") == []


def test_coalitions_are_listed_by_short_name_whatever_its_case() -> None:
    assert list(ATLAS.coalition_names.values()) == ["alpha", "Bravo", "CSpO"]


def test_officials_are_listed_by_family_name() -> None:
    assert ATLAS.official_names == {"c": "Zoe Abel", "b": "Ann Zimmer"}


def test_children_include_the_coalition_itself() -> None:
    assert ATLAS.coalition_children["cspo"] == {"cspo", "yankee"}
    assert ATLAS.coalition_children["zulu"] == {"zulu"}


def test_facts_get_their_articles_columns_and_the_tables_stay_as_they_were() -> None:
    before = ATLAS.tables["announcements"].copy()
    joined = ATLAS.with_article("announcements")
    assert joined["article_title"].tolist() == ["Talks"]
    pd.testing.assert_frame_equal(ATLAS.tables["announcements"], before)


def test_an_atlas_without_facts_is_still_one() -> None:
    empty = Atlas(tables(), "v0")
    assert empty.sources == {}
    assert empty.evidence_of("any") == []
    assert empty.coalition_names == empty.official_names == empty.coalition_children == {}
