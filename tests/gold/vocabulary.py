"""The words annotations may use. They are the contract's, repeated here on purpose.

The gold set must not follow a change of the reference data by itself: a renamed kind or slug
has to show as a failing test.
"""

from __future__ import annotations

STATUSES = frozenset(
    [
        "invited",
        "announced",
        "letter of intent",
        "signed",
        "member",
        "associate",
        "observer",
        "liaison",
        "participant",
        "host",
    ]
)
ANNOUNCEMENT_KINDS = frozenset(
    [
        "meeting",
        "agreement",
        "accession",
        "invitation",
        "establishment",
        "exercise",
        "operation",
        "launch",
        "policy",
        "appointment",
        "strategy",
        "statement",
        "contract",
        "conference",
        "visit",
    ]
)
COALITIONS = frozenset(
    [
        "cspo",
        "olympic-defender",
        "artemis-accords",
        "cspoc",
        "jco",
        "aukus-darc",
        "wgs",
        "nato",
        "nato-space-coe",
        "nato-apss",
        "eu-sst",
        "eu-sst-consortium",
        "responsive-space-mou",
        "quad-space",
        "ilrs",
        "apsco",
        "iss",
        "global-sentinel",
        "schriever-wargame",
        "asterx",
    ]
)
PROBLEM_KINDS = frozenset(
    [
        "unresolved speaker",
        "unbalanced quotation",
        "count mismatch",
        "unanchored date",
        "unknown coalition",
    ]
)
