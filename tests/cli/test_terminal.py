"""On a terminal there are boxes and colour; a dumb one, a pipe and ``NO_COLOR`` are respected."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

import pytest

WORDS = [sys.executable, "-m", "soordered", "due", "10 business days", "--after", "2007-11-09", "--explain"]


def on_a_terminal(environment: dict[str, str], *more: str) -> str:
    """What a terminal is sent."""
    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "TERM"}}
    process = subprocess.Popen([*WORDS, *more], stdout=theirs, env=kept | environment)
    os.close(theirs)
    sent = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        sent += part
    os.close(ours)
    assert process.wait(timeout=30) == 0
    return sent.decode("utf-8")


def test_a_terminal_gets_boxes_and_colour() -> None:
    sent = on_a_terminal({"TERM": "xterm-256color", "COLUMNS": "100"})

    assert "╭" in sent
    assert "\x1b[" in sent
    assert "Tue 27 Nov 2007" in sent


@pytest.mark.parametrize(
    ("environment", "more"), [({"TERM": "dumb"}, []), ({}, []), ({"TERM": "xterm-256color"}, ["--plain"])]
)
def test_a_dumb_terminal_and_plain_get_words_only(environment: dict[str, str], more: list[str]) -> None:
    sent = on_a_terminal(environment, *more)

    assert "╭" not in sent
    assert "\x1b" not in sent


def test_no_color_keeps_the_boxes_and_takes_the_colour() -> None:
    sent = on_a_terminal({"TERM": "xterm-256color", "NO_COLOR": "1", "COLUMNS": "100"})

    assert "╭" in sent
    assert "\x1b[32m" not in sent
    assert "\x1b[1;32m" not in sent


def test_a_narrow_terminal_loses_no_word_of_the_reasons() -> None:
    sent = on_a_terminal({"TERM": "xterm-256color", "COLUMNS": "50"})

    assert "…" not in sent
