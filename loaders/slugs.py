"""Slugs: the lower-case ids of coalitions, officials, events and articles."""

from __future__ import annotations

import re
import unicodedata

PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_SLUG = re.compile(PATTERN)
# Letters that Unicode does not decompose into a plain one and a mark.
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "’": "",
        "'": "",
    }
)


def slugify(text: str) -> str:
    """Make a slug of a name: `Aušrinė Armonaitė` → `ausrine-armonaite`."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def require_slug(text: str) -> str:
    """Accept a slug; raise ValueError that proposes one."""
    if _SLUG.fullmatch(text):
        return text
    raise ValueError(f"{text!r} is not a slug: write {slugify(text) or 'a-slug-like-this'!r}")
