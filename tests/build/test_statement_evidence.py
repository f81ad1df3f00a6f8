from __future__ import annotations

from loaders.build.passages import anchors
from loaders.facts.models import Statement


def statement(**fields: str) -> Statement:
    return Statement.model_validate({"speaker": "ann-doe", **fields})


def test_a_quotation_rests_on_its_own_words_with_or_without_a_note() -> None:
    for note in ({}, {"note": "Said at the opening."}):
        (anchor,) = anchors(statement(kind="direct", text="We go together.", **note), None)
        assert anchor.exact == "We go together."


def test_a_paraphrase_rests_on_its_note_alone() -> None:
    said = statement(kind="paraphrase", text="They go together.", note="Our summary of her words.")
    (anchor,) = anchors(said, None)
    assert (anchor.exact, anchor.note) == (None, "Our summary of her words.")
