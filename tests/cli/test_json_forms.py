"""What ``--json`` prints is what the reference says: every field that a verb prints is named in its section."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.answers import Run

SECTION = re.compile(r"^## (?P<title>.*)\n(?P<body>(?:(?!^## ).*\n)*)", re.MULTILINE)


@pytest.mark.parametrize(
    "words",
    [
        ["due", "10 business days", "--after", "2007-11-09"],
        ["read", "docs/examples/order.txt"],
        ["run", "docs/examples/case.toml"],
        ["calendar", "docs/examples/case.toml"],
        ["diff", "cand-spero-2007-07-30", "cand-spero-2010-07-07"],
        ["lint", "docs/examples/order.txt"],
        ["demo"],
        ["courts", "california"],
        ["holidays", "cand", "2007"],
        ["lawbook"],
    ],
    ids=lambda words: words[0],
)
def test_every_field_is_in_the_reference(
    run: Run, checkout: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(checkout)
    page = (checkout / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
    sections = [match["body"] for match in SECTION.finditer(page) if f"`{words[0]} --json`" in match["title"]]
    fields = run(*words, "--json").fields

    assert len(sections) == 1
    assert [name for name in fields if f"`{name}`" not in sections[0]] == []
