"""Posts before a name: "Vice Chief of Staff Gen. Daniel Allyn", "its chair, Justice Nyarko"."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.extraction.document import Span
from loaders.extraction.found_posts import FoundPost, PostPhrases
from loaders.extraction.individuals import Individual
from loaders.extraction.names import Run
from loaders.extraction.speaker_nouns import last_word
from loaders.extraction.titles import (
    TITLE_ADJECTIVES,
    Token,
    is_post_noun,
    post_nouns,
    read_title,
    tokens_of,
)
from loaders.extraction.vocabulary import words

_DETERMINERS = frozenset({"the", "its", "his", "her", "their", "a", "an", "our"})
_VERBLIKE = words("grammar", "verblike")


class LeadingTitles(PostPhrases):
    """Reads the posts in front of the names of one document."""

    def _before(self, run: Run, individual: Individual) -> Iterator[FoundPost]:
        tokens = self._tokens_before(run)
        if not tokens:
            return
        title = read_title(self._text, tokens)
        if title is None or title.end < tokens[-1].start:
            return
        passage = Span(tokens[0].start, run.end)
        yield self._post(individual, title, title.body, passage, "title before the name", 0.93)

    def _tokens_before(self, run: Run) -> list[Token]:
        """The words of a title right before the name, rank left out."""
        stop = run.start
        tokens = [t for t in tokens_of(self._text, run.lead, stop) if t.end <= stop]
        position = run.lead
        nouns = post_nouns()
        has_noun = any(t.text.lower().rstrip(".") in nouns for t in tokens)
        sentence = self._document.sentences[self._document.sentence_at(run.start)]
        low = max(sentence.start, run.lead - 110)
        for count in range(10):
            end = position
            while end > low and self._text[end - 1] == " ":
                end -= 1
            match = last_word(self._text, low, end)
            if match is None or end == position:
                break
            word = match.text
            lowered = word.lower()
            if not self._may_lead(lowered, word, has_noun, bool(tokens), count):
                break
            tokens.insert(0, Token(match.at, match.at + len(word), word))
            has_noun = has_noun or is_post_noun(lowered)
            position = match.at
            if lowered in ("former", "acting", "the", "a", "an", "then", "interim"):
                break
        return tokens if has_noun else []

    def _may_lead(
        self, lowered: str, word: str, has_noun: bool, has_tokens: bool, count: int
    ) -> bool:
        """Whether a word can belong to the title in front of a name."""
        if is_post_noun(lowered):
            return True
        if lowered in ("former", "acting", "interim", "then", "the", "an", "a"):
            return has_noun
        if word[0].isupper():
            return (has_noun or has_tokens) and word not in words("roles", "openers")
        if lowered in ("of", "for", "and", "to"):
            return has_tokens and not has_noun
        if not has_noun:
            return False
        return lowered in words("roles", "organisations") or lowered in TITLE_ADJECTIVES

    def _before_comma(self, run: Run, individual: Individual) -> Iterator[FoundPost]:
        """ "the commission's chairwoman, Justice Abena Nyarko, told": the title stands first."""
        text = self._text
        if text[run.lead - 2 : run.lead] != ", " or text[run.end : run.end + 1] not in ",.;":
            return
        sentence = self._document.sentences[self._document.sentence_at(run.start)]
        low = max(sentence.start, run.lead - 120)
        position = run.lead - 2
        tokens: list[Token] = []
        for _ in range(10):
            word = last_word(text, low, position)
            if word is None or word.text.lower() in _VERBLIKE:
                break
            tokens.insert(0, Token(word.at, word.at + len(word.text), word.text))
            before = last_word(text, low, word.at - 1)
            governed = before is not None and before.text.lower() in ("of", "for", "at")
            if word.text.lower() in _DETERMINERS and not governed:
                break
            position = word.at
            while position > low and text[position - 1] == " ":
                position -= 1
        title = read_title(text, tokens) if tokens else None
        if title is None or title.end < tokens[-1].end:
            return
        if tokens[0].text.lower() in ("a", "an") and not title.head.startswith("spokes"):
            return
        passage = Span(tokens[0].start, run.end)
        yield self._post(individual, title, title.body, passage, "title before the name", 0.9)
