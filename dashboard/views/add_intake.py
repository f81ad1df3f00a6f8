"""The first step of adding: paste a text or upload a file."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.parts.text import escape
from loaders.curation.uploads import (
    ENDINGS,
    MAX_BYTES,
    MAX_CHARACTERS,
    Upload,
    UploadError,
    read_paste,
    read_upload,
)

_REFUSED = "add_refused"
_HEIGHT = 300
# What is longer stays in the browser: Streamlit breaks a session that sends 25 MB.
_MOST_SENT = 5_000_000


def intake(take: Callable[[Upload], None]) -> None:
    """Show the two ways in; `take` gets what was read, in the callback of the button."""
    pasted, uploaded = st.tabs(["Paste text", "Upload a file"])
    with pasted:
        st.text_area(
            "The article’s text", key="pasted", height=_HEIGHT, label_visibility="collapsed",
            max_chars=_MOST_SENT,
            placeholder="Paste the whole article: headline, dateline and text …",
        )  # fmt: skip
        st.caption(f"One article at a time, at most {MAX_CHARACTERS:,} characters.")
        st.button("Read it", type="primary", key="read_pasted", on_click=_pasted, args=(take,))
    with uploaded:
        st.file_uploader(
            f"A file: {', '.join(ENDINGS)}", type=list(ENDINGS), key="uploaded",
            max_upload_size=MAX_BYTES // 1_000_000,
        )  # fmt: skip
        st.button("Read the file", type="primary", key="read_upload", on_click=_uploaded,
                  args=(take,))  # fmt: skip
    if refused := st.session_state.pop(_REFUSED, None):
        st.error(escape(refused))


def _pasted(take: Callable[[Upload], None]) -> None:
    _take(lambda: read_paste(st.session_state.get("pasted") or ""), take)


def _uploaded(take: Callable[[Upload], None]) -> None:
    file = st.session_state.get("uploaded")
    if file is None:
        st.session_state[_REFUSED] = "Choose a file first."
        return
    _take(lambda: read_upload(file.name, file.getvalue()), take)


def _take(read: Callable[[], Upload], take: Callable[[Upload], None]) -> None:
    try:
        take(read())
    except UploadError as error:
        st.session_state[_REFUSED] = str(error)
