"""The fields of each kind of fact, as a form shows them: name, label, list to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Entry(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    LONG = "long"
    DATE = "date"
    FLAG = "flag"
    NATION = "nation"
    NATIONS = "nations"
    COALITION = "coalition"
    COALITIONS = "coalitions"
    OFFICIAL = "official"
    OFFICIALS = "officials"
    EVENT = "event"
    STATUS = "status"
    EVENT_KIND = "event kind"
    SAID = "said"
    SPEAKER = "speaker"
    WHENCE = "whence"


@dataclass(frozen=True)
class Field:
    """One field: its name in the facts file, its label, how it is filled in, whether it must be."""

    name: str
    label: str
    entry: Entry
    needed: bool = False
    help: str | None = None


_EDTF = (
    "As precise as the source is: 2025-12-05, 2025-12, [2024-09..2024-12], ../2022-09-19; "
    "~ = inferred"
)
_STOOD = f"A day on which it stood so. {_EDTF}"
_SHARED = "All claims about one event share its name: choose one that is held, or type a new one"
SINGULAR = {
    "persons": "Person", "posts": "Post", "memberships": "Membership",
    "announcements": "Announcement", "statements": "Statement",
}  # fmt: skip
LISTED = (Entry.NATIONS, Entry.COALITIONS, Entry.OFFICIALS)

FIELDS: dict[str, tuple[Field, ...]] = {
    "memberships": (
        Field("coalition", "Coalition", Entry.COALITION, needed=True),
        Field("status", "Standing", Entry.STATUS, needed=True),
        Field("nations", "Nations", Entry.NATIONS, needed=True),
        Field("start_date", "Joined on", Entry.DATE, help=f"Only where stated. {_EDTF}"),
        Field("end_date", "Until", Entry.DATE, help=_EDTF),
        Field("attested_on", "Attested on", Entry.DATE, help=_STOOD),
    ),
    "announcements": (
        Field("title", "Title", Entry.LINE, needed=True),
        Field("kind", "Kind", Entry.EVENT_KIND, needed=True),
        Field("event", "Event", Entry.EVENT, needed=True, help=_SHARED),
        Field("date", "Announced on", Entry.DATE, help=_EDTF),
        Field("event_date", "Happens on", Entry.DATE, help=_EDTF),
        Field("place", "Place", Entry.LINE),
        Field("nations", "Nations", Entry.NATIONS),
        Field("coalitions", "Coalitions", Entry.COALITIONS),
        Field("officials", "Officials", Entry.OFFICIALS),
    ),
    "statements": (
        Field("text", "What was said", Entry.LONG, needed=True,
              help="A quotation split by its attribution: one part a line"),
        Field("kind", "How it reaches us", Entry.SAID, needed=True),
        Field("speaker", "Speaker", Entry.OFFICIAL),
        Field("as_printed", "Speaker as printed", Entry.LINE),
        Field("speaker_kind", "Who speaks", Entry.SPEAKER),
        Field("post_as_printed", "Post as printed", Entry.LINE),
        Field("date", "Said on", Entry.DATE, help=f"Empty: on or before publication. {_EDTF}"),
        Field("nations", "Nations", Entry.NATIONS),
        Field("coalitions", "Coalitions", Entry.COALITIONS),
    ),
    "posts": (
        Field("official", "Official", Entry.OFFICIAL, needed=True),
        Field("title", "Post", Entry.LINE, needed=True),
        Field("organisation", "Organisation", Entry.LINE),
        Field("organisation_nation", "Its nation", Entry.NATION),
        Field("rank", "Rank", Entry.LINE),
        Field("acting", "Acting", Entry.FLAG),
        Field("former", "Former", Entry.FLAG),
        Field("start_date", "From", Entry.DATE, help=_EDTF),
        Field("end_date", "Until", Entry.DATE, help=_EDTF),
        Field("attested_on", "Attested on", Entry.DATE, help=_EDTF),
    ),
    "persons": (
        Field("official", "Official", Entry.OFFICIAL, needed=True),
        Field("as_printed", "As printed", Entry.LINE),
        Field("rank", "Rank or honorific", Entry.LINE),
        Field("nationality", "Nationality", Entry.NATION),
        Field("nationality_from", "The nationality is", Entry.WHENCE),
    ),
}  # fmt: skip


def what_is_missing(section: str, plain: dict[str, object]) -> list[str]:
    """The labels of needed fields that are empty, and pairs of which only one is given."""
    missing = [f.label for f in FIELDS[section] if f.needed and not plain.get(f.name)]
    if section == "statements" and not plain.get("speaker") and not plain.get("as_printed"):
        missing.append("Speaker, or speaker as printed")
    if section == "persons" and bool(plain.get("nationality")) != bool(
        plain.get("nationality_from")
    ):
        missing.append("Nationality together with what it rests on")
    return missing
