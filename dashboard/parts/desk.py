"""The article on the desk of this visitor's session: unsaved work, the one state no URL holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import streamlit as st

from dashboard.atlas import Atlas
from dashboard.curation.desk import Desk
from dashboard.curation.near_copies import NearCopy
from dashboard.curation.wording import Names
from dashboard.parts.curating import vocabulary
from dashboard.parts.fact_form import Lists
from loaders.curation.proofs import Proof
from loaders.reference import Reference

_DESK, _OPENED, _COPIES, _SERIAL = "desk", "desk_opened", "desk_copies", "desk_serial"
_LAID = "desk_laid"


@dataclass(frozen=True)
class Room:
    """All that the parts of the page need: the atlas, its vocabulary, and the desk."""

    atlas: Atlas
    reference: Reference
    desk: Desk

    @property
    def proof(self) -> Proof:
        """The article being read over."""
        return self.desk.proof

    @cached_property
    def names(self) -> Names:
        """What slugs are called, those declared on the desk too."""
        return Names(
            {slug: c.short_name for slug, c in self.desk.coalitions(self.reference).items()},
            {slug: o.name for slug, o in self.desk.officials(self.reference).items()},
        )

    @cached_property
    def lists(self) -> Lists:
        """What the forms choose from."""
        officials = self.desk.officials(self.reference)
        by_family = sorted(officials, key=lambda slug: (officials[slug].family_name, slug))
        events = self.atlas.tables["announcements"].drop_duplicates("event")
        titles = dict(zip(events["event"], events["title"], strict=True))
        return Lists(
            coalitions=dict(
                sorted(self.names.coalitions.items(), key=lambda pair: pair[1].lower())
            ),
            officials={slug: officials[slug].name for slug in by_family},
            statuses={slug: status.label for slug, status in self.reference.statuses.items()},
            event_kinds={s: kind.label for s, kind in self.reference.announcement_kinds.items()},
            events={str(event): f"{event} · {title}" for event, title in titles.items()},
        )


def room(atlas: Atlas) -> Room | None:
    """The room with what lies on the desk; None where nothing does."""
    desk = st.session_state.get(_DESK)
    return Room(atlas, vocabulary(atlas.version), desk) if desk else None


def lay(desk: Desk, copies: list[NearCopy] | None = None) -> None:
    """Lay an article on the desk, instead of what was there."""
    st.session_state[_DESK] = desk
    st.session_state[_LAID] = desk.proof
    st.session_state[_COPIES] = copies or []
    st.session_state[_SERIAL] = st.session_state.get(_SERIAL, 0) + 1
    st.session_state.pop(_OPENED, None)


def keep(desk: Desk) -> None:
    """Keep the desk after a decision."""
    st.session_state[_DESK] = desk


def proof() -> Proof:
    """The article being read over, as it is at this moment (inside a callback)."""
    desk: Desk = st.session_state[_DESK]
    return desk.proof


def change(changed: Proof) -> None:
    """Keep the desk with its article changed."""
    keep(replace(st.session_state[_DESK], proof=changed))


def worked_on() -> bool:
    """Whether anything on the desk would be lost by laying another article there."""
    desk: Desk | None = st.session_state.get(_DESK)
    if desk is None:
        return False
    new = desk.started_from is None
    return new or bool(desk.declared or desk.aliases) or desk.proof != st.session_state.get(_LAID)


def clear() -> None:
    """Clear the desk."""
    for name in (_DESK, _LAID, _OPENED, _COPIES):
        st.session_state.pop(name, None)


def copies() -> list[NearCopy]:
    """The articles that the one on the desk seems to tell again."""
    found: list[NearCopy] = st.session_state.get(_COPIES, [])
    return found


def forget_copies() -> None:
    """The article is no copy of any."""
    st.session_state[_COPIES] = []


def opened() -> str | None:
    """The key of the fact whose form is open."""
    key: str | None = st.session_state.get(_OPENED)
    return key


def open_fact(key: str | None) -> None:
    """Open the form of one fact; None closes it."""
    st.session_state[_OPENED] = key


def serial() -> int:
    """A number that changes with each article laid on the desk: widgets of the last one go."""
    number: int = st.session_state.get(_SERIAL, 0)
    return number
