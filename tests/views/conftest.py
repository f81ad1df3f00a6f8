"""Pages are tested on the two first articles alone, so that numbers stay as they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from tests.fixture_data import two_articles


@pytest.fixture(scope="package", autouse=True)
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = two_articles(tmp_path_factory.mktemp("data"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATLAS_DATA", str(root))
        # The app keeps its tables for as long as the server runs: here, that is these tests.
        st.cache_resource.clear()
        yield root
    st.cache_resource.clear()
