"""Every claim of membership an article's sentences make, read by frames and not by wordings.

A sentence (`sentences.py`) is read as phrases (`phrases.py`); frames look for who stands how to
which coalition: verbs ("signed"), roles ("a founding member of"), lists ("unites"), nouns ("the
accession of") and more. What one frame has told of a nation a later one does not tell again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.facts import Evidence
from loaders.extraction.memberships.act_days import act_and_day
from loaders.extraction.memberships.answers import Question, answered, is_answer, question_of
from loaders.extraction.memberships.chains import Chains
from loaders.extraction.memberships.claims import Claim, left_as_they_stood
from loaders.extraction.memberships.contexts import (
    NEAR_REACH,
    bodies_meant_by_both,
    context_of,
    listed_at_head,
    pair_of_article,
)
from loaders.extraction.memberships.counted import Promise, kept, of_the_same, others, promises
from loaders.extraction.memberships.deeds import deed_frames
from loaders.extraction.memberships.ellipsis import in_turn
from loaders.extraction.memberships.fellows import fellow_frames
from loaders.extraction.memberships.forces import force_frames
from loaders.extraction.memberships.groups import Groups, with_groups
from loaders.extraction.memberships.growth import growth_frames
from loaders.extraction.memberships.hosts import host_frames
from loaders.extraction.memberships.inside import inside_frames
from loaders.extraction.memberships.known_rosters import known_rosters
from loaders.extraction.memberships.letters import is_of_letters, letter_frames
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.long_lists import long_list_frames
from loaders.extraction.memberships.nominals import nominal_frames, signing_frames
from loaders.extraction.memberships.parts import part_frames
from loaders.extraction.memberships.phrases import read_phrases
from loaders.extraction.memberships.references import Memory
from loaders.extraction.memberships.repeated import last_act
from loaders.extraction.memberships.roles import role_frames
from loaders.extraction.memberships.rosters import roster_frames
from loaders.extraction.memberships.rules import LESSER, Act, Status, is_document
from loaders.extraction.memberships.salience import body_meant
from loaders.extraction.memberships.samples import sample_frames, they_are
from loaders.extraction.memberships.scene import Scene, Told
from loaders.extraction.memberships.sentences import LONGEST_SENTENCE, candidates, may_tell
from loaders.extraction.memberships.staffs import staff_frames
from loaders.extraction.memberships.standings import each_as_frames
from loaders.extraction.memberships.verbs import verb_frames
from loaders.extraction.survey.article import Survey
from loaders.extraction.survey.clauses import COALITION, Clause
from loaders.extraction.texts.document import Span

_Frame = Callable[[Scene], Iterator[Told]]
_FRAMES: tuple[_Frame, ...] = (
    each_as_frames,
    verb_frames,
    letter_frames,
    roster_frames,
    deed_frames,
    role_frames,
    fellow_frames,
    nominal_frames,
    signing_frames,
    growth_frames,
    host_frames,
    inside_frames,
    sample_frames,
    long_list_frames,
    force_frames,
    part_frames,
    staff_frames,
)
#: So many deeds of nations only counted wait for their list.
_MOST_WAITING = 4


def find_claims(survey: Survey) -> list[Claim]:
    """Every claim of a sentence about nations and a coalition."""
    claims: list[Claim] = []
    memory, groups, chains = _memory(survey), Groups(), Chains()
    waiting: list[Promise] = []
    listed: Told | None = None
    last_evidence: Evidence | None = None
    spoken: CoalitionMention | None = None
    told: list[Told] = []
    for sentence, names in candidates(survey):
        clause = survey.clause(sentence)
        context = context_of(survey, clause, sentence, None if _signs(clause, told) else spoken)
        if context is None and COALITION not in clause.reduced:
            if names:
                memory.pass_over(partial(read_phrases, clause))
            continue
        if not names and not may_tell(clause):
            continue
        memory.opens = survey.document.opens_paragraph(sentence.start)
        scene = _scene(survey, sentence, clause, context, memory, groups)
        told = _of_sentence(survey, sentence, scene, listed, waiting)
        told = told or list(answered(scene, _question_before(survey, scene, sentence)))
        evidence = Evidence(sentence.start, sentence.end)
        listed = told[-1] if told else listed
        spoken = told[-1].coalition if told and told[-1].rule.startswith(_TELLING) else None
        waiting = [*waiting, *promises(scene, verb_frames, evidence)][-_MOST_WAITING:]
        memory.remember(scene.reading, told)
        groups.keep(scene.reading, told)
        left = memory.act is not None and memory.act[0] == "leave"
        wished = not (told or left) and _is_wished(scene)
        # "Chile has asked to join. Venezuela did the same." of no joining told before
        memory.act = last_act(scene, told) or (None if wished else memory.act)
        before = None if names else last_evidence
        made = [_claim(clause, one, evidence, one.promise or before) for one in told]
        claims += made
        claims += in_turn(clause, made, told[-1].end) if told else []
        claims += chains.read(clause, told, made)
        if names:
            last_evidence = evidence
    return list(_without_bilateral(_as_intended(survey, list(left_as_they_stood(claims)))))


def _memory(survey: Survey) -> Memory:
    return Memory(partial(pair_of_article, survey), partial(listed_at_head, survey))


#: What a body is spoken of by: an act, or a standing told of some; no list in passing.
_TELLING = ("verb", "role", "roster: is a member", "roster: beside")


def _signs(clause: Clause, told: Sequence[Told]) -> bool:
    """ "It is in the agency. Kenya signed in June": no agency, of which but a standing was told."""
    if not told or told[-1].rule.startswith("verb") or is_document(told[-1].coalition.name):
        return False
    return " sign" in clause.reduced


def _is_wished(scene: Scene) -> bool:
    """Whether a sentence tells of asking or courting nations."""
    words = scene.reading.words
    return not (nouns("courting").isdisjoint(words) and nouns("asking").isdisjoint(words))


def _scene(
    survey: Survey,
    sentence: Span,
    clause: Clause,
    context: CoalitionMention | None,
    memory: Memory,
    groups: Groups,
) -> Scene:
    """The sentence read, with what the sentences before it give to its pronouns and groups."""
    near = survey.coalition_before(sentence.start, NEAR_REACH) and context
    reading = read_phrases(clause).with_it(near)
    if "L" in reading.shape:
        reading = with_groups(reading, groups, context)
    if "E" in reading.shape:
        memory.catch_up()
    both = bodies_meant_by_both(survey, clause, sentence)
    return Scene(reading, context, near, memory.resolve, both, memory.act)


def _of_sentence(
    survey: Survey, sentence: Span, scene: Scene, listed: Told | None, waiting: Sequence[Promise]
) -> list[Told]:
    """What a sentence tells by its frames, by what others promised, and by being a roster."""
    reduced = scene.reading.clause.reduced
    told = [] if reduced.rstrip().endswith("?") else list(_told(scene))
    told = of_the_same(scene, told, listed)
    seen = {n for one in told for n in one.nations if one.rule.startswith("verb")}
    told += [t for t in kept(scene, waiting, sentence.start) if not seen & set(t.nations)]
    told += [] if told else others(scene, listed)
    told += [] if told else _they_are(survey, scene, sentence)
    return told + _not_told(told, known_rosters(survey, sentence, len(reduced)))


#: Papers that two nations sign between themselves, where nobody knows them as a body.
_BILATERAL = re.compile(
    r"(?:Agreement|Arrangement|Cooperation|Memorandum|Understanding|Contract|Deal|Protocol)\Z"
)


def _without_bilateral(claims: Iterable[Claim]) -> Iterator[Claim]:
    """All claims but those of a paper between two nations: they are partners, not members."""
    listed = list(claims)
    parties: dict[str, set[str]] = {}
    for claim in listed:
        parties.setdefault(claim.coalition.key, set()).update(claim.nations)
    for claim in listed:
        body = claim.coalition
        unknown = body.slug is None and bool(_BILATERAL.search(body.name))
        if not (unknown and claim.status is Status.SIGNED and len(parties[body.key]) == 2):
            yield claim


def _not_told(told: list[Told], more: Iterator[Told]) -> list[Told]:
    """Those of `more` with the nations of which nothing was told for the same body."""
    seen = {(one.coalition.key, nation) for one in told for nation in one.nations}
    kept_back = []
    for one in more:
        nations = tuple(n for n in one.nations if (one.coalition.key, n) not in seen)
        kept_back += [replace(one, nations=nations)] if nations else []
    return kept_back


def _they_are(survey: Survey, scene: Scene, sentence: Span) -> Iterator[Told]:
    """What "They are …" tells by the sentence before."""
    index = survey.document.sentence_at(sentence.start) - 1
    if index < 0 or not scene.reading.shape.startswith(_TAKING_UP):
        return
    before = survey.document.sentences[index]
    if sentence.start - before.end < NEAR_REACH and before.end - before.start < LONGEST_SENTENCE:
        context = body_meant(survey, before.start)
        reading = read_phrases(survey.clause(before))
        yield from they_are(scene, Scene(reading, context, context, scene.resolve))


def _question_before(survey: Survey, scene: Scene, sentence: Span) -> Question | None:
    """What the sentence before asks of nations, where this one can be no more than an answer."""
    index = survey.document.sentence_at(sentence.start) - 1
    if index < 0 or not is_answer(scene):
        return None
    before = survey.document.sentences[index]
    if not survey.document.text.endswith("?", 0, before.end):
        return None
    clause = survey.clause(before)
    context = context_of(survey, clause, before, None)
    return question_of(Scene(read_phrases(clause), context, context, scene.resolve))


#: Rules of those who join or sign what was told of before: "The 14 allies who signed were …".
_BY_THE_LETTER = ("joined by", "roster: who did")


#: "They are …", "Those are …", "Chile was among them", "Some include …".
_TAKING_UP = ("Ex", "dx", "AV", "aw", "ww", "aV", "WV")


_ON_BOARD = "roster: on board"


def _as_intended(survey: Survey, claims: list[Claim]) -> Iterator[Claim]:
    """Rosters of what nations have so far only signed letters of intent for tell of those."""
    joining = [c for c in claims if c.act is Act.JOINING]
    letters: dict[str, set[str]] = {}
    for claim in joining:
        if claim.status is Status.LETTER_OF_INTENT:
            letters.setdefault(claim.coalition.key, set()).update(claim.nations)
    joined = {
        c.coalition.key
        for c in joining
        if c.status is not Status.LETTER_OF_INTENT and c.rule not in _BY_THE_LETTER
    }
    for claim in claims:
        roster = claim.act is Act.STANDING and claim.rule.startswith("roster")
        roster = roster or claim.rule in _BY_THE_LETTER
        belongs = claim.status in (Status.MEMBER, Status.PARTICIPANT, Status.SIGNED)
        signed = letters.get(claim.coalition.key, set())
        # One newcomer's letter says nothing of the others that it names.
        alike = len(signed) > 1 or bool(signed & set(claim.nations))
        alike = alike or (claim.rule == _ON_BOARD and is_of_letters(survey, claim.coalition))
        if roster and belongs and alike and claim.coalition.key not in joined:
            if claim.status is Status.PARTICIPANT:
                # "The current participants are …": said in so many words.
                yield claim
            claim = replace(claim, status=Status.LETTER_OF_INTENT)
        yield claim


def _told(scene: Scene) -> Iterator[Told]:
    """What the frames tell, each nation once for a coalition, an act and a kind of standing."""
    seen: set[tuple[str, str, str]] = set()
    named: set[str] = set()
    coming: set[tuple[str, str]] = set()
    promised = -1
    for frame, told in _by_frames(scene):
        kind = _kind(told)
        key = told.coalition.key
        if told.status is Status.ANNOUNCED:
            coming |= {(key, nation) for nation in told.nations}
            promised = max(promised, told.end)
        elif told.act is Act.JOINING and _and_then(scene, promised, told.end):
            # "said in 2024 that it would join, and became its member in March"
            kind = "came"
        elif _is_called(told) and coming.issuperset((key, n) for n in told.nations):
            # "Greece, an observer since 2020, will join in June"
            kind = told.status.value
        if frame is long_list_frames and named.issuperset(told.nations):
            continue
        new = tuple(n for n in dict.fromkeys(told.nations) if (key, n, kind) not in seen)
        if new:
            seen |= {(key, n, kind) for n in new}
            named |= set(new)
            yield told if new == told.nations else replace(told, nations=new)
            for other in _coordinated(scene, told):
                seen |= {(other.coalition.key, n, kind) for n in told.nations}
                yield other


def _and_then(scene: Scene, promised: int, end: int) -> bool:
    """Whether what ends at a place stands in a clause behind that of a promise, in the past."""
    return 0 < promised < end and bool(_THEN_DID.match(scene.reading.clause.reduced, promised, end))


_THEN_DID = re.compile(
    r",? (?:and|but) (?:then |finally |it |duly |later |now has )?"
    r"(?:became|joined|signed|has (?:since )?(?:become|joined|signed))\b"
)


def _is_called(told: Told) -> bool:
    """ "Greece, an observer since 2020": what a nation is called beside its name."""
    return told.status in LESSER and told.rule in ("roster: apposition", "roster: is a member")


def _by_frames(scene: Scene) -> Iterator[tuple[_Frame, Told]]:
    """What each frame tells; what is told of a whole group behind what is told of one of them."""
    groups = set(scene.reading.groups.values())
    of_groups = []
    for frame in _FRAMES:
        for told in frame(scene):
            if told.nations in groups:
                of_groups.append((frame, told))
            else:
                yield frame, told
    yield from of_groups


#: "members of (both) the accords and the agency", not "… the accords, and the agency said".
#: … but "has been in the force since 2020 and in the initiative since 2014".
_AND_ANOTHER = re.compile(
    r"(?P<since>(?:[bi]T)?,?&,?bT,?b?[itf]?[bda]*K(?![VxXSwWm']))|"
    r"(?:,?&[fit]?|,)[bda]*(?P<k>K)(?![VxXS])|"
    # "in the centre in Oslo, which it joined in 2023, and in the programme"
    r"(?:iW{1,2})?,t?REV[it]T,&[fit][bda]*w{0,2}(?P<far>K)(?![VxXS])|"
    r"[bi]?T(?:,?&|,)[bda]*[itf]?[bda]*(?P<own>K)(?![VxXSwWm'])"
)
_OF_BODIES = ("verb: join", "verb: belong", "verb: leave", "verb: sign", "roster: is a member",
              "role: became", "roster: apposition", "verb: take part", "will join")  # fmt: skip


def _coordinated(scene: Scene, told: Told) -> Iterator[Told]:
    """The same of the other bodies of which it is said: "joined the pact and the agency"."""
    reading = scene.reading
    if told.rule not in _OF_BODIES:
        return
    places = (k for k, s in enumerate(reading.shape) if s == "K")
    at = next((k for k in places if reading.coalition(k) is told.coalition), None)
    while at is not None and (more := _AND_ANOTHER.match(reading.shape, at + 1)):
        own = more["own"] is not None
        since = more.start("since") if more["since"] else None
        at = more.end() - 1
        other = reading.coalition(at)
        if other is not None and other.key != told.coalition.key:
            end = reading.phrases[at].end
            start, end = (end, end) if own or more["far"] else (told.start, told.end)
            if since is not None and told.act is Act.STANDING:
                # "belongs to the one and, since 2019, to the other"
                start, end = reading.phrases[since].start, reading.phrases[at].end
            yield replace(told, coalition=other, start=start, end=end)


def _kind(told: Told) -> str:
    """A nation may be told to have left, been asked and have signed up, but not to belong twice."""
    if told.act is Act.LEAVING:
        return "left"
    apart = told.status in (Status.LETTER_OF_INTENT, Status.INVITED, Status.HOST)
    # "became an observer in 2010 and a full member in 2015"
    apart = apart or (told.rule == "role: became" and told.status in LESSER)
    return told.status.value if apart else "belongs"


def _claim(clause: Clause, told: Told, evidence: Evidence, before: Evidence | None) -> Claim:
    """What a sentence tells, and the sentence before if that named the nations."""
    act, when = act_and_day(clause, told)
    return Claim(
        told.coalition,
        told.nations,
        told.status,
        act,
        told.rule,
        told.sure,
        (evidence, before) if before else (evidence,),
        told.count,
        len(told.nations),
        when,
    )
