"""The same fact twice, and events that are probably one under two slugs."""

from __future__ import annotations

import pytest

from loaders.check.duplicates import check_duplicates, likely_twins, same_articles
from loaders.facts.reading import ReadFacts
from loaders.findings import Severity
from tests.datadir import ARTICLE, article, read


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("memberships", "coalition: cspo, nations: [AUS, FRA], status: member, note: n",
         "coalition: cspo, nations: [FRA], status: member, note: other words"),
        ("statements", "speaker: ann-doe, kind: direct, text: x",
         "speaker: ann-doe, kind: partial, text: x"),
        ("announcements", "event: e, title: t, kind: meeting, date: 2025, note: n",
         "event: e, title: another, kind: meeting, date: 2025, note: n"),
        ("posts", "official: ann-doe, title: t, note: n", "official: ann-doe, title: t, note: m"),
    ],
)  # fmt: skip
def test_the_same_fact_twice_is_an_error(kind: str, one: str, other: str) -> None:
    file = read(f"{ARTICLE}{kind}:\n  - {{{one}}}\n  - {{{other}}}\n")
    [finding] = check_duplicates(file)
    assert str(finding).endswith(
        f"a.yaml:12: error: {kind}[1]: the same fact stands at line 11: keep one"
    )


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("memberships", "coalition: cspo, nations: FRA, status: member, note: n",
         "coalition: cspo, nations: FRA, status: observer, note: n"),
        ("memberships", "coalition: cspo, nations: FRA, status: member, start_date: 2020, note: n",
         "coalition: cspo, nations: FRA, status: member, start_date: 2021, note: n"),
        ("statements", "speaker: ann-doe, kind: direct, text: x",
         "speaker: bo-ray, kind: direct, text: x"),
        ("posts", "official: ann-doe, title: t, note: n",
         "official: ann-doe, title: t, acting: true, note: n"),
    ],
)  # fmt: skip
def test_facts_that_differ_are_not_duplicates(kind: str, one: str, other: str) -> None:
    assert not list(check_duplicates(read(f"{ARTICLE}{kind}:\n  - {{{one}}}\n  - {{{other}}}\n")))


def event(name: str, slug: str, **changes: str) -> ReadFacts:
    fields = {
        "event": slug, "title": "Ten nations meet in Toulouse", "kind": "meeting",
        "event_date": "2025-12-02", "coalitions": "cspo", "note": "n", **changes,
    }  # fmt: skip
    typed = ", ".join(f"{field}: '{value}'" for field, value in fields.items() if value)
    return read(f"{ARTICLE}announcements: [{{{typed}}}]", f"articles/{name}.yaml")


def test_two_slugs_for_what_looks_like_one_event_are_a_warning() -> None:
    one, other = event("a", "cspo-2025"), event("b", "toulouse-2025", event_date="2025-12-04")
    [finding] = likely_twins([one, other])
    assert finding.severity is Severity.WARNING
    assert finding.path == "articles/b.yaml"
    assert finding.message == (
        "'toulouse-2025' looks like the event 'cspo-2025' of articles/a.yaml: "
        "if it is, give both the same slug"
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"event_date": "2025-12-06"},
        {"kind": "agreement"},
        {"coalitions": "sentinel"},
        {"title": "Rocket launched from Kourou"},
    ],
)
def test_events_apart_in_day_kind_coalition_or_title_are_no_twins(changes: dict[str, str]) -> None:
    assert not list(likely_twins([event("a", "one"), event("b", "two", **changes)]))


def test_claims_about_one_event_are_no_twins() -> None:
    assert not list(likely_twins([event("a", "one"), event("b", "one")]))


def test_a_twin_is_found_behind_many_claims_of_its_day() -> None:
    crowd = [event(f"c{n}", f"b{n}", coalitions="sentinel") for n in range(30)]
    found = list(likely_twins([event("a", "a-first"), *crowd, event("z", "z-last")]))
    assert "z-last" in [finding.message.split("'")[1] for finding in found]


def of_one_article(one: str, other: str) -> list[str]:
    reads = [read(one, "articles/2025/a.yaml"), read(other, "articles/2025/b.yaml")]
    return [f"{finding.path}:{finding.line} {finding.field}" for finding in same_articles(reads)]


@pytest.mark.parametrize(
    ("one", "other", "field"),
    [
        (article(url="https://x.org"), article(url="http://x.org/", title="E"), "9 article.url"),
        (article(), article(title="TEN nations meet!"), "2 article.title"),
    ],
)  # fmt: skip
def test_two_facts_files_of_one_article_are_told(one: str, other: str, field: str) -> None:
    assert of_one_article(one, other) == [f"articles/2025/b.yaml:{field}"]


@pytest.mark.parametrize(
    "other",
    [
        article(copy_of="a"),
        article(published="2025-04-10"),
        article(publisher="Another"),
        article(title="Eleven nations meet"),
    ],
)
def test_a_copy_or_another_day_or_publisher_is_another_article(other: str) -> None:
    assert of_one_article(article(), other) == []


def test_two_copies_of_a_third_are_two_articles() -> None:
    assert of_one_article(article(copy_of="c"), article(copy_of="c")) == []
