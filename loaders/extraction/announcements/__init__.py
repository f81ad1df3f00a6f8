"""What an article announces, by a lexicon of verb and noun frames."""
