"""What must hold on every page, seen in a real browser on hostile data: safe, wide, accessible."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from loaders.paths import REPOSITORY
from tests.browser import accessibility
from tests.browser.offline import READY, Outside, opened, path_of, served
from tests.every_view import VIEWS
from tests.hostile_data import hostile_data

pytestmark = pytest.mark.browser

WIDTHS = (390, 768, 1280, 1920)
SECONDS = 1_000
TABLES_ALIKE = [name for name in VIEWS if name.startswith("table ") and name != "table evidence"]
SEEN = [name for name in VIEWS if name not in TABLES_ALIKE]
# In the dark a state of each page that has most on it: what differs there is colour alone.
SEEN_DARK = [
    "overview filtered", "map of one nation", "growth", "overlap", "event", "two officials",
    "statements found", "no statement", "nation", "coalition", "article", "fact", "sources",
    "disagreements", "quality", "add", "queue", "table evidence",
]  # fmt: skip
# The scripts that pages of ours bring: the desk's, and the charts'.
OWN_SCRIPTS = [
    file.read_text(encoding="utf-8").strip()
    for file in sorted((REPOSITORY / "dashboard" / "static").glob("*.js"))
]
INJECTED = """own => {
    const found = [];
    for (const link of document.querySelectorAll('#root a, body > div a, svg a')) {
        const host = new URL(link.href.baseVal ?? link.href, location.href).host;
        if (![location.host, 'source.test'].includes(host)) found.push(link.outerHTML);
    }
    const kinds = ['img', 'image', 'iframe', 'object', 'embed', 'video', 'audio', 'form[action]',
                   'script', '.katex', '[data-testid=stMarkdownContainer] code', 'marquee'];
    for (const kind of kinds)
        for (const made of document.querySelectorAll(`#root ${kind}`))
            if (!own.includes(made.textContent.trim())) found.push(made.outerHTML);
    return found.map(html => html.slice(0, 200));
}"""
# The script's last word reaches the browser before the page is drawn: nothing new for 0.4 s.
SETTLED = """() => new Promise(done => {
    let last = performance.now();
    const watch = new MutationObserver(() => { last = performance.now(); });
    watch.observe(document.body, {childList: true, subtree: true});
    const look = setInterval(() => {
        if (performance.now() - last < 400) return;
        clearInterval(look); watch.disconnect(); done(true);
    }, 50);
})"""
TOO_WIDE = """() => {
    const main = document.querySelector('[data-testid=stMain]');
    return main.scrollWidth - main.clientWidth > 0
        || document.documentElement.scrollWidth > innerWidth;
}"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the dashboard on hostile data."""
    data = hostile_data(tmp_path_factory.mktemp("hostile"))
    with served(REPOSITORY / "dashboard" / "app.py", folder=REPOSITORY, data=data) as address:
        yield address


@pytest.fixture(scope="module")
def window(browser: Browser, hostile: str) -> Iterator[tuple[Page, Outside]]:
    """One window for all pages: what Streamlit itself needs is loaded once."""
    with opened(browser, hostile) as (page, outside):
        yield page, outside


@pytest.fixture(scope="module")
def dark_window(browser: Browser, hostile: str) -> Iterator[Page]:
    """One window for all pages in the dark."""
    with opened(browser, hostile, dark=True) as (page, _):
        yield page


@pytest.fixture(scope="module", params=SEEN)
def view(request: pytest.FixtureRequest, window: tuple[Page, Outside], hostile: str) -> Page:
    """A page in one of its states, at 1280 pixels."""
    page, _ = window
    show(page, hostile, request.param)
    return page


@pytest.fixture(scope="module")
def rules() -> Path:
    """The pinned rules of axe-core."""
    found = accessibility.rules()
    if not found and not os.environ.get("CI"):
        pytest.skip("axe-core is not here, and npm could not fetch it")
    assert found, "axe-core is not here: npm ci in tests/browser"
    return found


def show(page: Page, address: str, name: str) -> None:
    path, query = VIEWS[name]
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}{path_of(path)}?{urlencode(query, doseq=True)}")
    page.wait_for_selector("h1")
    page.get_by_text("Data version").wait_for()  # the last of the sidebar
    page.wait_for_selector(READY)
    for chart in page.locator("[data-testid=stPlotlyChart]").all():
        chart.locator(".main-svg").first.wait_for(state="attached")
    page.wait_for_function(SETTLED)


def test_nothing_in_a_text_becomes_part_of_the_page(
    view: Page, window: tuple[Page, Outside]
) -> None:
    _, outside = window
    expect(view.locator("[data-testid=stException]")).to_have_count(0)
    assert view.evaluate(INJECTED, OWN_SCRIPTS) == []
    assert outside.requests == []
    assert view.title() != "1"


def test_no_page_scrolls_sideways(view: Page) -> None:
    for width in WIDTHS:
        view.set_viewport_size({"width": width, "height": 800})
        try:
            view.wait_for_function(f"!({TOO_WIDE})()", timeout=5 * SECONDS)
        except Error:
            pytest.fail(f"scrolls sideways at {width} pixels")
    view.set_viewport_size({"width": 1280, "height": 800})


def test_no_grave_accessibility_violation_in_the_light(view: Page, rules: Path) -> None:
    assert accessibility.violations(view, rules) == []


@pytest.mark.parametrize("name", SEEN_DARK)
def test_no_grave_accessibility_violation_in_the_dark(
    dark_window: Page, hostile: str, rules: Path, name: str
) -> None:
    show(dark_window, hostile, name)
    assert accessibility.violations(dark_window, rules) == []


@pytest.mark.parametrize(
    "name", ["statements found", "official", "fact", "disagreements", "table posts"]
)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_grave_violation_in_what_a_button_opens(
    window: tuple[Page, Outside],
    dark_window: Page,
    hostile: str,
    rules: Path,
    name: str,
    dark: bool,
) -> None:
    """A popover's content is in the page only while it is open: each kind is opened in turn."""
    page = dark_window if dark else window[0]
    show(page, hostile, name)
    seen: dict[str, list[str]] = {}
    for button in page.locator("[data-testid=stPopover] button").all():
        label = button.inner_text().split("\n")[0]
        if label not in seen:
            button.click()
            page.locator("[data-testid=stPopoverBody]").first.wait_for()
            # What it holds is sent when it opens, and the page fades while it waits.
            page.evaluate(SETTLED)
            page.wait_for_selector(READY)
            seen[label] = accessibility.violations(page, rules)
            page.keyboard.press("Escape")
    assert {"Share", "Cite", "Download"} <= set(seen)
    assert {label: wrong for label, wrong in seen.items() if wrong} == {}


@pytest.mark.parametrize(
    ("name", "reached"),
    [
        ("statements", ["Nation", "Search the words said", "Share", "What it rests on", "Speaker"]),
        ("map of one nation", ["Share", "Growth", "Play", "Close", "stDataFrame"]),
        ("timeline", ["Nation", "Share", "stPlotlyChart", "stDataFrame"]),
        ("sources", ["Nation", "Share", "Most facts first", "Publisher"]),
        ("nation", ["Nation", "Share", "What it rests on", "Announcements"]),
        ("article", ["← All sources", "Share", "Cite"]),
    ],
)
def test_the_keyboard_reaches_filters_buttons_and_links(
    window: tuple[Page, Outside], hostile: str, name: str, reached: list[str]
) -> None:
    page, _ = window
    show(page, hostile, name)
    names = focused_in_turn(page)
    missing = [label for label in reached if not any(label in each for each in names)]
    assert missing == [], names


def focused_in_turn(page: Page, most: int = 250) -> list[str]:
    """What each press of Tab reaches, until it comes round again."""
    names: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        name: str = page.evaluate("""() => {
            const at = document.activeElement;
            const part = at.closest('.stDataFrame, .stPlotlyChart, [data-testid]');
            const labels = [at.ariaLabel, at.labels?.[0]?.textContent, part?.dataset.testid,
                            at.textContent, part?.textContent, at.placeholder];
            return at === document.body ? '' : labels.filter(Boolean).join(' | ').slice(0, 300);
        }""")
        if names and not name:
            break
        names.append(name)
    return names


@pytest.mark.parametrize(
    ("query", "drawn", "says"),
    [
        ("?as_of=2025-12-05", "g.choroplethlayer path", "CSpO: 10 members on 5 Dec 2025"),
        ("map?as_of=2025-12-05", "g.choroplethlayer path", "CSpO: 10 members on 5 Dec 2025"),
        ("map?tab=growth&as_of=2025-12-05", ".scatterlayer path", "CSpO: 10 certain members"),
        ("timeline?coalition=cspo", ".scatterlayer .point", "2 events, 2025 to 2025"),
        ("nation?of=FRA", ".scatterlayer path", "France: 2 memberships"),
        ("coalition?of=cspo", ".scatterlayer path", "CSpO: 10 memberships"),
    ],
)
def test_an_embedded_page_is_the_chart_alone_with_its_sentence(
    browser: Browser, dashboard: str, query: str, drawn: str, says: str
) -> None:
    address = f"{dashboard}/{query}"
    with opened(browser, f"{address}&embed=true") as (page, outside):
        page.wait_for_selector(drawn, state="attached")
        expect(page.get_by_text(says).first).to_be_visible()
        expect(page.locator("h1")).to_have_count(0)
        expect(page.locator("[data-testid=stSidebar]")).to_have_count(0)
        expect(page.locator("[data-testid=stDataFrame]")).to_have_count(0)
        expect(page.get_by_role("button", name="Share")).to_have_count(0)
        link = page.get_by_role("link", name="Open the full view")
        assert link.get_attribute("href") == address.replace("/?", "?")
        assert outside.requests == []
