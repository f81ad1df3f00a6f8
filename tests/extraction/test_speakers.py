"""Whom a title, a description, a pronoun or a noun of saying means: wordings and near misses."""

from __future__ import annotations

import pytest

from loaders.extraction import extract


def speakers(text: str) -> list[list[str]]:
    """The speakers of each statement, in order: the name, else as printed."""
    return [
        [speaker["name"] or speaker["as_printed"] for speaker in statement["speakers"]]
        for statement in extract(text)["statements"]
    ]


@pytest.mark.parametrize(
    ("text", "name", "rank"),
    [
        ("“No,” said Datin Siti Aminah.", "Siti Aminah", "Datin"),
        ("“No,” said Tan Sri Omar Bakar.", "Omar Bakar", "Tan Sri"),
        ("“No,” said Advocate Thandi Nkosi.", "Thandi Nkosi", "Advocate"),
        ("“No,” said Datuk M. Ravi Pillai.", "M. Ravi Pillai", "Datuk"),
        ("“No,” said the Honourable Grace Hill.", "Grace Hill", "Honourable"),
        # Monsieur has nothing but a family name behind him; "Sri" alone is no title.
        ("“No,” said M. Barnier.", "Barnier", "M."),
        ("“No,” said M. Ravi Pillai.", "M. Ravi Pillai", None),
        ("“No,” said Sri Mulyani.", "Sri Mulyani", None),
    ],
)
def test_honorifics_are_told_from_names(text: str, name: str, rank: str | None) -> None:
    (person,) = extract(text)["persons"]
    assert (person["name"], person["rank"]) == (name, rank)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A participle right behind the verb is an adjective, …
        ("“No,” said retired Adm. Tom Roe.", ["Tom Roe"]),
        ("“No,” said disgraced banker Tom Roe.", ["Tom Roe"]),
        ("“No,” said displaced residents.", ["displaced residents"]),
        # … a nameless speaker ends with the sentence, …
        ("“No,” said a Swiss officer. His chief, Gen. Tom Roe, left.", ["a Swiss officer"]),
        # … and who speaks for a body is not the body.
        ("A spokeswoman for Orbital Norte, a Chilean firm, called it “a joke”.",
         ["A spokeswoman for Orbital Norte"]),
        ("“Gold feeds nobody,” as Ann Gill, one of their leaders, put it.", ["Ann Gill"]),
        ("“Gold feeds nobody,” as Ann Gill put it.", ["Ann Gill"]),
        # Words of somebody are his, whatever became of them.
        ("Ann Gill's answer came by post. “Which fish?”", ["Ann Gill"]),
        ("Ann Gill’s first reaction was short. “Which fish?”", ["Ann Gill"]),
        ("The minister of state for nature, Tom Roe, was sent out. “It is wet.”", ["Tom Roe"]),
        # Who is quoted speaks, not who quotes; who issues a statement, not the statement.
        ("Ann Gill was quoted by the Herald as saying it was “a joke”.", ["Ann Gill"]),
        ("Ann Gill was quoted in Reuters as saying it was “a joke”.", ["Ann Gill"]),
        ("The chamber issued a statement calling it “a joke”.", ["The chamber"]),
        ("The union published a letter calling it “a joke”.", ["The union"]),
        ("A statement calling it “a joke” hung in the hall.", ["A statement"]),
    ],
)  # fmt: skip
def test_the_subject_of_an_attribution(text: str, expected: list[str]) -> None:
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "the 71-year-old Republican" is whom the text is about.
        ("Gov. Tom Roe left.\n\nThe 71-year-old Republican said it was “a joke”.", ["Tom Roe"]),
        ("Gov. Tom Roe left.\n\nThe two-term Republican said it was “a joke”.", ["Tom Roe"]),
        # A dairy farmer is not the ambassador; nor is a member of the Congress one of the Senate.
        ("“We lost,” said Ann Gill, a dairy farmer.\n\n“We won,” the Danish ambassador wrote.",
         ["the Danish ambassador"]),
        # Another sentence goes on with the same speaker, unless somebody else opens it.
        ("“It's a list,” Ann Gill said. Then, after a pause: “Let him pay.”", ["Ann Gill"]),
        ("“It's a list,” Ann Gill said. Later, from the back: “Let him pay.”", ["Ann Gill"]),
        ("“It's a list,” Ann Gill said. Then Tom Roe, after a pause: “Let him pay.”",
         ["Tom Roe"]),
        # Nobody reports himself by his full name.
        ("The two will meet, Ann Wi told us. Minister Tom Roe travels to Bonn, she added.",
         ["Ann Wi"]),
        ("The two will meet, Tom Wi told us. Minister Ed Roe travels to Bonn, he added.",
         ["Tom Wi"]),
        ("Harbour Association chairman Tom Roe, 58, agreed with Ed Pike. “We know,” he said.",
         ["Tom Roe"]),
    ],
)  # fmt: skip
def test_whom_the_last_statement_is_credited_to(text: str, expected: list[str]) -> None:
    assert speakers(text)[-1] == expected
