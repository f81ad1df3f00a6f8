"""The first step of adding: paste a text or upload a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

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
# What is longer stays in the browser, whatever way it got into the box.
_MOST_SENT = 5_000_000
_INSTEAD = (
    "Paste one article at a time. A web page, PDF or Word file can be uploaded whole, up to "
    f"{MAX_BYTES // 1_000_000} MB."
)
_SCRIPT = Path(__file__).parents[1] / "static" / "reading_over.js"


def intake(take: Callable[[Upload], None]) -> None:
    """Show the two ways in; `take` gets what was read, in the callback of the button."""
    pasted, uploaded = st.tabs(["Paste text", "Upload a file"])
    with pasted:
        st.text_area(
            "The article’s text", key="pasted", height=_HEIGHT, label_visibility="collapsed",
            max_chars=_MOST_SENT,
            placeholder="Paste the whole article: headline, dateline and text …",
            on_change="ignore",
        )  # fmt: skip
        st.html(in_the_browser(), unsafe_allow_javascript=True)
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


@cache
def in_the_browser() -> str:
    """Our own script, and the place where it says that a paste is too long; no data is in it."""
    return (
        f'<p class="too-long" role="alert" data-most="{MAX_CHARACTERS}" data-instead="{_INSTEAD}" '
        f"hidden></p><script>{_SCRIPT.read_text(encoding='utf-8')}</script>"
    )


def _pasted(take: Callable[[Upload], None]) -> None:
    text = st.session_state.get("pasted") or ""
    if not text.strip():
        st.session_state[_REFUSED] = (
            "There is no text in the box. A text of more than "
            f"{_MOST_SENT:,} characters does not go into it at all. {_INSTEAD}"
        )
        return
    _take(lambda: read_paste(text), take)


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
