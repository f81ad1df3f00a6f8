"""The body that a sentence leans on where it names none, or no more than "both" and "it".

Of which the sentence right before told an act, else what is spoken of (`salience.py`), or the
exercise that is played; never a paper's that it is not.
"""

from __future__ import annotations

import re
from collections import Counter

from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.memberships.rules import is_document
from loaders.extraction.memberships.salience import body_meant, exercise_meant
from loaders.extraction.survey.article import Survey
from loaders.extraction.survey.clauses import COALITION, Clause
from loaders.extraction.survey.sections import is_digest
from loaders.extraction.texts.document import Document, ParagraphKind, Span

#: Nouns lean less far than verbs: "the inclusion of Ukraine" may be in many things.
NEAR_REACH = 220
#: "The 2012 game had ten nations at the table": of the exercise that the article is about.
#: A letter first, which the engine asks first, spares it most places of a sentence.
_PLAYED = re.compile(
    r"[Tt]h(?<!\w[Tt]h)(?:e|is)(?: Ⓣ| [a-z]+)? (?:game|wargame|exercise|drill|edition)\b"
    # "Six of the nations which took part – …", in what need not be said
    r"|\b(?:which|that|who) (?:took|take|had taken|have taken) part\b(?! in\b)"
    r"|\bto send (?:observers|teams|crews)\b(?! to\b)"
)


def context_of(
    survey: Survey, clause: Clause, sentence: Span, spoken: CoalitionMention | None
) -> CoalitionMention | None:
    """The body that a sentence is about where it names none itself."""
    spoken_of = spoken is not None and _is_right_before(survey, spoken, sentence)
    context = spoken if spoken_of else body_meant(survey, sentence.start)
    if context is not None and _is_of_paper_told(survey, clause, context, sentence):
        return None
    if context is not None and is_of_other_item(survey, context, sentence):
        return None
    if spoken_of:
        return context
    played = context is not None and _PLAYED.search(clause.reduced)
    if (context is None or played) and not is_digest(survey):
        context = exercise_meant(survey, sentence.start) or context
    if context is not None and (
        _is_of_another_paper(survey, context, sentence) or _is_of_pledge(clause, context)
    ):
        return None
    if context is not None and " sign" in clause.reduced and not is_document(context.name):
        # "It was one of eight that signed the accords. Chile and Peru have signed since."
        last = survey.coalition_before(sentence.start, NEAR_REACH)
        paper = last if last is not None and is_document(last.name) else None
        return paper or _paper_of_article(survey, clause, sentence) or context
    return context


def _paper_of_article(survey: Survey, clause: Clause, sentence: Span) -> CoalitionMention | None:
    """ "Kenya signed in June", behind a sentence on the agency, in an article about the accords."""
    if COALITION in clause.reduced:
        return None
    if not _SIGNS_TOO.search(survey.document.text, *sentence):
        return None
    last = survey.placed.coalitions.last_before(sentence.start, _LAST_BODIES)
    papers = [body for body in last if is_document(body.name)]
    return papers[-1] if len(papers) > 1 and papers[0].key == papers[-1].key else None


#: Of so many mentions of bodies some must be of the paper that is meant, and of no other paper.
_LAST_BODIES = 8


def is_of_other_item(survey: Survey, context: CoalitionMention, sentence: Span) -> bool:
    """ "– hosts officers from Chile": of what heads the list, not of a body of another item."""
    document = survey.document
    index = document.paragraph_at(sentence.start)
    if not _goes_on_from_head(document, index):
        return False
    item, first = document.paragraphs[index], index
    while first > max(0, index - _MOST_ITEMS) and _goes_on_from_head(document, first - 1):
        first -= 1
    named_first = survey.named.mentions_of(context.key)[:1]
    ahead = bool(named_first) and named_first[0].start < document.paragraphs[first].start
    return not ahead and not item.start <= context.start < item.end


def _goes_on_from_head(document: Document, index: int) -> bool:
    """Whether a paragraph is an item that goes on from the line that heads its list."""
    paragraph = document.paragraphs[index]
    is_item = paragraph.kind is ParagraphKind.ITEM
    return is_item and _LOWER_ITEM.match(document.text, paragraph.start) is not None


#: So far back in a list its head is looked for: a walk over all of it for each would be too long.
_MOST_ITEMS = 40
_LOWER_ITEM = re.compile(r"(?:[-•*–—] ?)?[a-z]+ ")


def pair_of_article(survey: Survey) -> tuple[str, ...]:
    """The two nations that most sentences at the head of an article are about, if any are."""
    heads = (s for s in survey.document.sentences[:_HEAD] if s.start < _LEAD)
    pairs = Counter(
        tuple(sorted(named)) for s in heads if len(named := set(survey.nations_in(*s))) == _PAIR
    )
    return pairs.most_common(1)[0][0] if pairs else ()


def listed_at_head(survey: Survey, number: int) -> tuple[str, ...]:
    """The nations of the first list of so many, in the headline or the first sentences."""
    heads = (listed for listed in survey.enumerations[:_HEAD] if listed.start < _LEAD)
    return next((one.nations for one in heads if len(one.nations) == number), ())


#: The headline and the first sentences.
_HEAD, _LEAD, _PAIR = 12, 1200, 2


def _is_right_before(survey: Survey, spoken: CoalitionMention, sentence: Span) -> bool:
    """Whether a body of which something was told is named last, in the sentence right before."""
    document = survey.document
    before = document.sentences[document.sentence_at(sentence.start) - 1]
    named = survey.coalition_mentions_in(*before)
    return (
        before.start <= spoken.start < before.end < sentence.start
        and named[-1].key == spoken.key != "nato"
        and "\n" not in document.text[before.end : sentence.start]
    )


def _is_of_pledge(clause: Clause, context: CoalitionMention) -> bool:
    """ "Peru's pledge brings the number of states to 37": of those who pledge, in no body."""
    if COALITION in clause.reduced or is_document(context.name):
        return False
    return _PLEDGE.search(clause.reduced) is not None


_PLEDGE = re.compile(r"\b(?:pledges?|moratori(?:um|a))\b")


def bodies_meant_by_both(
    survey: Survey, clause: Clause, sentence: Span
) -> tuple[CoalitionMention, ...]:
    """The bodies meant by "both", else the paper meant by "the signatories"."""
    two = survey.last_two(sentence.start) if " both" in clause.reduced else ()
    return two or (_last_paper(survey, sentence.start) if "signator" in clause.reduced else ())


#: So far back the paper may stand of which a sentence tells the signatories.
_PAPER_REACH = 600


def _last_paper(survey: Survey, position: int) -> tuple[CoalitionMention, ...]:
    """The charter, accord or convention named last before a position, by its name."""
    named = survey.coalition_mentions_in(max(0, position - _PAPER_REACH), position)
    papers = [m for m in named if not m.common_noun and is_document(m.name)]
    return tuple(papers[-1:])


#: "a memorandum on training", before any body is named.
_A_PAPER = re.compile(
    r"\b(?:an?|new|bilateral|trilateral) (?:[\w-]+ ){0,4}"
    r"(?:agreement|memorandum|arrangement|declaration|letter|MoU|MOU|treaty|pact|contract)\b"
)


#: "The three signed a memorandum on satellites": to which others may be asked.
_SIGNED_A_PAPER = re.compile(
    r"\bsign(?:ed|s|ing)? (?:an?|a new) (?:[\w-]+ ){0,4}?"
    r"(?:agreement|memorandum|arrangement|declaration|MoU|MOU|treaty|pact)\b"
)


_SIGNS_TOO = re.compile(
    r"\bsign(?:ed|s)?(?:[.,;]| (?:too|as well|it|next|last|this|later|soon|in the coming|"
    r"(?:in|on) [A-Z\d]\w*)\b)"
)


def _is_of_paper_told(
    survey: Survey, clause: Clause, context: CoalitionMention, sentence: Span
) -> bool:
    """ "The three signed a memorandum on satellites in May; Denmark is to sign": the memorandum."""
    if " sign" not in clause.reduced or COALITION in clause.reduced or is_document(context.name):
        return False
    document = survey.document
    before = document.sentences[max(0, document.sentence_at(sentence.start) - 1)]
    low = before.start if "\n" not in document.text[before.end : sentence.start] else sentence.start
    paper = _SIGNED_A_PAPER.search(document.text, low, sentence.end)
    if paper is None or survey.coalition_mentions_in(paper.start(), sentence.start):
        return False
    low = max(paper.end(), sentence.start)
    return _SIGNS_TOO.search(document.text, low, sentence.end) is not None


def _is_of_another_paper(survey: Survey, context: CoalitionMention, sentence: Span) -> bool:
    """ "They signed the document in Oslo": the paper told before, not of a body named later."""
    text = survey.document.text
    return (
        context.start > sentence.end
        and text.find(" sign", *sentence) >= 0
        and _A_PAPER.search(text, 0, sentence.start) is not None
    )
