"""Whether an event is told for its own sake: not as background, by the way or as history."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.announcements.carried_days import goes_on
from loaders.extraction.announcements.headlines import is_heading
from loaders.extraction.announcements.history import (
    JUST,
    OF_RECORD,
    SINCE_THEN,
    is_fresh,
    is_in_year,
)
from loaders.extraction.announcements.leads import is_in_lead
from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.announcements.relatives import is_next, relative_before
from loaders.extraction.announcements.word_patterns import as_printed
from loaders.extraction.dates.precision import is_decade, is_exact, is_month, is_year
from loaders.extraction.language.verb_groups import Tense
from loaders.extraction.survey.article import Survey
from loaders.extraction.survey.recency import RECENT_DAYS, days_before


def is_news(survey: Survey, mention: EventMention, when: str | None) -> bool:
    """Whether a real event is told for its own sake; `when` is the date in its clause, as EDTF.

    A year alone that is over, and what is told by the way without a day, are background.
    """
    if takes_post_of(survey, mention):
        return True
    past = days_before(survey, when)
    if _is_old_occasion(mention, past, when) or (is_decade(when) and (past or 0) > RECENT_DAYS):
        return False
    leads = is_in_lead(survey, mention.sentence)
    if _is_ground(survey, mention) and (when is None or (past or 0) > RECENT_DAYS):
        return False
    if is_year(when) and past is not None and past > 0:
        return mention.kind in OF_RECORD and is_in_year(survey, mention)
    if not is_fresh(survey, mention, when):
        return False
    relative = relative_before(survey.document.text, mention)
    if relative and not (_is_exact_or_recent(when, past) or is_next(survey.document.text, mention)):
        return False
    if is_slight(survey, mention) and not leads:
        return False
    if when is None and _is_background(survey, mention, leads):
        return False
    if when is None and not leads and _BECAME.match(survey.document.text, *mention.trigger):
        return mention.kind != "appointment"
    dated = when is not None or _has_open_day(survey, mention)
    return _is_in_tense_of_news(survey, mention, dated, leads)


_OCCASIONS = frozenset({"meeting", "conference"})


def _is_old_occasion(mention: EventMention, past: int | None, when: str | None) -> bool:
    """Whether a meeting of long ago only says by its preposition where something was done."""
    of_month = mention.kind == "conference" and is_month(when)
    over = (past or 0) > (0 if of_month else RECENT_DAYS)
    return over and mention.kind in _OCCASIONS and mention.is_noun_alone


def _is_background(survey: Survey, mention: EventMention, leads: bool) -> bool:
    """Whether an event without a day is of long ago, of somebody's life, or told by the way."""
    text = survey.document.text
    if _is_known(survey, mention) or _ONCE.match(text, *mention.trigger):
        return True
    if _CONTRIBUTED.match(text, *mention.trigger):
        return True
    if leads:
        return False
    if _is_recalled(survey, mention):
        return True
    return mention.kind in _OF_A_LIFE and _is_of_life(survey, mention)


def _is_in_tense_of_news(survey: Survey, mention: EventMention, dated: bool, leads: bool) -> bool:
    """Whether the verb tells news: past and future do, other forms where a day or place helps."""
    tense = mention.group.tense
    if tense is Tense.PRESENT:
        return _is_news_in_present(survey, mention, dated)
    headline = is_heading(survey.document, mention.sentence.start)
    if tense is Tense.PARTICIPLE and mention.kind != "statement" and headline:
        # "Pact signed in Oslo"; but "Communiqué issued by the ministry" is what the text is.
        return True
    if tense in (Tense.PARTICIPLE, Tense.GERUND):
        # "Meeting in Tokyo, the ministers endorsed …": the occasion of the news.
        return dated or (leads and _is_occasion(survey, mention))
    if tense is Tense.NOMINAL:
        return dated or leads or mention.kind in _CEREMONIAL or _is_announced(survey, mention)
    if tense is Tense.PERFECT and not (dated or leads or mention.kind == "appointment"):
        # "Thailand has also signed the Accords": how things stand.
        text = survey.document.text
        founded = mention.kind == "establishment" and mention.group.passive
        tried = mention.kind == "operation" and mention.group.passive
        stands = founded or tried or mention.kind in _OF_STANDING
        stands = stands or bool(_HAS_SIGNED.match(text, *mention.trigger))
        stands = stands or bool(SINCE_THEN.match(text, *mention.trigger))
        return not stands or bool(JUST.search(text, *mention.trigger))
    return True


def _is_news_in_present(survey: Survey, mention: EventMention, dated: bool) -> bool:
    """Whether the present tells what happens or will, not what a paper says or how things go."""
    if dated or _ARRANGED.match(survey.document.text, *mention.trigger):
        return True
    if mention.group.passive and not mention.group.bare:
        # "Satellites are launched from Kourou": how things go.
        return False
    acts = mention.kind in _PERFORMED or is_heading(survey.document, mention.sentence.start)
    return acts and not _is_described(survey, mention)


#: "Announced the official launch of the coalition".
_ANNOUNCED = re.compile(
    r"\b(?:announc|confirm|unveil|declar|approv|complet|witness|initiat)(?:ed|es|s) "
    r"(?:the |its |their )(?:[\w-]+ ){0,2}\Z"
)


def _is_announced(survey: Survey, mention: EventMention) -> bool:
    low = max(mention.sentence.start, mention.trigger.start - 50)
    return bool(_ANNOUNCED.search(survey.document.text, low, mention.trigger.start))


#: These are news with a day, where they are not what the article opens with.
_OF_A_DAY = frozenset({"meeting", "conference", "operation", "policy", "strategy"})
_AFTER_IT = re.compile(r"\b(?:at|after|following) (?:an?|the|their|its|his|her) (?:[\w-]+ ){0,3}\Z")
_GONE = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})


def _is_recalled(survey: Survey, mention: EventMention) -> bool:
    """Whether the past is told without a day, and not as a further deed of what was just told."""
    if mention.kind not in _OF_A_DAY or mention.group.tense not in _GONE:
        return False
    noun = mention.noun
    if noun and mention.is_noun_alone:
        # "Spoke after an annual meeting with his counterparts".
        return not _AFTER_IT.search(survey.document.text, mention.sentence.start, noun.start)
    text, start = survey.document.text, mention.trigger.start
    if JUST.search(text, start - _BESIDE, mention.trigger.end):
        # "Officials disclosed that both recently flew together."
        return False
    return not (_has_open_day(survey, mention) or goes_on(survey, mention))


#: Room for a word of time before a verb.
_BESIDE = 10
#: "The company was established as a family business": how what is known came to be.
_KNOWN = re.compile(
    r"(?:\A|[.;] |\n|, )(?:[Tt]he|[Ii]ts|[Tt]heir|[A-Z]\w+[’']s) "
    r"(?:[a-z-]+ ){0,2}[a-z]+ (?:which )?\Z"
)
_FOUNDED = re.compile(
    r"(?:was|were) (?:first |originally )?"
    r"(?:found|establish|creat|set up|form|start|initiat|conceiv)"
)


def _is_known(survey: Survey, mention: EventMention) -> bool:
    text, (start, end) = survey.document.text, mention.trigger
    if mention.kind != "establishment" or not _FOUNDED.match(text, start, end):
        return False
    return bool(_KNOWN.search(text, mention.sentence.start, start))


def _has_open_day(survey: Survey, mention: EventMention) -> bool:
    """Whether a day stands near it that only the missing date of publication leaves open."""
    if survey.document.published is not None:
        return False
    low, high = mention.trigger.start - _OPEN_DAY, mention.trigger.end + _OPEN_DAY
    start, end = mention.sentence
    return any(t.edtf is None for t in survey.times_in(max(start, low), min(end, high)))


_OPEN_DAY = 60


#: ", who was elected president of the alliance": of the body that the article is about.
_POST_OF = re.compile(
    r"(?:is|was|were|has been) (?:\w+ly )?(?:re-?)?"
    r"(?:elected|named|appointed|chosen|confirmed|picked)"
)


@cache
def _of_the_body() -> re.Pattern[str]:
    """ "President of the alliance": a post of the body that is being told of."""
    bodies = as_printed("told_bodies")
    return re.compile(
        rf" (?:as )?(?:the |its )?(?:[\w-]+ ){{0,3}}of the (?:new )?{bodies}\b(?! of\b)"
    )


def takes_post_of(survey: Survey, mention: EventMention) -> bool:
    """Whether a relative clause gives somebody a post of "the alliance" that is being told of."""
    if mention.kind != "appointment" or not mention.group.passive:
        return False
    text = survey.document.text
    named = _POST_OF.match(text, *mention.group[:2])
    return bool(named and _of_the_body().match(text, mention.group.end, mention.sentence.end))


#: "Served under the Treaty of Peace signed in 1978": what something rests on.
_GROUND = re.compile(
    r"\b(?:[Uu]nder|[Pp]ursuant to|[Bb]ased on|in (?:line|accordance) with) the \Z"
)


def _is_ground(survey: Survey, mention: EventMention) -> bool:
    if mention.noun is None or mention.group.tense is not Tense.PARTICIPLE:
        return False
    return bool(_GROUND.search(survey.document.text, mention.sentence.start, mention.noun.start))


#: "Agreed to hold two exercises": an agreement only where it is what the article tells.
_SLIGHT = re.compile(r"agree\w*(?: on \w+day| [A-Z]\w+day)? (?:to|on) ")


def is_slight(survey: Survey, mention: EventMention) -> bool:
    """Whether somebody only "agreed to hold talks": news in a lead that tells nothing else."""
    if mention.kind != "agreement" or mention.noun is not None:
        return False
    text = survey.document.text
    return _SLIGHT.match(
        text, mention.group.end - len("agreed")
    ) is not None and not _weighty().search(text, mention.group.end, mention.group.end + 60)


@cache
def _weighty() -> re.Pattern[str]:
    """ "Agreed to share data": what makes an agreement news wherever it stands."""
    return re.compile(
        rf"\bto {as_printed('weighty_aims')}|"
        r"\bto [a-z]+ (?:[\w’'-]+ ){0,6}(?:satellites?|radars?|telescopes?|sensors?|payloads?|data|"
        r"constellations?|ground stations?)\b"
    )


def _is_occasion(survey: Survey, mention: EventMention) -> bool:
    """Whether a participle tells of the occasion of the news, not of something by the way."""
    if mention.group.start == mention.sentence.start:
        return True
    noun = mention.noun
    if noun is None:
        return False
    low = mention.sentence.start
    if mention.kind == "agreement":
        return bool(_UNDER_A.search(survey.document.text, low, noun.start))
    return mention.kind == "meeting" and is_attended(survey.document.text, mention)


#: "Under a deal initialled in Muscat, the two will …".
_UNDER_A = re.compile(r"\b[Uu]nder an? (?:[\w-]+ ){0,4}\Z")
#: "The decision was taken at the council's second meeting, held at …".
_AT_IT = re.compile(r"\b(?:at|during) (?:the|its|their|\w+[’']s)(?: [\w’'-]+){0,5} \Z")


def is_attended(text: str, mention: EventMention) -> bool:
    """Whether something is done at the event: "could be admitted at the spring meeting"."""
    noun = mention.noun
    return noun is not None and bool(_AT_IT.search(text, mention.sentence.start, noun.start))


#: "While France contributed €3 billion": who gave how much.
_CONTRIBUTED = re.compile(r"contributed\b")
#: Whose perfect, without a day, says how things stand: "licences have been granted".
_OF_STANDING = frozenset({"accession", "policy"})
_HAS_SIGNED = re.compile(r"(?:has|have) (?:\w+ ){0,3}(?:sign|initial|ratif|ink)")
#: "Is scheduled off the coast": it will be.
_ARRANGED = re.compile(
    r"(?:is|are)(?=\Z| (?:\w+ )?"
    r"(?:scheduled|planned|slated|set|due|expected|booked|pencil+ed|fixed)\b)"
)
#: "Article 1 appoints …", "New Zealand joins …": done by being told, wherever it stands.
_PERFORMED = frozenset({"accession", "appointment", "agreement"})
#: "It presents an action plan": what a text says of itself.
_DESCRIBED = re.compile(
    r"(?:\b(?:It|This|They|[Tt]he (?:paper|text|report|plan))|(?:document|agreement|contract|"
    r"memorandum|treaty|arrangement|strategy|law|policy|deal|MOU|MoU|programme|program|"
    r"exercise|[Cc]onvention|Treaty|Act|Protocol|Charter|Law)) "
    r"(?:also )?\Z"
)


def _is_described(survey: Survey, mention: EventMention) -> bool:
    return bool(_DESCRIBED.search(mention.before(survey.document.text, 30)))


#: "The alliance once opened an office": long ago.
_ONCE = re.compile(r"(?:had |have |has )?once\b")
#: "Who became head of the agency": news only with its day.
_BECAME = re.compile(r"(?:has |have |had )?(?:also |then |later )?bec[oa]me")
#: "He founded a firm, where he was elected president": somebody's life.
_OF_A_LIFE = frozenset({"establishment", "appointment", "contract", "conference", "operation"})
_PRONOUN = re.compile(r"\b(?:he|she|He|She|who) \Z")


def _is_of_life(survey: Survey, mention: EventMention) -> bool:
    return bool(_PRONOUN.search(mention.before(survey.document.text, 12)))


#: "at a signing ceremony", "the change of command": the noun alone is the news.
_CEREMONIAL = frozenset({"agreement", "appointment", "statement"})


def _is_exact_or_recent(when: str | None, past: int | None) -> bool:
    if when is None:
        return False
    return is_exact(when) or (past or 0) <= RECENT_DAYS
