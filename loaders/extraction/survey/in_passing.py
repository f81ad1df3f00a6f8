"""Bodies that a text names only in passing: to say through whom, where, or of whom else.

"11 countries acting through the European Space Agency", "at the CELAC summit", "the African Union
Commissioner": the next sentences do not speak of those.
"""

from __future__ import annotations

import re

from loaders.extraction.coalitions.mention import CoalitionMention

_BEFORE = 60


def is_in_passing(text: str, mention: CoalitionMention) -> bool:
    """Whether a mention tells by what means, where, or of what else something is."""
    before = text[max(0, mention.start - _BEFORE) : mention.start]
    told_of = (pattern.search(before) for pattern in (_MEANS, _REPLACED, _ORGAN_OF))
    gathered = _AT.search(before) and (
        _GATHERING.match(text, mention.start) or _ITS_GATHERING.match(text, mention.end)
    )
    return any(told_of) or bool(_OFFICER.match(text, mention.end) or gathered)


def is_replaced(text: str, mention: CoalitionMention) -> bool:
    """ "It replaces the consortium and has seven members:": they are not the consortium's."""
    return _REPLACED.search(text[max(0, mention.start - _BEFORE) : mention.start]) is not None


_REPLACED = re.compile(r"\b(?:replac|succeed|supersed)(?:es|e|ed|ing)(?: the)?(?: [a-z]+)?\s\Z")
_MEANS = re.compile(
    r"\b(?:through|via|(?:facilitated|backed|funded|supported) by)(?: the)?\s\Z"
    # "signed by twelve nations and the European Space Agency (ESA)"
    r"|\b(?:countries|nations|states|governments) and (?:the )?(?:(?:[A-Z]\w+ ){1,4}\()?\Z"
)
#: "at the ESA/EU Space Council"
_AT = re.compile(r"\b(?:at|during) (?:the |an? )?(?:\w+/)?\Z")
_GATHERING = re.compile(
    r"(?:[A-Z]\w*[ /]){1,4}(?:Council|Summit|Conference|Symposium|Ministerial|Congress)\b"
)
#: "is an organ of the African Union", "African Union Commissioner Ruiz": said of something else.
_ORGAN_OF = re.compile(
    r"\b(?:(?:organ|arm|agency|institution|body|branch|home|seat) of|next (?:door )?to) (?:the )?\Z"
)
_OFFICER = re.compile(
    r" (?:(?:Deputy|Vice|High|Acting) )?(?:Commissioner|President|Secretary|Chair|Director|Envoy|"
    r"Ambassador|Commander|Spokes)\w*\b"
)
#: "at the CELAC summit"
_ITS_GATHERING = re.compile(
    r"(?:[’']s)? (?:[a-z]+ )?(?:summit|conference|symposium|congress|forum|session|assembly|"
    r"talks)\b"
)
