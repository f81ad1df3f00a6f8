"""The tables, built where missing or stale, read once per data version, shared by all sessions."""

from __future__ import annotations

import gc
import logging
from datetime import date

import streamlit as st

from dashboard.atlas import Atlas
from dashboard.questions.chronicle import Chronicle, chronicle_of
from dashboard.questions.corpus import Corpus, corpus_of
from dashboard.questions.directory import Directory, directory_of
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
        read = Atlas(read_tables(built.folder), built.manifest.version)
    _spare_the_collector()
    return read


def _spare_the_collector() -> None:
    """Keep Python's garbage collector from looking through the libraries and tables ever again.

    A rerun makes tens of thousands of objects that Streamlit keeps until the next one: with
    Python's own thresholds, a tenth of its time goes into looking for cycles among them. What an
    earlier version of the data left is collected first, so that it is not kept for good.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def directory(atlas: Atlas) -> Directory:
    """Give the directory of officials; made once per data version and day."""
    made: Directory = _directory_of_version(atlas.version, date.today(), atlas)
    return made


@st.cache_resource(max_entries=2)
def _directory_of_version(version: str, today: date, _atlas: Atlas) -> Directory:
    return directory_of(corpus(_atlas), today)


def corpus(atlas: Atlas) -> Corpus:
    """Give all statements ready to be searched and counted; made once per data version."""
    made: Corpus = _corpus_of_version(atlas.version, atlas)
    return made


# Two versions: while a new one is being built, the old one is still in use.
@st.cache_resource(show_spinner="Indexing the statements …", max_entries=2)
def _corpus_of_version(version: str, _atlas: Atlas) -> Corpus:
    return corpus_of(_atlas)


def rebuilt() -> None:
    """Build the tables anew after something was saved, and let every session read them."""
    ensure_built(data_directory())
    atlas.clear()


def chronicle(atlas: Atlas) -> Chronicle:
    """Give all announcements ready for the timeline; made once per data version."""
    made: Chronicle = _chronicle_of_version(atlas.version, atlas)
    return made


@st.cache_resource(max_entries=2)
def _chronicle_of_version(version: str, _atlas: Atlas) -> Chronicle:
    return chronicle_of(_atlas)
