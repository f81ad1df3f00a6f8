"""What must hold everywhere is tested on hostile data: what it cannot break, no source will."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile_data import hostile_data
from tests.serving import serving


@pytest.fixture(scope="package", autouse=True)
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = hostile_data(tmp_path_factory.mktemp("hostile"))
    with serving(root):
        yield root
