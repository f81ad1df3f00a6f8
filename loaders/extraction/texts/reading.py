"""Files in, documents out: encodings, front matter, web pages, titles, languages."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import yaml

from loaders.extraction.language.vocabulary import parse_yaml, words
from loaders.extraction.texts.document import Document, ParagraphKind
from loaders.extraction.texts.layout import Layout, lay_out
from loaders.extraction.texts.quotations import mask_quotations, pair_quotations
from loaders.extraction.texts.sentences import split_sentences
from loaders.facts.yaml import YamlError, require_plain

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)
_LONGEST_FRONT_MATTER = 20_000
_EDTF_START = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?[~?%]?")
_LONG_DATE = re.compile(
    r"([A-Z][a-z]{2,8})\.? (\d{1,2}),? (\d{4})|(\d{1,2}) ([A-Z][a-z]{2,8}) (\d{4})"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_PAGE_START = re.compile(r"\s*(?:<!doctype html|<html|<\?xml)", re.I)
_TITLE_WORDS = 4


class ReadingError(ValueError):
    """The file cannot be read as text; the message says why."""


@dataclass(frozen=True, slots=True)
class _Heading:
    """What front matter or a page's head say of the article."""

    title: str | None = None
    publisher: str | None = None
    via: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None


def read_text(text: str, name: str = "", published: str | None = None) -> Document:
    """The document of a plain text or Markdown, `published` (EDTF) winning over front matter."""
    source = text.removeprefix("\ufeff")
    heading, body_start = _read_front_matter(source)
    return _document(source, body_start, heading, "front matter", name, published)


def read_page(page: str, name: str = "", published: str | None = None) -> Document:
    """The document of a web page; offsets count in the extracted body, `Document.source`."""
    heading, body = _extract_page(page)
    return replace(_document(body, 0, heading, "page", name, published), is_page=True)


def read_file(path: Path, published: str | None = None) -> Document:
    """The document of a .txt, .md or .html file. Raises OSError and ReadingError."""
    text = decode(path.read_bytes())
    if path.suffix.lower() in _PAGE_SUFFIXES or _PAGE_START.match(text):
        return read_page(text, str(path), published)
    return read_text(text, str(path), published)


def decode(content: bytes) -> str:
    """UTF-8, UTF-16 with its mark, else Windows-1252; the byte-order mark is dropped.

    Raises ReadingError for what is no text.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content[:4096]:
        raise ReadingError("this is no text file: it holds zero bytes")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # HTML's own rule: the five bytes that Windows-1252 leaves undefined are Latin-1 controls.
        return "".join(_WINDOWS_1252[byte] for byte in content)


_WINDOWS_1252 = tuple(
    bytes([b]).decode("cp1252") if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(b)
    for b in range(256)
)


def _document(
    source: str, body_start: int, heading: _Heading, origin: str, name: str, published: str | None
) -> Document:
    layout = lay_out(source, body_start)
    quotations = pair_quotations(layout.text, layout.paragraphs)
    masked = mask_quotations(layout.text, quotations)
    sentences = split_sentences(masked)
    dated = published or heading.published
    return Document(
        source=source,
        text=layout.text,
        masked=masked,
        paragraphs=layout.paragraphs,
        sentences=sentences,
        sentence_starts=tuple(sentence.start for sentence in sentences),
        paragraph_starts=tuple(paragraph.start for paragraph in layout.paragraphs),
        quotations=quotations,
        origin=layout.origin,
        name=name,
        title=heading.title or _first_heading(layout),
        publisher=heading.publisher,
        via=heading.via,
        author=heading.author,
        url=heading.url,
        published=dated,
        published_from=("flag" if published else origin) if dated else None,
        language=heading.language or _guess_language(layout.text),
    )


def _first_heading(layout: Layout) -> str | None:
    """The first heading long enough to be a title; none once the prose has begun."""
    for paragraph in layout.paragraphs[:6]:
        if paragraph.kind is not ParagraphKind.HEADING:
            return None
        line = layout.text[paragraph.start : paragraph.end]
        if len(line.split()) >= _TITLE_WORDS:
            return line
    return None


#: Every byte that is no small letter is a blank.
_LETTERS_ALONE = bytes(code if chr(code) in ascii_lowercase else 32 for code in range(256))


@cache
def _english() -> frozenset[bytes]:
    return frozenset(word.encode() for word in words("languages", "english"))


def _guess_language(text: str) -> str | None:
    """ "en" where English function words abound, else None: we read no other language."""
    sample = text[:1200].lower().encode("ascii", "replace").translate(_LETTERS_ALONE).split()
    hits = sum(map(_english().__contains__, sample))
    return "en" if sample and hits >= 0.2 * len(sample) else None


def _read_front_matter(source: str) -> tuple[_Heading, int]:
    if not source.startswith("---"):
        return _Heading(), 0
    match = _FRONT_MATTER.match(source, 0, min(len(source), _LONGEST_FRONT_MATTER))
    if match is None:
        return _Heading(), 0
    try:
        require_plain(match.group(1))  # a stranger's: an alias bomb must not unfold
        fields = parse_yaml(match.group(1))
    except (YamlError, yaml.YAMLError):
        return _Heading(), match.end()
    if not isinstance(fields, dict):
        return _Heading(), 0
    return _heading_of({str(k).lower(): v for k, v in fields.items()}), match.end()


def _heading_of(fields: dict[str, Any]) -> _Heading:
    return _Heading(
        title=_first(fields, "title", "headline"),
        publisher=_first(fields, "publisher", "site", "sitename", "source", "outlet"),
        via=_first(fields, "via"),
        author=_first(fields, "author", "authors", "byline", "by"),
        url=_first(fields, "url", "source_url", "link", "permalink", "canonical"),
        published=_as_edtf(
            _first(fields, "published", "date", "published_time", "publication_date", "pubdate")
        ),
        language=_first(fields, "language", "lang"),
    )


def _first(fields: dict[str, Any], *keys: str) -> str | None:
    for key in keys:
        value = fields.get(key)
        if isinstance(value, list):
            value = ", ".join(str(item) for item in value if item)
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
    return None


def _as_edtf(value: str | None) -> str | None:
    if value is None:
        return None
    if match := _EDTF_START.match(value):
        return match.group()
    if match := _LONG_DATE.search(value):
        month = (match.group(1) or match.group(5))[:3].lower()
        day, year = (match.group(2) or match.group(4)), (match.group(3) or match.group(6))
        if month in _MONTHS:
            return f"{year}-{_MONTHS.index(month) + 1:02}-{int(day):02}"
    return None


#: What the page states of its own date, first published, in whatever year. A year in the text
#: would be taken for its first of January, and dates in the text are read with the text.
_DATE_OF_PAGE = {"original_date": True, "extensive_search": False, "max_date": "9999-12-31"}


def _extract_page(page: str) -> tuple[_Heading, str]:
    """What trafilatura takes for the article's body, and the head of the page."""
    # Imported here: it takes half a second, and most inputs are plain text.
    from trafilatura import bare_extraction

    found = bare_extraction(
        page,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params=_DATE_OF_PAGE,
    )
    if found is None:
        return _Heading(), ""
    fields = found if isinstance(found, dict) else found.as_dict()
    # One line is one paragraph here; a blank line between says so to every reader.
    body = "\n\n".join(line for line in (fields.get("text") or "").split("\n") if line.strip())
    return (
        _Heading(
            title=fields.get("title"),
            publisher=fields.get("sitename"),
            author=fields.get("author"),
            url=fields.get("url"),
            published=_as_edtf(fields.get("date")),
            language=fields.get("language"),
        ),
        body,
    )
