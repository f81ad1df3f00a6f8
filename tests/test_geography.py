"""Outlines and centres of nations: complete, whole, small enough, and where one expects them."""

import csv
import json
from collections.abc import Iterator
from itertools import pairwise

import pycountry
import pytest

from dashboard.charts import geography

Point = tuple[float, float]
Ring = list[Point]

ISO = {country.alpha_3 for country in pycountry.countries}
WITHOUT_OUTLINE = {
    "BES", "BVT", "CCK", "CXR", "GIB", "GLP", "GUF", "MTQ", "MYT", "REU", "SJM", "TKL", "UMI",
    "VAT",
}  # fmt: skip


@pytest.fixture(scope="module")
def topology() -> dict:
    return json.loads(geography.OUTLINES.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rings(topology: dict) -> dict[str, list[Ring]]:
    """The rings of every country, in degrees."""
    arcs = [list(_degrees(arc, topology["transform"])) for arc in topology["arcs"]]
    return {
        country["id"]: [_joined(ring, arcs) for part in _parts(country) for ring in part]
        for country in topology["objects"]["countries"]["geometries"]
    }


def _degrees(arc: list[list[int]], transform: dict) -> Iterator[Point]:
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield (
            x * transform["scale"][0] + transform["translate"][0],
            y * transform["scale"][1] + transform["translate"][1],
        )


def _parts(country: dict) -> list[list[list[int]]]:
    return [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]


def _joined(indices: list[int], arcs: list[Ring]) -> Ring:
    ring: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        assert not ring or ring[-1] == arc[0], "arcs of a ring meet"
        ring.extend(arc if not ring else arc[1:])
    return ring


def _turn(start: Point, end: Point) -> float:
    """Degrees of longitude between two points, the short way round."""
    return abs((end[0] - start[0] + 180) % 360 - 180)


def _inside(lon: float, lat: float, rings: list[Ring]) -> bool:
    """Even-odd rule over all rings of a country, whose longitudes are taken from `lon` on."""
    crossings = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > lat) != (y2 > lat):
                a, b = ((x - lon + 180) % 360 - 180 for x in (x1, x2))
                crossings += abs(b - a) < 180 and a + (lat - y1) / (y2 - y1) * (b - a) > 0
    return crossings % 2 == 1


def test_every_iso_code_has_one_centre() -> None:
    centres = geography.centres()
    assert sorted(centres["nation"]) == sorted(ISO)
    assert centres["lat"].between(-90, 90).all()
    assert centres["lon"].between(-180, 180).all()


def test_the_codes_without_an_outline_are_known_and_shown_by_a_marker() -> None:
    centres = geography.centres().set_index("nation")
    assert ISO - geography.outlined() == WITHOUT_OUTLINE
    assert set(centres.index[~centres["has_outline"]]) == WITHOUT_OUTLINE
    assert centres.loc[list(WITHOUT_OUTLINE), "is_small"].all()


def test_only_kosovo_is_outlined_without_an_iso_code() -> None:
    assert geography.outlined() - ISO == {"XKX"}


def test_centres_are_named_and_ordered_by_area() -> None:
    centres = geography.centres()
    assert list(centres["nation"].head(3)) == ["RUS", "ATA", "CAN"]
    assert centres["nation"].iloc[-1] == "VAT"
    assert centres.set_index("nation").loc["KOR", "name"] == "South Korea"


@pytest.mark.parametrize(
    ("nation", "small"),
    [("LUX", True), ("SGP", True), ("ISR", True), ("QAT", True), ("BEL", False), ("FRA", False)],
)
def test_a_small_nation_is_one_of_a_few_pixels(nation: str, small: bool) -> None:
    assert geography.centres().set_index("nation").loc[nation, "is_small"] == small


@pytest.mark.parametrize(
    ("nation", "west", "south", "east", "north"),
    [
        ("FRA", -4.8, 42.3, 8.3, 51.1),  # neither Guiana nor Réunion
        ("NOR", 4.5, 58.0, 31.1, 71.2),  # neither Svalbard nor in Sweden
        ("USA", -124.8, 24.5, -66.9, 49.4),  # neither Alaska nor Hawaii
        ("GBR", -6.0, 50.0, 1.8, 58.7),  # Great Britain
        ("DNK", 8.0, 54.8, 11.0, 57.8),  # Jutland, not Greenland
        ("NLD", 3.3, 50.7, 7.2, 53.6),
        ("ESP", -9.3, 36.0, 3.3, 43.8),
        ("PRT", -9.5, 36.9, -6.2, 42.2),
        ("NZL", 166.4, -47.3, 178.6, -34.4),
        ("JPN", 130.9, 33.7, 142.1, 41.6),  # Honshu
        ("FJI", 177.2, -18.3, 178.8, -17.3),  # Viti Levu, not the other side of 180°
        ("HRV", 13.4, 42.4, 19.5, 46.6),
    ],
)
def test_a_centre_lies_in_the_main_part(
    nation: str, west: float, south: float, east: float, north: float
) -> None:
    centre = geography.centres().set_index("nation").loc[nation]
    assert west < centre["lon"] < east
    assert south < centre["lat"] < north


def test_a_centre_lies_within_the_outline(rings: dict[str, list[Ring]]) -> None:
    centres = geography.centres()
    drawn = centres[centres["has_outline"] & (centres["km2"] > 1000) & (centres["nation"] != "ATA")]
    assert [
        c.nation for c in drawn.itertuples() if not _inside(c.lon, c.lat, rings[c.nation])
    ] == []


def test_what_is_drawn_with_another_nation_lies_within_it(rings: dict[str, list[Ring]]) -> None:
    with geography.WITHOUT_OUTLINE.open(encoding="utf-8", newline="") as file:
        drawn = {r["nation"]: r for r in csv.DictReader(file) if r["drawn_with"]}
    assert set(drawn) == {"GLP", "GUF", "MTQ", "REU", "SJM"}
    for row in drawn.values():
        assert _inside(float(row["lon"]), float(row["lat"]), rings[row["drawn_with"]]), row


@pytest.mark.parametrize(
    ("place", "lon", "lat", "nation"),
    [
        ("Simferopol, Crimea", 34.1, 45.0, "UKR"),
        ("Donetsk", 37.8, 48.0, "UKR"),
        ("Hargeisa, Somaliland", 44.06, 9.56, "SOM"),
        ("north of Nicosia", 33.37, 35.26, "CYP"),
        ("Taichung, Taiwan", 120.9, 24.1, "TWN"),
        ("Smara, Western Sahara", -11.67, 26.74, "ESH"),
        ("Pristina, Kosovo", 21.16, 42.66, "XKX"),
        ("Ramallah, West Bank", 35.2, 31.9, "PSE"),
        ("Kourou, French Guiana", -52.9, 5.0, "FRA"),
        ("Chukotka, on the Asian side of 180°", 178.0, 66.5, "RUS"),
        ("Chukotka, on the American side", -175.0, 66.3, "RUS"),
    ],
)
def test_disputed_and_distant_places_are_drawn_as_the_readme_says(
    rings: dict[str, list[Ring]], place: str, lon: float, lat: float, nation: str
) -> None:
    assert [code for code in rings if _inside(lon, lat, rings[code])] == [nation], place


def test_plotly_finds_every_layer_it_may_ask_for(topology: dict) -> None:
    assert set(topology["objects"]) == {
        "countries", "land", "coastlines", "ocean", "lakes", "rivers", "subunits",
    }  # fmt: skip
    assert all(layer["type"] == "GeometryCollection" for layer in topology["objects"].values())


def test_no_geometry_is_null_or_open_or_flat(topology: dict, rings: dict[str, list[Ring]]) -> None:
    # One null geometry and Plotly silently draws no country at all.
    for layer in topology["objects"].values():
        assert all(geometry["type"] for geometry in layer["geometries"])
    for code, shape in rings.items():
        assert shape, code
        for ring in shape:
            assert ring[0] == ring[-1], code
            assert len(set(ring)) >= 3, code


def test_no_outline_is_torn_at_the_antimeridian(rings: dict[str, list[Ring]]) -> None:
    for code, shape in rings.items():
        for ring in shape:
            for start, end in pairwise(ring):
                near_pole = min(abs(start[1]), abs(end[1])) > 70
                assert near_pole or _turn(start, end) < 15, (code, start, end)


def test_the_file_stays_small() -> None:
    assert geography.OUTLINES.stat().st_size < 150_000


def test_europe_shows_europe() -> None:
    centres = geography.centres().set_index("nation")
    view = geography.EUROPE
    for code in ["ISL", "PRT", "NOR", "FIN", "CYP", "TUR", "UKR", "GRC"]:
        lon, lat = centres.loc[code, "lon"], centres.loc[code, "lat"]
        assert view.lon[0] < lon < view.lon[1], code
        assert view.lat[0] < lat < view.lat[1], code
    assert view.middle == (10, 53)
