"""The directory of officials: who is listed, in which order, under which filters."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.atlas import Atlas
from dashboard.filters import Filters
from dashboard.questions.corpus import corpus_of
from dashboard.questions.directory import (
    Directory,
    Listing,
    Trait,
    directory_of,
    listed,
    number_listed,
)
from tests.questions.by_hand import (
    announcement,
    coalition,
    day,
    fact,
    post,
    statement,
    tables,
)


def official(slug: str, **more: Any) -> dict[str, Any]:
    return {"slug": slug, "name": slug.title(), "family_name": slug, **more}


@pytest.fixture(scope="module")
def directory() -> Directory:
    made = tables(
        statements=[
            statement("One.", "whiting", date="2024-05-01", coalitions=["s24"]),
            statement("Two.", "whiting", date="2025-05-01"),
            statement("Three.", "adam", date="2025-06-01", nations=["JPN"]),
        ],
        officials=[
            official("whiting"), official("adam", other_names=["P. Adam"]), official("mute"),
        ],
        persons=[
            {**fact("a.n1", "a"), "official": "mute", "nationality": "FRA",
             "nationality_from": "stated"},
        ],
        posts=[
            post("whiting", "Deputy", start="2018-01-01", end="2020-01-01",
                 organisation="Old Command"),
            post("whiting", "Commander", start="2024-01-10", organisation_nation="USA"),
            post("adam", "Commander", attested="2025-06-01", organisation="Command of Space",
                 organisation_nation="FRA"),
        ],
        announcements=[
            announcement("e", "2025-01-01", coalitions=["cspo"], officials=["mute"]),
        ],
        coalitions=[coalition("cspo"), coalition("s"), coalition("s24", parent="s")],
    )  # fmt: skip
    return directory_of(corpus_of(Atlas(made, "v1")), day("2025-12-31"))


def names(directory: Directory, words: str = "", **choice: Any) -> list[str]:
    chosen = {str(trait): choice.pop(trait) for trait in Trait if trait in choice}
    order = choice.pop("order", Listing.STATEMENTS)
    rows, _ = listed(directory, words, Filters(**choice), chosen, order)
    assert number_listed(directory, words, Filters(**choice), chosen) == len(rows)
    return rows["name"].tolist()


def test_those_with_most_statements_come_first_or_all_by_name(directory: Directory) -> None:
    assert names(directory) == ["Whiting", "Adam", "Mute"]
    assert names(directory, order=Listing.NAME) == ["Adam", "Mute", "Whiting"]


def test_the_post_told_is_the_one_held(directory: Directory) -> None:
    rows, _ = listed(directory, "whiting", Filters(), {})
    assert rows["post"].tolist() == ["Commander, U.S. Space Command"]
    assert rows["posts"].tolist() == [2]


def test_words_are_looked_for_in_names_and_all_posts(directory: Directory) -> None:
    assert names(directory, "commander") == ["Whiting", "Adam"]
    assert names(directory, "old deputy") == ["Whiting"]
    assert names(directory, "p. adam") == ["Adam"]
    assert names(directory, "commander mute") == []


def test_facets_count_officials(directory: Directory) -> None:
    _, found = listed(directory, "", Filters(), {})
    counts = {
        name: {count.value: count.rows for count in counts} for name, counts in found.counts.items()
    }
    assert counts == {
        Trait.NATIONALITY: {"FRA": 1},
        Trait.ORGANISATION: {"U.S. Space Command": 1, "Old Command": 1, "Command of Space": 1},
        Trait.POST_NATION: {"USA": 1, "FRA": 1},
        Trait.COALITION: {"s": 1, "s24": 1, "cspo": 1},
    }
    assert names(directory, organisation=["Old Command"]) == ["Whiting"]


def test_filters_keep_who_spoke_or_is_named_within_them(directory: Directory) -> None:
    assert names(directory, coalitions=("s",)) == ["Whiting"]
    assert names(directory, coalitions=("cspo",)) == ["Mute"]
    assert names(directory, first=day("2025-05-15")) == ["Adam"]
    rows, _ = listed(directory, "", Filters(first=day("2025-01-15")), {})
    assert dict(zip(rows["name"], rows["statements"], strict=True)) == {"Whiting": 1, "Adam": 1}


def test_a_nation_lists_its_own_officials_even_if_they_said_nothing(directory: Directory) -> None:
    assert names(directory, nations=("FRA",)) == ["Adam", "Mute"]
    assert names(directory, nations=("JPN",)) == ["Adam"]
    assert names(directory, nations=("FRA",), coalitions=("s",)) == []


def test_an_atlas_without_officials_has_an_empty_directory() -> None:
    empty = directory_of(corpus_of(Atlas(tables(), "v1")), day("2025-12-31"))
    assert names(empty) == []
