"""Citations: who is cited, for what, from where; styles that a reference manager accepts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.atlas import Source
from dashboard.citations import cite_source, cite_view

READ_ON = date(2026, 1, 15)
PERMALINK = "https://atlas.test/officials?statement=a.s.1&data=abc"
STRATEGY = Source(
    id="space-force-international-strategy",
    title="Space Force preps 'international space strategy' as US-ally ties fray",
    publisher="Defense One",
    tier="press",
    rights="copyrighted",
    published="2025-04-09~",
    retrieved=None,
    via="https://blog.test/2025/04/09/space_force",
    url=None,
)


def test_a_statement_is_cited_with_publisher_title_day_link_and_permalink() -> None:
    cited = cite_source(STRATEGY, PERMALINK, READ_ON, quoted="“so we need to work together”")
    assert cited.plain == (
        "“so we need to work together” Defense One, “Space Force preps 'international space "
        "strategy' as US-ally ties fray”, 9 Apr 2025 (inferred), "
        "https://blog.test/2025/04/09/space_force; via Space Coalition Atlas, "
        f"{PERMALINK}, accessed 15 Jan 2026."
    )


def test_chicago_has_its_comma_inside_the_marks() -> None:
    cited = cite_source(STRATEGY, PERMALINK, READ_ON)
    assert cited.chicago == (
        "Defense One, “Space Force preps 'international space strategy' as US-ally ties fray,” "
        "9 Apr 2025 (inferred), https://blog.test/2025/04/09/space_force, via Space Coalition "
        f"Atlas, {PERMALINK}, accessed 15 Jan 2026."
    )


def test_bibtex_leaves_links_as_they_are() -> None:
    cited = cite_source(STRATEGY, PERMALINK, READ_ON)
    assert cited.bibtex.splitlines() == [
        "@misc{space-force-international-strategy,",
        "  author = {{Defense One}},",
        "  title = {{Space Force preps 'international space strategy' as US-ally ties fray}},",
        "  year = {2025},",
        "  url = {https://blog.test/2025/04/09/space_force},",
        f"  note = {{Via Space Coalition Atlas, \\url{{{PERMALINK}}}}},",
        "  urldate = {2026-01-15},",
        "}",
    ]


def test_bibtex_escapes_what_tex_acts_on() -> None:
    hostile = replace(STRATEGY, title=r"50 % of R&D: $1_000 {net} \input{x} ~^#")
    assert (
        r"title = {{50 \% of R\&D: \$1\_000 \{net\} \textbackslash{}input\{x\} "
        r"\textasciitilde{}\textasciicircum{}\#}}," in cite_source(hostile, "", READ_ON).bibtex
    )


def test_a_link_cannot_end_its_field() -> None:
    hostile = replace(STRATEGY, via="https://blog.test/{a}} b\\")
    assert "url = {https://blog.test/%7Ba%7D%7D%20b%5C}," in (
        cite_source(hostile, "", READ_ON).bibtex
    )


def test_a_description_is_no_headline() -> None:
    described = replace(STRATEGY, title="(Press release on the CSpO Principals' Board)")
    cited = cite_source(described, PERMALINK, READ_ON)
    assert "Defense One, [Press release on the CSpO Principals' Board], 9 Apr" in cited.plain
    assert "Defense One, [Press release on the CSpO Principals' Board], 9 Apr" in cited.chicago
    assert "title = {{Press release on the CSpO Principals' Board}}" in cited.bibtex


def test_a_headline_keeps_the_bracket_it_ends_with() -> None:
    headline = replace(STRATEGY, title="Philippe Adam (speaker bio)")
    assert "“Philippe Adam (speaker bio)”" in cite_source(headline, "", READ_ON).plain


@pytest.mark.parametrize(
    ("published", "day", "year"),
    [
        (None, "n.d.", "n.d."),
        ("2025", "2025", "2025"),
        ("2019-12", "Dec 2019", "2019"),
        ("../2022-09-19", "on or before 19 Sep 2022", "2022"),
        ("[2024-09..2025-01]", "between Sep 2024 and Jan 2025", "2025"),
    ],
)
def test_the_day_is_as_precise_as_known(published: str | None, day: str, year: str) -> None:
    cited = cite_source(replace(STRATEGY, published=published), PERMALINK, READ_ON)
    assert f"fray”, {day}, https" in cited.plain
    assert f"year = {{{year}}}" in cited.bibtex


def test_a_source_without_a_link_is_cited_by_its_place_here() -> None:
    cited = cite_source(replace(STRATEGY, via=None), PERMALINK, READ_ON)
    assert f"(inferred), {PERMALINK}; via" in cited.plain


def test_a_view_is_cited_with_what_it_shows_and_the_version_of_the_data() -> None:
    cited = cite_view("CSpO: 10 members on 5 Dec 2025.", "https://atlas.test/?show=cspo", "abc12",
                      READ_ON)  # fmt: skip
    assert cited.plain == (
        "Space Coalition Atlas, “CSpO: 10 members on 5 Dec 2025”, data version abc12, "
        "https://atlas.test/?show=cspo, accessed 15 Jan 2026."
    )
    assert cited.chicago == (
        "Space Coalition Atlas, “CSpO: 10 members on 5 Dec 2025,” data version abc12, "
        "accessed 15 Jan 2026, https://atlas.test/?show=cspo."
    )
    assert "@misc{atlas-abc12," in cited.bibtex
    assert "  url = {https://atlas.test/?show=cspo}," in cited.bibtex


@given(st.text(), st.text(min_size=1))
def test_braces_balance_whatever_the_title(title: str, via: str) -> None:
    source = replace(STRATEGY, title=title, via=via)
    text = cite_source(source, PERMALINK, READ_ON).bibtex.replace("\\{", "").replace("\\}", "")
    assert text.count("{") == text.count("}")
