"""Where nations lie: the outlines the map can draw, a centre for each, and useful views.

The outlines are dashboard/static/geo/world_110m.json; README.md beside it tells its sources.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from loaders import nations

OUTLINES = Path(__file__).parents[1] / "static" / "geo" / "world_110m.json"
WITHOUT_OUTLINE = OUTLINES.with_name("without_outline.csv")

# Plotly's `topojsonURL`, relative to the page, so that it also holds under a base path.
TOPOJSON_URL = "app/static/geo/"

# Below this, a nation is under 4 pixels wide on a world map of 1,000 pixels.
SMALL_KM2 = 25_000


@dataclass(frozen=True)
class View:
    """A part of the world: what a map shows, in degrees, and the projection that suits it."""

    lon: tuple[float, float]
    lat: tuple[float, float]
    projection: str  # one of Plotly's names

    @property
    def middle(self) -> tuple[float, float]:
        """Longitude and latitude half-way along each range."""
        return sum(self.lon) / 2, sum(self.lat) / 2


# Without Antarctica, where no nation of the tables lies.
WORLD = View(lon=(-180, 180), lat=(-57, 84), projection="natural earth")
# Iceland to the Caspian, Crete and Cyprus to the North Cape.
EUROPE = View(lon=(-25, 45), lat=(34, 72), projection="conic conformal")


@cache
def outlined() -> frozenset[str]:
    """The codes that have an outline: ISO 3166-1 alpha-3, and XKX for Kosovo."""
    return frozenset(_outlined_centres()["nation"])


@cache
def centres() -> pd.DataFrame:
    """One row per ISO 3166-1 code, the largest nation first. Shared: do not change it.

    nation (alpha-3), name, lat and lon of a place well inside its main part, km2 (land as
    Natural Earth draws it, so France includes its overseas departments), has_outline, and
    is_small: the map needs a marker to show it.
    """
    frame = pd.concat([_outlined_centres(), _other_centres()], ignore_index=True)
    frame = frame[frame["nation"].isin(nations.codes())]
    frame = frame.sort_values(["km2", "nation"], ascending=[False, True], ignore_index=True)
    frame["has_outline"] = frame["nation"].isin(outlined())
    frame["is_small"] = ~frame["has_outline"] | (frame["km2"] < SMALL_KM2)
    frame.insert(1, "name", frame["nation"].map(nations.name))
    return frame


@cache
def _outlined_centres() -> pd.DataFrame:
    topology = json.loads(OUTLINES.read_text(encoding="utf-8"))
    rows = [
        (
            country["id"],
            country["properties"]["ct"][1],
            country["properties"]["ct"][0],
            float(country["properties"]["km2"]),
        )
        for country in topology["objects"]["countries"]["geometries"]
    ]
    return pd.DataFrame(rows, columns=["nation", "lat", "lon", "km2"])


def _other_centres() -> pd.DataFrame:
    return pd.read_csv(WITHOUT_OUTLINE, usecols=["nation", "lat", "lon", "km2"])
