"""The article's own particulars: title, publisher, day, rights; found by the reader, corrected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from dashboard.curation.desk import with_article
from dashboard.curation.near_copies import NearCopy
from dashboard.parts import desk as desks
from dashboard.parts.desk import Room
from dashboard.parts.evidence import dated
from dashboard.parts.links import page_link, to_article, to_desk
from dashboard.parts.text import escape
from loaders.curation.faults import article_faults
from loaders.extraction import extract
from loaders.facts.models import ArticleKind, Rights, Tier
from loaders.slugs import require_slug

_TYPED = {
    "title": "Title", "publisher": "Publisher", "published": "Published", "url": "Publisher’s page",
    "via": "Copy that was read", "author": "Author", "place": "Dateline’s place",
}  # fmt: skip
_CHOSEN = {
    "kind": ("Kind", [str(kind) for kind in ArticleKind]),
    "tier": ("Tier", [str(tier) for tier in Tier]),
    "rights": ("Rights in the text", [str(rights) for rights in Rights]),
}
_HELP = {
    "published": "EDTF, as precise as known: 2025-12-05, 2025-12, 2025-12-05~ (inferred). "
    "Relative days (“last Tuesday”) resolve by it.",
    "rights": "Only a body in the public domain or under an open licence goes into the repository; "
    "any other stays on this computer.",
    "via": "The address of the copy, where it is not the publisher’s own page",
}
_REFUSED = "particulars_refused"
_THE_SAME = 0.9


def particulars(room: Room) -> None:
    """Show the particulars as fields; each takes effect as soon as it is left."""
    title, publisher, published, rights, more = st.columns(
        [4, 3, 2.2, 2.4, 1.5], vertical_alignment="bottom"
    )
    _typed(room, title, "title")
    _typed(room, publisher, "publisher")
    _typed(room, published, "published")
    _chosen(room, rights, "rights")
    with more.popover("More"):
        for name in ("url", "via", "author", "place"):
            _typed(room, st, name)
        for name in ("kind", "tier"):
            _chosen(room, st, name)
        _identity(room, st)
    if said := st.session_state.pop(_REFUSED, None):
        st.error(escape(said))
    if room.proof.article.get("publisher") == "unknown publisher":
        st.markdown(
            ":orange-badge[No publisher] :small[Whose text is it? The reader found no name.]"
        )
    if not room.proof.article.get("published"):
        st.markdown(
            ":orange-badge[No day] :small[The reader found no day of publication: give it, and "
            "days such as “last Tuesday” resolve. Without it the article counts from today.]"
        )


def _typed(room: Room, place: object, name: str) -> None:
    key = f"article_{name}_{desks.serial()}"
    place.text_input(  # type: ignore[attr-defined]
        _TYPED[name], str(room.proof.article.get(name) or ""), key=key, help=_HELP.get(name),
        on_change=lambda: _change(room, name, st.session_state[key]),
    )  # fmt: skip


def _chosen(room: Room, place: object, name: str) -> None:
    label, options = _CHOSEN[name]
    key = f"article_{name}_{desks.serial()}"
    place.selectbox(  # type: ignore[attr-defined]
        label, options, options.index(room.proof.article[name]), key=key, help=_HELP.get(name),
        on_change=lambda: _change(room, name, st.session_state[key]),
    )  # fmt: skip


def _identity(room: Room, place: object) -> None:
    key = f"article_id_{desks.serial()}"
    place.text_input(  # type: ignore[attr-defined]
        "Name of the facts file", room.proof.id, key=key, on_change=lambda: _rename(key),
        disabled=room.desk.started_from is not None, help="Small letters, digits and hyphens",
    )  # fmt: skip


def _rename(key: str) -> None:
    try:
        identity = require_slug(st.session_state[key].strip())
    except ValueError as error:
        st.session_state[_REFUSED] = str(error)
        return
    desk = st.session_state["desk"]
    desks.keep(replace(desk, proof=replace(desk.proof, id=identity)))


def _change(room: Room, name: str, typed: str) -> None:
    value = " ".join((typed or "").split())
    desk = st.session_state["desk"]
    trial = {**desk.proof.article, name: value}
    trial = {field: present for field, present in trial.items() if present}
    if "published" not in trial and "retrieved" not in trial:
        trial["retrieved"] = date.today().isoformat()
    faults = article_faults(trial)
    if faults:
        st.session_state[_REFUSED] = faults[0]
        return
    changes = {name: value}
    if "retrieved" in trial and not desk.proof.article.get("retrieved"):
        changes["retrieved"] = trial["retrieved"]
    desks.keep(with_article(desk, changes, room.reference, extract))


def copies(room: Room) -> None:
    """Where the article seems to be a copy of one that is held: say so and offer it."""
    if room.proof.article.get("copy_of"):
        original = room.atlas.sources.get(room.proof.article["copy_of"])
        title = original.title if original else room.proof.article["copy_of"]
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f":blue-badge[Copy] of **{escape(title)}**: counted with it as one source.")
            st.button(
                "It is no copy", key="no_copy", type="tertiary", on_click=_copy_of, args=(room, "")
            )
        return
    offered = [found for found in desks.copies()[:3] if found.article in room.atlas.sources]
    if offered:
        with st.container(border=True, gap="small", key="copies"):
            st.markdown(":orange-badge[Held already?] Much of this text stands in")
            for found in offered:
                _offer(room, found)
            st.button("None of these: it is an article of its own", key="own_article",
                      type="tertiary", on_click=desks.forget_copies)  # fmt: skip


def _offer(room: Room, found: NearCopy) -> None:
    source = room.atlas.sources[found.article]
    share = f"{found.likeness:.0%} of its {found.basis}" if found.basis != "title" else "its title"
    title = source.title.strip("()")
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        page_link(f"{title} ({source.publisher}, {dated(source)})", to_article(found.article))
        st.caption(f"has {share} in common", width="content")
        st.button(
            "This is a copy of it", key=f"is_copy_{found.article}", on_click=_copy_of,
            args=(room, found.article),
        )  # fmt: skip
        if found.basis == "text" and found.likeness >= _THE_SAME:
            page_link("Read that one over instead", to_desk(found.article))


def _copy_of(room: Room, article: str) -> None:
    changes = {"copy_of": article, "tier": "copy" if article else "press"}
    desks.keep(with_article(st.session_state["desk"], changes, room.reference, extract))
