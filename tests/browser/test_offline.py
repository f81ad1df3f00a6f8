"""What the other tests rest on: no page reaches another host, and each that it asks is known."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.offline import opened

pytestmark = pytest.mark.browser

ASKED = {
    "https://picture.test/a.png", "http://192.0.2.1/b.png", "http://[2001:db8::1]/c.png",
    "https://frame.test/", "https://beacon.test/", "https://fetch.test/", "wss://socket.test/",
    "https://worker.test/",
}  # fmt: skip
ASK = """async () => {
    const come = [];
    for (const [kind, address] of [
        ['img', 'https://picture.test/a.png'], ['img', 'http://192.0.2.1/b.png'],
        ['img', 'http://[2001:db8::1]/c.png'],
    ]) {
        const made = document.createElement(kind);
        const gone = new Promise(done => { made.onerror = done; made.onload = () => {
            come.push(address); done();
        }; });
        made.src = address;
        document.body.append(made);
        await gone;
    }
    const frame = document.createElement('iframe');
    frame.src = 'https://frame.test/';
    document.body.append(frame);
    navigator.sendBeacon('https://beacon.test/', 'a');
    await fetch('https://fetch.test/', {mode: 'no-cors'}).then(
        () => come.push('fetch'), () => null);
    await new Promise(done => {
        const socket = new WebSocket('wss://socket.test/');
        socket.onopen = () => { come.push('socket'); done(); };
        socket.onerror = done;
    });
    const script = `fetch('https://worker.test/', {mode: 'no-cors'})
        .then(() => postMessage('worker'), () => postMessage(null))`;
    const worker = new Worker(URL.createObjectURL(new Blob([script])));
    const said = await new Promise(done => { worker.onmessage = told => done(told.data); });
    if (said) come.push(said);
    return come;
}"""


def test_another_host_is_asked_in_vain_and_each_request_is_known(
    browser: Browser, dashboard: str
) -> None:
    with opened(browser, dashboard) as (page, outside):
        assert outside.requests == []
        assert page.evaluate(ASK) == []
        page.wait_for_timeout(300)
        assert set(outside.requests) == ASKED


def test_a_visitor_leaves_nothing_for_the_next(browser: Browser, dashboard: str) -> None:
    with opened(browser, dashboard) as (page, _):
        page.evaluate("document.cookie = 'mine=1'; localStorage.mine = sessionStorage.mine = 1")
    with opened(browser, dashboard) as (page, _):
        kept = "[document.cookie, localStorage.mine, sessionStorage.mine].join()"
        assert "mine" not in page.evaluate("document.cookie")
        assert "1" not in page.evaluate(kept).split(",")[1:]
