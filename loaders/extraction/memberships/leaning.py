"""What a verb or a role leans on that names no coalition: one named before, else the context."""

from __future__ import annotations

import re

from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.memberships.phrases import Reading
from loaders.extraction.memberships.rules import is_document


def leant_on(
    reading: Reading, at: int, context: CoalitionMention | None
) -> CoalitionMention | None:
    """The coalition named before in the sentence, else the context; no alliance where one is."""
    before = named_before(reading, at)
    if before is not None and _IN_ALLIANCE.search(reading.shape, 0, at):
        # "Chile and Peru belong to NATO, and so does Spain, which came in later."
        return before
    if before is None or context is None:
        return before or context
    signs = reading.phrases[at].group == "sign" and is_document(context.name)
    # "Peru, an observer in the agency, means to sign in May": the accords spoken of.
    return context if before.slug == "nato" or (signs and not is_document(before.name)) else before


#: What nations are told to belong to earlier in the sentence.
_IN_ALLIANCE = re.compile(r"V[tif]?[bda]*K,&?[sR][^KV]*\Z")
#: A nation's role in one body, said in passing before what it does in another.
AT_HOME = re.compile(r"A,[bd]*L[fti][bda]*K,\Z")


#: "The agency, a body of the union": of which the body is one.
_EXPLAINING = re.compile(r"K(?:\([^)]{1,9}\))?,d[aow]{0,3}wf[bda]*\Z")


def named_before(reading: Reading, at: int) -> CoalitionMention | None:
    """The last coalition named in the sentence before a place; an alliance only if no other."""
    fallback = None
    for k in range(at - 1, -1, -1):
        if reading.shape[k] in "KL" and (coalition := reading.coalition(k)):
            if AT_HOME.search(reading.shape, 0, k + 2) or _EXPLAINING.search(reading.shape, 0, k):
                # "Egypt, the host of the agency, sent an observer": to what is spoken of. "The
                # agency, a body of the union, has its seat in Cairo": of the agency.
                fallback = fallback or coalition
                continue
            if coalition.slug != "nato" and reading.shape[k - 1 : k] != "h":
                return coalition
            fallback = fallback or coalition
    return fallback
