"""Every act goes one way: who asks, may they, what does it make, is it written; and a stranger learns nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from soordered.casework.acting import Asking, see
from soordered.casework.acts.demand_meeting import demand_meeting
from soordered.casework.acts.offer_dates import offer_dates
from soordered.casework.acts.open_dispute import open_dispute
from soordered.casework.acts.see_matter import permissions_in_matter
from soordered.casework.caller import Role
from soordered.casework.case_act import CaseAct
from soordered.casework.policy import Verdict
from soordered.casework.ports import NewEntry
from soordered.disputes.events_conferral import DatesOffered, DisputeArose, MeetingDemanded
from soordered.disputes.events_matter import FactContested
from soordered.record.entry import MatterId
from tests.casework.cast import ADMIN, AMORY, BRANDT, EVERYBODY, JUDGE, MATTER, NOBODY, Stage, ask, done, words_of


def test_an_act_is_recorded_with_who_acted_in_what_capacity_and_who_may_read_it() -> None:
    stage = Stage().disputed()
    answer = done(demand_meeting(stage.desk, ask(AMORY), about="d1", how="e-mail"))
    header = stage.desk.log.load(MATTER).entries[-2].header

    assert [type(event) for event in answer.events] == [MeetingDemanded, FactContested]
    assert (header.actor, header.role, header.side) == ("amory", "lead_trial_counsel", "plaintiff")
    assert header.visible_to == ("defendant", "plaintiff")
    assert "premature" in str(answer.warnings[0])
    assert answer.version == stage.view(AMORY).version


def test_the_same_request_sent_twice_is_done_once() -> None:
    stage = Stage().disputed()
    first = done(demand_meeting(stage.desk, ask(AMORY, request="r1"), about="d1"))
    version = stage.view(AMORY).version
    stage.later(hours=1)
    again = done(demand_meeting(stage.desk, ask(AMORY, request="r1"), about="d1"))

    assert again.events[0] == first.events[0]
    assert stage.view(AMORY).version == version
    assert "taken" in words_of(demand_meeting(stage.desk, ask(BRANDT, request="r1"), about="d1"))


def test_an_act_on_a_matter_that_changed_meanwhile_is_decided_again() -> None:
    """Two demands at the same instant are one demand and one refusal, not two."""
    stage = Stage().disputed()
    now = stage.office.clock.time
    other = MeetingDemanded(id="theirs", on=now.date(), at=dt.time(8), by="brandt", about="d1")
    entry = NewEntry(
        act=other, actor=BRANDT.person, role=BRANDT.role, side=BRANDT.side, recorded_at=now, visible_to=("defendant", "plaintiff")
    )  # fmt: skip
    stage.office.log.before_append.append([entry])

    assert "its time runs" in words_of(demand_meeting(stage.desk, ask(AMORY), about="d1"))
    assert [one.id for one in stage.view(AMORY).state.disputes["d1"].demands] == ["theirs"]


def test_an_act_on_an_old_page_is_refused() -> None:
    stage = Stage().demanded()
    stale = replace(ask(AMORY), version=1)
    days = (stage.today + dt.timedelta(days=2),)

    assert "changed since you read it" in words_of(offer_dates(stage.desk, stale, about="d1", dates=days))
    fresh = replace(stale, version=stage.view(AMORY).version)
    assert isinstance(done(offer_dates(stage.desk, fresh, about="d1", dates=days)).events[0], DatesOffered)


def test_a_stranger_cannot_tell_an_existing_matter_from_a_missing_one() -> None:
    stage = Stage().demanded()
    answers = []
    for who in (NOBODY, ADMIN, replace(AMORY, matter=MatterId("another"))):
        here = demand_meeting(stage.desk, Asking(caller=who, matter=MATTER), about="d1")
        nowhere = demand_meeting(stage.desk, Asking(caller=who, matter=MatterId("missing")), about="d1")

        assert here == nowhere
        answers.append(here)
        assert here.hidden
        assert words_of(here) == "There is no such matter."
        assert see(stage.desk, Asking(caller=who, matter=MATTER)) is None
    member_of_nothing = replace(AMORY, matter=MatterId("missing"))
    missing = demand_meeting(stage.desk, Asking(caller=member_of_nothing, matter=MatterId("missing")), about="d1")
    assert answers == [missing] * 3


def test_a_role_is_what_the_record_says_and_not_what_a_face_says() -> None:
    stage = Stage().disputed()
    for made_up in (
        replace(NOBODY, role=Role.LEAD_TRIAL_COUNSEL, matter=MATTER, side=AMORY.side),
        replace(AMORY, side=BRANDT.side),
        replace(JUDGE, side=AMORY.side),
    ):
        assert see(stage.desk, ask(made_up)) is None
        assert "not of record" in words_of(demand_meeting(stage.desk, ask(made_up), about="d1"))


def test_nobody_else_opens_a_dispute_in_anothers_name() -> None:
    stage = Stage().adopted()
    answer = done(open_dispute(stage.desk, ask(BRANDT), dispute="d9", title="Theirs", on=stage.today))
    event = answer.events[0]

    assert isinstance(event, DisputeArose)
    assert event.by == "brandt"
    assert "names no new dispute" in words_of(
        open_dispute(stage.desk, ask(AMORY), dispute="d9", title="Ours", on=stage.today)
    )
    assert "has not come" in words_of(
        open_dispute(stage.desk, ask(AMORY), dispute="d8", title="Ours", on=stage.today + dt.timedelta(days=1))
    )


def test_word_of_every_entry_is_sent_once_and_holds_no_text() -> None:
    stage = Stage().demanded()
    notices = stage.office.outbox.notices

    assert set(notices) == {entry.act.id for entry in stage.desk.log.load(MATTER).entries if entry.act}
    assert "Interrogatories" not in repr(notices)


def test_everybody_of_record_sees_the_matter_and_nobody_else() -> None:
    stage = Stage(cedar=True).demanded()
    seen = {who.person: see(stage.desk, ask(who)) is not None for who in EVERYBODY}

    assert {person for person, sees in seen.items() if not sees} == {"root", "zed"}


def test_a_page_can_show_every_act_with_why_it_is_open_or_not() -> None:
    stage = Stage().demanded()
    counsel, judge = (permissions_in_matter(stage.desk, ask(who), about="d1") for who in (AMORY, JUDGE))

    assert {permission.act for permission in counsel} == set(CaseAct)
    assert next(one for one in counsel if one.act is CaseAct.OFFER_DATES).verdict is Verdict.ALLOWED
    assert "before the Court" in str(next(one for one in judge if one.act is CaseAct.ENTER_DETERMINATION).reasons[0])
    assert permissions_in_matter(stage.desk, ask(NOBODY), about="d1") == ()


def test_an_event_bears_the_courts_hour_to_the_second_and_its_header_the_moment() -> None:
    stage = Stage().disputed()
    stage.office.clock.time = stage.office.clock.time.replace(second=7, microsecond=123456)
    event = done(demand_meeting(stage.desk, ask(AMORY), about="d1")).events[0]

    assert isinstance(event, MeetingDemanded)
    assert event.at == dt.time(9, 0, 7)
    assert stage.desk.log.load(MATTER).entries[-1].header.recorded_at.microsecond == 123456
