"""An official's nationality and rank, as the claims about the person say."""

from __future__ import annotations

from dashboard.questions.nationality import nationalities, ranks
from loaders.build.rows import Row
from tests.questions.by_hand import article, fact, post, tables


def person(
    nationality: str | None = None,
    how: str | None = "stated",
    *,
    official: str = "godfrey",
    article: str = "a",
    rank: str | None = None,
) -> Row:
    return {
        **fact(f"{article}.n.{official}", article), "official": official, "rank": rank,
        "nationality": nationality, "nationality_from": how if nationality else None,
    }  # fmt: skip


def of_godfrey(*persons: Row, articles: list[Row] | None = None) -> str | None:
    found = nationalities(tables(persons=list(persons), articles=articles or []))
    return found.get("godfrey")  # type: ignore[no-any-return]


def test_a_stated_nationality_goes_before_one_by_the_organisation_served() -> None:
    # A U.K. officer who serves the U.S. Space Force: two sources infer, one states.
    claims = [
        person("USA", "organisation", article="b"),
        person("USA", "organisation", article="c"),
        person("GBR", article="a"),
    ]
    assert of_godfrey(*claims) == "GBR"


def test_among_equals_more_sources_decide() -> None:
    claims = [person("USA", article="a"), person("GBR", article="b"), person("GBR", article="c")]
    assert of_godfrey(*claims) == "GBR"


def test_copies_count_once() -> None:
    copies = [article(name, copy_group="b") for name in ("b", "c", "d")]
    claims = [
        person("USA", article="b"), person("USA", article="c"), person("USA", article="d"),
        person("GBR", article="a"), person("GBR", article="e"),
    ]  # fmt: skip
    assert of_godfrey(*claims, articles=copies) == "GBR"


def test_nothing_stated_gives_none() -> None:
    assert of_godfrey(person(None, rank="Air Marshal")) is None
    assert of_godfrey() is None


def test_ranks_come_latest_first_and_once_each() -> None:
    made = tables(
        persons=[
            person(rank="Air Vice-Marshal", article="old"),
            person(rank="Air Marshal", article="new"),
            person(rank="Air Marshal", article="newer"),
        ],
        posts=[post("godfrey", "Commander", rank="AM", article="old")],
        articles=[
            article("old", "2021-01-01"), article("new", "2025-04-09"),
            article("newer", "2025-05-01"),
        ],
    )  # fmt: skip
    found = ranks(made)
    assert found["rank"].tolist() == ["Air Marshal", "Air Vice-Marshal", "AM"]
    assert set(found["official"]) == {"godfrey"}
