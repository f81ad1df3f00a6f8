"""Which dates of a sentence are those of another event: of other nations, insertions, names."""

from __future__ import annotations

import re

from loaders.extraction.announcements.circumstances import Circumstances
from loaders.extraction.dates.precision import is_year
from loaders.extraction.dates.temporal import TimeExpression
from loaders.extraction.language.verb_groups import Tense


def is_of_others(around: Circumstances, time: TimeExpression) -> bool:
    """Whether the date is that of what other nations did: beyond a semicolon, or before it."""
    if ";" in around.survey.document.text[time.end : around.trigger.start]:
        return True  # "Germany unveiled a strategy in May; Italy enacted a law"
    if _is_of_clause_behind(around, time):
        return True
    return _is_of_next_clause(around, time) or _is_of_those_before(around, time)


#: "In November Peru signed it, and in February it opened …": the day of what is told next.
_AND_IN = re.compile(r", (?:and|but|while) (?:(?:in|on|since|from|by) )?(?:early |late |mid-)?\Z")
_NEXT_SUBJECT = re.compile(r",? (?:it|they|he|she|the (?:country|two|three|ministry)) [a-z]+")


def _is_of_clause_behind(around: Circumstances, time: TimeExpression) -> bool:
    text = around.survey.document.text
    if time.start < around.trigger.end or not _NEXT_SUBJECT.match(text, time.end):
        return False
    return _AND_IN.search(text, around.trigger.end, time.start) is not None


def _is_of_next_clause(around: Circumstances, time: TimeExpression) -> bool:
    """ "Peru signed a letter; Norway attended Tuesday's ceremony": another nation's day."""
    edge = around.survey.document.text.rfind(";", around.trigger.end, time.start)
    if edge < 0:
        return False
    opens = _OPENS_CLAUSE.fullmatch(around.survey.document.text, edge, time.start)
    return bool(opens or around.survey.nations_in(edge, around.sentence.end))


#: "They met in January in Lima; in July they signed": the day of what is told next.
_OPENS_CLAUSE = re.compile(r"; (?:and |but |then )*(?:(?:in|on|early|late|last|mid-) ?)*")


#: "Serbia becomes the 11th to join, following Nicaragua and Thailand in April": theirs.
_AFTER_THEM = re.compile(
    r"\b(?:following|after|behind) (?:the )?(?=[A-Z])(?P<them>[^.;()]{3,80}?)"
    r",? (?:(?:in|on|earlier|only|just|back|late|early|both)(?: in)? )*\Z"
)
_WORD = re.compile(r"[a-z]{3,}")


def _is_of_those_before(around: Circumstances, time: TimeExpression) -> bool:
    """Whether a date behind the event is that of the nations which it came after."""
    text = around.survey.document.text
    if time.start < around.trigger.end:
        return False
    found = _AFTER_THEM.search(text, around.trigger.end, time.start)
    if found is None:
        return False
    rest = found["them"]
    for mention in around.survey.mentions_in(*found.span("them")):
        rest = rest.replace(text[mention.start : mention.end], "")
    return rest != found["them"] and not _WORD.search(re.sub(r"\b(?:and|the|both)\b", "", rest))


#: "The planning conference for the next edition, scheduled for spring 2025, in Lisbon this June".
_SET_FOR = re.compile(
    r"(?P<noun>\w+), (?:which is |itself )?(?:scheduled|planned|due|set|slated|expected|foreseen) "
    r"(?:for|in|on|to (?:take place|be held|begin|start) (?:in|on)) (?:the )?\Z"
)


#: "The memorandum, signed in 2023, was extended", "the entry of Peru, after that of Kenya in May,
#: was …": not the day of extending it, of Peru's entry.
_INSERTED = re.compile(
    r", (?:first |originally )?(?:signed|concluded|agreed|founded|created|adopted|reached|launched|"
    r"set up|established) (?:[\w’'-]+ ){0,4}\Z|"
    r", (?:after|unlike|like) (?:that|those) of (?:the )?\Z"
)
#: "Founded in 2014, the initiative was launched by Peru": its own day.
_FOUNDS = re.compile(r"\b(?:found|establish|creat|launch|form|set up|start|began|begun)")
#: "Founded in 2014, the initiative has been joined by Peru": not the day of Peru's joining.
_OPENED = re.compile(
    r"(?:(?:First|Originally|Initially) )?(?:[Ss]tarted|[Ff]ounded|[Ee]stablished|[Cc]reated|"
    r"[Ll]aunched|[Ff]ormed|[Ss]et up|[Bb]orn|[Bb]egun) (?:[\w’'-]+ ){0,5}\Z"
)
_GOES_ON = re.compile(r", (?:was|were|is|are|has|have|will)\b")


def tells_of_another(
    around: Circumstances, time: TimeExpression, others: list[TimeExpression]
) -> bool:
    """Whether the date is that of an insertion, or of a noun where the event has another date."""
    text = around.survey.document.text
    inserted = _INSERTED.search(text, around.sentence.start, time.start)
    if inserted and _GOES_ON.match(text, time.end) and time.start < around.trigger.start:
        return True
    if _is_of_relative(text, around, time):
        return True
    opened = _OPENED.match(text, around.sentence.start, time.start)
    later = time.end < around.trigger.start and not _FOUNDS.search(text, *around.trigger)
    if opened and later and text.startswith(", ", time.end):
        return True
    rests = around.tense is Tense.NOMINAL or _RESTS.match(text, *around.trigger)
    if rests and _OF_DEED.search(text, around.trigger.end, time.start):
        return True
    if not any(other.start > time.end for other in others) or text[time.end : time.end + 1] != ",":
        return False
    found = _SET_FOR.search(text, around.sentence.start, time.start)
    if found is None:
        return False
    return not around.trigger.start <= found.start("noun") < around.trigger.end


#: "Peru, whose agency was founded in 2014, signed": not the day of signing; but "the council,
#: which met on Monday, approved it".
_RELATIVE = re.compile(
    r", (?:which|who|whose|where) (?P<sat>(?:[\w’'-]+ )?(?:met|convened|gathered|assembled|sat|"
    r"opened|closed|ended|concluded|(?:was|were|is) held|took place|takes place|began|begins))?"
    r"[^,;]*\Z"
)
_BACK = re.compile(r"[^,;]{0,40},(?P<further> and)? ")


def _is_of_relative(text: str, around: Circumstances, time: TimeExpression) -> bool:
    """Whether the date is that of an inserted relative clause, and the event's verb behind it."""
    inserted = _RELATIVE.search(text, around.sentence.start, time.start)
    back = _BACK.match(text, time.end, around.trigger.start) if inserted else None
    return bool(inserted and back and (back["further"] or not inserted["sat"]))


_RESTS = re.compile(
    r"(?:follows?|builds? on|continues?|reflects?|implements?|fulfil+s?|rests? on)\b"
)
#: "The dialogue follows a decision taken by the leaders in May": the decision's day.
_OF_DEED = re.compile(
    r"\b(?:decision|initiative|commitment|pledge|announcement|plan|understanding|mandate|promise|"
    r"roadmap|declaration|statement|agreement|memorandum)s? (?:that was |which was )?"
    r"(?:announced|taken|made|agreed|reached|issued|launched|signed|adopted|given|released)"
    r"(?: [^;:]{2,120})? (?:in|on) (?:early |late |mid-)?\Z"
)


#: "Its 2025 Space Strategy", "the 2020 Artemis Accords".
_BEFORE_NAME = re.compile(r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Aa]n?|[Tt]his)|[’']s?) \Z")
_NAME_NEXT = re.compile(r" [A-Z]")


def is_in_name(around: Circumstances, time: TimeExpression, others: list[TimeExpression]) -> bool:
    """Whether a year belongs to a name, where the event has a nearer date behind it."""
    text = around.survey.document.text
    return (
        is_year(time.edtf)
        and any(other.start > time.end and not is_year(other.edtf) for other in others)
        and _NAME_NEXT.match(text, time.end) is not None
        and _BEFORE_NAME.search(text, around.sentence.start, time.start) is not None
    )


def is_of_listed_nation(around: Circumstances, time: TimeExpression) -> bool:
    """ "Agreements with Peru (2023), Chile (2014) and Kenya": a day of one of them only."""
    survey = around.survey
    text = survey.document.text
    if text[time.start - 2 : time.start] != " (" or text[time.end : time.end + 1] != ")":
        return False
    at = time.start - 2
    return any(
        listed.start < at < listed.end or (listed.end in (at, time.end + 1))
        for listed in survey.enumerations
        if len(listed.nations) > 1
    )
