"""Coalitions an article speaks of: by name, alias and acronym, learnt acronyms, and unknown ones.

Names and aliases come from `data/reference/coalitions.yaml`. What the text itself defines,
"Pacific Orbital Watch Partnership (POWP)", holds for that text. A capitalised initiative that
nobody knows is a mention without a slug, and a row in `problems`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import Any

from loaders.extraction.coalitions.bodies import (
    find_centres,
    find_known_bodies,
    find_used_bodies,
)
from loaders.extraction.coalitions.body_names import DATES, LED_BY, without_opening
from loaders.extraction.coalitions.christened_bodies import find_christened_bodies
from loaders.extraction.coalitions.common_nouns import find_common_nouns
from loaders.extraction.coalitions.institutions import without_institutions
from loaders.extraction.coalitions.known import known_coalitions
from loaders.extraction.coalitions.listed_bodies import find_listed_bodies
from loaders.extraction.coalitions.longer_names import (
    with_ends_of_names,
    with_longer_names,
    with_papers_of_bodies,
)
from loaders.extraction.coalitions.mention import CoalitionMention as CoalitionMention
from loaders.extraction.coalitions.named_exercises import (
    with_editions,
    with_exercises_known,
    with_named_exercises,
    without_noun,
)
from loaders.extraction.coalitions.repeated_bodies import find_repeated_bodies
from loaders.extraction.language.phrases import Phrases, begins_word
from loaders.extraction.language.tries import by_first_letter
from loaders.extraction.language.vocabulary import load, ordered_words, words
from loaders.extraction.nations.enumerations import Enumeration
from loaders.extraction.nations.vocabulary import vocabulary


def find_coalitions(text: str, lists: Sequence[Enumeration] = ()) -> tuple[CoalitionMention, ...]:
    """Every mention of a coalition, known, learnt or unknown, in the text's order.

    `lists` are the nations that the text names in rows: a name beside one may be a body's.
    """
    known = known_coalitions()
    taken = [
        CoalitionMention(start, end, known.slugs[printed], printed)
        for start, end, printed in known.phrases.find(text)
    ]
    taken = sorted([*taken, *_in_context(text, taken)])
    narrower = [m for m in taken if m.slug != "nato"]
    bodies = find_known_bodies(text, narrower)
    bodies = [*bodies, *find_centres(text, [*narrower, *bodies])]
    opened = {m.start for m in bodies}
    # "the NATO Cooperative Cyber Defence Centre of Excellence" is not the alliance.
    taken = sorted([*(m for m in taken if m.start not in opened), *bodies])
    taken = with_longer_names(text, taken)
    unknown = [_by_acronym(text, without_noun(m), taken) for m in _unknown(text, taken)]
    named = sorted([*taken, *unknown])
    named = with_editions(text, with_named_exercises(text, named))
    named = sorted([*named, *_learnt(text, named)])
    named = sorted([*named, *find_used_bodies(text, named)])
    for find in (find_listed_bodies, find_repeated_bodies, find_christened_bodies):
        if found := find(text, lists, named):
            named = sorted([*named, *found, *_learnt(text, found)])
    named = with_papers_of_bodies(list(without_institutions(text, named)))
    named = with_ends_of_names(text, named)
    common = find_common_nouns(text, named)
    # "The agency, called ALCE for its Spanish initials": whatever the name seemed to be before.
    short = _learnt(text, common)
    starts = {m.start for m in short}
    named = [m for m in named if m.start not in starts]
    return tuple(with_exercises_known(sorted([*named, *common, *short])))


def _by_acronym(
    text: str, unknown: CoalitionMention, taken: list[CoalitionMention]
) -> CoalitionMention:
    """ "the Partnership on Integrated Space Operations (CSpO)" is what the acronym stands for."""
    at = bisect_left(taken, (unknown.end,))
    if at == len(taken) or text[unknown.end : taken[at].start] not in (" (", " (the "):
        return unknown
    return unknown._replace(slug=taken[at].slug, name=taken[at].name)


def _in_context(text: str, taken: list[CoalitionMention]) -> list[CoalitionMention]:
    """Short names that mean a coalition beside certain words: "the Quad" of space, not of trade."""
    meanings: Any = load("coalition_words")["in_context"]
    found = []
    starts = {m.start for m in taken}
    for start, end, printed in _phrases_in_context().find(text):
        meant = meanings[printed]
        around = _sentence_around(text, start, end)
        if start not in starts and any(word in around for word in meant["words"]):
            found.append(CoalitionMention(start, end, meant["slug"], printed))
    ends = sorted((m.start, m.end) for m in taken)
    return [m for m in found if not any(s < m.end and m.start < e for s, e in _near(ends, m.end))]


@cache
def _phrases_in_context() -> Phrases:
    return Phrases(load("coalition_words")["in_context"], lasting=True)


def _near(spans: list[tuple[int, int]], position: int) -> list[tuple[int, int]]:
    at = bisect_left(spans, (position,))
    return spans[max(0, at - 1) : at + 1]


_SENTENCE_REACH = 250
_HEADING = 20


def _sentence_around(text: str, start: int, end: int) -> str:
    before = text[max(0, start - _SENTENCE_REACH) : start]
    after = text[end : end + _SENTENCE_REACH]
    opening = max(before.rfind("\n"), before.rfind(". ") + 1)
    closing = min(
        (at for at in (after.find("\n"), after.find(". ")) if at >= 0), default=len(after)
    )
    sentence = before[max(0, opening) :] + after[:closing]
    # "The Quad. Australia, India … formed a space working group": a heading is of what it heads.
    return sentence if len(sentence) > _HEADING else sentence + after[closing:]


@cache
def _unknown_pattern() -> re.Pattern[str]:
    word = r"[A-Z][\w’'-]*"
    joint = r"(?: (?:of|for|on|and|in)(?: the)?)?"
    heads = by_first_letter(_heads())
    leads = by_first_letter(ordered_words("coalition_words", "leads"))
    return re.compile(
        rf"(?P<treaty>(?:{word} ){{0,3}}(?:Treaty|Convention) (?:for|on|of|against)(?: the)? {word}"
        rf"(?: (?:(?:and|of|for|the|on|in|into|to)(?: the)? )?(?!(?:{DATES})\b){word})*)"
        rf"|(?P<headed>(?:{word}{joint} ){{1,5}}(?:{heads})\b"
        r"(?:(?: on| for| of| against| Against| [Tt]o (?:Defeat|Counter|Combat|Stop))(?: the)?"
        rf"(?: (?!(?:{DATES})\b){word})+)?)"
        rf"|(?P<led>(?:{leads})(?: [A-Z][\w’'-]+){{1,6}})"
    )


@cache
def _head_phrases() -> Phrases:
    leads = ordered_words("coalition_words", "leads")
    return Phrases((*_heads(), *leads, *_TREATIES), lasting=True)


@cache
def _heads() -> tuple[str, ...]:
    return (
        *ordered_words("coalition_words", "heads"),
        *ordered_words("coalition_words", "heads_of_space"),
    )


_TREATIES = ("Treaty on", "Treaty of", "Treaty for", "Convention on", "Convention for",
             "Convention of", "Convention against", "Treaty for the")  # fmt: skip


_TREATY = re.compile(r"\b(?:Treaty|Convention) (?:on|of|for|against)\b")
#: What nations do with treaties, near the name of one.
_NATIONS_DO = re.compile(
    r"ratif|sign(?:ed|s|ing|ator|atur)|acced|accession|[Pp]art(?:y|ies)\b|join"
)
_DEED_REACH = 200
_NAME_REACH = 90


#: "Enter Into Space Cooperation Agreements": what papers are on is no body.
_OF_PAPERS = re.compile(r"(?<=Cooperation) (?:Agreement|Arrangement|Deal|Memorand|Pact|Talks)")


def _unknown(text: str, taken: list[CoalitionMention]) -> list[CoalitionMention]:
    """Capitalised names that end as coalitions' names end, and overlap no known one."""
    found: list[CoalitionMention] = []
    busy = [(m.start, m.end) for m in taken]
    closed, index = 0, 0
    for head, end, _ in _head_phrases().find(text):
        if head < closed or _is_taken(busy, head):
            continue
        start = max(closed, text.rfind("\n", 0, head) + 1, head - _NAME_REACH)
        match = _last_covering(text, start, head, end + _NAME_REACH)
        if match is None:
            continue
        while index < len(busy) and busy[index][1] <= match[0]:
            index += 1
        if index < len(busy) and busy[index][0] < match[1]:
            continue
        closed = match[1]
        if inner := _AGREEMENT_OF.match(text, match[0], match[1]):
            match = (inner.end(), match[1])
        end, name = _whole_name(text, *match)
        if _OF_PAPERS.match(text, end):
            continue
        treaty = _TREATY.search(name) and _NATIONS_DO.search(
            text, max(0, match[0] - _DEED_REACH), end + _DEED_REACH
        )
        if treaty or _looks_like_coalition(name):
            found.append(CoalitionMention(match[0], end, None, name))
    return found


def _is_taken(busy: list[tuple[int, int]], position: int) -> bool:
    """Whether a known name holds a position: most heads are those of known names."""
    before = bisect_left(busy, (position + 1,)) - 1
    return before >= 0 and position < busy[before][1]


def _last_covering(text: str, start: int, head: int, end: int) -> tuple[int, int] | None:
    """The name around a head word, stripped of opening words that are no part of it."""
    for match in _unknown_pattern().finditer(text, start, end):
        if match.start() > head:
            return None
        if match.end() <= head or not begins_word(text, match.start()):
            continue
        if text.startswith("-", match.start() - 1):
            # "the U.S.-Africa Space Forum"
            continue
        first, last = match.span()
        for verb in _HEADLINE_VERBS.finditer(text, first, head):
            first = verb.end()
        first = _past_place(text, first, head)
        first = last - len(without_opening(text[first:last]))
        if text[last - 2 : last] in ("’s", "'s"):
            last -= 2
        return first, last
    return None


def _past_place(text: str, first: int, head: int) -> int:
    """Where a name begins behind the nations or the town that stand before it."""
    placed = text.rfind(" in the ", first, head)
    if placed > 0 and any(p in vocabulary().forms for p in text[first:placed].split(" ")):
        # "joining Singapore and Brunei in the Borneo Orbital Safety Pact"
        return placed + len(" in the ")
    met = text.find(" for the ", first, head)
    if met > 0 and text.endswith((" in ", " at "), 0, first):
        # "met in Canberra for the Second Pacific Dialogue"
        return met + len(" for the ")
    return first


#: "the Solar Alliance Framework Agreement" is that of the alliance.
_PAPER_OF = re.compile(
    r"(?:Alliance|Council|Centre|Center|Partnership|Initiative)"
    r"(?P<paper>(?: Framework)? (?:Agreement|Charter|Convention))\Z"
)
#: "… Initiative for Multi-Sectoral Technical and Economic Cooperation".
_GOES_ON = re.compile(r" and ((?!The\b)[A-Z][\w’-]+)(?: [A-Z][\w’-]+)*")


def _whole_name(text: str, first: int, last: int) -> tuple[int, str]:
    """Where a name ends, and the name: without the words that say who leads it and what paper it
    rests on, with what an "and" adds to its purpose.
    """
    name = LED_BY.sub("", text[first:last])
    if paper := _PAPER_OF.search(name):
        return last, name[: paper.start("paper")]
    more = _GOES_ON.match(text, last)
    purpose = " for " in name or " on " in name or " against " in name.lower()
    if more and purpose and more[1] not in vocabulary().forms:
        return more.end(), name + more.group()
    return last, name


#: "Argentina Signs Framework Agreement of International Solar Alliance".
_HEADLINE_VERBS = re.compile(
    r"\b(?:[Ss]igns?|[Jj]oins?|[Ww]elcomes?|Leaves?|Enters?|Invites?)(?: the)? "
)
#: "the Framework Agreement of the International Solar Alliance" is of the alliance.
_AGREEMENT_OF = re.compile(
    r"(?:[A-Z]\w+ )*(?:(?:Agreement|Charter|Convention|Membership|Members|Signatories|Leaders"
    r"|Board|Director|Committee|Secretary|Secretary-General|Assembly|Secretariat|Chair|Head) of"
    r"|(?:Letter of Intent|Memorandum of Understanding|Establishment) (?:for|on|of|to))"
    r" (?:the )?(?=[A-Z])"
)


#: "Moon Base Would Strengthen Space Partnership" is a headline.
_SENTENCE = re.compile(
    r" (?:Would|Will|Could|Should|Must|Is|Are|To|Says?|After|Amid|Over|Plans?|Forms?|Creates?|"
    r"Builds?|Strengthens?|Launches) "
)


def _looks_like_coalition(name: str) -> bool:
    denied = ordered_words("coalition_words", "not_coalitions")
    parts = name.split()
    if _SENTENCE.search(name):
        return False
    if "’s " in name or "'s " in name:
        return False
    led = parts[0] in words("coalition_words", "leads") or name.startswith(_LEADS)
    if led and parts[-1] in _OFFICES:
        # "Education, Training and Exercise Division"
        return False
    if len(parts) < 2 or (not led and any(word in name for word in denied)):
        return False
    of_space = words("coalition_words", "words_of_space")
    headed = any(part in words("coalition_words", "heads") for part in parts)
    if headed or led:
        return True
    # "the Norwegian Space Cell" is of one nation.
    return not _is_of_one_nation(parts) and any(part in of_space for part in parts)


def _is_of_one_nation(parts: list[str]) -> bool:
    """Whether a name opens with that of a nation; "Indian Ocean" is none."""
    forms = vocabulary().forms
    opening = [" ".join(parts[:size]) for size in (3, 2, 1)]
    longest = next((form for form in opening if form in forms), None)
    return longest is not None and bool(forms[longest].nation)


_OFFICES = frozenset(
    {"Division", "Directorate", "Branch", "Section", "Planning", "Director", "Control"}
)
_LEADS = ("Combined ", "Multinational ")


_ACRONYM = re.compile(
    r"(?:(?: \w+)? ?\(“?(?:the )?[\"“]?|, (?:or|known as|called|abbreviated(?: as| to)?) (?:the )?"
    r"(?=[A-Z]\w{0,5}[A-Z](?:,| for )))"
    r"([A-Z][A-Za-z]*[A-Z]\w*(?:-[A-Z]+)?(?: (?:COE|CoE))?)(?:[\"”]?\)|,| for )"
)


def _learnt(text: str, named: list[CoalitionMention]) -> list[CoalitionMention]:
    """Later places of an acronym that the text defines right behind a coalition's name."""
    meanings: dict[str, CoalitionMention] = {}
    known = known_coalitions().slugs
    for mention in named:
        defined = _ACRONYM.match(text, mention.end, mention.end + 40)
        if defined and defined[1] not in known:
            meanings.setdefault(defined[1], mention)
    if not meanings:
        return []
    starts = {m.start for m in named}
    found = []
    for start, end, acronym in Phrases(meanings).find(text):
        meant = meanings[acronym]
        if start > meant.start and start not in starts:
            found.append(meant._replace(start=start, end=end, common_noun=False))
    return found
