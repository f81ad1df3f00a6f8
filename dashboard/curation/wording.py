"""One line for each proposed fact, and for how sure the reader was (plain text, not Markdown)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.summaries import post_in_words, standing_claimed, when_happened
from loaders import dates, nations
from loaders.curation.passages import own_words, words_of
from loaders.curation.proofs import SURE, Item

_MANY = 6


@dataclass(frozen=True)
class Names:
    """What slugs are called."""

    coalitions: Mapping[str, str]
    officials: Mapping[str, str]


class _Filled(dict[str, Any]):
    def __missing__(self, key: str) -> None:
        return None


def in_a_line(section: str, plain: Mapping[str, Any], names: Names) -> str:
    """Say a proposed fact in one line; dates that are not EDTF stand as they were typed."""
    return _LINES[section](_Filled(_readable(plain)), names)


def _readable(plain: Mapping[str, Any]) -> dict[str, Any]:
    """The fact without dates that cannot be read, so that a slip of the pen is still shown."""
    return {
        name: value
        for name, value in plain.items()
        if not name.endswith(("date", "attested_on")) or _is_edtf(value)
    }


def _is_edtf(value: object) -> bool:
    try:
        dates.bounds(str(value))
    except ValueError:
        return False
    return True


def _membership(plain: Mapping[str, Any], names: Names) -> str:
    coalition = names.coalitions.get(plain["coalition"], plain["coalition"] or "?")
    return f"{coalition}: {nations_in_words(plain['nations'])}. {standing_claimed(plain)}"


def nations_in_words(codes: Any) -> str:
    """Some nations by name; of many the first and how many more."""
    listed = [codes] if isinstance(codes, str) else list(codes or [])
    shown = ", ".join(nations.name(code) for code in listed[:_MANY])
    return f"{shown} and {len(listed) - _MANY} more" if len(listed) > _MANY else shown


def _announcement(plain: Mapping[str, Any], names: Names) -> str:
    return f"{plain['title']} · {plain['kind']}, {when_happened(plain)}"


def _statement(plain: Mapping[str, Any], names: Names) -> str:
    who = names.officials.get(plain["speaker"] or "", plain["as_printed"] or "nobody named")
    said = " … ".join(own_words(dict(plain)))
    return f"{who}: {said if len(said) <= 160 else f'{said[:159]}…'}"


def _post(plain: Mapping[str, Any], names: Names) -> str:
    who = names.officials.get(plain["official"] or "", plain["official"] or "?")
    return f"{who}: {post_in_words(plain)}"


def _person(plain: Mapping[str, Any], names: Names) -> str:
    who = names.officials.get(plain["official"] or "", plain["official"] or "?")
    from_where = f" ({plain['nationality_from']})" if plain["nationality_from"] else ""
    nation = f"{nations.name(plain['nationality'])}{from_where}" if plain["nationality"] else None
    return ", ".join(filter(None, (who, plain["rank"], nation)))


_LINES: dict[str, Callable[[Mapping[str, Any], Names], str]] = {
    "memberships": _membership, "announcements": _announcement, "statements": _statement,
    "posts": _post, "persons": _person,
}  # fmt: skip


def passage_shown(item: Item) -> str | None:
    """The passage as a card quotes it; None where the line says the same words already."""
    words = words_of(item.plain.get("passage"))
    said = " ".join([*own_words(dict(item.plain)), str(item.plain.get("title") or "")])
    if all(_bare(passage) in _bare(said) for passage in words):
        return None
    return " … ".join(words)


def _bare(text: str) -> str:
    return " ".join(text.split()).strip(" .,;:“”\"'").casefold()


def sureness(item: Item) -> str:
    """How sure the reader was, in words and per cent, and by which rule."""
    if item.found is None:
        return "added by hand"
    if not item.found.get("rule"):
        return "from the facts file"
    word = "sure" if item.confidence >= SURE else "unsure"
    return f"{word}, {item.confidence:.0%} · {item.found['rule']}"
