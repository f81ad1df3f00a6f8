"""Officials: the directory of all, one person's page, and two persons side by side."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from dashboard.address import Parameter, Shape
from dashboard.atlas import Atlas
from dashboard.parts import data
from dashboard.parts.address_bar import value
from dashboard.parts.pager import TOP, page_parameter
from dashboard.questions.directory import Listing, Trait
from dashboard.views import officials_directory, officials_person

# The coalition is a filter of every page.
_OWN = tuple(trait for trait in Trait if trait is not Trait.COALITION)


@lru_cache(maxsize=2)
def parameters(atlas: Atlas) -> list[Parameter]:
    """The official, another to compare with, words, the directory's facets and order, the page."""
    facets = data.directory(atlas).facets
    return [
        Parameter("official", Shape.ONE, "the official", atlas.official_names),
        Parameter("with", Shape.ONE, "the official to compare with", atlas.official_names),
        Parameter("words", Shape.TEXT, "the words"),
        *(
            Parameter(str(trait), Shape.MANY, f"the facet “{officials_directory.TITLES[trait]}”",
                      frozenset(facets[trait].values))
            for trait in _OWN
        ),
        Parameter("sort", Shape.ONE, "the order", [str(order) for order in Listing],
                  default=str(Listing.STATEMENTS)),
        page_parameter(),
    ]  # fmt: skip


def show(atlas: Atlas) -> None:
    """Draw the page."""
    own = {parameter.name: parameter for parameter in parameters(atlas)}
    if value("official"):
        officials_person.show(atlas, own)
    else:
        st.title("Officials", anchor=TOP)
        officials_directory.show(atlas, own)


def chart(atlas: Atlas) -> None:
    """Draw the posts of the officials asked for alone; without any, the page."""
    if value("official"):
        officials_person.chart(atlas)
    else:
        show(atlas)
