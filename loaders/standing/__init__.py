"""Who stands how to a coalition on a day, by what was known on another (rules 2 to 4)."""

from loaders.standing.claims import with_descendants
from loaders.standing.standing import Known, read_known, standing, standing_on, stints_of
from loaders.standing.states import STATES, State

__all__ = [
    "STATES", "Known", "State", "read_known", "standing", "standing_on", "stints_of",
    "with_descendants",
]  # fmt: skip
