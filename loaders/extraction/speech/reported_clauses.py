"""The bounds of a reported clause: where it begins behind its verb, where another one begins."""

from __future__ import annotations

import re

from loaders.extraction.language.vocabulary import words
from loaders.extraction.posts.title_words import may_be_title
from loaders.extraction.speech.attribution import Attributor
from loaders.extraction.speech.clause_patterns import (
    AGAINST,
    AND_VERB,
    AS_PLACE,
    ASIDE,
    BACKSHIFTED,
    CLAUSE_START,
    DASH,
    DASHED,
    DETERMINED,
    ENDS_ABBREVIATED,
    ENDS_RELATIVE,
    FARTHEST_QUOTATION,
    FINITE,
    FINITE_LOOSE,
    LEAVING,
    MAIN_CLAUSE,
    MAIN_VERB,
    NEXT_REPORT,
    OBJECT_OF_POST,
    OWN_CLAUSE,
    OWN_DEED,
    PREPOSITION,
    PRONOUN_AND_VERB,
    QUESTION_WORD,
    RELATIVE,
    RELATIVE_VERB,
    REST_OF_OBJECT,
    SET_OFF,
    SHORTEST_CLAUSE,
    SIDE_CLAUSE,
    SUBORDINATE,
    TAIL,
    THAT,
    TITLE_BEFORE_NAME,
)
from loaders.extraction.speech.run_subjects import Subject
from loaders.extraction.speech.speaker_nouns import noun_kind
from loaders.extraction.speech.verbs import VerbForm, VerbUse, lexicon
from loaders.extraction.texts.document import MASK, Span


def text_at(text: str, position: int) -> str:
    """The character at a position, "" beyond the end."""
    return text[position : position + 1]


class ReportedClauses:
    """Finds the bounds of clauses in one document."""

    def __init__(self, attributor: Attributor) -> None:
        self._by = attributor
        self._masked = attributor.masked

    def later_that(self, position: int, sentence: Span) -> re.Match[str] | None:
        """ "told the state assembly on Friday that": the rest of the object, and asides."""
        found = REST_OF_OBJECT.match(self._masked, position, sentence.end)
        if found is None or FINITE.search(self._masked, position, found.end()):
            return None
        return THAT.match(self._masked, found.end(), sentence.end)

    def after_asides(self, verb: VerbUse, position: int, sentence: Span) -> int:
        """Past "on Tuesday", "in a statement"; and "As she said in Bonn, the plan works"."""
        text = self._masked
        for _ in range(3):
            aside = ASIDE.match(text, position, sentence.end)
            if aside is None or aside.end() >= sentence.end:
                break
            position = aside.end()
        if text.startswith(("As ", "as "), sentence.start) and verb.start - sentence.start < 80:
            place = AS_PLACE.match(text, position, sentence.end)
            position = place.end() if place else position
        return position

    def bare(
        self, index: int, verb: VerbUse, position: int, sentence: Span
    ) -> tuple[Span, ...] | None:
        """The clause that a verb reports without "that"."""
        if not verb.verb.bare or text_at(self._masked, position) != " ":
            return None
        if self._masked[position - 1] == "," and LEAVING.match(self._masked, position):
            # "…, the ministry said on Thursday, leaving the body with five members".
            return None
        if not CLAUSE_START.match(self._masked, position, sentence.end):
            return None
        saying = verb.verb.base in ("say", "tell")
        opens_with_place = PREPOSITION.match(self._masked, position) is not None
        if opens_with_place and not saying:
            return None
        # "said at a meeting held on Monday" reports nothing: behind a place the verb must be plain.
        loose = saying and not opens_with_place
        loose = loose or PRONOUN_AND_VERB.match(self._masked, position, sentence.end) is not None
        return self.clause(index, position + 1, sentence, loose=loose)

    def clause(
        self, index: int, start: int, sentence: Span, loose: bool, told: bool = False
    ) -> tuple[Span, ...] | None:
        """The clause from `start` on, if it has a finite verb (`loose`: anything like one).

        `told` says that "that" opened it: no question word can.
        """
        if RELATIVE_VERB.match(self._masked, start, sentence.end):
            # "a fund that will pay", "the things that he said was wrong".
            return None
        if told and DETERMINED.match(self._masked, start, sentence.end):
            return None
        if not told and QUESTION_WORD.match(self._masked, start, sentence.end):
            return None
        end = self._clause_end(index, start, sentence)
        span = self.strip(start, end)
        if span.end - span.start < 8 or self._masked[span.start] in ",.":
            return None
        stretch = self._masked[span.start : min(span.end, span.start + 240)]
        if not loose and (relative := RELATIVE.search(stretch)):
            # "announced a coalition of companies that will grow": the finite verb is not its own.
            stretch = stretch[: relative.start()]
        if not (FINITE_LOOSE if loose else FINITE).search(stretch):
            return None
        if not (loose or told) and ENDS_RELATIVE.search(self._masked, start, span.end):
            # "acknowledged the loyalties some members may have": a noun with a relative clause.
            return None
        return (span,)

    def _clause_end(self, index: int, start: int, sentence: Span) -> int:
        """Where another verb of saying begins another statement, else the sentence's end."""
        verbs = self._by.verbs
        for at in range(index + 1, min(index + 8, len(verbs))):
            verb = verbs[at]
            if verb.start >= sentence.end:
                break
            if verb.start <= start:
                continue
            if self._credits_quotation(verb, sentence):
                return verb.start - len(" and ")
            if not verb.verb.clausal:
                if self._is_own_act(verb, subject_start=self._start_of(index)):
                    return verb.start - 2
                if AND_VERB.search(self._masked, max(start, verb.start - 14), verb.start):
                    return self._masked.rfind(",", start, verb.start)
                continue
            cut = self._connector(index, start, verb, at)
            if cut is not None:
                return cut
        if end := self._end_of_side_clause(index, start, sentence):
            return end
        for ending in (OWN_DEED, SET_OFF):
            if own := ending.search(self._masked, start, sentence.end):
                return own.start()
        semicolon = self._masked.find("; ", start, sentence.end)
        if semicolon > 0:
            return semicolon
        dashed = DASHED.search(self._masked, start, sentence.end)
        if dashed and not DASH.search(self._masked, start, dashed.start()):
            return dashed.start()
        if against := AGAINST.search(self._masked, start, sentence.end):
            reported = self._masked[start : against.start()]
            if verbs[index].verb.form is VerbForm.PAST and BACKSHIFTED.search(reported):
                return against.start()
        quoted = self._masked.find(MASK, start, sentence.end)
        if (
            quoted > start
            and self._masked[quoted - 1] in " —–"
            and self._is_other_statement(quoted)
        ):
            return quoted
        return sentence.end

    def _end_of_side_clause(self, index: int, start: int, sentence: Span) -> int:
        """ "Roe, who said she will go, made an offer", "Hours after she said so, Roe left".

        Where the side clause with the verb ends that the clause stands in; 0 where it is the main.
        """
        text, verb = self._masked, self._by.verbs[index]
        if text[max(0, verb.start - 80) : verb.start].rstrip().endswith(", who"):
            main = MAIN_VERB.search(text, start, sentence.end)
        elif self._opens(verb, sentence) or SIDE_CLAUSE.match(text, sentence.start, verb.start):
            main = MAIN_CLAUSE.search(text, start, sentence.end)
        else:
            return 0
        return main.start() if main else 0

    def _opens(self, verb: VerbUse, sentence: Span) -> bool:
        return verb.start == sentence.start and verb.verb.form is VerbForm.PARTICIPLE

    def _start_of(self, index: int) -> int:
        subject = self._by.subject_of(index)
        return subject.start if subject else -1

    def _is_own_act(self, verb: VerbUse, subject_start: int) -> bool:
        """ "Roe said it was over, urging them to vote": Roe urges, which is no part of it."""
        if verb.verb.form is not VerbForm.PARTICIPLE or verb.verb.base in words(
            "speech_verbs", "mental"
        ):
            return False
        before = self._masked[max(0, verb.start - 2) : verb.start]
        return before == ", " and subject_start >= 0

    def _credits_quotation(self, verb: VerbUse, sentence: Span) -> bool:
        """ "told them that they must leave and called the vote “a joke”": the second is another."""
        if self._masked[verb.start - 5 : verb.start] not in (" and ", " but "):
            return False
        if verb.verb.form is not VerbForm.PAST:
            return False
        high = min(sentence.end, verb.end + FARTHEST_QUOTATION)
        quoted = self._masked.find(MASK, verb.end, high)
        return quoted > 0 and "," not in self._masked[verb.end : quoted]

    def _is_other_statement(self, quoted: int) -> bool:
        return quoted in self._by.direct_starts

    def _connector(self, index: int, start: int, verb: VerbUse, at: int) -> int | None:
        """Where ", adding" or " but warned" or ", but Jones said" begins, if the verb has one."""
        text = self._masked
        after = text[verb.end : verb.end + 6]
        if verb.verb.form is VerbForm.PARTICIPLE:
            before = text[max(start, verb.start - 6) : verb.start].rstrip()
            joined = before.endswith((",", "—", "–", "and", "but")) or verb.verb.base == "add"
            return verb.start - 1 if joined else None
        low = max(start, verb.start - 40)
        match = NEXT_REPORT.search(text, low, verb.start)
        if match is not None and match.start() < verb.start - 1 and after.startswith(" that"):
            return match.start()
        if match is not None and re.match(r"(?:,\s*)?(?:and|but)\b", match.group().strip()):
            return match.start()
        subject = self._by.subject_of(at)
        reporting = self._by.verbs[index].verb.form
        if reporting is VerbForm.PARTICIPLE and subject is not None and subject.start < start:
            # "The ministers, recalling that …, noted that …": the main verb has its own clause.
            return verb.start - 2 if text[verb.start - 2 : verb.start] == ", " else None
        if subject is not None and subject.start > verb.end and text[verb.start - 2] == ",":
            return verb.start - 2  # "…, reports Efe".
        if subject is None or not start < subject.start < verb.start:
            return None
        lead = subject.run.lead if subject.run else subject.start
        link = re.search(
            r"(?:,|;|—|–) ?(?:(?:and|but|while|though|although|yet|whereas)\s)?(?:the )?\Z",
            text[max(start, lead - 16) : lead],
        )
        if link is None:
            return None
        return max(start, lead - 16) + link.start()

    def comma_before(self, head: int, sentence: Span) -> int:
        """The comma that ends the clause, with nothing but a title between it and the name."""
        text = self._masked
        direct = len(text[sentence.start : head].rstrip()) + sentence.start - 1
        if direct > sentence.start and text[direct] in ",—–":
            earlier = text.rfind(",", max(sentence.start, direct - 80), direct)
            if earlier > 0 and TITLE_BEFORE_NAME.fullmatch(text, earlier + 1, direct):
                # "…, the yard's director, Marek Bielski, told us": the clause ends before it.
                post = OBJECT_OF_POST.split(text[earlier + 1 : direct], maxsplit=1)[0]
                last = str(post).rsplit(" ", 1)[-1].lower()
                return earlier if noun_kind(last) is not None else direct
            return direct
        comma = text.rfind(",", max(sentence.start, head - 90), head)
        if comma < 0:
            return direct
        between = text[comma + 1 : head].split()
        return comma if all(may_be_title(word) for word in between) else direct

    def lead(self, subject: Subject, sentence: Span) -> int:
        """Where the subject's phrase begins, its title taken in."""
        lead = subject.run.lead if subject.run else subject.start
        for _ in range(3):
            before = self._masked[max(sentence.start, lead - 5) : lead]
            if before.endswith((" of ", " for ")):
                lead = self._masked.rfind(" ", sentence.start, lead - 4) + 1
                run = self._by.names.by_end.get(lead - 1)
                word = self._masked[lead : lead + 20]
                end = lead + len(word.split(" ", 1)[0])
                run = self._by.names.by_end.get(end)
                if run is not None:
                    lead = run.lead
            elif before.lower().endswith(" the "):
                lead -= 4
            else:
                break
        return lead

    def is_introduction(self, start: int, comma: int) -> bool:
        """ "In a statement, X said": what stands before the comma is no clause.

        "Since it is a combatant command, all services take part, X said" has one of its own.
        """
        inner = self._masked.find(",", start, comma)
        if inner > 0 and (
            OWN_CLAUSE.match(self._masked, inner, comma)
            or (SUBORDINATE.match(self._masked, start) and comma - inner > SHORTEST_CLAUSE)
        ):
            return False
        first = self._masked[start : start + 24].split(" ", 1)[0].lower()
        if first.endswith("ing") and first in lexicon():
            return True
        if first in (
            "in",
            "on",
            "at",
            "during",
            "after",
            "before",
            "asked",
            "speaking",
            "as",
            "for",
            "when",
            "while",
            "although",
            "though",
            "despite",
            "since",
            "because",
            "if",
            "by",
            "with",
            "under",
            "following",
            "amid",
            "from",
            "to",
            "last",
            "earlier",
            "later",
        ):
            return first not in ("if",) or comma - start < 25
        return False

    def rest(self, tail: int, sentence: Span) -> Span | None:
        """What goes on after ", X said,": None where the attribution ends the sentence."""
        text = self._masked
        if text[tail : tail + 2] != ", ":
            return None
        first = text[tail + 2 : tail + 26].split(" ", 1)[0].lower()
        if first.endswith("ing") or first in (
            "citing",
            "and",
            "but",
            "while",
            "who",
            "which",
            "as",
            "though",
            "although",
            "the",
            "a",
            "an",
            "in",
            "on",
            "at",
            "after",
            "during",
            "speaking",
            "before",
            "with",
        ):
            return None
        if not FINITE.match(text, tail + 2, sentence.end):
            return None
        return self.strip(tail + 2, sentence.end)

    def strip(self, start: int, end: int) -> Span:
        """Without blanks, "But" and the like at its start, and the full stop at its end."""
        text = self._masked
        while start < end and text[start] in " ,—–-:\n":
            start += 1
        for word in ("But ", "And ", "Yet ", "Still, ", "But, ", "However, "):
            if text.startswith(word, start):
                start += len(word)
        tail = TAIL.search(text, max(start, end - 6), end)
        if tail is not None and not ENDS_ABBREVIATED.search(text, start, end):
            end = tail.start()
        elif tail is not None:
            end = tail.start() + 1
        return Span(start, max(start, end))

    def end_of_apposition(self, comma: int, sentence: Span) -> int:
        """ "According to Major Devos, a Belgian planner, the cell …": the second comma."""
        if comma < 0:
            return -1
        following = self._masked[comma + 1 : sentence.end].lstrip()
        second = self._masked.find(",", comma + 1, sentence.end)
        if second < 0 or second - comma > 120:
            return comma
        between = self._masked[comma + 1 : second]
        if following.startswith(("a ", "an ", "the ", "who ", "its ", "his ", "her ")) and not (
            FINITE.search(between) and not following.startswith("who ")
        ):
            return second
        return comma
