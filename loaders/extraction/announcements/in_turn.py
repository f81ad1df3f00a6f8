"""Events that share the verb of the one told: "Peru joined in May and Chile in June"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.extraction.affair_facts import Announcement
from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.announcements.told_article import ToldArticle
from loaders.extraction.memberships.rules import IN_TURN

#: What several nations do one after the other.
_KINDS = frozenset({"accession", "policy"})
_SEVERAL = 2
#: "… in May 2022, followed by Japan and Germany in September".
_NEXT = re.compile(
    r"Ⓣ(?:[,;]|,? and|[,;] (?:while|then|with))?(?: and)?(?: then)?"
    r"(?:,? followed(?: in turn| shortly after)? by)? (?:the )?(?P<n>Ⓝ)"
    r"(?: (?:followed|joined|did)(?: suit| so| the same)?)?,? (?:in |on )(?=Ⓣ(?:[.,;)]|\Z| and\b))"
)


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
    claims = article.joined.get(told.evidence[0].start, ())
    dated = [(claim.when.edtf, claim) for claim in claims if claim.when and claim.when.edtf]
    if len(dated) < _SEVERAL:
        return
    for day, claim in dated:
        if claim.rule == IN_TURN and day != told.event_date:
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
