"""What is uncertain about a nation or a coalition, said in sentences (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from dashboard.atlas import Atlas
from dashboard.filters import Filters
from dashboard.palette import Mark
from dashboard.questions.differing import differing, value_in_words
from dashboard.questions.dossiers import Dossier
from dashboard.questions.facets import Mask
from dashboard.records import records
from loaders import dates, nations
from loaders.standing import State


@dataclass(frozen=True)
class Doubt:
    """One thing that is not certain: in one sentence, and the article it arose in, if one."""

    text: str
    article: str | None = None


@lru_cache(maxsize=256)
def doubts(atlas: Atlas, dossier: Dossier, by: str) -> tuple[Doubt, ...]:
    """List what is uncertain; `by` says what a row of the roster is here: nation or coalition."""
    return (
        *_possible(atlas, dossier, by),
        *_differing(atlas, dossier),
        *_only_attested(dossier),
        *_inferred(atlas, dossier),
        *_not_held(atlas, dossier),
        *_problems(atlas, dossier),
    )


def _possible(atlas: Atlas, dossier: Dossier, by: str) -> Iterator[Doubt]:
    for row in records(dossier.of_mark_state("possibly")):
        code = row[by]
        name = nations.name(code) if by == "nation" else atlas.coalition_names.get(code, code)
        yield Doubt(f"{name}: possibly a member on this day. {row['why']}", row["article"])


def _differing(atlas: Atlas, dossier: Dossier) -> Iterator[Doubt]:
    """What sources disagree on, the value displayed first."""
    claims, happened = set(dossier.claims["id"]), set(dossier.events["event"])
    for one in differing(atlas, Filters()):
        about = one.about.get("event") in happened if one.table == "announcements" else None
        if about or any(claim["claim"] in claims for claim in one.claims):
            values = dict.fromkeys(value_in_words(c["field"], c["value"]) for c in one.claims)
            yield Doubt(f"Sources differ on {one.title}, {one.field}: {' or '.join(values)}.")


def _only_attested(dossier: Dossier) -> Iterator[Doubt]:
    number = int((dossier.roster["mark"] == Mark.MEMBER_ATTESTED).sum())
    members = len(dossier.of_mark_state(State.MEMBER))
    if number:
        yield Doubt(
            f"{number} of {members} memberships are attested on a day; no source here states when "
            "they began."
        )


def _inferred(atlas: Atlas, dossier: Dossier) -> Iterator[Doubt]:
    events = (dossier.events[name].tolist() for name in ("date", "event_date"))
    numbers = {
        "membership": _rows_inferred(atlas, "memberships")[dossier.claims.index].sum(),
        "event": sum(_any_inferred(days) for days in zip(*events, strict=True)),
        "statement": _rows_inferred(atlas, "statements")[dossier.statements.index].sum(),
    }
    parts = [f"{n} {word}{'' if n == 1 else 's'}" for word, n in numbers.items() if n]
    if parts:
        yield Doubt(f"Dates were inferred rather than stated for {', '.join(parts)}.")


_DATES = {"memberships": ("start_date", "end_date", "attested_on"), "statements": ("date",)}


@lru_cache(maxsize=4)
def _rows_inferred(atlas: Atlas, table: str) -> Mask:
    """Which rows of a table have a date that was inferred."""
    columns = [atlas.tables[table][name].tolist() for name in _DATES[table]]
    return np.array([_any_inferred(days) for days in zip(*columns, strict=True)], dtype=np.bool_)


def _any_inferred(values: Iterable[object]) -> bool:
    return any(isinstance(text, str) and dates.is_inferred(text) for text in values)


def _not_held(atlas: Atlas, dossier: Dossier) -> Iterator[Doubt]:
    facts = pd.concat([
        dossier.claims["id"], dossier.statements["id"],
        atlas.tables["announcements"].loc[
            atlas.tables["announcements"]["event"].isin(list(dossier.events["event"])), "id"
        ],
    ])  # fmt: skip
    without = atlas.without_passage(facts)
    if without:
        yield Doubt(
            f"{without} of {len(facts)} facts rest on our own summary of the source; the "
            "passage itself is not held."
        )


def _problems(atlas: Atlas, dossier: Dossier) -> Iterator[Doubt]:
    problems = atlas.tables["problems"]
    for row in records(problems[problems["article"].isin(list(dossier.articles))]):
        yield Doubt(f"{row['text']}: {row['why']}", row["article"])
