"""The app on another data directory, for as long as a test lasts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import streamlit as st

from loaders.extraction.language import vocabulary


@contextmanager
def serving(root: Path, **variables: str) -> Iterator[pytest.MonkeyPatch]:
    """Point the app at a data directory, with more variables (ATLAS_CURATE="on"); then as before.

    The app keeps its tables, and the reader its words, for as long as the server runs: here, that
    is this block.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"ATLAS_DATA": str(root), **variables}.items():
            patch.setenv(name, value)
        _forget()
        try:
            yield patch
        finally:
            _forget()


def _forget() -> None:
    st.cache_resource.clear()
    st.cache_data.clear()
    vocabulary.forget()
