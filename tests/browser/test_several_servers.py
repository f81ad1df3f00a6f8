"""Several servers share the work: a visitor stays with one, and all show the same data."""

from __future__ import annotations

import os
import shutil
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from loaders.build.building import ensure_built
from loaders.paths import REPOSITORY, DataDirectory
from tests.browser.offline import READY, opened, path_of, started
from tests.browser.proxied import NGINX, proxied
from tests.fixture_data import DATA, two_articles

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not Path(NGINX).exists() and not os.environ.get("CI"), reason="no nginx on this machine"
    ),
]

VISITORS = 6
ADDED = "articles/2022/australia-defence-space-command-explained.yaml"


@dataclass(frozen=True)
class Hosted:
    """Two servers of one data directory, and the proxy before them."""

    address: str
    servers: tuple[str, str]
    data: Path


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    data, app = two_articles(tmp_path_factory.mktemp("data")), REPOSITORY / "dashboard" / "app.py"
    with (
        started(app, folder=REPOSITORY, data=data) as (one, _),
        started(app, folder=REPOSITORY, data=data) as (other, _),
        proxied(tmp_path_factory.mktemp("nginx"), [one, other]) as address,
    ):
        yield Hosted(address, (one, other), data)


def settled(page: Page) -> None:
    page.get_by_text("Data version").wait_for()
    page.wait_for_selector(READY)


def sessions(server: str) -> int:
    """How many sessions a server has at this moment, by its own metrics."""
    told = urllib.request.urlopen(f"{server}/_stcore/metrics", timeout=5).read().decode()
    line = next(line for line in told.splitlines() if line.startswith("active_sessions "))
    return int(float(line.split()[1]))


def test_a_visitor_is_given_a_cookie_once_that_says_nothing_of_them(hosted: Hosted) -> None:
    first = urllib.request.urlopen(hosted.address)
    cookie = first.headers["Set-Cookie"].split(";")[0]
    assert cookie.startswith("atlas_server=")
    again = urllib.request.Request(hosted.address, headers={"Cookie": cookie})
    assert urllib.request.urlopen(again).headers["Set-Cookie"] is None
    assert urllib.request.urlopen(hosted.address).headers["Set-Cookie"].split(";")[0] != cookie


def test_visitors_share_the_servers_and_each_download_is_made_where_its_page_is(
    browser: Browser, hosted: Hosted
) -> None:
    used = set()
    for number in range(VISITORS):
        before = [sessions(server) for server in hosted.servers]
        with opened(browser, f"{hosted.address}{path_of('timeline')}") as (page, _):
            settled(page)
            now = [sessions(server) for server in hosted.servers]
            used.add(tuple(a > b for a, b in zip(now, before, strict=True)))
            page.get_by_role("button", name="Download", exact=True).click()
            with page.expect_download() as waiting:
                page.get_by_role("button", name="CSV of what is shown").click()
            assert waiting.value.path().read_text(encoding="utf-8-sig").startswith("event,"), number
    # A server may count the visitor before for a while: what must not be is one visitor on both.
    assert (True, True) not in used


def test_a_link_without_a_cookie_is_answered_by_one_server(hosted: Hosted) -> None:
    pages = {urllib.request.urlopen(hosted.address).read() for _ in range(4)}
    assert len(pages) == 1


def test_what_one_server_builds_the_other_shows(browser: Browser, hosted: Hosted) -> None:
    """A curator saves on one server, which builds the tables anew; none keeps the old ones."""
    shown = []
    for server in hosted.servers:
        with opened(browser, server) as (page, _):
            settled(page)
            shown.append(page.get_by_text("Data version").inner_text())
    assert len(set(shown)) == 1
    (hosted.data / ADDED).parent.mkdir(exist_ok=True)
    shutil.copy(DATA / ADDED, hosted.data / ADDED)
    version = ensure_built(DataDirectory(hosted.data)).manifest.version
    assert not shown[0].endswith(version)
    for server in hosted.servers:
        with opened(browser, server) as (page, _):
            settled(page)
            expect(page.get_by_text("Data version")).to_have_text(f"Data version {version}")


def test_a_session_is_shown_new_data_at_its_next_click(browser: Browser, hosted: Hosted) -> None:
    with opened(browser, f"{hosted.address}{path_of('sources')}") as (page, _):
        settled(page)
        (hosted.data / ADDED).unlink(missing_ok=True)
        time.sleep(0.01)
        version = ensure_built(DataDirectory(hosted.data)).manifest.version
        page.get_by_role("link", name="Timeline").first.click()
        expect(page.get_by_text(f"Data version {version}")).to_be_visible()
