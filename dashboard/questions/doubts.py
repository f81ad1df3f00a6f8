"""What is uncertain about a nation or a coalition, said in sentences (pure)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from dashboard.atlas import Atlas
from dashboard.filters import Filters
from dashboard.palette import Mark
from dashboard.questions.differing import differing, value_in_words
from dashboard.questions.dossiers import Dossier
from dashboard.records import records
from loaders import dates, nations


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
        *_inferred(dossier),
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
    members = len(dossier.of_mark_state("member"))
    if number:
        yield Doubt(
            f"{number} of {members} memberships are attested on a day; no source here states when "
            "they began."
        )


def _inferred(dossier: Dossier) -> Iterator[Doubt]:
    columns = {
        "membership": (dossier.claims, ("start_date", "end_date", "attested_on")),
        "event": (dossier.events, ("date", "event_date")),
        "statement": (dossier.statements, ("date",)),
    }
    parts = []
    for word, (frame, names) in columns.items():
        number = sum(_has_inferred(row) for row in frame[list(names)].itertuples(index=False))
        if number:
            parts.append(f"{number} {word}{'' if number == 1 else 's'}")
    if parts:
        yield Doubt(f"Dates were inferred rather than stated for {', '.join(parts)}.")


def _has_inferred(values: tuple[object, ...]) -> bool:
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
