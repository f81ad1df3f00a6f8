"""Bulk output of `extract` as a layer of unreviewed facts beside the facts files.

`data/extracted/*.jsonl` holds one article a line. What a person has compiled or reviewed wins:
an article that has a facts file, by id, by address, or by title and day, is passed over here.
Persons nobody declared become officials of this layer, under the slug of their name.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from loaders.build.rows import Rows, Source, rows_of
from loaders.check.checking import Checked
from loaders.facts.extracted import Known, plain_facts, whole
from loaders.facts.models import Article, FactsFile
from loaders.paths import DataDirectory
from loaders.reference import Official, Reference
from loaders.slugs import slugify

_FEWEST_NAMES = 2
#: How `extract` begins a line; so most lines are not decoded twice.
_PATH = re.compile(r'\{"path": ("(?:[^"\\]|\\.)*")')


@dataclass
class ExtractedLayer:
    """The articles of `data/extracted/` that no facts file covers, made one at a time.

    `reference` is that of the facts files and the persons found in the layer so far.
    """

    data: DataDirectory
    checked: Checked
    reference: Reference = field(init=False)

    def __post_init__(self) -> None:
        declared = self.checked.reference
        self.reference = replace(declared, officials=dict(declared.officials))
        self._covered = _Covered.by(self.checked)

    def articles(self) -> Iterator[tuple[str, Callable[[], Rows]]]:
        """Each article's id, and what reads its line again and makes its rows.

        A line that cannot be read, or that nothing becomes of, has an id too, or an empty one.
        """
        taken = dict.fromkeys(self._covered.ids, 1)
        for line in _lines(self.data):
            stem = slugify(re.sub(r".*/|\.[^./]*$", "", line.path or "")) or "article"
            if stem in self._covered.ids:
                continue
            identity = _free(stem, taken) if line.path is not None else ""
            yield identity, partial(self._rows, identity, line)

    def _rows(self, identity: str, line: _Line) -> Rows:
        name, text = line.file.name, line.read()
        try:
            result = json.loads(text)
            if "error" in result:
                return _left_out(name, str(result.get("path")), str(result["error"]))
            self._declare_persons(result)
            known = Known(self.reference.coalitions, self.reference.officials)
            facts = FactsFile.model_validate(whole(plain_facts(result, identity, known)))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            place = ".".join(str(part) for part in first["loc"])
            return _left_out(name, text[:80], f"{place}: {first['msg']}")
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            return _left_out(name, text[:80], f"not a line that `extract` writes: {error!r}")
        if self._covered.covers(facts.article):
            return {}
        source = Source(identity, f"extracted/{name}", facts, None, None)
        return rows_of(source, self.reference)

    def _declare_persons(self, result: dict[str, Any]) -> None:
        officials = self.reference.officials
        for person in result["persons"]:
            slug = slugify(person["name"])
            if slug and slug not in officials and len(person["name"].split()) >= _FEWEST_NAMES:
                name, family = person["name"], person["family_name"]
                officials[slug] = Official(slug=slug, name=name, family_name=family)


@dataclass(frozen=True)
class _Covered:
    """What tells that an article has a facts file."""

    ids: frozenset[str]
    addresses: frozenset[str]
    titles: frozenset[tuple[str, str]]

    @classmethod
    def by(cls, checked: Checked) -> _Covered:
        articles = [source.facts.article for source in checked.sources]
        addresses = {a for article in articles for a in (article.url, article.via) if a}
        titles = {_title_and_day(article) for article in articles}
        ids = frozenset(source.id for source in checked.sources)
        return cls(ids, frozenset(map(_bare, addresses)), frozenset(titles))

    def covers(self, article: Article) -> bool:
        """Whether a person has compiled or reviewed this article, under whatever id."""
        named = {_bare(address) for address in (article.url, article.via) if address}
        return not named.isdisjoint(self.addresses) or _title_and_day(article) in self.titles


@dataclass(frozen=True, slots=True)
class _Line:
    """Where a line stands, and the path of the file it was read from; None if it names none."""

    file: Path
    offset: int
    path: str | None

    def read(self) -> str:
        """Read the line again."""
        with self.file.open("rb") as handle:
            handle.seek(self.offset)
            return handle.readline().decode("utf-8", errors="replace")


def _bare(address: str) -> str:
    return address.split("://", 1)[-1].removeprefix("www.").rstrip("/").casefold()


def _title_and_day(article: Article) -> tuple[str, str]:
    return slugify(article.title), (article.published or "").rstrip("~?%")


def _lines(data: DataDirectory) -> Iterator[_Line]:
    for file in sorted(data.extracted.glob("*.jsonl")):
        offset = 0
        with file.open("rb") as handle:
            for raw in handle:
                text = raw.decode("utf-8", errors="replace")
                if text.strip():
                    yield _Line(file, offset, _path_in(text))
                offset += len(raw)


def _path_in(text: str) -> str | None:
    start = _PATH.match(text)
    try:
        path = json.loads(start[1]) if start else json.loads(text)["path"]
    except (ValueError, TypeError, KeyError):
        return None
    return path if isinstance(path, str) else None


def _free(identity: str, taken: dict[str, int]) -> str:
    """The id, numbered where another article has it already; notes how often it was asked for."""
    free = identity
    while free in taken:
        taken[identity] += 1
        free = f"{identity}-{taken[identity]}"
    taken[free] = 1
    return free


def _left_out(name: str, text: str, why: str) -> Rows:
    digest = hashlib.sha256(f"{name}\0{text}\0{why}".encode()).hexdigest()[:10]
    row = {"id": f"left-out.{digest}", "kind": "left out", "text": text, "why": f"{name}: {why}"}
    return {"problems": [row]}
