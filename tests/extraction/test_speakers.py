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
        ("“No,” replied an unmoved Ann Gill.", ["Ann Gill"]),
        ("“No,” said a retired nurse.", ["a retired nurse"]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The sentence behind a quotation presents its speaker.
        ("“You can't eat it.”\n\nThis was how Ann Gill, 77, summed up the week.", "Ann Gill"),
        ("“You can't eat it.” So said Ann Gill on Tuesday.", "Ann Gill"),
        ("“You can't eat it.” That was Ann Gill’s verdict on the week.", "Ann Gill"),
        ("“You can't eat it,” were Ann Gill's parting words.", "Ann Gill"),
        # Words of somebody, in front of a colon or in the middle.
        ("Tom Roe was angry. His verdict: “You can't eat it.”", "Tom Roe"),
        ("Tom Roe was angry. His answer was short. “You can't eat it.”", "Tom Roe"),
        ("Ann Gill's message to voters was simple: “You can't eat it.”", "Ann Gill"),
        ("The fund is, in Ann Gill's words, “one good eye”.", "Ann Gill"),
        ("Ann Gill left. The fund was, in her own words, “one good eye”.", "Ann Gill"),
        ("The fund is, in the minister's words, “one good eye”.", "the minister"),
        # Near misses: a letter that says it says it; "in other words" is nobody's.
        ("Tom Roe's letter called it “a joke”.", "Tom Roe's letter"),
        ("In other words, “the fund is empty”, Tom Roe said.", "Tom Roe"),
    ],
)  # fmt: skip
def test_words_of_somebody_are_his(text: str, expected: str) -> None:
    assert speakers(text) == [[expected]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Gill left. According to her, the fund is empty.", "the fund is empty"),
        ("Tom Roe left. The fund is empty, according to him.", "The fund is empty"),
        ("Ann Gill announced last October that the fund was empty.", "the fund was empty"),
        ("Ann Gill announced two weeks ago that the fund was empty.", "the fund was empty"),
        ("Ann Gill wrote on X that the fund was empty.", "the fund was empty"),
        ("Ann Gill said later that the fund was empty.", "the fund was empty"),
        ("Ann Gill told our correspondent that the fund was empty.", "the fund was empty"),
        ("Ann Gill told a crowd of students in Leeds the fund was empty.", "the fund was empty"),
        ("Ann Gill made it clear that the fund was empty.", "the fund was empty"),
        ("Ann Gill made clear the fund was empty.", "the fund was empty"),
        ("Ann Gill says she once rang from a canoe.", "she once rang from a canoe"),
        ("The decree, printed on Monday, states that the fund is closed.", "the fund is closed"),
        ("Nobody had paid for the paint, the farmer swore.", "Nobody had paid for the paint"),
        ("The fund is empty, someone pointed out, and all went home.", "The fund is empty"),
        ("The caller, reached by telephone, said both had gone.", "both had gone"),
        ("A licence is needed, the minister in charge of space, Tom Roe, said on Friday.",
         "A licence is needed"),
    ],
)  # fmt: skip
def test_reported_clauses_begin_and_end_where_they_do(text: str, expected: str) -> None:
    spans = [
        text[span["start"] : span["end"]]
        for statement in extract(text)["statements"]
        for span in statement["spans"]
    ]
    assert spans == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Today the leaders of the fund agreed to meet.",
        "Ann Gill announced last October a new fund.",
        "The farmer swore at the fund.",
        "According to plan, the fund was closed.",
    ],
)
def test_what_reports_no_clause(text: str) -> None:
    assert speakers(text) == []


def test_a_transcripts_label_may_tell_the_post() -> None:
    text = (
        "GAIL HILL, MINISTER FOR PORTS: Morning.\n\nJOURNALIST: Six?\n\nHILL: Ten.\n\n"
        "ANN GILL, CHIEF EXECUTIVE, LUMEN ANTENNAS: Forty.\n\nJOURNALIST: Why?"
    )
    found = extract(text)
    assert speakers(text) == [["Gail Hill"], ["JOURNALIST"], ["Gail Hill"], ["Ann Gill"],
                              ["JOURNALIST"]]  # fmt: skip
    assert [(post["title"], post["organisation"]) for post in found["posts"]] == [
        ("Minister for Ports", None),
        ("Chief Executive", "Lumen Antennas"),
    ]
