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
from dashboard.parts.curating import login, logout, may_curate, vocabulary
from dashboard.parts.desk import Room
from dashboard.parts.reopening import (
    asked_again,
    held_proof,
    reopened_articles,
    without_lost_words,
)
from dashboard.parts.text import counted, escape
from dashboard.questions.highlights import Span, paragraphs
from dashboard.views import add_cards, add_names, add_particulars, add_questions, add_saving
from dashboard.views.add_intake import in_the_browser, intake
from dashboard.views.article import marked_up
from loaders.curation.proofs import Decision, Proof, item_spans
from loaders.curation.saving import free_id, version_of
from loaders.curation.uploads import Upload
from loaders.extraction import extract
from loaders.paths import data_directory

_STYLE = Path(__file__).parents[1] / "static" / "reading_over.css"
_LONGEST_SHOWN = 60_000
_ASKED = "desk_asked"


def parameters(atlas: Atlas) -> list[Parameter]:
    """The article that is to be corrected, and the fact that led here."""
    return [
        Parameter("article", Shape.ONE, "the article", _articles(atlas)),
        Parameter("fact", Shape.TEXT, "the fact"),
    ]


def _articles(atlas: Atlas) -> set[str]:
    """Those on the pages, and those that a changed text keeps from them until they are read."""
    return {*atlas.sources, *reopened_articles(atlas)}


def show(atlas: Atlas) -> None:
    """Draw the page: the desk where an article lies on it, else the two ways in."""
    if value("article"):
        _fetch(atlas, value("article"), value("fact"))
    if desks.room(atlas) is None:
        _way_in(atlas)
    else:
        _reading_over(atlas)


def _way_in(atlas: Atlas) -> None:
    st.html(_STYLE)
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
        login(allowed)
    else:
        logout(allowed)
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
    asked = (article, fact)
    if present and present.proof.id == article:
        if st.session_state.get(_ASKED) != asked:
            st.session_state[_ASKED] = asked
            desks.open_fact(_item_of(atlas, present.proof, fact))
        return
    if present and desks.worked_on():
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
    proof = held_proof(atlas, article)
    if proof is None:
        st.warning("This article has no facts file of its own: it comes from bulk extraction.")
        return
    desks.lay(Desk(_with_reopened(proof, atlas), None, version_of(data_directory(), article)))
    st.session_state[_ASKED] = asked
    desks.open_fact(_item_of(atlas, proof, fact))


def _with_reopened(proof: Proof, atlas: Atlas) -> Proof:
    """The proof with what must be looked at again: its text and its extraction both changed."""
    again = asked_again(atlas, proof)
    extra = [replace(item, key=f"again-{number}") for number, item in enumerate(again)]
    proof = without_lost_words(proof)
    items = sorted([*proof.items, *extra], key=lambda item: item.start)
    return replace(proof, items=tuple(items))


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


# A decision draws the desk anew, not the page around it: half the work for server and browser.
@st.fragment
def _reading_over(atlas: Atlas) -> None:
    room = desks.room(atlas)
    if room is None:
        st.rerun()
    allowed = may_curate()
    st.html(_STYLE)
    st.title("Read it over")
    above = st.container()
    left, right = st.columns(2, gap="medium")
    with left, st.container(key="proof_side"):
        _text(room)  # first of all, for this is what one waits for
    with above:
        add_particulars.particulars(room)
        add_particulars.copies(room)
        add_saving.saving(room, allowed)
    with right:
        done = len(room.proof.items) - len(room.proof.of(Decision.OPEN))
        total = len(room.proof.items)
        st.progress(done / total if total else 1.0, text=add_cards.progress(room))
        add_questions.asked(room)
        add_cards.cards(room)
        add_names.declaring(room)
    st.html(in_the_browser(), unsafe_allow_javascript=True)


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
