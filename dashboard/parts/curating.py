"""Whether this visitor may write into the data, and the vocabulary that forms choose from."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import streamlit as st
from streamlit import config

from dashboard.curation.permission import Curating, Permission, permission
from dashboard.parts.text import escape
from loaders.paths import data_directory
from loaders.reference import Reference, read_reference


def may_curate() -> Permission:
    """Decide for this visitor; see `dashboard.curation.permission`."""
    setting = os.environ.get("ATLAS_CURATE")
    by_login = (setting or "").strip().lower() == "login"
    user = _logged_in() if by_login else None
    allowed = _allowed() if by_login else ()
    address = config.get_option("server.address")
    return permission(setting, address, dict(st.context.headers), user, allowed)


def _logged_in() -> dict[str, Any] | None:
    claims = st.user.to_dict()
    return claims if claims.get("is_logged_in") else None


def _allowed() -> Sequence[str]:
    """The addresses under `[curators] allowed` in the secrets; nobody where there are none."""
    try:
        listed = st.secrets["curators"]["allowed"]
    except (FileNotFoundError, KeyError):
        return ()
    return [str(entry) for entry in listed]


def login(allowed: Permission) -> None:
    """Offer to log in, or say that the address is not on the list."""
    if allowed.curating is Curating.LOGIN:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button("Log in", on_click=st.login, key="login")
            st.caption("Curators of this instance log in before they paste: then they can save.",
                       width="content")  # fmt: skip
    elif allowed.curating is Curating.STRANGER:
        with st.container(horizontal=True, vertical_alignment="center"):
            stranger(allowed)
            st.button("Log out", on_click=st.logout, key="logout", type="tertiary")


def stranger(allowed: Permission) -> None:
    """Say that who is logged in may not save here."""
    who = f" ({escape(allowed.who)})" if allowed.who else ""
    st.markdown(
        ":orange-badge[Not a curator] :small[Your address"
        f"{who} is not on this instance’s list of curators, or your login does not vouch for it.]",
        width="content",
    )


def logout(allowed: Permission) -> None:
    """Offer to log out to whom a login let in."""
    if allowed.who:
        st.button("Log out", on_click=st.logout, key="logout", type="tertiary", help=allowed.who)


_NAME = "curator"


def name_field(allowed: Permission) -> None:
    """Ask for the name that goes with what is saved, unless a login says it."""
    if not allowed.who:
        st.text_input("Your name", key=_NAME, persist_state="session", width=190,
                      placeholder="Your name", label_visibility="collapsed",
                      help="Kept in the facts file, with the day, as who read it over")  # fmt: skip


def signature(allowed: Permission) -> str | None:
    """Who reads over: by login, else as typed; None where nobody said."""
    typed = " ".join(str(st.session_state.get(_NAME) or "").split())
    return allowed.who or typed or None


@st.cache_resource(show_spinner=False, max_entries=2)
def vocabulary(version: str) -> Reference:
    """The reference files of a data version: shared, nobody changes them."""
    return read_reference(data_directory())
