"""Pages are tested on the two first articles alone, so that numbers stay as they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fixture_data import two_articles
from tests.serving import serving


@pytest.fixture(scope="package", autouse=True)
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = two_articles(tmp_path_factory.mktemp("data"))
    with serving(root):
        yield root
