"""Lists of nations that no frame reads, in an article about a body: likely its members.

In articles that nobody had read when the frames were written, nearly every list of three and more
nations that they left over was of the body named beside it, whatever the wording, unless the
sentence spoke against it: a denial, courting, another paper, another body. A logistic regression
over the words around, verbs, distance, sizes and kinds of body chose no better than these
conditions, and of one or two nations neither was right half the time. Such a claim is less sure
than any frame's, so that a draft puts it first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.facts import Evidence
from loaders.extraction.language.tries import by_first_letter
from loaders.extraction.language.vocabulary import ordered_words
from loaders.extraction.memberships.claims import Claim
from loaders.extraction.memberships.contexts import is_of_other_item
from loaders.extraction.memberships.letters import is_of_letters
from loaders.extraction.memberships.list_sentences import ListSentence
from loaders.extraction.memberships.other_papers import opens_with_another_paper, opens_with_deal
from loaders.extraction.memberships.rules import LESSER, Act, Status, is_document
from loaders.extraction.memberships.salience import exercise_meant, is_spoken_of
from loaders.extraction.memberships.tokens import Token, is_doubtful
from loaders.extraction.memberships.words import read_words
from loaders.extraction.nations.enumerations import Enumeration
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import Span

RULE = "likely: list"
#: How sure such a claim is: less than any frame's.
_SURE = 0.4
_LONGEST_SENTENCE = 3000
#: So many nations stand in a row.
_FEWEST = 3
#: How near the list its role stands, in words: "A, B and C have observer status".
_NEAR = 8
#: So many sentences may stand between a body and a list, and one less.
_REACH = 3
#: The exercise that an article opens with is its topic for longer.
_FAR = 40
#: The headline and the first sentences.
_LEAD = 700
#: "In its sixth year, the Pact": a paragraph opens with a body named so near its beginning.
_OPENS = 30


def likely_claims(survey: Survey, claims: Sequence[Claim]) -> list[Claim]:
    """What leftover lists tell; nothing of a nation whose standing `claims` tell."""
    told = {
        (claim.coalition.key, nation)
        for claim in claims
        for nation in claim.nations
        if claim.status is not Status.HOST
    }
    by_start: dict[int, list[Claim]] = {}
    for claim in claims:
        by_start.setdefault(claim.evidence[0].start, []).append(claim)
    found: list[Claim] = []
    for sentence, listed in _lists(survey):
        at = sentence.place_of(listed)
        if at is None or sentence.is_denied(at) or sentence.is_elsewhere(at):
            continue
        body = _body(survey, sentence, at)
        if body is None or _is_other_paper(sentence, body):
            continue
        if sentence.is_of_outsiders(at, body) or sentence.is_attended():
            continue
        here = by_start.get(sentence.span.start, [])
        if any(c.coalition.key != body.key and set(c.nations) & set(listed.nations) for c in here):
            # "X, Y and Z signed the treaty": read, and of another body.
            continue
        new = tuple(n for n in listed.nations if (body.key, n) not in told)
        if new:
            told |= {(body.key, nation) for nation in new}
            status = _status(sentence, at, body, [c for c in here if c.coalition.key == body.key])
            evidence = _evidence(survey, sentence, body)
            if status is Status.MEMBER and (
                _have_signed_letters(body, listed, claims) or is_of_letters(survey, body)
            ):
                status = Status.LETTER_OF_INTENT
            found.append(Claim(body, new, status, Act.STANDING, RULE, _SURE, evidence))
    return found


def _have_signed_letters(
    body: CoalitionMention, listed: Enumeration, claims: Sequence[Claim]
) -> bool:
    """Whether one of them is told to have signed a letter of intent, and none to have joined."""
    own = [c for c in claims if c.coalition.key == body.key and c.act is Act.JOINING]
    letters = {n for c in own if c.status is Status.LETTER_OF_INTENT for n in c.nations}
    # "The signatories are A and B, joined by C": C signed the letter too.
    joined = any(c.status is not Status.LETTER_OF_INTENT and c.rule != "joined by" for c in own)
    return not joined and not letters.isdisjoint(listed.nations)


def _lists(survey: Survey) -> Iterator[tuple[ListSentence, Enumeration]]:
    """The lists of nations of sentences that do not speak against membership."""
    last, read = None, None
    for listed in survey.enumerations:
        if len(listed.nations) < _FEWEST or not listed.names or listed.region:
            continue
        if "(" in survey.document.text[listed.start : listed.end]:
            # "Ghana (member), Morocco (observer)": each stands in its own way.
            continue
        span = survey.document.sentences[survey.document.sentence_at(listed.start)]
        if span != last:
            last, read = span, _read(survey, span)
        if read is not None:
            yield read, listed


def _read(survey: Survey, span: Span) -> ListSentence | None:
    """A sentence, unless it asks, introduces or tells of leaving."""
    if span.end - span.start > _LONGEST_SENTENCE:
        return None
    clause = survey.clause(span)
    if clause.reduced.rstrip().endswith(("?", ":")):
        return None
    words = _without_reported(read_words(clause.reduced))
    if any(t.word and t.word.group in _NOT_BELONGING for t in words):
        return None
    if words and words[0].sign == "p" and not (words[1:] and words[1].sign == ","):
        # "They are A, B and C": those counted before, if as many; but "We, the principals, …".
        return None
    return ListSentence(span, clause, words)


def _without_reported(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "…, Chile and Peru warned that space is no longer calm": what is said of no nation."""
    that = next((i for i, t in enumerate(words) if t.text == "that" and t.sign == "R"), None)
    if that is None or not _OF_NATIONS.isdisjoint(t.sign for t in words[that:]):
        return words
    return words[:that]


#: Signs of nations, bodies, and of what takes them up.
_OF_NATIONS = frozenset("NDCcpElrg")
#: Verbs of nations outside.
_NOT_BELONGING = frozenset({"leave", "expel", "invite", "be invited"})


def _body(survey: Survey, sentence: ListSentence, at: int) -> CoalitionMention | None:
    """The body nearest in the sentence, else the one named last, not far before."""
    named = sentence.bodies()
    if named:
        place = min(named, key=lambda place: abs(place - at))
        aside = sentence.is_beside(at, place) or sentence.is_occasion(at, place)
        aside = aside or sentence.is_in_aside(at, place) or sentence.is_aboard(place)
        aside = aside or (place < at and sentence.is_agent(place))
        aside = aside or sentence.joins_another(at, place)
        return None if aside else named[place]
    start = sentence.span.start
    if exercise := exercise_meant(survey, start):
        # Cells, centres and commands named on the way are the exercise's.
        return exercise if _is_near(survey, exercise, start, _FAR) else None
    opened = _opens_paragraph(survey, start)
    last = opened or survey.coalition_before(start, _LONGEST_SENTENCE)
    if last is None or last.slug == "nato" or is_of_other_item(survey, last, sentence.span):
        return None
    if sentence.names_another() or not (opened or _is_near(survey, last, start, _REACH)):
        return None
    document = survey.document
    naming = document.sentences[document.sentence_at(last.start)]
    back = document.sentence_at(start) - document.sentence_at(last.start)
    if back <= 1 and is_doubtful(document.text[naming.start : naming.end]):
        # "Three countries may join it. Those are A, B and C."
        return None
    return last if opened or _is_topic(survey, last, start) else None


def _opens_paragraph(survey: Survey, position: int) -> CoalitionMention | None:
    """The body that a paragraph opens with, where it names no other up to a position."""
    document = survey.document
    paragraph = document.paragraphs[document.paragraph_at(position)]
    named = [m for m in survey.coalition_mentions_in(paragraph.start, position) if m.slug != "nato"]
    if not named or named[0].start - paragraph.start > _OPENS:
        return None
    return named[0] if len({m.key for m in named}) == 1 else None


def _is_near(survey: Survey, body: CoalitionMention, position: int, most: int) -> bool:
    """Whether no more than so many sentences stand between a body and a position."""
    sentence_at = survey.document.sentence_at
    return sentence_at(position) - sentence_at(body.start) <= most


def _is_topic(survey: Survey, body: CoalitionMention, position: int) -> bool:
    """Whether an article is about a body, as far as it goes up to a position."""
    exercise = survey.main_exercise(position)
    if exercise is not None and exercise.key == body.key:
        return True
    if body.start < _LEAD and survey.named.is_only(body.key, position):
        return True
    if is_spoken_of(survey, body, position):
        return True
    main = survey.named.main(position)
    # A name that nobody knows, said once, is not what the next sentences are about.
    familiar = body.slug is not None or survey.named.count_before(body.key, position) > 1
    return familiar and main is not None and main.key == body.key


def _is_other_paper(sentence: ListSentence, body: CoalitionMention) -> bool:
    """Whether the sentence is of a paper that is not the body's: "signed agreements with …"."""
    reduced = sentence.clause.reduced
    other = opens_with_another_paper(reduced, len(reduced))
    other = other or opens_with_deal(reduced, len(reduced), body.name)
    if other and not sentence.bodies():
        return True
    if is_document(body.name):
        return False
    # Who stands by a letter of intent on a body stands by the body.
    return bool(_papers().search(_INTENT.sub("", reduced)))


_INTENT = re.compile(r"\bletters? of intent (?:on|for|to (?:join|found|create))\b")


@cache
def _papers() -> re.Pattern[str]:
    listed = ordered_words("membership_lexicon", "papers_between")
    words = by_first_letter((*listed, *(word[0].upper() + word[1:] for word in listed)))
    return re.compile(rf"\b(?:{words})\b")


def _status(
    sentence: ListSentence, at: int, body: CoalitionMention, here: Sequence[Claim]
) -> Status:
    """How the nations stand: as others of the sentence, by a role beside them, by the body."""
    if sentence.joined_by_others(at):
        return Status.PARTICIPANT if is_exercise(body) else Status.MEMBER
    broken = {claim.status for claim in here if len(claim.nations) > 1} - {Status.HOST}
    if len(broken) == 1:
        # The frames read the list up to a name that nobody knows.
        return broken.pop()
    role = _role(sentence.words, at)
    if role in LESSER:
        return role
    taking_part = any(_TAKING_PART.match(t.text) for t in sentence.words)
    if taking_part or is_exercise(body):
        return Status.PARTICIPANT
    if any(t.word and t.word.group in _STILL_TO_COME for t in _intended(sentence.words, at)):
        return Status.ANNOUNCED
    signed = _told_last(sentence.words, at) is not Status.MEMBER and any(
        t.word and t.word.group == "sign" for t in sentence.words
    )
    paper = is_document(body.name) or "emorandum" in body.name
    return Status.SIGNED if signed or paper else Status.MEMBER


_TAKING_PART = re.compile(r"(?:tak(?:es?|en|ing)|took) part|participat")
_STILL_TO_COME = frozenset({"join", "sign"})


def _role(words: Sequence[Token], at: int) -> Status | None:
    """What the nearest role noun says: "A, B and C have observer status"."""
    roles = [
        (abs(i - at), t.word.status)
        for i, t in enumerate(words)
        if t.word
        and t.sign == "r"
        and t.word.status
        and abs(i - at) <= _NEAR
        and not any(other.sign == ";" for other in words[min(i, at) : max(i, at)])
    ]
    return min(roles, key=lambda role: role[0])[1] if roles else None


def _told_last(words: Sequence[Token], at: int) -> Status | None:
    """What was last said before a list: "signed it, and is a member, alongside A, B and C"."""
    for token in reversed(words[:at]):
        if token.word and (token.word.group == "sign" or token.sign == "r"):
            return token.word.status if token.sign == "r" else Status.SIGNED
    return None


def _intended(words: Sequence[Token], at: int) -> Iterator[Token]:
    """The words right behind an intent: "will join", "which are set to join"."""
    first, end = max(0, at - _NEAR), at + 2 * _NEAR
    for i in range(first, min(end, len(words))):
        if words[i].sign in "uU":
            yield from words[i + 1 : i + 4]


def _evidence(
    survey: Survey, sentence: ListSentence, body: CoalitionMention
) -> tuple[Evidence, ...]:
    """The list's sentence, and the one that names the body if that is another."""
    naming = survey.document.sentences[survey.document.sentence_at(body.start)]
    places = dict.fromkeys((sentence.span, naming))
    return tuple(Evidence(place.start, place.end) for place in places)
