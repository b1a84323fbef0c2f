"""A record's file read from disk and checked; no database is needed, and none is set up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from soordered.provenance.problems import BadInputError
from soordered.record.checkpoints import checkpoint_from_bytes
from soordered.record.verification import Verification
from soordered.record.verify_export import verify_export

MOST_RECORD_BYTES = 1_000_000_000
"""The largest file of a record that is read."""


class FileUnreadableError(BadInputError):
    """A file that cannot be read or written.

    Args:
        path: the file.
        why: the reason.
        expected: what it should be.
    """

    def __init__(self, path: Path, why: str, *, expected: str) -> None:
        super().__init__(f"{path} cannot be used: {why}.", expected=expected, remedy="Check the path.")


class NoRecordError(BadInputError):
    """A file that is no record's file at all.

    Args:
        path: the file.
        first: the first thing wrong with it.
    """

    def __init__(self, path: Path, first: str) -> None:
        super().__init__(
            f"{path} is not the file of a record: {first}",
            expected="a file that `soordered export MATTER` wrote.",
            remedy="Check that it is the right file, and that nothing has changed it on its way.",
        )


def verify_file(path: Path, *, keys: Sequence[Path] = (), anchors: Sequence[Path] = ()) -> Verification:
    """Check a record's file.

    Args:
        path: the file.
        keys: files of public keys that whoever verifies knows.
        anchors: files of checkpoints that were kept elsewhere.

    Raises:
        FileUnreadableError: a file cannot be read.
        KeyFileError: a key cannot be used.
        CheckpointError: an anchor is none.
        NoRecordError: neither the head nor any entry of a record can be read in the file.
    """
    found = verify_export(
        read_bytes(path, expected="the file of a record"),
        keys=[read_bytes(key, expected="a public key in PEM") for key in keys],
        anchors=[
            checkpoint_from_bytes(read_bytes(anchor, expected="a checkpoint"), name=str(anchor)) for anchor in anchors
        ],
        name=str(path),
    )
    if not found.matter and not found.shown and not found.withheld:
        told = [one.what for one in found.breaks if one.line != 0]
        raise NoRecordError(path, told[0] if told else "it is empty.")
    return found


def read_bytes(path: Path, *, expected: str, most: int = MOST_RECORD_BYTES) -> bytes:
    """Read a file whole.

    Args:
        path: the file.
        expected: what it should be, for the message.
        most: how many bytes it may have.

    Raises:
        FileUnreadableError: it is missing, too large, or cannot be read.
    """
    try:
        if path.stat().st_size > most:
            raise FileUnreadableError(path, f"it is larger than {most:,} bytes", expected=f"{expected}.")
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadableError(path, str(error.strerror).lower(), expected=f"{expected}.") from None
