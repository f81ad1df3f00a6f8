"""Words that put a deed without a day on the occasion told just before: "at the opening"."""

from __future__ import annotations

import re

#: "At the opening A, B and C signed", "the charter was signed there", "on its sidelines".
AT_IT = re.compile(
    r"\b(?:[Aa]t|[Dd]uring|[Oo]n the (?:sidelines|margins?|fringes?) of) "
    r"(?:the|its|this|that|their) (?:[a-z]+ ){0,2}?(?:opening|ceremony|congress|summit|conference|"
    r"meeting|session|event|talks|forum|gathering|assembly|symposium|ministerial)\b"
    r"|\b[Oo]n (?:this|that|the) occasion\b|\b[Oo]n (?:its|the) (?:sidelines|margins|fringes?)\b"
    r"|\b(?:founded|signed|set up|established|launched|adopted|concluded|agreed|approved) there\b"
)
