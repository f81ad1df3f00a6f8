"""What the reader could not settle, as a question to a person, and what their answer changes."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from loaders.curation.proofs import Proof
from loaders.reference import Coalition, Official
from loaders.slugs import slugify

Result = dict[str, Any]
_PERSON = ("unknown official", "unresolved speaker", "speaker")
_COALITION = ("unknown coalition",)
_SENTENCES = {
    "unanchored date": "Which day is “{}”? Give the day of publication above, and it resolves.",
    "impossible date": "“{}” is no day of the calendar. What is meant?",
    "unknown nation": "Is “{}” a nation? No code is known for it.",
    "count mismatch": "The count and the list differ: “{}”. Which is right?",
    "unbalanced quotation": "A quotation mark is missing: where does this end? “{}”",
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


@dataclass(frozen=True)
class Answers:
    """What a person said: names to slugs, and which points are no problem at all."""

    persons: Mapping[str, str] = field(default_factory=dict)
    coalitions: Mapping[str, str] = field(default_factory=dict)
    dismissed: frozenset[str] = frozenset()


def questions(
    proof: Proof, officials: Mapping[str, Official], coalitions: Mapping[str, Coalition]
) -> list[Question]:
    """The open points of a proof as questions, in reading order, each asked once."""
    asked: dict[str, Question] = {}
    for gap in proof.gaps:
        made = _question(gap, proof, officials, coalitions)
        asked.setdefault(made.key, made)
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
    kind, text, why = str(gap["kind"]), str(gap["text"]), str(gap["why"])
    asks, wants = _SENTENCES.get(kind, "{}").format(text), None
    candidates: tuple[str, ...] = ()
    if kind in _PERSON:
        short = text if len(text) <= 60 else f"{text[:59]}…"
        asks = f"Who is “{short}”?" if len(text.split()) <= 8 else f"Who says “{short}”?"
        wants, candidates = "official", _persons_like(text, proof, officials)
    elif kind in _COALITION:
        name = text.rsplit(" of ", 1)[-1]
        asks, wants = f"Which coalition is “{name}”?", "coalition"
        candidates = _coalitions_like(name, coalitions)
    return Question(key_of(gap), kind, text, why, asks, wants, candidates)


_CANDIDATES = 5


def _persons_like(text: str, proof: Proof, officials: Mapping[str, Official]) -> tuple[str, ...]:
    """Officials of that name; for “he” or “the general” those whom the article names."""
    words = set(slugify(text).split("-"))
    named = [
        slug for slug, o in officials.items() if words & set(slugify(o.family_name).split("-"))
    ]
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
    ranked = sorted((slug for slug, n in shared.items() if n), key=lambda slug: -shared[slug])
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
    return question.text.rsplit(" of ", 1)[-1] if question.wants == "coalition" else question.text


def still_open(proof: Proof, answers: Answers) -> tuple[Any, ...]:
    """The gaps of a proof that no answer settles."""
    settled = {*answers.persons, *answers.coalitions}
    return tuple(
        gap
        for gap in proof.gaps
        if key_of(gap) not in answers.dismissed
        and str(gap["text"]) not in settled
        and str(gap["text"]).rsplit(" of ", 1)[-1] not in answers.coalitions
    )
