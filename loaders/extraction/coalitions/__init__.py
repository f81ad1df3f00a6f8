"""Which coalitions a text names: known ones, learnt acronyms, unknown bodies, editions."""
