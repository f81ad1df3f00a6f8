"""The sentences that count nations into a coalition, as patterns over reduced clauses.

Ⓝ is one nation or an enumeration, Ⓓ one used as an adjective, Ⓒ a coalition, Ⓣ a date
(`clauses.py`). In a pattern, `n` and `n2` mark the nations meant, `c` the coalition, `count` a
stated number. A rule without `c` leans on the coalition named shortly before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from loaders.extraction.vocabulary import ordered_words


class Status(StrEnum):
    """How a nation stands to a coalition; the slugs of `data/reference/statuses.yaml`."""

    MEMBER = "member"
    SIGNED = "signed"
    HOST = "host"
    PARTICIPANT = "participant"
    LETTER_OF_INTENT = "letter of intent"
    ANNOUNCED = "announced"
    INVITED = "invited"
    ASSOCIATE = "associate"
    OBSERVER = "observer"
    LIAISON = "liaison"


class Act(StrEnum):
    """What the sentence tells: how things stand, that one came, that one went."""

    STANDING = "standing"
    JOINING = "joining"
    LEAVING = "leaving"


@dataclass(frozen=True, slots=True)
class Rule:
    """One shape of sentence, and how many nations it takes at least."""

    name: str
    pattern: re.Pattern[str]
    status: Status
    act: Act
    confidence: float
    minimum: int = 1


def _any(section: str) -> str:
    return "(?:" + "|".join(ordered_words("membership_words", section)) + ")"


_NUMBER_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS, start=2)}


@cache
def count_pattern() -> str:
    """Matches a stated number of nations, in figures or words."""
    words = "|".join((*NUMBERS, *(w.title() for w in NUMBERS)))
    return rf"(?:\d{{1,3}}|{words}|twenty-(?:one|two|three|four|five)|thirty)"


def _parts() -> dict[str, str]:
    """The pieces that the patterns are written with."""
    adjectives, roles = f"(?i:{_any('role_adjectives')})", f"(?i:{_any('roles')})"
    counted = f"(?:(?P<count>{count_pattern()}) )?"
    people = f"(?:{adjectives},? |[a-z]+-[a-z]+ ){{0,4}}{roles}"
    no_coalition = (
        r"(?!-| (?:[a-z]+-)?(?:all(?:y|ies)|members?|leaders?|partners?|nations|countries|foreign|"
        r"defen[cs]e|ministers?|summit|meetings?|talks|headquarters|forces|troops|chief|Secretary|"
        r"counterparts?|[Pp]rincipals|[Bb]oard|statement|officials|delegation|working|space|space-))"
    )
    adverbs = (
        r"(?:,? (?:too|also|then|now|both|formally|officially|recently|first|already|later|since|jointly|"
        r"Ⓣ|on Ⓣ|in Ⓣ|has|have|had|each|all|together|subsequently|initially|itself|themselves|quietly|just))*"
    )
    return {
        "COUNTED": counted,
        "PEOPLE": people,
        "ROLE": roles,
        "MEMBERS": f"(?:(?:the|The|all|its|their|these|those|our|a|an|of|some) ){{0,2}}{counted}{people}",
        "C": rf"(?:(?:the|The|this|This|a|an|our|its|that) )?(?:[\w\-’'Ⓓ.]+ ){{0,3}}?(?P<c>Ⓒ){no_coalition}",
        "SUBJECT": rf"(?P<n>Ⓝ)(?:(?:’s|'s)(?: [\w-]+){{1,3}})?"
        rf"(?:, [^,;Ⓝ]{{3,70}},|, (?:the )?[A-ZⒸ][^;Ⓝ]{{0,120}}? and (?:the )?[A-ZⒸ][^,;Ⓝ]{{2,50}}?)?{adverbs},? (?:and )?",
        "LIST": r"(?:the |both |also )?(?P<n>Ⓝ)",
        "ROSTER": _any("roster_verbs"),
        "FOUND": _any("founding_verbs"),
        "JOIN": _any("join_verbs"),
        "SIGN": _any("sign_verbs"),
        "LEAVE": _any("leave_verbs"),
        "TAKE": _any("take_part_verbs"),
        "INTEND": _any("intend_verbs"),
        "IS": r"(?:is|was|are|were)",
        "BECOME": r"(?:became|becomes|becoming|has become|have become|had become|become|making it|makes it)",
        "ORD": r"(?:\d+(?:st|nd|rd|th)|[a-z]+(?:th|st|nd|rd)|[a-z]+-[a-z]+(?:th|st|nd|rd)|newest|latest|only|most recent)",
        "NEAR": r"[^.;Ⓝ]{0,60}?",
        "PERSONNEL": r"(?:personnel|troops|officers|operators|teams|service members|airmen|representatives|"
        r"participants|forces|experts|players|members|delegations|delegates|military personnel|crews|staff|specialists)",
    }


_ROSTERS: tuple[tuple[str, str, float, int], ...] = (
    (
        "roster: in addition to",
        r"{COUNTED}{PEOPLE}[^Ⓝ.;]{{0,60}}in addition to (?:the )?(?P<n2>Ⓝ) ?[:,—–-] ?{LIST}",
        0.95,
        1,
    ),
    (
        "roster: besides",
        r"[Ii]n addition to (?:the )?(?P<n2>Ⓝ), [^.;Ⓝ]{{0,30}}{PEOPLE}[^.;Ⓝ]{{0,30}}? (?:are|include|includes|were) {LIST}",
        0.85,
        1,
    ),
    (
        "roster: coalition unites nations of",
        r"{C}(?:’s|'s)?[^.;Ⓝ]{{0,40}}? {ROSTER} (?:[^.;Ⓝ]{{0,20}}? )??{MEMBERS}[^.;Ⓝ]{{0,40}}?"
        r"(?: of|:| —| –| -|,|, including| such as|\)|, namely) ?{LIST}",
        0.95,
        1,
    ),
    (
        "roster: coalition unites",
        r"{C}(?:,| which| that| now| currently| still| already| also)* {ROSTER} {LIST}",
        0.85,
        2,
    ),
    (
        "roster: coalition's members",
        r"(?P<c>Ⓒ)(?:’s|'s)? {COUNTED}{PEOPLE}(?: now| currently)?"
        r"(?:,| are| is|:| includes?| included| compris(?:e|ing)| —| –| \(| were| such as| including)* ?{LIST}",
        0.85,
        1,
    ),
    (
        "roster: members of coalition",
        r"{COUNTED}{PEOPLE} (?:of|in|to) {C}(?:[^.;Ⓝ]{{0,30}}?)"
        r"(?:,| are| is|:| includes?| included| compris(?:e|ing)| —| –| \(| were| such as| including)+ ?{LIST}",
        0.85,
        1,
    ),
    (
        "roster: counts nations",
        r"\b{ROSTER} {COUNTED}{PEOPLE}(?: now)?(?::| —| –) ?{LIST}",
        0.8,
        2,
    ),
    (
        "roster: whose members are",
        r"(?P<c>Ⓒ),? whose {COUNTED}{PEOPLE}(?: now| currently)? (?:are|include|were|:) {LIST}",
        0.9,
        1,
    ),
    ("roster: began with", r"(?P<c>Ⓒ)[^.;Ⓝ]{{0,40}} (?:began|started|launched)[^.;Ⓝ]{{0,30}} with {LIST}", 0.75, 2),
    ("roster: in brackets", r"(?P<c>Ⓒ) (?:\(|[—–] )(?:the )?(?P<n>Ⓝ)(?:\)| [—–])", 0.8, 2),
    (
        "roster: a pact between",
        r"(?P<c>Ⓒ)(?:,| is| —| –) (?:a|an|the) [^.;Ⓝ]{{0,60}}(?:between|among|of|by|uniting|linking|joining|"
        r"includ(?:es|ing)|comprising) (?:{MEMBERS} ?(?:of|:|—|,|including)? )?{LIST}",
        0.8,
        2,
    ),
    (
        "roster: is a member",
        r"(?P<n>Ⓝ)(?:,? [a-z]+ly)? (?:is|are|was|were|remains?)(?: [a-z]+)? (?:(?:all|both|each|also) )?"
        r"(?:(?:a|an|the|one of the) )?{COUNTED}{PEOPLE} (?:of|in|to) {C}",
        0.85,
        1,
    ),
    (
        "roster: apposition",
        r"(?P<n>Ⓝ), (?:(?:all|both|each|fellow|a|an|another|the other) )?(?:{PEOPLE} (?:of|in|to) {C}|(?P<c2>Ⓒ) {ROLE})(?=[,.;)])",
        0.8,
        1,
    ),
    (
        "roster: is a coalition member",
        r"(?P<n>Ⓝ) (?:is|are|was|were|remains?)(?: [a-z]+)? (?:(?:all|both|each|also) )?(?:(?:a|an|the) )?"
        r"(?:full |founding )?(?P<c>Ⓒ) {ROLE}",
        0.85,
        1,
    ),
)

_FOUNDINGS = (
    ("founding", r"{SUBJECT}{FOUND} (?!.{{0,40}} with )[^.;Ⓝ]{{0,40}}?{C}", 0.8, 2),
    (
        "founded by",
        r"(?P<c>Ⓒ)[^.;Ⓝ]{{0,20}} (?:was|were) [^.;Ⓝ]{{0,20}}(?:founded|formed|established|launched|created|signed|set up)"
        r"[^.;Ⓝ]{{0,40}} by {LIST}",
        0.8,
        2,
    ),
)

_JOININGS = (
    ("joined", r"{SUBJECT}(?:having )?{JOIN} (?!by\b){C}(?!,? (?:in|as) (?:support|warning))", 0.85, 1),
    (
        "became the next to join",
        r"(?P<n>Ⓝ)[^.;Ⓝ]{{0,60}}? (?:{BECOME}|{IS}) (?:(?:the|a|an) )?(?:{ORD} |full |formal |official |\w+ )*?"
        r"(?:{PEOPLE}) to (?:join|accede to|enter) {C}",
        0.95,
        1,
    ),
    (
        "became a member",
        r"(?P<n>Ⓝ)[^.;Ⓝ]{{0,60}}? {BECOME} (?:(?:the|a|an) )?(?:{ORD} )?(?:{ORD} |full |formal |official )*"
        r"(?:{PEOPLE}|(?P<c2>Ⓒ) {ROLE})(?: (?:of|in|to) {C})?(?= |[,.])",
        0.9,
        1,
    ),
    (
        "made the next to join",
        r"(?:makes|making|made) {LIST} (?:the|a) (?:{ORD} )?[^.;Ⓝ]{{0,40}}to join {C}",
        0.9,
        1,
    ),
    (
        "joined by",
        r"(?P<c>Ⓒ)[^;]{{0,160}} (?:joined|followed) [^.;Ⓝ]{{0,20}}?by {LIST}(?!’s|'s| (?:officials|officers|leaders))",
        0.8,
        1,
    ),
    (
        "welcomed as",
        r"(?:[Ww]elcom(?:ed|es|ing|e)|[Rr]ecogni[sz](?:ed|es|ing)|[Aa]dmitt(?:ed|ing)|[Aa]ccept(?:ed|ing)|[Ii]nducted) "
        r"{LIST}(?:’s|'s)? (?:as|into|in|to|formal membership in|membership in|membership of|accession to|entry into|having joined|for joining|joining) "
        r"[^.;Ⓝ]{{0,50}}?(?P<c>Ⓒ)(?! (?:[Hh]eadquarters|meeting|summit|talks))",
        0.85,
        1,
    ),
    (
        "coalition welcomes",
        r"(?P<c>Ⓒ)(?:[^.;Ⓝ]{{0,20}})? (?:[Ww]elcom(?:ed|es)|[Aa]dd(?:s|ed)|[Aa]dmit(?:s|ted)|[Gg]ain(?:s|ed)) {LIST}"
        r"(?=[,.;]| as | on | Ⓣ| in |\Z)",
        0.75,
        1,
    ),
    (
        "accession of",
        r"(?:accession|addition|admission|entry|inclusion) (?:of|by) {LIST}[^.;Ⓝ]{{0,30}}?(?: (?:to|of|into|in) {C})",
        0.85,
        1,
    ),
    (
        "its accession",
        r"(?P<n>[ⓃⒹ])(?:’s|'s)? (?:formal |official |full |recent |own )*(?:accession|addition|admission|entry|membership|inclusion) "
        r"(?:to|of|into|in) {C}",
        0.8,
        1,
    ),
    ("joined then", r"{SUBJECT}(?:joined|acceded)(?= (?:in |on |early |late )*Ⓣ)", 0.8, 1),
    ("with it joining", r"\bwith {LIST} joining {C}", 0.8, 1),
)

_SIGNINGS = (
    ("signed", r"{SUBJECT}(?:having )?{SIGN} (?![^.;]{{0,40}} with ){C}", 0.9, 1),
    (
        "signed an instrument of",
        r"{SUBJECT}{SIGN} (?:(?:a|an|the|its|their|two) )?(?:[\w-]+ ){{0,3}}?(?:memorand(?:um|a)|MOUs?|MoUs?|agreements?|charter|"
        r"accession|declarations?|treaty|convention|arrangements?|statements?)[^.;Ⓝ]{{0,50}}?(?: to | of | on | for | establishing |"
        r" governing | creating | joining | making | \()[^.;Ⓝ]{{0,30}}?{C}",
        0.8,
        1,
    ),
    (
        "became the next to sign",
        r"(?P<n>Ⓝ)[^.;Ⓝ]{{0,60}}? (?:{BECOME}|{IS}) (?:(?:the|a|an) )?(?:{ORD} |full |\w+ )*?(?:{PEOPLE}) to (?:sign|endorse|commit to|adopt)"
        r"(?: (?:on to |onto |up to )?{C})?",
        0.95,
        1,
    ),
    (
        "became a signatory",
        r"(?P<n>Ⓝ)[^.;Ⓝ]{{0,60}}? (?:{BECOME}|as) (?:(?:the|a|an|its) )?(?:{ORD} )?(?:{ORD} )?(?:(?P<c>Ⓒ) )?"
        r"[Ss]ignator(?:y|ies)(?: (?:of|to) {C2})?",
        0.95,
        1,
    ),
    (
        "made the next to sign",
        r"(?:makes|making|made) {LIST} (?:the|a) (?:{ORD} )?[^.;Ⓝ]{{0,40}}to sign {C}",
        0.9,
        1,
    ),
    ("signed by", r"{C}[^.;Ⓝ]{{0,50}} signed(?: [^.;Ⓝ]{{0,20}})? by {LIST}(?!’s|'s| [a-z]+ers?\b)", 0.85, 1),
    ("signed on behalf of", r"[Ss]igned [^.;Ⓝ]{{0,60}}on behalf of {LIST}", 0.7, 1),
    ("its signing", r"(?P<n>[ⓃⒹ])(?:’s|'s)? (?:formal |recent )*(?:signing|signature) (?:of|to) {C}", 0.8, 1),
    ("signing by", r"(?:signing|signature) of {C} by {LIST}", 0.8, 1),
)

_LETTERS = (
    (
        "signed a letter of intent",
        r"(?P<n>Ⓝ)[^.;Ⓝ]{{0,40}}? {SIGN} (?:a|an|the|their|its) [^.;Ⓝ]{{0,30}}?(?:letters? of intent|statements? of intent|"
        r"declarations? of intent)(?:[^.;Ⓝ]{{0,80}}?{C})?",
        0.9,
        1,
    ),
    (
        "letter of intent signed by",
        r"(?:[Ll]etters? of intent)[^.;Ⓝ]{{0,60}} signed [^.;Ⓝ]{{0,30}}by {LIST}",
        0.85,
        1,
    ),
)

_LEAVINGS = (
    ("left", r"{SUBJECT}{LEAVE} {C}", 0.85, 1),
    ("its withdrawal", r"(?P<n>[ⓃⒹ])(?:’s|'s)? (?:formal )?(?:withdrawal|departure|exit) from {C}", 0.8, 1),
    (
        "will leave",
        r"{SUBJECT}(?:{INTEND}) (?:formally )?(?:withdraw from|leave|pull out of|exit|quit) {C}",
        0.8,
        1,
    ),
)

_INVITATIONS = (
    (
        "invited to join",
        r"(?:[Ii]nvit(?:ed|es|ing|e)|[Ii]nvitations? (?:\w+ )?(?:to|for)|[Aa]sked) [^.;Ⓝ]{{0,20}}?{LIST}"
        r"(?: (?:to (?:join|become|take part|participate|sign)|into|to {C})|(?= as (?:full )?members))",
        0.9,
        1,
    ),
    (
        "has been invited",
        r"(?P<n>Ⓝ) (?:has|have|had|was|were|is|are)(?: also| been| being| formally| since)* invited"
        r"(?: by [^.;Ⓝ]{{0,30}}?)? (?:to (?:join|become|participate|take part|sign)|into)",
        0.9,
        1,
    ),
    (
        "received an invitation",
        r"(?P<n>Ⓝ) (?:has |have )?(?:received|got) (?:an )?invitations? to (?:join|become|participate)",
        0.9,
        1,
    ),
)

_INTENTIONS = (
    (
        "will join",
        r"{SUBJECT}{INTEND} (?:formally |also |soon |officially )*(?:join|sign|sign up to|accede to|ratify|enter|take part in|participate in|"
        r"become (?:a |an |the )?(?:{ORD} )?(?:{PEOPLE}) (?:of|in|to)) {C}",
        0.8,
        1,
    ),
    (
        "joining announced",
        r"(?P<n>Ⓝ)(?:’s|'s)? (?:decision|intention|plans?|intent|commitment|agreement|application|bid) to (?:join|sign|accede to|become) [^.;Ⓝ]{{0,30}}?{C}",
        0.75,
        1,
    ),
)

_OBSERVERS = (
    (
        "observer",
        r"(?P<n>Ⓝ) (?:(?:is|are|was|were|remains?|became|becomes|joined|attended|participated|took part|acts?|served|serves?|"
        r"holds?|has|have)(?: also| both)? (?:\w+ ){{0,3}}?)?(?:as )?(?:an |the )?observers?\b(?: status)?",
        0.85,
        1,
    ),
    ("sent observers", r"(?P<n>Ⓝ)(?: also| both| each)? (?:sent|dispatched|provided|had|has|have) (?:\w+ )?observers\b", 0.85, 1),
    (
        "observers from",
        r"[Oo]bservers?(?: nations| states| countries)?(?: (?:from|were|are|included|include|such as)|:) {LIST}",
        0.8,
        1,
    ),
    (
        "attended as observers",
        r"from {LIST}(?: also)? (?:attended|took part|participated|were present|joined|came)[^.;Ⓝ]{{0,40}}? as observers",
        0.85,
        1,
    ),
    ("observed", r"(?P<n>Ⓝ)(?: also| both)? (?:observed|observing|observes|observe)(?: {C}|[,.]| for the first| it\b| (?:the|this) [a-z]+)", 0.75, 1),
)

_ASSOCIATES = (
    (
        "associate",
        r"(?P<n>Ⓝ)[^.;Ⓝ]{{0,30}} (?:is|are|was|were|became|becomes|as|remains?) (?:an |also )?associates?(?: (?:members?|partners?|states?|status))?\b",
        0.85,
        1,
    ),
    ("associate members", r"[Aa]ssociate (?:members?|partners?)(?: are| include| were|,|:)? {LIST}", 0.8, 1),
)

_LIAISONS = (
    ("liaison from", r"[Ll]iaison officers? (?:from|of) {LIST}", 0.8, 1),
    (
        "sends liaison",
        r"(?P<n>Ⓝ)[^.;Ⓝ]{{0,30}} (?:has|have|had|sent|sends|posted|posts|maintains?|keeps?|assigned|provides?|embedded) [^.;Ⓝ]{{0,20}}liaison officers?",
        0.8,
        1,
    ),
)

_PARTICIPANTS = (
    (
        "nations participating",
        r"(?:[Nn]ations|[Cc]ountries|[Aa]llies|[Ss]tates) (?:participating|taking part|represented) in {C} (?:were|are|included?|:) {LIST}",
        0.9,
        1,
    ),
    ("took part", r"{SUBJECT}{TAKE} {C}", 0.85, 1),
    (
        "exercise with",
        r"{C}[^.;]{{0,110}}(?:\bwith|\bfrom|involv(?:ed|es|ing)|includ(?:ed|es|ing)|featur(?:ed|es|ing)|drew|brought together|among|"
        r"between|hosted|unites?|gathered) (?:[^.;Ⓝ]{{0,20}} )?(?:{MEMBERS}[^.;Ⓝ]{{0,30}}?(?:from|of|:|—|–|,|including) ?)?{LIST}",
        0.75,
        2,
    ),
    (
        "nations took part",
        r"{COUNTED}{PEOPLE} (?:also )?(?:took part|participated|participate|trained together|competed|joined|attended|are taking part|"
        r"take part)[^.;Ⓝ]{{0,50}}?(?::|—|–|, including|, namely|,) ?{LIST}",
        0.85,
        1,
    ),
    (
        "participants were",
        r"(?:[Pp]articipants|[Pp]articipating (?:nations|countries|allies|partners)|[Pp]artner nations|[Pp]layers|[Tt]eams|[Cc]ontingents)"
        r"(?: (?:this year|in {C}))?(?: (?:from|included?|are|were|came from|comprised)|:)+ {LIST}",
        0.8,
        1,
    ),
    (
        "personnel took part",
        r"{PERSONNEL} (?:from|of) (?:{MEMBERS}(?: of|:|,| —| including)* )?{LIST}(?: also| then)? (?:took part|participated|trained|competed|"
        r"are participating|are taking part|joined)",
        0.8,
        1,
    ),
    ("also took part", r"(?P<n>Ⓝ)(?: also| both| again| then)? (?:took part|participated|are taking part|are participating)(?=[,.;]| alongside| for the first)", 0.7, 1),
)

_HOSTS = (
    ("hosted by", r"(?P<c>Ⓒ)[^.;Ⓝ]{{0,60}} hosted by {LIST}", 0.7, 1),
    ("hosts", r"(?P<n>Ⓝ) (?:hosts|hosted|is hosting|will host) {C}", 0.7, 1),
)


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Rules of one status; `stems` is what a sentence must hold for any of them to match."""

    stems: re.Pattern[str]
    exercise: bool
    rules: tuple[Rule, ...]


@cache
def membership_rules() -> tuple[RuleGroup, ...]:
    """All rules, the more telling first: a nation counted by one is left alone by the later ones."""
    groups = (
        (r"intent", _LETTERS, Status.LETTER_OF_INTENT, Act.JOINING, False),
        (r"nvit|[Aa]sked", _INVITATIONS, Status.INVITED, Act.STANDING, False),
        (r"join|sign|acced|ratif|enter|part|become", _INTENTIONS, Status.ANNOUNCED, Act.STANDING, False),
        (r"withdr|left|leav|pull|exit|quit|drop|ended|expel|suspend|depart", _LEAVINGS, Status.MEMBER,
         Act.LEAVING, False),
        (r"bserv", _OBSERVERS, Status.OBSERVER, Act.STANDING, False),
        (r"ssociate", _ASSOCIATES, Status.ASSOCIATE, Act.STANDING, False),
        (r"iaison", _LIAISONS, Status.LIAISON, Act.STANDING, False),
        (r"", _PARTICIPANTS, Status.PARTICIPANT, Act.STANDING, True),
        (r"host", _HOSTS, Status.HOST, Act.STANDING, True),
        (r"[Ss]ign|inked|nation|countr", _SIGNINGS, Status.SIGNED, Act.JOINING, False),
        (r"join|acced|access|enter|ratif|adher|bec[ao]m|elcom|ecogni|dmi|ccept|nduct|[Aa]dd|entry|inclu|ain|member",
         _JOININGS, Status.MEMBER, Act.JOINING, False),
        (r"", _ROSTERS, Status.MEMBER, Act.STANDING, False),
        (r"found|form|establish|creat|set up|launch|announc|signed", _FOUNDINGS, Status.MEMBER, Act.JOINING, False),
    )
    return tuple(
        RuleGroup(
            re.compile(stems),
            exercise,
            tuple(
                Rule(name, _compiled(pattern), status, act, confidence, minimum)
                for name, pattern, confidence, minimum in rules
            ),
        )
        for stems, rules, status, act, exercise in groups
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    parts = _parts()
    parts["C2"] = parts["C"].replace("(?P<c>", "(?P<c2>")
    written = pattern.format_map(parts)
    return re.compile(_distinct_groups(written))


def _distinct_groups(pattern: str) -> str:
    """Keep the first of each named group: `count` and `c` may be written twice in a pattern."""
    seen: set[str] = set()

    def once(match: re.Match[str]) -> str:
        if match[1] in seen:
            return "(?:"
        seen.add(match[1])
        return match[0]

    return re.sub(r"\(\?P<(\w+)>", once, pattern)


@cache
def denial_pattern() -> re.Pattern[str]:
    """Finds a word that makes the claim a wish, a doubt or a denial."""
    return re.compile(r"(?<!\w)(?:" + "|".join(ordered_words("membership_words", "denials")) + r")(?!\w)|n[’']t\b", re.IGNORECASE)
