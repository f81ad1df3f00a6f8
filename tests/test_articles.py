"""What the tables must hold of the two articles the project starts from, stated by hand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest

from loaders.build.building import table_rows
from loaders.check.checking import Checked, check_data
from loaders.paths import REPOSITORY, DataDirectory
from loaders.tables.frames import Frames, frames_of

STRATEGY = "space-force-international-strategy"
PRINCIPALS = "cspo-principals-toulouse"
CSPO = {"AUS", "CAN", "FRA", "DEU", "ITA", "JPN", "NZL", "NOR", "GBR", "USA"}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """The two facts files and the vocabulary alone, whatever else the corpus holds by now."""
    source, root = REPOSITORY / "data", tmp_path_factory.mktemp("data")
    shutil.copytree(source / "reference", root / "reference")
    shutil.copytree(source / "texts", root / "texts")
    (root / "articles" / "2025").mkdir(parents=True)
    for name in (STRATEGY, PRINCIPALS):
        path = Path("articles") / "2025" / f"{name}.yaml"
        shutil.copy(source / path, root / path)
    return check_data(DataDirectory(root))


@pytest.fixture(scope="module")
def tables(checked: Checked) -> Frames:
    return frames_of(table_rows(checked))


def of(tables: Frames, table: str, article: str) -> pd.DataFrame:
    frame = tables[table]
    return frame[frame["article"] == article]


def statements(tables: Frames, article: str, *kinds: str) -> list[tuple[str, str]]:
    """Who said what: (official or speaker as printed, the first words)."""
    frame = of(tables, "statements", article)
    frame = frame[frame["kind"].isin(kinds)]
    speakers = frame["official"].astype(object).fillna(frame["speaker_as_printed"])
    first_words = frame["text"].str.split().str[:3].str.join(" ")
    return sorted(zip(speakers, first_words, strict=True))


def event(tables: Frames, slug: str) -> pd.Series:
    frame = tables["announcements"]
    [row] = [row for _, row in frame[frame["event"] == slug].iterrows()]
    return row


def test_both_articles_are_clean(checked: Checked) -> None:
    assert [str(finding) for finding in checked.findings] == []
    assert [source.id for source in checked.sources] == [PRINCIPALS, STRATEGY]


def test_of_the_copyrighted_article_no_body_and_at_most_two_fifths_is_committed(
    checked: Checked,
) -> None:
    facts = {source.id: source.facts.article for source in checked.sources}
    assert facts[STRATEGY].rights == "copyrighted"
    assert facts[STRATEGY].text is None
    assert facts[PRINCIPALS].rights == "public domain"
    [share] = [share.share for share in checked.shares if share.article == STRATEGY]
    assert share is not None
    assert share <= 0.40


def test_every_passage_of_the_held_article_stands_where_its_evidence_says(
    checked: Checked, tables: Frames
) -> None:
    [body] = [source.text for source in checked.sources if source.id == PRINCIPALS]
    assert body is not None
    evidence = of(tables, "evidence", PRINCIPALS)
    for row in evidence[evidence["exact"].notna()].itertuples():
        assert body[row.start : row.end] == row.exact


def test_olympic_defender_has_seven_nations_attested_and_no_day_of_joining(tables: Frames) -> None:
    claims = of(tables, "memberships", STRATEGY)
    assert set(claims["coalition"]) == {"olympic-defender"}
    assert set(claims["nation"]) == {"USA", "AUS", "GBR", "CAN", "FRA", "DEU", "NZL"}
    assert claims["counts"].all()
    assert claims["start_date"].isna().all()
    assert set(claims["attested_on"]) == {"2025-04-09~"}


def test_cspo_has_ten_nations_attested(tables: Frames) -> None:
    claims = of(tables, "memberships", PRINCIPALS)
    assert set(claims["coalition"]) == {"cspo"}
    assert (set(claims["nation"]), len(claims)) == (CSPO, 10)
    assert claims["start_date"].isna().all()


def test_eight_passages_are_quoted_by_three_named_officials_and_one_by_officials(
    tables: Frames,
) -> None:
    assert statements(tables, STRATEGY, "direct", "partial") == [
        ("chance-saltzman", "Once the checkbooks"),
        ("chance-saltzman", "Our international partnership"),
        ("chance-saltzman", "We continue to"),
        ("chance-saltzman", "more seamless multinational"),
        ("officials", "bilateral rendezvous and"),
        ("paul-godfrey", "If we just"),
        ("paul-godfrey", "so we need"),
        ("stephen-whiting", "combined capabilities in"),
        ("stephen-whiting", "operationalize our relationships"),
    ]


def test_reported_speech_is_saltzmans_twice_the_officials_and_the_leaders(tables: Frames) -> None:
    assert statements(tables, STRATEGY, "indirect") == [
        ("U.S. and European space leaders", "the need to"),
        ("chance-saltzman", "The new strategy"),
        ("chance-saltzman", "allies still want"),
        ("officials", "developing their own"),
    ]


def test_he_said_has_a_speaker(tables: Frames) -> None:
    frame = of(tables, "statements", STRATEGY)
    he = frame[frame["speaker_as_printed"] == "he"]
    assert sorted(he["official"]) == ["chance-saltzman", "stephen-whiting"]


def test_a_quoted_name_is_no_statement(tables: Frames) -> None:
    said = of(tables, "statements", STRATEGY)["text"].str.casefold()
    assert not said.str.strip(" ,.").eq("international space strategy").any()


def test_trump_is_mentioned_and_says_nothing(tables: Frames) -> None:
    assert "donald-trump" in set(of(tables, "persons", STRATEGY)["official"])
    assert "donald-trump" not in set(tables["statements"]["official"].dropna())


def test_the_blogs_own_lines_are_no_part_of_the_article(tables: Frames) -> None:
    [article] = [row for _, row in tables["articles"].iterrows() if row["id"] == STRATEGY]
    assert (article["publisher"], article["tier"]) == ("Defense One", "press")
    assert article["via"].startswith("https://")
    words = " ".join(
        frame[column].dropna().astype(str).str.cat(sep=" ")
        for frame in tables.values()
        for column in frame.select_dtypes(include=["object", "string"]).columns
    )
    for line in ("Jesus", "Comments are closed", "cookies"):
        assert line not in words


def test_wednesday_is_9_april_and_also_tuesday_is_8_april(tables: Frames) -> None:
    frame = of(tables, "statements", STRATEGY).set_index("text")["date"]
    assert frame[[text for text in frame.index if text.startswith("We continue")]].tolist() == [
        "2025-04-09"
    ]
    assert frame["bilateral rendezvous and proximity operation"] == "2025-04-08"


def test_a_british_officer_serves_in_an_american_post(tables: Frames) -> None:
    [person] = (
        of(tables, "persons", STRATEGY).query("official == 'paul-godfrey'").to_dict("records")
    )
    [post] = of(tables, "posts", STRATEGY).query("official == 'paul-godfrey'").to_dict("records")
    assert (person["nationality"], person["nationality_from"]) == ("GBR", "stated")
    assert (post["organisation"], post["organisation_nation"]) == ("U.S. Space Force", "USA")


def test_the_coming_strategy_is_announced_with_its_three_goals(tables: Frames) -> None:
    row = event(tables, "space-force-international-strategy")
    assert (row["kind"], row["date"]) == ("strategy", "2025-04-09")
    assert row["event_date_earliest"] >= pd.Timestamp(2025, 4, 9), "in the coming weeks"
    evidence = of(tables, "evidence", STRATEGY).set_index("id")
    note = evidence.loc[row["evidence"], "note"]
    for goal in ("multiply the force", "interoperability", "integration"):
        assert goal in note


def test_the_first_bilateral_operation_was_disclosed_that_day_and_flown_on_an_unknown_one(
    tables: Frames,
) -> None:
    row = event(tables, "us-france-first-rpo")
    assert (row["date"], row["kind"]) == ("2025-04-08", "operation")
    assert pd.isna(row["event_date"])
    assert pd.isna(row["event_date_latest"])
    assert set(row["nations"]) == {"USA", "FRA"}


def test_three_officials_speak_in_toulouse_one_split_by_its_attribution(tables: Frames) -> None:
    assert statements(tables, PRINCIPALS, "direct", "partial") == [
        ("chance-saltzman", "We are building"),
        ("robert-brose", "Just as our"),
        ("stephen-whiting", "Our opponents are"),
    ]
    frame = of(tables, "statements", PRINCIPALS)
    [split] = frame[frame["official"] == "chance-saltzman"].to_dict("records")
    [passage] = of(tables, "evidence", PRINCIPALS).query("fact == @split['id']")["exact"]
    assert "environment, To be effective" in split["text"]
    assert "said Saltzman" in passage
    assert (passage[0], passage[-1]) == ('"', '"')


def test_the_delegation_underscored_and_outlined(tables: Frames) -> None:
    said = statements(tables, PRINCIPALS, "indirect")
    assert ("the U.S. delegation", "its commitment to") in said
    assert ("the U.S. delegation", "areas where U.S.") in said
    rows = of(tables, "statements", PRINCIPALS).query("kind == 'indirect'")
    assert set(zip(rows["speaker_as_printed"], rows["speaker_kind"], strict=True)) == {
        ("U.S. military officials and leaders from all 10 nations", "group"),
        ("the U.S. delegation", "organisation"),
        ("The U.S.", "organisation"),
    }


def test_whiting_holds_two_posts(tables: Frames) -> None:
    posts = of(tables, "posts", PRINCIPALS).query("official == 'stephen-whiting'")
    assert set(zip(posts["title"], posts["organisation"], strict=True)) == {
        ("Commander", "U.S. Space Command"),
        ("Commander", "Multinational Force Operation Olympic Defender"),
    }
    multinational = posts[posts["organisation"].str.startswith("Multinational")]
    assert multinational["organisation_nation"].isna().all()


def test_brose_performs_the_duties_of_a_post_besides_his_own(tables: Frames) -> None:
    posts = of(tables, "posts", PRINCIPALS).query("official == 'robert-brose'")
    assert dict(zip(posts["title"], posts["acting"], strict=True)) == {
        "Deputy Assistant Secretary of War for Space and Missile Defense": False,
        "Assistant Secretary of War for Space Policy": True,
    }


def test_the_meeting_and_the_renewed_commitment_are_announcements(tables: Frames) -> None:
    meeting = event(tables, "cspo-principals-2025")
    assert (meeting["kind"], meeting["event_date"]) == ("meeting", "2025-12-02/2025-12-04")
    assert "French Space Command" in meeting["place"]
    assert set(meeting["nations"]) == CSPO
    renewed = event(tables, "cspo-renewed-commitment-2025")
    assert set(renewed["coalitions"]) == {"cspo"}
    assert set(renewed["nations"]) == CSPO


def test_every_fact_shows_what_it_rests_on(tables: Frames) -> None:
    evidence = tables["evidence"]
    assert (evidence["exact"].notna() | evidence["note"].notna()).all()
    for name in ("memberships", "announcements", "persons", "posts", "statements"):
        assert set(tables[name]["evidence"]) <= set(evidence["id"])
