"""Add an article and read its facts over: paste, see each fact in the text, decide, save."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import streamlit as st

from dashboard.address import Parameter, Shape
from dashboard.atlas import Atlas
from dashboard.curation.desk import Desk, desk_for
from dashboard.curation.near_copies import near_copies
from dashboard.parts import desk as desks
from dashboard.parts.address_bar import put, value
from dashboard.parts.bodies import body
from dashboard.parts.curating import may_curate, vocabulary
from dashboard.parts.desk import Room
from dashboard.parts.text import counted, escape
from dashboard.questions.highlights import Span, paragraphs
from dashboard.views import add_cards, add_particulars, add_questions, add_saving
from dashboard.views.add_intake import intake
from dashboard.views.article import marked_up
from loaders.curation.decisions import read_record, reopened
from loaders.curation.proofs import Decision, Proof, item_spans, proof_of, proof_of_file
from loaders.curation.saving import facts_path, free_id, version_of
from loaders.curation.uploads import Upload
from loaders.extraction import extract
from loaders.extraction.drafts import known_vocabulary
from loaders.facts.yaml import read_yaml
from loaders.paths import data_directory

_STYLE = Path(__file__).parents[1] / "static" / "reading_over.css"
_LONGEST_SHOWN = 60_000


def parameters(atlas: Atlas) -> list[Parameter]:
    """The article that is to be corrected, and the fact that led here."""
    return [
        Parameter("article", Shape.ONE, "the article", atlas.sources),
        Parameter("fact", Shape.TEXT, "the fact"),
    ]


def show(atlas: Atlas) -> None:
    """Draw the page: the desk where an article lies on it, else the two ways in."""
    if value("article"):
        _fetch(atlas, value("article"), value("fact"))
    room = desks.room(atlas)
    if room is None:
        _way_in(atlas)
        return
    _reading_over(room)


def _way_in(atlas: Atlas) -> None:
    st.title("Add an article")
    allowed = may_curate()
    done = add_saving.saved()
    if done:
        add_saving.thanks(
            done, {"coalitions": atlas.coalition_names, "officials": atlas.official_names}
        )
    st.markdown(
        "Paste an article. In a moment it appears with every fact marked in its text: who belongs "
        "to what, what was announced, who said what. You decide on each; then it is on every page."
    )
    if not allowed.granted:
        st.info(
            "This server stores nothing: you can see what is read out of a text, put it right, and "
            "take the facts file along to propose it."
        )
    intake(lambda upload: _take(atlas, upload))
    _warm_up()


@st.cache_resource(show_spinner=False)
def _warm_up() -> None:
    """Load the reader's vocabulary while the visitor is still looking for the text."""
    extract("The ministers met in Paris on 1 May 2024, said Jane Doe.")


def _take(atlas: Atlas, upload: Upload) -> None:
    """Lay what was pasted on the desk."""
    directory, reference = data_directory(), vocabulary(atlas.version)
    desk = desk_for(upload, lambda title: free_id(directory, title), reference, extract)
    found = near_copies(atlas, str(desk.proof.article["title"]), upload.text, _bodies(atlas))
    add_saving.forget_saved()
    desks.lay(desk, found)


def _bodies(atlas: Atlas) -> dict[str, str]:
    articles = atlas.tables["articles"]
    held = articles.loc[articles["text_sha256"].notna(), "id"]
    texts = {str(name): body(atlas, data_directory(), str(name)) for name in held}
    return {name: text for name, text in texts.items() if text is not None}


def _fetch(atlas: Atlas, article: str, fact: str | None) -> None:
    """Lay an article that is held on the desk, unless it lies there already."""
    present = desks.room(atlas)
    if present and present.proof.id == article:
        return
    if present and _worked_on(present.proof):
        with st.container(border=True):
            st.markdown(
                f"**{escape(str(present.proof.article['title']))}** is on the desk, unsaved."
            )
            with st.container(horizontal=True):
                st.button(
                    "Go on with it",
                    key="go_on",
                    on_click=put,
                    args=({"article": None, "fact": None},),
                )
                st.button("Clear the desk", key="drop_it", on_click=desks.clear)
        return
    directory = data_directory()
    path = facts_path(directory, article)
    if path is None:
        st.warning("This article has no facts file of its own: it comes from bulk extraction.")
        return
    content = read_yaml(path.read_text(encoding="utf-8")).value
    proof = proof_of_file(article, content, body(atlas, directory, article))
    proof = _with_reopened(proof, atlas)
    desks.lay(Desk(proof, None, version_of(directory, article)))
    desks.open_fact(_item_of(atlas, proof, fact))


def _with_reopened(proof: Proof, atlas: Atlas) -> Proof:
    """The proof with what must be looked at again: its text and its extraction both changed."""
    record = read_record(data_directory(), proof.id)
    if record is None or proof.text is None:
        return proof
    known = known_vocabulary(vocabulary(atlas.version))
    result = extract(proof.text, "article.txt", proof.article.get("published"))
    again = reopened(record, proof_of(result, proof.id, proof.text, known))
    extra = [replace(item, key=f"again-{number}") for number, item in enumerate(again)]
    items = sorted([*proof.items, *extra], key=lambda item: item.start)
    return replace(proof, items=tuple(items))


def _worked_on(proof: Proof) -> bool:
    return any(item.changed or item.decision is not Decision.OPEN for item in proof.items)


def _item_of(atlas: Atlas, proof: Proof, fact: str | None) -> str | None:
    """The item that a fact's key means: the one whose words are its evidence."""
    wanted = {
        " ".join((item.exact or item.note or "").split()) for item in atlas.evidence_of(fact or "")
    }
    for item in proof.items:
        section = {"m": "memberships", "a": "announcements", "p": "posts", "s": "statements",
                   "n": "persons"}.get((fact or "").removeprefix(f"{proof.id}.")[:1])  # fmt: skip
        if item.section != section:
            continue
        stated = str(item.plain)
        if any(words and words[:60] in " ".join(stated.split()) for words in wanted):
            return item.key
    return None


def _reading_over(room: Room) -> None:
    proof, allowed = room.proof, may_curate()
    st.html(_STYLE)
    st.title("Read it over")
    add_particulars.particulars(room)
    add_particulars.copies(room)
    add_saving.saving(room, allowed)
    left, right = st.columns(2, gap="medium")
    with left, st.container(key="proof_side"):
        _text(room)
    with right:
        done = len(proof.items) - len(proof.of(Decision.OPEN))
        st.progress(done / len(proof.items) if proof.items else 1.0, text=add_cards.progress(room))
        add_questions.asked(room)
        add_cards.cards(room)
        add_questions.declaring(room)


def _text(room: Room) -> None:
    """The article with every fact that was not rejected marked in it, numbered as its card."""
    proof = room.proof
    if proof.text is None:
        st.caption("The body of this article is not held here: each fact stands with its passage.")
        return
    kinds = {number: item.section for number, item in enumerate(proof.items, 1)}
    spans = [
        Span(*span, number)
        for number, item in enumerate(proof.items, 1)
        if item.decision is not Decision.REJECTED
        for span in item_spans(item, proof.text)
    ]
    marked = counted(len({span.entry for span in spans}), "fact")
    st.caption(f"{marked} marked in the text; a number is that of its card.")
    with st.container(border=True, key="proof"):
        for paragraph in paragraphs(proof.text[:_LONGEST_SHOWN], spans):
            written = "".join(marked_up(segment, kinds) for segment in paragraph)
            if written.strip():
                st.markdown(written)
        if len(proof.text) > _LONGEST_SHOWN:
            st.caption(f"The text goes on for {len(proof.text) - _LONGEST_SHOWN:,} characters.")
