"""Every kind of finding that the linter makes is in the reference, and the reference names no other."""

from __future__ import annotations

import re
from pathlib import Path

_LISTED = re.compile(r"^\| `([a-z-]+)` \|", re.MULTILINE)
_FILES = ("lint_rulebook.py", "date_findings_from_rules.py", "meaning_findings_from_rules.py")


def test_every_kind_of_finding_is_in_the_reference(checkout: Path) -> None:
    code = [(checkout / "src" / "soordered" / "casework" / name).read_text(encoding="utf-8") for name in _FILES]
    made = {found for text in code for found in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', text)} | {"undated", "conflict"}
    listed = set(_LISTED.findall((checkout / "docs" / "reference" / "findings.md").read_text(encoding="utf-8")))

    assert made == listed
