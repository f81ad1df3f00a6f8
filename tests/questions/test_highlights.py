"""Facts in their text: nothing of the text is lost, every highlight covers its own words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dashboard.questions.highlights import Segment, Span, paragraphs, share_covered

TEXT = "Ten nations met. They agreed."


def test_text_without_facts_is_one_piece() -> None:
    assert paragraphs(TEXT, []) == [[Segment(TEXT)]]


def test_a_fact_is_cut_out_and_numbered_where_it_begins() -> None:
    assert paragraphs(TEXT, [Span(0, 3, 7)]) == [
        [Segment("Ten", (7,), (7,)), Segment(" nations met. They agreed.")]
    ]


def test_nested_facts_name_the_shorter_first() -> None:
    (segments,) = paragraphs(TEXT, [Span(0, 16, 1), Span(4, 11, 2)])
    assert segments == [
        Segment("Ten ", (1,), (1,)),
        Segment("nations", (2, 1), (2,)),
        Segment(" met.", (1,)),
        Segment(" They agreed."),
    ]


def test_crossing_facts_share_the_middle() -> None:
    (segments,) = paragraphs("abcdef", [Span(0, 4, 1), Span(2, 6, 2)])
    assert [(s.text, set(s.entries)) for s in segments] == [
        ("ab", {1}), ("cd", {1, 2}), ("ef", {2}),
    ]  # fmt: skip


def test_two_facts_on_the_same_words_both_begin_there() -> None:
    (segments,) = paragraphs("ab", [Span(0, 2, 1), Span(0, 2, 2)])
    assert segments == [Segment("ab", (1, 2), (1, 2))]


def test_blank_lines_part_paragraphs_and_single_breaks_then_do_not() -> None:
    found = paragraphs("One\nline.\n\nTwo.", [Span(0, 15, 1)])
    assert [[s.text for s in p] for p in found] == [["One\nline."], ["Two."]]
    assert all(s.entries == (1,) for p in found for s in p)
    # A reader of the second paragraph sees again which fact it belongs to.
    assert [s.begins for p in found for s in p] == [(1,), (1,)]


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    assert [[s.text for s in p] for p in paragraphs("One.\nTwo.", [])] == [["One."], ["Two."]]


def test_what_lies_outside_the_text_is_cut_off() -> None:
    assert paragraphs("ab", [Span(-5, 1, 1), Span(1, 99, 2), Span(5, 9, 3), Span(1, 1, 4)]) == [
        [Segment("a", (1,), (1,)), Segment("b", (2,), (2,))]
    ]


def test_the_share_counts_what_overlaps_once() -> None:
    assert share_covered(10, [Span(0, 4, 1), Span(2, 5, 2)]) == 0.5
    assert share_covered(0, []) == 0.0


spans_of_any_text = st.lists(
    st.builds(Span, st.integers(-3, 60), st.integers(-3, 60), st.integers(1, 9)), max_size=8
)


@given(st.text(alphabet="ab \n", max_size=50), spans_of_any_text)
def test_nothing_is_lost_and_every_piece_is_under_the_right_facts(
    text: str, spans: list[Span]
) -> None:
    found = paragraphs(text, spans)
    joined = "".join(s.text for p in found for s in p)
    assert "".join(joined.split()) == "".join(text.split())
    place = 0
    for segment in (s for p in found for s in p):
        place = text.index(segment.text, place)
        end = place + len(segment.text)
        wanted = {s.entry for s in spans if s.start <= place and s.end >= end}
        assert wanted == set(segment.entries)
        place = end
