"""Date orders that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.check.order import check_order
from tests.datadir import article, read, vocabulary


def told(tmp_path: Path, facts: str, **head: str) -> list[tuple[str, str]]:
    file = read(article(**head) + facts)
    findings = check_order(file, vocabulary(tmp_path))
    return [(str(finding.severity), f"{finding.field}: {finding.message}") for finding in findings]


def membership(**dates: str) -> str:
    fields = "".join(f"{name}: '{value}', " for name, value in dates.items())
    return f"memberships: [{{coalition: cspo, nations: FRA, status: member, {fields}note: n}}]"


def test_an_end_before_its_start_is_an_error(tmp_path: Path) -> None:
    assert told(tmp_path, membership(start_date="2020-05", end_date="2019")) == [
        ("error", "memberships[0].end_date: 2019 is before the start, 2020-05")
    ]
    post = "posts: [{official: ann-doe, title: t, start_date: 2020, end_date: 2019, note: n}]"
    assert told(tmp_path, post) == [("error", "posts[0].end_date: 2019 is before the start, 2020")]


def test_dates_that_may_agree_are_fine(tmp_path: Path) -> None:
    assert told(tmp_path, membership(start_date="2020-05", end_date="2020")) == []
    assert told(tmp_path, membership(start_date="../2020-05", end_date="2019")) == []
    assert told(tmp_path, membership(start_date="[2014..2020]", attested_on="2016")) == []


@pytest.mark.parametrize("field", ["start_date", "attested_on"])
def test_a_membership_before_the_founding_is_a_warning(tmp_path: Path, field: str) -> None:
    """The founding day may be the claim that is wrong, so the fact is not kept out."""
    assert told(tmp_path, membership(**{field: "2013"})) == [
        ("warning", f"memberships[0].{field}: 2013 is before cspo began (2014-02-01): check both")
    ]
    assert told(tmp_path, membership(**{field: "2014"})) == []


def test_an_attestation_outside_what_the_claim_states_is_a_warning(tmp_path: Path) -> None:
    said = "is outside what the claim states"
    [(severity, message)] = told(tmp_path, membership(end_date="2020", attested_on="2021"))
    assert severity == "warning"
    assert f"2021 {said}, .. to 2020" in message
    [(_, message)] = told(tmp_path, membership(start_date="2022", attested_on="2021"))
    assert f"2021 {said}, 2022 to .." in message


@pytest.mark.parametrize(
    "facts",
    [
        "statements: [{speaker: ann-doe, kind: direct, text: x, date: 2025-04-10}]",
        "announcements: [{event: e, title: t, kind: meeting, date: 2025-05, note: n}]",
        "posts: [{official: ann-doe, title: t, attested_on: 2026, note: n}]",
        membership(attested_on="2025-04-10"),
    ],
)
def test_nothing_is_said_or_shown_after_the_article_came_out(tmp_path: Path, facts: str) -> None:
    [(severity, message)] = told(tmp_path, facts)
    assert severity == "error"
    assert message.endswith("is after the article was published or read (2025-04-09)")


def test_an_event_may_lie_in_the_future(tmp_path: Path) -> None:
    event = "announcements: [{event: e, title: t, kind: meeting, event_date: 2030, note: n}]"
    assert told(tmp_path, event) == []


def test_an_article_is_not_read_before_it_is_published(tmp_path: Path) -> None:
    assert told(tmp_path, "", retrieved="2025-04-08") == [
        ("error", "article.published: 2025-04-09 is after the article was read (2025-04-08)")
    ]
