"""Every question over 100,000 statements, 20,000 memberships and 10,000 announcements.

Run with `pytest tests/benchmarks --benchmark-only`. The bounds are wide: they catch a question
that has become slow, not a busy machine: seconds
are of processor time.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from dashboard.questions.disagreements import disagreements
from dashboard.questions.growth import invitation_to_accession, members_over_time, order_of_joining
from dashboard.questions.posts import mismatches, post_holders, posts_at_statements
from dashboard.questions.same_quotation import same_quotations
from dashboard.questions.same_story import same_stories
from dashboard.questions.set_algebra import likeness, members, overlaps
from dashboard.questions.silence import articles_read, last_attestations
from loaders.standing import standing, stints_of
from loaders.tables.frames import Frames
from tests.synthetic import synthetic_frames

DAY = date(2025, 12, 5)


@pytest.fixture(scope="module")
def tables() -> Frames:
    return synthetic_frames()


QUESTIONS: list[tuple[str, Callable[[Frames], Any], float]] = [
    ("standing of one coalition", lambda t: standing(t, ["c01"], DAY), 0.1),
    ("standing with editions", lambda t: standing(t, ["c00"], DAY, include_children=True), 0.15),
    ("standing of all, known by a day", lambda t: standing(t, None, DAY, date(2020, 1, 1)), 0.3),
    ("all stints", lambda t: stints_of(t), 0.1),
    ("members of all", lambda t: members(t, None, DAY), 0.1),
    ("overlaps and likeness", lambda t: (overlaps(s := members(t, None, DAY)), likeness(s)), 0.15),
    ("members over time", lambda t: members_over_time(t, None, DAY), 0.15),
    ("order of joining", lambda t: order_of_joining(t, "c01", DAY), 0.1),
    ("invitation to accession", lambda t: invitation_to_accession(t), 0.1),
    ("disagreements", lambda t: disagreements(t), 0.8),
    ("post holders", lambda t: post_holders(t, DAY), 0.25),
    ("posts at statements", lambda t: posts_at_statements(t), 0.6),
    ("mismatches of posts", lambda t: mismatches(t), 0.8),
    ("articles read", lambda t: articles_read(t), 0.5),
    ("last attestations", lambda t: last_attestations(t, DAY), 0.7),
    ("one person's same quotations", lambda t: same_quotations(t, "p0000001"), 0.1),
    ("all same quotations", lambda t: same_quotations(t), 2.0),
    ("same stories", lambda t: same_stories(t), 2.5),
]  # fmt: skip


@pytest.mark.benchmark(timer=time.process_time)
@pytest.mark.parametrize(
    ("question", "seconds"), [q[1:] for q in QUESTIONS], ids=[q[0] for q in QUESTIONS]
)
def test_a_question_is_answered_in_time(
    benchmark: Any, tables: Frames, question: Callable[[Frames], Any], seconds: float
) -> None:
    benchmark.pedantic(question, args=(tables,), rounds=5, warmup_rounds=1)
    assert benchmark.stats.stats.min < seconds
