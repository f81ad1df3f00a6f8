"""The words of a reduced sentence in their use, without those that only name, own or describe."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from loaders.extraction.memberships.lexicon import Word, nouns
from loaders.extraction.memberships.tokens import Token, tokens_of


@lru_cache(maxsize=256)
def read_words(reduced: str) -> tuple[Token, ...]:
    """The words of a sentence in reduced form, without brackets that name nothing.

    Kept for the last sentences: what no frame has told of is read again.
    """
    return tuple(_without_asides(_refined(_without_collectives(tokens_of(reduced)))))


def _refined(tokens: list[Token]) -> list[Token]:
    """Coalitions that only describe ("a CSpO meeting"), and those called by two nouns."""
    refined: list[Token] = []
    for index, token in enumerate(tokens):
        if not index and token.text == "Following":
            # "Following Chile, Peru signed": no "following countries".
            token = token._replace(sign="q", word=None)
        if token.sign in _PLAINLY_ITSELF and not (refined and refined[-1].sign == "C"):
            refined.append(token)
            continue
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        token = _in_its_place(token, refined, following)
        if token.sign == "C" and refined and refined[-1].sign == "-" and _is_non(refined):
            # "non-ASEAN countries" are of no coalition.
            refined[-2:] = []
            refined.append(token._replace(sign="w"))
            continue
        if token.sign == "C":
            _drop_before_coalition(refined)
        elif token.sign == "N" and refined:
            _drop_before_nation(refined)
        elif refined and refined[-1].sign == "C" and _is_of_name(token):
            if following is not None and following.sign == "C" and token.text.islower():
                # "the PESCO project Military Mobility": of whom the project is does not matter.
                refined.pop()
                continue
            refined[-1] = refined[-1]._replace(end=token.end)
            continue
        refined.append(token)
        if token.sign in ",)":
            _name_once(refined)
    return refined


#: Signs of most words, which only a coalition right before them makes anything else.
_PLAINLY_ITSELF = frozenset("wWdfbo#xXuUgpRsFykqeln&:;-(")


def _in_its_place(token: Token, refined: list[Token], following: Token | None) -> Token:
    """A word with the sign that those around it give it."""
    if token.sign == '"' and following is not None and following.sign in "or":
        token = _possessive(token, refined)
    if token.sign == "i" and refined and refined[-1].text in nouns("counterparts"):
        # "its counterpart in Senegal", as "of Senegal"
        return token._replace(sign="h")
    if token.text == "should" and _is_decided(refined):
        return token._replace(sign="u")
    if in_use := _USES.get(token.sign):
        token = in_use(token, _before(refined), following)
    if (
        token.sign == "C"
        and following is not None
        and (_describes(token, following) or (refined and _is_one_of_its(refined[-1], following)))
    ):
        return token._replace(sign="c")
    return token


def _is_decided(refined: list[Token]) -> bool:
    """ "decided that Chile should become a member": who decides so takes it in."""
    that = next((i for i in range(len(refined) - 1, 0, -1) if refined[i].sign == "R"), 0)
    return that > 0 and refined[that - 1].text.lower() in nouns("deciding")


def _describes(coalition: Token, following: Token) -> bool:
    """Whether a coalition's name only describes what follows: "a CSpO meeting", "NATO-led"."""
    gap = following.start - coalition.end
    # "joined the NATO Cyber Defence Centre": it only opens the name of another body.
    opens = following.sign in "Wam" and following.text[0].isupper()
    describes = opens or following.text.lower() in nouns("not_itself")
    return (gap == 1 and describes) or (gap == 0 and following.text == "-")


def _is_one_of_its(before: Token, following: Token) -> bool:
    """ "TWISTER, a PESCO project led by France": one of several that a body has."""
    return before.text.lower() in ("a", "an") and following.text in nouns("undertakings")


def _drop_before_coalition(refined: list[Token]) -> None:
    """The words without those right before a coalition that only name or own it."""
    if outer := _opened_by(refined):
        # "the NATO missile-defence project European Sky Shield": of the alliance, not it.
        del refined[-outer:]
    elif unnamed := _named_by(refined):
        # "the regional force known as the G5 Sahel", "the treaty, called the Pact".
        del refined[len(refined) - unnamed :]
        refined[-1] = refined[-1]._replace(sign="w", word=None)
    elif refined and refined[-1].sign == "'" and refined[-1].text[1:]:
        # "NATO's Space Centre", "the European Union's Space Council": of whom does not matter.
        _drop_owner(refined)


def _drop_before_nation(refined: list[Token]) -> None:
    """The words without those right before a nation that only describe it."""
    if _is_epithet(refined[-1]):
        # "neighbouring Chile", "oil-rich Norway"
        refined.pop()
    else:
        _drop_kind(refined)
        _drop_that_of(refined)


def _is_of_name(token: Token) -> bool:
    """Whether a word right behind a coalition goes on with its name: "AsterX 2026"."""
    return bool(_YEAR.fullmatch(token.text)) or token.text.lower() in nouns("anaphora")


def _name_once(refined: list[Token]) -> None:
    """The words with a coalition called by two names once, at the mark that closes the second."""
    token = refined[-1]
    twice = token.sign == "," and "".join(t.sign for t in refined[-5:]) == "C,&C,"
    if twice and refined[-3].text.lower() == "or":
        # "the Space Watch Compact, or SWC, commits …"
        del refined[-4:]
        refined[-1] = refined[-1]._replace(end=token.start)
    if token.sign == ")" and "".join(t.sign for t in refined[-4:]) == "C(C)":
        # "the International Space Station (ISS)" is named once.
        del refined[-3:]
        refined[-1] = refined[-1]._replace(end=token.end)


def _possessive(mark: Token, refined: list[Token]) -> Token:
    """ "the Accords' 53rd signatory": the mark behind a body's plural name."""
    behind = bool(refined) and refined[-1].sign == "C" and mark.start == refined[-1].end
    return mark._replace(sign="'") if behind else mark


def _before(refined: list[Token]) -> str:
    """The sign of the word before; "all three" and "the two" stand for nations."""
    if not refined:
        return ""
    counted = refined[-1].sign == "#" and len(refined) > 1 and refined[-2].sign in "ld"
    return "E" if counted else refined[-1].sign


def _drop_kind(refined: list[Token]) -> None:
    """ "the West African nation of Ghana", "the island of Malta": of what kind it is."""
    if len(refined) < 2 or refined[-1].sign != "f":
        return
    if refined[-2].text.lower() not in nouns("the_nation"):
        return
    start = len(refined) - 2
    while start and refined[start - 1].sign in "aoWD":
        start -= 1
    if start and refined[start - 1].sign == "d":
        del refined[start:]


def _drop_owner(refined: list[Token]) -> None:
    owner = len(refined) - 1
    while owner and refined[owner - 1].sign in "aW" and refined[owner - 1].text[0].isupper():
        owner -= 1
    if owner < len(refined) - 1:
        del refined[owner:]


def _drop_that_of(refined: list[Token]) -> None:
    """ "the space agency of Chile and that of Peru": both act."""
    if "".join(t.sign for t in refined[-3:]) == "&Rf" and refined[-2].text in ("that", "those"):
        del refined[-2:]


_YEAR = re.compile(r"(?:19|20)\d\d")
_EPITHET = re.compile(r"\w+-(?:rich|hit|torn|locked|strapped|ruled|aligned|speaking|starved)")


def _is_epithet(token: Token) -> bool:
    """Whether a word only describes the nation named behind it."""
    text = token.text.lower()
    return token.sign in "aw" and (text in nouns("epithets") or bool(_EPITHET.fullmatch(text)))


def _is_non(before: list[Token]) -> bool:
    return len(before) > 1 and before[-2].text.lower() == "non"


def _opened_by(before: list[Token]) -> int:
    """How many words before a coalition are another's name with the noun for this one."""
    for size in range(2, min(5, len(before)) + 1):
        first = before[-size]
        if first.sign in "Cc":
            return size if before[-1].text.lower() in nouns("anaphora") else 0
        if first.sign == "d" and size > 1 and before[-1].text.lower() in nouns("anaphora"):
            # "the military alliance NATO", "the trilateral defence pact AUKUS"
            return size - 1
        if first.sign not in "awmWD":
            return 0
    return 0


def _named_by(before: list[Token]) -> int:
    """How many words before a coalition only say that a noun's thing is called so."""
    skip = 1 if before and before[-1].sign == "d" else 0
    if len(before) < skip + 2 or before[-1 - skip].text.lower() not in nouns("naming"):
        return 0
    skip += 2 if before[-2 - skip].sign == "," else 1
    noun = before[-1 - skip].text.lower() if len(before) > skip else ""
    return skip if noun in nouns("anaphora") else 0


def _adjective(token: Token, before: str, following: Token | None) -> Token:
    """ "charter members", but "signed the charter"; "participating nations", but "is attending"."""
    if token.text == "charter":
        described = following is not None and following.sign in "rg"
        return token if described else token._replace(sign="w", word=None)
    verb = token.text.endswith(("ing", "ited")) and token.text != "founding"
    if not verb or (following is not None and following.sign in "argm&"):
        return token
    word = _INVITED if token.text.endswith("ited") else _TAKING_PART
    if token.text.startswith("observ"):
        word = _OBSERVING
    return token._replace(sign=word.sign, word=word)


def _role(token: Token, before: str, following: Token | None) -> Token:
    """ "will host the exercise": no role of a host."""
    hosts = token.text == "host" and before and before in "uUt"
    return token._replace(sign=_HOSTING.sign, word=_HOSTING) if hosts else token


def _representative(token: Token, before: str, following: Token | None) -> Token:
    """ "an official member", "the general accession": nobody's officials."""
    describes = following is not None and following.sign in "narJ"
    rank = describes and token.text.lower() in ("official", "general", "chief")
    return token._replace(sign="a") if rank else token


def _direction(token: Token, before: str, following: Token | None) -> Token:
    """ "on Monday", as "in March"."""
    dated = token.text.lower() == "on" and following is not None and following.sign == "T"
    return token._replace(sign="i") if dated else token


def _ing_form(token: Token, before: str, following: Token | None) -> Token:
    """ "a joint training"; "the remaining members", "its participating nations"."""
    if before and before in "dao" and token.text.lower() == "training":
        return token._replace(sign="w", word=None)
    describes = before and before in "do#" and following is not None and following.sign in "rag"
    return token._replace(sign="a", word=None) if describes and token.text[0].islower() else token


def _speech(token: Token, before: str, following: Token | None) -> Token:
    """ "The station was announced by China and Russia": who sets up, not who says."""
    by_others = before == "x" and following is not None and following.sign == "y"
    if by_others and token.text in ("announced", "declared"):
        return token._replace(sign=_FOUNDING.sign, word=_FOUNDING)
    return token


def _denial(token: Token, before: str, following: Token | None) -> Token:
    """ "to make this initiative possible", "the U.S.-backed accords": nothing is doubted."""
    made = token.text == "possible" and before in "wE"
    backed = before == "-" and token.text.endswith("ed")
    return token._replace(sign="a", word=None) if made or backed else token


def _verb(token: Token, before: str, following: Token | None) -> Token:
    """ "Chile's exit", "two launches", "its launch": nouns; but "all four belong"."""
    if before == "'" and token.text in _DEPARTING:
        return token._replace(sign="n", word=_DEPARTURE)
    if token.text == "staff" and before and before in "JBGP":
        # "sent staff to it"
        return token._replace(sign="m", word=None)
    if token.text in nouns("verbs_or_adjectives") and (not before or before not in "tuUxN&E"):
        # "a project to develop secure communications"
        return token._replace(sign="a", word=None)
    if token.text == "Combined":
        return token._replace(sign="W", word=None)
    base = token.sign == "B"
    # "each keep a liaison officer"
    if not before or before not in "dlaoD#" or " " in token.text or (base and before == "l"):
        return token
    noun = (base and before != "#") or token.text.endswith("s")
    return token._replace(sign="w", word=None) if noun else token


#: Words that are several things, by their sign: what they are between the sign of the word before
#: and the word behind.
_USES: dict[str, Callable[[Token, str, Token | None], Token]] = {
    "a": _adjective,
    "r": _role,
    "m": _representative,
    "t": _direction,
    "G": _ing_form,
    "S": _speech,
    "Z": _denial,
    "B": _verb,
    "J": _verb,
}


_INVITED = Word("J", "invite")
_FOUNDING = Word("J", "found")
_HOSTING = Word("B", "host")
#: "Chile's exit from the pact": nouns as well as verbs.
_DEPARTING = frozenset({"exit", "leave"})
_DEPARTURE = Word("n", "leave")
_OBSERVING = Word("G", "observe")
#: "participating in the exercise", "contributing to it": not the adjective of "nations".
_TAKING_PART = Word("G", "take part")


def _without_collectives(tokens: list[Token]) -> list[Token]:
    """The words with "a second group of 14 allies" as "14 allies"."""
    if "group" not in [token.text for token in tokens]:
        return tokens
    kept = list(tokens)
    for at in range(len(tokens) - 3, 0, -1):
        group, of, many = tokens[at : at + 3]
        if group.text == "group" and of.text == "of" and many.sign == "#":
            start = next(
                (k for k in (at - 1, at - 2) if k >= 0 and tokens[k].text.lower() == "a"), at
            )
            del kept[start : at + 2]
    return kept


def _without_asides(tokens: list[Token]) -> list[Token]:
    """The words without brackets that name no nation, coalition, date or role: "(L-R)"."""
    if "(" not in [token.sign for token in tokens]:
        return tokens
    kept: list[Token] = []
    opened: int | None = None
    for token in tokens:
        if token.sign == "(" and opened is None:
            opened = len(kept)
        kept.append(token)
        if token.sign == ")" and opened is not None:
            if not any(t.sign in "NDCTrL" for t in kept[opened:]):
                del kept[opened:]
            opened = None
    return kept
