"""One line for each fact, in words a reader of a list needs (plain text, not Markdown)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dashboard.atlas import Atlas
from loaders import dates, nations
from loaders.facts.models import QUOTED

Row = Mapping[str, Any]

FACT_LABELS = {
    "memberships": "Memberships", "announcements": "Announcements", "statements": "Statements",
    "posts": "Posts", "persons": "Persons",
}  # fmt: skip


# Who takes part in an exercise or hosts it has not joined it.
_TAKING_PART = ("participant", "host")


def standing_claimed(claim: Row) -> str:
    """What a membership claim says: `Member, joined 10 Apr 2025, attested 12 May 2025`."""
    parts = [str(claim["status"]).capitalize()]
    joins = claim["counts"] and claim["status"] not in _TAKING_PART
    began = "joined" if joins else "from"
    for word, name in ((began, "start_date"), ("until", "end_date"), ("attested", "attested_on")):
        if isinstance(claim[name], str):
            parts.append(f"{word} {dates.in_words(claim[name])}")
    return ", ".join(parts)


def when_happened(row: Row) -> str:
    """When an event happened and when it was announced, each as precisely as known."""
    happened = dates.in_words(row["event_date"]) if isinstance(row["event_date"], str) else None
    announced = dates.in_words(row["date"]) if isinstance(row["date"], str) else None
    if happened and announced and happened != announced:
        return f"{happened} (announced {announced})"
    if happened:
        return happened
    return f"announced {announced}; its own day is not stated" if announced else "undated"


def post_in_words(row: Row) -> str:
    """A post claim: `Commander, U.S. Space Command (acting)`."""
    named = [str(row["title"])]
    if isinstance(row["organisation"], str):
        named.append(row["organisation"])
    notes = [word for word in ("acting", "former") if row[word]]
    return ", ".join(named) + (f" ({', '.join(notes)})" if notes else "")


def summary(atlas: Atlas, table: str, row: Row) -> str:
    """One line for a row of a fact table; raises KeyError for another table."""
    return _SUMMARIES[table](atlas, row)


def _membership(atlas: Atlas, row: Row) -> str:
    coalition = atlas.coalition_names.get(row["coalition"], row["coalition"])
    return f"{nations.name(row['nation'])} in {coalition}: {standing_claimed(row)}"


def _announcement(atlas: Atlas, row: Row) -> str:
    return f"{row['title']} · {when_happened(row)}"


def _statement(atlas: Atlas, row: Row) -> str:
    who = atlas.official_names.get(row["official"] or "", row["speaker_as_printed"] or "Not named")
    if row["kind"] in QUOTED:
        return f"{who}: “{row['text'].rstrip(',')}”"
    return f"{who}: {row['text']}"


def _post(atlas: Atlas, row: Row) -> str:
    who = atlas.official_names.get(row["official"], row["official"])
    return f"{who}: {post_in_words(row)}"


def _person(atlas: Atlas, row: Row) -> str:
    who = atlas.official_names.get(row["official"], row["official"])
    facts = [row["rank"]] if isinstance(row["rank"], str) else []
    if isinstance(row["nationality"], str):
        facts.append(nations.name(row["nationality"]))
    return f"{who}: {', '.join(facts)}" if facts else f"{who}: named"


_SUMMARIES: dict[str, Callable[[Atlas, Row], str]] = {
    "memberships": _membership, "announcements": _announcement, "statements": _statement,
    "posts": _post, "persons": _person,
}  # fmt: skip
