"""Whether a clause says that an event happens: not wished, doubted, denied, asked or habitual."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.announcements.conditional import is_conditional
from loaders.extraction.announcements.likeness import OF_EDITIONS
from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.announcements.newsworthiness import is_attended, takes_post_of
from loaders.extraction.announcements.relatives import is_next, relative_before
from loaders.extraction.announcements.requirements import has_what_it_asks, is_mission
from loaders.extraction.announcements.standing import is_habit, is_total
from loaders.extraction.announcements.unfulfilled import (
    is_called_off,
    is_hindered,
    is_said_by_body,
    is_wished,
)
from loaders.extraction.announcements.word_patterns import alternatives
from loaders.extraction.dates.calendar import month_names
from loaders.extraction.dates.precision import is_year
from loaders.extraction.language.verb_groups import Tense
from loaders.extraction.survey.article import Survey
from loaders.extraction.survey.recency import RECENT_DAYS, days_before, is_exact_and_recent


def is_real(survey: Survey, mention: EventMention) -> bool:
    """Whether the clause says that it happened, happens or will, once."""
    text, sentence = survey.document.text, mention.sentence
    if mention.group.denied or not _is_of_now(survey, mention):
        return False
    before = text[sentence.start : mention.group.start]
    if _is_no_telling(text, mention) or _is_untold(survey, mention, before):
        return False
    if not has_what_it_asks(survey, mention, before) or _is_hypothetical(text, mention):
        return False
    if mention.group.tense is Tense.NOMINAL and (
        _AHEAD.search(before) or is_attended(text, mention)
    ):
        # "Could be admitted at the spring meeting in Oslo": the meeting itself is not in doubt.
        return True
    return _is_set(mention) or not is_conditional(text, mention)


def _is_no_telling(text: str, mention: EventMention) -> bool:
    """Whether the sentence asks, captions a picture, or says how things stand so far."""
    sentence, behind = mention.sentence, mention.trigger.end
    if text[sentence.start : sentence.end].rstrip('”"’ ').endswith("?"):
        return True
    asked = _ASKED.match(text, *sentence) and not _BUT_WHEN.search(mention.before(text, _CLAUSE))
    if asked or _UNDECIDED.match(text, *sentence) or _CAPTION.search(text, *sentence):
        return True
    perfect = mention.group.tense is Tense.PERFECT
    if perfect and (
        _SINCE.match(text, behind, sentence.end) or _FOR_YEARS.match(text, behind, sentence.end)
    ):
        return True
    if _HANGING.match(text, mention.group.start, sentence.end):
        return True
    if _UNRATIFIED.search(text, behind, sentence.end):
        return True
    if is_called_off(text, mention) or is_said_by_body(text, mention):
        return True
    near = max(sentence.start, mention.group.start - _NEAR)
    if _SO_FAR.search(text, near, min(sentence.end, behind + _BEHIND)):
        return True
    # "Wargames usually last a week and involve hundreds"
    present = mention.group.tense is Tense.PRESENT
    low = sentence.start if present else max(sentence.start, mention.trigger.start - _NEAR)
    return is_habit(text, low, min(sentence.end, behind + 60), mention.trigger.end)


def _is_untold(survey: Survey, mention: EventMention, before: str) -> bool:
    """Whether it is denied, deplored, none, of a kind, or stands by the way without a day."""
    text, noun = survey.document.text, mention.noun
    if _is_by_the_way(survey, mention) or _is_cause(survey, mention, before):
        return True
    if _YEARS_AFTER.search(before):
        # "Chose a home, nearly five years after its treaty was signed": recalled.
        return True
    if _denied().search(before) or _is_unnamed(mention, before) or is_hindered(mention, before):
        return True
    if is_wished(survey, mention, before):
        return True
    if mention.group.tense is Tense.GERUND and not _is_adjunct(text, mention):
        return True
    if noun and _NONE.search(text[max(mention.sentence.start, noun.start - 30) : noun.start]):
        return True
    if noun and _SUCH.match(text, mention.group.end, noun.start):
        return True
    if noun and text.endswith(("Such ", "such "), 0, noun.start) and mention.group.passive:
        # "Such tests have been carried out by Kenya": recalled, none of its own.
        return True
    if mention.group.tense in _GONE and _is_of_many(survey, mention):
        return True
    if noun and mention.group.tense is Tense.PERFECT and is_total(text, mention, noun):
        return True
    return _is_deplored(mention, before)


#: "Many countries have set up agencies": how things go.
_MANY = re.compile(
    r"\b(?:[Mm]any|[Mm]ost|[Nn]umerous|[Mm]ore and more|[Dd]ozens)\b[^;:]*\b(?:have|has)\b[^;:]*\Z"
)
_GONE = frozenset({Tense.PERFECT, Tense.PAST})


def _is_of_many(survey: Survey, mention: EventMention) -> bool:
    """Whether it is told without a day of many whom nobody names."""
    text, (start, end) = survey.document.text, mention.sentence
    if _MANY.search(text, start, mention.trigger.end) is None or survey.times_in(start, end):
        return False
    return not survey.mentions_in(start, end)


def _is_by_the_way(survey: Survey, mention: EventMention) -> bool:
    """Whether ", which signed it in 1967," is neither to come nor has a day of its own."""
    relative = relative_before(survey.document.text, mention)
    if relative is None or not relative[0].startswith(","):
        return False
    return not (
        _is_coming(survey, mention)
        or _has_its_day(survey, mention)
        or takes_post_of(survey, mention)
    )


_YEARS_AFTER = re.compile(r"\b(?:years?|decades?) after (?:[\w’'-]+ ){1,7}\Z")
#: "Set up in May after a foreign satellite shadowed theirs": why it was done.
_AFTER = re.compile(
    r"(?<!days )(?<!weeks )(?<!week )(?<!day )(?<!hours )\bafter (?:(?!that\b)[\w’'-]+ ){2,9}\Z"
)
_CAUSES = frozenset({"operation", "launch"})


def _is_cause(survey: Survey, mention: EventMention, before: str) -> bool:
    """Whether a clause with "after" says without a day of its own why something was done."""
    if mention.kind not in _CAUSES or not mention.is_finite or not _AFTER.search(before):
        return False
    return not survey.times_in(mention.group.end, mention.sentence.end)


def _is_coming(survey: Survey, mention: EventMention) -> bool:
    """Whether ", which will be launched in June," says that it will be, and when."""
    if mention.group.tense is Tense.FUTURE and mention.kind == "accession":
        return True
    if is_next(survey.document.text, mention):
        return True
    if not _is_dated(survey, mention):
        return False
    text = survey.document.text
    if mention.group.tense is Tense.FUTURE and not is_mission(text, mention.noun):
        return True
    return bool(_FOR_LAUNCH.match(text, *mention.trigger))


def _is_hypothetical(text: str, mention: EventMention) -> bool:
    """Whether "would" says what somebody expects, or what would be if something else were."""
    start, end = mention.group.start, mention.group.end
    if mention.kind in _NOT_EXPECTED and text.startswith("would", start):
        return not _ANNOUNCED.search(mention.before(text, _CLAUSE))
    if _HYPOTHESIS.match(text, *mention.sentence) and "would" in text[start:end]:
        return True
    return bool(_WOULD_IF.match(text, start, mention.sentence.end))


#: "JCO-US was established in 2020"; not "the tradition was established in 2018".
_NAME = re.compile(
    r"(?:\A|[,;:.] )(?:[Tt]he )?[A-Z][\w.’'&-]*(?: (?:of|and|for|the|[A-Z0-9][\w.’'&-]*|"
    r"\([^)]{1,20}\)))* \Z"
)


def _is_unnamed(mention: EventMention, before: str) -> bool:
    """Whether what was established, no noun of the lexicon, has no name either."""
    if mention.kind != "establishment" or mention.noun or not mention.group.passive:
        return False
    return not (_NAME.search(before) or mention.group.end - mention.group.start < _FOUNDED)


#: "Was founded" is always told of some body.
_FOUNDED = len("was founded") + 2


def _is_set(mention: EventMention) -> bool:
    """Whether it is "the meeting expected to take place in May", whoever may come to it."""
    noun, group = mention.noun, mention.group
    reduced = group.tense is Tense.PARTICIPLE and noun is not None and noun.end + 1 == group.start
    return reduced and mention.kind in _OF_THEMSELVES


_OF_THEMSELVES = frozenset({"meeting", "conference", "exercise"})


#: "Before the summit in Accra": the summit will be.
_AHEAD = re.compile(
    r"\b(?:[Bb]efore|[Aa]head of|[Uu]ntil) (?:a|an|the|its|their|\w+[’']s)(?: [\w’'-]+){0,5} \Z"
)


_WOULD_IF = re.compile(r"would\b.*\b(?:if|unless|were)\b")
#: "A statement that India had joined" tells it now; "had joined before" tells what went before.
_REPORTED = re.compile(r"\bthat (?:[\w’'-]+ ){1,6}\Z")
_ANNOUNCED_SINCE = frozenset({"accession", "agreement"})


#: What had happened on a day of its own is told: "In 1990, China had helped launch …".
_DAY_FIRST = re.compile(
    r"(?:(?:Previously|Earlier), )?(?:In|On|in|on) [^,;]{3,30}, |"
    r"(?:In|On) (?:[A-Z]\w+|\d{1,2} [A-Z]\w+)(?: \d{1,4})? (?=the |[A-Z])|"
    r"(?:An?|One|Two|Three) (?:day|week|month)s? (?:earlier|before),? "
)
_OWN_DAY = 90
#: So far back what governs a clause stands.
_CLAUSE = 70


def _is_of_now(survey: Survey, mention: EventMention) -> bool:
    if mention.group.tense is not Tense.PLUPERFECT:
        return True
    text = survey.document.text
    start, end = mention.sentence
    own = survey.times_in(mention.trigger.end, min(end, mention.trigger.end + _OWN_DAY))
    if mention.kind != "launch":
        own = tuple(t for t in own if is_exact_and_recent(survey, t.edtf))
    first = _DAY_FIRST.match(text, start, end)
    if own or (first and (first[0][0] in "AT" or survey.times_in(start, mention.group.start))):
        return True
    before = mention.before(text, _CLAUSE)
    said = _said().search(before)
    if said and (said[1] or mention.kind in _ANNOUNCED_SINCE or _ANNOUNCED.search(before)):
        return True
    if mention.kind not in _ANNOUNCED_SINCE:
        return False
    return bool(_REPORTED.search(before))


@cache
def _said() -> re.Pattern[str]:
    """ "Kenya said on Monday (that) it had signed": what is said to be done is told now."""
    month = f"(?:{'|'.join(month_names())}|[A-Z][a-z]{{2,3}}\\.)"
    day = (
        rf"(?:on )?(?:[A-Z]\w+day,? )?(?:{month} \d{{1,2}}|\d{{1,2}} {month}),?|"
        r"(?:on )?[A-Z]\w+day|(?:earlier )?(?:today|yesterday|this week|last week)"
    )
    return re.compile(
        rf"\b(?:{alternatives('announcing')})(?: (?:{day}|in a statement))*(?: that)? "
        r"(?:(it|they)|(?:the |its |their )?(?:[\w’'-]+ ){0,4}[\w’'-]+) \Z"
    )


@cache
def _deplored() -> re.Pattern[str]:
    """ "Condemned the test carried out in November": what is deplored is recalled."""
    return re.compile(rf"\b(?:{alternatives('deploring')})\b[^,;]*\Z")


@cache
def _denied() -> re.Pattern[str]:
    """ "Denied that it had signed": what is denied, doubted or rumoured is not told."""
    return re.compile(rf"\b(?:{alternatives('denying')})(?: that)? [^,;]{{0,70}}\Z")


def _is_dated(survey: Survey, mention: EventMention) -> bool:
    """Whether a date stands near behind the verb."""
    high = min(mention.sentence.end, mention.trigger.end + _RELATIVE_DAY)
    return any(t.edtf for t in survey.times_in(mention.trigger.end, high))


#: ", whose first module is now scheduled for launch in 2029".
_FOR_LAUNCH = re.compile(
    r"(?:is|are) (?:now |still |currently )?(?:scheduled|slated|set|planned|due|booked)\b"
)
#: So near behind its verb a day is that of a relative clause: a place may stand between.
_RELATIVE_DAY = 90
_OWN_CLAUSE_DAY = 60
_COMMA = re.compile(r",(?! \d{4})")


def _has_its_day(survey: Survey, mention: EventMention) -> bool:
    """Whether ", which was signed on Monday," names a day not long ago in its own clause."""
    noted = mention.kind in _NOTED and mention.group.tense in (Tense.PAST, Tense.PARTICIPLE)
    if not (mention.is_finite or noted):
        return False
    high = min(mention.sentence.end, mention.trigger.end + _OWN_CLAUSE_DAY)
    comma = _COMMA.search(survey.document.text, mention.trigger.end, high)
    own = survey.times_in(mention.group.start, comma.start() if comma else high)
    open_day = survey.document.published is None
    if noted:
        return any(_is_lately(survey, t.edtf) if t.edtf else open_day for t in own)
    return any(is_exact_and_recent(survey, t.edtf) or (open_day and not t.edtf) for t in own)


#: A week or a month is enough for these: ", which Kenya joined in February".
_NOTED = OF_EDITIONS | {"accession"}


def _is_lately(survey: Survey, when: str) -> bool:
    """Whether a day, a week or a month lies not long ago, or ahead."""
    past = days_before(survey, when)
    return not is_year(when) and past is not None and past <= RECENT_DAYS


#: "Has provided over $12 billion since 2002": no single event.
#: "Has been training together for years".
_FOR_YEARS = re.compile(
    r"[^;,.]{0,60}\bfor (?:many |several |some )?(?:years|decades|months|generations)\b(?! to come)"
)
_SINCE = re.compile(r"[^;]{0,160}\bsince \d{4}\b")
#: "Will enter into force once six have ratified it": nobody knows when.
_HANGING = re.compile(
    r"(?:will|would|is to|are to) (?:only )?(?:enter into force|come into force|take effect|"
    r"enter into effect|come into effect)(?: only)? (?:when|once|if|after|as soon as|upon)\b"
)
#: "Signed the convention in 2005 but never ratified it".
_UNRATIFIED = re.compile(r"\bbut (?:has |have |had )?(?:never|not yet|not) ratified\b")
#: "Has so far signed only a letter": how things stand.
_SO_FAR = re.compile(r"\b(?:so far|to date|thus far)\b")
_NEAR, _BEHIND = 20, 12
#: "Four countries have conducted such tests": no event of its own.
_SUCH = re.compile(r" such\b")
#: "No meeting was held".
_NONE = re.compile(r"\b[Nn]o (?:[\w-]+ ){0,2}\Z")


def _is_deplored(mention: EventMention, before: str) -> bool:
    by_the_way = mention.group.tense is Tense.PARTICIPLE
    by_the_way = by_the_way or (
        mention.group.tense is Tense.NOMINAL and mention.kind == "accession"
    )
    return by_the_way and bool(_deplored().search(before))


#: What somebody says would be done or visited is no news of it yet.
_NOT_EXPECTED = frozenset({"operation", "visit"})
#: "Announced that the two would fly together": that they will.
_ANNOUNCED = re.compile(r"\b(?:announced|confirmed|disclosed|revealed)\b[^,;]{0,60}\Z")
#: "Administrator Bill Nelson, left, and …": under a picture.
_CAPTION = re.compile(r", (?:(?:second|third|far|from) )*(?:left|right|center|centre),")
#: ", joining nine others", "with France becoming a member": told along with the main clause.
_ADJUNCT = re.compile(
    r"(?:, |\b(?:[Aa]fter|[Bb]y|[Uu]pon) |\bwith (?:[\w’'.-]+ ){1,6}|"
    r", and (?:[\w’'.-]+ ){1,4})(?:\w+ly )?\Z"
)


def _is_adjunct(text: str, mention: EventMention) -> bool:
    if mention.group.start == mention.sentence.start:
        # "Meeting in Baku on Monday, the council admitted …"; but "Constituting Entities meet."
        return "," in text[mention.trigger.end : mention.sentence.end]
    return bool(_ADJUNCT.search(mention.before(text, _CLAUSE)))


#: "No date has been set for the meeting".
#: "Nor is there any plan to bring in Peru".
_UNDECIDED = re.compile(
    r"No (?:date|time|place|decision|agreement|deal|contract)\b|"
    r"Nor (?:is|are|was|were|has|have|had|do|does|did|will|would)\b"
)
#: "If an ally were attacked, the council would meet".
_HYPOTHESIS = re.compile(r"(?:If|Should|Were|Had|Unless)\b")
#: "Which firm will get it is anybody's guess".
#: "What that means could be seen this month, when 25 nations came together".
_BUT_WHEN = re.compile(r", (?:when|as|where) ")
_ASKED = re.compile(r"(?:Which|Whether|What|How|Why|Who|Where)\b")
