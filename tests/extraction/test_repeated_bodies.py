"""Bodies that are known by their name alone, because a text says it again or gives its acronym."""

from __future__ import annotations

import pytest

from loaders.extraction import extract


def claims(text: str) -> set[str]:
    rows = extract(text, published="2025-12-05")["memberships"]
    return {f"{row['nation']} {row['status']} {row['coalition_as_printed']}" for row in rows}


@pytest.mark.parametrize(
    "text",
    [
        "The Danube Satcom Pool is ten years old. Romania joined in 2020. "
        "Its council runs the Danube Satcom Pool from Linz.",
        "The Danube Satcom Pool (DSP) is ten years old. Romania joined in 2020.",
        "Fourth Meeting of the Governing Board of the Danube Satcom Pool\n\n"
        "The Board of the Danube Satcom Pool met. Romania acceded to the Pool in 2020.",
    ],
)
def test_a_name_said_again_or_abbreviated_is_a_bodys(text: str) -> None:
    assert claims(text) == {"ROU member Danube Satcom Pool"}


@pytest.mark.parametrize(
    "text",
    [
        "The Danube Water Museum opened. The Danube Water Museum is in Linz. Romania joined in.",
        "The Pool is ten years old. The Pool is in Linz. Romania joined in 2020.",
    ],
)
def test_a_name_of_another_thing_or_a_bare_noun_is_not(text: str) -> None:
    assert claims(text) == set()


def test_a_date_behind_a_name_is_no_part_of_it() -> None:
    text = "Suriname acceded to the Delta Facility on 1 June 2025."
    assert {claim.split(" ", 2)[2] for claim in claims(text)} == {"Delta Facility"}
