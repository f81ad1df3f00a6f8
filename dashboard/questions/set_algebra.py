"""Coalitions as sets of nations on a day: differences, overlaps, likeness."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

import numpy as np
import pandas as pd

from loaders.nations import name as nation_name
from loaders.standing import State, stints_of
from loaders.tables.frames import Frames

Members = Mapping[str, frozenset[str]]


def members(
    tables: Frames,
    coalitions: Sequence[str] | None,
    as_of: date,
    known_by: date | None = None,
    *,
    possibly: bool = False,
    stints: pd.DataFrame | None = None,
) -> dict[str, frozenset[str]]:
    """Give the members of each coalition on a day; with `possibly`, the possible ones too.

    The same nations as in `standing`, without its reasons. `stints`, where given, are looked at
    instead of those of `coalitions` (dashboard.questions.exercises.stints_within).
    Coalitions asked for that have none are there with an empty set.
    """
    frame = stints_of(tables, coalitions, known_by) if stints is None else stints
    name, day = "possible" if possibly else "member", pd.Timestamp(as_of)
    # An open side is empty, and nothing compares with that: so ask for what rules it out.
    frame = frame[~(frame[f"{name}_from"] > day) & ~(frame[f"{name}_until"] < day)]
    found: dict[str, set[str]] = {slug: set() for slug in coalitions or ()}
    for slug, nation in zip(frame["coalition"].tolist(), frame["nation"].tolist(), strict=True):
        found.setdefault(slug, set()).add(nation)
    return {slug: frozenset(nations) for slug, nations in found.items()}


def in_and_not_in(
    sets: Members, inside: Collection[str], outside: Collection[str] = ()
) -> list[str]:
    """List the nations in all of some coalitions and in none of others, by code.

    With nothing to be inside of: those of any coalition that are in none of `outside`.
    """
    nobody: frozenset[str] = frozenset()
    every = nobody.union(*sets.values())
    kept = every.intersection(*(sets.get(slug, nobody) for slug in inside))
    return sorted(kept.difference(*(sets.get(slug, nobody) for slug in outside)))


def verdicts(
    rows: pd.DataFrame,
    sets: Members,
    editions: Mapping[str, Collection[str]],
    inside: Collection[str],
    outside: Collection[str] = (),
) -> dict[str, str]:
    """Say of each nation of a roster whether it is in all of `inside` and none of `outside`.

    `rows`: nation, coalition, state; `editions`: the coalitions that each asked for stands for.
    yes; no (its part has ended, or it is in one of `outside`); not yet; in another standing (an
    observer, invited …); possibly; or no source says so: silence is no "no".
    """
    answer = frozenset(in_and_not_in(sets, inside, outside))
    states: dict[tuple[str, str], set[str]] = {}
    for slug in (*inside, *outside):
        of_it = rows[rows["coalition"].isin(list(editions[slug]))]
        pairs = zip(of_it["nation"].astype("str"), of_it["state"].astype("str"), strict=True)
        for nation, state in pairs:
            states.setdefault((nation, slug), set()).add(state)
    told = {}
    for nation in frozenset(rows["nation"].astype("str")):
        lacking = [states.get((nation, slug), set()) for slug in inside if nation not in sets[slug]]
        shut_out = any(nation in sets[slug] for slug in outside)
        told[nation] = "yes" if nation in answer else _verdict(lacking, shut_out)
    return told


def _verdict(lacking: Iterable[set[str]], shut_out: bool) -> str:
    """Why a nation does not answer; `lacking`: its standings in what it is not certainly in."""
    found = [next((w for state, w in _WORDS if state in some), _SILENCE) for some in lacking]
    return min(["no"] if shut_out else found, key=_GRAVEST.index)


_SILENCE = "no source says so"
#: What a standing answers, the nearest to membership first: of two editions that one counts.
_WORDS = (
    (State.POSSIBLY, "possibly"),
    (State.INVITED, "in another standing"),
    (State.OTHER, "in another standing"),
    (State.NOT_YET, "not yet"),
    (State.LEFT, "no"),
)
_GRAVEST = ("no", "not yet", "in another standing", _SILENCE, "possibly")


def overlaps(sets: Members, most: int | None = None) -> pd.DataFrame:
    """Count the nations in exactly each combination of coalitions (an UpSet frame).

    One row per combination that has a nation: coalitions (tuple, in the order of `sets`),
    degree (how many coalitions), size, nations (tuple); the largest first, `most` of them.
    """
    table = _table(sets)
    if table.empty:
        return pd.DataFrame(columns=["coalitions", "degree", "size", "nations"])
    groups: dict[bytes, list[str]] = {}
    for nation, row in zip(table.index.tolist(), table.to_numpy(), strict=True):
        groups.setdefault(row.tobytes(), []).append(nation)
    slugs = list(sets)
    rows = [
        (tuple(slugs[i] for i in np.flatnonzero(np.frombuffer(key, dtype=bool))), tuple(nations))
        for key, nations in groups.items()
    ]
    frame = pd.DataFrame({
        "coalitions": pd.Series([combination for combination, _ in rows], dtype=object),
        "degree": [len(combination) for combination, _ in rows],
        "size": [len(nations) for _, nations in rows],
        "nations": pd.Series([nations for _, nations in rows], dtype=object),
    })  # fmt: skip
    frame = frame.sort_values(
        ["size", "degree", "coalitions"], ascending=[False, True, True], ignore_index=True
    )
    return frame.head(most) if most is not None else frame


def likeness(sets: Members) -> pd.DataFrame:
    """Compare coalitions in pairs: one row per ordered pair, each with itself too.

    Columns: one, other, shared (nations in both), either (nations in one or the other),
    jaccard (shared / either; empty where both are without nations), share (shared / one's own).
    """
    table = _table(sets).to_numpy().astype(np.int64)
    shared = table.T @ table
    own = np.diag(shared)
    either = own[:, None] + own[None, :] - shared
    slugs, count = np.array(list(sets), dtype=object), len(sets)
    frame = pd.DataFrame({
        "one": np.repeat(slugs, count), "other": np.tile(slugs, count),
        "shared": shared.ravel(), "either": either.ravel(),
    })  # fmt: skip
    frame["jaccard"] = frame["shared"] / frame["either"].where(frame["either"] > 0)
    frame["share"] = frame["shared"] / pd.Series(np.repeat(own, count)).where(lambda n: n > 0)
    return frame


def by_number_of_coalitions(sets: Members) -> pd.DataFrame:
    """List nations by how many coalitions they are in: nation, number, coalitions (tuple)."""
    table = _table(sets)
    slugs = list(sets)
    frame = pd.DataFrame({
        "nation": table.index.to_numpy(),
        "number": table.sum(axis=1).to_numpy(),
        "coalitions": pd.Series(
            [tuple(slugs[i] for i in np.flatnonzero(row)) for row in table.to_numpy()], dtype=object
        ),
    })  # fmt: skip
    return frame.sort_values("number", ascending=False, kind="stable", ignore_index=True)


def _table(sets: Members) -> pd.DataFrame:
    """One row per nation, by name, one column per coalition: is it in?"""
    nations = sorted(frozenset[str]().union(*sets.values()), key=nation_name)
    index = pd.Index(nations, dtype="str")
    return pd.DataFrame({slug: index.isin(list(inside)) for slug, inside in sets.items()}, index)
