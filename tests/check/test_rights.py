"""How much of a body may be committed."""

from __future__ import annotations

import pytest

from loaders.build.texts import HeldText
from loaders.check.rights import check_rights, committed_share
from loaders.findings import Severity
from tests.datadir import article, read

LONG = "word " * 40 + "x"  # 201 characters


def told(facts: str, body: str | None = None, **head: str) -> list[str]:
    held = HeldText(body, "") if body else None
    return [finding.message for finding in check_rights(read(article(**head) + facts), held)]


def post(passage: str) -> str:
    return f"posts: [{{official: ann-doe, title: t, passage: '{passage}'}}]\n"


@pytest.mark.parametrize("rights", ["copyrighted", "unknown"])
def test_a_passage_has_at_most_200_characters(rights: str) -> None:
    assert len(LONG) == 201
    assert told(post(LONG), rights=rights) == [f"201 characters of a {rights} body: at most 200"]
    assert told(post(LONG[1:]), rights=rights) == []


@pytest.mark.parametrize("rights", ["public domain", "open licence"])
def test_a_body_that_is_free_may_be_repeated(rights: str) -> None:
    assert told(post(LONG), rights=rights, text="texts/a.txt") == []


def test_a_body_that_is_not_free_does_not_lie_under_texts() -> None:
    [message] = told("", text="texts/a.txt")
    assert message == (
        "the body is copyrighted: take it out of texts/ (local/texts/ is ignored by git)"
    )


@pytest.mark.parametrize("kind", ["direct", "partial"])
def test_a_quotation_may_be_whole_with_what_attributes_it(kind: str) -> None:
    said = f"statements: [{{speaker: ann-doe, kind: {kind}, text: '{LONG}'}}]"
    assert told(said) == []
    around = said.replace("}]", f", passage: '“{LONG},” said Doe on Tuesday.'}}]")
    assert told(around) == []


def test_a_quotations_passage_does_not_carry_the_article_along() -> None:
    around = f"'{LONG} Yes. {LONG}'"
    said = f"statements: [{{speaker: ann-doe, kind: direct, text: Yes, passage: {around}}}]"
    assert len(told(said)) == 1


def test_a_reported_clause_is_the_articles_own_and_kept_short() -> None:
    said = f"statements: [{{speaker: ann-doe, kind: indirect, text: '{LONG}'}}]"
    assert told(said) == ["201 characters of a copyrighted body: at most 200"]


def test_our_own_paraphrase_may_be_long() -> None:
    said = f"statements: [{{speaker: ann-doe, kind: paraphrase, text: '{LONG}', note: n}}]"
    assert told(said) == []


def test_what_tells_a_passage_apart_counts_with_it() -> None:
    facts = post("x").replace("'x'", f"{{exact: x, prefix: {'p' * 100}, suffix: {'s' * 100}}}")
    assert len(told(facts)) == 1


BODY = "a" * 60 + " " + "b" * 39  # 100 characters


def test_over_40_percent_of_a_body_is_a_warning() -> None:
    file = read(article() + post("a" * 60))
    [finding] = check_rights(file, HeldText(BODY, ""))
    assert finding.severity is Severity.WARNING
    assert finding.message == "60% of the body is committed: keep it under 40%"
    assert told(post("b" * 39), BODY) == []


def test_the_share_of_a_body_not_held_goes_by_the_length_stated() -> None:
    assert told(post("a" * 41), body_characters="100") != []
    assert told(post("a" * 40), body_characters="100") == []
    assert committed_share(read(article() + post("a" * 41)), None).share is None


def test_what_passages_share_counts_once() -> None:
    facts = post("one two three") + "persons: [{official: ann-doe, passage: three four}]\n"
    body = "one two three four five!"
    assert committed_share(read(article() + facts), HeldText(body, "")).characters == 18


def test_what_an_omission_leaves_out_is_not_committed() -> None:
    share = committed_share(read(article() + post("one […] five")), HeldText("one two five", ""))
    assert share.characters == 7
