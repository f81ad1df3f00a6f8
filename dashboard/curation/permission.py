"""Who may write into the data from the app: nobody, unless the server is one's own.

`ATLAS_CURATE` decides: `on`, `off`, or `login` (st.login, and the addresses listed in the
secrets under `[curators] allowed`). Without it, curating is on only where the server listens on
this computer alone (`--server.address localhost`) and no proxy hands requests on to it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

_OWN = ("localhost", "127.0.0.1", "::1")
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-real-ip")


class Curating(StrEnum):
    """Whether this visitor may save."""

    ON = "on"
    OFF = "off"
    LOGIN = "login needed"
    STRANGER = "not on the list"


@dataclass(frozen=True)
class Permission:
    """Whether a visitor may save, and who they are where a login says so."""

    curating: Curating
    who: str | None = None

    @property
    def granted(self) -> bool:
        """Whether this visitor may save."""
        return self.curating is Curating.ON


def permission(
    setting: str | None,
    server_address: str | None,
    headers: Mapping[str, str],
    user: Mapping[str, object] | None = None,
    allowed: Collection[str] = (),
) -> Permission:
    """Decide by the setting ($ATLAS_CURATE), the server's address, and who is logged in.

    `user` holds the claims of the login, None where nobody is logged in. An unknown setting
    means off.
    """
    chosen = (setting or "").strip().lower()
    if chosen == "on":
        return Permission(Curating.ON)
    if chosen == "login":
        return _of_user(user, allowed)
    if chosen:
        return Permission(Curating.OFF)
    forwarded = any(name.lower() in _FORWARDED for name in headers)
    own = (server_address or "").strip("[]").lower() in _OWN
    return Permission(Curating.ON if own and not forwarded else Curating.OFF)


def _of_user(user: Mapping[str, object] | None, allowed: Collection[str]) -> Permission:
    if user is None:
        return Permission(Curating.LOGIN)
    address = str(user.get("email") or "").strip().lower()
    verified = user.get("email_verified") in (True, "true")
    listed = {entry.strip().lower() for entry in allowed}
    if address and verified and address in listed:
        return Permission(Curating.ON, address)
    return Permission(Curating.STRANGER, address or None)
