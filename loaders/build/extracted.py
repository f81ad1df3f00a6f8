"""Bulk output of `extract` as a layer of unreviewed facts beside the facts files.

`data/extracted/*.jsonl` holds one article a line. What a person has compiled or reviewed wins:
an article that has a facts file, by id, by address, or by title and day, is passed over here.
Persons nobody declared become officials of this layer, under the slug of their name. A line that
cannot be read is told of with its number, and the others go on.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from loaders.build.rows import Rows, Source, rows_of
from loaders.check.checking import Checked
from loaders.facts.advice import findings_of
from loaders.facts.extracted import Known, plain_facts, whole
from loaders.facts.models import Article, FactsFile
from loaders.facts.yaml import YamlDocument
from loaders.findings import Finding, Severity
from loaders.paths import DataDirectory
from loaders.reference import Official, Reference
from loaders.slugs import slugify

_FEWEST_NAMES = 2
_ENDING = ".jsonl"
#: What reading a line raises that `extract` did not write.
_NOT_OURS = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
#: How `extract` begins a line; so most lines are not decoded twice.
_PATH = re.compile(r'\{"path": ("(?:[^"\\]|\\.)*")')


@dataclass
class ExtractedLayer:
    """The articles of `data/extracted/` that no facts file covers, made one at a time.

    `reference` is that of the facts files and the persons found in the layer so far; `findings`
    tells which lines and files were left out so far.
    """

    data: DataDirectory
    checked: Checked
    reference: Reference = field(init=False)
    findings: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        declared = self.checked.reference
        self.reference = replace(declared, officials=dict(declared.officials))
        self._covered = _Covered.by(self.checked)

    def articles(self) -> Iterator[tuple[str, Callable[[], Rows]]]:
        """Each article's id, and what reads its line again and makes its rows.

        A line that cannot be read, or that nothing becomes of, has an id too, or an empty one.
        """
        taken = dict.fromkeys(self._covered.ids, 1)
        for line in self._lines():
            stem = slugify(re.sub(r".*/|\.[^./]*$", "", line.path or "")) or "article"
            if stem in self._covered.ids:
                continue
            identity = _free(stem, taken) if line.path is not None else ""
            yield identity, partial(self._rows, identity, line)

    def _lines(self) -> Iterator[_Line]:
        for file in sorted(self.data.extracted.glob("[!.]*")):
            try:
                if file.suffix == _ENDING:
                    yield from _lines_in(file)
                else:
                    self._tell(file, None, f"only {_ENDING} files are read here", Severity.WARNING)
            except OSError as error:
                self._tell(file, None, f"cannot be read: {error.strerror}")

    def _rows(self, identity: str, line: _Line) -> Rows:
        try:
            result = json.loads(line.read())
            if "error" in result:
                said = f"{result.get('path')} could not be read: {result['error']}"
                self._tell(line.file, line.number, said, Severity.WARNING)
                return {}
            facts = self._facts(result, identity)
            if self._covered.covers(facts.article):
                return {}
            source = Source(identity, _name(line.file), facts, None, None)
            return rows_of(source, self.reference)
        except _NOT_OURS as error:
            why = error if type(error) is ValueError else repr(error)
            said = f"not a line that `extract` writes ({why}): run `extract` again"
            self._tell(line.file, line.number, said)
            return {}

    def _facts(self, result: dict[str, Any], identity: str) -> FactsFile:
        content: dict[str, Any] = {}
        try:
            self._declare_persons(result)
            content = whole(plain_facts(result, identity, self._known))
            return FactsFile.model_validate(content)
        except ValidationError as error:
            first = findings_of(error, YamlDocument(content, {}), "", FactsFile)[0]
            raise ValueError(f"{first.field}: {first.message}") from error

    @property
    def _known(self) -> Known:
        known = self.reference
        return Known(known.coalitions, known.officials, statuses=known.statuses)

    def _tell(
        self, file: Path, line: int | None, message: str, severity: Severity = Severity.ERROR
    ) -> None:
        # Half a surrogate pair, which JSON can hold and no file, is shown as `?`.
        shown = message.encode("utf-8", "replace").decode("utf-8")
        self.findings.append(Finding(_name(file), line, "", shown, severity))

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
        used = Counter(address for article in articles for address in _addresses(article))
        # The address of a collection, which several articles were read from, tells none of them.
        addresses = frozenset(address for address, count in used.items() if count == 1)
        titles = frozenset(_title_and_day(article) for article in articles)
        return cls(frozenset(source.id for source in checked.sources), addresses, titles)

    def covers(self, article: Article) -> bool:
        """Whether a person has compiled or reviewed this article, under whatever id."""
        known = self.addresses
        return not known.isdisjoint(_addresses(article)) or _title_and_day(article) in self.titles


@dataclass(frozen=True, slots=True)
class _Line:
    """Where a line stands, and the path of the article it was read from; None if it names none."""

    file: Path
    number: int
    offset: int
    path: str | None

    def read(self) -> str:
        """Read the line again."""
        with self.file.open("rb") as handle:
            handle.seek(self.offset)
            return handle.readline().decode("utf-8", errors="replace")


def _addresses(article: Article) -> set[str]:
    given = (address for address in (article.url, article.via) if address)
    return {a.split("://", 1)[-1].removeprefix("www.").rstrip("/").casefold() for a in given}


def _title_and_day(article: Article) -> tuple[str, str]:
    return slugify(article.title), (article.published or "").rstrip("~?%")


def _lines_in(file: Path) -> Iterator[_Line]:
    offset = 0
    with file.open("rb") as handle:
        for number, raw in enumerate(handle, 1):
            text = raw.decode("utf-8", errors="replace")
            if text.strip():
                yield _Line(file, number, offset, _path_in(text))
            offset += len(raw)


def _name(file: Path) -> str:
    return f"extracted/{file.name}"


def _path_in(text: str) -> str | None:
    start = _PATH.match(text)
    try:
        path = json.loads(start[1]) if start else json.loads(text)["path"]
    except _NOT_OURS:
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
