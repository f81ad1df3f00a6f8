"""The reader's questions, and what an answer changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.curation.asking import Question, questions
from dashboard.curation.desk import Desk, answer, declare, desk_for, dismiss, with_article
from loaders.curation.uploads import read_paste
from loaders.extraction import extract
from loaders.reference import Official, Reference
from tests.datadir import vocabulary

TEXT = """The ministers met in Paris on Tuesday.

"We stand together," said Gen. Eve Poe, commander of the U.S. Space Force.
"""


@pytest.fixture
def reference(tmp_path: Path) -> Reference:
    return vocabulary(tmp_path)


def on_desk(reference: Reference, text: str = TEXT) -> Desk:
    return desk_for(read_paste(text), lambda title: "ministers-met", reference, extract)


def asked(desk: Desk, reference: Reference) -> dict[str, Question]:
    found = questions(desk.proof, desk.officials(reference), desk.coalitions(reference))
    return {question.text: question for question in found}


def speakers(desk: Desk) -> list[str | None]:
    return [i.plain.get("speaker") for i in desk.proof.items if i.section == "statements"]


def test_a_person_nobody_declared_is_asked_about(reference: Reference) -> None:
    question = asked(on_desk(reference), reference)["Eve Poe"]
    assert question.asks == "Who is “Eve Poe”?"
    assert question.wants == "official"


def test_an_answer_brings_in_the_facts_that_waited_for_it(reference: Reference) -> None:
    desk = on_desk(reference)
    assert speakers(desk) == [None]
    assert not [item for item in desk.proof.items if item.section == "posts"]
    desk = answer(desk, "official", "Eve Poe", "ann-doe", reference)
    assert speakers(desk) == ["ann-doe"]
    assert [i.plain["official"] for i in desk.proof.items if i.section == "posts"] == ["ann-doe"]
    assert "Eve Poe" not in asked(desk, reference)


def test_a_new_official_can_be_declared_and_is_known_at_once(reference: Reference) -> None:
    desk = declare(on_desk(reference), Official(slug="eve-poe", name="Eve Poe", family_name="Poe"))
    desk = answer(desk, "official", "Eve Poe", "eve-poe", reference)
    assert speakers(desk) == ["eve-poe"]
    assert "eve-poe" not in reference.officials


def test_officials_of_that_name_come_into_question_first(reference: Reference) -> None:
    desk = on_desk(reference, TEXT.replace("Eve Poe", "Zoe Doe"))
    assert asked(desk, reference)["Zoe Doe"].candidates[0] == "ann-doe"


def test_a_day_without_an_anchor_asks_and_the_day_of_publication_answers(
    reference: Reference,
) -> None:
    desk = on_desk(reference)
    assert "Tuesday" in " ".join(asked(desk, reference))
    desk = with_article(desk, {"published": "2025-04-09"}, reference, extract)
    assert "Tuesday" not in " ".join(asked(desk, reference))
    assert desk.proof.article["published"] == "2025-04-09"


def test_what_is_no_problem_can_be_left_out(reference: Reference) -> None:
    desk = on_desk(reference)
    question = asked(desk, reference)["Eve Poe"]
    desk = dismiss(desk, question.keys, reference)
    assert "Eve Poe" not in asked(desk, reference)
    assert not [gap for gap in desk.proof.gaps if gap["text"] == "Eve Poe"]


def test_title_and_day_are_found(reference: Reference) -> None:
    text = (
        "---\ntitle: Ten nations meet\npublisher: The Daily Orbit\ndate: 2025-04-09\n---\n" + TEXT
    )
    article = on_desk(reference, text).proof.article
    assert article["title"] == "Ten nations meet"
    assert article["publisher"] == "The Daily Orbit"
    assert article["published"] == "2025-04-09"
