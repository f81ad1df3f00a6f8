"""The hosted set-up: the real server behind nginx with the configuration that is shipped."""

import base64
import gzip
import hashlib
import os
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.offline import READY, opened, path_of, served
from tests.browser.proxied import NGINX, SHIPPED
from tests.browser.proxied import proxied as before

ROOT = Path(__file__).parents[2]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not Path(NGINX).exists() and not os.environ.get("CI"), reason="no nginx on this machine"
    ),
]


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with (
        served(ROOT / "dashboard" / "app.py", folder=ROOT) as address,
        before(tmp_path_factory.mktemp("nginx"), [address]) as proxy,
    ):
        yield proxy


def test_security_headers_are_on_every_answer(proxied: str) -> None:
    headers = urllib.request.urlopen(proxied).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "object-src 'none'" in policy
    assert "'unsafe-eval'" not in policy.replace("'wasm-unsafe-eval'", "")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


def test_the_metrics_address_is_blocked(proxied: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{proxied}/_stcore/metrics")
    assert refused.value.code == 404


def test_an_address_of_500_kb_is_refused(proxied: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{proxied}/?words={'x' * 500_000}")
    assert refused.value.code == 414


def test_outlines_are_compressed(proxied: str) -> None:
    request = urllib.request.Request(
        f"{proxied}/app/static/geo/world_110m.json", headers={"Accept-Encoding": "gzip"}
    )
    answer = urllib.request.urlopen(request)
    packed = answer.read()
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(packed) < len(gzip.decompress(packed)) / 2


def test_the_map_is_drawn_through_the_proxy_and_breaks_no_policy(
    browser: Browser, proxied: str
) -> None:
    with opened(browser, f"{proxied}{path_of('map')}") as (page, outside):
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.reload()
        page.wait_for_selector(READY)
        page.wait_for_selector("g.choroplethlayer path", state="attached")
        assert page.locator("g.choroplethlayer path").count() > 170
        assert not [text for text in complaints if "Content Security Policy" in text]
        assert outside.requests == []


def test_our_own_scripts_are_the_only_ones_that_the_policy_lets_in_besides_streamlits() -> None:
    shipped = SHIPPED.read_text()
    scripts = sorted((ROOT / "dashboard" / "static").glob("*.js"))
    assert [script.name for script in scripts] == ["pictures.js", "reading_over.js"]
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.read_bytes()).digest()).decode()
        assert f"'sha256-{digest}'" in shipped, script.name
    assert shipped.count("'sha256-") == len(scripts) + 1


def test_the_desk_works_behind_the_proxy_and_breaks_no_policy(
    browser: Browser, proxied: str
) -> None:
    with opened(browser, f"{proxied}{path_of('add')}") as (page, outside):
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.reload()
        page.wait_for_selector(READY)
        page.get_by_placeholder("Paste the whole article").click()
        page.evaluate(
            """() => {
                const carried = new DataTransfer();
                carried.setData('text/plain', 'x'.repeat(500000));
                document.activeElement.dispatchEvent(new ClipboardEvent(
                    'paste', {clipboardData: carried, bubbles: true, cancelable: true}));
            }"""
        )
        expect(page.get_by_text("500,000 characters")).to_be_visible()
        page.get_by_placeholder("Paste the whole article").fill(
            "PARIS, April 9, 2025 – France joined the Artemis Accords on Tuesday."
        )
        page.get_by_role("button", name="Read it").click()
        expect(page.locator(".st-key-proof")).to_contain_text("France joined", timeout=60_000)
        # The proxy says that a request came through it: what would be ON on one's own is off.
        assert page.get_by_role("button", name="Save").count() == 0
        expect(page.get_by_role("button", name="Download the facts file")).to_be_visible()
        assert not [text for text in complaints if "Content Security Policy" in text]
        assert outside.requests == []
