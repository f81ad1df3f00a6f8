"""Bodies of nations that the atlas holds no entry for: known by name, or by how a text uses them.

A text says of "BRICS" or "SKAO" that nations join it and are its members; an acronym used so is
read as a coalition without a slug, for a person to judge.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from loaders.extraction.coalitions.body_names import DATES, LED_BY, is_plain_name
from loaders.extraction.coalitions.mention import CoalitionMention, covered_by, outside
from loaders.extraction.language.phrases import Phrases
from loaders.extraction.language.tries import by_first_letter
from loaders.extraction.language.vocabulary import load, ordered_words, words
from loaders.extraction.language.word_places import matches_at, word_places
from loaders.extraction.nations.vocabulary import vocabulary


def find_known_bodies(text: str, taken: list[CoalitionMention]) -> list[CoalitionMention]:
    """Mentions of the bodies that `coalition_words.yaml` lists, none over those `taken`."""
    names = _known_names()
    others = {acronym for acronym in _defined_here(text) if not _is_known_before(text, acronym)}
    named: dict[str, str] = {}
    if others:
        # "the Space Climate Observatory (SCO)" is not the organisation of Shanghai.
        names = {printed: kept for printed, kept in names.items() if printed not in others}
        # … but a body too, under the name that the text gives it.
        named = {acronym: _written_out(text, acronym) or acronym for acronym in others}
        names |= named | {written: written for written in named.values()}
    phrases = Phrases(names) if others else _known_phrases()
    found = _mentions(text, names, phrases, taken)
    # Of several forms in one text the one listed first stands for all.
    if not found:
        return []
    order = _order_of_names()
    kept = {name: name for name in named.values()}
    for printed in sorted({mention_text(text, m) for m in found}, key=lambda p: order.get(p, 0)):
        kept.setdefault(names[printed], printed)
    return [m._replace(name=kept[names[mention_text(text, m)]]) for m in found]


def find_centres(text: str, taken: list[CoalitionMention]) -> list[CoalitionMention]:
    """Mentions of centres of excellence by their full names, none over those `taken`."""
    if " of Excellence" not in text:
        return []
    centres = ((m.start(), m.end(), m.group()) for m in _CENTRE.finditer(text))
    return [
        CoalitionMention(start, end, None, name)
        for start, end, name in outside(centres, covered_by(taken))
    ]


#: "NATO Energy Security Centre of Excellence", "Centre of Excellence for Cold Weather Operations".
_CENTRE = re.compile(
    r"(?!The |A |An |This |Our |New |Its )\b[A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+){0,5}"
    r" Cent(?:re|er) of Excellence(?: (?:for|on)(?: [A-Z][\w-]+)+)?"
    r"|\bCent(?:re|er) of Excellence (?:for|on)(?: [A-Z][\w-]+)+"
)


def mention_text(text: str, mention: CoalitionMention) -> str:
    """The words of a mention as printed."""
    return text[mention.start : mention.end]


def _is_known_before(text: str, acronym: str) -> bool:
    """Whether a known form of the same body, or none at all, stands before its bracket."""
    names = _known_names()
    before = text[: text.find(f"({acronym})")].rstrip()[-90:]
    known = any(before.endswith(p) for p, kept in names.items() if kept == names[acronym])
    return known or _written_out(text, acronym) is None


def _defined_here(text: str) -> set[str]:
    """The acronyms of known bodies that the text puts in brackets."""
    if "(" not in text:
        return set()
    return {acronym for acronym in _BRACKETED.findall(text) if acronym in _known_names()}


_BRACKETED = re.compile(r"\(([A-Z][A-Z-]{1,12})\)")


def find_used_bodies(text: str, taken: list[CoalitionMention]) -> list[CoalitionMention]:
    """Mentions of acronyms that the text uses as those of bodies of nations, none over `taken`.

    Where the text spells the acronym out, that is the body's name.
    """
    busy = {m.start for m in taken}
    plain = _mentions(text, names, Phrases(names), taken) if (names := _plain(text)) else []
    used = [acronym for acronym, at in _used_as_bodies(text) if at not in busy]
    if not used:
        return plain
    names = {}
    for acronym in used:
        written = _written_out(text, acronym) if acronym.upper() == acronym else None
        if written and _is_national_service(written):
            continue
        names[acronym] = written or acronym
        if written:
            names[written] = written
    return [*plain, *_mentions(text, names, Phrases(names), [*taken, *plain])]


def _plain(text: str) -> dict[str, str]:
    """ "the drone coalition", where a text speaks of it more than once."""
    places = word_places(text)
    if places.keys().isdisjoint(ordered_words("coalition_words", "plain_heads")):
        return {}
    times: dict[str, int] = {}
    for match in matches_at(_plain_pattern(), text, places.of(_ARTICLES)):
        name = match["name"]
        if is_plain_name(name):
            # Named as one joins it, led by somebody, or between quotation marks: once is enough.
            sure = match["led"] or match["mark"] or _is_joined(text, match.start())
            times[name] = times.get(name, 0) + (2 if sure else 1)
    return {
        name: name
        for name, count in times.items()
        # "the drone coalition … the coalition has already been joined by"
        if count > 1 or (len(times) == 1 and re.search(rf"\b[Tt]he {name.split(' ')[-1]}\b", text))
    }


_ARTICLES = ("The", "the", "A", "a", "An", "an")


def _is_joined(text: str, at: int) -> bool:
    before = text[max(0, at - _LONGEST_BELONGING) : at].rstrip()
    return before.endswith(tuple(ordered_words("coalition_words", "belonging_before")))


_LONGEST_BELONGING = 24


@cache
def _plain_pattern() -> re.Pattern[str]:
    heads = "|".join(ordered_words("coalition_words", "plain_heads"))
    return re.compile(
        r"(?:[Tt]he|[Aa]n?) (?:international |multinational |new )?"
        r"(?P<led>(?:[A-Z]\w+ and )?[A-Z]\w+-led )?"
        rf"(?P<mark>[“\"‘'])?(?P<name>(?!new )[a-z]+(?:[- ][a-z]+){{0,2}} (?:{heads}))\b"
    )


def _mentions(
    text: str, names: dict[str, str], phrases: Phrases, taken: list[CoalitionMention]
) -> list[CoalitionMention]:
    found = [place for place in phrases.find(text) if not _opens_another(text, *place)]
    printed = {name for _, _, name in found}
    return [
        CoalitionMention(start, end, None, names[name] if names[name] in printed else name)
        for start, end, name in (outside(found, covered_by(taken)) if found else ())
    ]


def _opens_another(text: str, start: int, end: int, name: str) -> bool:
    """ "GCC SATCOM SP": an acronym right before another is part of a longer one."""
    return name.isupper() and end - start < _SHORT and bool(_ANOTHER.match(text, end))


#: So long acronyms are; a heading in capitals goes on with longer words.
_SHORT = 5
_ANOTHER = re.compile(r" [A-Z]{2,8}(?: [A-Z]{2,3})?\b(?! [A-Z]{2})(?=[^\n]*[a-z])")


def _written_out(text: str, acronym: str) -> str | None:
    """The capitalised words right before "(IADC)" whose first letters it is made of."""
    at = text.find(f"({acronym})")
    if at < 0:
        return None
    words_before = _CAPITALISED.search(text, max(0, at - 120), at)
    if words_before is None:
        return None
    parts = words_before.group().strip().split(" ")
    while parts and (parts[0][0].upper() != acronym[0].upper() or parts[0].islower()):
        parts.pop(0)
    return " ".join(parts) if len(parts) > 1 else None


_CAPITALISED = re.compile(r"(?:[A-Z][\w’'-]*(?: (?:of|for|on|and|the|in) ?(?:the )?| ))+\Z")


@cache
def _known_names() -> dict[str, str]:
    """Each printed name and the one kept for it."""
    listed: Any = load("coalition_words")["known_names"]
    return {printed: names[0] for names in listed for printed in names}


def is_listed(name: str) -> bool:
    """Whether a name is one of those that `coalition_words.yaml` lists."""
    return name in _known_names()


@cache
def _order_of_names() -> dict[str, int]:
    return {printed: at for at, printed in enumerate(_known_names())}


@cache
def _known_phrases() -> Phrases:
    return Phrases(_known_names(), lasting=True)


def _used_as_bodies(text: str) -> list[tuple[str, int]]:
    """The names that the text says nations join or are members of, with a place of such use."""
    uses: dict[str, int] = {}
    for _, end, _ in _joining_words().find(text):
        if named := _joined_name().match(text, end):
            group = named.lastgroup or "before"
            name = _without_place(named[group]) if group == "opened" else named[group]
            # "the NATO-led Sky Watch initiative": its leader is named before, and no other body.
            led = LED_BY.match(name)
            name = name[led.end() :] if led else name
            if _is_body(name, is_name=group in ("name", "opened")):
                uses.setdefault(name, named.start(group) + (led.end() if led else 0))
    for start, _, _ in _member_words().find(text):
        owner = _OWNER.search(text, max(0, start - _LONGEST_ACRONYM), start)
        if owner and _is_body(owner[1], is_name=False):
            uses.setdefault(owner[1], owner.start(1))
    return list(uses.items())


def _without_place(name: str) -> str:
    """ "the Convention on Rivers in the United States" ends before the place."""
    nations = vocabulary().forms
    for found in _PLACE.finditer(name):
        rest = name[found.end() :]
        if any(
            rest.startswith(form)
            for form in (rest.split(" ")[0], " ".join(rest.split(" ")[:2]))
            if form in nations
        ):
            return name[: found.start()]
    return name


_PLACE = re.compile(r",? in the |, ")


def _is_national_service(name: str) -> bool:
    """ "Japan Air Self-Defense Force": a service of one nation, whose members are its own."""
    opening = name.split(" ")[0]
    service = name.endswith(tuple(ordered_words("coalition_words", "generic_names")))
    return service and opening in vocabulary().forms


#: "PRISM " before "members".
_OWNER = re.compile(r"(?<![\w-])([A-Z]{3,}[A-Za-z0-9]*) \Z")
_LONGEST_ACRONYM = 20


def _is_body(name: str, is_name: bool) -> bool:
    """Whether a name or an acronym used like that of a body can be one."""
    if is_name:
        whole = f" {name} "
        return not any(f" {w} " in whole for w in ordered_words("coalition_words", "not_by_use"))
    denied = words("coalition_words", "not_acronyms")
    return name not in denied and sum(sign.isupper() for sign in name) > 2


@cache
def _joining_words() -> Phrases:
    return Phrases(ordered_words("coalition_words", "belonging_before"), lasting=True)


@cache
def _member_words() -> Phrases:
    return Phrases(ordered_words("coalition_words", "belonging_behind"), lasting=True)


@cache
def _joined_name() -> re.Pattern[str]:
    """What can stand behind "joined": "PRISM", "the … Watch (ODW)", "the Paris Club"."""
    heads = by_first_letter(ordered_words("coalition_words", "heads_by_use"))
    opening = by_first_letter(ordered_words("coalition_words", "opening_heads"))
    acronym = r"[A-Z][A-Za-z]*[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)?"
    word = r"[A-Z][\w-]{0,30} (?:of |for |on |and )?"
    # "a member of the Alliance on Monday": a date is no part of a name.
    plain, joint = (
        rf"(?!(?:{DATES})\b)[A-Z][\w-]{{0,30}}",
        r"(?:on|for|of|to|against|Against)(?: the)? ",
    )
    joint_or_space = rf"(?: (?:and |the |into |in the |{joint})?|, (?:including the )?)"
    return re.compile(
        rf"(?: the)? (?:(?P<opened>(?<=the )(?:{plain} ){{0,3}}(?:{opening}) {joint}{plain}"
        rf"(?:{joint_or_space}{plain}){{0,16}})"
        rf"|(?P<before>{acronym})\b(?!['’-])"
        rf"|(?:{word}){{2,7}}\((?P<defined>{acronym})\)"
        rf"|(?<=the )(?P<name>(?:{word}(?:the )?){{1,5}}?(?:{heads})(?: (?:{heads}))*"
        rf"|Commonwealth(?! of| Bank| Games))\b)"
    )
