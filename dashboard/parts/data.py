"""The tables, built where missing or stale, read once per data version, shared by all sessions."""

from __future__ import annotations

import logging

import streamlit as st

from dashboard.atlas import Atlas
from loaders.build.building import ensure_built
from loaders.findings import errors
from loaders.paths import data_directory
from loaders.tables.parquet import locked, read_tables

_log = logging.getLogger(__name__)


@st.cache_resource(show_spinner="Building the tables …")
def atlas() -> Atlas:
    """Give the atlas of the data directory ($ATLAS_DATA or data/); built once per server.

    The frames are shared: no page may change them. What was wrong with the inputs is logged.
    """
    built = ensure_built(data_directory())
    for finding in errors(built.findings):
        _log.error("%s", finding)
    with locked(built.folder, exclusive=False):
        return Atlas(read_tables(built.folder), built.manifest.version)
