"""Rule 9: the address is the view; whatever it holds, reading it never fails."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.address import (
    FIRST_DAY,
    LAST_DAY,
    LONGEST_VALUE,
    MOST_VALUES,
    Parameter,
    Shape,
    Value,
    link,
    query_of,
    read,
    written,
)

NATION = Parameter("nation", Shape.MANY, "the nation", ("FRA", "USA", "GBR"))
SHOW = Parameter("show", Shape.ONE, "the coalition", ("cspo", "nato"), default="cspo")
EVENT = Parameter("event", Shape.ONE, "the event", ("talks",))
FROM = Parameter("from", Shape.DAY, "the first day")
AS_OF = Parameter("as_of", Shape.DAY, "the as-of day", default=date(2025, 12, 5))
WORDS = Parameter("words", Shape.TEXT, "the words")
PAGE = Parameter("page", Shape.NUMBER, "the page", default="1")
EVERY = (NATION, SHOW, EVENT, FROM, AS_OF, WORDS, PAGE)

EMPTY: dict[str, Value] = {
    "nation": (), "show": "cspo", "event": None, "from": None, "as_of": date(2025, 12, 5),
    "words": None, "page": "1",
}  # fmt: skip


def test_an_empty_address_gives_the_defaults_without_a_word() -> None:
    reading = read(EVERY, {})
    assert reading.values == EMPTY
    assert reading.notices == []


def test_each_shape_is_read() -> None:
    query = {
        "nation": ["USA", "FRA", "USA"], "show": ["nato"], "event": ["talks"],
        "from": ["2024-02-29"], "as_of": ["2020-01-01"], "words": ["jaw-dropping  speed"],
        "page": ["12"],
    }  # fmt: skip
    reading = read(EVERY, query)
    assert reading.notices == []
    assert reading.values == {
        "nation": ("USA", "FRA"), "show": "nato", "event": "talks", "from": date(2024, 2, 29),
        "as_of": date(2020, 1, 1), "words": "jaw-dropping  speed", "page": "12",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("parameter", "bad"),
    [
        (NATION, "UK"),
        (NATION, "fra"),
        (SHOW, "warsaw-pact"),
        (EVENT, "<script>alert(1)</script>"),
        (FROM, "2025-02-30"),
        (FROM, "20250401"),
        (FROM, "2025-W14-3"),
        (FROM, "1815-06-18"),
        (FROM, "9999-12-31"),
        (PAGE, "0"),
        (PAGE, "-1"),
        (PAGE, "1e3"),
        (PAGE, "²"),
        (PAGE, "٣"),
        (WORDS, "x" * (LONGEST_VALUE + 1)),
    ],
)
def test_a_bad_value_is_ignored_and_told(parameter: Parameter, bad: str) -> None:
    reading = read(EVERY, {parameter.name: [bad]})
    assert reading.values == EMPTY
    (notice,) = reading.notices
    assert parameter.label in notice
    assert bad[:30] in notice


def test_good_values_beside_bad_ones_are_used() -> None:
    reading = read([NATION], {"nation": ["UK", "GBR", "Narnia"]})
    assert reading.values["nation"] == ("GBR",)
    assert reading.notices == [
        "The link asks for the nation “UK”, “Narnia”: cannot be used, ignored."
    ]


def test_of_two_values_where_one_belongs_the_first_is_used_and_the_other_told() -> None:
    reading = read([FROM], {"from": ["2024-01-01", "2025-01-01"]})
    assert reading.values["from"] == date(2024, 1, 1)
    assert "2025-01-01" in reading.notices[0]


def test_the_first_and_last_day_can_be_asked_for() -> None:
    for day in (FIRST_DAY, LAST_DAY):
        assert read([FROM], {"from": [day.isoformat()]}).values["from"] == day


def test_an_unknown_parameter_is_none_of_ours() -> None:
    # Mail programmes and search engines add their own: `utm_source`, `fbclid`.
    assert read(EVERY, {"utm_source": ["newsletter"]}).notices == []


def test_half_a_megabyte_is_refused_in_one_short_notice() -> None:
    reading = read(EVERY, {"words": ["a" * 500_000], "nation": ["b" * 500_000]})
    assert reading.values == EMPTY
    assert len(reading.notices) == 2
    assert all(len(notice) < 200 for notice in reading.notices)


def test_a_hundred_thousand_values_give_one_notice() -> None:
    reading = read([NATION], {"nation": [*(str(n) for n in range(100_000)), "FRA"]})
    assert reading.values["nation"] == ("FRA",)
    (notice,) = reading.notices
    assert "and 99,997 more" in notice


def test_every_nation_there_is_can_be_chosen_at_once() -> None:
    codes = [f"N{n:02}" for n in range(250)]
    many = Parameter("nation", Shape.MANY, "the nation", codes)
    assert len(read([many], {"nation": codes}).values["nation"]) == 250  # type: ignore[arg-type]
    assert MOST_VALUES >= 250


def test_defaults_stay_out_of_the_address_but_not_out_of_a_shared_link() -> None:
    values = {**EMPTY, "nation": ("FRA",)}
    assert query_of(EVERY, values) == {"nation": ["FRA"]}
    assert query_of(EVERY, values, defaults=True) == {
        "nation": ["FRA"], "show": ["cspo"], "as_of": ["2025-12-05"], "page": ["1"],
    }  # fmt: skip


def test_a_link_escapes_what_a_url_cannot_hold() -> None:
    text = link("https://atlas.test/officials", {"words": ["R&D = 50 %"], "nation": ["FRA", "USA"]})
    assert text == "https://atlas.test/officials?words=R%26D+%3D+50+%25&nation=FRA&nation=USA"
    assert link("https://atlas.test/", {}) == "https://atlas.test/"


DAYS = st.dates(FIRST_DAY, LAST_DAY)
VALUES = st.fixed_dictionaries({
    "nation": st.lists(st.sampled_from(["FRA", "USA", "GBR"]), unique=True).map(tuple),
    "show": st.sampled_from(["cspo", "nato"]),
    "event": st.none() | st.just("talks"),
    "from": st.none() | DAYS,
    "as_of": DAYS,
    "words": st.none() | st.text(st.characters(codec="utf-8"), min_size=1, max_size=LONGEST_VALUE),
    "page": st.integers(1, 999_999).map(str),
})  # fmt: skip


@given(VALUES, st.booleans())
def test_what_is_written_is_read_again(values: dict[str, Value], defaults: bool) -> None:
    address = link("https://atlas.test/", query_of(EVERY, values, defaults=defaults))
    query = parse_qs(urlsplit(address).query, keep_blank_values=True)
    reading = read(EVERY, query)
    assert reading.values == values
    assert reading.notices == []


@given(st.dictionaries(st.sampled_from([p.name for p in EVERY]), st.lists(st.text())))
def test_any_address_can_be_read(query: dict[str, list[str]]) -> None:
    reading = read(EVERY, query)
    assert set(reading.values) == set(EMPTY)
    assert len(reading.notices) <= len(EVERY)
    for parameter in EVERY:
        again = read([parameter], {parameter.name: written(reading.values[parameter.name])})
        assert again.values[parameter.name] == reading.values[parameter.name]
        assert again.notices == []


def test_more_values_than_a_link_of_ours_can_have_are_left_out_with_a_notice() -> None:
    numbers = [str(number) for number in range(MOST_VALUES + 50)]
    many = Parameter("numbers", Shape.MANY, "the numbers", set(numbers))
    reading = read([many], {"numbers": numbers})
    assert reading.values["numbers"] == tuple(numbers[:MOST_VALUES])
    assert "and 47 more" in reading.notices[0]
