"""Where a text mentions an event: a verb of the lexicon with the nouns that its frame asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.extraction.announcements.elliptic_nouns import elliptic_nouns, pronoun_nouns
from loaders.extraction.announcements.event_noun import EventNoun, within
from loaders.extraction.announcements.event_nouns import coalition_nouns, find_event_nouns, is_craft
from loaders.extraction.announcements.headlines import is_heading
from loaders.extraction.announcements.lexicon import lexicon
from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.announcements.reading import VerbInSentence
from loaders.extraction.language.word_places import word_places
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import Document, ParagraphKind, Span

_LONGEST_SENTENCE = 900


def event_nouns(survey: Survey) -> list[EventNoun]:
    """Every noun of an event in the text, the named coalitions and exercises among them."""
    document = survey.document
    headings = [p for p in document.paragraphs[:_TOP] if p.kind is ParagraphKind.HEADING]
    # In headlines every word has a capital: there only what is known is a name.
    named = [
        m
        for m in survey.coalitions
        if m.slug or not any(h.start <= m.start < h.end for h in headings)
    ]
    joined = {m.end for m in named if m.name.endswith("Station") and not is_craft(document.text, m)}
    all_nouns = find_event_nouns(document.text)
    # "Station" at the end of a programme's name is no craft either.
    found = (n for n in all_nouns if "craft" not in n.classes or n.end not in joined)
    nouns = sorted([*found, *coalition_nouns(document.text, named)])
    return sorted([*nouns, *elliptic_nouns(document, nouns), *pronoun_nouns(document, nouns)])


_TOP = 12


def find_event_mentions(survey: Survey, nouns: Sequence[EventNoun]) -> Iterator[EventMention]:
    """Every mention outside quotations, in the text's order."""
    document, known = survey.document, lexicon()
    sentence, own, classes = Span(0, 0), nouns[:0], frozenset[str]()
    readable = with_releases(document)
    for start, _, found in known.verbs.find(readable, word_places(document.text)):
        if document.text[start - 1 : start] == "-":
            continue
        if start >= sentence.end:
            sentence = document.sentences[document.sentence_at(start)]
            own = within(nouns, *sentence)
            classes = frozenset().union(*(noun.classes for noun in own))
        if not _may_tell(document, sentence, start):
            continue
        for printed in _readings(found):
            if not known.may_tell(printed, classes):
                continue
            span = Span(start, start + len(printed))
            verb = VerbInSentence(document, readable, own, classes, sentence, span)
            if mention := verb.mention(printed):
                yield mention
                break


#: `said a press release`, `the statement read`, behind a quotation.
_RELEASE_NOUN = r"(?:press release|release|statement|communiqu[eé]|announcement|bulletin|website)"
_RELEASE = re.compile(
    rf",? ?(?:said|says|reads?|stated?|according to)[^.;”\"]{{0,50}}?\b{_RELEASE_NOUN}\b|"
    rf",? ?(?:the|a|its) (?:[\w-]+ ){{0,3}}{_RELEASE_NOUN} (?:said|reads?|added)"
)


def with_releases(document: Document) -> str:
    """The masked text with what releases and statements report left readable: that is news."""
    masked, pieces, last = document.masked, [], 0
    for quotation in document.quotations:
        if not quotation.closed or quotation.start < last:
            continue
        if _RELEASE.match(document.text, quotation.outer_end, quotation.outer_end + _REACH):
            pieces += [
                masked[last : quotation.start],
                document.text[quotation.start : quotation.end],
            ]
            last = quotation.end
    return "".join([*pieces, masked[last:]]) if pieces else masked


_REACH = 110


def _readings(printed: str) -> tuple[str, ...]:
    """A phrase of a verb ("became official") and, if it tells nothing, the verb alone."""
    word, blank, _ = printed.partition(" ")
    return (printed, word) if blank else (printed,)


def _may_tell(document: Document, sentence: Span, start: int) -> bool:
    """Whether a verb can stand here: a capital only opens a sentence or stands in a headline."""
    if not sentence.start <= start < sentence.end:
        return False
    if sentence.end - sentence.start > _LONGEST_SENTENCE:
        return False
    if not document.text[start].isupper() or start == sentence.start:
        return True
    return is_heading(document, start)
