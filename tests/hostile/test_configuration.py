"""What the server is told to do and not to do, and files that name a body elsewhere."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dashboard.parts.evidence import safe_link
from loaders.build.building import build
from loaders.check.checking import check_data
from loaders.findings import errors
from loaders.paths import REPOSITORY
from loaders.tables.parquet import read_tables
from tests.datadir import article, data_dir

CONFIG = tomllib.loads((REPOSITORY / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("section", "option", "value"),
    [
        # Streamlit's own table download does not defuse formulas.
        ("client", "disableDataExport", True),
        # A traceback tells a visitor paths and contents.
        ("client", "showErrorDetails", "none"),
        ("browser", "gatherUsageStats", False),
    ],
)
def test_the_server_is_told_so(section: str, option: str, value: object) -> None:
    assert CONFIG[section][option] == value


def test_a_message_to_the_server_is_no_longer_than_an_article_can_be() -> None:
    assert CONFIG["server"]["maxMessageSize"] <= 30


@pytest.mark.parametrize("named", ["../secret.txt", "/etc/hostname", "texts/../../secret.txt"])
def test_a_facts_file_reads_no_body_from_outside_texts(tmp_path: Path, named: str) -> None:
    root = tmp_path / "data"
    (tmp_path / "secret.txt").write_text("the secret of this machine")
    facts = article(text=named, rights="public domain") + (
        "memberships:\n  - {coalition: cspo, nations: [FRA], status: member, "
        "attested_on: 2025-04-09, passage: the secret of this machine}\n"
    )
    data = data_dir(root, {"articles/2025/a.yaml": facts})
    assert any("texts/" in str(finding) for finding in errors(check_data(data).findings))
    assert read_tables(build(data).folder)["articles"]["text_sha256"].isna().all()


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "//evil.test", "ftp://x"],
)
def test_only_web_addresses_become_links(address: str) -> None:
    assert safe_link(address) == ""


def test_nothing_in_an_address_ends_the_link_around_it() -> None:
    assert safe_link("https://a.test/)![x](https://evil.test") == (
        "https://a.test/%29%21%5Bx%5D%28https://evil.test"
    )
