"""Every noun of an event in a text: of the lexicon, and names of exercises, craft, coalitions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from loaders.extraction.announcements.event_noun import (
    EventNoun,
    classes_there,
    is_head,
    is_no_gathering,
)
from loaders.extraction.announcements.lexicon import lexicon
from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.known import known_coalitions
from loaders.extraction.coalitions.mention import CoalitionMention
from loaders.extraction.dates.calendar import any_weekday
from loaders.extraction.language.word_places import matches_at, word_places


def find_event_nouns(text: str) -> list[EventNoun]:
    """Every noun of the lexicon that heads its phrase, in order."""
    known = lexicon()
    found: list[EventNoun] = []
    for start, end, printed in known.nouns.find(text):
        if not is_no_gathering(text, start, end) and is_head(text, start, end):
            classes = classes_there(text, start, known.classes[printed])
            found.append(EventNoun(start, end, classes))
    return [*found, *_called_exercises(text), *_craft_names(text), *_named(text)]


#: What an exercise is called: "Exercise Ocean Lantern", in the text also "the next Ocean Lantern".
_CALLED_EXERCISE = re.compile(
    r"[Ee]xercises? [“\"]?((?:[A-Z][\w’-]+ ?){1,3}(?<! )(?: ?\d{2,4})?)\b(?![’']s)"
)
_EXERCISES = ("Exercise", "Exercises", "exercise", "exercises")
_MOST_NAMES = 10


#: "Cobra Gold 2026, the largest military exercise of Asia". As the patterns below, it begins with
#: a sign that the engine finds fast, and only then looks back for the word's edge.
_EXPLAINED_EXERCISE = re.compile(
    r"([A-Z](?<!\w[A-Z])[a-z](?:[\w’-]* (?:[A-Z][a-z][\w’-]* )?[A-Z][a-z][\w’-]*|[a-z]*[A-Z]\w+))"
    r"(?: \d{2,4})?"
    r"(?: \([^)]{1,12}\))?,?[”\"]?,? (?:an?|the|its|their) (?:[\w’.-]+,? ){0,9}?exercise\b"
)
#: "The Cope Thunder exercises", "a Red Flag-Alaska exercise".
_NAMED_EXERCISE = re.compile(
    r"([A-Z](?<!\w[A-Z])[a-z]+ [A-Z][a-z]+)(?:-[A-Z]\w+)? (?:\d\d?-\d )?exercises?\b"
)
_NOT_IN_NAME = ("The ", "This ", "These ", "An ", "New ")
_OF_A_BODY = re.compile(
    r"\b(?:\w+(?:an|ish|ese)|North|South|East|West|French|Dutch|Joint|Combined|Training|Air|Sea|Navy|Naval|Army|Force|Forces|Command|Corps|Guard|Defen[cs]e|Space|Military|Ministry|"
    rf"States|Kingdom|{any_weekday()})\b"
)


def _called_exercises(text: str) -> Iterator[EventNoun]:
    places = word_places(text)
    if places.keys().isdisjoint(_EXERCISES):
        return
    called = matches_at(_CALLED_EXERCISE, text, places.of(_EXERCISES))
    printed = dict.fromkeys(match[1].strip() for match in called)
    stretches = list(_stretches(places.of(("exercise", "exercises"))))
    explained = [m[1] for s in stretches for m in _EXPLAINED_EXERCISE.finditer(text, *s)]
    named = (m[1] for s in stretches for m in _NAMED_EXERCISE.finditer(text, *s))
    explained += [name for name in named if not name.startswith(_NOT_IN_NAME)]
    printed.update(dict.fromkeys(name for name in explained if not _OF_A_BODY.search(name)))
    for name in list(printed)[:_MOST_NAMES]:
        for start, end in _places_of(text, name):
            if is_head(text, start, end):
                yield EventNoun(start, end, _EXERCISE)


def _stretches(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """What stands before such words up to their end, merged: there their names are."""
    opened = closed = 0
    for at in places:
        if at - _LONGEST_EXPLANATION > closed:
            if closed:
                yield opened, closed
            opened = at - _LONGEST_EXPLANATION
        closed = at + len("exercises")
    if closed:
        yield opened, closed


_LONGEST_EXPLANATION = 300


def _places_of(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a name stands, with the noun before it: plain search, for a name of one text."""
    closed, at = 0, text.find(name)
    while at >= 0:
        end = at + len(name)
        whole = _WORD_EDGE.match(text, at) and _WORD_EDGE.match(text, end)
        if whole:
            noun = _EXERCISE_BEFORE.search(text, max(closed, at - _LONGEST_NOUN), at)
            yield (noun.start() if noun else at), end
            closed = end
        at = text.find(name, end if whole else at + 1)


_WORD_EDGE = re.compile(r"\b")
_EXERCISE_BEFORE = re.compile(r"\b[Ee]xercise [“\"]?\Z")
_LONGEST_NOUN = 10


_EXERCISE = frozenset({"exercise"})
#: "WGS-12", "Sentinel-1C": what only a craft is called.
_CRAFT_NAME = re.compile(r"[A-Z](?<!\w[A-Z])[A-Za-z’']{1,12}-\d{1,3}[A-Z]?\b")


def _craft_names(text: str) -> Iterator[EventNoun]:
    if not (_NUMBERED.search(text) and _FLIGHT.search(text)):  # the first is the faster
        return
    for match in _CRAFT_NAME.finditer(text):
        if is_head(text, *match.span()):
            yield EventNoun(*match.span(), _NAME_OF_CRAFT)


_NUMBERED = re.compile(r"-\d")
_FLIGHT = re.compile(r"\b(?:launch|[Ss]atellites?|rocket|orbit)")
_NAME_OF_CRAFT = frozenset({"craft_name"})
#: "Operation Clear Horizon", "U.S. Space Forces Japan": what further capitals make a name.
_OPERATION = re.compile(r"Operation (?:[A-Z][\w’-]+ ?){1,4}(?<! )")
_BODIES = ("Force", "Forces", "Command", "Cell", "Wing", "Squadron", "Delta", "Centre", "Center",
           "Group")  # fmt: skip
_BODY_OF = re.compile(r"\w+(?: [A-Z][a-z]\w+){1,2}\b")
_NAMED = (("mission", ("Operation",), _OPERATION), ("body", _BODIES, _BODY_OF))


def _named(text: str) -> Iterator[EventNoun]:
    places = word_places(text)
    for name, heads, pattern in _NAMED:
        for match in matches_at(pattern, text, places.of(heads)):
            if is_head(text, *match.span()):
                yield EventNoun(*match.span(), frozenset({name}))


def coalition_nouns(text: str, mentions: Sequence[CoalitionMention]) -> list[EventNoun]:
    """The named coalitions as nouns: to be joined, founded, signed; an exercise to be held."""
    kinds = known_coalitions().kinds
    found: list[EventNoun] = []
    for mention in mentions:
        if not mention.slug and _DOCUMENT_NAME.search(text, mention.start, mention.end):
            continue
        called = _CALLED.match(text, mention.end)
        end = called.end() if called else mention.end
        if edition := _EDITION.match(text, end):
            end = edition.end()
        if is_head(text, mention.start, end):
            exercise = kinds.get(mention.slug or "", "").startswith("exercise") or is_exercise(
                mention
            )
            named = not mention.common_noun or text.endswith("ccords", 0, mention.end)
            classes = {"exercise" if exercise else "coalition" if named else "group"}
            if text.startswith("Operation ", mention.start):
                classes = {"mission"}
            if is_craft(text, mention):
                classes.add("craft")
            found.append(EventNoun(mention.start, end, frozenset(classes)))
    return found


#: "the Global Sentinel 2026 planning conference"
_EDITION = re.compile(r" (?:(?:19|20)\d\d|\d\d)(?= (?:[a-z]+ )?(?:mid-)?planning\b)")


def is_craft(text: str, mention: CoalitionMention) -> bool:
    """Whether the name is of a station that flies, not of a programme that nations join."""
    if mention.slug:
        return mention.slug == "iss" and "roject" not in text[mention.start : mention.end]
    return mention.name.endswith("Station")


_DOCUMENT_NAME = re.compile(
    r"(?:Agreement|Arrangement|Memorandum|Understanding|Intent|Treaty|Convention|Charter|Protocol|Pact|Statement|"
    r"Declaration|Strategy|Plan|Act|Order|Conference|Symposium|Forum|Congress|Exercise)\Z"
)
#: "the International Lunar Research Station project".
_CALLED = re.compile(
    r"(?: \([A-Z][\w-]{1,12}\))? "
    r"(?:project|initiative|program(?:me)?|partnership|framework|coalition|group)\b"
)
