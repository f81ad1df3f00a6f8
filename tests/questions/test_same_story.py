"""Copies and near copies, and quotations that travel."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.questions.same_quotation import same_quotations
from dashboard.questions.same_story import Basis, same_stories
from dashboard.questions.wording import read_wording
from tests.questions.by_hand import Row, article, statement, tables

WHOLE = "To be effective, we must collaborate on our architectures and integrate our training."
TRIMMED = "we must collaborate on our architectures"
BODY = " ".join(f"word{number} means thing{number * 7 % 31}" for number in range(120))


def groups(*statements: Row, **more: list[Row]) -> list[tuple[str, str, bool]]:
    frame = same_quotations(tables(statements=list(statements), **more))
    return list(frame[["quotation", "article", "whole"]].itertuples(index=False, name=None))


def test_a_quotation_in_two_articles_whole_and_trimmed() -> None:
    found = groups(
        statement(TRIMMED, article="b"),
        statement(WHOLE, article="a"),
        statement("Something else that nobody repeats at all."),
    )
    key = f"a.s.whiting.{WHOLE[:24]}"
    assert found == [(key, "a", True), (key, "b", False)]


def test_case_and_punctuation_do_not_count() -> None:
    found = groups(
        statement("We’re building a coalition — together, now.", article="a"),
        statement("we're building a coalition; together now", article="b"),
    )
    assert [row[1:] for row in found] == [("a", True), ("b", True)]


def test_an_omission_leaves_the_longest_piece() -> None:
    found = groups(
        statement(WHOLE, article="a"),
        statement("To be […] we must collaborate on our architectures", article="b"),
    )
    assert [row[1:] for row in found] == [("a", True), ("b", False)]


def test_short_common_words_and_reported_speech_are_no_quotation() -> None:
    assert (
        groups(
            statement("we must work together", article="a"),
            statement("we must work together", article="b"),
        )
        == []
    )
    assert (
        groups(statement(WHOLE, article="a", kind="indirect"), statement(WHOLE, article="b")) == []
    )


def test_twice_in_one_article_is_not_several_articles() -> None:
    assert groups(statement(WHOLE, article="a"), statement(TRIMMED, article="a")) == []


def test_what_a_thousand_articles_quote_is_one_group() -> None:
    many = [statement(WHOLE, article=f"a{number}") for number in range(1000)]
    frame = same_quotations(tables(statements=[*many, statement(TRIMMED, article="b")]))
    assert frame["quotation"].nunique() == 1
    assert frame["articles"].tolist() == [1001] * 1001
    assert frame["whole"].sum() == 1000


def test_copies_are_counted_with_their_original() -> None:
    articles = [article("a"), article("b", tier="copy", copy_group="a")]
    frame = same_quotations(
        tables(statements=[statement(WHOLE, article=id) for id in "ab"], articles=articles)
    )  # fmt: skip
    assert frame[["articles", "sources"]].to_numpy().tolist() == [[2, 1], [2, 1]]


def test_held_texts_are_compared_by_their_words() -> None:
    made = tables(
        articles=[
            article("a", "2025-01-01"),
            article("b", "2025-01-03"),
            article("c", "2025-01-03"),
        ]
    )
    half = BODY[: len(BODY) // 2]
    frame = same_stories(made, {"a": BODY, "b": half, "c": BODY[::-1]})
    assert frame[["one", "other", "basis"]].to_numpy().tolist() == [["a", "b", Basis.TEXT]]
    assert frame["likeness"].iloc[0] > 0.95


def test_otherwise_quotations_title_and_date_decide_and_it_says_so() -> None:
    articles = [
        article("a", "2025-12-05", title="Ten nations meet in Toulouse"),
        article("b", "2025-12-06", title="In Toulouse ten nations meet"),
        article("c", "2025-06-06", title="Ten nations meet in Toulouse"),
    ]
    frame = same_stories(
        tables(articles=articles, statements=[statement(WHOLE, article=id) for id in "ab"])
    )
    assert frame[["one", "other", "basis", "quotations", "days"]].to_numpy().tolist() == [
        ["a", "b", Basis.OUTSIDE, 1, 1]
    ]
    assert frame["likeness"].iloc[0] == 1.0


def test_a_title_alone_is_enough_where_it_is_nearly_the_same() -> None:
    articles = [
        article("a", "2025-12-05", title="Ten nations meet in Toulouse"),
        article("b", "2025-12-06", title="Ten nations meet in Toulouse again"),
        article("c", "2025-12-06", title="Ten budgets fall in Toulouse"),
    ]
    frame = same_stories(tables(articles=articles))
    assert frame[["one", "other"]].to_numpy().tolist() == [["a", "b"]]


def test_a_stated_copy_is_always_listed() -> None:
    articles = [article("a", title="One"), article("b", "2026-01-01", title="Two", copy_group="a")]
    frame = same_stories(tables(articles=articles))
    assert frame[["one", "other", "likeness", "stated"]].to_numpy().tolist() == [
        ["a", "b", 1.0, True]
    ]


def test_no_articles_give_an_empty_frame() -> None:
    assert same_stories(tables()).empty
    assert same_quotations(tables()).empty


WORDS = st.lists(st.sampled_from("abcd"), max_size=12)


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4), st.data())
def test_runs_are_equal_exactly_where_their_words_are(
    texts: list[list[str]], data: st.DataObject
) -> None:
    wording = read_wording([" ".join(words) for words in texts])
    starts, _ = wording.runs(3)
    hashes = wording.hashes(starts, 3)
    runs = [tuple(words[i : i + 3]) for words in texts for i in range(len(words) - 2)]
    assert len(runs) == len(hashes)
    for i, one in enumerate(runs):
        for j, other in enumerate(runs):
            assert (one == other) == (hashes[i] == hashes[j])
