"""What the program can say is in the reference: readings, codes, events, exit codes, and no kind is left out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from soordered.cli.exit_codes import ExitCode
from tests.docs.pages_from_code import PAGES


@pytest.mark.parametrize("path", PAGES)
def test_a_page_that_the_code_writes_says_what_the_code_says(checkout: Path, path: str) -> None:
    """After a change on purpose: ``SOORDERED_UPDATE_DOCS=1 pytest tests/docs``, and read what changed."""
    page, text = checkout / "docs" / path, PAGES[path]()
    if os.environ.get("SOORDERED_UPDATE_DOCS"):
        page.write_text(text, encoding="utf-8")

    assert text == page.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", list(ExitCode))
def test_every_exit_code_is_in_the_reference(checkout: Path, code: ExitCode) -> None:
    assert f"\n| {code.value} | " in (checkout / "docs" / "reference" / "exit-codes.md").read_text(encoding="utf-8")
