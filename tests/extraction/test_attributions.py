"""Who is credited when the attribution takes an unusual shape: three wordings each, near misses."""

from __future__ import annotations

import pytest

from loaders.extraction import extract


def said(text: str) -> list[tuple[str, list[str]]]:
    """The words of each statement, and its speakers (name, else as printed)."""
    return [
        (
            " … ".join(text[span["start"] : span["end"]] for span in statement["spans"]),
            [speaker["name"] or speaker["as_printed"] for speaker in statement["speakers"]],
        )
        for statement in extract(text)["statements"]
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A noun that no list knows speaks by its place.
        ("The ferry was late again, stokers said.", ("The ferry was late again", ["stokers"])),
        ("“Nobody rang,” the sommelier said.", ("Nobody rang,", ["the sommelier"])),
        ("“Who goes there?” asked a voice from the shed.", ("Who goes there?", ["a voice"])),
        # The attribution that ends the sentence owns all of it.
        ("Roth has written to her, saying she may stay, Ann Gill said.",
         ("Roth has written to her, saying she may stay", ["Ann Gill"])),
        ("The bridge that engineers say is unsafe will close, officials in Bern said.",
         ("The bridge that engineers say is unsafe will close", ["officials in Bern"])),
        ("The bill is three times too high, says an audit published in May.",
         ("The bill is three times too high", ["an audit"])),
        ("Another ship was ordered, the yard's director, Marek Bielski, told reporters.",
         ("Another ship was ordered", ["Marek Bielski"])),
        # An opening clause with a comma of its own is part of what was said.
        ("Since it is a joint command, all services take part, Ann Gill said.",
         ("Since it is a joint command, all services take part", ["Ann Gill"])),
        # Asides between dashes, relative clauses, participles.
        ("A group of nine senators — led by Sen. Ann Gill and Tom Roe — said the deal was near.",
         ("the deal was near", ["A group of nine senators"])),
        ("Tom Roe, seen as a rival of Ann Gill, told the Herald that he would run.",
         ("he would run", ["Tom Roe"])),
        ("Calling the plan “a stunt”, Ann Gill left the chamber.", ("a stunt", ["Ann Gill"])),
        ("That got Ann Gill on her feet, saying she had been within her rights.",
         ("she had been within her rights", ["Ann Gill"])),
        # Speech to come.
        ("Ann Gill will warn ministers that the fund is empty.",
         ("the fund is empty", ["Ann Gill"])),
        ("“The fund is empty,” Ann Gill is expected to say.", ("The fund is empty,", ["Ann Gill"])),
        ("Ann Gill will say the fund is empty.", ("the fund is empty", ["Ann Gill"])),
        # Agencies hand on what others said.
        ("“I will walk,” the Herald quoted Ann Gill as saying.", ("I will walk,", ["Ann Gill"])),
        ("Ann Gill declared she would walk, reports Reuters.", ("she would walk", ["Ann Gill"])),
        # A statement read out by somebody is a statement still.
        ("The party in a statement signed by its secretary, Tom Roe, said the vote was rigged.",
         ("the vote was rigged", ["The party"])),
        # A weighing verb inside what another verb reports.
        ("Ann Gill told a daily that the sides had agreed on “nine tenths of it”.",
         ("nine tenths of it", ["Ann Gill"])),
        # A noun of saying with its owner.
        ("The row broke out over Ann Gill's claim that the board was “asleep at the wheel”.",
         ("asleep at the wheel", ["Ann Gill"])),
        ("Ann Gill spoke of “a bad joke”.", ("a bad joke", ["Ann Gill"])),
        # Downing Street by its number.
        ("No 10 said there would be no reprieve.", ("there would be no reprieve", ["No 10"])),
        # Sloppy copy: no comma, no full stop, two apostrophes for a mark.
        ("“They are in the gutter. We are not.” Ann Gill said",
         ("They are in the gutter. We are not.", ["Ann Gill"])),
        ("''They are in the gutter,'' Ann Gill said.", ("They are in the gutter,", ["Ann Gill"])),
        # Datelines are no speakers.
        ("Abuja, Nigeria – Ann Gill rejected the count, accusing the board of “collusion”.",
         ("collusion", ["Ann Gill"])),
    ],
)  # fmt: skip
def test_one_statement_and_its_speaker(text: str, expected: tuple[str, list[str]]) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Three senators voted “no”.",
        "The “yes” vote won.",
        "The paper makes news by quoting “informed officials”.",
        "The radar is “the eye of the valley”.",
        "Ann Gill saw results announced by the commission.",
        "Gill acknowledged the loyalties some members may have.",
        "The states that signed are nine.",
        "Wholesalers deny that they hoard.",
    ],
)
def test_words_spoken_of_are_not_spoken(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Gill and other Labour MPs said it was over.", ["Ann Gill", "other Labour MPs"]),
        ("Ann Gill, R-Ohio, and two colleagues said it was over.", ["Ann Gill", "two colleagues"]),
        ("Ann Gill and Tom Roe said it was over.", ["Ann Gill", "Tom Roe"]),
        ("Sailors marched to Port Gill and Tom Roe said it was over.", ["Tom Roe"]),
        ("Allies of party chairman Tom Roe said it was over.",
         ["Allies of party chairman Tom Roe"]),
    ],
)  # fmt: skip
def test_several_speakers_and_those_they_hang_on(text: str, names: list[str]) -> None:
    assert [speakers for _, speakers in said(text)] == [names]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tom Roe denied it on Monday. “I was asleep,” the home secretary said.", "Tom Roe"),
        ("France's foreign minister said talks would go on. Luc Roy had met envoys in Bonn.",
         "Luc Roy"),
        ("The yard will close, its director said. Tom Roe told staff in June.", "Tom Roe"),
        ("NDP Leader Ann Gill met Conservative Leader Tom Roe. “No,” the NDP leader said.",
         "Ann Gill"),
        ("Tom Roe spoke. “I was asleep,” the president said.", "the president"),
        ("Tom Roe spoke. The judge for the north rose. “I was asleep,” the judge said.",
         "the judge"),
    ],
)  # fmt: skip
def test_a_description_means_whom_the_text_is_about(text: str, name: str) -> None:
    assert name in [speaker for _, speakers in said(text) for speaker in speakers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wing Commander Tom Roe said:\n\nWe flew nine hours over the sea.\n\n"
         "It taught us how our allies work.\n\nThe jets have gone home.",
         [("We flew nine hours over the sea. … It taught us how our allies work.", ["Tom Roe"])]),
        ("A Downing Street spokesperson said:\n\nThe Prime Minister rang the King today.\n\n"
         "They agreed to meet.",
         [("The Prime Minister rang the King today. … They agreed to meet.",
           ["A Downing Street spokesperson"])]),
        ("Ann Gill told the house:\n\nYou cannot spend your way out of this one today.",
         [("You cannot spend your way out of this one today.", ["Ann Gill"])]),
        ("The minister said:\n\nThe road opens in May and the bridge in June.", []),
        ("The steps are these:\n\nWe share what we see in orbit with our allies.", []),
    ],
)  # fmt: skip
def test_a_colon_and_the_first_person_make_a_quotation_without_marks(
    text: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert said(text) == expected


def test_a_quotation_goes_on_behind_a_caption() -> None:
    text = (
        "Ann Gill said: “We came by sea.\n\nThe harbour at dusk\n\n"
        "“We left by road, and nobody saw us go.”"
    )
    assert [speakers for _, speakers in said(text)] == [["Ann Gill"], ["Ann Gill"]]


def test_people_named_in_quotations_are_persons_but_not_whom_a_pronoun_means() -> None:
    text = (
        "“I congratulate Air Marshal Ann Gill on the post,” Tom Roe said. "
        "“It is a dream,” Air Marshal Gill said."
    )
    assert [speakers for _, speakers in said(text)] == [["Tom Roe"], ["Ann Gill"]]
    assert [person["name"] for person in extract(text)["persons"]] == ["Ann Gill", "Tom Roe"]


def test_a_family_name_with_a_particle_waits_for_its_first_name() -> None:
    text = "Le Roux claims a win\n\nMarine Le Roux spoke on Monday. “We won,” Le Roux said."
    assert said(text)[-1] == ("We won,", ["Marine Le Roux"])


def a_speech(title: str, body: str) -> list[tuple[str, list[str]]]:
    """The statements of a text under a title."""
    text = f"---\ntitle: {title}\n---\n\n{body}\n"
    return [
        (statement["rule"], [speaker["name"] for speaker in statement["speakers"]])
        for statement in extract(text)["statements"]
    ]


SPEECH = (
    "I thank the crew, and we owe them more.\n\n(Applause.)\n\n"
    "My father used to say that we all do."
)


@pytest.mark.parametrize(
    "title",
    [
        "Remarks by President Ann Gill at the Harbour",
        "Statement from Defence Secretary Ann Gill",
        "Prepared Remarks of President Ann Gill",
    ],
)
def test_remarks_without_labels_are_the_words_of_whom_the_title_names(title: str) -> None:
    assert a_speech(title, SPEECH) == [("the title's speaker", ["Ann Gill"])]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Remarks by President Ann Gill and Prime Minister Tom Roe",
            "I thank you, and we will go.",
        ),
        ("Statement by President Ann Gill", "The harbour was closed in May and will open in June."),
        ("Ann Gill visits the harbour", "I thank you, and we will go."),
    ],
)
def test_other_texts_are_nobodys_speech(title: str, body: str) -> None:
    assert a_speech(title, body) == []
