"""One facts file to table rows: one function per kind of fact."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from loaders import dates
from loaders.build.passages import anchors
from loaders.facts.models import (
    SECTIONS,
    Announcement,
    Article,
    Fact,
    FactsFile,
    Membership,
    Person,
    Post,
    SpeakerKind,
    Statement,
)
from loaders.problems import ProblemKind
from loaders.reference import Reference
from loaders.slugs import slugify

Row = dict[str, Any]
Rows = dict[str, list[Row]]


@dataclass(frozen=True)
class Source:
    """One article on its way into the tables."""

    id: str
    path: str
    facts: FactsFile
    text: str | None
    text_sha256: str | None


@dataclass
class ArticleRows:
    """The rows of one article, with the keys given so far so that none is given twice."""

    source: Source
    reference: Reference
    rows: Rows = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)

    def add(self, table: str, row: Row) -> None:
        """Add one row."""
        self.rows.setdefault(table, []).append(row)

    def key(self, *parts: str) -> str:
        """Make a key that is stable while the fact is: a second alike gets a number."""
        stem = ".".join((self.source.id, *parts))
        self.keys[stem] = count = self.keys.get(stem, 0) + 1
        return stem if count == 1 else f"{stem}.{count}"

    def fact(self, table: str, key: str, fact: Fact) -> Row:
        """Add the fact's evidence and give the columns that all facts share."""
        rule = fact.rule or "compiled"
        for number, anchor in enumerate(anchors(fact, self.source.text), 1):
            place = {
                "exact": anchor.exact, "note": anchor.note or fact.note, "prefix": anchor.prefix,
                "suffix": anchor.suffix, "start": anchor.start, "end": anchor.end,
            }  # fmt: skip
            about = {"fact": key, "fact_table": table, "article": self.source.id, "rule": rule}
            self.add("evidence", {"id": f"{key}.e{number}", **about, **place})
        return {
            "id": key,
            "article": self.source.id,
            "evidence": f"{key}.e1",
            "state": str(self.source.facts.article.state),
            "confidence": fact.confidence,
        }


def rows_of(source: Source, reference: Reference) -> Rows:
    """Make all rows of one article; raises PassageError where a passage has no place."""
    made = ArticleRows(source, reference)
    facts = source.facts
    made.add("articles", _article(source))
    for membership in facts.memberships:
        _memberships(made, membership)
    for announcement in facts.announcements:
        _announcement(made, announcement)
    for person in facts.persons:
        _person(made, person)
    for post in facts.posts:
        _post(made, post)
    for statement in facts.statements:
        _statement(made, statement)
    for gap in facts.problems:
        _problem(made, gap.kind, gap.text, gap.why)
    return made.rows


def dated(name: str, value: str | None, floor: str | None = None) -> Row:
    """Give an EDTF column and its two day columns; an open past begins at `floor`."""
    if value is None:
        return {name: None, f"{name}_earliest": None, f"{name}_latest": None}
    span = dates.bounds(value)
    earliest = span.earliest
    if earliest is None and floor:
        earliest = dates.bounds(floor).earliest
        if earliest and span.latest and earliest > span.latest:
            earliest = span.latest
    return {name: value, f"{name}_earliest": earliest, f"{name}_latest": span.latest}


def _article(source: Source) -> Row:
    article = source.facts.article
    plain = article.model_dump(exclude={"text", "published", "retrieved"})
    return {
        **{name: str(value) if value is not None else None for name, value in plain.items()},
        "id": source.id,
        **dated("published", article.published),
        **dated("retrieved", article.retrieved),
        "known_from": known_from(article),
        "copy_group": source.id,  # settled over all articles, in copies.py
        "text_path": article.text,
        "text_sha256": source.text_sha256,
        "facts_path": source.path,
    }


def known_from(article: Article) -> Any:
    """The latest day on which the article can have become public, else the day it was read.

    What was read on a day was public by then, however loosely its publication is dated.
    """
    stated = (article.published, article.retrieved)
    days = [dates.bounds(value).latest for value in stated if value]
    return min((day for day in days if day), default=None)


def _memberships(made: ArticleRows, claim: Membership) -> None:
    coalition = made.reference.coalitions[claim.coalition]
    status = made.reference.statuses[claim.status]
    for nation in claim.nations:
        key = made.key("m", claim.coalition, nation, slugify(claim.status))
        made.add("memberships", {
            **made.fact("memberships", key, claim),
            "coalition": claim.coalition,
            "nation": nation,
            "status": claim.status,
            "counts": status.counts,
            **dated("start_date", claim.start_date, coalition.first_day),
            **dated("end_date", claim.end_date, coalition.first_day),
            **dated("attested_on", claim.attested_on, coalition.first_day),
        })  # fmt: skip


def _announcement(made: ArticleRows, claim: Announcement) -> None:
    key = made.key("a", claim.event)
    made.add("announcements", {
        **made.fact("announcements", key, claim),
        **claim.model_dump(include={"event", "title", "kind", "place", "nations", "coalitions", "officials"}),  # noqa: E501
        **dated("date", claim.date),
        **dated("event_date", claim.event_date),
    })  # fmt: skip


def _person(made: ArticleRows, claim: Person) -> None:
    key = made.key("n", claim.official)
    fields = {"official", "as_printed", "rank", "nationality", "nationality_from"}
    made.add("persons", {**made.fact("persons", key, claim), **claim.model_dump(include=fields)})


def _post(made: ArticleRows, claim: Post) -> None:
    key = made.key("p", claim.official, slugify(claim.title)[:48].strip("-") or "post")
    known = made.reference.organisation(claim.organisation) if claim.organisation else None
    made.add("posts", {
        **made.fact("posts", key, claim),
        **claim.model_dump(include={"official", "rank", "title", "acting", "former"}),
        "organisation": known.name if known else claim.organisation,
        "organisation_nation": claim.organisation_nation or (known.nation if known else None),
        **dated("start_date", claim.start_date),
        **dated("end_date", claim.end_date),
        **dated("attested_on", claim.attested_on),
    })  # fmt: skip


def _statement(made: ArticleRows, claim: Statement) -> None:
    text = " ".join(claim.text)
    key = made.key("s", _digest(claim.speaker or claim.as_printed or "", text))
    made.add("statements", {
        **made.fact("statements", key, claim),
        **claim.model_dump(include={"post_as_printed", "nations", "coalitions", "topics"}),
        "text": text,
        "kind": str(claim.kind),
        "speaker_as_printed": claim.as_printed,
        "speaker_kind": str(claim.speaker_kind),
        "official": claim.speaker,
        **dated("date", claim.date or _on_or_before(made.source.facts.article)),
    })  # fmt: skip
    if claim.speaker_kind is SpeakerKind.PERSON and not claim.speaker:
        why = "The article does not name the person, or no official is declared for the name."
        _problem(made, ProblemKind.SPEAKER, claim.as_printed or "", why)


def _problem(made: ArticleRows, kind: str, text: str, why: str) -> None:
    key = made.key("x", _digest(kind, text))
    said = {"kind": str(kind), "text": text, "why": why}
    made.add("problems", {"id": key, "article": made.source.id, **said})


def _on_or_before(article: Article) -> str | None:
    """The bound that publication sets; inferred where the day of publication is."""
    latest = known_from(article)
    if latest is None:
        return None
    inferred = "~" if dates.is_inferred(article.published or article.retrieved or "") else ""
    return f"../{latest.isoformat()}{inferred}"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:10]


def reference_rows(reference: Reference) -> Rows:
    """Make the rows of the tables that come from data/reference alone."""
    return {
        "coalitions": [
            {
                **coalition.model_dump(mode="json", exclude={"first_day", "last_day"}),
                **dated("first_day", coalition.first_day),
                **dated("last_day", coalition.last_day),
            }
            for coalition in reference.coalitions.values()
        ],
        "officials": [official.model_dump() for official in reference.officials.values()],
    }


def merged(many: Sequence[Rows]) -> Rows:
    """Put the rows of many articles together."""
    together: Rows = {}
    for rows in many:
        for table, some in rows.items():
            together.setdefault(table, []).extend(some)
    return together


def facts_with_place(facts: FactsFile) -> Iterator[tuple[str, int, Fact]]:
    """Go through all facts of a file with their list's name and index."""
    for section in SECTIONS:
        for index, fact in enumerate(getattr(facts, section)):
            yield section, index, fact
