"""A search finds a word in its other forms: doubled letters, British and American spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.questions.search import StatementIndex, hits
from dashboard.questions.word_forms import MOST_FORMS, forms, stem


def found(words: str, text: str) -> bool:
    return StatementIndex([text], [""]).find(words).tolist() == [0]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("deter", "Deterrence works."), ("deterrence", "We must deter them."),
        ("deterring", "A credible deterrent."), ("deterrent", "They were deterred."),
        ("recurrence", "It may recur."), ("referral", "I refer to it."),
        ("defense", "The Ministry of Defence said so."), ("Defence", "the best defense"),
        ("behavior", "responsible behaviours"), ("organisation", "We organize them."),
        ("organized", "an organised force"), ("programme", "two programs"),
        ("maneuvering", "satellites that manoeuvre"), ("analyse", "to analyze it"),
        ('"norms of behaviour"', "Norms of behavior matter."),
        ('"space defence"', "Space defense matters."),
    ],
)  # fmt: skip
def test_one_form_finds_the_other_and_is_marked(words: str, text: str) -> None:
    assert found(words, text)
    assert hits(words, [text])[0] != []


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("war", "Warr spoke."), ("determine", "Deterrence works."), ("exercise", "to excise"),
        ("center", "the centennial"), ('"norms of behaviour"', "behaviour of norms"),
        ("deter force", "Deterrence works."), ("sise", "the prize"),
    ],
)  # fmt: skip
def test_other_words_are_not_found(words: str, text: str) -> None:
    assert not found(words, text)


def test_the_word_given_comes_first_and_a_phrase_has_few_forms() -> None:
    assert forms("behaviour")[:2] == ["behaviour", "behavior"]
    assert len(forms("defence behaviour colour labour centre")) == MOST_FORMS


def test_the_stem_is_that_of_the_index() -> None:
    assert [stem(word) for word in ("deterring", "deterrence", "two words", "")] == [
        "deter", "deterr", "", "",
    ]  # fmt: skip


@given(st.text())
def test_whatever_is_typed_is_among_its_forms(text: str) -> None:
    assert forms(text)[0].split() == text.split()
