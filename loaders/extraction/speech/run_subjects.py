"""What a run of capitalised words is as a speaker: a person, a body, a description, a noun."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.extraction.facts import SpeakerKind
from loaders.extraction.language.vocabulary import words
from loaders.extraction.persons.names import NameKind, Run
from loaders.extraction.speech.speaker_nouns import noun_kind
from loaders.extraction.texts.document import MASK

_CAPITAL_EPITHETS = frozenset(w for w in words("roles", "epithets") if w[0].isupper())
#: "the Ohio Democrat", "the 71-year-old Republican", "the two-term Democrat".
_ARTICLE_BEFORE = re.compile(r"\b[Tt]he (?:[a-z0-9]+(?:-[a-z0-9]+)+ ){0,2}\Z")
_ARTICLE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Aa]nother|[Oo]ne) (?:(?:former|then|outgoing|acting|current|new) )?\Z"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A noun phrase that speaks; `run` where a name is its head, `noun` where a noun is."""

    start: int
    end: int
    kind: SpeakerKind
    run: Run | None = None
    noun: str | None = None
    pronoun: str | None = None
    others: tuple[Subject, ...] = ()


def _post_of(role: str) -> str:
    """The post that a printed role ends with: "port dickson mp" is an "mp"."""
    parts = role.split()
    posts = (" ".join(parts[at:]) for at in range(len(parts)))
    return next((post for post in posts if post in post_words()), role)


@cache
def post_words() -> frozenset[str]:
    """The nouns that head a post, in lower case."""
    return frozenset(noun.lower() for noun in words("roles", "posts"))


class RunSubjects:
    """Reads the runs of one masked text as speakers."""

    def __init__(self, masked: str) -> None:
        self.masked = masked

    def of_run(self, run: Run) -> Subject:
        """The subject that a run is by itself."""
        if epithet := self._epithet(run):
            return epithet
        if common := self._capitalised_noun(run):
            return common
        kind = {
            NameKind.PERSON: SpeakerKind.PERSON,
            NameKind.ROLE: SpeakerKind.PERSON,
        }.get(run.parsed.kind, SpeakerKind.ORGANISATION)
        noun = None
        if run.parsed.kind is not NameKind.PERSON:
            noun = self.masked[run.start : run.end].split()[-1].lower()
            if run.parsed.kind is NameKind.ROLE:
                noun = _post_of(self.masked[run.start : run.end].lower())
            elif (found := noun_kind(noun)) is not None and found is not SpeakerKind.PERSON:
                kind = found
        start = run.start if run.parsed.kind is NameKind.PERSON else run.lead
        if run.parsed.kind is not NameKind.PERSON and (
            article := _ARTICLE.search(self.masked, max(0, start - 20), start)
        ):
            start = article.start()
        return Subject(start, run.end, kind, run, noun)

    def _epithet(self, run: Run) -> Subject | None:
        """ "the Ohio Democrat": a description with capitals, no name and no body."""
        last = self.masked[run.start : run.end].rsplit(" ", 1)[-1]
        if last not in _CAPITAL_EPITHETS or run.parsed.titled:
            return None
        article = _ARTICLE_BEFORE.search(self.masked, max(0, run.lead - 40), run.lead)
        start = article.start() if article else run.lead
        if start == run.lead and not self.masked[max(0, start - 2) : start].strip(" "):
            return None
        return Subject(start, run.end, SpeakerKind.PERSON, noun=last.lower())

    def _capitalised_noun(self, run: Run) -> Subject | None:
        """ "Retailers said": a common noun that only the sentence's beginning capitalises."""
        parsed = run.parsed
        if parsed.kind is not NameKind.PERSON or len(parsed.tokens) != 1 or parsed.titled:
            return None
        kind = noun_kind(parsed.name.lower())
        if kind is None or kind is SpeakerKind.PERSON:
            return None  # "Carpenter said": without an article a singular is a name.
        before = self.masked[max(0, run.lead - 2) : run.lead].strip(" ")
        if run.lead and before and before[-1] not in ".?!”\n" + MASK:
            return None
        return Subject(run.lead, run.end, kind, noun=parsed.name.lower())
