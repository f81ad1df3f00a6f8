"""The pages, in the order of the navigation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.address import Parameter
from dashboard.atlas import Atlas
from dashboard.views import announcements, membership, officials


@dataclass(frozen=True)
class PageEntry:
    """One page: its path, what its address holds besides the shared filters, and its view."""

    path: str
    title: str
    parameters: Callable[[Atlas], list[Parameter]]
    show: Callable[[Atlas], None]
    default: bool = False


PAGES: tuple[PageEntry, ...] = (
    PageEntry("map", "Membership map", membership.parameters, membership.show, default=True),
    PageEntry("timeline", "Timeline", announcements.parameters, announcements.show),
    PageEntry("officials", "Officials", officials.parameters, officials.show),
)
