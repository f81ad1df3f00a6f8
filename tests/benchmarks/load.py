"""A load client that speaks Streamlit's websocket protocol.

`python -m tests.benchmarks.load --sessions 10 --reruns 30` starts the dashboard, opens sessions,
reruns its pages, and prints per page: server time (send to script_finished) and payload.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.offline import served

ROOT = Path(__file__).parents[2]
VIEWS = {
    "": ["", "show=artemis-accords"],
    "map": ["show=cspo", "show=artemis-accords&as_of=2023-06-01", "tab=overlap", "tab=growth"],
    "timeline": ["", "coalition=cspo", "nation=FRA"],
    "officials": ["", "official=stephen-whiting", "official=chance-saltzman"],
    "statements": ["", "words=coalition"],
    "nation": ["of=FRA"],
    "coalition": ["of=cspo"],
    "sources": ["", "article=cspo-principals-toulouse"],
}


@dataclass
class Measured:
    """Seconds and bytes of each rerun of one page."""

    seconds: list[float] = field(default_factory=list)
    payload: list[int] = field(default_factory=list)


class Session:
    """One visitor: a websocket, and reruns one after the other."""

    def __init__(self, socket: websockets.ClientConnection) -> None:
        self.socket = socket
        self.hashes: set[str] = set()

    async def rerun(self, page: str, query: str) -> tuple[float, int]:
        """Ask for a page with a query; gives seconds until it was finished, and bytes received.

        Tells the server which messages it holds already, as the browser does.
        """
        ask = BackMsg()
        ask.rerun_script.page_name = page
        ask.rerun_script.query_string = query
        ask.rerun_script.cached_message_hashes.extend(self.hashes)
        started, size = time.perf_counter(), 0
        await self.socket.send(ask.SerializeToString())
        while True:
            data = await self.socket.recv()
            assert isinstance(data, bytes)
            size += len(data)
            message = ForwardMsg.FromString(data)
            if message.metadata.cacheable and message.hash:
                self.hashes.add(message.hash)
            if message.HasField("script_finished"):
                return time.perf_counter() - started, size


async def measure(
    address: str, sessions: int, reruns: int, views: dict[str, list[str]]
) -> tuple[dict[str, Measured], float]:
    """Run all sessions at once; gives the measures by page and reruns a second over all."""
    measured = {page: Measured() for page in views}
    asked = [(page, query) for page, queries in views.items() for query in queries]
    url = f"{address.replace('http', 'ws', 1)}/_stcore/stream"

    async def visit(number: int, rounds: int, keep: bool) -> None:
        async with websockets.connect(url, subprotocols=["streamlit"], max_size=None) as socket:
            session = Session(socket)
            for turn in range(rounds):
                page, query = asked[(turn + number) % len(asked)]
                seconds, size = await session.rerun(page, query)
                if keep and turn >= len(asked):
                    measured[page].seconds.append(seconds)
                    measured[page].payload.append(size)

    await visit(0, len(asked), keep=False)
    started = time.perf_counter()
    await asyncio.gather(*(visit(n, reruns + len(asked), keep=True) for n in range(sessions)))
    total = sessions * (reruns + len(asked))
    return measured, total / (time.perf_counter() - started)


def report(measured: dict[str, Measured], rate: float) -> str:
    """Write the measures as a table."""
    lines = [f"{'page':<14}{'runs':>6}{'median ms':>11}{'p95 ms':>9}{'kB median':>11}{'kB max':>9}"]
    for page, one in measured.items():
        if len(one.seconds) < 2:
            continue
        p95 = statistics.quantiles(one.seconds, n=20)[-1]
        lines.append(
            f"{page or '/':<14}{len(one.seconds):>6}{statistics.median(one.seconds) * 1000:>11.1f}"
            f"{p95 * 1000:>9.1f}{statistics.median(one.payload) / 1000:>11.1f}"
            f"{max(one.payload) / 1000:>9.1f}"
        )
    return "\n".join([*lines, f"{rate:.1f} reruns a second over all sessions"])


def main(argv: Sequence[str] | None = None) -> int:
    """Start the dashboard (with --data: on other tables) and measure it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=1)
    parser.add_argument("--reruns", type=int, default=60, help="for each session")
    parser.add_argument("--data", help="another data directory")
    options = parser.parse_args(argv)
    if options.data:
        os.environ["ATLAS_DATA"] = options.data
    with served(ROOT / "dashboard" / "app.py", folder=ROOT) as address:
        measured, rate = asyncio.run(measure(address, options.sessions, options.reruns, VIEWS))
    sys.stdout.write(report(measured, rate) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
