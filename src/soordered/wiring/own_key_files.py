"""Own-key mode over files: a text locked and bound on this machine, and opened again at the exchange."""

from __future__ import annotations

import os
from pathlib import Path

from soordered.intake.text_from_file import MOST_BYTES
from soordered.provenance.problems import BadInputError
from soordered.record.entry import MatterId
from soordered.record.own_key import (
    locked_bytes,
    locked_from_bytes,
    own_locked,
    release_bytes,
    release_from_bytes,
    released,
)
from soordered.wiring.new_files import FileTakenError, write_new
from soordered.wiring.verified_file import read_bytes


class NoTextError(BadInputError):
    """A file that holds no text that could go into a letter.

    Args:
        path: the file.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is no text.", expected="a text in UTF-8.", remedy="Save it as plain text.")


def lock_file(text: Path, *, matter: str, stream: str, key: str, part: Path, release: Path) -> str:
    """Lock and bind a text, and write the two files; what is kept is readable by its owner alone.

    Args:
        text: the file with the text.
        matter: the matter's id.
        stream: whose text it is.
        key: which text it is.
        part: where to write what the host is given.
        release: where to write what is kept.

    Returns:
        the commitment, in hexadecimal.

    Raises:
        NoTextError: the file holds no text.
        FileTakenError: one of the two is there already.
    """
    data = read_bytes(text, expected="a text", most=MOST_BYTES)
    _decoded(data, text)
    for path in (part, release):
        if path.exists():
            raise FileTakenError(path)
    locked, kept = own_locked(data, matter=MatterId(matter), stream=stream, key=key, chance=os.urandom)
    write_new(release, release_bytes(kept), secret=True)
    write_new(part, locked_bytes(locked))
    return locked.commitment.hex()


def open_files(part: Path, release: Path, *, out: Path | None = None) -> tuple[str, str]:
    """Open a locked part with its release, and check it against its commitment.

    Args:
        part: what the host was given.
        release: what was kept.
        out: where to write the text, if anywhere.

    Returns:
        the text, and its commitment in hexadecimal.

    Raises:
        OwnKeyError: they do not belong together, or the text is not the one that was bound.
        NotCanonicalError: one of the files is neither.
    """
    locked = locked_from_bytes(read_bytes(part, expected="a locked part"), name=str(part))
    kept = release_from_bytes(read_bytes(release, expected="a release"), name=str(release))
    data = released(locked, kept)
    if out is not None:
        write_new(out, data)
    return _decoded(data, part), locked.commitment.hex()


def _decoded(data: bytes, path: Path) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise NoTextError(path) from None
