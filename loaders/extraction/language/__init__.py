"""English itself, whatever it tells: word lists, phrases as patterns, inflection, verb groups."""
