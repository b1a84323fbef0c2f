"""Case numbers are read into their parts in every form that courts print."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soordered.orders.caption_from_text import Caption, CaptionError, captions, parse_caption
from soordered.orders.federal_districts import DISTRICTS


def _parts(caption: Caption) -> tuple[str, int, str, bool, int, str, str]:
    return (
        caption.office,
        caption.year,
        caption.type,
        caption.type_stated,
        caption.serial,
        caption.assigned,
        caption.referred,
    )


def test_the_labelled_captions_are_read_right_in_all_fields(shared: Path) -> None:
    with (shared / "corpus" / "captions_dev.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    wrong = []
    for row in rows:
        caption = parse_caption(row["string"])
        want = (
            row["office"],
            int(row["year"]),
            row["type"],
            row["type_stated"] == "yes",
            int(row["serial"]),
            row["assigned"],
            row["referred"],
        )
        if _parts(caption) != want or (caption.court and caption.court != row["court"]):
            wrong.append((row["string"], want, _parts(caption)))

    assert len(rows) >= 100
    assert len(wrong) <= 0.02 * len(rows), wrong


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        # the letter for a civil case, before the year
        ("No. C-09-04321 VB (QRS)", ("", 2009, "cv", False, 4321, "VB", "QRS")),
        ("C09-4321RSM", ("", 2009, "cv", False, 4321, "RSM", "")),
        ("CASE NO. C09-4321 VB", ("", 2009, "cv", False, 4321, "VB", "")),
        ("No. 09 C 4321", ("", 2009, "cv", False, 4321, "", "")),
        # two initials in brackets, with and without a slash
        ("Civil No. 09-4321 (DWX/FLM)", ("", 2009, "cv", True, 4321, "DWX", "FLM")),
        ("Case No. 09-CV-4321 (JBF)(AKR)", ("", 2009, "cv", True, 4321, "JBF", "AKR")),
        ("99-CV-4321 (NGA) (RMC)", ("", 1999, "cv", True, 4321, "NGA", "RMC")),
        # an x after a magistrate judge's initials, a division before the type
        ("No. CV 10-4321 PB (JCDx)", ("", 2010, "cv", True, 4321, "PB", "JCD")),
        ("SACV 12-04321 JVT (RNCx)", ("8", 2012, "cv", True, 4321, "JVT", "RNC")),
        ("EDCV 12-4321 VAQ (OPx)", ("5", 2012, "cv", True, 4321, "VAQ", "OP")),
        # a place where others print a judge
        ("CV-09-4321-PHX-DGB", ("", 2009, "cv", True, 4321, "DGB", "")),
        # one-letter judges, fused and dashed
        ("06-CV-6214L(F)", ("", 2006, "cv", True, 6214, "L", "F")),
        ("Civ. A. No. 3:12-CV-4321-N-BG", ("3", 2012, "cv", True, 4321, "N", "BG")),
        # four-digit years, no separators, lower case
        ("3:2014cv02514", ("3", 2014, "cv", True, 2514, "", "")),
        ("14cv2514-M(KSD)", ("", 2014, "cv", True, 2514, "M", "KSD")),
        ("3:24-cv-04321-eln", ("3", 2024, "cv", True, 4321, "ELN", "")),
        ("2:09-cv-00292-MRQ -MAO", ("2", 2009, "cv", True, 292, "MRQ", "MAO")),
        # other kinds
        ("09 Misc. 124 (RJT)", ("", 2009, "mc", True, 124, "RJT", "")),
        ("06 Cr. 4321 (LAL)", ("", 2006, "cr", True, 4321, "LAL", "")),
        ("M:06-cv-01792-VRX", ("M", 2006, "cv", True, 1792, "VRX", "")),
        ("0:24-md-03109-DWG-DJG", ("0", 2024, "md", True, 3109, "DWG", "DJG")),
        ("Civil Action No. 05-4321 (RMD)", ("", 2005, "cv", True, 4321, "RMD", "")),
        ("C.A. No. 06-124 (JJG)", ("", 2006, "cv", True, 124, "JJG", "")),
        # fused to the word before, a city before the year, a prisoner's P, a small letter in initials, judges alone
        ("Case3:09-cv-01968-CX Document123", ("3", 2009, "cv", True, 1968, "CX", "")),
        ("EP-12-CV-124-KD", ("", 2012, "cv", True, 124, "KD", "")),
        ("SB-13-CA-124-XS", ("", 2013, "cv", True, 124, "XS", "")),
        ("1:05-CV-04321 OWX SMT P", ("1", 2005, "cv", True, 4321, "OWX", "SMT")),
        ("CIV S-05-4321 LKL KJN", ("", 2005, "cv", True, 4321, "LKL", "KJN")),
        ("Civil No. 08-cv-4321-M (WMd)", ("", 2008, "cv", True, 4321, "M", "WMD")),
        ("97-20885 JX (HRM)", ("", 1997, "cv", False, 20885, "JX", "HRM")),
        ("Adv. Proc. No. 09-04321 (SMC)", ("", 2009, "ap", True, 4321, "SMC", "")),
        # a division and a judge's number, then the magistrate judge
        ("8:16-cv-3168-T-34TGX", ("8", 2016, "cv", True, 3168, "", "TGX")),
        ("5:15-cv-442-Oc-38KRV", ("5", 2015, "cv", True, 442, "", "KRV")),
        # what follows is no judge
        ("3:24-cv-04321-VD Document 12", ("3", 2024, "cv", True, 4321, "VD", "")),
        ("Case No. 23-cv-04321-JE   ORDER RE DISCOVERY", ("", 2023, "cv", True, 4321, "JE", "")),
        ("4:18-cv-06754 ORDER RE LETTER", ("4", 2018, "cv", True, 6754, "", "")),
        ("No. C-09-04321 VB\n(QRS)", ("", 2009, "cv", False, 4321, "VB", "QRS")),
    ],
)
def test_forms_of_our_own(printed: str, parts: tuple[str, int, str, bool, int, str, str]) -> None:
    assert _parts(parse_caption(printed)) == parts


@pytest.mark.parametrize(
    ("printed", "court"),
    [
        ("CAN/3:21-cv-04321", "cand"),
        ("NYS/1:21-cv-04321", "nysd"),
        ("No. CV 10-4321 PB (JCDx)", "cacd"),
        ("8:16-cv-3168-T-34TGX", "flmd"),
        ("3:21-cv-04321-VD", ""),
        ("XQZ/3:21-cv-04321", ""),
    ],
)
def test_a_court_is_named_only_where_the_number_shows_it(printed: str, court: str) -> None:
    assert parse_caption(printed).court == court
    assert parse_caption(printed, court="ohnd").court == (court or "ohnd")


def test_several_numbers_are_all_found_with_their_places() -> None:
    text = "Case Nos. 3:11-cv-1847-LHX (PSH) and 3:12-cv-0631-LHX (PSH)"
    found = list(captions(text))

    assert [caption.printed for caption in found] == ["3:11-cv-1847-LHX (PSH)", "3:12-cv-0631-LHX (PSH)"]
    assert all(text[caption.span.start : caption.span.end] == caption.printed for caption in found)


@pytest.mark.parametrize(
    "text",
    ["", "no number here", "Rule 26(e)(1)", "by July 30, 2007", "5 U.S.C. 6103", "415-555-0100", "L.R. 7-3", "12-0"],
)
def test_a_text_without_a_case_number_is_refused(text: str) -> None:
    with pytest.raises(CaptionError, match="No case number was found in"):
        parse_caption(text)


def test_the_message_says_what_is_expected() -> None:
    with pytest.raises(CaptionError) as caught:
        parse_caption("a shopping list")

    assert str(caught.value) == (
        "No case number was found in 'a shopping list'. Expected: a number such as '3:06-cv-03891-SC (JCS)' or "
        "'No. C 06-3891 SC'. Give the number as the court prints it: year, kind of case, serial number."
    )


def test_numbers_of_one_case_agree_though_printed_otherwise() -> None:
    assert parse_caption("No. C 09-4321 VB (QRS)").same_case(parse_caption("3:09-cv-04321-VB"))
    assert not parse_caption("4:09-cv-04321").same_case(parse_caption("3:09-cv-04321"))


@given(
    office=st.integers(0, 9),
    year=st.integers(1990, 2049),
    kind=st.sampled_from(["cv", "mc", "md", "cr"]),
    serial=st.integers(1, 99999),
    assigned=st.text("BDFGHJKLMNPQRSTW", min_size=2, max_size=4),
)
def test_cmecf_form_reads_back(office: int, year: int, kind: str, serial: int, assigned: str) -> None:
    caption = parse_caption(f"{office}:{year % 100:02d}-{kind}-{serial:05d}-{assigned}")

    assert caption.number() == f"{office}:{year % 100:02d}-{kind}-{serial:05d}"
    assert (caption.year, caption.assigned) == (year, assigned)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    for caption in captions(text):
        assert text[caption.span.start : caption.span.end] == caption.printed


def test_there_are_94_districts_with_names_of_their_own() -> None:
    assert len(DISTRICTS) == 94
    assert len({district.name for district in DISTRICTS.values()}) == 94
    assert (DISTRICTS["cand"].name, DISTRICTS["cand"].citation) == ("Northern District of California", "N.D. Cal.")
    assert [DISTRICTS[court].citation for court in ("nysd", "dcd", "wvsd", "utd")] == [
        "S.D.N.Y.",
        "D.D.C.",
        "S.D. W. Va.",
        "D. Utah",
    ]
