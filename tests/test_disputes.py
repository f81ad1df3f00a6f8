"""The contradictions that are known of the corpus come out by rule, with both claims shown."""

import pytest

from dashboard.questions.disagreements import disagreements
from loaders.build.building import ensure_built
from loaders.paths import data_directory
from loaders.tables.frames import Frames
from loaders.tables.parquet import read_tables


@pytest.fixture(scope="module")
def tables() -> Frames:
    return read_tables(ensure_built(data_directory()).folder)


@pytest.mark.parametrize(
    ("subject", "field", "values"),
    [
        ("olympic-defender · GBR · member", "start_date", {"2019-07-18", "2020-07"}),
        ("olympic-defender-established", "event_date", {"2013", "2018", "2020", "2020-05"}),
        ("olympic-defender · NZL · member", "start_date", {"2024-09", "2025-04-11"}),
        ("cspo-mou-2014", "event_date", {"../2014-05-20", "2014-09"}),
        ("cspo · NZL · member", "start_date", {"2014~", "2015-07"}),
        ("germany-joins-cspo", "event_date", {"2019-12", "[2016..2017]"}),
        ("cspo-principals-2025", "event_date", {"2025-12-02/2025-12-04", "2025-12-05"}),
        ("paul-tedman · Commander · UK Space Command", "start_date", {"2024-05-12", "2024-05-16"}),
        ("us-france-first-rpo", "event_date", {"[2024-09..2024-12]", "[2025-01..2025-09]"}),
        ("us-france-second-rpo", "event_date", {"2025-11", "2025-12"}),
        ("artemis-accords · PRT · signed", "start_date", {"2026-01-11", "2026-01-12"}),
        ("first-schriever-wargame", "event_date", {"1998", "2000", "2001"}),
    ],
)
def test_a_known_contradiction_is_found(
    tables: Frames, subject: str, field: str, values: set[str]
) -> None:
    found = disagreements(tables)
    rows = found[(found["subject"] == subject) & (found["field"] == field)]
    assert values <= set(rows["value"])
    assert rows["displayed"].sum() == 1


@pytest.mark.parametrize(
    "words", ["Paul Tedman’s service", "APSS letter of intent", "Staff of French Space Command"]
)
def test_a_contradiction_about_anything_else_is_a_problem(tables: Frames, words: str) -> None:
    disputes = tables["problems"][tables["problems"]["kind"] == "dispute"]
    assert disputes["text"].str.contains(words, regex=False).any()
