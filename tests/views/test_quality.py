"""The page on how good the data is, as the two first articles say."""

from __future__ import annotations

from tests.views.app import opened, says


def test_it_says_how_many_facts_rest_on_a_verbatim_passage() -> None:
    app = opened("quality")
    assert says(app, "rest on a passage quoted verbatim", "problem")
    tables = [frame.value for frame in app.dataframe]
    passages = next(t for t in tables if "Quoted verbatim" in t.columns).set_index("Facts")
    assert passages.loc["Memberships", "Number"] == 17
    assert passages.loc["Memberships", "Quoted verbatim"] == 17


def test_silence_names_who_was_last_attested_when() -> None:
    app = opened("quality", {"as_of": "2025-12-15"})
    tables = [frame.value for frame in app.dataframe]
    silence = next(t for t in tables if "Days since" in t.columns)
    assert set(silence["Days since"]) == {10, 250}
    assert says(app, "Longest:", "last attested 9 Apr 2025 (inferred), 250 days before 15 Dec 2025")


def test_the_coalition_filter_narrows_the_silences() -> None:
    app = opened("quality", {"as_of": "2025-12-15", "coalition": "cspo"})
    silence = next(f.value for f in app.dataframe if "Days since" in f.value.columns)
    assert set(silence["Coalition"]) == {"CSpO"}


def test_expectations_the_two_articles_cannot_meet_are_named() -> None:
    assert says(opened("quality"), "✕", "artemis-accords", "membership claims")
