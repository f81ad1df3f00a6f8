"""The reader's facts against those vouched for: counted by hand."""

from __future__ import annotations

from dashboard.questions.reader_quality import ALL_RULES, reader_quality
from loaders.curation.proofs import Decision, Item, Proof

TEXT = "France and Italy are members. Spain is not. “We agree,” said Ann Doe. They met in Paris."


def proof(*facts: tuple[str, dict[str, object]], vouched: bool) -> Proof:
    decision = Decision.ACCEPTED if vouched else Decision.OPEN
    items = [Item(str(n), kind, fact, fact, 0, decision) for n, (kind, fact) in enumerate(facts)]
    return Proof("a", {}, TEXT, tuple(items), ())


def roster(*nations: str, rule: str | None = None) -> tuple[str, dict[str, object]]:
    fact = {"coalition": "cspo", "nations": list(nations), "status": "member", "rule": rule}
    return "memberships", fact


def said(text: str, rule: str | None = None) -> tuple[str, dict[str, object]]:
    return "statements", {"speaker": "ann-doe", "kind": "direct", "text": text, "rule": rule}


def measured(read: Proof, vouched: Proof) -> dict[tuple[str, str], tuple[float | None, ...]]:
    frame = reader_quality([(read, vouched)])
    rows = frame.astype(object).where(frame.notna(), None).itertuples(index=False)
    return {(row.kind, row.rule): (row.precision, row.recall) for row in rows}


def test_a_roster_counts_once_per_nation() -> None:
    found = measured(
        proof(roster("FRA", "ESP", rule="roster"), vouched=False),
        proof(roster("FRA", "ITA"), vouched=True),
    )
    assert found["memberships", ALL_RULES] == (0.5, 0.5)
    assert found["memberships", "roster"] == (0.5, None)


def test_each_rule_answers_for_its_own_facts() -> None:
    found = measured(
        proof(roster("FRA", rule="good"), roster("ESP", rule="bad"), vouched=False),
        proof(roster("FRA"), vouched=True),
    )
    assert found["memberships", "good"] == (1.0, None)
    assert found["memberships", "bad"] == (0.0, None)


def test_a_quotation_cut_otherwise_is_the_same() -> None:
    found = measured(
        proof(said("We agree", rule="q"), vouched=False), proof(said("We agree,"), vouched=True)
    )
    assert found["statements", ALL_RULES] == (1.0, 1.0)


def test_events_are_the_same_by_kind_and_place_in_the_text() -> None:
    def event(kind: str, passage: str) -> tuple[str, dict[str, object]]:
        return "announcements", {"kind": kind, "passage": passage, "title": "x"}

    vouched = proof(event("meeting", "They met in Paris."), vouched=True)
    assert measured(proof(event("meeting", "met in Paris"), vouched=False), vouched)[
        "announcements", ALL_RULES
    ] == (1.0, 1.0)
    assert measured(proof(event("meeting", "Spain is not."), vouched=False), vouched)[
        "announcements", ALL_RULES
    ] == (0.0, 0.0)


def test_a_fact_that_nobody_vouched_for_is_no_measure() -> None:
    assert measured(proof(vouched=False), proof(roster("FRA", rule="r"), vouched=False)) == {}


def test_nothing_read_and_nothing_stated_gives_no_rows() -> None:
    assert reader_quality([]).empty
