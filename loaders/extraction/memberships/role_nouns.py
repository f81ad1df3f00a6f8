"""What a role says: its status, its number, and the coalition that it is one of."""

from __future__ import annotations

import re

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.memberships.lexicon import groups, nouns
from loaders.extraction.memberships.objects import Object, object_of, role_coalition
from loaders.extraction.memberships.phrases import Phrase, Reading
from loaders.extraction.memberships.repeated import last_act
from loaders.extraction.memberships.rules import Act, Status, is_document, is_pledge
from loaders.extraction.memberships.scene import Scene, Told, of_exercise, sure

_SURE = 0.85


def status_of(role: Phrase) -> Status | None:
    """The status of a role; nations in general are members of what they are said to be of."""
    return role.status or (Status.MEMBER if role.has("gno") else None)


def stated_count(role: Phrase) -> int | None:
    """ "the ten members": the number stated with a role, but not "one of the ten"."""
    return None if role.has("f") else role.number


def is_strong(role: Phrase) -> bool:
    """Whether the noun itself tells of belonging: "members", not "nations"."""
    newest = role.tokens[-1].sign == "o" and role.last_word in _NEWEST
    return newest or role.has("rn") or (role.status is not None and role.has("a"))


_NEWEST = frozenset({"newest", "latest", "most recent"})


def is_definite(role: Phrase) -> bool:
    """ "the members", "its newest partner", "the 56th signatory"."""
    first = role.tokens[0].text.lower()
    return first in ("the", "its", "their", "these", "those", "all", "both") or role.has("o")


def coalition_of(scene: Scene, at: int) -> tuple[Object | None, int, Status | None]:
    """The coalition of a role, where the role ends in the shape, and the status it gives.

    "the 56th nation to sign the accords" has that of its infinitive. Without a coalition of its
    own a role leans on the one spoken of, if it is a strong and definite one. The founders of a
    paper have signed it.
    """
    if at not in scene.roles:
        scene.roles[at] = _meant(scene, at)
    return scene.roles[at]


def _meant(scene: Scene, at: int) -> tuple[Object | None, int, Status | None]:
    found, end, status = _coalition_of(scene, at)
    if is_prospective(scene.reading.phrases[at]) or _is_friend(scene, at):
        return None, end, status
    words = {token.text.lower() for token in scene.reading.phrases[at].tokens}
    name = found.coalition.name if found else ""
    if (
        found
        and status is Status.MEMBER
        and words & _FOUNDING
        and (is_pledge(name) or (is_document(name) and not words & _MEMBERS))
    ):
        status = Status.SIGNED
    return found, end, status


def _is_friend(scene: Scene, at: int) -> bool:
    """ "a close partner of the alliance" stands beside it."""
    noun = scene.reading.phrases[at].last_word
    beside = noun in ("partner", "partners", "ally", "allies")
    return beside and scene.reading.shape[at + 1 : at + 2] == "f" and is_to_other(scene, at)


_MEMBERS = frozenset({"member", "members"})
_FOUNDING = frozenset({"founding", "founder", "founders", "original"})


def _coalition_of(scene: Scene, at: int) -> tuple[Object | None, int, Status | None]:
    reading = scene.reading
    role = reading.phrases[at]
    status = status_of(role)
    found, end = role_coalition(reading, at, scene.context)
    if found is not None and end == at + 1 and role.has("o") and (done := _doing(scene, at)):
        # "the 20th NATO member to join the programme": of that
        return done
    if found is not None:
        if status is Status.PARTICIPANT and role.has("o") and not is_exercise(found.coalition):
            # "makes Poland the eleventh participant in the initiative"
            status = Status.MEMBER
        return found, end, status
    if done := _doing(scene, at):
        return done
    if (having := _HAVING.search(reading.shape, 0, at)) and having.end() == at:
        if having["k"]:
            whole = reading.coalition(having.start("k"))
        else:
            whole = scene.context if reading.phrases[having.start("it")].last_word == "it" else None
        if whole is not None:
            return Object(whole, role.end, named=bool(having["k"])), at + 1, status
    if _is_of_other(reading, at) or is_to_other(scene, at):
        return None, at + 1, status
    if is_strong(role) and (lean := nearest(scene, at)):
        plain = status in (Status.MEMBER, Status.PARTICIPANT, Status.HOST, Status.INVITED)
        vague = plain and role.last_word in nouns("only_of_something")
        vague = vague and not _LAST_OF.search(reading.shape, 0, at)
        vague = vague and not (is_definite(role) and role.tokens[-1].text.endswith("s"))
        vague = vague and not _have_since_become(scene, at) and not _are_just_that(scene, at)
        vague = vague and not _has_long_been(scene, at)
        vague = vague and not _are_new(role)
        if _is_weak(scene, role, lean):
            return None, at + 1, status
        if not vague or (is_exercise(lean.coalition)):
            return lean, at + 1, status
    return None, at + 1, status


def _doing(scene: Scene, at: int) -> tuple[Object | None, int, Status | None] | None:
    """What a role is told to be one in by what it does: "the 20th ally to join the pact"."""
    shape = scene.reading.shape
    doing = _DOING.match(shape, at + 1)
    said = _of_doing(scene, doing.end() - 1) if doing else None
    if doing is None or said is None:
        return None
    behind = _ITS_OBJECT.match(shape, doing.end())
    return said[0], behind.end() if behind else doing.end(), said[1]


def _is_weak(scene: Scene, role: Phrase, lean: Object) -> bool:
    """ "its partners" far from any body, or of a nation named with them: of nothing known."""
    if is_exercise(lean.coalition):
        return False
    if role.last_word == "parties" and not is_document(lean.coalition.name):
        # "freedom of navigation to all parties"
        return True
    if lean.named or role.last_word not in ("partners", "allies", "partner", "ally"):
        return False
    owned = role.tokens[0].text.lower() in ("its", "their")
    place = scene.reading.phrases.index(role)
    if _LAST_OF.search(scene.reading.shape, 0, place):
        return False
    return scene.near is None or (owned and bool(set(scene.reading.shape[:place]) & set("AM")))


_LONG_BEEN = re.compile(r"[AE]x[bdal]*\Z")


def _has_long_been(scene: Scene, at: int) -> bool:
    """ "The Dutch have been partners since 2012": of what was named just before."""
    reading = scene.reading
    since = reading.phrases[at + 1] if at + 1 < len(reading.shape) else None
    if since is None or scene.near is None or not _LONG_BEEN.search(reading.shape, 0, at):
        return False
    been = any(token.text.lower() == "been" for p in reading.phrases[:at] for token in p.tokens)
    return been and since.tokens[0].text.lower() in ("since", "from")


_ARE_THEY = re.compile(r"A[x][bl]*\Z")
#: So many nations and no other word are a roster.
_ROSTER = 4


def _are_just_that(scene: Scene, at: int) -> bool:
    """ "Chile, Peru, Spain and Italy are parties.": a long list and nothing else."""
    reading, role = scene.reading, scene.reading.phrases[at]
    alone = at + 1 == len(reading.shape) and _ARE_THEY.fullmatch(reading.shape, 0, at)
    several = role.tokens[-1].text.endswith("s") and not role.has("dlo")
    return bool(alone) and several and len(reading.nations(0)) >= _ROSTER


def _have_since_become(scene: Scene, at: int) -> bool:
    """ "Chile, Peru and Spain have since become partners": of what was spoken of just before."""
    verb = scene.reading.phrases[at - 1] if at else None
    if verb is None or verb.group != "become" or scene.near is None:
        return False
    dated = _SINCE_WHEN.match(scene.reading.shape, at + 1) is not None
    return dated or any(token.text.lower() in _SINCE for token in verb.tokens)


#: "became partners in 2019": of what was spoken of just before.
_SINCE_WHEN = re.compile(r"[iq]?T")


_SINCE = frozenset({"since", "also", "later", "now", "subsequently", "since then", "already"})
#: "All six remain partners."
_LAST_OF = re.compile(r"E[Vx][bl]*\Z")


def _is_of_other(reading: Reading, at: int) -> bool:
    """ "a proud member of the region", "an observer in the forum": of something else."""
    shape = reading.shape
    following = shape[at + 1 : at + 2]
    if following == "w" and reading.phrases[at + 1].last_word in _POSTED:
        # "a liaison officer posted at another command"
        return shape[at + 2 : at + 3] in tuple("itk")
    if found := _WHERE.match(shape, at + 1):
        where = reading.phrases[at + 1].last_word
        noun = reading.phrases[found.end() - 1].last_word
        if where == "at" and noun in nouns("not_itself"):
            # "became a full member at the 7th Summit"
            return False
    if following in ("i", "t") and shape[at + 2 : at + 3] == "T":
        return False
    return following in ("f", "t", "F", "i")


_POSTED = frozenset({"posted", "based", "stationed", "assigned", "embedded", "attached", "serving"})


def is_to_other(scene: Scene, at: int) -> bool:
    """ "our closest partners", "one of the key members"."""
    before = scene.reading.phrases[at - 1 : at] if at else ()
    role = (
        *(t for p in before if p.sign in "dwa" for t in p.tokens),
        *scene.reading.phrases[at].tokens,
    )
    return any(token.text.lower() in nouns("not_its") for token in role)


def nearest(scene: Scene, at: int) -> Object | None:
    """The coalition named last before a place of the shape, else the one leant on."""
    shape = scene.reading.shape
    k = max(shape.rfind("K", 0, at), shape.rfind("c", 0, at))
    if lasting := _LASTING_TOO.search(shape, k + 1, at):
        # "Finland, a NATO member since 2023, and Sweden, a member since 2024, …"
        k = lasting.start("role")
    if k >= 0 and (named := scene.reading.coalition(k)):
        return Object(named, scene.reading.phrases[at].end)
    if later := _founded(scene, at) or _JOINED_LATER.match(shape, at + 1):
        # "At first associates were Chile and Peru, all of which later joined the agency."
        named = scene.reading.coalition(later.end() - 1)
        return Object(named, scene.reading.phrases[at].end) if named else None
    meant = scene.context
    if meant is not None and scene.reading.phrases[at].status is Status.SIGNED:
        # "The signatories are Chile and Peru": of the charter, not of who drew it up.
        here = [scene.reading.coalition(k) for k, s in enumerate(shape) if s == "K"]
        papers = [body for body in (*here, meant, *scene.both) if body and is_document(body.name)]
        meant = papers[0] if papers else meant
    if meant is None:
        return None
    return Object(meant, scene.reading.phrases[at].end, named=False)


#: A role beside another nation, and the one behind this.
_LASTING_TOO = re.compile(r"(?P<role>[LR])(?:[bqi][Td])?,?&A,[bdl]*\Z")
_JOINED_LATER = re.compile(r"xA,(?:[bl]?f)?R[bl]*V[tif]?[bda]*K")
#: Nations under a role, and the body behind their verb.
_ACTING = re.compile(r"[,:(-]?[dl]*A[-),]?[bl]*(?P<v>V)[bda]*K")


def _founded(scene: Scene, at: int) -> re.Match[str] | None:
    """ "The first signatory nations, Chile and Peru, established the accords": those of these."""
    found = _ACTING.match(scene.reading.shape, at + 1)
    founding = found and scene.reading.phrases[found.start("v")].group == "found"
    return found if founding else None


_WHERE = re.compile(r"i[dao#]*[wWm]")
#: "the operation, which now has six nations …".
_HAVING = re.compile(r"(?:(?P<k>K)(?:,?R)?|(?P<it>E))[b]*(?:X|V)[bd]*\Z")
_ITS_OBJECT = re.compile(r"[tif]?[bda]*K")
#: "the first country in the region to join", "the ten countries that signed".
_DOING = re.compile(r"(?:(?:[if][dDaowWP]{1,4}|[bq]d?A)?V|,?RV)")


#: "the third country to accede to the status of associate member".
_TO_BE = re.compile(r"[tie]?d?w?f?L")


def _of_doing(scene: Scene, at: int) -> tuple[Object, Status] | None:
    """ "to sign the accords" behind "the 56th nation"."""
    phrase = scene.reading.phrases[at]
    if phrase.group == "do so" and phrase.has("t"):
        # "had been the first on the continent to do so"
        act = last_act(scene, (), at) or scene.act
        if act is None:
            return None
        return Object(act[1], phrase.end, named=False), groups()[act[0]].status
    if phrase.group not in ("join", "sign", "become", "take part"):
        return None
    if not phrase.has("t") and not _has_done(scene, at):
        return None
    found = object_of(scene.reading, at, scene.context, 5)
    if found is None:
        to_be = _TO_BE.match(scene.reading.shape, at + 1)
        role = scene.reading.phrases[to_be.end() - 1] if to_be else None
        lean = nearest(scene, at)
        return (lean, role.status) if role and role.status and lean else None
    if phrase.group == "take part" and not is_exercise(found.coalition):
        # "becomes the 20th ally to take part" in a programme.
        whole = phrase.last_word in ("take part", "participate") or _sends_people(scene, at)
        if not (whole and _is_nth(scene, at)):
            return None
    on = _ON.match(scene.reading.shape, at + 1) and not is_document(found.coalition.name)
    # "the first country to sign on": to an initiative, which is no paper
    return found, Status.SIGNED if phrase.group == "sign" and not on else Status.MEMBER


_ON = re.compile(r"t(?=,?[iq]?T|[,.;&]|\Z)")


_NTH = re.compile(r"L(?:[bq][dawA]{1,3}|i[daowWP]{1,4})?\Z")
_PEOPLE_TO = re.compile(r"[bda#]*mt[bda]*K")


def _is_nth(scene: Scene, at: int) -> bool:
    """ "the first ally (outside Europe) to take part": the infinitive of an ordinal."""
    found = _NTH.search(scene.reading.shape, 0, at)
    return found is not None and scene.reading.phrases[found.start()].has("o")


def _sends_people(scene: Scene, at: int) -> bool:
    """ "the first nation to send staff to the operation": who does so first comes into it."""
    return _PEOPLE_TO.match(scene.reading.shape, at + 1) is not None


def _has_done(scene: Scene, at: int) -> bool:
    """ "one of the ten countries that (have) signed the accords"."""
    phrase = scene.reading.phrases[at]
    done = phrase.tokens[-1].sign in "JP" and not phrase.has("uUxZ")
    return done and scene.reading.shape[at - 1 : at] == "R"


def role_told(
    found: Object, nations: tuple[str, ...], status: Status, act: Act, rule: str,
    start: int, end: int, count: int | None = None, certainty: float = _SURE,
) -> Told:  # fmt: skip
    """What a frame about a role tells; members and signatories of an exercise take part."""
    return Told(
        found.coalition, nations, of_exercise(status, found.coalition), act, rule,
        sure(found, certainty), start, max(end, found.end), count,
    )  # fmt: skip


def is_former(role: Phrase) -> bool:
    """ "a former member", "an ex-partner": one that left."""
    return any(token.text.lower() in nouns("former") for token in role.tokens[:-1])


def is_prospective(role: Phrase) -> bool:
    """ "a potential member", "a candidate member": none yet."""
    return any(token.text.lower() in nouns("not_yet") for token in role.tokens[:-1])


def _are_new(role: Phrase) -> bool:
    """ "New partners include …", "the newest contributor": of what was spoken of just before."""
    if role.tokens[0].text.lower() == "new":
        return role.tokens[-1].text.endswith("s")
    return is_new(role) and is_definite(role)


def is_new(role: Phrase) -> bool:
    """ "the newest members", "three new partners"."""
    return _has(role, _NEWEST | {"new"}) and role.status is not None


def is_last(role: Phrase) -> bool:
    """ "The latest to join", "the last nations to sign"."""
    return _has(role, _NEWEST | {"last"})


def _has(role: Phrase, words: frozenset[str]) -> bool:
    return not words.isdisjoint(token.text.lower() for token in role.tokens)
