"""Copies and near copies among articles: the same story told again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd

from dashboard.questions.same_quotation import same_quotations
from dashboard.questions.wording import Wording, read_wording
from loaders.facts.models import QUOTED
from loaders.preference import OPEN_FUTURE, Numbers, day_numbers
from loaders.tables.frames import Frames

# Runs of eight words are rarely shared by chance; every fourth of them is enough to tell
# (sampling by the hash itself, so that both texts keep the same ones: Broder, 1997).
_RUN, _SAMPLED = 8, 4
_NEAR_BY_TEXT = 0.3
_NEAR_BY_TITLE, _SURE_BY_TITLE, _NEAR_BY_QUOTATIONS = 0.6, 0.8, 0.5
_DAYS_APART = 10
# Two long lists of articles under one common word are no sign of one story.
_MOST_IN_GROUP = 40


class Basis(StrEnum):
    """What the likeness of two articles was judged by."""

    TEXT = "their texts, of which both are held"
    OUTSIDE = "quotations, title and date: the text of at least one is not held"


COLUMNS = ["one", "other", "basis", "likeness", "title", "quotations", "days", "stated"]


def same_stories(tables: Frames, bodies: Mapping[str, str] | None = None) -> pd.DataFrame:
    """Pair articles that tell the same story, and say what that was judged by.

    `bodies`: the held texts by article id. Two held texts are compared by their runs of eight
    words alone; otherwise quotations, title and date decide. One row per pair:

    - one, other (article ids, the one public earlier first), basis (a Basis)
    - likeness: for texts, the share of the shorter one that stands in the other; else the mean
      of title and quotations (0 to 1); 1 where the copy is stated
    - title: share of words common to both titles; quotations: how many they share; days apart
      (empty where one is undated)
    - stated: the tables say already that both are one source (copy_of, or grouped)
    """
    articles = tables["articles"]
    place = pd.Index(articles["id"])
    known = day_numbers(articles["known_from"], OPEN_FUTURE)
    titles = read_wording(articles["title"].tolist())
    quoted, texts = _shared_quotations(tables, place), _shared_text(bodies or {}, place)
    copies = _pairs_of(articles["copy_group"].cat.codes.to_numpy())
    sides = ["a", "b"]
    found = [
        copies,
        _pairs_by_title(titles, known),
        quoted[sides].to_numpy(),
        texts[sides].to_numpy(),
    ]
    pairs: Numbers = np.unique(np.concatenate(found), axis=0)
    frame = pd.DataFrame({"a": pairs[:, 0], "b": pairs[:, 1]})
    frame = frame.merge(quoted, on=["a", "b"], how="left").merge(texts, on=["a", "b"], how="left")
    held = place.isin(list(bodies or {}))
    frame["text"] = frame["text"].fillna(0).where(held[frame["a"]] & held[frame["b"]])
    frame = frame.assign(
        title=_title_likeness(titles, frame["a"], frame["b"]),
        quotations=frame["quotations"].fillna(0).astype("int64"),
        share=(frame["quotations"] / frame["least"]).fillna(0),
        stated=articles["copy_group"].array[frame["a"]] == articles["copy_group"].array[frame["b"]],
        days=_days_apart(known, frame),
    )
    return _named(_judged(frame), articles, known)


def _judged(frame: pd.DataFrame) -> pd.DataFrame:
    """Keep the pairs that are one story, with their likeness and what it was judged by."""
    by_text = frame["text"].notna()
    alike = (frame["title"] >= _NEAR_BY_TITLE) | (frame["share"] >= _NEAR_BY_QUOTATIONS)
    sure = (frame["quotations"] > 0) | (frame["title"] >= _SURE_BY_TITLE)
    outside = alike & sure & (frame["days"].fillna(0) <= _DAYS_APART)
    like = (frame["text"] >= _NEAR_BY_TEXT).where(by_text, outside) | frame["stated"]
    likeness = frame["text"].where(by_text, (frame["title"] + frame["share"]) / 2)
    frame = frame.assign(
        likeness=likeness.where(~frame["stated"], 1.0).round(3),
        basis=np.where(by_text, str(Basis.TEXT), str(Basis.OUTSIDE)),
    )
    return frame[like]


def _named(frame: pd.DataFrame, articles: pd.DataFrame, known: Numbers) -> pd.DataFrame:
    """Name both articles, the one that was public earlier first."""
    a, b = frame["a"].to_numpy(), frame["b"].to_numpy()
    later = known[a] > known[b]
    ids = articles["id"].array
    frame = frame.assign(one=ids[np.where(later, b, a)], other=ids[np.where(later, a, b)])
    order = ["likeness", "one", "other"]
    frame = frame.sort_values(order, ascending=[False, True, True], ignore_index=True)
    return frame[COLUMNS]


def _days_apart(known: Numbers, frame: pd.DataFrame) -> pd.Series[Any]:
    one, other = known[frame["a"].to_numpy()], known[frame["b"].to_numpy()]
    undated = (one == OPEN_FUTURE) | (other == OPEN_FUTURE)
    return pd.Series(np.abs(one - other), index=frame.index, dtype="Int64").mask(undated)


def _shared_quotations(tables: Frames, place: pd.Index[Any]) -> pd.DataFrame:
    """Pairs of articles with a quotation in common: a, b, quotations, least (one of them has)."""
    statements = tables["statements"]
    quoted = statements.loc[statements["kind"].isin(QUOTED), "article"].astype("str")
    own = quoted.value_counts().reindex(place).fillna(0).to_numpy(dtype=np.int64)
    each = same_quotations(tables)[["quotation", "article"]].drop_duplicates()
    members = place.get_indexer(pd.Index(each["article"]))
    pairs = _pairs_of(pd.factorize(each["quotation"])[0], members)
    found, counts = np.unique(pairs, axis=0, return_counts=True)
    a, b = found[:, 0], found[:, 1]
    return pd.DataFrame({"a": a, "b": b, "quotations": counts, "least": np.minimum(own[a], own[b])})


def _pairs_of(groups: Any, members: Numbers | None = None) -> Numbers:
    """All pairs (lower first) of members of one group; a crowd is no sign of one story."""
    members = np.arange(len(groups)) if members is None else members
    order = np.argsort(groups, kind="stable")
    groups, members = np.asarray(groups)[order], members[order]
    found = [np.empty((0, 2), dtype=np.int64)]
    for step in range(1, _MOST_IN_GROUP):
        same = groups[step:] == groups[:-step]
        if not same.any():
            break
        found.append(np.column_stack([members[:-step][same], members[step:][same]]))
    pairs: Numbers = np.sort(np.concatenate(found), axis=1)
    several: Numbers = pairs[pairs[:, 0] != pairs[:, 1]]
    return several


def _pairs_by_title(titles: Wording, known: Numbers) -> Numbers:
    """Pairs of articles, close in time, that share one of their rarest title words."""
    words, counts = np.unique(titles.words, return_inverse=True, return_counts=True)[1:]
    text = np.searchsorted(titles.after, np.arange(len(words)), "right")
    frequency = counts[words]
    order = np.lexsort((frequency, text))
    rank = np.arange(len(order)) - np.searchsorted(text[order], text[order])
    rare = order[(rank < 3) & (frequency[order] > 1) & (frequency[order] <= _MOST_IN_GROUP)]
    pairs = _pairs_of(words[rare], text[rare])
    near: Numbers = pairs[np.abs(known[pairs[:, 0]] - known[pairs[:, 1]]) <= _DAYS_APART]
    return near


def _title_likeness(titles: Wording, a: Iterable[int], b: Iterable[int]) -> list[float]:
    bags = [
        frozenset(titles.words[first:after].tolist())
        for first, after in zip(titles.first, titles.after, strict=True)
    ]
    return [
        round(len(bags[i] & bags[j]) / max(1, len(bags[i] | bags[j])), 3)
        for i, j in zip(a, b, strict=True)
    ]


def _shared_text(bodies: Mapping[str, str], place: pd.Index[Any]) -> pd.DataFrame:
    """Pairs of held texts with words in common: a, b, text (share of the shorter in the other)."""
    held = [name for name in bodies if name in place]
    at = place.get_indexer(pd.Index(held, dtype="str"))
    wording = read_wording([bodies[name] for name in held])
    starts, text = wording.runs(_RUN)
    marks = wording.hashes(starts, _RUN)
    kept = (marks >> np.uint64(7)) % np.uint64(_SAMPLED) == 0
    each = pd.DataFrame({"mark": marks[kept], "at": at[text[kept]]}).drop_duplicates()
    sizes = np.bincount(each["at"], minlength=len(place))
    pairs = _pairs_of(pd.factorize(each["mark"])[0], each["at"].to_numpy())
    found, counts = np.unique(pairs, axis=0, return_counts=True)
    a, b = found[:, 0], found[:, 1]
    return pd.DataFrame({"a": a, "b": b, "text": counts / np.minimum(sizes[a], sizes[b])})
