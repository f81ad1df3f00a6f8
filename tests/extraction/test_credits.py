"""Whom words are credited to, in the wordings of `credit_wordings.yaml` and a few longer ones.

A new wording is a line of that table.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from loaders.extraction import extract
from loaders.extraction.language.vocabulary import parse_yaml

TABLE: Any = parse_yaml(
    (Path(__file__).parent / "credit_wordings.yaml").read_text(encoding="utf-8")
)
READINGS = {
    "speakers": lambda text: last_speakers(text),
    "words": lambda text: [words for words, _ in said(text)],
    "statements": lambda text: [[words, speakers] for words, speakers in said(text)],
}
ROWS = [
    pytest.param(row["text"], reading, row[reading], id=f"{family}: {row['text'][:50]}")
    for family, rows in TABLE.items()
    for row in rows
    for reading in READINGS.keys() & row.keys()
]


def said(text: str) -> list[tuple[str, list[str]]]:
    """The words of each statement, and its speakers (name, else as printed)."""
    return [
        (
            " … ".join(text[span["start"] : span["end"]] for span in statement["spans"]),
            [speaker["name"] or speaker["as_printed"] for speaker in statement["speakers"]],
        )
        for statement in extract(text)["statements"]
    ]


def last_speakers(text: str) -> list[str]:
    """Whom the last statement is credited to."""
    return said(text)[-1][1]


@pytest.mark.parametrize(("text", "reading", "expected"), ROWS)
def test_each_wording_credits_its_words(text: str, reading: str, expected: list[Any]) -> None:
    assert READINGS[reading](text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jim Roe MP, Labour’s shadow defence secretary, spoke.",
         ["shadow defence secretary"]),
        ("U.S. Attorney Gen. Ann Gill spoke.", ["Attorney Gen."]),
        ("Union Minister Ann Gill spoke.", ["Union Minister"]),
        ("Eric H. Roe, Jr., the 82nd Attorney General of the United States, spoke.",
         ["Attorney General"]),
    ],
)  # fmt: skip
def test_posts_beside_letters_and_suffixes(text: str, expected: list[str]) -> None:
    assert [post["title"] for post in extract(text)["posts"]] == expected


def test_a_headlines_words_are_of_whom_it_names() -> None:
    body = "\n\nTom Roe spoke at length on Monday.\n"
    assert said("‘We will win’: Tom Roe attacks the bill" + body)[0] == ("We will win", ["Tom Roe"])
    assert said("‘We will win’: Sparks fly in the House" + body) == []
    assert said("“We win” – Roe and Ann Gill engage in a row" + body) == []


def test_a_headlines_verb_ends_the_name() -> None:
    text = (
        "Ann Gill Asks Tom Roe About Ethics Probe\n\nTom Roe and Ann Gill met. Gill left early.\n"
    )
    names = {person["name"] for person in extract(text)["persons"]}
    assert names == {"Ann Gill", "Tom Roe"}
    headline = "Kamala Roe condemns court, says ‘this is not over’\n\nIt was late on Monday.\n"
    assert last_speakers(headline) == ["Kamala Roe"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ann Gill left, saying “this is not over.”", "direct"),
        ("Ann Gill said “we haven’t started yet” on Monday.", "direct"),
        ("Ann Gill said “not over by far” was her view.", "partial"),
    ],
)
def test_a_pronoun_with_its_verb_is_a_whole_clause(text: str, kind: str) -> None:
    assert [statement["kind"] for statement in extract(text)["statements"]] == [kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Former technology and innovation officer Charles Roe spoke.",
         ["technology and innovation officer"]),
        ("Supreme Allied Commander Europe USAF Gen. Philip Roe spoke.",
         ["Supreme Allied Commander Europe"]),
        ("Manager of opposition business Ann Roe spoke.", ["Manager of opposition business"]),
        ("Then-President Barack Roe spoke.", ["President"]),
        ("Maj. Gen. Curtis Roe, Ret., former head of the Research Laboratory, spoke.", ["head"]),
        ("A friend of opposition leader Ann Roe spoke.", ["opposition leader"]),
        ("The head of the office John Gill spoke.", []),
    ],
)  # fmt: skip
def test_titles_of_more_than_one_field(text: str, expected: list[str]) -> None:
    assert [post["title"] for post in extract(text)["posts"]] == expected
