"""Share, download and cite: the row of buttons under every page's heading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from dashboard import address, exports
from dashboard.address import Parameter, Value
from dashboard.atlas import Atlas
from dashboard.citations import Citation, cite_view
from dashboard.parts.address_bar import value


def full_address(
    atlas: Atlas, parameters: Sequence[Parameter], changes: dict[str, Value] | None = None
) -> str:
    """The address of this view with every value written out, today's date and data version too."""
    values = {parameter.name: value(parameter.name) for parameter in parameters}
    values |= {"data": atlas.version, **(changes or {})}
    base = (st.context.url or "").split("?")[0]
    return address.link(base, address.query_of(parameters, values, defaults=True))


def actions(
    atlas: Atlas, parameters: Sequence[Parameter], description: str, name: str,
    frame: Callable[[], pd.DataFrame],
) -> None:  # fmt: skip
    """Show Share, Cite and Download for a view; `frame` gives exactly what is shown."""
    link = full_address(atlas, parameters)
    with st.container(horizontal=True, key="actions"):
        with st.popover("Share"):
            st.caption("This opens the same view, with today's date and the data's version fixed.")
            st.code(link, language=None, wrap_lines=True)
        with st.popover("Cite"):
            citation(cite_view(description, link, atlas.version, date.today()))
        st.download_button(
            "Download CSV of what is shown", data=lambda: exports.as_csv(frame()),
            file_name=f"{name}-{atlas.version}.csv", mime="text/csv", on_click="ignore",
        )  # fmt: skip


def citation(cited: Citation) -> None:
    """Show a citation in its three styles, each with a copy button."""
    for label, text in (
        ("Plain", cited.plain),
        ("Chicago", cited.chicago),
        ("BibTeX", cited.bibtex),
    ):
        st.caption(label)
        st.code(text, language=None, wrap_lines=True)
