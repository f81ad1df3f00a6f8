"""The directory of officials: who is in the tables, in which post, and who passes the filters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
import pandas as pd

from dashboard.filters import Filters, keep_announcements
from dashboard.questions.corpus import By, Corpus
from dashboard.questions.facets import (
    Facet,
    Mask,
    Narrowed,
    Numbers,
    facet_of,
    facet_of_lists,
    having_all,
    narrowed,
)
from dashboard.questions.posts_held import all_post_holders
from loaders.standing import State


class Trait(StrEnum):
    """The facets of officials; the name is also the parameter's in the address."""

    NATIONALITY = "nationality"
    ORGANISATION = "organisation"
    POST_NATION = "post_nation"
    COALITION = "coalition"


class Listing(StrEnum):
    """In which order officials are listed."""

    STATEMENTS = "statements"
    NAME = "name"


@dataclass(frozen=True)
class Directory:
    """One row per official: slug, name, nationality, post and posts (in words), text to search.

    `speaker` gives each statement of the corpus its official's position, -1 for none.
    """

    corpus: Corpus
    frame: pd.DataFrame
    facets: Mapping[Trait, Facet]
    speaker: Numbers


def directory_of(corpus: Corpus, today: date) -> Directory:
    """Make the directory; a post is told as it is known on a day."""
    tables = corpus.atlas.tables
    officials = tables["officials"].sort_values(["family_name", "name"], ignore_index=True)
    slugs = officials["slug"]
    posts = _posts(corpus, today)
    held = {str(slug): some for slug, some in posts.groupby("official", sort=False)}
    frame = pd.DataFrame({
        "slug": slugs,
        "name": officials["name"],
        "nationality": slugs.map(corpus.atlas.nationalities),
        "post": [held[slug]["words"].iloc[0] if slug in held else None for slug in slugs],
        "posts": [len(held[slug]) if slug in held else 0 for slug in slugs],
    })  # fmt: skip
    frame["text"] = [
        " ".join([name, *others, *(held[slug]["words"] if slug in held else ())]).casefold()
        for slug, name, others in zip(
            slugs, officials["name"], officials["other_names"], strict=True
        )
    ]
    facets = {
        Trait.NATIONALITY: facet_of(frame["nationality"]),
        Trait.ORGANISATION: _of_posts(slugs, held, "organisation"),
        Trait.POST_NATION: _of_posts(slugs, held, "organisation_nation"),
        Trait.COALITION: _spoken_on(corpus, slugs),
    }
    return Directory(corpus, frame, facets, _speakers(corpus, slugs))


def _posts(corpus: Corpus, today: date) -> pd.DataFrame:
    """Every post, the one held now or last first: official, words, organisation, its nation."""
    posts = all_post_holders(corpus.atlas, today)
    posts = posts.astype({"official": "str", "organisation": "str", "organisation_nation": "str"})
    posts["held"] = posts["state"].astype("str") == State.MEMBER
    posts = posts.sort_values(
        ["held", "last_attested", "start_earliest"], ascending=False, kind="stable"
    )
    named = posts["organisation"].notna()
    posts["words"] = posts["title"].where(
        ~named, posts["title"].str.cat(posts["organisation"].fillna(""), sep=", ")
    )
    return posts


def _of_posts(slugs: pd.Series, held: Mapping[str, pd.DataFrame], column: str) -> Facet:
    return facet_of_lists(
        [value for value in held[slug][column] if isinstance(value, str)] if slug in held else ()
        for slug in slugs
    )


def _spoken_on(corpus: Corpus, slugs: pd.Series) -> Facet:
    """The coalitions that each official spoke on, or is named with in an announcement."""
    of_statements = corpus.facets[By.COALITION]
    speakers = corpus.frame["official"].to_numpy()[of_statements.row]
    found: dict[str, list[str]] = {}
    for slug, code in zip(speakers, of_statements.code, strict=True):
        if isinstance(slug, str):
            found.setdefault(slug, []).append(of_statements.values[code])
    announced = corpus.atlas.tables["announcements"]
    for named, coalitions in zip(announced["officials"], announced["coalitions"], strict=True):
        for slug in named:
            found.setdefault(slug, []).extend(corpus.with_series(coalitions))
    return facet_of_lists(found.get(slug, ()) for slug in slugs)


def _speakers(corpus: Corpus, slugs: pd.Series) -> Numbers:
    places = pd.Index(slugs).get_indexer(pd.Index(corpus.frame["official"]))
    return np.asarray(places, dtype=np.int64)


def listed(
    directory: Directory,
    words: str,
    filters: Filters,
    chosen: Mapping[str, Sequence[str]],
    order: Listing = Listing.STATEMENTS,
) -> tuple[pd.DataFrame, Narrowed]:
    """List the officials whose name or posts hold every word, and who pass filters and facets.

    The rows are the directory's with `statements`, those that pass the filters. The facet of
    coalitions is the filter of all pages: its own choice is left aside in its counts.
    """
    holds = _holding(directory, words)
    without = {}
    if filters.coalitions:
        loosened = filters.without("coalitions")
        without[str(Trait.COALITION)] = holds & _passing(directory, loosened)
    facets = {str(trait): facet for trait, facet in directory.facets.items()}
    found = narrowed(facets, chosen, holds & _passing(directory, filters), without)
    rows = directory.frame.assign(statements=statements_of(directory, filters))[found.mask]
    if order is Listing.STATEMENTS:
        rows = rows.sort_values("statements", ascending=False, kind="stable")
    return rows.drop(columns="text"), found


def number_listed(
    directory: Directory, words: str, filters: Filters, chosen: Mapping[str, Sequence[str]]
) -> int:
    """How many officials `listed` would list."""
    facets = {str(trait): facet for trait, facet in directory.facets.items()}
    base = _holding(directory, words) & _passing(directory, filters)
    return int(np.count_nonzero(having_all(facets, chosen, base)))


def statements_of(directory: Directory, filters: Filters) -> Numbers:
    """How many statements of each official pass the filters."""
    speakers = directory.speaker[directory.corpus.passing(filters)]
    return np.bincount(speakers[speakers >= 0], minlength=len(directory.frame)).astype(np.int64)


def _holding(directory: Directory, words: str) -> Mask:
    mask = np.ones(len(directory.frame), dtype=np.bool_)
    for word in words.casefold().split():
        mask &= directory.frame["text"].str.contains(word, regex=False).to_numpy(dtype=bool)
    return mask


def _passing(directory: Directory, filters: Filters) -> Mask:
    """Who passes: by a statement, by an announcement, or, as to nations alone, by who they are."""
    if not filters.active:
        return np.ones(len(directory.frame), dtype=np.bool_)
    mask = statements_of(directory, filters) > 0
    announced = keep_announcements(directory.corpus.atlas, filters).frame["officials"]
    named = {slug for slugs in announced for slug in slugs}
    mask |= directory.frame["slug"].isin(named).to_numpy(dtype=bool)
    if filters.active == ["nations"]:
        for trait in (Trait.NATIONALITY, Trait.POST_NATION):
            mask |= directory.facets[trait].having(filters.nations)
    return mask
