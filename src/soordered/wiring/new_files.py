"""Files that are written once and never written over."""

from __future__ import annotations

import os
from pathlib import Path

from soordered.provenance.problems import BadInputError
from soordered.wiring.verified_file import FileUnreadableError


class FileTakenError(BadInputError):
    """A file that is there already.

    Args:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is there already.",
            expected="a name that is free.",
            remedy="Give another name, or move the file away; nothing was overwritten.",
        )


def write_new(path: Path, data: bytes, *, secret: bool = False) -> None:
    """Write a file that is not there yet.

    Args:
        path: where.
        data: what.
        secret: whether it is for its owner's eyes alone (mode 0600).

    Raises:
        FileTakenError: it is there.
        FileUnreadableError: its folder is not.
    """
    try:
        place = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if secret else 0o666)
    except FileExistsError:
        raise FileTakenError(path) from None
    except OSError as error:
        raise FileUnreadableError(path, str(error.strerror).lower(), expected="a place that can be written.") from None
    with os.fdopen(place, "wb") as file:
        file.write(data)
