"""Where sentences end, and what only looks like an end."""

from __future__ import annotations

import pytest

from soordered.orders.sentences_from_text import fold, sentences


def texts(clean: str) -> list[str]:
    """The sentences, as words."""
    return [clean[one.start : one.end] for one in sentences(clean)]


@pytest.mark.parametrize(
    ("clean", "expected"),
    [
        # abbreviations of the trade
        ("Comply with Fed. R. Civ. P. 16(f). Then confer.", ["Comply with Fed. R. Civ. P. 16(f).", "Then confer."]),
        ("See L. R. 7-7(e) and Dkt. No. 12. File it.", ["See L. R. 7-7(e) and Dkt. No. 12.", "File it."]),
        # an initial, and a room's letter
        ("Judge Ida B. Wells presides. Sit.", ["Judge Ida B. Wells presides.", "Sit."]),
        ("It is heard in Courtroom A. Be early.", ["It is heard in Courtroom A.", "Be early."]),
        # hours of the day
        ("Set for 9:30 a.m. Mailed notice.", ["Set for 9:30 a.m.", "Mailed notice."]),
        ("BEFORE 8:45 A.M. ON THE NEXT DAY, LODGE IT.", ["BEFORE 8:45 A.M. ON THE NEXT DAY, LODGE IT."]),
        ("By 5:00 p.m. 2 court days before it.", ["By 5:00 p.m. 2 court days before it."]),
        # a full stop glued to the next sentence
        ("Serve this case.Within seven days, file.", ["Serve this case.", "Within seven days, file."]),
        # dots that lead to a date
        ("Discovery closes ..... May 4, 2007", ["Discovery closes ..... May 4, 2007"]),
        # paragraphs part sentences without a mark
        ("HEARINGS\n\nMotions are heard.", ["HEARINGS", "Motions are heard."]),
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(clean: str, expected: list[str]) -> None:
    assert texts(clean) == expected


def test_the_number_of_a_list_stands_beside_its_sentence() -> None:
    one = sentences("2. The parties shall confer.")[0]

    assert (one.label, one.start) == ("2.", 3)


def test_capitals_alone_are_a_heading_and_a_sentence_in_capitals_is_not() -> None:
    assert [one.heading for one in sentences("LAW AND MOTION\n\nFILE IT TODAY.")] == [True, False]


def test_folding_moves_no_character() -> None:
    text = "The “Motion” — due 5–7 days, İstanbul\n"

    assert len(fold(text)) == len(text)
