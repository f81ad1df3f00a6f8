"""The address is the view: which parameters a page's URL has, and how each is read and written.

Pure: a query (name → list of strings) in, checked values and notices out. The URL is the only
place where the state of a view lives; widgets are set from it and write back to it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from urllib.parse import urlencode

Query = Mapping[str, Sequence[str]]
Value = tuple[str, ...] | str | date | None

LONGEST_VALUE = 300
# More than there are nations; what a link names beyond that was not written by this atlas.
MOST_VALUES = 300
FIRST_DAY, LAST_DAY = date(1945, 1, 1), date(2100, 12, 31)
_NUMBER = re.compile(r"[1-9][0-9]{0,5}")


class Shape(StrEnum):
    """How a parameter's value is written."""

    MANY = "many"
    ONE = "one"
    DAY = "day"
    TEXT = "text"
    NUMBER = "number"


@dataclass(frozen=True)
class Parameter:
    """One parameter: its name in the URL, shape, allowed values (None: any) and default."""

    name: str
    shape: Shape
    label: str
    options: Collection[str] | None = None
    default: Value = None

    @property
    def empty(self) -> Value:
        """The value of a parameter that the URL leaves out."""
        if self.default is not None:
            return self.default
        return () if self.shape is Shape.MANY else None


@dataclass
class Reading:
    """Checked values by parameter, and what was ignored, told to the visitor."""

    values: dict[str, Value] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)


def read(parameters: Sequence[Parameter], query: Query) -> Reading:
    """Read a query by the declared parameters; bad values are ignored with a notice."""
    reading = Reading()
    for parameter in parameters:
        given = list(dict.fromkeys(value for value in query.get(parameter.name, ()) if value))
        good, bad = _sorted_out(parameter, given)
        reading.values[parameter.name] = good
        if bad:
            reading.notices.append(_notice(parameter, bad))
    return reading


def _notice(parameter: Parameter, bad: list[str]) -> str:
    """One sentence for all values of a parameter that were ignored, however many."""
    shown = [f"“{value if len(value) <= 40 else f'{value[:39]}…'}”" for value in bad[:3]]
    more = f" and {len(bad) - 3:,} more" if len(bad) > 3 else ""
    return f"The link asks for {parameter.label} {', '.join(shown)}{more}: cannot be used, ignored."


def _sorted_out(parameter: Parameter, given: list[str]) -> tuple[Value, list[str]]:
    """The value to use, and those given that are not used."""
    allowed = [value for value in given if _allowed(parameter, value)]
    good = allowed[: MOST_VALUES if parameter.shape is Shape.MANY else 1]
    used = frozenset(good)
    bad = [value for value in given if value not in used]
    if not good:
        return parameter.empty, bad
    if parameter.shape is Shape.MANY:
        return tuple(good), bad
    return (date.fromisoformat(good[0]) if parameter.shape is Shape.DAY else good[0]), bad


def _allowed(parameter: Parameter, value: str) -> bool:
    if parameter.options is not None:
        return value in parameter.options  # whatever its length: a publisher's name may be long
    if len(value) > LONGEST_VALUE:
        return False
    if parameter.shape is Shape.DAY:
        return _is_day(value)
    return parameter.shape is not Shape.NUMBER or _NUMBER.fullmatch(value) is not None


def _is_day(value: str) -> bool:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return False
    return FIRST_DAY <= day <= LAST_DAY and value == day.isoformat()


def written(value: Value) -> list[str]:
    """Write a value as the strings of its parameter; empty = leave the parameter out."""
    if value is None or value == "":
        return []
    if isinstance(value, tuple):
        return list(value)
    return [value.isoformat() if isinstance(value, date) else value]


def query_of(
    parameters: Sequence[Parameter], values: Mapping[str, Value], *, defaults: bool = False
) -> dict[str, list[str]]:
    """Write values as a query, leaving defaults out unless asked (a shared link keeps them)."""
    query = {}
    for parameter in parameters:
        value = values.get(parameter.name, parameter.empty)
        if value != parameter.empty or (defaults and value):
            query[parameter.name] = written(value)
    return query


def link(base: str, query: Query) -> str:
    """Write a full address."""
    text = urlencode({name: list(values) for name, values in query.items()}, doseq=True)
    return f"{base}?{text}" if text else base
