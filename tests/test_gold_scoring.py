"""How the gold set counts: tiny articles, hand-made results."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.gold.annotations import Article, Gold
from tests.gold.scoring import score
from tests.gold.tally import Tally

TEXT = 'Gen. Ann Lee, Commander, U.S. Force, spoke. "We go," she said. "Now." Chad joined CSpO.'
GOLD = {
    "published": "2025-03-05",
    "published_from": "flag",
    "statements": [
        {
            "kind": "direct",
            "spans": ["We go,", "Now."],
            "speakers": [{"as_printed": "she", "name": "Ann Lee", "pronoun": True}],
        }
    ],
    "persons": [{"name": "Ann Lee", "rank": "Gen.", "nationality": "USA"}],
    "posts": [
        {
            "person": "Ann Lee",
            "title": "Commander",
            "organisation": "U.S. Force",
            "organisation_nation": "USA",
        }
    ],
    "nations": {"USA": ["U.S."], "TCD": ["Chad"]},
    "memberships": [
        {"coalition": "cspo", "nations": ["TCD"], "status": "member", "start_date": "2025"}
    ],
    "not_members": {"cspo": ["USA"]},
    "announcements": [
        {
            "kind": "accession",
            "date": "2025-03-05",
            "nations": ["TCD"],
            "coalitions": ["cspo"],
            "passage": "Chad joined CSpO",
        }
    ],
}
ARTICLE = Article(path=Path("lee.txt"), text=TEXT, gold=Gold.model_validate(GOLD))


def span(words: str) -> dict[str, int]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def perfect() -> dict[str, Any]:
    """What an extractor that agrees with every annotation would print."""
    return {
        "article": {"published": "2025-03-05"},
        "statements": [
            {
                "kind": "direct",
                "spans": [span("We go,"), span("Now.")],
                "speakers": [{"as_printed": "she", "kind": "person", "name": "Ann Lee"}],
            }
        ],
        "persons": [{"id": "p1", "name": "Ann Lee", "rank": "Gen.", "nationality": "USA"}],
        "posts": [
            {
                "person": "p1",
                "title": "commander",
                "organisation": "the U.S. Force",
                "organisation_nation": "USA",
            }
        ],
        "mentions": [span("U.S.") | {"nation": "USA"}, span("Chad") | {"nation": "TCD"}],
        "memberships": [
            {"coalition": "cspo", "nation": "TCD", "status": "member", "start_date": "2025"}
        ],
        "announcements": [
            {
                "kind": "accession",
                "date": "2025-03-05",
                "nations": ["TCD"],
                "coalitions": ["cspo"],
                "evidence": [span("Chad joined CSpO.")],
            }
        ],
        "problems": [],
    }


def empty() -> dict[str, Any]:
    lists: dict[str, Any] = {key: [] for key, value in perfect().items() if isinstance(value, list)}
    return {"article": {}} | lists


def test_a_perfect_result_scores_one_throughout() -> None:
    assert {kind: t.f1 for kind, t in score(ARTICLE, perfect()).items() if t.f1 < 1} == {}


def test_an_empty_result_misses_everything_but_invents_nothing() -> None:
    tallies = score(ARTICLE, empty())
    assert tallies["spans"].recall == 0
    assert tallies["memberships"].expected == 1
    assert tallies["  not to be counted in"].f1 == 1


def test_a_comma_more_or_less_is_tolerated_but_not_exact() -> None:
    result = perfect()
    result["statements"][0]["spans"][0] = span("We go")
    tallies = score(ARTICLE, result)
    assert tallies["spans"].right == 2
    assert tallies["spans, exact"].right == 1


def test_an_unresolved_pronoun_is_a_wrong_speaker() -> None:
    result = perfect()
    result["statements"][0]["speakers"][0]["name"] = None
    tallies = score(ARTICLE, result)
    assert tallies["spans"].right == 2
    assert tallies["span + speaker"].right == 0
    assert tallies["pronouns resolved"].recall == 0


def test_a_nation_merely_mentioned_must_not_be_counted_in() -> None:
    result = perfect()
    result["memberships"].append({"coalition": "cspo", "nation": "USA", "status": "member"})
    tallies = score(ARTICLE, result)
    assert tallies["memberships"].precision == 0.5
    assert tallies["  not to be counted in"].right == 0


def test_an_announcement_of_another_kind_is_missed_and_extra() -> None:
    result = perfect()
    result["announcements"][0]["kind"] = "meeting"
    tally = score(ARTICLE, result)["announcements"]
    assert (tally.expected, tally.found, tally.right) == (1, 1, 0)


def test_a_false_day_is_a_wrong_date() -> None:
    result = perfect()
    result["memberships"][0]["start_date"] = "2025-03-04"
    tally = score(ARTICLE, result)["dates"]
    assert (tally.expected, tally.found, tally.right) == (2, 2, 1)


def test_what_an_article_leaves_out_is_not_judged() -> None:
    lists = ("statements", "persons", "posts", "nations", "memberships", "announcements")
    silent = {key: value for key, value in GOLD.items() if key not in lists}
    article = Article(path=Path("a.txt"), text=TEXT, gold=Gold.model_validate(silent))
    assert set(score(article, perfect())) == {"dates", "problems (recall)"}


def test_f1_is_the_harmonic_mean() -> None:
    tally = Tally(expected=4, found=2, right=2)
    assert (tally.precision, tally.recall) == (1, 0.5)
    assert round(tally.f1, 3) == 0.667


def test_a_standing_that_the_text_leaves_open_is_right_whatever_is_told() -> None:
    gold = Gold.model_validate(
        GOLD | {"memberships": [{"coalition": "cspo", "nations": ["TCD"], "status": "?"}]}
    )
    tallies = score(Article(path=Path("lee.txt"), text=TEXT, gold=gold), perfect())
    assert tallies["memberships"].f1 == 1
