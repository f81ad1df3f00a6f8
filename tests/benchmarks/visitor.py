"""One visitor of the dashboard, as far as the server can tell: Streamlit's websocket protocol.

It follows links, changes widgets, sends the state of every widget of the page with each request,
keeps the messages that may be kept, and lets the server write its address bar.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState


@dataclass(frozen=True)
class Rerun:
    """How long one rerun took from the request to its last message, and what came back."""

    seconds: float
    size: int
    messages: int


@dataclass
class Widgets:
    """The widgets of the page shown, with their present states; `choices` by label."""

    states: dict[str, WidgetState] = field(default_factory=dict)
    choices: dict[str, tuple[str, list[str]]] = field(default_factory=dict)

    def learn(self, kind: str, element: Any) -> None:
        """Take the state that the server gives a widget: as the browser, only where it says so."""
        if kind not in _FIELDS or (element.id in self.states and not element.set_value):
            return
        name, given = _FIELDS[kind], _given(kind, element)
        state = WidgetState(id=element.id)
        if isinstance(given, list):
            getattr(state, name).data.extend(given)
        elif given is not None:
            setattr(state, name, given)
        self.states[element.id] = state
        if kind == "multiselect":
            self.choices[element.label] = (element.id, list(element.options))


# The widgets of the dashboard that have a value, and the field of WidgetState that holds it.
_FIELDS = {
    "multiselect": "string_array_value", "button_group": "string_array_value",
    "date_input": "string_array_value", "selectbox": "string_value", "text_input": "string_value",
    "checkbox": "bool_value", "slider": "double_array_value", "pagination": "int_value",
}  # fmt: skip


def _given(kind: str, element: Any) -> Any:
    """The value that a message gives a widget; None where nothing is chosen."""
    if kind in ("multiselect", "button_group"):
        options = [getattr(option, "content", option) for option in element.options]
        default = [options[place] for place in element.default]
        return list(element.raw_values) if element.set_value else default
    if kind == "selectbox":
        return element.raw_value or None
    given = element.value if element.set_value else element.default
    return list(given) if kind in ("date_input", "slider") else given


class Visitor:
    """A websocket, what the browser remembers, and one rerun after the other."""

    def __init__(self, socket: websockets.ClientConnection) -> None:
        self.socket = socket
        self.hashes: set[str] = set()
        self.widgets = Widgets()
        self.page, self.query = "", ""

    async def open(self, page: str, query: str) -> Rerun:
        """Follow a link to a page."""
        self.widgets, self.query = Widgets(), query
        ask = BackMsg()
        ask.rerun_script.page_name = page
        return await self._rerun(ask)

    async def choose(self, label: str, option: int) -> Rerun:
        """Choose one option of a multiselect of the page, in place of what was chosen."""
        key, options = self.widgets.choices[label]
        chosen = WidgetState(id=key)
        chosen.string_array_value.data.append(options[option % len(options)])
        self.widgets.states[key] = chosen
        ask = BackMsg()
        ask.rerun_script.page_script_hash = self.page
        ask.rerun_script.widget_states.widgets.extend(self.widgets.states.values())
        return await self._rerun(ask)

    async def _rerun(self, ask: BackMsg) -> Rerun:
        ask.rerun_script.query_string = self.query
        ask.rerun_script.cached_message_hashes.extend(self.hashes)
        ask.rerun_script.context_info.timezone = "Europe/Paris"
        ask.rerun_script.context_info.url = "http://localhost:8501/"
        started, size, messages = time.perf_counter(), 0, 0
        await self.socket.send(ask.SerializeToString())
        while True:
            data = await self.socket.recv()
            assert isinstance(data, bytes)
            size, messages = size + len(data), messages + 1
            if self._take(ForwardMsg.FromString(data)):
                return Rerun(time.perf_counter() - started, size, messages)

    def _take(self, message: ForwardMsg) -> bool:
        """Remember what a browser would; True for the last message of a rerun."""
        if message.metadata.cacheable and message.hash:
            self.hashes.add(message.hash)
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.page = message.new_session.page_script_hash
        elif kind == "navigation":
            self.page = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.HasField("new_element"):
            element = message.delta.new_element
            name = element.WhichOneof("type") or ""
            assert name != "exception", element.exception.message
            self.widgets.learn(name, getattr(element, name, None))
        return kind == "script_finished"
