"""Which articles count as one source (rule 7: a copy is not a second source)."""

from __future__ import annotations

from loaders.build.rows import Row
from loaders.facts.models import Tier
from loaders.slugs import slugify


def settle_copy_groups(articles: list[Row]) -> None:
    """Set `copy_group` on article rows: the original's id, or the first of copies alike.

    A copy counts with its original. Where that is not in the corpus, copies are grouped by
    publisher, title and date.
    """
    by_id = {row["id"]: row for row in articles}
    alike: dict[str, str] = {}
    for row in sorted(articles, key=lambda row: str(row["id"])):
        root = _root(row, by_id)
        if root["tier"] == Tier.COPY:
            signature = slugify(f"{root['publisher']} {root['title']} {root['published']}")
            row["copy_group"] = alike.setdefault(signature, str(root["id"]))
        else:
            row["copy_group"] = root["id"]


def _root(row: Row, by_id: dict[str, Row]) -> Row:
    seen = {row["id"]}
    while row["copy_of"] in by_id and row["copy_of"] not in seen:
        row = by_id[row["copy_of"]]
        seen.add(row["id"])
    return row
