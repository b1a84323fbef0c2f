"""Places in a text, and words quoted from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters in the decoded source file.

    Args:
        start: offset of the first character, from 0.
        end: offset after the last character.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            msg = f"a span runs forward from 0 or later; got {self.start}..{self.end}"
            raise ValueError(msg)

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Say whether at least one character lies in both spans."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a source, exactly as printed, with their place.

    Args:
        text: the characters between ``span.start`` and ``span.end`` of the source, misspellings included;
            ``None`` when the source's text was not supplied (a shipped rulebook without the order beside it).
        span: where in the decoded source, ``None`` when the text was not supplied.
        page: page number from 1, ``None`` when the source has no pages.
        line: line number from 1 in the source file.
        paragraph: the source's own paragraph number, such as ``"2"`` or ``"(a)(1)"``.
    """

    text: str | None
    span: Span | None = None
    page: int | None = None
    line: int | None = None
    paragraph: str | None = None

    def place(self) -> str:
        """Name the place for a reader, e.g. ``"page 1, line 6"``."""
        parts = []
        if self.page is not None:
            parts.append(f"page {self.page}")
        if self.line is not None:
            parts.append(f"line {self.line}")
        if self.paragraph is not None:
            parts.append(f"paragraph {self.paragraph}")
        return ", ".join(parts) or "place not known"

    def __str__(self) -> str:
        if self.text is None:
            return f"[{self.place()}, text not supplied]"
        return f'"{" ".join(self.text.split())}"'
