"""One article's text in, its facts out: `extract` and `extract_file`, the JSON contract."""

from loaders.extraction.pipeline import extract, extract_file

__all__ = ["extract", "extract_file"]
