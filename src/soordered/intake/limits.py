"""How much of a file is read: past these a file is refused, so that none can fill the machine or hold it up."""

from __future__ import annotations

from dataclasses import dataclass

from soordered.provenance.problems import BadInputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on one file.

    Args:
        file_bytes: of a PDF, an image, a DOCX or a web page; a text file has its own, lower one.
        pages: of a PDF or of an image file with several.
        scanned_pages: pages whose text is recognised from an image, about a second each.
        characters: of text in all.
        pixels: of one image.
        unpacked_bytes: of all parts of a DOCX together.
        unpacked_ratio: bytes of a part of a DOCX to each of its packed bytes.
        parts: in a DOCX.
        nesting: of elements in one another.
        seconds: of processor time for taking the text out, recognition apart.
        seconds_a_scan: for recognising one page.
        memory_bytes: of address space.
    """

    file_bytes: int = 64 * 1024 * 1024
    pages: int = 2_000
    scanned_pages: int = 300
    characters: int = 12_000_000
    pixels: int = 60_000_000
    unpacked_bytes: int = 256 * 1024 * 1024
    unpacked_ratio: int = 250
    parts: int = 4_000
    nesting: int = 200
    seconds: int = 60
    seconds_a_scan: int = 60
    memory_bytes: int = 3 * 1024 * 1024 * 1024


LIMITS = Limits()
"""The bounds that hold unless a caller gives others."""


class OverLimitError(BadInputError):
    """A file that is larger than what is read of one file.

    Args:
        name: the file.
        what: what there is too much of, with its amount, e.g. ``"10,000 pages"``.
        most: how much is read, e.g. ``"2,000 pages"``.
    """

    def __init__(self, name: str, *, what: str, most: str) -> None:
        super().__init__(
            f"{name} holds {what}.", expected=f"at most {most}.", remedy="Cut the order out of it and read that."
        )


class UnreadableFormError(BadInputError):
    """A file whose form is known but that cannot be read: damaged, encrypted, or made to do harm.

    Args:
        name: the file.
        what: what is wrong with it, without a full stop.
        remedy: what to do next.
    """

    def __init__(self, name: str, *, what: str, remedy: str) -> None:
        super().__init__(
            f"{name}: {what}.", expected="a file that its own program opens without a warning.", remedy=remedy
        )


class NoTextError(BadInputError):
    """A file that opens and holds no words."""

    def __init__(self, name: str, *, form: str) -> None:
        super().__init__(
            f"{name} is {form} without any words.",
            expected="the text of a judge's order.",
            remedy="Open it and look whether it is the right file.",
        )
