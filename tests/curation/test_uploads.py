"""What can be pasted or uploaded, and what is refused with a word that helps."""

from __future__ import annotations

import io
import subprocess
import sys
import time
import zipfile
import zlib

import docx
import pytest
from pypdf import PdfWriter

from loaders.curation.unpacking import RefusedError, _require_modest
from loaders.curation.uploads import MAX_CHARACTERS, UploadError, read_paste, read_upload

PARAGRAPHS = ["Ten nations meet in Paris", "France is a member, said Ann Doe."]


def word_file() -> bytes:
    document = docx.Document()
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def pdf_file(stream: bytes, *, pages: int = 1, packed: bool = False) -> bytes:
    """A PDF of pages that all show one content stream."""
    kids = " ".join(f"{5 + n} 0 R" for n in range(pages))
    body = zlib.compress(stream, 9) if packed else stream
    packing = b" /Filter /FlateDecode" if packed else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(body), packing, body),
    ]
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        b" /Resources << /Font << /F1 3 0 R >> >> >>"
    )
    made = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate([*objects, *[page] * pages], 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(places) + 1,
        start,
    )
    return bytes(made)


LINE = b"BT /F1 12 Tf 72 700 Td (France is a member, said Ann Doe.) Tj ET"


def test_text_and_markdown_are_taken_as_they_are() -> None:
    assert read_upload("a.txt", "Grüße\r\nzwei".encode()).text == "Grüße\r\nzwei"
    assert read_upload("a.MD", b"\xef\xbb\xbf# Title").text == "# Title"


def test_a_web_page_gives_its_article_title_and_day() -> None:
    page = """<html><head><title>Ten nations meet</title>
      <meta property="article:published_time" content="2025-04-09T10:00:00Z">
      <meta property="og:title" content="Ten nations meet"></head><body><nav>Menu</nav><article>
      <p>PARIS. France is a member of the Combined Space Operations Initiative, which ten nations
      founded to work together in space, said General Ann Doe of the U.S. Space Force here.</p>
      <p>The ministers of all ten nations will meet again in Ottawa in the autumn of the year.</p>
      </article><script>alert(1)</script></body></html>"""
    upload = read_upload("a.html", page.encode())
    assert upload.title == "Ten nations meet"
    assert upload.published == "2025-04-09"
    assert "France is a member" in upload.text
    assert "alert" not in upload.text


def test_a_word_file_gives_its_paragraphs() -> None:
    assert read_upload("a.docx", word_file()).text == "\n\n".join(PARAGRAPHS)


def test_a_pdf_gives_its_text() -> None:
    assert read_upload("a.pdf", pdf_file(LINE)).text.strip() == "France is a member, said Ann Doe."


def test_a_paste_of_50_mb_is_refused_at_once() -> None:
    text = "x" * 50_000_000
    start = time.perf_counter()
    with pytest.raises(UploadError, match="50,000,000 characters"):
        read_paste(text)
    assert time.perf_counter() - start < 0.5


def test_nothing_is_no_article() -> None:
    with pytest.raises(UploadError, match="no text"):
        read_paste(" \n ")


def test_signs_that_no_file_can_hold_are_replaced() -> None:
    assert read_paste("a\0b\ud800c").text == "a\ufffdb?c"


@pytest.mark.parametrize("name", ["a.exe", "a", "../../a.yaml", "a.txt.zip"])
def test_other_files_are_refused(name: str) -> None:
    with pytest.raises(UploadError, match="end in"):
        read_upload(name, b"text")


def test_a_file_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(UploadError, match="MB"):
        read_upload("a.pdf", b"%PDF" + b"0" * 11_000_000)


def test_a_zip_bomb_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<x/>")
        with packed.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(300):
                part.write(b" " * 1_000_000)
    assert len(made.getvalue()) < 1_000_000
    with pytest.raises(UploadError, match="unpacks to more"):
        read_upload("bomb.docx", made.getvalue())


def test_entities_in_a_word_file_do_not_explode() -> None:
    made = io.BytesIO()
    entities = "".join(
        f'<!ENTITY e{n} "{"".join(f"&e{n - 1};" for _ in range(10))}">' for n in range(1, 12)
    )
    bomb = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "boom">{entities}]><d>&e11;</d>'
    with zipfile.ZipFile(io.BytesIO(word_file())) as good, zipfile.ZipFile(made, "w") as packed:
        for part in good.namelist():
            packed.writestr(part, bomb if part == "word/document.xml" else good.read(part))
    start = time.perf_counter()
    with pytest.raises(UploadError):
        read_upload("bomb.docx", made.getvalue())
    assert time.perf_counter() - start < 25


def test_a_pdf_that_unpacks_to_a_gigabyte_is_refused() -> None:
    bomb = pdf_file(b" " * 1_000_000_000, packed=True)
    assert len(bomb) < 2_000_000
    with pytest.raises(UploadError):
        read_upload("bomb.pdf", bomb)


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    with pytest.raises(UploadError, match="1000 pages"):
        read_upload("long.pdf", pdf_file(LINE, pages=1000))


def test_an_encrypted_pdf_says_so() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    with pytest.raises(UploadError, match="encrypted"):
        read_upload("a.pdf", made.getvalue())


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_a_damaged_file_is_told_as_such(ending: str) -> None:
    with pytest.raises(UploadError, match="cannot be read"):
        read_upload(f"a.{ending}", b"%PDF-1.7 nothing")


def test_a_file_of_text_too_long_is_refused() -> None:
    with pytest.raises(UploadError, match="characters"):
        read_upload("a.txt", b"a " * MAX_CHARACTERS)


def test_a_zip_bomb_is_refused_by_its_directory_before_any_part_is_read() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(7):
            packed.writestr(f"{number}.xml", b" " * 10_000_000)
    with pytest.raises(RefusedError, match="unpacks to more"):
        _require_modest(made.getvalue())


def test_the_process_that_unpacks_has_no_memory_to_take_a_machine_down() -> None:
    program = (
        "from loaders.curation.unpacking import _limit_this_process\n"
        "_limit_this_process()\n"
        "try: bytearray(3_000_000_000)\n"
        "except MemoryError: print('refused')\n"
        "import resource; print(resource.getrlimit(resource.RLIMIT_CPU)[0])\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.stdout.split() == ["refused", "15"]
