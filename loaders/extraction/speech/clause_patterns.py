"""The patterns that tell where a reported clause begins and ends."""

from __future__ import annotations

import re

from loaders.extraction.dates.calendar import any_weekday
from loaders.extraction.language.tries import trie
from loaders.extraction.language.vocabulary import words

ASIDE = re.compile(
    r"(?:,? (?:on|late on|earlier|late|early|last|this|later|(?:earlier|later|late|early) (?:this|"
    r"last|that|in the))? ?"
    rf"(?:{any_weekday()}|today|yesterday|week|month|year|night|morning|"
    r"afternoon|evening|weekend|spring|summer|autumn|fall|winter)\b"
    r"(?: (?:morning|afternoon|evening|night))?,?|"
    rf",? (?:last|this|in|early in|late in) {trie(words('roles', 'weekdays'))}(?: \d{{4}})?,?(?= )|"
    r" (?:[a-z]+ ){1,2}(?:ago|later|earlier)\b,?|"
    r" (?:later|earlier|afterwards|afterward|repeatedly|publicly|privately|separately|today|again)"
    r"(?= that\b)| [a-z]+ly(?= that\b)|"
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
QUESTION_WORD = re.compile(
    r"\s*(?:whether|if|how|what|why|when|where|who|which|(?:not )?to|goodbye|hello|as much)\b"
    r"|\s*(?:no|so|yes)(?= to\b|[\s]*(?:[.,;:¤]|\Z))"
)
FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|shall|"
    r"does|"
    r"did|do|isn[’']t|aren[’']t|wasn[’']t|weren[’']t|don[’']t|doesn[’']t|didn[’']t|won[’']t|"
    r"wouldn[’']t|can[’']t|couldn[’']t|hasn[’']t|haven[’']t|hadn[’']t|cannot|it[’']s|they[’']re|"
    r"we[’']re|he[’']s|she[’']s|there[’']s|needs?|remains?|\w+[’']ll|\w+[’']ve)\b"
)
FINITE_LOOSE = re.compile(
    rf"{FINITE.pattern}|\b{trie(words('grammar', 'irregular_pasts'))}\b|\b(?!\w*days?\b|"
    rf"yesterday\b|always\b|away\b|way\b)[a-z]{{2,}}(?:ed|s|ew|ught|ood|old|ent|ame|ook|ell|eft|et|"
    rf"ut|ay|ove|ow)\b"
)
CLAUSE_START = re.compile(
    r"\s*(?:(?:the|a|an|his|her|its|their|our|my|this|that|these|those|there|he|she|it|they|we|you|"
    r"i|"
    r"all|both|some|many|most|more|no|any|every|each|one|two|three|another|nobody|nothing|everyone|"
    r"people|such|only|not|even|after|before|if|when|while|as|in|on|by|with|despite|under|without|"
    r"because|although|though|until|until|once|since|given|about|nearly|almost|over|at|around|"
    r"\d|[A-Z¤$£€]|[a-z]+s\b|[a-z]+ing\b)|[a-z-]+ [a-z-]*s?\b)",
    re.I,
)
NEXT_REPORT = re.compile(
    r"(?:,|;|—|–)?\s*(?:(?:and|but|while|though|although|yet|then)\s+)?"
    r"(?:(?:also|later|then|further|again)\s+)*\Z"
)
TAIL = re.compile(r"[\s.,;:!?—–]+\Z")
REST_OF_OBJECT = re.compile(r"[^;:¤]{1,140}?(?= that\b)")
RELATIVE_VERB = re.compile(
    r"\s*(?:is|are|was|were|will|would|has|have|had|can|could|may|might|must|should|does|did)\b"
    r"(?! (?:he|she|it|they|we|you|I|the|a|an)\b)"
)
#: "admitted it came at a risk", "cautioned she rarely wins": a subject, no object.
PRONOUN_AND_VERB = re.compile(
    r" (?:(?:he|she|they|we|I) (?!and\b|or\b)[a-z]|it (?:[a-z]+ly |also |never |still |now )?"
    rf"(?:[a-z]+[^su]s|{FINITE_LOOSE.pattern})\b)"
)
FARTHEST_QUOTATION = 80
SUBORDINATE = re.compile(r"(?:Since|Because|If|When|While|Although|Though|Unless|Once|Until) ")
SHORTEST_CLAUSE = 14
OWN_CLAUSE = re.compile(
    r", (?:the|a|an|that|this|those|these|it|he|she|they|we|there|some|many|most|all|no|our|his|"
    r"her|its|"
    r"their|[A-Z][\w.’'-]*|[a-z]+s)\b(?: [\w.’'-]+){0,8}? "
    rf"(?:{FINITE.pattern}|[a-z]{{2,}}ed\b|means|makes|gives|takes|goes|comes)"
)
#: "saying that word, but …": "that" is no conjunction.
DETERMINED = re.compile(r"[a-z]+[,.]")
TITLE_BEFORE_NAME = re.compile(
    r" (?:the|its|his|her|their|a|an|[A-Z][\w.]*[’']s?)(?: [\w.’'-]+){1,8}"
)
#: "the minister in charge of space", "the spokesman for trade".
OBJECT_OF_POST = re.compile(r" (?:in|of|for|at|on|to|from|with)\b")
ENDS_RELATIVE = re.compile(r"\b(?:have|has|had|do|does|did|can|may|will|would|is|are)\Z")
AS_PLACE = re.compile(r" (?:in|at|on|during|before|after|to) [^,;:.¤]{2,60},(?= )")
LEAVING = re.compile(r" (?:[a-z]+ing|as|when|while|after|before|since)\b")
PREPOSITION = re.compile(r"\s*(?:on|in|by|with|under|at|around|over|to|for|from|of|about|into)\b")
RELATIVE = re.compile(r"[,;:]|\b(?:that|which|who|whose|whom|where|to)\b")
#: "…, and they discussed trade": what the speakers did next is not what they said.
OWN_DEED = re.compile(
    r", and (?:they|he|she) (?:also )?(?:discussed|agreed|exchanged|reviewed|pledged|committed|"
    r"welcomed|thanked|condemned|praised)\b"
)
#: "…, triggering a turmoil in the House": what the words led to.
SET_OFF = re.compile(
    r", (?:triggering|prompting|sparking|provoking|eliciting|evoking|drawing|earning|inviting|"
    r"infuriating|angering|setting off|leading [A-Z][\w’'-]+ to) "
    r"|, but (?:did|also|later|then|nonetheless) "
    r"|, as (?:did|do|does|has|have|had) "  # "…, as did a spokesperson"
)
DASH = re.compile(r"[–—]| - ")
#: "… - but she had accepted it the night before": no aside, but another clause.
DASHED = re.compile(r" [-–—] (?:and|but|as|while|after) (?![^,;]*[-–—])")
#: "said he had won, but his rivals have cried foul": the tense is the reporter's own.
AGAINST = re.compile(r", but (?:[\w’'-]+ ){1,6}?(?:have|has) ")
BACKSHIFTED = re.compile(r"\b(?:had|would)\b")
AND_VERB = re.compile(r", (?:and|but) (?:then |also |later )?\Z")
ENDS_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.[A-Z]\.|[ap]\.m\.|\b(?:Inc|Jr|Corp|Ltd|Co)\.)\Z")
#: "Hours after she said …", "When he announced …": the main clause comes later.
SIDE_CLAUSE = re.compile(
    r"(?:(?:[A-Z][a-z]+ )?(?:[Aa]fter|[Bb]efore)|When|While|As|Since|Once|Although|Though) "
    r"[^,;:¤]{0,60}\Z"
)
MAIN_CLAUSE = re.compile(r", (?=(?:[a-z]+ ){0,3}[A-Z]|he |she |they |it |the |a )")
MAIN_VERB = re.compile(rf", (?=(?:[a-z]+ed|{trie(words('grammar', 'irregular_pasts'))}) (?!by\b))")
