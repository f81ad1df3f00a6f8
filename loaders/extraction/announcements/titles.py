"""What an event is called: the sentence that reports it, without where, when and by whom said."""

from __future__ import annotations

import re

_LONGEST_TITLE = 160
#: Fewer words than these tell no event.
_FEWEST_WORDS = 4

#: "TOKYO — Japan signed"; in "Space Forces–Europe" the dash is of the name.
_DATELINE = re.compile(r"[A-ZÀ-Þ][^—–\n]{2,90}?(?: ?— ?| – ?|– | -{1,2} )(?=[A-Z“\"])")
_SAID = re.compile(r"said|announced|confirmed|disclosed|reported|according to")
_ATTRIBUTION = re.compile(
    r",[”\"]? (?:(?:[\w.’'-]+ ){1,12}?(?:said|announced|confirmed|disclosed|reported)"
    r"|according to)\b.*\Z"
)
_SAID_THAT = re.compile(
    r"(?:Also )?(?:[Oo]n )?(?:[A-Z][a-z]+day, )?(?:[\w.’'-]+ ){1,6}"
    r"(?:said|announced|disclosed|confirmed) (?:\w+day )?that "
)


def title_of_event(sentence: str) -> str:
    """The sentence without dateline and attribution, cut at a word where it is long."""
    sentence = _DATELINE.sub("", sentence, count=1) if _DATELINE.match(sentence) else sentence
    short = sentence
    if _SAID.search(sentence):
        short = _SAID_THAT.sub("", sentence, count=1) if " that " in sentence else sentence
        without = _ATTRIBUTION.sub("", short)
        # "Chile, Peru and Brazil announced a pact": that is no attribution.
        short = without if len(without.split()) >= _FEWEST_WORDS else short
    short = short.strip(" .•*-")
    short = short[:1].upper() + short[1:] if short else sentence.strip()
    if len(short) <= _LONGEST_TITLE:
        return short
    return short[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;—–-") + " …"
