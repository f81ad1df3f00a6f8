"""The days that a list gives its nations one by one: "Angola (2023), Nigeria and Rwanda (2022)".

Read off the text and not the reduced sentence, in which such brackets are inside the list. A day
belongs to the nation right before it in brackets or behind a dash; to the one before "since", to
the last of a list before "which joined", and in a run of pairs ("Italy in 2023, Spain in 2024") to
each its own. The other nations of the claim then have none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from loaders.extraction.dates.temporal import TimeExpression
from loaders.extraction.facts import Evidence
from loaders.extraction.memberships.claims import Claim
from loaders.extraction.memberships.rules import PRINTED_LIST, Act, Status
from loaders.extraction.nations.enumerations import Enumeration
from loaders.extraction.nations.mentions import NationMention
from loaders.extraction.survey.article import Survey

_ACT = (
    r"(?:(?:was |were |has |have |had )?(?:formally |officially |also |itself |only |just |now )*"
    r"(?:joined|joining|signed|signing|entered|acceded|accession|admitted|a? ?members?|partners?|"
    r"signator(?:y|ies)|came (?:in|on board|aboard)|became (?:a |its )?(?:full )?(?:member|partner)"
    r"|followed|enrolled|added|enlisted|observers?|liaison|ratified|participants?)"
    r"(?: (?:it|them|the (?:group|club|pact|accords?|initiative|alliance|operation|programme|"
    r"coalition|partnership|network|body|organi[sz]ation|centre|agreement|treaty)))?)"
)
_LEAD = rf"(?:{_ACT},? ?)?(?:(?:since|from|in|on|as of|effective|of)(?: (?:early|late))? )?"
#: "(2023)", "(since 2023)", "(joined in May)", "[signed 2022]".
_BRACKET = re.compile(rf" ?[(\[](?P<all>(?:all|both) )?{_LEAD}\Z")
_BRACKET_END = re.compile(r"[)\];,]")
#: A row of a list: "Italy, October 2020", "Ukraine – since 2020", "| 2021/June |".
_CELL = re.compile(rf"[*_]*[ ,:;–—|\t-]*{_LEAD}\Z", re.I)
_CELL_END = re.compile(r"[ *_|.;,)\t]*(?:\Z|\n)")
#: "Italy in 2023", "Spain since last month": one of a run of pairs.
_PAIR = re.compile(r",? (?:(?:in|on|since|from|as of|only in|as early as|back in) (?:the )?)?\Z")
#: "and, since 2023, Japan", "in 2024 by Sweden".
_AHEAD = re.compile(r",? (?:by )?(?:the )?\Z")
_AHEAD_LEAD = re.compile(
    r"(?:,|\band|\A|[:;–—(])(?: and)? ?(?:(?:since|from|as of) )?(?:[Ii]n )?\Z"
)
_AND = re.compile(r",? and (?:the )?\Z")
#: "Japan, which joined on 20 January", "the last two of which signed in May".
_RELATIVE = re.compile(
    r",? ?[,–—(-] ?(?:the )?(?P<whom>both|all(?: (?:three|four|five))?|last two|latter two|last|"
    r"latter|latest|newest)?(?: of)?(?: them)? ?(?P<pronoun>which|whom|who|that|to)? ?"
    rf"{_ACT}[^.;:()–—]{{0,40}}?(?:(?:in|on|since|from) (?:the )?)?\Z"
)
#: "… and Chile have signed, the latter on 29 April".
_LATTER = re.compile(
    r"[^.;:()–—]{0,60}?[,–—(] ?(?:the )?(?P<whom>last two|latter two|last|latter|latest|newest)"
    r"(?: of (?:them|these|which|whom))?(?: only| just| as (?:late|recently) as)? "
    r"(?:(?:in|on) (?:the )?)?\Z"
)
_ALL_SINCE = re.compile(r" ?[,–—(-] ?(?P<all>all|both)(?: of them)? (?:since|from|in) ")
_FARTHEST = 90
_LONGEST = 6000
_STANDINGS = (Status.ANNOUNCED, Status.INVITED)
_Days = dict[str, TimeExpression]


def by_own_days(survey: Survey, claims: list[Claim]) -> list[Claim]:
    """The claims, one for each day where a list gives its nations days of their own."""
    return [part for claim in claims for part in _parts(survey, claim)]


def _parts(survey: Survey, claim: Claim) -> Iterator[Claim]:
    own: _Days = {}
    used: set[int] = set()
    if claim.rule == PRINTED_LIST and claim.when is not None:
        # "Chile and Peru (2020)" in a line of its own: the year is that of both.
        yield claim
        return
    if claim.act is not Act.LEAVING:
        for evidence in claim.evidence:
            if evidence.end - evidence.start < _LONGEST:
                _read(survey, claim, _whole_rows(survey, claim, evidence), own, used)
    if not own:
        yield claim
        return
    rest = tuple(n for n in claim.nations if n not in own)
    if rest:
        taken = claim.when is not None and claim.when.start in used
        act = Act.STANDING if taken and (len(rest) > 1 or _is_list(claim)) else claim.act
        when = None if taken or _is_list(claim) else claim.when
        yield replace(claim, nations=rest, act=act, when=when)
    for time in dict.fromkeys(own.values()):
        nations = tuple(n for n in claim.nations if own.get(n) == time)
        act = claim.act if claim.status in _STANDINGS else Act.JOINING
        yield replace(claim, nations=nations, when=time, act=act, count=None)


def _whole_rows(survey: Survey, claim: Claim, evidence: Evidence) -> tuple[int, int]:
    """The evidence, to the end of its last row: that of a list may end with the last name."""
    text = survey.document.text
    end = text.find("\n", evidence.end)
    end = len(text) if end < 0 else end
    row = claim.rule.startswith("roster") and end - evidence.end < _FARTHEST
    return evidence.start, end if row else evidence.end


def _is_list(claim: Claim) -> bool:
    return claim.rule.startswith("roster")


def _read(survey: Survey, claim: Claim, span: tuple[int, int], own: _Days, used: set[int]) -> None:
    """Add the days that one stretch of text gives nations of the claim."""
    times = survey.times_in(*span)
    if not times:
        return
    mentions = [m for m in survey.mentions_in(*span) if m.nation in claim.nations]
    if in_order := _respectively(survey, mentions, span, claim.when):
        used.update(time.start for time in in_order.values())
        own.update(in_order)
        return
    pairs: list[tuple[tuple[str, ...], TimeExpression]] = []
    for time in times:
        near = bisect_right(mentions, time.start, key=lambda mention: mention.start)
        before = [
            m for m in mentions[max(0, near - 2) : near] if 0 <= time.start - m.end < _FARTHEST
        ]
        nations = _of_bracket(survey, before, time) or _of_relative(survey, before, time, span[0])
        if nations:
            used.add(time.start)
            own.update({n: time for n in nations if n in claim.nations})
        elif paired := _of_pair(survey, before, mentions, time, span[0]):
            pairs.append((paired, time))
    if len(pairs) > 1 or (pairs and own):
        for paired, time in pairs:
            used.add(time.start)
            own.update({n: time for n in paired if n in claim.nations and n not in own})


def _respectively(
    survey: Survey,
    mentions: list[NationMention],
    span: tuple[int, int],
    told: TimeExpression | None,
) -> _Days:
    """ "A and B joined in April 2023 and March 2024": a day for each, in order.

    The first of them is the one `told` of all, unless the text says "respectively".
    """
    text = survey.document.text
    place = text.find("respectively", *span)
    end = place if place >= 0 else span[1]
    listed = [e for m in mentions if (e := _enumeration(survey, m)) and e.end < end]
    times = survey.times_in(span[0], end)
    for nations in (e.nations for e in reversed(listed)):
        days = times[-len(nations) :]
        gaps = (text[one.end : two.start] for one, two in pairwise(days))
        if place < 0 and (told is None or not days or days[0].start != told.start):
            continue
        if len(days) == len(nations) > 1 and all(_BETWEEN_DAYS.fullmatch(gap) for gap in gaps):
            return dict(zip(nations, days, strict=True))
    return {}


def _sharing(survey: Survey, last: NationMention) -> tuple[NationMention, ...]:
    """Those that a bracket dates: of "Chile (2015), Peru, Spain and Italy (2020)" the last three.

    Only where every nation of the list stands in such a group, and there are others beside it.
    """
    listed = _enumeration(survey, last)
    if listed is None:
        return (last,)
    text = survey.document.text
    groups: list[list[NationMention]] = [[]]
    for mention in survey.mentions_in(listed.start, listed.end):
        groups[-1].append(mention)
        if text.startswith((" (", " ["), mention.end):
            groups.append([])
    *grouped, rest = groups
    joined = all(len(g) == 1 or _AND.fullmatch(text, g[-2].end, g[-1].start) for g in grouped)
    whole = len(grouped) > 1 and not (rest and rest[-1] != last)
    group = next((tuple(g) for g in grouped if g[-1] == last), (last,))
    return group if whole and joined else (last,)


#: What may stand before the nation of a row: a bullet, a number, a bar.
_LONGEST_MARK = 16
_LETTERS = re.compile(r"[^\W\d_]")
_BETWEEN_DAYS = re.compile(r",? (?:and )?(?:in |on )?")


def _of_bracket(
    survey: Survey, before: list[NationMention], time: TimeExpression
) -> tuple[str, ...]:
    """The nation that a date in brackets or in the same row belongs to, with its twin if any."""
    if not before:
        return ()
    text, last = survey.document.text, before[-1]
    gap = text[last.end : time.start]
    bracket = _BRACKET.fullmatch(gap)
    if bracket and _BRACKET_END.match(text, time.end):
        listed = _enumeration(survey, last) if bracket["all"] else None
        if listed:
            # "Senegal, Norway and Finland (all 2025)"
            return tuple(m.nation for m in survey.mentions_in(listed.start, last.end))
        return tuple(m.nation for m in _sharing(survey, last))
    alone = text.rfind("\n", 0, last.start) + 1
    opens = last.start - alone < _LONGEST_MARK and not _LETTERS.search(
        text[alone : last.start].replace("the ", "")
    )
    in_row = opens and (text[:alone].strip() or text[alone] in "|*-") and "\n" not in gap
    if in_row and gap.strip() and _CELL.fullmatch(gap) and _CELL_END.match(text, time.end):
        return (last.nation,)
    return ()


def _of_relative(
    survey: Survey, before: list[NationMention], time: TimeExpression, start: int
) -> tuple[str, ...]:
    """The nations of "A, B and C, which joined on 20 January": the last, or as many as it says."""
    if not before:
        return ()
    text, last = survey.document.text, before[-1]
    found = _RELATIVE.fullmatch(text, last.end, time.start)
    listed = _enumeration(survey, last)
    if listed and (since := _ALL_SINCE.fullmatch(text, last.end, time.start)):
        # "Canada, Denmark and Luxembourg, all since 2012"
        return listed.nations if since["all"] == "all" else listed.nations[-2:]
    found = found or _LATTER.fullmatch(text, last.end, time.start)
    if found is None or listed is None or len(listed.nations) < 2:
        return ()
    whom = found["whom"] or ""
    if not whom and _LATEST_ARE.search(text, start, listed.start):
        # "Among the latest members are A, B and C, which joined in 2025": all of them
        return listed.nations
    if whom.startswith("all") or (not whom and listed.start - start < len("In the ")):
        return ()
    if not whom and not found.groupdict().get("pronoun") and _is_of_all(text, listed):
        return ()
    return listed.nations[-2:] if whom.endswith(("both", "two")) else listed.nations[-1:]


_LATEST_ARE = re.compile(
    r"\b(?:[Mm]ost recent|[Ll]atest|[Nn]ewest)\b[^.;,]* (?:are|were|include) (?:the )?\Z"
)


def _is_of_all(text: str, listed: Enumeration) -> bool:
    """ "Three nations – A, B and C – signed on Monday", "whose members are A and B, signed it"."""
    opening = _MARK.search(text, max(0, listed.start - len(" – the ")), listed.start)
    if opening and text[listed.end : listed.end + 2].lstrip(" ").startswith(opening["mark"]):
        return True
    return _OWN_VERB.match(text, listed.end) is not None


#: "…, signed an agreement": the verb of what the list is only told of, with an object of its own.
_OWN_VERB = re.compile(
    r", (?:has |have )?(?:signed|joined|entered|ratified) (?:an?|the|its) (?!\w+ day)"
)
#: "Three nations – ", "whose members, the ".
_MARK = re.compile(r"(?P<mark>[,–—-]) *(?:the )?\Z")


def _of_pair(
    survey: Survey,
    before: list[NationMention],
    mentions: list[NationMention],
    time: TimeExpression,
    start: int,
) -> tuple[str, ...]:
    """The nations right before a date, or right behind one that opens a member of a list."""
    text = survey.document.text
    if before and _PAIR.fullmatch(text, before[-1].end, time.start):
        listed = _enumeration(survey, before[-1])
        return listed.nations if listed else (before[-1].nation,)
    behind = bisect_left(mentions, time.end, key=lambda mention: mention.start)
    after = mentions[behind] if behind < len(mentions) else None
    if after is None or not _AHEAD.fullmatch(text, time.end, after.start):
        return ()
    lead = _AHEAD_LEAD.search(text, start, time.start)
    listed = _enumeration(survey, after) if lead else None
    return listed.nations if listed else ()


def _enumeration(survey: Survey, mention: NationMention) -> Enumeration | None:
    last = bisect_right(survey.enumerations, mention.start, key=lambda listed: listed.start)
    listed = survey.enumerations[last - 1] if last else None
    return listed if listed and mention.end <= listed.end else None
