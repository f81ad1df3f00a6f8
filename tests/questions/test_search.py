"""Full-text search over statements."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.questions.search import Span, StatementIndex, hits, terms

SAID = [
    ("We deter aggression in space together.", "Stephen Whiting"),
    ("Deterring, deterring and deterring again: that is deterrence.", "Ann Doe"),
    ("Norms of responsible behaviour matter; behaviour of norms does not.", "Ann Doe"),
    ("Responsible norms, and their behaviour.", "Bo Ray"),
    ("L’Église spoke of café-based coöperation in the U.S. Space Force.", "Élodie Brun"),
    ("Whiting was mentioned here, in space.", "Bo Ray"),
]


@pytest.fixture(scope="module")
def index() -> StatementIndex:
    return StatementIndex([text for text, _ in SAID], [speaker for _, speaker in SAID])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("aggression", {0}),
        ("AGGRESSION", {0}),
        ("deterred", {0, 1}),  # one stem: deter
        ("deter*", {0, 1}),
        ("ag*", set()),  # too short a beginning: looked for as a word
        ("norms behaviour", {2, 3}),
        ('"responsible behaviour"', {2}),
        ("“responsible behaviour”", {2}),
        ('"responsible behaviour" norms', {2}),
        ('"behaviour responsible"', set()),
        ("cafe eglise", {4}),
        ("space-based", set()),
        ("café-based", {4}),
        ("U.S.", {4}),
        ("Whiting", {0, 5}),
        ("Ann norms", {2}),
        ("space absent", set()),
        ('"responsible norms', {2, 3}),  # a mark left open marks nothing
        ("", set()),
        ("  ?! --- \"\" *", set()),
        ("norms AND behaviour", {3}),  # AND is a word like any other
        ("text:norms", set()),
        ("norms OR", set()),
        ("norms 𞤀", set()),
    ],
)  # fmt: skip
def test_all_terms_must_be_there(index: StatementIndex, words: str, found: set[int]) -> None:
    assert set(index.find(words)) == found


def test_the_words_said_rank_before_the_speakers_name(index: StatementIndex) -> None:
    assert list(index.ranked("Whiting")) == [5, 0]


def test_hits_lie_where_the_words_are() -> None:
    text = SAID[1][0]
    (spans,) = hits('that "deterring again"', [text])
    assert [text[span.start : span.end] for span in spans] == ["deterring again", "that"]


def test_what_only_the_speakers_name_holds_marks_nothing() -> None:
    text = SAID[0][0]
    assert [text[s.start : s.end] for s in hits("Stephen aggression", [text])[0]] == ["aggression"]


def test_each_text_has_its_hits_in_order() -> None:
    assert hits("norms", ["none", "norms", "a norm, two norms"]) == [
        [],
        [Span(0, 5)],
        [Span(2, 6), Span(12, 17)],
    ]
    assert hits("norms", []) == []
    assert hits("", ["norms"]) == [[]]


def test_control_characters_do_not_shift_hits() -> None:
    assert hits("norms", ["a\x02b\x00\nnorms\x03 here"]) == [[Span(5, 10)]]


def test_terms_hold_no_operators() -> None:
    assert terms('space "norms of behaviour" deter* NEAR(a b)') == [
        '"space"', '"norms of behaviour"', '"deter*" *', '"NEAR(a"', '"b)"',
    ]  # fmt: skip


def test_a_term_typed_twice_counts_once() -> None:
    assert terms("norms norms") == ['"norms"']


@given(st.text(max_size=60))
def test_whatever_is_typed_finds_without_an_error(words: str) -> None:
    index = _small()
    found = index.find(words)
    assert sorted(index.ranked(words)) == found.tolist()
    hits(words, [text for text, _ in SAID])


@given(st.text(alphabet=' "“”*^():-+{}ANDORNEAR\x00\ud800é', max_size=40))
def test_operators_of_the_engine_are_only_text(words: str) -> None:
    _small().find(words)
    hits(words, [words])


@given(st.lists(st.text(max_size=30), min_size=1, max_size=4), st.data())
def test_a_statement_is_found_by_its_own_words(texts: list[str], data: st.DataObject) -> None:
    index = StatementIndex(texts, [""] * len(texts))
    position = data.draw(st.integers(0, len(texts) - 1))
    for word in texts[position].replace('"', " ").split():
        if terms(word) and word.isascii() and not word.endswith("*"):
            assert position in index.find(word)


def test_many_threads_may_ask_at_once(index: StatementIndex) -> None:
    words = ["norms", "space", "deter", "Whiting", "absent"] * 40
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda word: index.find(word).tolist(), words))
    assert answers == [index.find(word).tolist() for word in words]


_SMALL: list[StatementIndex] = []


def _small() -> StatementIndex:
    """One index for all examples: hypothesis runs the test's body a hundred times."""
    if not _SMALL:
        _SMALL.append(StatementIndex([text for text, _ in SAID], [name for _, name in SAID]))
    return _SMALL[0]
