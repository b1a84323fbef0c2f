"""Rules and facts become obligations: which fact starts which rule, with what date, and what waits."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from soordered.deadlines.deadline import SettledHow, Settlement
from soordered.deadlines.facts import Fact, Obligation, Waiting
from soordered.deadlines.obligations_from_rules import obligations
from soordered.lawbook.time_law_from_data import time_law
from soordered.rules.rule import Rank, Rule, Source
from soordered.rules.rulebook import Rulebook
from soordered.rules.timing import (
    Bound,
    CourtSets,
    Direction,
    EarliestOf,
    FixedDate,
    LatestOf,
    Length,
    NotBefore,
    OnSilence,
    Period,
    Recurring,
    Silence,
    Standard,
    Timing,
    Unit,
    Weekday,
    Window,
)
from soordered.rules.vocabulary import Act, Bearer, Modality, Other, Scope, Trigger, TriggerCode

LAW = time_law("cand")
ORDER = Source(id="order-2007", title="Order", rank=Rank.CASE_ORDER, court="cand", dated=dt.date(2007, 7, 30))
FEDERAL = Source(id="frcp-72", title="Rule 72", rank=Rank.FEDERAL_RULE)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def period(
    n: int,
    unit: Unit,
    trigger: TriggerCode,
    direction: Direction = Direction.AFTER,
    *,
    clock: dt.time | None = None,
    anchors: tuple[TriggerCode, ...] = (),
) -> Period:
    return Period(
        length=Length(n, unit),
        direction=direction,
        bound=Bound.WITHIN,
        trigger=trigger,
        clock=clock,
        anchors=anchors,
    )


def rule(
    rule_id: str,
    timing: Timing | None,
    *,
    act: Act = Act.MEET_AND_CONFER,
    source: Source = ORDER,
    scope: Scope = Scope.STANDING,
    served: bool = False,
    until: dt.date | None = None,
) -> Rule:
    return Rule(
        id=rule_id,
        bearers=(Bearer.PARTIES,),
        modality=Modality.MUST,
        act=act,
        source=source,
        timing=timing,
        scope=scope,
        served_trigger=served,
        in_force_until=until,
    )


def fact(
    fact_id: str,
    trigger: TriggerCode,
    on: str,
    *,
    clock: dt.time | None = None,
    about: str = "",
    order: str = "",
    service: str = "",
    received: str = "",
) -> Fact:
    return Fact(
        id=fact_id,
        trigger=trigger,
        on=day(on),
        clock=clock,
        about=about,
        order=order,
        service=service,
        received_on=day(received) if received else None,
    )


def alive(*rules: Rule, facts: tuple[Fact, ...] = ()) -> tuple[Obligation, ...]:
    return obligations(Rulebook(rules=rules), facts, LAW)


def only(*rules: Rule, facts: tuple[Fact, ...] = ()) -> Obligation:
    (found,) = alive(*rules, facts=facts)
    return found


def three(found: Obligation) -> tuple[str, str, str]:
    assert found.deadline is not None
    return (
        found.deadline.act_by.isoformat(),
        found.deadline.prevailing.isoformat(),
        found.deadline.outer.isoformat(),
    )


MEETING = rule("meeting", period(10, Unit.BUSINESS_DAY, Trigger.MEETING_DEMANDED))
LETTER = rule("letter", period(5, Unit.BUSINESS_DAY, Trigger.MEETING_HELD), act=Act.FILE_JOINT_LETTER)
FIRST_MEETING = rule("first-meeting", period(5, Unit.CALENDAR_DAY, Trigger.ORDER_DATED), scope=Scope.CASE)
FIRST_LETTER = rule(
    "first-letter", period(5, Unit.CALENDAR_DAY, Trigger.MEETING_HELD), act=Act.FILE_JOINT_LETTER, scope=Scope.CASE
)


class TestTriggers:
    """A rule runs from the facts of its trigger, and from none other."""

    def test_a_demand_starts_the_meeting_and_nothing_else(self) -> None:
        found = alive(MEETING, LETTER, facts=(fact("e1", Trigger.MEETING_DEMANDED, "2007-11-09", about="d1"),))

        assert [(one.id, one.about, one.waiting) for one in found] == [
            ("meeting@e1", "d1", None),
            ("letter@", "", Waiting.FOR_TRIGGER),
        ]
        assert three(found[0]) == ("2007-11-27", "2007-11-27", "2007-11-28")

    def test_what_has_not_happened_has_no_date_and_says_so(self) -> None:
        waiting = only(LETTER)

        assert (waiting.deadline, waiting.fact, waiting.detail) == (None, None, "the meeting held has not happened")

    def test_a_standing_rule_runs_each_time(self) -> None:
        facts = tuple(fact(f"e{n}", Trigger.MEETING_DEMANDED, f"2008-0{n}-01", about=f"d{n}") for n in (3, 4, 5))

        assert [one.id for one in alive(MEETING, facts=facts)] == ["meeting@e3", "meeting@e4", "meeting@e5"]

    def test_a_rule_for_the_case_at_hand_runs_once_from_the_first(self) -> None:
        facts = (fact("e2", Trigger.MEETING_HELD, "2007-12-20"), fact("e1", Trigger.MEETING_HELD, "2007-08-03"))

        assert only(FIRST_LETTER, facts=facts).id == "first-letter@e1"

    def test_the_meeting_that_the_case_rule_takes_does_not_start_the_standing_letter(self) -> None:
        """The first meeting calls for the first letter, in calendar days; the later one for a letter in business days."""
        facts = (fact("e1", Trigger.MEETING_HELD, "2007-08-03"), fact("e2", Trigger.MEETING_HELD, "2007-12-20"))

        assert [one.id for one in alive(FIRST_LETTER, LETTER, facts=facts)] == ["first-letter@e1", "letter@e2"]

    def test_a_fact_marked_as_the_orders_own_is_the_one_the_case_rule_takes(self) -> None:
        facts = (
            fact("e1", Trigger.MEETING_HELD, "2007-08-03"),
            fact("e2", Trigger.MEETING_HELD, "2007-08-06", order="order-2007"),
        )

        assert only(FIRST_LETTER, facts=facts).id == "first-letter@e2"

    def test_the_date_of_another_order_starts_nothing(self) -> None:
        other = fact("o2", Trigger.ORDER_DATED, "2010-07-07", order="order-2010")
        own = fact("o1", Trigger.ORDER_DATED, "2007-07-30", order="order-2007")

        assert only(FIRST_MEETING, facts=(other,)).waiting is Waiting.FOR_TRIGGER
        assert only(FIRST_MEETING, facts=(other, own)).id == "first-meeting@o1"

    def test_the_first_meeting_of_the_order(self) -> None:
        found = only(FIRST_MEETING, facts=(fact("o1", Trigger.ORDER_DATED, "2007-07-30", order="order-2007"),))

        assert three(found) == ("2007-08-03", "2007-08-06", "2007-08-06")

    def test_only_rules_in_force_on_the_day_run(self) -> None:
        before = fact("e0", Trigger.MEETING_DEMANDED, "2007-07-27")
        after = fact("e9", Trigger.MEETING_DEMANDED, "2010-07-08")
        lapsed = rule("meeting", MEETING.timing, until=day("2010-07-06"))

        assert only(lapsed, facts=(before, after)).waiting is Waiting.FOR_TRIGGER

    def test_a_trigger_in_the_sources_own_words_matches_the_same_words(self) -> None:
        ask = Other("the clerk's call")
        odd = rule("odd", period(2, Unit.COURT_DAY, ask))

        assert only(odd, facts=(fact("e1", ask, "2010-07-07"),)).deadline is not None
        assert only(odd, facts=(fact("e1", Other("another call"), "2010-07-07"),)).detail == (
            "the clerk's call has not happened"
        )

    def test_a_rule_without_a_time_is_no_obligation_with_a_date(self) -> None:
        assert alive(rule("comply", None)) == ()


class TestDoubtfulMoments:
    """Facts that fit the words in more than one way give readings."""

    def test_the_opposition_due_and_served(self) -> None:
        withdraw = rule(
            "withdraw",
            period(7, Unit.DAY, Trigger.OPPOSITION_DUE, anchors=(Trigger.OPPOSITION_SERVED,)),
            act=Act.WITHDRAW_MOTION,
        )
        facts = (
            fact("due", Trigger.OPPOSITION_DUE, "2010-09-10", about="m1"),
            fact("served", Trigger.OPPOSITION_SERVED, "2010-09-08", about="m1"),
            fact("other", Trigger.OPPOSITION_SERVED, "2010-09-01", about="m2"),
        )

        found = alive(*[withdraw], facts=facts)

        assert [one.id for one in found] == ["withdraw@due", "withdraw@other"]
        assert three(found[0]) == ("2010-09-15", "2010-09-17", "2010-09-17")
        assert found[0].deadline is not None
        assert found[0].deadline.readings[1].label == "from-opposition_served"

    def test_sent_after_hours(self) -> None:
        """A demand at 6 p.m. on Friday 9 July 2010: ten days from then, or from Monday."""
        ten = rule("meeting", period(10, Unit.CALENDAR_DAY, Trigger.MEETING_DEMANDED))

        found = only(ten, facts=(fact("e1", Trigger.MEETING_DEMANDED, "2010-07-09", clock=dt.time(18)),))

        assert three(found) == ("2010-07-19", "2010-07-19", "2010-07-22")

    def test_sent_one_day_and_received_another(self) -> None:
        found = only(MEETING, facts=(fact("e1", Trigger.MEETING_DEMANDED, "2007-11-08", received="2007-11-09"),))

        assert three(found) == ("2007-11-26", "2007-11-26", "2007-11-28")

    def test_an_order_signed_and_entered_on_different_days(self) -> None:
        facts = (
            fact("o1", Trigger.ORDER_DATED, "2007-07-30", order="order-2007"),
            fact("o1/entered", Trigger.ORDER_ENTERED, "2007-08-01", order="order-2007"),
        )

        found = only(FIRST_MEETING, facts=facts)

        assert three(found) == ("2007-08-03", "2007-08-06", "2007-08-08")

    def test_service_earns_days_only_for_rules_that_run_from_it(self) -> None:
        objections = rule(
            "72a",
            period(14, Unit.DAY, Trigger.RULING_SERVED),
            act=Act.OBJECT_TO_RULING,
            source=FEDERAL,
            served=True,
        )

        found = only(objections, facts=(fact("r", Trigger.RULING_SERVED, "2010-07-07", service="ecf"),))

        assert three(found) == ("2010-07-26", "2010-07-26", "2010-07-26")

    def test_a_settled_point_holds_for_every_obligation(self) -> None:
        settlement = Settlement(
            label="federal-holidays-only", how=SettledHow.STIPULATED, authority="stipulation", on=day("2007-10-01")
        )
        facts = (fact("e1", Trigger.MEETING_DEMANDED, "2007-11-09"),)

        (found,) = obligations(Rulebook(rules=(MEETING,)), facts, LAW, settlements=(settlement,))

        assert three(found) == ("2007-11-27",) * 3


class TestForms:
    """Every form of timing."""

    def test_a_fixed_date_needs_no_fact(self) -> None:
        found = only(rule("fixed", FixedDate(date=day("2010-07-18"))))

        assert (found.id, three(found)) == ("fixed@fixed", ("2010-07-16", "2010-07-18", "2010-07-18"))

    def test_the_earlier_of_two(self) -> None:
        """Objection to a subpoena: the earlier of the time of compliance and 14 days after service."""
        timing = EarliestOf(
            (
                period(14, Unit.DAY, Trigger.SUBPOENA_SERVED),
                period(0, Unit.DAY, Trigger.COMPLIANCE_TIME),
            )
        )
        subpoena = rule("45", timing, act=Act.OBJECT_TO_SUBPOENA, source=FEDERAL)
        served = fact("s", Trigger.SUBPOENA_SERVED, "2010-07-07", about="x")
        compliance = fact("c", Trigger.COMPLIANCE_TIME, "2010-07-15", about="x")

        both = only(subpoena, facts=(served, compliance))
        one = only(subpoena, facts=(served,))

        assert three(both) == ("2010-07-15",) * 3
        assert three(one) == ("2010-07-21",) * 3
        assert one.deadline is not None
        assert one.deadline.notes == ("It may become earlier: the compliance time has not happened.",)

    def test_the_later_of_two(self) -> None:
        timing = LatestOf(
            (
                period(14, Unit.DAY, Trigger.DISCOVERY_ANSWERED),
                period(0, Unit.DAY, Trigger.DISCOVERY_CUTOFF),
            )
        )
        facts = (
            fact("a", Trigger.DISCOVERY_ANSWERED, "2010-07-07"),
            fact("c", Trigger.DISCOVERY_CUTOFF, "2010-09-01"),
        )

        assert three(only(rule("37.1", timing), facts=facts)) == ("2010-09-01",) * 3

    def test_not_before(self) -> None:
        found = only(
            rule("wait", NotBefore(period(7, Unit.DAY, Trigger.MEETING_HELD))),
            facts=(fact("e1", Trigger.MEETING_HELD, "2010-07-07"),),
        )

        assert (found.detail, three(found)[1]) == ("not before this; an act before it is early", "2010-07-14")

    def test_a_window_of_choices(self) -> None:
        closes = period(14, Unit.BUSINESS_DAY, Trigger.REQUEST_MADE)
        found = only(
            rule("two-dates", Window(choices=2, closes=closes), act=Act.OFFER_DATES),
            facts=(fact("e1", Trigger.REQUEST_MADE, "2010-07-07"),),
        )

        assert (found.detail, three(found)[0]) == ("2 to be named by then", "2010-07-27")

    def test_silence(self) -> None:
        """An objection on which no order is made within 14 days is deemed denied."""
        found = only(
            rule(
                "72-2", OnSilence(period(14, Unit.DAY, Trigger.OBJECTION_FILED), Silence.DEEMED_DENIED), source=FEDERAL
            ),
            facts=(fact("e1", Trigger.OBJECTION_FILED, "2010-07-07"),),
        )

        assert (found.detail, three(found)[1]) == ("deemed denied if nobody acts until then", "2010-07-21")

    def test_the_court_will_say(self) -> None:
        found = only(rule("court", CourtSets()))

        assert (found.waiting, found.deadline) == (Waiting.FOR_COURT, None)

    def test_sittings_are_no_deadline(self) -> None:
        found = only(rule("friday", Recurring(weekdays=(Weekday.FRIDAY,), clock=dt.time(9, 30)), act=Act.HEAR_MOTIONS))

        assert (found.waiting, found.detail) == (Waiting.FOR_COURT, "Fridays at 09:30")

    def test_a_standard_is_asked_and_its_guide_is_dated(self) -> None:
        """Best efforts, and as a guide three business days."""
        soft = Standard(words="best efforts", soft=period(3, Unit.BUSINESS_DAY, Trigger.REQUEST_MADE))

        bare = only(rule("timely", Standard(words="in a timely manner")))
        unstarted = only(rule("best", soft))
        guided = only(rule("best", soft), facts=(fact("e1", Trigger.REQUEST_MADE, "2010-07-07"),))

        assert (bare.waiting, bare.detail, bare.deadline) == (Waiting.FOR_JUDGMENT, "in a timely manner", None)
        assert (unstarted.waiting, unstarted.detail, unstarted.deadline) == (Waiting.FOR_JUDGMENT, "best efforts", None)
        assert (guided.waiting, three(guided)[1]) == (Waiting.FOR_JUDGMENT, "2010-07-12")

    def test_neither_of_two_has_happened(self) -> None:
        timing = EarliestOf((period(14, Unit.DAY, Trigger.SUBPOENA_SERVED), CourtSets()))

        waiting = only(rule("45", timing))
        of_the_court = only(rule("set", LatestOf((CourtSets(), CourtSets()))))

        assert (waiting.waiting, waiting.detail) == (Waiting.FOR_TRIGGER, "the subpoena served has not happened")
        assert of_the_court.detail == "the Court will say when; the Court will say when"

    def test_an_option_that_the_court_sets_leaves_the_other_and_says_so(self) -> None:
        timing = EarliestOf((period(14, Unit.DAY, Trigger.SUBPOENA_SERVED), CourtSets()))

        found = only(rule("45", timing, source=FEDERAL), facts=(fact("s", Trigger.SUBPOENA_SERVED, "2010-07-07"),))

        assert found.deadline is not None
        assert found.deadline.notes == ("It may become earlier: the Court will say when.",)

    def test_the_second_options_fact_is_that_of_the_matter_or_of_the_case(self) -> None:
        timing = LatestOf(
            (period(14, Unit.DAY, Trigger.DISCOVERY_ANSWERED), period(0, Unit.DAY, Trigger.DISCOVERY_CUTOFF))
        )
        facts = (
            fact("a", Trigger.DISCOVERY_ANSWERED, "2010-07-07", about="r1"),
            fact("old", Trigger.DISCOVERY_CUTOFF, "2010-08-02"),
            fact("new", Trigger.DISCOVERY_CUTOFF, "2010-09-01"),
        )

        found = alive(rule("37.1", timing), facts=facts)

        assert (found[0].id, three(found[0])[1]) == ("37.1@a", "2010-09-01")

    def test_rules_of_one_name_in_two_sources_are_told_apart(self) -> None:
        second = rule("meeting", MEETING.timing, source=Source(id="order-2010", title="Order", rank=Rank.CASE_ORDER))

        found = alive(MEETING, second, facts=(fact("e1", Trigger.MEETING_DEMANDED, "2010-07-08"),))

        assert [one.id for one in found] == ["order-2007/meeting@e1", "order-2010/meeting@e1"]

    def test_facts_that_name_no_matter_are_not_paired_at_random(self) -> None:
        withdraw = rule(
            "withdraw",
            period(7, Unit.DAY, Trigger.OPPOSITION_DUE, anchors=(Trigger.OPPOSITION_SERVED,)),
            act=Act.WITHDRAW_MOTION,
        )
        due = fact("due", Trigger.OPPOSITION_DUE, "2010-09-10")
        one = fact("one", Trigger.OPPOSITION_SERVED, "2010-09-08")
        two = fact("two", Trigger.OPPOSITION_SERVED, "2010-08-08")

        paired, unpaired = only(withdraw, facts=(due, one)), only(withdraw, facts=(due, one, two))

        assert three(paired)[0] == "2010-09-15"
        assert three(unpaired)[0] == "2010-09-17"

    def test_hours_wait_for_the_hour(self) -> None:
        before = rule("letter", period(48, Unit.HOUR, Trigger.CONFERENCE, Direction.BEFORE))

        without = only(before, facts=(fact("c", Trigger.CONFERENCE, "2010-07-08"),))
        with_hour = only(before, facts=(fact("c", Trigger.CONFERENCE, "2010-07-08", clock=dt.time(10)),))

        assert (without.waiting, without.detail) == (Waiting.FOR_TRIGGER, "the hour of the conference is not known")
        assert three(with_hour)[1] == "2010-07-06T10:00:00-07:00"

    def test_the_day_before_a_hearing(self) -> None:
        notice = rule(
            "notice",
            period(1, Unit.DAY, Trigger.HEARING, Direction.BEFORE, clock=dt.time(16, 30)),
            act=Act.NOTIFY_COURT,
        )

        found = only(notice, facts=(fact("h", Trigger.HEARING, "2010-11-12"),))

        assert three(found) == (
            "2010-11-10T16:30:00-08:00",
            "2010-11-10T16:30:00-08:00",
            "2010-11-11T16:30:00-08:00",
        )

    def test_the_chambers_copy(self) -> None:
        copy = rule(
            "copy", period(1, Unit.BUSINESS_DAY, Trigger.PAPER_E_FILED, clock=dt.time(12)), act=Act.LODGE_CHAMBERS_COPY
        )

        found = only(copy, facts=(fact("f", Trigger.PAPER_E_FILED, "2010-09-03", clock=dt.time(15)),))

        assert three(found) == ("2010-09-07T12:00:00-07:00",) * 3


def _seconds(number: int) -> float:
    facts = tuple(
        fact(f"e{n}", Trigger.MEETING_DEMANDED, f"20{10 + n % 10}-0{1 + n % 9}-{1 + n % 28:02}", about=f"d{n}")
        for n in range(number)
    )
    best = float("inf")
    for _ in range(3):
        begins = time.process_time()
        obligations(Rulebook(rules=(MEETING, LETTER, FIRST_MEETING)), facts, LAW)
        best = min(best, time.process_time() - begins)
    return best


@pytest.mark.slow
def test_it_grows_in_line_with_the_facts() -> None:
    """Ten times the facts take about ten times as long, at tens of thousands a second."""
    few, many = _seconds(2_000), _seconds(20_000)

    assert many < 25 * few
    assert many < 2.0
