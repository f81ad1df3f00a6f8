"""The world is drawn with every request to another host refused."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from dashboard.charts import geography
from tests.browser.offline import opened, served

pytestmark = pytest.mark.browser

APP = Path(__file__).parent / "apps" / "map_app.py"
COUNTRY = "g.choroplethlayer path.choroplethlocation"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    # Streamlit serves the `static` folder beside the entry point, and follows no link out of it.
    folder = tmp_path_factory.mktemp("map")
    shutil.copy(APP, folder)
    (folder / "static" / "geo").mkdir(parents=True)
    shutil.copy(geography.OUTLINES, folder / "static" / "geo")
    with served(folder / APP.name, "--server.enableStaticServing", "true") as address:
        yield address


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("view", ["world", "europe"])
def test_the_world_is_drawn_without_a_network(
    browser: Browser, address: str, tmp_path: Path, view: str, width: int, dark: bool
) -> None:
    with opened(browser, f"{address}/?view={view}", width=width, dark=dark) as (page, outside):
        page.wait_for_selector(COUNTRY, state="attached")
        paths = page.locator(COUNTRY).evaluate_all("paths => paths.map(p => p.getAttribute('d'))")
        page.screenshot(path=tmp_path / f"{view}-{width}-{'dark' if dark else 'light'}.png")
    assert len(paths) == len(geography.outlined()) > 170
    assert outside.requests == []
    if view == "world":
        assert sum(bool(path) for path in paths) > 230


def test_no_country_floods_the_map(browser: Browser, address: str) -> None:
    # A ring wound the wrong way round, or torn at 180°, covers the whole sphere.
    with opened(browser, address) as (page, _):
        page.wait_for_selector(COUNTRY, state="attached")
        widths = page.locator(COUNTRY).evaluate_all(
            "paths => paths.map(p => [p.__data__.loc, p.getBBox().width])"
        )
        whole = page.locator("svg.main-svg").first.bounding_box()
    assert whole is not None
    # Russia, Antarctica, the United States, Fiji, New Zealand and Kiribati lie on both edges.
    wide = {nation for nation, width in widths if width > whole["width"] / 2}
    assert wide <= {"RUS", "ATA", "USA", "FJI", "NZL", "KIR"}
