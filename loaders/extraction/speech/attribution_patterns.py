"""The patterns by which an attribution is told: "as X put it", "X's remark", "asked by X"."""

from __future__ import annotations

import re

from loaders.extraction.language.tries import trie
from loaders.extraction.language.vocabulary import ordered_words, words
from loaders.extraction.texts.document import MASK

AS_PUT = re.compile(
    r"[, ]*as (?=[^,.;]{2,80}(?:, [^,.;]{2,80},)? "
    r"(?:put|puts|phrased|described|explained|called|said))"
    r"|[, ]*(?:was|is) (?:all|what|how) (?=[^,.;]{2,60} (?:(?:could|would|had to) say|said|put it))"
)
#: "…." This was how Sithole summed it up; so said Roe; those were Gill's parting words.
PRESENTED = re.compile(
    r"[\s,]*(?:(?:This|That|Such|Thus|So|Here) (?:is |was |were )?(?:how|all) |"
    r"[Ss]o (?=said |says |spoke )|"
    r"(?:(?:This|That|Those|These|Such) )?(?:is|was|were) (?=(?:the )?(?:[a-z]+ )?"
    r"(?:[A-Z][\w.’'-]+ ){0,4}[A-Z][\w.-]*[’']s? (?:[a-z-]+ ){0,2}(?:words?|"
    rf"{trie(ordered_words('grammar', 'own_words'))})\b)|"
    r"(?:The|Those) words (?:are|were) (?:those of )?|[—–-]+ ?[Tt]hose (?:are|were) the words of )"
    r"(?:said |says |spoke )?"
)
IN_WORDS = re.compile(
    rf"\b[Ii]n (?P<who>(?P<his>his|her|their)|[^,.;:\n{MASK}]{{2,60}}?)(?:[’']s?)? "
    rf"(?:own |[a-z]+ )?(?:words|phrase)\b[^.;\n{MASK}]*\Z"
)
DASH_CREDIT = re.compile(r"[\s.]*(?:[—–]|--?)\s*(?=[A-ZÀ-Þ])")
ENDS_NAME = re.compile(r"\s*(?:[,.(—–@|-]|(?:of|from|in|at|on|to|via|and)\b|[A-Z\d]|\Z)")
CONJUNCTION = re.compile(
    r"[\s,;—–-]*(?:and|but|while|as|although|though|whereas|or|because|after|before|when|since|amid|following|if|"
    r"which|who|(?:to|in|for|after|upon) which)\b"
)


NOUNS = (
    r"(?:claim|assertion|accusation|allegation|warning|remark|comment|suggestion|insistence|"
    r"argument|description|promise|pledge|statement|contention|prediction|charge|complaint)s?\b"
)
SAYING_NOUN = re.compile(rf"[’']s (?:\w+ ){{0,2}}{NOUNS}")
MADE = re.compile(
    r"\b(?:withdrawn|withdrew|made|makes|repeated|repeats|retracted|retracts|stood by|stands by) "
    rf"(?:an?|the|his|her|their|its) (?:\w+ ){{0,2}}{NOUNS} that\b"
)
BY = re.compile(rf"\b{NOUNS} by (?=[^,;:]{{2,60}} that\b|[^;:]{{2,90}}, that\b)")
ASKED_BY = re.compile(
    r"(?:(?:But |And )?[Ww]hen )?[Aa]sked by (?=[^,;:]{2,60} (?:if|whether|about|why)\b)"
)
ANSWER_OF = re.compile(
    r"(?:The|A) (?:[a-z]+ ){0,2}(?:response|answer|reply|message|verdict|warning|advice|comment|"
    r"reaction|statement|explanation|conclusion) (?:of|from|by) "
)
#: "was accused of “scaremongering” by Mr Wallace": the passive's agent.
CALLED = re.compile(
    r"\b(?:was|were|been|being|is|are) (?:[a-z]+ly |also |later )?(?:accused of|called|branded|"
    r"described as|dismissed as|labell?ed|dubbed|condemned as|denounced as|criticis?z?ed as|"
    r"hailed as|derided as|slammed as|praised as|termed)(?: an?| the| being)? ?\Z"
)
BY_WHOM = re.compile(r",? by (?=[A-Z]|the |a |an |his |her |its |their |some |several |many )")
FARTHEST_PASSIVE = 60
#: Behind a quotation: "remark", "comments"; where it is one word, perhaps somebody else's opinion
#: ("his “baseless” claims"), only what is words itself.
OF_WORDS = re.compile(
    rf" (?:[a-z]+ )?(?:{NOUNS}|"
    r"(?:jibe|gibe|slur|taunt|insult|tweet|line|quip|joke|gaffe|boast)s?\b)"
)
OF_WORD = re.compile(r" (?:[a-z]+ )?(?:jibe|gibe|slur|taunt|insult|quip)s?\b")
POSSESSIVE = re.compile(r"[’']s? (?:[a-z-]+ ){0,2}\Z")
HIS = re.compile(r"\b(?P<his>[Hh]is|[Hh]er|[Tt]heir) (?:[a-z-]+ ){0,2}\Z")
#: What things do as well as persons: "Roe said the talk suggested it was “over”".
SHOWING = frozenset({"suggest", "indicate", "imply"})
SHORT_CLAUSE, MOST_VERBS = 60, 6
MENTAL = words("speech_verbs", "mental")
#: "…, a jab at Ann Gill, who had promised": what she promised is something else.
RELATIVE_TAIL = re.compile(r", (?:who|which|whom|whose)\b[^,]*\Z")
