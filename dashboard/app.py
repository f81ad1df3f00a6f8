"""The entry point: `streamlit run dashboard/app.py`."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from dashboard.pages import PAGES
from dashboard.parts import data
from dashboard.parts.address_bar import keep_in_step, open_address
from dashboard.parts.controls import shared_parameters
from dashboard.parts.frame import carried_query, credit, notices, sidebar
from dashboard.parts.links import remember
from dashboard.parts.scripts import script

STATIC = Path(__file__).parent / "static"

st.set_page_config(
    page_title="Space Coalition Atlas",
    page_icon=STATIC / "icon.svg",
    layout="wide",
)
st.html(STATIC / "page.css")
with st.container(key="scripts"):
    st.html(script(STATIC / "pictures.js"), unsafe_allow_javascript=True)

atlas = data.atlas()
embedded = bool(st.context.is_embedded)
pages = {
    page.path: st.Page(
        partial(page.draw, atlas, alone=embedded),
        title=page.title,
        url_path=page.path,
        default=page.default,
    )
    for page in PAGES
}
current = st.navigation(list(pages.values()), position="hidden")
page = next(page for page in PAGES if pages[page.path] is current or pages[page.path] == current)
reading = open_address(page.path, [*shared_parameters(atlas), *page.parameters(atlas)])
keep_in_step(page.path)
remember(pages, carried_query(atlas))
if not embedded:
    with st.sidebar:
        sidebar(atlas, pages, page.path, [entry.path for entry in PAGES if entry.behind])
notices(atlas, reading)
current.run()
if embedded:
    credit(atlas)
