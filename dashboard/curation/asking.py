"""What the reader could not settle, as a question to a person, and what their answer changes."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from loaders.curation.proofs import Proof
from loaders.problems import ProblemKind
from loaders.reference import Coalition, Official
from loaders.slugs import slugify

Result = dict[str, Any]
_PERSON = (ProblemKind.UNKNOWN_OFFICIAL, ProblemKind.UNRESOLVED_SPEAKER, ProblemKind.SPEAKER)
# `CAN: letter of intent of Group of Seven`: the standing, and then the name, may hold an “of”.
_CLAIM = re.compile(r"[A-Z]{3}: (?:letter of intent|.+?) of (.+)")
_WHY: dict[str, str] = {
    ProblemKind.UNKNOWN_OFFICIAL: "Nobody of this name is known here yet.",
    ProblemKind.UNKNOWN_COALITION: "No coalition of this name is known here yet.",
}
_SENTENCES: dict[str, str] = {
    ProblemKind.UNANCHORED_DATE: (
        "Which day is “{}”? Give the day of publication above, and it resolves."
    ),
    ProblemKind.IMPOSSIBLE_DATE: "“{}” is no day of the calendar. What is meant?",
    ProblemKind.UNKNOWN_NATION: "Is “{}” a nation? No code is known for it.",
    ProblemKind.COUNT_MISMATCH: "The count and the list differ: “{}”. Which is right?",
    ProblemKind.UNBALANCED_QUOTATION: ("A quotation mark is missing: where does this end? “{}”"),
    ProblemKind.UNKNOWN_STATUS: "“{}”: no standing of this name is declared. Which is meant?",
}


@dataclass(frozen=True)
class Question:
    """One open point: how it is asked, of what sort the answer is, and who comes into question."""

    key: str
    kind: str
    text: str
    why: str
    asks: str
    wants: str | None
    candidates: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """All the open points that its answer settles."""
        return (self.key, *self.also)


@dataclass(frozen=True)
class Answers:
    """What a person said: names to slugs, and which points are no problem at all."""

    persons: Mapping[str, str] = field(default_factory=dict)
    coalitions: Mapping[str, str] = field(default_factory=dict)
    dismissed: frozenset[str] = frozenset()


def questions(
    proof: Proof, officials: Mapping[str, Official], coalitions: Mapping[str, Coalition]
) -> list[Question]:
    """The open points of a proof as questions, in reading order, each name asked about once."""
    asked: dict[tuple[str, str], Question] = {}
    for gap in proof.gaps:
        made = _question(gap, proof, officials, coalitions)
        about = (made.wants, subject(made)) if made.wants else ("", made.key)
        first = asked.setdefault(about, made)
        if made.key not in first.keys:
            asked[about] = replace(first, also=(*first.also, made.key))
    return list(asked.values())


def key_of(gap: Mapping[str, Any]) -> str:
    """What tells one open point from another."""
    return f"{gap['kind']}: {gap['text']}"


def _question(
    gap: Mapping[str, Any],
    proof: Proof,
    officials: Mapping[str, Official],
    coalitions: Mapping[str, Coalition],
) -> Question:
    kind, text = str(gap["kind"]), str(gap["text"])
    why = _WHY.get(kind, str(gap["why"]))
    asks, wants = _SENTENCES.get(kind, "{}").format(text), None
    candidates: tuple[str, ...] = ()
    if kind in _PERSON:
        short = text if len(text) <= 60 else f"{text[:59]}…"
        asks = f"Who is “{short}”?" if len(text.split()) <= 8 else f"Who says “{short}”?"
        wants, candidates = "official", _persons_like(kind, text, proof, officials)
    elif kind == ProblemKind.UNKNOWN_COALITION:
        name = _coalition_named(text)
        asks, wants = f"Which coalition is “{name}”?", "coalition"
        candidates = _coalitions_like(name, coalitions)
    return Question(key_of(gap), kind, text, why, asks, wants, candidates)


_CANDIDATES = 5


def _persons_like(
    kind: str, text: str, proof: Proof, officials: Mapping[str, Official]
) -> tuple[str, ...]:
    """Officials of that name; for “he” or “the general” those whom the article names."""
    words = set(slugify(text).split("-"))
    named = [
        slug for slug, o in officials.items() if words & set(slugify(o.family_name).split("-"))
    ]
    if kind == ProblemKind.UNKNOWN_OFFICIAL:  # a name of somebody's own is not another person's
        return tuple(named)[:_CANDIDATES]
    here = [
        str(item.plain[name])
        for item in proof.items
        for name in ("official", "speaker")
        if item.plain.get(name)
    ]
    return tuple(dict.fromkeys([*named, *here]))[:_CANDIDATES]


def _coalitions_like(name: str, coalitions: Mapping[str, Coalition]) -> tuple[str, ...]:
    words = set(slugify(name).split("-")) - {"the", "of", "and", "for", "space", "initiative"}
    shared = {
        slug: len(words & set(slugify(" ".join([c.name, c.short_name, *c.aliases])).split("-")))
        for slug, c in coalitions.items()
    }
    enough = max(1, len(words) / 2)  # a word such as “lunar” alone makes no candidate
    ranked = sorted((s for s, n in shared.items() if n >= enough), key=lambda s: -shared[s])
    return tuple(ranked[:_CANDIDATES])


def answered(result: Result, answers: Answers) -> Result:
    """The extraction as it would be, had the reader known the answers. The given one stays."""
    if not answers.persons and not answers.coalitions:
        return result
    made = copy.deepcopy(result)
    for person in made["persons"]:
        person["official"] = answers.persons.get(person["name"], person["official"])
    for statement in made["statements"]:
        for speaker in statement["speakers"]:
            known = answers.persons.get(speaker["as_printed"])
            if known and not speaker["official"]:
                speaker["official"], speaker["kind"] = known, "person"
        said = answers.persons.get(statement["text"][:200])
        if said and not statement["speakers"]:
            statement["speakers"] = [
                {"as_printed": "(not named)", "kind": "person", "person": None, "official": said}
            ]
    for claim in made["memberships"]:
        if claim["coalition"] is None:
            claim["coalition"] = answers.coalitions.get(claim["coalition_as_printed"])
    return made


def subject(question: Question) -> str:
    """The printed name that an answer is about."""
    return _coalition_named(question.text) if question.wants == "coalition" else question.text


def _coalition_named(text: str) -> str:
    """The name in an open point: the text itself, or what follows a claim's nation and standing."""
    claim = _CLAIM.fullmatch(text)
    return claim[1] if claim else text


def still_open(proof: Proof, answers: Answers) -> tuple[Any, ...]:
    """The gaps of a proof that no answer settles."""
    settled = {*answers.persons, *answers.coalitions}
    return tuple(
        gap
        for gap in proof.gaps
        if key_of(gap) not in answers.dismissed
        and str(gap["text"]) not in settled
        and _coalition_named(str(gap["text"])) not in answers.coalitions
    )
