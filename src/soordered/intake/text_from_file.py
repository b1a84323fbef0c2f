"""The bytes of a text file as text, character for character, or one clear error."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from soordered.provenance.problems import BadInputError, Problem

MOST_BYTES = 20 * 1024 * 1024
"""A longer file is refused before it is read: a thousand-page order holds about 3 MB of text."""

_HEAD_BYTES = 4_096
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1b\x1d-\x1f\x7f]")
_MOST_CONTROLS = 0.02  # of the characters; more is no text

_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "Take its text first: soordered read --text FILE.pdf > FILE.txt"),
    (b"PK\x03\x04", "a ZIP container (DOCX, XLSX, EPUB …)", "Save it as plain text first: in the word processor, or libreoffice --headless --convert-to txt FILE"),
    (b"PK\x05\x06", "an empty ZIP container", "Save the order as plain text first."),
    (b"\xd0\xcf\x11\xe0", "an old Office document (DOC)", "Save it as plain text first: libreoffice --headless --convert-to txt FILE"),
    (b"{\\rtf", "a rich-text document (RTF)", "Save it as plain text first: libreoffice --headless --convert-to txt FILE"),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first: gunzip FILE"),
    (b"BZh", "a bzip2 archive", "Unpack it first: bunzip2 FILE"),
    (b"\xfd7zXZ\x00", "an xz archive", "Unpack it first: unxz FILE"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "Unpack it first."),
    (b"\x89PNG\r\n\x1a\n", "an image (PNG)", "Take its text first: soordered read --text FILE > FILE.txt"),
    (b"\xff\xd8\xff", "an image (JPEG)", "Take its text first: soordered read --text FILE > FILE.txt"),
    (b"GIF8", "an image (GIF)", "Save it as PNG first."),
    (b"II*\x00", "an image (TIFF)", "Take its text first: soordered read --text FILE > FILE.txt"),
    (b"MM\x00*", "an image (TIFF)", "Take its text first: soordered read --text FILE > FILE.txt"),
    (b"\x7fELF", "a program", "Give the order's text."),
    (b"MZ\x90", "a program", "Give the order's text."),
    (b"SQLite format 3\x00", "a database", "Give the order's text."),
)  # fmt: skip
_TEXT_EXPECTED = "the text of an order (.txt in UTF-8, UTF-16 with its mark, or Windows-1252)."


class FileTooLargeError(BadInputError):
    """A file is larger than any order; nothing of it was read.

    Args:
        name: the file.
        size: how many bytes it holds, ``None`` where it is only known to be more than are read.
        most: how many are read of such a file.
    """

    def __init__(self, name: str, size: int | None, *, most: int = MOST_BYTES) -> None:
        got = f"{size / 1_048_576:.0f} MB" if size is not None else f"more than {most // 1_048_576} MB"
        super().__init__(
            f"{name}: the file holds {got}.",
            expected=f"at most {most // 1_048_576} MB{' of text' if most == MOST_BYTES else ''}.",
            remedy="Cut the order out of the larger file, or check that this is the right file.",
        )


class EmptyFileError(BadInputError):
    """A file holds no characters but blanks."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name}: the file is empty.",
            expected=_TEXT_EXPECTED,
            remedy="If it was made from a scan, read the scan itself: its words are recognised.",
        )


class NotTextError(BadInputError):
    """A file holds something other than text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileText:
    """A file's text as it stands, line breaks included.

    Args:
        name: the file, for messages.
        text: the decoded characters. A UTF-8 file's mark stays in it as its first character, as plain decoding has it, so
            that offsets agree with every other reader's; the mark of UTF-16 and UTF-32 is no character.
        encoding: how it was decoded.
        problems: what was doubtful about it.
    """

    name: str
    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def text_from_bytes(data: bytes, *, name: str) -> str:
    """Decode a text file without touching its line breaks, so that offsets into the file stay exact.

    Args:
        data: the whole file.
        name: the file, for messages.

    Raises:
        FileTooLargeError: more than ``MOST_BYTES``.
        EmptyFileError: nothing but blanks.
        NotTextError: a PDF, an archive, an image, a program, or bytes that are no text.
    """
    return decoded_from_bytes(data, name=name).text


def decoded_from_bytes(data: bytes, *, name: str) -> FileText:
    """Decode a text file and say how sure that is; see ``text_from_bytes``.

    UTF-8 is tried first, UTF-16 and UTF-32 only under their mark, Windows-1252 last, with a problem that says so.
    """
    if len(data) > MOST_BYTES:
        raise FileTooLargeError(name, len(data))
    _refuse_other_formats(data, name)
    text, encoding = _decode(data, name)
    if not text.strip("\ufeff\x00 \t\r\n\f\v\u00a0\u200b"):
        raise EmptyFileError(name)
    _refuse_binary(text, name)
    problems: list[Problem] = []
    if encoding == "cp1252":
        problems.append(
            Problem(
                what="The file is not UTF-8; it was read as Windows-1252.",
                where=name,
                remedy="Look at its quotation marks and section signs; save it as UTF-8 if any came out wrong.",
            )
        )
    controls = len(_CONTROLS.findall(text))
    if controls:
        problems.append(
            Problem(
                what=f"The text holds {controls} control character{'' if controls == 1 else 's'}.",
                where=name,
                remedy="They are kept as they are; compare the quotes with the paper.",
            )
        )
    return FileText(name=name, text=text, encoding=encoding, problems=tuple(problems))


def _refuse_other_formats(data: bytes, name: str) -> None:
    head = data[:_HEAD_BYTES].lstrip(b" \t\r\n")
    for magic, what, remedy in _MAGIC:
        if data.startswith(magic) or head.startswith(magic):
            raise NotTextError(f"{name} is {what}, not text.", expected=_TEXT_EXPECTED, remedy=remedy)
    start = head.removeprefix(codecs.BOM_UTF8)[:256].lower()
    if start.startswith((b"<!doctype html", b"<html")):
        raise NotTextError(
            f"{name} is a web page (HTML), not text.",
            expected=_TEXT_EXPECTED,
            remedy="Take its text first: soordered read --text FILE.html > FILE.txt",
        )


def _decode(data: bytes, name: str) -> tuple[str, str]:
    for mark, encoding in (
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise _undecodable(name, encoding, error.start + len(mark)) from error
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        place = error.start
    if b"\x00" in data:
        raise _undecodable(name, "utf-8", place)
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError as error:
        raise _undecodable(name, "utf-8 or Windows-1252", place) from error


def _undecodable(name: str, encoding: str, place: int) -> NotTextError:
    return NotTextError(
        f"{name}: byte {place} is no character of {encoding}.",
        expected=_TEXT_EXPECTED,
        remedy="Save the file as UTF-8 text, or check that it is the right file.",
    )


def _refuse_binary(text: str, name: str) -> None:
    if "\x00" in text:
        raise NotTextError(
            f"{name}: character {text.index(chr(0))} is a NUL; the file is binary, or UTF-16 without its mark.",
            expected=_TEXT_EXPECTED,
            remedy="Save the file as UTF-8 text.",
        )
    if len(_CONTROLS.findall(text)) > max(20, _MOST_CONTROLS * len(text)):
        raise NotTextError(
            f"{name}: too many control characters for a text.",
            expected=_TEXT_EXPECTED,
            remedy="Check that it is the right file.",
        )
