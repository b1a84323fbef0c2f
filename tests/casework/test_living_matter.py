"""Any matter, acted on by all roles in any order at any time under either order, keeps what must never happen from happening."""

from __future__ import annotations

import datetime as dt

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from soordered.casework.acting import Answer, see
from soordered.casework.acts.answer_protocol import agree_protocol
from soordered.casework.acts.commit_texts import commit_texts
from soordered.casework.acts.hand_over_letter import hand_over_letter
from soordered.casework.acts.mark_settlement import mark_settlement
from soordered.casework.acts.propose_protocol import propose_protocol
from soordered.casework.acts.see_matter import dates_of_matter
from soordered.casework.acts.sign_letter import sign_letter
from soordered.casework.acts.take_turn import take_turn
from soordered.casework.acts.write_privately import write_privately
from soordered.casework.audience_of_act import on_docket
from soordered.casework.caller import CHAMBERS, Caller
from soordered.casework.case_act import CaseAct
from soordered.casework.case_run import Status
from soordered.casework.drafts import DraftPlace, PartOf
from soordered.disputes.events import MatterEvent
from soordered.disputes.events_letter import CompromiseProposed, PositionStated
from soordered.disputes.events_matter import PowerOrdered
from soordered.disputes.events_paper import LetterHandedOver
from soordered.disputes.exchange_of_dispute import ADVERSE, exchange_of
from soordered.disputes.letter_of_dispute import digest_of
from soordered.disputes.names import PowerState, Side
from soordered.disputes.reserved_powers_from_matter import reserved_powers
from soordered.record.acts import AnyRecordAct
from soordered.record.entry import Entry
from tests.casework.calls_of_acts import PLAYED, digest
from tests.casework.cast import AMORY, BRANDT, EVERYBODY, JUDGE, MATTER, Stage, ask

WHO = st.sampled_from(EVERYBODY)
WRITERS = st.sampled_from([AMORY, BRANDT])
# what changes the cast would leave a machine with nobody to act
ACTS = st.sampled_from([act for act in CaseAct if act not in {CaseAct.SUBSTITUTE_COUNSEL, CaseAct.OPEN_MATTER}])


class LivingMatter(RuleBasedStateMachine):
    """Every act of the table by everybody, with a canary in each private word."""

    @initialize(year=st.sampled_from(["2007", "2010"]), far=st.sampled_from(["disputed", "met", "agreed", "bound"]))
    def begin(self, year: str, far: str) -> None:
        self.stage = Stage(year, cedar=False)
        self.protocol = ""
        match far:
            case "disputed":
                self.stage.disputed()
            case "met":
                self.stage.met()
            case _:
                self.stage.agreed(turns=Side.DEFENDANT)
                self.protocol = self.stage.protocol
        self.canaries: dict[str, Side | None] = {}
        self.acknowledged: list[str] = []
        self.told: list[tuple[Caller, str]] = []
        if far == "bound":
            for who in (AMORY, BRANDT):
                for part in PartOf:
                    self.write(who, part)
                self.commit(who)

    def _heard(self, who: Caller, answer: object) -> None:
        self.told.append((who, repr(answer)))
        if isinstance(answer, Answer) and answer.done:
            self.acknowledged += [event.id for event in answer.events]

    @rule(act=ACTS, who=WHO)
    def act(self, act: CaseAct, who: Caller) -> None:
        try:
            answer = PLAYED[act].call(self.stage, ask(who))
        except (StopIteration, IndexError, KeyError, AttributeError):
            return  # what the call is about does not exist at this stage
        self._heard(who, answer)

    @rule(who=WRITERS, part=st.sampled_from(PartOf))
    def write(self, who: Caller, part: PartOf) -> None:
        before = self._common()
        canary = f"canary-{len(self.canaries)}-of-{who.side}"
        self.canaries[canary] = who.side
        place = DraftPlace(dispute="d1", issue="i1", part=part)
        self._heard(who, write_privately(self.stage.desk, ask(who), place=place, text=canary))

        assert self._common() == before

    @rule(who=WRITERS)
    def mark(self, who: Caller) -> None:
        before = self._common()
        issue = self.stage.view(AMORY).state.issues.get("i1")
        texts = [text.id for text in issue.compromises] if issue is not None else []
        for text in texts[-1:]:
            self._heard(who, mark_settlement(self.stage.desk, ask(who), about="d1", issue="i1", text=text))

        assert self._common() == before

    @rule(who=WRITERS, hours=st.integers(1, 60), marks=st.booleans())
    def propose(self, who: Caller, hours: int, marks: bool) -> None:  # noqa: FBT001  hypothesis fills it in
        opens = self.stage.office.clock.time + dt.timedelta(hours=hours)
        later = opens + dt.timedelta(hours=2)
        answer = propose_protocol(
            self.stage.desk, ask(who), about="d1", opens_on=opens.date(), opens_at=opens.time(), first_turn=who.side,
            marks_on=later.date() if marks else None, marks_at=later.time() if marks else None,
        )  # fmt: skip
        self._heard(who, answer)
        if answer.done:
            other = BRANDT if who is AMORY else AMORY
            agreed = agree_protocol(self.stage.desk, ask(other), about="d1", protocol=answer.events[0].id)
            self._heard(other, agreed)
            if agreed.done:
                self.protocol = answer.events[0].id

    @precondition(lambda self: self.protocol)
    @rule(who=WRITERS)
    def commit(self, who: Caller) -> None:
        self._heard(who, commit_texts(self.stage.desk, ask(who), about="d1", protocol=self.protocol))

    @precondition(lambda self: self.protocol)
    @rule(who=WRITERS, part=st.sampled_from(PartOf))
    def turn(self, who: Caller, part: PartOf) -> None:
        revised = (DraftPlace(dispute="d1", issue="i1", part=part),)
        self._heard(who, take_turn(self.stage.desk, ask(who), about="d1", protocol=self.protocol, revised=revised))

    @rule()
    def sign_and_hand_over(self) -> None:
        if "d1" not in self.stage.view(AMORY).state.disputes:
            return
        text = digest(self.stage)
        for who in (AMORY, BRANDT):
            self._heard(who, sign_letter(self.stage.desk, ask(who), about="d1", digest=text))
        self._heard(AMORY, hand_over_letter(self.stage.desk, ask(AMORY), about="d1", digest=text))

    @rule(hours=st.integers(1, 30))
    def wait(self, hours: int) -> None:
        self.stage.later(hours=hours)

    def _common(self) -> tuple[int, ...]:
        """What anybody could notice of the common record: how many entries, for each who looks."""
        views = [see(self.stage.desk, ask(who)) for who in EVERYBODY]
        return tuple(view.version if view is not None else -1 for view in views)

    def _chain(self) -> list[Entry]:
        return self.stage.office.log.chains[MATTER]

    def _events(self) -> list[MatterEvent]:
        acts = [entry.act for entry in self.stage.desk.log.load(MATTER).entries]
        return [act for act in acts if act is not None and not isinstance(act, AnyRecordAct)]

    @invariant()
    def a_private_word_is_nowhere_before_its_side_opened_it(self) -> None:
        if not hasattr(self, "stage"):
            return
        self.stage.view(AMORY)  # what the hour has brought is on the record before anybody looks
        stated = " ".join(
            event.text for event in self._events() if isinstance(event, PositionStated | CompromiseProposed)
        )
        secret = [canary for canary in self.canaries if canary not in stated]
        on_record = (
            b" ".join(entry.payload or b"" for entry in self._chain())
            + repr([entry.header for entry in self._chain()]).encode()
        )
        posted = repr(self.stage.office.outbox.notices)
        for canary in secret:
            assert canary.encode() not in on_record
            assert canary not in posted
            for who, words in self.told:
                assert who.side is self.canaries[canary] or canary not in words
        for who in EVERYBODY:
            shown = repr(see(self.stage.desk, ask(who)))
            assert not [canary for canary in secret if canary in shown]

    @invariant()
    def what_was_exchanged_opened_for_both_at_once_after_the_hour(self) -> None:
        if not hasattr(self, "stage") or "d1" not in self.stage.view(AMORY).state.disputes:
            return
        state = self.stage.view(AMORY).state
        exchange = exchange_of(state, state.disputes["d1"])
        if exchange.opened:
            assert {state.side_of(one.by) for one in exchange.opened} == set(ADVERSE)
            assert exchange.opens is not None
            assert all(dt.datetime.combine(one.on, one.at or dt.time.max) >= exchange.opens for one in exchange.opened)
        assert all(one.text for one in exchange.matches)

    @invariant()
    def chambers_sees_what_was_docketed_or_submitted_and_no_more(self) -> None:
        if not hasattr(self, "stage"):
            return
        whole = self.stage.desk.log.load(MATTER).state
        for who in EVERYBODY:
            if who.role in CHAMBERS:
                view = self.stage.view(who)
                seen = [
                    one.act for one in view.entries if one.act is not None and not isinstance(one.act, AnyRecordAct)
                ]
                assert all(on_docket(event, whole) for event in seen)
                assert [one.number for one in view.entries] == list(range(1, view.version + 1))
                if not view.letters:
                    assert not [canary for canary in self.canaries if canary in repr(view.state.issues)]

    @invariant()
    def a_signed_letter_does_not_change_by_a_byte(self) -> None:
        if not hasattr(self, "stage"):
            return
        state = self.stage.desk.log.load(MATTER).state
        for event in self._events():
            if isinstance(event, LetterHandedOver):
                assert digest_of(event.text) == event.digest
                signed = {
                    state.side_of(one.by)
                    for one in state.disputes[event.about].signatures
                    if one.digest == event.digest
                }
                assert signed == set(ADVERSE)

    @invariant()
    def a_reserved_power_is_an_order_only_by_the_court(self) -> None:
        if not hasattr(self, "stage"):
            return
        state = self.stage.desk.log.load(MATTER).state
        ordered = {str(event.act) for event in self._events() if isinstance(event, PowerOrdered)}
        assert {
            str(power.act) for power in reserved_powers(state, self.stage.book) if power.state is PowerState.ORDERED
        } <= ordered
        assert all(event.by == "court" for event in self._events() if isinstance(event, PowerOrdered))

    @invariant()
    def nothing_acknowledged_is_lost(self) -> None:
        if hasattr(self, "stage"):
            recorded = [entry.act.id for entry in self.stage.desk.log.load(MATTER).entries if entry.act is not None]
            assert set(self.acknowledged) <= set(recorded)
            assert len(recorded) == len(set(recorded))
            assert self.stage.view(JUDGE).version <= len(recorded)

    def teardown(self) -> None:
        """A duty ends by a fact and by nothing else, in the view of everybody who looks."""
        if not hasattr(self, "stage"):
            return
        for who in EVERYBODY:
            run = dates_of_matter(self.stage.desk, ask(who))
            for duty in run.duties if run is not None else ():
                if duty.status in {Status.DONE, Status.DONE_LATE, Status.DONE_ARGUABLE, Status.USED}:
                    assert duty.done_by is not None
                    assert duty.done_by.id in self.stage.view(who).state.seen
                if duty.deadline is not None:
                    assert duty.deadline.act_by.date <= duty.deadline.outer.date


LivingMatter.TestCase.settings = settings(max_examples=20, stateful_step_count=15, deadline=None)
TestLivingMatter = LivingMatter.TestCase
