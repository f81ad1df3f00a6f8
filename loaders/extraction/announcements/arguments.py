"""The nouns of events, and where they stand to a verb: as its object, its subject, its place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from loaders.extraction.announcements.lexicon import lexicon
from loaders.extraction.coalitions.mentions import CoalitionMention, known_coalitions
from loaders.extraction.language.vocabulary import ordered_words


class EventNoun(NamedTuple):
    """A noun of the lexicon in the text, with the classes it belongs to."""

    start: int
    end: int
    classes: frozenset[str]


def find_event_nouns(text: str) -> list[EventNoun]:
    """Every noun of the lexicon that heads its phrase, in order."""
    known = lexicon()
    found: list[EventNoun] = []
    for start, end, printed in known.nouns.find(text):
        if not _is_no_gathering(text, start, end) and _is_head(text, start, end):
            found.append(EventNoun(start, end, known.classes[printed]))
    return [*found, *_called_exercises(text), *_craft_names(text), *_named(text)]


#: What an exercise is called: "Exercise Ocean Lantern", in the text also "the next Ocean Lantern".
_CALLED_EXERCISE = re.compile(
    r"\b[Ee]xercises? [“\"]?((?:[A-Z][\w’-]+ ?){1,3}(?<! )(?: ?\d{2,4})?)\b(?![’']s)"
)
_MOST_NAMES = 10


#: "Cobra Gold 2026, the largest military exercise of Asia".
_EXPLAINED_EXERCISE = re.compile(
    r"[“\"]?\b((?:[A-Z][a-z][\w’-]* ){1,2}[A-Z][a-z][\w’-]*|[A-Z][a-z]+[A-Z]\w+)(?: \d{2,4})?"
    r"(?: \([^)]{1,12}\))?,?[”\"]?,? (?:an?|the|its|their) (?:[\w’.-]+,? ){0,9}?exercise\b"
)
#: "The Cope Thunder exercises", "a Red Flag-Alaska exercise".
_NAMED_EXERCISE = re.compile(
    r"\b(?!The |This |These |A |An |New )([A-Z][a-z]+ [A-Z][a-z]+)(?:-[A-Z]\w+)? "
    r"(?:\d\d?-\d )?exercises?\b"
)
_OF_A_BODY = re.compile(
    r"\b(?:\w+(?:an|ish|ese)|North|South|East|West|French|Dutch|Joint|Combined|Training|Air|Sea|Navy|Naval|Army|Force|Forces|Command|Corps|Guard|Defen[cs]e|Space|Military|Ministry|"
    r"States|Kingdom|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)


def _called_exercises(text: str) -> Iterator[EventNoun]:
    if "xercise" not in text:
        return
    printed = dict.fromkeys(match[1].strip() for match in _CALLED_EXERCISE.finditer(text))
    patterns = (_EXPLAINED_EXERCISE, _NAMED_EXERCISE)
    explained = (match[1] for pattern in patterns for match in pattern.finditer(text))
    printed.update(dict.fromkeys(name for name in explained if not _OF_A_BODY.search(name)))
    for name in list(printed)[:_MOST_NAMES]:
        for start, end in _places_of(text, name):
            if _is_head(text, start, end):
                yield EventNoun(start, end, _EXERCISE)


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
_CRAFT_NAME = re.compile(r"\b[A-Z][A-Za-z]{1,12}-\d{1,3}[A-Z]?\b")


def _craft_names(text: str) -> Iterator[EventNoun]:
    if "launch" not in text:
        return
    for match in _CRAFT_NAME.finditer(text):
        if _is_head(text, *match.span()):
            yield EventNoun(*match.span(), _NAME_OF_CRAFT)


_NAME_OF_CRAFT = frozenset({"craft_name"})
#: "Operation Clear Horizon", "U.S. Space Forces Japan": what further capitals make a name.
_OPERATION = re.compile(r"\bOperation (?:[A-Z][\w’-]+ ?){1,4}(?<! )")
_BODY_OF = re.compile(
    r"\b(?:Forces?|Command|Cell|Wing|Squadron|Delta|Centre|Center|Group)(?: [A-Z][a-z]\w+){1,2}\b"
)


def _named(text: str) -> Iterator[EventNoun]:
    for name, pattern in (("mission", _OPERATION), ("body", _BODY_OF)):
        for match in pattern.finditer(text):
            if _is_head(text, *match.span()):
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
        if _is_head(text, mention.start, end):
            exercise = kinds.get(mention.slug or "", "").startswith("exercise")
            named = not mention.common_noun or text.endswith("ccords", 0, mention.end)
            classes = {"exercise" if exercise else "coalition" if named else "group"}
            if text.startswith("Operation ", mention.start):
                classes = {"mission"}
            if mention.name.endswith("Station") or mention.slug == "iss":
                classes.add("craft")
            found.append(EventNoun(mention.start, end, frozenset(classes)))
    return found


_DOCUMENT_NAME = re.compile(
    r"(?:Agreement|Arrangement|Memorandum|Understanding|Intent|Treaty|Convention|Charter|Protocol|Pact|Statement|"
    r"Declaration|Strategy|Plan|Act|Order|Conference|Symposium|Forum|Congress|Exercise)\Z"
)
#: "the International Lunar Research Station project".
_CALLED = re.compile(
    r" (?:project|initiative|program(?:me)?|partnership|framework|coalition|group)\b"
)


def within(nouns: Sequence[EventNoun], start: int, end: int) -> Sequence[EventNoun]:
    """The nouns between two offsets."""
    if len(nouns) < _FEW:
        return [noun for noun in nouns if start <= noun.start < end]
    return nouns[bisect_left(nouns, (start,)) : bisect_left(nouns, (end,))]


_FEW = 24


@cache
def _follows() -> re.Pattern[str]:
    """What may stand behind the head of a noun phrase: no further noun."""
    listed = [
        *ordered_words("event_words", "behind_heads"),
        *_in_titles(),
        *lexicon().irregular_forms,
    ]
    words = "|".join(re.escape(w) for w in listed)
    return re.compile(
        rf"[”\"’']?(?:[,.;:!?)\]”\"\n]|\Z| [(\[“\"—–-]|[—–]| (?:{words})(?![\w-])|"
        r" [a-z]+(?:ed|ing|ly)\b| (?:years?|months?|weeks?|days?|decades?)\b|"
        r" \d| [A-Z]\w+day\b| [A-Z][a-z]{2,8}\.? \d)"
    )


def _in_titles() -> tuple[str, ...]:
    """Verbs behind a head in a headline, where every word has a capital: "New Centre Opens"."""
    return tuple(word.capitalize() for word in ordered_words("event_words", "title_verbs"))


#: "International Astronautical Congress" meets; "Congress" alone is a parliament.
_NAMED_CONGRESS = re.compile(r"(?!The|U\.S\.|States|With|When|In)[A-Z][\w-]+ \Z")


_PRESS = re.compile(r"\b(?:[Pp]ress|[Nn]ews) \Z")


def _is_no_gathering(text: str, start: int, end: int) -> bool:
    """Whether it is a parliament, or a conference of the press."""
    if text.startswith("onference", start + 1):
        return bool(_PRESS.search(text, max(0, start - 7), start))
    if text[start:end] != "Congress":
        return False
    word = text.rfind(" ", 0, max(0, start - 1)) + 1
    return not _NAMED_CONGRESS.match(text, word, start)


_SHORT_NAME = re.compile(r" \([A-Z][\w-]{1,12}\)")
_NAME_NEXT = re.compile(r" (?:[A-Z]\w*|[A-Z0-9]{2,})")


def _is_head(text: str, start: int, end: int) -> bool:
    """Whether no further noun follows: "agreement", not "agreement text" or "agreement's"."""
    if text.startswith(")", end):
        end += 1
    if follows := _follows().match(text, end):
        # "Global Sentinel (GS26) planning conference": the short name in brackets is passed over.
        brackets = _SHORT_NAME.match(text, end) if follows[0] == " (" else None
        return brackets is None or bool(_follows().match(text, brackets.end()))
    # "the exercise AsterX", "operation Olympic Defender": a name that goes with a common noun.
    if text[start].islower():
        return bool(_NAME_NEXT.match(text, end))
    # "Headquarters Australia", "AsterX 25": capitals after capitals are one name.
    return False


#: A preposition or clause between a verb and a noun keeps the noun from being its object.
_BARRIER = re.compile(
    r"[;:!?\n]|,[”\"’]? (?:which|who|whose|whom|where|when|while|as|after|"
    r"before|with|in|on|at|by|said|saying|according|including|the|a|an|he|she|it|they|and \w+ed)\b|"
    r"\band [a-z]+(?:ed|[a-rt-z]s) (?:a|an|the|its|their|continued|new)\b|"
    r"\b(?:in|on|at|by|with|for|from|to|into|through|during|under|against|about|toward|towards|between|among|"
    r"without|despite|amid|upon|regarding|concerning|"
    r"that|which|who|whose|where|when|while|as|if|since|until|before|after|because|than|"
    r"is|are|was|were|be|been|has|have|had|will|would|may|can|could|should|said|says|within)\b"
)
_LOOSE_BARRIER = re.compile(
    r"[;!?\n]|\b(?:that|which|who|whose|where|when|while|if|since|until|"
    r"before|after|because|is|are|was|were|has|have|had|will|would|said|says)\b"
)
_NAME = r"(?:the |The )?[A-Z][\w.’&-]*(?: (?:of |and |the )*[A-Z][\w.’&-]*){0,5}"
#: "signed in Paris on Monday a …", "signed with Japan a …".
_BY_THE_WAY = re.compile(
    rf"(?:,? (?:here|today|yesterday|jointly|formally|officially|successfully|also|"
    rf"(?:on )?[A-Z]\w+day|(?:on )?[A-Z][a-z]{{2,8}}\.? \d{{1,2}}(?:, \d{{4}},?)?|"
    rf"(?:on )?\d{{1,2}} [A-Z][a-z]{{2,8}}(?: \d{{4}})?|this \w+|last \w+|"
    rf"(?:in|at|with|from|alongside) (?>{_NAME})),?){{0,3}}(?= )"
)
_EXPLAINED = re.compile(
    rf" (?:[“\"][^”\"]{{2,50}}[”\"]|(?>{_NAME})(?: \d{{2,4}})?)(?: \([^)]{{1,15}}\))?, "
    r"(?=(?:an?|the|its|their) [a-z])"
)
_OBJECT_REACH, _LOOSE_REACH = 130, 170


def object_of(
    text: str,
    nouns: Sequence[EventNoun],
    span: tuple[int, int],
    classes: frozenset[str],
    loose: bool = False,
) -> EventNoun | None:
    """The noun of one of the classes that heads the object of the verb that ends at `span[0]`."""
    start, end = span
    low = start
    if skipped := _BY_THE_WAY.match(text, start, end):
        low = skipped.end()
    if (explained := _EXPLAINED.match(text, low, end)) and not within(nouns, low, explained.end()):
        # "launched “Cobra Gold 2026”, the largest exercise of Asia": what is named is explained.
        low = explained.end()
    barrier = _LOOSE_BARRIER if loose else _BARRIER
    reach = min(end, start + (_LOOSE_REACH if loose else _OBJECT_REACH))
    stop = barrier.search(text, low, reach)
    limit = stop.start() if stop else reach
    region = within(nouns, low, limit)
    for index, noun in enumerate(region):
        if classes & noun.classes:
            inside = _INSIDE.search(text, low, noun.start)
            if inside is None or _NAMED_SO.search(text[low : noun.start]):
                return noun
            return noun if _PART_OF.search(text[low : inside.end()]) else None
        overlapped = index + 1 < len(region) and region[index + 1].start < noun.end
        if not (loose or overlapped or _GOES_ON.match(text, noun.end)):
            return None
    return None


#: Behind a noun of another kind the object goes on: "the treaty and the accords", "the agency a …".
_GOES_ON = re.compile(
    r"[”\"’]?,? (?:and|or|of|an?|the|as well as|its|their) |(?: \([^)]*\))? (?=[A-Z])"
)


#: "the founding members of the organisation": the object is the members, not what is behind "of".
_INSIDE = re.compile(r"\bof (?:[\w’'“”\"&/.$€£,-]+ ){0,12}\Z")
#: "A Terms of Reference document": "of" is part of what it is called.
_NAMED_SO = re.compile(r"\b[A-Z][a-z]+ of (?:[A-Z]\w+ )+\Z")
_PART_OF = re.compile(
    r"\b(?:one|two|three|first|second|third|fourth|series|pair|number|set|part|phase|version|"
    r"edition|round|host|range|final|text|total|dozens|hundreds|copies|couple|iteration|batch|days?|weeks?|months?|"
    r"(?:[a-z]+(?:ing|ment|tion))|launch|stand-?up|start|signature|award|\d+|some|several|all|each|"
    r"most|half) of (?:[\w’'“”\"&/.$€£,-]+ ){0,12}\Z"
)


_ASIDE = re.compile(
    r", (?:[a-z]+ing|[a-z]{3,}ed|with|which|who|whose|that|held|led|known|now|a|an|the|its|their|"
    r"code-?named|named|nicknamed|entitled|titled|termed)\b"
    r"[^,;.]{2,160},|\([^)]{1,120}\)"
)
_CLAUSE_EDGE = re.compile(
    r"[;:\n]|\b(?:that|when|while|as(?! (?:[a-z-]+ ){0,2}(?:director|commander|head|chief|chair|"
    r"chairman|secretary|ambassador|president|member)\b)|because|said|says|announced|if|after|before|where|but|"
    r"since)\b|, (?:and|with) "
)
_LAST_PREPOSITION = re.compile(
    r"\b(?:in|on|at|by|with|for|from|to|into|during|after|under|through|within|behind|about|"
    r"following|including|before|since|joined|attended|signed|held|hosted|of)\b"
    r"(?! (?:early |late |mid-?)?(?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))(?: (?!(?:of|in|on|at|by|with|for|from|to|into|"
    r"during|after|under)\b)[\w’'&/.-]+){0,7} ?\Z",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?:that|which|who) \Z")
#: "The exercise is part of the plan and takes place in May": one subject, two verbs.
_SHARING = re.compile(r" and (?:[a-z]+ly )?\Z")
_FINITE_BETWEEN = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|said|says)\b")


def subject_of(
    text: str, nouns: Sequence[EventNoun], start: int, verb: int, classes: frozenset[str]
) -> EventNoun | None:
    """The noun that heads the subject of the verb group that begins at `verb`.

    `start` is where the sentence begins.
    """
    before = _ASIDE.sub(lambda m: " " * len(m[0]), text[start:verb])
    if relative := _RELATIVE.search(before):
        nearest = within(nouns, max(start, verb - 60), start + relative.start())
        return next((n for n in reversed(nearest) if classes & n.classes), None)
    low = start
    for edge in _CLAUSE_EDGE.finditer(before):
        low = start + edge.end()
    for noun in within(nouns, low, verb):
        if before[noun.start - start].isspace():
            continue  # "the council, the owner of satellites, met": in an aside
        if not classes & noun.classes:
            continue
        if _FINITE_BETWEEN.search(before, noun.end - start) and not _SHARING.search(before):
            continue
        if not _is_governed(text[max(low, noun.start - 140) : noun.start]):
            return noun
    return None


def heads_subject(text: str, start: int, noun: EventNoun) -> bool:
    """Whether a noun stands as the first subject of the sentence that begins at `start`."""
    before = text[start : noun.start]
    return len(before) < _SUBJECT_REACH and not (
        _CLAUSE_EDGE.search(before) or _SOME_VERB.search(before) or _is_governed(before)
    )


_SUBJECT_REACH = 140
_SOME_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|to|[a-z]{3,}ed|"
    r"[a-z]{3,}ing|held|met|led|took|began|said|says)\b"
)


def _is_governed(before: str) -> bool:
    """Whether a noun behind these words hangs on a preposition, "of" of a subject aside."""
    for _ in range(4):
        found = _LAST_PREPOSITION.search(before)
        if found is None:
            return False
        if not found[0].startswith("of"):
            return True
        before = before[: found.start()]
    return True


_PLACE_LEAD = re.compile(
    r"\b(?:for|in|at|during|of|under|on|to|as|into|onboard|aboard|from)\b"
    r"(?: [\w’'“”\"&/.()-]+){0,9} ?[“\"]?\Z"
)
_CLAUSE_END = re.compile(r"[;:\n]|\b(?:which|who|that|where|while|said|after|before)\b")


_PLACE_REACH = 230


def place_of(
    text: str, nouns: Sequence[EventNoun], span: tuple[int, int], classes: frozenset[str]
) -> EventNoun | None:
    """The noun behind a preposition: "gathered at the base for the exercise"."""
    start, end = span
    reach = min(end, start + _PLACE_REACH)
    stop = _CLAUSE_END.search(text, start, reach)
    for noun in within(nouns, start, stop.start() if stop else reach):
        idiom = text[noun.start].islower() and text.startswith("in ", noun.start - 3)
        if classes & noun.classes and not idiom and _PLACE_LEAD.search(text[start : noun.start]):
            return noun
    return None
