"""Readers for the tests of reading many files: a reader travels to other processes by its name, so it lives in a file."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

from soordered.bulk.read_files import ReadLine


def counting_reader() -> Callable[[str], ReadLine]:
    """A reader that counts characters; a file that says so makes it slow, or kills its process."""
    return _read


def _read(path: str) -> ReadLine:
    try:
        text = Path(path).read_text(encoding="utf-8")
    except OSError as error:
        return ReadLine(json.dumps({"source": path, "error": error.strerror}), failed=True)
    if text.startswith("sleep"):
        time.sleep(0.3)
    if text.startswith("die once") and not Path(f"{path}.died").exists():
        Path(f"{path}.died").touch()
        os._exit(9)
    if text.startswith("die always"):
        os._exit(9)
    return ReadLine(json.dumps({"source": path, "characters": len(text)}, ensure_ascii=False))
