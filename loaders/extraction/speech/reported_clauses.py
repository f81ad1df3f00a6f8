"""The bounds of a reported clause: where it begins behind its verb, where another one begins."""

from __future__ import annotations

import re

from loaders.extraction.language.tries import trie
from loaders.extraction.language.vocabulary import words
from loaders.extraction.posts.titles import may_be_title
from loaders.extraction.speech.attribution import Attributor
from loaders.extraction.speech.noun_phrases import Subject
from loaders.extraction.speech.speaker_nouns import noun_kind
from loaders.extraction.speech.verbs import VerbForm, VerbUse
from loaders.extraction.texts.document import MASK, Span

_ASIDE = re.compile(
    r"(?:,? (?:on|late on|earlier|late|early|last|this|later|(?:earlier|later|late|early) (?:this|"
    r"last|that|in the))? ?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|week|month|year|night|morning|"
    r"afternoon|evening|weekend|spring|summer|autumn|fall|winter)\b"
    r"(?: (?:morning|afternoon|evening|night))?,?|"
    rf",? (?:last|this|in|early in|late in) {trie(words('roles', 'weekdays'))}(?: \d{{4}})?,?(?= )|"
    r" (?:[a-z]+ ){1,2}(?:ago|later|earlier)\b,?|"
    r" (?:later|earlier|afterwards|afterward|repeatedly|publicly|privately|separately|today|again)"
    r"(?= that\b)|"
    r",? (?:on|over|in|during|at|to(?! [a-z]+ (?:with|together|a|an|the)\b)|after|through|via|"
    r"before|for|"
    r"from|by|with|of) "
    r"[^,;:¤]{1,90}?(?=,? that\b),?|"
    r",? in (?:a|an|his|her|their|its) (?:[\w-]+ ){0,5}(?:statement|speech|interview|tweet|post|"
    r"letter|email|call|address|briefing|remarks|report|message|release|memo)\b,?|"
    r",? (?:on )?(?:[A-Z][a-z]{2,8}\.? \d{1,2})(?:, \d{4})?,?|, (?:[\w ]{2,40}),(?= that\b)"
    r"| again| also| only| simply| merely)"
)
THAT = re.compile(r",? that\b,?\s")
_QUESTION_WORD = re.compile(
    r"\s*(?:whether|if|how|what|why|when|where|who|which|to|goodbye|hello|as much)\b"
    r"|\s*(?:no|so|yes)(?= to\b|[\s]*(?:[.,;:¤]|\Z))"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|shall|"
    r"does|"
    r"did|do|isn[’']t|aren[’']t|wasn[’']t|weren[’']t|don[’']t|doesn[’']t|didn[’']t|won[’']t|"
    r"wouldn[’']t|can[’']t|couldn[’']t|hasn[’']t|haven[’']t|hadn[’']t|cannot|it[’']s|they[’']re|"
    r"we[’']re|he[’']s|she[’']s|there[’']s|needs?|remains?|\w+[’']ll|\w+[’']ve)\b"
)
FINITE_LOOSE = re.compile(
    rf"{_FINITE.pattern}|\b{trie(words('grammar', 'irregular_pasts'))}\b|\b(?!\w*days?\b|"
    rf"yesterday\b|always\b|away\b|way\b)[a-z]{{2,}}(?:ed|s|ew|ught|ood|old|ent|ame|ook|ell|eft|et|"
    rf"ut|ay|ove|ow)\b"
)
_CLAUSE_START = re.compile(
    r"\s*(?:(?:the|a|an|his|her|its|their|our|my|this|that|these|those|there|he|she|it|they|we|you|"
    r"i|"
    r"all|both|some|many|most|more|no|any|every|each|one|two|three|another|nobody|nothing|everyone|"
    r"people|such|only|not|even|after|before|if|when|while|as|in|on|by|with|despite|under|without|"
    r"because|although|though|until|until|once|since|given|about|nearly|almost|over|at|around|"
    r"\d|[A-Z¤$£€]|[a-z]+s\b|[a-z]+ing\b)|[a-z-]+ [a-z-]*s?\b)",
    re.I,
)
_NEXT_REPORT = re.compile(
    r"(?:,|;|—|–)?\s*(?:(?:and|but|while|though|although|yet|then)\s+)?"
    r"(?:(?:also|later|then|further|again)\s+)*\Z"
)
_TAIL = re.compile(r"[\s.,;:!?—–]+\Z")
_REST_OF_OBJECT = re.compile(r"[^;:¤]{1,140}?(?= that\b)")
_RELATIVE_VERB = re.compile(
    r"\s*(?:is|are|was|were|will|would|has|have|had|can|could|may|might|must|should|does|did)\b"
    r"(?! (?:he|she|it|they|we|you|I|the|a|an)\b)"
)
_FARTHEST_QUOTATION = 80
_SUBORDINATE = re.compile(r"(?:Since|Because|If|When|While|Although|Though|Unless|Once) ")
_SHORTEST_CLAUSE = 14
_OWN_CLAUSE = re.compile(
    r", (?:the|a|an|that|this|those|these|it|he|she|they|we|there|some|many|most|all|no|our|his|"
    r"her|its|"
    r"their|[A-Z][\w.’'-]*|[a-z]+s)\b(?: [\w.’'-]+){0,8}? "
    rf"(?:{_FINITE.pattern}|[a-z]{{2,}}ed\b|means|makes|gives|takes|goes|comes)"
)
#: "saying that word, but …": "that" is no conjunction.
_DETERMINED = re.compile(r"[a-z]+[,.]")
_TITLE_BEFORE_NAME = re.compile(
    r" (?:the|its|his|her|their|a|an|[A-Z][\w.]*[’']s?)(?: [\w.’'-]+){1,8}"
)
#: "the minister in charge of space", "the spokesman for trade".
_OBJECT_OF_POST = re.compile(r" (?:in|of|for|at|on|to|from|with)\b")
_ENDS_RELATIVE = re.compile(r"\b(?:have|has|had|do|does|did|can|may|will|would|is|are)\Z")
_AS_PLACE = re.compile(r" (?:in|at|on|during|before|after|to) [^,;:.¤]{2,60},(?= )")
_LEAVING = re.compile(r" [a-z]+ing\b")
_PREPOSITION = re.compile(r"\s*(?:on|in|by|with|under|at|around|over|to|for|from|of|about|into)\b")
_RELATIVE = re.compile(r"[,;:]|\b(?:that|which|who|whose|whom|where|to)\b")
#: "…, and they discussed trade": what the speakers did next is not what they said.
_OWN_DEED = re.compile(
    r", and (?:they|he|she) (?:also )?(?:discussed|agreed|exchanged|reviewed|pledged|committed|"
    r"welcomed|thanked|condemned|praised)\b"
)
_AND_VERB = re.compile(r", (?:and|but) (?:then |also |later )?\Z")
_ENDS_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.[A-Z]\.|[ap]\.m\.|\b(?:Inc|Jr|Corp|Ltd|Co)\.)\Z")


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
        found = _REST_OF_OBJECT.match(self._masked, position, sentence.end)
        if found is None or _FINITE.search(self._masked, position, found.end()):
            return None
        return THAT.match(self._masked, found.end(), sentence.end)

    def after_asides(self, verb: VerbUse, position: int, sentence: Span) -> int:
        """Past "on Tuesday", "in a statement"; and "As she said in Bonn, the plan works"."""
        text = self._masked
        for _ in range(3):
            aside = _ASIDE.match(text, position, sentence.end)
            if aside is None or aside.end() >= sentence.end:
                break
            position = aside.end()
        if text.startswith(("As ", "as "), sentence.start) and verb.start - sentence.start < 80:
            place = _AS_PLACE.match(text, position, sentence.end)
            position = place.end() if place else position
        return position

    def bare(
        self, index: int, verb: VerbUse, position: int, sentence: Span
    ) -> tuple[Span, ...] | None:
        """The clause that a verb reports without "that"."""
        if not verb.verb.bare or text_at(self._masked, position) != " ":
            return None
        if self._masked[position - 1] == "," and _LEAVING.match(self._masked, position):
            # "…, the ministry said on Thursday, leaving the body with five members".
            return None
        if not _CLAUSE_START.match(self._masked, position, sentence.end):
            return None
        saying = verb.verb.base in ("say", "tell")
        opens_with_place = _PREPOSITION.match(self._masked, position) is not None
        if opens_with_place and not saying:
            return None
        # "said at a meeting held on Monday" reports nothing: behind a place the verb must be plain.
        return self.clause(index, position + 1, sentence, loose=saying and not opens_with_place)

    def clause(
        self, index: int, start: int, sentence: Span, loose: bool, told: bool = False
    ) -> tuple[Span, ...] | None:
        """The clause from `start` on, if it has a finite verb (`loose`: anything like one).

        `told` says that "that" opened it: no question word can.
        """
        if _RELATIVE_VERB.match(self._masked, start, sentence.end):
            # "a fund that will pay", "the things that he said was wrong".
            return None
        if told and _DETERMINED.match(self._masked, start, sentence.end):
            return None
        if not told and _QUESTION_WORD.match(self._masked, start, sentence.end):
            return None
        end = self._clause_end(index, start, sentence)
        span = self.strip(start, end)
        if span.end - span.start < 8 or self._masked[span.start] in ",.":
            return None
        stretch = self._masked[span.start : min(span.end, span.start + 240)]
        if not loose and (relative := _RELATIVE.search(stretch)):
            # "announced a coalition of companies that will grow": the finite verb is not its own.
            stretch = stretch[: relative.start()]
        if not (FINITE_LOOSE if loose else _FINITE).search(stretch):
            return None
        if not (loose or told) and _ENDS_RELATIVE.search(self._masked, start, span.end):
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
                if _AND_VERB.search(self._masked, max(start, verb.start - 14), verb.start):
                    return self._masked.rfind(",", start, verb.start)
                continue
            cut = self._connector(index, start, verb, at)
            if cut is not None:
                return cut
        if own := _OWN_DEED.search(self._masked, start, sentence.end):
            return own.start()
        quoted = self._masked.find(MASK, start, sentence.end)
        if (
            quoted > start
            and self._masked[quoted - 1] in " —–"
            and self._is_other_statement(quoted)
        ):
            return quoted
        return sentence.end

    def _credits_quotation(self, verb: VerbUse, sentence: Span) -> bool:
        """ "told them that they must leave and called the vote “a joke”": the second is another."""
        if self._masked[verb.start - 5 : verb.start] not in (" and ", " but "):
            return False
        if verb.verb.form is not VerbForm.PAST:
            return False
        high = min(sentence.end, verb.end + _FARTHEST_QUOTATION)
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
        match = _NEXT_REPORT.search(text, low, verb.start)
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
            if earlier > 0 and _TITLE_BEFORE_NAME.fullmatch(text, earlier + 1, direct):
                # "…, the yard's director, Marek Bielski, told us": the clause ends before it.
                post = _OBJECT_OF_POST.split(text[earlier + 1 : direct], maxsplit=1)[0]
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
            _OWN_CLAUSE.match(self._masked, inner, comma)
            or (_SUBORDINATE.match(self._masked, start) and comma - inner > _SHORTEST_CLAUSE)
        ):
            return False
        first = self._masked[start : start + 24].split(" ", 1)[0].lower()
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
        if not _FINITE.match(text, tail + 2, sentence.end):
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
        tail = _TAIL.search(text, max(start, end - 6), end)
        if tail is not None and not _ENDS_ABBREVIATED.search(text, start, end):
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
            _FINITE.search(between) and not following.startswith("who ")
        ):
            return second
        return comma
