"""What must hold everywhere is tested on hostile data: what it cannot break, no source will."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from tests.hostile_data import hostile_data


@pytest.fixture(scope="package", autouse=True)
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = hostile_data(tmp_path_factory.mktemp("hostile"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATLAS_DATA", str(root))
        st.cache_resource.clear()
        yield root
    st.cache_resource.clear()
