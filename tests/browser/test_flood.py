"""What comes in over the websocket without our page: too much of it ends that session alone."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed

from loaders.paths import REPOSITORY
from tests.browser.offline import started
from tests.fixture_data import two_articles

pytestmark = pytest.mark.browser

PROTOCOL = [websockets.Subprotocol("streamlit")]
TOO_BIG = 1009  # RFC 6455 §7.4.1


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    data = two_articles(tmp_path_factory.mktemp("data"))
    app = REPOSITORY / "dashboard" / "app.py"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATLAS_CURATE", "on")
        with started(app, folder=REPOSITORY, data=data) as found:
            yield found


def message(text: str) -> bytes:
    """A run of the page to add an article, with a text in a widget of any name."""
    asked = BackMsg()
    asked.rerun_script.query_string = ""
    asked.rerun_script.page_name = "add"
    state = asked.rerun_script.widget_states.widgets.add()
    state.id = "$$ID-0-pasted"
    state.string_value = text
    return asked.SerializeToString()


async def sent(address: str, text: str) -> tuple[int, int | None]:
    """Send a text; gives how many messages came back within seconds, and the code of a close."""
    stream = f"{address.replace('http', 'ws')}/_stcore/stream"
    answers = 0
    async with websockets.connect(stream, subprotocols=PROTOCOL, max_size=None) as socket:
        try:
            await socket.send(message(text))
            while True:
                await asyncio.wait_for(socket.recv(), 5 if answers else 60)
                answers += 1
        except ConnectionClosed as closed:
            return answers, closed.rcvd.code if closed.rcvd else None
        except TimeoutError:
            return answers, None


def run(asked: Coroutine[Any, Any, tuple[int, int | None]]) -> tuple[int, int | None]:
    """Run it in a thread of its own: the browser of other tests has a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, asked).result()


def memory(process: int) -> int:
    """The most memory that a process ever held, in megabytes."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    (peak,) = (line.split()[1] for line in lines if line.startswith("VmHWM"))
    return int(peak) // 1024


def test_a_message_of_an_article_is_answered(server: tuple[str, int]) -> None:
    answers, closed = run(sent(server[0], "An article."))
    assert answers > 0
    assert closed is None


def test_50_mb_straight_over_the_websocket_end_that_session_alone(server: tuple[str, int]) -> None:
    address, process = server
    before = memory(process)
    for _ in range(3):
        assert run(sent(address, "x" * 50_000_000)) == (0, TOO_BIG)
    assert memory(process) - before < 60
    with urlopen(f"{address}/_stcore/health") as answer:
        assert answer.status == 200
    answers, closed = run(sent(address, "An article."))
    assert answers > 0
    assert closed is None
