"""The day on which nations signed, told in another sentence than the one that lists them.

"Two groups of allies on Thursday agreed to work on launches. … The letter of intent carries the
signatures of A, B and C." "A is the 25th country on the list. … Its minister signed on May 30."
"""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.dates.saying import is_day_of_saying
from loaders.extraction.dates.temporal import TimeExpression
from loaders.extraction.language.numbers import count_pattern, number_of
from loaders.extraction.memberships.claims import Claim
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.rules import Status, is_pledge
from loaders.extraction.survey.article import Survey
from loaders.extraction.survey.recency import is_recent_day
from loaders.extraction.texts.document import Span

SIGNS = (
    r"(?:sign|signs|signed|signing|signatures?|inked|initialled|"
    r"put(?:s|ting)? (?:its|their|his|her) names?|add(?:s|ed|ing) (?:its|their|his|her) names?)"
)
SIGNING = re.compile(
    rf"(?:\b{SIGNS}\b[^.;]{{0,140}}?|"
    r"\bsigning ceremony\b[^.;]{0,120}?\b(?:took place|was held)) ?\Z"
)
#: "on Monday signed", "the same day saw the signature of India", "on June 21 it was its turn".
_TO_SIGN = re.compile(
    r"[^.;]{0,40}? to sign\b|,? (?:[a-z]+ ){0,2}?(?:signed|put their names|put its name|inked)\b"
)
_TURN = re.compile(
    r"[^.;]{0,40}?\b(?:(?:saw|brought) the signature of|it was [^.;,]{2,40}[’']s? turn)\b"
)
#: The signing of long ago, or by others: "first signed in 2020".
_FIRST_SIGNED = re.compile(
    r"\b(?:first|originally|original|founding|established|will|would|plans?)\b"
    r"|\b(?:a|another) (?:[\w-]+ )?(?:memorandum|contract)\b"
)
_SENTENCES_AROUND = 8


def day_of_signing(survey: Survey, claim: Claim, index: int) -> TimeExpression | None:
    """The one recent day on which a sentence nearby says that the claim's nations signed.

    That sentence names one of them, or no nation at all ("Ministers of 23 states signed it on …").
    """
    if not _is_of_paper(claim):
        return None
    found: dict[str, TimeExpression] = {}
    for sentence in _around(survey, index):
        named = survey.nations_in(*sentence) or _owners(survey, sentence)
        if named and not set(named) & set(claim.nations):
            continue
        found |= {time.edtf or "": time for time in _signing_days(survey, sentence)}
    if found:
        return next(iter(found.values())) if len(found) == 1 else None
    signed = claim.status is not Status.LETTER_OF_INTENT
    return _day_of_opening(survey, index) if signed else None


def day_of_signing_told(survey: Survey, claim: Claim, index: int) -> TimeExpression | None:
    """The same of those who are told to stand signed: the sentence is of them all, and no other.

    It names them, or as many without a name ("Two nations put their names to it on Monday"). A
    letter of intent is of the day on which the lead has it that "groups of allies agreed".
    """
    if not _is_of_paper(claim):
        return None
    found: dict[str, TimeExpression] = {}
    for sentence in _around(survey, index):
        counted = _counted(survey, sentence) == len(claim.nations)
        if counted or _is_of_all(survey, claim, sentence):
            # "The sixteen are A, B …": as many signed, though it be years ago.
            long_ago = counted and len(claim.nations) > _FEW
            days = _signing_days(survey, sentence, _TURN, long_ago)
            found |= {time.edtf or "": time for time in days}
    if found:
        return next(iter(found.values())) if len(found) == 1 else None
    if claim.status is Status.LETTER_OF_INTENT:
        return _day_of_lead(survey, index)
    listed = claim.rule.startswith("roster")
    return _day_of_opening(survey, index) if listed else None


def _is_of_paper(claim: Claim) -> bool:
    """Whether what is told comes of a signature: who belongs to accords has signed them."""
    if claim.status is Status.MEMBER:
        return is_pledge(claim.coalition.name)
    return claim.status in (Status.SIGNED, Status.LETTER_OF_INTENT)


def _around(survey: Survey, index: int) -> list[Span]:
    """The sentences near one that tell a time."""
    first = max(0, index - _SENTENCES_AROUND)
    near = survey.document.sentences[first : index + _SENTENCES_AROUND + 1]
    return [sentence for sentence in near if survey.times_in(*sentence)]


_FEW = 3


def _signing_days(
    survey: Survey,
    sentence: Span,
    besides: re.Pattern[str] | None = None,
    long_ago: bool = False,
) -> list[TimeExpression]:
    """The recent days on which a sentence tells of a signing that is not the first of all."""
    text = survey.document.text
    times = [
        t
        for t in survey.times_in(*sentence)
        if t.edtf
        and (long_ago or is_recent_day(survey, t.edtf))
        and not is_day_of_saying(text, sentence, Span(t.start, t.end))
    ]
    if not times or _FIRST_SIGNED.search(text, *sentence):
        return []
    return [
        time
        for time in times
        if SIGNING.search(text, sentence.start, time.start)
        or _TO_SIGN.match(text, time.end, sentence.end)
        or (besides and besides.match(text, time.end, sentence.end))
    ]


@cache
def _count() -> re.Pattern[str]:
    return re.compile(rf"\b({count_pattern()}) (?:\w+ ){{0,2}}?{_signers()}\b", re.IGNORECASE)


@cache
def _signers() -> str:
    return f"(?:{'|'.join(nouns('signers'))})"


_ITS = re.compile(r"(?:Its|Their|The country[’']s)\b")


def _is_of_all(survey: Survey, claim: Claim, sentence: Span) -> bool:
    """Whether a sentence tells of the claim's nations and no other, by name or as "its …"."""
    named = survey.nations_in(*sentence) or _owners(survey, sentence)
    return set(named) == set(claim.nations)


def _counted(survey: Survey, sentence: Span) -> int | None:
    """How many nations a sentence says they are: "Two nations put their names to it"."""
    counted = _count().search(survey.document.text, *sentence)
    return number_of(counted[1]) if counted else None


def _owners(survey: Survey, sentence: Span) -> tuple[str, ...]:
    """Whose "Its minister" is: the nations of the sentence before."""
    document = survey.document
    at = document.sentence_at(sentence.start)
    if not at or not _ITS.match(document.text, sentence.start):
        return ()
    return tuple(survey.nations_in(*document.sentences[at - 1]))


_LEAD = 4
_AGREED = (
    r"(?:agreed|signed|pledged|committed|launched|started|undertook|joined (?:forces|hands)|"
    r"teamed up|set up|established|put their names)"
)
_AGREED_NEXT = re.compile(rf",? (?:[a-z]+ ){{0,2}}?{_AGREED}\b")


@cache
def _group_agreed() -> re.Pattern[str]:
    """ "Two groups of NATO countries on Thursday agreed", "Allies signed two letters on …"."""
    return re.compile(
        rf"\b(?i:{_signers()})\b[^.;:,]{{0,30}}?"
        rf"(?:\b{_AGREED}\b[^.;:]{{0,100}}? (?:on |this )?)?\Z"
    )


def _day_of_lead(survey: Survey, index: int) -> TimeExpression | None:
    """The one recent day that the lead gives to what several governments agreed on."""
    document = survey.document
    for sentence in document.sentences[: min(index + 1, _LEAD)]:
        times = [t for t in survey.times_in(*sentence) if t.edtf and is_recent_day(survey, t.edtf)]
        if len(times) != 1:
            continue
        lead = _group_agreed().search(document.text, sentence.start, times[0].start)
        told = lead and (
            re.search(_AGREED, lead[0])
            or _AGREED_NEXT.match(document.text, times[0].end, sentence.end)
        )
        if told:
            return times[0]
    return None


#: "It was opened for signature on 25 June, and twelve governments signed on the first day".
_OPENED = re.compile(r"\bopen(?:ed)? (?:for|to) signature\b[^.;]{0,80}?\Z")


def _day_of_opening(survey: Survey, index: int) -> TimeExpression | None:
    """The recent day on which what the nations of a list have signed was opened for signature."""
    document = survey.document
    for sentence in document.sentences[max(0, index - _SENTENCES_AROUND) : index]:
        times = survey.times_in(*sentence)
        if len(times) != 1 or survey.nations_in(*sentence) or not times[0].edtf:
            continue
        opened = _OPENED.search(document.text, sentence.start, times[0].start)
        if opened and is_recent_day(survey, times[0].edtf):
            return times[0]
    return None
