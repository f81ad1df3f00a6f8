"""Small tables written by hand: only what a test is about, the rest filled in."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from loaders import dates
from loaders.build.rows import dated
from loaders.tables.declaration import TABLES, Table
from loaders.tables.frames import Frames, arrow_table, frames_of, to_frame

COUNTING = frozenset({"member", "signed", "host", "participant"})
Row = dict[str, Any]


def article(
    id: str = "a", published: str = "2025-01-01", tier: str = "official", **more: Any
) -> Row:
    span = dates.bounds(published)
    return {
        "id": id, "title": f"Article {id}", "publisher": "Ministry", "copy_group": id,
        **dated("published", published), **dated("retrieved", None), "known_from": span.latest,
        "kind": "news", "tier": tier, "rights": "unknown", "language": "en", "state": "compiled",
        **more,
    }  # fmt: skip


def coalition(
    slug: str = "x",
    first: str | None = None,
    last: str | None = None,
    kind: str = "military",
    **more: Any,
) -> Row:
    return {
        "slug": slug, "name": slug, "short_name": slug, "kind": kind, "description": slug,
        **dated("first_day", first), **dated("last_day", last), **more,
    }  # fmt: skip


def member(
    nation: str = "FRA",
    coalition: str = "x",
    *,
    status: str = "member",
    start: str | None = None,
    end: str | None = None,
    attested: str | None = None,
    article: str = "a",
    floor: str | None = None,
    id: str | None = None,
) -> Row:
    when = start or end or attested or "undated"
    key = id or f"{article}.m.{coalition}.{nation}.{status}.{when}"
    return {
        **fact(key, article), "coalition": coalition, "nation": nation, "status": status,
        "counts": status in COUNTING, **dated("start_date", start, floor),
        **dated("end_date", end), **dated("attested_on", attested, floor),
    }  # fmt: skip


def fact(key: str, article: str) -> Row:
    return {"id": key, "article": article, "evidence": f"{key}.e1", "state": "compiled"}


def announcement(
    event: str = "e",
    date: str | None = None,
    event_date: str | None = None,
    *,
    article: str = "a",
    **more: Any,
) -> Row:
    filled = {"title": f"Event {event}", "kind": "meeting", **more}
    return {
        **fact(f"{article}.a.{event}", article), "event": event, **filled,
        **dated("date", date), **dated("event_date", event_date),
    }  # fmt: skip


def post(
    official: str = "whiting",
    title: str = "Commander",
    *,
    start: str | None = None,
    end: str | None = None,
    attested: str | None = None,
    article: str = "a",
    **more: Any,
) -> Row:
    key = f"{article}.p.{official}.{title}.{start or end or attested}"
    filled = {"organisation": "U.S. Space Command", "acting": False, "former": False, **more}
    return {
        **fact(key, article), "official": official, "title": title, **filled,
        **dated("start_date", start), **dated("end_date", end), **dated("attested_on", attested),
    }  # fmt: skip


def statement(
    text: str,
    official: str | None = "whiting",
    *,
    date: str | None = None,
    article: str = "a",
    kind: str = "direct",
    **more: Any,
) -> Row:
    filled = {"speaker_as_printed": official, "speaker_kind": "person", **more}
    return {
        **fact(f"{article}.s.{official}.{text[:24]}", article), "text": text, "kind": kind,
        "official": official, **filled, **dated("date", date),
    }  # fmt: skip


def tables(*claims: Row, coalitions: list[Row] | None = None, **more: list[Row]) -> Frames:
    """Tables of membership claims; the articles and coalitions they name are filled in."""
    rows = {"memberships": list(claims), **more}
    given = {row["id"] for row in more.get("articles", [])}
    used = {row["article"] for some in rows.values() for row in some if "article" in row}
    rows["articles"] = [*more.get("articles", []), *(article(id) for id in sorted(used - given))]
    known = {row["slug"] for row in coalitions or []}
    named = {row["coalition"] for row in claims}
    rows["coalitions"] = [*(coalitions or []), *(coalition(slug) for slug in sorted(named - known))]
    return {**_empty(), **{t.name: _made(t, rows[t.name]) for t in TABLES if rows.get(t.name)}}


@cache
def _empty() -> Frames:
    return frames_of({})


def _made(table: Table, rows: list[Row]) -> Any:
    return to_frame(table, arrow_table(table, rows))


def day(text: str) -> date:
    return date.fromisoformat(text)
