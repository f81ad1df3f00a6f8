"""Events that share the verb of the one told: "Peru joined in May and Chile in June"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from loaders.extraction.affair_facts import Announcement
from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.announcements.told_article import ToldArticle
from loaders.extraction.memberships.claims import Claim

#: What several nations do one after the other.
_KINDS = frozenset({"accession", "policy"})
_RULE = "verb: in turn"
#: "… in May 2022, followed by Japan and Germany in September".
_NEXT = re.compile(
    r"Ⓣ(?:[,;]|,? and|[,;] (?:while|then|with))?(?: and)?(?: then)?"
    r"(?:,? followed(?: in turn| shortly after)? by)? (?:the )?(?P<n>Ⓝ)"
    r"(?: (?:followed|joined|did)(?: suit| so| the same)?)?,? (?:in |on )(?=Ⓣ(?:[.,;)]|\Z| and\b))"
)


def claimed_in_turn(claims: list[Claim]) -> dict[int, tuple[Claim, ...]]:
    """The claims of joining, each on its day, of the sentences that have several."""
    by_place = groupby(claims, lambda claim: claim.evidence[0].start)
    dated = {place: tuple(c for c in group if c.when and c.when.edtf) for place, group in by_place}
    return {place: group for place, group in dated.items() if len(group) > 1}


def told_in_turn(
    article: ToldArticle, mention: EventMention, told: Announcement
) -> list[Announcement]:
    """The event itself and those of other nations, on other days, without a verb of their own."""
    if told.kind not in _KINDS or not told.nations:
        return [told]
    if told.kind == "accession" and (claimed := list(_by_claims(article, told))):
        return [told, *claimed]
    if told.event_date is None or not mention.is_finite:
        return [told]
    others = list(_by_the_words(article, mention, told.event_date))
    late = {nation for nations, _ in others for nation in nations}
    own = tuple(nation for nation in told.nations if nation not in late)
    if not own:
        return [told]
    told = replace(told, nations=own)
    return [told, *(replace(told, nations=nations, event_date=day) for nations, day in others)]


def _by_claims(article: ToldArticle, told: Announcement) -> Iterator[Announcement]:
    for claim in article.joined_in_turn.get(told.evidence[0].start, ()):
        day = claim.when.edtf if claim.when else None
        if claim.rule == _RULE and day != told.event_date:
            coalitions = (claim.coalition.key,)
            yield replace(told, event_date=day, nations=claim.nations, coalitions=coalitions)


def _by_the_words(
    article: ToldArticle, mention: EventMention, first: str
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Nations and days in a row behind the first day: no coalition says what they belong to."""
    clause = article.survey.clause(mention.sentence)
    days = {first}
    for match in _NEXT.finditer(clause.reduced):
        before, listed = clause.time(match.start()), clause.nations(match.start("n"))
        when = clause.time(match.end())
        if before and before.edtf in days and listed and when and when.edtf:
            days.add(when.edtf)
            yield listed.nations, when.edtf
