"""What form a file has, told from its content: a name says what somebody called it, not what it is."""

from __future__ import annotations

import codecs
import re
import struct

from soordered.intake.extracted_text import FileForm

_HEAD_BYTES = 4_096
_PDF_WITHIN = 1_024  # bytes before the mark of a PDF that readers put up with
_HTML = re.compile(
    rb"(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|(?:html|head|body|meta|title|table|div|p|h[1-6]|span|section|article|main|center|font|ul|ol|pre|link)[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_DOCX_PART = b"word/"


def form_from_bytes(data: bytes, *, name: str) -> FileForm:
    """Tell the form of a file.

    Args:
        data: the file, or its first bytes and its last.
        name: the file; not looked at, but for what a refused file is called later.

    Returns:
        the form; whatever is none of the others is taken for text, which is refused further on if it is none.
    """
    del name
    head = data[:_HEAD_BYTES]
    bare = head.lstrip(b" \t\r\n\x00")
    if bare.startswith(b"%PDF-") or (b"%PDF-" in head[:_PDF_WITHIN] and _is_wrapped_pdf(data)):
        return FileForm.PDF
    if head.startswith(_IMAGES):
        return FileForm.IMAGE
    if head.startswith(b"PK\x03\x04") and _DOCX_PART in data and b"[Content_Types].xml" in data:
        return FileForm.DOCX
    if _HTML.match(_plain(head)):
        return FileForm.HTML
    return FileForm.TEXT


def _is_wrapped_pdf(data: bytes) -> bool:
    """Say whether a PDF follows what another program put before it, as printers and mail gateways do."""
    return b"%%EOF" in data[-2_048:] and b"startxref" in data[-4_096:]


def _plain(head: bytes) -> bytes:
    """Return the head as single bytes, also where each character takes two or four."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if head.startswith(mark):
            width = struct.calcsize("I") if "32" in encoding else 2
            usable = head[len(mark) :]
            whole = usable[: len(usable) // width * width] if "utf-8" not in encoding else usable
            return whole.decode(encoding, "replace").encode("ascii", "replace").lstrip()
    return head.lstrip()
