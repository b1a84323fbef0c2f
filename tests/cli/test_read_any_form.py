"""``read`` over every form of file: the pages marked, folders read by all cores, a reviewed rulebook left alone."""

from __future__ import annotations

import html
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest

from soordered.cli.exit_codes import ExitCode
from tests.cli.answers import Run
from tests.intake.papers import pdf_from_paragraphs, scan_of

_PARAGRAPHS = [
    "UNITED STATES DISTRICT COURT",
    "NORTHERN DISTRICT OF CALIFORNIA",
    "ORDER RE DISCOVERY",
    "Any party may demand a meeting of lead trial counsel.",
    "Such a meeting shall occur within eight (8) court days of the demand.",
    "IT IS SO ORDERED.",
    "Dated: March 4, 2019",
]


def _docx(paragraphs: list[str]) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _html(paragraphs: list[str]) -> bytes:
    body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    return f"<!doctype html><meta charset=utf-8><title>x</title>{body}".encode()


_FORMS: dict[str, Callable[[list[str]], bytes]] = {
    "pdf": lambda paragraphs: pdf_from_paragraphs(paragraphs, "plain"),
    "docx": _docx,
    "html": _html,
    "txt": lambda paragraphs: "\n\n".join(paragraphs).encode(),
}


def _order(folder: Path, form: str, *, days: str = "eight (8)", name: str = "order") -> Path:
    file = folder / f"{name}.{form}"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(_FORMS[form]([one.replace("eight (8)", days) for one in _PARAGRAPHS]))
    return file


def _deadline(fields: dict[str, object]) -> dict[str, Any]:
    found = fields["provisions"]
    assert isinstance(found, list)
    (deadline,) = (one for one in found if one["kind"] == "deadline")
    return dict(deadline)


@pytest.mark.parametrize("form", sorted(_FORMS))
def test_each_form_gives_the_same_deadline_and_its_quote_in_the_text(run: Run, tmp_path: Path, form: str) -> None:
    file = _order(tmp_path, form)
    fields, text = run("read", file, "--json").fields, run("read", file, "--text").out
    found = _deadline(fields)

    assert found["period"] == {"n": 8, "unit": "court_day", "direction": "after", "bound": "within"}
    assert text[found["start"] : found["end"]] == found["quote"]
    assert (found["page"] is not None) == bool(found["boxes"]) == (form == "pdf")


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_form_is_told_from_the_content_and_not_from_the_name(run: Run, tmp_path: Path, form: str) -> None:
    file = _order(tmp_path, form).rename(tmp_path / "order.txt")

    assert _deadline(run("read", file, "--json").fields)["quote"] == "within eight (8) court days of the demand"


def test_a_pdf_can_come_from_another_program(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "soordered", "read", "-", "--json"],
        input=_order(tmp_path, "pdf").read_bytes(), capture_output=True, check=True, timeout=60,
    )  # fmt: skip

    assert _deadline(json.loads(done.stdout))["page"] == 1


def test_highlight_marks_the_words_of_each_rule_on_its_page(run: Run, tmp_path: Path) -> None:
    file, out = _order(tmp_path, "pdf"), tmp_path / "marked.pdf"
    answer = run("read", file, "--json", "--highlight", out)
    (box,) = _deadline(answer.fields)["boxes"]
    before, after = (
        pypdfium2.PdfDocument(data)[0].render(scale=2, may_draw_forms=False).to_pil()
        for data in (file.read_bytes(), out.read_bytes())
    )
    _, x0, y0, x1, _ = box
    middle = (round(x0 + x1), round(y0 * 2 + 1))  # the box's middle and upper edge at two dots a point

    assert answer.code == ExitCode.DONE
    assert "2 marked in" in answer.err
    assert before.getpixel(middle) == (255, 255, 255)
    red, green, blue = after.getpixel(middle)
    assert red > 200
    assert green > 200
    assert blue < 200
    assert b"within 8 court days" in out.read_bytes().replace(b"\x00", b"")


def test_highlight_never_takes_the_orders_own_place(run: Run, tmp_path: Path) -> None:
    file = _order(tmp_path, "pdf")
    before = file.read_bytes()
    answer = run("read", file, "--highlight", tmp_path / "." / "order.pdf")

    assert answer.code == ExitCode.BAD_INPUT
    assert "is the order itself. Expected: another file for the copy." in answer.err
    assert file.read_bytes() == before


def test_highlight_needs_pages(run: Run, tmp_path: Path) -> None:
    answer = run("read", _order(tmp_path, "docx"), "--highlight", tmp_path / "marked.pdf")

    assert (answer.code, answer.out) == (ExitCode.BAD_INPUT, "")
    assert "has no pages of its own. Expected: a PDF, a scan or an image." in answer.err
    assert not (tmp_path / "marked.pdf").exists()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--highlight", "out.pdf", "ANOTHER"], "--highlight takes one file; 2 were given."),
        (["--out", "out.jsonl"], "--out needs --toml, or --json."),
        (["--json", "--workers", "0"], "0 is not in the range"),
        (["--json", "--engine", "abacus"], "'abacus' is not one of"),
    ],
)
def test_options_that_do_not_fit_are_refused(run: Run, tmp_path: Path, options: list[str], says: str) -> None:
    file = _order(tmp_path, "txt")
    answer = run("read", file, *(str(file) if one == "ANOTHER" else one for one in options))

    assert answer.code == ExitCode.BAD_INPUT
    assert says in answer.err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four orders in two folders, a file that is none, a damaged one, and what a person does not see."""
    place = tmp_path / "orders"
    _order(place, "pdf", name="b")
    _order(place, "txt", name="a", days="nine (9)")
    _order(place / "judge", "docx", name="c", days="ten (10)")
    _order(place / "judge", "html", name="d", days="six (6)")
    (place / "recipe.txt").write_text("Whisk two eggs with a little milk.\n", encoding="utf-8")
    (place / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    (place / ".hidden").write_text("not looked at", encoding="utf-8")
    return place


_IN_ORDER = ["a.txt", "b.pdf", "broken.pdf", "judge/c.docx", "judge/d.html", "recipe.txt"]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_folder_prints_a_line_a_file_in_a_settled_order(run: Run, folder: Path, workers: int) -> None:
    answer = run("read", folder, "--json", "--workers", workers)
    lines = [json.loads(line) for line in answer.out.splitlines()]

    assert answer.code == ExitCode.FINDINGS
    assert [line["source"]["name"] for line in lines] == _IN_ORDER
    assert [_deadline(line)["period"]["n"] for line in lines if "error" not in line] == [9, 8, 10, 6]
    assert [line["source"]["name"] for line in lines if "error" in line] == ["broken.pdf", "recipe.txt"]
    assert "the PDF is damaged" in lines[2]["error"]


def test_a_folder_without_an_order_is_bad_input(run: Run, tmp_path: Path) -> None:
    (tmp_path / "recipe.txt").write_text("Whisk two eggs.\n", encoding="utf-8")

    assert run("read", tmp_path, "--json").code == ExitCode.BAD_INPUT


def test_an_empty_folder_is_refused(run: Run, tmp_path: Path) -> None:
    answer = run("read", tmp_path, "--json")

    assert (answer.code, answer.out) == (ExitCode.BAD_INPUT, "")
    assert "holds no files" in answer.err


def test_a_folder_run_that_was_broken_off_goes_on_where_it_stood(run: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "orders.jsonl"
    whole = run("read", folder, "--json", "--out", out)
    lines = out.read_bytes().splitlines(keepends=True)

    assert (whole.code, whole.out) == (ExitCode.FINDINGS, "")
    assert "4 of 6 files read into" in whole.err
    assert [json.loads(line)["source"]["name"] for line in lines] == _IN_ORDER
    assert not list(tmp_path.glob(".orders.jsonl*"))  # nothing is left of the way there
    again = run("read", folder, "--json", "--workers", 1)
    assert again.out.encode() == b"".join(lines)  # the same bytes for any number of workers


def test_a_link_that_leads_back_into_its_folder_does_not_loop(run: Run, folder: Path) -> None:
    (folder / "judge" / "again").symlink_to(folder)

    assert len(run("read", folder, "--json").out.splitlines()) == len(_IN_ORDER)


def test_a_rulebook_is_written_once_and_a_reviewed_one_is_compared(run: Run, tmp_path: Path) -> None:
    order, out = _order(tmp_path, "pdf"), tmp_path / "order.toml"
    written = run("read", order, "--toml", "--out", out)
    assert (written.code, written.out) == (ExitCode.DONE, "")
    assert "Review them there, correct them, and sign each." in written.err
    edited = out.read_text(encoding="utf-8").replace("n = 8", "n = 7")
    edited = edited.replace(
        'scope = "standing"', 'scope = "standing"\nverified = { by = "Ada Nkemelu", on = 2026-11-20 }'
    )
    assert edited.count("verified = {") >= 1
    out.write_text(edited, encoding="utf-8")
    answer = run("read", order, "--toml", "--out", out)

    assert answer.code == ExitCode.FINDINGS
    assert "rules verified by Ada Nkemelu" in answer.out
    assert "What: timing.n: 7 to 8" in answer.out
    assert "was left as it is" in answer.err
    assert out.read_text(encoding="utf-8") == edited


def test_reading_again_what_did_not_change_writes_nothing(run: Run, tmp_path: Path) -> None:
    order, out = _order(tmp_path, "pdf"), tmp_path / "order.toml"
    run("read", order, "--toml", "--out", out)
    before = out.stat().st_mtime_ns
    answer = run("read", order, "--toml", "--out", out)

    assert (answer.code, answer.out) == (ExitCode.DONE, "")
    assert "holds these rules already" in answer.err
    assert out.stat().st_mtime_ns == before


def test_a_file_that_is_no_rulebook_is_not_written_over(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "notes.toml"
    out.write_text("my notes", encoding="utf-8")
    answer = run("read", _order(tmp_path, "pdf"), "--toml", "--out", out)

    assert answer.code == ExitCode.BAD_INPUT
    assert out.read_text(encoding="utf-8") == "my notes"


def test_a_new_version_of_a_judges_pdf_shows_the_rules_and_dates_that_change(
    run: Run, checkout: Path, tmp_path: Path
) -> None:
    examples = checkout / "docs" / "examples"
    text = (examples / "order.txt").read_text(encoding="utf-8")
    old, new = tmp_path / "old.pdf", tmp_path / "new.pdf"
    for file, days in ((old, "ten (10) business days"), (new, "fifteen (15) business days")):
        paragraphs = text.replace("ten (10) business days", days).split("\n\n")
        file.write_bytes(pdf_from_paragraphs(paragraphs, "plain"))
    case = tmp_path / "case.toml"
    case.write_text(
        (examples / "case.toml").read_text(encoding="utf-8").replace("order.txt", "old.pdf"), encoding="utf-8"
    )
    answer = run("diff", old, new, "--case", case, "--as-of", "2007-11-12", "--json")
    changes, moved = answer.fields["changes"], answer.fields["moved"]

    assert answer.code == ExitCode.DONE
    assert isinstance(changes, list)
    assert isinstance(moved, list)
    assert [(one["rule"], one["kind"]) for one in changes] == [("standing-meeting", "changed")]
    assert any("meet and confer" in json.dumps(one) for one in moved)


def test_a_scan_without_the_recogniser_names_what_to_install(tmp_path: Path) -> None:
    (page, *_) = scan_of(_order(tmp_path, "pdf").read_bytes())
    page.save(tmp_path / "scan.png", dpi=(200, 200))
    only_python = tmp_path / "bin"
    only_python.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "soordered", "read", tmp_path / "scan.png"],
        capture_output=True, text=True, check=False, timeout=60, env={"PATH": str(only_python), "LANG": "C.UTF-8"},
    )  # fmt: skip

    assert (done.returncode, done.stdout) == (ExitCode.PART_MISSING, "")
    assert done.stderr == (
        "Error: tesseract is not installed, and reading a scanned page needs it. Install it with: "
        "apt-get install tesseract-ocr\n"
    )
    assert shutil.which("tesseract", path=str(only_python)) is None
