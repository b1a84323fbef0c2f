"""What every file becomes before it is read: its text, its pages where it has some, and what was doubtful."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from soordered.provenance.printed_pages import PrintedPages
from soordered.provenance.problems import Problem


class FileForm(StrEnum):
    """The forms of file that are read."""

    TEXT = "text"
    PDF = "pdf"
    IMAGE = "image"
    DOCX = "docx"
    HTML = "html"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedText:
    """The text of a file in the order a person reads it.

    Args:
        name: the file, for messages.
        form: what kind of file it was.
        text: for a text file its characters as they stand; else one paragraph a line, an empty line between two
            paragraphs, a tab between two cells of a row. Offsets of quotes refer to it.
        sha256: digest of the file's bytes, hexadecimal.
        pages: the pages, and where each character stands on them; ``None`` for a file without fixed pages.
        problems: what was doubtful about it.
        scanned: numbers of the pages whose text was recognised from an image.
    """

    name: str
    form: FileForm
    text: str
    sha256: str
    pages: PrintedPages | None = None
    problems: tuple[Problem, ...] = ()
    scanned: tuple[int, ...] = ()
