"""A text file is decoded character for character; anything else is refused with what to do next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soordered.intake.text_from_file import (
    MOST_BYTES,
    EmptyFileError,
    FileTooLargeError,
    NotTextError,
    decoded_from_bytes,
    text_from_bytes,
)

_ORDER = "The parties’ letter is due “within five days”. See § 3.\r\nIT IS SO ORDERED.\r"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32", "cp1252"])
def test_encodings_are_read_and_line_breaks_stay(encoding: str) -> None:
    found = decoded_from_bytes(_ORDER.encode(encoding), name="order.txt")

    assert found.text == _ORDER
    assert bool(found.problems) == (encoding == "cp1252")


def test_a_utf8_mark_stays_so_that_offsets_agree_with_plain_decoding() -> None:
    data = _ORDER.encode("utf-8-sig")

    assert text_from_bytes(data, name="order.txt") == data.decode("utf-8")


def test_windows_1252_is_announced() -> None:
    (problem,) = decoded_from_bytes(_ORDER.encode("cp1252"), name="order.txt").problems

    assert str(problem) == (
        "order.txt: The file is not UTF-8; it was read as Windows-1252. Look at its quotation marks and section signs; "
        "save it as UTF-8 if any came out wrong."
    )


def test_a_control_character_is_kept_and_said() -> None:
    found = decoded_from_bytes(b"The parties\x02 shall file a letter.\x0c", name="order.txt")

    assert "\x02" in found.text
    assert [problem.what for problem in found.problems] == ["The text holds 1 control character."]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", r"is a PDF, not text.*soordered read --text"),
        (b"\n\n%PDF-1.4", "is a PDF, not text"),
        (b"PK\x03\x04rest", r"ZIP container .DOCX.*--convert-to txt"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Office document"),
        (b"{\\rtf1 order", "rich-text"),
        (b"\x1f\x8b\x08", r"gzip archive.*gunzip"),
        (b"\x89PNG\r\n\x1a\n", r"an image .PNG.*soordered read --text"),
        (b"\xff\xd8\xff\xe0", "an image .JPEG"),
        (b"\x7fELF\x02", "a program"),
        (b"SQLite format 3\x00", "a database"),
        (b"<!DOCTYPE html><html><body>ORDER", "a web page"),
        (b"\xef\xbb\xbf<html>", "a web page"),
        (b"IT IS\x00SO ORDERED", "character 5 is a NUL; the file is binary, or UTF-16 without its mark"),
        ("order".encode("utf-16-le"), "NUL"),
        (b"\x81\x8d\x8f an order", "byte 0 is no character of utf-8 or Windows-1252"),
        (b"\xff\xfea", "byte 2 is no character of utf-16-le"),
        (bytes(range(1, 9)) * 50, "too many control characters"),
    ],
)
def test_what_is_no_text_is_refused_with_a_remedy(data: bytes, says: str) -> None:
    with pytest.raises(NotTextError, match=says) as caught:
        text_from_bytes(data, name="order.bin")

    assert "order.bin" in str(caught.value)
    assert "Expected: the text of an order" in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize("data", [b"", b" \r\n\t\x0c", b"\xef\xbb\xbf", b"\xff\xfe", "\u00a0\n".encode()])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(EmptyFileError, match=r"order\.txt: the file is empty"):
        text_from_bytes(data, name="order.txt")


def test_a_file_past_the_limit_is_refused() -> None:
    with pytest.raises(FileTooLargeError, match=r"holds 20 MB\. Expected: at most 20 MB of text"):
        text_from_bytes(b"a" * (MOST_BYTES + 1), name="order.txt")


@given(st.text(min_size=1, max_size=200).filter(lambda text: text.strip("\ufeff\x00 \t\r\n\f\v\u00a0\u200b") != ""))
def test_any_utf8_text_comes_back_or_is_refused_for_its_characters(text: str) -> None:
    try:
        found = text_from_bytes(text.encode(), name="order.txt")
    except NotTextError:
        assert any(ord(character) < 32 or character == "\x7f" for character in text) or text.lstrip(
            " \t\r\n\ufeff"
        ).lower().startswith(("%pdf-", "pk", "<html", "<!doctype", "{\\rtf", "bzh", "gif8", "ii*", "mz"))
    else:
        assert found == text


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_one_clear_error(data: bytes) -> None:
    said = ""
    try:
        text_from_bytes(data, name="order.txt")
    except (NotTextError, EmptyFileError) as error:
        said = str(error)

    assert said == "" or "order.txt" in said
