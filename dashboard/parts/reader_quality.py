"""The reader's precision and recall, for the data-quality page."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.atlas import Atlas
from dashboard.parts.bodies import body
from dashboard.parts.curating import vocabulary
from dashboard.parts.keeping import kept_table
from dashboard.parts.text import counted
from dashboard.questions.reader_quality import ALL_RULES, reader_quality
from dashboard.summaries import FACT_LABELS
from loaders.curation.proofs import Proof, proof_of, proof_of_file
from loaders.curation.saving import facts_path
from loaders.extraction import extract
from loaders.extraction.drafts import known_vocabulary
from loaders.facts.yaml import read_yaml
from loaders.paths import data_directory


def reader_section(atlas: Atlas) -> None:
    """Show how well the reader reads the articles whose body is held, by kind and by rule."""
    st.header("How well the reader reads", divider="gray")
    measured, articles = _measured(atlas.version, atlas)
    if measured.empty:
        st.caption("No article is held whose facts somebody vouched for: nothing to measure by.")
        return
    st.caption(
        f"Its facts against those vouched for, on {counted(articles, 'article')} whose body is "
        "held here. Precision: how many of its facts are right. Recall: how many of those stated "
        "it found. A roster counts once per nation. A fact that nobody wrote down counts as wrong."
    )
    whole = measured["rule"] == ALL_RULES
    kinds = kept_table(atlas, "reader", lambda: _shown(measured[whole], by_rule=False))
    st.dataframe(kinds, hide_index=True, key="reader")
    with st.expander("By rule"):
        rules = kept_table(atlas, "reader by rule", lambda: _shown(measured[~whole], by_rule=True))
        st.dataframe(rules, hide_index=True, key="reader_rules")


@st.cache_resource(show_spinner="Reading the held articles …", max_entries=2)
def _measured(version: str, _atlas: Atlas) -> tuple[pd.DataFrame, int]:
    frame = _atlas.tables["articles"]
    rows = frame[frame["text_sha256"].notna() & (frame["state"] != "extracted")]
    pairs = [pair for name in rows["id"] if (pair := _pair(_atlas, str(name)))]
    return reader_quality(pairs), len(pairs)


def _pair(atlas: Atlas, article: str) -> tuple[Proof, Proof] | None:
    directory = data_directory()
    text, path = body(atlas, directory, article), facts_path(directory, article)
    if text is None or path is None:
        return None
    content = read_yaml(path.read_text(encoding="utf-8")).value
    result = extract(text, f"{article}.txt", content["article"].get("published"))
    read = proof_of(result, article, text, known_vocabulary(vocabulary(atlas.version)))
    return read, proof_of_file(article, content, text)


def _shown(rows: pd.DataFrame, *, by_rule: bool) -> pd.DataFrame:
    made: dict[str, Any] = {"Kind": rows["kind"].map(FACT_LABELS)}
    if by_rule:
        made["Rule"] = rows["rule"]
    made |= {"Found": rows["found"], "Right": rows["right"]}
    if not by_rule:
        made["Stated"] = rows["stated"].astype("Int64")
    made["Precision"] = [f"{share:.0%}" if pd.notna(share) else "" for share in rows["precision"]]
    if not by_rule:
        made["Recall"] = [f"{share:.0%}" if pd.notna(share) else "" for share in rows["recall"]]
    return pd.DataFrame(made)
