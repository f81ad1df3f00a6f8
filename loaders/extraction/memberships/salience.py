"""Which body a sentence means that names none: by "the bloc", "its members", "joined in 2019".

What was named last close by, unless that was named in passing only or before the last heading;
else the body an article is about, however far it goes on: the one of the headline or the lead, or
the one named most often. In a section under a body's name it is that one.
The alliance is never meant: every article names it.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.memberships.founding_days import founded, introduced, to_found
from loaders.extraction.survey.article import Survey
from loaders.extraction.survey.sections import is_digest, section_at, topic_since

#: How far back a sentence that names no coalition can lean, in characters.
_CONTEXT_REACH = 900
#: A name that nobody knows, and an alliance that every article names, carry less far.
_UNKNOWN_REACH = 450


def body_meant(survey: Survey, position: int) -> CoalitionMention | None:
    """The coalition that an act or a role without one is of, at a position of the text."""
    named = survey.named
    main = named.main(position)
    last = _not_only_owner(survey, survey.coalition_before(position, _CONTEXT_REACH))
    section = section_at(survey, position)
    if section is not None and (section.body is not None or is_digest(survey)):
        if last is None or last.start < section.start:
            # What was named in the section before is not meant in this one.
            return section.body
        main = (section.body if is_digest(survey) else None) or main
    if last is None or last.slug == "nato":
        return main
    if main is not None and main.start < last.start < topic_since(survey, position):
        return main
    if last.slug is None and position - last.end > _UNKNOWN_REACH:
        return main if main is None or main.key != last.key else last
    if main is None or last.key == main.key:
        return last
    # Named but once, and the main one more than once so far: named in passing.
    in_passing = named.count_before(last.key, position) <= 1
    if not in_passing or named.count_before(main.key, position) <= 1:
        return last
    if _PAPER_OF_BODY.search(last.name):
        # "The Treaty of Accession was signed in May": it is the body's.
        return main
    return last if is_spoken_of(survey, last, position) else main


def exercise_meant(survey: Survey, position: int) -> CoalitionMention | None:
    """The exercise that is played where none is named: the paragraph's, else the article's."""
    document = survey.document
    paragraph = document.paragraphs[document.paragraph_at(position)]
    here = survey.coalition_mentions_in(paragraph.start, position)
    own = [m for m in here if is_exercise(m) and is_spoken_of(survey, m, position)]
    return own[-1] if own else survey.main_exercise(position)


def is_spoken_of(survey: Survey, body: CoalitionMention, position: int) -> bool:
    """Whether a body, named but once, is what a paragraph is about: it led a sentence of it.

    "The Sky Watch shares pictures of meteors. Chile left it": of the watch, in any article.
    """
    document = survey.document
    if body.common_noun:
        return True
    index = document.sentence_at(body.start)
    sentence = document.sentences[index]
    behind = document.sentence_at(position) - index
    begun = _new().search(document.text, sentence.start, body.start)
    if document.paragraph_at(body.start) == document.paragraph_at(position):
        begun = begun or _CALLED.search(document.text, sentence.start, body.start)
    if 0 < behind <= _FOLLOWING and begun:
        # "would found a users' group, the Orbit Club. Chile has been invited": to what is founded;
        # "The Alliance also has the Space Centre. Four nations sponsor it": what is introduced.
        return True
    return bool(_LEADING.fullmatch(document.text, sentence.start, body.start))


#: So many sentences behind the one that introduces a body are of it, if they name no other.
_FOLLOWING = 2


@cache
def _new() -> re.Pattern[str]:
    """Matches before what begins; not "founded a cell of the", which something else is."""
    elsewhere = r"(?![^.;]*\b(?:of|in|by|at|within|under) (?:the )?\Z)"
    begun = rf"(?:{founded()}|{to_found()}) (?:an?|the|their) {elsewhere}[^.;]*"
    return re.compile(rf"\b(?:{begun}|{introduced()} (?:an?|the|its) (?:\w+ )?)\Z", re.IGNORECASE)


#: "They are building a rival project, the Station. Other partners are Chile and Peru": of that.
_CALLED = re.compile(
    r"(?<!\bof )(?<!\bin )(?<!\bto )(?<!\bwith )\b(?:an?|another|(?:its|their) own) "
    r"(?:[\w’'-]+ ){0,4}[a-z]+(?:,|,? (?:called|named|dubbed|known as)) (?:the )?\Z"
)
_PAPER_OF_BODY = re.compile(r"Accession|Membership|Statute|Constitution")
#: Before the subject of a sentence: "Feb. 10: The ", "3. The ".
_LEADING = re.compile(
    r"(?:(?:\(?(?:\d{1,2}|[a-z])[.)]|[-•–*]) )?"
    r"(?:[^\n:.]{0,14}\.? ?\d{0,4}: )?(?:The |An? )?"
)


def _not_only_owner(survey: Survey, last: CoalitionMention | None) -> CoalitionMention | None:
    """ "The Watch was founded at the agency's council": the Watch is spoken of, not the agency.

    Nor the union, where "in the Watch, the members of the union are brought together".
    """
    if last is None:
        return None
    document = survey.document
    sentence = document.sentences[document.sentence_at(last.start)]
    owns = document.text.startswith(_OWNS, last.end)
    if not owns and not _MEMBERS_OF.search(document.text, sentence.start, last.start):
        return last
    first = next(iter(survey.coalition_mentions_in(sentence.start, last.start)), None)
    if first is None or not _OPENS.fullmatch(document.text, sentence.start, first.start):
        return last
    return first


_OWNS = ("'s ", "’s ")
#: "the 55 member countries of the", before the body whose members do something in another.
_MEMBERS_OF = re.compile(
    r"\b(?:members|(?:member |partner )?(?:states|countries|nations|governments)|allies|parties|"
    r"ministers|leaders) (?:in|of|from) (?:the )?\Z"
)
#: Before the body that a sentence opens with.
_OPENS = re.compile(r"(?:(?:In|Within|Through|With|Under|By) )?(?:[Tt]he |[Aa]n? )?")
