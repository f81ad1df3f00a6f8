"""All statements of one data version, made ready once to be searched, counted and paged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, partial

import numpy as np
import pandas as pd

from dashboard.atlas import Atlas
from dashboard.filters import Filters, NationRole, keep_statements, speeches_looked_at
from dashboard.questions.facets import (
    Facet,
    Mask,
    Narrowed,
    Numbers,
    facet_of,
    facet_of_lists,
    having_all,
    narrowed,
    united,
)
from dashboard.questions.search import StatementIndex

UNDATED = "undated"
# Of filters: every visitor turning pages or narrowing by facets asks the same ones again.
_ANSWERS_KEPT = 64


class By(StrEnum):
    """The facets of statements; the name is also the parameter's in the address."""

    NATION = "nation"
    COALITION = "coalition"
    OFFICIAL = "official"
    ORGANISATION = "organisation"
    KIND = "kind"
    YEAR = "year"
    TIER = "tier"


class Order(StrEnum):
    """In which order statements are listed."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True)
class Corpus:
    """Statements (`Atlas.speeches`, by position), their facets and their full-text index.

    `newest` and `oldest` are the positions in the order of time, `places` those by key;
    `passing` says which statements pass the filters of all pages, and remembers its answers.
    """

    atlas: Atlas
    frame: pd.DataFrame
    facets: Mapping[By, Facet]
    nations: Mapping[NationRole, Facet]
    newest: Numbers
    oldest: Numbers
    index: StatementIndex
    places: Mapping[str, int]
    passing: Callable[[Filters], Mask]
    ancestors: Mapping[str, tuple[str, ...]]

    def facets_for(self, filters: Filters) -> dict[str, Facet]:
        """The facets, that of nations by the roles that the filters ask for."""
        facets = {str(by): facet for by, facet in self.facets.items()}
        if filters.roles:
            facets[By.NATION] = united([self.nations[role] for role in filters.roles])
        return facets

    def with_series(self, coalitions: Iterable[str]) -> list[str]:
        """Coalitions with all above them: what is said on an edition is said on its series."""
        return [above for slug in coalitions for above in self.ancestors.get(slug, (slug,))]


def corpus_of(atlas: Atlas) -> Corpus:
    """Make the statements of an atlas ready; at 100,000 it takes seconds, so once per version."""
    frame = atlas.speeches
    names = frame["official"].map(atlas.official_names).fillna("")
    printed = frame["speaker_as_printed"].astype("str").fillna("")
    nations = speeches_looked_at(atlas).nations
    return Corpus(
        atlas=atlas,
        frame=frame,
        facets={By.NATION: united(list(nations.values())), **_facets(atlas, frame)},
        nations=nations,
        newest=_by_day(frame, newest=True),
        oldest=_by_day(frame, newest=False),
        index=StatementIndex(frame["text"], names.str.cat(printed, sep=" ")),
        places={key: place for place, key in enumerate(frame["id"])},
        passing=lru_cache(_ANSWERS_KEPT)(partial(_passing, atlas)),
        ancestors=_with_ancestors(atlas),
    )


def _facets(atlas: Atlas, frame: pd.DataFrame) -> dict[By, Facet]:
    posts = atlas.tables["posts"].set_index("id")["organisation"].astype("str")
    tiers = atlas.tables["articles"].set_index("id")["tier"].astype("str")
    years = frame["date_latest"].dt.year.astype("Int64").astype("str").fillna(UNDATED)
    ancestors = _with_ancestors(atlas)
    return {
        By.COALITION: facet_of_lists(
            [above for slug in slugs for above in ancestors.get(slug, (slug,))]
            for slugs in frame["coalitions"]
        ),
        By.OFFICIAL: facet_of(frame["official"]),
        By.ORGANISATION: facet_of(frame["post_claim"].map(posts)),
        By.KIND: facet_of(frame["kind"].astype("str")),
        By.YEAR: facet_of(years),
        By.TIER: facet_of(frame["article"].astype("str").map(tiers)),
    }


def _with_ancestors(atlas: Atlas) -> dict[str, tuple[str, ...]]:
    """Each coalition with all above it: a statement on an edition is one on its series."""
    above: dict[str, tuple[str, ...]] = {}
    for slug, below in atlas.coalition_children.items():
        for child in below:
            above[child] = (*above.get(child, ()), slug)
    return above


def _by_day(frame: pd.DataFrame, *, newest: bool) -> Numbers:
    """Positions by the latest possible day, undated ones at the end, else in the frame's order."""
    days = frame["date_latest"].astype("int64").to_numpy(dtype=np.float64)
    days = np.where(frame["date_latest"].isna(), np.inf, -days if newest else days)
    return np.argsort(days, kind="stable")


@dataclass(frozen=True)
class Found:
    """What a search keeps: a mask over the corpus, facet counts, undated ones hidden by a bound."""

    narrowed: Narrowed
    undated: int

    @property
    def number(self) -> int:
        """How many statements are kept."""
        return int(np.count_nonzero(self.narrowed.mask))


def search(
    corpus: Corpus, words: str, filters: Filters, chosen: Mapping[str, Sequence[str]]
) -> Found:
    """Keep the statements that hold the words, pass the filters, and have the values chosen.

    `chosen` is by facet (a By); those of nation and coalition are the filters' own.
    """
    said = _saying(corpus, words)
    base = said & corpus.passing(filters)
    without = {
        str(by): said & corpus.passing(filters.without(field))
        for by, field in ((By.NATION, "nations"), (By.COALITION, "coalitions"))
        if getattr(filters, field)
    }
    facets = corpus.facets_for(filters)
    kept = narrowed(facets, chosen, base, without)
    return Found(kept, _undated_hidden(corpus, filters, said, chosen))


def listed(corpus: Corpus, mask: Mask, order: Order, words: str) -> Numbers:
    """The positions kept, in the order asked for; without words there is no relevance."""
    if order is Order.RELEVANCE and words:
        positions = corpus.index.ranked(words)
    else:
        positions = corpus.oldest if order is Order.OLDEST else corpus.newest
    return positions[mask[positions]]


def _saying(corpus: Corpus, words: str) -> Mask:
    if not words:
        return np.ones(len(corpus.frame), dtype=np.bool_)
    mask = np.zeros(len(corpus.frame), dtype=np.bool_)
    mask[corpus.index.find(words)] = True
    return mask


def _passing(atlas: Atlas, filters: Filters) -> Mask:
    return keep_statements(atlas, atlas.speeches, filters).mask


def _undated_hidden(
    corpus: Corpus, filters: Filters, said: Mask, chosen: Mapping[str, Sequence[str]]
) -> int:
    if filters.first is None and filters.last is None:
        return 0
    hidden = keep_statements(corpus.atlas, corpus.frame, filters).hidden
    return int(np.count_nonzero(having_all(corpus.facets_for(filters), chosen, said & hidden)))
