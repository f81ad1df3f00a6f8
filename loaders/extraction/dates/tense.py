"""Which way a clause looks: back at what happened, or forward to what will."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.language.tries import by_first_letter
from loaders.extraction.language.vocabulary import ordered_words, words
from loaders.extraction.nations.vocabulary import vocabulary

#: Shapes of which the clause decides whether the last or the next such day is meant.
SHAPES_WITH_TENSE = frozenset(
    {
        "weekday", "from_weekday", "us_day", "day", "range_day",
        "bare_month", "bare_part", "which", "lean", "within", "near", "and_days", "us_and_days",
        "week_day",
        "ordinal", "weekend", "quarter_alone", "q_alone", "season_alone", "word_day", "list_days",
        "us_list_days", "two_weekdays", "week_day2", "edge",
        "hence", "term_unit", "months_last",
    }
)  # fmt: skip
_REACH = 220


@cache
def _sentence_edge() -> re.Pattern[str]:
    """The end of a sentence; none in "at U.S. Forces Japan", "by Lt. Gen. Ann Roe"."""
    titles = ordered_words("calendar", "titles_with_stop")
    no_edge = "".join(rf"(?<!\b{word}\.)" for word in ("[A-Z]", *titles))
    # One set of letters first: the engine skips to them.
    return re.compile(rf"[.!?\n](?:(?<=\n)|{no_edge}[”\"’)]* (?=[A-Z“\"]))")


#: "Deployed", "given", "held", "sent", "kept", "brought", "shown", "made", "set".
_PARTICIPLE = r"\w+(?:d|en|[eilnu]t|pt|ght|wn|de|un|ne)\b"


@cache
def _markers() -> re.Pattern[str]:
    forward = by_first_letter(ordered_words("calendar", "forward"))
    back = by_first_letter(ordered_words("calendar", "back"))
    present = by_first_letter(ordered_words("calendar", "present"))
    # "will be deployed", "to be held": the participle belongs to what is to come.
    # "Takes place" looks forward, "takes command" tells of the present: so forward comes first.
    # Both begin with a word or an apostrophe: asked first, it spares the rest of most places.
    return re.compile(
        rf"(?=\b\w|[’'])(?:"
        rf"(?P<forward>(?:(?<!\w)(?:{forward})(?!\w)|(?<=\w)[’']ll\b)"
        rf"(?:(?: \w+ly)? (?:be|have|have been|also|then|soon|not) (?:\w+ )?"
        rf"{_PARTICIPLE}| \w+ed\b)?"
        rf"|\bto be (?:\w+ly )?{_PARTICIPLE})|"
        rf"(?P<now>(?:is|are) (?:being \w+|\w{{3,}}ing\b(?! to\b)|(?:on |for |this )?\Z)|"
        rf"(?<=[\w,] )(?:{present})(?!\w))"
        rf"|(?P<back>\b(?:{back}|(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bits )(?<!\btheir )"
        rf"[a-z]{{3,}}ed)\b))"
    )


_VERB_NEXT = 20
_DEADLINE = re.compile(r"\bby (?:the )?\Z")


#: From here on something holds, whatever was announced: "its withdrawal, effective 30 June".
_FROM_THEN = re.compile(
    r"\b(?:effective(?: from| on| as of)?|with effect (?:from|on)|as from|"
    r"(?:appointed|named|nominated|elected|picked|chosen|promoted|designated|selected|entrusted)\b"
    r"[^.;:\n]{0,120}? (?:from|as of)) \Z"
)
_TOOK_EFFECT = re.compile(r"\b(?:took|went|was|were|became|began|came)\b[^.,;\n]{0,25}\Z")
_PUT_OFF = r"put off|postponed|pushed back|put back|delayed|brought forward"
#: What is arranged for a day lies ahead of it: "a first assembly has been called for Nov. 16".
_ARRANGED_FOR = re.compile(
    rf"\b(?:called|convoked|convened|summoned|arranged|{_PUT_OFF}|rescheduled|"
    r"moved|scheduled|foreseen|set|due|expected|"
    r"pencil+ed in|booked|fixed|targeted|slotted|billed|earmarked|planned|"
    r"slip(?:s|ped|ping)?|slid|"
    r"on the (?:calendar|schedule|programme|agenda|books))"
    r" (?:for|until|till|to)(?: the)? \Z|"
    rf"\b(?:{_PUT_OFF}) [^,;.]{{2,60}} (?:until|till|to) \Z|"
    r"\b(?<!had )(?:scheduled|pencil+ed in|slated|fixed|set|planned) "
    r"(?:an?|the|its|their|another|two|three) [^,;.]{2,60} for \Z",
    re.IGNORECASE,
)
#: What such words end with, right before the day.
_FOR_A_DAY = ("for ", "until ", "till ", "to ", " the ")
_PREPOSITION = len("until ")
#: An end that lies ahead of what lasts: "is under way until Friday".
_LASTS_UNTIL = re.compile(r"\b(?:until|till|through) \Z")


def looks_forward(text: str, start: int, end: int, nearest: bool = True) -> bool | None:
    """Whether the clause that holds the expression from `start` to `end` looks forward.

    The nearest verb before it in its sentence decides ("announced Wednesday that it will"); where
    none stands before it, the first one after ("On Friday, leaders will gather"). A deadline lies
    ahead ("set a goal of ten satellites by May") unless a "had" says otherwise. None where nothing
    in the sentence says, and of the present ("joins on 1 April") where the nearest such day is
    meant: of a weekday it is the next ("joins on Friday").
    """
    present = None if nearest else True
    before = text[max(0, start - _REACH) : start]
    if before.endswith(_ATTRIBUTIVE) and _ISSUED.match(text, end):
        return False
    edges = list(_sentence_edge().finditer(before))
    if edges:
        before = before[edges[-1].end() :]
    if before[-_PREPOSITION:].lower().endswith(_FOR_A_DAY) and _ARRANGED_FOR.search(before):
        return True
    if before.endswith(("have until ", "has until ")):
        return True
    effect = _FROM_THEN.search(before)
    if effect and not _TOOK_EFFECT.search(before, 0, effect.start()):
        return None
    last = _last_marker(before)
    own = _way_of_clause_opened(text, before, end) if last is not None else None
    if own is not None:
        return own
    if last is not None:
        if last.lastgroup == "now":
            # "The launches on Friday went well"
            noun = _markers().match(text, end + 1, end + _VERB_NEXT)
            return False if noun and noun.lastgroup == "back" else present
        if nearest and last.lastgroup == "back" and _intent().match(before, last.start()):
            # A month is when it is to be done; a day may be the one on which it was agreed.
            return None if any(map(str.isdigit, text[start:end])) else True
        ahead = _DEADLINE.search(before) and last.group() not in ("had", "was", "were")
        return last.lastgroup == "forward" or bool(ahead)
    if _LASTS_UNTIL.search(before) or (" to " in before and _headline_to().match(before)):
        return True
    if _is_in_list_of_intents(text, start):
        return True
    after = text[end : end + _REACH]
    edge = _sentence_edge().search(after)
    after = after[: edge.start()] if edge else after
    other = _OTHER_CLAUSE.search(after)
    first = _markers().search(after[: other.start()] if other else after)
    if first is None:
        return False if _OF_DEED.search(before) and _DEED.match(text, end) else None
    return present if first.lastgroup == "now" else first.lastgroup == "forward"


#: "It said in May that it would spend more, and in October Germany opened …": a clause of its own.
CLAUSE_WITH_DAY = re.compile(
    r"[,;] (?:and|but|while|whereas) (?:(?:in|on|late|early|mid-|only|then|again) ?)*\Z"
)
_CLAUSE_END = re.compile(r"[,;:]")


def _way_of_clause_opened(text: str, before: str, end: int) -> bool | None:
    """Which way a further clause looks that the expression opens, if all its verbs look one way."""
    if not CLAUSE_WITH_DAY.search(before):
        return None
    after = text[end : end + _REACH]
    edges = (p.search(after, 2) for p in (_sentence_edge(), _CLAUSE_END))
    close = min((e.start() for e in edges if e), default=len(after))
    ways = {marker.lastgroup for marker in _markers().finditer(after[:close])}
    return ways == {"forward"} if len(ways) == 1 and "now" not in ways else None


@cache
def _intent() -> re.Pattern[str]:
    """ "Agreed to hold", but "agreed to the plan"."""
    verbs = by_first_letter(ordered_words("calendar", "intending"))
    return re.compile(
        rf"(?:{verbs}) (?:\w+ly )?to (?!(?:the|an?|its|their|this|these|\w+ing)\b)[a-z]"
    )


_ITEM = re.compile(r"\s*(?:[-*•–—·▪◦]|\d{1,2}[.)]|\(?[a-z]\))\s")
_INTENTS = re.compile(r"\b(?:to|will|shall|would)\s*:\s*\Z")


def _is_in_list_of_intents(text: str, position: int) -> bool:
    """Whether a place stands in a bulleted list that "agreed to:" or "they will:" introduces."""
    line = text.rfind("\n", 0, position) + 1
    if not _ITEM.match(text, line, position):
        return False
    above = line
    while above > 0 and (_ITEM.match(text, line) or not text[line:above].strip()):
        above, line = line, text.rfind("\n", 0, line - 1) + 1
    return _INTENTS.search(text, line, above) is not None


@cache
def _headline_to() -> re.Pattern[str]:
    """ "NASA to Host Artemis Accords Signing": an infinitive right behind names."""
    verbs = by_first_letter(ordered_words("calendar", "headline_infinitives"))
    return re.compile(
        r"(?:[A-Z\d][\w.’'&-]*,? (?:(?:and|of|the|for|in|on|&) )*){1,7}?"
        rf"(?-i:[Tt]o) (?i:{verbs})\b"
    )


def _last_marker(before: str) -> re.Match[str] | None:
    """The last verb that tells the way; "hands" is none in "changed hands"."""
    last: re.Match[str] | None = None
    for marker in _markers().finditer(before):
        if last is not None and _is_adjective(before, last.end(), marker):
            continue
        noun = last is not None and marker.group() in words("calendar", "present_or_noun")
        if not (noun and last and not _NEW_CLAUSE.search(before, last.end(), marker.start())):
            last = marker
    return last


#: "Will conduct a second coordinated manoeuvre": what stands so goes with a noun.
_DETERMINED = re.compile(
    r" (?:[\w-]+ ){1,3}?(?:an?|the|its|their|another|\w+[’']s)(?: [\w-]+){0,2} "
)
_NOUN_NEXT = re.compile(
    r" (?!(?:in|on|at|by|to|for|with|from|under|during|last|this|next|that|and|or|as|of)\b)[a-z]"
)


def _is_adjective(before: str, last: int, marker: re.Match[str]) -> bool:
    """Whether a participle behind another verb goes with the noun behind it."""
    return bool(
        marker.lastgroup == "back"
        and marker.group().endswith("ed")
        and _NOUN_NEXT.match(before, marker.end())
        and _DETERMINED.fullmatch(before, last, marker.start())
    )


_NEW_CLAUSE = re.compile(r"[,;:–—]|\b(?:that|which|who|when|while|and|but|as)\b")
#: ", and Slovenia is to do the same in July": a clause of its own.
_OTHER_CLAUSE = re.compile(r"(?:, (?:and|but|while|whereas)|;) (?:the )?[A-Z]")
#: "Peru's July 14 signing of the accords": what is named by its day has been.
_OF_DEED = re.compile(r"(?:[’']s?|\bthe|\bits|\btheir) \Z")
_DEED = re.compile(
    r",? (?:\w+ ){0,3}?(?:signing|accession|ceremony|vote|decision|announcement|election|launch|"
    r"attack|agreement|statement|entry|admission|departure|withdrawal)\b"
)
#: "states a Nov. 13 Pentagon release": what quotes it can be read already, whatever it foretells.
_ISSUED = re.compile(
    r",? (?!planned|upcoming|coming|forthcoming|scheduled)(?:[\w.’'-]+ ){0,3}?"
    r"(?:(?:press |news )?releases?|statement|communiqu[ée]|memo|memorandum|letter|fact sheet|"
    r"notice|announcement|blog post|post|tweet|report|order|interview)\b"
)
_ATTRIBUTIVE = ("a ", "an ", "the ", "its ", "their ", "’s ", "'s ")


_WORD_BEFORE = re.compile(r"([\w-]+)[ -]\Z")
_CAPITAL_NEXT = re.compile(r" [A-Z][\w.]*")
#: "In May NATO", "in March U.S. Space Command".
_LETTERS_NEXT = re.compile(r" (?:[A-Z]{2,}\b|(?:[A-Z]\.){2})")
_NAME_NEXT = re.compile(r" ((?:[A-Z][\w’'-]+ ?){1,3})")


def _is_nation_next(text: str, at: int) -> bool:
    """Whether the name of a nation, that no person bears, or letters of a body stand there."""
    if _LETTERS_NEXT.match(text, at):
        return True
    name = _NAME_NEXT.match(text, at)
    parts = name[1].replace("’", "'").split("'")[0].split() if name else []
    forms = vocabulary().forms
    known = (forms.get(" ".join(parts[:count])) for count in range(1, len(parts) + 1))
    return any(f is not None and f.nation != "" and f.also_person != "strong" for f in known)


def is_bare_month_a_date(text: str, match: re.Match[str]) -> bool:
    """Whether a month with neither day nor year is one: not in "May Smith", "may grow"."""
    before = _WORD_BEFORE.search(text[max(0, match.start() - 16) : match.start()])
    previous = before.group(1) if before else ""
    named = bool(_CAPITAL_NEXT.match(text, match.end(), match.end() + 24))
    bracketed = text[match.start() - 1 : match.start()] == "(" and text.startswith(")", match.end())
    if bracketed:
        # "Poland (May), Sweden (June)"
        return True
    if match.group("bare_month") in words("calendar", "also_other_words"):
        # "In April Smith wrote": a person; "in April Sweden joined": a month.
        named = named and not _is_nation_next(text, match.end())
        return previous in words("calendar", "leads_to_month") and not named
    if previous[:1].isupper() and previous not in words("calendar", "leads_to_month"):
        return False
    return not (named and not previous)
