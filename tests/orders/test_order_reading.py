"""The two real orders, read: what each rule says, word by word where it matters, and nothing dropped."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from soordered.orders.fields_from_reading import reading_fields
from soordered.orders.order_reading import OrderReading, read_order
from soordered.orders.provisions_from_rules import provisions
from soordered.orders.unread_from_norms import BINDING
from soordered.rules.rule import ConsequenceStatus, Contributors, Mode, Rule
from soordered.rules.timing import Bound, CourtSets, Direction, Length, Period, Recurring, Standard, Unit, Weekday
from soordered.rules.vocabulary import Act, Bearer, Modality, Scope, Trigger

OF_2007 = "seed_spero_2007-07-30"
OF_2010 = "seed_spero_2010-07-07"
both = pytest.mark.parametrize("name", [OF_2007, OF_2010])


def read(shared: Path, name: str) -> OrderReading:
    """One of the two orders, read."""
    text = (shared / "corpus" / "dev" / f"{name}.txt").read_bytes().decode()
    return read_order(text, name=name)


def rule(reading: OrderReading, rule_id: str) -> Rule:
    """The rule of that id, which must be there."""
    found = reading.rulebook.rule(rule_id)
    assert found is not None, [one.id for one in reading.rulebook]
    return found


def after(n: int, unit: Unit, trigger: Trigger, *, bound: Bound = Bound.WITHIN, clock: dt.time | None = None) -> Period:
    """A period after an event."""
    return Period(length=Length(n, unit), direction=Direction.AFTER, bound=bound, trigger=trigger, clock=clock)


def test_the_case_track_of_2007_counts_calendar_days_for_parties(shared: Path) -> None:
    reading = read(shared, OF_2007)
    meeting, letter = rule(reading, "case-meeting"), rule(reading, "case-joint-letter")

    assert (meeting.scope, meeting.bearers) == (Scope.CASE, (Bearer.LEAD_TRIAL_COUNSEL,))
    assert meeting.timing == after(5, Unit.CALENDAR_DAY, Trigger.ORDER_DATED)
    assert meeting.manner is not None
    assert meeting.manner.place is not None
    assert (meeting.manner.modes, bool(meeting.manner.place.words)) == ((Mode.IN_PERSON,), True)
    assert letter.timing == after(5, Unit.CALENDAR_DAY, Trigger.MEETING_HELD)
    assert letter.artifact is not None
    assert letter.artifact.contributors is Contributors.PARTIES
    assert letter.artifact.parts == ("issues", "final_positions", "final_compromises")


@pytest.mark.parametrize(("name", "unit"), [(OF_2007, Unit.BUSINESS_DAY), (OF_2010, Unit.CALENDAR_DAY)])
def test_the_standing_track_counts_the_order_s_own_days_for_sides(shared: Path, name: str, unit: Unit) -> None:
    reading = read(shared, name)
    meeting, letter = rule(reading, "standing-meeting"), rule(reading, "standing-joint-letter")

    assert meeting.timing == after(10, unit, Trigger.MEETING_DEMANDED)
    assert meeting.manner is not None
    assert meeting.manner.place is not None
    assert meeting.manner.place.chosen_by == (Bearer.PLAINTIFF_COUNSEL, Bearer.DEFENDANT_COUNSEL)
    assert meeting.manner.place.alternates
    assert [(one.trigger, one.judged) for one in meeting.preconditions] == [(Trigger.EFFORTS_FAILED, True)]
    assert letter.timing == after(5, unit, Trigger.MEETING_HELD)
    assert letter.artifact is not None
    assert (letter.artifact.joint, letter.artifact.contributors) == (True, Contributors.SIDES)
    assert letter.artifact.parts == ("issues", "positions", "compromises")


@both
def test_a_demand_is_a_right_that_waits_for_efforts_people_judge(shared: Path, name: str) -> None:
    demand = rule(read(shared, name), "standing-demand")

    assert (demand.modality, demand.bearers) == (Modality.MAY, (Bearer.ANY_PARTY,))
    assert [(one.trigger, one.judged) for one in demand.preconditions] == [(Trigger.EFFORTS_FAILED, True)]


def test_the_gate_closes_discovery_motions_until_the_letter(shared: Path) -> None:
    gate = rule(read(shared, OF_2007), "motion-gate")

    assert (gate.act, gate.modality) == (Act.FILE_DISCOVERY_MOTION, Modality.MUST_NOT)
    assert [one.trigger for one in gate.preconditions] == [Trigger.LETTER_FILED]


@both
def test_reserved_powers_are_announced_and_never_a_duty(shared: Path, name: str) -> None:
    reading = read(shared, name)
    for rule_id in ("noncooperation-sanctions", "executives", "sanctions"):
        power = rule(reading, rule_id)

        assert power.modality is Modality.COURT_MAY
        assert power.consequence is not None
        assert power.consequence.status is ConsequenceStatus.ANNOUNCED
        assert power.for_court


def test_papers_against_the_rules_will_not_be_considered_in_2007_alone(shared: Path) -> None:
    refusal = rule(read(shared, OF_2007), "refuse-paper")

    assert refusal.consequence is not None
    assert refusal.consequence.status is ConsequenceStatus.ORDERED
    assert read(shared, OF_2010).rulebook.rule("refuse-paper") is None


@both
def test_the_hour_before_the_hearing_and_the_noon_after_filing(shared: Path, name: str) -> None:
    reading = read(shared, name)
    notice, copy = rule(reading, "notice-of-submission"), rule(reading, "chambers-copy")

    assert notice.timing == Period(
        length=Length(1, Unit.DAY),
        direction=Direction.BEFORE,
        bound=Bound.NO_LATER_THAN,
        trigger=Trigger.HEARING,
        clock=dt.time(16, 30),
    )
    assert copy.timing == after(1, Unit.BUSINESS_DAY, Trigger.PAPER_E_FILED, bound=Bound.BEFORE, clock=dt.time(12))
    assert copy.artifact is not None
    assert copy.artifact.copies is not None
    assert (copy.artifact.copies.number, copy.artifact.copies.conformed) == (1, name == OF_2007)
    assert copy.artifact.mark == "JCS'S CHAMBERS' COPY"


def test_the_mistyped_mark_of_2010_is_a_problem_with_a_remedy(shared: Path) -> None:
    reading = read(shared, OF_2010)
    problem = next(one for one in reading.rulebook.problems if "quotation mark" in one.what)

    assert 'CHAMBERS" COPY' in problem.what
    assert "line 41" in problem.where
    assert problem.remedy


@both
def test_the_other_rules_say_what_the_orders_say(shared: Path, name: str) -> None:
    reading = read(shared, name)

    withdrawal = rule(reading, "withdraw-motion")
    assert isinstance(withdrawal.timing, Period)
    assert (withdrawal.modality, withdrawal.timing.anchors) == (Modality.MAY, (Trigger.OPPOSITION_SERVED,))
    assert rule(reading, "seek-leave").modality is Modality.MUST
    assert isinstance(rule(reading, "supplement").timing, Standard)
    assert rule(reading, "standing-determination").timing == CourtSets()
    caption = rule(reading, "caption").artifact
    assert caption is not None
    assert (caption.mark, caption.parts) == ("(JCS)", ("civil_number", "district_judge_initials"))


def test_motions_are_heard_on_fridays_in_the_courtroom_printed(shared: Path) -> None:
    hearings = rule(read(shared, OF_2007), "hearings")

    assert hearings.timing == Recurring(weekdays=(Weekday.FRIDAY,), clock=dt.time(9, 30))
    assert hearings.manner is not None
    assert hearings.manner.place is not None
    assert hearings.manner.place.words.startswith("Courtroom A, 15th Floor")


def test_the_text_of_2010_is_held_in_part_and_says_so(shared: Path) -> None:
    reading = read(shared, OF_2010)

    assert reading.rulebook.sources[0].partial
    assert not reading.rulebook.for_act(Act.HEAR_MOTIONS)


@both
def test_every_quote_is_the_original_to_the_character(shared: Path, name: str) -> None:
    reading = read(shared, name)
    quotes = [one.quote for one in provisions(reading)] + [one.quote for one in reading.rulebook.unread]

    assert quotes
    for quote in quotes:
        assert quote.span is not None
        assert reading.text.original[quote.span.start : quote.span.end] == quote.text


def test_every_binding_sentence_of_every_order_gave_a_rule_or_stands_in_unread(shared: Path) -> None:
    """Nothing normative is dropped: no sentence with words that bind is passed over in silence."""
    for path in sorted((shared / "corpus" / "dev").glob("*.txt")):
        reading = read_order(path.read_bytes().decode(), name=path.name)
        listed = [one.quote.span for one in reading.rulebook.unread]
        for one in reading.sentences.sentences:
            words = reading.sentences.folded[one.sentence.start : one.sentence.end]
            quoted = bool(one.clauses) and all(clause.clause.quoted for clause in one.clauses)
            if one.norms or one.sentence.heading or quoted or BINDING.search(words) is None:
                continue
            span = reading.text.span(one.sentence.start, one.sentence.end)
            if re.match(
                r"(?:it is |and )?(?:hereby |so )*ordered|\(?(?:signed|hereby ordered|ordered) by|so ordered|.*that:$",
                words,
            ):
                continue

            assert any(other is not None and other.overlaps(span) for other in listed), (path.name, words)


def test_the_fields_are_the_form_that_the_command_line_prints(shared: Path) -> None:
    fields = reading_fields(read(shared, OF_2007))

    assert list(fields) == ["source", "order", "rules", "provisions", "unread", "problems"]
    found = fields["provisions"]
    assert isinstance(found, list)
    assert set(found[0]) == {
        "rule", "kind", "modality", "scope", "actor", "action", "trigger", "period", "date", "clock", "weekday", "amount",
        "quote", "start", "end", "also_at", "page", "line", "confidence", "boxes",
    }  # fmt: skip


def test_a_ruling_gives_no_rule() -> None:
    """Plaintiff moved to compel on 3 May 2019; the Court heard argument on 1 June 2019. The motion is DENIED. IT IS SO ORDERED."""
    text = test_a_ruling_gives_no_rule.__doc__ or ""

    assert len(read_order(text, name="ruling").rulebook) == 0


@pytest.mark.parametrize("text", ["", "   \n\n ", "\x00\x01", "lorem ipsum dolor", "1\n2\n3\n4"])
def test_a_text_that_is_no_order_gives_no_rule_and_no_failure(text: str) -> None:
    assert len(read_order(text, name="nothing").rulebook) == 0


def test_word_and_figure_that_differ_name_both_and_keep_a_rule() -> None:
    text = "Any party may demand a meeting. The meeting shall occur within five (7) calendar days of the demand."
    reading = read_order(text, name="order")
    meeting = next(one for one in reading.rulebook if isinstance(one.timing, Period))

    assert isinstance(meeting.timing, Period)
    assert meeting.timing.length == Length(5, Unit.CALENDAR_DAY)
    assert any("5 and 7" in one.what and "safer" in one.remedy for one in reading.rulebook.problems)
