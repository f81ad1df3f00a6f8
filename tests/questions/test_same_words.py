"""A quotation printed in two articles is one thing said."""

from __future__ import annotations

from dashboard.atlas import Atlas
from dashboard.questions.same_words import elsewhere
from tests.questions.by_hand import statement, tables

WORDS = "Our opponents are moving at jaw-dropping speed,"
SAID = [
    statement(WORDS, article="a"),
    statement("our opponents are moving at jaw dropping speed", article="b"),
    statement(WORDS, "saltzman", article="c"),
    statement(WORDS, article="d", kind="indirect"),
    statement("We work together.", article="a"),
    statement("We work together.", article="b"),
]


def test_the_same_words_by_the_same_speaker_are_found_however_printed() -> None:
    atlas = Atlas(tables(statements=SAID), "v")
    first, again, others, reported, short, shorter = (row["id"] for row in SAID)
    assert elsewhere(atlas, first) == ("b",)
    assert elsewhere(atlas, again) == ("a",)
    assert elsewhere(atlas, others) == ()
    assert elsewhere(atlas, reported) == ()
    assert elsewhere(atlas, short) == elsewhere(atlas, shorter) == ()
