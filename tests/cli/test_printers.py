"""The two printers: plain text without any symbol, and a terminal page that never takes an order's words for markup."""

from __future__ import annotations

import pytest

from soordered.cli.blocks import Block, Field, Fields, Heading, Items, Paragraph, Row, Sheet, Table, Tone, Toned
from soordered.cli.plain_from_blocks import plain_text
from soordered.cli.rich_from_blocks import show_on_terminal

PAGE: tuple[Block, ...] = (
    Heading("What is due", level=1),
    Fields((Field("Act by", "Tue 27 Nov 2007", Tone.SAFE), Field("Place", "[bold]Room 15[/bold]"))),
    Table(("Duty", "Due", "Note"), (Row(("letter", "Tue 27 Nov 2007", "")), Row(("copy", "noon", "a\nb")))),
    Items(("one :smile: doubt", "two")),
    Sheet(((Toned("  1"), Toned("  2", Tone.WARNING)),)),
    Paragraph("That is all."),
)


def test_plain_text_is_one_fact_a_line() -> None:
    assert plain_text(PAGE) == (
        "What is due\n\n"
        "Act by: Tue 27 Nov 2007\nPlace: [bold]Room 15[/bold]\n\n"
        "- letter\n  Due: Tue 27 Nov 2007\n- copy\n  Due: noon\n  Note: a b\n\n"
        "- one :smile: doubt\n- two\n\n"
        "  1  2\n\n"
        "That is all.\n"
    )


def test_words_that_look_like_markup_are_shown_as_they_stand(capsys: pytest.CaptureFixture[str]) -> None:
    show_on_terminal(PAGE)

    shown = capsys.readouterr().out
    assert "[bold]Room 15[/bold]" in shown
    assert ":smile:" in shown
    assert "Duty" in shown


def test_an_empty_block_leaves_no_hole() -> None:
    assert plain_text([Heading("A"), Fields(()), Paragraph("b")]) == "A\n\nb\n"
