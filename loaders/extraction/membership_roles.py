"""Nations called something to a coalition: a member, the 56th signatory, its observers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.exercises import is_exercise
from loaders.extraction.membership_arguments import Object, object_of, role_coalition, subject_of
from loaders.extraction.membership_lexicon import nouns
from loaders.extraction.membership_phrases import Phrase
from loaders.extraction.membership_rules import Act, Status, number_words
from loaders.extraction.membership_scene import Scene, Told, is_denied, of_exercise, sure
from loaders.extraction.membership_sides import joined_right

_SURE = 0.85
_PREDICATE = re.compile(r"[bdl,a]*(?:e[dbl]*)?(?P<role>L)")
_BEING = frozenset({"become", "yes"})


def role_frames(scene: Scene) -> Iterator[Told]:
    """What is said of the roles of a sentence, each read once."""
    shape = scene.reading.shape
    at = shape.find("L")
    while at >= 0:
        yield from _predicate(scene, at)
        yield from _as_role(scene, at)
        yield from _named_role(scene, at)
        yield from _apposed(scene, at)
        yield from _within(scene, at)
        at = shape.find("L", at + 1)


def status_of(role: Phrase) -> Status | None:
    """The status of a role; nations in general are members of what they are said to be of."""
    return role.status or (Status.MEMBER if role.has("gno") else None)


def stated_count(role: Phrase) -> int | None:
    """ "the ten members": the number stated with a role."""
    token = role.first("#")
    if token is None or role.has("f"):
        return None
    return int(token.text) if token.text.isdigit() else number_words().get(token.text.lower())


def is_strong(role: Phrase) -> bool:
    """Whether the noun itself tells of belonging: "members", not "nations"."""
    return role.has("rn") or (role.status is not None and role.has("a"))


def is_definite(role: Phrase) -> bool:
    """ "the members", "its newest partner", "the 56th signatory"."""
    first = role.tokens[0].text.lower()
    return first in ("the", "its", "their", "these", "those", "all", "both") or role.has("o")


def coalition_of(scene: Scene, at: int) -> tuple[Object | None, int, Status | None]:
    """The coalition of a role, where the role ends in the shape, and the status it gives.

    "the 56th nation to sign the accords" has that of its infinitive. Without a coalition of its
    own a role leans on the one spoken of, if it is a strong and definite one.
    """
    reading = scene.reading
    role = reading.phrases[at]
    status = status_of(role)
    found, end = role_coalition(reading, at, scene.context)
    if found is not None:
        return found, end, status
    if (doing := _DOING.match(reading.shape, at + 1)) and (
        said := _of_doing(scene, doing.end() - 1)
    ):
        return said[0], doing.end(), said[1]
    if (having := _HAVING.search(reading.shape, 0, at)) and having.end() == at:
        if having["k"]:
            whole = reading.coalition(having.start("k"))
        else:
            whole = (
                scene.context
                if reading.phrases[having.start("it")].tokens[-1].text.lower() == "it"
                else None
            )
        if whole is not None:
            return Object(whole, role.end, named=bool(having["k"])), at + 1, status
    if _is_of_other(reading.shape, at) or _is_to_other(scene, at):
        return None, at + 1, status
    if is_strong(role) and (lean := _nearest(scene, at)):
        vague = role.tokens[-1].text.lower() in nouns("only_of_something")
        vague = vague and not _LAST_OF.search(reading.shape, 0, at)
        vague = vague and not (is_definite(role) and role.tokens[-1].text.endswith("s"))
        if not vague or (is_exercise(lean.coalition)):
            return lean, at + 1, status
    return None, at + 1, status


#: "All six remain partners."
_LAST_OF = re.compile(r"E[Vx][bl]*\Z")


def _is_of_other(shape: str, at: int) -> bool:
    """ "a proud member of the region", "an observer in the forum": of something else."""
    following = shape[at + 1 : at + 2]
    return following in ("f", "t", "F") or (following == "i" and shape[at + 2 : at + 3] != "T")


def _is_to_other(scene: Scene, at: int) -> bool:
    """ "our closest partners", "one of the key members"."""
    role = scene.reading.phrases[at]
    return any(token.text.lower() in nouns("not_its") for token in role.tokens)


def _nearest(scene: Scene, at: int) -> Object | None:
    k = scene.reading.shape.rfind("K", 0, at)
    if k >= 0 and (named := scene.reading.coalition(k)):
        return Object(named, scene.reading.phrases[at].end)
    if scene.context is None:
        return None
    return Object(scene.context, scene.reading.phrases[at].end, named=False)


#: "the operation, which now has six nations …".
_HAVING = re.compile(r"(?:(?P<k>K)(?:,?R)?|(?P<it>E))[b]*(?:X|V)[bd]*\Z")
_DOING = re.compile(r"(?:i[dW]{1,2})?V")


#: "the third country to accede to the status of associate member".
_TO_BE = re.compile(r"[tie]?d?w?f?L")


def _of_doing(scene: Scene, at: int) -> tuple[Object, Status] | None:
    """ "to sign the accords" behind "the 56th nation"."""
    phrase = scene.reading.phrases[at]
    if phrase.group not in ("join", "sign", "become", "take part") or not phrase.has("t"):
        return None
    found = object_of(scene.reading, at, scene.context, 5)
    if found is None:
        to_be = _TO_BE.match(scene.reading.shape, at + 1)
        role = scene.reading.phrases[to_be.end() - 1] if to_be else None
        lean = _nearest(scene, at)
        return (lean, role.status) if role and role.status and lean else None
    if phrase.group == "take part" and not is_exercise(found.coalition):
        return None
    return found, Status.SIGNED if phrase.group == "sign" else Status.MEMBER


def _told(
    scene: Scene, found: Object, nations: tuple[str, ...], status: Status, act: Act, rule: str,
    start: int, end: int, count: int | None = None, certainty: float = _SURE,
) -> Told:  # fmt: skip
    return Told(
        found.coalition, nations, of_exercise(status, found.coalition), act, rule,
        sure(found, certainty), start, max(end, found.end), count,
    )  # fmt: skip


# --- "France is a member of CSpO", "making Chile the 56th signatory"


def _predicate(scene: Scene, at: int) -> Iterator[Told]:
    verb = _verb_of(scene, at)
    if verb is None:
        return
    phrase = scene.reading.phrases[verb]
    if phrase.group == "make":
        yield from _made(scene, verb, at)
        return
    subject = subject_of(scene.reading, verb, scene.resolve)
    if subject is None:
        return
    yield from _is_role(scene, verb, at, subject)


def _verb_of(scene: Scene, at: int) -> int | None:
    """The place of the "is", "became" or "makes Chile" that a role is said with."""
    phrases, shape = scene.reading.phrases, scene.reading.shape
    k = at - 1
    if owner := re.compile(r"d[aow]?[wWm]'\Z").search(shape, 0, at):
        k = owner.start() - 1
    while k >= 0 and (shape[k] in "bdleaT" or phrases[k].tokens[-1].text.lower() == "among"):
        k -= 1
    if k < 0:
        return None
    if shape[k] == "x" or (shape[k] == "V" and phrases[k].group in _BEING):
        return k
    if shape[k] == "X" or (shape[k] == "V" and phrases[k].group == "hold"):
        return k if phrases[at].status in (Status.OBSERVER, Status.ASSOCIATE) else None
    if shape[k] in "AEL" and k and shape[k - 1] == "V" and phrases[k - 1].group == "make":
        return k - 1
    return None


def _is_role(
    scene: Scene, verb: int, at: int, subject: tuple[int, tuple[str, ...]]
) -> Iterator[Told]:
    phrases = scene.reading.phrases
    place, nations = subject
    found, end, status = coalition_of(scene, at)
    if found is None or status is None or is_denied(scene, min(place, verb), at + 1):
        return
    phrase = phrases[verb]
    if phrase.tokens[-1].text.lower() == "be" and not phrase.has("uU"):
        return
    if scene.reading.shape[max(0, place - 2) : place] == "fR" and not found.named:
        # "the Forum, of which New Zealand is a member".
        return
    becoming = phrase.sign == "V" and phrase.group == "become"
    act = Act.JOINING if becoming or phrases[at].has("o") else Act.STANDING
    rule = "role: became" if becoming else "roster: is a member"
    if phrase.has("uU"):
        status, act, rule = Status.ANNOUNCED, Act.STANDING, "will join"
    elif phrase.tokens[-1].sign == "B" and phrase.has("t"):
        return
    start = phrases[min(place, verb)].start
    yield _told(scene, found, nations, status, act, rule, start, phrases[end - 1].end)
    beside = _ALONGSIDE.match(scene.reading.shape, end)
    if beside:
        status = status_of(phrases[at]) or status
        others = joined_right(scene, beside.start("n"))
        last = phrases[beside.start("n")].end
        yield _told(scene, found, others, status, Act.STANDING, "roster: beside", last, last)


#: "All six remain partners, alongside the United States."
_ALONGSIDE = re.compile(r",?k(?:[LMdaw]{0,2}[fh:,]?)?(?P<n>A)")


_OTHERS = (Status.OBSERVER, Status.ASSOCIATE, Status.LIAISON)
_AS = re.compile(r"[ei][dbaw]*\Z")


def _as_role(scene: Scene, at: int) -> Iterator[Told]:
    """ "Egypt follows the work as an associate member", whatever the verb."""
    reading, role = scene.reading, scene.reading.phrases[at]
    led = _AS.search(reading.shape, 0, at)
    if role.status not in _OTHERS or led is None:
        return
    place = _leading(reading.shape, led.start())
    found, end, status = coalition_of(scene, at)
    if place is None or found is None or status is None or is_denied(scene, place, at + 1):
        return
    nations = joined_right(scene, place)
    start, last = reading.phrases[place].start, reading.phrases[end - 1].end
    yield _told(scene, found, nations, status, Act.STANDING, "roster: as", start, last, None, 0.75)


def _leading(shape: str, before: int) -> int | None:
    """The nearest nations before a place, in the same clause, that can be its subject."""
    for k in range(before - 1, -1, -1):
        if shape[k] in ";:s":
            return None
        if shape[k] in "AM" and (k == 0 or shape[k - 1] not in "ihfqtkyFVw"):
            return k
    return None


def _made(scene: Scene, verb: int, at: int) -> Iterator[Told]:
    """ "making Chile the 56th nation to sign"; "making it the fifth nation in a group"."""
    reading = scene.reading
    place = verb + 1
    if reading.shape[place] in "EL":
        subject = subject_of(reading, verb, scene.resolve)
        if subject is None:
            return
        place, nations = subject
    else:
        nations = reading.nations(place)
    found, end, status = coalition_of(scene, at)
    if found is None or status is None or is_denied(scene, verb, at + 1):
        return
    start, last = reading.phrases[min(place, verb)].start, reading.phrases[end - 1].end
    if reading.phrases[verb].has("uU"):
        yield _told(scene, found, nations, Status.ANNOUNCED, Act.STANDING, "will join", start, last)
        return
    yield _told(scene, found, nations, status, Act.JOINING, "role: made", start, last)


# --- "OOD members Australia and Canada", "the newest member, Peru", "its members are …"

#: Between a role and the nations that have it.
_LIST = re.compile(
    r"(?P<link>[bTl]*(?:(?P<after>V)?[bT]*,?k[dl]*(?P<more>A),?-?:?[:-]|(?:,?R)?(?:(?P<post>V)[bl]*)?x[bl]*|[bl]*(?P<v>V)[bl]*:?|x[^;:AMV]{0,4}:|[:(\"-]+|,?[bl]*(?P<e>e)|,|[fh])?"
    r"(?:[fh](?=[dl]*A)|y)?(?:(?P<w>V)[dlb]*)?)[lb]*(?P<n>[AM])"
)
_TAKING_PART = frozenset({"take part", "feature", "comprise", "belong"})
_LISTING = frozenset({"comprise", "yes", "feature"})


def _named_role(scene: Scene, at: int) -> Iterator[Told]:
    reading = scene.reading
    found, end, status = coalition_of(scene, at)
    role = reading.phrases[at]
    if status is None:
        return
    match = _LIST.match(reading.shape, end)
    if match is None or not _links(scene, match):
        return
    place = match.start("n")
    people = reading.phrases[place]
    if match["link"][-1:] == "f" and (not role.has("g") or len(reading.nations(place)) < 2):
        # "members of the Senate of Peru", "partners of the United States".
        return
    if match["link"].startswith(",") and reading.shape[at - 1 : at] == ",":
        # "the GCC members, Egypt and Jordan" amid others is no list of the members.
        return
    people = reading.phrases[place]
    if (
        people.sign == "M"
        and people.tokens[-1].sign != "N"
        and match["link"][-1:] not in ("h", "f")
    ):
        return
    nations = joined_right(scene, place)
    count = stated_count(role)
    if found is None and "x" in match["link"] and not _is_to_other(scene, at):
        found = _nearest(scene, at) if is_strong(role) else None
    if found is None:
        found = _by_number(scene, role, count, nations, match["link"])
    if found is None or not _fits(scene, role, match, nations, place):
        return
    if is_denied(scene, at, place) or _is_asked(scene, place):
        return
    if match["more"]:
        nations = (*reading.nations(match.start("more")), *nations)
        count = None if match["after"] is None and count is None else count
    nations = (*_besides(scene, at), *nations)
    start, last = role.start, reading.phrases[place].end
    act = Act.JOINING if _is_new(role) else Act.STANDING
    counted = None if _is_partial(scene, match) or len(nations) == 1 else count
    rule = "role: newest" if act is Act.JOINING else "roster: members"
    yield _told(
        scene, found, tuple(dict.fromkeys(nations)), status, act, rule, start, last, counted, 0.8
    )


def _is_asked(scene: Scene, place: int) -> bool:
    """ "six new members, including Argentina, were invited": not members yet."""
    behind = _THEN.match(scene.reading.shape, place + 1)
    if behind is None:
        return False
    verb = scene.reading.phrases[behind.end() - 1]
    return verb.has("uUZ") or verb.group in ("invite", "be invited", "leave", "expel")


_THEN = re.compile(r"[,)-]?[b]*[V]")


def _links(scene: Scene, match: re.Match[str]) -> bool:
    """Whether the verbs between a role and its list are verbs of listing."""
    phrases = scene.reading.phrases
    for name in "vw":
        if match[name] and phrases[match.start(name)].group not in _LISTING:
            return False
    return not (match["post"] and phrases[match.start("post")].group not in _TAKING_PART)


def _is_partial(scene: Scene, match: re.Match[str]) -> bool:
    """ "including", "such as": not the whole list."""
    phrases = scene.reading.phrases
    return bool(match["e"]) or any(
        match[name] and "includ" in phrases[match.start(name)].tokens[-1].text for name in "vw"
    )


def _is_new(role: Phrase) -> bool:
    words = {token.text.lower() for token in role.tokens}
    return bool(words & {"newest", "latest", "new", "most recent"}) and role.status is not None


_PLURAL = re.compile(r"s\Z|ies\Z")


def _fits(
    scene: Scene, role: Phrase, match: re.Match[str], nations: tuple[str, ...], place: int
) -> bool:
    """Whether the number of nations fits the role: one member, several members."""
    link = match["link"]
    noun = role.tokens[-1].text
    plural = noun.endswith("s") and not noun.endswith("ss")
    if not link.strip("bTl"):
        # "OOD members Australia": nothing between; "member states France met" is none.
        return (plural == (len(nations) > 1) or not plural) and is_strong(role)
    if link[-1:] in (",",) and not match["v"]:
        return plural == (len(nations) > 1)
    if "x" in link and not plural:
        return len(nations) >= 1
    if not is_strong(role) and "f" not in link and "h" not in link:
        return len(nations) > 1
    return True


def _by_number(
    scene: Scene, role: Phrase, count: int | None, nations: tuple[str, ...], link: str
) -> Object | None:
    """ "The group of ten countries – Australia, …": a list of just as many, of what was named."""
    if scene.context is None:
        return None
    counted = count == len(nations) and count > 2 and is_definite(role)
    if not counted and not (
        (count or "V" in link) and is_exercise(scene.context) and not link.startswith(",")
    ):
        return None
    k = scene.reading.shape.rfind("K", 0)
    named = scene.reading.coalition(k) if k >= 0 else None
    return Object(named or scene.context, role.end, named=bool(named))


_BESIDES = re.compile(r"k(?:[dl]*)(?P<n>A)(?:,?&[bl]?A)*,(?=[^;]*\Z)")


def _besides(scene: Scene, at: int) -> tuple[str, ...]:
    """ "In addition to the U.S., this year's participants included …"; "… in addition to …: …"."""
    shape = scene.reading.shape
    found = _BESIDES.match(shape)
    if found and found.end() <= at and not set(shape[found.end() : at]) & set("Vx;"):
        return scene.reading.nations(found.start("n"))
    return ()


# --- "France, a founding member of CSpO," and "Chile, the newest signatory,"

_APPOSED = re.compile(r"(?P<n>[AM])(?:,|[,]?[bl]*e|-|\(|,[bl]+)[bdl]*\Z")
_CLOSED = re.compile(r"[,;:)&.-]|\Z|V|R|i|[q]")


def _apposed(scene: Scene, at: int) -> Iterator[Told]:
    reading = scene.reading
    before = _APPOSED.search(reading.shape, 0, at)
    if before is None or before.end() != at:
        return
    role = reading.phrases[at]
    found, end, status = coalition_of(scene, at)
    place = before.start("n")
    if found is None or status is None or not _CLOSED.match(reading.shape, end):
        return
    if not (found.named and found.end > role.start) and not is_definite(role):
        return
    if reading.shape[place] == "M" and reading.phrases[place].tokens[-1].sign != "N":
        return
    nations = reading.nations(place)
    if not _numbers_agree(role, nations) or is_denied(scene, at, end):
        return
    if _governs_elsewhere(scene, place, before.group()):
        return
    act = Act.JOINING if _is_new(role) else Act.STANDING
    rule = "role: apposed" if act is Act.JOINING else "roster: apposition"
    start, last = reading.phrases[place].start, reading.phrases[end - 1].end
    yield _told(scene, found, nations, status, act, rule, start, last, None, 0.8)


def _governs_elsewhere(scene: Scene, place: int, between: str) -> bool:
    """ "welcomed Chile as a member": the verb's own frame reads it."""
    if "e" not in between:
        return False
    shape = scene.reading.shape
    return place > 0 and shape[place - 1] in "VbdLifthq"


def _numbers_agree(role: Phrase, nations: tuple[str, ...]) -> bool:
    """ "Poland, the newest member"; "Poland and Peru, both members"."""
    noun = role.tokens[-1].text
    plural = noun.endswith("s")
    one_of = role.has("f") or role.tokens[0].text.lower() in ("another", "a", "an")
    return len(nations) == 1 if (not plural or one_of) else len(nations) > 1


# --- "a Chilean liaison officer works at the CSpOC"


def _within(scene: Scene, at: int) -> Iterator[Told]:
    role = scene.reading.phrases[at]
    if not role.has("D") or role.status not in (Status.LIAISON, Status.OBSERVER):
        return
    found, _, status = coalition_of(scene, at)
    if found is None:
        near = re.compile(r"[^;]{0,6}?K").match(scene.reading.shape, at + 1)
        named = scene.reading.coalition(near.end() - 1) if near else None
        found = Object(named, role.end) if named else None
    if found is None or status is None or is_denied(scene, at, at + 1):
        return
    nations = scene.reading.nations(at)
    yield _told(
        scene, found, nations, status, Act.STANDING, "roster: its people", role.start, role.end,
        None, 0.75,
    )  # fmt: skip
