"""What lies on the desk: an article being read over, with all that was decided so far (pure).

A desk lives in one visitor's session until it is saved; everything here gives a new desk.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from typing import Any

from dashboard.curation.asking import Answers, answered, still_open
from loaders.curation.aliases import Alias, bearer
from loaders.curation.declaring import Declaration
from loaders.curation.proofs import Proof, proof_of, redrafted
from loaders.curation.uploads import Upload
from loaders.facts.extracted import Known
from loaders.reference import Coalition, Official, Reference

Extract = Callable[[str, str, str | None], dict[str, Any]]


@dataclass(frozen=True)
class Desk:
    """One article on its way into the data.

    `result` is the extraction as it came (None where only a facts file is at hand);
    `started_from` the version of the facts file it began with, None for a new article.
    """

    proof: Proof
    result: dict[str, Any] | None
    started_from: str | None = None
    answers: Answers = field(default_factory=Answers)
    declared: tuple[Declaration, ...] = ()
    aliases: tuple[Alias, ...] = ()

    def known(self, reference: Reference) -> Known:
        """The slugs that facts may use: the vocabulary and what was declared here."""
        return Known(
            {*reference.coalitions, *self._slugs(Coalition)},
            {*reference.officials, *self._slugs(Official)},
        )

    def coalitions(self, reference: Reference) -> dict[str, Coalition]:
        """All coalitions by slug, those declared here too."""
        own = {d.entry.slug: d.entry for d in self.declared if isinstance(d.entry, Coalition)}
        return {**reference.coalitions, **own}

    def officials(self, reference: Reference) -> dict[str, Official]:
        """All officials by slug, those declared here too."""
        own = {d.entry.slug: d.entry for d in self.declared if isinstance(d.entry, Official)}
        return {**reference.officials, **own}

    def _slugs(self, model: type) -> set[str]:
        return {d.entry.slug for d in self.declared if isinstance(d.entry, model)}


def desk_for(
    upload: Upload, identity: Callable[[str], str], reference: Reference, extract: Extract
) -> Desk:
    """Lay a new article on the desk: read it, all facts open. `identity` makes an id of a title."""
    result = extract(upload.text, "article.txt", upload.published)
    stated = {
        name: getattr(upload, name)
        for name in ("title", "publisher", "url", "author")
        if getattr(upload, name)
    }
    result["article"] = {**result["article"], **stated}
    title = result["article"]["title"] or first_line(upload.text)
    result["article"]["title"] = title
    desk = Desk(_empty(identity(title), upload.text), result)
    known = desk.known(reference)
    return replace(desk, proof=proof_of(result, desk.proof.id, upload.text, known))


def _empty(identity: str, text: str) -> Proof:
    return Proof(identity, {}, text, (), ())


_LONGEST_TITLE = 140


def first_line(text: str) -> str:
    """The article's first line, for a title where none is found; cut at a word."""
    line = " ".join(next((line for line in text.splitlines() if line.strip()), "").split())
    line = line.lstrip("#> ")
    return line if len(line) <= _LONGEST_TITLE else line[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"


def with_article(
    desk: Desk, changes: dict[str, Any], reference: Reference, extract: Extract
) -> Desk:
    """The desk with the article's particulars corrected; a new day is read by anew."""
    article = {**desk.proof.article, **changes}
    article = {name: value for name, value in article.items() if value}
    proof = replace(desk.proof, article=article)
    moved = replace(desk, proof=proof)
    if "published" in changes and proof.text is not None and desk.result is not None:
        result = extract(proof.text, "article.txt", changes["published"] or None)
        result["article"] = {**result["article"], "title": article.get("title")}
        moved = replace(moved, result=result)
        return reread(moved, reference)
    return moved


def reread(desk: Desk, reference: Reference) -> Desk:
    """The desk with its facts made anew from extraction, answers and vocabulary."""
    if desk.result is None or desk.proof.text is None:
        return replace(desk, proof=replace(desk.proof, gaps=still_open(desk.proof, desk.answers)))
    result = answered(desk.result, desk.answers)
    new = proof_of(result, desk.proof.id, desk.proof.text, desk.known(reference))
    new = replace(new, gaps=still_open(new, desk.answers))
    return replace(desk, proof=redrafted(desk.proof, new))


def answer(desk: Desk, wants: str, printed: str, slug: str, reference: Reference) -> Desk:
    """The desk with a name explained: the facts that waited for it are read again."""
    answers = desk.answers
    if wants == "official":
        answers = replace(answers, persons={**answers.persons, printed: slug})
    else:
        answers = replace(answers, coalitions={**answers.coalitions, printed: slug})
    return reread(replace(desk, answers=answers), reference)


def dismiss(desk: Desk, keys: Collection[str], reference: Reference) -> Desk:
    """The desk without the open points of a question, which are no problem."""
    answers = replace(desk.answers, dismissed=desk.answers.dismissed.union(keys))
    return reread(replace(desk, answers=answers), reference)


def declare(desk: Desk, entry: Coalition | Official) -> Desk:
    """The desk with a new entry of the vocabulary, written when the article is saved."""
    return replace(desk, declared=(*desk.declared, Declaration(entry)))


def also_named(desk: Desk, alias: Alias, reference: Reference) -> Desk:
    """The desk with another name of a known entry, written when the article is saved.

    Raises ValueError where something goes by that name already.
    """
    coalitions, officials = desk.coalitions(reference), desk.officials(reference)
    entries: dict[str, Any] = {**coalitions} if alias.sort == "coalition" else {**officials}
    taken = bearer(entries, alias.name)
    promised = any(a.sort == alias.sort and a.name == alias.name for a in desk.aliases)
    if taken or promised:
        known = entries[taken].name if taken else "another"
        raise ValueError(f"{alias.name} is a name of {known} already")
    own = {d.entry.slug: d for d in desk.declared}
    if alias.slug in own:  # declared here and not written yet: the name goes into its entry
        field = "aliases" if alias.sort == "coalition" else "other_names"
        entry = own[alias.slug].entry
        named = entry.model_copy(update={field: [*getattr(entry, field), alias.name]})
        declared = tuple(
            Declaration(named) if d.entry.slug == alias.slug else d for d in desk.declared
        )
        return replace(desk, declared=declared)
    return replace(desk, aliases=(*desk.aliases, alias))


def unexplained(desk: Desk, reference: Reference) -> list[Alias]:
    """Printed names that an answer here explained and that the vocabulary does not have yet."""
    coalitions, officials = desk.coalitions(reference), desk.officials(reference)
    named = [Alias("official", slug, name) for name, slug in desk.answers.persons.items()]
    named = [a for a in named if a.name[:1].isupper() and not bearer({**officials}, a.name)]
    groups = [Alias("coalition", slug, name) for name, slug in desk.answers.coalitions.items()]
    groups = [a for a in groups if not bearer({**coalitions}, a.name)]
    return [alias for alias in (*named, *groups) if alias not in desk.aliases]
