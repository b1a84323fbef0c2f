"""The cleaned text is what a person reads, and every character of it leads back to the original."""

from __future__ import annotations

import itertools
import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soordered.orders.order_text import OrderText, order_text

_PLEADING = """\
                       Case 9:11-cv-00042-QRS   Document 7   Filed 02/03/11   Page 1 of 2


     6                     UNITED STATES DISTRICT COURT
     7
     8          Counsel shall telephone each other within nine
     9   (9) court days of the ruling. They shall then write down what
    10   divides them and
Western District of Washington
 United States District Court


    11   send it to the clerk.
    12          A second paragraph begins here, indented as a first line is.
                                                  1
                       Case 9:11-cv-00042-QRS   Document 7   Filed 02/03/11   Page 2 of 2
     1   It ends on the next page.
     2
     3   Dated: February 3, 2011
"""


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def test_pleading_paper_reads_as_prose() -> None:
    assert order_text(_PLEADING).clean == (
        "UNITED STATES DISTRICT COURT\n\n"
        "Counsel shall telephone each other within nine (9) court days of the ruling. They shall then write down what "
        "divides them and send it to the clerk.\n\n"
        "A second paragraph begins here, indented as a first line is. "
        "It ends on the next page.\n\n"
        "Dated: February 3, 2011"
    )


def test_a_courts_title_between_two_numbers_is_no_side_text() -> None:
    page = "1\nUNITED STATES DISTRICT COURT\n2\nDISTRICT OF OREGON\n3\nCounsel shall\n4\nmeet in March."

    assert order_text(page).clean.startswith(
        "UNITED STATES DISTRICT COURT DISTRICT OF OREGON\n\nCounsel shall meet in March."
    )


def test_a_quote_is_exact_to_the_character_with_page_and_line() -> None:
    text = order_text(_PLEADING)
    start = text.clean.index("within nine")
    quote = text.quote(start, text.clean.index(" of the ruling"))

    assert quote.text == "within nine\n     9   (9) court days"
    assert quote.span is not None
    assert _PLEADING[quote.span.start : quote.span.end] == quote.text
    assert (quote.page, quote.line) == (1, 6)
    second = text.clean.index("It ends")
    assert text.quote(second, second + 7).page == 2


@pytest.mark.parametrize(
    "head",
    [
        "Case 9:11-cv-00042-QRS   Document 7   Filed 02/03/11   Page 2 of 9",
        "Case9:11-cv-00042-QRS   Document7   Filed02/03/11   Page2 of 9",
        "Case: 9:11-cv-00042-QRS Doc #: 7 Filed: 02/03/11 Page: 2 of 9",
        "Case 9:11-cv-00042-QRS   Document 7   Filed 02/03/11   PageID.412   Page 2 of 9",
        "Case 9:11-cv-00042-QRS   Document 7-1   Filed 02/03/2011   Page 2 of 9   Page ID #:412",
    ],
)
def test_page_heads_go_and_leave_their_page(head: str) -> None:
    text = order_text(f"{head}\nCounsel shall meet within\nnine days.\n")

    assert text.clean == "Counsel shall meet within nine days."
    assert text.quote(0, 7).page == 2


def test_form_feeds_make_pages() -> None:
    text = order_text("First page.\n\n3\n\fSecond page here.\n")

    assert text.clean == "First page.\n\nSecond page here."
    assert text.page_at(text.offsets[0]) == 1
    assert text.page_at(text.offsets[text.clean.index("Second")]) == 2


def test_a_text_without_pages_has_none() -> None:
    assert order_text("No page is printed here.").quote(0, 2).page is None


@pytest.mark.parametrize(
    ("original", "clean"),
    [
        # a number fused to a word counts as a line number only where the run proves it
        (
            (
                "24 one two three four five six\n25 seven eight nine ten words\n26 and a further line of the text\n"
                "27 of the partners28 and the clerk shall hear them"
            ),
            "one two three four five six seven eight nine ten words and a further line of the text of the partners and the clerk shall hear them",
        ),
        ("See note28 and note29 for the rest.", "See note28 and note29 for the rest."),
        # bare numbers between two halves of a sentence
        (
            "the Court is not\n\n" + "\n\n".join(map(str, range(1, 29))) + "\n\nmaking this an order",
            "the Court is not making this an order",
        ),
        # a wrapped line that begins with a number of days is no margin
        ("The reply is due within\n14 days of service.", "The reply is due within 14 days of service."),
        (
            "Serve it within\n1 day, file it within\n2 days, lodge it within\n3 days.",
            "Serve it within 1 day, file it within 2 days, lodge it within 3 days.",
        ),
        # a rule beside the numbers, and one at the right edge
        (
            (
                "1 | Counsel shall confer about every one   |\n2 | of the matters that divide them, and     |\n3 |\n"
                "4 | shall file what they have left over      |\n5 | within nine days of the last talk.       |"
            ),
            (
                "Counsel shall confer about every one of the matters that divide them, and shall file what they have left over "
                "within nine days of the last talk."
            ),
        ),
        # a list keeps its numbers
        (
            "1. First item.\n2. Second item.\n3. Third item.\n4. Fourth item.",
            "1. First item.\n\n2. Second item.\n\n3. Third item.\n\n4. Fourth item.",
        ),
        ("- 1. First item.\n- 2. Second item.", "1. First item.\n\n2. Second item."),
        # markup
        ("A **bold word**, *two in italics*, __under__ and 5 * 3.", "A bold word, two in italics, under and 5 * 3."),
        ("See 2006 WL 1, at *1 and at *2.", "See 2006 WL 1, at *1 and at *2."),
        ("## LAW AND MOTION\n\nHeard on Friday.", "LAW AND MOTION\n\nHeard on Friday."),
        # hyphens
        ("the con-\nferring parties; all confer, conferring", "the conferring parties; all confer, conferring"),
        ("a meet-and-\nconfer session", "a meet-and-confer session"),
        ("a non-\nfungible token", "a non-fungible token"),
        # abbreviations do not end a paragraph
        ("Pursuant to Civil L.\n\nR. 7-7(e), a motion may go.", "Pursuant to Civil L. R. 7-7(e), a motion may go."),
        # blanks of all kinds
        ("one\t\ttwo\u00a0 three\u200b four", "one two three four"),
        ("\ufeffBegins with a mark.", "Begins with a mark."),
        ("a line\r\nand another\r\n\r\nA paragraph.", "a line and another\n\nA paragraph."),
        ("", ""),
        (" \n\t\n ", ""),
    ],
)
def test_layout_goes_and_words_stay(original: str, clean: str) -> None:
    assert order_text(original).clean == clean


_WRAPPED = """\
Such steps may include the following, if the Court should find that either side has held back:
(1) an order that the side pay; and/or (2) an order that its officers come to the talks;
and nothing here keeps the Court from taking both of the steps that are named in this paragraph.
HOURS OF CHAMBERS
Chambers answers the telephone from nine to noon. Counsel shall not call at any other hour than
these.
1. The first item of a list follows a paragraph at once and has no empty line before it, as here.
2. The second item.
"""


def test_paragraphs_of_wrapped_text_are_told_by_items_headings_and_short_lines() -> None:
    assert order_text(_WRAPPED).clean.split("\n\n") == [
        (
            "Such steps may include the following, if the Court should find that either side has held back: (1) an order that "
            "the side pay; and/or (2) an order that its officers come to the talks; and nothing here keeps the Court from "
            "taking both of the steps that are named in this paragraph."
        ),
        "HOURS OF CHAMBERS",
        "Chambers answers the telephone from nine to noon. Counsel shall not call at any other hour than these.",
        "1. The first item of a list follows a paragraph at once and has no empty line before it, as here.",
        "2. The second item.",
    ]


def test_a_flattened_page_loses_its_numbers_only_where_they_rise_in_step() -> None:
    words = "shall meet and confer about every matter that divides them "
    flat = "".join(f"{number} {words}" for number in range(1, 13))

    assert order_text(flat).clean == (words * 12).strip()
    for kept in (
        "They have 3 motions and 5 replies and 2 letters and 4 boxes.",
        "1 box, 2 files and 3 letters came in for the clerk.",
    ):
        assert order_text(kept).clean == kept


@pytest.mark.parametrize("name", ["seed_spero_2007-07-30", "seed_spero_2010-07-07"])
def test_the_two_orders_lose_their_line_numbers_and_nothing_else(shared: Path, name: str) -> None:
    original = _read(shared / "corpus" / "dev" / f"{name}.txt")
    text = order_text(original)
    kept = {text.offsets[index] for index, character in enumerate(text.clean) if not character.isspace()}
    gone = "".join(character if index not in kept else " " for index, character in enumerate(original))

    assert all(int(word) <= 28 for word in _words(gone))
    assert [int(word) for word in _words(gone)][:28] == list(range(1, 29))


def test_no_order_loses_a_word_that_is_not_layout(shared: Path) -> None:
    layout = re.compile(
        r"Case \S+ Document \S+ Filed \S+ Page \d+ of \d+|Northern District of California|United States District Court|Order Setting .{40,60} Page 2"
    )
    for path in sorted((shared / "corpus" / "dev").glob("*.txt")):
        original = _read(path)
        text = order_text(original)
        kept = {text.offsets[index] for index, character in enumerate(text.clean) if not character.isspace()}
        gone = " ".join(
            "".join(character if index not in kept else " " for index, character in enumerate(original)).split()
        )

        assert all(int(word) <= 28 for word in _words(layout.sub(" ", gone))), path.name


def test_every_label_of_the_corpus_stands_in_the_clean_text_in_one_piece(shared: Path) -> None:
    broken = []
    for path in sorted((shared / "corpus" / "dev").glob("*.gold.json")):
        original = _read(path.with_name(path.name.replace(".gold.json", ".txt")))
        text = order_text(original)
        place = {offset: index for index, offset in reversed(list(enumerate(text.offsets)))}
        for label in json.loads(path.read_text())["provisions"]:
            inside = [place[offset] for offset in range(label["start"], label["end"]) if offset in place]
            if not inside or "\n\n" in text.clean[inside[0] : inside[-1] + 1].strip():
                broken.append((path.name, label["quote"]))

    assert len(broken) <= 2, broken


def _holds_together(text: OrderText) -> None:
    assert len(text.offsets) == len(text.clean)
    for index, (here, after) in enumerate(itertools.pairwise(text.offsets)):
        assert here < after or (here == after and text.clean[index : index + 2] == "\n\n")
    for index, character in enumerate(text.clean):
        if not character.isspace():
            assert text.original[text.offsets[index]] == character
    assert text.clean == text.clean.strip()
    assert not re.search(r"[ \t]{2}|\n{3}|(?<!\n)\n(?!\n)", text.clean)


@given(st.text(alphabet=st.sampled_from("aB1 2\n\r\t\f.*_-—(İß\u0345\u200b\u00a0\U0001f600Ⅷ9"), max_size=300))
def test_any_text_keeps_its_map(original: str) -> None:
    _holds_together(order_text(original))


@given(st.text(max_size=400))
def test_any_unicode_keeps_its_map(original: str) -> None:
    _holds_together(order_text(original))


_WORD = st.text(alphabet=st.characters(categories=["Lu", "Ll", "Lo"]), min_size=1, max_size=12)


@given(
    st.lists(st.lists(_WORD, min_size=1, max_size=12), min_size=1, max_size=30),
    st.sampled_from(["\n", "\r\n", "\n\n", "\f", "\n   \n"]),
)
def test_words_survive_in_order_and_each_leads_back(lines: list[list[str]], end: str) -> None:
    original = end.join(" ".join(words) for words in lines)
    text = order_text(original)

    assert re.split(r"\s+", text.clean) == [word for words in lines for word in words]
    for match in re.finditer(r"\S+", text.clean):
        span = text.span(*match.span())
        assert original[span.start : span.end] == match.group()


@given(
    st.lists(st.lists(_WORD, min_size=3, max_size=9), min_size=6, max_size=28), st.integers(min_value=0, max_value=12)
)
def test_numbering_a_page_changes_nothing_that_is_read(lines: list[list[str]], indent: int) -> None:
    numbered = "\n".join(
        f"{' ' * indent}{number:>2}   {' '.join(words)}" for number, words in enumerate(lines, start=1)
    )

    assert re.split(r"\s+", order_text(numbered).clean) == [word for words in lines for word in words]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (0, 99)])
def test_a_range_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="a range lies inside the text of 11 characters"):
        order_text("Short text.").span(start, end)


def test_an_empty_range_is_a_place() -> None:
    text = order_text("Short text.")

    assert len(text.span(6, 6)) == 0
    assert text.span(11, 11).start == 11


@pytest.mark.parametrize(
    "piece",
    [
        "1 2 3 4 5 6 ",
        "*",
        "*a",
        "_a",
        "\n",
        "1\n",
        "\f",
        "1\tword and\n",
        "Case ",
        "foo-\nbar ",
        "a1 ",
        "United States District Court\n",
        "\ta",
    ],
)
def test_time_grows_with_length_and_not_with_its_square(piece: str) -> None:
    def seconds(characters: int) -> float:
        text = piece * (characters // len(piece))
        best = 9.0
        for _ in range(2):
            began = time.process_time()
            order_text(text)
            best = min(best, time.process_time() - began)
        return best

    assert seconds(80_000) < 16 * seconds(10_000) + 0.05


def test_a_text_shredded_into_tiny_lines_is_read_without_a_layout() -> None:
    """Lines of a word or two by the thousand: no margin is sought, and no line ends a paragraph."""
    text = "1\n2\na\n" * 1_500 + "\n" + "b\n" * 3_000

    clean = order_text(text).clean

    assert "\n" not in clean
    assert clean.startswith("1 2 a 1 2 a")


def test_a_short_list_of_tiny_lines_keeps_its_layout() -> None:
    assert order_text("".join(f"{number}\n" for number in range(1, 29)) * 2).numbered
