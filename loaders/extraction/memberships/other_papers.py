"""Papers of which nothing was said before: "a further letter of intent, on drones, was signed"."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.memberships.lexicon import nouns

#: "A letter of intent on Arctic surveillance": on what it says, not on the body spoken of.
_ON_A_MATTER = re.compile(
    r",? (?:on|regarding|concerning|covering|about) "
    r"(?!(?:join|participat|tak|becom|enter)ing\b|(?:its|their|the(?! [a-z]+(?<!ship)(?<!ation)"
    r"(?<!sion)(?<!ment)(?<!entry)(?<!launch)(?<!set-up) of [a-z])) |it\b|them\b|"
    r"(?:membership|participation|accession|entry|\w+day|\d|Ⓣ))"
    r"|,? to (?:exchange|share|cooperate|collaborate|coordinate|strengthen|deepen|expand|study|"
    r"explore|conduct|train|improve|increase|examine|assess|enhance|promote|swap|second|post)\b"
)
_FURTHER = re.compile(
    r"(?:[Aa]nother|[Aa]n? (?:\w+ )?(?:further|second|third|fourth|separate|different|additional)|"
    r"[Ff]urther|[Tt]wo (?:further|more|other)) "
)
#: "… on joining the programme", "… to take part in it": of what was spoken of.
_ON_ITS = re.compile(r"[^.;:]*\b(?:it|them|its|the \w+|Ⓒ)")


def is_another_letter(reduced: str, start: int, end: int) -> bool:
    """Whether the letter of intent at a place of a sentence is not of the body spoken of.

    It says on what it is, and that is no joining, or it is one besides that spoken of.
    """
    if _ON_A_MATTER.match(reduced, end):
        return True
    return bool(_FURTHER.match(reduced, start, end)) and not _ON_ITS.match(reduced, end)


def opens_with_another_paper(reduced: str, end: int) -> bool:
    """ "A further memorandum was signed by", "A pact on patrols was signed by": of no body.

    A sentence that has its verb at `end` begins with a paper that was not spoken of before.
    """
    found = _paper().match(reduced, 0, end)
    if found is None:
        return False
    if _FURTHER.match(reduced):
        return not _ON_ITS.match(reduced, found.end(), end)
    matter = _ON_A_MATTER.match(reduced, found.end(), end)
    return matter is not None and not _ON_ITS.match(reduced, matter.end(), end)


#: "The satellite communications deal of 2020 was signed by": no accords are called a deal.
_DEAL = re.compile(
    r"(?:\A|[:;,] (?:and |but |while )?)[Tt]he (?:[\w-]+ ){0,4}?(?P<noun>deal|contract|order)\b"
    r"[^,;:]*\Z"
)


def opens_with_deal(reduced: str, end: int, body: str) -> bool:
    """A clause that has its verb at `end` begins with a deal, which the body is none of."""
    found = _DEAL.search(reduced[:end])
    return found is not None and found["noun"] not in body.lower()


@cache
def _paper() -> re.Pattern[str]:
    papers = "|".join((*sorted(nouns("papers")), "letters? of intent"))
    return re.compile(
        rf"(?:An?|Another|Further|Two (?:further|more|other)) (?:[\w-]+ ){{0,3}}?(?:{papers})\b"
    )
