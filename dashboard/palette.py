"""One palette, used everywhere: a colour, a symbol and a sentence for each state.

Colours start from Okabe and Ito (https://jfly.uni-koeln.de/color/) and are moved as little as
it takes to stand out from the page at 3:1 (WCAG 2.2, 1.4.11) and for readers with protanopia,
deuteranopia and tritanopia to tell any two apart (tests/charts/test_palette.py measures both); a
marker's shape says the same again. Only "no evidence" is the land's own colour: it is no mark.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Mark(StrEnum):
    """What a nation's mark says: the state, with stated and attested membership kept apart."""

    MEMBER_STATED = "member, joining stated"
    MEMBER_ATTESTED = "member, attested"
    POSSIBLY = "possibly"
    INVITED = "invited"
    OTHER = "other standing"
    ATTESTED_LATER = "attested later"
    NOT_YET = "not yet"
    LEFT = "left"
    NO_EVIDENCE = "no evidence"


@dataclass(frozen=True)
class Look:
    """How a mark is drawn, and what it means in one sentence."""

    label: str
    meaning: str
    light: str
    dark: str
    symbol: str
    sign: str

    def colour(self, *, dark: bool) -> str:
        """The colour on a light or dark page."""
        return self.dark if dark else self.light


LOOKS: dict[Mark, Look] = {
    Mark.MEMBER_STATED: Look(
        "Member, joining date stated", "A source states when it joined.",
        "#00588F", "#409DDC", "circle", "●",
    ),
    Mark.MEMBER_ATTESTED: Look(
        "Member, attested",
        "A source counts it as a member on a day; when it joined is not stated.",
        "#069AD9", "#A7DBF8", "circle-open", "○",
    ),
    Mark.POSSIBLY: Look(
        "Possibly", "The day falls inside the range of an imprecise date.",
        "#CA8000", "#EEB030", "diamond", "◆",
    ),
    Mark.INVITED: Look(
        "Invited", "Asked to join, or said to be joining.",
        "#008A67", "#3AC799", "triangle-up", "▲",
    ),
    Mark.OTHER: Look(
        "Other standing", "Observer, associate, liaison or letter of intent: not a member.",
        "#C6799D", "#E3A3C6", "square", "■",
    ),
    Mark.ATTESTED_LATER: Look(
        "Attested later", "First attested after this day; when it joined is not stated.",
        "#9372A9", "#7F76AA", "star", "★",
    ),
    Mark.NOT_YET: Look(
        "Not yet", "A source states a joining date after this day.", "#8E9560", "#857A58",
        "triangle-right", "▶",
    ),
    Mark.LEFT: Look(
        "Left", "Its membership had ended.",
        "#8A4B2A", "#B4723E", "x", "✕",
    ),
    Mark.NO_EVIDENCE: Look(
        "No evidence", "No source here says anything: that is not a no.", "#E3E0D8", "#28333F",
        "circle", "·",
    ),
}  # fmt: skip

# Who took part in an exercise has not left it: the same colour and sign, in other words.
TOOK_PART = replace(
    LOOKS[Mark.LEFT], label="Took part", meaning="The exercise, or its edition, was over."
)
LEFT_OR_TOOK_PART = replace(
    LOOKS[Mark.LEFT], label="Left, or took part",
    meaning="Its membership had ended, or the exercise that it took part in was over.",
)  # fmt: skip

# A colour and a symbol for each kind of announcement (Plotly's marker symbols).
KIND_SYMBOLS: dict[str, str] = {
    "meeting": "circle", "agreement": "diamond", "accession": "star", "establishment": "square",
    "exercise": "triangle-up", "operation": "hexagram", "launch": "triangle-right",
    "policy": "pentagon", "strategy": "bowtie", "appointment": "cross", "statement": "hourglass",
    "contract": "x", "conference": "octagon", "visit": "triangle-down",
    "invitation": "star-diamond", "legislation": "hexagon",
}  # fmt: skip

# The page's own typeface, which Streamlit serves itself.
FONT = '"Source Sans", "Source Sans Pro", sans-serif'

CATEGORICAL_LIGHT = (
    "#00588F", "#E27214", "#00734A", "#A2487C", "#8A6A00", "#564EAD", "#43889C", "#7A3E1D",
)  # fmt: skip
CATEGORICAL_DARK = (
    "#56B4E9", "#F0935A", "#3DD2A5", "#CC9BBB", "#E6C34A", "#9C88C3", "#8ECBDF", "#D19A78",
)  # fmt: skip


@dataclass(frozen=True)
class Surface:
    """The page's own colours, for figures drawn on it."""

    text: str
    muted: str
    background: str
    land: str
    grid: str
    accent: str
    dark: bool


LIGHT = Surface("#0C131A", "#5A6470", "#FCFBF8", "#E3E0D8", "#DDD9CE", "#00588F", dark=False)
DARK = Surface("#EDF1F5", "#A7B2BD", "#10171F", "#28333F", "#2C3946", "#56B4E9", dark=True)


def surface(theme: str | None) -> Surface:
    """The surface of the visitor's theme, `light` or `dark`."""
    return DARK if theme == "dark" else LIGHT


def categorical(number: int, *, dark: bool) -> str:
    """The colour of the n-th category, cycling."""
    colours = CATEGORICAL_DARK if dark else CATEGORICAL_LIGHT
    return colours[number % len(colours)]
