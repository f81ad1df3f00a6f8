"""Coalitions as sets: what holds for Python's sets holds here."""

from __future__ import annotations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from dashboard.questions.set_algebra import (
    by_number_of_coalitions,
    in_and_not_in,
    likeness,
    members,
    overlaps,
    verdicts,
)
from tests.questions.by_hand import coalition, day, member, tables

SETS = {
    "cspo": frozenset({"FRA", "GBR", "ITA", "USA"}),
    "ood": frozenset({"FRA", "GBR", "USA"}),
    "quad": frozenset({"JPN", "USA"}),
}


def test_members_are_those_on_the_day() -> None:
    made = tables(
        member("FRA", "cspo", start="2020-02-11"),
        member("DEU", "cspo", start="2019-12"),
        member("JPN", "cspo", attested="2023-12-07"),
        coalitions=[coalition("cspo"), coalition("ood")],
    )
    assert members(made, ["cspo", "ood"], day("2019-12-20")) == {
        "cspo": frozenset(),
        "ood": frozenset(),
    }
    assert members(made, ["cspo"], day("2019-12-20"), possibly=True) == {"cspo": {"DEU"}}
    assert members(made, ["cspo"], day("2024-01-01")) == {"cspo": {"FRA", "DEU", "JPN"}}


def test_only_what_a_source_says_is_a_no() -> None:
    roster = pd.DataFrame(
        [
            ("USA", "cspo", "member"), ("USA", "ood", "member"),
            ("GBR", "cspo", "member"), ("GBR", "ood", "possibly"),
            ("ITA", "cspo", "member"),
            ("FRA", "cspo", "not yet"), ("FRA", "ood", "member"),
            ("POL", "cspo", "other standing"), ("POL", "ood", "member"),
            ("CHL", "cspo", "left"), ("CHL", "ood", "member"),
            ("DEU", "cspo", "no evidence"), ("DEU", "ood", "member"),
        ],
        columns=["nation", "coalition", "state"],
    )  # fmt: skip
    sets = {
        "cspo": frozenset({"USA", "GBR", "ITA"}),
        "ood": frozenset({"USA", "FRA", "POL", "CHL", "DEU"}),
    }
    editions = {"cspo": ("cspo",), "ood": ("ood",)}
    assert verdicts(roster, sets, editions, ["cspo", "ood"]) == {
        "USA": "yes", "GBR": "possibly", "ITA": "no source says so", "FRA": "not yet",
        "POL": "in another standing", "CHL": "no", "DEU": "no source says so",
    }  # fmt: skip
    assert verdicts(roster, sets, editions, ["cspo"], ["ood"])["USA"] == "no"


def test_in_one_and_not_in_another() -> None:
    assert in_and_not_in(SETS, ["cspo"], ["ood"]) == ["ITA"]
    assert in_and_not_in(SETS, ["cspo", "quad"]) == ["USA"]
    assert in_and_not_in(SETS, [], ["cspo"]) == ["JPN"]
    assert in_and_not_in(SETS, ["unknown"]) == []


def test_overlaps_count_exact_combinations() -> None:
    frame = overlaps(SETS)
    assert frame.to_dict("records") == [
        {"coalitions": ("cspo", "ood"), "degree": 2, "size": 2, "nations": ("FRA", "GBR")},
        {"coalitions": ("cspo",), "degree": 1, "size": 1, "nations": ("ITA",)},
        {"coalitions": ("quad",), "degree": 1, "size": 1, "nations": ("JPN",)},
        {"coalitions": ("cspo", "ood", "quad"), "degree": 3, "size": 1, "nations": ("USA",)},
    ]
    assert len(overlaps(SETS, most=2)) == 2
    assert overlaps({}).empty


def test_likeness_is_what_is_shared_of_what_either_has() -> None:
    frame = likeness(SETS).set_index(["one", "other"])
    assert frame.loc[("cspo", "ood"), ["shared", "either", "jaccard", "share"]].tolist() == [
        3,
        4,
        0.75,
        0.75,
    ]
    assert frame.loc[("ood", "cspo"), "share"] == 1


def test_nations_by_number_of_coalitions() -> None:
    frame = by_number_of_coalitions(SETS)
    assert frame.to_numpy().tolist()[:2] == [
        ["USA", 3, ("cspo", "ood", "quad")],
        ["FRA", 2, ("cspo", "ood")],
    ]


ANY_SETS = st.dictionaries(
    st.sampled_from("pqrst"), st.frozensets(st.sampled_from(["FRA", "GBR", "ITA", "JPN", "USA"]))
)


@given(ANY_SETS, st.sets(st.sampled_from("pqrst")), st.sets(st.sampled_from("pqrst")))
def test_it_agrees_with_python_s_sets(
    sets: dict[str, frozenset[str]], inside: set[str], outside: set[str]
) -> None:
    every = set().union(*sets.values())
    expected = {
        nation
        for nation in every
        if all(nation in sets.get(slug, ()) for slug in inside)
        and not any(nation in sets.get(slug, ()) for slug in outside)
    }
    assert in_and_not_in(sets, inside, outside) == sorted(expected)


@given(ANY_SETS)
def test_each_nation_is_in_exactly_one_combination(sets: dict[str, frozenset[str]]) -> None:
    frame = overlaps(sets)
    listed = [nation for nations in frame["nations"] for nation in nations]
    assert sorted(listed) == sorted(set().union(*sets.values()))
    for row in frame.itertuples():
        for nation in row.nations:
            assert row.coalitions == tuple(s for s in sets if nation in sets[s])


@given(ANY_SETS)
def test_likeness_agrees_with_python_s_sets(sets: dict[str, frozenset[str]]) -> None:
    for row in likeness(sets).itertuples():
        one, other = sets[row.one], sets[row.other]
        assert (row.shared, row.either) == (len(one & other), len(one | other))
