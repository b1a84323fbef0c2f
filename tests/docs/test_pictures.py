"""The pictures in the documentation are drawn by the program, from the counts that the pages tell."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import soordered as so

PICTURES = {
    "ten-days-2009.svg": ("10 days", "after", "2009-11-02", "cand"),
    "ten-days-2010.svg": ("10 days", "after", "2010-11-01", "cand"),
    "business-days.svg": ("10 business days", "after", "2007-11-09", "cand"),
    "five-business-days.svg": ("5 business days", "after", "2007-08-29", "federal"),
    "five-calendar-days.svg": ("5 calendar days", "after", "2007-07-30", "cand"),
    "fourteen-days-before.svg": ("14 days", "before", "2010-09-20", "federal"),
    "seventy-two-hours.svg": ("72 hours", "after", "2010-11-05T10:23", "cand"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_what_the_program_draws(checkout: Path, name: str) -> None:
    """After a change on purpose: ``SOORDERED_UPDATE_DOCS=1 pytest tests/docs``, and look at what changed."""
    period, direction, day, court = PICTURES[name]
    after, before = (day, None) if direction == "after" else (None, day)
    deadline = so.due(period, after=after, before=before, court=court)
    text = so.svg_from_deadline(deadline, asked=f"{period} {direction} {day}")
    path = checkout / "docs" / "concepts" / "pictures" / name
    if os.environ.get("SOORDERED_UPDATE_DOCS"):
        path.write_text(text, encoding="utf-8")

    assert text == path.read_text(encoding="utf-8")


def test_every_picture_stands_on_a_page(checkout: Path) -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in (checkout / "docs").rglob("*.md"))
    held = {path.name for path in (checkout / "docs").rglob("*.svg")}

    assert held == PICTURES.keys()
    assert {name for name in held if f"/{name})" not in pages} == set()
