"""A small OpenID Connect provider for tests: discovery, authorization code with PKCE, keys.

It follows OpenID Connect Core 1.0 §3.1 and RFC 7636 as far as a client can tell: a code is good
once, for the client, the address and the challenge it was given for; the ID token is signed
(RS256) and carries the nonce. Instead of asking for a password it asks who one is.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import secrets
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "atlas", "a-client-secret-for-tests"
Claims = Mapping[str, Any]


@dataclass
class Provider:
    """Who can log in (claims by a label), and the codes that wait to be exchanged."""

    people: Mapping[str, Claims]
    issuer: str = ""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "1"}))
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)

    def discovery(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
            "scopes_supported": ["openid", "email", "profile"],
        }

    def asking(self, query: dict[str, str]) -> str:
        """The page that asks who one is."""
        hidden = "".join(
            f'<input type="hidden" name="{html.escape(name)}" value="{html.escape(value)}">'
            for name, value in query.items()
        )
        buttons = "".join(f'<button name="who" value="{who}">{who}</button>' for who in self.people)
        return f"<title>Who are you?</title><form action='/decided'>{hidden}{buttons}</form>"

    def decided(self, query: dict[str, str]) -> str:
        """The address to send the browser back to, with a fresh code."""
        code = secrets.token_urlsafe(24)
        self.codes[code] = query
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"

    def token(self, form: dict[str, str], authorization: str) -> dict[str, Any] | None:
        """The tokens for a code; None, with the reason noted, where anything does not fit."""
        asked = self.codes.pop(form.get("code", ""), None)
        if asked is None:
            return self._refuse("unknown code")
        basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        if authorization != f"Basic {basic}":
            return self._refuse("wrong client")
        if form.get("redirect_uri") != asked["redirect_uri"]:
            return self._refuse("another address")
        challenge = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(challenge).decode().rstrip("=") != asked.get("code_challenge"):
            return self._refuse("wrong verifier")
        now = int(time.time())
        claims = {
            "iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 600,
            "nonce": asked.get("nonce"), **self.people[asked["who"]],
        }  # fmt: skip
        signed = jwt.encode({"alg": "RS256", "kid": "1"}, claims, self.key)
        return {"access_token": "x", "token_type": "Bearer", "expires_in": 600, "id_token": signed}

    def _refuse(self, why: str) -> None:
        self.refused.append(why)


class _Handler(BaseHTTPRequestHandler):
    provider: Provider

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(address.query).items()}
        if address.path == "/.well-known/openid-configuration":
            self._json(self.provider.discovery())
        elif address.path == "/keys":
            self._json({"keys": [self.provider.key.as_dict(private=False)]})
        elif address.path == "/authorize" and query.get("client_id") == CLIENT:
            self._answer(200, self.provider.asking(query).encode(), "text/html; charset=utf-8")
        elif address.path == "/decided":
            self.send_response(302)
            self.send_header("Location", self.provider.decided(query))
            self.end_headers()
        else:
            self._answer(404, b"", "text/plain")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        form = {name: values[0] for name, values in parse_qs(body).items()}
        tokens = self.provider.token(form, self.headers.get("Authorization", ""))
        self._json(tokens or {"error": "invalid_grant"}, 200 if tokens else 400)

    def _json(self, value: dict[str, Any], status: int = 200) -> None:
        self._answer(status, json.dumps(value).encode(), "application/json")

    def _answer(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def provided(people: Mapping[str, Claims]) -> Iterator[Provider]:
    """Run a provider at which these people can log in."""
    provider = Provider(people)
    handler = type("Handler", (_Handler,), {"provider": provider})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    provider.issuer = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
