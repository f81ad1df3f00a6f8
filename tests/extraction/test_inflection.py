"""The forms of a verb of which a word list gives only the base."""

from __future__ import annotations

import pytest

from loaders.extraction.language.inflection import Form, forms_of


@pytest.mark.parametrize(
    ("verb", "printed"),
    [
        ("sign", "sign signs signed signing"),
        ("ratify", "ratify ratifies ratified ratifying"),
        ("take part", "take part, takes part, took part, taken part, taking part"),
        ("plan", "plan plans planned planning"),
        ("commit", "commit commits committed committing"),
        ("cancel", "cancel cancels cancelled canceled cancelling canceling"),
        ("tie", "tie ties tied tying"),
        ("agree", "agree agrees agreed agreeing"),
        ("co-found", "co-found co-founds co-founded co-founding"),
        ("put", "put puts putting"),
    ],
)
def test_every_form_is_found(verb: str, printed: str) -> None:
    expected = printed.split(", ") if ", " in printed else printed.split()
    assert sorted(forms_of(verb)) == sorted(expected)


def test_a_form_that_can_be_several_is_all_of_them() -> None:
    assert forms_of("put")["put"] == Form(base=True, past=True, participle=True)
    assert forms_of("take")["took"] == Form(past=True)
