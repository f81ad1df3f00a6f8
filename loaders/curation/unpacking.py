"""Read one PDF or Word file from standard input, within limits; print its text as JSON.

Run as a process of its own (`python -m loaders.curation.unpacking .pdf`): pypdf and python-docx
are kept well, but a file made to unpack without end must not reach the server's memory.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile

from loaders.curation.uploads import MAX_CHARACTERS

MAX_PAGES = 300
MAX_UNPACKED = 60_000_000
MAX_PARTS = 3_000
_MEMORY, _CPU_SECONDS = 1_500_000_000, 15


class RefusedError(ValueError):
    """The file breaks a limit; the message names it."""


def pdf_text(content: bytes) -> str:
    """The text of a PDF, page by page; raises RefusedError."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted:
            raise RefusedError("it is encrypted")
        if len(reader.pages) > MAX_PAGES:
            raise RefusedError(f"it has {len(reader.pages)} pages, and {MAX_PAGES} are read")
        pages: list[str] = []
        for page in reader.pages:
            pages.append(page.extract_text() or "")
            _require_short(pages)
    except PyPdfError as error:
        raise RefusedError("it is damaged, or unpacks to more than can be read") from error
    text = "\n\n".join(pages)
    if not text.strip():
        raise RefusedError("it holds pictures of pages and no text")
    return text


def docx_text(content: bytes) -> tuple[str, str | None]:
    """The paragraphs of a Word file, and its title property; raises RefusedError."""
    import docx

    _require_modest(content)
    document = docx.Document(io.BytesIO(content))
    lines: list[str] = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            lines += [" | ".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
        _require_short(lines[-1:])
    title = document.core_properties.title or None
    return "\n\n".join(line for line in lines if line.strip()), title


def _require_modest(content: bytes) -> None:
    """Refuse a zip bomb by what its directory declares; zipfile reads no part beyond that."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
    except zipfile.BadZipFile as error:
        raise RefusedError("it is no Word file") from error
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise RefusedError("it unpacks to more than can be read")


def _require_short(texts: list[str]) -> None:
    if sum(map(len, texts)) > 2 * MAX_CHARACTERS:
        raise RefusedError("its text is longer than an article")


def _limit_this_process() -> None:
    try:
        import resource
    except ImportError:  # Windows: the time limit of the caller remains
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))


def main(ending: str) -> int:
    """Read standard input and print {"text", "title"} or {"refused"}."""
    _limit_this_process()
    content = sys.stdin.buffer.read()
    try:
        text, title = (pdf_text(content), None) if ending == ".pdf" else docx_text(content)
        said = {"text": text, "title": title}
    except RefusedError as error:
        said = {"refused": str(error)}
    except (ValueError, KeyError, OSError, RecursionError, MemoryError):
        said = {"refused": "it is damaged, or unpacks to more than can be read"}
    sys.stdout.write(json.dumps(said))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
