"""Events that an indefinite noun introduces, whatever the verb: "a two-day exercise brought …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from loaders.extraction.announcements.arguments import heads_subject
from loaders.extraction.announcements.event_noun import EventNoun, within
from loaders.extraction.announcements.lexicon import kind_introduced, lexicon
from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.announcements.word_patterns import alternatives
from loaders.extraction.language.tries import by_first_letter
from loaders.extraction.language.verb_groups import Tense, VerbGroup
from loaders.extraction.survey.article import Survey
from loaders.extraction.survey.recency import days_before
from loaders.extraction.texts.document import MASK, Document, ParagraphKind, Span

#: "A memorandum", "their first meeting", "Kenya's nomination": told for the first time.
_INTRODUCED = re.compile(
    r"\b(?=[aAtTiIhHfFsS])(?:[Aa]n?|(?:[Tt]he|[Tt]heir|[Ii]ts|[Hh]is|[Hh]er) (?:\w+ )?(?:first|"
    r"second|third|fourth|"
    r"fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|inaugural)|"
    r"(?<!\b[Tt]he )(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal)(?!(?: [\w-]+)*[’']))"
    r"(?: [\w’'/-]+){0,7} \Z"
)
_OTHER_PHRASE = re.compile(
    r" (?:of|in|on|at|by|with|for|from|to|into|that|which|who|and|or|is|are|was|were|has|have|had|"
    r"will|would|under|after|before|during|between|as|than|[a-z]+ed) "
)
_CLAUSE_EDGE = re.compile(r"[;:]|\b(?:which|who|whose|that|if|whether|where|while|although)\b")
_FUTURE = re.compile(
    r"\b(?:will|shall)(?! not)\b|"
    r"\b(?:is|are) (?:set|due|expected|scheduled|slated|going|planned) to\b"
)
#: "Has a separate agreement", "is a framework", "as a forum": how things stand.
_STANDING = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|having|as|like|than|involved in|"
    r"constitutes?|represents?|remains?|become|because of|owing to|thanks to|due to|despite|"
    r"became|becoming|not just|through|beyond|on|about|toward|towards|for|over) \Z"
)
#: "This marked the 30th agreement with a partner": of what was just told.
_MARKS = re.compile(
    r"(?:This|That|It) (?:also )?(?:marks|marked|is|was|represents|represented) the "
)
#: "Since 2007", "was agreed last year": not a thing that now happened.
_AFTERWARDS = re.compile(
    r"[^,;.]{0,40}\bsince \d|"
    r"(?: that is| which is)?(?: still| now| currently)? (?:being|yet to be|to be) "
    r"(?:negotiated|discussed|drafted|worked out|finali[sz]ed|concluded|signed)\b|"
    r" (?:still )?under (?:negotiation|discussion)\b|"
    r" (?:was|were|had been|has been) (?:agreed|planned|proposed|announced|"
    r"considered|mooted|shelved|suggested|approved|conceived|cancelled|canceled|postponed)\b"
)
#: "Agreed to exchange officers and to run a joint exercise": not done.
_TO_DO = re.compile(r"\b(?:agreed|plan(?:s|ned)?|want(?:s|ed)?|and|or) to [a-z]+ \Z")
#: "Issued a memorandum": an order within a house.
_ISSUED = re.compile(r"\b(?:issu|circulat|leak|writ|wrote|releas|draft)\w* \Z")
_LEAD, _NEAR = 110, 24


def find_introduced(
    survey: Survey, sentence: Span, nouns: Sequence[EventNoun]
) -> Iterator[EventMention]:
    """Every event that a sentence of the past or the future introduces by its noun alone."""
    text, masked = survey.document.text, survey.document.masked
    for noun in within(nouns, *sentence):
        kind = kind_introduced(noun.classes)
        planned = kind is None and _is_planned_item(survey, sentence, noun)
        if planned:
            kind = "operation"
        if kind is None or masked[noun.start] == MASK:
            continue
        found = _INTRODUCED.search(text, _phrase_start(text, sentence, noun.start), noun.start)
        if found is None:
            continue
        if not planned and _OTHER_PHRASE.search(text, found.start(), noun.start):
            continue
        if "body" in noun.classes and " new " not in found[0]:
            continue
        low = max(sentence.start, found.start() - _NEAR)
        if "document" in noun.classes and text.endswith(("in ", "In "), low, found.start()):
            continue
        if _explains(survey, found.start()) or _TO_DO.search(masked, low, found.start()):
            continue
        if "document" in noun.classes and _ISSUED.search(text[low : found.start()]):
            continue
        if _MARKS.match(text, *sentence):
            continue
        if _STANDING.search(text[low : found.start()]) or _AFTERWARDS.match(text, noun.end):
            continue
        tense = Tense.FUTURE if planned else _told(masked, sentence, noun)
        if tense is Tense.PRESENT and not heads_subject(text, sentence.start, noun):
            continue
        if tense is not None:
            group = VerbGroup(noun.start, noun.end, tense, False, False, False)
            yield EventMention(kind, sentence, Span(noun.start, noun.end), group, noun)


def _explains(survey: Survey, start: int) -> bool:
    """Whether it only says what was just named is: "the Lima MoU, an arrangement among …"."""
    if not survey.document.text.endswith(", ", 0, start):
        return False
    named = survey.coalition_mentions_in(max(0, start - _LEAD), start)
    return any(mention.end == start - len(", ") for mention in named)


def is_in_list(document: Document, noun: EventNoun) -> bool:
    """Whether a noun of an operation stands in an item of a list."""
    if "operation" not in noun.classes:
        return False
    return document.paragraphs[document.paragraph_at(noun.start)].kind is ParagraphKind.ITEM


def _is_planned_item(survey: Survey, sentence: Span, noun: EventNoun) -> bool:
    """Whether it is an item of a list of things to come: "a joint demonstration in 2028"."""
    if not is_in_list(survey.document, noun):
        return False
    return any((days_before(survey, t.edtf) or 0) < 0 for t in survey.times_in(*sentence))


def _phrase_start(text: str, sentence: Span, noun: int) -> int:
    """How far back the phrase of a noun can begin: no mark stands in it."""
    low = max(sentence.start, noun - _LEAD)
    return max(low, text.rfind(",", low, noun), text.rfind(".", low, noun))


def _told(text: str, sentence: Span, noun: EventNoun) -> Tense | None:
    """Past or future, as the clause around the noun has it; None where it is only spoken of."""
    low = sentence.start
    for edge in _CLAUSE_EDGE.finditer(text, sentence.start, noun.start):
        low = edge.end()
    closing = _CLAUSE_EDGE.search(text, noun.end, sentence.end)
    high = closing.start() if closing else sentence.end
    if _spoken_of().search(text, low, noun.start):
        return None
    if _MAY_BE.match(text, noun.end, high):
        return None
    if _FUTURE.search(text, low, high):
        return Tense.FUTURE
    if _past().search(text, low, high):
        return Tense.PAST
    # "An agreement between Kenya and Peru paves the way …"
    return Tense.PRESENT if text.startswith(" between ", noun.end) else None


#: "A conference of the parties could be called": nobody says that it will.
_MAY_BE = re.compile(
    r"(?: (?!(?:is|are|was|were|has|have|had|will|that|which|who|[a-z]+ed)\b)[\w’'-]+){0,9}? "
    r"(?:could|might|may|should|must|can|cannot)\b"
)


@cache
def _spoken_of() -> re.Pattern[str]:
    """What is discussed, planned or denied has not happened."""
    return re.compile(rf"\b(?:{alternatives('spoken_of')})(?!\w)")


@cache
def _past() -> re.Pattern[str]:
    irregular = by_first_letter(lexicon().irregular_pasts)
    return re.compile(rf"\b(?:was|were|has|have|had|[a-z]{{3,}}ed|{irregular})\b")
