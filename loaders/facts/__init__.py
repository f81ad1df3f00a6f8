"""Facts files: what one article says, written for people (YAML), validated by pydantic."""
