"""Who may write: nobody, unless the server is one's own, or a login is on the list."""

from __future__ import annotations

import pytest

from dashboard.curation.permission import Curating, permission


@pytest.mark.parametrize(
    ("setting", "address", "headers", "curating"),
    [
        (None, None, {}, Curating.OFF),
        (None, "0.0.0.0", {}, Curating.OFF),
        (None, "localhost", {}, Curating.ON),
        (None, "127.0.0.1", {}, Curating.ON),
        # A proxy on the same computer hands the world's requests on.
        (None, "127.0.0.1", {"X-Forwarded-Proto": "https"}, Curating.OFF),
        (None, "localhost", {"x-real-ip": "203.0.113.9"}, Curating.OFF),
        ("off", "localhost", {}, Curating.OFF),
        ("on", "0.0.0.0", {}, Curating.ON),
        ("ON ", None, {}, Curating.ON),
        ("yes please", "localhost", {}, Curating.OFF),
        ("login", "localhost", {}, Curating.LOGIN),
    ],
)
def test_where_curating_is_on(
    setting: str | None, address: str | None, headers: dict[str, str], curating: Curating
) -> None:
    assert permission(setting, address, headers).curating is curating


@pytest.mark.parametrize(
    ("claims", "curating"),
    [
        ({"email": "Ann@Example.org", "email_verified": True}, Curating.ON),
        ({"email": "ann@example.org", "email_verified": False}, Curating.STRANGER),
        ({"email": "ann@example.org"}, Curating.STRANGER),
        ({"email": "eve@example.org", "email_verified": True}, Curating.STRANGER),
        ({"email_verified": True}, Curating.STRANGER),
        ({}, Curating.STRANGER),
    ],
)
def test_a_login_must_be_verified_and_on_the_list(
    claims: dict[str, object], curating: Curating
) -> None:
    allowed = permission("login", None, {}, claims, ["ann@example.org"])
    assert allowed.curating is curating


def test_an_empty_list_lets_nobody_in() -> None:
    claims = {"email": "", "email_verified": True}
    assert not permission("login", None, {}, claims, [""]).granted
