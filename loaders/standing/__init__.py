"""Who stands how to a coalition on a day, by what was known on another (rules 2 to 4)."""

from loaders.standing.claims import with_descendants
from loaders.standing.standing import standing, stints_of
from loaders.standing.states import STATES, State

__all__ = ["STATES", "State", "standing", "stints_of", "with_descendants"]
