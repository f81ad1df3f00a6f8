"""The shipped proxy in front of one or several servers started for a test or a measurement."""

from __future__ import annotations

import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from loaders.paths import REPOSITORY
from tests.browser.offline import free_port

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
SHIPPED = REPOSITORY / "dashboard" / "hosting" / "nginx.conf"
_NAMED = "server atlas:8501;"


@contextmanager
def proxied(folder: Path, servers: Sequence[str]) -> Iterator[str]:
    """Run nginx as it is shipped, `folder` for what it writes; yields its address.

    `servers` are the addresses of those it stands before.
    """
    port = free_port()
    shipped = SHIPPED.read_text(encoding="utf-8")
    assert _NAMED in shipped
    hosts = "\n".join(f"server {server.removeprefix('http://')};" for server in servers)
    conf = folder / "nginx.conf"
    conf.write_text(
        shipped.replace(_NAMED, hosts)
        .replace("listen 8080", f"listen 127.0.0.1:{port}")
        .replace("/tmp/nginx", str(folder / "nginx")),
        encoding="utf-8",
    )
    proxy = subprocess.Popen([NGINX, "-c", str(conf), "-g", "daemon off;"])
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/_stcore/health")
        yield address
    finally:
        proxy.terminate()
        proxy.wait(timeout=10)


def _wait_for(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=1)
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")
