"""Whether two announcements of an article tell of one event."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from loaders.extraction.affair_facts import Announcement
from loaders.extraction.announcements.likeness import (
    OF_EDITIONS,
    are_of_one,
    days_agree,
    first_and_last,
    gap,
    is_identified,
    is_near,
    one_holds_other,
    overlap,
)
from loaders.extraction.announcements.rounds import are_other_rounds
from loaders.extraction.dates.precision import is_day

#: Kinds that are one event told in several ways: a charter signed is the partnership founded.
SAME_EVENT = frozenset({"agreement", "accession", "establishment"})


def is_same(old: Announcement, new: Announcement, definite: bool) -> bool:
    """Whether what is told anew is the event told before, by its name, its day or its place.

    `definite` says that the text speaks of it as known: "the exercise", "this agreement".
    """
    if new.kind in OF_EDITIONS and are_other_rounds(old.title, new.title):
        return False
    again = _is_same_event(old, new, definite) or _takes_up(old, new, definite)
    return again or _is_told_again(old, new, definite)


_GATHERINGS = frozenset({"meeting", "conference", "exercise", "launch", "visit"})
_TAKEN_UP_WITHIN = 1500
#: "The exercise" with no more said is the one of the article, however far.
_BARE_WITHIN = 5000


def _takes_up(old: Announcement, new: Announcement, definite: bool) -> bool:
    """Whether an event with no day and no coalition of its own is the one told just before."""
    refers = definite and new.kind == "agreement" and days_agree(old.event_date, new.event_date)
    # "It takes effect in May" is a step of its own, "the documents were signed on Monday" is not.
    signed = old.kind == "agreement" and "signed" in new.title
    refers = refers and (new.event_date is None or signed or bool(_THE_ACT.match(new.title)))
    same = set(new.nations) <= set(old.nations)
    if old.kind == "accession" and old.nations:
        # "Senegal joined. The document was signed by it and China": by whom it joins, too.
        same = same or set(old.nations) <= set(new.nations)
    if refers and old.kind in SAME_EVENT and same:
        return gap(old, new) < _TAKEN_UP_WITHIN
    if old.kind != new.kind or (new.kind not in _GATHERINGS and not definite):
        return False
    if new.kind == "accession" and not set(new.nations) <= set(old.nations):
        return False
    of_others = old.nations and new.nations and set(new.nations).isdisjoint(old.nations)
    if of_others and new.kind not in _GATHERINGS and _ANOTHER.search(new.title):
        return False
    if not days_agree(old.event_date, new.event_date) and not (definite and overlap(old, new)):
        return False
    bare = definite and not (new.event_date or new.coalitions or _ANOTHER.search(new.title))
    if gap(old, new) > (_BARE_WITHIN if bare and new.kind == "exercise" else _TAKEN_UP_WITHIN):
        return False
    if new.coalitions not in ((), old.coalitions) and not definite:
        return False
    return definite or (new.event_date is None and not _ANOTHER.search(new.title))


_HELD = ("past", "perfect", "pluperfect", "participle", "nominal")


def is_over(old: Announcement, new: Announcement) -> bool:
    """Whether a gathering was held, and the one told before is still to come, on no known day."""
    if old.kind != new.kind or new.kind not in OF_EDITIONS or old.event_date:
        return False
    return old.rule.endswith("future") and new.rule.endswith(("past", "perfect", "pluperfect"))


def is_to_come(old: Announcement, new: Announcement) -> bool:
    """Whether a gathering is still to come, and the one told before is over: not the same."""
    if old.kind != new.kind or new.kind not in OF_EDITIONS:
        return False
    if not (new.rule.endswith("future") or _ARRANGED.search(new.title)):
        return False
    if not old.rule.endswith(_HELD) or (old.rule.endswith("nominal") and not old.event_date):
        return False
    if new.event_date:
        return not one_holds_other(old, new)
    return bool(_NEXT_EDITION.search(new.title))


#: "The next edition is planned for May": to come, though in the present.
_ARRANGED = re.compile(
    r"\b(?:[Nn]ext\b[^,;.]{2,60} (?:is|are)|(?:has|have) been) (?:\w+ )?"
    r"(?:planned|scheduled|slated|set|due|expected|fixed)\b"
)
#: "Deferred it to next year's session, which Kenya will host".
_NEXT_EDITION = re.compile(
    r"\b(?:[Nn]ext|[Aa]nother|[Ff]ollow-up|[Cc]oming) (?:year[’']s |[\w-]+ ){0,2}"
    r"(?:meeting|session|summit|round|edition|iteration|exercise|conference|one|gathering|board)\b"
)


def _is_told_again(old: Announcement, new: Announcement, definite: bool) -> bool:
    """Whether the same kind of gathering at one place, or paper of one house, is told twice."""
    if old.kind == new.kind and new.kind in _PUBLISHED:
        again = gap(old, new) < _NEXT and set(new.nations) <= set(old.nations)
    elif definite and {old.kind, new.kind} <= _SITTINGS and old.place is not None:
        again = old.place == new.place and bool(old.event_date and new.event_date)
    else:
        return False
    days = days_agree(old.event_date, new.event_date) or one_holds_other(old, new)
    return again and days and not _ANOTHER.search(new.title)


_PUBLISHED = frozenset({"strategy"})
_SITTINGS = frozenset({"meeting", "conference"})
#: "The signing took place on Monday": of what was told to be signed.
_THE_ACT = re.compile(r"(?:The|Their|Its) (?:[a-z-]+ )?(?:signing|signature)\b(?! of)")
_ANOTHER = re.compile(r"\b(?:another|next|second|third|also|separate)\b", re.I)


def _is_same_event(old: Announcement, new: Announcement, definite: bool) -> bool:
    """Whether they are of one coalition, or of one kind, one day and the same nations."""
    kinds = {old.kind, new.kind}
    if len(kinds) == 2 and not kinds <= SAME_EVENT:
        return False
    if is_identified(old) and is_identified(new) and are_of_one(old.coalitions, new.coalitions):
        return _tell_one(old, new) and (len(kinds) == 1 or definite or is_near(old, new))
    if len(kinds) == 2:
        return False
    of_kind = _OF_KIND.get(new.kind)
    settled = of_kind(old, new) if of_kind else None
    return _has_same_nations(old, new) if settled is None else settled


def _has_same_nations(old: Announcement, new: Announcement) -> bool:
    """Whether events of a kind are of the same nations, on the same day or told as one."""
    if set(old.nations) != set(new.nations):
        return False
    if old.event_date is not None and old.event_date == new.event_date:
        return True
    if old.kind == "agreement" and new.event_date is None and old.event_date == new.date:
        # "Agreed on Friday. Britain said on Friday that it signed …"
        return len(old.nations) > 1 and not _ANOTHER.search(new.title)
    told = len(old.nations) > 1 or (old.place is not None and old.place == new.place)
    between = old.kind in _GATHERINGS and told and days_agree(old.event_date, new.event_date)
    return between and not _ANOTHER.search(new.title)


def _is_same_exercise(old: Announcement, new: Announcement) -> bool | None:
    """Not of another name; one without a name if the days of one hold the other's.

    "The exercise came to an end on Friday. Global Sentinel ran from 2 to 13 February."
    """
    if is_identified(old) and is_identified(new):
        return False
    if bool(old.coalitions) == bool(new.coalitions):
        return None
    return one_holds_other(old, new) and is_near(old, new) and not _ANOTHER.search(new.title)


def _is_same_statement(old: Announcement, new: Announcement) -> bool | None:
    """Whether neither of two without a day is of a coalition."""
    if old.event_date or new.event_date:
        return None
    return not old.coalitions and not new.coalitions


def _is_same_appointment(old: Announcement, new: Announcement) -> bool | None:
    """Whether somebody is told of again, or named for the first time in the next sentence."""
    if not days_agree(old.event_date, new.event_date):
        return None
    taken_up = is_near(old, new) and _PRONOUN.match(new.title)
    nameless = not old.officials and gap(old, new) < _NEXT
    return bool(taken_up) or nameless or not set(old.officials).isdisjoint(new.officials)


def _is_same_accession(old: Announcement, new: Announcement) -> bool | None:
    """Whether the same nations, or a part of them, join what only one of the two names.

    "Greece joins space centre. It has become the 16th nation in the …": named later.
    """
    if not is_near(old, new) or (old.coalitions and new.coalitions):
        return None
    same = set(old.nations) == set(new.nations)
    again = new.event_date is None and gap(old, new) < _NEXT
    part = again and (not old.nations or set(new.nations) < set(old.nations))
    return days_agree(old.event_date, new.event_date) if same or part else None


def _is_same_founding(old: Announcement, new: Announcement) -> bool | None:
    """Whether two foundings near each other are of one day, and of one nation at least."""
    if not is_near(old, new) or not old.event_date or old.event_date != new.event_date:
        return None
    of_day = len(old.event_date) > _MONTH and not set(old.nations).isdisjoint(new.nations)
    return of_day or None


#: What settles it for two events of one kind; None leaves it to their nations and days.
_OF_KIND: dict[str, Callable[[Announcement, Announcement], bool | None]] = {
    "accession": _is_same_accession,
    "appointment": _is_same_appointment,
    "establishment": _is_same_founding,
    "exercise": _is_same_exercise,
    "statement": _is_same_statement,
}


#: The next sentence: "The wing changed hands on Monday. Col. Ann Lee took over."
_NEXT = 3
#: "He will replace Gen. Raymond": who was just appointed.
_PRONOUN = re.compile(r"(?:He|She|They)\b")
_JOINING = re.compile(
    r"\b(?:become|becomes|became) the (?:[\w-]+ ){1,3}(?:country|nation|state|member|signatory)\b"
)
_FOUNDED = re.compile(r"\b(?:was|were) (?:founded|established|created|set up|formed|launched)\b")
_MONTH = len("2025-12~")


def _is_by_the_way(old: Announcement, new: Announcement) -> bool:
    """Whether "left on Monday for the summit" names a meeting told before, with another's day."""
    if old.kind != new.kind or old.kind != "meeting" or not new.rule.endswith("nominal"):
        return False
    return (
        bool(old.event_date and new.event_date)
        and first_and_last(str(old.event_date))[0][:7] == first_and_last(str(new.event_date))[0][:7]
    )


def _is_step(old: Announcement, new: Announcement) -> bool:
    """Whether the same nations join the same twice within days: signed on Monday, today welcome."""
    if {old.kind, new.kind} != {"accession"} or set(old.nations) != set(new.nations):
        return False
    one, other = old.event_date or "", new.event_date or ""
    if not (is_day(one) and is_day(other)):
        return False
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= _FEW_DAYS


#: "The 26th country to sign it": one step of its own among several.
_NUMBERED = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)|[a-z]+ty-(?:first|second|third|[a-z]+th)) "
    r"(?:country|nation|state|signatory|member|party|partner)\b"
)
#: Of a further one than the one told before.
_IS_NEXT = re.compile(r"\b(?:[Nn]ext|another|follow-up) (?:[\w-]+ ){0,2}\w")
_FEW_DAYS = 3


def _tell_one(old: Announcement, new: Announcement) -> bool:
    """Whether two announcements about one coalition tell of one event."""
    if new.kind == "exercise":
        return days_agree(old.event_date, new.event_date) or one_holds_other(old, new)
    if not days_agree(old.event_date, new.event_date):
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
    if (
        not old.event_date
        and first_and_last(new.event_date or "9999")[1][:7] < (new.date or "")[:7]
    ):
        # "Is a member since Monday. The treaty was signed in December.": two steps.
        return False
    one, other = set(old.nations), set(new.nations)
    alone = new.event_date and not old.event_date and other and other < one
    if alone and _NUMBERED.search(new.title):
        # "A, B and C have signed. On 21 June B became the 26th to sign it."
        return False
    return one <= other or other <= one
