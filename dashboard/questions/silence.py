"""What was read and what was not said: silence is not "no" (rule 3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

import numpy as np
import pandas as pd

from loaders.preference import OPEN_FUTURE, OPEN_PAST, Numbers, day_numbers, of_articles
from loaders.standing import State, standing
from loaders.standing.claims import day_number
from loaders.tables.frames import Frames

_NOT_NOW = (State.NO_EVIDENCE, State.LEFT, State.NOT_YET, State.ATTESTED_LATER)


def articles_read(
    tables: Frames, coalitions: Sequence[str] | None = None, known_by: date | None = None
) -> pd.DataFrame:
    """Count the articles read that name a nation with a coalition, by year of publication.

    An article names both where one of its facts does: a membership, an announcement or a
    statement. Copies are not counted; an undated article counts in the year it was read.
    One row per coalition, nation and year with any: coalition, nation, year, articles,
    of_coalition (articles of that year that name the coalition, with any nation or none).
    """
    named, alone = _namings(tables)
    if coalitions is not None:
        named = named[named["coalition"].isin(list(coalitions))]
        alone = alone[alone["coalition"].isin(list(coalitions))]
    named, alone = (_dated(tables, frame, known_by) for frame in (named, alone))
    articles = _counted(named, ["coalition", "nation"], "articles")
    of_coalition = _counted(alone, ["coalition"], "of_coalition")
    return articles.merge(of_coalition, on=["coalition", "year"], how="left")


def _counted(frame: pd.DataFrame, keys: list[str], name: str) -> pd.DataFrame:
    """Count sources by the keys and the year in which each was first public."""
    sources = frame.drop_duplicates([*keys, "copy_group"])
    counts = sources.groupby([*keys, "year"])["known"].count()
    return counts.rename(name).reset_index()


def last_attestations(
    tables: Frames,
    as_of: date,
    coalitions: Sequence[str] | None = None,
    known_by: date | None = None,
) -> pd.DataFrame:
    """Tell since when each standing has gone without mention, the longest silence first.

    One row per coalition and nation that is a member, possibly or by an invitation or lesser
    standing: coalition, nation, state, last_attested (empty where only a joining is stated),
    days (since then), articles_since (articles on the coalition published after it and by
    `as_of`, copies not counted: they were read and do not name it as attested), claim.
    """
    rows = standing(tables, coalitions, as_of, known_by)
    rows = rows[~rows["state"].isin(_NOT_NOW)]
    columns = ["coalition", "nation", "state", "last_attested", "claim"]
    frame = rows[columns].reset_index(drop=True)
    frame["days"] = (pd.Timestamp(as_of) - frame["last_attested"]).dt.days.astype("Int64")
    frame["articles_since"] = _articles_since(tables, frame, as_of, known_by)
    return frame.sort_values(
        ["days", "coalition", "nation"], ascending=[False, True, True], ignore_index=True
    )


def _articles_since(tables: Frames, frame: pd.DataFrame, as_of: date, known_by: date | None) -> Any:
    alone = _dated(tables, _namings(tables)[1], known_by)
    alone = alone[alone["known"] <= day_number(as_of)]
    alone = alone.drop_duplicates(["coalition", "copy_group"])
    read = {slug: group["known"].to_numpy() for slug, group in alone.groupby("coalition")}
    since = day_numbers(frame["last_attested"], OPEN_PAST)
    return [
        len(read[slug]) - int(np.searchsorted(read[slug], day, "right")) if slug in read else 0
        for slug, day in zip(frame["coalition"].tolist(), since.tolist(), strict=True)
    ]


def _namings(tables: Frames) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Which article names which coalition with which nation, and which names it at all."""
    claims = tables["memberships"]
    plain = [claims[name].astype("str").to_numpy(dtype=object) for name in ("coalition", "nation")]
    parts = [_Named(_article_numbers(tables, claims), *plain)]
    alone = [(parts[0].article, parts[0].coalition)]
    for name in ("announcements", "statements"):
        facts = tables[name]
        article = _article_numbers(tables, facts)
        row, coalition = _flat(facts["coalitions"])
        alone.append((article[row], coalition))
        at, nation = _flat(facts["nations"])
        first = np.searchsorted(at, row)
        counts = np.searchsorted(at, row, "right") - first
        each = np.repeat(np.arange(len(row)), counts)
        which = np.arange(len(each)) - np.repeat(np.cumsum(counts) - counts - first, counts)
        parts.append(_Named(article[row[each]], coalition[each], nation[which]))
    ids = tables["articles"]["id"].array
    named = _distinct(
        ids, *(np.concatenate(columns) for columns in zip(*map(_Named.columns, parts), strict=True))
    )
    return named, _distinct(ids, *(np.concatenate(columns) for columns in zip(*alone, strict=True)))


@dataclass(frozen=True)
class _Named:
    """Articles (by place in their table), coalitions and nations that they name together."""

    article: Numbers
    coalition: Any
    nation: Any

    def columns(self) -> tuple[Any, ...]:
        """The three, in order."""
        return self.article, self.coalition, self.nation


def _article_numbers(tables: Frames, facts: pd.DataFrame) -> Numbers:
    cat = facts["article"].cat
    place = pd.Index(tables["articles"]["id"]).get_indexer(cat.categories)
    return np.asarray(place[cat.codes.to_numpy()], dtype=np.int64)


def _distinct(ids: Any, article: Numbers, *names: Any) -> pd.DataFrame:
    """Each combination once, by number: quicker than comparing strings."""
    packed = article
    for values in names:
        codes, found = pd.factorize(values)
        packed = packed * (len(found) + 1) + codes
    first = np.unique(packed, return_index=True)[1]
    columns = dict(zip(("coalition", "nation"), (values[first] for values in names), strict=False))
    article_ids = pd.Categorical.from_codes(article[first], pd.Index(ids))
    return pd.DataFrame({"article": article_ids, **columns})


def _flat(lists: pd.Series[Any]) -> tuple[Numbers, Any]:
    """Every item of a list column with its row's place."""
    values = lists.tolist()
    row = np.repeat(np.arange(len(values)), [len(items) for items in values])
    return row, np.array(list(chain.from_iterable(values)), dtype=object)


def _dated(tables: Frames, frame: pd.DataFrame, known_by: date | None) -> pd.DataFrame:
    """Add copy_group, known (day number) and year, and leave out what was not public yet."""
    articles = of_articles(tables, frame["article"])
    frame = frame.assign(copy_group=articles["copy_group"], known=articles["known"])
    frame = frame[frame["known"] < OPEN_FUTURE]
    if known_by is not None:
        frame = frame[frame["known"] <= day_number(known_by)]
    days = frame["known"].to_numpy().astype("datetime64[D]")
    # A copy counts where its original does: the first of a group is the one kept.
    frame = frame.assign(year=days.astype("datetime64[Y]").astype(np.int64) + 1970)
    return frame.sort_values("known", kind="stable")
