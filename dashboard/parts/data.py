"""The tables, built where missing or stale, read once per data version, shared by all sessions."""

from __future__ import annotations

import gc
import logging
from datetime import date
from pathlib import Path

import streamlit as st

from dashboard.atlas import Atlas
from dashboard.questions.chronicle import Chronicle, chronicle_of
from dashboard.questions.corpus import Corpus, corpus_of
from dashboard.questions.directory import Directory, directory_of
from loaders.build.building import ensure_built
from loaders.extraction.language import vocabulary as words
from loaders.findings import errors
from loaders.paths import DataDirectoryError, data_directory
from loaders.tables.parquet import (
    MANIFEST,
    DamagedTableError,
    discard,
    locked,
    read_manifest,
    read_tables,
)

#: When a file was written, and which file it is.
Stamp = tuple[int, int]

_log = logging.getLogger(__name__)


def atlas() -> Atlas:
    """Give the atlas of the data directory ($ATLAS_DATA or data/); read once per server.

    The frames are shared: no page may change them. Another server of the same data may build the
    tables anew, after a curator saved there: each run looks whether they are still those read.
    Where there is no data directory the page ends with that.
    """
    try:
        read: Atlas = _present()
    except DataDirectoryError as error:
        _log.error("%s", error)
        st.error("This server does not find its data. Its log says which folder it looked for.")
        st.stop()
    except (FileNotFoundError, DamagedTableError) as error:
        _log.error("the tables are built anew: %s", error)
        if isinstance(error, DamagedTableError):
            discard(_folder())
        _folder.clear()
        read = _present()
    return read


def _present() -> Atlas:
    folder: Path = _folder()
    read: Atlas = _read(folder, _stamp(folder))
    return read


@st.cache_resource(show_spinner="Building the tables …")
def _folder() -> Path:
    """Where the tables are, built where missing or stale; what was wrong is logged."""
    built = ensure_built(data_directory())
    for finding in errors(built.findings):
        _log.error("%s", finding)
    return built.folder


# By folder: when the tables there were made, as last seen.
_seen: dict[Path, Stamp] = {}


def _stamp(folder: Path) -> Stamp | None:
    """Tell these tables from any made later; while some are put in place, those before them."""
    try:
        made = (folder / MANIFEST).stat()
    except OSError:
        return _seen.get(folder)
    _seen[folder] = (made.st_mtime_ns, made.st_ino)
    return _seen[folder]


# Two: while new tables are read, the old ones are still in use.
@st.cache_resource(show_spinner="Reading the tables …", max_entries=2)
def _read(folder: Path, stamp: Stamp | None) -> Atlas:
    with locked(folder, exclusive=False):
        manifest = read_manifest(folder)
        if manifest is None:  # a server was ended while it put tables in place
            raise FileNotFoundError(f"{folder} holds no whole tables")
        read = Atlas(read_tables(folder), manifest.version)
    # What curators declared elsewhere counts here too.
    words.forget()
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
    _folder.clear()


def chronicle(atlas: Atlas) -> Chronicle:
    """Give all announcements ready for the timeline; made once per data version."""
    made: Chronicle = _chronicle_of_version(atlas.version, atlas)
    return made


@st.cache_resource(max_entries=2)
def _chronicle_of_version(version: str, _atlas: Atlas) -> Chronicle:
    return chronicle_of(_atlas)
