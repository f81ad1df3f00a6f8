"""The sentence that leads to a printed list: what it says of the nations in it."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.language.numbers import count_pattern
from loaders.extraction.language.vocabulary import load, ordered_words
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.tokens import is_doubtful
from loaders.extraction.printed_lists.standings import OUTSIDE, Standing, belonging, pattern_of
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import Paragraph, Span

#: So much of the lead must hold no word of doubt: "countries that have expressed interest:".
_CLOSE_LEAD = 130
#: So many sentences of the paragraph above a list may lead to it.
_SENTENCES = 3
#: The last sentence announces a list: nothing before it is needed, and nothing of it by chance.
_ANNOUNCES = re.compile(
    r":\W*\Z|\b(?:as follows|following|below|listed)\b"
    r"|\b(?:table|list) (?:shows|gives|lists|names|tells|sums|says)\b"
    # "Who has signed?" over a list is answered by it.
    r"|\A\W*(?:Who|W(?:hich|hat) (?:nations|countries|states|governments))\b[^?]*\?\W*\Z"
)
#: Stands for the name of a body.
_BODY = "Ⓒ"
_NATIONS = re.compile(r"\b(?:nations|countries|states|governments)\b", re.I)
_CLAUSE = re.compile(r"[,;–—]")
_FOLLOWS = re.compile(r"\b(?:following|below|listed)\b")


def lead_of(survey: Survey, paragraph: Paragraph) -> tuple[Span, Standing | None]:
    """The last sentence of a paragraph with what it, or the one before it, says of a list."""
    sentences = _sentences(survey, paragraph)
    for sentence in sentences[:_SENTENCES]:
        words = without_bodies(survey, sentence, f" {_BODY} ")
        close = _close(words)
        if is_doubtful(close) or _outside().search(close):
            return sentence, OUTSIDE
        if _of_else().search(words):
            return sentence, None
        if standing := standing_of_words(words):
            announced = announces_list(survey, sentences[0]) or _cues()[0][0].search(words)
            by_chance = standing == Standing(Status.MEMBER) and not announced
            return sentence, None if by_chance else standing
    return sentences[0], None


def _close(words: str) -> str:
    """What of a lead must be free of doubt: the clause that announces the list, else its end."""
    clauses = [part for part in _CLAUSE.split(words) if _FOLLOWS.search(part)]
    return clauses[-1] if clauses else words[-_CLOSE_LEAD:]


def announces_list(survey: Survey, sentence: Span) -> bool:
    """Whether a sentence says that a list follows."""
    return bool(_ANNOUNCES.search(survey.document.text[sentence.start : sentence.end]))


def _sentences(survey: Survey, paragraph: Paragraph) -> list[Span]:
    """The sentences of a paragraph, the last first."""
    document = survey.document
    index = document.sentence_at(paragraph.end - 1)
    found = []
    while index >= 0 and document.sentences[index].start >= paragraph.start:
        found.append(document.sentences[index])
        index -= 1
    return found or [Span(paragraph.start, paragraph.end)]


def without_bodies(survey: Survey, span: Span, instead: str = " ") -> str:
    """The words of a stretch without the names of bodies, which say nothing of the list."""
    pieces, last = [], span.start
    for mention in survey.coalition_mentions_in(*span):
        if mention.start >= last and not mention.common_noun:
            pieces.append(survey.document.text[last : mention.start])
            last = mention.end
    return instead.join([*pieces, survey.document.text[last : span.end]])


def standing_of_words(words: str) -> Standing | None:
    """What a sentence, or a part of one, says of the nations of its list."""
    told = next((standing for cue, standing in _cues() if cue.search(words)), None)
    if told is None and _NATIONS.search(words) and (_BODY in words or belonging().search(words)):
        return Standing(Status.MEMBER)
    return told


@cache
def _cues() -> list[tuple[re.Pattern[str], Standing]]:
    counted = re.compile(
        rf"\b(?:has|have|includes?|counts|are|comprises?) (?:now )?(?:{count_pattern()}) "
        r"(?:\w+ )?(?:member|partner|participating)?s? ?"
        r"(?:states|nations|countries|members|partners)\b"
    )
    written = load("list_labels")["leads"]
    return [
        (counted, Standing(Status.MEMBER)),
        *(
            (pattern_of(said["words"]), Standing(Status(said["status"]), Act(said["act"])))
            for said in written
        ),
    ]


@cache
def _of_else() -> re.Pattern[str]:
    """ "The members have stations in:", "… in the following countries:": what is listed is else."""
    composed = "|".join(ordered_words("list_labels", "composed"))
    away = r"(?:in|from|to|on|for|with|at|over|into|against|across|about|of|by)"
    return re.compile(
        rf"(?<!\w)(?!(?:{composed}))(?:\w+ ){away}"
        r"(?: the following(?: \w+)? (?:countries|nations|states))?\W*:\W*\Z"
    )


@cache
def _outside() -> re.Pattern[str]:
    return pattern_of(load("list_labels")["leads_outside"])
