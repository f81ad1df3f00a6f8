"""Whom a transcript's label means: "MS. PSAKI", "THE PRESIDENT", "SECRETARY BLINKEN"."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import NamedTuple

from loaders.extraction.language.vocabulary import words
from loaders.extraction.persons.genders import gender_of_title
from loaders.extraction.persons.headlines import Bearer, bearers, run_of
from loaders.extraction.persons.individuals import Individual, Individuals
from loaders.extraction.persons.names import NameKind, Parsed, Run, parse_run
from loaders.extraction.speech.speaker_nouns import noun_kind
from loaders.extraction.texts.document import Document, Span

_ANONYMOUS = frozenset({"Q", "QUESTION", "REPORTER", "MODERATOR", "INTERVIEWER"})
_LESSER = frozenset({"vice", "deputy", "press", "assistant", "under", "prime"})
_POST_OF_LABEL = re.compile(r", (?P<post>[A-Z][A-Z&'’ .,\-]{2,90}):")
_SMALL = frozenset({"OF", "AND", "THE", "FOR"})
#: How alike a label and a known family name must be: "SULLIVCAN" is a misprint of "Sullivan".
_MISPRINT = 0.85


class TitledLabel(NamedTuple):
    """A label whose bearer the article's title names with a post."""

    individual: Individual
    title: str
    label: Span


class Labels:
    """Leads labels back to persons, by the article's names and those of its title."""

    def __init__(self, document: Document, people: Individuals) -> None:
        self._document = document
        self._people = people
        self.titles: list[TitledLabel] = []
        self._memo: dict[str, Individual | None] = {}
        self._by_bearer: dict[Bearer, Individual] = {}
        self._bearers = bearers(document.title or "")

    def individual(self, label: Span) -> Individual | None:
        """Who speaks under a label; None for "Q", reporters and the like."""
        text = self._document.text[label.start : label.end].strip("* ")
        if text not in self._memo:
            self._memo[text] = self._find(text, label)
            self._note_post(self._memo[text], label)
        return self._memo[text]

    def _note_post(self, individual: Individual | None, label: Span) -> None:
        """ "BONNIE YIP, CHIEF EXECUTIVE, LUMEN ANTENNAS:": the post behind the name."""
        match = _POST_OF_LABEL.match(self._document.text, label.end)
        if match is not None and individual is not None:
            self.titles.append(TitledLabel(individual, title_case(match.group("post")), label))

    def of_title(self, bearer: Bearer, passage: Span) -> Individual:
        """The individual whose speech the title announces; `passage` is the evidence."""
        return self._of_bearer(bearer, passage, None)

    def _find(self, text: str, label: Span) -> Individual | None:
        if text.upper() in _ANONYMOUS:
            return None
        cased = title_case(text)
        parsed = parse_run(cased)
        if parsed.kind is not NameKind.PERSON or noun_kind(parsed.tokens[-1].lower()) is not None:
            return self._by_post(_noun_of(cased), label)
        run = Run(label.start + parsed.start, label.end, label.start, label.start, parsed)
        post = cased[: parsed.start].strip().lower() if not parsed.rank else ""
        return self._named(run, post, label) or self._misprinted(run, post, label)

    def _named(self, run: Run, post: str, label: Span) -> Individual | None:
        """Whom the label's own name means, by the title, else by the text."""
        parsed = run.parsed
        bearer = next((b for b in self._bearers if b.is_called(parsed.tokens)), None)
        if bearer is not None:
            return self._of_bearer(bearer, label, parsed.rank)
        found = self._in_text(parsed, run, post)
        if found is not None:
            found.spoke = True
            found.rank = found.rank or parsed.rank
            return found
        if not parsed.titled and len(parsed.tokens) == 1:
            return None
        if self._close_names(parsed):
            return None
        return self._people.add_speaker(run)

    def _in_text(self, parsed: Parsed, run: Run, post: str) -> Individual | None:
        found = self._people.by_surname(parsed.tokens[-1], run)
        if found is not None and found.is_full:
            return found
        for individual in self._people.individuals:
            # "PRESIDENT MOON": the family name stands first, and the post tells who it is.
            first = individual.is_full and individual.tokens[0] == parsed.tokens[-1]
            if first and post in individual.nouns:
                return individual
        return None

    def _misprinted(self, run: Run, post: str, label: Span) -> Individual | None:
        close = self._close_names(run.parsed)
        if not close:
            return None
        # The name is right; the label spelled it wrong.
        parsed = parse_run(f"{run.parsed.rank or post.title()} {close[0]}".strip())
        mended = Run(run.start, run.end, run.lead, run.name_start, parsed)
        bearer = next((b for b in self._bearers if b.is_called(parsed.tokens)), None)
        if bearer is not None:
            return self._of_bearer(bearer, label, parsed.rank)
        return self._in_text(parsed, mended, post)

    def _close_names(self, parsed: Parsed) -> list[str]:
        known = {bearer.tokens[-1] for bearer in self._bearers}
        known.update(i.tokens[-1] for i in self._people.individuals if i.is_full and i.spoke)
        known.discard(parsed.tokens[-1])
        return get_close_matches(parsed.tokens[-1], sorted(known), n=1, cutoff=_MISPRINT)

    def _by_post(self, noun: str, label: Span) -> Individual | None:
        """ "THE PRESIDENT": the bearer of that post in the title, else in the article."""
        for bearer in self._bearers:
            if is_post(bearer.post.lower(), noun):
                return self._of_bearer(bearer, label, None)
        holders = [i for i in self._people.individuals if noun in i.nouns]
        return max(holders, key=lambda i: len(i.mentions), default=None)

    def _of_bearer(self, bearer: Bearer, label: Span, rank: str | None) -> Individual:
        """The individual that the title names, in the fullest form that title or text gives."""
        found = self._by_bearer.get(bearer) or self._fuller(bearer)
        if found is None:
            found = self._people.add_speaker(run_of(bearer, label.start, label.end))
            found.tokens, found.name = bearer.tokens, bearer.name
        if bearer not in self._by_bearer:
            self._by_bearer[bearer] = found
            if bearer.post:
                self.titles.append(TitledLabel(found, bearer.post, label))
        found.spoke = True
        found.rank = found.rank or rank
        found.gender = found.gender or gender_of_title(rank)
        return found

    def _fuller(self, bearer: Bearer) -> Individual | None:
        """The text's full name for a title's surname: by post, else the only one that fits."""
        if len(bearer.tokens) > 1:
            return self._people.of_name(bearer.tokens)
        surname = bearer.tokens[-1].casefold()
        namesakes = [
            individual
            for individual in self._people.individuals
            if individual.is_full
            and surname in (individual.tokens[-1].casefold(), individual.tokens[0].casefold())
        ]
        for individual in namesakes:
            if any(is_post(bearer.post.lower(), noun) for noun in individual.nouns):
                return individual
        # "First Lady Jill Biden", "Dr. Jill Biden" is not the President Biden of the title.
        alone = self._people.alone(surname)
        if alone is not None and any(is_post(bearer.post.lower(), n) for n in alone.nouns):
            return alone
        others = [i for i in namesakes if not (i.nouns or i.rank or self._is_courteous(i))]
        return others[0] if len(others) == 1 else None

    def _is_courteous(self, individual: Individual) -> bool:
        text = self._document.text
        before = (text[max(0, run.start - 24) : run.start].split() for run in individual.mentions)
        return any(found and found[-1] in words("roles", "courtesies") for found in before)


def is_post(post: str, noun: str) -> bool:
    """Whether a printed post is what a noun means: nobody calls the vice president so."""
    if post == noun:
        return True
    before = post.removesuffix(" " + noun)
    return before != post and not any(word in _LESSER for word in before.split())


def _noun_of(cased: str) -> str:
    """ "The President", "Mr. President" → "president"."""
    parts = cased.split()
    while len(parts) > 1 and (parts[0] == "The" or parts[0] in words("ranks", "honorifics")):
        parts = parts[1:]
    return " ".join(parts).lower()


def title_case(label: str) -> str:
    """ "MR. SULLIVAN" → "Mr. Sullivan", "JEAN-PIERRE" → "Jean-Pierre", "McCARTHY" kept."""
    parts: list[str] = []
    for word in label.split():
        if word in _SMALL and parts:
            parts.append(word.lower())
        elif word.isupper() and len(word.rstrip(".")) > 1 and word.count(".") < 2:
            parts.append(re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), word))
        else:
            parts.append(word)
    return " ".join(parts).removeprefix("The ")
