"""Saving what was read over, or, where nothing is stored, the facts file to take along."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from dashboard.curation.permission import Curating, Permission
from dashboard.curation.wording import in_a_line
from dashboard.parts import data
from dashboard.parts import desk as desks
from dashboard.parts.address_bar import put
from dashboard.parts.curating import logout, name_field, signature, stranger, vocabulary
from dashboard.parts.desk import Room
from dashboard.parts.links import (
    Target,
    page_links,
    to_article,
    to_coalition,
    to_event,
    to_official,
)
from dashboard.parts.text import counted, escape
from loaders.curation.merging import difference, merged
from loaders.curation.proofs import Decision, Proof, compiled, content, proof_of_file
from loaders.curation.saving import Conflict, Refused, Saved, proposal, save
from loaders.extraction.language import vocabulary as words
from loaders.facts.yaml import YamlError, read_yaml
from loaders.paths import data_directory

_log = logging.getLogger(__name__)
_OUTCOME, _DONE = "desk_outcome", "desk_saved"


@dataclass(frozen=True)
class Done:
    """What was saved, for the links to it."""

    article: str
    path: str
    title: str
    facts: dict[str, list[dict[str, object]]]


def saving(room: Room, allowed: Permission) -> None:
    """Show the button that saves, or the facts file for download where nothing is stored."""
    if not allowed.granted:
        _download(room, allowed)
        return
    undecided = len(room.proof.of(Decision.OPEN))
    kept = len(room.proof.items) - len(room.proof.of(Decision.REJECTED))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if st.button(f"Save {counted(kept, 'fact')}", type="primary", key="save"):
            with st.spinner("Saving, and building the tables anew …"):
                _save(room, signature(allowed))
            st.rerun()
        name_field(allowed)
        st.button("Clear the desk", key="clear_desk", type="tertiary", on_click=_clear)
        logout(allowed)
        if undecided:
            st.caption(
                f"{counted(undecided, 'fact')} not decided on: saved as *extracted*, and marked "
                "so. Once all are decided, the article is *compiled*.", width="content",
            )  # fmt: skip
    outcome = st.session_state.get(_OUTCOME)
    if isinstance(outcome, Refused):
        _refused(outcome)
    elif isinstance(outcome, Conflict):
        _conflict(room, outcome)
    elif isinstance(outcome, str):
        st.error(escape(outcome))


def _clear() -> None:
    st.session_state.pop(_OUTCOME, None)
    desks.clear()
    put({"article": None, "fact": None})


def _save(room: Room, who: str | None) -> None:
    """Write; where it went well, build the tables and let every page read them."""
    directory, desk = data_directory(), room.desk
    proof = compiled(room.proof, who, date.today().isoformat())
    try:
        outcome = save(directory, proof, desk.started_from, desk.declared, desk.aliases)
    except OSError as error:
        _log.error("saving %s: %s", room.proof.id, error)
        st.session_state[_OUTCOME] = f"Nothing was written: {error.strerror or 'the disk refused'}."
        return
    st.session_state[_OUTCOME] = outcome
    if isinstance(outcome, Saved):
        data.rebuilt()
        vocabulary.clear()
        words.forget()
        made = {
            name: value for name, value in content(room.proof).items() if isinstance(value, list)
        }
        title = str(room.proof.article["title"])
        st.session_state[_DONE] = Done(room.proof.id, outcome.path, title, made)
        _clear()


def saved() -> Done | None:
    """What was saved last, until another article is laid on the desk."""
    done: Done | None = st.session_state.get(_DONE)
    return done


def thanks(done: Done, names: dict[str, dict[str, str]]) -> None:
    """Say what was saved, with links to the pages that show it now."""
    with st.container(border=True, key="saved"):
        st.markdown(f":green-badge[Saved] **{escape(done.title)}**")
        total = sum(len(facts) for name, facts in done.facts.items() if name != "problems")
        st.caption(f"{counted(total, 'fact')} in {escape(done.path)}, on every page from now on:")
        page_links(list(_links(done, names))[:14])


def _links(done: Done, names: dict[str, dict[str, str]]) -> list[tuple[str, Target]]:
    links = [("The article and its facts", to_article(done.article))]
    coalitions = [str(fact["coalition"]) for fact in done.facts.get("memberships", [])]
    links += [
        (f"Map: {names['coalitions'].get(slug, slug)}", Target("map", {"show": [slug]}))
        for slug in dict.fromkeys(coalitions)
    ]
    links += [
        (f"Coalition: {names['coalitions'].get(slug, slug)}", to_coalition(slug))
        for slug in dict.fromkeys(coalitions)
    ]
    links += [
        (f"Timeline: {fact['title']}", to_event(str(fact["event"])))
        for fact in done.facts.get("announcements", [])
    ]
    people = [
        str(fact[field])
        for section, field in (("statements", "speaker"), ("posts", "official"))
        for fact in done.facts.get(section, [])
        if fact.get(field)
    ]
    links += [
        (f"Official: {names['officials'].get(slug, slug)}", to_official(slug))
        for slug in dict.fromkeys(people)
    ]
    return links


def forget_saved() -> None:
    """The next article comes to the desk."""
    st.session_state.pop(_DONE, None)


def _refused(outcome: Refused) -> None:
    st.error("This cannot be saved as it is:")
    for finding in outcome.findings[:8]:
        field = f"{finding.field}: " if finding.field else ""
        st.markdown(f"- {escape(field + finding.message)}")


def _conflict(room: Room, conflict: Conflict) -> None:
    """Somebody saved first: both versions side by side, and what to do."""
    theirs = _their_proof(room, conflict)
    with st.container(border=True, key="conflict"):
        st.markdown(
            ":red-badge[Saved by somebody else meanwhile] Nothing of yours was written yet."
        )
        if theirs is None:
            st.caption(f"The file {escape(conflict.path)} cannot be read as a facts file now.")
            return
        between = difference(theirs, room.proof)
        left, right = st.columns(2)
        for place, heading, items in (
            (left, "Only in what is saved", between.theirs), (right, "Only in yours", between.mine),
        ):  # fmt: skip
            place.markdown(f"**{heading}** ({len(items)})")
            for item in items[:12]:
                place.markdown(f"- {escape(in_a_line(item.section, item.plain, room.names))}")
        with st.container(horizontal=True):
            st.button("Keep both", type="primary", key="keep_both", on_click=_keep_both,
                      args=(room, theirs, conflict.version),
                      help="Theirs, with the facts that only you have; then save it.")  # fmt: skip
            st.button("Take theirs, drop mine", key="take_theirs", on_click=_clear)


def _keep_both(room: Room, theirs: Proof, version: str) -> None:
    proof = merged(theirs, room.proof)
    st.session_state.pop(_OUTCOME, None)
    desks.keep(replace(room.desk, proof=proof, result=None, started_from=version))


def _their_proof(room: Room, conflict: Conflict) -> Proof | None:
    try:
        value = read_yaml(conflict.text).value
        return proof_of_file(room.proof.id, value, room.proof.text)
    except (YamlError, KeyError, TypeError, AttributeError):
        return None


def _download(room: Room, allowed: Permission) -> None:
    """Where nothing is stored: the facts file, and how to propose it."""
    name, text = proposal(data_directory(), room.proof)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            "Download the facts file", text.encode(), name.rsplit("/", 1)[-1], "application/yaml",
            type="primary", key="download_facts", on_click="ignore",
        )  # fmt: skip
        st.button("Clear the desk", key="clear_desk", type="tertiary", on_click=_clear)
        if allowed.curating is Curating.STRANGER:
            stranger(allowed)
            logout(allowed)
    if allowed.curating is Curating.LOGIN:
        st.caption(
            "Curators save here: log in on this page before the article is pasted, for logging in "
            "clears the desk."
        )
    st.caption(
        f"Nothing is stored on this server. To propose the article, put the file at "
        f"{escape(f'data/{name}')} in a copy of the repository, run `python -m loaders check`, and "
        "send it as a pull request; somebody reads it over there. Or start the atlas on your own "
        "computer (`streamlit run dashboard/app.py --server.address localhost`) and save it here."
    )
    _vocabulary_to_propose(room)


def _vocabulary_to_propose(room: Room) -> None:
    """What the facts file needs besides: new entries and names of the vocabulary."""
    for declaration in room.desk.declared:
        st.caption(f"It goes with these lines, at the end of `data/reference/{declaration.file}`:")
        st.code(declaration.text(), language="yaml", wrap_lines=True)
    for alias in room.desk.aliases:
        st.caption(
            f"In `data/reference/{alias.file}`, {escape(alias.slug)} gets another name: "
            f"**{escape(alias.name)}**."
        )
