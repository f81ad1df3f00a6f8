"""Citations: plain, Chicago (17th ed., notes) and BibTeX, for a statement, a fact or a view."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from dashboard.atlas import Source
from loaders import dates


@dataclass(frozen=True)
class Citation:
    """One thing cited in three styles."""

    plain: str
    chicago: str
    bibtex: str


def cite_source(
    source: Source, address: str, read_on: date, quoted: str = "", fact: str | None = None
) -> Citation:
    """Cite an article as the source of a fact found at `address` of this atlas.

    `quoted` is what the fact says; its key `fact` keeps two facts of one article apart in BibTeX.
    """
    day = dates.in_words(source.published) if source.published else "n.d."
    link = source.link or address
    opening = f"{quoted} " if quoted else ""
    via = f"via Space Coalition Atlas, {address}, accessed {dates.in_words(read_on.isoformat())}"
    return Citation(
        plain=f"{opening}{source.publisher}, {_titled(source.title)}, {day}, {link}; {via}.",
        chicago=f"{opening}{source.publisher}, {_titled(source.title, ',')} {day}, {link}, {via}.",
        bibtex=_bibtex(fact or source.id, {
            "author": _kept(source.publisher), "title": _kept(_undescribed(source.title)),
            "year": _year(source.published), "url": _address(link),
            "note": f"{_tex(opening)}Via Space Coalition Atlas, \\url{{{_address(address)}}}",
            "urldate": read_on.isoformat(),
        }),
    )  # fmt: skip


def cite_view(description: str, address: str, version: str, read_on: date) -> Citation:
    """Cite a view of the atlas: what it shows, its full address, and the data's version."""
    day, description = dates.in_words(read_on.isoformat()), description.removesuffix(".")
    text = f"Space Coalition Atlas, “{description}”, data version {version}, {address}"
    return Citation(
        plain=f"{text}, accessed {day}.",
        chicago=f"Space Coalition Atlas, “{description},” data version {version}, accessed {day}, {address}.",  # noqa: E501
        bibtex=_bibtex(f"atlas-{version}", {
            "author": _kept("Space Coalition Atlas"), "title": _kept(description),
            "year": str(read_on.year), "url": _address(address),
            "note": f"Data version {_tex(version)}",
            "urldate": read_on.isoformat(),
        }),
    )  # fmt: skip


def _titled(title: str, comma: str = "") -> str:
    """A headline between marks; a description of ours, for want of one, in square brackets."""
    described = _undescribed(title)
    return f"“{title}{comma}”" if described == title else f"[{described}]{comma}"


def _undescribed(title: str) -> str:
    """The words of a description that stands in brackets in a headline's place."""
    return title[1:-1] if title.startswith("(") and title.endswith(")") else title


def _year(published: str | None) -> str:
    """The latest year in which it can have been published."""
    latest = dates.bounds(published).latest if published else None
    return str(latest.year) if latest else "n.d."


def _bibtex(key: str, fields: dict[str, str]) -> str:
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    return "\n".join([f"@misc{{{key},", *lines, "}"])


def _kept(text: str) -> str:
    """A name or title whose capitals BibTeX must leave alone."""
    return f"{{{_tex(text)}}}"


_TEX = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}  # fmt: skip


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in text)


def _address(link: str) -> str:
    """A web address as BibTeX's verbatim fields want it: no character that would end the field."""
    return quote(link, safe=":/?=&%#~+,;@-._!$'()*[]")
