"""Made-up tables of any size, the same ones each time: for benchmarks and load tests.

Not data: coalitions are called c00, officials p0001, and quotations are strings of words from a
short list. Shares of precise, imprecise and missing dates are about those of the corpus.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from loaders import nations
from loaders.tables.declaration import TABLES, Table
from loaders.tables.frames import Frames, arrow_schema, to_frame

Columns = dict[str, Any]
Ints = npt.NDArray[np.int64]

FIRST, LAST = np.datetime64("2005-01-01").view("int64"), np.datetime64("2025-12-31").view("int64")
COALITIONS, EDITIONS = 30, 10
_VOCABULARY = (
    "space coalition nations partners orbit allies commander together deter defend shared domain "
    "operations satellites training integrate architecture responsible threat resilient sovereign "
    "awareness mission interoperable strategy future capability freedom launch warning"
)
WORDS = _VOCABULARY.split()
NATIONS = sorted(nations.codes())
SLUGS = [f"c{number:02}" for number in range(COALITIONS)]
STATUSES = ["member", "signed", "participant", "associate", "observer", "invited", "announced"]
COUNTS = np.array([True, True, True, False, False, False, False])


@dataclass(frozen=True)
class Size:
    """How many rows the larger tables have; the rest follows from them."""

    statements: int = 100_000
    memberships: int = 20_000
    announcements: int = 10_000

    @property
    def articles(self) -> int:
        """About ten statements an article."""
        return max(10, self.statements // 10)

    @property
    def officials(self) -> int:
        """About two hundred statements a person."""
        return max(10, self.statements // 200)

    @property
    def posts(self) -> int:
        """About four claims a person."""
        return 4 * self.officials


def synthetic_frames(size: Size | None = None, seed: int = 5) -> Frames:
    """Make typed frames of all tables, as the dashboard reads them."""
    made = synthetic_tables(size, seed)
    return {table.name: to_frame(table, made[table.name]) for table in TABLES}


def synthetic_tables(size: Size | None = None, seed: int = 5) -> dict[str, pa.Table]:
    """Make pyarrow tables of all tables, to be written as Parquet."""
    size, random = size or Size(), np.random.default_rng(seed)
    columns: dict[str, Columns] = {
        "articles": _articles(size, random),
        "coalitions": _coalitions(),
        "officials": _officials(size),
        "persons": _persons(size, random),
        "memberships": _memberships(size, random),
        "announcements": _announcements(size, random),
        "posts": _posts(size, random),
        "statements": _statements(size, random),
        "problems": {"id": _keys("x", 10), "kind": ["unknown nation"] * 10,
                     "text": ["Atlantis"] * 10, "why": ["No such nation"] * 10},
    }  # fmt: skip
    columns["evidence"] = _evidence(columns)
    return {table.name: _arrow(table, columns[table.name]) for table in TABLES}


def _arrow(table: Table, columns: Columns) -> pa.Table:
    schema = arrow_schema(table)
    length = len(columns[table.key])
    arrays = [
        pa.array(columns[field.name], type=field.type, from_pandas=True)
        if field.name in columns
        else pa.nulls(length, field.type)
        for field in schema
    ]
    return pa.Table.from_arrays(arrays, schema=schema).sort_by(table.key)


def _keys(letter: str, count: int) -> Any:
    return np.char.add(letter, np.char.zfill(np.arange(count).astype("str"), 7))


def _some(random: np.random.Generator, choices: Any, count: int) -> Any:
    return np.asarray(choices)[random.integers(0, len(choices), count)]


def _dated(
    name: str, days: Ints, random: np.random.Generator, missing: float, exact: float = 0.6
) -> Columns:
    """An EDTF column and its two days: days, months, years, and `on or before`."""
    day = days.astype("datetime64[D]")
    month, year = day.astype("datetime64[M]"), day.astype("datetime64[Y]")
    drawn, scale = random.random(len(days)), (1 - exact) / 4
    kinds = [drawn < exact, drawn < exact + 2 * scale, drawn < exact + 3 * scale]
    text = np.select(
        [*kinds], [day.astype("str"), month.astype("str"), year.astype("str")],
        np.char.add("../", day.astype("str")),
    ).astype(object)  # fmt: skip
    earliest = np.select(kinds, [day, month.astype(day.dtype), year.astype(day.dtype)], day - 3650)
    after = [day, (month + 1).astype(day.dtype) - 1, (year + 1).astype(day.dtype) - 1]
    latest = np.select(kinds, after, day)
    gone = random.random(len(days)) < missing
    text[gone] = None
    blank = np.datetime64("NaT")
    return {
        name: text,
        f"{name}_earliest": np.where(gone, blank, earliest).astype("datetime64[D]"),
        f"{name}_latest": np.where(gone, blank, latest).astype("datetime64[D]"),
    }


def _days(random: np.random.Generator, count: int) -> Ints:
    return random.integers(FIRST, LAST, count)


def _articles(size: Size, random: np.random.Generator) -> Columns:
    count = size.articles
    ids, days = _keys("a", count), _days(random, count)
    copies = random.random(count) < 0.1
    original = np.where(copies, random.integers(0, count, count), np.arange(count))
    original = np.where(copies[original], np.arange(count), original)
    published = _dated("published", days, random, 0.05, exact=0.9)
    latest = published["published_latest"]
    return {
        "id": ids, "title": _texts(random, count, 4, 12),
        "publisher": _some(random, _keys("q", 200), count), "copy_group": ids[original],
        "tier": np.where(copies, "copy", _some(random, ["official", "press", "press"], count)),
        **published, "known_from": np.where(np.isnat(latest), days.astype("datetime64[D]"), latest),
        "kind": ["news"] * count, "rights": ["unknown"] * count, "language": ["en"] * count,
        "state": ["compiled"] * count,
    }  # fmt: skip


def _texts(random: np.random.Generator, count: int, fewest: int, most: int) -> list[str]:
    words, lengths = np.array(WORDS), random.integers(fewest, most, count)
    drawn = words[random.integers(0, len(words), int(lengths.sum()))].tolist()
    ends = np.cumsum(lengths).tolist()
    return [" ".join(drawn[a:b]) for a, b in zip([0, *ends[:-1]], ends, strict=True)]


def _coalitions() -> Columns:
    slugs = SLUGS
    editions = [number >= COALITIONS - EDITIONS for number in range(COALITIONS)]
    years = [2005 + 2 * (number - COALITIONS + EDITIONS) for number in range(COALITIONS)]
    days = {
        "first_day": [f"{y}-03-01" if e else None for y, e in zip(years, editions, strict=True)],
        "last_day": [f"{y}-03-14" if e else None for y, e in zip(years, editions, strict=True)],
    }
    columns: Columns = {
        "slug": slugs, "name": slugs, "short_name": slugs, "description": slugs,
        "aliases": [[]] * COALITIONS, "kind": ["exercise" if e else "military" for e in editions],
        "parent": ["c00" if e else None for e in editions], **days,
    }  # fmt: skip
    for name, values in days.items():
        bounds = np.array([v or "NaT" for v in values], dtype="datetime64[D]")
        columns |= {f"{name}_earliest": bounds, f"{name}_latest": bounds}
    return columns


def _officials(size: Size) -> Columns:
    slugs = _keys("p", size.officials)
    return {"slug": slugs, "name": slugs, "family_name": slugs, "other_names": [[]] * len(slugs)}


def _facts(letter: str, count: int, size: Size, random: np.random.Generator) -> Columns:
    ids = _keys(letter, count)
    articles = _some(random, _keys("a", size.articles), count)
    return {"id": ids, "article": articles, "evidence": np.char.add(ids, ".e1"),
            "state": ["compiled"] * count}  # fmt: skip


def _persons(size: Size, random: np.random.Generator) -> Columns:
    count = 2 * size.officials
    return {
        **_facts("n", count, size, random),
        "official": _some(random, _keys("p", size.officials), count),
        "rank": _some(random, ["Gen.", "Lt. Gen.", "Dr."], count),
        "nationality": _some(random, NATIONS[:60], count),
        "nationality_from": ["stated"] * count,
    }  # fmt: skip


def _memberships(size: Size, random: np.random.Generator) -> Columns:
    count = size.memberships
    status = random.choice(len(STATUSES), count, p=[0.5, 0.15, 0.15, 0.06, 0.05, 0.05, 0.04])
    start, attested = _days(random, count), _days(random, count)
    ended = _dated("end_date", np.maximum(start, attested) + 400, random, 0.97)
    # A claim that states no joining states an attestation, and most state only one of the two.
    return {
        **_facts("m", count, size, random),
        "coalition": _some(random, SLUGS, count),
        "nation": _some(random, NATIONS[:150], count),
        "status": np.array(STATUSES)[status], "counts": COUNTS[status],
        **_dated("start_date", start, random, 0.5), **ended,
        **_dated("attested_on", attested, random, 0.3, exact=0.9),
    }  # fmt: skip


def _announcements(size: Size, random: np.random.Generator) -> Columns:
    count = size.announcements
    events = _days(random, max(1, count * 3 // 4))
    event = random.integers(0, len(events), count)
    days = events[event] + (random.random(count) < 0.05) * 40
    return {
        **_facts("v", count, size, random), "event": _keys("e", len(events))[event],
        "title": _texts(random, count, 5, 12),
        "kind": _some(random, ["meeting", "agreement"], count),
        **_dated("date", days, random, 0.1), **_dated("event_date", days, random, 0.3),
        "place": np.where(random.random(count) < 0.3, "Toulouse", None),
        "nations": _lists(random, NATIONS[:60], count, 6),
        "coalitions": _lists(random, SLUGS, count, 2),
        "officials": _lists(random, _keys("p", size.officials), count, 3),
    }  # fmt: skip


def _lists(random: np.random.Generator, choices: Any, count: int, most: int) -> pa.ListArray:
    lengths = random.integers(0, most + 1, count)
    offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
    return pa.ListArray.from_arrays(offsets, pa.array(_some(random, choices, int(offsets[-1]))))


def _posts(size: Size, random: np.random.Generator) -> Columns:
    count = size.posts
    start = _days(random, count)
    return {
        **_facts("o", count, size, random),
        "official": _some(random, _keys("p", size.officials), count),
        "title": _some(random, ["Commander", "Deputy Commander", "Director", "Minister"], count),
        "organisation": _some(random, [f"Space Command {n}" for n in range(40)], count),
        "organisation_nation": _some(random, NATIONS[:40], count),
        "acting": random.random(count) < 0.05, "former": random.random(count) < 0.03,
        **_dated("start_date", start, random, 0.6), **_dated("end_date", start + 900, random, 0.8),
        **_dated("attested_on", start + 300, random, 0.3, exact=0.9),
    }  # fmt: skip


def _statements(size: Size, random: np.random.Generator) -> Columns:
    count = size.statements
    texts = np.array(_texts(random, count, 8, 40), dtype=object)
    again = np.flatnonzero(random.random(count) < 0.05)
    texts[again] = texts[random.integers(0, count, len(again))]
    trimmed = np.flatnonzero(random.random(count) < 0.02)
    sources = texts[random.integers(0, count, len(trimmed))]
    texts[trimmed] = [" ".join(text.split()[1:-1]) for text in sources]
    person = random.random(count) < 0.85
    official = _some(random, _keys("p", size.officials), count).astype(object)
    posts = _some(random, ["Commander of Space Command 3", "the director", "Minister"], count)
    printed = np.where(random.random(count) < 0.4, posts, None)
    return {
        **_facts("s", count, size, random), "text": texts,
        "kind": _some(random, ["direct", "direct", "partial", "indirect", "paraphrase"], count),
        "speaker_as_printed": official, "official": np.where(person, official, None),
        "speaker_kind": np.where(person, "person", "group"), "post_as_printed": printed,
        **_dated("date", _days(random, count), random, 0.0, exact=0.5),
        "nations": _lists(random, NATIONS[:60], count, 2),
        "coalitions": _lists(random, SLUGS, count, 1),
        "topics": _lists(random, ["deterrence", "training", "partnership"], count, 2),
    }  # fmt: skip


def _evidence(columns: dict[str, Columns]) -> Columns:
    tables = ["memberships", "announcements", "persons", "posts", "statements"]
    facts = np.concatenate([columns[name]["id"] for name in tables])
    return {
        "id": np.char.add(facts, ".e1"), "fact": facts,
        "fact_table": np.repeat(tables, [len(columns[name]["id"]) for name in tables]),
        "article": np.concatenate([columns[name]["article"] for name in tables]),
        "note": ["A summary"] * len(facts), "rule": ["compiled"] * len(facts),
    }  # fmt: skip
