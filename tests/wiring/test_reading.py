"""A path becomes a reading, or one clear error that says what to do next."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

import soordered as so
from soordered.intake.text_from_file import EmptyFileError, FileTooLargeError, NotTextError
from soordered.rules.timing import FixedDate
from soordered.wiring.reading import NotAnOrderError, UnreadableFileError, read

_ORDER = """\
ORDER ON DISCOVERY LETTERS

Counsel shall telephone each other within six (6) court days of the request.
The letter may not exceed four pages.

Dated: May 3, 2011

ADA NKEMELU
United States Magistrate Judge
"""


def _write(folder: Path, content: str | bytes, name: str = "order.txt") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_an_order_is_read_with_quotes_exact_on_the_file(tmp_path: Path) -> None:
    original = _ORDER.replace("\n", "\r\n")
    reading = read(_write(tmp_path, original))

    assert reading.header.judge == "Ada Nkemelu"
    assert len(reading.rulebook) >= 2
    for rule in reading.rulebook:
        for support in rule.supports:
            assert support.quote.span is not None
            assert original[support.quote.span.start : support.quote.span.end] == support.quote.text


def test_the_package_offers_read_and_parse_caption(tmp_path: Path) -> None:
    assert so.read(_write(tmp_path, _ORDER)).header.office == "magistrate"
    assert so.parse_caption("3:09-cv-04321-VB (QRS)").referred == "QRS"


def test_several_files_are_read_one_by_one(tmp_path: Path) -> None:
    good, bad = _write(tmp_path, _ORDER, "a.txt"), _write(tmp_path, b"", "b.txt")
    readings = read([good, bad, good])

    assert next(readings).name == "a.txt"
    with pytest.raises(EmptyFileError):
        next(readings)


def test_a_windows_file_says_so_among_the_problems(tmp_path: Path) -> None:
    reading = read(_write(tmp_path, _ORDER.replace("pages.", "pages \u2013 no more.").encode("cp1252")))

    assert "Windows-1252" in reading.rulebook.problems[0].what


@pytest.mark.parametrize(
    "text",
    [
        "milk\neggs\nbread, due Friday\ntwo pounds of flour\n",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
        "Dear Ada, we must meet soon, and you may bring the dog.",
    ],
)
def test_what_no_court_wrote_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(NotAnOrderError, match="no sentence that orders anything, and no word of a court"):
        read(_write(tmp_path, text))


@pytest.mark.parametrize(
    "text",
    [
        "import os\n\ndef court(motion):\n    return motion.judge\n\nfor plaintiff in docket:\n    court(plaintiff)\n",
        '{"court": "cand",\n "judge": [\n  "x"\n ],\n "shall": {\n }\n}\n',
    ],
)
def test_a_program_is_refused_though_it_has_a_courts_words(tmp_path: Path, text: str) -> None:
    with pytest.raises(NotAnOrderError, match="its lines look like a program's, not like an order's"):
        read(_write(tmp_path, text))


def test_a_list_whose_lines_end_in_semicolons_is_no_program(tmp_path: Path) -> None:
    text = """The Court sets these dates:
• The answer is due August 15, 2014;
• All discovery is to be completed by April 1, 2015;
• Expert reports;
(a) the names of the witnesses;
b. the exhibits; and
c. Nothing else;
• Dispositive motions are due June 1, 2015; any cross-motion shall be filed separately;
"""
    rules = read(_write(tmp_path, text)).rulebook.rules
    dates = {rule.timing.date for rule in rules if isinstance(rule.timing, FixedDate)}
    assert dates == {date(2014, 8, 15), date(2015, 4, 1), date(2015, 6, 1)}


@pytest.mark.parametrize(
    "text",
    [
        "The motion to compel is granted in part. The objections are overruled.",  # a ruling, no rule
        "Such a meeting shall occur within nine (9) business days of the demand.",  # a sentence cut out of an order
        "Status conference reset for 5/3/2011 at 9:00 AM.",
        "OPINION. Plaintiff sued in 2004 and the court dismissed the complaint in 2005.",
    ],
)
def test_a_court_speaks_even_without_a_rule(tmp_path: Path, text: str) -> None:
    assert read(_write(tmp_path, text)).text.original == text


def test_every_text_of_the_corpus_is_taken(shared: Path) -> None:
    paths = sorted((shared / "corpus" / "dev").glob("*.txt"))

    assert len(list(read(paths))) == len(paths) >= 70


def test_a_hundred_megabytes_are_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    began = time.process_time()
    with pytest.raises(FileTooLargeError, match="holds 100 MB"):
        read(path)

    assert time.process_time() - began < 0.2


def test_a_device_without_an_end_is_refused() -> None:
    with pytest.raises((FileTooLargeError, NotTextError)):
        read("/dev/zero")


def test_what_cannot_be_opened_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"missing.txt cannot be read: No such file.*Check the path"):
        read(tmp_path / "missing.txt")
    with pytest.raises(UnreadableFileError, match=r"is a folder. Expected: one file. Name the files in it"):
        read(tmp_path)
    with pytest.raises(UnreadableFileError, match="Not a directory"):
        read(_write(tmp_path, _ORDER) / "inside")
    with pytest.raises(UnreadableFileError, match="is no path"):
        read("order\0.txt")
