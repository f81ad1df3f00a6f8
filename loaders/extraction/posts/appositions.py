"""Posts behind a name: "X, Commander, U.S. Space Command and …", "X, who heads …", "X is the …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from loaders.extraction.language.vocabulary import ordered_words, words
from loaders.extraction.persons.individuals import Individual
from loaders.extraction.persons.names import Run
from loaders.extraction.persons.nationalities import end_of_sentence
from loaders.extraction.posts.found_posts import OPENING, FoundPost, PostPhrases
from loaders.extraction.posts.relative_posts import headed_post
from loaders.extraction.posts.title_nations import nation_of_word
from loaders.extraction.posts.title_tokens import Token, tokens_of
from loaders.extraction.posts.title_words import is_post_noun, post_nouns
from loaders.extraction.posts.titles import Title, read_title
from loaders.extraction.texts.document import Span

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
_TAG = re.compile(
    r",? ?\((?:[A-Z]{1,3}-[A-Z][\w. -]{0,14}|[A-Z][a-z]{1,5}\.|\d{2}|[A-Z]{2,6}(?:[-/][\w ]+)?|"
    r"Lab(?:our)?|Con|"
    r"LD|Tory|Labor|Liberal|Greens?)\)|, [RDI]-[A-Z][\w.-]{1,6}(?: ?[A-Z][a-z]{1,4}\.)?(?=,)|"
    r", \d{2}(?=,)"
)
_LETTERS = re.compile(
    rf"(?: (?:{'|'.join(ordered_words('first_names', 'postnominals'))})\b|,? (?:[JS]r|Ret)\.(?=,))+"
)
_TOLD = re.compile(
    r"(?:,? who)? (?:is|serves as|is serving as|has served as|has been|currently serves as|"
    r"also serves as|"
    r"(?:was|has been|is|were) (?:named|appointed|elected|confirmed as|sworn in as|nominated as)|"
    r"became|"
    r"will (?:become|serve as|be)|took over as|takes over as|took office as)"
    r" (?:also |currently |now |still )?(?=(?:the|its|their|his|her|our|head|chief|chair\w*|acting|"
    r"interim|"
    r"[A-Z][\w.]+[’']s|[a-z]+[’']s|a|an|president|prime|minister|secretary|director|leader|"
    r"commander|member|deputy|vice|co-chair|founder|co-founder|chancellor|ambassador|mayor|governor|"
    r"treasurer|patron|rector|dean|editor|owner|speaker|spokesman|spokeswoman|spokesperson)\b)"
    # "who returns to Rome as deputy chief of the command".
    r"|(?:,? who)? (?:will )?(?:returns?|moves?|moved|goes|went|joins?|joined|stays?|stayed|"
    r"remains?|remained|continues?|continued|doubles|doubled|started|arrived|arrives)"
    r"(?: (?:to|in|at|on|back|from|the|a|his|her|there|here|[A-Z][\w-]+)){0,5} as "
    r"(?=(?:the|its|their|[A-Za-z-]+))"
)
_FARTHEST_TOLD = 40
#: A post and a party may stand between a name and its "who".
_FARTHEST_WHO = 80
#: The old post and its place between commas, then "to" and the new one.
_ASSIGNED = re.compile(r",[^;:()]*?,? to (?=[a-z]+(?: (?:of|for|to|[a-z]+)\b|,))")
_LONGEST_ASSIGNMENT = 260
_FINITE = re.compile(
    r"\b(?:said|says|told|is|was|were|are|will|would|went|had|have|can|could|[a-z]+ed to)\b"
)
_BODY_AFTER = re.compile(r",\s+(?:the )?(?=[A-Z]|\d+(?:st|nd|rd|th)? [A-Z])")
_SAYS = re.compile(r" (?:said|says|told|added|replied|insisted|claimed|argued|warned|accused)\b")
_OPENS = frozenset({" —", " –", " ("})
_LISTED = re.compile(r", [a-z]+(?:, [a-z]+){0,2},? and [a-z]+\b")


class Appositions(PostPhrases):
    """Reads the posts behind the names of one document."""

    def _after(self, run: Run, individual: Individual) -> Iterator[FoundPost]:
        start = self._after_tag(run.end)
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
            position = self._skip_description(position, end, run, individual)
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
            if any(token.text in ("not", "no", "though") for token in tokens[:4]):
                return
            if self._leads_to_name(title, run):
                return
            span = title.body or self._body_after(title, end)
            body = self._body_text(span) or (body if title.acting else None)
            stop = max(title.end, span.end if span else 0)
            if _SAYS.match(self._text, stop) and self._is_introduced(run):
                return  # "Targeting Roe, the Chief Minister said": somebody else
            passage = Span(run.start, stop)
            yield self._post(individual, title, span, passage, "apposition", 0.92, body)
            another = _ANOTHER.match(self._text, stop, end)
            if another is None:
                return
            position = another.end()

    def _is_introduced(self, run: Run) -> bool:
        """Whether a phrase in front of the clause ends with this name: "Targeting Roe, …"."""
        sentence = self._document.sentences[self._document.sentence_at(run.start)]
        opened = OPENING.match(self._text, sentence.start, run.start)
        return opened is not None and "," not in self._text[opened.end() : run.start]

    def _after_tag(self, position: int) -> int:
        """Past letters, a party, a state or an age: "Roe MP (Lab), the …", "Roe, D-N.Y., …"."""
        letters = _LETTERS.match(self._text, position)
        position = letters.end() if letters else position
        tag = _TAG.match(self._text, position)
        return tag.end() if tag else position

    def _told(self, run: Run, individual: Individual) -> Iterator[FoundPost]:
        """ "Whiting is the commander of …, and commander, 14th Air Force", "Roe was named …"."""
        told = _TOLD.match(self._text, self._after_tag(run.end))
        if told is None:
            return
        end = end_of_sentence(self._document, run)
        position = told.end()
        for _ in range(_MOST_POSTS):
            tokens = tokens_of(self._text, position, end)
            if not tokens or self._individuals.run_at(tokens[0].start) is not None:
                return
            title = read_title(self._text, tokens)
            if title is None or title.title.start - tokens[0].start > _FARTHEST_TOLD:
                return
            if self._leads_to_name(title, run):
                return
            span = title.body or self._body_after(title, end)
            if span is None and tokens[0].text.lower() in ("a", "an", "one"):
                return
            stop = max(title.end, span.end if span else 0)
            yield self._post(individual, title, span, Span(run.start, stop), "told of", 0.75)
            another = _ANOTHER.match(self._text, stop, end)
            if another is None:
                return
            position = another.end()

    def _assigned(self, run: Run, individual: Individual) -> Iterator[FoundPost]:
        """ "Maj. Gen. Roe, director of operations, …, to deputy commander, Space Delta 5."

        So the services announce assignments: without a verb, the new post behind "to".
        """
        if not self._text.startswith(",", run.end):
            return
        end = end_of_sentence(self._document, run)
        match = _ASSIGNED.match(self._text, run.end, min(end, run.end + _LONGEST_ASSIGNMENT))
        if match is None or _FINITE.search(self._text, run.end, match.end()):
            return
        tokens = tokens_of(self._text, match.end(), end)
        title = read_title(self._text, tokens) if tokens else None
        if title is None or title.title.start != tokens[0].start:
            return
        span = title.body or self._body_after(title, end)
        stop = max(title.end, span.end if span else 0)
        yield self._post(individual, title, span, Span(run.start, stop), "assigned to", 0.75)

    def _headed(self, run: Run, individual: Individual) -> Iterator[FoundPost]:
        """ "Devendra Yadav, who heads the party's wing"."""
        if " who " not in self._text[run.end : run.end + _FARTHEST_WHO]:
            return
        end = end_of_sentence(self._document, run)
        if title := headed_post(self._text, run.end, end):
            passage = Span(run.start, title.end)
            yield self._post(individual, title, title.body, passage, "relative clause", 0.8)

    def _skip_description(self, position: int, end: int, run: Run, individual: Individual) -> int:
        """ "a U.K. officer currently serving as the …": what comes after counts."""
        description = _DESCRIPTION.match(self._text, position, end)
        if description is not None:
            for word in tokens_of(self._text, position, description.end()):
                nation = nation_of_word().get(word.text)
                if nation:
                    passage = Span(run.lead, description.end() - 1)
                    self._nationalities.state(individual, nation, passage)
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
        if title.head == "member" and title.body and self._text[title.body.end - 1].islower():
            # "a leading member of the group" describes, unless the group has a name.
            return self._text[title.body.start : title.body.end] != (
                self._text[title.body.start : title.body.end].lower()
            )
        # "a Belgian planner", "an engineer by training" describe; "a spokesman for X" is a post.
        if title.body is not None or tokens[0].text.lower() not in ("a", "an", "one"):
            return True
        # "a former prime minister", "a former speaker": an office, no description.
        return title.former and title.head in words("titles", "offices")

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
            elif not (word[0].isupper() or word[0].isdigit()) and word not in (
                "of",
                "the",
                "for",
                "and",
                "–",
                "-",
            ):
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
