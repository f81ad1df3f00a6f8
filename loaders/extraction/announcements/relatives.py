"""Relative clauses and participles: what opens them, and the noun they go with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.extraction.announcements.event_noun import EventNoun, within
from loaders.extraction.announcements.likeness import OF_EDITIONS
from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.language.verb_groups import Tense

_IN_BRACKETS = re.compile(
    r"(?: \d{2,4}(?:-\d)?)?(?: \([^)]{1,30}\))?,? "
    r"(?:also |just |jointly |recently |separately |formally |already )?\Z"
)
#: "The talks on space held in Oslo", "the board of the agency convened by …".
_WITH_PHRASE = re.compile(
    r" (?:on|of|in|for|between|with|at|to|against|about) "
    r"(?:(?!that|which|who|and [a-z]+ed)[\w’'-]+ ){0,6}(?!that|which|who)[\w’'-]+,? "
    r"|,? (?:worth|valued at) (?:[a-z]+ ){0,2}(?:US|A|C)?[$€£¥]?\d[\d.,]*(?: [a-z]+){0,2},? "
)
_PARTICIPLE_REACH, _RELATIVE_REACH = 70, 110


def noun_before(
    text: str, nouns: Sequence[EventNoun], verb: int, classes: frozenset[str]
) -> EventNoun | None:
    """The noun right before a participle, a phrase between: "the talks in Oslo hosted by …"."""
    nearby = within(nouns, max(0, verb - _PARTICIPLE_REACH), verb)
    fitting = [noun for noun in reversed(nearby) if classes & noun.classes]
    for between in (_IN_BRACKETS, _WITH_PHRASE):
        for noun in fitting:
            if between.fullmatch(text, noun.end, verb) and not _is_of_paper(nearby, noun, verb):
                return noun
    return None


def _is_of_paper(nearby: Sequence[EventNoun], noun: EventNoun, verb: int) -> bool:
    """Whether a participle goes with a paper that stands between: "the body in a pact signed"."""
    if "document" in noun.classes:
        return False
    return any("document" in n.classes and noun.end < n.start and n.end == verb - 1 for n in nearby)


#: Who acts in a relative clause, between its noun and its verb: "(that) the two countries".
_NAMES = r"(?:[A-Z][\w.’'-]*|and|of|the|,)(?: (?:[A-Z][\w.’'-]*|and|of|the))*"
_PARTIES = (
    r"(?:the |both )?(?:two |three |four )?(?:countries|nations|sides|leaders|ministers|"
    r"governments|agencies|presidents|parties|companies|allies|partners)"
)
_ACTING = re.compile(
    r"(?: \d{2,4}(?:-\d)?)?(?: (?:of|in|for|on) [\w’'-]+(?: [\w’'-]+){0,4}(?=,? (?:that|which) ))?"
    r"(?:,? (?:that|which) | )"
    rf"(?:(?:the |both |its |their )?{_NAMES}|{_PARTIES}|they|it|he|she|we) "
    r"(?:[a-z]+ly |have |has |had |will |jointly )?"
)


#: "An agreement that the chief of staff of the Air Force, Gen. Park, and Gen. Ray, its chief,".
_ACTING_LONG = re.compile(
    r" (?:that|which) (?:the |an? |its |their )?"
    r"(?:(?!(?:is|are|was|were|has|have|had|will|would|which|who|that|to|can|may|[a-z]+ed)\b)"
    r"[\w.’'()-]+,? ){2,45}"
)
_LONG_REACH = 260


def noun_of_relative(
    text: str, nouns: Sequence[EventNoun], span: tuple[int, int], classes: frozenset[str]
) -> EventNoun | None:
    """The noun of a relative clause with a subject of its own; `span` ends at the clause's verb."""
    low, verb = span
    for noun in reversed(within(nouns, max(low, verb - _LONG_REACH), verb)):
        if not classes & noun.classes:
            continue
        near = noun.end > verb - _RELATIVE_REACH
        if near and _ACTING.fullmatch(text, noun.end, verb):
            return noun
        if _ACTING_LONG.fullmatch(text, noun.end, verb):
            return noun
    return None


#: "Next year's session, which Kenya will host".
_NEXT = re.compile(r"\b(?:[Nn]ext|[Cc]oming|[Uu]pcoming) (?:[\w’'-]+ ){0,4}\Z")


def is_next(text: str, mention: EventMention) -> bool:
    """Whether "will" tells of a gathering that is called the next one."""
    noun = mention.noun
    if noun is None or mention.kind not in OF_EDITIONS:
        return False
    if mention.group.tense is not Tense.FUTURE:
        return False
    if text.startswith("the next ", noun.start):
        return True
    return bool(_NEXT.search(text, max(mention.sentence.start, noun.start - 60), noun.start))


#: "Oslo, where they agreed" goes on with the story; "Norway, which hosted talks" stops it.
_RELATIVE = re.compile(
    r"(?:(?:, (?:which|who|whose)| (?:which|who|whose)) (?:[\w’']+ ){0,3}|"
    r" that (?:[a-z]+ly |also )?)\Z"
)


def relative_before(text: str, mention: EventMention) -> re.Match[str] | None:
    """The relative pronoun before the verb, if its clause is a relative one."""
    if mention.group.tense is Tense.NOMINAL:
        return None
    return _RELATIVE.search(mention.before(text, 40))
