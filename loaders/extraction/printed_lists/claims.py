"""The memberships that an article tells by layout: one claim for all nations that stand alike."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from loaders.extraction.facts import Evidence
from loaders.extraction.memberships.claims import Claim
from loaders.extraction.memberships.rules import PRINTED_LIST, Act, Status
from loaders.extraction.printed_lists.labelled import told_by_labels
from loaders.extraction.printed_lists.lines import Line, find_lines
from loaders.extraction.printed_lists.national_sheets import told_by_sheets
from loaders.extraction.printed_lists.reader import ListReader, Told
from loaders.extraction.printed_lists.rows import told_by_rows
from loaders.extraction.printed_lists.standings import Standing
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import Span

_SURE = 0.85


@dataclass(frozen=True, slots=True)
class PrintedLists:
    """What the lists of an article tell, and the stretches whose nations they settle, in order."""

    claims: tuple[Claim, ...]
    settled: tuple[Span, ...]
    verbal: tuple[Claim, ...] = ()

    def beside(self, survey: Survey, told: Iterable[Claim]) -> list[Claim]:
        """What the lists tell besides what the frames of sentences told: first theirs, then ours.

        Of a list that a clause introduces, only the nations that no frame has read there.
        """
        kept = list(self.without_settled(survey, told))
        read: dict[int, set[str]] = {}
        for claim in kept if self.verbal else ():
            for evidence in claim.evidence:
                paragraph = survey.document.paragraph_at(evidence.start)
                read.setdefault(paragraph, set()).update(claim.nations)
        for claim in self.verbal:
            done = read.get(survey.document.paragraph_at(claim.evidence[-1].start), set())
            if nations := tuple(n for n in claim.nations if n not in done):
                kept.append(replace(claim, nations=nations))
        return [*kept, *_without_leavers(self.claims, kept)]

    def without_settled(self, survey: Survey, claims: Iterable[Claim]) -> Iterator[Claim]:
        """The claims of sentences without the nations that they name in such a stretch only."""
        for claim in claims:
            nations = tuple(n for n in claim.nations if not self._settles(survey, claim, n))
            if nations:
                yield claim if nations == claim.nations else replace(claim, nations=nations)

    def _settles(self, survey: Survey, claim: Claim, nation: str) -> bool:
        if not self.settled:
            return False
        places = [
            mention.start
            for evidence in claim.evidence
            for mention in survey.mentions_in(evidence.start, evidence.end)
            if mention.nation == nation
        ]
        return bool(places) and all(self._is_settled(place) for place in places)

    def _is_settled(self, place: int) -> bool:
        at = bisect_right(self.settled, place, key=lambda span: span.start)
        return at > 0 and place < self.settled[at - 1].end


def _without_leavers(listed: Iterable[Claim], told: Iterable[Claim]) -> Iterator[Claim]:
    """The claims of lists without those who, as a sentence says, have left the body since."""
    left = {(c.coalition.key, n) for c in told if c.act is Act.LEAVING for n in c.nations}
    for claim in listed:
        key = claim.coalition.key
        stays = tuple(n for n in claim.nations if (key, n) not in left)
        if claim.act is not Act.STANDING or stays == claim.nations:
            yield claim
        elif stays:
            yield replace(claim, nations=stays)


def read_lists(survey: Survey) -> PrintedLists:
    """The claims of all printed lists."""
    reader = ListReader(survey)
    claims = list(_claims(told_by_sheets(reader)))
    verbal: list[Claim] = []
    for lines in _runs(find_lines(survey)):
        rows = lines[0].is_row
        told = list(told_by_rows(reader, lines) if rows else told_by_labels(reader, lines[0]))
        claims += _claims(one for one in told if not one.verbal)
        verbal += _claims(one for one in told if one.verbal)
    return PrintedLists(tuple(claims), tuple(reader.settled), tuple(verbal))


def _runs(lines: Iterator[Line]) -> Iterator[list[Line]]:
    """Rows that follow one another; each line with labels by itself."""
    run: list[Line] = []
    for line in lines:
        goes_on = run and run[-1].is_row and line.is_row and line.index == run[-1].index + 1
        if run and not goes_on:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _claims(told: Iterable[Told]) -> Iterator[Claim]:
    alike: dict[tuple[str, Standing, str], list[Told]] = {}
    for one in told:
        day = (one.when.edtf or "") if one.when else ""
        alike.setdefault((one.body.key, one.standing, day), []).append(one)
    for group in alike.values():
        first = group[0]
        lines = Evidence(first.line.start, max(one.line.end for one in group))
        leads = first.lead is not None and first.lead.start < lines.start
        lead = (Evidence(*first.lead),) if first.lead and leads else ()
        yield Claim(
            first.body,
            tuple(dict.fromkeys(one.nation for one in group)),
            first.standing.status or Status.MEMBER,
            first.standing.act,
            PRINTED_LIST,
            _SURE,
            (*lead, lines),
            when=first.when,
        )
