"""Any dispute, lived act by act by anybody at any time under either order, keeps what must always hold."""

from __future__ import annotations

import datetime as dt

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from soordered.deadlines.deadline import SettledHow
from soordered.disputes import commands as ask
from soordered.disputes import commands_paper as paper
from soordered.disputes.decide import decide
from soordered.disputes.events import MatterEvent
from soordered.disputes.events_conferral import DisputeArose, EffortMade, EffortsFailed, MeetingHeld
from soordered.disputes.events_letter import LetterFiled
from soordered.disputes.events_matter import CounselAppeared, FactContested, Ground, PartyJoined, PowerOrdered
from soordered.disputes.events_motion import HearingSet, MotionFiled
from soordered.disputes.evolve import evolve, fold
from soordered.disputes.facts_from_matter import facts_from_matter
from soordered.disputes.letter_of_dispute import letter_of
from soordered.disputes.names import PowerState, Side, Visibility
from soordered.disputes.next_act import Leave
from soordered.disputes.next_acts_from_matter import next_acts
from soordered.disputes.refusal import Refusal
from soordered.disputes.reserved_powers_from_matter import reserved_powers
from soordered.disputes.stage_from_dispute import ENDED, stage_of
from soordered.disputes.state import Matter
from soordered.lawbook.rulebook_from_data import shipped_order
from soordered.rules.rule import Mode
from soordered.rules.vocabulary import Act

WHO = st.sampled_from(["amory", "brandt", "alder", "birch", "quarry", "court", "stranger"])
DISPUTES = st.sampled_from(["d1", "d2"])
BOTH = ("amory", "brandt")


class LivingDispute(RuleBasedStateMachine):
    """Acts through the system and facts from outside, in any order, by anybody."""

    def __init__(self) -> None:
        super().__init__()
        self.matter = Matter()
        self.events: list[MatterEvent] = []
        self.now = dt.datetime(2010, 7, 12, 9, 0)  # noqa: DTZ001  the court's local time
        self.number = 0

    @initialize(year=st.sampled_from(["cand-spero-2007-07-30", "cand-spero-2010-07-07"]))
    def begin(self, year: str) -> None:
        self.book = shipped_order(year)
        for about, side, counsel in (
            ("alder", Side.PLAINTIFF, "amory"),
            ("birch", Side.DEFENDANT, "brandt"),
            ("quarry", Side.NON_PARTY, "quill"),
        ):
            self._record(PartyJoined(id=self._id(), on=self.now.date(), about=about, side=side))
            self._record(CounselAppeared(id=self._id(), on=self.now.date(), about=counsel, party=about, lead=True))
        for dispute in ("d1", "d2"):
            self._record(DisputeArose(id=self._id(), on=self.now.date(), by="amory", about=dispute))
        self._record(MotionFiled(id=self._id(), on=self.now.date(), by="brandt", about="m1"))
        self._record(
            HearingSet(id=self._id(), on=self.now.date(), about="h1", motion="m1", hearing_on=dt.date(2010, 8, 20))
        )

    def _id(self) -> str:
        self.number += 1
        return f"e{self.number}"

    def _record(self, fact: MatterEvent) -> None:
        assert self._do(ask.RecordFact(fact)), "a fact that happened is never refused"

    def _do(self, command: ask.Command) -> tuple[MatterEvent, ...]:
        decision = decide(self.matter, command, book=self.book, now=self.now)
        if isinstance(decision, Refusal):
            assert all(reason.words for reason in decision.reasons)
            return ()
        for event in decision:
            self.matter = evolve(self.matter, event)
            self.events.append(event)
        return decision

    @rule(hours=st.integers(1, 60))
    def time_passes(self, hours: int) -> None:
        self.now += dt.timedelta(hours=hours)

    @rule(about=DISPUTES, by=st.sampled_from(BOTH), shared=st.booleans())
    def effort(self, about: str, by: str, shared: bool) -> None:  # noqa: FBT001  hypothesis fills it in
        seen = Visibility.SHARED if shared else Visibility.PRIVATE
        self._record(EffortMade(id=self._id(), on=self.now.date(), by=by, about=about, visibility=seen))

    @rule(about=DISPUTES, by=st.sampled_from(BOTH))
    def efforts_fail(self, about: str, by: str) -> None:
        self._record(EffortsFailed(id=self._id(), on=self.now.date(), at=self.now.time(), by=by, about=about))

    @rule(about=DISPUTES, by=WHO)
    def demand(self, about: str, by: str) -> None:
        done = self._do(ask.DemandMeeting(id=self._id(), by=by, about=about))

        assert not done or self.matter.side_of(by) in {Side.PLAINTIFF, Side.DEFENDANT}

    @rule(about=DISPUTES, mode=st.sampled_from(list(Mode)))
    def meet(self, about: str, mode: Mode) -> None:
        met = MeetingHeld(id=self._id(), on=self.now.date(), at=self.now.time(), about=about, mode=mode)
        decision = self._do(ask.RecordFact(met))
        doubted = {event.ground for event in decision if isinstance(event, FactContested)}

        assert (Ground.MODE in doubted) is (mode is not Mode.IN_PERSON)

    @rule(about=DISPUTES, by=WHO)
    def choose(self, about: str, by: str) -> None:
        self._do(ask.ChooseLocation(id=self._id(), by=by, about=about, place="here"))

    @rule(about=DISPUTES, by=WHO, joint=st.booleans())
    def hand_over(self, about: str, by: str, joint: bool) -> None:  # noqa: FBT001  hypothesis fills it in
        letter = letter_of(self.matter, self.matter.disputes[about], self.book)
        command = paper.HandOverLetter(id=self._id(), by=by, about=about, digest=letter.digest, joint=joint)

        assert not self._do(command), "nobody has signed"

    @rule(about=DISPUTES, by=WHO, joint=st.booleans())
    def letter(self, about: str, by: str, joint: bool) -> None:  # noqa: FBT001  hypothesis fills it in
        self._record(LetterFiled(id=self._id(), on=self.now.date(), by=by, about=about, joint=joint))

    @rule(by=WHO, entry=st.sampled_from(["", "61"]))
    def use_a_power(self, by: str, entry: str) -> None:
        command = ask.OrderPower(
            id=self._id(), by=by, act=Act.REQUIRE_EXECUTIVES, against="birch", terms="attend", entry=entry
        )

        assert bool(self._do(command)) is (by == "court" and entry != "")

    @rule(about=DISPUTES, by=WHO)
    def give_up(self, about: str, by: str) -> None:
        self._do(ask.WithdrawDispute(id=self._id(), by=by, about=about))

    @rule(by=WHO)
    def merge(self, by: str) -> None:
        self._do(ask.MergeDisputes(id=self._id(), by=by, about="d1", merged=("d2",)))

    @rule(signed=st.sampled_from([BOTH, ("amory",), ()]))
    def stipulate(self, signed: tuple[str, ...]) -> None:
        done = self._do(ask.StipulateSubmission(id=self._id(), by="amory", about="m1", signed_by=signed))

        assert bool(done) is (signed == BOTH)

    @rule(by=st.sampled_from(BOTH))
    def notify(self, by: str) -> None:
        signed = bool(self.matter.motions["m1"].stipulations)

        assert bool(self._do(ask.NotifyCourt(id=self._id(), by=by, about="m1"))) is signed

    @rule(which=st.integers(0, 40), days=st.integers(-20, 20))
    def correct(self, which: int, days: int) -> None:
        target = self.events[which % len(self.events)]
        to = target.on + dt.timedelta(days=days)
        self._do(ask.CorrectTrigger(id=self._id(), by="amory", corrects=target.id, to=to, to_clock=target.at))

    @rule(by=WHO, how=st.sampled_from(list(SettledHow)), signed=st.sampled_from([BOTH, ()]))
    def settle(self, by: str, how: SettledHow, signed: tuple[str, ...]) -> None:
        self._do(ask.SettleReading(id=self._id(), by=by, label="rule-6", how=how, signed_by=signed))

    # ---- what always holds

    @invariant()
    def the_record_is_the_matter(self) -> None:
        assert fold(self.events) == self.matter

    @invariant()
    def no_power_is_ordered_but_by_the_court(self) -> None:
        if not hasattr(self, "book"):
            return
        ordered = any(isinstance(event, PowerOrdered) for event in self.events)
        states = {power.act: power.state for power in reserved_powers(self.matter, self.book)}

        assert (states.get(Act.REQUIRE_EXECUTIVES) is PowerState.ORDERED) is ordered

    @invariant()
    def an_ended_dispute_asks_nothing_and_an_open_one_says_why(self) -> None:
        if not hasattr(self, "book"):
            return
        acts = next_acts(self.matter, self.book, as_of=self.now.date())
        ended = {one.id for one in self.matter.disputes.values() if stage_of(self.matter, one) in ENDED}

        assert not ended & {act.about for act in acts}
        assert all(act.why for act in acts)
        assert all(act.by == ("court",) for act in acts if act.leave is Leave.COURT)

    @invariant()
    def facts_bear_one_id_each(self) -> None:
        facts = facts_from_matter(self.matter)

        assert len({fact.id for fact in facts}) == len(facts)


LivingDispute.TestCase.settings = settings(max_examples=100, stateful_step_count=30, deadline=None)
TestLivingDispute = LivingDispute.TestCase
