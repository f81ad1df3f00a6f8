"""Exercises that the atlas holds no entry for, by name or by how a text calls them.

"the Malabar exercise", "a drill dubbed Iron Fist", "RIMPAC 2024": mentions without a slug. An
edition is a coalition of its own: where the text prints its year or number, that is in the name.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from loaders.extraction.coalitions.mention import CoalitionMention, covered_by, outside
from loaders.extraction.language.phrases import Phrases
from loaders.extraction.language.tries import by_first_letter
from loaders.extraction.language.vocabulary import load, ordered_words, words
from loaders.extraction.nations.vocabulary import vocabulary


def with_named_exercises(text: str, taken: list[CoalitionMention]) -> list[CoalitionMention]:
    """With every mention of an exercise of the lists, or called one by the text, over no other.

    What is `taken` already and called so is an exercise too: "its exercise “Orbital Shield”".
    """
    called = _called(text)
    lasting = words("coalition_words", "heads")
    taken = [
        m._replace(exercise=True)
        if m.slug is None and m.name in called and m.name.rpartition(" ")[2] not in lasting
        else m
        for m in taken
    ]
    return sorted([*taken, *_named(text, called, taken)])


def _named(
    text: str, called: dict[str, str], taken: list[CoalitionMention]
) -> list[CoalitionMention]:
    """The places of exercises by their name that are not taken."""
    # "UNITAS Gold" is what this text means by "UNITAS".
    names, phrases = _known(), _known_phrases()
    short = {
        known: name
        for known in (names if called else ())
        for name in called
        if name.startswith(f"{known} ")
    }
    here = {**called, **short, **_of_taken(taken)}
    if not here.items() <= names.items():
        names = {**names, **here}
        phrases = Phrases(names)
    return [
        CoalitionMention(start, end, None, names[name], exercise=True)
        for start, end, name in outside(phrases.find(text), covered_by(taken))
        if not _goes_on().match(text, end)
    ]


@cache
def _goes_on() -> re.Pattern[str]:
    """ "A Regional Cooperation Mechanism": the name of something else goes on."""
    heads = "|".join(ordered_words("coalition_words", "heads_of_space"))
    return re.compile(rf" (?:{heads})\b")


def with_editions(text: str, mentions: list[CoalitionMention]) -> list[CoalitionMention]:
    """Exercises under the name of their edition, from the first that the text prints of each on."""
    editions: dict[str, str] = {}
    opened: dict[str, int] = {}
    ends: dict[int, int] = {}
    for mention in mentions:
        if mention.exercise and (found := _EDITION.match(text, mention.end)):
            ends[mention.start] = found.end()
            editions.setdefault(mention.name, text[found.start() : found.end()])
            opened.setdefault(mention.name, mention.start)
    if not editions:
        return mentions
    return [
        m._replace(
            name=m.name + _edition_of(text, m, editions.get(m.name, "")),
            end=ends.get(m.start, m.end),
        )
        if m.exercise and m.start >= opened.get(m.name, 0)
        else m
        for m in mentions
    ]


def _edition_of(text: str, mention: CoalitionMention, first: str) -> str:
    """The edition first printed, but its own where that is another: "26" is "2026", not "24"."""
    own = _EDITION.match(text, mention.end)
    if own is None or not (own[0][1:].isdigit() and first[1:].isdigit()):
        return first
    return first if own[0][-2:] == first[-2:] else first[:1] + own[0][1:]


def with_exercises_known(mentions: list[CoalitionMention]) -> list[CoalitionMention]:
    """What a mention says of being an exercise holds of all of its name."""
    keys = {m.key for m in mentions if m.exercise}
    if not keys:
        return mentions
    return [m if m.exercise or m.key not in keys else m._replace(exercise=True) for m in mentions]


def _of_taken(taken: list[CoalitionMention]) -> dict[str, str]:
    """ "Exercise Pitch Black" is later "Pitch Black"."""
    named = [m.name for m in taken if m.exercise]
    return {name.removeprefix("Exercise "): name for name in reversed(named)}


def without_noun(mention: CoalitionMention) -> CoalitionMention:
    """ "exercise Cobra Gold" under the name alone; "Exercise Cobra Gold" is a name as it stands."""
    if not mention.name.lower().startswith("exercise "):
        return mention
    bare = mention.name[len("exercise ") :] if mention.name[0] == "e" else mention.name
    return mention._replace(name=bare, exercise=True)


_EDITION = re.compile(
    r"(?: |-)(?:(?:19|20)\d\d|\d\d(?:[-/]\d{1,2})?|[IVX]{1,5})\b(?!-\w|%| (?:nations|countries))"
)


@cache
def _known() -> dict[str, str]:
    """Each printed name of the lists and the one kept for it."""
    listed: Any = load("coalition_words")["known_exercises"]
    known = {printed: names[0] for names in listed for printed in names}
    # "SPACE FLAG", as U.S. commands print their exercises.
    return {name.upper(): name.upper() for name in known if " " in name} | known


@cache
def _known_phrases() -> Phrases:
    return Phrases(_known(), lasting=True)


def _called(text: str) -> dict[str, str]:
    """The names by which the text calls exercises."""
    called: dict[str, str] = {}
    for start, end, noun in _nouns().find(text):
        if "event" in noun and not _OF_FORCES.search(text):
            continue
        before = _BEFORE.search(text, max(0, start - _REACH), start)
        if before is None and _ENDS.match(text, end):
            before = _IS_ONE.search(text, max(0, start - _REACH), start)
        behind = _BEHIND.match(text, end, end + _REACH)
        dubbed = _DUBBED.search(text, max(0, start - _REACH), start)
        for found in (before, behind, dubbed):
            parts = found.groupdict() if found else {}
            printed = parts.get("name") or parts.get("apposed") or parts.get("quoted") or ""
            name = _EDITION_AT_END.sub("", printed)
            if parts.get("opens") is not None and " " not in printed:
                # "Annual drills", "Such exercises": a sentence's first word is no name.
                continue
            if name and _can_name(name) and not name.endswith("-led"):
                # "the French-led space exercise" says whose, not which.
                called.setdefault(name, name)
    if _OF_FORCES.search(text):
        # "Resolute Orbit 27 ran from 7 to 18 June", in a text about an exercise.
        names = (found["name"] for found in _edition_run().finditer(text))
        called |= {name: name for name in names if _can_name(name)}
    for number in _NUMBER.finditer(text):
        end = number.start() - 1
        word = text.rfind(" ", 0, end) + 1
        if not text[word : word + 1].isupper():
            # Most years stand behind "in", a comma or a day.
            continue
        found = _NUMBERED.search(text, max(0, end - _REACH), end)
        if found and _can_name(found["name"]) and _OF_TROOPS.search(text, *_sentence(text, found)):
            called.setdefault(found["name"], found["name"])
    return called


def _sentence(text: str, found: re.Match[str]) -> tuple[int, int]:
    """Roughly the sentence around a match."""
    opening = max(text.rfind(". ", 0, found.start()), text.rfind("\n", 0, found.start())) + 1
    ends = [end for end in (text.find(". ", found.end()), text.find("\n", found.end())) if end > 0]
    return max(opening, found.start() - 2 * _REACH), min([*ends, found.end() + 3 * _REACH])


#: "Cooperative Frost 2008 was held …", "train in Noble Frost 24-1": an edition, and forces in it.
_NUMBER = re.compile(r"[0-9](?<=[ -].)(?:(?<=1)9\d\d|(?<=2)0\d\d|\d-\d)\b")
_NUMBERED = re.compile(
    r"(?:\A|(?<=\n)|(?<=[.] )|(?<=\bin )|(?<=\bof )|(?<=\bat )|(?<=during ))"
    r"(?P<name>[A-Z][a-z]{2,} [A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?)\Z"
)
_OF_TROOPS = re.compile(
    r"(?i)\b(?:troops|soldiers|sailors|airmen|marines|paratroopers|warships|frigates?|battalions?|"
    r"(?:units|forces|personnel|contingents) (?:from|of))\b"
)


#: Without one of these in the text an "event" is no exercise.
_OF_FORCES = re.compile(r"\b(?:exercises?|drills?|maneuvers|manoeuvres)\b")
_REACH = 70
_NAME = r"(?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,3}(?: \d\d(?:[-/]\d{1,2}|\d\d)?)?)"
#: Not "at Vandenberg as space" before "exercise".
_JOINTS = r"(?:as|in|at|on|of|for|from|to|with|by|and|or|but|when|where|while|after|before) "
#: "the Malabar naval", "Iron Fist 25 bilateral" before "exercise".
_BEFORE = re.compile(
    rf"(?:(?<!\w)(?:[Tt]he|[Ii]n|[Aa]nnual|during|for|of|at) "
    rf"|(?P<opens>(?<![\w’'-] )(?<![\w-])))"
    rf"[“\"]?{_NAME}[”\"]? (?:(?!{_JOINTS})[a-z][a-z-]+ ){{0,3}}\Z"
)
#: "Polar Relay, the largest space exercise", "Polar Relay is a yearly drill".
_IS_ONE = re.compile(
    rf"(?<![\w’'-] )(?<![\w-]){_NAME}(?:,| is| was) (?:the|an?) "
    r"(?:[a-z][\w’-]* ){0,4}(?:[A-Z][\w.’-]* )?(?:[a-z][\w’-]* ){0,2}\Z"
)
#: … but not "Ana Ruiz, the exercise director".
_ENDS = re.compile(
    r"[,.;:]| (?:ever|that|which|of|in|on|at|held|for|to|since|led|run|organi[sz]ed|hosted|with|"
    r"between|involving|the)\b"
)
#: "…, dubbed Iron Fist", "called “Sea Shield”".
_BEHIND = re.compile(
    rf"s?(?:(?: [a-z-]+){{0,3}},? (?:code-?named|called|dubbed|named|known as|nicknamed|titled) "
    rf"(?:the |as )?[“\"‘']?{_NAME}|, (?P<apposed>[A-Z][\w’-]+ [A-Z][\w’-]+(?: \d+)?), "
    r"|,? [“\"‘'](?P<quoted>[A-Z][\w’-]+(?: [A-Z\d][\w’-]*){0,3})[”\"’'])"
)
#: "Codenamed “Anaconda-2016”, the two-week" before "exercise".
_DUBBED = re.compile(
    r"\b(?:[Cc]ode-?named|[Dd]ubbed|[Nn]icknamed|[Cc]alled|[Kk]nown as|[Tt]itled)"
    rf" (?:the )?[“\"‘']?{_NAME}[”\"’']?,? (?:the|this|an?) (?:[\w-]+ ){{0,4}}\Z"
)
_EDITION_AT_END = re.compile(r"[ -](?:\d[\d/-]*|[IVX]{2,5})\Z")


@cache
def _nouns() -> Phrases:
    return Phrases(ordered_words("coalition_words", "exercise_nouns"), lasting=True)


@cache
def _edition_run() -> re.Pattern[str]:
    """Matches the name and number of an edition with what is told of it."""
    verbs = by_first_letter(ordered_words("coalition_words", "running"))
    return re.compile(
        r"(?<![\w-])(?P<name>[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,}){1,2}) (?:\d\d|20\d\d) "
        rf"{verbs}\b"
    )


def _can_name(name: str) -> bool:
    """Whether it can name an exercise: no nation, service, place or body in it."""
    denied = words("coalition_words", "not_exercises")
    nations = vocabulary().forms
    if name.endswith(("’s", "'s", "’", "'")):
        return False
    parts = name.split(" ")
    if len(parts) == 1 and name in words("coalition_words", "not_exercises_alone"):
        return False
    return not (set(parts) & denied or name in nations or any(p in nations for p in parts))
