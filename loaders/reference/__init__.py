"""Reference vocabulary: coalitions, statuses, organisations, officials, kinds; data, not code."""

from loaders.reference.models import Coalition, Kind, Official, Organisation, Status, Vocabulary
from loaders.reference.reading import Reference, read_reference

__all__ = [
    "Coalition", "Kind", "Official", "Organisation", "Reference", "Status", "Vocabulary",
    "read_reference",
]  # fmt: skip
