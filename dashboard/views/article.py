"""An article's page: what it is, what it contributed, and each fact in its text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from dashboard.address import Parameter, Shape
from dashboard.atlas import Atlas
from dashboard.citations import cite_source
from dashboard.parts.address_bar import linked, put, value
from dashboard.parts.bodies import body, free_body
from dashboard.parts.curating import may_curate
from dashboard.parts.evidence import evidence, passage, safe_link, source_line
from dashboard.parts.links import permalink, to_article
from dashboard.parts.share import actions, citation
from dashboard.parts.text import counted, escape
from dashboard.questions.contributions import KINDS, Entry, entries, is_free
from dashboard.questions.highlights import Segment, Span, paragraphs, share_covered
from dashboard.records import records
from dashboard.summaries import FACT_LABELS
from loaders import dates
from loaders.paths import data_directory

# A colour of Streamlit's own Markdown for each kind; the number in the text says the same again.
_COLOURS = {
    "memberships": "blue", "announcements": "orange", "statements": "green", "posts": "violet",
    "persons": "gray",
}  # fmt: skip
_LONGEST_BODY = 60_000


def show(atlas: Atlas, article: str, every: list[Parameter]) -> None:
    """Draw the page of one article."""
    st.button("← All sources", on_click=put, args=({"article": None, "fact": None},),
              type="tertiary", key="all_sources")  # fmt: skip
    source = atlas.sources[article]
    st.title(escape(source.title.strip("()")))
    source_line(source, headline=False)
    # Small but not a caption: Streamlit fades captions, and links in them below WCAG's AA.
    st.markdown(f":small[{' · '.join(_particulars(atlas, article))}]")
    found = entries(atlas, article)
    caption = entries_sentence(found)
    st.markdown(f"**{escape(caption)}**")
    address = permalink(to_article(article), atlas.version)
    actions(
        atlas, every, f"{source.publisher}, “{source.title}”: {caption}", article,
        lambda: _downloaded(found), cited=cite_source(source, address, date.today()),
    )  # fmt: skip
    opened = [(n, entry) for n, entry in enumerate(found, 1) if value("fact") in entry.facts]
    if opened:
        _opened(atlas, *opened[0])
    chosen = opened or _shown(found)
    read = body if may_curate().granted else free_body
    text = read(atlas, data_directory(), article)
    if text is not None and opened:
        _text(source.rights, text, chosen)
    elif text is not None:
        left, right = st.columns([3, 2], gap="medium")
        with left:
            _text(source.rights, text, chosen)
        with right:
            _entries(chosen)
    elif not opened:
        _without_body(atlas, chosen)
    _problems(atlas, article)


def _particulars(atlas: Atlas, article: str) -> list[str]:
    """What kind of article it is, its rights, who vouched for its facts, where it was read."""
    frame = atlas.tables["articles"]
    row = records(frame[frame["id"] == article])[0]
    parts = [row["kind"].capitalize(), f"tier: {row['tier']}", f"rights: {row['rights']}"]
    parts = [escape(part) for part in parts]
    if row["rights_note"]:
        parts.append(escape(row["rights_note"]))
    if row["author"]:
        parts.append(f"by {escape(row['author'])}")
    reviewed = f" by {row['reviewed_by']}" if row["reviewed_by"] else ""
    parts.append(f"facts {escape(row['state'] + reviewed)}")
    if row["retrieved"]:
        parts.append(f"read {escape(dates.in_words(row['retrieved']))}")
    if row["url"] and row["via"] and safe_link(row["url"]):
        parts.append(f"[the publisher’s own page]({safe_link(row['url'])})")
    return parts


def entries_sentence(found: Sequence[Entry]) -> str:
    """Say what the article gave: `17 facts: 10 memberships, 2 announcements, 5 statements.`"""
    counts = {kind: sum(len(e.facts) for e in found if e.table == kind) for kind in KINDS}
    parts = [
        counted(number, FACT_LABELS[kind].lower().removesuffix("s"))
        for kind, number in counts.items()
        if number
    ]
    total = counted(sum(counts.values()), "fact")
    return f"{total}: {', '.join(parts)}." if parts else "No fact is taken from it."


def _downloaded(found: Sequence[Entry]) -> pd.DataFrame:
    return pd.DataFrame(
        [(entry.table, entry.summary, entry.facts, len(entry.spans)) for entry in found],
        columns=["kind", "summary", "facts", "passages_held"],
    )


def _shown(found: Sequence[Entry]) -> list[tuple[int, Entry]]:
    """The numbered entries left by the choice of kinds."""
    present = [kind for kind in KINDS if any(entry.table == kind for entry in found)]
    if len(present) > 1:
        parameter = Parameter("kind", Shape.MANY, "the kind of fact", KINDS)
        linked(parameter, lambda key, changed: st.pills(
            "Kinds of fact", present, selection_mode="multi", key=key, on_change=changed,
            format_func=lambda kind: FACT_LABELS[kind],
        ))  # fmt: skip
    wanted = value("kind") or tuple(KINDS)
    return [(number, e) for number, e in enumerate(found, 1) if e.table in wanted]


def _text(rights: str, text: str, chosen: Sequence[tuple[int, Entry]]) -> None:
    """The body with every shown entry highlighted in place and numbered."""
    spans = [Span(*span, number) for number, entry in chosen for span in entry.spans]
    kinds = {number: entry.table for number, entry in chosen}
    share = share_covered(len(text), spans)
    st.caption(
        f"The text as it was read, with {counted(len({s.entry for s in spans}), 'highlight')} "
        f"({share:.0%} of it). A number stands where a passage begins; it is that of the list."
    )
    if not is_free(rights):
        st.caption(f"Rights: {escape(rights)}. Held on this computer only; not redistributed.")
    with st.container(border=True, key="body"):
        for paragraph in paragraphs(text[:_LONGEST_BODY], spans):
            written = "".join(marked_up(segment, kinds) for segment in paragraph)
            if written.strip():
                st.markdown(written)
        if len(text) > _LONGEST_BODY:
            st.caption(f"The text goes on for {len(text) - _LONGEST_BODY:,} more characters.")


def marked_up(segment: Segment, kinds: dict[int, str]) -> str:
    """One piece of text as Markdown: escaped, coloured by its shortest entry, numbered."""
    before = " " if segment.text[:1].isspace() else ""
    after = " " if segment.text[-1:].isspace() and segment.text.strip() else ""
    words = escape(segment.text)
    if not words:
        return before
    numbers = "".join(f":{_COLOURS[kinds[n]]}-badge[{n}] " for n in segment.begins)
    if segment.entries:
        words = f":{_COLOURS[kinds[segment.entries[0]]]}-background[{words}]"
    return f"{before}{numbers}{words}{after}"


def _entries(chosen: Sequence[tuple[int, Entry]]) -> None:
    """The facts beside the text, numbered as in it; each can be shown alone."""
    for number, entry in chosen:
        with st.container(horizontal=True, wrap=False, gap="small"):
            st.markdown(f"{_badge(number, entry)} {escape(entry.summary)}", width="stretch")
            _show(number, entry, "Show")


def _show(number: int, entry: Entry, label: str) -> None:
    st.button(
        label, key=f"open_{number}", type="tertiary", on_click=put,
        args=({"fact": entry.facts[0]},),
        help="This fact alone, with what it rests on and how to cite it",
    )  # fmt: skip


def _badge(number: int, entry: Entry) -> str:
    return (
        f":{_COLOURS[entry.table]}-badge[{number} · {FACT_LABELS[entry.table].removesuffix('s')}]"
    )


def _without_body(atlas: Atlas, chosen: Sequence[tuple[int, Entry]]) -> None:
    """Where no body is held: each fact with its own passage, or our summary."""
    st.caption(
        "The body of this article is not held here: each fact stands with the passage it rests on, "
        "or with our summary where no passage was kept."
    )
    for number, entry in chosen:
        with st.container(border=True, gap="small"):
            st.markdown(f"{_badge(number, entry)} **{escape(entry.summary)}**")
            for item in atlas.evidence_of(entry.facts[0]):
                passage(item)
            _show(number, entry, "Cite and link →")


def _opened(atlas: Atlas, number: int, entry: Entry) -> None:
    """The fact that the address names, alone: what it rests on, its permalink and citation."""
    with st.container(border=True, key="fact"):
        st.markdown(f"{_badge(number, entry)} **{escape(entry.summary)}**")
        evidence(atlas, entry.facts[0], leads_on=False)
        more = len(entry.facts) - 1
        rest = f"; the same passage gives {counted(more, 'more fact')}" if more else ""
        st.caption(f"Key of the fact: {escape(value('fact'))}{rest}")
        with st.container(horizontal=True):
            with st.popover("Cite and link"):
                fact_citation(atlas, value("fact"), entry)
            st.button("Show all facts", on_click=put, args=({"fact": None},), key="close_fact")


def fact_citation(atlas: Atlas, fact: str, entry: Entry) -> None:
    """The permalink of a fact and its citation in three styles."""
    source = atlas.evidence_of(fact)[0].source
    address = permalink(to_article(source.id, fact), atlas.version)
    st.caption("Permalink")
    st.code(address, language=None, wrap_lines=True)
    said = entry.summary if entry.summary.endswith((".", "”")) else f"{entry.summary}."
    citation(cite_source(source, address, date.today(), said, fact))


def _problems(atlas: Atlas, article: str) -> None:
    problems = atlas.tables["problems"]
    rows = records(problems[problems["article"] == article])
    if rows:
        st.header("What could not be settled", divider="gray")
        for row in rows:
            st.markdown(f"- **{escape(row['text'])}**: {escape(row['why'])}")
