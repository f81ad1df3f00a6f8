"""What holds for any text: no exception, spans in the text, the same again."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from loaders import dates
from loaders.extraction import extract

WORDS = st.sampled_from(
    [
        "Australia",
        "the U.S.",
        "French",
        "Georgia",
        "Jordan",
        "Congo",
        "Kosovo",
        ",",
        "and",
        ".",
        "\n\n",
        "- ",
        "•",
        "CSpO",
        "Artemis Accords",
        "the initiative",
        "Global Sentinel 2024",
        "NATO",
        "(POWP)",
        "“",
        "”",
        "Ⓝ",
        "Ⓒ",
        "unites",
        "joined",
        "signed",
        "withdrew from",
        "invited",
        "to join",
        "observers",
        "met",
        "in",
        "on",
        "a treaty",
        "Tuesday",
        "last week",
        "2024",
        "Feb. 30",
        "Dec. 2-4",
        "will",
        "10 nations of",
        "members",
        "31 May",
        "¤",
        "?",
        ":",
        "Pacific Watch Partnership",
        "PARIS —",
        "THE PRESIDENT:",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join))
DAYS = st.sampled_from([None, "2025-12-05~", "2024-02-29", "2023", "0000", "9999-12-31"])


@settings(deadline=None, max_examples=300)
@example("Australia:Joined on 2000 1 May", "0000")
@given(TEXTS, DAYS)
def test_any_text_gives_facts_whose_spans_and_dates_hold(text: str, published: str | None) -> None:
    found = extract(text, published=published)
    source = text.removeprefix("\ufeff")
    for mention in found["mentions"]:
        assert 0 <= mention["start"] < mention["end"] <= len(source)
    for fact in (*found["memberships"], *found["announcements"]):
        for evidence in fact["evidence"]:
            assert source[evidence["start"] : evidence["end"]] == evidence["exact"]
        for name in ("start_date", "end_date", "event_date"):
            if fact.get(name):
                dates.bounds(fact[name])


@settings(deadline=None, max_examples=50)
@given(TEXTS)
def test_a_second_run_equals_the_first(text: str) -> None:
    assert extract(text, published="2025-12-05") == extract(text, published="2025-12-05")
