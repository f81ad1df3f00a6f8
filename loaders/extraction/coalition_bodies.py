"""Bodies of nations that the atlas holds no entry for: known by name, or by how a text uses them.

A text says of "BRICS" or "SKAO" that nations join it and are its members; an acronym used so is
read as a coalition without a slug, for a person to judge.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from loaders.extraction.coalition_mention import CoalitionMention
from loaders.extraction.phrases import begins_word, compile_phrases
from loaders.extraction.vocabulary import load, ordered_words, words


def find_known_bodies(text: str, taken: list[CoalitionMention]) -> list[CoalitionMention]:
    """Mentions of the bodies that `coalition_words.yaml` lists, none over those `taken`."""
    names = _known_names()
    others = {acronym for acronym in _defined_here(text) if not _is_known_before(text, acronym)}
    if others:
        # "the Space Climate Observatory (SCO)" is not the organisation of Shanghai.
        names = {printed: kept for printed, kept in names.items() if printed not in others}
    pattern = _known_pattern() if not others else compile_phrases(names)
    found = _mentions(text, names, pattern, taken)
    # Of several forms the one printed first stands for all: "OPEC", or "the … (SKAO)".
    first: dict[str, str] = {}
    for mention in found:
        first.setdefault(
            _known_names()[text[mention.start : mention.end]], mention_text(text, mention)
        )
    return [m._replace(name=first[_known_names()[text[m.start : m.end]]]) for m in found]


def mention_text(text: str, mention: CoalitionMention) -> str:
    """The words of a mention as printed."""
    return text[mention.start : mention.end]


def _is_known_before(text: str, acronym: str) -> bool:
    """Whether a known form of the same body, or none at all, stands before its bracket."""
    names = _known_names()
    before = text[: text.find(f"({acronym})")].rstrip()[-90:]
    known = any(before.endswith(p) for p, kept in names.items() if kept == names[acronym])
    return known or _written_out(text, acronym) is None


def _defined_here(text: str) -> dict[str, str]:
    """The acronyms of known bodies that the text puts in brackets, and the name kept for each."""
    if "(" not in text:
        return {}
    return {p: kept for p, kept in _known_names().items() if p.isupper() and f"({p})" in text}


def find_used_bodies(text: str, taken: list[CoalitionMention]) -> list[CoalitionMention]:
    """Mentions of acronyms that the text uses as those of bodies of nations, none over `taken`.

    Where the text spells the acronym out, that is the body's name.
    """
    busy = {m.start for m in taken}
    plain = _mentions(text, names, compile_phrases(names), taken) if (names := _plain(text)) else []
    used = [acronym for acronym, at in _used_as_bodies(text) if at not in busy]
    if not used:
        return plain
    names = {}
    for acronym in used:
        written = _written_out(text, acronym) if acronym.upper() == acronym else None
        names[acronym] = written or acronym
        if written:
            names[written] = written
    return [*plain, *_mentions(text, names, compile_phrases(names), [*taken, *plain])]


def _plain(text: str) -> dict[str, str]:
    """ "the drone coalition", where a text speaks of it more than once."""
    times: dict[str, int] = {}
    for match in _plain_pattern().finditer(text):
        if match[1].split(" ")[0] not in words("coalition_words", "not_plain"):
            times[match[1]] = times.get(match[1], 0) + 1
    return {name: name for name, count in times.items() if count > 1}


@cache
def _plain_pattern() -> re.Pattern[str]:
    heads = "|".join(ordered_words("coalition_words", "plain_heads"))
    return re.compile(
        rf"\b[Tt]he (?:international |multinational )?([a-z]+(?:-[a-z]+)? (?:{heads}))\b"
    )


def _mentions(
    text: str, names: dict[str, str], pattern: re.Pattern[str], taken: list[CoalitionMention]
) -> list[CoalitionMention]:
    found = [
        (m.start(), m.end(), names[m.group()])
        for m in pattern.finditer(text)
        if begins_word(text, m.start())
    ]
    printed = {text[start:end] for start, end, _ in found}
    busy = {place for m in taken for place in range(m.start, m.end)} if found else set()
    return [
        CoalitionMention(start, end, None, name if name in printed else text[start:end])
        for start, end, name in found
        if start not in busy and end - 1 not in busy
    ]


def _written_out(text: str, acronym: str) -> str | None:
    """The capitalised words right before "(IADC)" whose first letters it is made of."""
    at = text.find(f"({acronym})")
    if at < 0:
        return None
    words_before = _CAPITALISED.search(text, max(0, at - 120), at)
    if words_before is None:
        return None
    parts = words_before.group().strip().split(" ")
    while parts and parts[0][0].upper() != acronym[0].upper():
        parts.pop(0)
    return " ".join(parts) if len(parts) > 1 else None


_CAPITALISED = re.compile(r"(?:[A-Z][\w’'-]*(?: (?:of|for|on|and|the|in) ?(?:the )?| ))+\Z")


@cache
def _known_names() -> dict[str, str]:
    """Each printed name and the one kept for it."""
    listed: Any = load("coalition_words")["known_names"]
    return {printed: names[0] for names in listed for printed in names}


@cache
def _known_pattern() -> re.Pattern[str]:
    return compile_phrases(_known_names())


def _used_as_bodies(text: str) -> list[tuple[str, int]]:
    """The acronyms that the text says nations join or are members of, with a place of such use."""
    denied = words("coalition_words", "not_acronyms")
    uses: dict[str, int] = {}
    for match in _uses().finditer(text):
        group = match.lastgroup or "before"
        acronym = match[group]
        if group == "name":
            if not any(part in acronym for part in ordered_words("coalition_words", "not_by_use")):
                uses.setdefault(acronym, match.start(group))
        elif acronym not in denied and sum(sign.isupper() for sign in acronym) > 2:
            uses.setdefault(acronym, match.start(group))
    return list(uses.items())


@cache
def _uses() -> re.Pattern[str]:
    before = "|".join(ordered_words("coalition_words", "belonging_before"))
    behind = "|".join(ordered_words("coalition_words", "belonging_behind"))
    heads = "|".join(ordered_words("coalition_words", "heads_by_use"))
    acronym = r"[A-Z][A-Za-z]*[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)?"
    return re.compile(
        rf"\b(?:{before})(?: the)? (?P<before>{acronym})\b(?!['’-])"
        rf"|\b(?:{before})(?: the)? (?:[A-Z][\w-]+ (?:of |for |on |and )?){{2,7}}"
        rf"\((?P<defined>{acronym})\)"
        rf"|\b(?:{before}) the (?P<name>"
        rf"(?:[A-Z][\w-]+ (?:of |for |on |and |the )?){{1,5}}?(?:{heads}))\b"
        rf"|\b(?P<behind>[A-Z]{{3,}}[A-Za-z0-9]*) (?:{behind})\b"
    )
