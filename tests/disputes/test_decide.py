"""Acts through the system: what is done, what is refused with the order's words, and that a fact is never refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soordered.calendars.time_law import TimeLaw
from soordered.deadlines.deadline import SettledHow
from soordered.deadlines.facts import Obligation
from soordered.deadlines.obligations_from_rules import obligations
from soordered.disputes import commands as ask
from soordered.disputes import commands_paper as paper
from soordered.disputes.decide import Decision, decide
from soordered.disputes.events import MatterEvent
from soordered.disputes.events_conferral import DisputeArose, EffortMade, EffortsFailed, MeetingDemanded, MeetingHeld
from soordered.disputes.events_discovery import ChambersCopyLodged, PaperEFiled
from soordered.disputes.events_letter import CompromiseProposed, IssueRaised, LetterFiled, PositionStated
from soordered.disputes.events_matter import CounselAppeared, FactContested, Ground, PartyJoined
from soordered.disputes.events_motion import HearingSet, LeaveGiven, MotionFiled, SubmissionStipulated
from soordered.disputes.events_paper import LetterSigned
from soordered.disputes.events_reference import ReferenceMade
from soordered.disputes.evolve import fold
from soordered.disputes.facts_from_matter import facts_from_matter
from soordered.disputes.letter_of_dispute import letter_of
from soordered.disputes.names import Side, Visibility
from soordered.disputes.refusal import Refusal
from soordered.disputes.state import Matter
from soordered.lawbook.rulebook_from_data import shipped_order
from soordered.lawbook.time_law_from_data import time_law
from soordered.rules.rule import Mode
from soordered.rules.rulebook import Rulebook
from soordered.rules.vocabulary import Act
from tests.disputes.strategies import any_event, histories

BOOK = shipped_order("cand-spero-2007-07-30")
NOW = dt.datetime(2007, 11, 9, 14, 0)  # noqa: DTZ001  the court's local time
DAY = NOW.date()
PEOPLE: tuple[MatterEvent, ...] = (
    PartyJoined(id="p1", on=DAY, about="alder", name="Alder", side=Side.PLAINTIFF),
    PartyJoined(id="p2", on=DAY, about="birch", name="Birch", side=Side.DEFENDANT),
    PartyJoined(id="p3", on=DAY, about="quarry", name="Quarry", side=Side.NON_PARTY),
    CounselAppeared(id="c1", on=DAY, about="amory", name="A. Amory", party="alder", lead=True),
    CounselAppeared(id="c2", on=DAY, about="brandt", name="B. Brandt", party="birch", lead=True),
)
OPEN = (
    *PEOPLE,
    DisputeArose(id="d", on=DAY, by="amory", about="d1"),
    EffortMade(id="call", on=DAY, by="amory", about="d1", visibility=Visibility.SHARED),
    EffortMade(id="memo", on=DAY, by="amory", about="d1"),
)
FAILED = (*OPEN, EffortsFailed(id="f", on=DAY, at=dt.time(9), by="amory", about="d1"))
DEMANDED = (*FAILED, MeetingDemanded(id="dem", on=DAY, at=dt.time(10), by="amory", about="d1"))
MET = (*DEMANDED, MeetingHeld(id="met", on=DAY, at=dt.time(12), about="d1", chosen_by=Side.PLAINTIFF))
WRITTEN = (
    *MET,
    IssueRaised(id="i", on=DAY, by="amory", about="d1", issue="i1"),
    *(
        cls(id=f"{cls.__name__}{who}", on=DAY, by=who, about="d1", issue="i1", text="…")
        for cls in (PositionStated, CompromiseProposed)
        for who in ("amory", "brandt")
    ),
)
LETTER = letter_of(fold(WRITTEN), fold(WRITTEN).disputes["d1"], BOOK)
SIGNED = tuple(
    LetterSigned(id=f"signed {who}", on=DAY, by=who, about="d1", digest=LETTER.digest) for who in ("amory", "brandt")
)
FIRST = (*PEOPLE, ReferenceMade(id="r", on=DAY, about="m1"))
MOTION = (
    *PEOPLE,
    MotionFiled(id="mf", on=dt.date(2007, 9, 21), by="brandt", about="m2", opposition_due=dt.date(2007, 10, 5)),
    HearingSet(id="hs", on=dt.date(2007, 9, 21), about="h2", motion="m2", hearing_on=dt.date(2007, 10, 26)),
)
STIPULATED = (*MOTION, SubmissionStipulated(id="st", on=dt.date(2007, 10, 20), about="m2"))


def _running(matter: Matter, law: TimeLaw) -> tuple[Obligation, ...]:
    return obligations(BOOK, facts_from_matter(matter), law)


def _decide(
    events: Sequence[MatterEvent], command: ask.Command, *, now: dt.datetime = NOW, book: Rulebook = BOOK
) -> Decision:
    matter = fold(events)
    return decide(matter, command, book=book, now=now, running=_running(matter, time_law("cand")))


# ---- a fact is never refused


@given(history=histories(10), fact=any_event())
def test_a_fact_that_happened_is_never_refused(history: list[MatterEvent], fact: MatterEvent) -> None:
    taken = {event.id for event in history}
    decision = _decide(history, ask.RecordFact(fact))

    assert isinstance(decision, Refusal) is (fact.id in taken and fact not in history)
    if not isinstance(decision, Refusal):
        assert decision[:1] == (() if fact in history else (fact,))
        assert all(isinstance(event, FactContested) for event in decision[1:])


_FACTS = [
    # fact, what stood before, ground
    (MeetingDemanded(id="x", on=DAY, by="brandt", about="d1"), OPEN, Ground.PREMATURE),
    (MeetingHeld(id="x", on=DAY, about="d1", mode=Mode.TELEPHONE), DEMANDED, Ground.MODE),
    (MeetingHeld(id="x", on=DAY, about="d1", present=("amory",)), DEMANDED, Ground.ATTENDANCE),
    (MeetingHeld(id="x", on=DAY, about="d1", chosen_by=Side.DEFENDANT), DEMANDED, Ground.PLACE),
    (LetterFiled(id="x", on=DAY, by="amory", about="d1"), DEMANDED, Ground.NO_MEETING),
    (LetterFiled(id="x", on=DAY, by="amory", about="d1", joint=False), MET, Ground.NOT_JOINT),
    (LetterFiled(id="x", on=DAY, by="amory", about="d1", issues=("other",)), WRITTEN, Ground.INCOMPLETE),
    (
        ChambersCopyLodged(id="x", on=DAY, about="p1", mark="CHAMBERS COPY"),
        (PaperEFiled(id="p", on=DAY, about="p1"),),
        Ground.MARK,
    ),
    (
        ChambersCopyLodged(id="x", on=DAY, about="p1", conformed=False),
        (PaperEFiled(id="p", on=DAY, about="p1"),),
        Ground.NOT_CONFORMED,
    ),
    (HearingSet(id="x", on=DAY, about="h9", hearing_on=dt.date(2007, 12, 3)), (), Ground.NO_SITTING),
]


@pytest.mark.parametrize(("fact", "before", "ground"), _FACTS, ids=[row[2].value for row in _FACTS])
def test_a_doubtful_fact_is_recorded_with_what_is_contested_and_the_words(
    fact: MatterEvent, before: Sequence[MatterEvent], ground: Ground
) -> None:
    decision = _decide(before, ask.RecordFact(fact))
    assert not isinstance(decision, Refusal)
    recorded, *contested = decision

    assert recorded == fact
    assert [ground] == [event.ground for event in contested if isinstance(event, FactContested)]
    assert all(event.quote is not None and event.rule for event in contested if isinstance(event, FactContested))


def test_a_mark_printed_with_another_quotation_mark_is_the_same_mark() -> None:
    """The 2010 print slips in its quotation marks; the letters are what counts."""
    copy = ChambersCopyLodged(id="x", on=DAY, about="p1", mark="JCS'S CHAMBERS\" COPY", conformed=True)

    assert (copy,) == _decide((PaperEFiled(id="p", on=DAY, about="p1"),), ask.RecordFact(copy))


def test_a_demand_after_failed_efforts_is_not_contested() -> None:
    decision = _decide(FAILED, ask.DemandMeeting(id="x", by="amory", about="d1"))

    assert (MeetingDemanded(id="x", on=DAY, at=dt.time(14), by="amory", about="d1"),) == decision


def test_an_early_demand_through_the_system_is_recorded_too() -> None:
    decision = _decide(OPEN, ask.DemandMeeting(id="x", by="brandt", about="d1"))
    assert not isinstance(decision, Refusal)

    assert [MeetingDemanded, FactContested] == [type(event) for event in decision]


# ---- what is refused: command, what stood before, words of the reason, whether the order is quoted

_REFUSED: list[tuple[str, ask.Command, Sequence[MatterEvent], str, bool]] = [
    ("the Court demands no meeting", ask.DemandMeeting(id="x", by="court", about="d1"), FAILED, "Only a party", True),
    ("a non-party demands none", ask.DemandMeeting(id="x", by="quarry", about="d1"), FAILED, "Only a party", True),
    ("one demand at a time", ask.DemandMeeting(id="x", by="brandt", about="d1"), DEMANDED, "its time runs", True),
    ("no demand on the case track", ask.DemandMeeting(id="x", by="amory", about="m1"), FIRST, "itself directs", True),
    ("no demand about nothing", ask.DemandMeeting(id="x", by="amory", about="d9"), FAILED, "There is no dispute", False),
    ("a private note is not confirmed", ask.ConfirmEffort(id="x", by="brandt", about="d1", effort="memo"), OPEN, "There is no effort 'memo'", False),
    ("one's own note is not confirmed", ask.ConfirmEffort(id="x", by="amory", about="d1", effort="call"), OPEN, "Only the other side", False),
    ("one's own note is not disputed", ask.DisputeEffort(id="x", by="alder", about="d1", effort="call", answer="no"), OPEN, "Only the other side", False),
    ("another's note is not shared", ask.ShareEffort(id="x", by="brandt", about="d1", effort="memo"), OPEN, "Only the side that made", False),
    ("no day in the past", ask.OfferDates(id="x", by="amory", about="d1", dates=(dt.date(2007, 11, 8),)), DEMANDED, "Thu 8 Nov 2007 lie in the past", False),
    ("no offer of nothing", ask.OfferDates(id="x", by="amory", about="d1", dates=()), DEMANDED, "No day is offered", False),
    ("not one's turn", ask.ChooseLocation(id="x", by="brandt", about="d1", place="here"), DEMANDED, "It is plaintiff's turn", True),
    ("the order's own room", ask.ChooseLocation(id="x", by="amory", about="m1", place="here"), FIRST, "The order names the place", True),
    ("no letter before a meeting", paper.HandOverLetter(id="x", by="amory", about="d1", digest=""), DEMANDED, "No meeting is recorded", True),
    ("no letter of one side", paper.HandOverLetter(id="x", by="amory", about="d1", digest="", joint=False), WRITTEN, "filed the letter alone", True),
    ("no letter that lacks a part", paper.HandOverLetter(id="x", by="amory", about="d1", digest=""), (*WRITTEN, IssueRaised(id="i0", on=DAY, by="amory", about="d1", issue="i2")), "issue i2 lacks the position of plaintiff", True),
    ("no letter but as signed", paper.HandOverLetter(id="x", by="amory", about="d1", digest=""), WRITTEN, "changed since it was signed", False),
    ("no letter one side signed", paper.HandOverLetter(id="x", by="amory", about="d1", digest=LETTER.digest), (*WRITTEN, LetterSigned(id="s", on=DAY, by="amory", about="d1", digest=LETTER.digest)), "for defendant", True),
    ("an issue needs both sides", ask.ResolveIssue(id="x", by="amory", about="d1", issue="i1", how="dropped", signed_by=("amory",)), WRITTEN, "nobody signed for defendant", False),
    ("an issue nobody raised", ask.ResolveIssue(id="x", by="amory", about="d1", issue="i9", how="", signed_by=()), WRITTEN, "There is no issue", False),
    ("a party determines nothing", ask.EnterDetermination(id="x", by="amory", about="d1", entry="9", proceedings=""), MET, "Only the Court", False),
    ("a determination needs its entry", ask.EnterDetermination(id="x", by="court", about="d1", entry="", proceedings=""), MET, "entered on the docket", False),
    ("a party notices a sitting day", ask.SetHearing(id="x", by="amory", about="h", hearing_on=dt.date(2007, 12, 3)), MOTION, "is a Monday; motions are heard on Friday", True),
    ("no hearing in the past", ask.SetHearing(id="x", by="court", about="h", hearing_on=dt.date(2007, 11, 2)), MOTION, "lies in the past", False),
    ("a stipulation needs both", ask.StipulateSubmission(id="x", by="amory", about="m2", signed_by=("amory", "alder")), MOTION, "nobody signed for defendant", True),
    ("notice without stipulation", ask.NotifyCourt(id="x", by="amory", about="m2"), MOTION, "notice alone submits nothing", True),
    ("notice after the hour", ask.NotifyCourt(id="x", by="amory", about="m2"), STIPULATED, "ran out at Thu 25 Oct 2007, 4:30 p.m.", True),
    ("withdrawal after the window", ask.WithdrawMotion(id="x", by="brandt", about="m2"), MOTION, "seek leave of the Court", True),
    ("another's motion", ask.WithdrawMotion(id="x", by="amory", about="m2"), MOTION, "Only the side that filed", False),
    ("a motion that is none", ask.WithdrawMotion(id="x", by="amory", about="m9"), MOTION, "There is no motion", False),
    ("time agreed alone", ask.AgreeExtension(id="x", by="amory", about="d1", act=Act.FILE_JOINT_LETTER, until=DAY, agreed_by=("amory",)), MET, "nobody signed for defendant", False),
    ("time ordered by a party", ask.OrderExtension(id="x", by="amory", about="d1", act=Act.FILE_JOINT_LETTER, until=DAY), MET, "Only the Court", False),
    ("a power used by a party", ask.OrderPower(id="x", by="amory", act=Act.REQUIRE_EXECUTIVES, against="birch", terms="", entry="9"), MET, "Only the Court", True),
    ("a power used off the docket", ask.OrderPower(id="x", by="court", act=Act.REQUIRE_EXECUTIVES, against="birch", terms="", entry=""), MET, "order on the docket", False),
    ("a power asked by the Court", ask.RequestPower(id="x", by="court", act=Act.IMPOSE_SANCTIONS, against="birch", why=""), MET, "Only a party", False),
    ("one side stipulates alone", ask.SettleReading(id="x", by="amory", label="rule-6", how=SettledHow.STIPULATED, signed_by=("amory",)), MET, "nobody signed for defendant", False),
    ("a party settles by order", ask.SettleReading(id="x", by="amory", label="rule-6", how=SettledHow.ORDERED), MET, "Only the Court", False),
    ("the Court has no own side", ask.SettleReading(id="x", by="court", label="rule-6", how=SettledHow.OWN_SIDE), MET, "Only a party", False),
    ("a correction of nothing", ask.CorrectTrigger(id="x", by="amory", corrects="nothing", to=DAY), MET, "no event 'nothing'", False),
    ("a correction to the same day", ask.CorrectTrigger(id="x", by="amory", corrects="d", to=DAY), MET, "already stands", False),
    ("the other side gives nothing up", ask.WithdrawDispute(id="x", by="brandt", about="d1"), DEMANDED, "Only the side that raised", False),
    ("a dispute into itself", ask.MergeDisputes(id="x", by="amory", about="d1", merged=("d1",)), DEMANDED, "into itself", False),
    ("a dispute that is none", ask.MergeDisputes(id="x", by="amory", about="d1", merged=("d9",)), DEMANDED, "There is no dispute 'd9'", False),
    ("counsel by a click", ask.SubstituteCounsel(id="x", by="amory", about="amory", new_counsel="n", name="N.", entry=""), MET, "docketed substitution", False),
    ("counsel of nobody", ask.SubstituteCounsel(id="x", by="amory", about="zed", new_counsel="n", name="N.", entry="3"), MET, "not counsel of record", False),
    ("an id that is taken", ask.DemandMeeting(id="d", by="amory", about="d1"), FAILED, "The id 'd' is taken", False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("command", "before", "words", "quoted"), [row[1:] for row in _REFUSED], ids=[row[0] for row in _REFUSED]
)
def test_what_cannot_be_done_is_refused_with_its_reason(
    *, command: ask.Command, before: Sequence[MatterEvent], words: str, quoted: bool
) -> None:
    decision = _decide(before, command)

    assert isinstance(decision, Refusal)
    assert words in str(decision)
    assert quoted is (decision.reasons[0].quote is not None)


# ---- what is done

_DONE: list[tuple[str, ask.Command, Sequence[MatterEvent], str]] = [
    ("share", ask.ShareEffort(id="x", by="alder", about="d1", effort="memo"), OPEN, "EffortShared"),
    ("confirm", ask.ConfirmEffort(id="x", by="brandt", about="d1", effort="call"), OPEN, "EffortConfirmed"),
    ("dispute", ask.DisputeEffort(id="x", by="birch", about="d1", effort="call", answer="no"), OPEN, "EffortDisputed"),
    ("offer", ask.OfferDates(id="x", by="amory", about="d1", dates=(DAY,)), DEMANDED, "DatesOffered"),
    ("choose", ask.ChooseLocation(id="x", by="amory", about="d1", place="here"), DEMANDED, "LocationChosen"),
    ("letter", paper.HandOverLetter(id="x", by="amory", about="d1", digest=LETTER.digest), (*WRITTEN, *SIGNED), "LetterHandedOver"),
    ("determine", ask.EnterDetermination(id="x", by="court", about="d1", entry="9", proceedings=""), MET, "DeterminationEntered"),
    ("hearing", ask.SetHearing(id="x", by="amory", about="h", hearing_on=dt.date(2007, 12, 7)), MOTION, "HearingSet"),
    ("stipulate", ask.StipulateSubmission(id="x", by="amory", about="m2", signed_by=("amory", "brandt")), MOTION, "SubmissionStipulated"),
    ("withdraw by leave", ask.WithdrawMotion(id="x", by="brandt", about="m2"), (*MOTION, LeaveGiven(id="l", on=DAY, about="m2")), "MotionWithdrawn"),
    ("order time", ask.OrderExtension(id="x", by="court", about="d1", act=Act.FILE_JOINT_LETTER, until=DAY), MET, "ExtensionOrdered"),
    ("ask for a power", ask.RequestPower(id="x", by="amory", act=Act.IMPOSE_SANCTIONS, against="birch", why=""), MET, "PowerRequested"),
    ("use a power", ask.OrderPower(id="x", by="court", act=Act.REQUIRE_EXECUTIVES, against="birch", terms="", entry="9"), MET, "PowerOrdered"),
    ("settle for oneself", ask.SettleReading(id="x", by="amory", label="rule-6", how=SettledHow.OWN_SIDE), MET, "ReadingSettled"),
    ("correct", ask.CorrectTrigger(id="x", by="amory", corrects="dem", to=dt.date(2007, 11, 8)), MET, "TriggerCorrected"),
    ("give up", ask.WithdrawDispute(id="x", by="amory", about="d1"), DEMANDED, "DisputeWithdrawn"),
    ("substitute", ask.SubstituteCounsel(id="x", by="amory", about="amory", new_counsel="n", name="N.", entry="3"), MET, "CounselSubstituted"),
]  # fmt: skip


@pytest.mark.parametrize(("command", "before", "event"), [row[1:] for row in _DONE], ids=[row[0] for row in _DONE])
def test_what_can_be_done_makes_one_event_in_the_past(
    command: ask.Command, before: Sequence[MatterEvent], event: str
) -> None:
    decision = _decide(before, command)

    assert not isinstance(decision, Refusal), str(decision)
    assert [event] == [type(made).__name__ for made in decision]


def test_an_agreement_on_time_is_recorded_beside_what_it_does_not_move() -> None:
    command = ask.AgreeExtension(
        id="x", by="amory", about="d1", act=Act.FILE_JOINT_LETTER, until=DAY, agreed_by=("amory", "brandt")
    )
    decision = _decide(MET, command)
    assert not isinstance(decision, Refusal)
    agreed, contested = decision

    assert isinstance(contested, FactContested)
    assert (agreed.id, contested.ground) == ("x", Ground.PROCEDURE)
    assert "does not move it" in contested.words


def test_notice_before_the_hour_is_given() -> None:
    now = dt.datetime(2007, 10, 25, 16, 29)  # noqa: DTZ001  the court's local time
    decision = _decide(STIPULATED, ask.NotifyCourt(id="x", by="amory", about="m2"), now=now)

    assert not isinstance(decision, Refusal)


@given(history=histories(8), minute=st.integers(0, 59))
def test_deciding_changes_nothing(history: list[MatterEvent], minute: int) -> None:
    matter = fold(history)
    before = tuple(matter.seen)
    decide(
        matter,
        ask.DemandMeeting(id="new", by="plaintiff", about="d1"),
        book=BOOK,
        now=NOW.replace(minute=minute),
    )

    assert before == tuple(matter.seen)
