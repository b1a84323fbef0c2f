"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from soordered.provenance.problems import BadInputError


class CannotWriteError(BadInputError):
    """A file that cannot be written; what stood there before still does.

    Args:
        path: where it should have gone.
        why: what the operating system said.
    """

    def __init__(self, path: Path, *, why: str) -> None:
        super().__init__(
            f"{path} cannot be written: {why}.",
            expected="a file in a folder that exists and that you may write to.",
            remedy="Name another file, or leave the option out to print on the screen.",
        )


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees the old content or the new, never half of it.

    Args:
        path: where; an existing file is replaced and keeps its permissions.
        content: all of it.

    Raises:
        CannotWriteError: the folder is not there, or may not be written to, or the disk is full.
    """
    try:
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as trouble:
        raise CannotWriteError(path, why=trouble.strerror or str(trouble)) from trouble
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError as trouble:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise CannotWriteError(path, why=trouble.strerror or str(trouble)) from trouble


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
