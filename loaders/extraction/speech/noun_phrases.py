"""Noun phrases that speak, read backwards from their end: names, nouns, what they hang on."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache

from loaders.extraction.facts import SpeakerKind
from loaders.extraction.language.vocabulary import words
from loaders.extraction.nations.vocabulary import vocabulary as nation_vocabulary
from loaders.extraction.persons.names import NameKind, Names, Run
from loaders.extraction.speech.speaker_nouns import last_word, noun_kind
from loaders.extraction.texts.document import MASK

PREPOSITIONS = words("grammar", "prepositions")
_OF = words("grammar", "of")
_DETERMINERS = words("grammar", "determiners")
BREAKS = words("grammar", "breaks")
ARTICLES = frozenset({"the", "a", "an", "these", "those", "our", "its", "their", "his", "her"})
_DEMONYMS = frozenset({"U.S.", "U.K.", "UK", "US", "EU", "E.U.", "European", "African", "Asian"})
_CAPITAL_EPITHETS = frozenset(w for w in words("roles", "epithets") if w[0].isupper())
_PREDICATIVE = frozenset(
    {"familiar", "close", "involved", "briefed", "responsible", "present", "aware", "charged"}
)
_APOSTROPHE = re.compile(r"[’']")
_NAME_JOINT = re.compile(r"(?:, [^,]{2,40},)? (?:and|along with) \Z")
_ISSUED = re.compile(
    r" (?:read out|read|signed|issued|released|sent|written|made|delivered|published|posted|"
    r"put out)\Z"
)
#: "the Ohio Democrat", "the 71-year-old Republican", "the two-term Democrat".
_ARTICLE_BEFORE = re.compile(r"\b[Tt]he (?:[a-z0-9]+(?:-[a-z0-9]+)+ ){0,2}\Z")
_ARTICLE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Aa]nother|[Oo]ne) (?:(?:former|then|outgoing|acting|current|new) )?\Z"
)
_FROM_BODY = re.compile(r" (?:of|from|at|in|for|with) [^,;:.()\n¤]{2,50}\Z")
_MOST_PREMODIFIERS = 4
#: How many names of a list before its last two are looked for.
_MOST_LISTED = 6
_BODY_JOINT = re.compile(r"(?:,|,? and) \Z")
_LIST_JOINT = re.compile(r"(?:,|,? and)(?: the)? \Z")


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


class NounPhrases:
    """Reads the noun phrases of one masked text."""

    def __init__(self, masked: str, names: Names) -> None:
        self.masked = masked
        self.names = names

    def _strip_blank(self, low: int, end: int) -> int:
        while end > low and self.masked[end - 1] in " \n":
            end -= 1
        return end

    def _pronoun(self, start: int, end: int, word: str) -> Subject | None:
        if word == "one":
            return None
        kind = {"they": SpeakerKind.GROUP, "it": SpeakerKind.ORGANISATION}.get(
            word, SpeakerKind.PERSON
        )
        return Subject(start, end, kind, pronoun=word)

    def _named(self, low: int, run: Run) -> Subject | None:
        """A name right before the verb, unless it hangs on a noun: "a spokesman for X said"."""
        if run.parsed.kind is not NameKind.PERSON and (listed := self._of_list(low, run)):
            return listed
        start, word = self._word_before(low, run.lead)
        above = self._governor(low, start if word == "the" else run.lead)
        if above is None and word in ("in", "near") and self._is_place(run):
            return None
        if above is None and run.parsed.kind is NameKind.PERSON:
            # "Allies of leadership favourite Rishi Sunak": words without a capital in between.
            opened = self._premodified(low, run.lead)
            above = self._governor(low, opened) if opened < run.lead else None
            if above is not None and above.noun and self._is_field(above, opened, run.lead):
                above = None
        if above is not None and not self._is_title_of(above, run):
            return above if above.run is not None else replace(above, end=run.end)
        if word in PREPOSITIONS or word == "the":
            earlier = self._named_before(low, run)
            if earlier is not None:
                return self.of_run(earlier)
        subject = self._with_bodies(low, self._with_others(low, self.of_run(run)))
        if subject.kind is SpeakerKind.GROUP and subject.noun is not None:
            # "Cunningham and other Labour MPs".
            whole = replace(subject, start=self._phrase_start(low, subject.start))
            return self._with_name_before(low, whole)
        return subject

    def _premodified(self, low: int, position: int) -> int:
        """Where the plain words right before a name begin: "leadership favourite Rishi Sunak"."""
        for _ in range(_MOST_PREMODIFIERS):
            start, word = self._word_before(low, position)
            if not word.isalpha() or word in _OF or word in BREAKS or word in PREPOSITIONS:
                break
            if start + len(word) + 1 != position or not self.masked[start].islower():
                break
            position = start
        return position

    def _named_before(self, low: int, run: Run) -> Run | None:
        """ "MP Ann Roe from Macron's Republic on the Move": the full name that a lone word ends."""
        if run.parsed.kind is not NameKind.PERSON or len(run.parsed.tokens) > 1 or run.parsed.rank:
            return None
        at = bisect_left(self.names.starts, run.lead) - 1
        for other in self.names.runs[max(0, at - 2) : at + 1]:
            between = self.masked[other.end : run.lead]
            if other.lead < low or not _FROM_BODY.match(between):
                continue
            if other.parsed.kind is NameKind.PERSON and len(other.parsed.tokens) > 1:
                return other
        return None

    def _is_field(self, above: Subject, start: int, end: int) -> bool:
        """ "manager of opposition business Ann Roe": all before the name is her post."""
        field = self.masked[start:end].split()
        return above.noun in post_words() and all(
            noun_kind(word) is not SpeakerKind.PERSON for word in field
        )

    def _is_place(self, run: Run) -> bool:
        """ "A weaver in Virginia told me": after "in" a lone name is where, not who."""
        return len(run.parsed.tokens) <= 1 and not run.parsed.titled

    def _of_list(self, low: int, run: Run) -> Subject | None:
        """ "Observers from Nigeria, Kenya and the European Union": the noun before the list."""
        position, items = run.lead, 0
        for _ in range(8):
            joint = _LIST_JOINT.search(self.masked, max(low, position - 12), position)
            if joint is None or joint.start() <= low:
                break
            previous = self.names.by_end.get(joint.start())
            if previous is None or (not items and "and" not in joint.group()):
                break
            position, items = previous.lead, items + 1
        above = self._governor(low, position) if items else None
        return replace(above, end=run.end) if above else None

    def _is_title_of(self, above: Subject, run: Run) -> bool:
        """ "Chief of Space Operations Gen. Chance Saltzman": the noun is the name's own title."""
        if run.parsed.kind is not NameKind.PERSON or run.start == run.lead:
            return False
        noun = self.masked[above.start : run.lead].rstrip()
        last = noun.removesuffix(" of the").removesuffix(" of").removesuffix(" for").split()[-1:]
        return bool(last) and last[0][0].isupper()

    def _governor(self, low: int, position: int) -> Subject | None:
        """The noun a prepositional phrase beginning before `position` hangs on, if it speaks."""
        start, word = self._word_before(low, position)
        if word not in _OF or start <= low:
            return None
        end = self._strip_blank(low, start)
        previous = last_word(self.masked, max(low, end - 40), end)
        if previous is None:
            return None
        noun = previous.group()
        if noun in _PREDICATIVE:
            # "two officials familiar with the discussions said".
            end = self._strip_blank(low, previous.start())
            previous = last_word(self.masked, max(low, end - 40), end)
            if previous is None:
                return None
            noun = previous.group()
        if word == "by" and (issued := _ISSUED.search(self.masked, low, end)):
            # "the statement read out by Vital Kamerhe said".
            end = issued.start()
            previous = last_word(self.masked, max(low, end - 40), end)
            if previous is None:
                return None
            noun = previous.group()
        governing = self.names.by_end.get(end)
        if (
            governing is not None
            and governing.parsed.kind is NameKind.PERSON
            and (noun_kind(noun.lower()) is None)
        ):
            # "Dick Durbin of Illinois said", "Lord Grayling of Epsom said".
            return self.of_run(governing) if word in ("of", "from") else None
        if noun_kind(noun.lower()) is None:
            return self._governor(low, governing.lead) if governing else None
        if noun[0].isupper() and end in self.names.by_end:
            run = self.names.by_end[end]
            if run.parsed.kind is NameKind.PERSON and len(run.parsed.tokens) > 1:
                return None
        return self._common(low, previous.start(), end, noun.lower())

    def _word_before(self, low: int, position: int) -> tuple[int, str]:
        end = self._strip_blank(low, position)
        word = last_word(self.masked, max(low, end - 30), end)
        return (word.start(), word.group().lower()) if word else (position, "")

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

    def _with_others(self, low: int, subject: Subject) -> Subject:
        """ "Smith and Jones said": both of them."""
        if subject.run is None or subject.kind is not SpeakerKind.PERSON:
            return subject
        at = subject.run.lead
        if self.masked[max(low, at - 5) : at] != " and " or at - 5 <= low:
            return subject
        joined = last_word(self.masked, max(low, at - 12), at - 5)
        if joined is not None and joined.text.lower() in ("he", "she"):
            pronoun = joined.text.lower()
            with_him = Subject(joined.at, at - 5, SpeakerKind.PERSON, pronoun=pronoun)
            return replace(subject, others=(with_him,))
        other = self.names.by_end.get(at - 5)
        if other is None or other.parsed.kind is not NameKind.PERSON:
            return subject
        if self._word_before(low, other.lead)[1] in PREPOSITIONS:
            # "a march towards Vijay Chowk and Kharge said": another clause.
            return subject
        return replace(subject, others=(self.of_run(other), *self._listed_before(low, other)))

    def _with_bodies(self, low: int, subject: Subject) -> Subject:
        """ "Labour, the Greens and Plaid Cymru said": a list of bodies that opens its sentence."""
        if subject.run is None or subject.kind is SpeakerKind.PERSON:
            return subject
        start = self._article_before(low, subject.run.lead)
        if not self.masked.endswith(" and ", low, start):
            return subject
        others: list[Subject] = []
        for _ in range(_MOST_LISTED):
            joint = _BODY_JOINT.search(self.masked, max(low, start - 6), start)
            run = self.names.by_end.get(joint.start()) if joint else None
            other = self.of_run(run) if run else None
            if run is None or other is None or other.kind is SpeakerKind.PERSON:
                break
            others.append(other)
            start = self._article_before(low, run.lead)
        opens = start <= low + 1 or self.masked[start - 1] == "\n"
        return replace(subject, others=tuple(others)) if opens else subject

    def _article_before(self, low: int, position: int) -> int:
        """Where a name begins with its article."""
        at = position - 4
        return at if at >= low and self.masked[at:position].lower() == "the " else position

    def _listed_before(self, low: int, run: Run) -> list[Subject]:
        """ "Roe, Gill" of "Roe, Gill and Day said"."""
        found: list[Subject] = []
        for _ in range(_MOST_LISTED):
            previous = self.names.by_end.get(run.lead - 2)
            comma = self.masked[run.lead - 2 : run.lead] == ", "
            person = previous is not None and previous.parsed.kind is NameKind.PERSON
            if not comma or previous is None or not person or previous.lead < low:
                break
            found.append(self.of_run(previous))
            run = previous
        return found

    def _common(self, low: int, start: int, end: int, noun: str) -> Subject | None:
        """A common noun that speaks, with its determiner and adjectives."""
        kind = noun_kind(noun)
        if kind is None:
            above = self._governor(low, start)
            return replace(above, end=end) if above else self._hanging(low, start, end)
        opened = self._phrase_start(low, start)
        above = self._governor(low, opened)
        if above is not None:
            return replace(above, end=end)
        return self._with_name_before(low, Subject(opened, end, kind, noun=noun))

    def _with_name_before(self, low: int, subject: Subject) -> Subject:
        """ "Cunningham and other Labour MPs said", "Roe, D-Ohio, and two colleagues wrote"."""
        joint = _NAME_JOINT.search(self.masked, max(low, subject.start - 60), subject.start)
        run = self.names.by_end.get(joint.start()) if joint else None
        owned = self.masked.startswith(("its ", "their "), subject.start)
        if run is None or run.lead < low or not (run.parsed.kind is NameKind.PERSON or owned):
            return subject
        named = self.of_run(run)
        return replace(named, others=(subject,)) if named.run is run else subject

    def _hanging(self, low: int, start: int, end: int) -> Subject | None:
        """ "members of the opposition said": the noun that the phrase hangs on."""
        position = start
        for _ in range(4):
            position, word = self._word_before(low, position)
            if not word or word in BREAKS:
                return None
            if word in _OF:
                above = self._governor(low, self._after(position))
                return replace(above, end=end) if above else None
        return None

    def _after(self, position: int) -> int:
        end = self.masked.find(" ", position)
        return end + 1 if end >= 0 else position

    def _phrase_start(self, low: int, start: int) -> int:
        """Where the noun phrase begins whose head begins at `start`."""
        for _ in range(6):
            position, word = self._word_before(low, start)
            if word == "and" and (joined := self._joined(low, position)) >= 0:
                start = joined
                continue
            if not word or word in BREAKS or word in PREPOSITIONS:
                return start
            gap = self.masked[position + len(word) : start]
            if gap.strip():
                return start
            if word in words("speech_verbs", "adverbs") or word.endswith("ly"):
                return start
            start = position
            if word in _DETERMINERS or word.endswith(("'s", "’s", "s'", "s’")):
                return (
                    self._possessor(low, start)
                    if word not in _DETERMINERS
                    else self._whole(low, start, word)
                )
        return start

    def _whole(self, low: int, start: int, determiner: str) -> int:
        """ "the two sides": a numeral with its article."""
        if determiner in ARTICLES:
            return start
        position, word = self._word_before(low, start)
        adjacent = position + len(word) + 1 == start
        return position if word in ARTICLES and adjacent else start

    def _joined(self, low: int, conjunction: int) -> int:
        """ "U.S. and European leaders", "owners and union leaders": where the first part begins.

        -1 where what stands before "and" is a clause or another list's item.
        """
        position, word = self._word_before(low, conjunction)
        if not word or position + len(word) + 1 != conjunction:
            return -1
        printed = self.masked[position : position + len(word)]
        if printed in nation_vocabulary().forms or printed.removesuffix(",") in _DEMONYMS:
            return position
        return position if noun_kind(word) is SpeakerKind.GROUP and word.islower() else -1

    def _possessor(self, low: int, start: int) -> int:
        mark = _APOSTROPHE.search(self.masked, start, start + 40)
        owner = self.names.by_end.get(mark.start()) if mark else None
        if owner is not None and low <= owner.lead < start:
            # "Northern Ireland's finance minister": the whole name possesses.
            start = owner.lead
        position = start
        for _ in range(3):
            position, word = self._word_before(low, position)
            if word in ("the", "a", "an"):
                return position
            if not word or word in BREAKS or word in PREPOSITIONS:
                break
        return start
