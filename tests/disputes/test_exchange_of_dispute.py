"""An exchange opens for both at the agreed hour, or not at all; and nobody writes another's part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from soordered.disputes import commands_paper as ask
from soordered.disputes.decide import Decision, decide
from soordered.disputes.events import MatterEvent
from soordered.disputes.events_conferral import DisputeArose, MeetingHeld
from soordered.disputes.events_exchange import ProtocolAgreed, ProtocolProposed, TextsCommitted, TextsOpened, TurnTaken
from soordered.disputes.events_letter import CompromiseProposed, IssueRaised, PositionStated
from soordered.disputes.events_matter import CounselAppeared, PartyJoined
from soordered.disputes.evolve import fold
from soordered.disputes.exchange_of_dispute import Exchange, exchange_of
from soordered.disputes.names import Side
from soordered.disputes.refusal import Refusal
from soordered.lawbook.rulebook_from_data import shipped_order

BOOK = shipped_order("cand-spero-2010-07-07")
DAY = dt.date(2010, 7, 20)
HOUR = dt.datetime(2010, 7, 21, 17, 0)  # noqa: DTZ001  the court's local time
BEFORE, AFTER = HOUR - dt.timedelta(minutes=1), HOUR
MET: tuple[MatterEvent, ...] = (
    PartyJoined(id="p1", on=DAY, about="alder", name="Alder", side=Side.PLAINTIFF),
    PartyJoined(id="p2", on=DAY, about="birch", name="Birch", side=Side.DEFENDANT),
    CounselAppeared(id="c1", on=DAY, about="amory", party="alder", lead=True),
    CounselAppeared(id="c2", on=DAY, about="brandt", party="birch", lead=True),
    DisputeArose(id="d", on=DAY, by="amory", about="d1"),
    MeetingHeld(id="met", on=DAY, by="amory", about="d1"),
    IssueRaised(id="i", on=DAY, by="amory", about="d1", issue="i1", title="Interrogatory 7"),
)
PROPOSED = (
    *MET,
    ProtocolProposed(
        id="pr", on=DAY, by="amory", about="d1", opens_on=HOUR.date(), opens_at=HOUR.time(), first_turn=Side.DEFENDANT,
        marks_on=HOUR.date(), marks_at=dt.time(19),
    ),
)  # fmt: skip
AGREED = (*PROPOSED, ProtocolAgreed(id="ag", on=DAY, by="brandt", about="d1", protocol="pr"))
ONE = (*AGREED, TextsCommitted(id="c-p", on=DAY, by="amory", about="d1", protocol="pr", commitment="a" * 64))
BOTH = (*ONE, TextsCommitted(id="c-d", on=DAY, by="brandt", about="d1", protocol="pr", commitment="b" * 64))
PARTS = tuple(
    cls(id=f"{cls.__name__}-{who}", on=DAY, by=who, about="d1", issue="i1", text=f"of {who}")
    for who in ("amory", "brandt")
    for cls in (PositionStated, CompromiseProposed)
)
OPENED = (
    *BOTH,
    TextsOpened(id="o:plaintiff", on=DAY, by="amory", about="d1", protocol="pr", commitment="c-p"),
    TextsOpened(id="o:defendant", on=DAY, by="brandt", about="d1", protocol="pr", commitment="c-d"),
    *PARTS,
)
PASSED = (*OPENED, TurnTaken(id="t1", on=DAY, by="brandt", about="d1", protocol="pr"))
QUIET = (*PASSED, TurnTaken(id="t2", on=DAY, by="amory", about="d1", protocol="pr"))


def _exchange(events: Sequence[MatterEvent]) -> Exchange:
    matter = fold(events)
    return exchange_of(matter, matter.disputes["d1"])


def _decide(events: Sequence[MatterEvent], command: ask.PaperCommand, now: dt.datetime = BEFORE) -> Decision:
    return decide(fold(events), command, book=BOOK, now=now)


def _propose(**given: object) -> ask.ProposeProtocol:
    said: dict[str, object] = {"opens_on": HOUR.date(), "opens_at": HOUR.time(), "by": "amory", **given}
    return ask.ProposeProtocol(id="x", about="d1", **said)  # type: ignore[arg-type]  # fields by name


def _openings(*, commitment: str = "c-d", swapped: bool = False) -> tuple[ask.Opening, ...]:
    ours, theirs = (PARTS[2:], PARTS[:2]) if swapped else (PARTS[:2], PARTS[2:])
    return (
        ask.Opening(by="amory", commitment="c-p", salt="00", statements=ours),
        ask.Opening(by="brandt", commitment=commitment, salt="01", statements=theirs),
    )


def test_an_exchange_goes_by_proposal_agreement_commitments_opening_and_turns() -> None:
    assert [one.id for one in _exchange(PROPOSED).proposals] == ["pr"]
    assert _exchange(AGREED).protocol is not None
    assert (_exchange(ONE).ready, _exchange(BOTH).ready) == (False, True)
    assert (_exchange(BOTH).due(BEFORE), _exchange(BOTH).due(AFTER)) == (False, True)
    assert [_exchange(events).turn for events in (BOTH, OPENED, PASSED, QUIET)] == [
        None,
        Side.DEFENDANT,
        Side.PLAINTIFF,
        None,
    ]


def test_a_later_hour_keeps_what_is_bound_and_another_round_does_not() -> None:
    again = ProtocolProposed(
        id="p2", on=DAY, by="brandt", about="d1", opens_on=DAY, opens_at=dt.time(20), replaces="pr"
    )
    agreed = ProtocolAgreed(id="a2", on=DAY, by="amory", about="d1", protocol="p2")
    fresh = ProtocolProposed(id="p3", on=DAY, by="brandt", about="d1", opens_on=DAY, opens_at=dt.time(21))
    third = ProtocolAgreed(id="a3", on=DAY, by="amory", about="d1", protocol="p3")

    assert list(_exchange((*ONE, again, agreed)).commitments) == [Side.PLAINTIFF]
    assert not _exchange((*OPENED, fresh, third)).opened


_REFUSED: list[tuple[str, ask.PaperCommand, Sequence[MatterEvent], dt.datetime, str]] = [
    ("an hour that passed", _propose(opens_on=DAY - dt.timedelta(days=1)), MET, BEFORE, "has passed"),
    ("marks before the opening", _propose(marks_on=HOUR.date(), marks_at=HOUR.time()), MET, BEFORE, "after the texts are open"),
    ("marks without an hour", _propose(marks_on=HOUR.date()), MET, BEFORE, "a day and an hour"),
    ("a turn of the Court", _propose(first_turn=Side.COURT), MET, BEFORE, "goes to a side"),
    ("proposed by the Court", _propose(by="court"), MET, BEFORE, "Only a party"),
    ("in the place of nothing", _propose(replaces="zz"), MET, BEFORE, "can be replaced"),
    ("agreed by its own side", ask.AgreeProtocol(id="x", by="alder", about="d1", protocol="pr"), PROPOSED, BEFORE, "Only the other side"),
    ("agreed when it is late", ask.AgreeProtocol(id="x", by="brandt", about="d1", protocol="pr"), PROPOSED, AFTER, "has passed"),
    ("agreed twice", ask.AgreeProtocol(id="x", by="brandt", about="d1", protocol="pr"), AGREED, BEFORE, "No protocol 'pr' waits"),
    ("bound before any agreement", ask.CommitTexts(id="x", by="amory", about="d1", protocol="pr", commitment="a" * 64), PROPOSED, BEFORE, "agreed on last"),
    ("bound too late", ask.CommitTexts(id="x", by="brandt", about="d1", protocol="pr", commitment="a" * 64), ONE, AFTER, "hour has passed"),
    ("no commitment at all", ask.CommitTexts(id="x", by="brandt", about="d1", protocol="pr", commitment="my text"), ONE, BEFORE, "64 hexadecimal"),
    ("opened early", ask.OpenTexts(id="x", by="amory", about="d1", protocol="pr", openings=_openings()), BOTH, BEFORE, "has not come"),
    ("opened for one", ask.OpenTexts(id="x", by="amory", about="d1", protocol="pr", openings=_openings()[:1]), BOTH, AFTER, "open together"),
    ("opened with one bound", ask.OpenTexts(id="x", by="amory", about="d1", protocol="pr", openings=_openings()), ONE, AFTER, "have not committed"),
    ("opened twice", ask.OpenTexts(id="x", by="amory", about="d1", protocol="pr", openings=_openings()), OPENED, AFTER, "The texts are open"),
    ("other than bound", ask.OpenTexts(id="x", by="amory", about="d1", protocol="pr", openings=_openings(commitment="c-x")), BOTH, AFTER, "not what was committed"),
    ("in another's name", ask.OpenTexts(id="x", by="amory", about="d1", protocol="pr", openings=_openings(swapped=True)), BOTH, AFTER, "nobody another's"),
    ("released before the hour", ask.ReleaseCommitment(id="x", by="amory", about="d1", protocol="pr"), ONE, BEFORE, "binds until"),
    ("released when both are bound", ask.ReleaseCommitment(id="x", by="amory", about="d1", protocol="pr"), BOTH, AFTER, "the texts open"),
    ("released by who bound nothing", ask.ReleaseCommitment(id="x", by="brandt", about="d1", protocol="pr"), ONE, AFTER, "nothing that could"),
    ("out of turn", ask.TakeTurn(id="x", by="amory", about="d1", protocol="pr"), OPENED, AFTER, "defendant's turn"),
    ("a turn before the opening", ask.TakeTurn(id="x", by="amory", about="d1", protocol="pr"), BOTH, AFTER, "after the opening"),
    ("a turn when there are none", ask.TakeTurn(id="x", by="brandt", about="d1", protocol="pr"), QUIET, AFTER, "no turns left"),
    ("a turn in another's part", ask.TakeTurn(id="x", by="brandt", about="d1", protocol="pr", statements=PARTS[:1]), OPENED, AFTER, "nobody another's"),
    ("stated during an exchange", ask.StateParts(id="x", by="amory", about="d1", statements=PARTS[:1]), AGREED, BEFORE, "agreed to exchange"),
    ("stated after it", ask.StateParts(id="x", by="amory", about="d1", statements=PARTS[:1]), QUIET, AFTER, "turns are over"),
    ("nothing stated", ask.StateParts(id="x", by="amory", about="d1", statements=()), MET, BEFORE, "Nothing is stated"),
    ("marks before their hour", ask.MatchMarks(id="x", by="", about="d1", protocol="pr", issue="i1", text=PARTS[1].id, words=""), OPENED, AFTER, "not before"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("command", "before", "now", "words"), [row[1:] for row in _REFUSED], ids=[row[0] for row in _REFUSED]
)
def test_what_would_break_the_exchange_is_refused(
    command: ask.PaperCommand, before: Sequence[MatterEvent], now: dt.datetime, words: str
) -> None:
    decision = _decide(before, command, now)

    assert isinstance(decision, Refusal)
    assert words in str(decision)


def test_both_texts_open_in_one_act_and_never_again() -> None:
    command = ask.OpenTexts(id="o", by="", about="d1", protocol="pr", openings=_openings())
    opened = _decide(BOTH, command, AFTER)
    assert not isinstance(opened, Refusal)

    assert [type(event).__name__ for event in opened[:2]] == ["TextsOpened", "TextsOpened"]
    assert opened[2:] == PARTS
    assert isinstance(_decide((*BOTH, *opened), command, AFTER), Refusal)


def test_a_match_is_recorded_once_after_the_hour_and_only_of_a_text_that_stands() -> None:
    command = ask.MatchMarks(id="m", by="", about="d1", protocol="pr", issue="i1", text=PARTS[1].id, words="…")
    now = dt.datetime(2010, 7, 21, 19)  # noqa: DTZ001  the court's local time
    matched = _decide(OPENED, command, now)
    assert not isinstance(matched, Refusal)
    revised = CompromiseProposed(id="new", on=DAY, by="amory", about="d1", issue="i1", text="another")

    assert "no longer stands" in str(_decide((*OPENED, revised), command, now))
    again = ask.MatchMarks(id="m2", by="", about="d1", protocol="pr", issue="i1", text=PARTS[3].id, words="…")
    assert "were compared" in str(_decide((*OPENED, *matched), again, now))
