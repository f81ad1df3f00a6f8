"""Scores of `extract` against one annotated article, a tally per kind of fact.

`score(article, result)` takes the JSON contract's object and gives the tallies; nothing here
reads files or runs the extractor.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.gold.annotations import (
    UNJUDGED,
    Article,
    Quote,
    Span,
    Statement,
    locate,
    locate_nations,
)
from tests.gold.claims import score_announcements, score_memberships
from tests.gold.comparing import EDGE, alike, name_key, same, same_date, same_speakers, trimmed
from tests.gold.tally import Tallies, Tally, compare

Json = dict[str, Any]
Agreement = Callable[[Statement, Json], bool]


def score(article: Article, result: Json) -> Tallies:
    """All tallies of one article. Facts the annotator left unjudged are not counted."""
    text: str = result.get("body") or article.text
    tallies: Tallies = {}
    if article.gold.statements is not None:
        tallies |= score_statements(text, article, result)
    if article.gold.persons is not None:
        tallies |= score_persons(article, result)
    if article.gold.posts is not None:
        tallies["posts"] = score_posts(article, result)
    if article.gold.nations is not None:
        tallies["nations"] = score_nations(text, article, result)
    dates = Tally()
    if article.gold.memberships is not None:
        tallies |= score_memberships(article.gold, result, dates)
    if article.gold.announcements is not None:
        tallies |= score_announcements(text, article.gold, result, dates)
    dates.add(score_article_date(article, result))
    tallies["dates"] = dates
    tallies["problems (recall)"] = score_problems(article, result)
    for tally in tallies.values():
        tally.wrong = [f"{article.path.stem}: {case}" for case in tally.wrong]
    return tallies


# --- statements


def score_statements(text: str, article: Article, result: Json) -> Tallies:
    """Spans, then what is right about the spans that were found."""
    expected = expected_spans(text, article, None)
    tolerant = expected_spans(text, article, EDGE)
    optional = {span for span, statement in tolerant.items() if statement.optional}
    found = found_spans(text, result, EDGE)
    found = {span: s for span, s in found.items() if span not in optional}
    tolerant = {span: s for span, s in tolerant.items() if span not in optional}
    exact_found = {
        span for span in found_spans(text, result, None) if trimmed(text, span, EDGE) in found
    }
    exact = {span for span in expected if trimmed(text, span, EDGE) in tolerant}
    quoted = {span for span, s in tolerant.items() if s.kind != "indirect"}
    quoted_found = {span for span, s in found.items() if s["kind"] != "indirect"}
    return {
        "spans, exact": compare(exact, exact_found),
        "spans": _spans(text, set(tolerant), set(found)),
        "  quoted": _spans(text, quoted, quoted_found),
        "  indirect": _spans(text, set(tolerant) - quoted, set(found) - quoted_found),
        "span + kind": _span_and(text, tolerant, found, _same_kind),
        "span + speaker": _span_and(text, tolerant, found, _same_speakers),
        "  quoted + speaker": _span_and(
            text,
            {span: s for span, s in tolerant.items() if span in quoted},
            {span: s for span, s in found.items() if span in quoted_found},
            _same_speakers,
        ),
        "pronouns resolved": score_pronouns(text, tolerant, found),
        "statements as wholes": score_wholes(text, article, result),
    }


def expected_spans(text: str, article: Article, edge: str | None) -> dict[Span, Statement]:
    """The annotated spans, trimmed; one that the extractor's body lacks counts as missed."""
    spans: dict[Span, Statement] = {}
    for statement in article.gold.statements or ():
        for quote in statement.spans:
            spans[located(text, quote, edge)] = statement
    return spans


def located(text: str, quote: Quote, edge: str | None) -> Span:
    """Where a quote is; where it is not in the text, an impossible span of its own."""
    span = locate(text, quote)
    return trimmed(text, span, edge) if span else (-1 - hash(quote.text) % 10**9, -1)


def found_spans(text: str, result: Json, edge: str | None) -> dict[Span, Json]:
    """The extracted spans, trimmed."""
    return {
        trimmed(text, (span["start"], span["end"]), edge): statement
        for statement in result["statements"]
        for span in statement["spans"]
    }


def _spans(text: str, expected: set[Span], found: set[Span]) -> Tally:
    missed = [f"missed “{text[a:b]}”" for a, b in sorted(expected - found)]
    extra = [f"extra  “{text[a:b]}”" for a, b in sorted(found - expected)]
    return Tally(len(expected), len(found), len(expected & found), missed + extra)


def _same_kind(expected: Statement, given: Json) -> bool:
    return bool(expected.kind == given["kind"])


def _same_speakers(expected: Statement, given: Json) -> bool:
    return same_speakers(expected.speakers, given["speakers"])


def _span_and(
    text: str, expected: dict[Span, Statement], found: dict[Span, Json], agree: Agreement
) -> Tally:
    """Spans that were found and whose statements also agree."""
    both = sorted(expected.keys() & found.keys())
    right = [span for span in both if agree(expected[span], found[span])]
    wrong = [
        f"“{text[a:b][:50]}” {_described(expected[a, b])} given {_given(found[a, b])}"
        for a, b in both
        if (a, b) not in right
    ]
    return Tally(len(expected), len(found), len(right), wrong)


def _described(statement: Statement) -> str:
    who = " & ".join(s.name or s.as_printed for s in statement.speakers)
    return f"{statement.kind} by {who}"


def _given(statement: Json) -> str:
    who = " & ".join(str(s.get("name") or s["as_printed"]) for s in statement["speakers"])
    return f"{statement['kind']} by {who or 'nobody'} ({statement.get('rule')})"


def score_pronouns(text: str, expected: dict[Span, Statement], found: dict[Span, Json]) -> Tally:
    """Of the spans credited to a pronoun that the text resolves, those resolved to its person."""
    tally = Tally()
    for span, statement in expected.items():
        pronouns = [s for s in statement.speakers if s.pronoun and s.name]
        if not pronouns:
            continue
        tally.expected += 1
        given = found.get(span, {"speakers": [], "kind": "nothing"})
        tally.found += any(s.get("name") for s in given["speakers"])
        if same_speakers(statement.speakers, given["speakers"]):
            tally.right += 1
        else:
            words = text[span[0] : span[1]][:50]
            tally.wrong.append(f"“{words}” {_described(statement)} given {_given(given)}")
    return tally


def score_wholes(text: str, article: Article, result: Json) -> Tally:
    """Statements whose spans are exactly those annotated, no more and no fewer."""
    wanted = {
        frozenset(located(text, quote, EDGE) for quote in s.spans)
        for s in article.gold.statements or ()
        if not s.optional
    }
    optional = {
        frozenset(located(text, quote, EDGE) for quote in s.spans)
        for s in article.gold.statements or ()
        if s.optional
    }
    given = {
        frozenset(trimmed(text, (s["start"], s["end"]), EDGE) for s in statement["spans"])
        for statement in result["statements"]
    }
    return compare(
        [" … ".join(_words(text, spans)) for spans in wanted],
        [" … ".join(_words(text, spans)) for spans in given - optional],
    )


def _words(text: str, spans: frozenset[Span]) -> list[str]:
    return [f"{a}:{text[a : min(b, a + 60)]}" for a, b in sorted(spans)]


# --- persons, posts, nations, the article


def score_persons(article: Article, result: Json) -> Tallies:
    """Persons by full name; of those found, whose rank and whose nationality is right."""
    expected = {name_key(p.name): p for p in article.gold.persons or ()}
    found = {name_key(p["name"]): p for p in result["persons"]}
    optional = {key for key, person in expected.items() if person.optional}
    names = compare(expected.keys() - optional, found.keys() - optional)
    rank, nationality, source = Tally(), Tally(), Tally()
    for key in sorted(expected.keys() & found.keys()):
        wanted, given = expected[key], found[key]
        _field(rank, key, wanted.rank, given.get("rank"), alike)
        _field(nationality, key, wanted.nationality, given.get("nationality"), same)
        if wanted.nationality not in (None, UNJUDGED) and wanted.nationality_from:
            _field(source, key, wanted.nationality_from, given.get("nationality_from"), same)
    return {
        "persons": names,
        "  rank": rank,
        "  nationality": nationality,
        "  nationality from": source,
    }


def _field(tally: Tally, subject: str, expected: str | None, given: Any, agree: Any) -> None:
    """Count one field of a fact that was found: nothing expected and nothing given is no case."""
    if expected == UNJUDGED or (expected is None and given is None):
        return
    tally.expected += expected is not None
    tally.found += given is not None
    if expected is not None and given is not None and agree(expected, given):
        tally.right += 1
    else:
        tally.wrong.append(f"{subject}: {expected} given {given}")


def score_posts(article: Article, result: Json) -> Tally:
    """Posts by person, title and organisation, with acting and former."""
    names = {p["id"]: name_key(p["name"]) for p in result["persons"]}
    left = list(result["posts"])
    tally = Tally()
    for post in article.gold.posts or ():
        match = next((p for p in left if _same_post(post, p, names)), None)
        tally.expected += not post.optional
        if match is not None:
            left.remove(match)
            tally.found += not post.optional
            tally.right += not post.optional
        elif not post.optional:
            tally.wrong.append(f"missed {post.person}: {post.title}, {post.organisation}")
    tally.found += len(left)
    tally.wrong += [
        f"extra  {names.get(p['person'])}: {p['title']}, {p.get('organisation')}"
        f" acting={p.get('acting')} former={p.get('former')} nation={p.get('organisation_nation')}"
        for p in left
    ]
    return tally


def _same_post(expected: Any, given: Json, names: dict[str, str]) -> bool:
    nation = given.get("organisation_nation")
    organisation = alike(expected.organisation, given.get("organisation")) or (
        # "French Defence Minister": the nation itself may be printed as the organisation.
        expected.organisation is None and nation is not None
    )
    flags = expected.optional or (
        expected.acting == bool(given.get("acting"))
        and expected.former == bool(given.get("former"))
    )
    return (
        names.get(given["person"]) == name_key(expected.person)
        and alike(expected.title, given["title"])
        and organisation
        and same(expected.organisation_nation, nation)
        and flags
    )


def score_nations(text: str, article: Article, result: Json) -> Tally:
    """Mentions by place and code, the article before the name tolerated."""
    unjudged = [located(text, Quote(text=words), None) for words in article.gold.maybe_nations]
    wanted = {(span, code) for span, code in locate_nations(text, article.gold).items()}
    given = set()
    for mention in result["mentions"]:
        start, end = mention["start"], mention["end"]
        if text[start : start + 4].casefold() == "the ":
            start += 4
        given.add(((start, end), mention["nation"]))
    wanted = {(span, code) for span, code in wanted if not _inside(span, unjudged)}
    given = {(span, code) for span, code in given if not _inside(span, unjudged)}
    tally = compare(wanted, given)
    missed = [f"missed {code} “{text[a:b]}” at {a}" for (a, b), code in sorted(wanted - given)]
    extra = [f"extra  {code} “{text[a:b]}” at {a}" for (a, b), code in sorted(given - wanted)]
    tally.wrong = missed + extra
    return tally


def _inside(span: Span, others: list[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def score_article_date(article: Article, result: Json) -> Tally:
    """The article's date, where the text gives it; and the days statements were made."""
    tally = Tally()
    given = result["article"]
    if article.gold.published_from != "flag":
        _field(tally, "published", article.gold.published, given.get("published"), same_date)
        _field(
            tally, "published from", article.gold.published_from, given.get("published_from"), same
        )
    text = result.get("body") or article.text
    found = found_spans(text, result, EDGE)
    for statement in article.gold.statements or ():
        if statement.date:
            match = found.get(located(text, statement.spans[0], EDGE), {})
            words = f"said “{statement.spans[0].text[:40]}”"
            _field(tally, words, statement.date, match.get("date"), same_date)
    return tally


def score_problems(article: Article, result: Json) -> Tally:
    """Expected kinds of problem rows; others may be there, so only recall means anything."""
    given = {str(p["kind"]).replace("-", " ").replace("_", " ") for p in result["problems"]}
    expected = set(article.gold.problems)
    return compare(expected, expected & given)
