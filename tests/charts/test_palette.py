"""One palette: told apart by colour-blind readers, in both themes, and text that stands out."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
import yaml

from dashboard.palette import (
    CATEGORICAL_DARK,
    CATEGORICAL_LIGHT,
    DARK,
    KIND_SYMBOLS,
    LIGHT,
    LOOKS,
    Mark,
    Surface,
    categorical,
    surface,
)
from loaders.paths import REPOSITORY
from loaders.standing import State
from tests.charts.colours import SIGHT, contrast, distance, mixed, nearest

# CIE 1976: 2 to 3 is just noticeable side by side; patches apart on a map need several times that.
MARKS_APART = 15
LANES_APART = 12
# WCAG 2.2 AA: 4.5 for text, 3 for what a figure is read by (success criteria 1.4.3 and 1.4.11).
TEXT, GRAPHICS = 4.5, 3.0

both_themes = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
all_sights = pytest.mark.parametrize("sight", SIGHT)


def test_the_distance_of_black_and_white_is_a_hundred() -> None:
    assert distance("#000000", "#FFFFFF", "full colour vision") == pytest.approx(100, abs=0.1)
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_red_and_green_look_nearer_to_a_deuteranope() -> None:
    red_green = ("#B03A2E", "#5B7A2A")
    assert distance(*red_green, "deuteranopia") < distance(*red_green, "full colour vision") / 2


@both_themes
@all_sights
def test_marks_are_told_apart(sight: str, dark: bool) -> None:
    colours = {str(mark): look.colour(dark=dark) for mark, look in LOOKS.items()}
    apart, one, other = nearest(colours, sight)
    assert apart >= MARKS_APART, f"{one} and {other}"


@both_themes
@all_sights
def test_lanes_are_told_apart(sight: str, dark: bool) -> None:
    colours = {colour: colour for colour in (CATEGORICAL_DARK if dark else CATEGORICAL_LIGHT)}
    apart, one, other = nearest(colours, sight)
    assert apart >= LANES_APART, f"{one} and {other}"


@pytest.mark.parametrize("on", [LIGHT, DARK], ids=["light", "dark"])
def test_lanes_and_lines_stand_out_from_the_page(on: Surface) -> None:
    for number in range(8):
        assert contrast(categorical(number, dark=on.dark), on.background) >= GRAPHICS
    assert contrast(on.accent, on.background) >= GRAPHICS


@pytest.mark.parametrize("on", [LIGHT, DARK], ids=["light", "dark"])
def test_marks_stand_out_from_the_page(on: Surface) -> None:
    dim = {
        mark: look.colour(dark=on.dark)
        for mark, look in LOOKS.items()
        if contrast(look.colour(dark=on.dark), on.background) < GRAPHICS
    }
    assert set(dim) == {Mark.NO_EVIDENCE}  # the land itself, which says that nothing is said


def test_categories_cycle() -> None:
    assert categorical(8, dark=False) == categorical(0, dark=False)


def test_every_mark_has_a_look_and_every_sign_and_label_is_its_own() -> None:
    assert set(LOOKS) == set(Mark)
    assert len({look.sign for look in LOOKS.values()}) == len(Mark)
    assert len({look.label for look in LOOKS.values()}) == len(Mark)


def test_every_state_but_membership_is_a_mark_of_its_own() -> None:
    assert {str(state) for state in State} - {"member"} <= {str(mark) for mark in Mark}


def test_every_kind_of_announcement_has_a_symbol_of_its_own() -> None:
    kinds = yaml.safe_load(
        (REPOSITORY / "data/reference/announcement_kinds.yaml").read_text(encoding="utf-8")
    )
    assert {kind["slug"] for kind in kinds} == set(KIND_SYMBOLS)
    assert len(set(KIND_SYMBOLS.values())) == len(KIND_SYMBOLS)


def test_figures_take_the_page_colours_of_their_theme() -> None:
    assert surface("dark") is DARK
    assert surface("light") is surface(None) is LIGHT
    for name, on in (("light", LIGHT), ("dark", DARK)):
        assert on.background == theme(name)["backgroundColor"]
        assert on.text == theme(name)["textColor"]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_text_stands_out_from_every_background(name: str) -> None:
    plain = theme(name)
    grounds = [plain["backgroundColor"], plain["secondaryBackgroundColor"]]
    grounds += plain["sidebar"].values()
    for ground in grounds:
        assert contrast(plain["textColor"], ground) >= 7
        # Streamlit draws captions in the text's colour at 60 % (theme.colors.fadedText60).
        assert contrast(mixed(plain["textColor"], ground, 0.6), ground) >= TEXT
        assert contrast(plain["linkColor"], ground) >= TEXT
        assert contrast(plain["primaryColor"], ground) >= TEXT


@pytest.mark.parametrize("on", [LIGHT, DARK], ids=["light", "dark"])
def test_text_in_figures_stands_out(on: Surface) -> None:
    assert contrast(on.text, on.background) >= 7
    assert contrast(on.muted, on.background) >= TEXT


def theme(name: str) -> dict[str, Any]:
    config = tomllib.loads((REPOSITORY / ".streamlit/config.toml").read_text(encoding="utf-8"))
    found: dict[str, Any] = config["theme"][name]
    return found
