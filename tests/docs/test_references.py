"""What the program can say is in the reference: reading labels, exit codes, units, codes of the vocabulary."""

from __future__ import annotations

from pathlib import Path

import pytest

from soordered.cli.exit_codes import ExitCode
from soordered.deadlines.readings import BASES, DEPARTURES


@pytest.mark.parametrize("label", [entry.label for entry in (*BASES, *DEPARTURES)])
def test_every_reading_label_is_in_the_reference(checkout: Path, label: str) -> None:
    assert f"| `{label}` |" in (checkout / "docs" / "reference" / "readings.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", list(ExitCode))
def test_every_exit_code_is_in_the_reference(checkout: Path, code: ExitCode) -> None:
    assert f"\n| {code.value} | " in (checkout / "docs" / "reference" / "exit-codes.md").read_text(encoding="utf-8")
