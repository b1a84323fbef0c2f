"""Many files read on the engines of a bulk run: one line of JSON a file, in the order of the files.

How a file is read is handed in as a function, so that this room opens nothing but the output: the same mapper reads
texts on two cores and scans on a cluster.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from soordered.bulk.engines.engine import Engine, Progress
from soordered.provenance.problems import BadInputError


@dataclass(frozen=True, slots=True)
class ReadLine:
    """What came of one file.

    Args:
        text: a JSON object on one line; of a file that could not be read, it has the key ``error``.
        failed: whether it could not be read.
    """

    text: str
    failed: bool = False


Reader = Callable[[str], ReadLine]
"""Reads the file of a path; it raises nothing for a file that is bad."""


class CannotWriteLinesError(BadInputError):
    """An output that cannot be written.

    Args:
        path: where it should have gone.
        why: what the operating system said.
    """

    def __init__(self, path: Path, *, why: str) -> None:
        super().__init__(
            f"{path} cannot be written: {why}.",
            expected="a file in a folder that is there and where you may write.",
            remedy="Name another place; what was read so far is kept beside it, if there was room.",
        )


class OtherReadingError(BadInputError):
    """An unfinished output that belongs to other files, or to another way of reading them.

    Args:
        path: the unfinished output.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} was begun over other files, or with other options.",
            expected="the files and options with which it was begun.",
            remedy="Remove it to begin anew, or name another output.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDone:
    """What a run did.

    Args:
        files: how many files have their line.
        failed: how many of them could not be read.
        kept: how many had their line already, from a run that was broken off.
    """

    files: int
    failed: int
    kept: int


def read_lines(
    paths: Sequence[str], make: Callable[[], Reader], engine: Engine, *, progress: Progress
) -> Iterator[ReadLine]:
    """Read every file and yield its line, in the order of the paths whatever the engine.

    Args:
        paths: the files.
        make: makes the reader; called once by each worker. Both travel to other processes.
        engine: what works the files.
        progress: told after each file how many are read, of how many.

    Example:
        >>> from soordered.bulk.engines.local import LocalEngine
        >>> make = lambda: lambda path: ReadLine(json.dumps({"source": path}))
        >>> [line.text for line in read_lines(["a", "b"], make, LocalEngine(), progress=lambda done, of: None)]
        ['{"source": "a"}', '{"source": "b"}']
    """
    for done, line in enumerate(engine.results(make, paths, lost=_lost), start=1):
        progress(done, len(paths))
        yield line


def read_into(
    target: Path,
    paths: Sequence[str],
    make: Callable[[], Reader],
    engine: Engine,
    *,
    told: str,
    progress: Progress,
) -> ReadDone:
    """Read every file into one file of lines; a run that was broken off goes on where it stood.

    The lines stand beside the target, as ``.NAME.unfinished``, until the last is written; then they are the target.

    Args:
        target: the output.
        paths: the files.
        make: makes the reader; called once by each worker.
        engine: what works the files.
        told: the version of the reader and its options in words; an unfinished output of others is not gone on with.
        progress: told after each file how many are read, of how many.

    Raises:
        CannotWriteLinesError: the output cannot be written.
        OtherReadingError: an unfinished output is there that belongs to other files or options.
    """
    beside, record = target.with_name(f".{target.name}.unfinished"), target.with_name(f".{target.name}.run")
    try:
        kept, failed = _kept(beside, record, _run_of(paths, told))
        with beside.open("ab") as file:
            rest = read_lines(paths[kept:], make, engine, progress=_beyond(kept, progress))
            failed += _write(rest, file)
        beside.replace(target)
        record.unlink()
    except OSError as error:
        raise CannotWriteLinesError(target, why=error.strerror or str(error)) from None
    return ReadDone(files=len(paths), failed=failed, kept=kept)


def _write(lines: Iterator[ReadLine], file: BinaryIO) -> int:
    failed = 0
    for line in lines:
        # what UTF-8 cannot hold (half a character of a file's name) becomes the escape that JSON has for it
        file.write(line.text.encode("utf-8", "backslashreplace") + b"\n")
        file.flush()
        failed += line.failed
    return failed


def _kept(beside: Path, record: Path, run: str) -> tuple[int, int]:
    """Count the whole lines of an unfinished run and those that failed, and cut off the one that was being written."""
    if not beside.exists():
        record.write_text(run, encoding="utf-8")
        return 0, 0
    if not record.exists() or record.read_text(encoding="utf-8") != run:
        raise OtherReadingError(beside)
    kept = failed = size = 0
    with beside.open("r+b") as file:
        for line in file:
            if not line.endswith(b"\n"):
                break
            kept, size, failed = kept + 1, size + len(line), failed + ("error" in json.loads(line))
        file.truncate(size)
    return kept, failed


def _run_of(paths: Sequence[str], told: str) -> str:
    """Say what a run is over: the files as they are now, and how they are read."""
    digest = hashlib.sha256(told.encode())
    for path in paths:
        place = Path(path)
        state = place.stat() if place.exists() else None
        size, changed = (-1, -1) if state is None else (state.st_size, state.st_mtime_ns)
        digest.update(f"\n{path}\0{size}\0{changed}".encode("utf-8", "backslashreplace"))
    return digest.hexdigest()


def _beyond(kept: int, progress: Progress) -> Progress:
    def told(done: int, total: int | None) -> None:
        progress(kept + done, None if total is None else kept + total)

    return told


def _lost(path: str) -> ReadLine:
    """Say of a file that its reader's process died over it, twice, rather than lose the run."""
    words = "The process that read this file died, twice: it may need more memory than there is, or hold a trap."
    return ReadLine(json.dumps({"source": {"name": path}, "error": words}), failed=True)
