"""The day on which the nations of a list founded or came into a body, told beside the list.

"The initiative began in 2014 as an arrangement of A, B and C." "A and B paid for the ninth under
an arrangement dating from January 2012." "The centre was founded on Monday. Its members are …"
"""

from __future__ import annotations

import re

from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.dates.temporal import TimeExpression
from loaders.extraction.memberships.recent_days import is_recent
from loaders.extraction.survey.article import Survey
from loaders.extraction.survey.clauses import TIME, Clause
from loaders.extraction.texts.document import Span

#: "A, B and C founded the cell in April 2022", "set it up in 2015", "bought in as a group in 2012".
_FOUNDERS = re.compile(
    r"(?P<n>Ⓝ)(?:,| [–—])? (?:(?:all|both|then|together|jointly|\w+ly|had|also) )*"
    r"(?:founded|set (?:\w+ )?up|"
    r"established|launched|created|started|formed|joined|entered|bought in|came in|came on board|"
    r"acceded|signed|ratified|followed|(?:clubbed|banded|came) together|teamed up)\b"
    r"(?! (?:a|an|another|its|their)\b)[^.;:Ⓣ]{0,60}? "
    r"(?:in|on|back in) (?P<t>Ⓣ)"
)
#: "The initiative began in 2014 as an arrangement of four, namely A, B, C and D".
_BEGAN_AS = re.compile(
    r"\b(?:began|started|joined|enlarged|came into being|(?:was|were) (?:born|founded|set up|"
    r"established|launched|created|formed|concluded|signed|initiated|brought into being))"
    r"(?: [a-z]+){0,3}? (?:in|on) (?P<t>Ⓣ),? "
    r"(?:as|with|by|between|among|from|namely)\b[^.;ⓉⓃ]{0,70}?(?P<n>Ⓝ)"
)


def day_of_founders(clause: Clause, nations: tuple[str, ...]) -> TimeExpression | None:
    """The day on which the nations of a list founded or joined a body, told beside the list."""
    if TIME not in clause.reduced:
        return None
    for pattern in _OF_FOUNDERS:
        found = pattern.search(clause.reduced)
        if found and set(nations) <= _listed(clause, found.start("n")):
            return clause.time(found.start("t"))
    return None


def day_of_known(
    clause: Clause, coalition: CoalitionMention, nations: tuple[str, ...]
) -> TimeExpression | None:
    """The same of a body whose members are known, where the sentence names no other before."""
    when = day_of_founders(clause, nations)
    if when is None:
        return None
    named = (clause.coalition(place) for place in clause.items)
    others = (m for m in named if m and m.key != coalition.key and m.start < when.start)
    return None if any(others) else when


def _listed(clause: Clause, place: int) -> set[str]:
    """The nations of a list, and of those that follow it: "A and B, and by C"."""
    listed: set[str] = set()
    for position in sorted(p for p in clause.items if p >= place):
        nations = clause.nations(position)
        if nations and (position == place or _FURTHER.search(clause.reduced, place, position)):
            listed |= set(nations.nations)
    return listed


#: "Funded the ninth, which was launched in 2017, under an arrangement dating from January 2012".
_UNDER = re.compile(
    r"(?P<n>Ⓝ)[^.;:Ⓝ]{0,140}?\b(?:under|through|by|in) (?:an?|the) (?:[\w-]+ ){0,3}"
    r"(?:agreement|arrangement|memorandum|deal|contract|accord|pact|treaty|understanding)"
    r"(?: of understanding)? (?:signed|dating|concluded|reached|made|agreed|struck|dated|of|from)"
    r"(?: (?:back to|from|in|on)){0,2} (?P<t>Ⓣ)"
)
_BEGINNING = (
    r"(?:founded|set (?:\w+ )?up|established|launched|created|started|formed|signed|concluded|"
    r"agreed|joined|acceded|opened|brought into being)"
)
#: "launched by the ministers of A and B in California on 2 December 2023".
_BY = re.compile(
    rf"\b{_BEGINNING} (?:jointly )?by [^.;ⓉⓃ]{{0,60}}?(?P<n>Ⓝ)[^.;:ⓉⓃ]{{0,50}}? (?:in|on) (?P<t>Ⓣ)"
)
#: "was established on 19 March 2019, when 11 countries signed its charter: A, B", "since 2014, when
#: it was founded with A and B", "When five countries started it as a consortium in 2015, A, B …".
_WHEN = re.compile(
    rf"(?P<t>Ⓣ)[^.;Ⓣ]{{0,140}}?, when [^.;ⓉⓃ]{{0,60}}?\b{_BEGINNING}\b[^.;Ⓣ]{{0,120}}?(?P<n>Ⓝ)"
)
_WHEN_OPENS = re.compile(
    rf"[Ww]hen [^.;ⓉⓃ]{{0,60}}?\b{_BEGINNING}\b[^.;ⓉⓃ]{{0,60}}? (?:in|on) (?P<t>Ⓣ), (?P<n>Ⓝ)"
)
#: "Entered into force on 11 November 2022, when Austria and Denmark were added to the seven".
_WHEN_THEY = re.compile(
    r"(?P<t>Ⓣ)[^.;ⓉⓃ]{0,60}, when (?:the )?(?P<n>Ⓝ),? (?:also |then |all |both |formally )?"
    r"(?:joined|signed|acceded|entered|founded|ratified|became|came (?:in|aboard|on board)|"
    r"(?:was|were) (?:added|admitted|accepted|taken in|brought in|received|included)|"
    r"(?:took|set) (?:part in it |it )?up)\b"
)
#: "Which A and B have run since September 2021"; "partners since 2012, along with A and B".
_HAVE_SINCE = re.compile(
    r"(?P<n>Ⓝ),? (?:have|has) (?:all |both |together |jointly )?(?:run|led|operated|shared|kept|"
    r"maintained|formed|belonged|been|staffed|manned|funded|made up)\b"
    r"[^.;:ⓉⓃ]{0,50}? since (?:early |late )?(?P<t>Ⓣ)"
)
_SINCE_WITH = re.compile(
    r"\bsince (?:early |late )?(?P<t>Ⓣ),? (?:along|together|alongside|as have|as has|as are)"
    r"(?: with)? (?P<n>Ⓝ)"
)
#: "Signed by seventeen in 2024, and only five of those pay: A, B …".
_OF_THOSE = re.compile(
    rf"\b{_BEGINNING} by [^.;:ⓉⓃ]{{0,40}} (?:in|on) (?P<t>Ⓣ),? [^.;:ⓉⓃ]{{0,20}}\bof "
    r"(?:those|them|these|whom|which)\b[^.;ⓉⓃ]{0,80}?(?P<n>Ⓝ)"
)
_OF_FOUNDERS = (
    _BEGAN_AS, _FOUNDERS, _UNDER, _BY, _WHEN, _WHEN_OPENS, _WHEN_THEY, _HAVE_SINCE, _SINCE_WITH,
    _OF_THOSE,
)  # fmt: skip
_FURTHER = re.compile(r",? and (?:also )?(?:by|with) (?:the )?\Z")


#: "Its founding members are", "The initial participants:".
_FOUNDING = re.compile(
    r"\b(?:[Ff]ound(?:ing|er)|[Oo]riginal|[Cc]harter|[Ii]nitial|[Ii]naugural)\b(?: [\w-]+){0,2}? ?"
    r"(?:members?|nations|states|countries|partners|participants|signatories|allies|governments)?\b"
)
_FOUNDED = (
    r"(?:(?:found|establish|launch|creat|form|inaugurat|conclud|sign|open)ed|set up|stood up|"
    r"brought into (?:being|existence)|signed into (?:being|existence))"
)
#: "established the Combined Partnership": the body itself, not a committee of it.
_FOUNDING_IT = re.compile(rf"\b{_FOUNDED} (?:the |a )?(?:new )?[“\"]?\Z")
_IS_FOUNDED = re.compile(
    rf"[”\"]?(?: \([^)]{{2,40}}\)|, or [\w-]+,|, or [\w-]+ for short,)?"
    rf"(?: (?:was|were|has been|had been) (?:\w+ ){{0,2}}{_FOUNDED}|"
    r" came into (?:being|existence))\b"
)
_IN_FORCE = re.compile(
    r"[^.;,]{0,40}? (?:has |have |had )?(?:formally |officially |now |also )?"
    r"(?:(?:enter(?:ed|s)?|came|comes?) into force|took effect|taken effect|became effective|"
    r"went into effect)\b"
)
_PAPER_ON = re.compile(
    r"\b(?:[Aa]greement|[Tt]reaty|[Cc]onvention|[Cc]harter|[Ss]tatutes?|[Cc]onstitution|[Pp]rotocol|"
    r"[Mm]emorandum|[Rr]egulation) (?:(?:on|of|for|setting up|establishing|founding|creating) )"
    r"(?:the )?\Z"
)
#: Who comes with a new treaty, unlike who "have been there up to now", or were in the old body.
_NEW = re.compile(r"\b(?:joins?|joining|joined|new|anew|newcomers?|newly|added|accede[sd]?)\b")
_WHOSE = re.compile(r"[’']s? ")
_PART_OF = re.compile(r"\b(?:of|for|in|by|under|within|to) (?:the )?\Z")
_REACH = 60
_SENTENCES_AROUND = 10


def day_of_founding(
    survey: Survey, coalition: CoalitionMention, index: int, introduced: str
) -> TimeExpression | None:
    """The day on which a sentence nearby says that a body was founded, of the members it lists.

    Of founding members that is any day; of members as such, one shortly before publication.
    """
    document = survey.document
    founders = bool(_FOUNDING.search(introduced))
    new = bool(_NEW.search(introduced))
    for sentence in reversed(document.sentences[max(0, index - _SENTENCES_AROUND) : index]):
        named = survey.coalition_mentions_in(*sentence)
        own = [m for m in named if m.key == coalition.key]
        if not any(
            _is_founded(survey, m, sentence) or (new and _is_in_force(survey, m, sentence))
            for m in own
        ):
            continue
        times = [t for t in survey.times_in(*sentence) if t.edtf]
        if len(times) == 1:
            return times[0] if founders or is_recent(survey, times[0].edtf) else None
    return None


def day_of_founding_before(survey: Survey, index: int) -> TimeExpression | None:
    """The recent day on which the lead has it that "eleven governments established an alliance"."""
    document = survey.document
    for sentence in document.sentences[max(0, index - _LEAD) : index]:
        times = [t for t in survey.times_in(*sentence) if t.edtf]
        if len(times) == 1 and _FOUND_ONE.search(document.text, *sentence):
            return times[0] if is_recent(survey, times[0].edtf) else None
    return None


_LEAD = 3
_FOUND_ONE = re.compile(
    r"\b(?:found|establish|launch|creat|form|inaugurat)ed (?:an?|their own) (?:[\w-]+ ){0,4}?"
    r"(?:alliance|body|group|partnership|network|organi[sz]ation|agency|pact|programme|program|"
    r"initiative|coalition|centre|center|forum|council|consortium|cell|force|league|union|club)\b"
)


def _is_founded(survey: Survey, body: CoalitionMention, sentence: Span) -> bool:
    """Whether the verb of founding is of the body itself, not of a committee of it."""
    text = survey.document.text
    before = _FOUNDING_IT.search(text, max(sentence.start, body.start - _REACH), body.start)
    part = _PART_OF.search(text, sentence.start, body.start)
    told = not part and _IS_FOUNDED.match(text, body.end, sentence.end)
    return bool(told or (before and not _WHOSE.match(text, body.end)))


def _is_in_force(survey: Survey, body: CoalitionMention, sentence: Span) -> bool:
    """ "With effect from 11 November the agreement on the partnership has entered into force"."""
    text = survey.document.text
    paper = _PAPER_ON.search(text, max(sentence.start, body.start - _REACH), body.start)
    if not paper and _PART_OF.search(text, sentence.start, body.start):
        return False
    return bool(_IN_FORCE.match(text, body.end, sentence.end))
