"""Who said what: one small text per shape of attribution, and its near misses."""

from __future__ import annotations

import pytest

from loaders.extraction import extract


def said(text: str) -> list[tuple[str, list[str], list[str | None]]]:
    """Kind, the quoted or reported words, and the speakers (name, else as printed)."""
    return [
        (
            statement["kind"],
            [text[span["start"] : span["end"]] for span in statement["spans"]],
            [speaker["name"] or speaker["as_printed"] for speaker in statement["speakers"]],
        )
        for statement in extract(text)["statements"]
    ]


WHITING = "Gen. Stephen Whiting commands the force.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We must match that pace," said Whiting.', "We must match that pace,"),
        ('"We must match that pace," Whiting said.', "We must match that pace,"),
        ('Whiting said, "We must match that pace."', "We must match that pace."),
        ('Whiting said: "We must match that pace."', "We must match that pace."),
        ('"We must match that pace," Whiting, head of the body, said.', "We must match that pace,"),
        ("“We must match that pace,” Whiting told reporters Monday.", "We must match that pace,"),
        ("‘We must match that pace,’ said Whiting.", "We must match that pace,"),
        ("„We must match that pace“, said Whiting.", "We must match that pace"),
        ("« We must match that pace », said Whiting.", "We must match that pace"),
        ("``We must match that pace,'' Whiting said.", "We must match that pace,"),
        ('"We must match that pace," according to Whiting.', "We must match that pace,"),
        ('"We must match that pace," as Whiting put it.', "We must match that pace,"),
        ('"We must match that pace," he said.', "We must match that pace,"),
        ('"We must match that pace," the general said.', "We must match that pace,"),
        ('It drew fire, with Whiting saying "we must match it."', "we must match it."),
        ('"We must match that pace."\n— Gen. Stephen Whiting', "We must match that pace."),
        ('Whiting praised them and said: "We must match that pace."', "We must match that pace."),
    ],
)  # fmt: skip
def test_a_quotation_goes_to_its_speaker(text: str, expected: str) -> None:
    found = said(WHITING + text)
    assert [(spans, names) for _, spans, names in found] == [([expected], ["Stephen Whiting"])]


def test_one_quotation_split_by_its_attribution_is_one_statement() -> None:
    text = '"We are building a coalition," said Gen. Chance Saltzman. "It takes work."'
    assert said(text) == [
        ("direct", ["We are building a coalition,", "It takes work."], ["Chance Saltzman"])
    ]


def test_another_sentence_between_two_quotations_makes_two_statements() -> None:
    text = (
        'Lt. Gen. May Smith was late. "I ran," Smith said. The room laughed at that for a while. '
        '"Not fast."'
    )
    assert [spans for _, spans, _ in said(text)] == [["I ran,"], ["Not fast."]]


def test_a_quotation_over_paragraphs_is_one_statement_with_a_span_each() -> None:
    text = "Jane Doe said: “One.\n\n“Two.\n\n“Three.”"
    assert said(text) == [("direct", ["One.", "Two.", "Three."], ["Jane Doe"])]


def test_fragments_in_one_sentence_are_one_partial_statement() -> None:
    text = "Jane Doe called the plan “cruel” and “unserious.”"
    assert said(text) == [("partial", ["cruel", "unserious."], ["Jane Doe"])]


@pytest.mark.parametrize(
    ("text", "clause", "speaker"),
    [
        ("Officials warned that the gap would be a challenge.",
         "the gap would be a challenge", "Officials"),
        ("The gap would be a challenge, officials warned.",
         "The gap would be a challenge", "officials"),
        ("Jane Doe told reporters on Monday that the deal was dead.",
         "the deal was dead", "Jane Doe"),
        ("According to the report, the cell rewrote its orders twice.",
         "the cell rewrote its orders twice", "the report"),
        ("Doha spoke of peace. Jane Doe disagreed—saying allies still want to be included.",
         "allies still want to be included", "Jane Doe"),
        ("TOULOUSE, France, March 28 – The exercise was a success, Jane Doe said.",
         "The exercise was a success", "Jane Doe"),
        ("Jane Doe told the state assembly on Friday that no soldier would march.",
         "no soldier would march", "Jane Doe"),
        ("Peru will leave, its foreign ministry said on Thursday, leaving five members.",
         "Peru will leave", "its foreign ministry"),
        ("U.S. and European space leaders said the need was great.",
         "the need was great", "U.S. and European space leaders"),
        ("Two officials familiar with the talks said a deal was near.",
         "a deal was near", "Two officials"),
        ("The leaders stressed the need to share data.",
         "the need to share data", "The leaders"),
    ],
)  # fmt: skip
def test_a_reported_clause_is_an_indirect_statement(text: str, clause: str, speaker: str) -> None:
    assert said(text) == [("indirect", [clause], [speaker])]


@pytest.mark.parametrize(
    "text",
    [
        "The service will unveil the “International Space Strategy” in the coming weeks.",
        "A song named “Standby Passenger” was played.",
        "The so-called “ghost timetable” has become a joke.",
        "Gen. John “Jay” Raymond retired.",
        'The rock was 12" wide and 5" deep.',
        "If all goes according to plan, the review takes place in May.",
        "The ferry operator declined to comment.",
        "She would not say whether the deal was dead.",
        "Across all of her engagements, Jane Doe emphasized partnership.",
        "The Baltic states have learned more from accidents.",
        "“This is our moment” was the slogan on the banner.",
        "The car stopped, and a man observed.",
        "Leaders agreed to build a fund that will pay.",
        "One of the things that he said was wrong.",
        "I said that we would build this school.",
        "They met in other Indo-Pacific states that are at risk.",
    ],
)
def test_near_misses_are_no_statements(text: str) -> None:
    assert said(text) == []


def test_an_apostrophe_does_not_close_a_quotation_in_single_marks() -> None:
    text = "‘Our allies’ support is what counts,’ said Jane Doe."
    assert said(text) == [("direct", ["Our allies’ support is what counts,"], ["Jane Doe"])]


def test_a_transcript_yields_a_statement_per_turn() -> None:
    text = (
        "MS. PSAKI:  Good afternoon.  I have one item.\n\nIt is long.\n\n(Laughter.)\n\n"
        "Q    Is it?\n\nMS. PSAKI:  It is."
    )
    assert said(text) == [
        ("direct", ["Good afternoon.  I have one item.", "It is long."], ["Psaki"]),
        ("direct", ["Is it?"], ["Q"]),
        ("direct", ["It is."], ["Psaki"]),
    ]


@pytest.mark.parametrize(
    ("title", "label", "name"),
    [
        ("Gaggle by Press Secretary Jen Psaki Aboard Air Force One", "MS. PSAKI", "Jen Psaki"),
        ("Briefing by Press Secretary Jen Psaki and Secretary of Commerce Gina Raimondo",
         "SECRETARY RAIMONDO", "Gina Raimondo"),
        ("Remarks by President Joe Biden and Vice President Harris", "THE PRESIDENT", "Joe Biden"),
        ("Remarks by President Moon Jae-in of the Republic of Korea", "PRESIDENT MOON",
         "Moon Jae-in"),
        ("Briefing by National Security Advisor Jake Sullivan", "MR. SULLIVCAN", "Jake Sullivan"),
    ],
)  # fmt: skip
def test_a_label_means_whom_the_headline_names(title: str, label: str, name: str) -> None:
    text = f"---\ntitle: {title}\n---\n{label}: It is.\n\nQ Is it?\n\n{label}: It was.\n"
    assert [names for _, _, names in said(text)] == [[name], ["Q"], [name]]


def test_capitals_with_a_colon_alone_make_no_transcript() -> None:
    assert said("HUD: The agency waits.\n\nVA: The agency acts.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sherrod Pace ran again. “It is time,” the Ohio Democrat said.", "Sherrod Pace"),
        ("Minister Jane Roe met her Danish counterpart, Lars Holm. "
         "“Yes,” the Danish minister said.", "Lars Holm"),
        ("Ann Ruiz, head of the Space Agency, met Peter Long, head of the budget office. "
         "“Yes,” the head of the Space Agency said.", "Ann Ruiz"),
        ("Former Prime Minister Ann Cole met her successor, Bob Dale. "
         "“Yes,” the former prime minister said.", "Ann Cole"),
        ("President Joseph R. Biden spoke. “Yes,” Joe Biden said.", "Joseph R. Biden"),
    ],
)  # fmt: skip
def test_a_description_means_whom_it_fits(text: str, name: str) -> None:
    assert said(text)[-1][2] == [name]


def test_an_unnamed_official_stays_unnamed() -> None:
    text = (
        "Inés Brandoni spoke. A senior official at the ministry acknowledged one letter. "
        "“It was short,” the official said."
    )
    assert said(text)[-1][2] == ["the official"]


def test_the_day_of_saying_may_stand_behind_an_apposition() -> None:
    text = '"We are ready," said Gen. Ann Lee, commander of U.S. Space Command, on Monday.'
    assert extract(text, published="2025-06-04")["statements"][0]["date"] == "2025-06-02"


def test_a_pronoun_agrees_with_the_speaker_in_gender() -> None:
    text = (
        "Anna Field met Tom Baker on Monday. “It was a shambles,” Baker said. "
        "Field was unmoved.\n\n“I am sorry,” she said."
    )
    assert said(text)[-1] == ("direct", ["I am sorry,"], ["Anna Field"])


def test_two_possible_persons_leave_the_pronoun_unresolved_with_a_problem() -> None:
    text = "Ben Ryder and Tom Kirkby wrote it. “It fits on one page,” he said."
    result = extract(text)
    assert result["statements"][0]["speakers"][0]["name"] is None
    assert [problem["kind"] for problem in result["problems"]] == ["unresolved speaker"]


def test_offsets_count_in_the_file_with_its_line_ends_and_invisible_characters() -> None:
    text = "\ufeff“We are\r\nbuil\u00adding,” said\u00a0Jane Doe.\r\n"
    statement = extract(text)["statements"][0]
    span = statement["spans"][0]
    source = text.removeprefix("\ufeff")
    assert source[span["start"] : span["end"]] == "We are\r\nbuil\u00adding,"
    assert statement["text"] == "We are building,"
