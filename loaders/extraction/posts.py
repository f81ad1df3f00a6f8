"""Posts in appositions: before the name and after it, several in a row, acting and former."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.extraction.descriptions import Described
from loaders.extraction.document import Document, Span
from loaders.extraction.facts import Evidence, Post
from loaders.extraction.individuals import Individual, Individuals
from loaders.extraction.names import Run
from loaders.extraction.nationalities import Nationalities, end_of_sentence
from loaders.extraction.relative_posts import headed_post, words_of_posts
from loaders.extraction.speaker_nouns import last_word
from loaders.extraction.titles import (
    TITLE_ADJECTIVES,
    Title,
    Token,
    is_post_noun,
    nation_of_organisation,
    nation_of_word,
    post_nouns,
    read_title,
    tokens_of,
)
from loaders.extraction.vocabulary import words

_MOST_POSTS = 5
_APPOSITION = re.compile(r"(?:,|,? \(| ?[—–])\s*(?:and )?")
_ANOTHER = re.compile(r",?\s+(?:and|as well as)\s+(?:also\s+)?|,\s+(?:and )?|;\s+")
_SERVING = re.compile(
    r"(?:currently |now |also |who |previously )?(?:serving|serves|served|working|works|acting) as "
    r"|(?:currently |now |also )?performing the duties of (?=the |[A-Z])"
)
_DESCRIPTION = re.compile(
    r"(?:a|an|the|one) (?:[\w.’'-]+ ){1,4}?(?=(?:currently |now )?serving as )"
)
_BODY_AFTER = re.compile(r",\s+(?:the )?(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class FoundPost:
    """A post of an individual, and the passage that claims it."""

    individual: Individual
    title: Title
    body: str | None
    body_nation: str | None
    passage: Span
    rule: str
    confidence: float


class PostReader:
    """Reads the posts of one document's individuals."""

    def __init__(self, document: Document, individuals: Individuals) -> None:
        self._document = document
        self._text = document.masked
        self._individuals = individuals
        self._nationalities = Nationalities(document, individuals)
        self.stated = self._nationalities.stated
        self.affiliated = self._nationalities.affiliated

    def read(self) -> list[FoundPost]:
        """All posts, each once; tells the individuals which nouns can mean them."""
        found: dict[tuple[int, str, str], FoundPost] = {}
        for mention in self._individuals.mentions:
            run, individual = mention.run, mention.individual
            self._nationalities.read(run, individual)
            posts = [
                *self._before(run, individual),
                *self._before_comma(run, individual),
                *self._after(run, individual),
                *self._headed(run, individual),
            ]
            for post in posts:
                printed = self._text[post.title.title.start : post.title.title.end]
                key = (individual.number, printed.lower(), (post.body or "").lower())
                known = found.get(key)
                if known is None or (known.body_nation is None and post.body_nation is not None):
                    found[key] = post
                self._teach(individual, post.title, printed)
                if post.body is not None:
                    individual.bodies.update(post.body.lower().split())
        return self._without_shorter(list(found.values()))

    def of_descriptions(self, described: list[Described]) -> Iterator[FoundPost]:
        """The posts that descriptions tell: "the home secretary said" of someone named before."""
        seen: set[tuple[int, str]] = set()
        for individual, phrase in described:
            title = read_title(self._text, tokens_of(self._text, phrase.start, phrase.end))
            key = (individual.number, title.head if title else "")
            if title is None or title.end < phrase.end or key in seen:
                continue
            seen.add(key)
            if title.nation_stated and title.nation:
                self.stated.setdefault(individual.number, title.nation)
            yield self._post(individual, title, title.body, phrase, "description", 0.6)

    def _teach(self, individual: Individual, title: Title, printed: str) -> None:
        individual.holds_post = True
        noun = _BEFORE_OBJECT.split(printed, maxsplit=1)[0].lower()
        individual.nouns.add(noun)
        if title.former:
            individual.past_nouns.add(noun)
        individual.bodies.update(w for w in printed.lower().split()[1:] if len(w) > 3)
        if title.nation:
            individual.nations.add(title.nation)
        if title.nation_stated and title.nation:
            self.stated.setdefault(individual.number, title.nation)

    def _without_shorter(self, posts: list[FoundPost]) -> list[FoundPost]:
        """ "the minister, Minister Smith": of one person's posts the fuller one stays."""
        kept = []
        for post in posts:
            printed = self._printed(post).lower()
            if not any(
                other is not post
                and other.individual is post.individual
                and printed != self._printed(other).lower()
                and printed in self._printed(other).lower()
                and post.body is None
                and post.title.former == other.title.former
                for other in posts_of(posts, post.individual)
            ):
                kept.append(post)
        return kept

    def _printed(self, post: FoundPost) -> str:
        return self._text[post.title.title.start : post.title.title.end]

    # Before the name ------------------------------------------------------------------------------

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

    # After the name -------------------------------------------------------------------------------

    def _after(self, run: Run, individual: Individual) -> Iterator[FoundPost]:
        start = run.end
        if (
            self._text[start : start + 1] not in ",—–"
            and self._text[start : start + 2] not in _OPENS
        ):
            return
        match = _APPOSITION.match(self._text, start)
        if match is None:
            return
        end = end_of_sentence(self._document, run)
        position = match.end()
        body: str | None = None
        for _ in range(_MOST_POSTS):
            position = self._skip_description(position, end, individual)
            tokens = tokens_of(self._text, position, end)
            tokens = self._with_list(tokens, end)
            if not tokens or self._is_name(tokens[0].start, run):
                return
            if (
                tokens[0].text.islower()
                and tokens[0].text.endswith("ing")
                and (
                    tokens[0].text
                    not in ("acting", "serving", "performing", "incoming", "outgoing")
                )
            ):
                return
            title = read_title(self._text, tokens)
            if title is None or not self._is_apposition(title, tokens):
                return
            if self._leads_to_name(title, run):
                return
            span = title.body or self._body_after(title, end)
            body = self._body_text(span) or (body if title.acting else None)
            stop = max(title.end, span.end if span else 0)
            passage = Span(run.start, stop)
            yield self._post(individual, title, span, passage, "apposition", 0.92, body)
            another = _ANOTHER.match(self._text, stop, end)
            if another is None:
                return
            position = another.end()

    def _headed(self, run: Run, individual: Individual) -> Iterator[FoundPost]:
        """ "Devendra Yadav, who heads the party's wing"."""
        end = end_of_sentence(self._document, run)
        if title := headed_post(self._text, run.end, end):
            passage = Span(run.start, title.end)
            yield self._post(individual, title, title.body, passage, "relative clause", 0.8)

    def _skip_description(self, position: int, end: int, individual: Individual) -> int:
        """ "a U.K. officer currently serving as the …": what comes after counts."""
        description = _DESCRIPTION.match(self._text, position, end)
        if description is not None:
            for word in tokens_of(self._text, position, description.end()):
                nation = nation_of_word().get(word.text)
                if nation:
                    self.stated.setdefault(individual.number, nation)
            position = description.end()
        serving = _SERVING.match(self._text, position, end)
        if serving is not None and "performing" not in serving.group():
            return serving.end()
        return position

    def _with_list(self, tokens: list[Token], end: int) -> list[Token]:
        """ "minister of science, education and innovation": a list in lower case goes on."""
        for _ in range(3):
            if len(tokens) < 3 or tokens[-2].text.lower() not in ("of", "for"):
                return tokens
            last = tokens[-1]
            match = _LISTED.match(self._text, last.end, end)
            if match is None:
                return tokens
            tokens = [
                *tokens[:-1],
                Token(last.start, match.end(), self._text[last.start : match.end()]),
            ]
        return tokens

    def _is_name(self, position: int, run: Run) -> bool:
        """Whether another person stands here: "Smith, Gen. Jones and Adm. Brown"."""
        other = self._individuals.run_at(position)
        return other is not None and other is not run

    def _leads_to_name(self, title: Title, run: Run) -> bool:
        """ "Blinken, Secretary of Commerce Gina Raimondo": the title is the next person's."""
        starts = self._individuals.mention_starts
        at = bisect_right(starts, run.start)
        if at == len(starts):
            return False
        following = self._individuals.mentions[at]
        lead = following.run.lead
        if title.body is not None and title.body.start <= lead < title.body.end:
            return False
        if not following.individual.is_full or lead <= title.title.start:
            return False
        return lead <= title.end or self._text[title.end : lead] == " "

    def _is_apposition(self, title: Title, tokens: list[Token]) -> bool:
        """A title that the phrase begins with, give or take a body and qualifiers."""
        if title.title.start - tokens[0].start > 90:
            return False
        # "a Belgian planner", "an engineer by training" describe; "a spokesman for X" is a post.
        return title.body is not None or tokens[0].text.lower() not in ("a", "an", "one")

    def _body_after(self, title: Title, end: int) -> Span | None:
        """ "Commander, U.S. Space Command": the body after a comma."""
        match = _BODY_AFTER.match(self._text, title.end, end)
        if match is None:
            return None
        tokens = tokens_of(self._text, match.end(), end)
        stop = 0
        while stop < len(tokens):
            word = tokens[stop].text
            if word == "and" and stop + 1 < len(tokens):
                following = tokens[stop + 1].text
                if following.lower() in post_nouns() or not following[0].isupper():
                    break
            elif not word[0].isupper() and word not in ("of", "the", "for", "and", "–", "-"):
                break
            stop += 1
        if stop == 0 or is_post_noun(tokens[0].text.lower()):
            return None
        if any(is_post_noun(t.text.lower()) for t in tokens[:stop]):
            return None
        if stop < len(tokens) and tokens[stop].text.lower() not in ("and", "who", "which"):
            # "…, the U.S. delegation underscored": another phrase begins.
            return None
        if self._individuals.run_at(tokens[0].start) is not None:
            return None
        return Span(match.end(), tokens[stop - 1].end)

    def _body_text(self, span: Span | None) -> str | None:
        if span is None:
            return None
        printed = self._text[span.start : span.end].rstrip(",")
        if printed.endswith(".") and not printed.endswith(("Inc.", "Corp.", "S.", "K.", "N.")):
            printed = printed[:-1]
        return re.sub(r"^(?:the|The|a|an) ", "", printed)

    def _post(
        self,
        individual: Individual,
        title: Title,
        span: Span | None,
        passage: Span,
        rule: str,
        confidence: float,
        body: str | None = None,
    ) -> FoundPost:
        body = body or self._body_text(span)
        nation = nation_of_organisation(body) if body else None
        if nation is None and (body is None or title.nation_stated):
            nation = title.nation
        return FoundPost(individual, title, body, nation, passage, rule, confidence)


_OPENS = frozenset({" —", " –", " ("})
_DETERMINERS = frozenset({"the", "its", "his", "her", "their", "a", "an", "our"})
_VERBLIKE = words("grammar", "verblike")
_BEFORE_OBJECT = re.compile(r" (?:of|for|at|to|in)\b")
_LISTED = re.compile(r", [a-z]+(?:, [a-z]+){0,2},? and [a-z]+\b")


def posts_of(posts: list[FoundPost], individual: Individual) -> Iterator[FoundPost]:
    """The posts of one individual."""
    return (post for post in posts if post.individual is individual)


def as_fact(post: FoundPost, document: Document) -> Post:
    """The post as the contract prints it."""
    title = post.title
    start, end = title.title
    printed = words_of_posts().get(document.text[start:end], document.text[start:end])
    lowered = printed.lower()
    for prefix in ("then-", "ex-"):
        if lowered.startswith(prefix):
            printed = printed[len(prefix) :]
    return Post(
        person=post.individual.id,
        title=printed,
        organisation=post.body,
        organisation_nation=post.body_nation,
        evidence=(Evidence(post.passage.start, post.passage.end),),
        rule=post.rule,
        confidence=post.confidence,
        acting=title.acting,
        former=title.former,
        attested_on=None if title.former else document.published,
    )
