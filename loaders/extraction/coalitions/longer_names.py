"""Names with more to them: "the BRICS Remote Sensing Constellation", "the Charter of the Union"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from loaders.extraction.coalitions.mention import CoalitionMention
from loaders.extraction.language.vocabulary import ordered_words


def with_longer_names(text: str, mentions: Sequence[CoalitionMention]) -> list[CoalitionMention]:
    """The mentions, those that only open the name of another body replaced by that body's.

    Organs and papers of a body ("ESA Council", "ESA Convention") stay its own.
    """
    taken = {m.start for m in mentions}
    found = []
    for mention in mentions:
        more = None if mention.common_noun else _more().match(text, mention.end)
        if more is None and text.endswith((" a ", " an "), 0, mention.start):
            # "the founding charter of a BRICS Space Council", no organ that is there
            more = _new().match(text, mention.end)
        covers = more and any(
            place in taken for place in range(mention.end, more.end()) if place != mention.start
        )
        if more is None or covers:
            found.append(mention)
            continue
        name = text[mention.start : more.end()]
        found.append(CoalitionMention(mention.start, more.end(), None, name))
    return found


def with_papers_of_bodies(mentions: list[CoalitionMention]) -> list[CoalitionMention]:
    """ "the Charter of the Alliance" is that of the alliance whose name was given before."""
    found: list[CoalitionMention] = []
    first_called: dict[str, CoalitionMention] = {}  # by the last word of the name
    for mention in mentions:
        paper = _paper_of().fullmatch(mention.name) if mention.slug is None else None
        if paper and (owner := first_called.get(paper[1])):
            mention = mention._replace(slug=owner.slug, name=owner.name)
        found.append(mention)
        if not mention.common_noun and " " in mention.name:
            first_called.setdefault(mention.name.rpartition(" ")[2], mention)
    return found


@cache
def _paper_of() -> re.Pattern[str]:
    papers = "|".join(ordered_words("coalition_words", "papers_of_bodies"))
    return re.compile(rf"(?:[A-Z][a-z]+ )?(?:{papers}) of the ([A-Z][a-z]+)")


def with_ends_of_names(text: str, mentions: list[CoalitionMention]) -> list[CoalitionMention]:
    """ "Coast Watch from Space" is one name, and the Coast Watch spoken of later the same body."""
    if "rom Space" not in text:
        return mentions
    whole: dict[str, str] = {}
    found = []
    for mention in mentions:
        bare = mention.slug is None and not mention.common_noun
        if bare and (tail := _FROM_SPACE.match(text, mention.end)):
            whole[mention.name] = text[mention.start : tail.end()]
            mention = mention._replace(end=tail.end())
        found.append(mention)
    return [m if m.slug or m.name not in whole else m._replace(name=whole[m.name]) for m in found]


#: No "from Space Command".
_FROM_SPACE = re.compile(r" [Ff]rom Space\b(?! [A-Z])")


@cache
def _new() -> re.Pattern[str]:
    heads = "|".join(ordered_words("coalition_words", "heads_of_space"))
    return re.compile(rf"(?: [A-Z][a-z][\w-]*){{1,3}}? (?:{heads})\b(?! [A-Z][a-z])")


@cache
def _more() -> re.Pattern[str]:
    heads = "|".join(ordered_words("coalition_words", "heads_of_longer_names"))
    return re.compile(rf"(?: [A-Z][a-z][\w-]*){{1,4}}? (?:{heads})(?: Agreement)?\b(?! [A-Z][a-z])")
