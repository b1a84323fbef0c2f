"""Folding never refuses, never depends on how it is cut, and never edits what was recorded."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import reduce

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soordered.deadlines.facts import Fact
from soordered.disputes.acts_from_matter import acts_done
from soordered.disputes.contests_from_matter import contests
from soordered.disputes.events import KINDS, MatterEvent
from soordered.disputes.events_conferral import DisputesMerged, MeetingDemanded, MeetingHeld
from soordered.disputes.events_matter import CounselAppeared, LeadChanged, PartyJoined, PartySubstituted
from soordered.disputes.events_reference import ReferenceMade
from soordered.disputes.events_time import EventWithdrawn, TriggerCorrected
from soordered.disputes.evolve import evolve, fold
from soordered.disputes.facts_from_matter import facts_from_matter
from soordered.disputes.names import Side, Track
from soordered.disputes.next_acts_from_matter import next_acts
from soordered.disputes.reserved_powers_from_matter import reserved_powers
from soordered.disputes.stage_from_dispute import Stage, stage_of
from soordered.disputes.state import Matter
from soordered.disputes.turn_from_meetings import next_turn
from soordered.lawbook.rulebook_from_data import shipped_order
from tests.disputes.strategies import event_of, histories

BOOK = shipped_order("cand-spero-2007-07-30")
DAY = dt.date(2007, 11, 9)
LATER = dt.date(2007, 11, 12)


def _says_something(matter: Matter) -> None:
    """Ask the matter everything that is asked of it; none of it may fail."""
    facts_from_matter(matter)
    contests(matter, BOOK)
    next_acts(matter, BOOK, as_of=DAY)
    reserved_powers(matter, BOOK)
    next_turn(matter, BOOK)
    acts_done(matter)
    for dispute in matter.disputes.values():
        stage_of(matter, dispute)


@given(history=histories())
def test_any_history_is_a_matter_that_answers(history: list[MatterEvent]) -> None:
    _says_something(fold(history))


@given(history=histories(), cut=st.integers(0, 25))
def test_folding_any_prefix_then_the_rest_is_folding_the_whole(history: list[MatterEvent], cut: int) -> None:
    prefix = fold(history[:cut])
    _says_something(prefix)

    assert fold(history[cut:], prefix) == fold(history)


@given(history=histories(12))
def test_one_by_one_is_all_at_once(history: list[MatterEvent]) -> None:
    assert reduce(evolve, history, Matter()) == fold(history)


@given(history=histories())
def test_replay_is_deterministic_and_twice_is_once(history: list[MatterEvent]) -> None:
    matter = fold(history)

    assert fold(history) == matter
    assert fold(history, matter) == matter


@given(history=histories())
def test_what_was_recorded_is_never_edited(history: list[MatterEvent]) -> None:
    matter = fold(history)

    assert tuple(matter.seen.values()) == tuple(history)


@pytest.mark.parametrize("cls", KINDS.values(), ids=list(KINDS))
@settings(max_examples=10)
@given(data=st.data())
def test_every_kind_of_event_folds_into_an_empty_matter(cls: type[MatterEvent], data: st.DataObject) -> None:
    _says_something(fold([data.draw(event_of(cls))]))


@given(history=histories(), to=st.dates(dt.date(2007, 8, 1), dt.date(2008, 6, 1)), which=st.integers(0, 24))
def test_a_corrected_trigger_leaves_no_stale_date(history: list[MatterEvent], to: dt.date, which: int) -> None:
    """After a correction no fact of the event stands on the old day, and every other fact stays where it was."""
    plain = [one for one in history if not isinstance(one, TriggerCorrected | EventWithdrawn)]
    if not plain:
        return
    target = plain[which % len(plain)]
    before = fold(plain)
    after = evolve(before, TriggerCorrected(id="fix", on=to, corrects=target.id, to=to))

    def others(facts: tuple[Fact, ...]) -> set[tuple[str, str, dt.date]]:
        return {(fact.id, str(fact.trigger), fact.on) for fact in facts if not _of(fact, target, before)}

    moved = [
        fact
        for fact in facts_from_matter(after)
        if _of(fact, target, before) and _plain(fact, target) and _sets(fact, target, before)
    ]
    assert {to} >= {fact.on for fact in moved}
    assert others(facts_from_matter(before)) == others(facts_from_matter(after))


def _of(fact: Fact, event: MatterEvent, matter: Matter) -> bool:
    hearing = matter.hearings.get(fact.id)
    if hearing is not None and any(entry.id == event.id for entry in hearing.entries):
        return True
    return fact.id.split("/", 1)[0] == event.id


def _sets(fact: Fact, event: MatterEvent, matter: Matter) -> bool:
    """Say whether an event gives a fact its day: of a hearing's entries, only the one by which it now stands does."""
    hearing = matter.hearings.get(fact.id)
    setting = matter.setting_of(hearing) if hearing is not None else None
    return hearing is None or (setting is not None and setting.id == event.id)


def _plain(fact: Fact, event: MatterEvent) -> bool:
    """Say whether a fact stands on its event's own day (not on a due date or a service date that the event names)."""
    return "/" not in fact.id or fact.id.endswith(("/paper_e_filed", "/paper_filed", "/letter_received"))


@given(history=histories(), which=st.integers(0, 24))
def test_an_event_entered_in_error_leaves_no_fact(history: list[MatterEvent], which: int) -> None:
    plain = [one for one in history if not isinstance(one, TriggerCorrected | EventWithdrawn)]
    if not plain:
        return
    target = plain[which % len(plain)]
    after = evolve(fold(plain), EventWithdrawn(id="error", on=DAY, withdraws=target.id))

    assert not [fact for fact in facts_from_matter(after) if fact.id.split("/", 1)[0] == target.id]


def test_a_fact_about_a_dispute_nobody_opened_opens_it() -> None:
    matter = fold([MeetingHeld(id="m", on=DAY, about="d9")])

    assert Stage.MET is stage_of(matter, matter.disputes["d9"])


def test_a_reference_puts_its_motion_on_the_case_track() -> None:
    matter = fold([ReferenceMade(id="r", on=DAY, about="m1"), MeetingHeld(id="m", on=DAY, about="m1")])

    assert Track.CASE is matter.disputes["m1"].track


def test_disputes_merged_in_a_ring_do_not_run_for_ever() -> None:
    """A record may hold nonsense; asking it still ends."""
    matter = fold(
        [
            DisputesMerged(id="1", on=DAY, about="d1", merged=("d2",)),
            DisputesMerged(id="2", on=DAY, about="d2", merged=("d1",)),
        ]
    )

    assert set(matter.roots().values()) <= {"d1", "d2"}


def test_a_chain_of_merged_disputes_goes_on_in_the_last() -> None:
    chain = [DisputesMerged(id=f"e{n}", on=DAY, about=f"d{n + 1}", merged=(f"d{n}",)) for n in range(50)]

    assert {"d50"} == set(fold(chain).roots().values())


def test_a_substituted_party_keeps_its_side_and_its_counsel() -> None:
    """Rule 25: the new party stands where the old one stood."""
    matter = fold(
        [
            PartyJoined(id="p", on=DAY, about="alder", name="Alder", side=Side.PLAINTIFF),
            CounselAppeared(id="c", on=DAY, about="amory", party="alder", lead=True),
            PartySubstituted(id="s", on=LATER, about="alder", new_party="estate", name="Estate of Alder"),
        ]
    )

    assert (matter.parties["estate"].side, matter.parties["alder"].left_on) == (Side.PLAINTIFF, LATER)
    assert (matter.counsel["amory"].party, matter.side_of("amory")) == ("estate", Side.PLAINTIFF)


def test_a_change_of_lead_is_a_change_of_lead_and_of_nothing_else() -> None:
    before = fold(
        [
            PartyJoined(id="p", on=DAY, about="alder", side=Side.PLAINTIFF),
            CounselAppeared(id="c1", on=DAY, about="amory", party="alder", lead=True),
            CounselAppeared(id="c2", on=DAY, about="baker", party="alder"),
            MeetingDemanded(id="d", on=DAY, about="d1"),
        ]
    )
    after = evolve(before, LeadChanged(id="l", on=LATER, about="baker", party="alder"))

    assert [lawyer.id for lawyer in after.counsel.values() if lawyer.lead] == ["baker"]
    assert facts_from_matter(before) == facts_from_matter(after)


def test_the_same_event_again_changes_nothing_even_with_other_words() -> None:
    demand = MeetingDemanded(id="e", on=DAY, about="d1")
    matter = fold([demand])

    assert matter == evolve(matter, replace(demand, on=LATER))


def test_the_last_of_two_corrections_holds() -> None:
    demand = MeetingDemanded(id="e", on=DAY, about="d1")
    matter = fold(
        [
            demand,
            TriggerCorrected(id="c1", on=LATER, corrects="e", to=dt.date(2007, 11, 7)),
            TriggerCorrected(id="c2", on=LATER, corrects="e", to=LATER),
        ]
    )

    assert matter.on(demand) == LATER
    assert demand.on == DAY
