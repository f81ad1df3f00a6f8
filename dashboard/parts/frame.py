"""What stands around every page: the name, the navigation, the filters, and notices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from dashboard import address
from dashboard.address import Reading
from dashboard.atlas import Atlas
from dashboard.parts.address_bar import current_query, value
from dashboard.parts.controls import shared_parameters, sidebar_filters
from dashboard.parts.evidence import safe_link
from dashboard.parts.text import escape
from loaders import dates


def sidebar(atlas: Atlas, pages: Mapping[str, Any], current: str, behind: Sequence[str]) -> None:
    """Show the navigation, whose links carry the filters along, and the filters.

    `pages` by path; those `behind` are folded away unless one of them is `current`.
    """
    st.markdown("#### Space Coalition Atlas")
    carried = carried_query(atlas)
    for path, page in pages.items():
        if path not in behind:
            st.page_link(page, query_params=carried)
    with st.expander("Data and corrections", expanded=current in behind):
        for path in behind:
            st.page_link(pages[path], query_params=carried)
    sidebar_filters(atlas)
    st.caption(f"Data version {atlas.version}")


def carried_query(atlas: Atlas) -> dict[str, list[str]]:
    """What a link to another page takes along: the shared parameters that are not default."""
    parameters = [item for item in shared_parameters(atlas) if item.name != "data"]
    return address.query_of(parameters, {item.name: value(item.name) for item in parameters})


def credit(atlas: Atlas) -> None:
    """Under an embedded chart: whose it is, the data's version, and the full view."""
    full = (st.context.url or "").split("?")[0]
    query = {name: values for name, values in current_query().items() if name != "embed"}
    link = safe_link(address.link(full, query))
    # Small but not a caption: Streamlit fades captions, and links in them below WCAG's AA.
    whose = f"Space Coalition Atlas, data version {atlas.version}"
    st.markdown(f":small[{whose} · [Open the full view]({link})]")


def notices(atlas: Atlas, reading: Reading) -> None:
    """Tell what the address asked for and did not get."""
    shared_version = reading.values.get("data")
    if shared_version and shared_version != atlas.version:
        st.info(
            f"The data changed since this link was made (version {escape(str(shared_version))}, "
            f"now {atlas.version}): numbers may differ from what the sender saw."
        )
    first, last = reading.values.get("from"), reading.values.get("to")
    if isinstance(first, date) and isinstance(last, date) and first > last:
        early, late = (dates.in_words(day.isoformat()) for day in (last, first))
        st.warning(f"The first day is later than the last: shown is {early} to {late}.")
    for notice in reading.notices:
        st.warning(escape(notice))
