"""The tables, built where missing or stale, read once per data version, shared by all sessions."""

from __future__ import annotations

import logging

import streamlit as st

from dashboard.atlas import Atlas
from dashboard.questions.corpus import Corpus, corpus_of
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


def corpus(atlas: Atlas) -> Corpus:
    """Give all statements ready to be searched and counted; made once per data version."""
    made: Corpus = _corpus_of_version(atlas.version, atlas)
    return made


# Two versions: while a new one is being built, the old one is still in use.
@st.cache_resource(show_spinner="Indexing the statements …", max_entries=2)
def _corpus_of_version(version: str, _atlas: Atlas) -> Corpus:
    return corpus_of(_atlas)
