"""Nations that a text names once and takes up as one group, with the day of each."""

from __future__ import annotations

from loaders.extraction import extract


def told(text: str) -> set[str]:
    rows = extract(text, published="2025-12-05")["memberships"]
    return {f"{row['coalition']}: {row['nation']} {row['start_date'] or '-'}" for row in rows}


def test_each_of_a_group_has_the_day_that_is_told_of_it_alone() -> None:
    text = (
        "The CSpO Initiative unites Chile, Peru and Spain. All three of its members belong to "
        "NATO, Peru since 2023 and Spain since 2024."
    )
    assert {"nato: CHL -", "nato: PER 2023", "nato: ESP 2024"} < told(text)


def test_what_is_told_of_one_nation_is_not_told_again_of_its_group() -> None:
    text = (
        "Leaders of the Quad met in Lima. They welcomed India's signature of the Artemis Accords "
        "in June 2023, with which all Quad partners are now signatories."
    )
    accords = {row for row in told(text) if row.startswith("artemis-accords")}
    assert accords == {
        "artemis-accords: IND 2023-06",
        "artemis-accords: AUS -",
        "artemis-accords: JPN -",
        "artemis-accords: USA -",
    }


def test_who_has_left_is_of_the_group_no_more() -> None:
    text = (
        "The CSpO Initiative unites Chile, Peru and Spain. Spain left the CSpO Initiative in 2024. "
        "Both its members belong to NATO."
    )
    assert {"nato: CHL -", "nato: PER -"} < told(text)
    assert "nato: ESP -" not in told(text)
