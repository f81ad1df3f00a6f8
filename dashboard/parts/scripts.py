"""Our own scripts: what only the browser knows or can do. No data is in them.

Behind the proxy each is let in by the hash of its text (dashboard/hosting/nginx.conf).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def script(file: Path) -> str:
    """The element that brings a script of dashboard/static/."""
    return f"<script>{file.read_text(encoding='utf-8')}</script>"
