"""Files made to do harm, or damaged: each is refused with a message of ours, quickly, and nothing in them is run."""

from __future__ import annotations

import io
import struct
import time
import zipfile
import zlib
from dataclasses import replace
from random import Random

import docx
import pypdf
import pytest
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from soordered.intake.limits import LIMITS, NoTextError, OverLimitError, UnreadableFormError
from soordered.intake.text_from_any_file import marked_pdf, text_from_any_file
from soordered.intake.text_from_file import FileTooLargeError, NotTextError
from soordered.provenance.problems import BadInputError
from tests.intake.papers import pdf_from_paragraphs, raw_pdf

_ORDER = ["ORDER", "The parties shall file a joint letter within five (5) court days of the meeting."]
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _pdf() -> bytes:
    return pdf_from_paragraphs(_ORDER, "plain")


def _encrypted(user: str, owner: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(_pdf()))
    writer.encrypt(user, owner, algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _pages(count: int) -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(count):
        writer.add_blank_page(width=612, height=792)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _looping_pages() -> bytes:
    return raw_pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>")


def _looping_form() -> bytes:
    stream = "q /F Do /F Do Q"
    form = f"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 4 0 R >> >> /Length {len(stream)} >>\nstream\n{stream}\nendstream"
    return raw_pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources << /XObject << /F 4 0 R >> >> >>",
        form,
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
    )


def _bomb_stream() -> bytes:
    """A page whose contents unpack to two gigabytes of blanks."""
    packed = zlib.compress(b" " * 10_000_000, 9)
    for _ in range(2):
        packed = zlib.compress(packed * 14 if len(packed) < 20_000 else packed, 9)
    text = packed.decode("latin-1")
    filters = "/FlateDecode /FlateDecode /FlateDecode"
    return raw_pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>",
        f"<< /Filter [{filters}] /Length {len(text)} >>\nstream\n{text}\nendstream",
    )


def _zip(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _docx_parts(body: bytes) -> dict[str, bytes]:
    return {
        "[Content_Types].xml": (
            b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" '
            b'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
        ),
        "_rels/.rels": (
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
            b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
            b'Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": body,
    }


def _docx(inner: bytes, head: bytes = b"") -> bytes:
    return _zip(_docx_parts(head + b'<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (_W.encode(), inner)))


_BILLION = b"<!DOCTYPE x [<!ENTITY a 'shall '>" + b"".join(
    b"<!ENTITY %c '%s'>" % (98 + step, b"&%c;" % (97 + step) * 10) for step in range(9)
) + b"]>"  # fmt: skip
_OUTSIDE = b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"


def _png(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunk = b"IHDR" + head
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


def _looping_tiff() -> bytes:
    entry = struct.pack("<HHII", 256, 3, 1, 100) + struct.pack("<HHII", 257, 3, 1, 100)
    return b"II*\x00" + struct.pack("<I", 8) + struct.pack("<H", 2) + entry + struct.pack("<I", 8)


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        (_encrypted("secret", "secret"), UnreadableFormError, "is encrypted and asks for a password"),
        (_pages(2_001), OverLimitError, r"holds 2,001 pages\. Expected: at most 2,000\."),
        (_pages(3), NoTextError, "is a PDF without any words"),
        (_looping_pages(), BadInputError, "the PDF"),
        (_looping_form(), BadInputError, "without any words|broke the program|takes too long"),
        (_bomb_stream(), BadInputError, "too much memory|too long|without any words|broke the program"),
        (_pdf()[:700], UnreadableFormError, "the PDF is damaged"),
        (b"%PDF-1.7\n" + bytes(10_000), UnreadableFormError, "the PDF is damaged"),
        (b"%PDF-1.7\n" + b"[" * 200_000, UnreadableFormError, "the PDF is damaged"),
        (_docx(b"", _BILLION), UnreadableFormError, "declares entities"),
        (_docx(b"<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", _OUTSIDE), UnreadableFormError, "declares entities"),
        (_docx(b"<w:p>" * 50_000 + b"</w:p>" * 50_000), BadInputError, "is no XML|nested too deep"),
        (_docx(b""), NoTextError, "without any words"),
        (_docx(b"<w:p>"), UnreadableFormError, "word/document.xml is no XML"),
        (_zip({**_docx_parts(b"x"), "word/media/a.bin": bytes(300 * 2**20)}), OverLimitError, "holds 300 MB when it is unpacked"),
        (_zip({**_docx_parts(b"x"), "word/media/a.bin": bytes(8 * 2**20)}), OverLimitError, "unpacks to .* times its size"),
        (_zip({**_docx_parts(b"x"), **{f"word/{n}": b"" for n in range(4_001)}}), OverLimitError, "holds 4,004 parts"),
        (_zip({"word/x": b"", "[Content_Types].xml": b"<a/>"}), UnreadableFormError, "a ZIP container, but no DOCX"),
        (_zip(_docx_parts(b"x"))[:-30], UnreadableFormError, "ZIP container cannot be opened"),
        (b"<html><body>" + b"<div>" * 100_000 + b"order", OverLimitError, "elements nested too deep"),
        (b"<html><body><script>alert(1)</script>", NoTextError, "a web page without any words"),
        (_png(60_000, 60_000), OverLimitError, "an image of 60,000 by 60,000 dots"),
        (_png(0, 10), UnreadableFormError, "the image is damaged"),
        (_png(100, 100), UnreadableFormError, "the image cannot be opened"),
        (b"\xff\xd8\xff\xe0" + bytes(40), UnreadableFormError, "the image is damaged"),
        (_looping_tiff(), UnreadableFormError, "the image is damaged"),
        (b"II*\x00\xff\xff\xff\xff", UnreadableFormError, "the image is damaged"),
        (b"PK\x03\x04 not much of an archive", NotTextError, "ZIP container"),
    ],
)  # fmt: skip
def test_it_is_refused_in_our_own_words(data: bytes, error: type[BadInputError], says: str) -> None:
    began = time.monotonic()
    with pytest.raises(error, match=says) as caught:
        text_from_any_file(data, name="order.file", limits=replace(LIMITS, seconds=3))

    assert "order.file" in str(caught.value)
    assert caught.value.remedy
    assert time.monotonic() - began < 60


def test_a_pdf_that_only_restricts_printing_is_read_and_marked() -> None:
    data = _encrypted("", "owner")
    found = text_from_any_file(data, name="order.pdf")
    assert found.pages is not None
    marked = marked_pdf(data, [(found.pages.boxes(0, 5), "note", (255, 0, 0))], pages=found.pages, name="order.pdf")

    assert "joint letter" in found.text
    assert text_from_any_file(marked, name="marked.pdf").text == found.text


def test_scripts_and_attachments_in_a_pdf_are_not_run_and_not_read() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(_pdf()))
    script = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert('x'); this.submitForm('http://x');")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject(key): one for key, one in script.items()}
    )
    writer.add_attachment("harm.exe", b"MZ harm")
    buffer = io.BytesIO()
    writer.write(buffer)
    data = buffer.getvalue()
    found = text_from_any_file(data, name="order.pdf")

    assert b"/JavaScript" in data
    assert "joint letter" in found.text
    assert "alert" not in found.text
    assert "harm" not in found.text


def test_nothing_outside_a_web_page_is_fetched() -> None:
    page = b"""<html><head><link rel=stylesheet href="file:///etc/passwd"><base href="http://192.0.2.1/"></head>
    <body><img src="http://192.0.2.1/x.png"><iframe src="file:///etc/passwd"></iframe><object data="file:///etc/hosts">in the object</object>
    <p>The Court orders a letter.</p></body></html>"""

    assert text_from_any_file(page, name="order.html").text == "The Court orders a letter.\n"


def test_a_child_that_is_too_slow_is_ended() -> None:
    slow = "".join(f"<p>{'word ' * 50}</p>" for _ in range(60_000)).encode()
    began = time.monotonic()
    with pytest.raises(OverLimitError, match="takes too long to open"):
        text_from_any_file(b"<html>" + slow, name="slow.html", limits=replace(LIMITS, seconds=1))

    assert time.monotonic() - began < 60


@pytest.mark.slow
def test_a_child_that_takes_too_much_memory_is_ended() -> None:
    document = docx.Document()
    for _ in range(20):
        document.add_paragraph("The parties shall confer. " * 40_000)
    buffer = io.BytesIO()
    document.save(buffer)
    with pytest.raises(OverLimitError, match="memory"):
        text_from_any_file(
            buffer.getvalue(),
            name="big.docx",
            limits=replace(LIMITS, memory_bytes=100 * 2**20, unpacked_ratio=10_000, characters=10**9),
        )


def test_too_many_bytes_are_refused_before_a_child_is_started() -> None:
    with pytest.raises(FileTooLargeError, match="at most 1 MB"):
        text_from_any_file(_pdf() + bytes(2**21), name="big.pdf", limits=replace(LIMITS, file_bytes=2**20))


@pytest.mark.parametrize("form", ["pdf", "docx", "html", "tiff"])
def test_a_damaged_file_is_read_or_refused_and_never_anything_else(form: str) -> None:
    """A few bytes changed here and there, by a seed; more of it in `make stress`."""
    document = docx.Document()
    document.add_paragraph("The parties shall confer.", style="List Number")
    buffer = io.BytesIO()
    document.save(buffer)
    whole = {
        "pdf": _pdf(),
        "docx": buffer.getvalue(),
        "html": b"<html><meta charset=x><body><ol><li>One<table><tr><td>a<td>b</table></ol></body></html>",
        "tiff": _looping_tiff(),
    }[form]
    random = Random(form)  # noqa: S311  damage, not secrets
    for _ in range(12):
        data = bytearray(whole)
        for _ in range(random.choice((1, 4, 40))):
            data[random.randrange(8, len(data))] = random.randrange(256)
        said = ""
        try:
            text_from_any_file(bytes(data), name="order.file")
        except BadInputError as trouble:
            said = str(trouble)

        assert said == "" or "order.file" in said
