"""Nations as ISO 3166-1 alpha-3 codes, and the names this project prints for them."""

from __future__ import annotations

import warnings
from functools import cache
from typing import Any

import countrynames
import pycountry

# The library asks for PyICU at its first look-up; names are found without it too.
warnings.filterwarnings("ignore", message="Install 'pyicu'")

# The short names in common diplomatic and press use, where ISO's is the long or inverted one.
_PRINTED = {
    "BOL": "Bolivia", "BRN": "Brunei", "COD": "DR Congo", "COG": "Congo", "FSM": "Micronesia",
    "GBR": "United Kingdom", "IRN": "Iran", "KOR": "South Korea", "LAO": "Laos", "MDA": "Moldova",
    "PRK": "North Korea", "PSE": "Palestine", "RUS": "Russia", "SYR": "Syria", "TUR": "Türkiye",
    "TWN": "Taiwan", "TZA": "Tanzania", "USA": "United States", "VAT": "Holy See",
    "VEN": "Venezuela", "VNM": "Vietnam",
}  # fmt: skip


# Names that English says with an article: "by officials from the Netherlands".
_WITH_ARTICLE = frozenset({
    "ARE", "BHS", "CAF", "COG", "COK", "COM", "CYM", "DOM", "FLK", "FRO", "GBR", "GMB", "MDV",
    "MHL", "MNP", "NLD", "PHL", "SLB", "SYC", "TCA", "USA", "VAT", "VGB", "VIR",
})  # fmt: skip


@cache
def codes() -> frozenset[str]:
    """All ISO 3166-1 alpha-3 codes."""
    return frozenset(country.alpha_3 for country in pycountry.countries)


@cache
def name(code: str) -> str:
    """The name printed for a nation; the code itself where ISO has none for it."""
    if code in _PRINTED:
        return _PRINTED[code]
    country: Any = pycountry.countries.get(alpha_3=code)
    if country is None:
        return code
    return str(getattr(country, "common_name", country.name))


def in_sentence(code: str) -> str:
    """The name as it stands in a sentence: `the United States`, `France`."""
    return f"the {name(code)}" if code in _WITH_ARTICLE else name(code)


@cache
def code_of(text: str) -> str | None:
    """The alpha-3 code that a name, alpha-2 code or abbreviation means, or None."""
    if text.upper() in codes():
        return text.upper()
    if text.upper() == "UK":
        return "GBR"
    if not any(map(str.isalpha, text)):
        return None  # the library finds a nation for a dash
    # Its alpha-3 look-up raises on former countries (East Germany), which ISO 3166-1 no longer has.
    country: Any = pycountry.countries.get(alpha_2=countrynames.to_code(text) or "")
    return str(country.alpha_3) if country else None


def require_code(text: str) -> str:
    """Accept an ISO 3166-1 alpha-3 code; raise ValueError that names the code to use instead."""
    if text in codes():
        return text
    meant = code_of(text)
    if meant:
        raise ValueError(f"nation {text!r}: use the ISO 3166-1 alpha-3 code {meant}")
    raise ValueError(
        f"nation {text!r}: no ISO 3166-1 alpha-3 code is known for it; see "
        "https://www.iso.org/obp/ui/#search/code/"
    )
