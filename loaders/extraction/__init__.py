"""One article's text in, its facts out: `extract` and `extract_file`, the JSON contract."""

from loaders.extraction.language.first_signs import hasten_searches

hasten_searches()  # before the modules below compile their patterns

from loaders.extraction.pipeline import extract, extract_file  # noqa: E402

__all__ = ["extract", "extract_file"]
