"""Where the nouns of events stand to a verb: as its object, its subject, its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.extraction.announcements.event_noun import EventNoun, within
from loaders.extraction.dates.calendar import any_weekday, month_names

#: A preposition or clause between a verb and a noun keeps the noun from being its object.
_BARRIER = re.compile(
    r"[;:!?\n]|,[”\"’]? (?:which|who|whose|whom|where|when|while|as|after|"
    r"before|with|in|on|at|by|said|saying|according|including|the|a|an|he|she|it|they|and \w+ed)\b|"
    r"\band [a-z]+(?:ed|[a-rt-z]s) (?:a|an|the|its|their|continued|new)\b|"
    r"\b(?:in|on|at|by|with|for|from|to|into|through|during|under|against|about|toward|towards|between|among|"
    r"without|despite|amid|upon|regarding|concerning|"
    r"that|which|who|whose|where|when|while|as|if|since|until|before|after|because|than|"
    # … but not of "the next in-person summit", "an on-orbit test"
    r"is|are|was|were|be|been|has|have|had|will|would|may|can|could|should|said|says|within)\b(?!-)"
)
_LOOSE_BARRIER = re.compile(
    r"[;!?\n]|\b(?:that|which|who|whose|where|when|while|if|since|until|"
    r"before|after|because|is|are|was|were|has|have|had|will|would|said|says)\b"
)
_NAME = r"(?:the |The )?[A-Z][\w.’&-]*(?: (?:of |and |the )*[A-Z][\w.’&-]*){0,5}"
#: "signed in Paris on Monday a …", "signed with Japan a …".
_BY_THE_WAY = re.compile(
    rf"(?:,? (?:here|today|yesterday|jointly|formally|officially|successfully|also|"
    rf"for the \w+ time|"
    rf"for (?:a further|another|an additional|\w+(?: more)?) (?:\w+ )?(?:year|decade)s?|"
    rf"(?:on )?[A-Z]\w+day|(?:on )?[A-Z][a-z]{{2,8}}\.? \d{{1,2}}(?:, \d{{4}},?)?|"
    rf"(?:on )?\d{{1,2}} [A-Z][a-z]{{2,8}}(?: \d{{4}})?|this \w+|last \w+|"
    rf"by (?:decree|consensus|acclamation|a (?:large|wide) majority|\d+ (?:votes )?to \d+)|"
    rf"(?:alongside|together with|along with|in the presence of|on behalf of) [^,;.]{{3,60}}(?=,)|"
    rf"(?:in|at|with|from|alongside) (?>{_NAME}))(?:,(?! (?:the )?[A-Z]))?){{0,3}}(?= )"
)
_EXPLAINED = re.compile(
    rf" (?:[“\"][^”\"]{{2,50}}[”\"]|(?>{_NAME})(?: \d{{2,4}})?)(?: \([^)]{{1,15}}\))?, "
    r"(?=(?:an?|the|its|their) [a-z])"
)
#: "A letter signed with Norway on Monday foresees a centre": another verb's object.
_VERB_NEXT = re.compile(r" [a-z]+s (?:an?|the|its|their|that|how|to|for|on|in) ")
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
    if low > start and _VERB_NEXT.match(text, low, end):
        return None
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
            if index and _OWN_CLAUSE.search(text, low, noun.start) and _VERB.match(text, noun.end):
                return None
            inside = _INSIDE.search(text, low, noun.start)
            if inside is None or _NAMED_SO.search(text[low : noun.start]):
                return noun
            return noun if _PART_OF.search(text[low : inside.end()]) else None
        # "UK Space Agency funding": the next noun is the head.
        overlapped = index + 1 < len(region) and region[index + 1].start <= noun.end + 1
        if not (loose or overlapped or _GOES_ON.match(text, noun.end)):
            return None
    return None


#: "Approved a strategy, and a contract worth $5 million was awarded": the subject of the next verb.
_OWN_CLAUSE = re.compile(r", (?:and|but|while) [^,;]*\Z")
_VERB = re.compile(r"[^,;:.]{0,60}? (?:was|were|is|are|has|have|had|will|would)\b")

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
    r", (?:[a-z]+ing|(?:[a-z]+ly )?[a-z]{3,}ed|with|(?:in|at|under|during|to|on) which|"
    r"in (?:force|effect|place)|valid|after|unlike|like|including|as well as|along with|"
    r"which|who|whose|that|"
    r"held|led|known|now|a|an|the|its|their|"
    r"code-?named|named|nicknamed|entitled|titled|termed)\b"
    r"[^,;.]{2,160},|\([^)]{1,120}\)"
)
_CLAUSE_EDGE = re.compile(
    r"[;:\n]|\b(?:that|when|while|as(?! (?:[\w-]+ ){0,2}(?:director|commander|head|chief|chair|"
    r"chairman|secretary|ambassador|president|member|associate|observer|partner)\b)|because|said|says|announced|if|after|before|where|but|"
    r"since)\b|, (?:and|with) |\b(?:in|on|at|by|for|under|with|during|through|from) which\b"
)
_LAST_PREPOSITION = re.compile(
    r"\b(?:in|on|at|by|with|for|from|to|into|during|after|under|through|within|behind|about|"
    r"following|including|before|since|joined|attended|signed|held|hosted|of)\b"
    rf"(?! (?:early |late |mid-?)?(?:\d|{'|'.join(name[:3] for name in month_names())}|"
    rf"{any_weekday()}))(?: (?!(?:of|in|on|at|by|with|for|from|to|into|"
    r"during|after|under|behind|between|among|against|within)\b)[\w’'&/.-]+){0,7} ?\Z",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?:that|which|who) \Z")
#: "A satellite that Kenya runs for itself was launched".
_RESTRICTED = re.compile(
    r"(?: (?:with|of|for|between|in|on|to)(?: (?!that |which )[\w’'-]+,?){1,14})?"
    r" (?:that|which) (?:[\w’'-]+ ){2,14}"
)
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
    for noun in within(nouns, start, verb):
        restricted = _RESTRICTED.fullmatch(before, noun.end - start)
        if restricted and classes & noun.classes and not _is_governed(text[start : noun.start]):
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
        if not found[0].startswith("of") or _PARTS.search(before, 0, found.start()):
            return True
        before = before[: found.start()]
    return True


#: "The first elements of the Gateway": not the Gateway itself.
_PARTS = re.compile(r"\b(?:elements|parts|pieces|components|sections) \Z")
_PLACE_LEAD = re.compile(
    r"\b(?:for|in|at|during|of|under|on|to|as|into|onboard|aboard|from)\b"
    r"(?: [\w’'“”\"&/.()-]+){0,9} ?[“\"]?\Z"
)
_CLAUSE_END = re.compile(
    r"[;:\n]|\b(?:which|who|that|where|while|said|after|before)\b|"
    r"\band (?:[a-z]+ed|set(?: up)?|held|put|took|made|led|named|chose) (?:an?|the|its|their)\b"
)


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
