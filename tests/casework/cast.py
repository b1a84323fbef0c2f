"""The fixed cast of the use cases, and a matter under either order with one dispute, as far along as a test wants it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

from soordered.casework.acting import Answer, Asking, see
from soordered.casework.acts.adopt_order import adopt_order
from soordered.casework.acts.answer_protocol import agree_protocol
from soordered.casework.acts.commit_texts import commit_texts
from soordered.casework.acts.countersign_order import countersign_order
from soordered.casework.acts.declare_efforts_failed import declare_efforts_failed
from soordered.casework.acts.demand_meeting import demand_meeting
from soordered.casework.acts.open_dispute import open_dispute
from soordered.casework.acts.open_matter import open_matter
from soordered.casework.acts.propose_protocol import propose_protocol
from soordered.casework.acts.raise_issue import raise_issue
from soordered.casework.acts.record_meeting import record_meeting
from soordered.casework.acts.write_privately import write_privately
from soordered.casework.caller import Caller, PersonId, Role, stranger
from soordered.casework.desk import Desk
from soordered.casework.drafts import DraftPlace, PartOf
from soordered.casework.view_of_matter import MatterView
from soordered.disputes.events_conferral import MeetingHeld
from soordered.disputes.events_matter import CounselAppeared, PartyJoined
from soordered.disputes.names import Registration, Side
from soordered.lawbook.rulebook_from_data import shipped_order
from soordered.record.entry import MatterId
from soordered.rulefiles.case_file import CaseHead
from tests.casework.fakes_of_ports import Office

MATTER = MatterId("alder-v-birch")
ZONE = ZoneInfo("America/Los_Angeles")
ORDERS = {"2007": "cand-spero-2007-07-30", "2010": "cand-spero-2010-07-07"}


def _caller(person: str, role: Role, side: Side | None, *parties: str) -> Caller:
    return Caller(person=PersonId(person), role=role, matter=MATTER, side=side, parties=parties, name=person.title())


AMORY = _caller("amory", Role.LEAD_TRIAL_COUNSEL, Side.PLAINTIFF, "alder")
ABEL = _caller("abel", Role.COUNSEL, Side.PLAINTIFF, "alder")
ASH = _caller("ash", Role.STAFF, Side.PLAINTIFF, "alder")
BRANDT = _caller("brandt", Role.LEAD_TRIAL_COUNSEL, Side.DEFENDANT, "birch")
BROOK = _caller("brook", Role.STAFF, Side.DEFENDANT, "birch")
CEDAR = Caller(
    person=PersonId("cedar"),
    role=Role.SELF_REPRESENTED,
    matter=MATTER,
    side=Side.DEFENDANT,
    parties=("cedar",),
    registration=Registration.PAPER,
    name="C. Cedar",
)
QUILL = _caller("quill", Role.NON_PARTY_COUNSEL, Side.NON_PARTY, "quarry")
JUDGE = _caller("spero", Role.JUDGE, Side.COURT)
CLERK = _caller("lark", Role.LAW_CLERK, Side.COURT)
DEPUTY = _caller("dean", Role.COURTROOM_DEPUTY, Side.COURT)
ADMIN = Caller(person=PersonId("root"), role=Role.ADMINISTRATOR, matter=MATTER)
NOBODY = stranger(PersonId("zed"))
EVERYBODY = (AMORY, ABEL, ASH, BRANDT, BROOK, CEDAR, QUILL, JUDGE, CLERK, DEPUTY, ADMIN, NOBODY)


class Stage:
    """A matter played by its cast: every step goes through a use case, and must be done."""

    def __init__(self, order: str = "2010", *, cedar: bool = False, desk: Desk | None = None) -> None:
        year = int(order)
        self.office = Office(dt.datetime(year, 11, 1 if year == 2010 else 5, 9, 0, tzinfo=ZONE))
        self.desk = self.office.desk if desk is None else replace(desk, clock=self.office.clock)
        self.cedar = cedar
        self.book = shipped_order(ORDERS[order])
        people = [PartyJoined(id="", on=self.today, about="alder", name="Alder", side=Side.PLAINTIFF)]
        people.append(PartyJoined(id="", on=self.today, about="birch", name="Birch", side=Side.DEFENDANT))
        people.append(PartyJoined(id="", on=self.today, about="quarry", name="Quarry", side=Side.NON_PARTY))
        if cedar:
            people.append(
                PartyJoined(
                    id="", on=self.today, about="cedar", name="Cedar", side=Side.DEFENDANT, self_represented=True,
                    registration=Registration.PAPER,
                )
            )  # fmt: skip
        counsel = [
            CounselAppeared(id="", on=self.today, about="amory", name="A. Amory", party="alder", lead=True),
            CounselAppeared(id="", on=self.today, about="abel", name="A. Abel", party="alder"),
            CounselAppeared(id="", on=self.today, about="brandt", name="B. Brandt", party="birch", lead=True),
            CounselAppeared(id="", on=self.today, about="quill", name="Q. Quill", party="quarry", lead=True),
        ]
        head = CaseHead(title="Alder v. Birch", court="cand", number="C 06-03891 SC (JCS)")
        done(open_matter(self.desk, ask(AMORY), head=head, parties=people, counsel=counsel))

    @property
    def today(self) -> dt.date:
        return self.office.clock.time.date()

    def at(self, day: dt.date, hour: int, minute: int = 0) -> None:
        self.office.clock.time = dt.datetime.combine(day, dt.time(hour, minute), tzinfo=ZONE)

    def later(self, days: int = 0, *, hours: int = 0) -> None:
        self.office.clock.time += dt.timedelta(days=days, hours=hours)

    def adopted(self) -> Stage:
        adoption = done(adopt_order(self.desk, ask(AMORY), order="o1", book=self.book)).events[1]
        done(countersign_order(self.desk, ask(BRANDT), order="o1", adoption=adoption.id))
        return self

    def disputed(self) -> Stage:
        return self.adopted().disputed_without_rules()

    def disputed_without_rules(self) -> Stage:
        done(open_dispute(self.desk, ask(AMORY), dispute="d1", title="Interrogatories", on=self.today))
        return self

    def demanded(self) -> Stage:
        self.disputed()
        done(declare_efforts_failed(self.desk, ask(AMORY), about="d1"))
        done(demand_meeting(self.desk, ask(AMORY), about="d1"))
        return self

    def met(self) -> Stage:
        """A meeting on the Monday a week later, in person, with both leads."""
        self.demanded()
        self.later(7, hours=3)
        meeting = MeetingHeld(
            id="", on=self.today, at=dt.time(11), about="d1", present=("amory", "brandt"), place="Alder's office",
            chosen_by=Side.PLAINTIFF, minutes=90,
        )  # fmt: skip
        done(record_meeting(self.desk, ask(AMORY), meeting=meeting))
        done(raise_issue(self.desk, ask(AMORY), about="d1", issue="i1", title="Interrogatory 7", relief="An answer."))
        return self

    def agreed(self, *, turns: Side | None = None) -> Stage:
        """Both exchange at five that day; marks are compared at noon of the next."""
        self.met()
        answer = done(
            propose_protocol(
                self.desk,
                ask(AMORY),
                about="d1",
                opens_on=self.today,
                opens_at=dt.time(17),
                marks_on=self.today + dt.timedelta(days=1),
                marks_at=dt.time(12),
                first_turn=turns,
            )
        )
        self.protocol = answer.events[0].id
        done(agree_protocol(self.desk, ask(BRANDT), about="d1", protocol=self.protocol))
        return self

    def written(self, who: Caller, words: str) -> Stage:
        for part in PartOf:
            place = DraftPlace(dispute="d1", issue="i1", part=part)
            done(write_privately(self.desk, ask(who), place=place, text=f"{part} of {who.person}: {words}"))
        return self

    def committed(self, who: Caller, words: str = "as it is.") -> Stage:
        self.written(who, words)
        done(commit_texts(self.desk, ask(who), about="d1", protocol=self.protocol))
        return self

    def opened(self, *, turns: Side | None = None) -> Stage:
        self.agreed(turns=turns).committed(AMORY).committed(BRANDT)
        self.at(self.today, 17)
        assert self.view(AMORY).state.disputes["d1"].exchange
        return self

    def view(self, who: Caller) -> MatterView:
        seen = see(self.desk, ask(who))
        assert seen is not None
        return seen


def ask(who: Caller, **given: str) -> Asking:
    return Asking(caller=who, matter=MATTER, request=given.get("request", ""), approval=given.get("approval", ""))


def done(answer: Answer) -> Answer:
    assert answer.done, str(answer.refusal)
    return answer


def words_of(answer: Answer) -> str:
    assert answer.refusal is not None, answer.events
    return str(answer.refusal)
