"""The day on which the nations of a list founded or came into a body, told beside the list.

"The initiative began in 2014 as an arrangement of A, B and C." "A and B paid for the ninth under
an arrangement dating from January 2012." "The centre was founded on Monday. Its members are …"
"""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.dates.temporal import TimeExpression
from loaders.extraction.language.vocabulary import words
from loaders.extraction.memberships.claims import Claim
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.survey.article import Survey
from loaders.extraction.survey.clauses import TIME, Clause
from loaders.extraction.survey.recency import is_recent
from loaders.extraction.texts.document import Span

#: What papers do from a day on, and the decisions of bodies: "took effect on 1 April".
TAKES_EFFECT = (
    r"(?:(?:take[sn]?|took|taking) effect|bec(?:[ao]mes?|oming) effective|(?:is|was) effective|"
    r"(?:enter(?:s|ed|ing)?|c[ao]mes?|coming) into force|(?:go(?:es)?|going|went) into effect)"
)


@cache
def founded() -> str:
    """A pattern for what is done to a body that begins: "founded", "set it up", "inaugurated"."""
    return _any_of("founded", "brought_about")


@cache
def to_found() -> str:
    """A pattern for the same in the infinitive: "found", "set up"."""
    return _any_of("to_found")


@cache
def introduced() -> str:
    """A pattern for what a body that is spoken of next stands behind: "also includes"."""
    return _any_of("introduced")


def _any_of(*sections: str) -> str:
    """The words of sections of the lexicon; of more than one the object may stand between."""
    longest = sorted({word for section in sections for word in nouns(section)}, key=len)[::-1]
    return f"(?:{'|'.join(longest)})".replace(" ", r" (?:\w+ )?")


def day_of_founders(clause: Clause, nations: tuple[str, ...]) -> TimeExpression | None:
    """The day on which the nations of a list founded or joined a body, told beside the list."""
    if TIME not in clause.reduced:
        return None
    for pattern in _of_founders():
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


@cache
def _of_founders() -> tuple[re.Pattern[str], ...]:
    """What tells the day `t` on which the nations `n` founded or joined a body."""
    return tuple(map(re.compile, (*_of_founded(), *_of_deeds(), _HAVE_SINCE, _SINCE_WITH)))


def _of_founded() -> tuple[str, ...]:
    """Of the body, that it was founded by them or with them."""
    begun = founded()
    deed = rf"\b{_any_of('founded', 'brought_about', 'coming_in')}\b"
    return (
        # "The initiative began in 2014 as an arrangement of four, namely A, B, C and D".
        rf"\b(?:began|started|joined|enlarged|came into being|(?:was|were) (?:born|{begun}))"
        r"(?: [a-z]+){0,3}? (?:in|on) (?P<t>Ⓣ),? "
        r"(?:as|with|by|between|among|from|namely)\b[^.;ⓉⓃ]{0,70}?(?P<n>Ⓝ)",
        # "launched by the ministers of A and B in California on 2 December 2023".
        rf"\b{begun} (?:jointly )?by [^.;ⓉⓃ]{{0,60}}?(?P<n>Ⓝ)[^.;:ⓉⓃ]{{0,50}}? "
        r"(?:in|on) (?P<t>Ⓣ)",
        # "was established on 19 March 2019, when 11 countries signed its charter: A, B".
        rf"(?P<t>Ⓣ)[^.;Ⓣ]{{0,140}}?, when [^.;ⓉⓃ]{{0,60}}?{deed}[^.;Ⓣ]{{0,120}}?(?P<n>Ⓝ)",
        # "When five countries started it as a consortium in 2015, A, B …".
        rf"[Ww]hen [^.;ⓉⓃ]{{0,60}}?{deed}[^.;ⓉⓃ]{{0,60}}? (?:in|on) (?P<t>Ⓣ), (?P<n>Ⓝ)",
        # "The accords were first signed by eight countries in October 2020: A, B, C …".
        rf"\b(?:{begun}|signed|joined) by [^.;:ⓉⓃ]{{0,40}} (?:in|on) (?P<t>Ⓣ)"
        r"(?:,[^.;:ⓉⓃ]{0,30})? ?[:–—-] ?(?:the )?(?P<n>Ⓝ)",
        # "Signed by seventeen in 2024, and only five of those pay: A, B …".
        rf"\b{begun} by [^.;:ⓉⓃ]{{0,40}} (?:in|on) (?P<t>Ⓣ),? [^.;:ⓉⓃ]{{0,20}}\bof "
        r"(?:those|them|these|whom|which)\b[^.;ⓉⓃ]{0,80}?(?P<n>Ⓝ)",
        # "In 2020 Kenya joined three founding nations, A, B and C, to establish it".
        rf"(?P<t>Ⓣ)[^.;Ⓣ]{{0,140}}?\b(?:founding|founders|original|first|other)\b[^.;ⓉⓃ]{{0,30}}?"
        rf"(?P<n>Ⓝ)[^.;ⓉⓃ]{{0,12}}?\b(?:to|and) (?:jointly )?{_any_of('to_found')}\b",
    )


def _of_deeds() -> tuple[str, ...]:
    """Of the nations, what they did."""
    return (
        # "A, B and C founded the cell in April 2022", "bought in as a group in 2012".
        r"(?P<n>Ⓝ)(?:,| [–—])? (?:(?:all|both|then|together|jointly|\w+ly|had|also) )*"
        rf"(?:{_any_of('founded', 'coming_in')}|followed|(?:clubbed|banded|came) together|"
        r"teamed up)\b(?! (?:a|an|another|its|their)\b)[^.;:Ⓣ]{0,60}? (?:in|on|back in) (?P<t>Ⓣ)",
        # "Funded the ninth, launched in 2017, under an arrangement dating from January 2012".
        r"(?P<n>Ⓝ)[^.;:Ⓝ]{0,140}?\b(?:under|through|by|in) (?:an?|the) (?:[\w-]+ ){0,3}"
        rf"(?:{_any_of('papers')}|deal|contract|understanding)(?: of understanding)? "
        r"(?:signed|dating|concluded|reached|made|agreed|struck|dated|of|from)"
        r"(?: (?:back to|from|in|on)){0,2} (?P<t>Ⓣ)",
        # "Entered into force in 2022, when Austria and Denmark were added to the seven".
        r"(?P<t>Ⓣ)[^.;ⓉⓃ]{0,60}, when (?:the )?(?P<n>Ⓝ),? (?:also |then |all |both |formally )?"
        rf"(?:{_any_of('coming_in')}|founded|became|(?:took|set) (?:it )?up|"
        r"(?:was|were) (?:added|admitted|accepted|taken in|brought in|received|included))\b",
    )


#: "Which A and B have run since September 2021".
_HAVE_SINCE = (
    r"(?P<n>Ⓝ),? (?:have|has) (?:all |both |together |jointly )?(?:run|led|operated|shared|kept|"
    r"maintained|formed|belonged|been|staffed|manned|funded|made up)\b"
    r"[^.;:ⓉⓃ]{0,50}? since (?:early |late )?(?P<t>Ⓣ)"
)
#: "partners since 2012, along with A and B".
_SINCE_WITH = (
    r"\bsince (?:early |late )?(?P<t>Ⓣ),? (?:along|together|alongside|as have|as has|as are)"
    r"(?: with)? (?P<n>Ⓝ)"
)
_FURTHER = re.compile(r",? and (?:also )?(?:by|with) (?:the )?\Z")


#: "Its founding members are", "The initial participants:".
_FOUNDING = re.compile(r"\b(?i:founding|founder|original|charter|initial|inaugural)\b")
_IN_FORCE = re.compile(rf"[^.;,]{{0,50}}? {TAKES_EFFECT}\b")
#: Who comes with a new treaty, unlike who "have been there up to now", or were in the old body.
_NEW = re.compile(r"\b(?:joins?|joining|joined|new|anew|newcomers?|newly|added|accede[sd]?)\b")
_WHOSE = re.compile(r"[’']s? ")
_PART_OF = re.compile(r"\b(?:of|for|in|by|under|within|to) (?:the )?\Z")
_REACH = 60
_SENTENCES_AROUND = 10


def day_of_founding(
    survey: Survey, claim: Claim, index: int, introduced: str
) -> TimeExpression | None:
    """The day on which a sentence nearby says that a body was founded, of the members it lists.

    Of founding members that is any day; of members as such, one shortly before publication. A
    sentence on what other nations did ("Chile signed the Accords on Monday") founds nothing.
    """
    document, coalition = survey.document, claim.coalition
    # "… and seven other signatories established the Accords. The seven were …"
    told = claim.rule.startswith("found")
    founders = told or bool(_FOUNDING.search(introduced))
    new = bool(_NEW.search(introduced))
    for sentence in reversed(document.sentences[max(0, index - _SENTENCES_AROUND) : index]):
        named = survey.coalition_mentions_in(*sentence)
        own = [m for m in named if m.key == coalition.key]
        doers = survey.nations_in(sentence.start, own[0].start) if own else ()
        if doers and not told and not set(doers) & set(claim.nations):
            continue
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
        if len(times) == 1 and _found_one().search(document.text, *sentence):
            return times[0] if is_recent(survey, times[0].edtf) else None
    return None


_LEAD = 3


@cache
def _found_one() -> re.Pattern[str]:
    bodies = "|".join(words("coalition_words", "union_nouns"))
    return re.compile(
        rf"\b{founded()} (?:an?|their own) (?:[\w-]+ ){{0,4}}?"
        rf"(?:{bodies}|agency|centre|center|council|cell)\b"
    )


@cache
def _founding_it() -> re.Pattern[str]:
    """ "established the Combined Partnership": the body itself, not a committee of it."""
    return re.compile(rf"\b{founded()} (?:the |a )?(?:new )?[“\"]?\Z")


@cache
def _it_is_founded() -> re.Pattern[str]:
    return re.compile(
        r"[”\"]?(?: \([^)]{2,40}\)|, or [\w-]+,|, or [\w-]+ for short,)?"
        rf"(?: (?:was|were|has been|had been) (?:\w+ ){{0,2}}{founded()}|"
        # "which ten governments founded in Apia on Monday"
        rf",? (?:which|that) (?:[\w-]+ ){{1,4}}{founded()}|"
        r" came into (?:being|existence))\b"
    )


@cache
def _paper_on() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?i:{_any_of('papers')}|regulation) "
        r"(?:on|of|for|setting up|establishing|founding|creating) (?:the )?\Z"
    )


def _is_founded(survey: Survey, body: CoalitionMention, sentence: Span) -> bool:
    """Whether the verb of founding is of the body itself, not of a committee of it."""
    text = survey.document.text
    told = _it_is_founded().match(text, body.end, sentence.end)
    if told and not _PART_OF.search(text, sentence.start, body.start):
        return True
    before = _founding_it().search(text, max(sentence.start, body.start - _REACH), body.start)
    return bool(before and not _WHOSE.match(text, body.end))


def _is_in_force(survey: Survey, body: CoalitionMention, sentence: Span) -> bool:
    """ "With effect from 11 November the agreement on the partnership has entered into force"."""
    text = survey.document.text
    paper = _paper_on().search(text, max(sentence.start, body.start - _REACH), body.start)
    if not paper and _PART_OF.search(text, sentence.start, body.start):
        return False
    return bool(_IN_FORCE.match(text, body.end, sentence.end))
