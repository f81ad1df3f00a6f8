"""One event as an announcement: its days, its place, its parties, its coalitions."""

from __future__ import annotations

import re

from loaders.extraction.affair_facts import Announcement
from loaders.extraction.announcements.accessions import is_tally
from loaders.extraction.announcements.circumstances import Circumstances
from loaders.extraction.announcements.days import EventDays, day_of_event
from loaders.extraction.announcements.event_noun import is_of_drills
from loaders.extraction.announcements.history import is_fresh
from loaders.extraction.announcements.lengths import day_of_occasion
from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.announcements.nations import nations_of_event
from loaders.extraction.announcements.newsworthiness import is_news
from loaders.extraction.announcements.parties import (
    is_of_person,
    signs_of_its_own,
    signs_that_of_coalition,
    signs_what_is_there,
)
from loaders.extraction.announcements.places import place_of_event
from loaders.extraction.announcements.told_article import ToldArticle
from loaders.extraction.coalitions.editions import edition_days
from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.preparations import is_of_planning
from loaders.extraction.dates.precision import is_day, is_year
from loaders.extraction.facts import Evidence
from loaders.extraction.language.verb_groups import Tense
from loaders.extraction.memberships.claims import Claim
from loaders.extraction.memberships.rules import Act, Status, is_pledge
from loaders.extraction.memberships.salience import body_meant
from loaders.extraction.memberships.sides import is_seated
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import Span

_CONFIDENCE = 0.7


def announcement_of(
    article: ToldArticle, mention: EventMention, clause: Span
) -> Announcement | None:
    """The event that a mention tells in its share of a sentence; None if it is no news."""
    survey = article.survey
    around = Circumstances(
        survey,
        mention.sentence,
        mention.trigger,
        clause,
        Tense.NOMINAL if mention.is_noun_alone else mention.group.tense,
        article.rosters,
        article.people,
    )
    claim = _claim_of(article, mention, clause)
    days = _days(around, mention, claim)
    told = is_news if claim is None else is_fresh
    if not told(survey, mention, days.event) or _is_remark(mention, clause, days.event):
        return None
    if claim is None and _joins_no_nation(article, mention, clause):
        return None
    coalitions = (claim.coalition.key,) if claim else _coalitions(around, mention.kind)
    # "became the latest nation to sign an agreement with Japan": both sides are its parties.
    own = claim is None and mention.kind == "accession" and signs_of_its_own(survey, mention)
    kind = "agreement" if own else mention.kind
    nations = claim.nations if claim is not None else nations_of_event(around, kind)
    kind = _kind_told(survey, mention, claim, nations)
    few = max(len(nations), around.counted() or 0) < _FOUNDERS
    if kind == "agreement" and (pledge := _pledge_signed(article, mention)):
        kind, nations = "accession", pledge.nations
    elif kind == "agreement" and few and _joins_by_signing(survey, mention, nations):
        kind = "accession"
    return Announcement(
        title=around.text,
        kind=kind,
        date=days.announced,
        event_date=days.event,
        place=place_of_event(around, mention.kind, days.event),
        nations=nations or around.nations_of_people(),
        coalitions=coalitions,
        officials=around.officials(mention.kind),
        evidence=(Evidence(*mention.sentence),),
        rule=f"{mention.kind}: {mention.group.tense.value}",
        confidence=_confidence(days.event, coalitions),
    )


def _joins_no_nation(article: ToldArticle, mention: EventMention, clause: Span) -> bool:
    """Whether who joins is a person, or how many have joined is only counted."""
    survey = article.survey
    return mention.kind == "accession" and (
        is_of_person(survey, article.people, mention, clause) or is_tally(survey, mention.sentence)
    )


def _kind_told(
    survey: Survey, mention: EventMention, claim: Claim | None, nations: tuple[str, ...]
) -> str:
    """The kind of an event by its words, corrected by what they say of it besides."""
    kind = mention.kind
    if kind == "conference" and _is_made(survey, mention):
        return "establishment"
    if kind == "conference" and _is_forum_that_meets(survey, mention):
        return "meeting"
    if kind == "exercise" and is_of_planning(
        survey.document.text, survey.coalition_mentions_in(*mention.sentence)
    ):
        # "Chile took part in the AsterX planning meeting": it is no exercise yet.
        told = survey.document.text[mention.sentence.start : mention.sentence.end]
        return "meeting" if "eeting" in told else "conference"
    if mention.noun and "occasion" in mention.noun.classes and is_of_drills(survey.document.text):
        return "exercise"
    if kind in ("operation", "visit") and _goes_to_exercise(survey, mention):
        return "exercise"
    if kind == "establishment" and _RENAMED_FORCE.search(survey.document.text, *mention.sentence):
        return "policy"
    if kind != "accession":
        return kind
    if _OF_FOUNDERS.search(survey.document.text, *mention.sentence):
        return "agreement"
    if len(nations) >= _FOUNDERS and _is_signed(survey, mention):
        return "agreement"
    if claim is None and not nations and _is_concluded(survey, mention):
        return "agreement"
    if _is_leaving(survey, mention, claim):
        # Who leaves decides on a policy; the membership's end is a claim of its own.
        return "policy"
    if claim is not None and claim.status is Status.INVITED:
        return "invitation"
    return "agreement" if signs_of_its_own(survey, mention) else kind


#: "The Air Force will be renamed": a service does not begin anew.
_RENAMED_FORCE = re.compile(
    r"\b(?:[Aa]ir|[Nn]aval|[Ss]pace|[Ss]elf-[Dd]efen[cs]e|[Aa]rmed) [Ff]orces?\b[^,;]{0,60} "
    r"(?:be |been |was |were )?(?:renamed|redesignated|rebranded)\b"
)


def _joins_by_signing(survey: Survey, mention: EventMention, nations: tuple[str, ...]) -> bool:
    told = signs_what_is_there if nations else signs_that_of_coalition
    return told(survey, mention)


def _pledge_signed(article: ToldArticle, mention: EventMention) -> Claim | None:
    """Who joins where a paper that gathers signatories is signed: "an Accords signing ceremony"."""
    claims = article.joined.get(mention.sentence.start)
    if not claims or mention.noun is None or _SIGNINGS.isdisjoint(mention.noun.classes):
        return None
    return claims[0] if is_pledge(claims[0].coalition.name) else None


_SIGNINGS = frozenset({"signing", "signing_act"})


def _is_remark(mention: EventMention, clause: Span, when: str | None) -> bool:
    """Whether "a 1967 treaty signed by …" only stands in a sentence about another event."""
    by_the_way = not mention.is_finite and clause != mention.sentence
    return by_the_way and is_year(when)


def _claim_of(article: ToldArticle, mention: EventMention, clause: Span) -> Claim | None:
    """The membership claim behind an accession, unless its day is that of another accession."""
    if mention.kind != "accession":
        return None
    claims = article.joined.get(mention.sentence.start)
    if not claims:
        return None
    claim = _claim_behind(mention, claims) or claims[0]
    once = mention.sentence.start in article.joined_once
    if claim.when is None or clause == mention.sentence or once:
        return claim
    return claim if clause.start <= claim.when.start < clause.end else None


def _claim_behind(mention: EventMention, claims: tuple[Claim, ...]) -> Claim | None:
    """Of several bodies that a sentence tells of joining, the claim of the one named next.

    "Chile became a member of ESA, a decade after it signed the Artemis Accords."
    """
    if len({claim.coalition.key for claim in claims}) == 1:
        return None
    behind = [
        claim
        for claim in claims
        if mention.group.start <= claim.coalition.start < mention.sentence.end
    ]
    return min(behind, key=lambda claim: claim.coalition.start, default=None)


#: So many who sign at once conclude the agreement; fewer join it.
_FOUNDERS = 5
#: "Was first signed in 2014 by", "the United States and seven other nations signed them".
_OF_FOUNDERS = re.compile(
    r"\b(?:first|originally|initially) (?:sign|initial|ratifi)ed\b|"
    r"\band (?:four|five|six|seven|eight|nine|ten|eleven|\d+) other (?:founding )?"
    r"(?:nations|countries|states|governments) (?:had |have )?(?:sign|initial|ratifi)ed\b"
)
_SIGNING = re.compile(r"(?:\w+ ){0,3}(?:sign|ratif|ink)")


def _is_leaving(survey: Survey, mention: EventMention, claim: Claim | None) -> bool:
    if claim is not None and claim.act is Act.LEAVING:
        return True
    text, (start, end) = survey.document.text, mention.trigger
    return bool(_LEAVING.search(text, start, end) or _ON_LEAVING.match(text, start, end + 80))


_LEAVING = re.compile(
    r"\b(?:leav(?:e|es|ing)|left|withdr(?:aw|ew)\w*|quit|quits|quitting|exit\w*|depart\w*|"
    r"pull(?:s|ed|ing)? out)\b"
)
_ON_LEAVING = re.compile(
    r"(?:\w+ ){0,3}?(?:notif|inform|beg[aiu]n|start|initiat|announc|declar|confirm|complet)\w* "
    r"[^;,.]{0,60}\b(?:withdrawal|exit|to (?:leave|withdraw|quit))\b"
)


#: "Have launched the Nordic Space Forum": a body of that name.
_MADE = re.compile(
    r"(?:\w+ ){0,3}?(?:launch|found|establish|creat|form|set up|start\w* (?:an? )?(?:new|joint))"
)


def _is_made(survey: Survey, mention: EventMention) -> bool:
    """Whether a forum is founded, not held."""
    noun, text = mention.noun, survey.document.text
    if noun is None or not text.startswith("orum", noun.start + 1):
        return False
    return bool(_MADE.match(text, *mention.trigger))


def _is_forum_that_meets(survey: Survey, mention: EventMention) -> bool:
    """Whether a named forum, a body, meets: it holds a meeting."""
    noun, text = mention.noun, survey.document.text
    return bool(
        noun is not None
        and text.startswith("Forum", noun.start)
        and mention.group.end > noun.end
        and _MEETS.search(text, *mention.group[:2])
    )


_MEETS = re.compile(r"\b(?:meets?|met|convenes?|convened|gathers?|gathered|sits?|sat)\Z")


def _goes_to_exercise(survey: Survey, mention: EventMention) -> bool:
    """Whether troops are sent, or arrive, "to take part in Global Sentinel"."""
    low, high = mention.group.end, min(mention.sentence.end, mention.trigger.end + _FAR)
    text = survey.document.text
    return any(
        is_exercise(m) and _TO_TAKE_PART.search(text, low, m.start)
        for m in survey.coalition_mentions_in(low, high)
    )


_FAR = 160
_TO_TAKE_PART = re.compile(
    r"\b(?:to|for|in|join|joining|attend|attending|observe|observing)"
    r"(?: the| its| this year[’']s)? \Z"
)


def _is_concluded(survey: Survey, mention: EventMention) -> bool:
    """Whether "the Kestrel Compact was signed": by nobody named, it is concluded."""
    if mention.noun is None or not (mention.group.passive and _is_signed(survey, mention)):
        return False
    named = survey.coalition_mentions_in(mention.noun.start, mention.noun.end)
    return not any(coalition.slug for coalition in named)


def _is_signed(survey: Survey, mention: EventMention) -> bool:
    return bool(_SIGNING.match(survey.document.text, *mention.trigger))


def _days(around: Circumstances, mention: EventMention, claim: Claim | None) -> EventDays:
    days = day_of_event(around, mention.kind in _LASTING)
    if mention.kind == "exercise" and (edition := _edition(around)):
        return days._replace(event=edition)
    if claim is not None and claim.when is not None and claim.when.edtf:
        return days._replace(event=claim.when.edtf)
    if _opens_with_occasion(around, mention) and _is_day_so_far(days.announced, days.announced):
        # "At a meeting in Riga, envoys said on Wednesday …": they said it there.
        return days._replace(event=days.event or day_of_occasion(around, days.announced))
    coming = mention.group.tense in (Tense.FUTURE, Tense.INFINITIVE)
    if mention.kind != "statement" or coming:
        return days
    if days.event is None and _is_told_before(around, days):
        return days._replace(event=days.announced)
    if _is_day_so_far(days.event, days.announced):
        # What is said is told on the day on which it is said.
        return days._replace(announced=days.event)
    return days


def _is_told_before(around: Circumstances, days: EventDays) -> bool:
    """Whether "said in a joint statement on Saturday" names a day before the publication."""
    published = around.survey.document.published
    return days.announced != published and _is_day_so_far(days.announced, published)


def _opens_with_occasion(around: Circumstances, mention: EventMention) -> bool:
    text = around.survey.document.text
    by_noun = around.tense is Tense.NOMINAL and mention.kind in _OCCASIONS
    said = by_noun and _SAID_ON.match(text, mention.trigger.end, mention.sentence.end)
    return bool(said and _AT.match(text, mention.sentence.start, mention.trigger.start))


_LASTING = frozenset({"meeting", "conference", "exercise", "visit", "operation"})
_OCCASIONS = frozenset({"meeting", "conference", "exercise", "visit"})
_AT = re.compile(r"(?:At|During)(?: the (?:end|start|opening|close) of)? (?:[\w’'-]+ ){1,8}\Z")
_SAID_ON = re.compile(
    r"[^,;]*, [^,;]{0,80}\b(?:said|announced|told|declared)\b[^,;]{0,30}\b\w+day\b"
)


def _is_day_so_far(day: str | None, published: str | None) -> bool:
    """Whether a date is a whole day, and not after another."""
    return bool(day and published and is_day(day) and day <= published)


def _confidence(event_date: str | None, coalitions: tuple[str, ...]) -> float:
    return round(_CONFIDENCE + 0.1 * bool(event_date) + 0.1 * bool(coalitions), 2)


#: "The next Ocean Lantern": of another edition than the one spoken of.
_NEXT = re.compile(
    r"\b(?:[Nn]ext|[Aa]nother|[Ff]ollowing|[Pp]revious|[Ll]ast) "
    r"(?:[Ee]xercise |(?:[a-z]+ )?(?:edition|iteration|round|instal+ment)s? of (?:the )?)?\Z"
)


def _edition(around: Circumstances) -> str | None:
    for mention in around.survey.coalition_mentions_in(*around.sentence):
        if not is_exercise(mention):
            continue
        if _NEXT.search(around.survey.document.text, around.sentence.start, mention.start):
            continue
        days = edition_days(around.survey, mention)
        year = _YEAR.match(around.survey.document.text, mention.end)
        if days and days.edtf and (year is None or year[1] in days.edtf):
            return days.edtf
    return None


_YEAR = re.compile(r" (\d{4})\b")
#: Of these what bears an unknown name may be a coalition; elsewhere it is a firm, a fair, a site.
_OF_COALITIONS = frozenset(
    {"accession", "agreement", "establishment", "meeting", "statement", "exercise"}
)


def _is_where(text: str, start: int) -> bool:
    """ "Trained in the Combined Space Operations Center": where, not whose exercise."""
    return text.endswith(_WHERE, max(0, start - 12), start)


_WHERE = tuple(
    f" {word} {article}" for word in ("in", "inside", "at", "from") for article in ("", "the ")
)


#: "The board will gather in Oslo", "its next meeting", "the signatories will meet".
_ORGAN = re.compile(
    r"(?:[Tt]he|[Ii]ts|[Tt]heir) (?:(?!meeting)[\w’'-]+ ){0,3}?(?:[Bb]oard|[Cc]ouncil|"
    r"[Cc]ommittee|[Ww]orking [Gg]roup|members|signatories|principals)\b|"
    r"[Ss]ignatories\b|Its (?:\w+ )?meeting\b"
)


def _whose_organ(around: Circumstances, kind: str) -> tuple[str, ...]:
    """The coalition whose board, members or signatories meet, where it is named before."""
    if kind != "meeting" or not _ORGAN.search(around.text):
        return ()
    body = body_meant(around.survey, around.sentence.start)
    return (body.key,) if body is not None and body.start < around.sentence.start else ()


def _coalitions(around: Circumstances, kind: str) -> tuple[str, ...]:
    """The coalitions of the sentence; the alliance itself only where nothing narrower is named."""
    mentions = around.survey.coalition_mentions_in(*around.sentence)
    if kind not in _OF_COALITIONS:
        mentions = tuple(m for m in mentions if m.slug)
    if kind == "exercise":
        text = around.survey.document.text
        mentions = tuple(m for m in mentions if not (is_seated(m) and _is_where(text, m.start)))
    keys = tuple(dict.fromkeys(m.key for m in mentions))
    if not keys:
        keys = around.coalition_of_roster() or _whose_organ(around, kind)
    narrower = tuple(key for key in keys if key != "nato")
    return narrower or keys
