"""Nations are ISO 3166-1 alpha-3 codes; anything else is refused with the code to use."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import nations


@pytest.mark.parametrize(
    ("given_text", "code"),
    [
        ("UK", "GBR"), ("U.K.", "GBR"), ("NO", "NOR"), ("us", "USA"), ("usa", "USA"),
        ("New Zealand", "NZL"), ("Türkiye", "TUR"), ("South Korea", "KOR"),
        ("Côte d’Ivoire", "CIV"), ("Россия", "RUS"), ("中国", "CHN"),
    ],
)  # fmt: skip
def test_a_name_is_refused_with_the_code_to_use(given_text: str, code: str) -> None:
    with pytest.raises(ValueError, match="use the ISO") as caught:
        nations.require_code(given_text)
    assert str(caught.value) == f"nation {given_text!r}: use the ISO 3166-1 alpha-3 code {code}"


@pytest.mark.parametrize(
    "text",
    ["XXX", "EU", "NATO", "XKX", "", "-", "Atlantis", "East Germany", "Netherlands Antilles"],
)
def test_what_is_no_nation_is_refused_with_where_to_look(text: str) -> None:
    with pytest.raises(ValueError, match="no ISO 3166-1 alpha-3 code is known"):
        nations.require_code(text)


@given(st.text(max_size=20))
def test_any_text_is_a_code_or_a_value_error(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert nations.require_code(text) in nations.codes()


def test_printed_names_are_those_in_common_use() -> None:
    printed = [nations.name(code) for code in ("GBR", "USA", "KOR", "TUR", "NZL", "XYZ")]
    assert printed == [
        "United Kingdom", "United States", "South Korea", "Türkiye", "New Zealand", "XYZ",
    ]  # fmt: skip
