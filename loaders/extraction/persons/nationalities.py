"""The nation that goes with a person, and other words that show a name to be a person's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.extraction.facts import SpeakerKind
from loaders.extraction.language.vocabulary import words
from loaders.extraction.persons.individuals import Individual, Individuals
from loaders.extraction.persons.names import Run
from loaders.extraction.posts.title_nations import nation_of_organisation, nation_of_word
from loaders.extraction.posts.title_tokens import Token, tokens_of
from loaders.extraction.speech.speaker_nouns import last_word, noun_kind
from loaders.extraction.texts.document import Document, Span

_REACH = 260
_AFFILIATION = re.compile(
    r"(?: of|,) (?:the )?((?:[A-Z][\w.]*)(?: (?:of (?:the )?)?[A-Z][\w.]*){1,6})"
)
_OF_NATION = re.compile(r" of (?:the )?([A-Z][\w.]+(?: [A-Z]\w+){0,2})")
_COUNTERPART = re.compile(
    r"\b(?:[Hh]er|[Hh]is|their|[Tt]he|\w+[’']s?) (?:(?P<nation>[A-Z][\w.]+(?: [A-Z]\w+)?) )?"
    r"(?P<whose>counterpart|successor|predecessor|colleague),? \Z"
)
_POSTED_FROM = re.compile(r", an? (?:[a-z-]+ ){1,3}from ([A-Z]\w+(?: [A-Z]\w+)?)")
_ON_BEHALF = re.compile(r"\bon behalf of (?:the )?([A-Z]\w+(?: [A-Z]\w+)?)")
_NATIONAL = re.compile(r", (?:a|an|the) (?:senior |retired |former )?([A-Z][\w.]*) [a-z][\w’'-]*")


#: "her husband, Tom Roe, left": the name is an apposition where punctuation ends it.
_ENDS_APPOSITION = re.compile(r"[,.;)]|\s*\Z")


@dataclass(frozen=True, slots=True)
class FoundNation:
    """The nation of a person, and the words that tell it."""

    nation: str
    passage: Span


class Nationalities:
    """Nations by individual's number: `stated` with the person, `affiliated` by a service."""

    def __init__(self, document: Document, individuals: Individuals) -> None:
        self._document = document
        self._text = document.masked
        self._individuals = individuals
        self.stated: dict[int, FoundNation] = {}
        self.affiliated: dict[int, FoundNation] = {}
        self._speaks_for_nations = "on behalf of" in document.masked

    def read(self, run: Run, individual: Individual) -> None:
        """Take in what the words around one mention tell."""
        self._read_stated(run, individual)
        self._read_counterpart(run, individual)
        self._read_description(run, individual)

    def state(self, individual: Individual, nation: str, passage: Span) -> None:
        """Keep the nation that words tell of a person, unless one was told before."""
        self.stated.setdefault(individual.number, FoundNation(nation, passage))

    def _read_description(self, run: Run, individual: Individual) -> None:
        """ "the former rugby captain Josefa Raiwalui", "Hungary's Péter Balogh": persons."""
        if self._text[run.lead - 1 : run.lead] != " " or not individual.is_full:
            return
        apposed = self._text[run.lead - 2 : run.lead] == ", "
        word = last_word(self._text, max(0, run.lead - 31), run.lead - 1 - apposed)
        if word is None:
            return
        if apposed and not _ENDS_APPOSITION.match(self._text, run.end):
            return
        nation = nation_of_word().get(re.sub(r"[’']s\Z", "", word.text))
        if nation and word.text[-2:] in ("'s", "’s") and individual.known_given:
            individual.titled = True
            individual.nations.add(nation)
            self.state(individual, nation, Span(word.at, run.end))
        elif word.text.islower() and noun_kind(word.text) is SpeakerKind.PERSON:
            individual.titled = True
            if not apposed:
                individual.nouns.add(word.text)

    def _read_counterpart(self, run: Run, individual: Individual) -> None:
        """ "her Slovak counterpart, Milan Hruška", "his successor, Ann Cole": the other's post."""
        if self._text[run.lead - 2 : run.lead] not in (", ", "t ", "r ", "e "):
            return
        match = _COUNTERPART.search(self._text, max(0, run.lead - 60), run.lead)
        if match is None:
            return
        individual.titled = True
        nation = nation_of_word().get(match.group("nation") or "")
        if nation:
            self.state(individual, nation, Span(match.start("nation"), run.end))
            individual.nations.add(nation)
        at = bisect_right(self._individuals.mention_starts, match.start())
        if at and match.group("whose") != "colleague":
            shared = self._individuals.mentions[at - 1].individual.nouns - individual.nouns
            individual.nouns.update(shared)
            if match.group("whose") == "counterpart":
                individual.shared_nouns.update(shared)
            elif match.group("whose") == "predecessor":
                individual.past_nouns.update(shared)

    def _read_stated(self, run: Run, individual: Individual) -> None:
        """A nation right before rank and name ("Canadian Lt.-Gen."), or after: "of Norway"."""
        nations = nation_of_word()
        if run.lead < run.start:
            prefix = tokens_of(self._text, run.lead, run.start)
            for width in (2, 1):
                if len(prefix) >= width and prefix[0].start == run.lead:
                    phrase = self._text[prefix[0].start : prefix[width - 1].end]
                    if phrase in nations and not self._is_bodys(prefix, width):
                        self.state(individual, nations[phrase], Span(run.lead, run.end))
                        return
        if self._text[run.end : run.end + 2] not in (" o", ", "):
            return
        self._read_affiliation(run, individual)
        for match in self._told_behind(run):
            if match is not None and match.group(1) in nations:
                self.state(individual, nations[match.group(1)], Span(run.lead, match.end()))
                return

    def _told_behind(self, run: Run) -> Iterator[re.Match[str] | None]:
        """ "of Norway", "an officer posted from Japan", "on behalf of Peru", "a Dane"."""
        yield _OF_NATION.match(self._text, run.end)
        yield _POSTED_FROM.match(self._text, run.end)
        if self._speaks_for_nations:
            yield _ON_BEHALF.search(self._text, run.end, end_of_sentence(self._document, run))
        yield _NATIONAL.match(self._text, run.end)

    def _read_affiliation(self, run: Run, individual: Individual) -> None:
        """ "Lt. Col. Sigrid Moe of the Royal Norwegian Air Force": the service tells the nation."""
        match = _AFFILIATION.match(self._text, run.end)
        if match is None:
            return
        nation = nation_of_organisation(match.group(1))
        if nation is not None and len(match.group(1).split()) > 1:
            told = FoundNation(nation, Span(run.lead, match.end(1)))
            self.affiliated.setdefault(individual.number, told)

    def _is_bodys(self, prefix: list[Token], width: int) -> bool:
        """ "U.S. Space Command commander": the nation is the body's."""
        following = [t.text for t in prefix[width : width + 3]]
        return any(word in words("titles", "bodies") for word in following)


def end_of_sentence(document: Document, run: Run) -> int:
    """How far the apposition behind a name can reach."""
    sentences = document.sentences
    sentence = sentences[document.sentence_at(run.start)]
    return min(max(sentence.end, run.end), run.end + _REACH)
