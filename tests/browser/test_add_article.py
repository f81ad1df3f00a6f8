"""As a new user would: paste an article, read its facts over, save, find them on every page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.offline import opened, served, settled
from tests.fixture_data import two_articles

pytestmark = pytest.mark.browser

APP = Path(__file__).parents[2] / "dashboard" / "app.py"
TITLE = "Sweden joins the initiative"
TEXT = f"""{TITLE}

OTTAWA, April 9, 2025 – Sweden joined the Combined Space Operations Initiative on Tuesday.

“We are glad to have Sweden with us,” said Gen. Stephen Whiting, commander of U.S. Space Command.
"""
SECONDS = 60_000


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = two_articles(tmp_path_factory.mktemp("data"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATLAS_DATA", str(root))
        patch.setenv("ATLAS_CURATE", "on")
        with served(APP) as address:
            yield address


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()
    settled(page)


def test_an_article_is_pasted_read_over_saved_and_found(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/add") as (page, outside):
        page.get_by_placeholder("Paste the whole article").fill(TEXT)
        press(page, "Read it")
        proof = page.locator(".st-key-proof")
        expect(proof).to_contain_text("Sweden joined the Combined Space Operations Initiative")
        expect(page.get_by_text("Membership").first).to_be_visible()
        while page.get_by_role("button", name="Accept", exact=True).count():
            press(page, "Accept")
        expect(page.get_by_text("Every proposed fact is decided on.")).to_be_visible()
        page.get_by_role("button", name="Save").click()
        page.wait_for_selector(".st-key-saved")
        settled(page)
        links = {
            link.inner_text().split(":")[0]: link.get_attribute("href")
            for link in page.locator(".st-key-saved a").all()
        }
        page.locator(".st-key-saved").get_by_role("link", name="Map").click()
        settled(page)
        sent = page.url
        assert outside.requests == []
    assert "show=cspo" in sent
    for label, words in (("Timeline", "Sweden"), ("Official", "glad to have Sweden")):
        with opened(browser, f"{address}/{links[label]}") as (page, outside):
            settled(page)
            expect(page.get_by_text(words).filter(visible=True).first).to_be_visible(
                timeout=SECONDS
            )
            assert outside.requests == []
    with opened(browser, f"{sent}&selected=SWE") as (page, _):
        settled(page)
        expect(page.get_by_text("Sweden").filter(visible=True).first).to_be_visible()
        expect(page.get_by_text(TITLE).filter(visible=True).first).to_be_visible()


def test_a_paste_of_50_mb_never_leaves_the_browser(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/add") as (page, _):
        box = page.get_by_placeholder("Paste the whole article")
        box.evaluate(
            """box => {
                const put = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
                put.set.call(box, 'x'.repeat(50000000));
                box.dispatchEvent(new Event('input', {bubbles: true}));
            }"""
        )
        press(page, "Read it")
        expect(page.get_by_text("more than 5,000,000 characters does not go into")).to_be_visible()


def test_nothing_in_a_pasted_text_is_run_or_fetched(browser: Browser, address: str) -> None:
    hostile = (
        '<img src="https://evil.test/a.png" onerror="window.hit=1"><script>hit=1</script>\n\n'
        "PARIS, April 9, 2025 – ![x](https://evil.test/b.png) [a](javascript:window.hit=1)\n\n"
        "“Look at ![this](https://evil.test/c.png) now,” said Gen. Stephen Whiting on Tuesday.\n"
    )
    with opened(browser, f"{address}/add") as (page, outside):
        page.get_by_placeholder("Paste the whole article").fill(hostile)
        press(page, "Read it")
        expect(page.locator(".st-key-proof")).to_contain_text("evil.test/b.png")
        page.wait_for_timeout(500)
        assert outside.requests == []
        assert page.evaluate("window.hit") is None
        assert page.locator(".st-key-proof img, .st-key-proof script, .st-key-proof a").count() == 0
