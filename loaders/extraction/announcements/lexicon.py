"""The lexicon of events: which verb with which nouns reports what (`event_frames.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from loaders.extraction.dates.calendar import month_names
from loaders.extraction.language.inflection import Form, forms_of, irregular_verbs
from loaders.extraction.language.phrases import Phrases
from loaders.extraction.language.vocabulary import load, ordered_words, words

_ARTICLE = (
    r"(?:(?:a|an|the|its|their|his|her|this|two|three|several|new|what|this year’s|this year's) )?"
)
_DAY = (
    r"(?:(?:[Oo]n )?(?:[A-Z]\w+day|[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})"
    r"(?:,? \d{4})?,?|today|yesterday|here)"
)
_ON = rf"(?: {_DAY}| (?:this|last) \w+| in [A-Z]\w+)?"


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which a verb reports an event; empty sets and patterns ask for nothing."""

    kind: str
    objects: frozenset[str]
    subjects: frozenset[str]
    places: frozenset[str]
    after: re.Pattern[str] | None
    then: re.Pattern[str] | None
    excluded: re.Pattern[str] | None
    nouns: frozenset[str]
    voice: str
    tense: str
    dative: bool
    loose: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The frames by verb, and the verbs and nouns as phrases to be found in a text.

    `asks` are the classes of nouns that a printed verb has a frame for, `wordy` those with a frame
    that asks for none. `split` are the verbs that may stand apart from their last word: "cut the
    ribbon on Monday on".
    """

    frames: dict[str, tuple[Frame, ...]]
    verbs: Phrases
    forms: dict[str, tuple[tuple[str, Form], ...]]
    nouns: Phrases
    classes: dict[str, frozenset[str]]
    nominalisations: dict[str, str]
    governors: frozenset[str]
    weak_governors: frozenset[str]
    noun_kinds: dict[str, str]
    introduced_kinds: dict[str, str]
    irregular_pasts: tuple[str, ...]
    irregular_forms: tuple[str, ...]
    asks: dict[str, frozenset[str]]
    wordy: frozenset[str]
    split: frozenset[str]

    def may_tell(self, printed: str, classes: frozenset[str]) -> bool:
        """Whether a verb as printed can report an event beside nouns of these classes."""
        asked = self.asks.get(printed)
        return asked is not None and (printed in self.wordy or not asked.isdisjoint(classes))


@lru_cache(maxsize=65_536)
def frames_beside(verb: str, classes: frozenset[str]) -> tuple[Frame, ...]:
    """The frames of a verb that nouns of these classes can fill, and those that ask for none."""
    frames = lexicon().frames[verb]
    return tuple(f for f in frames if not f.nouns or not f.nouns.isdisjoint(classes))


@lru_cache(maxsize=1024)
def kind_told(classes: frozenset[str]) -> str | None:
    """What a noun of these classes tells with its preposition alone: "at the summit"."""
    kinds = lexicon().noun_kinds
    return next((kinds[name] for name in sorted(classes) if name in kinds), None)


@lru_cache(maxsize=1024)
def kind_introduced(classes: frozenset[str]) -> str | None:
    """What a noun of these classes tells where an article introduces it: "a memorandum"."""
    kinds = lexicon().introduced_kinds
    return next((kinds[name] for name in sorted(classes) if name in kinds), None)


@cache
def words_behind(verb: str) -> re.Pattern[str] | None:
    """What stands right behind a verb all of whose frames ask for words there, as those of "be"."""
    frames = lexicon().frames[verb]
    asked = dict.fromkeys(frame.after.pattern for frame in frames if frame.after is not None)
    if any(frame.after is None for frame in frames):
        return None
    return re.compile("|".join(f"(?:{pattern})" for pattern in asked))


@cache
def lexicon() -> Lexicon:
    """The whole lexicon, read once."""
    listed: Any = load("event_frames")
    frames: dict[str, tuple[Frame, ...]] = {}
    for entry in listed["frames"]:
        frame = _frame(entry)
        for verb in dict.fromkeys(_verbs(entry["verbs"], listed["verb_sets"])):
            frames[verb] = (*frames.get(verb, ()), frame)
    forms, irregular = _forms(frames), irregular_verbs().values()
    classes = _noun_classes(listed["nouns"])
    nominal = {w: verb for noun, verb in listed["nominalisations"].items() for w in _cased(noun)}
    telling = {printed: [verb for verb, _ in found] for printed, found in forms.items()}
    for printed, verb in nominal.items():
        telling.setdefault(printed, []).append(verb)
    split = {whole: m[1] for whole in forms if (m := _SPLIT.fullmatch(whole))}
    for whole, first in split.items():
        telling.setdefault(first, []).extend(telling[whole])
    return Lexicon(
        frames=frames,
        verbs=Phrases([*forms, *nominal, *split.values()], lasting=True),
        forms=forms,
        nouns=Phrases(classes, lasting=True),
        classes=classes,
        nominalisations=nominal,
        irregular_pasts=tuple(past for past, _ in irregular),
        irregular_forms=tuple(dict.fromkeys(form for forms in irregular for form in forms)),
        noun_kinds=dict(listed["noun_kinds"]),
        introduced_kinds=dict(listed["introduced_kinds"]),
        asks={printed: _asked(frames, verbs) for printed, verbs in telling.items()},
        wordy=frozenset(
            printed
            for printed, verbs in telling.items()
            if any(not frame.nouns for verb in verbs for frame in frames.get(verb, ()))
        ),
        split=frozenset(split.values()),
        governors=words("event_frames", "governors"),
        weak_governors=words("event_frames", "weak_governors"),
    )


#: A verb and the preposition that goes with it, between which a day may stand.
_SPLIT = re.compile(r"(.+) (?:on|to|for|in|into|with|from|of|at|over)")


def day_told() -> str:
    """A day, a week, a month as alternatives of a pattern: "on Monday", "last week"."""
    season = "(?:week|month|year|spring|summer|autumn|fall|winter)"
    return (
        rf"{_DAY}|(?:early |late |later |earlier )?(?:this|last|next) (?:{season}|[A-Z]\w+day)|"
        rf"in (?:early |late |mid-)?{_month()}(?: \d{{4}})?"
    )


@cache
def day_between() -> re.Pattern[str]:
    """A day between a verb and what goes with it: "picked Airbus on Monday to build …"."""
    told = day_told()
    # Behind an object only what the verb asks for besides: "welcomed its presidency next year
    # under Ms. Roe" does not welcome Ms. Roe.
    return re.compile(
        rf" (?:{told})(?= [\w$€£“\"])|"
        rf"(?P<object> [^,;.]{{1,70}}?) (?:{told})(?= (?:to|as|for|from|of|into|with) )"
    )


def _month() -> str:
    return rf"(?:{'|'.join(month_names())})\b"


def _asked(frames: dict[str, tuple[Frame, ...]], verbs: list[str]) -> frozenset[str]:
    return frozenset().union(*(frame.nouns for verb in verbs for frame in frames.get(verb, ())))


def _verbs(listed: list[str], sets: dict[str, str]) -> Iterator[str]:
    for name in listed:
        if name.endswith(" set"):
            yield from (verb.strip() for verb in sets[name.removesuffix(" set")].split(","))
        else:
            yield name


def _frame(entry: dict[str, Any]) -> Frame:
    def classes(role: str) -> frozenset[str]:
        return frozenset(entry.get(role, "").split())

    def pattern(role: str) -> re.Pattern[str] | None:
        return re.compile(_written(entry[role])) if role in entry else None

    return Frame(
        kind=entry["kind"],
        objects=classes("object"),
        subjects=classes("subject"),
        places=classes("place"),
        nouns=classes("object") | classes("subject") | classes("place"),
        after=pattern("after"),
        then=pattern("then"),
        excluded=pattern("not"),
        voice=entry.get("voice", "any"),
        tense=entry.get("tense", ""),
        dative="dative" in entry,
        loose="loose" in entry,
    )


def _written(pattern: str) -> str:
    for short, words_meant in _shorthand().items():
        pattern = pattern.replace(short, words_meant)
    return pattern


@cache
def _shorthand() -> dict[str, str]:
    """What the patterns of the frames write short."""
    posts = (
        _FIRST_LETTER.sub(_either_case, post) for post in ordered_words("event_frames", "posts")
    )
    return {
        "<A>": _ARTICLE,
        "<ON>": _ON,
        "Ⓣ": _DAY,
        "<MONTH>": _month(),
        "<MONEY>": r"[$€£]|US\$|A\$|C\$|NZ\$",
        "<POST>": rf"(?:{'|'.join(posts)})",
    }


_FIRST_LETTER = re.compile(r"\b[a-z]")


def _either_case(letter: re.Match[str]) -> str:
    return f"[{letter[0].upper()}{letter[0]}]"


def _forms(frames: dict[str, tuple[Frame, ...]]) -> dict[str, tuple[tuple[str, Form], ...]]:
    found: dict[str, dict[str, Form]] = {}
    for verb in frames:
        for printed, form in forms_of(verb).items():
            for written in _cased(printed):
                verbs = found.setdefault(written, {})
                verbs[verb] = verbs.get(verb, Form()).joined(form)
    return {printed: tuple(verbs.items()) for printed, verbs in found.items()}


def _cased(word: str) -> tuple[str, ...]:
    """The word as it stands in a sentence, and as it opens one or stands in a headline."""
    return (word, word[0].upper() + word[1:]) if word[0].islower() else (word,)


def _noun_classes(listed: dict[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, nouns in listed.items():
        for word in _spelled_out(nouns):
            for written in _noun_forms(word):
                found.setdefault(written, set()).add(name)
                found.setdefault(written.replace("’", "'"), set()).add(name)
    return {word: frozenset(classes) for word, classes in found.items()}


def _spelled_out(nouns: str) -> Iterator[str]:
    """The nouns of a list; "nation|state to join|sign" stands for four."""
    for noun in nouns.split(","):
        heads, to, verbs = noun.strip().partition(" to ")
        for head in heads.split("|"):
            yield from (f"{head}{to}{verb}" for verb in verbs.split("|"))


def _noun_forms(noun: str) -> Iterator[str]:
    head, to, verb = noun.partition(" to ")
    plural = head[:-1] + "ies" if re.search(r"[^aeiou]y\Z", head) else head + "s"
    if re.search(r"(?:x|ch|sh|ss)\Z", head):
        plural = head + "es"
    for form in (noun, f"{plural}{to}{verb}"):
        yield from _cased(form)
        if " " in form or "-" in form:
            yield re.sub(r"(?<=[ -])(?!of\b|and\b)[a-z]", lambda m: m[0].upper(), _cased(form)[-1])
