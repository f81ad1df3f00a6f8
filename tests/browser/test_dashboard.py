"""The dashboard in a real browser that reaches this server and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.pages import PAGES
from tests.browser.offline import READY, opened, path_of

pytestmark = pytest.mark.browser

COUNTRY = "g.choroplethlayer path.choroplethlocation"


@contextmanager
def visited(
    browser: Browser, dashboard: str, name: str, width: int = 1280, **query: str | list[str]
) -> Iterator[Page]:
    """A page of the dashboard; neither a request outside nor an error in the console is let by."""
    address = f"{dashboard}{path_of(name)}?{urlencode(query, doseq=True)}"
    with opened(browser, address, width=width) as (page, outside):
        yield page
        assert outside.requests == []
        assert outside.errors == []


def settled(page: Page) -> None:
    page.wait_for_selector(READY)


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def go_to(page: Page, name: str) -> None:
    """Follow the link to a page in the sidebar."""
    title = next(entry.title for entry in PAGES if entry.path == name)
    links = page.locator("[data-testid=stSidebar] [data-testid=stPageLink-NavLink]")
    links.filter(has_text=re.compile(f"^{title}$")).click()
    page.wait_for_url(lambda url: urlsplit(url).path == path_of(name))
    settled(page)


def click_nation(page: Page, code: str, layer: str) -> None:
    """Click the middle of a nation's mark; Plotly selects by the pointer's own events."""
    marks = page.locator(layer)
    marks.first.wait_for(state="attached")
    place = marks.evaluate_all(
        """(marks, code) => {
            const mark = marks.find(m => [m.__data__].flat(9).some(
                d => d.loc === code || [d.data ?? []].flat(9).includes(code)));
            mark.scrollIntoView({block: 'center'});
            const box = mark.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
        }""",
        code,
    )
    page.mouse.move(*place)
    page.mouse.click(*place)


def click_middle(page: Page, layer: str) -> None:
    """Click a mark of a chart, whose points lie below Plotly's own drag layer."""
    page.locator(layer).first.scroll_into_view_if_needed()
    box = page.locator(layer).first.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_the_map_is_drawn_with_every_other_host_refused(browser: Browser, dashboard: str) -> None:
    with visited(browser, dashboard, "map") as page:
        page.wait_for_selector(COUNTRY, state="attached")
        assert page.locator(COUNTRY).count() > 170


@pytest.mark.parametrize("name", [page.path for page in PAGES])
def test_a_page_fits_a_phone(browser: Browser, dashboard: str, name: str) -> None:
    with visited(browser, dashboard, name, width=390) as page:
        expect(page.locator("h1").first).to_be_visible()
        expect(page.locator("[data-testid=stException]")).to_have_count(0)
        wider = page.locator("[data-testid=stMain]").evaluate("e => e.scrollWidth - e.clientWidth")
        assert wider <= 0
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_address_sets_the_filters_and_they_set_the_address(
    browser: Browser, dashboard: str
) -> None:
    asked = {"nation": ["FRA", "USA"], "from": "2025-01-01", "coalition": "cspo"}
    with visited(browser, dashboard, "timeline", **asked) as page:  # type: ignore[arg-type]
        sidebar = page.locator("[data-testid=stSidebar]")
        for name in ("France", "United States", "CSpO"):
            expect(sidebar.get_by_text(name, exact=True).first).to_be_visible()
        expect(page.get_by_text("2 events concerning France or the United States")).to_be_visible()
        sidebar.get_by_role("combobox", name="Nation").first.click()
        page.get_by_role("option", name="Japan").click()
        expect(page.get_by_text("concerning France, the United States or Japan")).to_be_visible()
        assert query(page)["nation"] == ["FRA", "USA", "JPN"]
        page.keyboard.press("Escape")
        page.reload()
        settled(page)
        expect(page.get_by_text("concerning France, the United States or Japan")).to_be_visible()


def test_filters_go_along_and_back_undoes_one_step_at_a_time(
    browser: Browser, dashboard: str
) -> None:
    with visited(browser, dashboard, "timeline", nation="FRA", event="us-france-first-rpo") as page:
        go_to(page, "officials")
        assert query(page) == {"nation": ["FRA"]}
        page.locator("[data-testid=stMain]").get_by_text("France ✕").click()
        page.wait_for_url(lambda url: "nation" not in url)
        settled(page)
        page.go_back()
        page.wait_for_url(lambda url: "nation=FRA" in url)
        expect(page.locator("[data-testid=stMain]").get_by_text("France ✕")).to_be_visible()
        page.go_back()
        page.wait_for_url(lambda url: urlsplit(url).path == path_of("timeline"))
        assert query(page) == {"nation": ["FRA"], "event": ["us-france-first-rpo"]}
        expect(page.get_by_text("concerning France").first).to_be_visible()
        expect(page.get_by_text("Disclosed on the Tuesday")).to_be_visible()


@pytest.mark.parametrize(
    ("code", "layer", "heading"),
    [
        ("CAN", COUNTRY, "Canada in CSpO"),
        ("NZL", "g.scattergeo path.point", "New Zealand in CSpO"),
    ],
    ids=["an area", "a marker"],
)
def test_a_click_selects_the_nation(
    browser: Browser, dashboard: str, code: str, layer: str, heading: str
) -> None:
    with visited(browser, dashboard, "map", as_of="2025-12-05") as page:
        click_nation(page, code, layer)
        page.wait_for_url(lambda url: f"selected={code}" in url)
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
        expect(page.get_by_text("The CSpO Initiative unites the 10").first).to_be_visible()


def test_a_nation_that_was_closed_can_be_selected_again(browser: Browser, dashboard: str) -> None:
    with visited(browser, dashboard, "map", as_of="2025-12-05") as page:
        click_nation(page, "NZL", "g.scattergeo path.point")
        page.wait_for_url(lambda url: "selected=NZL" in url)
        page.get_by_role("button", name="Close", exact=True).click()
        page.wait_for_url(lambda url: "selected" not in url)
        settled(page)
        click_nation(page, "NZL", "g.scattergeo path.point")
        page.wait_for_url(lambda url: "selected=NZL" in url)


def test_a_click_opens_the_event(browser: Browser, dashboard: str) -> None:
    with visited(browser, dashboard, "timeline", coalition="cspo") as page:
        click_middle(page, ".scatterlayer .point")
        page.wait_for_url(lambda url: "event=cspo-" in url)
        expect(page.get_by_text("via thefederalnewswire.com").first).to_be_visible()
        opened_, chart = (page.locator(part).first.bounding_box()
                          for part in (".st-key-event", "[data-testid=stPlotlyChart]"))  # fmt: skip
        assert opened_
        assert chart
        assert opened_["y"] < chart["y"]  # not hidden below the chart


def test_the_newest_announcement_opens_its_claims_in_the_first_screen(
    browser: Browser, dashboard: str
) -> None:
    with visited(browser, dashboard, "overview") as page:
        # Plotly logs an error when a map is left while it is being drawn.
        page.wait_for_selector(COUNTRY, state="attached")
        page.locator(".st-key-event_lines").get_by_role("link").first.click()
        page.wait_for_url(lambda url: "event=" in url)
        expect(page.locator(".st-key-event h2")).to_be_visible()
        # Wherever the click left the page: its place from the top is what counts.
        page.wait_for_function(
            """() => {
                const heading = document.querySelector('.st-key-event h2');
                const main = document.querySelector('[data-testid=stMain]');
                const top = heading?.getBoundingClientRect().top + main?.scrollTop;
                return top < window.innerHeight;
            }"""
        )


def test_the_counts_at_the_top_of_a_page_lead_to_its_sections(
    browser: Browser, dashboard: str
) -> None:
    with visited(browser, dashboard, "nation", of="FRA", as_of="2025-12-06") as page:
        page.locator("[data-testid=stMain]").get_by_role("link", name="Sources", exact=True).click()
        expect(page.get_by_role("heading", name="Sources")).to_be_in_viewport()
        assert query(page) == {"of": ["FRA"], "as_of": ["2025-12-06"]}


@pytest.mark.parametrize(("width", "beside"), [(1920, True), (1280, False)])
def test_the_list_lies_beside_the_timeline_where_there_is_room(
    browser: Browser, dashboard: str, width: int, beside: bool
) -> None:
    with visited(browser, dashboard, "timeline", width=width) as page:
        parts = ("[data-testid=stPlotlyChart]", "[data-testid=stDataFrame]")
        boxes = [page.locator(part).first.bounding_box() for part in parts]
        chart, table = (box for box in boxes if box)
        assert (table["y"] < chart["y"] + chart["height"]) is beside


def test_the_world_is_lower_on_a_phone(browser: Browser, dashboard: str) -> None:
    heights = {}
    for width in (390, 1280, 1920):
        with visited(browser, dashboard, "map", width=width) as page:
            page.wait_for_selector(COUNTRY, state="attached")
            box = page.locator(".st-key-membership_map .main-svg").first.bounding_box()
            assert box
            heights[width] = box["height"]
    assert heights[390] < heights[1280] < heights[1920]


def test_what_is_shown_can_be_taken_along_as_csv(browser: Browser, dashboard: str) -> None:
    with visited(browser, dashboard, "timeline", coalition="cspo") as page:
        page.get_by_role("button", name="Download", exact=True).click()
        with page.expect_download() as waiting:
            page.get_by_role("button", name="CSV of what is shown").click()
        text = waiting.value.path().read_text(encoding="utf-8-sig")
        assert text.startswith("event,")
        assert text.count("cspo-principals-2025") == 2  # the event and the claim displayed


def test_a_shared_link_opens_the_same_view(browser: Browser, dashboard: str) -> None:
    with visited(browser, dashboard, "map", show="olympic-defender", as_of="2025-04-09") as page:
        page.get_by_role("button", name="Share").click()
        link = page.locator("[data-testid=stCode]").first.inner_text().replace("\n", "")
        assert link.startswith(f"{dashboard}{path_of('map')}?")
        page.goto(link)
        settled(page)
        expect(page.get_by_text("Olympic Defender: 7 members on 9 Apr 2025.")).to_be_visible()
        expect(page.locator("[data-testid=stAlert]")).to_have_count(0)


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_a_picture_taken_away_says_what_it_shows_and_whose_it_is(
    browser: Browser, dashboard: str, kind: str
) -> None:
    with visited(browser, dashboard, "map", show="cspo", as_of="2025-12-05") as page:
        page.locator(COUNTRY).first.wait_for(state="attached")
        page.locator(".js-plotly-plot").hover()
        with page.expect_download() as taken:
            page.get_by_role("button", name=f"Download as {kind.upper()}").click()
        picture = Path(taken.value.path()).read_bytes()
        # Drawn for the picture alone: the page's own chart is left as it was.
        assert page.evaluate("document.querySelector('.js-plotly-plot').layout.title") is None
    if kind == "png":
        assert picture.startswith(b"\x89PNG")
    else:
        assert b"CSpO: 10 members on 5 Dec 2025." in picture
        assert b"Space Coalition Atlas, http" in picture
