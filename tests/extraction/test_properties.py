"""What must hold for any text: no exception, evidence that is in the text, the same twice."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loaders.extraction import extract, extract_file

FRAGMENTS = [
    '"We go," ', "“We stay. ", "”", "‘no’ ", "„Ja“ ", "« oui » ", "``TeX'' ", "'tis ", "said ",
    "Gen. May Smith ", "he ", "said Smith. ", "Smith said that ", ", adding ", "the general ",
    "\n\n", "\n", "\r\n", "\u200b", "\u00ad", "\xa0", "MR. X: ", "Q  ", "— ", "according to ",
    "Commander, U.S. Space Command and ", "[a](http://b) ", "**bold** ", "---\ntitle: x\n---\n",
    "O'Brien's ", "12\" ", "U.S. ", "and ", ", ", ". ", "(", ")", "who ", "The ", "é", "🚀 ",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join),
)


def spans_of(value: Any) -> list[dict[str, Any]]:
    """Every object with start and end, at any depth."""
    if isinstance(value, dict):
        own = [value] if "start" in value and "end" in value else []
        return own + [span for item in value.values() for span in spans_of(item)]
    if isinstance(value, list):
        return [span for item in value for span in spans_of(item)]
    return []


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("\ufeff“We go,” said Smith.")
@example("A" * 1000)
@example('"' * 1000)
def test_every_span_lies_in_the_text_and_equals_its_passage(text: str) -> None:
    source = text.removeprefix("\ufeff")
    for span in spans_of(extract(text)):
        assert 0 <= span["start"] <= span["end"] <= len(source)
        if "exact" in span:
            assert source[span["start"] : span["end"]] == span["exact"]


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_a_second_run_equals_the_first(text: str) -> None:
    assert extract(text) == extract(text)


STORY = (
    "OSLO, Norway (May 5, 2025) — Peru and Chile joined the Artemis Accords on Tuesday.\n\n"
    "“We go,” said Gen. Ann Smith, head of U.S. Space Command. The members are:\n\n"
    "- Peru\n- Chile\n"
)


def test_reading_makes_no_reference_cycles() -> None:
    extract(STORY)
    gc.collect()
    extract(STORY)
    assert gc.collect() == 0


def test_the_search_for_cycles_goes_on_after_a_text_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        extract_file(tmp_path / "missing.txt")
    assert gc.isenabled()
