"""Where a passage stands: text[start:end] == exact, whatever the line breaks."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.build.passages import Anchor, PassageError, anchors, spans
from loaders.facts.models import Fact, Statement

BODY = (
    "The ten nations met in Toulouse.\n\nThey said “space is\ncontested,” and went home. "
    "The ten nations will meet again.\n"
)


def fact(*passages: object, note: str | None = None) -> Fact:
    return Fact.model_validate({"passage": list(passages) or None, "note": note})


def statement(*parts: str, **fields: object) -> Statement:
    plain = {"text": list(parts), "kind": "direct", "as_printed": "they"}
    return Statement.model_validate({**plain, **fields})


def test_a_passage_knows_its_place_and_what_stands_around_it() -> None:
    [anchor] = anchors(fact("met in Toulouse."), BODY)
    assert (anchor.start, anchor.end) == (16, 32)
    assert anchor.exact == BODY[16:32] == "met in Toulouse."
    assert anchor.prefix == "The ten nations "
    assert (anchor.suffix or "").startswith("\n\nThey said")


def test_line_breaks_between_words_do_not_matter_and_the_texts_own_are_kept() -> None:
    [anchor] = anchors(fact("space is contested"), BODY)
    assert anchor.exact == "space is\ncontested"


@pytest.mark.parametrize("passage", ["met in Paris", "Met in Toulouse", "ten nations meet", "[…]"])
def test_words_that_are_not_in_the_text_are_refused(passage: str) -> None:
    with pytest.raises(PassageError, match="is not in the held text: copy it verbatim"):
        anchors(fact(passage), BODY)


def test_a_passage_that_occurs_twice_needs_what_stands_around_it() -> None:
    with pytest.raises(PassageError, match="2 times: lengthen it, or give exact, prefix"):
        anchors(fact("The ten nations"), BODY)
    [first] = anchors(fact({"exact": "The ten nations", "suffix": "met in"}), BODY)
    [second] = anchors(fact({"exact": "The ten nations", "prefix": "went home."}), BODY)
    assert (first.start, second.start) == (0, BODY.rindex("The ten"))


def test_what_is_said_to_stand_around_it_must_stand_there() -> None:
    with pytest.raises(PassageError, match="is not in the held text"):
        anchors(fact({"exact": "The ten nations", "prefix": "nobody said"}), BODY)


def test_every_passage_of_a_fact_is_anchored() -> None:
    found = anchors(fact("met in Toulouse", "will meet again"), BODY)
    assert [anchor.exact for anchor in found] == ["met in Toulouse", "will meet again"]


def test_without_a_body_the_passage_stands_alone() -> None:
    assert anchors(fact("met in Toulouse"), None) == [Anchor("met in Toulouse")]


def test_a_note_is_our_summary_and_no_passage() -> None:
    assert anchors(fact(note="They met."), BODY) == [Anchor(None, note="They met.")]


def test_a_quotation_is_its_own_evidence_with_its_marks() -> None:
    [anchor] = anchors(statement("space is contested,"), BODY)
    assert anchor.exact == "“space is\ncontested,”"


def test_a_split_quotation_runs_from_its_first_mark_to_its_last() -> None:
    body = '"We build," said Doe. "We train."'
    [anchor] = anchors(statement("We build,", "We train."), body)
    assert anchor.exact == body


def test_the_parts_of_a_quotation_keep_their_order() -> None:
    with pytest.raises(PassageError, match=r"'We build,' does not follow 'We train\.'"):
        anchors(statement("We train.", "We build,"), '"We build," said Doe. "We train."')


def test_a_statements_words_must_be_in_its_own_passage() -> None:
    with pytest.raises(PassageError, match="are not in the statement's own passage"):
        anchors(statement("went home", passage="met in Toulouse"), BODY)


def test_a_paraphrase_is_ours_and_need_not_be_in_its_passage() -> None:
    said = statement("They met in France.", kind="paraphrase", passage="met in Toulouse")
    assert anchors(said, BODY)[0].exact == "met in Toulouse"


def test_an_omission_stands_for_what_was_left_out() -> None:
    [anchor] = anchors(fact("The ten nations met […] went home."), BODY)
    assert anchor.exact == BODY[: BODY.index(" The ten nations will")]


def test_an_omission_at_the_end_adds_nothing() -> None:
    [anchor] = anchors(fact("met in Toulouse. […]"), BODY)
    assert anchor.exact == "met in Toulouse."


def test_many_omissions_cost_little() -> None:
    began = time.monotonic()
    with pytest.raises(PassageError):
        anchors(fact(" […] ".join(["a"] * 30) + " […] nowhere"), "a " * 5000)
    assert time.monotonic() - began < 5


_words = st.lists(st.text("ab “”.,'", min_size=1, max_size=4).filter(str.strip), min_size=1)


@given(_words, _words, _words, st.sampled_from([" ", "\n", "  \n"]))
def test_words_cut_from_a_text_are_found_in_it(
    before: list[str], words: list[str], after: list[str], gap: str
) -> None:
    text = gap.join([*before, *words, *after])
    passage = " ".join(words)
    found = [text[start:end] for start, end in spans(passage, text)]
    assert found
    assert all(piece.split() == passage.split() for piece in found)
