"""What is told as history: who had joined since, what was founded in a year that is over."""

from __future__ import annotations

import re

from loaders.extraction.announcements.leads import is_in_lead
from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.language.verb_groups import Tense
from loaders.extraction.survey.article import Survey

#: "Has just joined": how things newly stand.
JUST = re.compile(r"\b(?:just|now|recently|newly|today|finally)\b")


def is_fresh(survey: Survey, mention: EventMention, when: str | None) -> bool:
    """Not if nations joined "later", "since": the history of a coalition takes a date."""
    if mention.kind != "accession":
        return True
    text = survey.document.text
    if when is not None:
        return True
    if SINCE_THEN.match(text, mention.group.start, mention.group.end):
        return False
    if _SINCE_FIRST.match(text, *mention.sentence):
        return False
    if _TOO.search(text, *mention.sentence):
        return False
    if _COUNTED_FIRST.match(text, *mention.sentence) and _HAVE.search(text, *mention.sentence):
        return is_in_lead(survey, mention.sentence)
    if _ALSO.match(text, *mention.group[:2]) and not is_in_lead(survey, mention.sentence):
        return False
    if mention.group.tense is Tense.PERFECT and not JUST.search(text, *mention.trigger):
        return is_in_lead(survey, mention.sentence)
    return not _LATER.match(text, mention.trigger.end, mention.sentence.end)


#: "Have since become partners".
SINCE_THEN = re.compile(r"(?:has|have|had) (?:\w+ ){0,2}(?:since|later|subsequently)\b")
_SINCE_FIRST = re.compile(r"(?:Since then|Over the years|In the meantime|Ever since)\b")
#: "Thailand and Senegal have also signed the Artemis Accords": how they stand elsewhere.
_ALSO = re.compile(r"(?:has|have|had) (?:also|already|both|all|long)\b")
_TOO = re.compile(r"\b(?:has|have) (?:\w+ ){1,3}(?:too|as well)[.,;]")
_HAVE = re.compile(r"\bhave (?:\w+ )?\w+(?:ed|en|ne)\b")
#: "Nineteen countries, including Austria, have joined it": how many there are.
_COUNTED_FIRST = re.compile(
    r"(?:(?:Some|About|Nearly|Almost|Over|More than|At least|In all,?|All told,?|So far,?) )?"
    r"(?:[A-Z][a-z]+(?:teen|ty)(?:-[a-z]+)?|Ten|Eleven|Twelve|\d+|\w+ dozen) "
    r"(?!more|new|further|other)(?:[\w-]+ ){0,2}(?:countries|nations|states|members|governments)\b"
)
_LATER = re.compile(
    r"[^.;]{0,60}\b(?:later|subsequently|since(?! (?:\w+ )?\d{4})|afterwards|over the years)\b"
)


_IN_YEAR = re.compile(r"[^;]{0,90}?(?:\b(?:in|since) (?:early |late |mid-)?|\()\d{4}\b")
_YEAR_FIRST = re.compile(
    r"(?:[A-Z]\w+,? ){0,2}[Ii]n \d{4}\b|\d{4}(?:: | ?[–—-] )|Last year|"
    r"[^,;]{0,40}\b(?:years? ago|last year with)\b"
)


def is_in_year(survey: Survey, mention: EventMention) -> bool:
    """Whether the year goes with the verb: "was founded in 2014", not "the Act of 1952"."""
    text, sentence = survey.document.text, mention.sentence
    return bool(
        _YEAR_BEFORE.search(
            text, max(sentence.start, mention.group.start - 60), mention.group.start
        )
        or _IN_YEAR.match(text, mention.trigger.end, sentence.end)
        or _YEAR_FIRST.match(text, *sentence)
        or _YEARS_AGO.search(text, mention.trigger.end, sentence.end)
    )


#: "A 2014 memorandum signed by …".
_YEAR_BEFORE = re.compile(r"\b(?:a|the) \d{4} ")
_YEARS_AGO = re.compile(
    r"\b(?:years?|decades?) ago\b|\b(?:the (?:following|next|same)|that) year\b|\byears? later\b"
)
#: A year is all that history needs of these: "was founded in 2014".
OF_RECORD = frozenset({"establishment", "policy", "strategy", "agreement", "accession", "launch"})
