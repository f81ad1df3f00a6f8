"""The address is the view: for every parameter of every page, there and back again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.address import LONGEST_VALUE, Parameter, Shape
from dashboard.atlas import Atlas
from dashboard.pages import PAGES, PageEntry
from dashboard.parts.controls import shared_parameters
from loaders.build.building import ensure_built
from loaders.paths import data_directory
from loaders.tables.parquet import read_tables
from tests.every_view import VIEWS, Query
from tests.hostile_data import COALITION, LONG_COALITION, LONG_OFFICIAL, MARKED, OFFICIAL
from tests.views.app import codes, opened, query, query_of, run, texts

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
# What is chosen by a click on a mark, a row, a card or a page number, not by a control.
CLICKED = {"selected", "event", "opened", "statement", "fact", "article", "page"}
# Which shared parameters have their controls on which page; elsewhere they are the same.
SHARED = {
    "statements": {"nation", "role", "coalition", "from", "to", "state"},
    "map": {"as_of", "known_by"},
}
# Controls that show only beside another choice.
BESIDE: dict[tuple[str, str], Query] = {
    ("officials", "with"): {"official": OFFICIAL},
    ("data", "is"): {"table": "memberships", "column": "status"},
    ("statements", "role"): {"nation": "FRA"},
}
CHOSEN: dict[tuple[str, str], list[str]] = {
    ("map", "show"): [LONG_COALITION],
    ("officials", "with"): [LONG_OFFICIAL],
    ("data", "column"): ["status"],
    ("data", "is"): ["member"],
    ("sources", "article"): [MARKED],
    ("coalition", "of"): [COALITION],
    ("nation", "of"): ["FRA"],
    ("map", "selected"): ["FRA"],
    ("statements", "sort"): ["oldest"],
    ("statements", "nation"): ["FRA"],
}


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    built = ensure_built(data_directory())
    return Atlas(read_tables(built.folder), built.manifest.version)


def own(page: PageEntry, atlas: Atlas) -> list[Parameter]:
    return page.parameters(atlas)


def chosen(page: PageEntry, parameter: Parameter) -> list[str]:
    """A value of the parameter that is not its default, as the address writes it."""
    if (page.path, parameter.name) in CHOSEN:
        return CHOSEN[page.path, parameter.name]
    if parameter.shape is Shape.DAY:
        return ["2025-04-09"]
    if parameter.shape is Shape.NUMBER or parameter.name == "page":
        return ["2"]
    options = sorted(set(parameter.options or ["heading"]) - {str(parameter.default)})
    return options[-1:]


def control(app: AppTest, name: str) -> Any:
    """The control of a parameter; None where the page has none."""
    for kind in ("multiselect", "selectbox", "text_input", "date_input", "toggle", "checkbox",
                 "button_group", "select_slider", "slider", "number_input", "radio"):  # fmt: skip
        for widget in app.get(kind):
            if widget.key in (f"at_{name}", f"at_facet_{name}"):
                return widget
    return None


def is_switch(widget: Any) -> bool:
    """A switch stands for a parameter with one possible value."""
    return isinstance(widget.value, bool)


def as_set(value: Any) -> list[str] | bool:
    """A control's value as the address writes it; a switch's as it is."""
    if isinstance(value, bool):
        return value
    values = value if isinstance(value, list | tuple) else [value]
    return [str(one) for one in values if one is not None]


def put(app: AppTest, parameter: Parameter, values: list[str]) -> AppTest:
    """Set the control of a parameter, or empty it, as a visitor would."""
    widget = control(app, parameter.name)
    if is_switch(widget):
        widget.set_value(bool(values))
    elif isinstance(widget.value, list):
        widget.set_value(values or list(parameter.default or ()))  # type: ignore[arg-type]
    elif values:
        widget.set_value(values[0])
    else:
        widget.set_value("" if parameter.shape is Shape.TEXT else parameter.default)
    return run(app)


def each(page: PageEntry, atlas: Atlas) -> Iterator[tuple[Parameter, Query]]:
    """Each parameter of a page with the query that gives it a value and shows its control."""
    shared = [p for p in shared_parameters(atlas) if p.name in SHARED.get(page.path, ())]
    for parameter in (*shared, *own(page, atlas)):
        beside = BESIDE.get((page.path, parameter.name), {})
        yield parameter, {**beside, parameter.name: chosen(page, parameter)}


@every_page
def test_the_address_sets_each_control_and_stays_as_it_was(page: PageEntry, atlas: Atlas) -> None:
    for parameter, asked in each(page, atlas):
        app = opened(page.path, dict(asked))
        assert not app.warning, (parameter.name, app.warning[0].value)
        assert query(app)[parameter.name] == asked[parameter.name]
        widget = control(app, parameter.name)
        if widget is None:
            assert parameter.name in CLICKED, f"{parameter.name} has no control"
        else:
            shown = True if is_switch(widget) else asked[parameter.name]
            assert as_set(widget.value) == shown, parameter.name


@every_page
def test_each_control_sets_the_address_and_emptied_leaves_it(page: PageEntry, atlas: Atlas) -> None:
    for parameter, asked in each(page, atlas):
        new = asked.pop(parameter.name)
        app = opened(page.path, dict(asked))
        if control(app, parameter.name) is None:
            continue
        assert query(put(app, parameter, list(new))).get(parameter.name) == new, parameter.name
        assert parameter.name not in query(put(app, parameter, [])), parameter.name


@every_page
def test_a_value_that_cannot_be_used_is_told_and_ignored(page: PageEntry, atlas: Atlas) -> None:
    checked = [
        item for item in (*shared_parameters(atlas), *own(page, atlas))
        if item.options is not None or item.shape in (Shape.DAY, Shape.NUMBER)
    ]  # fmt: skip
    app = opened(page.path, {item.name: f"<b>no-{item.name}" for item in checked})
    assert len(app.warning) == len(checked)
    assert texts(app)[0] == texts(opened(page.path))[0]


@every_page
def test_half_a_megabyte_in_any_parameter_is_ignored(page: PageEntry, atlas: Atlas) -> None:
    parameters = [*shared_parameters(atlas), *own(page, atlas)]
    long = "x" * (500_000 // len(parameters))
    app = opened(page.path, {item.name: long for item in parameters})
    assert len(app.warning) == len(parameters)
    assert max(len(warning.value) for warning in app.warning) < 2 * LONGEST_VALUE


@pytest.mark.parametrize("name", VIEWS)
def test_a_shared_link_holds_every_value_and_opens_the_same_view(name: str, atlas: Atlas) -> None:
    path, asked = VIEWS[name]
    app = opened(path, dict(asked))
    links = [code for code in codes(app) if "data=" in code and "as_of=" in code]
    if path in ("add", "queue"):  # a curator's desk is nobody else's
        return
    shared = query_of(links[0])
    assert shared["data"] == [atlas.version]
    assert shared["as_of"] == asked.get("as_of", [date.today().isoformat()]) or shared["as_of"] == [
        asked["as_of"]
    ]
    for parameter in own(next(page for page in PAGES if page.path == path), atlas):
        value = asked.get(parameter.name, parameter.default)
        expected = [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)]
        assert shared.get(parameter.name) == (expected if value else None), parameter.name
    assert texts(opened(path, shared)) == texts(app)
