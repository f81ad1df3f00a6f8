# ruff: noqa: E501 (a case reads best on one line)
"""How coalitions grew, with what is uncertain kept apart."""

from __future__ import annotations

from datetime import date

import pandas as pd
from hypothesis import given, settings

from dashboard.questions.growth import invitation_to_accession, members_over_time, order_of_joining
from loaders.standing import standing
from tests.questions.by_hand import coalition, day, member, tables
from tests.questions.test_standing import ARTICLES, DAYS, claims_of_fra


def test_counts_rise_by_steps_with_a_band() -> None:
    made = tables(
        member("USA", start="2014-05-20"),
        member("DEU", start="2019-12"),
        member("FRA", attested="2020-02-11"),
        member("GBR", start="2014-05-20", end="2021-06-30"),
    )
    frame = members_over_time(made, ["x"], day("2022-01-01"))
    assert frame["coalition"].astype(str).unique().tolist() == ["x"]
    steps = frame[["day", "certain", "possible"]]
    assert [(str(d)[:10], c, p) for d, c, p in steps.itertuples(index=False)] == [
        ("2014-05-20", 2, 2),
        ("2019-12-01", 2, 3),
        ("2019-12-31", 3, 3),
        ("2020-02-11", 4, 4),
        ("2021-07-01", 3, 3),
        ("2022-01-01", 3, 3),
    ]


@settings(deadline=None, max_examples=40)
@given(claims_of_fra(), claims_of_fra(), DAYS)
def test_the_last_step_counts_what_standing_says(
    of_fra: list[dict[str, object]], others: list[dict[str, object]], until: date
) -> None:
    of_usa = [{**claim, "nation": "USA", "id": f"usa-{claim['id']}"} for claim in others]
    made = tables(*of_fra, *of_usa, articles=ARTICLES, coalitions=[coalition("x")])
    state = standing(made, ["x"], until)["state"]
    frame = members_over_time(made, ["x"], until)
    certain, possible = frame[["certain", "possible"]].iloc[-1] if len(frame) else (0, 0)
    assert certain == (state == "member").sum()
    assert possible == state.isin(["member", "possibly"]).sum()
    assert (frame["certain"] <= frame["possible"]).all()


def test_order_of_joining_shares_a_place_where_dates_do_not_tell() -> None:
    made = tables(
        member("AUS", start="2014"), member("CAN", start="2014"),
        member("FRA", start="2020-02-11"), member("ITA", attested="2023-12-07"),
        member("JPN", start="2026"),
    )  # fmt: skip
    frame = order_of_joining(made, "x", day("2025-01-01"))
    assert frame[["place", "nation", "stated"]].to_numpy().tolist() == [
        [1, "AUS", True],
        [1, "CAN", True],
        [3, "FRA", True],
        [4, "ITA", False],
    ]
    assert frame["latest"].iloc[3] == pd.Timestamp("2023-12-07")
    assert order_of_joining(made, "y", day("2025-01-01")).empty


def test_days_from_invitation_to_accession() -> None:
    made = tables(
        member("DEU", status="invited", attested="2024-04-09"), member("DEU", start="2024-10-11"),
        member("NZL", status="invited", attested="2024-04-09"), member("NZL", start="2024-09"),
        member("FRA", status="invited", attested="2024-04-09"), member("FRA", attested="2025-01-01"),
        member("GBR", start="2019-07-18"),
    )  # fmt: skip
    frame = invitation_to_accession(made)
    assert frame[["nation", "days_least", "days_most"]].to_numpy().tolist() == [
        ["DEU", 185, 185],
        ["NZL", 145, 174],
    ]
