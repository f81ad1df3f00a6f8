"""The pages, in the order of the navigation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.address import Parameter
from dashboard.atlas import Atlas
from dashboard.views import (
    add_article,
    announcements,
    coalition,
    disagreements,
    membership,
    nation,
    officials,
    overview,
    quality,
    queue,
    sources,
    statements,
    tables,
)


@dataclass(frozen=True)
class PageEntry:
    """One page: its path, what its address holds besides the shared filters, and its view.

    `chart` draws the page's chart alone, for `?embed=true`; pages `behind` are folded away in
    the navigation: they are for those who check the data and correct it.
    """

    path: str
    title: str
    parameters: Callable[[Atlas], list[Parameter]]
    show: Callable[[Atlas], None]
    default: bool = False
    chart: Callable[[Atlas], None] | None = None
    behind: bool = False

    def draw(self, atlas: Atlas, *, alone: bool) -> None:
        """Draw the whole page, or its chart alone where another site embeds it."""
        (self.chart if alone and self.chart else self.show)(atlas)


PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        "overview",
        "Overview",
        overview.parameters,
        overview.show,
        default=True,
        chart=overview.chart,
    ),
    PageEntry(
        "map", "Membership map", membership.parameters, membership.show, chart=membership.chart
    ),
    PageEntry(
        "timeline",
        "Timeline",
        announcements.parameters,
        announcements.show,
        chart=announcements.chart,
    ),
    PageEntry(
        "officials", "Officials", officials.parameters, officials.show, chart=officials.chart
    ),
    PageEntry("statements", "Statements", statements.parameters, statements.show),
    PageEntry("nation", "Nations", nation.parameters, nation.show, chart=nation.chart),
    PageEntry(
        "coalition", "Coalitions", coalition.parameters, coalition.show, chart=coalition.chart
    ),
    PageEntry("sources", "Sources", sources.parameters, sources.show),
    PageEntry(
        "disagreements", "Disagreements", disagreements.parameters, disagreements.show, behind=True
    ),
    PageEntry("quality", "Data quality", quality.parameters, quality.show, behind=True),
    PageEntry("data", "Data", tables.parameters, tables.show, behind=True),
    PageEntry("add", "Add an article", add_article.parameters, add_article.show, behind=True),
    PageEntry("queue", "Queue", queue.parameters, queue.show, behind=True),
)
