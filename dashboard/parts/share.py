"""Share, cite and take along: the row of buttons under every page's heading."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from dashboard import address, exports
from dashboard.address import Parameter, Value
from dashboard.atlas import Atlas
from dashboard.citations import Citation, cite_view
from dashboard.parts.address_bar import value
from dashboard.parts.boxes import filled_when_opened


def full_address(
    atlas: Atlas, parameters: Sequence[Parameter], changes: dict[str, Value] | None = None
) -> str:
    """The address of this view with every value written out, today's date and data version too."""
    values = {parameter.name: value(parameter.name) for parameter in parameters}
    values |= {"data": atlas.version, **(changes or {})}
    base = (st.context.url or "").split("?")[0]
    return address.link(base, address.query_of(parameters, values, defaults=True))


def actions(
    atlas: Atlas,
    parameters: Sequence[Parameter],
    description: str,
    name: str,
    frame: Callable[[], pd.DataFrame],
    *,
    embeds: bool = False,
    cited: Citation | None = None,
) -> None:
    """Show Share, Cite and Download for a view.

    `frame` gives exactly what is shown; where it has a column `article`, those are its sources.
    It is only called when a visitor downloads. `embeds`: the page has a chart to embed.
    `cited` is what is cited where that is not the view itself.
    """
    link = full_address(atlas, parameters)
    with st.container(horizontal=True, key="actions", width="content"):
        with filled_when_opened("Share", "share") as opened:
            if opened:
                _share(link, description if embeds else None)
        with filled_when_opened("Cite", "cite") as opened:
            if opened:
                citation(cited or cite_view(description, link, atlas.version, date.today()))
        with filled_when_opened("Download", "download") as opened:
            if opened:
                _download(atlas, description, name, link, frame)


def _share(link: str, embedded: str | None) -> None:
    """The address to copy, and the HTML that embeds the chart, where there is one to name."""
    st.caption("This opens the same view, with today's date and the data's version fixed.")
    st.code(link, language=None, wrap_lines=True)
    if embedded is not None:
        st.caption("The chart alone, for a web page:")
        st.code(frame_tag(link, embedded), language=None, wrap_lines=True)


def _download(
    atlas: Atlas, description: str, name: str, link: str, frame: Callable[[], pd.DataFrame]
) -> None:
    st.download_button(
        "CSV of what is shown", data=lambda: exports.as_csv(frame()),
        file_name=f"{name}-{atlas.version}.csv", mime="text/csv", on_click="ignore",
    )  # fmt: skip
    st.download_button(
        "Everything shown, as one zip",
        data=lambda: exports.as_zip(_bundle(atlas, description, name, link, frame())),
        file_name=f"{name}-{atlas.version}.zip", mime="application/zip", on_click="ignore",
        help="CSV, JSON, Excel, datapackage.json, and a README with filter and sources",
    )  # fmt: skip


def frame_tag(link: str, title: str) -> str:
    """Write the HTML that shows a view's chart in another page, with its title for screen readers.

    Streamlit's own embedding: `?embed=true` leaves its toolbar and margins out.
    """
    address_, said = (html.escape(text, quote=True) for text in (f"{link}&embed=true", title))
    return (
        f'<iframe src="{address_}" title="{said}" loading="lazy" '
        'style="width:100%;height:560px;border:0"></iframe>'
    )


def _bundle(
    atlas: Atlas, description: str, name: str, link: str, frame: pd.DataFrame
) -> exports.Bundle:
    column = "article" if "article" in frame else "id"  # a list of articles is its own sources
    articles = frame[column].dropna().astype("str").unique() if column in frame else ()
    cited = [atlas.sources[article] for article in sorted(articles) if article in atlas.sources]
    lines = [
        ", ".join(filter(None, (s.publisher, f"“{s.title}”", s.published, s.link))) for s in cited
    ]
    return exports.Bundle(name, description, link, atlas.version, lines, frame)


def citation(cited: Citation) -> None:
    """Show a citation in its three styles, each with a copy button."""
    styles = (("Plain", cited.plain), ("Chicago", cited.chicago), ("BibTeX", cited.bibtex))
    for label, text in styles:
        st.caption(label)
        st.code(text, language=None, wrap_lines=True)
