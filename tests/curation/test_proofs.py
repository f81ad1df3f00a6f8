"""Reading over: decisions, corrections, a new day of publication, what the file says then."""

from __future__ import annotations

from loaders.curation.proofs import (
    Decision,
    added,
    amended,
    compiled,
    content,
    decided,
    edited,
    item_spans,
    redrafted,
    reviewed,
)
from loaders.facts.models import Article
from tests.curation.articles import TEXT, all_accepted, extracted, one_fact


def _one(section: str, proof=None):
    return next(item for item in (proof or extracted()).items if item.section == section)


def test_the_reader_finds_the_quotation_and_the_roster() -> None:
    proof = extracted()
    said = _one("statements", proof)
    assert said.plain["speaker"] == "ann-doe"
    assert said.plain["text"] == "We stand together,"
    roster = _one("memberships", proof)
    assert roster.plain["nations"] == ["FRA", "DEU", "CAN"]


def test_every_fact_has_its_place_in_the_text() -> None:
    proof = extracted()
    for item in proof.items:
        for start, end in item_spans(item, TEXT):
            assert TEXT[start:end].strip()
        assert item_spans(item, TEXT)


def test_an_accepted_fact_loses_its_rule_and_a_rejected_one_is_left_out() -> None:
    proof = extracted()
    roster, said = _one("memberships", proof), _one("statements", proof)
    proof = decided(proof, roster.key, Decision.ACCEPTED)
    proof = decided(proof, said.key, Decision.REJECTED)
    made = content(proof)
    assert "rule" not in made["memberships"][0]
    assert "statements" not in made


def test_the_article_is_compiled_once_every_fact_is_decided_on() -> None:
    proof = extracted()
    assert content(proof)["article"]["state"] == "extracted"
    assert content(all_accepted(proof))["article"]["state"] == "compiled"


def test_a_new_day_resolves_relative_days_again_and_keeps_what_a_person_changed() -> None:
    text = (
        "The ministers met in Paris on Tuesday. “We agree,” said Ann Doe of the U.S. Space Force."
    )
    old = extracted(text, "2025-04-09")
    meeting = _one("announcements", old)
    assert meeting.plain["event_date"] == "2025-04-08"
    old = edited(old, meeting.key, {**meeting.plain, "place": "Versailles"})
    new = redrafted(old, extracted(text, "2025-04-16"))
    again = _one("announcements", new)
    assert again.plain["event_date"] == "2025-04-15"
    assert again.plain["place"] == "Versailles"
    assert again.decision is Decision.ACCEPTED


def test_a_rejected_fact_stays_rejected_when_the_article_is_read_again() -> None:
    old = extracted()
    old = decided(old, _one("memberships", old).key, Decision.REJECTED)
    assert _one("memberships", redrafted(old, extracted())).decision is Decision.REJECTED


def test_a_fact_added_by_hand_survives_a_new_reading() -> None:
    fact = {"coalition": "sentinel", "nations": ["FRA"], "status": "observer",
            "passage": "Nothing else was announced."}  # fmt: skip
    proof = redrafted(added(extracted(), "memberships", fact), extracted())
    assert fact in [item.plain for item in proof.items]


def test_passages_of_a_body_that_is_not_free_are_short() -> None:
    long = "France is a member " + "of the whole of this initiative " * 12
    proof = one_fact(long, passage=long.strip())
    (fact,) = content(proof)["memberships"]
    assert len(fact["passage"]) <= 200
    assert fact["passage"].endswith("[…]")


def test_who_changes_a_reviewed_fact_is_not_its_reviewer() -> None:
    proof = reviewed(all_accepted(extracted()), "Bo Ray", "2025-05-01")
    assert content(proof)["article"]["reviewed_by"] == "Bo Ray"
    key = proof.items[0].key
    changed = content(edited(proof, key, {**proof.items[0].plain, "note": "A note"}))
    assert changed["article"]["state"] == "compiled"
    assert "reviewed_by" not in changed["article"]


def test_who_compiled_and_when_is_kept_once_all_is_decided() -> None:
    proof = compiled(extracted(), "Ann Doe", "2025-05-01")
    assert "compiled_by" not in content(proof)["article"]
    proof = compiled(all_accepted(extracted()), "Ann Doe", "2025-05-01")
    article = content(proof)["article"]
    assert (article["compiled_by"], article["compiled_on"]) == ("Ann Doe", "2025-05-01")
    assert Article.model_validate(article).compiled_by == "Ann Doe"


def test_without_a_name_the_day_alone_is_kept() -> None:
    article = content(compiled(all_accepted(extracted()), None, "2025-05-01"))["article"]
    assert "compiled_by" not in article
    assert article["compiled_on"] == "2025-05-01"


def test_the_reviewer_leaves_the_compiler_as_he_was() -> None:
    proof = compiled(all_accepted(extracted()), "Ann Doe", "2025-05-01")
    proof = compiled(reviewed(proof, "Bo Ray", "2025-05-02"), "Bo Ray", "2025-05-02")
    article = content(proof)["article"]
    assert (article["compiled_by"], article["reviewed_by"]) == ("Ann Doe", "Bo Ray")


def test_a_fact_decided_on_later_is_open_again_and_so_is_the_article() -> None:
    proof = compiled(all_accepted(extracted()), "Ann Doe", "2025-05-01")
    article = content(decided(proof, proof.items[0].key, Decision.OPEN))["article"]
    assert article["state"] == "extracted"
    assert "compiled_by" not in article
    Article.model_validate(article)


def test_what_is_amended_is_not_decided() -> None:
    proof = extracted()
    item = next(item for item in proof.items if item.section == "memberships")
    changed = amended(proof, item.key, {"status": "observer", "start_date": None}).item(item.key)
    assert changed is not None
    assert (changed.plain["status"], changed.decision) == ("observer", Decision.OPEN)
