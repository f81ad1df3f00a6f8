"""A data directory in which every free text is an attack on whoever prints it.

Two articles: one whose texts carry markup of every kind, with its body held, and one whose texts
are words of five thousand characters. They speak of the same nations, coalitions and events, so
that pages have disagreements, silences and copies to show. Slugs, dates and nations are plain:
the checks let nothing else through.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from loaders.paths import REPOSITORY

MARKED, LONG, PLAIN = "marked-article", "long-article", "plain-article"
COALITION, LONG_COALITION, EDITION = "marked-coalition", "long-coalition", "marked-edition"
OFFICIAL, LONG_OFFICIAL = "marked-official", "long-official"
EVENT, LONG_EVENT = "marked-event", "long-event"
STATUS, LONG_STATUS = "=1+1 **loud** ![s](https://evil.test/s.png) status", "status-" + "x" * 5000
KIND = "marked-kind"
# The only addresses that may be linked: a source's own.
ADDRESS = "https://source.test/story?a=1&b=[x](y)<b>"

MARKUP = (
    "=1+1 ![p](https://evil.test/p.png) [click](https://evil.test/c) :red[red] $x^2$ "
    '<img src="https://evil.test/i.png" onerror="document.title=1"> :material/home: **loud** '
    '<script src="https://evil.test/s.js"></script> <a href="https://evil.test/a">tag</a> '
    "https://evil.test/auto www.evil.test a@evil.test `code` $$y$$ :streamlit: :smile: "
    ":orange-badge[badge] [[x]] %{x} ${y} {{z}} &lt;b&gt; a -> b -- c | d | <b>bold</b> <br> "
    "\u202e# heading\n- item\n\n---\n```\nblock\n```\n:::tip\n\"double\" 'single' \\*star\\*"
)


def marked(field: str) -> str:
    """A text with markup of every kind; the field's name tells the texts apart."""
    return f"{MARKUP} {field}"


def long(field: str) -> str:
    """A text that is one word."""
    return f"{field}{'x' * (5000 - len(field))}"


def hostile_data(root: Path) -> Path:
    """Write the data directory under `root`; gives it back."""
    shutil.copytree(REPOSITORY / "data" / "reference", root / "reference")
    for name, content in _reference().items():
        _write(root / "reference" / f"{name}.yaml", content)
    for name, facts in (
        (MARKED, _article(marked, COALITION, OFFICIAL, EVENT, STATUS)),
        (LONG, _article(long, LONG_COALITION, LONG_OFFICIAL, LONG_EVENT, LONG_STATUS)),
        (PLAIN, _contradiction()),
    ):
        _write(root / "articles" / "2025" / f"{name}.yaml", facts)
    (root / "texts" / "2025").mkdir(parents=True)
    (root / "texts" / "2025" / f"{MARKED}.txt").write_text(_body(), encoding="utf-8")
    return root


def _write(path: Path, content: Any) -> None:
    """JSON is YAML."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")


def _reference() -> dict[str, Any]:
    return {
        "coalitions": [
            _coalition(marked, COALITION),
            _coalition(long, LONG_COALITION),
            {**_coalition(marked, EDITION), "parent": COALITION, "kind": "exercise"},
        ],
        "statuses": [
            {"slug": "member", "label": marked("label"), "counts": "true", "meaning": marked("m")},
            {"slug": STATUS, "label": marked("status"), "counts": "true", "meaning": marked("m")},
            {"slug": LONG_STATUS, "label": long("s"), "counts": "true", "meaning": long("m")},
        ],
        "announcement_kinds": [
            {"slug": KIND, "label": marked("kind"), "meaning": marked("meaning")}
        ],
        "organisations": [
            {"slug": "marked", "name": marked("o"), "aliases": [marked("oa")], "nation": "FRA"}
        ],
        "officials": [_official(marked, OFFICIAL), _official(long, LONG_OFFICIAL)],
        "expectations": {
            "members": [
                {"coalition": COALITION, "on": "2025-01-01", "nations": ["NOR"], "why": marked("w")}
            ]
        },
    }


def _coalition(text: Any, slug: str) -> dict[str, Any]:
    return {
        "slug": slug, "name": text(f"name {slug}"), "short_name": text(f"short {slug}"),
        "aliases": [text(f"alias {slug}")], "kind": "military", "description": text("described"),
        "first_day": "2014", "source": ADDRESS,
    }  # fmt: skip


def _official(text: Any, slug: str) -> dict[str, Any]:
    return {
        "slug": slug, "name": text(f"official {slug}"), "family_name": text("family"),
        "other_names": [text("other name")],
    }  # fmt: skip


def _article(text: Any, coalition: str, official: str, event: str, status: str) -> dict[str, Any]:
    """Every kind of fact once with a passage and once with a note, every field filled."""
    rests = {"passage": text("passage")}
    ours = {"note": text("note"), "rule": text("rule"), "confidence": "0.5"}
    holder = {"official": official, "rank": text("rank")}
    told = {"event": event, "kind": KIND, "place": text("place"), "nations": ["FRA", "USA"],
            "coalitions": [coalition], "officials": [official]}  # fmt: skip
    body = {"text": f"texts/2025/{MARKED}.txt"} if text is marked else {"body_characters": "99999"}
    return {
        "article": {
            "title": text("headline"), "publisher": text("publisher"), "via": ADDRESS,
            "url": ADDRESS, "author": text("author"), "published": "2025-04-09",
            "retrieved": "2025-05-01", "place": text("dateline"), "kind": "press release",
            "tier": "official", "rights": "public domain", "rights_note": text("rights"),
            "state": "reviewed", "reviewed_by": text("reviewer"), "reviewed_on": "2025-05-02",
            **body,
        },
        "persons": [
            {**holder, "as_printed": text("person"), "nationality": "FRA",
             "nationality_from": "stated", **rests},
            {"official": official, "rank": text("other rank"), **ours},
        ],
        "memberships": [
            {"coalition": coalition, "nations": ["FRA", "USA"], "status": status,
             "start_date": "2020-02", "attested_on": "2025-04-09", **rests},
            {"coalition": coalition, "nations": ["GBR"], "status": "member",
             "attested_on": "2024", **ours},
        ],
        "posts": [
            {**holder, "title": text("post"), "organisation": text("organisation"),
             "attested_on": "2025-04-09", **rests},
            {**holder, "title": text("other post"), "organisation": text("o"),
             "start_date": "2024", "former": "true", **ours},
        ],
        "announcements": [
            {**told, "title": text("event"), "date": "2025-04-09", "event_date": "2025-04",
             **rests},
            {**told, "title": text("event again"), "event_date": "2025-03-01/2025-03-04", **ours},
        ],
        "statements": [
            {"speaker": official, "as_printed": text("speaker"), "post_as_printed": text("as post"),
             "kind": kind, "text": text(f"said {kind}"), "coalitions": [coalition],
             "nations": ["FRA"], "topics": ["deterrence"],
             **(ours if kind == "paraphrase" else {"passage": text(f"said {kind}")})}
            for kind in ("direct", "partial", "indirect", "paraphrase")
        ] + [
            {"as_printed": text("group"), "speaker_kind": "group", "kind": "paraphrase",
             "text": text("said by a group"), **ours}
        ],
        "problems": [{"kind": text("problem"), "text": text("open"), "why": text("why")}],
    }  # fmt: skip


def _contradiction() -> dict[str, Any]:
    """A second source that dates a joining and an event otherwise."""
    return {
        "article": {
            "title": marked("copied headline"), "publisher": marked("copier"), "url": ADDRESS,
            "published": "2025-06-01", "kind": "news", "tier": "press", "rights": "public domain",
            "state": "compiled",
        },
        "memberships": [
            {"coalition": COALITION, "nations": ["FRA"], "status": STATUS,
             "start_date": "2019-01-05", "note": marked("note")},
            {"coalition": EDITION, "nations": ["FRA"], "status": "member", "attested_on": "2025",
             "note": marked("note")},
        ],
        "announcements": [
            {"event": EVENT, "title": marked("retold"), "kind": KIND, "event_date": "2022-01-01",
             "nations": ["FRA"], "note": marked("note")},
        ],
        "posts": [
            {"official": OFFICIAL, "title": marked("post"), "organisation": marked("organisation"),
             "start_date": "2011", "note": marked("note")},
        ],
    }  # fmt: skip


def _body() -> str:
    """The held text: every passage once, between words of its own."""
    passages = ["passage", *(f"said {kind}" for kind in ("direct", "partial", "indirect"))]
    return "\n\n".join(f"Before. “{marked(name)}” After." for name in passages) + "\n"
