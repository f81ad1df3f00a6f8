"""What a statement's card says beside the words."""

from __future__ import annotations

from dashboard.atlas import Atlas
from dashboard.parts.statements import same_words
from tests.questions.by_hand import article, tables

ATLAS = Atlas(
    tables(
        articles=[
            article("a", title="Allies unite", publisher="A mirror", tier="copy"),
            *(article(name, title=name.upper(), publisher="Paper") for name in "bcde"),
        ]
    ),
    "v",
)


def test_other_prints_of_the_words_are_named_and_copies_called_so() -> None:
    assert same_words(ATLAS, ["a", "b"]) == (
        "The same words in “Allies unite”, A mirror, a copy; “B”, Paper"
    )


def test_of_many_prints_three_are_named() -> None:
    assert same_words(ATLAS, ["b", "c", "d", "e"]).endswith("“D”, Paper and 1 more")
