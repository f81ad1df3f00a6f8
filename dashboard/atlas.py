"""All tables of one data version, with the joins that every page needs. Pure and read-only."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from dashboard.questions.nationality import nationalities, ranks
from dashboard.questions.speeches import speeches
from dashboard.records import records
from loaders.tables.frames import Frames

_EVIDENCE = ["fact", "article", "exact", "note", "prefix", "suffix", "start", "rule"]
_OF_THE_ARTICLE = ["title", "publisher", "tier", "copy_group", "known_from", "published"]


@dataclass(frozen=True)
class Source:
    """The article that a fact rests on, as pages print it."""

    id: str
    title: str
    publisher: str
    tier: str
    rights: str
    published: str | None
    retrieved: str | None
    via: str | None
    url: str | None

    @property
    def link(self) -> str | None:
        """The address that was read: the copy's where there is one."""
        return self.via or self.url


@dataclass(frozen=True)
class Evidence:
    """One passage (or our summary) that a fact rests on."""

    source: Source
    exact: str | None
    note: str | None
    prefix: str
    suffix: str
    held: bool
    rule: str


@dataclass(frozen=True, eq=False)
class Atlas:
    """The tables, read once and shared by all sessions: nobody changes them.

    Two are equal only where they are the same object, so that what is worked out of one can be
    kept by it.
    """

    tables: Frames
    version: str

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Every article by its id."""
        columns = list(Source.__annotations__)
        rows = records(self.tables["articles"][columns])
        return {str(row["id"]): Source(**row) for row in rows}

    @cached_property
    def _evidence(self) -> tuple[list[str], list[dict[str, Any]]]:
        """Facts in order, and the evidence rows beside them: looked up by bisection."""
        frame = self.tables["evidence"]
        length = frame["id"].str.len()  # so that a tenth passage comes after the second
        order = frame.assign(_length=length).sort_values(["fact", "_length", "id"])[_EVIDENCE]
        rows = records(order)
        return [row["fact"] for row in rows], rows

    def evidence_of(self, fact: str) -> list[Evidence]:
        """Give what a fact rests on, first passage first; empty for an unknown fact."""
        facts, rows = self._evidence
        return [
            Evidence(
                source=self.sources[row["article"]],
                exact=row["exact"],
                note=row["note"],
                prefix=row["prefix"] or "",
                suffix=row["suffix"] or "",
                held=row["start"] is not None,
                rule=row["rule"],
            )
            for row in rows[bisect_left(facts, fact) : bisect_right(facts, fact)]
        ]

    @cached_property
    def speeches(self) -> pd.DataFrame:
        """Every statement with its speaker's nationality and post at the time."""
        return speeches(self.tables)

    @cached_property
    def coalition_names(self) -> dict[str, str]:
        """Short names by slug, in the order pages list them: series and alliances by name."""
        frame = self.tables["coalitions"].sort_values("short_name", key=lambda s: s.str.lower())
        return dict(zip(frame["slug"], frame["short_name"], strict=True))

    @cached_property
    def official_names(self) -> dict[str, str]:
        """Full names by slug, by family name."""
        frame = self.tables["officials"].sort_values(["family_name", "name"])
        return dict(zip(frame["slug"], frame["name"], strict=True))

    @cached_property
    def coalition_children(self) -> dict[str, frozenset[str]]:
        """Each coalition with itself and everything below it."""
        parents = dict(
            zip(self.tables["coalitions"]["slug"], self.tables["coalitions"]["parent"], strict=True)
        )
        below: dict[str, set[str]] = {slug: {slug} for slug in parents}
        for slug in parents:
            above, seen = parents.get(slug), {slug}
            while isinstance(above, str) and above not in seen:
                below.setdefault(above, {above}).add(slug)
                seen.add(above)
                above = parents.get(above)
        return {slug: frozenset(members) for slug, members in below.items()}

    @cached_property
    def nationalities(self) -> pd.Series:
        """Each official's nationality (index: official slug; values: ISO alpha-3)."""
        return nationalities(self.tables)

    @cached_property
    def ranks(self) -> dict[str, list[str]]:
        """Every rank printed for each official, the latest first."""
        found: dict[str, list[str]] = {}
        rows = ranks(self.tables)
        for official, rank in zip(rows["official"], rows["rank"], strict=True):
            found.setdefault(official, []).append(rank)
        return found

    def with_article(self, table: str) -> pd.DataFrame:
        """Give a fact table with its article's title, publisher, tier, copy group and dates."""
        if table not in self._joined:
            articles = self.tables["articles"].set_index("id")[_OF_THE_ARTICLE]
            articles = articles.add_prefix("article_")
            self._joined[table] = self.tables[table].join(articles, on="article")
        return self._joined[table]

    @cached_property
    def _joined(self) -> dict[str, pd.DataFrame]:
        """Fact tables with their articles, as far as they were asked for."""
        return {}
