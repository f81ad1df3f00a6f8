"""The same quotation in several articles, whole or trimmed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.questions.wording import Wording, read_wording
from loaders.facts.models import QUOTED
from loaders.facts.passages import OMISSION
from loaders.preference import Numbers
from loaders.tables.frames import Frames

# Shorter runs of words are said by everybody: "we have to work together".
FEWEST_WORDS = 6


@dataclass(frozen=True)
class _Contained:
    """One row per pair: this text stands, word for word, inside that one (or is the same)."""

    text: Numbers
    inside: Numbers


def same_quotations(tables: Frames, official: str | None = None) -> pd.DataFrame:
    """Find quotations that stand in several articles, by their words.

    Direct and partial quotations of at least FEWEST_WORDS words; an omission ([…]) leaves the
    longest piece to compare. `official`: that person's only, None = everybody's.
    One row per statement, the whole quotation of each group first:

    - quotation (key of the longest statement, which names the group), statement, article,
      official, text, whole (False = trimmed), words (how many were compared)
    - articles (in the group), sources (the same without copies)
    """
    rows = tables["statements"]
    rows = rows[rows["kind"].isin(QUOTED)]
    if official is not None:
        rows = rows[rows["official"] == official]
    rows = rows.reset_index(drop=True)
    texts = _longest_piece(rows["text"])
    wording = read_wording(texts)
    alike = _alike(wording)
    different = np.flatnonzero(alike == np.arange(len(alike)))
    each = read_wording([texts[index] for index in different])
    root = different[_roots(each, _contained(each))][np.searchsorted(different, alike)]
    frame = pd.DataFrame({
        "quotation": rows["id"].to_numpy(dtype=object)[root], "statement": rows["id"],
        "article": rows["article"].astype("str"), "official": rows["official"].astype("str"),
        "text": rows["text"], "whole": wording.lengths == wording.lengths[root],
        "words": wording.lengths,
    }).astype({"quotation": "str"})  # fmt: skip
    several = np.bincount(root, minlength=len(root))[root] > 1
    frame = _counted(frame[several], tables)
    return frame.sort_values(
        ["quotation", "words", "statement"], ascending=[True, False, True], ignore_index=True
    )


def _longest_piece(texts: pd.Series[Any]) -> list[str]:
    return [max(text.split(OMISSION), key=len) if OMISSION in text else text for text in texts]


def _alike(wording: Wording) -> Numbers:
    """The first text with the same words; so one told a thousand times is compared once.

    What is too short to compare is only like itself.
    """
    every = np.arange(len(wording.lengths))
    long_enough = np.flatnonzero(wording.lengths >= FEWEST_WORDS)
    first = wording.first[long_enough]
    words = wording.hashes(first, wording.lengths[long_enough])
    index, group = np.unique(words, return_index=True, return_inverse=True)[1:]
    every[long_enough] = long_enough[index][group]
    return every


def _contained(wording: Wording) -> _Contained:
    """Find every text inside another: the places of its opening words, then all of its words."""
    starts, inside = wording.runs(FEWEST_WORDS)
    places = wording.hashes(starts, FEWEST_WORDS)
    long_enough = np.flatnonzero(wording.lengths >= FEWEST_WORDS)
    openings = wording.hashes(wording.first[long_enough], FEWEST_WORDS)
    wanted = np.isin(places, _repeated(places))
    starts, inside, places = starts[wanted], inside[wanted], places[wanted]
    order = np.argsort(places, kind="stable")
    places = places[order]
    left, right = np.searchsorted(places, openings), np.searchsorted(places, openings, "right")
    counts = right - left
    text = np.repeat(long_enough, counts)
    at = order[np.repeat(left - (np.cumsum(counts) - counts), counts) + np.arange(counts.sum())]
    length = wording.lengths[text]
    fits = starts[at] + length <= wording.after[inside[at]]
    text, at, length = text[fits], at[fits], length[fits]
    same = wording.hashes(starts[at], length) == wording.hashes(wording.first[text], length)
    return _Contained(text[same], inside[at[same]])


def _repeated(values: Any) -> Any:
    ordered = np.sort(values)
    return ordered[:-1][ordered[1:] == ordered[:-1]]


def _roots(wording: Wording, contained: _Contained) -> Numbers:
    """The longest text that holds each one, itself where nothing does; the first of equals."""
    root = np.arange(len(wording.first))
    order = np.lexsort((contained.inside, -wording.lengths[contained.inside], contained.text))
    text, first = np.unique(contained.text[order], return_index=True)
    root[text] = contained.inside[order][first]
    return root


def _counted(frame: pd.DataFrame, tables: Frames) -> pd.DataFrame:
    """Count the articles of each group, with and without copies; one article is no group."""
    group = tables["articles"].set_index("id")["copy_group"].astype("str")
    frame = frame.assign(copy_group=group.reindex(frame["article"]).to_numpy())
    groups = frame.groupby("quotation")
    frame = frame.assign(
        articles=groups["article"].transform("nunique"),
        sources=groups["copy_group"].transform("nunique"),
    )
    return frame[frame["articles"] > 1].drop(columns="copy_group")
