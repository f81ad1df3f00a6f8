"""Posts before a name: "Vice Chief of Staff Gen. Daniel Allyn", "its chair, Justice Nyarko"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.extraction.language.vocabulary import words
from loaders.extraction.persons.individuals import Individual
from loaders.extraction.persons.names import Run
from loaders.extraction.posts.found_posts import OPENING, FoundPost, PostPhrases
from loaders.extraction.posts.title_tokens import Token, tokens_of
from loaders.extraction.posts.title_words import TITLE_ADJECTIVES, is_field, is_post_noun
from loaders.extraction.posts.titles import Title, read_title
from loaders.extraction.speech.speaker_nouns import last_word
from loaders.extraction.speech.verbs import lexicon
from loaders.extraction.texts.document import Span

_LONGEST_PLACE = 4
_LONGEST_ABBREVIATION = 5
_SERVICES = frozenset(
    {
        "Air",
        "Force",
        "Army",
        "Navy",
        "Marine",
        "Corps",
        "Space",
        "Coast",
        "Guard",
        "National",
        "U.S.",
        "USAF",
        "USMC",
        "USSF",
        "RAF",
        "RAAF",
    }
)
#: "spokesperson on jobs, enterprise and innovation Ann Roe".
_FIELD = re.compile(
    r"\b(?P<noun>[A-Za-z-]+) (?:of|for|on) (?P<field>(?:the )?[a-z-]+(?:,? [a-z-]+){0,4}) \Z"
)
_LONGEST_FIELD = 90
_FIELD_WORDS = words("titles", "fields")
_POSSESSIVES = frozenset({"its", "his", "her", "their", "our", "my"})
_INITIALS = re.compile(r" \([A-Z][\w.&-]{1,9}\)\Z")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\Z")
_DETERMINERS = frozenset({"the", "its", "his", "her", "their", "a", "an", "our"})
_VERBLIKE = words("grammar", "verblike")


class LeadingTitles(PostPhrases):
    """Reads the posts in front of the names of one document."""

    def _before(self, run: Run, individual: Individual) -> Iterator[FoundPost]:
        tokens = self._without_service(self._tokens_before(run), run)
        if not tokens:
            return
        title = read_title(self._text, tokens)
        if title is not None and tokens[-1].text in words("titles", "theatres"):
            # "Supreme Allied Commander Europe Gen. Ann Roe"
            title = replace(title, title=Span(title.title.start, tokens[-1].end))
            title = replace(title, end=max(title.end, tokens[-1].end))
        if title is None or title.end < tokens[-1].start:
            return
        if self._text[max(0, run.lead - 5) : run.lead].lower().endswith(("then-", "ex-")):
            title = replace(title, former=True)
        passage = Span(tokens[0].start, run.end)
        yield self._post(individual, title, title.body, passage, "title before the name", 0.93)
        yield from self._joined_before(tokens[0].start, run, individual)

    def _joined_before(
        self, position: int, run: Run, individual: Individual
    ) -> Iterator[FoundPost]:
        """ "SNP leader and First Minister Roe": the title before "and" is the same person's."""
        if self._text[position - 5 : position] != " and ":
            return
        tokens = self._walk_back(run, [], position - 4, joined=True)
        if not tokens or not (is_post_noun(tokens[-1].text.lower()) or len(tokens) > 1):
            return
        title = read_title(self._text, tokens)
        if title is None or title.end < tokens[-1].start:
            return
        span = Span(tokens[0].start, run.end)
        yield self._post(individual, title, title.body, span, "title before the name", 0.85)

    def _without_service(self, tokens: list[Token], run: Run) -> list[Token]:
        """ "Press Secretary Air Force Brig. Gen. Ryder": the service goes with the rank."""
        kept = list(tokens)
        while run.parsed.rank and kept and kept[-1].text in _SERVICES:
            kept.pop()
        if not kept or kept[-1].text.lower() in ("of", "the", "for", "and"):
            return tokens
        return kept if any(is_post_noun(token.text.lower()) for token in kept) else tokens

    def _tokens_before(self, run: Run) -> list[Token]:
        """The words of a title right before the name, rank left out."""
        stop = run.start
        tokens = [t for t in tokens_of(self._text, run.lead, stop) if t.end <= stop]
        return self._walk_back(run, tokens, run.lead)

    def _walk_back(
        self, run: Run, tokens: list[Token], position: int, joined: bool = False
    ) -> list[Token]:
        """The words of a title that end at `position`, with those of `tokens` behind it."""
        if not tokens and not joined and (field := self._with_field(run)):
            tokens, position = field, field[0].start
        has_noun = any(is_post_noun(t.text.lower()) for t in tokens)
        sentence = self._document.sentences[self._document.sentence_at(run.start)]
        low = max(sentence.start, run.lead - 110)
        for _ in range(10):
            end = position
            while end > low and self._text[end - 1] == " ":
                end -= 1
            if tokens:
                end = self._before_parenthesis(low, end)
            match = last_word(self._text, low, end)
            if match is None or end == position:
                break
            word = match.text
            lowered = word.lower()
            if lowered == "the" and tokens and not has_noun and self._is_governed(low, match.at):
                # "Director of the National Economic Council Brian Deese".
                tokens.insert(0, Token(match.at, match.at + len(word), word))
                position = match.at
                continue
            if not self._may_lead(lowered, word, has_noun, bool(tokens) or joined) and not (
                lowered == "and" and self._joins_portfolio(low, match.at, tokens)
            ):
                break
            tokens.insert(0, Token(match.at, match.at + len(word), word))
            has_noun = has_noun or is_post_noun(lowered)
            position = match.at
            if lowered in ("former", "acting", "the", "a", "an", "then", "interim"):
                break
        return tokens if has_noun else []

    def _with_field(self, run: Run) -> list[Token]:
        """ "manager of opposition business", "spokesperson on finance": a title in lower case."""
        sentence = self._document.sentences[self._document.sentence_at(run.start)]
        low = max(sentence.start, run.lead - _LONGEST_FIELD)
        blank = self._text.rfind(" ", low, run.lead - 1)
        if blank < 0 or not self._text[blank + 1 : run.lead].islower():
            # Most names stand behind a title in capitals, or behind none.
            return []
        match = _FIELD.search(self._text, low, run.lead)
        if match is None or not is_post_noun(match.group("noun").lower()):
            return []
        field = match.group("field").replace(",", "").split()
        known = (word in TITLE_ADJECTIVES or word in _FIELD_WORDS for word in field)
        if field[-1] == "the" or not all(known):
            return []
        return tokens_of(self._text, match.start(), run.lead)

    def _joins_portfolio(self, low: int, position: int, tokens: list[Token]) -> bool:
        """ "Information and Broadcasting Minister": two fields of one post."""
        before = last_word(self._text, low, position - 1)
        if before is None or not tokens or not (is_field(before.text) and is_field(tokens[0].text)):
            return False
        return before.text[0].isupper() == tokens[0].text[0].isupper()

    def _ends_with_place(self, title: Title, tokens: list[Token]) -> bool:
        """Whether the title fills the phrase, a place aside: "high commissioner in Suva"."""
        behind = [token.text for token in tokens if token.start >= title.end]
        return not behind or (
            len(behind) <= _LONGEST_PLACE
            and behind[0] in ("in", "at", "to")
            and behind[-1][0].isupper()
        )

    def _before_parenthesis(self, low: int, end: int) -> int:
        """ "Economic Freedom Fighters (EFF) leader": the initials in between are left out."""
        match = _INITIALS.search(self._text, max(low, end - 14), end)
        return match.start() if match else end

    def _is_governed(self, low: int, position: int) -> bool:
        before = last_word(self._text, low, position - 1)
        return before is not None and before.text.lower() in ("of", "for", "at")

    def _may_lead(self, lowered: str, word: str, has_noun: bool, has_tokens: bool) -> bool:
        """Whether a word can belong to the title in front of a name."""
        if is_post_noun(lowered) or (lowered == "general" and not has_noun):
            return True  # "attorney general Ann Roe"
        if lowered in ("former", "acting", "interim", "then", "the", "an", "a"):
            return has_noun
        if word[-1] == "." and len(word) > _LONGEST_ABBREVIATION:
            return False  # "… in August. President Biden": a sentence ends there.
        if word[0].isupper() or _ORDINAL.match(word):
            if not (has_noun or has_tokens):
                # "Leader of the Opposition Ann Gill".
                return lowered in words("titles", "within_title")
            within = not has_noun and lowered in words("titles", "within_title")
            return within or word not in words("roles", "openers")
        if lowered in ("of", "for", "and", "to", "&", "on", "at"):
            return has_tokens and not has_noun
        if not has_noun:
            return False
        return lowered in words("roles", "organisations") or is_field(lowered)

    def _before_comma(self, run: Run, individual: Individual) -> Iterator[FoundPost]:
        """ "the commission's chairwoman, Justice Abena Nyarko, told": the title stands first."""
        text = self._text
        lead = run.lead - 4 if text[run.lead - 4 : run.lead] == "the " else run.lead
        if text[lead - 2 : lead] != ", ":
            return
        apposed = text[run.end : run.end + 1] in ",.;)"
        sentence = self._document.sentences[self._document.sentence_at(run.start)]
        low = max(sentence.start, run.lead - 120)
        position = self._before_parenthesis(low, lead - 2)
        tokens: list[Token] = []
        for _ in range(10):
            word = last_word(text, low, position)
            if word is None or word.text.lower() in _VERBLIKE:
                break
            if word.text.endswith("ed") and word.text in lexicon():
                break  # "…," quipped Roe's deputy, Ann Gill.
            tokens.insert(0, Token(word.at, word.at + len(word.text), word.text))
            before = last_word(text, low, word.at - 1)
            governed = before is not None and before.text.lower() in ("of", "for", "at")
            if word.text.lower() in _DETERMINERS and (
                not governed or (len(tokens) > 1 and is_post_noun(tokens[-1].text.lower()))
            ):
                break  # "the report of the auditor-general, Ann Gill": hers is the second part.
            position = word.at
            while position > low and text[position - 1] == " ":
                position -= 1
        title = read_title(text, tokens) if tokens else None
        if title is None or not self._ends_with_place(title, tokens):
            return
        owned = tokens[0].text.lower() in _POSSESSIVES or (
            tokens[0].text.lower() == "the" and not OPENING.match(text, sentence.start, run.lead)
        )
        if not (apposed or (individual.is_full and owned)):
            # "Asked about the minister, Roe said": another clause begins with the name.
            return
        if tokens[0].text.lower() in ("a", "an") and not title.head.startswith("spokes"):
            return
        passage = Span(tokens[0].start, run.end)
        yield self._post(individual, title, title.body, passage, "title before the name", 0.9)
