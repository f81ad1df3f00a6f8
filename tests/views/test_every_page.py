"""What holds on every page: filters that go along, notices, and addresses nobody foresaw."""

from __future__ import annotations

import pytest

from dashboard.pages import PAGES
from tests.views.app import opened, query, run, says

PATHS = [page.path for page in PAGES]
every_page = pytest.mark.parametrize("path", PATHS)
FILTERS = {
    "nation": ["FRA", "USA"], "role": "speaker", "coalition": "cspo", "from": "2025-01-01",
    "to": "2025-12-31", "state": "compiled", "as_of": "2025-12-05",
}  # fmt: skip


@every_page
def test_the_filters_stand_in_the_sidebar_as_the_address_says(path: str) -> None:
    app = opened(path, dict(FILTERS))
    assert app.multiselect(key="at_nation").value == ["FRA", "USA"]
    assert app.multiselect(key="at_coalition").value == ["cspo"]
    assert app.multiselect(key="at_state").value == ["compiled"]
    assert str(app.date_input(key="at_from").value) == "2025-01-01"
    assert str(app.date_input(key="at_to").value) == "2025-12-31"
    assert not app.warning


@every_page
def test_links_to_the_other_pages_carry_the_filters(path: str) -> None:
    app = opened(path, {"nation": ["FRA", "USA"], "as_of": "2025-12-05"})
    carried = {link.proto.query_string for link in app.sidebar.get("page_link")}
    assert carried == {"nation=FRA&nation=USA&as_of=2025-12-05"}


@every_page
def test_bad_values_are_ignored_with_a_notice(path: str) -> None:
    app = opened(path, {"nation": ["UK", "FRA"], "from": "2025-02-30", "as_of": "yesterday"})
    assert app.multiselect(key="at_nation").value == ["FRA"]
    told = " ".join(warning.value for warning in app.warning)
    assert "UK" in told
    assert "2025\\-02\\-30" in told
    assert "yesterday" in told


def test_a_first_day_after_the_last_is_set_right_and_said() -> None:
    app = opened("timeline", {"from": "2025-12-31", "to": "2025-01-01"})
    assert says(app, "The first day is later than the last: shown is 1 Jan 2025 to 31 Dec 2025.")
    assert says(app, "4 events, 1 Jan 2025 to 31 Dec 2025")
    assert not opened("timeline", {"from": "2025-01-01", "to": "2025-12-31"}).warning


@every_page
def test_half_a_megabyte_of_address_changes_nothing(path: str) -> None:
    app = opened(path, {"coalition": "x" * 500_000})
    (warning,) = app.warning
    assert len(warning.value) < 400


@every_page
def test_hostile_values_are_shown_as_text(path: str) -> None:
    app = opened(path, {"nation": "![x](https://evil.test/p.png) :red[no] <b>"})
    (warning,) = app.warning
    assert "![" not in warning.value
    assert ":red[" not in warning.value


@every_page
def test_a_link_made_from_other_data_says_so(path: str) -> None:
    app = opened(path, {"data": "0123456789"})
    assert says(app, "The data changed since this link was made (version 0123456789")


def test_a_choice_in_the_sidebar_goes_into_the_address() -> None:
    app = opened("timeline")
    app.multiselect(key="at_nation").select("FRA")
    assert query(run(app)) == {"nation": ["FRA"]}
    app.multiselect(key="at_nation").unselect("FRA")
    assert query(run(app)) == {}


def test_one_button_clears_all_filters() -> None:
    app = opened("timeline", {**FILTERS, "words": "space"})
    clear = [item for item in app.sidebar.button if item.label == "Clear all filters"]
    clear[0].click()
    assert query(run(app)) == {"as_of": ["2025-12-05"], "words": ["space"]}
