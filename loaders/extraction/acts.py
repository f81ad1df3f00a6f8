"""Acts of joining, signing, belonging and leaving, wherever in a sentence they are told.

A sentence pattern says exactly how a sentence runs; an act is only a verb (or noun), whoever acts
before it, and the coalition behind it or named earlier. So "Chile's minister, who flew in from
Lima, put her name to the accords" is read without a pattern of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from loaders.extraction.actors import actor_before, the_country
from loaders.extraction.clauses import COALITION, Clause
from loaders.extraction.coalition_mentions import CoalitionMention
from loaders.extraction.facts import Evidence
from loaders.extraction.membership_rules import Act, Status, denial_pattern
from loaders.extraction.memberships import Claim, is_exercise, sentences_with_nations, time_of
from loaders.extraction.survey import Survey
from loaders.extraction.temporal import TimeExpression
from loaders.extraction.vocabulary import load, ordered_words

_SURE = 0.7
_CONTEXT_REACH = 900
_OBJECT_GAP = 90


@dataclass(frozen=True, slots=True)
class ActKind:
    """One kind of act and the shapes of its words; a shape that it does not have is None."""

    name: str
    status: Status
    act: Act
    alone: bool
    exercise: bool
    shapes: dict[str, re.Pattern[str]]
    stems: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Told:
    """An act found in a clause: where its words stand and what they say."""

    kind: ActKind
    status: Status
    start: int
    end: int


@cache
def act_kinds() -> tuple[ActKind, ...]:
    """The acts of `membership_acts.yaml`, in the order they are tried."""
    written: Any = load("membership_acts")
    return tuple(_kind(entry, written["parts"]) for entry in written["acts"])


def _kind(entry: Any, parts: dict[str, str]) -> ActKind:
    shapes = {}
    for shape in ("verbs", "bases", "taken", "nouns"):
        if shape in entry:
            pattern = entry[shape]
            for name, part in parts.items():
                pattern = pattern.replace(f"<{name}>", part)
            shapes[shape] = re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])")
    return ActKind(
        entry["name"],
        Status(entry["status"]),
        Act(entry["act"]),
        entry["alone"] == "true",
        entry.get("exercise") == "true",
        shapes,
        re.compile(entry.get("stems", "")),
    )


@cache
def _words(section: str) -> str:
    return "|".join(ordered_words("membership_acts", section))


@cache
def _stems() -> re.Pattern[str]:
    """What a sentence must hold for any act to be told in it."""
    return re.compile(_words("stems"))


def find_act_claims(survey: Survey, claims: list[Claim]) -> Iterator[Claim]:
    """The claims of acts that no sentence pattern has told of: `claims` are those found so far."""
    told = {
        (claim.evidence[0].start, claim.coalition.key, nation)
        for claim in claims
        for nation in claim.nations
    }
    by_sentence: dict[int, list[Claim]] = {}
    for claim in claims:
        by_sentence.setdefault(claim.evidence[0].start, []).append(claim)
    for sentence in sentences_with_nations(survey):
        clause = survey.clause(sentence)
        if not _stems().search(clause.reduced) or clause.reduced.rstrip().endswith("?"):
            continue
        context = _context(survey, clause.start)
        if context is None and COALITION not in clause.reduced:
            continue
        told_here = by_sentence.get(clause.start, [])[:_MOST_CLAIMS]
        acts = list(_claims_of(clause, context))
        for claim in (*acts, *_in_turn(clause, [*told_here, *acts])):
            new = tuple(
                n
                for n in claim.nations
                if (claim.evidence[0].start, claim.coalition.key, n) not in told
            )
            if new:
                told |= {(claim.evidence[0].start, claim.coalition.key, n) for n in new}
                yield replace(claim, nations=new)


#: A name that nobody knows, and an alliance that every article names, carry less far.
_UNKNOWN_REACH = 450


def _context(survey: Survey, position: int) -> CoalitionMention | None:
    """The coalition that an act without one is of: a known one before, or the article's only."""
    before = survey.coalition_before(position, _CONTEXT_REACH)
    near = survey.coalition_before(position, _UNKNOWN_REACH)
    unsure = before is None or before.slug in (None, "nato")
    if unsure and (before != near or before is None or before.slug == "nato"):
        before = survey.coalition_in_play(position, 0)
    return before if before is None or before.slug != "nato" else None


_MOST_CLAIMS = 8
#: "Italy joined in 2023, followed by Japan in 2024, and Norway and Peru a year later".
_NEXT = re.compile(
    r"(?:,|;|\band)(?: and| then| later)*(?: (?:then )?followed by| by)? (?:the )?(?P<n>Ⓝ)"
    r"(?:,? (?:followed )?(?:(?:in|on|early in|late in|in early|in late) (?=Ⓣ)|(?=Ⓣ)|"
    r"(?:the following|a|the next|\w+) (?:year|month|week|day)s? ?(?:later|after)?))"
)
#: "joined the accords in 2021 and the operation in 2023".
_NEXT_COALITION = re.compile(r"Ⓒ (?:in|on) Ⓣ,?(?: and| then)+ (?:the )?(?P<c>Ⓒ) (?:in|on) (?=Ⓣ)")


def _in_turn(clause: Clause, claims: list[Claim]) -> Iterator[Claim]:
    """What a sentence adds to an act without its verb: other nations, or another coalition."""
    joining = [c for c in claims if c.act is Act.JOINING and c.when is not None]
    if not joining:
        return
    first = joining[0]
    for match in _NEXT.finditer(clause.reduced):
        listed, item = clause.nations(match.start("n")), clause.items.get(match.end())
        if listed is not None and not set(listed.nations) & set(first.nations):
            when = item if isinstance(item, TimeExpression) else None
            yield replace(first, nations=listed.nations, when=when, rule="act: in turn")
    for match in _NEXT_COALITION.finditer(clause.reduced):
        other, item = clause.coalition(match.start("c")), clause.items.get(match.end())
        if other is not None and isinstance(item, TimeExpression):
            status = Status.MEMBER if first.status is Status.SIGNED else first.status
            yield replace(first, coalition=other, when=item, status=status, rule="act: in turn")


def _claims_of(clause: Clause, context: CoalitionMention | None) -> Iterator[Claim]:
    for told in _acts_in(clause):
        coalition, end = _coalition_of(clause, told, context)
        if coalition is None or (told.kind.exercise and not is_exercise(coalition)):
            continue
        at = actor_before(clause, told.start)
        if at is None and (meant := the_country(clause, told.start)) is not None:
            at = meant
        if at is None or _is_denied(clause, at, told):
            continue
        yield _claim(clause, told, coalition, at, max(end, told.end))
    for told in _acts_in(clause, ("taken", "nouns")):
        yield from _of_object(clause, told, context)


def _claim(clause: Clause, told: _Told, coalition: CoalitionMention, at: int, end: int) -> Claim:
    listed = clause.nations(at)
    status, since = told.status, _since(clause, end)
    if status is Status.MEMBER and _SIGNATORY.search(clause.reduced, told.start, told.end):
        status = Status.SIGNED
    if is_exercise(coalition) and status in (Status.MEMBER, Status.SIGNED):
        status = Status.PARTICIPANT
    return Claim(
        coalition,
        listed.nations if listed else (),
        status,
        Act.STANDING if status is Status.ANNOUNCED else Act.JOINING if since else told.kind.act,
        f"act: {told.kind.name}" if status is not Status.ANNOUNCED else "will join",
        _SURE,
        (Evidence(clause.start, clause.end),),
        when=since or time_of(clause, at, end),
    )


_SIGNATORY = re.compile(r"\bsignator(?:y|ies)\b")
_SINCE = re.compile(r"[^.;Ⓝ]{0,50}?\bsince (?:early |late |mid-)?(?=Ⓣ)")


def _since(clause: Clause, end: int) -> TimeExpression | None:
    """ "has belonged to it since 2019": the day from which a standing holds."""
    found = _SINCE.match(clause.reduced, end)
    item = clause.items.get(found.end()) if found else None
    return item if isinstance(item, TimeExpression) else None


def _acts_in(clause: Clause, shapes: tuple[str, ...] = ("verbs", "bases")) -> Iterator[_Told]:
    for kind in act_kinds():
        if not kind.stems.search(clause.reduced):
            continue
        for shape in shapes:
            pattern = kind.shapes.get(shape)
            for match in pattern.finditer(clause.reduced) if pattern else ():
                told = _Told(kind, kind.status, match.start(), match.end())
                if shape == "bases":
                    status = _status_of_base(clause, match.start(), kind)
                    if status is None:
                        continue
                    told = _Told(kind, status, match.start(), match.end())
                elif _is_to_come(clause, match):
                    told = _Told(kind, Status.ANNOUNCED, match.start(), match.end())
                yield told


@cache
def _intent() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])(?:{_words('intents')})(?: also| soon| then| \w+ly| now)*\s\Z")


@cache
def _first_to() -> re.Pattern[str]:
    firsts: Any = load("membership_acts")["firsts"]
    return re.compile(rf"{firsts} \Z")


def _status_of_base(clause: Clause, start: int, kind: ActKind) -> Status | None:
    """What an infinitive tells: of what is to come, of what was done, or of nothing (None)."""
    before = clause.reduced[max(0, start - 60) : start]
    if _first_to().search(before):
        return kind.status
    return Status.ANNOUNCED if _intent().search(before) else None


_IS_JOINING = re.compile(r"\b(?:is|are|will be|would be) (?:also |soon |now |formally )?\Z")


def _is_to_come(clause: Clause, match: re.Match[str]) -> bool:
    """Whether a participle or a passive lies ahead: "is joining", "will be admitted"."""
    before = clause.reduced[max(0, match.start() - 24) : match.start()]
    if match.group().startswith(("joining", "signing", "entering", "acceding")):
        return bool(_IS_JOINING.search(before))
    return match.group().startswith("be") and bool(_intent().search(before))


def _is_denied(clause: Clause, at: int, told: _Told) -> bool:
    gap = clause.reduced[at + 1 : told.start]
    lead = clause.reduced[max(0, at - 40) : at]
    boundary = max(lead.rfind(sign) for sign in ",;:.")
    lead = lead[boundary + 1 :]
    if told.status is Status.ANNOUNCED:
        gap = _PLANS.sub("", gap)
    words = clause.reduced[told.start : told.end]
    if told.kind.act is Act.LEAVING or told.kind.status is Status.INVITED:
        words = ""
    return any(denial_pattern().search(s) or _NONE.search(s) for s in (lead, gap, words))


_NONE = re.compile(r"\b(?:no|nobody|nothing|ruled out|rather than|about|applied|applying|would)\b")
_PLANS = re.compile(r"\bwould ")


# --- what is joined


@cache
def _other() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('other_objects')})\b")


@cache
def _alone() -> re.Pattern[str]:
    """What can follow a verb whose coalition was named before."""
    return re.compile(
        rf"\s*(?:\Z|[,.;:)–—]|Ⓣ|(?:in|on|early|late|last|this|in early|in late|in mid-) ?Ⓣ|"
        rf"(?:{_words('anaphora')})(?![\w-])|"
        r"(?:on behalf|since|for|in \d|too\b|later|earlier|also|as\b|with\b|and\b|alongside|"
        r"together|during|at a|at the|in a|in the|here|by\b|this|last|next|the same|first|under))"
    )


_NOT_ITSELF = re.compile(
    r"-| (?:[a-z]+-)?(?:all(?:y|ies)|leaders?|nations|countries|foreign|defen[cs]e|ministers?|"
    r"[Ss]ummit|[Ll]eaders|[Aa]llies|meetings?|talks|headquarters|forces|troops|chief|officials|delegation|counterparts?|"
    r"[Pp]rincipals|[Bb]oard|statement|signing|ceremony|conference|working)"
)


#: "Peru joins Chile and Spain in the operation": beside whom it stands.
_COMPANY = re.compile(r"\A (?:fellow |its neighbours? )?Ⓝ(?= (?:in|as part of) )")


def _coalition_of(
    clause: Clause, told: _Told, context: CoalitionMention | None
) -> tuple[CoalitionMention | None, int]:
    """The coalition behind the act (and where it ends), else the one named before it."""
    reduced = clause.reduced
    inside = reduced.find(COALITION, told.start, told.end)
    if inside >= 0:
        return clause.coalition(inside), told.end
    following = reduced.find(COALITION, told.end, told.end + _OBJECT_GAP)
    if following >= 0:
        gap = reduced[told.end : following]
        gap = _COMPANY.sub("", gap)
        plain = not re.search(r"[.;:,ⓃⓉ]", gap) and not _other().search(gap)
        if plain and not _NOT_ITSELF.match(reduced, following + 1):
            return clause.coalition(following), following + 1
        if plain:
            return None, 0
    alone = told.kind.exercise or (told.kind.alone and _alone().match(reduced, told.end))
    if not alone:
        return None, 0
    return _named_before(clause, told.end) or context, told.end


def _named_before(clause: Clause, at: int) -> CoalitionMention | None:
    last = clause.reduced.rfind(COALITION, 0, at)
    return clause.coalition(last) if last >= 0 else None


# --- nations as what is taken in, or in the genitive


_BEHIND = re.compile(
    r",? (?:as (?:an? |the |its |full )*(?:[\w-]+ ){0,3}(?:members?|partners?|nations?|countr|"
    r"signator|participant)|to (?:the |its )|into |in |on board|aboard|among |for joining|"
    r"having joined|Ⓣ|on Ⓣ|(?:earlier|last|this))|[,.;]|\Z"
)


#: "welcomed Ghana's accession": not its application, nor its commitment.
_THEIR_ENTRY = re.compile(
    r" (?:[\w-]+ )?(?:accession|entry|membership|admission|joining|signature|signing)\b"
)
_OF = re.compile(r" (?:of|by|from) (?:the |both )?(?=Ⓝ)")
_OBJECT = re.compile(
    r" (?:the |both |as (?:an? )?members? |new (?:members?|partners?) |also |"
    r"(?:two|three|four|five) (?:new |more )?(?:nations|members|partners|countries)[,:—–]* )*(?=Ⓝ)"
)


def _of_object(clause: Clause, told: _Told, context: CoalitionMention | None) -> Iterator[Claim]:
    """ "admitted Ⓝ", "the accession of Ⓝ", "Ⓝ's signature": the nations go with the word itself."""
    reduced = clause.reduced
    if reduced.startswith(told.kind.name, told.start):
        return
    noun = bool(
        told.kind.shapes.get("nouns") and told.kind.shapes["nouns"].match(reduced, told.start)
    )
    lead = (_OF if noun else _OBJECT).match(reduced, told.end)
    at = lead.end() if lead else _owner(clause, told) if noun else None
    if at is None:
        return
    owner = not noun and reduced.startswith(("’s", "'s"), at + 1)
    if owner and not _THEIR_ENTRY.match(reduced, at + 3):
        return
    coalition, end = _coalition_around(clause, told, at, noun, context)
    if coalition is None or _denied_object(reduced, told.start):
        return
    yield _claim(clause, told, coalition, at, max(told.end, at + 1, end))


def _owner(clause: Clause, told: _Told) -> int | None:
    found = re.search(
        r"[ⓃⒹ](?:’s|'s)?(?: (?:formal|official|full|recent|own|new|subsequent|entry and))* \Z",
        clause.reduced[max(0, told.start - 50) : told.start],
    )
    return max(0, told.start - 50) + found.start() if found else None


_ENLARGING = re.compile(
    r"\b(?:brings?|bringing|brought|raises?|raised|takes?|taking|makes|grows?)\b"
)


def _coalition_around(
    clause: Clause, told: _Told, at: int, noun: bool, context: CoalitionMention | None
) -> tuple[CoalitionMention | None, int]:
    reduced = clause.reduced
    after = max(at + 1, told.end)
    following = reduced.find(COALITION, after, after + _OBJECT_GAP)
    if following >= 0 and not re.search(r"[.;Ⓝ]", reduced[after:following]):
        if _NOT_ITSELF.match(reduced, following + 1):
            return None, 0
        gap = reduced[after:following]
        if noun or re.search(r"\b(?:as|to|into|in|of|aboard|on board|among|joined|joining)\b", gap):
            return clause.coalition(following), following + 1
    if told.end - told.start == 4 and reduced[told.start : told.end] == "with":
        return None, 0
    before = reduced.rfind(COALITION, 0, told.start)
    if before >= 0 and not re.search(r"[.;]", reduced[before : told.start]):
        fits = noun or _BEHIND.match(reduced, at + 1)
        if fits and not _NOT_ITSELF.match(reduced, before + 1):
            return clause.coalition(before), after
    role = re.match(
        r",? (?:as|to|into) (?:an? |the |its |full )*(?:[\w-]+ ){0,3}", reduced[at + 1 :]
    )
    if (noun and _ENLARGING.search(reduced, after)) or (role and not noun):
        return context, after
    return None, 0


def _denied_object(reduced: str, start: int) -> bool:
    lead = reduced[max(0, start - 44) : start]
    boundary = max(lead.rfind(sign) for sign in ",;:.")
    return bool(denial_pattern().search(lead[boundary + 1 :]))
