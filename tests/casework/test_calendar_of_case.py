"""What of a case stands on a calendar: no status is forgotten, what is off is cancelled, what moved keeps its name."""

from __future__ import annotations

from soordered.casework import calendar_of_case as module
from soordered.casework.calendar_of_case import calendar_of_case
from soordered.casework.case_run import Status
from soordered.wiring.case import Case, demonstrations


def test_every_status_is_titled_cancelled_or_undated() -> None:
    assert set(module._TITLES) | module._CANCELLED | module._UNDATED == set(Status)


def test_the_demonstrations_have_entries_of_their_own_names_on_open_days() -> None:
    for name in demonstrations():
        entries = calendar_of_case(Case.demonstration(name).run())

        assert len({entry.id for entry in entries}) == len(entries) > 5


def test_no_entry_stands_on_the_latest_arguable_date_of_its_duty() -> None:
    for name in demonstrations():
        run = Case.demonstration(name).run()
        when = {entry.id: entry.when for entry in calendar_of_case(run)}
        for duty in run.duties:
            if duty.deadline is not None and duty.obligation.id in when:
                assert when[duty.obligation.id] == duty.deadline.act_by


def test_a_hearing_is_on_the_calendar_at_its_hour() -> None:
    entries = calendar_of_case(Case.demonstration("harbor-2007").run(as_of="2007-09-01"))
    hearings = [entry for entry in entries if entry.title.startswith("Hearing: ")]

    assert hearings
    assert all(entry.when.clock is not None for entry in hearings)
