"""What the map shows, as a sentence: the answer to what was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard.atlas import Atlas
from dashboard.filters import Filters, with_children
from dashboard.parts.text import counted
from dashboard.questions.set_algebra import Members, in_and_not_in
from loaders import dates, nations

_NAMED = 12


@dataclass(frozen=True)
class Asked:
    """What is asked of the map: in which coalitions, in which not, on which day.

    `exercises`: those of all coalitions that are exercises: one takes part in them. `silent`:
    those asked for in which no source names a nation.
    """

    shown: tuple[str, ...]
    left_out: tuple[str, ...]
    as_of: date
    known_by: date | None
    exercises: frozenset[str]
    silent: Sequence[str] = ()
    #: How many nations are possibly what is asked for, where several coalitions are.
    possibly: int = 0


def answer_sentence(atlas: Atlas, rows: pd.DataFrame, sets: Members, asked: Asked) -> str:
    """Say what the map shows, as the answer to what was asked.

    `CSpO: 10 members on 5 Dec 2025.`, `AsterX: 16 nations took part by 5 Dec 2025.` or `In CSpO
    but not in Olympic Defender on 5 Dec 2025: 3 nations (Italy, Japan and Norway).` Silence is no
    "none": of those in `silent` no source names a member, and the sentence says so. `rows`: the
    roster of those in `shown`.
    """
    tail = ""
    if asked.known_by:
        tail = f", by what was known on {dates.in_words(asked.known_by.isoformat())}"
    if len(asked.shown) == 1 and not asked.left_out:
        return f"{_of_one(atlas, rows, sets, asked)}{tail}."
    found = sorted(
        nations.name(code) for code in in_and_not_in(sets, asked.shown, asked.left_out)
    )  # fmt: skip
    listed = f" ({_and(found)})" if 0 < len(found) <= _NAMED else ""
    unnamed = _and(_names(atlas, asked.silent), "or")
    silence = f" No source here names a member of {unnamed}: that is not a no." if unnamed else ""
    if any(slug in asked.exercises for slug in asked.silent):
        silence = silence.replace("a member of", "a nation in")
    number = counted(len(found), "nation")
    maybe = f", and possibly {asked.possibly} more" if asked.possibly else ""
    return f"{_question(atlas, asked)}{tail}: {number}{listed}{maybe}.{silence}"


def filters_applied(atlas: Atlas, chosen: Filters, shown: Sequence[str], *, on_map: bool) -> str:
    """Say what the filters do to what is shown; empty where none is set.

    The map goes by the as-of day, not by from and to; nations outside the filter are faded.
    """
    said = []
    if chosen.nations:
        named = _and([nations.in_sentence(code) for code in chosen.nations])
        said.append(f"Faded: all but {named}." if on_map else "All nations: the map alone fades.")
    if chosen.coalitions and not with_children(atlas, chosen.coalitions) & set(shown) and on_map:
        named = _and(_names(atlas, chosen.coalitions), "or")
        said.append(f"All faded: the filter asks for {named}.")
    if chosen.states:
        said.append(f"Only facts that are {_and(list(chosen.states), 'or')} count.")
    if chosen.first or chosen.last:
        said.append("From and to do not apply here: the as-of day does.")
    return " ".join(said)


def _of_one(atlas: Atlas, rows: pd.DataFrame, sets: Members, asked: Asked) -> str:
    (slug,) = asked.shown
    name, day = atlas.coalition_names.get(slug, slug), dates.in_words(asked.as_of.isoformat())
    inside, by_state = len(sets[slug]), rows.groupby(rows["state"].astype("str"))["nation"]
    numbers = by_state.nunique().to_dict()
    maybe = f", and possibly {numbers['possibly']} more" if "possibly" in numbers else ""
    if slug in asked.exercises:
        if not inside:
            return f"{name}: no nation known to have taken part by {day}{maybe}"
        return f"{name}: {counted(inside, 'nation')} took part by {day}{maybe}"
    members = counted(inside, "member") if inside else "no member known"
    over = f", {numbers['left']} whose part has ended" if "left" in numbers else ""
    return f"{name}: {members} on {day}{maybe}{over}"


def _question(atlas: Atlas, asked: Asked) -> str:
    """The question in words: `In CSpO, and took part in AsterX, but not in NATO, by 5 Dec 2025`."""
    inside, exercised = _parted(atlas, asked.shown, asked.exercises)
    outside, unexercised = _parted(atlas, asked.left_out, asked.exercises)
    words = f"In {_and(inside)}" if inside else ""
    if exercised:
        words += f"{', and took' if words else 'Took'} part in {_and(exercised)}"
    if outside:
        words += f" but not in {_and(outside, 'or')}"
    if unexercised:
        opening = ", nor" if outside else " but not"
        words += f"{opening} known to have taken part in {_and(unexercised, 'or')}"
    by = "by" if exercised or unexercised else "on"
    return f"{words} {by} {dates.in_words(asked.as_of.isoformat())}"


def _parted(
    atlas: Atlas, slugs: Sequence[str], exercises: frozenset[str]
) -> tuple[list[str], list[str]]:
    """The names of those one is a member of, and of those one takes part in."""
    return (
        _names(atlas, [slug for slug in slugs if slug not in exercises]),
        _names(atlas, [slug for slug in slugs if slug in exercises]),
    )


def _names(atlas: Atlas, slugs: Sequence[str]) -> list[str]:
    return [atlas.coalition_names.get(slug, slug) for slug in slugs]


def _and(items: list[str], conjunction: str = "and") -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {conjunction} {items[-1]}"
