"""Capitals that stand for their governments, and those that are only places."""

from __future__ import annotations

import pytest

from loaders.extraction import extract
from loaders.extraction.nations.governments import with_governments
from loaders.extraction.nations.mentions import find_nations


def governments(text: str) -> list[tuple[str, str]]:
    """The capitals read as governments: as printed, and their nations."""
    mentions = find_nations(text).mentions
    added = [m for m in with_governments(text, mentions) if m not in mentions]
    return [(text[m.start : m.end], m.nation) for m in added]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Poland is in. Warsaw will send two officers.", [("Warsaw", "POL")]),
        ("Poland came in 2023. Warsaw will send two officers.", [("Warsaw", "POL")]),
        ("Chinese aid is welcome, but Beijing wants a say.", [("Beijing", "CHN")]),
        ("Japan signed with Tokyo's usual care.", [("Tokyo", "JPN")]),
        ("South Korea and Japan agreed; Tokyo and Seoul meet again in May.",
         [("Tokyo", "JPN"), ("Seoul", "KOR")]),
        ("France objected: “Paris has no plans,” a diplomat said.", [("Paris", "FRA")]),
    ],
)  # fmt: skip
def test_a_capital_acts_for_a_nation_that_the_text_names(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert governments(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Warsaw will send two officers.",
        "Poland hosts. Officers met in Warsaw.",
        "Poland hosts. The Warsaw meeting went well.",
        "Poland hosts. Officers met in Prague, Warsaw and Vienna.",
        "WARSAW, Poland — Officers met.",
        "Warsaw (AP) — Poland was pleased.",
        "France voted. The Paris Agreement stands.",
        "France voted. Paris Club creditors met.",
        "American law: Oregon and Washington have passed it.",
        "Americans admire Washington and Lincoln.",
        "Poland is a Warsaw-based firm's best customer.",
        "Poland sent Fort Warsaw a letter.",
        "Poland hosts. Northern cell - Warsaw. Officers disagree.",
    ],
)
def test_a_capital_that_is_a_place_or_part_of_a_name_is_none(text: str) -> None:
    assert governments(text) == []


def test_a_capital_is_never_a_mention_of_its_nation() -> None:
    result = extract("Poland is in. Warsaw will send two officers.")
    assert [(m["nation"], m["start"]) for m in result["mentions"]] == [("POL", 0)]
