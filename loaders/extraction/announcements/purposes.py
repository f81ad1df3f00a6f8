"""What an infinitive tells of what was done: "met to sign", "sent a delegation to sign"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.extraction.announcements.likeness import OF_EDITIONS
from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.language.verb_groups import Tense
from loaders.extraction.survey.article import Survey


def is_to_be(survey: Survey, mention: EventMention) -> bool:
    """Whether "a satellite to be launched in June" has its day right behind it."""
    noun, group = mention.noun, mention.group
    if noun is None or not group.passive:
        return False
    if survey.document.text[noun.end : group.start] not in (" ", ", "):
        return False
    end = mention.trigger.end
    return bool(survey.times_in(end, min(mention.sentence.end, end + _ITS_DAY)))


#: How far behind the verb that day may stand.
_ITS_DAY = 40


#: "The flag was raised to mark its accession": what is marked has happened.
MARKING = re.compile(r"to (?:mark|celebrate|commemorate|hono[u]?r)\b")
_MOST_BETWEEN = 90
#: What people come together for, they do: they meet to sign, they travel to open.
_MET_FOR = frozenset({"meeting", "visit", "conference"})
_SIGNED = frozenset({"agreement", "accession", "statement"})
_SAME_COMING = frozenset(
    {("visit", "meeting"), ("meeting", "agreement"), ("conference", "agreement"),
     ("visit", "agreement")}
)  # fmt: skip
_OTHER_CLAUSE = re.compile(r"[,;:]|\b(?:that|which|who)\b")


def is_purpose(survey: Survey, old: EventMention, new: EventMention) -> bool:
    """Whether "to sign" says what a meeting or a visit told just before was for."""
    if old.kind == new.kind or old.kind not in _MET_FOR:
        return False
    if new.noun is None and (old.kind, new.kind) in _SAME_COMING:
        # "Visited Norway to meet with counterparts", "met to agree on a timetable".
        return False
    if new.kind in _SIGNED:
        between = survey.document.text[old.trigger.end : new.group.start]
        return len(between) < 2 * _MOST_BETWEEN
    if new.group.start - old.trigger.end > _MOST_BETWEEN:
        return False
    return not _OTHER_CLAUSE.search(survey.document.text, old.trigger.end, new.group.start)


#: "Sent a delegation on Monday to sign", "was in Lima on Monday to sign".
_WENT = re.compile(
    r"\b(?:sent|(?:did|will) send|travell?ed|came|flew|went|returned|dispatched|"
    r"(?:was|were|is|are) in (?=[A-Z]))\b[^,;]{0,60}\Z"
)


#: "Used the occasion to sign": done.
_USED = re.compile(
    r"\bused (?:the|his|her|their|its|this) (?:occasion|opportunity|visit|trip|meeting|stay|"
    r"event) \Z"
)


def is_journey(survey: Survey, new: EventMention) -> bool:
    """Whether "to sign" is what somebody came for on a day, or used a visit for."""
    if new.kind not in _SIGNED or new.noun is None:
        return False
    before = new.before(survey.document.text, _MOST_BETWEEN)
    if _USED.search(before):
        return True
    went = _WENT.search(before)
    return bool(went and survey.times_in(new.group.start - len(went[0]), new.sentence.end))


#: "Agreed on Monday to hold the next board in May", "to join the project": that will be.
_AGREED = re.compile(
    r"\bagreed?(?: (?:on|in|at|last|this|yesterday|today|unanimously)\b[^,;.]{0,30})? \Z"
)
_AGREED_ON = OF_EDITIONS | {"accession"}


def with_agreed(survey: Survey, mentions: Sequence[EventMention]) -> Sequence[EventMention]:
    """The mentions with what was agreed to be joined, or held on a day, not with the agreeing."""
    agreed = [m for m in mentions if _is_agreed(survey, m)]
    if not agreed:
        return mentions
    first = agreed[0].group.start
    return [
        m._replace(group=m.group._replace(tense=Tense.FUTURE)) if m in agreed else m
        for m in mentions
        if m.kind != "agreement" or m.noun is not None or m.group.end > first
    ]


def _is_agreed(survey: Survey, mention: EventMention) -> bool:
    if mention.group.tense is not Tense.INFINITIVE or mention.kind not in _AGREED_ON:
        return False
    if not _AGREED.search(mention.before(survey.document.text, _MOST_BETWEEN)):
        return False
    if mention.kind == "accession":
        return True
    if mention.noun is None:
        return False  # "met this week and agreed to meet again next spring"
    return bool(survey.times_in(mention.trigger.end, mention.sentence.end))


#: "Decided in June to grant them observer status": what is decided is told.
_DECIDED = re.compile(
    r"\b(?:decided|voted|resolved)"
    r"(?: (?:on|in|at|last|this|yesterday|today|unanimously)\b[^,;.]{0,30})? \Z"
)
_BY_DECISION = frozenset({"accession", "contract", "appointment"})


def is_decided(survey: Survey, new: EventMention) -> bool:
    """Whether an infinitive tells what was decided on a day that stands between."""
    if new.kind not in _BY_DECISION:
        return False
    return bool(_DECIDED.search(new.before(survey.document.text, _MOST_BETWEEN)))
