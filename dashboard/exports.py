"""What a visitor takes away: CSV, and one zip with the same rows in every form (pure).

Cells that a spreadsheet would run as a formula are defused in CSV and stay text in Excel.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.records import records
from loaders.tables.declaration import TABLES, Column, Type

# https://owasp.org/www-community/attacks/CSV_Injection; the wide signs are Japanese keyboards'.
_SIGNS = "=+\\-@＝＋－＠"
# At the start of a cell, and where a spreadsheet that splits cells at semicolons or tabs, as most
# of Europe's do, would start one: this file's commas and quotation marks mean nothing to it.
_FORMULA = re.compile(rf"(\A|[;\t\r\n][\"'\s]*)(?=[{_SIGNS}])|\A(?=[\t\r\n])")
_FRICTIONLESS = {"i": "integer", "u": "integer", "f": "number", "b": "boolean", "M": "date"}
_LIST_SEPARATOR = "; "
_SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
# What a page's rows are called, where they are not called as the table they are of.
_TABLES = {"sources": "articles"}


@dataclass(frozen=True)
class Bundle:
    """Exactly what a page shows, and what one must know of it."""

    name: str
    description: str
    address: str
    version: str
    sources: Sequence[str]
    frame: pd.DataFrame


def defused(value: object) -> object:
    """Put an apostrophe before what a spreadsheet would run as a formula; join lists with `; `."""
    value = _joined(value)
    return _FORMULA.sub(r"\1'", value) if isinstance(value, str) else value


def _joined(value: object) -> object:
    return _LIST_SEPARATOR.join(map(str, value)) if isinstance(value, tuple | list) else value


def as_csv(frame: pd.DataFrame) -> bytes:
    """Write a frame as UTF-8 CSV with a byte-order mark, so that spreadsheets read the names."""
    # As objects: a column of whole numbers with gaps would be guessed to hold fractions.
    safe = pd.DataFrame({
        str(defused(str(name))): pd.Series([defused(value) for value in column], dtype=object)
        for name, column in _days_as_text(frame).items()
    })  # fmt: skip
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def as_json(frame: pd.DataFrame) -> bytes:
    """Write a frame as a JSON list of records, lists kept as lists."""
    return json.dumps(
        records(_days_as_text(frame)), ensure_ascii=False, indent=1, default=str
    ).encode()


def as_excel(frame: pd.DataFrame) -> bytes:
    """Write a frame as an Excel workbook in which every text stays text."""
    target = io.BytesIO()
    options = {"options": {"strings_to_formulas": False, "strings_to_urls": False}}
    with pd.ExcelWriter(target, engine="xlsxwriter", engine_kwargs=options) as writer:
        _days_as_text(frame).map(_joined).to_excel(writer, index=False, sheet_name="data")
    return target.getvalue()


def as_zip(bundle: Bundle) -> bytes:
    """Write the bundle as one zip: CSV, JSON, Excel, datapackage.json and a README."""
    files = {
        f"{bundle.name}.csv": as_csv(bundle.frame),
        f"{bundle.name}.json": as_json(bundle.frame),
        f"{bundle.name}.xlsx": as_excel(bundle.frame),
        "datapackage.json": json.dumps(datapackage(bundle), indent=1, ensure_ascii=False).encode(),
        "README.md": readme(bundle).encode(),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return target.getvalue()


def datapackage(bundle: Bundle) -> dict[str, Any]:
    """Describe the CSV as a Data Package, version 2 (https://datapackage.org/standard/)."""
    name = bundle.name.lower()
    return {
        "$schema": _SCHEMA,
        "name": name,
        "title": bundle.description,
        "homepage": bundle.address,
        "version": bundle.version,
        "licenses": [
            {"name": "CC-BY-4.0", "path": _LICENCE, "title": "Facts and our own summaries"}
        ],
        "sources": [{"title": source} for source in bundle.sources],
        "resources": [
            {
                "name": name, "path": f"{bundle.name}.csv", "format": "csv",
                "mediatype": "text/csv", "encoding": "utf-8",
                "schema": {"fields": _fields(bundle), "missingValues": [""]},
            }
        ],
    }  # fmt: skip


def _fields(bundle: Bundle) -> list[dict[str, str]]:
    """Name, type and, where the data dictionary has it, meaning of each column."""
    named = _TABLES.get(bundle.name, bundle.name)
    declared = {c.name: c for table in TABLES if table.name == named for c in table.columns}
    fields = []
    for name, column in bundle.frame.items():
        known = declared.get(str(name))
        field = {"name": str(defused(str(name))), **_type(column, known)}
        fields.append(field | ({"description": known.meaning} if known else {}))
    return fields


def _type(column: pd.Series[Any], declared: Column | None) -> dict[str, str]:
    """The type of a column's cells in the CSV, where lists are texts with a separator."""
    lists = declared is not None and declared.type is Type.STRINGS
    if lists or any(isinstance(value, tuple | list) for value in column):
        return {"type": "list", "delimiter": _LIST_SEPARATOR, "itemType": "string"}
    return {"type": _FRICTIONLESS.get(getattr(column.dtype, "kind", "O"), "string")}


def readme(bundle: Bundle) -> str:
    """Say what the files hold, by which filter, from which sources, and how to cite them."""
    listed = "\n".join(f"- {source}" for source in bundle.sources) or "- none"
    return (
        f"# {bundle.description}\n\n"
        f"{len(bundle.frame)} rows from Space Coalition Atlas, data version {bundle.version}.\n"
        f"The same view: {bundle.address}\n\n"
        "Dates are EDTF (https://www.loc.gov/standards/datetime/): `~` = inferred, `../2024` = on "
        "or before. Nations are ISO 3166-1 alpha-3. No row about a nation means no evidence here; "
        "it does not mean no.\n\n"
        "In the CSV an apostrophe stands before what a spreadsheet would run as a formula, and "
        "lists are parted by `; `; JSON and Excel hold every text as it is.\n\n"
        f"## Sources\n\n{listed}\n\n"
        "## Licence\n\n"
        "Facts and our own summaries: CC BY 4.0. Quoted passages belong to their publishers and "
        "are quoted for comment and reference; cite the publisher.\n\n"
        "## Citation\n\n"
        f"Space Coalition Atlas, “{bundle.description}”, data version {bundle.version}, "
        f"{bundle.address}\n"
    )


def _days_as_text(frame: pd.DataFrame) -> pd.DataFrame:
    """Objects with None for what is missing, and days as ISO 8601 text."""
    texts = {
        name: frame[name].dt.strftime("%Y-%m-%d")
        for name in frame.columns
        if frame[name].dtype.kind == "M"
    }
    objects = frame.assign(**texts).astype(object)
    return objects.where(frame.notna(), None)
