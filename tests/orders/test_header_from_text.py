"""An order's header is read as printed; what is not printed is said, never guessed."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soordered.orders.federal_districts import DISTRICTS
from soordered.orders.header_from_text import OrderHeader, OrderKind, header
from soordered.orders.order_text import order_text
from soordered.orders.printed_dates import date_from_print

_ORDER = """\
                  UNITED STATES DISTRICT COURT
                 WESTERN DISTRICT OF WASHINGTON
                          AT SEATTLE

 ORLANDO FERRIES, LLC,                 No. C09-4321 RST (QV)

                Plaintiff,             NOTICE OF REFERENCE AND
        v.                             ORDER ON DISCOVERY

 PUGET PILOTS ASSN., et al.,           Re: Dkt. No. 31

                Defendants.

The Honorable Rhoda S. Tremaine has referred this matter to the undersigned for the resolution of Defendants' Motion to Quash
and all other discovery disputes. Papers on it shall bear the designation "(QV)" after the number.

IT IS SO ORDERED.

DATED this 3rd day of March, 2011.

                                       ____________________
                                       QUENTIN VARGA
                                       United States Magistrate Judge
"""


def _header(text: str) -> OrderHeader:
    return header(order_text(text))


def _seed(shared: Path, name: str) -> OrderHeader:
    return _header((shared / "corpus" / "dev" / f"{name}.txt").read_bytes().decode())


def test_a_caption_page_in_two_columns() -> None:
    found = _header(_ORDER)

    assert (found.court, found.judge, found.office) == ("wawd", "Quentin Varga", "magistrate")
    assert (found.initials, found.district_initials, found.case_numbers) == ("QV", "RST", ("C09-4321 RST (QV)",))
    assert found.title == "NOTICE OF REFERENCE AND ORDER ON DISCOVERY"
    assert [(party.name, party.role) for party in found.parties] == [
        ("ORLANDO FERRIES, LLC", "Plaintiff"),
        ("PUGET PILOTS ASSN., et al.", "Defendants"),
    ]
    assert (found.motion, found.reference_scope) == ("Defendants' Motion to Quash", "all other discovery disputes")
    assert (found.dated, found.kind, found.partial) == (dt.date(2011, 3, 3), OrderKind.NOTICE_OF_REFERENCE, False)
    assert found.relates_to == "Re: Dkt. No. 31"
    assert found.problems == ()


def test_the_order_of_2007(shared: Path) -> None:
    found = _seed(shared, "seed_spero_2007-07-30")

    assert (found.court, found.dated, found.kind) == ("cand", dt.date(2007, 7, 30), OrderKind.NOTICE_OF_REFERENCE)
    assert (found.case_numbers, found.district_initials, found.initials) == (("C-06-03891 SC (JCS)",), "SC", "JCS")
    assert found.title == "NOTICE OF REFERENCE; ORDER RE DISCOVERY PROCEDURES; ORDER TO MEET AND CONFER"
    assert [party.role for party in found.parties] == ["Plaintiff(s)", "Defendant(s)"]
    assert found.parties[1].name.startswith("RERLATIONSERVE")  # as printed, its error included
    assert found.motion == "Plaintiff's Motion for an Order Compelling Further Interrogatory Responses"
    assert found.reference_scope == "all future discovery matters"
    assert (found.judge, found.office) == ("", "magistrate")
    assert [problem.what for problem in found.problems] == ["A judge's title is printed without a name."]


def test_the_order_of_2010_begins_in_the_middle(shared: Path) -> None:
    found = _seed(shared, "seed_spero_2010-07-07")

    assert (found.court, found.dated, found.judge, found.initials) == (
        "cand",
        dt.date(2010, 7, 7),
        "Joseph C. Spero",
        "JCS",
    )
    assert (found.case_numbers, found.district_initials, found.parties, found.title) == ((), "", (), "")
    assert (found.partial, found.kind) == (True, OrderKind.STANDING_ORDER)
    assert "begins in the middle of the order" in found.problems[0].what


def test_the_corpus_gives_court_date_and_judge_wherever_they_are_printed(shared: Path) -> None:
    """No court is ever wrong; dates and judges agree with the manifest wherever the text prints them."""
    of = {district.citation: court for court, district in DISTRICTS.items()}
    wrong_courts, dates, judges = [], [0, 0], [0, 0]
    for path in sorted((shared / "corpus" / "dev").glob("*.meta.json")):
        meta = json.loads(path.read_text())
        text = path.with_name(path.name.replace(".meta.json", ".txt")).read_bytes().decode()
        found = _header(text)
        want = of.get(meta["court"].split(" (")[0], "")
        if found.court and found.court != want:
            wrong_courts.append((meta["id"], found.court))
        days = {day.isoformat() for day in (found.signed, found.filed, found.entered, found.held) if day}
        if days:
            dates[0] += 1
            dates[1] += meta["date"] in days
        printed = meta["judge"].replace(".", "").lower()
        if "clerk" not in printed and printed.split()[-1].removesuffix(" jr") in text.lower().replace(".", ""):
            judges[0] += 1
            judges[1] += found.judge.replace(".", "").replace(",", "").replace(" ", "").lower() == printed.replace(
                " ", ""
            )

    assert wrong_courts == []
    assert dates[1] >= dates[0] - 2 > 50  # two manifests give a day that their text does not print
    assert judges[1] >= 0.97 * judges[0] > 50


@pytest.mark.parametrize(
    ("text", "court"),
    [
        ("IN THE UNITED STATES DISTRICT COURT\nFOR THE EASTERN DISTRICT OF TEXAS\n\nORDER", "txed"),
        ("In the United States District Court for the District of Maryland\n\nSome words.", "mdd"),
        ("United States District Court\nDistrict of Columbia\n\nORDER", "dcd"),
        ("UNITED STATES DISTRICT COURT\nN0RTHERN DISTRICT OF CALIFORNIA", "cand"),  # a figure read for a letter
        ("S DISTRICT COURT RICT OF OREGON\nORDER", "ord"),  # damaged, but the state has one district
        ("S DISTRICT COURT RICT OF TEXAS\nORDER", ""),  # damaged, and the state has four
        ("For the Southern District of Ohio\n\tS DISTRICT COURT RICT OF OHIO\nORDER", "ohsd"),
        ("ORDER. See www.ilnd.uscourts.gov/judges for the form. (ab, )", "ilnd"),
        ("ORDER: stayed. [Transferred from New York Eastern on 12/15/2014.]", "nyed"),
        ("ORDER: a Nevada firm and a Florida firm shall confer.", ""),
    ],
)
def test_the_court_is_read_from_titles_addresses_and_damaged_print(text: str, court: str) -> None:
    assert _header(text).court == court


@pytest.mark.parametrize(
    ("text", "judge"),
    [
        ("ORDER granting [3] Motion. Signed by Magistrate Judge Ada Q. Nkemelu on 2/3/2011. (ab)", "Ada Q. Nkemelu"),
        ("MINUTE entry before the Honorable J. Paul McBride: Status hearing held on 2/3/2011.", "J. Paul McBride"),
        ("ORDER. Conference set for 3/3/2011 before Judge Ruth O'Dell-Vance. (xy)", "Ruth O'Dell-Vance"),
        ("It is ordered.\n\nDated: 2/3/2011\n\nRUTH ODELL VANCE\nUNITED STATES DISTRICT JUDGE", "Ruth Odell Vance"),
        ("It is ordered.\n\nDated: 2/3/2011\n\n_______\nUnited States District Judge", ""),
        ("The parties appeared before the Status Conference. Nothing more.", ""),
    ],
)
def test_the_judge_is_the_one_who_signed_or_was_named(text: str, judge: str) -> None:
    assert _header(text).judge == judge


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("July 30, 2007", dt.date(2007, 7, 30)),
        ("JULY 7, 2010", dt.date(2010, 7, 7)),
        ("Sept. 5, 2012", dt.date(2012, 9, 5)),
        ("this 3rd day of March, 2011", dt.date(2011, 3, 3)),
        ("the 21st day of May 2011", dt.date(2011, 5, 21)),
        ("7/2/09", dt.date(2009, 7, 2)),
        ("08/07/2008", dt.date(2008, 8, 7)),
        ("2007-07-30", dt.date(2007, 7, 30)),
        ("February 30, 2011", None),
        ("13/13/2011", None),
        ("Monday", None),
    ],
)
def test_dates_as_printed(words: str, day: dt.date | None) -> None:
    assert date_from_print(words) == day


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "ORDER granting motion. Signed by Judge Ada Nkemelu on 2/3/2011. (Entered: 02/03/2011)",
            OrderKind.DOCKET_TEXT,
        ),
        (
            "STANDING ORDER FOR CIVIL CASES\nBEFORE JUDGE ADA NKEMELU\n\nCounsel shall be on time.",
            OrderKind.STANDING_ORDER,
        ),
        ("Filing at the counter\n\nBring two copies of the form.", OrderKind.GUIDELINE),
    ],
)
def test_the_kind_of_text(text: str, kind: OrderKind) -> None:
    assert _header(text).kind is kind


def test_a_date_left_blank_is_a_problem() -> None:
    found = _header(
        "STANDING ORDER\n\nCounsel shall be on time.\n\nDated: ____________\n\nADA NKEMELU\nUnited States District Judge"
    )

    assert found.dated is None
    assert "The date of signing is left blank." in [problem.what for problem in found.problems]


def test_numbers_of_cited_cases_are_not_this_case() -> None:
    body = "The parties shall follow the procedure that was used in Alpha v. Beta, No. 3:08-cv-00001-XX, and in no other case before it, as set out here."

    assert _header(f"UNITED STATES DISTRICT COURT\n\n{body}\n").case_numbers == ()


@pytest.mark.parametrize(
    ("text", "judge", "dated"),
    [
        (
            "Chambers Rules\nThe Honorable Ada Q. Nkemelu\nLast updated: March 6, 2023\n\nCounsel shall be on time.",
            "Ada Q. Nkemelu",
            dt.date(2023, 3, 6),
        ),
        (
            "STANDING ORDER\nJudge Ruth O'Dell\nEffective July 15, 2019, in all cases\n\nCounsel shall be on time.",
            "Ruth O'Dell",
            dt.date(2019, 7, 15),
        ),
        (
            "DISCOVERY RULES\nJudge Ruth O'Dell (in use from April 2, 2012)\n\nCounsel shall be on time.",
            "Ruth O'Dell",
            dt.date(2012, 4, 2),
        ),
        (
            "CHAMBERS OF\nADA NKEMELU\nUNITED STATES MAGISTRATE JUDGE\n\nMarch 2, 2015\n\nDear Counsel:\n\nA letter is due.",
            "Ada Nkemelu",
            dt.date(2015, 3, 2),
        ),
        (
            "MINUTE ORDER IN CHAMBERS of the Honorable Ada Nkemelu. See the General Order dated March 30, 2020.",
            "",
            None,
        ),
        (
            "MINUTE ORDER of Magistrate Judge Ada Nkemelu on 5/16/2022. See the General Order dated March 30, 2020.",
            "Ada Nkemelu",
            dt.date(2022, 5, 16),
        ),
        (
            "ORDER: STAYED. SIGNED BY MAGISTRATE JUDGE ADA NKEMELU ON 8/19/14. (jpd, )",
            "Ada Nkemelu",
            dt.date(2014, 8, 19),
        ),
    ],
)
def test_judge_and_day_of_pages_without_a_signature_block(text: str, judge: str, dated: dt.date | None) -> None:
    found = _header(text)

    assert (found.judge, found.dated) == (judge, dated)


def test_a_matter_named_in_re_is_its_own_party() -> None:
    page = """\
                 UNITED STATES DISTRICT COURT
                NORTHERN DISTRICT OF CALIFORNIA

 IN RE PIER NINE LEASE               Case No. 5:13-cv-04321-VB (QRS)
 LITIGATION                          ORDER STRIKING LETTERS
                                     [Re: ECF Nos. 83, 85]

        The letters are stricken. Lead counsel for the class and for the port must sit down together within eight days.
"""
    found = _header(page)

    assert [party.name for party in found.parties] == ["IN RE PIER NINE LEASE LITIGATION"]
    assert (found.title, found.relates_to) == ("ORDER STRIKING LETTERS", "Re: ECF Nos. 83, 85")


def test_a_letter_order_names_its_matter_in_the_subject_line() -> None:
    letter = """\
                   UNITED STATES DISTRICT COURT
                      DISTRICT OF NEW JERSEY

CHAMBERS OF                                  FEDERAL COURTHOUSE
ADA NKEMELU                                  50 WALNUT STREET
UNITED STATES MAGISTRATE JUDGE               NEWARK, NJ 07101

                                             March 2, 2015
    Re:  Pier Nine, Inc. v. Tidewater Ropes, L.P.
         Civil Action No. 14-4321 (RST) (AN)

Dear Counsel:

    This letter confirms what was said on the telephone. Defendant is to finish its search for the two notebooks by March 20.
A further conference shall be held on March 31, 2015 at 3:00 p.m.

SO ORDERED.

                                             s/ Ada Nkemelu
                                             UNITED STATES MAGISTRATE JUDGE

cc:  Hon. Rhoda S. Tremaine, U.S.D.J.
"""
    found = _header(letter)

    assert (found.court, found.judge, found.office, found.dated) == (
        "njd",
        "Ada Nkemelu",
        "magistrate",
        dt.date(2015, 3, 2),
    )
    assert (found.initials, found.district_initials) == ("AN", "RST")
    assert [party.name for party in found.parties] == ["Pier Nine, Inc.", "Tidewater Ropes, L.P."]


_FRAGMENTS = [
    "UNITED STATES DISTRICT COURT", "DISTRICT OF ", "OREGON", "\n", "\n\n", "\t", "     ", "v.", " V. ", "Plaintiff,", "No. C-09-", "04321 VB (QRS)",
    "Dated: ", "March 3, 2011", "2/30/2011", "ADA NKEMELU", "United States Magistrate Judge", "U.S.D.J.", "Signed by Judge ", "(Entered: ",
    "has referred ", "to the undersigned", " for resolution of ", "Re: ", "cc: ", "ORDER", "1. ", "(JCS)", "designation ", '"', "MINUTE entry", "@cand.uscourts.gov",
]  # fmt: skip


@given(st.lists(st.sampled_from(_FRAGMENTS), max_size=40).map("".join) | st.text(max_size=200))
def test_any_text_has_a_header_and_says_what_it_lacks(text: str) -> None:
    found = _header(text)

    assert (found.court in DISTRICTS) or found.court == ""
    assert found.court or any("which court" in problem.what for problem in found.problems)
    if found.dated is None and found.kind is not OrderKind.GUIDELINE:
        assert any("date" in problem.what for problem in found.problems)
