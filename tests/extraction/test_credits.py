"""Who is credited in wordings that news writes: three each, with the near misses beside them."""

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


def last_speakers(text: str) -> list[str]:
    """Whom the last statement is credited to."""
    return said(text)[-1][1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Infinitives that tell what was said.
        ("Tom Roe went on to say that the ferry was late.", ["Tom Roe"]),
        ("Tom Roe went on to add: “We lost.”", ["Tom Roe"]),
        ("The row prompted Ann Gill to say “enough” this morning.", ["Ann Gill"]),
        # Another person's turn: the phrase behind the comma, not the one that introduces.
        ("Prompting laughter in the Commons, the chancellor, however, insisted it was “fine”.",
         ["the chancellor"]),
        ("In a letter to the committee, the auditor, nevertheless, warned it was late.",
         ["the auditor"]),
        ("A spokeswoman for Orbital, a Canadian firm, said it was late.",
         ["A spokeswoman for Orbital"]),
        # What "which" and "who" stand for.
        ("Ann Gill and Tom Roe signed the letter, which warned that the fund “cannot go on”.",
         ["the letter"]),
        ("The words drew a strong reply from union leaders, who argued that the fund was growing.",
         ["union leaders"]),
        # A noun in the plural is no verb.
        ("The deal “won over many,” an extension of the tax credits, The Daily Herald said.",
         ["The Daily Herald"]),
        # Verbs at the end of the sentence.
        ("Ministers should “think again” about the ferry, a Labour MP has urged.",
         ["a Labour MP"]),
        # The sentence before says who goes on.
        ("Sen. Ann Gill hedged, saying they were “close.” But asked when there would be a bill, "
         "added: “Today.”", ["Ann Gill"]),
        ("Gill suggested that Roe was worried by it, implying that the party was weak.", ["Gill"]),
        ("Raipur: Former judge Ann Gill met the press on Friday, stating, “We are done.”",
         ["Ann Gill"]),
        ("BJP MP and national spokesperson, Ann Gill met them and further stated that it was late.",
         ["Ann Gill"]),
        ("The Opposition Leader suggested the ferry would sink.", ["The Opposition Leader"]),
        ("The APC campaign said no party can own the vote.", ["The APC campaign"]),
        ("Tom Roe told the board at a forum in Aspen, Colo., on Aug. 24 that the yard is closing.",
         ["Tom Roe"]),
        ("“Wait,” the Chesterfield MP said.", ["the Chesterfield MP"]),
    ],
)  # fmt: skip
def test_whom_the_words_are_credited_to(text: str, expected: list[str]) -> None:
    assert last_speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Will Quill confirmed he was leaving.", ["Will Quill"]),
        ("The minister, Will Quill, said it was late.", ["Will Quill"]),
        ("“Will Trump win?” Ann Gill asked.", ["Ann Gill"]),
        ("“No,” said Xola Dlamini MP.", ["Xola Dlamini"]),
        ("The Labour Party MP said it was late.", ["The Labour Party MP"]),
        # The prime minister is whoever is known as such and not called something else.
        ("Boris Johnson was accused by Ann Gill. The prime minister said it was late.",
         ["Boris Johnson"]),
        ("“It was you,” Keir Starmer told Boris Johnson. The prime minister replied: “No.”",
         ["Boris Johnson"]),
        ("Ann Gill, the education secretary, said so. The prime minister said it was late.",
         ["The prime minister"]),
        # A party's chairman may be called its spokesman, a minister is not.
        ("Yusuf Bello, chairman of the party, spoke. “We won,” he said. "
         "The party spokesman added that it was late.", ["Yusuf Bello"]),
        ("Yusuf Bello, governor of Kano, spoke. “We won,” he said. "
         "The party spokesman added that it was late.", ["The party spokesman"]),
        # The sentence's own subject has no name.
        ("Ann Gill won. Tom Roe lost. A minister resigned as he said it was late.", ["he"]),
        # Gender tells which of two.
        ("They included Lee Chalk and Laura Trott. She said it was late.", ["Laura Trott"]),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, expected: list[str]) -> None:
    assert last_speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Gill told “Morning Country” that “the well is dry.”", ["the well is dry."]),
        ("Ann Gill spoke of what she called a “great day for freedom”.",
         ["great day for freedom"]),
        ("A band called the “Rotten Apples” played.", []),
        ("It is time to say “never again”.", []),
        ("Tom Roe wanted to say that it was late.", []),
        ("Tom Roe said no to the deal.", []),
        ("They rejected the claim which according to him was puerile.", []),
    ],
)  # fmt: skip
def test_which_words_are_said(text: str, expected: list[str]) -> None:
    assert [words for words, _ in said(text)] == expected


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Two single marks for one double one.
        ("“It will be plain,’’ Tom Roe said.", [("It will be plain,", ["Tom Roe"])]),
        ("He won, adding “we took it on’’.", [("we took it on", ["He"])]),
        ("The boys’ dog bit the girls’ cat.", []),
        # A pronoun with its verb is a clause, whatever reports it.
        ("Ann Gill admitted it came at a risk.", [("it came at a risk", ["Ann Gill"])]),
        ("Ann Gill cautioned it rarely wins.", [("it rarely wins", ["Ann Gill"])]),
        ("Ann Gill insisted he left early.", [("he left early", ["Ann Gill"])]),
        ("Ann Gill denied it publicly.", []),
        ("Ann Gill regretted it.", []),
        # Behind an opening word.
        ("Instead, Tom Roe said, the yard was idle.", [("the yard was idle", ["Tom Roe"])]),
        ("For now, Tom Roe said, the yard is idle.", [("the yard is idle", ["Tom Roe"])]),
        # What the words set off is not part of them.
        ("Tom Roe said that the yard was sold, triggering an outcry.",
         [("the yard was sold", ["Tom Roe"])]),
        ("Tom Roe said that he had won, but his rivals have cried foul.",
         [("he had won", ["Tom Roe"])]),
        ("Tom Roe said that the roof fell, killing a cow.",
         [("the roof fell, killing a cow", ["Tom Roe"])]),
        ("They agree to end a standoff that blocked the House.", []),
        # Agencies report, nations are reported on.
        ("NAN reports that the yard was sold.", [("the yard was sold", ["NAN"])]),
        ("He denied media reports that the yard was sold.", []),
        ("By Tom Roe's account the deal is off.", [("the deal is off", ["Tom Roe"])]),
        # Things suggest, persons say so.
        ("Tom Roe said talk in the bars suggested that the yard was “finished”.",
         [("finished", ["Tom Roe"])]),
        # Words on banners.
        ("They came with banners asking him to “go home now”.", []),
        # Whose remark it is.
        ("Many laughed at Tom Roe's “let them eat cake” remark.",
         [("let them eat cake", ["Tom Roe"])]),
        ("Ann Gill wrote of an accusation by Tom Roe that she was “telling lies”.",
         [("telling lies", ["Tom Roe"])]),
        ("Tom Roe has withdrawn a claim that Ann Gill was “lying”.", [("lying", ["Tom Roe"])]),
        ("Ann Gill, whom Tom Roe's “odd” response amused, left.", []),
    ],
)  # fmt: skip
def test_words_and_speakers(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Roe left. Manager of opposition business Ann Gill said it was late.", ["Ann Gill"]),
        ("A spokesman for health secretary Ann Gill said it was late.",
         ["A spokesman for health secretary Ann Gill"]),
        ("Tom Roe left. He and Ann Gill contended it was late.", ["Tom Roe", "Ann Gill"]),
        ("Sen. Ann Gill of Utah, the lead Judiciary Democrat, said it was late.", ["Ann Gill"]),
        ("In her letter to Tom Roe Ms Gill said it was late.", ["Gill"]),
        ("Deputy President William Roe spoke. Governor Isaac Roe left. DP Roe said it was late.",
         ["William Roe"]),
        ("Chief Minister Ann Gill spoke. Targeting Tom Roe, the Chief Minister said, “He ran.”",
         ["Ann Gill"]),
    ],
)  # fmt: skip
def test_titles_and_two_bearers_of_a_name(text: str, expected: list[str]) -> None:
    assert last_speakers(text) == expected


def test_a_headlines_words_are_of_whom_it_names() -> None:
    body = "\n\nTom Roe spoke at length on Monday.\n"
    assert said("‘We will win’: Tom Roe attacks the bill" + body)[0] == ("We will win", ["Tom Roe"])
    assert said("‘We will win’: Sparks fly in the House" + body) == []
    assert said("“We win” – Roe and Ann Gill engage in a row" + body) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Where a side clause ends, and what the speaker did besides.
        ("Ann Gill, who announced Tuesday she will resign soon, made Roe an offer.",
         ["she will resign soon"]),
        ("Hours after she confirmed she was leaving, Ann Gill stood up.", ["she was leaving"]),
        ("Ann Gill said the right is not lost, urging them to vote.", ["the right is not lost"]),
        ("Ann Gill said the law was wrong, making it hard to go on.",
         ["the law was wrong, making it hard to go on"]),
        ("Ann Gill insisted she would stay - but she had left the night before.",
         ["she would stay"]),
        ("Ann Gill said he had one policy — a good one — and was sticking to it.",
         ["he had one policy — a good one — and was sticking to it"]),
        ("Ann Gill said the report was wrong, as did her deputy.", ["the report was wrong"]),
        ("The majority said those suing had failed.", ["those suing had failed"]),
        ("Tom Roe fired back that his man should be picked.", ["his man should be picked"]),
        ("If he answers the question, she would “call off the dogs”, Ann Gill said.",
         ["call off the dogs"]),
    ],
)  # fmt: skip
def test_where_reported_clauses_end(text: str, expected: list[str]) -> None:
    assert [words for words, _ in said(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One resident said, “No.” Another said, “We signed.”", ["Another"]),
        ("Kiev and its allies insisted that no talks could occur.", ["Kiev", "its allies"]),
        ("“No,” MP Maud Roe from Gill's Party on the Move wrote.", ["Maud Roe"]),
        # A seat goes with any post; the same words mean the same person again.
        ("The chief whip, Muntaka Roe, spoke. “No,” he said. The Asawase MP added it was late.",
         ["Muntaka Roe"]),
        ("The governor, Muntaka Roe, spoke. “No,” he said. The city's bishop added it was late.",
         ["The city's bishop"]),
        ("Atif Khan spoke. “No,” Mr Khan said. Imran Khan is in jail. Mr Khan said it was late.",
         ["Atif Khan"]),
        ("“We must,” Tom Roe began, as the Tories started shouting.\n\n“It is late.”",
         ["Tom Roe"]),
    ],
)  # fmt: skip
def test_who_speaks_again(text: str, expected: list[str]) -> None:
    assert last_speakers(text) == expected


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
        # Whom the words are laid to.
        ("Tom Roe criticised Ann Gill for saying the yard was “full”.", [("full", ["Ann Gill"])]),
        ("Ann Gill was ridiculed for insisting the yard was full.",
         [("the yard was full", ["Ann Gill"])]),
        ("Tom Roe opened the debate by saying that the yard was full.",
         [("the yard was full", ["Tom Roe"])]),
        ("They turned on a colleague, who made a stir by vowing to “fight on”.",
         [("fight on", ["a colleague"])]),
        ("Ann Gill was accused of “scaremongering” by Tom Roe.",
         [("scaremongering", ["Tom Roe"])]),
        ("Ann Gill accused him of “scaremongering” by the sea.",
         [("scaremongering", ["Ann Gill"])]),
        ("Asked by Ann Gill if it was “rude”, Tom Roe said it was late.",
         [("rude", ["Ann Gill"]), ("it was late", ["Tom Roe"])]),
        ("The response of a spokesman for the minister was: “It is late.”",
         [("It is late.", ["a spokesman"])]),
        # What reports no clause.
        ("Tom Roe touted the plan, repeated his vow to go, and left.", []),
        ("They told Tom Roe not to worry.", []),
        ("The yard will close, Tom Roe said Tuesday, as he called for calm.",
         [("The yard will close", ["Tom Roe"])]),
        ("Arguing that the yard was full, Ann Gill left.",
         [("the yard was full", ["Ann Gill"])]),
    ],
)  # fmt: skip
def test_whose_words_they_are(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Premier Doug Roe met Prime Minister Ann Gill. The premier said it was late.",
         ["Doug Roe"]),
        ("Tom Roe met Prime Minister Ann Gill. The premier said it was late.", ["Ann Gill"]),
    ],
)  # fmt: skip
def test_a_premier_is_a_premier_before_a_prime_minister(text: str, expected: list[str]) -> None:
    assert last_speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The subject of the main clause, past a side clause with a name.
        ("Although the chair, Ezra Roe, was out, insiders said it was a “side-show”.",
         [("side-show", ["insiders"])]),
        ("One of the party's principals, Tendai Roe was upbeat, saying it was late.",
         [("it was late", ["Tendai Roe"])]),
        # "He said:" alone in its line.
        ("Christopher Roe spoke.\n\nHe said:\n\nThe size of the crowd is neither here nor there.",
         [("The size of the crowd is neither here nor there.", ["Christopher Roe"])]),
        ("Christopher Roe left.\n\nThe list:\n\nThe size of the crowd is neither here nor there.",
         []),
        # Feelings report nothing.
        ("Tom Roe said the party won because voters felt betrayed.\n\n“They want us to focus.”",
         [("the party won because voters felt betrayed", ["Tom Roe"]),
          ("They want us to focus.", ["Tom Roe"])]),
        # A side clause before the attribution, the main one behind it.
        ("Once it is done, a spokesman said, more will follow.",
         [("Once it is done … more will follow", ["a spokesman"])]),
        ("Roe said the plan was safe; its critics have seen no proof.",
         [("the plan was safe", ["Roe"])]),
        ("The missiles could help, a group of congressmen and experts said Tuesday.",
         [("The missiles could help", ["a group of congressmen and experts"])]),
        # A body's name ends the title, not the speaker.
        ("Col. Brian Roe, Commander of the 2017 Rotational Force Darwin, said it was late.",
         [("it was late", ["Brian Roe"])]),
        ("“We fit in,” said Lt. Col. Scott Roe, commander of the 73rd Cav. Regt. “We won.”",
         [("We fit in,", ["Scott Roe"]), ("We won.", ["Scott Roe"])]),
    ],
)  # fmt: skip
def test_words_and_whose_they_are(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert said(text) == expected


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Any adverb stands between a speaker and the verb; a noun in -ly does not.
        ("He sharply criticized Ann Gill, saying that it was “a crime”.", [("a crime", ["He"])]),
        ("Ann Gill aggressively attacked her rivals, calling them “puppets”.",
         [("puppets", ["Ann Gill"])]),
        ("Lawmakers complained widely that the budget was late.",
         [("the budget was late", ["Lawmakers"])]),
        ("The family said the yard was full.", [("the yard was full", ["The family"])]),
        # What criticises ends a sentence as what says does.
        ("The coalition has “no plan”, Tom Roe criticized.", [("no plan", ["Tom Roe"])]),
        ("The weakness has consequences for all of Europe, Tom Roe criticized.",
         [("The weakness has consequences for all of Europe", ["Tom Roe"])]),
        # Who defended it charges nothing.
        ("Ann Gill mocked Tom Roe after he defended it, charging that it was “a lie”.",
         [("a lie", ["Ann Gill"])]),
        # Objects of two words, bodies in the middle of a title.
        ("It has warned the Finance Minister that the day is near.", [("the day is near", ["It"])]),
        ("They spoke after talks that ended Thursday.", []),
        ("According to the minister, Kojo Roe, the party has no plan.",
         [("the party has no plan", ["Kojo Roe"])]),
    ],
)  # fmt: skip
def test_adverbs_and_asides(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A surname alone, printed more than once, is somebody.
        ("He turned on Haley at once. “I love it,” she said. Haley left.", ["Haley"]),
        ("It was late in Leeds. “I love it,” she said.", ["she"]),
    ],
)  # fmt: skip
def test_whom_a_pronoun_means(text: str, expected: list[str]) -> None:
    assert last_speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No games,” Tom Roe said on “New Day.” He left.", [("No games,", ["Tom Roe"])]),
        ("Tom Roe said “We Will Win.” He left.", [("We Will Win.", ["Tom Roe"])]),
        ("They fell out over the “travel ban” matter. Tom Roe went on to list states that are not "
         "included in the “travel ban,” and left.", []),
        ("Although Tom Roe called the order “a pause”, Ann Gill observed in May that it was late.",
         [("a pause", ["Tom Roe"]), ("it was late", ["Ann Gill"])]),
    ],
)  # fmt: skip
def test_programmes_terms_and_side_clauses(
    text: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A source whose account has another say something.
        ("According to a guest, Tom Roe told donors he was “done”.", [("done", ["Tom Roe"])]),
        ("According to Ann Gill, the plan was “done”.", [("done", ["Ann Gill"])]),
        ("According to Ann Gill, Tom Roe stayed and described the plan as “a pity”.",
         [("a pity", ["Ann Gill"])]),
        # A quotation that goes on after its credit, then somebody else's sentence.
        ("“Our aim,” said Tom Roe, “is simple.” Ann Gill agreed.",
         [("Our aim, … is simple.", ["Tom Roe"])]),
        ("The report, written by Ann Gill, concludes that the plan is dead.",
         [("the plan is dead", ["The report"])]),
    ],
)  # fmt: skip
def test_accounts_of_others(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Whoever does something at the head of a new paragraph is what it is about.
        ("Ann Gill said: “No.”\n\nEve Roe floated a bill. But she said that it was “late”.",
         ["Eve Roe"]),
        ("Tom Gill said: “No.”\n\nJoe Roe hosted a debate. He said that it was “late”.",
         ["Joe Roe"]),
        # A mention in passing is not.
        ("Tom Gill said: “No.”\n\nThe bill was floated by Joe Roe in May. “It is late,” he said.",
         ["Tom Gill"]),
        ("Scottish leader Johann Lamont left. “Why the delay?” Ms Lamont said.", ["Johann Lamont"]),
    ],
)  # fmt: skip
def test_whom_a_paragraph_is_about(text: str, expected: list[str]) -> None:
    assert last_speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A list of persons, of bodies, that says one thing.
        ("Tom Roe, Ann Gill and Joe Day said the plan was “bad”.",
         ["Tom Roe", "Ann Gill", "Joe Day"]),
        ("France, Germany and Italy said the plan was “bad”.", ["France", "Germany", "Italy"]),
        ("Labour, the Conservatives and the Greens called the plan “bad”.",
         ["Labour", "the Conservatives", "the Greens"]),
        # What a body is of, or sits between, is no list of speakers.
        ("After talks with France and Germany, Italy said the plan was “bad”.", ["Italy"]),
        ("The plan helps France, and Germany said it was “bad”.", ["Germany"]),
    ],
)  # fmt: skip
def test_lists_of_speakers(text: str, expected: list[str]) -> None:
    assert last_speakers(text) == expected
