"""Every page in each of its states, on the hostile data: what tests of all pages go through."""

from __future__ import annotations

from dashboard.pages import PAGES
from loaders.slugs import slugify
from loaders.tables.declaration import TABLES
from tests.hostile_data import (
    COALITION,
    EVENT,
    LONG,
    LONG_COALITION,
    LONG_EVENT,
    LONG_OFFICIAL,
    MARKED,
    OFFICIAL,
    PLAIN,
    STATUS,
)

Query = dict[str, str | list[str]]
BOTH: Query = {"show": [COALITION, LONG_COALITION], "as_of": "2025-05-01"}
FACT = f"{MARKED}.m.{COALITION}.FRA.{slugify(STATUS)}"

VIEWS: dict[str, tuple[str, Query]] = {
    "overview": ("overview", {}),
    "overview filtered": ("overview", {"nation": "FRA", "coalition": [COALITION, LONG_COALITION]}),
    "map": ("map", BOTH),
    "map of one nation": ("map", {**BOTH, "selected": "FRA"}),
    "map of silence": ("map", {**BOTH, "selected": "JPN", "as_of": "1990-01-01"}),
    "growth": ("map", {**BOTH, "tab": "growth"}),
    "overlap": ("map", {**BOTH, "tab": "overlap"}),
    "timeline": ("timeline", {}),
    "event": ("timeline", {"event": EVENT}),
    "long event": ("timeline", {"event": LONG_EVENT}),
    "no event": ("timeline", {"words": "nothing", "nation": "JPN"}),
    "officials": ("officials", {}),
    "official": ("officials", {"official": OFFICIAL}),
    "long official": ("officials", {"official": LONG_OFFICIAL}),
    "two officials": ("officials", {"official": OFFICIAL, "with": LONG_OFFICIAL}),
    "statements": ("statements", {}),
    "statements found": ("statements", {"words": "heading", "official": OFFICIAL}),
    "no statement": ("statements", {"words": "nothing", "nation": "JPN"}),
    "nations": ("nation", {}),
    "nation": ("nation", {"of": "FRA", "opened": COALITION}),
    "nation without": ("nation", {"of": "JPN"}),
    "coalitions": ("coalition", {}),
    "coalition": ("coalition", {"of": COALITION, "opened": "FRA"}),
    "long coalition": ("coalition", {"of": LONG_COALITION, "opened": "FRA"}),
    "sources": ("sources", {}),
    "article": ("sources", {"article": MARKED}),
    "long article": ("sources", {"article": LONG}),
    "fact": ("sources", {"article": MARKED, "fact": FACT}),
    "no source": ("sources", {"words": "nothing"}),
    "disagreements": ("disagreements", {}),
    "quality": ("quality", {}),
    "add": ("add", {}),
    "queue": ("queue", {"article": PLAIN}),
    **{f"table {table.name}": ("data", {"table": table.name}) for table in TABLES},
}

assert {path for path, _ in VIEWS.values()} == {page.path for page in PAGES}
