"""The words of a scanned page, recognised by Debian's tesseract through its table of words and boxes."""

from __future__ import annotations

import math
import shutil
import subprocess
from collections.abc import Sequence
from statistics import median

from soordered.intake.limits import Limits, OverLimitError, UnreadableFormError
from soordered.intake.picture_sizes import PictureSize
from soordered.intake.words_on_pages import Word, WordsOnPage
from soordered.provenance.problems import PartMissingError

PROGRAM = "tesseract"
"""The program that recognises words; Debian's package is tesseract-ocr."""

_LEAST_SURE = 15.0  # a short word below is a speck of dust
_SHORTEST = 3
_DOUBTED = 50.0
_UNSURE = 80.0
_SET_SOLID = 1.4  # times the height of a word's ink
_MOST_TILT = math.tan(math.radians(6))
_INSTEAD = str.maketrans({"‘": "‘", "’": "’", "\u00a0": " "})
_WORD_LEVEL = "5"
_PAGE_LEVEL = "1"


def words_from_scan(
    picture: bytes, sizes: Sequence[PictureSize], *, first_page: int, name: str, limits: Limits
) -> list[WordsOnPage]:
    """Recognise the words of an image.

    Args:
        picture: the image file: PNG, JPEG, TIFF, or a portable greymap.
        sizes: its pages.
        first_page: the number of its first page.
        name: the file, for messages.
        limits: how long it may take.

    Raises:
        PartMissingError: tesseract, or what it knows of English, is not installed.
        OverLimitError: it takes too long.
        UnreadableFormError: tesseract cannot open the image.
    """
    table = _run(picture, ("tsv",), fineness=sizes[0].dots_an_inch, pages=len(sizes), name=name, limits=limits)
    pages = [
        WordsOnPage(
            number=first_page + place, width=size.width * 72 / size.dots_an_inch,
            height=size.height * 72 / size.dots_an_inch, scanned=True,
        )
        for place, size in enumerate(sizes)
    ]  # fmt: skip
    held: list[list[tuple[tuple[str, ...], Word, float]]] = [[] for _ in sizes]
    for row in table.decode("utf-8", "replace").splitlines()[1:]:
        fields = row.split("\t")
        if len(fields) != 12 or fields[0] != _WORD_LEVEL:
            continue
        page = min(max(int(fields[1]) - 1, 0), len(sizes) - 1)
        text = "".join(fields[11].translate(_INSTEAD).split())
        sure = float(fields[10])
        if not text or (sure < _LEAST_SURE and sum(map(str.isalnum, text)) < _SHORTEST):
            continue
        scale = 72 / sizes[page].dots_an_inch
        left, top, width, height = (float(field) * scale for field in fields[6:10])
        step = width / len(text)
        lefts = [left + step * place for place in range(len(text))]
        word = Word(text, lefts, [edge + step for edge in lefts], top, top + height, top + height / 2, height)
        held[page].append((tuple(fields[1:5]), word, sure))
    for page_words, found in zip(pages, held, strict=True):
        page_words.words, page_words.tilt = _straightened(found)
        page_words.doubted = [word.text for _, word, sure in found if sure < _DOUBTED]
        weight = sum(len(word.text) for _, word, _ in found)
        page_words.confidence = sum(len(word.text) * sure for _, word, sure in found) / weight if weight else 100.0
    return pages


def searchable_pdf(picture: bytes, sizes: Sequence[PictureSize], *, name: str, limits: Limits) -> bytes:
    """Return an image as a PDF with its recognised words behind it; for arguments and errors see ``words_from_scan``."""
    return _run(picture, ("pdf",), fineness=sizes[0].dots_an_inch, pages=len(sizes), name=name, limits=limits)


def is_unsure(page: WordsOnPage) -> bool:
    """Say whether the recognition of a page was so unsure that a person should compare it."""
    return page.scanned and page.confidence < _UNSURE


def _run(picture: bytes, form: Sequence[str], *, fineness: float, pages: int, name: str, limits: Limits) -> bytes:
    program = shutil.which(PROGRAM)
    if program is None:
        raise PartMissingError(PROGRAM, needed_for="reading a scanned page", install="apt-get install tesseract-ocr")
    try:
        done = subprocess.run(  # noqa: S603  a fixed program, its input on a pipe
            (program, "stdin", "stdout", "-l", "eng", "--dpi", str(round(fineness)), "--psm", "3", *form),
            input=picture, capture_output=True, check=False, timeout=limits.seconds_a_scan * max(1, pages),
        )  # fmt: skip
    except subprocess.TimeoutExpired as trouble:
        raise OverLimitError(
            name,
            what="a page whose words are not recognised in time",
            most=f"{limits.seconds_a_scan} seconds a page",
        ) from trouble
    said = done.stderr.decode("utf-8", "replace")
    if done.returncode == 0:
        return done.stdout
    if "traineddata" in said or "language" in said.lower():
        raise PartMissingError(
            "tesseract's English", needed_for="reading a scanned page", install="apt-get install tesseract-ocr-eng"
        )
    raise UnreadableFormError(
        name, what="the image cannot be opened", remedy="Open it in a viewer, save it as PNG or PDF, and read that."
    )


def _straightened(found: Sequence[tuple[tuple[str, ...], Word, float]]) -> tuple[list[Word], float]:
    """Turn the page straight, and give the words of one line one height."""
    lines: dict[tuple[str, ...], list[Word]] = {}
    for line, word, _ in found:
        lines.setdefault(line, []).append(word)
    slopes = [
        (line[-1].bottom - line[0].bottom) / (line[-1].left - line[0].left)
        for line in lines.values()
        if len(line) >= 4 and line[-1].left - line[0].left > 60
    ]
    tilt = median(slopes) if slopes else 0.0
    if abs(tilt) > _MOST_TILT:
        tilt = 0.0
    straight: list[Word] = []
    for words in lines.values():
        size = _SET_SOLID * median(word.size for word in words)
        levels = [word.level - tilt * word.left for word in words]
        middle = median(levels)
        for word, level in zip(words, levels, strict=True):
            own = middle if abs(level - middle) < 0.5 * size else level
            moved = tilt * word.level
            straight.append(
                word._replace(
                    level=own,
                    size=size,
                    lefts=[edge + moved for edge in word.lefts],
                    rights=[edge + moved for edge in word.rights],
                )
            )
    return straight, tilt
