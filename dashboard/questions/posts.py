"""The post that a speaker held when a statement was made: as printed, and as resolved (rule 6)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from dashboard.questions.tenures import post_holders, post_in_words, tenure_claims, tenures
from loaders.preference import OPEN_FUTURE, OPEN_PAST, Numbers, day_numbers, of_articles
from loaders.tables.frames import Frames

__all__ = ["HOWS", "How", "mismatches", "post_holders", "posts_at_statements"]

# Below this share of the printed words, post as printed and as resolved are not the same.
AGREEMENT = 0.5
_EMPTY_WORDS = frozenset(["the", "of", "for", "and", "to", "a", "at", "in", "s"])


class How(StrEnum):
    """What a resolved post rests on, the best first."""

    SAME_ARTICLE = "the same article names the post"
    IN_POST = "in post on that day by other sources"
    POSSIBLY = "possibly in post on that day"


HOWS = tuple(How)


@dataclass(frozen=True)
class _Asked:
    """The distinct questions: who, on which day, in which article, printed how."""

    official: Numbers
    day: Numbers
    article: Numbers
    printed: Numbers
    of_row: Numbers
    words: list[str]


def posts_at_statements(tables: Frames) -> pd.DataFrame:
    """Resolve the post of each statement's speaker on the day of the statement.

    The index is the statement's id; one row per statement of a known official for whom some
    post is found. The post that the same article names goes first, then one held on that day,
    then one possibly held; among those the one closest to the words printed, then the latest
    taken up. Columns:

    - post_resolved (`Commander, U.S. Space Command`), post_nation (alpha-3; empty if
      multinational or unknown), post_acting
    - post_claim (key of the post claim it rests on), post_how (a How)
    - post_agreement: share of the printed words found in the resolved post, 0 to 1; empty
      where the article prints no post; post_agrees: False where that is below AGREEMENT
    """
    claims = tenure_claims(tables)
    statements = tables["statements"]
    statements = statements[statements["official"].notna()]
    if claims.empty or statements.empty:
        return _answer(statements.iloc[:0], claims.iloc[:0], np.zeros((3, 0), dtype=np.int64))
    ranks = of_articles(tables, claims["article"])
    claims = claims.iloc[np.lexsort((ranks["known"], ranks["tier"]))].reset_index(drop=True)
    officials = pd.Index(claims["official"].cat.categories)
    asked = _asked(tables, statements, officials)
    question, claim, how = _candidates(tables, asked, claims, officials)
    shares = _shares(asked, question, claim, claims)
    taken_up = day_numbers(
        claims["start_date_latest"].fillna(claims["attested_on_latest"]), OPEN_PAST
    )
    acting = claims["acting"].to_numpy(dtype=np.int64)
    order = np.lexsort((claim, acting[claim], -taken_up[claim], -shares, how, question))
    first = order[np.unique(question[order], return_index=True)[1]]
    found = np.full((3, len(asked.official)), -1, dtype=np.int64)
    found[:, question[first]] = claim[first], how[first], shares[first]
    return _answer(statements, claims, found[:, asked.of_row])


def mismatches(tables: Frames) -> pd.DataFrame:
    """List statements whose post as printed and as resolved have too few words in common.

    Columns: statement (key), official, date, post_as_printed, post_resolved, post_how,
    post_agreement, post_claim, article; the worst first.
    """
    resolved = posts_at_statements(tables)
    resolved = resolved[~resolved["post_agrees"]]
    columns = ["id", "official", "date", "post_as_printed", "article"]
    rows = tables["statements"][columns].merge(resolved, left_on="id", right_index=True)
    rows = rows.rename(columns={"id": "statement"}).drop(columns=["post_agrees", "post_nation"])
    return rows.sort_values(["post_agreement", "statement"], ignore_index=True)


def _asked(tables: Frames, statements: pd.DataFrame, officials: pd.Index[Any]) -> _Asked:
    cat = statements["official"].cat
    official = officials.get_indexer(cat.categories)[cat.codes.to_numpy()]
    known = of_articles(tables, statements["article"])["known"].to_numpy()
    day = day_numbers(statements["date_latest"], OPEN_FUTURE)
    day = np.where(day == OPEN_FUTURE, known, day)
    printed, words = pd.factorize(statements["post_as_printed"])
    article = statements["article"].cat.codes.to_numpy().astype(np.int64)
    table = np.stack([official, day, article, printed])
    _, first, of_row = np.unique(_packed(table), return_index=True, return_inverse=True)
    official, day, article, printed = table[:, first]
    return _Asked(official, day, article, printed, of_row, [str(word) for word in words])


def _packed(columns: Any) -> Numbers:
    """One number for each combination of the columns' values."""
    packed = np.zeros(columns.shape[1], dtype=np.int64)
    for column in columns:
        codes = np.unique(column, return_inverse=True)[1]
        packed = np.unique(packed, return_inverse=True)[1] * (int(codes.max(initial=0)) + 1) + codes
    return packed


def _candidates(
    tables: Frames, asked: _Asked, claims: pd.DataFrame, officials: pd.Index[Any]
) -> tuple[Numbers, Numbers, Numbers]:
    """Every question with each post claim that could answer it, and how it would."""
    same = _of_same_article(tables, asked, claims)
    times = tenures(tables)
    whose = officials.get_indexer(pd.Index(times["official"].astype("str")))
    question, at = _joined(asked.official, whose)
    day = asked.day[question]
    names = ("possible_from", "member_from", "possible_until", "member_until")
    empty = (OPEN_PAST, OPEN_PAST, OPEN_FUTURE, OPEN_FUTURE)
    days = [day_numbers(times[name], e)[at] for name, e in zip(names, empty, strict=True)]
    maybe_from, surely_from, maybe_until, surely_until = days
    within = (maybe_from <= day) & (day <= maybe_until)
    surely = (surely_from <= day) & (day <= surely_until)
    preferred = claims.drop_duplicates("key")
    place = preferred.index.to_numpy()[
        pd.Index(preferred["key"]).get_indexer(times["key"].astype("str"))
    ]
    how = np.where(surely, HOWS.index(How.IN_POST), HOWS.index(How.POSSIBLY))[within]
    nearest = np.full(len(same[0]), HOWS.index(How.SAME_ARTICLE))
    return (
        np.concatenate([same[0], question[within]]),
        np.concatenate([same[1], place[at][within]]),
        np.concatenate([nearest, how]),
    )


def _of_same_article(
    tables: Frames, asked: _Asked, claims: pd.DataFrame
) -> tuple[Numbers, Numbers]:
    articles = pd.Index(tables["statements"]["article"].cat.categories)
    current = np.flatnonzero(~claims["former"].to_numpy(dtype=bool))
    own = articles.get_indexer(claims["article"].astype("str"))[current]
    width = int(asked.article.max(initial=0)) + 2
    keys = claims["official"].cat.codes.to_numpy().astype(np.int64)[current] * width + own
    keys = np.where((own < 0) | (own >= width), -2, keys)
    question, at = _joined(asked.official * width + asked.article, keys)
    mine = asked.official[question] >= 0
    return question[mine], current[at[mine]]


def _joined(left: Numbers, right: Numbers) -> tuple[Numbers, Numbers]:
    """All pairs of places where left and right have the same value."""
    order = np.argsort(right, kind="stable")
    ordered = right[order]
    first, after = np.searchsorted(ordered, left), np.searchsorted(ordered, left, "right")
    counts = after - first
    rows = np.repeat(np.arange(len(left)), counts)
    within = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
    return rows, order[np.repeat(first, counts) + within]


def _shares(asked: _Asked, question: Numbers, claim: Numbers, claims: pd.DataFrame) -> Numbers:
    """How much of the words printed each candidate has, in thousandths; -1 = none printed."""
    posts = post_in_words(claims["title"], claims["organisation"]).tolist()
    printed = asked.printed[question]
    pairs, of_pair = np.unique(printed * len(posts) + claim, return_inverse=True)
    shares = [
        -1 if pair < 0 else _share(asked.words[pair // len(posts)], posts[pair % len(posts)])
        for pair in pairs.tolist()
    ]
    return np.array(shares, dtype=np.int64)[of_pair]


@lru_cache(maxsize=100_000)
def _share(printed: str, post: str) -> int:
    wanted = _words(printed)
    return round(1000 * len(wanted & _words(post)) / len(wanted)) if wanted else -1


@lru_cache(maxsize=50_000)
def _words(text: str) -> frozenset[str]:
    plain = re.sub(r"\b(?:[a-z]\.)+", lambda m: m[0].replace(".", ""), text.casefold())
    return frozenset(re.findall(r"\w+", plain)) - _EMPTY_WORDS


def _answer(statements: pd.DataFrame, claims: pd.DataFrame, found: Any) -> pd.DataFrame:
    claim, how, share = found[:, found[0] >= 0]
    chosen = claims.iloc[claim]
    percent = np.where(share < 0, np.nan, share / 1000)
    return pd.DataFrame(
        {
            "post_resolved": post_in_words(chosen["title"], chosen["organisation"]).array,
            "post_nation": chosen["organisation_nation"].array,
            "post_acting": chosen["acting"].array,
            "post_claim": chosen["id"].array,
            "post_how": pd.Categorical.from_codes(how, pd.Index([str(h) for h in HOWS])),
            "post_agreement": percent,
            "post_agrees": ~(percent < AGREEMENT),
        },
        index=pd.Index(statements["id"][found[0] >= 0], name="id"),
    )
