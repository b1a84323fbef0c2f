"""Calendar entries: on the safe date, with the reason, the same event for good, read back by the library itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from soordered.deadlines.deadline import Deadline, Moment, Reading, Standing
from soordered.deadlines.facts import Fact, Obligation, Waiting
from soordered.feeds.ics_from_deadlines import Entry, entry_from_obligation, event_uid, ics_from_deadlines
from soordered.provenance.spans import Quote
from soordered.rules.rule import Rank, Rule, Source, Support
from soordered.rules.vocabulary import Act, Bearer, Facet, Modality, Trigger

STAMP = dt.datetime(2010, 7, 8, 17, 0, tzinfo=dt.UTC)
DISCLAIMER = "Computed from our order, unverified; lawbook 1. Not legal advice; confirm against the docket."


def reading(label: str, due: Moment, standing: Standing) -> Reading:
    return Reading(
        label=label, due=due, regime="frcp-2009", because=f"The {label} reading.", authority="Fed. R. Civ. P. 6(a)(1)",
        standing=standing,
    )  # fmt: skip


def deadline(act_by: dt.date, prevailing: dt.date, outer: dt.date, clock: dt.time | None = None) -> Deadline:
    safe, best, last = (Moment(day, clock) for day in (act_by, prevailing, outer))
    return Deadline(
        act_by=safe, prevailing=best, outer=last,
        readings=(
            reading("rolled", best, Standing.PREVAILING),
            reading("literal", safe, Standing.ARGUABLE),
            reading("closings", last, Standing.WEAK),
        ),
    )  # fmt: skip


def obligation(when: Deadline | None, words: str) -> Obligation:
    rule = Rule(
        id="letter", bearers=(Bearer.PARTIES,), modality=Modality.MUST, act=Act.FILE_JOINT_LETTER,
        source=Source(id="ours", title="Our order", rank=Rank.STANDING_ORDER),
        supports=(Support(facet=Facet.DEADLINE, quote=Quote(text=words, page=1, line=7)),),
    )  # fmt: skip
    fact = Fact(id="meeting-1", trigger=Trigger.MEETING_HELD, on=dt.date(2010, 7, 19))
    return Obligation(
        id="letter @ meeting-1", rule=rule, fact=fact if when else None, deadline=when,
        waiting=None if when else Waiting.FOR_TRIGGER,
    )  # fmt: skip


def entry(
    when: Deadline,
    *,
    words: str = "File a letter, within five days; both sign.",
    matter: str = "Case 1",
    sequence: int = 0,
    cancelled: bool = False,
) -> Entry:
    made = entry_from_obligation(
        obligation(when, words), matter=matter, title="Act by: file joint letter", disclaimer=DISCLAIMER,
        sequence=sequence, cancelled=cancelled,
    )  # fmt: skip
    assert made is not None
    return made


def events(*entries: Entry) -> list[Component]:
    return Calendar.from_ical(ics_from_deadlines(entries, name="Ours", stamp=STAMP)).walk("VEVENT")


FRIDAY, MONDAY, TUESDAY = dt.date(2010, 7, 23), dt.date(2010, 7, 26), dt.date(2010, 7, 27)


def test_the_event_is_a_whole_day_on_the_act_by_date() -> None:
    (event,) = events(entry(deadline(FRIDAY, MONDAY, TUESDAY)))

    assert event.decoded("dtstart") == FRIDAY
    assert event.decoded("dtend") == dt.date(2010, 7, 24)


def test_the_latest_arguable_date_is_nowhere_in_the_file() -> None:
    text = ics_from_deadlines([entry(deadline(FRIDAY, MONDAY, TUESDAY))], name="Ours", stamp=STAMP).decode()

    assert "Friday 23 July" in text.replace("\r\n ", "")
    assert "27 July" not in text.replace("\r\n ", "")
    assert "20100727" not in text


def test_the_description_holds_the_reason_the_quote_its_place_and_the_disclaimer() -> None:
    (event,) = events(entry(deadline(FRIDAY, MONDAY, MONDAY)))

    text = str(event["description"])
    assert "The literal reading. (Fed. R. Civ. P. 6(a)(1))" in text
    assert '"File a letter, within five days; both sign." (page 1, line 7)' in text
    assert DISCLAIMER in text


def test_a_clock_time_stands_at_the_courts_hour_with_its_zone_defined() -> None:
    notice = deadline(dt.date(2010, 11, 10), dt.date(2010, 11, 10), dt.date(2010, 11, 11), dt.time(16, 30))
    raw = ics_from_deadlines([entry(notice)], name="Ours", stamp=STAMP)
    (event,) = Calendar.from_ical(raw).walk("VEVENT")

    assert event.decoded("dtstart").isoformat() == "2010-11-10T16:30:00-08:00"
    assert b"BEGIN:VTIMEZONE" in raw
    assert b"TZID:America/Los_Angeles" in raw


def test_a_moved_trigger_keeps_the_identity_of_its_event() -> None:
    before = entry(deadline(FRIDAY, MONDAY, MONDAY))
    after = entry(deadline(MONDAY, TUESDAY, TUESDAY), sequence=1)

    assert event_uid(before) == event_uid(after)
    assert [str(event["sequence"]) for event in events(after)] == ["1"]


def test_a_cancelled_duty_is_cancelled_and_not_left_out() -> None:
    (event,) = events(entry(deadline(FRIDAY, MONDAY, MONDAY), cancelled=True, sequence=2))

    assert str(event["status"]) == "CANCELLED"


def test_two_matters_with_the_same_rule_and_fact_are_two_events() -> None:
    when = deadline(FRIDAY, MONDAY, MONDAY)

    assert len({str(event["uid"]) for event in events(entry(when), entry(when, matter="Case 2"))}) == 2


def test_a_duty_that_waits_for_its_trigger_is_on_no_calendar() -> None:
    assert entry_from_obligation(obligation(None, "File."), matter="Case 1", title="x", disclaimer="y") is None


def test_the_same_identity_twice_is_refused() -> None:
    when = deadline(FRIDAY, MONDAY, MONDAY)

    with pytest.raises(ValueError, match="each needs an id of its own"):
        ics_from_deadlines([entry(when), entry(when)], name="Ours", stamp=STAMP)


def test_a_stamp_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware instant"):
        ics_from_deadlines([], name="Ours", stamp=dt.datetime(2010, 7, 8))  # noqa: DTZ001


def test_the_bytes_do_not_depend_on_the_order_of_entries() -> None:
    one = entry(deadline(FRIDAY, MONDAY, MONDAY))
    two = entry(deadline(FRIDAY, MONDAY, MONDAY), matter="Case 2")

    assert ics_from_deadlines([one, two], name="Ours", stamp=STAMP) == ics_from_deadlines(
        [two, one], name="Ours", stamp=STAMP
    )


@given(words=st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1), matter=st.text(min_size=1))
def test_what_is_written_is_read_back(words: str, matter: str) -> None:
    """Whatever characters an order or a caption holds, the file stays valid and every line short enough."""
    when = deadline(FRIDAY, MONDAY, MONDAY)
    raw = ics_from_deadlines(
        [entry(when, words=words, matter=matter.encode("utf-8", "replace").decode())], name="Ours", stamp=STAMP
    )
    (event,) = Calendar.from_ical(raw).walk("VEVENT")

    assert " ".join(words.split()) in " ".join(str(event["description"]).split())
    assert event.decoded("dtstart") == FRIDAY
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))


def test_the_entry_quotes_the_words_that_set_the_time_not_the_first_words_of_the_rule() -> None:
    when = deadline(dt.date(2010, 7, 23), dt.date(2010, 7, 26), dt.date(2010, 7, 26))
    timed = obligation(when, "within five days of the meeting")
    also = Support(facet=Facet.MEETING, quote=Quote(text="they must meet", page=1, line=2))
    rule = replace(timed.rule, supports=(also, *timed.rule.supports))

    built = entry_from_obligation(replace(timed, rule=rule), matter="Case 1", title="letter", disclaimer=DISCLAIMER)

    assert built is not None
    assert "within five days of the meeting" in built.text
    assert "they must meet" not in built.text
