"""Many orders read by all cores, or by a cluster: one line of JSON a file, in a settled order, resumable."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path

from soordered import __version__
from soordered.bulk.engines.engine import Engine, Progress
from soordered.bulk.engines.local import LocalEngine
from soordered.bulk.read_files import ReadDone, Reader, ReadLine, read_into, read_lines
from soordered.orders.fields_from_reading import reading_fields
from soordered.provenance.problems import BadInputError, SoOrderedError
from soordered.wiring.reading import UnreadableFileError, extracted_text, reading_of

ENGINES = ("local", "ray")
"""What may read: the cores of this machine, or a Ray cluster."""

_AHEAD = 8  # files that wait for each worker: a scan takes a thousand times as long as a text


class NothingToReadError(BadInputError):
    """A folder without files."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} holds no files.", expected="a folder of orders.", remedy="Name another folder, or the files."
        )


class OwnOutputError(BadInputError):
    """An output that would take the place of a file that is to be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is to be read and to be written.",
            expected="another file for the output.",
            remedy="Name one: --out NEW",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyFiles:
    """Files to be read, with the names under which they are told.

    Args:
        paths: where they are, in the order in which they are told.
        names: what each is called: its path inside the folder it was found in, else its own name.
    """

    paths: tuple[str, ...]
    names: tuple[str, ...]


def many_files(given: Sequence[Path], *, target: Path | None = None) -> ManyFiles:
    """Return files, and all files in folders, in a settled order: as given, and by their paths inside a folder.

    Hidden files and folders are left out, and links to folders are not followed.

    Args:
        given: files and folders.
        target: where the lines will go; inside a folder it is left out, so that a second run reads what the first did.

    Raises:
        NothingToReadError: a folder without files.
        OwnOutputError: the target is one of the files given.
        UnreadableFileError: a folder that may not be looked into.
    """
    found: list[tuple[str, str]] = []
    own = None if target is None else target.resolve()
    for path in given:
        if path.is_dir():
            inside = sorted(
                (one for one in _inside(path) if own is None or one.resolve() != own),
                key=lambda one: one.relative_to(path).as_posix(),
            )
            if not inside:
                raise NothingToReadError(path)
            found += [(str(one), one.relative_to(path).as_posix()) for one in inside]
        elif own is not None and path.resolve() == own:
            raise OwnOutputError(path)
        else:
            found.append((str(path), path.name))
    return ManyFiles(paths=tuple(path for path, _ in found), names=tuple(name for _, name in found))


def _inside(folder: Path) -> Iterator[Path]:
    def refuse(trouble: OSError) -> None:
        raise UnreadableFileError(
            f"{trouble.filename} cannot be looked into: {trouble.strerror}.",
            expected="a folder that you may read.",
            remedy="Check its permissions.",
        ) from trouble

    for place, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in files if not name.startswith("."))


def lines_of(
    files: ManyFiles, *, engine: str = "local", workers: int | None = None, progress: Progress | None = None
) -> Iterator[ReadLine]:
    """Read files and yield a line of JSON for each, in their order.

    Args:
        files: what to read.
        engine: ``local``, or ``ray``: the cluster at ``RAY_ADDRESS``, else one of its own on this machine.
        workers: how many processes; by default as many as there are cores, or files.
        progress: told after each file how many are read, of how many.

    Raises:
        ModuleNotFoundError: the engine's library is not installed.
    """
    chosen = _engine(engine, _workers(workers, files))
    yield from read_lines(files.paths, _maker(files), chosen, progress=progress or _silent)


def lines_into(
    target: Path,
    files: ManyFiles,
    *,
    engine: str = "local",
    workers: int | None = None,
    progress: Progress | None = None,
) -> ReadDone:
    """Read files into one file of lines; a run that was broken off goes on where it stood.

    Args:
        target: the output.
        files: what to read.
        engine: as for ``lines_of``.
        workers: as for ``lines_of``.
        progress: as for ``lines_of``.

    Raises:
        BadInputError: the output cannot be written, or an unfinished one of other files is there.
        ModuleNotFoundError: the engine's library is not installed.
    """
    chosen = _engine(engine, _workers(workers, files))
    return read_into(
        target, files.paths, _maker(files), chosen, told=f"soordered {__version__}", progress=progress or _silent
    )


def _workers(workers: int | None, files: ManyFiles) -> int:
    return max(1, min(len(os.sched_getaffinity(0)) if workers is None else workers, len(files.paths)))


def _engine(name: str, workers: int) -> Engine:
    if name == "ray":
        ray = import_module("soordered.bulk.engines.ray_cluster")  # an extra, loaded when asked for
        found: Engine = ray.RayEngine(workers, address=os.environ.get("RAY_ADDRESS", ""))
        return found
    return LocalEngine(workers, ahead=_AHEAD, apart=True)


def _maker(files: ManyFiles) -> partial[Reader]:
    return partial(_reader, dict(zip(files.paths, files.names, strict=True)))


def _reader(names: dict[str, str]) -> Reader:
    """Make what reads one file in a worker; each scanned page has one thread, for all workers are busy."""

    def read(path: str) -> ReadLine:
        name = names[path]
        try:
            reading = reading_of(extracted_text(Path(path), threads=1), name=name)
        except SoOrderedError as trouble:
            return ReadLine(_one_line({"source": {"name": name}, "error": str(trouble)}), failed=True)
        return ReadLine(_one_line(reading_fields(reading)))

    return read


def _one_line(fields: dict[str, object]) -> str:
    return json.dumps(fields, ensure_ascii=False, default=_iso)


def _iso(value: object) -> str:
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    msg = f"{type(value).__name__} has no JSON form"
    raise TypeError(msg)


def _silent(done: int, total: int | None) -> None:
    """Say nothing."""
