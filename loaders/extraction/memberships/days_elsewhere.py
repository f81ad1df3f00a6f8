"""The day of an act that its own sentence leaves out and the one beside it tells.

"Israel is leaving the initiative. Its withdrawal takes effect on 31 December." "On Monday the
minister signed the charter. With that, Peru became the twelfth member."
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from loaders.extraction.dates.occasions import at_it
from loaders.extraction.dates.precision import is_day, is_month, is_within
from loaders.extraction.dates.temporal import TimeExpression
from loaders.extraction.memberships.claims import Claim
from loaders.extraction.memberships.dates import THUS
from loaders.extraction.memberships.founding_days import (
    TAKES_EFFECT,
    day_of_founders,
    day_of_founding,
    day_of_founding_before,
)
from loaders.extraction.memberships.rules import PRINTED_LIST, Act, Status
from loaders.extraction.memberships.signing_days import (
    SIGNING,
    SIGNS,
    day_of_signing,
    day_of_signing_told,
)
from loaders.extraction.survey.article import Survey
from loaders.extraction.survey.recency import is_recent, is_recent_day
from loaders.extraction.texts.document import Span

#: So many sentences on an end may be told, and so many a beginning.
_SENTENCES_ON = {Act.LEAVING: 14, Act.JOINING: 2}
_ENDS = re.compile(
    r"\b(?i:withdrawal|departure|exit|membership|resignation|notice|decision|leaving|move)\b"
    rf"[^.;]{{0,40}}?\b(?:{TAKES_EFFECT}|ends?|ended|expire[sd]?|lapse[sd]?)\b"
    r"[^.;\d]{0,30}?(?:on |in |at |from |as of )?\Z"
)
_BEGINS = re.compile(
    r"\b(?i:accession|membership|ratification|instrument|signature|entry|admission|treaty|convention|"
    r"decision|enlargement|amendment|agreement|protocol|extension)"
    rf"\b[^.;]{{0,60}}?\b(?:{TAKES_EFFECT}|(?:was|were) (?:deposited|handed over|completed|"
    r"formalized|formalised|sealed))\b[^.;\d]{0,60}?(?:on |in |at |from |as of )?\Z"
)
#: "The ceremony took place in Lima on Tuesday", "Its minister put his name to the document on 7
#: July", "Both signed the papers on Monday": how they joined.
_CEREMONY = re.compile(
    r"(?:The|A|Its|Their) (?:signing |accession |formal |official |small |short )?ceremony "
    r"(?:took place|was held|was hosted|happened|is set|is planned|is scheduled|will be(?: held)?|"
    r"will take place|takes place)\b[^.;]{0,80}?(?:on |for )?\Z"
    rf"|[^.;,]{{0,60}}?\b{SIGNS} (?:it\b|(?:to )?(?:the|its|their) (?:[a-z]+ )?"
    r"(?:documents?|papers?|letters?|declaration|instruments?|charter|text|statement|book)\b)"
    r"[^.;]{0,60}?(?:on )?\Z"
)
_CONSEQUENCE = re.compile(rf"(?i:{THUS})\b")
_OF_ITS_OWN = re.compile(r"\b(?:Its|The|Their|His|Her|That|This|Both|They|It)\b")


def with_days_elsewhere(survey: Survey, claims: list[Claim]) -> list[Claim]:
    """The claims; those without a day have the one that a sentence beside theirs tells of them."""
    own = {
        (claim.coalition.key, nation)
        for claim in claims
        if claim.act is Act.JOINING and claim.when is not None
        for nation in claim.nations
    }
    return [
        # "Three nations signed. Chile did so on 2 May, Peru on 3 May and Kenya today."
        claim if _have_own(claim, own) else _dated(survey, claim)
        for claim in claims
    ]


def _have_own(claim: Claim, own: set[tuple[str, str]]) -> bool:
    """Whether several nations that are told to have joined each have a day of their own."""
    several = claim.act is Act.JOINING and claim.when is None and len(claim.nations) > 1
    return several and own.issuperset((claim.coalition.key, n) for n in claim.nations)


def _dated(survey: Survey, claim: Claim) -> Claim:
    if claim.status in _WITHOUT:
        return claim
    if claim.when is not None:
        return _closer(survey, claim)
    if claim.act is Act.STANDING:
        dated = _of_founders(survey, _as_founders(survey, claim))
        return dated if dated.when else _of_signatories(survey, dated)
    index = survey.document.sentence_at(claim.evidence[0].start)
    founded = claim.rule.startswith("found") or None
    when = (
        _after(survey, claim, index)
        or _before(survey, claim, index)
        or day_of_signing_told(survey, claim, index)
        or day_of_signing(survey, claim, index)
        or (founded and day_of_founding_before(survey, index))
    )
    if when is None and claim.act is Act.JOINING:
        # "partners since 2012, as are A and B", "Three states join it anew: …".
        beside = claim.rule == "verb: as did"
        return _of_founders(survey, _as_founders(survey, claim) if beside else claim)
    return replace(claim, when=when) if when else claim


_WITHOUT = (Status.ANNOUNCED, Status.INVITED, Status.PARTICIPANT, Status.HOST)


_NOT_LISTED = (PRINTED_LIST, "roster: known")


def _as_founders(survey: Survey, claim: Claim) -> Claim:
    """What a list without a frame tells where its nations "set it up in 2015"."""
    if claim.rule in _NOT_LISTED:
        return claim
    sentence = survey.document.sentences[survey.document.sentence_at(claim.evidence[0].start)]
    if claim.rule.startswith("roster: list") and claim.evidence[0].start != sentence.start:
        return claim
    rows = survey.enumerations
    first = bisect_left(rows, sentence.start, key=lambda row: row.start)
    listed = rows[first : bisect_left(rows, sentence.end, key=lambda row: row.start)]
    alone = [e for e in listed if set(claim.nations) <= set(e.nations)]
    if (
        len(alone) != 1
        or sentence.end - sentence.start > _LONGEST
        or not survey.times_in(*sentence)
    ):
        return claim
    when = day_of_founders(survey.reducer.reduce(*sentence), claim.nations)
    if when and any(
        m.key != claim.coalition.key for m in survey.coalition_mentions_in(alone[0].end, when.start)
    ):
        # "three of its members – A, B and C – joined the other body in 2020"
        return claim
    return replace(claim, when=when, act=Act.JOINING) if when else claim


_LONGEST = 500


#: What the rules are called that read lists whose day another sentence may tell.
_LISTS = ("roster", "role: newest", "found")


def _of_founders(survey: Survey, claim: Claim) -> Claim:
    """A list of members with the day on which a sentence before it says the body was founded."""
    listed = claim.rule.startswith(_LISTS) and claim.rule != "roster: known"
    if claim.when or not listed or claim.status not in (Status.MEMBER, Status.SIGNED):
        return claim
    first = claim.evidence[0]
    index = survey.document.sentence_at(first.start)
    introduced = survey.document.text[first.start : min(first.end, first.start + _SUBJECT * 3)]
    when = day_of_founding(survey, claim, index, introduced)
    return replace(claim, when=when, act=Act.JOINING) if when else claim


def _of_signatories(survey: Survey, claim: Claim) -> Claim:
    """Those who stand signed, with the day on which a sentence beside says that they all signed."""
    index = survey.document.sentence_at(claim.evidence[0].start)
    when = day_of_signing_told(survey, claim, index)
    return replace(claim, when=when, act=Act.JOINING) if when else claim


def _closer(survey: Survey, claim: Claim) -> Claim:
    """The day of a signing "this week" that one of the next sentences tells of the same nation."""
    vague = claim.when.edtf if claim.when else None
    if claim.act is not Act.JOINING or not vague or not (vague[0] == "[" or is_month(vague)):
        return claim
    document = survey.document
    index = document.sentence_at(claim.evidence[0].start)
    for sentence in document.sentences[index + 1 : index + 1 + _SENTENCES_CLOSER]:
        named = survey.nations_in(*sentence)
        if named and not set(named) & set(claim.nations):
            continue
        for time in survey.times_in(*sentence):
            day = (time.edtf or "").rstrip("~")
            signed = SIGNING.search(document.text, sentence.start, time.start)
            if signed and is_day(day) and is_within(day, vague):
                return replace(claim, when=time)
    return claim


_SENTENCES_CLOSER = 3


def _after(survey: Survey, claim: Claim, index: int) -> TimeExpression | None:
    """The day on which, as a following sentence says, the leaving or the accession took effect."""
    document, leaving = survey.document, claim.act is Act.LEAVING
    pattern = _ENDS if leaving else _BEGINS
    on = _SENTENCES_ON[claim.act]
    for sentence in document.sentences[index + 1 : index + 1 + on]:
        if not _is_of(survey, claim, sentence):
            continue
        for time in survey.times_in(*sentence):
            if time.edtf and pattern.search(document.text, sentence.start, time.start):
                return time
            held = not leaving and _CEREMONY.match(document.text, sentence.start, time.start)
            if held and is_recent_day(survey, time.edtf):
                return time
    return None


def _is_of(survey: Survey, claim: Claim, sentence: Span) -> bool:
    """Whether a sentence speaks of the claim's nation: by name, or by "its" and no other name."""
    if _OF_ITS_OWN.match(survey.document.text, sentence.start):
        return True
    named = survey.nations_in(sentence.start, min(sentence.end, sentence.start + _SUBJECT))
    return bool(named) and named[0] in claim.nations


#: So far the subject of a sentence reaches.
_SUBJECT = 60


def _before(survey: Survey, claim: Claim, index: int) -> TimeExpression | None:
    """The one day of the sentence before, if this one says that it follows from that."""
    document = survey.document
    here = document.sentences[index]
    if claim.act is Act.LEAVING or index == 0:
        return None
    if not _CONSEQUENCE.match(document.text, here.start):
        return _of_occasion(survey, index)
    times = survey.times_in(*document.sentences[index - 1])
    return times[0] if len(times) == 1 and times[0].edtf else None


_GATHERED = re.compile(
    r"\b(?i:met|meets?|meeting|open(?:s|ed)?|began|begins|gathered|convened|held|hosted|"
    r"assembled|took place|came together)\b"
)


#: "The council met on Monday. It also admitted Peru", "Ministers meeting on Monday took several
#: decisions. Three allies signed the charter".
_BY_ASSEMBLY = re.compile(
    r"(?:It|They|The (?:\w+ )?(?i:board|council|assembly|ministers|principals|members|delegates|"
    r"committee|leaders|commission|plenary|conference|states))(?: also| then| further)? "
    r"(?:admitted|approved|accepted|welcomed|granted|voted|agreed|decided|elected|took in|adopted)"
    r"\b"
)
_DECISIONS = re.compile(
    r"\b(?:took|taken|made|reached|agreed on|approved) (?:[\w-]+ ){0,3}?"
    r"(?:decisions|steps|measures|moves)\b"
)


def _of_occasion(survey: Survey, index: int) -> TimeExpression | None:
    """The recent day that the sentence before gives to the gathering at which it was done."""
    text, sentences = survey.document.text, survey.document.sentences
    here, before = sentences[index], sentences[index - 1]
    times = survey.times_in(*before)
    # "Today (16 June 2026)"
    one = len({time.edtf for time in times}) == 1
    if not one or not is_recent(survey, times[0].edtf) or survey.times_in(*here):
        return None
    if not _GATHERED.search(text, *before):
        return None
    if is_recent_day(survey, times[0].edtf) and at_it().search(text, *here):
        return times[0]
    decided = _BY_ASSEMBLY.match(text, *here) or _DECISIONS.search(text, *before)
    return _some_day_of(times[0]) if decided else None


def _some_day_of(time: TimeExpression) -> TimeExpression:
    """A stretch of days as one of them, which is left open."""
    first, _, last = (time.edtf or "").partition("/")
    return time._replace(edtf=f"[{first}..{last}]") if last else time
