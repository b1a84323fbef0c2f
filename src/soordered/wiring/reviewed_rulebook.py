"""A rulebook is written once; what a person has begun to review is compared with, and never written over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from soordered.rulefiles.rulebook_from_toml import rulebook_from_toml
from soordered.rulefiles.toml_from_rulebook import toml_from_rulebook
from soordered.rules.difference_from_rulebooks import Difference, difference
from soordered.rules.rulebook import Rulebook
from soordered.wiring.reading import file_text
from soordered.wiring.whole_files import write_whole


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRulebook:
    """A rulebook that was there already.

    Args:
        difference: from it to the new reading.
        said: how many of its rules somebody has verified, in words.
    """

    difference: Difference
    said: str


def write_unless_reviewed(book: Rulebook, target: Path) -> HeldRulebook | None:
    """Write a rulebook to review, unless one is there.

    Args:
        book: the rules, as they are read now.
        target: the file.

    Returns:
        ``None`` where it was written; else what is there, which was left as it is.

    Raises:
        BadInputError: what is there is no rulebook, or the file cannot be written.
    """
    if not target.exists():
        write_whole(target, toml_from_rulebook(book).encode())
        return None
    held = rulebook_from_toml(file_text(target).text, name=str(target))
    verified = [rule.verified for rule in held if rule.verified is not None]
    names = ", ".join(sorted({check.by for check in verified}))
    said = f"{len(verified)} of {len(held)} rules verified by {names}" if verified else "nobody has verified it yet"
    return HeldRulebook(difference=difference(held, book), said=said)
