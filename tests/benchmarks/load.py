"""Visitors by the dozen: what a rerun of each page costs, in a server started for it.

`python -m tests.benchmarks.load --sessions 10 --reruns 30` starts the dashboard, opens sessions
and lets each follow links and change filters, half of them where nobody went before. It prints
per page the time from the request to the last message, the server's processor time, and what
was sent. `--statements 100000` measures made-up tables of that size.

Processor time is what a busy machine does not distort. It is told by page with one session only:
with several nobody can say whose work the server does at a moment.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import random
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote_plus

import websockets

from loaders.build.building import ensure_built
from loaders.paths import data_directory
from loaders.tables.frames import Frames
from loaders.tables.parquet import read_tables
from tests.benchmarks.made_up import made_up_data
from tests.benchmarks.visitor import Rerun, Visitor
from tests.browser.offline import started
from tests.browser.proxied import proxied

ROOT = Path(__file__).parents[2]
WORDS = ("coalition", "space", "allies", "deter*", "partners together", "commander", "satellites")
DAYS = [f"{year}-{month:02}-01" for year in range(2014, 2026) for month in (1, 4, 7, 10)]

PROTOCOL = [websockets.Subprotocol("streamlit")]

#: A page's path and query.
Step = tuple[str, str]


class Links:
    """The addresses that visitors go to: some that all know, and some of their own choice."""

    def __init__(self, tables: Frames) -> None:
        # One entry per fact, so that visitors ask most for what there is most about.
        self.officials = _ids(tables, "statements", "official")
        self.coalitions = _ids(tables, "memberships", "coalition")
        self.articles = _ids(tables, "statements", "article")
        self.nations = _ids(tables, "memberships", "nation")
        self.known = [step for page in self._pages(random.Random(0)) for step in page]

    def _pages(self, chance: random.Random) -> list[list[Step]]:
        """One choice of addresses for each page."""
        one, other = chance.choice(self.coalitions), chance.choice(self.coalitions)
        nation, day = chance.choice(self.nations), chance.choice(DAYS)
        official, word = chance.choice(self.officials), quote_plus(chance.choice(WORDS))
        return [
            [("", ""), ("", f"nation={nation}")],
            [("map", f"show={one}"), ("map", f"show={one}&show={other}&as_of={day}"),
             ("map", f"tab=overlap&as_of={day}"), ("map", f"tab=growth&show={one}")],
            [("timeline", ""), ("timeline", f"coalition={one}"), ("timeline", f"nation={nation}")],
            [("officials", ""), ("officials", f"official={official}"),
             ("officials", f"official={chance.choice(self.officials)}&with={official}")],
            [("statements", ""), ("statements", f"words={word}&nation={nation}")],
            [("nation", ""), ("nation", f"of={nation}")],
            [("coalition", ""), ("coalition", f"of={one}")],
            [("sources", ""), ("sources", f"article={chance.choice(self.articles)}")],
            [("disagreements", "")], [("quality", "")], [("data", "")],
        ]  # fmt: skip

    def next(self, chance: random.Random) -> Step:
        """Where a visitor goes next: as often to a known address as to one of their own."""
        if chance.random() < 0.5:
            return chance.choice(self.known)
        page = chance.choice(self._pages(chance))
        return page[-1] if len(page) == 1 else chance.choice(page[1:])


def _ids(tables: Frames, table: str, column: str) -> list[str]:
    return [quote_plus(one) for one in tables[table][column].dropna().astype("str")]


@dataclass
class Measured:
    """Each rerun of one page, and the server's seconds of processor time for it."""

    reruns: list[Rerun] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)


@dataclass
class Load:
    """The measures by page, and over all: reruns and processor time a second."""

    pages: dict[str, Measured]
    reruns: int
    seconds: float
    server: float
    client: float


@dataclass(frozen=True)
class Served:
    """Where visitors go, and the servers that work for them: their addresses and process ids."""

    address: str
    servers: Sequence[tuple[str, int]]

    def worked(self) -> float:
        """The processor time that the servers have used together."""
        return sum(processor_time(process) for _, process in self.servers)


def processor_time(process: int) -> float:
    """The processor time that another process has used (Linux: its clock is told by its id)."""
    return time.clock_gettime((~process << 3) | 2)


@asynccontextmanager
async def visiting(address: str, number: int = 0) -> AsyncIterator[Visitor]:
    """Open a session; visitors of different numbers may be sent to different servers."""
    url = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    cookie = hashlib.sha256(str(number).encode()).hexdigest()[:32]
    async with websockets.connect(
        url,
        subprotocols=PROTOCOL,
        max_size=None,
        additional_headers={"Cookie": f"atlas_server={cookie}"},
    ) as socket:
        yield Visitor(socket)


async def measure(
    served: Served, links: Links, *, sessions: int, reruns: int, only: str | None
) -> Load:
    """Run all sessions at once, after everybody's known addresses were opened once."""
    pages: dict[str, Measured] = {}

    async def visit(number: int, steps: int) -> None:
        chance = random.Random(number)
        async with visiting(served.address, number) as visitor:
            page = ""
            for turn in range(steps):
                before = served.worked()
                if turn % 3 == 2:
                    done = await visitor.choose("Nation", chance.randrange(1000))
                else:
                    page, query = _next(links, chance, only)
                    done = await visitor.open(page, query)
                measured = pages.setdefault(page, Measured())
                measured.reruns.append(done)
                if sessions == 1:
                    await asyncio.sleep(0.02)  # what the server does after its last message
                    measured.worked.append(served.worked() - before)

    for address, _ in served.servers:
        async with visiting(address) as visitor:
            for page, query in links.known:
                if only in (None, page):
                    await visitor.open(page, query)
    begun, worked, own = time.perf_counter(), served.worked(), time.process_time()
    await asyncio.gather(*(visit(number, reruns) for number in range(1, sessions + 1)))
    return Load(
        dict(sorted(pages.items())), sessions * reruns, time.perf_counter() - begun,
        served.worked() - worked, time.process_time() - own,
    )  # fmt: skip


def _next(links: Links, chance: random.Random, only: str | None) -> Step:
    step = links.next(chance)
    while only is not None and step[0] != only:
        step = links.next(chance)
    return step


def report(load: Load) -> str:
    """Write the measures as a table, and below it what holds over all pages."""
    head = ("page", "runs", "median ms", "p95 ms", "server ms", "p95", "messages", "kB", "kB max")
    lines = [("{:<14}{:>6}" + "{:>11}" * 7).format(*head)]
    for page, one in load.pages.items():
        seconds = [rerun.seconds for rerun in one.reruns]
        figures = [
            statistics.median(seconds) * 1000, _p95(seconds) * 1000,
            *(how(one.worked) * 1000 if one.worked else float("nan")
              for how in (statistics.mean, _p95)),
            statistics.median(rerun.messages for rerun in one.reruns),
            statistics.median(rerun.size for rerun in one.reruns) / 1000,
            max(rerun.size for rerun in one.reruns) / 1000,
        ]  # fmt: skip
        numbers = "".join(f"{figure:>11.1f}" for figure in figures)
        lines.append(f"{page or '/':<14}{len(seconds):>6}{numbers}")
    every = [rerun.seconds for one in load.pages.values() for rerun in one.reruns]
    lines.append(
        f"{load.reruns / load.seconds:.1f} reruns a second over all sessions, p95 "
        f"{_p95(every) * 1000:.0f} ms; a rerun took {1000 * load.server / load.reruns:.1f} ms of "
        f"the servers' processor time, {1000 * load.client / load.reruns:.1f} ms of this client's"
    )
    return "\n".join(lines)


@contextmanager
def serving(data: Path, number: int) -> Iterator[Served]:
    """Start one server; or several, and the shipped proxy before them."""
    app = ROOT / "dashboard" / "app.py"
    with ExitStack() as stack:
        servers = [stack.enter_context(started(app, folder=ROOT, data=data)) for _ in range(number)]
        address = servers[0][0]
        if number > 1:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            address = stack.enter_context(proxied(folder, [one for one, _ in servers]))
        yield Served(address, servers)


def _p95(values: Sequence[float]) -> float:
    return (
        statistics.quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Start the dashboard (with --data or --statements: on other tables) and measure it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=1)
    parser.add_argument("--reruns", type=int, default=300, help="for each session")
    parser.add_argument("--page", help="only this page's path ('' is the overview)")
    parser.add_argument("--servers", type=int, default=1, help="several: behind the proxy")
    parser.add_argument("--data", help="another data directory")
    parser.add_argument("--statements", type=int, help="made-up tables with so many statements")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        data = data_directory(options.data)
        if options.statements:
            data = made_up_data(Path(folder), options.statements)
        links = Links(read_tables(ensure_built(data).folder))
        with serving(data.root, options.servers) as served:
            load = asyncio.run(measure(
                served, links, sessions=options.sessions, reruns=options.reruns,
                only=options.page,
            ))  # fmt: skip
            sys.stdout.write(report(load) + "\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
