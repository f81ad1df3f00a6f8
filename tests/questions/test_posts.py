"""Rule 6: who held which post, and the post at the time of speaking."""

from __future__ import annotations

from typing import Any

from dashboard.questions.posts import How, mismatches, post_holders, posts_at_statements
from tests.questions.by_hand import article, day, post, statement, tables


def states(claims: list[dict[str, Any]], when: str) -> dict[tuple[str, str], str]:
    rows = post_holders(tables(posts=claims), day(when))
    return {
        (o, t): s for o, t, s in zip(rows["official"], rows["title"], rows["state"], strict=True)
    }


def test_a_post_lasts_from_start_to_end() -> None:
    claims = [
        post("saltzman", "Deputy Chief", start="2020-08", end="2022-11"),
        post("saltzman", "Chief", start="2022-11-02"),
    ]
    assert states(claims, "2021-01-01") == {
        ("saltzman", "Deputy Chief"): "member",
        ("saltzman", "Chief"): "not yet",
    }
    assert states(claims, "2022-12-01") == {
        ("saltzman", "Deputy Chief"): "left",
        ("saltzman", "Chief"): "member",
    }
    assert states(claims, "2022-11-15")["saltzman", "Deputy Chief"] == "possibly"


def test_a_former_post_had_ended_when_the_source_spoke_of_it() -> None:
    claims = [post("raymond", "Chief", former=True, attested="2024-04-09")]
    assert states(claims, "2024-04-10") == {("raymond", "Chief"): "left"}


def test_one_post_by_two_sources_is_one_row_and_an_acting_one_says_so() -> None:
    claims = [
        post("brose", "Assistant Secretary", acting=True, attested="2025-12-05"),
        post("brose", "assistant secretary", acting=True, attested="2025-12-08", article="b"),
    ]
    rows = post_holders(tables(posts=claims), day("2026-01-01"))
    assert rows[["title", "acting", "sources"]].to_numpy().tolist() == [
        ["Assistant Secretary", True, 2]
    ]


def resolved(statements: list[dict[str, Any]], posts: list[dict[str, Any]], **more: Any) -> Any:
    return posts_at_statements(tables(statements=statements, posts=posts, **more))


def test_the_post_is_the_one_held_then_not_the_latest() -> None:
    posts = [
        post("saltzman", "Deputy Chief", start="2020-08", end="2022-11", article="p"),
        post("saltzman", "Chief", start="2022-11-02", article="p"),
    ]
    said = [
        statement("Then.", "saltzman", date="2021-05-01"),
        statement("Now.", "saltzman", date="2025-04-09"),
        statement("Before.", "saltzman", date="2019-04-09"),
    ]
    frame = resolved(said, posts)
    assert frame["post_resolved"].to_dict() == {
        "a.s.saltzman.Then.": "Deputy Chief, U.S. Space Command",
        "a.s.saltzman.Now.": "Chief, U.S. Space Command",
    }
    assert set(frame["post_how"]) == {How.IN_POST}


def test_the_article_s_own_word_goes_first() -> None:
    posts = [
        post("whiting", "Director", attested="2025-04-09", article="a"),
        post("whiting", "Commander", start="2024-01-10", article="p"),
    ]
    frame = resolved([statement("X", date="2025-04-09")], posts)
    assert frame["post_resolved"].tolist() == ["Director, U.S. Space Command"]
    assert frame["post_how"].tolist() == [How.SAME_ARTICLE]


def test_head_names_no_second_post_beside_the_commander_s() -> None:
    posts = [
        post("whiting", "head", attested="2025-04-09", article="a", id="head"),
        post("whiting", "Commander", start="2024-01-10", article="p"),
    ]
    frame = resolved([statement("X", date="2025-04-09")], posts)
    assert frame["post_resolved"].tolist() == ["Commander, U.S. Space Command"]
    assert frame["post_claim"].tolist() == ["head"]
    rows = post_holders(tables(posts=posts), day("2025-05-01"))
    assert rows[["title", "sources"]].to_numpy().tolist() == [["Commander", 2]]


def test_of_two_posts_at_once_the_printed_words_choose() -> None:
    posts = [
        post("whiting", organisation="U.S. Space Command", attested="2025-04-01", id="one"),
        post("whiting", organisation="Operation Olympic Defender", attested="2025-04-01", id="two"),
    ]
    said = statement(
        "X", date="2025-04-09", post_as_printed="commander of Operation Olympic Defender"
    )
    frame = resolved([said], posts)
    assert frame["post_claim"].tolist() == ["two"]
    assert frame["post_agreement"].tolist() == [1.0]


def test_printed_and_resolved_that_share_no_words_are_a_mismatch() -> None:
    posts = [
        post("tedman", "Commander", organisation="UK Space Command", start="2024-05", article="p")
    ]
    said = [
        statement(
            "One", "tedman", date="2025-01-01", post_as_printed="deputy director of strategy"
        ),
        statement(
            "Two", "tedman", date="2025-01-01", post_as_printed="commander of U.K. Space Command"
        ),
        statement("Three", "tedman", date="2025-01-01"),
    ]
    found = mismatches(tables(statements=said, posts=posts))
    assert found["statement"].tolist() == ["a.s.tedman.One"]
    assert found["post_resolved"].tolist() == ["Commander, UK Space Command"]


def test_a_statement_without_a_day_counts_on_its_publication() -> None:
    posts = [post(start="2024-01-10", article="p")]
    articles = [article("a", "2024-02-01"), article("b", "2023-02-01")]
    said = [statement("A", article="a"), statement("B", article="b")]
    assert list(resolved(said, posts, articles=articles).index) == ["a.s.whiting.A"]


def test_no_posts_or_no_statements_give_an_empty_frame() -> None:
    assert resolved([], [post(start="2020")]).empty
    assert resolved([statement("X", date="2020")], []).empty
    assert post_holders(tables(), day("2020-01-01")).empty
