"""A copy from the docket against the letter as signed: the filing system's own marks taken off, every difference shown."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

from soordered.disputes.letter_of_dispute import digest_of

_CASE = r"Case:?\s*(?:No\.?\s*)?[\w:.-]*\d[\w:.-]*(?:\s*[A-Z]{2,4}(?:\s*\([A-Z]+\))?)?"
_MARKS = (
    # the line that the filing system prints on top of each page
    re.compile(
        rf"^[ \t]*{_CASE}\s+(?:Document|Doc\.?|ECF No\.?|Dkt\.?)\s*#?:?\s*[\d-]+\s+(?:Filed|Entered)[:\s]+\d{{1,2}}/\d{{1,2}}/\d{{2,4}}"
        r"(?:\s+Page\s*:?\s*\d+\s+of\s+\d+)?(?:\s+Page\s?ID\s*#?:?\s*\d+)?[ \t]*$",
        re.MULTILINE | re.IGNORECASE,
    ),
    re.compile(r"^[ \t]*Page\s?ID\s*#?:?\s*\d+[ \t]*$", re.MULTILINE | re.IGNORECASE),
)
_CONTEXT = 4
_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyComparison:
    """What a comparison found.

    Args:
        same: whether both say the same, word for word.
        digest: SHA-256 of the letter as signed.
        docketed: SHA-256 of the docketed text without the filing system's marks.
        differences: each place where they differ, in words.
    """

    same: bool
    digest: str
    docketed: str
    differences: tuple[str, ...]


def without_filing_marks(text: str) -> str:
    """Take off the lines that the filing system prints on a page; nothing of the paper itself.

    Args:
        text: the text of the docketed copy.
    """
    text = text.replace("\f", "\n")  # a page begins a line
    for mark in _MARKS:
        text = mark.sub("", text)
    return text


def compare_docketed_copy(signed: str, docketed: str) -> CopyComparison:
    """Compare the letter as signed with the copy on the docket, word by word; only spaces and line ends may differ.

    Args:
        signed: the canonical text.
        docketed: the text of the docketed copy.
    """
    bare = without_filing_marks(docketed)
    ours, theirs = signed.split(), bare.split()
    differences = () if ours == theirs else tuple(_differences(ours, theirs))
    return CopyComparison(
        same=not differences, digest=digest_of(signed), docketed=digest_of(bare), differences=differences
    )


def _differences(ours: list[str], theirs: list[str]) -> list[str]:
    matcher = difflib.SequenceMatcher(a=ours, b=theirs, autojunk=False)
    found: list[str] = []
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            continue
        before = " ".join(ours[max(0, first - _CONTEXT) : first])
        signed, filed = _short(ours[first:last]), _short(theirs[start:end])
        where = f"after {before!r}" if before else "at the beginning"
        match tag:
            case "delete":
                found.append(f"{where}: signed {signed!r}, not in the docketed copy")
            case "insert":
                found.append(f"{where}: the docketed copy adds {filed!r}")
            case _:
                found.append(f"{where}: signed {signed!r}, docketed {filed!r}")
    return found


def _short(words: list[str]) -> str:
    if len(words) <= _SHOWN:
        return " ".join(words)
    half = _SHOWN // 2
    return f"{' '.join(words[:half])} … ({len(words) - 2 * half} words) … {' '.join(words[-half:])}"
