"""One browser and one server for all browser tests of a run."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Error, expect, sync_playwright

from loaders.paths import REPOSITORY
from tests.browser.offline import PATIENCE_MS, launched, served
from tests.fixture_data import two_articles


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; without one the tests are skipped, but fail where CI is set."""
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        try:
            found = launched(playwright)
        except Error as error:
            if os.environ.get("CI"):
                raise
            pytest.skip(f"no Chromium: {str(error).splitlines()[0]}")
        yield found
        found.close()


@pytest.fixture(scope="session")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the dashboard, on the two first articles alone."""
    data = two_articles(tmp_path_factory.mktemp("data"))
    with served(REPOSITORY / "dashboard" / "app.py", folder=REPOSITORY, data=data) as address:
        yield address
