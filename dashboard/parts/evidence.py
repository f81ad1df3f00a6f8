"""What a fact rests on, opened: headline, publisher, via, date, link, and the passage itself."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

import streamlit as st

from dashboard.atlas import Atlas, Evidence, Source
from dashboard.parts.boxes import filled_when_opened
from dashboard.parts.curating import may_curate
from dashboard.parts.links import page_link, to_article, to_desk
from dashboard.parts.text import escape
from loaders import dates

NOT_HELD = "Our summary; passage not held"


def evidence(atlas: Atlas, fact: str, *, leads_on: bool = True) -> None:
    """Show everything that one fact rests on, and the way to correct it where that is possible.

    `leads_on`: with a link to the fact's own page, where it stands in its article and is cited.
    """
    found = atlas.evidence_of(fact)
    for item in found:
        # One element for all of it: each costs the server, and in between the browser.
        said = passage_in_markdown(item)
        if item.exact is not None and item.note:
            said.append(f":small[Note: {escape(item.note)}]")
        st.markdown("\n\n".join([*said, source_in_markdown(item.source)]))
    if found and leads_on:
        page_link("See it in its article, cite it →", to_article(found[0].source.id, fact))
    if found and may_curate().granted:
        page_link("Correct this", to_desk(found[0].source.id, fact))


def evidence_box(atlas: Atlas, fact: str, key: str) -> None:
    """Show a button that opens what a fact rests on; `key` tells it apart on the page."""
    with filled_when_opened("What it rests on", f"rests_{key}") as opened:
        if opened:
            evidence(atlas, fact)


def passage(item: Evidence) -> None:
    """Show the passage highlighted in its context, alone, or our summary in another style."""
    for paragraph in passage_in_markdown(item):
        st.markdown(paragraph)
    if item.exact is not None and item.note:
        st.caption(f"Note: {escape(item.note)}")


def passage_in_markdown(item: Evidence) -> list[str]:
    """The paragraphs of a passage in its context, or of our summary."""
    if item.exact is None:
        return [f":orange-badge[{NOT_HELD}]", f"*{escape(item.note or '')}*"]
    before = f"… {escape(_tail(item.prefix))} " if item.prefix else ""
    after = f" {escape(_head(item.suffix))} …" if item.suffix else ""
    return [f"{before}:blue-background[{escape(item.exact)}]{after}"]


def source_line(source: Source, *, headline: bool = True) -> None:
    """Name the source: headline, publisher, date, whose copy was read, and the links."""
    st.markdown(source_in_markdown(source, headline=headline))


def source_in_markdown(source: Source, *, headline: bool = True) -> str:
    """The line that names a source."""
    parts = [f"**{escape(source.title)}**"] if headline else []
    parts += [escape(source.publisher), escape(dated(source))]
    if source.tier == "copy":
        parts.append("a copy")
    if source.via:
        parts.append(f"via {escape(site(source.via))}")
    links = {"Open the copy that was read": source.via, "Open the source": source.url}
    for label, address in links.items():
        if address and safe_link(address):
            parts.append(f"[{label}]({safe_link(address)})")
    # Small but not a caption: Streamlit fades captions, and links in them below WCAG's AA.
    return f":small[{' · '.join(parts)}]"


def site(address: str) -> str:
    """The site's name in a web address; what is no web address, as it stands."""
    try:
        host = urlsplit(address).hostname
    except ValueError:  # a bracket that opens no IPv6 address
        host = None
    return (host or address).removeprefix("www.")


def safe_link(address: str) -> str:
    """Write a web address so that nothing in it can end the Markdown link around it.

    Empty for anything that is no web address: `javascript:` is not linked.
    """
    is_web = address.startswith(("https://", "http://"))
    return quote(address, safe=":/?=&%#~+,;@-._") if is_web else ""


def dated(source: Source) -> str:
    """The day of publication in words, else when it was read, labelled as such."""
    if source.published:
        return dates.in_words(source.published)
    return f"undated; read {dates.in_words(source.retrieved)}" if source.retrieved else "undated"


def _tail(text: str, length: int = 110) -> str:
    """The last words of the text before a passage."""
    cut = text[-length:]
    return cut[cut.find(" ") + 1 :] if len(text) > length else cut


def _head(text: str, length: int = 110) -> str:
    """The first words of the text after a passage."""
    return text[:length].rsplit(" ", 1)[0] if len(text) > length else text
