"""The forms of English verbs: "sign" is also found as signs, signed and signing."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from loaders.extraction.language.vocabulary import load, words


class Form(NamedTuple):
    """What a printed form of a verb can be; "held" is both past and participle."""

    base: bool = False
    third: bool = False
    past: bool = False
    participle: bool = False
    ing: bool = False

    def joined(self, other: Form) -> Form:
        """What the form can be if it can be either."""
        return Form(*(one or two for one, two in zip(self, other, strict=True)))


_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|o)\Z")
_CONSONANT_Y = re.compile(r"[^aeiou]y\Z")
_SHORT = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]\Z")
_BE = {
    "be": Form(base=True),
    "is": Form(third=True),
    "are": Form(third=True),
    "was": Form(past=True),
    "were": Form(past=True),
    "been": Form(participle=True),
    "being": Form(ing=True),
}


def forms_of(verb: str) -> dict[str, Form]:
    """Every printed form of a verb; of a phrase ("kick off") the first word is inflected."""
    word, _, rest = verb.partition(" ")
    found: dict[str, Form] = {}
    for printed, form in _word_forms(word):
        written = f"{printed} {rest}" if rest else printed
        found[written] = found.get(written, Form()).joined(form)
    return found


@cache
def irregular_verbs() -> dict[str, tuple[str, str]]:
    """Past and participle, by their base, of the verbs that do not form them with -ed."""
    return {base: tuple(forms.split()) for base, forms in load("inflection")["irregular"].items()}


def _word_forms(word: str) -> list[tuple[str, Form]]:
    if word == "be":
        return list(_BE.items())
    prefix, _, root = word.rpartition("-")
    doubled, plain = words("inflection", "doubled"), frozenset[str]()
    regular = _ed(root, doubled)
    past, participle = irregular_verbs().get(root, (regular, regular))
    listed = [
        (root, Form(base=True)),
        (_s(root), Form(third=True)),
        (past, Form(past=True)),
        (participle, Form(participle=True)),
        (_ing(root, doubled), Form(ing=True)),
    ]
    if root in doubled and root.endswith("l"):
        # "cancelled" in London, "canceled" in Washington
        listed += [
            (_ed(root, plain), Form(past=True, participle=True)),
            (_ing(root, plain), Form(ing=True)),
        ]
    return [(f"{prefix}-{printed}" if prefix else printed, form) for printed, form in listed]


def _s(verb: str) -> str:
    if verb == "have":
        return "has"
    if _SIBILANT.search(verb):
        return verb + "es"
    return verb[:-1] + "ies" if _CONSONANT_Y.search(verb) else verb + "s"


def _stem(verb: str, doubled: frozenset[str]) -> str:
    return verb + verb[-1] if verb in doubled or _SHORT.fullmatch(verb) else verb


def _ed(verb: str, doubled: frozenset[str]) -> str:
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if _CONSONANT_Y.search(verb) else _stem(verb, doubled) + "ed"


def _ing(verb: str, doubled: frozenset[str]) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return _stem(verb, doubled) + "ing"
