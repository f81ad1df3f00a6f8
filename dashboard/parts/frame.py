"""What stands around every page: the name, the navigation, the filters, and notices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard import address
from dashboard.address import Reading
from dashboard.atlas import Atlas
from dashboard.parts.address_bar import value
from dashboard.parts.controls import shared_parameters, sidebar_filters
from dashboard.parts.text import escape


def sidebar(atlas: Atlas, pages: Mapping[str, Any]) -> None:
    """Show the navigation, whose links carry the filters along, and the filters."""
    st.markdown("#### Space Coalition Atlas")
    carried = carried_query(atlas)
    for page in pages.values():
        st.page_link(page, query_params=carried)
    sidebar_filters(atlas)
    st.caption(f"Data version {atlas.version}")


def carried_query(atlas: Atlas) -> dict[str, list[str]]:
    """What a link to another page takes along: the shared parameters that are not default."""
    parameters = [item for item in shared_parameters(atlas) if item.name != "data"]
    return address.query_of(parameters, {item.name: value(item.name) for item in parameters})


def notices(atlas: Atlas, reading: Reading) -> None:
    """Tell what the address asked for and did not get."""
    shared_version = reading.values.get("data")
    if shared_version and shared_version != atlas.version:
        st.info(
            f"The data changed since this link was made (version {escape(str(shared_version))}, "
            f"now {atlas.version}): numbers may differ from what the sender saw."
        )
    for notice in reading.notices:
        st.warning(escape(notice))
