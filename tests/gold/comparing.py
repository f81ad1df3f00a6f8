"""When two printed things mean the same: names, titles, spans, speakers, dates."""

from __future__ import annotations

import calendar
import re
import unicodedata
from typing import Any

from tests.gold.annotations import UNJUDGED, Span, Speaker

EDGE = " \t\r\n\u00a0\u200b\u00ad,.;:…\"'“”‘’«»–—*_-"
NICKNAME = re.compile(r"[\"“'‘][^\"“”'‘’]+[\"”'’]\s*|\([^)]*\)\s*")
ARTICLES = {"the", "a", "an", "its", "their", "his", "her"}


def same(expected: str | None, given: object) -> bool:
    """Equality of a field that an annotator may have left open."""
    return expected == UNJUDGED or (expected or None) == (given or None)


def same_date(expected: str | None, given: str | None) -> bool:
    """Equal EDTF values, or two that span the same days and are alike inferred."""
    if expected in (UNJUDGED, given):
        return True
    if not expected or not given or ("~" in expected) != ("~" in given):
        return False
    return day_bounds(expected) == day_bounds(given)


def day_bounds(edtf: str) -> tuple[str, str]:
    """The first and last day of a year, month, day, interval or set; empty where open."""
    ends = re.split(r"\.\.|/", edtf.strip("[]~").replace("/..", "/").replace("../", "/"))
    first, last = ends[0].strip("~"), ends[-1].strip("~")
    return _day(first, "01-01", "01"), _day(last, "12-31", None)


def _day(value: str, of_year: str, of_month: str | None) -> str:
    """A date completed to a day; for a month's last day, the calendar's."""
    if len(value) == len("2025"):
        return f"{value}-{of_year}"
    if len(value) == len("2025-04"):
        year, month = (int(part) for part in value.split("-"))
        return f"{value}-{of_month or calendar.monthrange(year, month)[1]}"
    return value


def name_key(name: str) -> str:
    """A person's name without nickname, punctuation and capitals."""
    bare = NICKNAME.sub("", name) or name
    letters = unicodedata.normalize("NFKC", bare).casefold().replace("’", "'")
    return " ".join(re.findall(r"[\w'-]+", letters))


def words_key(words: str | None) -> str:
    """A title or organisation without articles, punctuation and capitals."""
    folded = (words or "").casefold().replace("u.s.", "us").replace("u.k.", "uk")
    return " ".join(w for w in re.findall(r"\w+", folded) if w not in ARTICLES)


def alike(expected: str | None, given: str | None) -> bool:
    """Whether two printed phrases name the same: one's words end or begin with the other's."""
    if expected == UNJUDGED:
        return True
    one, other = words_key(expected), words_key(given)
    if not one or not other:
        return one == other
    shorter, longer = sorted((one, other), key=len)
    return f" {shorter} " in f" {longer} "


def trimmed(text: str, span: Span, edge: str | None = None) -> Span:
    """A span without the white space (or the given characters) at its ends."""
    words = text[span[0] : span[1]]
    left = len(words) - len(words.lstrip(edge))
    kept = words.strip(edge)
    return span[0] + left, span[0] + left + len(kept)


def same_speaker(expected: Speaker, given: dict[str, Any]) -> bool:
    """A person by full name; whoever has none by the printed phrase."""
    if expected.name == UNJUDGED:
        return True
    name = given.get("name")
    if expected.kind == "person" and expected.name:
        return name is not None and name_key(name) == name_key(expected.name)
    if (
        given.get("kind") == "person"
        and name
        and name_key(name) not in name_key(expected.as_printed)
    ):
        return False
    if expected.pronoun:
        return True
    return alike(expected.as_printed, given.get("as_printed"))


def same_speakers(expected: tuple[Speaker, ...], given: list[dict[str, Any]]) -> bool:
    """Whether every speaker has its counterpart, and none is left over."""
    if len(expected) != len(given):
        return False
    left = list(given)
    for speaker in expected:
        match = next((other for other in left if same_speaker(speaker, other)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def edition_free(slug: str | None) -> str | None:
    """A series' slug for that of one of its editions (asterx-2025 is asterx)."""
    return re.sub(r"-\d{4}$", "", slug) if slug else slug
