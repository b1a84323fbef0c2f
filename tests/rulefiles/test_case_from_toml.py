"""A case file is read as written, or refused with file, line, what was expected and the remedy."""

from __future__ import annotations

import datetime as dt

import pytest

from soordered.disputes.events import KINDS, kind_of
from soordered.disputes.events_conferral import DatesOffered, MeetingDemanded, MeetingHeld
from soordered.disputes.events_discovery import DiscoveryAnswered, DiscoveryServed
from soordered.disputes.events_letter import LetterFiled
from soordered.disputes.events_matter import CounselAppeared, PartyJoined
from soordered.disputes.events_time import Happened
from soordered.disputes.names import Registration, RequestType, Side
from soordered.rulefiles.case_file import CaseFile, CaseFileError
from soordered.rulefiles.case_from_toml import case_from_toml
from soordered.rules.rule import Mode
from soordered.rules.vocabulary import Trigger

HEAD = """\
title = "Alder v. Birch"
court = "cand"
[[party]]
id = "alder"
name = "Alder"
side = "plaintiff"
[[counsel]]
id = "amory"
name = "A. Amory"
for = "alder"
lead = true
[[order]]
id = "o1"
rulebook = "cand-spero-2007-07-30"
"""


def _case(more: str = "", head: str = HEAD) -> CaseFile:
    return case_from_toml(head + more, name="case.toml")


def _only(more: str) -> object:
    return _case(more).events[-1]


# ---- what is read


def test_parties_and_counsel_come_first() -> None:
    party, counsel = _case().events

    assert isinstance(party, PartyJoined)
    assert isinstance(counsel, CounselAppeared)
    assert (party.side, counsel.lead) == (Side.PLAINTIFF, True)


def test_an_event_takes_its_hour_from_a_local_date_and_time() -> None:
    event = _only('[[event]]\nkind = "meeting_demanded"\non = 2007-11-09T15:20:00\nabout = "d1"\nby = "amory"\n')

    assert MeetingDemanded(id="e1", on=dt.date(2007, 11, 9), at=dt.time(15, 20), by="amory", about="d1") == event


def test_what_is_left_out_has_its_plain_default() -> None:
    letter = _only('[[event]]\nkind = "letter_filed"\non = 2007-12-27\nabout = "d1"\n')

    assert isinstance(letter, LetterFiled)
    assert (letter.joint, letter.how, letter.issues) == (True, None, ())


def test_a_meeting_says_how_it_was_held() -> None:
    meeting = _only(
        '[[event]]\nkind = "meeting_held"\non = 2007-12-20\nabout = "d1"\nmode = "telephone"\nminutes = 20\n'
    )

    assert isinstance(meeting, MeetingHeld)
    assert (meeting.mode, meeting.minutes) == (Mode.TELEPHONE, 20)


def test_offered_days_are_days() -> None:
    offer = _only(
        '[[event]]\nkind = "dates_offered"\non = 2007-11-12\nabout = "d1"\ndates = [2007-11-20, 2007-11-21]\n'
    )

    assert isinstance(offer, DatesOffered)
    assert (dt.date(2007, 11, 20), dt.date(2007, 11, 21)) == offer.dates


def test_the_ledger_becomes_service_and_answer() -> None:
    more = """
[[request]]
id = "rog-7"
type = "interrogatory"
number = "7"
by = "alder"
served = 2007-06-01
service = "mail"
answered = { on = 2007-07-05, text = "Objection.", objected = true }
"""
    served, answered = _case(more).events[-2:]

    assert isinstance(served, DiscoveryServed)
    assert isinstance(answered, DiscoveryAnswered)
    assert (served.type, served.service, answered.text) == (RequestType.INTERROGATORY, "mail", "Objection.")


def test_the_code_of_a_trigger_is_a_kind() -> None:
    event = _only('[[event]]\nkind = "deposition"\non = 2007-11-09\nabout = "reyes"\n')

    assert isinstance(event, Happened)
    assert Trigger.DEPOSITION is event.trigger


def test_every_kind_of_event_can_be_read_by_its_code() -> None:
    """The codes are one vocabulary: what a file says is what the event is called."""
    for code, cls in KINDS.items():
        assert code == kind_of(object.__new__(cls))


def test_a_party_on_paper_is_remembered() -> None:
    party = case_from_toml(
        HEAD.replace('side = "plaintiff"', 'side = "plaintiff"\nregistration = "paper"'), name="c"
    ).events[0]

    assert isinstance(party, PartyJoined)
    assert Registration.PAPER is party.registration


# ---- what is refused: the text that is wrong, the place, and words of the message

_DEMAND = '[[event]]\nkind = "meeting_demanded"\non = 2007-11-09\nabout = "d1"\nby = "amory"\n'
_REFUSED = [
    # impossible or misplaced dates
    ("30 February", _DEMAND.replace("2007-11-09", "2007-02-30"), 17, "", "2007-02-30 is no day of the calendar"),
    ("a date in words", _DEMAND.replace("2007-11-09", '"9 November"'), 17, "event[1].on", "is no date"),
    ("no date", _DEMAND.replace("on = 2007-11-09\n", ""), 15, "event[1].on", "the key 'on' is missing"),
    ("a number as date", _DEMAND.replace("2007-11-09", "20071109"), 17, "event[1].on", "a date of the calendar"),
    (
        "out of order",
        _DEMAND + _DEMAND.replace("2007-11-09", "2007-11-08"),
        22,
        "event[2].on",
        "stands after event[1] of 2007-11-09",
    ),
    (
        "an hour out of order",
        _DEMAND.replace("on = 2007-11-09", "on = 2007-11-09T16:00:00")
        + _DEMAND.replace("on = 2007-11-09", "on = 2007-11-09T09:00:00"),
        22,
        "event[2].on",
        "2007-11-09 09:00 stands after event[1] of 2007-11-09 16:00",
    ),
    # unknown words
    ("an unknown kind", _DEMAND.replace("meeting_demanded", "meeting_demand"), 16, "event[1].kind", "Did you mean"),
    ("an unknown key", _DEMAND.replace("about", "abuot"), 18, "event[1].abuot", "Did you mean 'about'"),
    ("a key of another kind", _DEMAND + "minutes = 3\n", 20, "event[1].minutes", "unknown key 'minutes'"),
    ("an unknown person", _DEMAND.replace("amory", "armory"), 19, "event[1].by", "nobody in this file is called 'armory'"),
    ("an unknown top key", "", 15, "", "unknown key 'judge'"),
    ("an unknown mode", '[[event]]\nkind = "meeting_held"\non = 2007-11-09\nmode = "by phone"\n', 18, "event[1].mode", "in_person"),
    ("an unknown act", '[[event]]\nkind = "act_done"\non = 2007-11-09\nact = "file_lettr"\n', 18, "event[1].act", "code"),
    # missing or doubled things
    ("a correction of nothing", '[[event]]\nkind = "trigger_corrected"\non = 2007-11-09\ncorrects = "x"\nto = 2007-11-08\n', 18, "event[1].corrects", "there is no event 'x'"),
    ("an id twice", _DEMAND + 'id = "e"\n' + _DEMAND + 'id = "e"\n', 26, "event[2].id", "the id 'e' is taken by event[1]"),
    ("a correction without its day", '[[event]]\nid="a"\nkind = "efforts_failed"\non = 2007-11-09\n[[event]]\nkind = "trigger_corrected"\non = 2007-11-09\ncorrects = "a"\n', 19, "event[2].to", "the key 'to' is missing"),
    ("a ledger entry without type", '[[request]]\nid = "r"\nserved = 2007-06-01\n', 15, "request[1].type", "interrogatory"),
    ("a ledger entry without id", '[[request]]\ntype = "production"\nserved = 2007-06-01\n', 15, "request[1].id", "missing"),
    # wrong kinds of value
    ("a text for a list", '[[event]]\nkind = "meeting_held"\non = 2007-11-09\npresent = "amory"\n', 18, "event[1].present", "a list of texts"),
    ("a word for a truth", '[[event]]\nkind = "letter_filed"\non = 2007-11-09\njoint = "yes"\n', 18, "event[1].joint", "true or false"),
    ("dates that are texts", '[[event]]\nkind = "dates_offered"\non = 2007-11-09\ndates = ["soon"]\n', 18, "event[1].dates", "a list of dates"),
    ("an hour with a zone", _DEMAND.replace("on = 2007-11-09", "on = 2007-11-09T09:00:00-08:00"), 17, "event[1].on", "a date"),
    ("no TOML", "[[event]\n", 15, "", "this is no TOML"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("more", "line", "where", "words"), [row[1:] for row in _REFUSED], ids=[row[0] for row in _REFUSED]
)
def test_what_is_wrong_is_refused_with_its_line(more: str, line: int, where: str, words: str) -> None:
    if "judge" in words:
        more = 'judge = "x"\n'
        with pytest.raises(CaseFileError, match="unknown key 'judge'"):
            case_from_toml(more + HEAD, name="case.toml")
        return
    with pytest.raises(CaseFileError) as refusal:
        _case(more)

    assert (line, where) == (refusal.value.line, refusal.value.where)
    assert words in str(refusal.value)
    assert str(refusal.value).startswith(f"case.toml, line {line}")
    assert refusal.value.expected
    assert refusal.value.remedy


_HEADS = [
    ("no title", HEAD.replace('title = "Alder v. Birch"\n', ""), "the key 'title' is missing"),
    ("no court", HEAD.replace('court = "cand"\n', ""), "the key 'court' is missing"),
    ("no order", HEAD[: HEAD.index("[[order]]")], "no order is in force"),
    ("two homes of one order", HEAD + 'file = "order.txt"\n', "rulebook and file are given"),
    ("no home of an order", HEAD.replace('rulebook = "cand-spero-2007-07-30"\n', ""), "nothing says where the order's rules come from"),
    ("two orders of one id", HEAD + '[[order]]\nid = "o1"\nrulebook = "x"\n', "the id 'o1' is taken by order[1]"),
    ("entered before made", HEAD + "made = 2007-07-30\nentered = 2007-07-29\n", "is before the order was made"),
    ("counsel for nobody", HEAD.replace('for = "alder"', 'for = "birch"'), "nobody in this file is called 'birch'"),
    ("a side that is none", HEAD.replace('"plaintiff"', '"claimant"'), "'claimant'"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "words"), [row[1:] for row in _HEADS], ids=[row[0] for row in _HEADS])
def test_a_head_that_is_wrong_is_refused(head: str, words: str) -> None:
    with pytest.raises(CaseFileError) as refusal:
        case_from_toml(head, name="case.toml")

    assert words in str(refusal.value)


def test_the_whole_message() -> None:
    with pytest.raises(CaseFileError) as refusal:
        _case(_DEMAND.replace("meeting_demanded", "letter_fild"))

    assert str(refusal.value) == (
        "case.toml, line 16 (event[1].kind): there is no kind of event 'letter_fild'. "
        "Expected: a kind of event such as meeting_demanded, meeting_held, letter_filed, paper_e_filed. "
        "Did you mean 'letter_filed' or 'letter_signed' or 'letter_received'?"
    )
