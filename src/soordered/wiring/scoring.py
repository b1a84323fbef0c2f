"""Reading a folder of labelled orders and scoring it, over all cores when there is enough to read."""

from __future__ import annotations

import json
import multiprocessing
import os
import time
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from soordered.casework.score_corpus import (
    CorpusScore,
    LabelledText,
    Mark,
    baseline_fields,
    mark_from_fields,
    score_corpus,
)
from soordered.orders.fields_from_reading import reading_fields
from soordered.orders.header_from_text import OrderKind
from soordered.provenance.problems import BadInputError, SoOrderedError
from soordered.wiring.reading import read
from soordered.wiring.whole_files import write_whole

_WORTH_A_POOL = 400_000  # bytes; below it starting processes costs more than they save


class BadCorpusError(BadInputError):
    """A folder of labelled orders that cannot be scored."""


def score_folder(folder: Path, *, baseline: Path | None = None, jobs: int | None = None) -> CorpusScore:
    """Read every ``ID.txt`` beside an ``ID.gold.json`` and score the readings.

    Args:
        folder: the labelled texts.
        baseline: outcomes of an earlier run, for the lists of gained and lost labels; ``None`` compares with nothing.
        jobs: how many processes; ``None`` for as many as there are cores, one for a small folder.

    Raises:
        BadCorpusError: no such folder, no labelled text in it, labels that cannot be read, a baseline that is none.
    """
    if not folder.is_dir():
        raise BadCorpusError(
            f"{folder} is no folder.", expected="a folder of ID.txt with ID.gold.json.", remedy="Check the path."
        )
    paths = [path for path in sorted(folder.glob("*.txt")) if _gold(path).exists()]
    if not paths:
        raise BadCorpusError(
            f"{folder} holds no labelled text.",
            expected="ID.txt with ID.gold.json beside it.",
            remedy="Check the path, or label a text first.",
        )
    before = None if baseline is None else _baseline(baseline)
    size = sum(path.stat().st_size for path in paths)
    workers = jobs if jobs is not None else (os.cpu_count() or 1) if size > _WORTH_A_POOL else 1
    began = time.perf_counter()
    if workers > 1:
        with ProcessPoolExecutor(min(workers, len(paths)), mp_context=multiprocessing.get_context("spawn")) as pool:
            texts = list(pool.map(labelled_text, paths, chunksize=max(1, len(paths) // (4 * workers))))
    else:
        texts = [labelled_text(path) for path in paths]
    return score_corpus(texts, baseline=before, seconds=time.perf_counter() - began)


def write_baseline(score: CorpusScore, path: Path) -> None:
    """Keep every label's outcome, to be compared with later.

    Raises:
        CannotWriteError: the file cannot be written; what stood there before still does.
    """
    write_whole(path, (json.dumps(baseline_fields(score), indent=1, sort_keys=True) + "\n").encode())


def labelled_text(path: Path) -> LabelledText:
    """Read one text and its labels; a text that cannot be read is scored as such, not hidden.

    Raises:
        BadCorpusError: the labels cannot be read.
    """
    labels = _labels(_gold(path))
    name = path.name.removesuffix(".txt")
    try:
        reading = read(path)
    except SoOrderedError as error:
        text = path.read_bytes().decode("utf-8", errors="replace")
        return LabelledText(name=name, text=text, labels=labels, failure=str(error))
    fields = reading_fields(reading)
    finds = tuple(mark_from_fields(one) for one in _list(fields["provisions"]))
    unread = [(one, mark_from_fields({**one, "kind": "other"})) for one in _list(fields["unread"])]
    if reading.header.kind is OrderKind.DOCKET_TEXT:
        layer = "docket"
    else:
        layer = "pleading" if reading.text.numbered or reading.text.pages else "guideline"
    return LabelledText(
        name=name,
        text=reading.text.original,
        labels=labels,
        finds=finds,
        unread=tuple((mark.start, mark.end) for _, mark in unread),
        unread_quotes=tuple(mark.quote for _, mark in unread),
        layer=layer,
    )


def _gold(path: Path) -> Path:
    return path.with_name(path.name.removesuffix(".txt") + ".gold.json")


def _labels(path: Path) -> tuple[Mark, ...]:
    try:
        return tuple(mark_from_fields(one) for one in _list(json.loads(path.read_text(encoding="utf-8"))["provisions"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadCorpusError(
            f"{path}: its labels cannot be read ({type(error).__name__}: {error}).",
            expected='{"provisions": [{"kind": …, "start": …, "end": …}]}.',
            remedy="Mend the file, or take it out of the folder.",
        ) from error


def _baseline(path: Path) -> dict[str, object]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadCorpusError(
            f"{path}: the baseline cannot be read ({error}).",
            expected="a file that this program wrote.",
            remedy="Write it anew from a run you trust.",
        ) from error
    if not isinstance(found, dict) or not isinstance(found.get("texts"), dict):
        raise BadCorpusError(
            f"{path} is no baseline.",
            expected="a file that this program wrote.",
            remedy="Write it anew from a run you trust.",
        )
    return found


def _list(found: object) -> list[Mapping[str, object]]:
    if not isinstance(found, list) or not all(isinstance(one, Mapping) for one in found):
        msg = f"a list of labels was expected; got {type(found).__name__}"
        raise TypeError(msg)
    return found
