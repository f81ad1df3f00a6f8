"""Bulk output of `extract` as a layer of unreviewed facts beside the facts files.

`data/extracted/*.jsonl` holds one article a line. What a person has compiled or reviewed wins:
an article that has a facts file, by id, by address, or by title and day, is passed over here.
Persons nobody declared become officials of this layer, under the slug of their name.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from loaders.build.rows import Row, Rows, Source, merged, rows_of
from loaders.check.checking import Checked
from loaders.facts.extracted import Known, plain_facts, whole
from loaders.facts.models import Article, FactsFile
from loaders.paths import DataDirectory
from loaders.reference import Official, Reference
from loaders.slugs import slugify

#: Articles whose rows are put into columns at once: what bounds the memory of a build.
CHUNK = 500
_FEWEST_NAMES = 2


@dataclass
class ExtractedLayer:
    """The articles of `data/extracted/` that no facts file covers, as table rows in chunks."""

    data: DataDirectory
    checked: Checked
    officials: dict[str, Official] = field(default_factory=dict)
    articles: list[Row] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)

    def chunks(self) -> Iterator[Rows]:
        """Rows of all tables but articles and officials, which are settled over all of them."""
        reference = self._own_reference()
        covered = _Covered.by(self.checked)
        self.ids |= covered.ids
        waiting: list[Rows] = []
        for name, line in _lines(self.data):
            waiting.append(self._rows(name, line, reference, covered))
            if len(waiting) == CHUNK:
                yield self._settled(waiting)
                waiting = []
        if waiting:
            yield self._settled(waiting)

    def official_rows(self) -> list[Row]:
        """The officials of this layer that no reference file declares."""
        declared = self.checked.reference.officials
        return [o.model_dump() for slug, o in self.officials.items() if slug not in declared]

    def _own_reference(self) -> Reference:
        self.officials.update(self.checked.reference.officials)
        return replace(self.checked.reference, officials=self.officials)

    def _settled(self, waiting: list[Rows]) -> Rows:
        rows = merged(waiting)
        self.articles += rows.pop("articles", [])
        return rows

    def _rows(self, name: str, line: str, reference: Reference, covered: _Covered) -> Rows:
        try:
            result = json.loads(line)
            if "error" in result:
                return _left_out(name, str(result.get("path")), str(result["error"]))
            identity = (
                slugify(str(result["path"]).rsplit("/", 1)[-1].rsplit(".", 1)[0]) or "article"
            )
            self._declare_persons(result)
            known = Known(reference.coalitions, self.officials)
            facts = FactsFile.model_validate(whole(plain_facts(result, identity, known)))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            place = ".".join(str(part) for part in first["loc"])
            return _left_out(name, line[:80], f"{place}: {first['msg']}")
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            return _left_out(name, line[:80], f"not a line that `extract` writes: {error!r}")
        if covered.covers(identity, facts.article):
            return {}
        source = Source(self._free_id(identity), f"extracted/{name}", facts, None, None)
        return rows_of(source, reference)

    def _free_id(self, identity: str) -> str:
        """The id, numbered where another article of the layer has it already."""
        free, number = identity, 1
        while free in self.ids:
            number += 1
            free = f"{identity}-{number}"
        self.ids.add(free)
        return free

    def _declare_persons(self, result: dict[str, Any]) -> None:
        for person in result["persons"]:
            slug = slugify(person["name"])
            if slug and slug not in self.officials and len(person["name"].split()) >= _FEWEST_NAMES:
                name, family = person["name"], person["family_name"]
                self.officials[slug] = Official(slug=slug, name=name, family_name=family)


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

    def covers(self, identity: str, article: Article) -> bool:
        """Whether a person has compiled or reviewed this article."""
        named = {_bare(address) for address in (article.url, article.via) if address}
        return (
            identity in self.ids
            or not named.isdisjoint(self.addresses)
            or _title_and_day(article) in self.titles
        )


def _bare(address: str) -> str:
    return address.split("://", 1)[-1].removeprefix("www.").rstrip("/").casefold()


def _title_and_day(article: Article) -> tuple[str, str]:
    return slugify(article.title), (article.published or "").rstrip("~?%")


def _lines(data: DataDirectory) -> Iterator[tuple[str, str]]:
    for path in sorted(data.extracted.glob("*.jsonl")):
        with path.open(encoding="utf-8", errors="replace") as handle:
            for line in handle:
                if line.strip():
                    yield path.name, line


def _left_out(name: str, text: str, why: str) -> Rows:
    digest = hashlib.sha256(f"{name}\0{text}\0{why}".encode()).hexdigest()[:10]
    row = {"id": f"left-out.{digest}", "kind": "left out", "text": text, "why": f"{name}: {why}"}
    return {"problems": [row]}
