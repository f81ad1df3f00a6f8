"""Slugs: what a name becomes, and what is refused."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.slugs import PATTERN, require_slug, slugify


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Aušrinė Armonaitė", "ausrine-armonaite"),
        ("Øyvind Gunnerud", "oyvind-gunnerud"),
        ("Łukasz Weiß", "lukasz-weiss"),
        ("Đặng Þór", "dang-thor"),
        ("Shane O’Brien", "shane-obrien"),
        ("  U.S. Space Force ", "u-s-space-force"),
    ],
)
def test_names_become_slugs(name: str, slug: str) -> None:
    assert slugify(name) == slug


@given(st.text())
def test_a_slug_is_well_formed_or_empty(text: str) -> None:
    slug = slugify(text)
    assert slug == "" or re.fullmatch(PATTERN, slug)
    assert slugify(slug) == slug


def test_what_is_no_slug_is_refused_with_one_that_is() -> None:
    assert require_slug("ann-doe") == "ann-doe"
    with pytest.raises(ValueError, match="'Ann Doe' is not a slug: write 'ann-doe'"):
        require_slug("Ann Doe")
