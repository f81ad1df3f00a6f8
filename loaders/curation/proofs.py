"""A proof: one article with the facts proposed for it, as a person reads them over.

Nothing here touches a file. A proof is made from the reader's extraction, or from a facts file;
each decision gives a new proof; `content` is what its facts file will say.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from loaders.build.passages import spans
from loaders.curation.passages import (
    PassageMissingError,
    grounds,
    own_words,
    place,
    selector,
    words_of,
)
from loaders.facts.extracted import Known, plain_facts
from loaders.facts.models import FREE_RIGHTS, SECTIONS, State, StatementKind
from loaders.facts.passages import shortened

Plain = dict[str, Any]
SURE = 0.85
_BY_RULE = ("rule", "confidence")


class Decision(StrEnum):
    """What a person said of a fact."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True)
class Item:
    """One proposed fact: `plain` as it will be written, `found` as the reader gave it.

    `found` is None where a person added the fact. `start` is where its evidence begins.
    """

    key: str
    section: str
    plain: Plain
    found: Plain | None
    start: int
    decision: Decision = Decision.OPEN

    @property
    def confidence(self) -> float:
        """The reader's own confidence, 0 to 1; 1 for what a person added."""
        return float((self.found or {}).get("confidence") or 1)

    @property
    def changed(self) -> bool:
        """Whether a person changed what the reader found, or added the fact."""
        return self.found is None or self.plain != self.found


@dataclass(frozen=True)
class Proof:
    """An article, its body as held (None where only passages are), and the facts proposed."""

    id: str
    article: Plain
    text: str | None
    items: tuple[Item, ...]
    gaps: tuple[Plain, ...]

    def item(self, key: str) -> Item | None:
        """The item of a key."""
        return next((item for item in self.items if item.key == key), None)

    def of(self, decision: Decision) -> list[Item]:
        """The items with one decision, in reading order."""
        return [item for item in self.items if item.decision is decision]

    @property
    def settled(self) -> bool:
        """Whether every proposed fact was decided on."""
        return not self.of(Decision.OPEN)


def proof_of(result: Mapping[str, Any], identity: str, text: str, known: Known) -> Proof:
    """The proof of an article's extraction (the JSON contract), all facts open."""
    made = plain_facts(result, identity, known)
    items = []
    counts: dict[str, int] = {}
    for section in SECTIONS:
        for start, fact in made.lists.get(section, []):
            stem = _key(section, fact)
            counts[stem] = number = counts.get(stem, 0) + 1
            key = stem if number == 1 else f"{stem}-{number}"
            items.append(Item(key, section, fact, fact, start))
    gaps = tuple({**gap, "start": start} for start, gap in made.problems)
    return Proof(identity, made.article, text, tuple(_in_reading_order(items)), gaps)


def proof_of_file(identity: str, content: Mapping[str, Any], text: str | None) -> Proof:
    """The proof of a facts file: what has no rule was vouched for by a person."""
    items = []
    for section in SECTIONS:
        for number, fact in enumerate(content.get(section) or []):
            vouched = not fact.get("rule")
            decision = Decision.ACCEPTED if vouched else Decision.OPEN
            start = start_of(fact, text) if text else 0
            items.append(
                Item(f"{section}-{number}", section, dict(fact), dict(fact), start, decision)
            )
    gaps = tuple(dict(gap) for gap in content.get("problems") or [])
    return Proof(identity, dict(content["article"]), text, tuple(items), gaps)


def redrafted(old: Proof, new: Proof) -> Proof:
    """The new extraction of the same article with all that a person decided on the old one.

    Field by field: what the person changed stays, what they left takes the new value. So when
    the day of publication is corrected, relative days resolve again under an edited title.
    """
    before = {item.key: item for item in old.items}
    items = [_carried(before.pop(item.key, None), item) for item in new.items]
    items += [item for item in before.values() if item.decision is not Decision.OPEN]
    return replace(old, text=new.text, items=tuple(_in_reading_order(items)), gaps=new.gaps)


def _carried(old: Item | None, new: Item) -> Item:
    if old is None or old.found is None or new.found is None:
        return new
    own = {name: value for name, value in old.plain.items() if value != old.found.get(name)}
    dropped = {name for name in old.found if name not in old.plain}
    merged = {**new.found, **own}
    plain = {name: value for name, value in merged.items() if name not in dropped}
    return replace(new, plain=plain, decision=old.decision)


def decided(proof: Proof, key: str, decision: Decision) -> Proof:
    """The proof with one item decided on."""
    return _with(proof, key, lambda item: replace(item, decision=decision))


def edited(proof: Proof, key: str, plain: Plain) -> Proof:
    """The proof with one fact put right, which accepts it."""
    kept = {name: value for name, value in plain.items() if value not in (None, "", [], ())}
    return _with(proof, key, lambda item: replace(item, plain=kept, decision=Decision.ACCEPTED))


def amended(proof: Proof, key: str, changes: Mapping[str, Any]) -> Proof:
    """The proof with some fields of one fact changed, which decides nothing."""
    return _with(
        proof,
        key,
        lambda item: replace(
            item, plain={n: v for n, v in {**item.plain, **changes}.items() if v not in (None, "")}
        ),
    )


def added(proof: Proof, section: str, plain: Plain) -> Proof:
    """The proof with a fact that a person found."""
    kept = {name: value for name, value in plain.items() if value not in (None, "", [], ())}
    number = 1 + sum(item.found is None for item in proof.items)
    start = start_of(kept, proof.text) if proof.text else 0
    item = Item(f"added-{number}", section, kept, None, start, Decision.ACCEPTED)
    items = tuple(_in_reading_order([*proof.items, item]))
    return replace(proof, items=items, article=_not_reviewed(proof.article))


def compiled(proof: Proof, by: str | None, on: str) -> Proof:
    """The proof with who decided on its facts and when, once every fact is decided on.

    What a second person vouched for stays as it is. `by` is None where nobody gave a name.
    """
    article = {n: v for n, v in proof.article.items() if n not in ("compiled_by", "compiled_on")}
    if article.get("state") == State.REVIEWED:
        return proof
    if proof.settled:
        article["state"] = str(State.COMPILED)
        article |= {"compiled_by": by, "compiled_on": on} if by else {"compiled_on": on}
    return replace(proof, article=article)


def reviewed(proof: Proof, by: str, on: str) -> Proof:
    """The proof vouched for by a second person. Raises ValueError while a fact is undecided."""
    if not proof.settled:
        raise ValueError("decide on every fact first")
    vouched = {"state": str(State.REVIEWED), "reviewed_by": by, "reviewed_on": on}
    return replace(proof, article={**proof.article, **vouched})


def _with(proof: Proof, key: str, change: Callable[[Item], Item]) -> Proof:
    items = tuple(change(item) if item.key == key else item for item in proof.items)
    return replace(proof, items=items, article=_not_reviewed(proof.article))


def _not_reviewed(article: Plain) -> Plain:
    """The article as the first reader left it: whoever changes a fact is not its reviewer."""
    kept = {name: v for name, v in article.items() if name not in ("reviewed_by", "reviewed_on")}
    if kept.get("state") == State.REVIEWED:
        return {**kept, "state": str(State.COMPILED)}
    return kept


def start_of(fact: Plain, text: str | None) -> int:
    """Where a fact's evidence begins in the text; 0 where that is not known."""
    found = [span[0] for span in item_spans(Item("", "", fact, fact, 0), text)]
    return min(found, default=0)


def item_spans(item: Item, text: str | None) -> list[tuple[int, int]]:
    """Where an item's passages stand in the text; those that do not are left out."""
    if text is None:
        return []
    found: list[tuple[int, int]] = []
    for passage in grounds(item.plain):
        try:
            found.append(place(passage, text, found[-1][0] if found else item.start))
        except PassageMissingError:
            continue
    return found


def content(proof: Proof) -> Plain:
    """What the facts file says: accepted facts as a person's, open ones with their rule.

    Rejected facts are left out; gaps that were answered are gone from the proof already.
    """
    read_over = State.COMPILED if proof.settled else State.EXTRACTED
    state = State.REVIEWED if proof.article.get("state") == State.REVIEWED else read_over
    made: Plain = {"article": {**proof.article, "state": str(state)}}
    if state is State.EXTRACTED:
        for name in ("compiled_by", "compiled_on"):
            made["article"].pop(name, None)
    for section in SECTIONS:
        facts = [
            _written(item, proof)
            for item in proof.items
            if item.section == section and item.decision is not Decision.REJECTED
        ]
        if facts:
            made[section] = facts
    gaps = [{name: gap[name] for name in ("kind", "text", "why")} for gap in proof.gaps]
    if gaps:
        made["problems"] = gaps
    return made


def _written(item: Item, proof: Proof) -> Plain:
    fact = dict(item.plain)
    if item.decision is Decision.ACCEPTED:
        for name in _BY_RULE:
            fact.pop(name, None)
    if proof.text is None:
        return fact
    free = proof.article.get("rights") in FREE_RIGHTS
    return _anchored(fact, item, proof.text, free=free)


def _anchored(fact: Plain, item: Item, text: str, *, free: bool) -> Plain:
    """The fact with each passage told apart from others that read the same."""
    words = words_of(fact.get("passage"))
    if (
        not words
        and fact.get("kind") != StatementKind.PARAPHRASE
        and "as_printed" in fact
        and "text" in fact
    ):
        parts = own_words(fact)
        if not _stands_once(parts[0], text):
            words = parts
    if not words:
        return fact
    placed: list[str | Plain] = []
    near = item.start
    for passage in words:
        short = passage if free or "text" in fact else shortened(passage)
        try:
            placed.append(selector(short, text, near))
            near = place(short, text, near)[1]
        except PassageMissingError:
            placed.append(passage)
    return {**fact, "passage": placed[0] if len(placed) == 1 else placed}


def _stands_once(words: str, text: str) -> bool:
    return sum(1 for _ in zip(spans(words, text), range(2), strict=False)) == 1


def _in_reading_order(items: list[Item]) -> list[Item]:
    order = {section: number for number, section in enumerate(SECTIONS)}
    return sorted(items, key=lambda item: (item.start, order[item.section], item.key))


def attention(items: Iterator[Item] | list[Item]) -> list[Item]:
    """Items with the unsure first, the open ones before the decided."""
    return sorted(items, key=lambda i: (i.decision is not Decision.OPEN, i.confidence, i.start))


def fingerprint(section: str, fact: Plain) -> str:
    """What identifies an extracted fact: all it says, but not how sure the reader was."""
    said = {name: value for name, value in fact.items() if name not in _BY_RULE}
    stable = json.dumps([section, said], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(stable.encode()).hexdigest()[:16]


def _key(section: str, fact: Plain) -> str:
    """A key that stays while the fact is about the same thing, whatever its dates."""
    about = {
        "persons": ("official",),
        "posts": ("official", "title", "organisation"),
        "memberships": ("coalition", "nations", "status"),
        "announcements": ("title",),
        "statements": ("text",),
    }[section]
    return f"{section}-{fingerprint(section, {name: fact.get(name) for name in about})}"
