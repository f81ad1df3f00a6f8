"""Drafts: facts files that a person reads over, and that nothing writes over afterwards."""

from __future__ import annotations

from pathlib import Path

from loaders.check.checking import check_file
from loaders.extraction import extract
from loaders.extraction.drafts import Draft, Written, is_untouched, make_draft, write_draft
from loaders.facts.extracted import Known
from loaders.facts.reading import ReadFacts, parse_facts
from loaders.findings import errors
from loaders.paths import REPOSITORY, DataDirectory
from loaders.reference import read_reference

REFERENCE = read_reference(DataDirectory(REPOSITORY / "data"))
KNOWN = Known(REFERENCE.coalitions, REFERENCE.officials)
ARTICLE = (
    "OSLO, Dec. 5, 2025 — Italy joined the CSpO Initiative on Tuesday.\n\n"
    "The CSpO Initiative unites the 3 nations of Canada and Norway. "
    '"We are glad," said Gen. Stephen Whiting, Commander, U.S. Space Command. '
    '"So am I," said Gen. Nobody Known.\n\n'
    "Palau and Tonga joined the Pacific Orbital Watch Partnership (POWP)."
)


def draft(text: str = ARTICLE, name: str = "notes/Oslo meeting.txt") -> Draft:
    return make_draft(extract(text, name), KNOWN)


def facts(made: Draft) -> ReadFacts:
    read = parse_facts(made.text, f"articles/{made.name}")
    assert isinstance(read, ReadFacts), read
    return read


def test_a_draft_passes_the_checks() -> None:
    assert errors(list(check_file(facts(draft()), REFERENCE, None))) == []


def test_a_draft_is_named_after_its_file_and_says_it_was_extracted() -> None:
    made = draft()
    assert made.name == "oslo-meeting.yaml"
    assert facts(made).facts.article.state == "extracted"


def test_the_unsure_stand_first() -> None:
    claims = facts(draft()).facts.memberships
    assert [c.confidence for c in claims] == sorted(c.confidence or 0 for c in claims)
    assert claims[-1].nations == ["CAN", "NOR"]


def test_a_problem_stands_as_a_comment_at_its_fact_and_as_a_row() -> None:
    made = draft()
    comment = made.text.index("  # count mismatch: ")
    assert made.text.index("announcements:") < comment or made.text.index("memberships:") < comment
    assert "count mismatch" in [p.kind for p in facts(made).facts.problems]


def test_what_no_reference_file_declares_is_a_problem_not_a_fact() -> None:
    found = facts(draft()).facts
    kinds = {(p.kind, p.text) for p in found.problems}
    assert ("unknown official", "Nobody Known") in kinds
    assert any(kind == "unknown coalition" and "PLW" in text for kind, text in kinds)
    assert {m.coalition for m in found.memberships} == {"cspo"}


def test_a_family_name_alone_is_left_to_a_person_with_those_who_bear_it() -> None:
    found = facts(draft("Secretary Whiting's guidance was read out in Oslo.", "a.txt")).facts
    (problem,) = [p for p in found.problems if p.kind == "unknown official"]
    assert problem.why == "named by the family name only; in officials.yaml: stephen-whiting"


def test_a_body_that_is_not_free_is_repeated_in_short_passages_only() -> None:
    long = "Norway joined the CSpO Initiative on Tuesday, " + "as everybody knew it would, " * 20
    (claim,) = facts(draft(f"{long}in Oslo.", "a.txt")).facts.memberships
    passage = (claim.passage or [])[0]
    assert len(getattr(passage, "exact", passage)) <= 200


def test_an_article_without_a_day_counts_from_the_day_it_was_read() -> None:
    assert facts(draft("Norway is a member of the CSpO Initiative.")).facts.article.retrieved


def test_a_draft_is_made_anew_until_a_person_touches_it(tmp_path: Path) -> None:
    made = draft()
    assert write_draft(made, tmp_path) is Written.NEW
    assert write_draft(made, tmp_path) is Written.RENEWED
    path = tmp_path / made.name
    path.write_text(
        path.read_text(encoding="utf-8").replace("[CAN, NOR]", "[CAN]"), encoding="utf-8"
    )
    assert write_draft(made, tmp_path) is Written.KEPT
    assert "[CAN]" in path.read_text(encoding="utf-8")


def test_a_file_that_was_never_a_draft_counts_as_touched(tmp_path: Path) -> None:
    assert not is_untouched("article:\n  title: Mine\n")
    (tmp_path / "oslo-meeting.yaml").write_text("mine\n", encoding="utf-8")
    assert write_draft(draft(), tmp_path) is Written.KEPT
