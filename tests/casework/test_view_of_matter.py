"""What each may see: the sides their record, a non-party its dispute, chambers the docket, who left nothing new."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from soordered.casework.acting import see
from soordered.casework.acts.adopt_order import adopt_order
from soordered.casework.acts.answer_agreement import accept_agreement
from soordered.casework.acts.answer_effort import answer_effort
from soordered.casework.acts.correct_trigger import correct_trigger
from soordered.casework.acts.countersign_order import countersign_order
from soordered.casework.acts.demand_meeting import demand_meeting
from soordered.casework.acts.keep_ledger import keep_ledger
from soordered.casework.acts.log_effort import log_effort
from soordered.casework.acts.offer_dates import offer_dates
from soordered.casework.acts.open_dispute import open_dispute
from soordered.casework.acts.order_extension import order_extension
from soordered.casework.acts.propose_agreement import propose_agreement
from soordered.casework.acts.raise_issue import raise_issue
from soordered.casework.acts.record_docket_entry import record_docket_entry
from soordered.casework.acts.record_meeting import record_meeting
from soordered.casework.acts.see_matter import dates_of_matter, differences_of_matter
from soordered.casework.acts.settle_reading import settle_reading
from soordered.casework.acts.share_effort import share_effort
from soordered.casework.acts.submit_to_court import submit_to_court
from soordered.casework.acts.substitute_counsel import substitute_counsel
from soordered.casework.acts.supplement import supplement
from soordered.casework.acts.withdraw_entry import withdraw_entry
from soordered.casework.caller import CHAMBERS, COURT_STREAM, Caller, PersonId, Role
from soordered.casework.case_run import Status
from soordered.casework.view_of_matter import without_words
from soordered.disputes.events import KINDS, MatterEvent
from soordered.disputes.events_conferral import EffortMade, MeetingHeld
from soordered.disputes.events_discovery import DiscoveryAnswered, DiscoveryServed, ErrorLearned
from soordered.disputes.events_letter import PositionStated
from soordered.disputes.events_matter import (
    CounselAppeared,
    CounselSubstituted,
    LeadChanged,
    PartyJoined,
    PartySubstituted,
)
from soordered.disputes.events_motion import HearingSet, MotionFiled
from soordered.disputes.events_paper import MaterialWithheld
from soordered.disputes.names import AgreedOn, Effort, RequestType, Side
from soordered.lawbook.rulebook_from_data import shipped_order
from soordered.rules.rule import Mode
from soordered.rules.vocabulary import Act
from tests.casework.cast import (
    AMORY,
    ASH,
    BRANDT,
    CLERK,
    DEPUTY,
    EVERYBODY,
    JUDGE,
    MATTER,
    QUILL,
    Stage,
    ask,
    done,
    words_of,
)

DAY = dt.date(2010, 11, 1)
PRIVATE = "what our client told us"


def _noted(stage: Stage) -> Stage:
    done(
        log_effort(
            stage.desk, ask(AMORY), about="d1", effort="n1", how=Effort.TELEPHONE, on=stage.today, summary=PRIVATE
        )
    )
    return stage


def test_a_private_note_is_its_sides_own_and_moves_no_version() -> None:
    stage = Stage().disputed()
    versions = {who.person: stage.view(who).version for who in (AMORY, BRANDT, JUDGE)}
    _noted(stage)

    assert {who.person: stage.view(who).version for who in (AMORY, BRANDT, JUDGE)} == versions
    assert PRIVATE in repr(stage.view(ASH))
    assert not [
        who.person for who in EVERYBODY if who.side is not Side.PLAINTIFF and PRIVATE in repr(see(stage.desk, ask(who)))
    ]
    assert "There is no effort 'n1'" in words_of(answer_effort(stage.desk, ask(BRANDT), about="d1", effort="n1"))


def test_a_note_is_shared_as_it_was_written_on_purpose() -> None:
    stage = _noted(Stage().disputed())
    assert "no private note" in words_of(share_effort(stage.desk, ask(BRANDT), about="d1", effort="n1"))
    shared = done(share_effort(stage.desk, ask(AMORY), about="d1", effort="n1")).events[0]
    done(answer_effort(stage.desk, ask(BRANDT), about="d1", effort="n1", answer="Nobody called."))

    assert isinstance(shared, EffortMade)
    assert (shared.by, shared.summary) == ("amory", PRIVATE)
    assert PRIVATE in repr(stage.view(BRANDT))
    assert "Nobody called." in repr(stage.view(AMORY))
    assert PRIVATE not in repr(stage.view(JUDGE))
    assert "no private note" in words_of(share_effort(stage.desk, ask(AMORY), about="d1", effort="n1"))


def test_what_a_side_learned_and_settled_for_itself_is_its_own() -> None:
    stage = Stage("2007").demanded()
    error = ErrorLearned(id="e1", on=stage.today, about="s1", what=PRIVATE)
    done(supplement(stage.desk, ask(BRANDT), entry=error))
    done(settle_reading(stage.desk, ask(BRANDT), label="federal-holidays-only"))
    ours, theirs = dates_of_matter(stage.desk, ask(AMORY)), dates_of_matter(stage.desk, ask(BRANDT))
    assert ours is not None
    assert theirs is not None

    assert PRIVATE not in repr(stage.view(AMORY))
    assert PRIVATE in repr(stage.view(BRANDT))
    assert not ours.matter.settlements
    assert theirs.matter.settlements
    outer = [[duty.deadline.outer for duty in run.duties if duty.deadline] for run in (ours, theirs)]
    assert outer[0] == outer[1], "never the other's latest arguable date"


def test_chambers_sees_docketed_papers_its_own_entries_and_what_was_submitted_with_notice() -> None:
    stage = Stage().demanded()
    done(offer_dates(stage.desk, ask(BRANDT), about="d1", dates=(stage.today + dt.timedelta(days=2),)))
    motion = MotionFiled(id="", on=stage.today, by="amory", about="m1", title="Motion to compel", entry="40")
    done(record_docket_entry(stage.desk, ask(ASH), event=motion))
    done(submit_to_court(stage.desk, ask(AMORY), title="Request", text="We ask for a call."))
    done(
        order_extension(
            stage.desk,
            ask(JUDGE),
            about="d1",
            act=Act.FILE_JOINT_LETTER,
            until=stage.today + dt.timedelta(days=30),
            entry="41",
        )
    )
    for who in (JUDGE, CLERK, DEPUTY):
        view = stage.view(who)

        assert [entry.kind for entry in view.entries] == [
            "matter_opened", *["party_joined"] * 3, *["counsel_appeared"] * 4, "order_adopted", "motion_filed",
            "submitted_to_court", "extension_ordered",
        ]  # fmt: skip
        assert [entry.number for entry in view.entries] == list(range(1, view.version + 1)), "no gap tells of the rest"
        assert not view.state.disputes
        assert view.state.motions


def test_a_non_party_sees_its_own_dispute_and_the_docket() -> None:
    stage = Stage().disputed()
    done(open_dispute(stage.desk, ask(AMORY), dispute="d2", title="Subpoena", on=stage.today, non_party="quarry"))
    done(offer_dates(stage.desk, ask(QUILL), about="d2", dates=(stage.today + dt.timedelta(days=2),)))

    assert set(stage.view(QUILL).state.disputes) == {"d2"}
    foreign, missing = (
        offer_dates(stage.desk, ask(QUILL), about=about, dates=(stage.today + dt.timedelta(days=2),))
        for about in ("d1", "d9")
    )
    assert foreign == missing, "a dispute of others is answered like one that is not there"
    assert not foreign.done
    assert "quill" in repr(stage.view(BRANDT).state.disputes["d2"].offers)


def test_a_non_partys_counsel_reads_as_the_record_says_whose_counsel_it_is() -> None:
    stage = Stage().disputed()
    done(open_dispute(stage.desk, ask(AMORY), dispute="d2", title="Subpoena", on=stage.today, non_party="quarry"))
    posing = replace(QUILL, parties=("plaintiff", "court"))

    assert stage.view(posing).entries == stage.view(QUILL).entries


def test_who_left_reads_nothing_new_and_who_came_reads_all() -> None:
    stage = Stage().disputed()
    done(
        substitute_counsel(
            stage.desk, ask(AMORY), leaves="amory", entry="12", new_counsel="nash", name="N. Nash", lead=True
        )
    )
    nash = Caller(person=PersonId("nash"), role=Role.COUNSEL, matter=MATTER, side=Side.PLAINTIFF, parties=("alder",))
    before = stage.view(AMORY)
    done(demand_meeting(stage.desk, ask(nash), about="d1"))

    assert stage.view(AMORY) == before
    assert before.left
    assert stage.view(nash).state.disputes["d1"].demands
    assert dates_of_matter(stage.desk, ask(AMORY)) is None


@pytest.mark.parametrize("kind", KINDS)
def test_an_event_without_its_words_is_still_that_event(kind: str) -> None:
    fields = {"issue": "i1", "text": PRIVATE} if KINDS[kind] is PositionStated else {}
    if fields:
        event = PositionStated(id="e", on=dt.date(2010, 7, 7), by="amory", about="d1", issue="i1", text=PRIVATE)
        bare = without_words(event)

        assert isinstance(bare, PositionStated)
        assert (bare.id, bare.by, bare.issue, bare.text) == ("e", "amory", "i1", "")
    elif KINDS[kind] is MaterialWithheld:
        event2 = MaterialWithheld(id="w", on=dt.date(2010, 7, 7), event="e", why="privilege")

        assert without_words(event2) is event2


# ---- whose rules


def test_a_rulebook_of_one_side_is_its_view_until_countersigned_or_ordered() -> None:
    stage = Stage("2010")
    mine, other = shipped_order("cand-spero-2010-07-07"), shipped_order("cand-spero-2007-07-30")
    day = dt.date(2010, 7, 7)
    adoption = done(adopt_order(stage.desk, ask(AMORY), order="o1", book=mine, made=day)).events[1]
    assert dates_of_matter(stage.desk, ask(BRANDT)) is None
    done(adopt_order(stage.desk, ask(BRANDT), order="o1", book=other, made=day))
    stage.disputed_without_rules()
    done(demand_meeting(stage.desk, ask(AMORY), about="d1"))
    ours, theirs = _meet_by(stage, AMORY), _meet_by(stage, BRANDT)

    assert (ours, theirs) == ("2010-11-10", "2010-11-16"), "calendar days in one reading, business days in the other"
    differences = differences_of_matter(stage.desk, ask(AMORY))
    assert [one.order for one in differences] == ["o1"]
    assert any("calendar_day" in str(change) and "business_day" in str(change) for change in differences[0].changes)
    done(countersign_order(stage.desk, ask(BRANDT), order="o1", adoption=adoption.id))
    assert _meet_by(stage, BRANDT) == ours
    assert differences_of_matter(stage.desk, ask(AMORY)) == ()
    done(adopt_order(stage.desk, ask(JUDGE), order="o1", book=other, made=day))
    assert _meet_by(stage, AMORY) == _meet_by(stage, BRANDT) == theirs


def _meet_by(stage: Stage, who: Caller) -> str:
    run = dates_of_matter(stage.desk, ask(who))
    assert run is not None
    due = [
        duty for duty in run.duties if duty.obligation.rule.act is Act.MEET_AND_CONFER and duty.status is Status.OPEN
    ]
    assert due[0].deadline is not None
    return due[0].deadline.act_by.isoformat()


def test_nobody_countersigns_an_own_adoption() -> None:
    stage = Stage()
    adoption = done(adopt_order(stage.desk, ask(AMORY), order="o1", book=stage.book)).events[1]

    assert "Only the other side" in words_of(
        countersign_order(stage.desk, ask(AMORY), order="o1", adoption=adoption.id)
    )


# ---- facts, and whose entries they are


def test_a_fact_that_happened_is_never_refused_at_any_stage() -> None:
    """A meeting by telephone, an early one, one after the letter: recorded, and what it lacked is said."""
    stage = Stage().disputed()
    call = MeetingHeld(id="", on=stage.today, at=dt.time(8), about="d1", mode=Mode.TELEPHONE)
    answer = done(record_meeting(stage.desk, ask(ASH), meeting=call))

    assert "by telephone" in str(answer.warnings[0])
    assert stage.view(BRANDT).state.disputes["d1"].meetings


def test_what_has_not_come_is_no_fact() -> None:
    stage = Stage().disputed()
    tomorrow = MeetingHeld(id="", on=stage.today + dt.timedelta(days=1), about="d1")

    assert "has not come" in words_of(record_meeting(stage.desk, ask(ASH), meeting=tomorrow))


def test_a_docket_entry_needs_its_number_or_source_and_the_other_sides_people_are_theirs() -> None:
    stage = Stage().adopted()
    hearing = HearingSet(id="", on=stage.today, by="court", about="h1", hearing_on=dt.date(2010, 12, 3))
    appeared = CounselAppeared(id="", on=stage.today, about="nash", name="N.", party="birch", source="entry 12")
    lead = LeadChanged(id="", on=stage.today, about="brandt", party="birch", source="entry 13")

    assert "Give the docket number" in words_of(record_docket_entry(stage.desk, ask(AMORY), event=hearing))
    assert "other side's people" in words_of(record_docket_entry(stage.desk, ask(AMORY), event=appeared))
    assert "other side's people" in words_of(record_docket_entry(stage.desk, ask(AMORY), event=lead))
    assert "does not stand on a docket" in words_of(
        record_docket_entry(stage.desk, ask(AMORY), event=EffortMade(id="", on=stage.today, source="a letter"))
    )
    assert done(record_docket_entry(stage.desk, ask(DEPUTY), event=appeared)).events


def test_nobody_corrects_or_takes_back_what_the_other_side_recorded() -> None:
    stage = Stage().demanded()
    demand = stage.view(AMORY).state.disputes["d1"].demands[0].id
    yesterday = stage.today - dt.timedelta(days=1)

    assert "not yours to correct" in words_of(correct_trigger(stage.desk, ask(BRANDT), event=demand, to=yesterday))
    assert "not yours to correct" in words_of(withdraw_entry(stage.desk, ask(BRANDT), event=demand, why="no"))
    assert "no event" in words_of(correct_trigger(stage.desk, ask(DEPUTY), event=demand, to=yesterday))
    assert done(correct_trigger(stage.desk, ask(AMORY), event=demand, to=yesterday, why="sent on Sunday")).events


def test_the_clerks_correction_moves_what_either_side_recorded_from_the_docket() -> None:
    stage = Stage().adopted()
    motion = MotionFiled(id="", on=stage.today, by="amory", about="m1", entry="40")
    name = done(record_docket_entry(stage.desk, ask(AMORY), event=motion)).events[0].id
    yesterday = stage.today - dt.timedelta(days=1)

    assert "clerk's entry" in words_of(correct_trigger(stage.desk, ask(BRANDT), event=name, to=yesterday))
    assert done(correct_trigger(stage.desk, ask(BRANDT), event=name, to=yesterday, source="Modified on 11/02")).events
    assert stage.view(JUDGE).state.corrections, "and chambers sees it"


@pytest.mark.parametrize(
    "event",
    [
        PartyJoined(id="", on=DAY, about="birch", name="Birch", side=Side.PLAINTIFF, source="entry 12"),
        CounselAppeared(id="", on=DAY, about="brandt", name="B.", party="alder", source="entry 12"),
        CounselAppeared(id="", on=DAY, about="nash", name="N.", party="nobody", source="entry 12"),
        LeadChanged(id="", on=DAY, about="abel", party="birch", source="entry 12"),
        PartySubstituted(id="", on=DAY, about="alder", new_party="birch", source="entry 12"),
        CounselSubstituted(id="", on=DAY, about="abel", new_counsel="brandt", entry="12"),
        CounselSubstituted(id="", on=DAY, about="brandt", new_counsel="nash", entry="12"),
    ],
    ids=lambda event: f"{type(event).__name__} {event.about}",
)
def test_nobody_takes_anothers_place_by_an_entry(event: MatterEvent) -> None:
    stage = Stage().adopted()
    before = stage.view(AMORY).state

    assert not record_docket_entry(stage.desk, ask(AMORY), event=event).done
    assert stage.view(AMORY).state == before


def test_a_non_party_cannot_overwrite_what_it_does_not_see() -> None:
    stage = Stage().met()
    done(open_dispute(stage.desk, ask(AMORY), dispute="d2", title="Subpoena", on=stage.today, non_party="quarry"))
    served = DiscoveryServed(id="", on=stage.today, by="alder", about="q1", type=RequestType.INTERROGATORY, text="Why?")
    done(keep_ledger(stage.desk, ask(ASH), entry=served))
    before = stage.view(AMORY).state.issues["i1"]

    assert not raise_issue(stage.desk, ask(QUILL), about="d2", issue="i1", title="Ours").done
    assert not keep_ledger(stage.desk, ask(QUILL), entry=replace(served, by="quarry", text="No.")).done
    assert stage.view(AMORY).state.issues["i1"] == before


def test_a_correction_is_read_by_those_who_read_what_it_corrects() -> None:
    stage = Stage().disputed()
    done(open_dispute(stage.desk, ask(AMORY), dispute="d2", title="Subpoena", on=stage.today, non_party="quarry"))
    days = (stage.today + dt.timedelta(days=2),)
    offers = [done(offer_dates(stage.desk, ask(AMORY), about=about, dates=days)).events[0].id for about in ("d1", "d2")]
    for name in offers:
        done(withdraw_entry(stage.desk, ask(AMORY), event=name, why="sent to the wrong person"))
    kinds = [entry.kind for entry in stage.view(QUILL).entries]

    assert kinds.count("event_withdrawn") == 1
    assert "event_withdrawn" not in [entry.kind for entry in stage.view(JUDGE).entries]


def test_what_both_agreed_on_is_not_taken_back_by_one() -> None:
    stage = Stage().met()
    asked = done(
        propose_agreement(stage.desk, ask(AMORY), on_what=AgreedOn.NARROW_ISSUE, about="d1", issue="i1", words="2006.")
    )
    reached = done(accept_agreement(stage.desk, ask(BRANDT), proposal=asked.events[0].id))
    for event in reached.events:
        assert "is not taken back" in words_of(withdraw_entry(stage.desk, ask(BRANDT), event=event.id, why="error"))


def test_what_was_agreed_bound_or_opened_is_not_taken_back() -> None:
    stage = Stage().opened()
    state = stage.view(AMORY).state
    names = [event.id for event in state.disputes["d1"].exchange if state.side_of(event.by) is Side.PLAINTIFF]
    names.append(state.issues["i1"].positions[0].id)
    for name in names:
        assert not withdraw_entry(stage.desk, ask(AMORY), event=name, why="…").done


def test_a_ledger_entry_names_who_served_it() -> None:
    stage = Stage().disputed()
    answer = DiscoveryAnswered(id="", on=stage.today, by="zed", about="q1")

    assert "Say who served it" in words_of(keep_ledger(stage.desk, ask(ASH), entry=answer))


def test_chambers_drafts_are_chambers_own() -> None:
    assert {who.stream for who in EVERYBODY if who.role in CHAMBERS} == {COURT_STREAM}
    assert QUILL.stream not in {AMORY.stream, BRANDT.stream, COURT_STREAM, None}
