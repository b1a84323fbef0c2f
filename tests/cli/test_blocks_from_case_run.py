"""A case's page: nothing of the run is left out, and nothing reserved or past is shown as due."""

from __future__ import annotations

import pytest

from soordered.casework.case_run import CaseRun, Status
from soordered.cli.blocks import Heading
from soordered.cli.blocks_from_case_run import case_page, quoted
from soordered.cli.plain_from_blocks import plain_text
from soordered.cli.rich_from_blocks import show_on_terminal
from soordered.provenance.spans import Quote, Span
from soordered.wiring.case import Case, demonstrations

DAYS = ("2007-08-01", "2007-09-14", "2007-11-14", "2007-12-27", "2010-07-12", "2010-09-03", "2010-12-01")


def runs() -> list[CaseRun]:
    found = []
    for name in demonstrations():
        case = Case.demonstration(name)
        found += [case.run(as_of=day) for day in DAYS if day[:4] == name[-4:]]
    return found


RUNS = runs()
CASES = pytest.mark.parametrize("run", RUNS, ids=lambda run: f"{run.head.title[:6]} {run.as_of.date}")


def sections(run: CaseRun) -> dict[str, str]:
    """The page's text by heading."""
    found: dict[str, str] = {}
    title = ""
    for block in case_page(run, explain=False):
        if isinstance(block, Heading):
            title = block.text
        else:
            found[title] = found.get(title, "") + plain_text([block])
    return found


@CASES
def test_every_duty_stands_somewhere_on_the_page(run: CaseRun) -> None:
    text = plain_text(case_page(run, explain=False))

    assert [duty.title for duty in run.duties if duty.title not in text] == []


@CASES
def test_every_warning_and_every_doubt_is_told(run: CaseRun) -> None:
    text = plain_text(case_page(run, explain=False))

    assert [warned.what for warned in run.warnings if warned.what not in text] == []
    assert [str(problem) for problem in run.problems if str(problem) not in text] == []
    assert [words for words in run.addressed if words not in text] == []
    assert [note for note in run.notes if note not in text] == []


@CASES
def test_what_is_due_holds_live_duties_only(run: CaseRun) -> None:
    due = sections(run).get("What is due", "")
    live = {Status.OPEN, Status.OVERDUE, Status.CONTESTED, Status.STAYED}

    assert due.count("  Status: ") == sum(duty.status in live for duty in run.duties)


@CASES
def test_the_terminal_shows_the_same_words(run: CaseRun, capsys: pytest.CaptureFixture[str]) -> None:
    show_on_terminal(case_page(run, explain=True))
    shown = " ".join(capsys.readouterr().out.replace("│", " ").split())

    assert "As of" in shown or "as of" in shown
    assert "Not legal advice; confirm against the docket." in shown


@CASES
def test_every_dispute_hearing_and_request_has_its_line(run: CaseRun) -> None:
    page = sections(run)

    assert page.get("Disputes", "").count("  Stage: ") == len(run.disputes)
    assert page.get("Law and motion", "").count("  State: ") == len(run.hearings)
    assert page.get("Discovery ledger", "").count("  Served: ") == len(run.matter.requests)


def test_a_motion_submitted_without_argument_is_shown_so() -> None:
    run = next(run for run in RUNS if str(run.as_of.date) == "2007-12-27")
    page = sections(run)["Law and motion"]

    assert "- h1: Motion to compel further answers to interrogatory 4\n  When: Fri 14 Sep 2007, 9:30 a.m.\n" in page
    assert "  State: submitted\n" in page
    assert "Next sittings: Fri 28 Dec 2007, 9:30 a.m.;" in page


def test_the_timeline_is_parted_by_the_day_asked_about() -> None:
    run = next(run for run in RUNS if str(run.as_of.date) == "2007-09-14")
    line = sections(run)["Timeline"]

    assert line.index("Fri 24 Aug 2007") < line.index("Fri 14 Sep 2007: as of")


def test_a_moved_date_is_told_with_old_new_and_why() -> None:
    run = next(run for run in RUNS if str(run.as_of.date) == "2007-12-27")

    assert "from act by Mon 26 Nov 2007" in sections(run)["Moved dates"]
    assert "to act by Tue 27 Nov 2007" in sections(run)["Moved dates"]
    assert "postmark" in sections(run)["Moved dates"]


def test_a_long_quote_is_cut_in_the_middle_and_says_so() -> None:
    words = "word " * 100
    quote = Quote(text=words, span=Span(0, len(words)), page=2, line=7)

    assert "[...]" in quoted(quote)
    assert quoted(quote).endswith("(page 2, line 7)")
    assert len(quoted(quote)) < 310


def test_words_that_are_not_held_show_their_place() -> None:
    assert quoted(Quote(text=None, line=12)) == "[line 12, text not supplied]"
    assert quoted(None) == ""
