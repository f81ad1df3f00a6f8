"""A started Streamlit app, and a browser that reaches that app and nothing else."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Playwright

from dashboard.pages import PAGES

START_SECONDS = 60
# A busy machine draws a page late; what is wrong stays wrong however long one waits.
PATIENCE_MS = 90_000
READY = "[data-testid=stApp][data-test-script-state=notRunning]"
HERE = ("127.0.0.1", "localhost")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    # No other host has an address. Refused one by one (`route`), the cache would be off.
    "--host-resolver-rules=MAP * ~NOTFOUND" + "".join(f", EXCLUDE {host}" for host in HERE),
    # Streamlit's and Plotly's scripts, 7.6 MB, are compiled once a process.
    "--process-per-site",
]  # fmt: skip


# Opened directly, a page other than the default one asks for the server below its own path
# first (https://github.com/streamlit/streamlit/issues/7074): two 404s that harm nothing.
_PROBE = re.compile(r"/[a-z_]+/_stcore/(health|host-config)")


@dataclass
class Outside:
    """What a page asked of other hosts, all refused, and the errors that the browser logged."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        page.on("request", lambda request: self._asked(request.url))
        page.on("websocket", lambda socket: self._asked(socket.url))
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _console(self, message: ConsoleMessage) -> None:
        where = message.location["url"] if message.location else ""
        if message.type == "error" and not _PROBE.fullmatch(urlsplit(where).path):
            self.errors.append(f"{message.text} ({where})")

    def _asked(self, url: str) -> None:
        if urlsplit(url).hostname not in {*HERE, None}:
            self.requests.append(url)


@contextmanager
def served(
    app: Path,
    *options: str,
    folder: Path | None = None,
    data: Path | None = None,
    port: int | None = None,
) -> Iterator[str]:
    """Run a Streamlit app, with the .streamlit of a folder (else its own); yields its address.

    `data` is the data directory of that server alone: this process keeps its own. It listens on
    `port`, else on a free one.
    """
    with started(app, *options, folder=folder, data=data, port=port) as (address, _):
        yield address


@contextmanager
def started(
    app: Path,
    *options: str,
    folder: Path | None = None,
    data: Path | None = None,
    port: int | None = None,
) -> Iterator[tuple[str, int]]:
    """Run a Streamlit app as `served` does; yields its address and the server's process id."""
    environment = {**os.environ, **({"ATLAS_DATA": str(data)} if data else {})}
    port = port or free_port()
    command = [
        sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(port),
        "--server.address", "127.0.0.1", "--server.headless", "true",
        "--browser.gatherUsageStats", "false", "--server.fileWatcherType", "none", *options,
    ]  # fmt: skip
    server = subprocess.Popen(
        command, cwd=folder or app.parent, env=environment,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_until_healthy(f"{address}/_stcore/health", server)
        yield address, server.pid
    finally:
        server.terminate()
        server.wait(timeout=START_SECONDS)


def launched(playwright: Playwright) -> Browser:
    """The system's Chromium (or the one CHROMIUM names); without either, Playwright's own."""
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    return playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)


def path_of(name: str) -> str:
    """The path that a page answers at: the default page only at the root."""
    (page,) = (page for page in PAGES if page.path == name)
    return "/" if page.default else f"/{name}"


@contextmanager
def opened(
    browser: Browser, address: str, *, width: int = 1280, height: int = 800, dark: bool = False
) -> Iterator[tuple[Page, Outside]]:
    """The page at an address once its script has run, for a visitor who was never there.

    What Streamlit is made of comes from the cache after the first time; cookies and what a page
    stores are gone once it is closed.
    """
    outside = Outside()
    context = _context(browser, address)
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme="dark" if dark else "light")
    outside.listen(page)
    try:
        page.goto(address)
        page.wait_for_selector(READY)
        yield page, outside
    finally:
        with suppress(Error):  # a page that did not come stores nothing
            page.evaluate("localStorage.clear()")
        page.close()
        context.clear_cookies()


def _context(browser: Browser, address: str) -> BrowserContext:
    """The context of all pages, in which one stays open: with the last its process would end."""
    if not browser.contexts:
        context = browser.new_context()
        context.set_default_timeout(PATIENCE_MS)
        context.new_page().goto(urljoin(address, "/_stcore/health"))
    return browser.contexts[0]


def settled(page: Page) -> None:
    """Wait until what was just done has been answered."""
    page.wait_for_timeout(300)
    page.wait_for_selector(READY)


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _wait_until_healthy(address: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise RuntimeError(f"Streamlit did not start at {address}")
