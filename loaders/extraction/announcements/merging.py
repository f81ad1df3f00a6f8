"""One event told several times, in the headline, the lead and the body, is one announcement."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from loaders.extraction.affair_facts import Announcement
from loaders.extraction.dates.precision import is_day

#: Kinds that are one event told in several ways: a charter signed is the partnership founded.
SAME_EVENT = frozenset({"agreement", "accession", "establishment"})
#: An event told again is among so many told last.
TOLD_AGAIN_WITHIN = 40
_MOST_EVIDENCE = 6


def add(
    found: list[Announcement], new: Announcement, definite: bool, further: bool = False
) -> None:
    """Add an announcement, or its evidence to the one that already tells of the same event.

    `definite` says that the text speaks of it as known: "the exercise", "this agreement";
    `further` that it is another one: "a second will be signed in May".
    """
    for index in range(len(found) - 1, max(-1, len(found) - 1 - TOLD_AGAIN_WITHIN), -1):
        old = found[index]
        if _is_sum(old, new) or _is_told_exactly(old, new):
            found[index] = replace(new, evidence=(*new.evidence, *old.evidence))
            return
        if further or _is_to_come(old, new):
            continue
        again = _is_same_event(old, new, definite) or _takes_up(old, new, definite)
        if again or _is_told_again(old, new, definite):
            found[index] = _joined(old, new)
            return
    found.append(new)


#: "Signed two new agreements this week": each of them is told below.
_SUM = re.compile(
    r"\bsigned (?:two|three|four|several|both|a series of|a number of) (?:[\w-]+ ){0,4}"
    r"(?:agreements|memoranda|memorandums|accords|pacts|deals|arrangements|MOUs|MoUs)\b"
)


def _is_sum(old: Announcement, new: Announcement) -> bool:
    """Whether an agreement is the first of those whose number was told before."""
    if (old.kind, new.kind) != ("agreement", "agreement") or not _SUM.search(old.title):
        return False
    if len(old.nations) > 1 or _SUM.search(new.title):
        return False
    return old.event_date is None or old.event_date == new.event_date or _may_be(old, new)


def _is_told_exactly(old: Announcement, new: Announcement) -> bool:
    """Whether "most allies signed on to it" is told below as an agreement, with its day."""
    if (old.kind, new.kind) != ("accession", "agreement") or old.nations or old.event_date:
        return False
    return (
        new.event_date is not None
        and _is_near(old, new)
        and _identify(old)
        and _are_of_one(old.coalitions, new.coalitions)
    )


def _joined(old: Announcement, new: Announcement) -> Announcement:
    evidence = tuple(dict.fromkeys((*old.evidence, *new.evidence)))[:_MOST_EVIDENCE]
    return replace(
        old,
        evidence=evidence,
        event_date=_days(old, new),
        place=old.place or (new.place if old.kind == new.kind else None),
        nations=_more(old.nations, new.nations),
        coalitions=old.coalitions or new.coalitions,
        officials=tuple(dict.fromkeys((*old.officials, *new.officials))),
    )


def _more(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    """The nations told first, unless the second mention names them and others."""
    return new if set(old) <= set(new) else old


def _days(old: Announcement, new: Announcement) -> str | None:
    """The days of an event told twice: the second time perhaps its end, or all its days."""
    if old.kind != new.kind:
        return old.event_date
    if _ENDS.search(new.title) and _are_near_days(old, new):
        return f"{old.event_date}/{new.event_date}"
    return _finer(old.event_date, new.event_date)


def _finer(old: str | None, new: str | None) -> str | None:
    """The first date told, unless the second says all its days: "this week", "3 to 7 March"."""
    if old is None or new is None:
        return old or new
    return new if "/" in new and "/" not in old and len(new) > 11 else old


_GATHERINGS = frozenset({"meeting", "conference", "exercise", "launch", "visit"})
_TAKEN_UP_WITHIN = 1500


def _takes_up(old: Announcement, new: Announcement, definite: bool) -> bool:
    """Whether an event with no day and no coalition of its own is the one told just before."""
    refers = definite and new.kind == "agreement" and _agree(old.event_date, new.event_date)
    # "It takes effect in May" is a step of its own, "the documents were signed on Monday" is not.
    signed = old.kind == "agreement" and "signed" in new.title
    refers = refers and (new.event_date is None or signed or bool(_THE_ACT.match(new.title)))
    if refers and old.kind in SAME_EVENT and set(new.nations) <= set(old.nations):
        return _gap(old, new) < _TAKEN_UP_WITHIN
    if old.kind != new.kind or (new.kind not in _GATHERINGS and not definite):
        return False
    if new.kind == "accession" and not set(new.nations) <= set(old.nations):
        return False
    if not _agree(old.event_date, new.event_date) and not (definite and _overlap(old, new)):
        return False
    if _gap(old, new) > _TAKEN_UP_WITHIN:
        return False
    if new.coalitions not in ((), old.coalitions) and not definite:
        return False
    return definite or (new.event_date is None and not _ANOTHER.search(new.title))


_HELD = ("past", "perfect", "pluperfect", "participle", "nominal")


def _is_to_come(old: Announcement, new: Announcement) -> bool:
    """Whether a gathering is still to come, and the one told before is over: not the same."""
    if old.kind != new.kind or new.kind not in _OF_EDITIONS or not new.rule.endswith("future"):
        return False
    if not old.rule.endswith(_HELD) or (old.rule.endswith("nominal") and not old.event_date):
        return False
    if new.event_date:
        return not _may_be(old, new)
    return bool(_NEXT_EDITION.search(new.title))


_OF_EDITIONS = frozenset({"meeting", "conference", "exercise"})
#: "Deferred it to next year's session, which Kenya will host".
_NEXT_EDITION = re.compile(
    r"\b(?:[Nn]ext|[Aa]nother|[Ff]ollow-up|[Cc]oming) (?:year[’']s |[\w-]+ ){0,2}"
    r"(?:meeting|session|summit|round|edition|iteration|exercise|conference|one|gathering|board)\b"
)


def _is_told_again(old: Announcement, new: Announcement, definite: bool) -> bool:
    """Whether the same kind of gathering at one place, or paper of one house, is told twice."""
    if not (_agree(old.event_date, new.event_date) or _may_be(old, new)):
        return False
    if _ANOTHER.search(new.title):
        return False
    if old.kind == new.kind and new.kind in _PUBLISHED:
        return _gap(old, new) < _NEXT and set(new.nations) <= set(old.nations)
    if definite and {old.kind, new.kind} <= _SITTINGS and old.place is not None:
        return old.place == new.place and bool(old.event_date and new.event_date)
    return False


_PUBLISHED = frozenset({"strategy"})
_SITTINGS = frozenset({"meeting", "conference"})
#: "The signing took place on Monday": of what was told to be signed.
_THE_ACT = re.compile(r"(?:The|Their|Its) (?:[a-z-]+ )?(?:signing|signature)\b(?! of)")
_ANOTHER = re.compile(r"\b(?:another|next|second|third|also|separate)\b", re.I)


def _may_be(old: Announcement, new: Announcement) -> bool:
    """Whether one date is a stretch of days that the other begins, ends or lies in."""
    if not old.event_date or not new.event_date:
        return False
    (first, last), (begin, end) = _bounds(old.event_date), _bounds(new.event_date)
    return (first <= begin and end <= last) or (begin <= first and last <= end)


def _overlap(old: Announcement, new: Announcement) -> bool:
    """Whether two stretches of days have one in common, or one tells of the other's last day."""
    if not old.event_date or not new.event_date:
        return False
    (first, last), (begin, end) = _bounds(old.event_date), _bounds(new.event_date)
    if first <= end and begin <= last:
        return True
    return bool(_ENDS.search(new.title)) and new.kind in _OF_EDITIONS and _are_near_days(old, new)


_ENDS = re.compile(r"\b(?:ends?|ended|closes?|closed|concludes?|concluded|runs?|lasts?)\b")


def _are_near_days(old: Announcement, new: Announcement) -> bool:
    """Whether an event told to end on a day began at most a fortnight before it."""
    one, other = old.event_date or "", new.event_date or ""
    if not (is_day(one) and is_day(other)):
        return False
    return 0 < (date.fromisoformat(other) - date.fromisoformat(one)).days <= _FORTNIGHT


_FORTNIGHT = 14


def _bounds(edtf: str) -> tuple[str, str]:
    """The first and last day that an EDTF value allows, to be compared as text."""
    first, _, last = edtf.strip("[]").replace("~", "").replace("..", "/").partition("/")
    if not last:
        last = "9999" if ".." in edtf else first
    return (first or "0000").ljust(10, "-"), last.ljust(10, "z")


_EDITION = re.compile(r"-\d{4}\Z")


def _series(coalitions: tuple[str, ...]) -> frozenset[str]:
    """The coalitions, an edition of an exercise as its series."""
    return frozenset(_EDITION.sub("", key) for key in coalitions)


def _are_of_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two events are of the same coalitions, or of one named shorter the second time."""
    if not _series(one).isdisjoint(_series(other)):
        return True
    first, second = ({key.casefold() for key in keys} for keys in (one, other))
    return all(any(a in b or b in a for b in second) for a in first)


def _agree(one: str | None, other: str | None) -> bool:
    return one == other or not (one and other)


def _is_same_event(old: Announcement, new: Announcement, definite: bool) -> bool:
    kinds = {old.kind, new.kind}
    if len(kinds) == 2 and not kinds <= SAME_EVENT:
        return False
    if _identify(old) and _identify(new) and _are_of_one(old.coalitions, new.coalitions):
        return _tell_one(old, new) and (len(kinds) == 1 or definite or _is_near(old, new))
    if len(kinds) == 2 or (kinds == {"exercise"} and _identify(old) and _identify(new)):
        return False
    if kinds == {"statement"} and not (old.event_date or new.event_date):
        return not old.coalitions and not new.coalitions
    if kinds == {"appointment"} and _agree(old.event_date, new.event_date):
        taken_up = _is_near(old, new) and _PRONOUN.match(new.title)
        nameless = not old.officials and _gap(old, new) < _NEXT
        return bool(taken_up) or nameless or not set(old.officials).isdisjoint(new.officials)
    if kinds == {"exercise"} and bool(old.coalitions) != bool(new.coalitions):
        # "The exercise came to an end on Friday. Global Sentinel ran from 2 to 13 February."
        return _may_be(old, new) and _is_near(old, new) and not _ANOTHER.search(new.title)
    if _is_founding_of_a_day(old, new):
        return True
    if old.kind == "accession" and _is_near(old, new) and not (old.coalitions and new.coalitions):
        # "Greece joins space centre. It has become the 16th nation in the …": named later.
        same = set(old.nations) == set(new.nations)
        again = new.event_date is None and _gap(old, new) < _NEXT
        part = again and (not old.nations or set(new.nations) < set(old.nations))
        if same or part:
            return _agree(old.event_date, new.event_date)
    if set(old.nations) != set(new.nations):
        return False
    if old.event_date is not None and old.event_date == new.event_date:
        return True
    if old.kind == "agreement" and new.event_date is None and old.event_date == new.date:
        # "Agreed on Friday. Britain said on Friday that it signed …"
        return len(old.nations) > 1 and not _ANOTHER.search(new.title)
    told = len(old.nations) > 1 or (old.place is not None and old.place == new.place)
    between = old.kind in _GATHERINGS and told and _agree(old.event_date, new.event_date)
    return between and not _ANOTHER.search(new.title)


#: The next sentence: "The wing changed hands on Monday. Col. Ann Lee took over."
_NEXT = 3
#: "He will replace Gen. Raymond": who was just appointed.
_PRONOUN = re.compile(r"(?:He|She|They)\b")
_NEAR = 800
_JOINING = re.compile(
    r"\b(?:become|becomes|became) the (?:[\w-]+ ){1,3}(?:country|nation|state|member|signatory)\b"
)
_FOUNDED = re.compile(r"\b(?:was|were) (?:founded|established|created|set up|formed|launched)\b")


def _is_founding_of_a_day(old: Announcement, new: Announcement) -> bool:
    """Whether two foundings near each other are of one day, and of one nation at least."""
    if (old.kind, new.kind) != ("establishment", "establishment") or not _is_near(old, new):
        return False
    if not old.event_date or old.event_date != new.event_date:
        return False
    return len(old.event_date) > _MONTH and not set(old.nations).isdisjoint(new.nations)


_MONTH = len("2025-12~")


def _is_near(old: Announcement, new: Announcement) -> bool:
    """Whether a step of another kind is told next to it: "founded … . They signed its charter"."""
    return _gap(old, new) < _NEAR


def _gap(old: Announcement, new: Announcement) -> int:
    """How far behind one event another is told."""
    return new.evidence[0].start - old.evidence[-1].end


def _identify(announcement: Announcement) -> bool:
    """Whether its coalitions tell an event apart: an alliance of all kinds of affairs does not."""
    wide = announcement.coalitions == ("nato",) and announcement.kind != "accession"
    return bool(announcement.coalitions) and not wide


def _is_by_the_way(old: Announcement, new: Announcement) -> bool:
    """Whether "left on Monday for the summit" names a meeting told before, with another's day."""
    if old.kind != new.kind or old.kind != "meeting" or not new.rule.endswith("nominal"):
        return False
    return (
        bool(old.event_date and new.event_date)
        and _bounds(str(old.event_date))[0][:7] == _bounds(str(new.event_date))[0][:7]
    )


def _is_step(old: Announcement, new: Announcement) -> bool:
    """Whether the same nations join the same twice within days: signed on Monday, today welcome."""
    if {old.kind, new.kind} != {"accession"} or set(old.nations) != set(new.nations):
        return False
    one, other = old.event_date or "", new.event_date or ""
    if not (is_day(one) and is_day(other)):
        return False
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= _FEW_DAYS


#: Of a further one than the one told before.
_IS_NEXT = re.compile(r"\b(?:next|another|follow-up|[Nn]ext) (?:[\w-]+ ){0,2}\w")
_FEW_DAYS = 3


def _tell_one(old: Announcement, new: Announcement) -> bool:
    """Whether two announcements about one coalition tell of one event."""
    if new.kind == "exercise":
        return _agree(old.event_date, new.event_date) or _may_be(old, new)
    if not _agree(old.event_date, new.event_date):
        return _is_by_the_way(old, new) or _is_step(old, new)
    if new.event_date and not old.event_date and _IS_NEXT.search(new.title):
        # "Meeting in Tokyo, … . The next meeting is in February."
        return old.kind not in _GATHERINGS or bool(_IS_NEXT.search(old.title))
    if old.kind != new.kind:
        if _JOINING.search(new.title) and new.kind == "accession" and old.kind == "agreement":
            return False
        if old.kind == "accession" and _FOUNDED.search(new.title):
            return False
        if new.kind == "establishment" and new.rule.endswith("future"):
            return old.rule.endswith("future") and new.event_date in (None, old.event_date)
        # Another kind with a day of its own is a step of its own: the treaty behind the accession.
        shared = bool(new.nations) and set(new.nations) <= set(old.nations)
        return new.event_date in (None, old.event_date) and (new.kind != "accession" or shared)
    if old.kind != "accession" or new.kind != "accession":
        return True
    if not old.event_date and _bounds(new.event_date or "9999")[1][:7] < (new.date or "")[:7]:
        # "Is a member since Monday. The treaty was signed in December.": two steps.
        return False
    one, other = set(old.nations), set(new.nations)
    return one <= other or other <= one
