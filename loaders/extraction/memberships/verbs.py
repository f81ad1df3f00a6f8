"""Nations that join, sign, leave, take part, belong; nations admitted, invited, expelled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.extraction.language.vocabulary import ordered_words
from loaders.extraction.memberships.agents import by_agents, is_passive
from loaders.extraction.memberships.company import INTO_IT, company, followed, inverted
from loaders.extraction.memberships.inside import came_in, is_inside
from loaders.extraction.memberships.leaning import named_before
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.objects import Object
from loaders.extraction.memberships.other_subjects import (
    decided_by,
    listed_behind,
    on_behalf,
    praised,
)
from loaders.extraction.memberships.phrases import Phrase
from loaders.extraction.memberships.repeated import did_so, last_act, others_before
from loaders.extraction.memberships.role_nouns import stated_count
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import (
    Scene,
    Told,
    is_counted,
    is_denied,
    sure,
)
from loaders.extraction.memberships.sides import (
    is_to_be,
    joined_right,
    role_behind,
)
from loaders.extraction.memberships.subjects import subject_of
from loaders.extraction.memberships.taking import TAKING, taking
from loaders.extraction.memberships.verb_objects import (
    ACTING,
    acted_on,
    share_of_fleet,
    without_leader,
)
from loaders.extraction.memberships.verb_standings import standing_of

_SURE = 0.85
#: Groups that a passive turns round: "was signed by Peru".
_BY_OTHERS = frozenset({"join", "sign", "found", "host", "own", "observe", "pay"})
#: "agreed to include Peru as a founding member".
_TAKEN_IN = re.compile(r"[bdl]*A(?:[,&]+A)*e[bd]*L")


def verb_frames(scene: Scene) -> Iterator[Told]:
    """What the verbs of membership tell, in their order."""
    shape = scene.reading.shape
    yield from came_in(scene)
    yield from is_inside(scene)
    yield from _promised(scene)
    at = shape.find("V")
    while at >= 0:
        group = scene.reading.phrases[at].group
        taken_in = group == "comprise" and _TAKEN_IN.match(shape, at + 1)
        if taken_in:
            yield from taking(scene, at, "admit")
        if group == "follow" and scene.reading.phrases[at].has("x"):
            pass  # "was followed by Peru": a tie, which `chains.py` reads
        elif group == "follow" and (into := INTO_IT.match(shape, at + 1)):
            yield from followed(scene, at, into)
        elif group == "follow" and _WILL_FOLLOW.match(shape, at + 1) and _is_coming(scene, at):
            yield from did_so(scene, at)
        elif group == "admit" and (paper := _into_paper(scene, at)):
            yield from paper
        elif group in ACTING:
            # "jointly financed the ninth satellite"
            buys = group == "own" and share_of_fleet(scene, at) is not None
            yield from _acting(scene, at, "pay" if buys else group)
        elif group in TAKING:
            yield from taking(scene, at, group)
        elif group == "do so":
            yield from did_so(scene, at)
        if group in ("join", "take part", "invite") and at <= 1:
            yield from inverted(scene, at)
        at = shape.find("V", at + 1)


_TO_DO_SO = re.compile(r"(?P<n>[AE])[Xbl]*(?P<u>U)(?=[.,;]|\Z)")


def _promised(scene: Scene) -> Iterator[Told]:
    """ "… have joined it, and the Philippines has promised to"."""
    reading = scene.reading
    for match in _TO_DO_SO.finditer(reading.shape) if "U" in reading.shape else ():
        at = match.start("u")
        act = last_act(scene, (), at) or scene.act
        ends = reading.phrases[at].last_word.endswith(" to")
        if act is None or act[0] == "leave" or not ends or is_denied(scene, match.start(), at):
            continue
        nations = (
            reading.nations(match.start())
            if match["n"] == "A"
            else scene.resolve(reading, match.start())
        )
        start, end = reading.phrases[match.start()].start, reading.phrases[at].end
        yield Told(act[1], nations, Status.ANNOUNCED, Act.STANDING, "will join", 0.65, start, end)


#: "Norway will follow in May": with no object.
_WILL_FOLLOW = re.compile(r"[bl]*(?:\Z|[,;:.)TiqseZ]|&)")


def _is_coming(scene: Scene, at: int) -> bool:
    """ "will follow", "is expected to follow": a promise of the act told before."""
    phrase = scene.reading.phrases[at]
    return phrase.has("uU") or is_to_be(scene, at)


#: "upgraded it from a letter of intent to a memorandum of understanding".
_INTO_PAPER = re.compile(r"[bda]*(?:(?P<k>K)|E|d[aw]?w)[bT]*(?P<from>hd?(?:L|w))t[da]*(?P<paper>w)")


def _into_paper(scene: Scene, at: int) -> list[Told]:
    """What nations are told to have made a paper of that was only a letter of intent."""
    reading = scene.reading
    found = _INTO_PAPER.match(reading.shape, at + 1)
    if found is None or reading.phrases[found.start("paper")].last_word not in nouns("papers"):
        return []
    if reading.phrases[found.end("from") - 1].status is not Status.LETTER_OF_INTENT:
        return []
    body = reading.coalition(found.start("k")) if found["k"] else scene.near
    subject = subject_of(reading, at, scene.resolve) or listed_behind(scene, at)
    if body is None or subject is None or is_denied(scene, subject[0], at + 1):
        return []
    ahead = reading.phrases[at].has("uUt")
    status = Status.ANNOUNCED if ahead else Status.SIGNED
    start, end = reading.phrases[min(subject[0], at)].start, reading.phrases[found.end() - 1].end
    act, rule = (Act.STANDING, "will join") if ahead else (Act.JOINING, "verb: sign")
    return [Told(body, subject[1], status, act, rule, _SURE, start, end)]


# --- nations that act


def _acting(scene: Scene, at: int, group: str) -> Iterator[Told]:
    """ "Chile joined the pact in May": what a verb in the active says, agents of a passive too."""
    reading, phrase = scene.reading, scene.reading.phrases[at]
    if is_passive(scene, at) and group in _BY_OTHERS:
        yield from by_agents(scene, at, group)
        return
    found = None if _is_no_act(scene, at, group) else acted_on(scene, at, group)
    if group in ("join", "sign") and _BOTH.match(reading.shape, at + 1) and scene.both:
        yield from _of_both(scene, at, group)
        return
    if found is None:
        return
    lone = not found.named and role_behind(scene, at) is None
    subject = None if lone and _is_never_lone(scene, at, group, found) else _actor(scene, at, lone)
    if subject is None:
        return
    place, nations = subject
    if not found.named and _DEFINED.search(reading.shape, 0, place):
        # "the alliance that Chile and Peru signed": that one, not the one spoken of
        return
    if not found.named and group == "sign" and any(p.group == "become" for p in reading.phrases):
        # "became its seventh member when its agency signed the charter": what it became
        return
    if group == "sign":
        nations = without_leader(scene, at, found, nations)
    status, act = standing_of(scene, at, group, found)
    if status is None or is_denied(scene, min(place, at), at + 1) or _is_ahead(scene, place, at):
        return
    if group == "found" and (other := _WITH_OTHERS.match(reading.shape, at + 1)):
        # "Austria founded it with Slovakia"
        nations = (*nations, *joined_right(scene, other.start("n")))
        found = replace(found, end=reading.phrases[other.start("n")].end)
    elif group == "found" and (listed := _others_listed(scene, at)):
        nations = (*nations, *listed)
        found = replace(found, end=reading.phrases[-1].end)
    with_others = reading.shape[at - 1 : at] == "L" and reading.shape[place] != "L"
    alone = len(nations) < 2 and not is_counted(nations)
    if group == "found" and alone and not (with_others or _is_shared(phrase)):
        return
    if group == "own" and not _is_owning(phrase, found, nations):
        return
    end = max(found.end, phrase.end)
    rule = "founding" if group == "found" else f"verb: {group}"
    rule = "will join" if status is Status.ANNOUNCED else rule
    start = reading.phrases[min(place, at)].start
    yield Told(found.coalition, nations, status, act, rule, sure(found, _SURE), start, end)
    yield from company(scene, at, group, found, status)


def _others_listed(scene: Scene, at: int) -> tuple[str, ...]:
    """ "Chile and two other nations founded the pact: Peru and Spain": those, if so many."""
    shape = scene.reading.shape
    others, listed = _OTHERS.search(shape, 0, at), _LISTED_LAST.match(shape, at + 1)
    if others is None or listed is None:
        return ()
    nations = joined_right(scene, listed.start("n"))
    return (
        nations
        if stated_count(scene.reading.phrases[others.end("role") - 1]) == len(nations)
        else ()
    )


_OTHERS = re.compile(r"A,?&[bdl]*(?P<role>L)[bTl]*\Z")
_LISTED_LAST = re.compile(r"[bTl]*(?:K|E|d[aow]{0,2}w)(?:[iq]?T)?[:,(-]+[dl]*(?P<n>A)[.)\"-]*\Z")


#: "have put their names to both": the last two bodies.
_BOTH = re.compile(r"[bTl]*[tif]?[lE](?=[.,;]|\Z)")


def _of_both(scene: Scene, at: int, group: str) -> Iterator[Told]:
    reading, phrase = scene.reading, scene.reading.phrases[at]
    last = _BOTH.match(reading.shape, at + 1)
    both = last and reading.phrases[last.end() - 1].last_word == "both"
    subject = subject_of(reading, at, scene.resolve) if both else None
    known = all(body.slug for body in scene.both)
    if subject is None or not known or is_denied(scene, subject[0], at + 1):
        # A treaty cited on the way is not one of the two that are spoken of.
        return
    for body in scene.both:
        found = Object(body, phrase.end, named=False)
        status, act = standing_of(scene, at, group, found)
        if status is not None:
            start = reading.phrases[subject[0]].start
            yield Told(body, subject[1], status, act, f"verb: {group}", 0.7, start, phrase.end)


def _is_no_act(scene: Scene, at: int, group: str) -> bool:
    """Whether the form of a verb, or the word behind it, says something else."""
    phrases, shape = scene.reading.phrases, scene.reading.shape
    verb = phrases[at].tokens[-1]
    if verb.sign == "G" and shape[at + 1 : at + 2] == "f":
        # "the joining of the pledge": a noun.
        return True
    if group == "leave" and phrases[at].has("x") and verb.text.lower() == "left":
        # "was left out of the operation"
        return True
    if group == "found" and _SENT_THERE.match(shape, at + 1):
        return True
    if verb.sign == "G" and at and phrases[at - 1].last_word in _NOT_YET:
        return True
    if group == "take part" and _DID_NOT.match(shape, at + 1):
        # "sent nobody to the exercise"
        return True
    # "joined with Japan to build a port"
    beside = phrases[at + 1].last_word if at + 1 < len(phrases) else ""
    joined_with = beside == "with" and verb.text.lower().startswith("join")
    return joined_with or _is_hypothetical(scene, at)


_BECOMING = frozenset({"become", "make", "admit"})


def _follows_another(scene: Scene, at: int) -> bool:
    """ "Croatia opened an office, and Peru followed": the deed before it in its own sentence."""
    subject = subject_of(scene.reading, at, scene.resolve)
    if subject is None or last_act(scene, (), at) is not None:
        return False
    before = scene.reading.phrases[: subject[0]]
    if any(p.sign == "L" or p.group in _BECOMING for p in before):
        # "Croatia became a member in 2020, and Peru followed".
        return False
    return any(p.sign in "Vwx" for p in before) and others_before(scene, subject[0], subject[1])


def _is_never_lone(scene: Scene, at: int, group: str, found: Object) -> bool:
    """Whether a verb says nothing of a coalition that it does not name."""
    if group == "follow" and scene.act is None:
        # "Norway follows." is of what another nation is told to have done.
        return True
    if group == "follow" and _follows_another(scene, at):
        return True
    if group == "leave" and not (scene.near or named_before(scene.reading, at)):
        # "They left." is of a coalition only where one was named just before.
        return True
    if group == "leave" and any(p.group in _ASKED for p in scene.reading.phrases[:at]):
        # "Israel, which was invited to the talks, withdrew": from the talks
        return True
    if group == "leave" and _A_PERSON.search(scene.reading.shape, 0, at):
        # "…, the Polish minister left."
        return scene.reading.phrases[at].last_word == "left"
    phrase, shape = scene.reading.phrases[at], scene.reading.shape
    word = phrase.last_word
    if group == "leave" and word.endswith(_NEVER_ALONE):
        return True
    if word.startswith("enter") and (found.end > phrase.end or _CONTACT.search(shape, 0, at)):
        # "entered" alone tells nothing, "entered the exchange" and "the forum Peru entered" do.
        return False
    if _RELATIVE.search(shape, 0, at):
        return False
    near = scene.near or named_before(scene.reading, at)
    if word.startswith("enter") and near is not None and _BY_TIME.match(shape, at + 1):
        # "New Zealand entered in 2015, Germany in 2019."
        return False
    return word.startswith(ordered_words("membership_lexicon", "never_lone"))


_BY_TIME = re.compile(r"[bl]*iT(?:[,.;&]|\Z|b?k)")
#: "the initiative, the forum (that) Peru (entered)".
#: "the code, which Japan (subscribed to in 2002)".
_RELATIVE = re.compile(r"K,R[bl]*A[bT]*\Z")
_CONTACT = re.compile(r"K,(?:K|d[aow]{0,2}w)R?[AE]\Z|KRA\Z")


def _actor(scene: Scene, at: int, lone: bool) -> tuple[int, tuple[str, ...]] | None:
    """Where the nations stand that act, and which they are."""
    return (
        on_behalf(scene, at)
        or decided_by(scene, at)
        or praised(scene, at)
        or subject_of(scene.reading, at, scene.resolve, lone)
        or listed_behind(scene, at)
    )


_ASKED = frozenset({"invite", "be invited"})
_A_PERSON = re.compile(r"M[bT]*\Z")
_DEFINED = re.compile(r"fd[aow]*wR\Z")
_WITH_OTHERS = re.compile(
    r"[bTl]*(?:K|E|d[aow]{0,2}w)(?:[iq]?T)?,?[b]*k[bdl]*"
    r"(?:L(?:[iq]?T)?[:,(-]+[dl]*)?(?P<n>A)"
)


def _is_shared(phrase: Phrase) -> bool:
    """ "co-founded", "helped create": with others, though one alone is named."""
    return phrase.last_word.startswith(("co", "help"))


def _is_owning(phrase: Phrase, found: Object, nations: tuple[str, ...]) -> bool:
    """Whether nations that pay for or own a named body do so as its members."""
    verb = phrase.last_word
    if len(nations) > _TWO and not phrase.has("uU"):
        # "The United States, France and Japan staff it."
        return True
    together = len(nations) > 1 and "own" in verb
    return found.named and ("sponsor" in verb or verb.startswith(("co-", "jointly")) or together)


_TWO = 2


def _is_hypothetical(scene: Scene, at: int) -> bool:
    """ "would leave it if sanctions stay": on a condition."""
    phrases = scene.reading.phrases
    would = any(t.text.lower() == "would" for t in phrases[at].tokens)
    return would and any(
        t.text.lower() in ("if", "unless") for p in phrases[at + 1 :] for t in p.tokens
    )


#: "go through further steps before signing the treaty"
_NOT_YET = frozenset({"before", "without", "until"})
#: "launched a camera to the station"
_SENT_THERE = re.compile(r"[bT]*[d#][aow#]{0,3}[wW]{1,2}t[bda]*K")
_DID_NOT = re.compile(r"[bT]*Z")


def _is_ahead(scene: Scene, place: int, at: int) -> bool:
    """ "when Peru joins", and what is no verb at all: "the ambassador, left, looks on"."""
    shape, word = scene.reading.shape, scene.reading.phrases[at].last_word
    if word == "left" and shape[at - 1 : at] == "," and shape[at + 1 : at + 2] in (",", ""):
        return True
    return word.endswith("s") and shape[place - 1 : place] == "s"


#: "pulled its officers out of it": of the body that is named.
_NEVER_ALONE = ("its", "their")
