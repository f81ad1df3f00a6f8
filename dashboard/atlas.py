"""All tables of one data version, with the joins that every page needs. Pure and read-only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from dashboard.questions.nationality import nationalities, ranks
from dashboard.questions.speeches import speeches
from dashboard.records import records
from loaders.tables.frames import Frames

_EVIDENCE = ["id", "fact", "article", "exact", "note", "prefix", "suffix", "start", "rule"]
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
    def _evidence_places(self) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.int64]]:
        """Hashes of the facts in order, and the evidence rows beside them: found by bisection.

        Sixteen bytes a row, where millions of rows as Python objects would fill the memory.
        """
        facts = self.tables["evidence"]["fact"].astype("object")
        marks = pd.util.hash_array(facts.to_numpy(), categorize=False)
        order = np.argsort(marks, kind="stable")
        return marks[order], order

    @cached_property
    def _evidence_rows(self) -> pa.Table:
        """The evidence in one piece, of which a few rows are taken in microseconds."""
        frame = self.tables["evidence"][_EVIDENCE]
        return pa.Table.from_pandas(frame, preserve_index=False).combine_chunks()

    def evidence_of(self, fact: str) -> list[Evidence]:
        """Give what a fact rests on, first passage first; empty for an unknown fact."""
        return self._evidence_seen(fact)

    @cached_property
    def _evidence_seen(self) -> Callable[[str], list[Evidence]]:
        return lru_cache(maxsize=4096)(self._evidence_of)

    def _evidence_of(self, fact: str) -> list[Evidence]:
        marks, places = self._evidence_places
        mark = pd.util.hash_array(np.array([fact], dtype=object), categorize=False)
        low, high = np.searchsorted(marks, mark[0]), np.searchsorted(marks, mark[0], "right")
        rows = self._evidence_rows.take(places[low:high]).to_pylist()
        passages = (row for row in rows if row["fact"] == fact)
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
            # a tenth passage comes after the second
            for row in sorted(passages, key=lambda row: (len(row["id"]), row["id"]))
        ]

    @cached_property
    def _without_passage(self) -> npt.NDArray[np.uint64]:
        """Hashes, in order, of the facts none of whose evidence is verbatim."""
        marks, places = self._evidence_places
        if not len(marks):
            return marks
        begins = np.flatnonzero(np.concatenate([[True], marks[1:] != marks[:-1]]))
        missing = self.tables["evidence"]["exact"].isna().to_numpy()[places]
        return marks[begins][np.logical_and.reduceat(missing, begins)]

    def without_passage(self, facts: pd.Series) -> int:
        """Count the facts that rest on our own summaries alone."""
        known = self._without_passage
        marks = pd.util.hash_array(facts.astype("object").to_numpy(), categorize=False)
        ends = (np.searchsorted(known, marks, side) for side in ("left", "right"))
        return int(np.not_equal(*ends).sum())

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
    def official_places(self) -> dict[str, int]:
        """Where each official stands in the order of `official_names`."""
        return {slug: place for place, slug in enumerate(self.official_names)}

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
