"""Everything on one nation or coalition, and what is uncertain of it."""

from __future__ import annotations

from datetime import date

from dashboard.atlas import Atlas
from dashboard.filters import Filters
from dashboard.questions.dossiers import Days, of_coalition, of_nation
from dashboard.questions.doubts import doubts
from dashboard.questions.holdings import coalition_index, nation_index
from tests.questions.by_hand import (
    Row,
    announcement,
    article,
    coalition,
    member,
    post,
    statement,
    tables,
)

OFFICIALS: list[Row] = [
    {"slug": slug, "name": slug.title(), "family_name": slug, "other_names": []}
    for slug in ("adam", "whiting")
]
ATLAS = Atlas(
    tables(
        member("FRA", "series-1", start="2020-02-11"),
        member("FRA", "x", attested="2025-04-09~", article="b"),
        member("USA", "x", start="2013", article="b"),
        member("FRA", "y", start="2025-01/2026-06", status="invited", article="c"),
        coalitions=[
            coalition("series", kind="exercise series"),
            coalition("series-1", "2020-02-11", "2020-02-20", kind="exercise", parent="series"),
            coalition("x", "2013"), coalition("y"),
        ],
        announcements=[
            announcement("met", "2025-04-10", article="b", nations=["FRA"], coalitions=["x"],
                         officials=["adam"]),
            announcement("other", "2024-01-01", article="c", nations=["USA"]),
        ],
        statements=[
            statement("We act.", "adam", date="2025-05-01", article="b", coalitions=["x"]),
            statement("On France.", date="2025-06-01", article="c", nations=["FRA"]),
        ],
        posts=[
            post("adam", organisation="French Space Command", organisation_nation="FRA",
                 attested="2025-05-01", article="b"),
            post("whiting", organisation_nation="USA", attested="2025-01-01", article="c"),
        ],
        persons=[{"id": "b.n.adam", "article": "b", "evidence": "b.n.adam.e1", "state": "compiled",
                  "official": "adam", "nationality": "FRA", "nationality_from": "stated"}],
        officials=OFFICIALS,
        articles=[
            article("a", "2020-03-01"), article("b", "2025-04-11"), article("c", "2026-01-01"),
        ],
        problems=[{"id": "p", "article": "b", "kind": "gap", "text": "Who?", "why": "Not said."}],
    ),
    "v",
)  # fmt: skip
DAYS = Days(date(2026, 1, 1), None, date(2026, 1, 1))


def test_a_nations_dossier_holds_its_standings_events_statements_and_people() -> None:
    found = of_nation(ATLAS, "FRA", Filters(), DAYS)
    states = dict(zip(found.roster["coalition"], found.roster["state"], strict=True))
    assert states["x"] == "member"
    assert states["series-1"] == "left"
    assert found.events["event"].tolist() == ["met"]
    assert found.statements["text"].tolist() == ["On France.", "We act."]
    assert found.officials.to_dict("records") == [
        {"official": "adam", "by": "nationality and post"}
    ]
    assert found.articles == ("c", "b", "a")


def test_the_filter_on_nations_gives_way_the_others_hold() -> None:
    found = of_nation(ATLAS, "FRA", Filters(nations=("USA",), coalitions=("series",)), DAYS)
    assert found.roster["coalition"].tolist() == ["series-1"]
    assert found.events.empty


def test_a_coalitions_dossier_includes_its_editions() -> None:
    found = of_coalition(ATLAS, "series", Filters(), DAYS)
    assert found.roster["coalition"].tolist() == ["series-1"]
    assert found.spans.bars["nation"].tolist() == ["FRA"]


def test_a_coalitions_dossier_names_who_spoke_on_it_and_who_is_named() -> None:
    found = of_coalition(ATLAS, "x", Filters(), DAYS)
    assert set(found.roster["nation"]) == {"FRA", "USA"}
    assert found.officials.to_dict("records") == [{"official": "adam", "by": "spoke on it"}]


def test_what_was_not_known_yet_is_no_evidence() -> None:
    early = Days(date(2026, 1, 1), date(2021, 1, 1), date(2026, 1, 1))
    found = of_nation(ATLAS, "FRA", Filters(), early)
    assert found.roster["coalition"].tolist() == ["series-1"]


def test_doubts_are_counted_and_said() -> None:
    found = of_nation(ATLAS, "FRA", Filters(), DAYS)
    said = [doubt.text for doubt in doubts(ATLAS, found, "coalition")]
    assert (
        "1 of 1 memberships are attested on a day; no source here states when they began." in said
    )
    assert "Dates were inferred rather than stated for 1 membership." in said
    assert "Who?: Not said." in said


def test_what_sources_differ_on_is_a_doubt_of_the_nation_and_of_no_other() -> None:
    differing = Atlas(
        tables(
            member("NZL", start="2015-07"), member("NZL", start="2014", article="b"),
            member("USA", start="2014", article="b"),
        ),
        "v",
    )  # fmt: skip
    sentence = "Sources differ on New Zealand in x (member), when it began: Jul 2015 or 2014."
    of_both = {
        code: [d.text for d in doubts(differing, of_nation(differing, code, Filters(), DAYS),
                                      "coalition")]
        for code in ("NZL", "USA")
    }  # fmt: skip
    assert sentence in of_both["NZL"]
    assert sentence not in of_both["USA"]


def test_the_indexes_count_what_the_dossiers_hold() -> None:
    nations = nation_index(ATLAS).to_dict("records")
    assert nations[0] == {
        "nation": "FRA", "coalitions": 2, "events": 1, "officials": 1, "statements": 2,
    }  # fmt: skip
    coalitions = {row["coalition"]: row for row in coalition_index(ATLAS).to_dict("records")}
    held = {slug: (row["nations"], row["events"], row["statements"])
            for slug, row in coalitions.items()}  # fmt: skip
    assert held["series"] == (1, 0, 0)
    assert held["x"] == (2, 1, 1)
