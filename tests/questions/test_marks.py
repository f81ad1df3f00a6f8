"""Rule 2: joined is not attested, and the two are marked differently."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.palette import Mark
from dashboard.questions.marks import marked
from loaders.build.rows import Row
from loaders.standing import standing
from tests.questions.by_hand import member, tables

DAY = date(2025, 12, 5)


@pytest.mark.parametrize(
    ("claim", "mark"),
    [
        (member(start="2020-02-11"), Mark.MEMBER_STATED),
        (member(attested="2025-12-05"), Mark.MEMBER_ATTESTED),
        (member(start="2025", floor=None), Mark.POSSIBLY),
        (member(start="2026-01-01"), Mark.NOT_YET),
        (member(attested="2026-01-01"), Mark.ATTESTED_LATER),
        (member(start="2020", end="2021"), Mark.LEFT),
        (member(status="invited", attested="2025-01-01"), Mark.INVITED),
        (member(status="observer", attested="2025-01-01"), Mark.OTHER),
        (member(status="letter of intent", start="2025-01-01"), Mark.OTHER),
        (member(status="observer", attested="2026-01-01"), Mark.NO_EVIDENCE),
    ],
)
def test_each_state_has_its_mark(claim: Row, mark: Mark) -> None:
    rows = marked(standing(tables(claim), ["x"], DAY))
    assert rows["mark"].tolist() == [mark]


def test_a_stated_joining_wins_over_an_attestation() -> None:
    claims = [member(attested="2025-12-05"), member(start="2020-02-11")]
    rows = marked(standing(tables(*claims), ["x"], DAY))
    assert rows["mark"].tolist() == [Mark.MEMBER_STATED]


def test_members_come_first_then_by_name() -> None:
    claims = [
        member("USA", start="2020"),
        member("ITA", status="invited", attested="2025-01-01"),
        member("JPN", attested="2025-01-01"),
        member("FRA", start="2020"),
        member("GBR", start="2020", end="2021"),
    ]
    rows = marked(standing(tables(*claims), ["x"], DAY))
    assert rows["nation"].tolist() == ["FRA", "USA", "JPN", "ITA", "GBR"]
    assert "_order" not in rows


def test_no_rows_stay_no_rows() -> None:
    rows = marked(standing(tables(), ["x"], DAY))
    assert rows.empty
    assert "mark" in rows
