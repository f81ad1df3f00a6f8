"""An announcement is offered the events that other articles tell of already."""

from __future__ import annotations

import pytest

from dashboard.atlas import Atlas
from dashboard.curation.same_events import event_held, free_event, told_before
from loaders.build.building import build
from loaders.tables.parquet import read_tables
from tests.datadir import article, data_dir

HELD = (
    article(published="2025-12-06")
    + """
announcements:
  - {event: principals-2025, title: Principals meet at Toulouse, kind: meeting,
     date: 2025-12-05, event_date: 2025-12-02/2025-12-04, place: Toulouse,
     nations: [FRA, USA], coalitions: [cspo], note: They met.}
  - {event: norway-signs, title: Norway signs the accord, kind: agreement,
     event_date: 2025-05-15, nations: [NOR], coalitions: [cspo], note: It signed.}
"""
)


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    data = data_dir(tmp_path_factory.mktemp("data"), {"articles/2025/held.yaml": HELD})
    built = build(data)
    return Atlas(read_tables(built.folder), built.manifest.version)


def offered(atlas: Atlas, article: str = "new", **fields: object) -> list[str]:
    return [found.event for found in told_before(atlas, fields, article)]


@pytest.mark.parametrize(
    "fields",
    [
        # the same coalition and words of the title, in the days of the meeting
        {"title": "Principals of ten nations meet", "event_date": "2025-12-03",
         "coalitions": ["cspo"], "kind": "meeting"},
        # told by a copy some days after: no day of its own, the same nations
        {"title": "Allies confer in France", "date": "2025-12-09", "coalitions": ["cspo"],
         "nations": ["FRA", "USA"], "kind": "meeting"},
        # planned for a month
        {"title": "Meeting at Toulouse", "event_date": "2025-12", "place": "Toulouse",
         "nations": "FRA", "kind": "meeting"},
    ],
)  # fmt: skip
def test_an_event_near_in_date_with_the_same_parties_is_offered(atlas, fields) -> None:
    assert offered(atlas, **fields) == ["principals-2025"]


@pytest.mark.parametrize(
    "fields",
    [
        # another year
        {"title": "Principals meet at Toulouse", "event_date": "2024-12-03",
         "coalitions": ["cspo"], "nations": ["FRA", "USA"], "kind": "meeting"},
        # the same day, and nothing else
        {"title": "A telescope opens", "event_date": "2025-12-03", "kind": "opening"},
        # another nation does the same
        {"title": "Sweden signs the accord", "event_date": "2025-05-16", "nations": ["SWE"],
         "coalitions": ["cspo"], "kind": "agreement"},
        # no day at all
        {"title": "Principals meet at Toulouse", "coalitions": ["cspo"], "kind": "meeting"},
        {"title": "Principals meet at Toulouse", "event_date": "soon", "coalitions": ["cspo"]},
    ],
)  # fmt: skip
def test_another_event_is_not(atlas, fields) -> None:
    assert offered(atlas, **fields) == []


def test_what_only_the_article_itself_tells_is_not_offered(atlas) -> None:
    fields = {"title": "Principals meet at Toulouse", "event_date": "2025-12-03"}
    assert offered(atlas, **fields) == ["principals-2025"]
    assert offered(atlas, "held", **fields) == []


def test_it_says_what_the_event_is_and_by_how_many_articles_it_is_told(atlas) -> None:
    found = event_held(atlas, "principals-2025", "new")
    assert found is not None
    assert (found.title, found.articles) == ("Principals meet at Toulouse", 1)
    assert found.when == "2 to 4 Dec 2025"
    assert event_held(atlas, "principals-2025", "held") is None
    assert event_held(atlas, "nothing-of-the-kind", "new") is None


def test_an_event_of_its_own_gets_a_name_that_is_free(atlas) -> None:
    assert free_event(atlas, "principals-2026") == "principals-2026"
    assert free_event(atlas, "principals-2025") == "principals-2025-2"
