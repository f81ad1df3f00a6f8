"""Citations: plain, Chicago (17th ed., notes) and BibTeX, for a statement, a fact or a view."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dashboard.atlas import Source
from loaders import dates


@dataclass(frozen=True)
class Citation:
    """One thing cited in three styles."""

    plain: str
    chicago: str
    bibtex: str


def cite_source(source: Source, address: str, read_on: date, quoted: str = "") -> Citation:
    """Cite an article as the source of a fact found at `address` of this atlas."""
    day = dates.in_words(source.published) if source.published else "n.d."
    title = source.title.strip("()")
    link = source.link or address
    opening = f"{quoted} " if quoted else ""
    via = f"via Space Coalition Atlas, {address}, accessed {dates.in_words(read_on.isoformat())}"
    return Citation(
        plain=f"{opening}{source.publisher}, “{title}”, {day}, {link}; {via}.",
        chicago=f"{opening}{source.publisher}, “{title},” {day}, {link}, {via}.",
        bibtex=_bibtex(source.id, {
            "author": f"{{{source.publisher}}}", "title": f"{{{title}}}",
            "year": (source.published or "n.d.")[:4], "url": link,
            "note": f"Via Space Coalition Atlas, {address}", "urldate": read_on.isoformat(),
        }),
    )  # fmt: skip


def cite_view(description: str, address: str, version: str, read_on: date) -> Citation:
    """Cite a view of the atlas: what it shows, its full address, and the data's version."""
    day = dates.in_words(read_on.isoformat())
    text = f"Space Coalition Atlas, “{description}”, data version {version}, {address}"
    return Citation(
        plain=f"{text}, accessed {day}.",
        chicago=f"Space Coalition Atlas, “{description},” data version {version}, accessed {day}, {address}.",  # noqa: E501
        bibtex=_bibtex(f"atlas-{version}", {
            "author": "{Space Coalition Atlas}", "title": f"{{{description}}}",
            "year": str(read_on.year), "url": address, "note": f"Data version {version}",
            "urldate": read_on.isoformat(),
        }),
    )  # fmt: skip


def _bibtex(key: str, fields: dict[str, str]) -> str:
    lines = [f"  {name} = {{{_tex(value)}}}," for name, value in fields.items()]
    return "\n".join([f"@misc{{{key},", *lines, "}"])


def _tex(text: str) -> str:
    return re.sub(r"([&%$#_])", r"\\\1", text)
