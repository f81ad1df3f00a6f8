"""Who belongs to what, by a shallow grammar: words, phrases, frames, claims."""
