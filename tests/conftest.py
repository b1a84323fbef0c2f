"""Fixtures that every room's tests may use."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

settings.register_profile("project", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("project")

_CHECKOUT = Path(__file__).resolve().parent.parent


def skip_or_fail(message: str) -> NoReturn:
    """Skip a test for a missing part with a plain message; under CI a skip is a failure."""
    if os.environ.get("CI"):
        pytest.fail(f"{message} (CI is set, so this is a failure.)")
    pytest.skip(message)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real orders, labels and worked examples: ``SOORDERED_SHARED``, else ``../shared``."""
    folder = Path(os.environ.get("SOORDERED_SHARED") or _CHECKOUT.parent / "shared")
    if not (folder / "corpus" / "GUIDE.md").is_file():
        skip_or_fail(f"No shared folder at {folder}; put it beside the checkout or set SOORDERED_SHARED.")
    return folder


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The root of the working copy: the README and the documentation are tested from there."""
    return _CHECKOUT
