"""Statements per year: one group of bars for each person."""

from __future__ import annotations

from collections.abc import Mapping

import plotly.graph_objects as go

from dashboard.charts.layout import assembled, base_layout, label, unchecked
from dashboard.palette import Surface, categorical

_FEWEST = 8
Years = Mapping[int, int]


def per_year(counts: Mapping[str, Years], surface: Surface) -> go.Figure:
    """Draw how many there were each year, by person (name → year → number), none as zero."""
    traces = []
    years = span(counts)
    for number, (name, of_year) in enumerate(counts.items()):
        numbers = [of_year.get(year, 0) for year in years]
        traces.append(unchecked(
            go.Bar,
            x=years, y=numbers, name=label(name), text=[str(n) if n else "" for n in numbers],
            textposition="outside", cliponaxis=False, hovertemplate="%{x}: %{y}",
            marker={"color": categorical(number, dark=surface.dark),
                    "pattern": {"shape": "/" if number else "", "solidity": 0.25}},
        ))  # fmt: skip
    return assembled(traces, {
        **base_layout(surface),
        "xaxis": {"tickmode": "array", "tickvals": years, "tickformat": "d", "showgrid": False,
                  "fixedrange": True, "automargin": True, "range": _range(years)},
        "yaxis": {"visible": False, "rangemode": "tozero", "fixedrange": True},
        "height": 200, "margin": {"l": 8, "r": 8, "t": 28, "b": 24}, "bargap": 0.35,
        "showlegend": len(counts) > 1, "legend": {"orientation": "h", "y": -0.2, "x": 0},
    })  # fmt: skip


def _range(years: list[int]) -> list[float] | None:
    """Room for eight years at least: the bar of a single one would fill the page."""
    return [years[0] - 0.6, max(years[-1], years[0] + _FEWEST - 1) + 0.6] if years else None


def span(counts: Mapping[str, Years]) -> list[int]:
    """Every year from the first with any to the last, the empty ones between them too."""
    found = [year for of_year in counts.values() for year in of_year]
    return list(range(min(found), max(found) + 1)) if found else []


def per_year_in_words(counts: Mapping[str, Years], undated: int = 0) -> str:
    """Say what the bars show: `Statements per year. Ann Doe: 2 in 2024, 1 in 2025.`"""
    said = [
        f"{name}: {', '.join(f'{of_year[year]:,} in {year}' for year in sorted(of_year))}"
        for name, of_year in counts.items()
        if of_year
    ]
    text = f"Statements per year. {'; '.join(said)}."
    return f"{text} {undated:,} without a year." if undated else text
