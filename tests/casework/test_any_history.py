"""Any history of a matter can be run: it answers, or is refused in words; it never falls over."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soordered.casework.case_run import CaseRun, Status
from soordered.casework.fields_from_run import run_fields
from soordered.casework.run_case import run_case
from soordered.deadlines.deadline import Moment
from soordered.disputes.events import MatterEvent
from soordered.disputes.names import PowerState
from soordered.lawbook.rulebook_from_data import federal_rules, local_rules, shipped_order
from soordered.lawbook.time_law_from_data import time_law
from soordered.provenance.problems import BadInputError
from soordered.rulefiles.case_file import CaseFile, CaseHead, OrderEntry
from soordered.rules.rulebook import Rulebook
from tests.disputes.strategies import histories

LAW = time_law("cand")
ORDERS = ("cand-spero-2007-07-30", "cand-spero-2010-07-07")


def _rules_on(day: dt.date) -> Rulebook:
    return federal_rules(day).joined(local_rules("cand", day))


def _run(history: list[MatterEvent], order: str, as_of: dt.date) -> CaseRun | BadInputError:
    made = dt.date(2007, 7, 30)
    case = CaseFile(
        name="case.toml",
        head=CaseHead(title="Alder v. Birch", court="cand"),
        orders=(OrderEntry(id="o1", rulebook=order, made=made),),
        events=tuple(sorted(history, key=lambda event: event.sort_key)),
        places={event.id: ("event", number) for number, event in enumerate(history, 1)},
    )
    moment = Moment(as_of, None, LAW.calendar.zone)
    try:
        return run_case(case, books={"o1": shipped_order(order)}, law=LAW, rules_on=_rules_on, as_of=moment)
    except BadInputError as refusal:
        return refusal


_AS_OF = st.dates(dt.date(2007, 8, 1), dt.date(2009, 1, 31))


@pytest.mark.parametrize("order", ORDERS)
@settings(max_examples=60)
@given(history=histories(), as_of=_AS_OF)
def test_any_history_runs_or_is_refused_in_words(order: str, history: list[MatterEvent], as_of: dt.date) -> None:
    run = _run(history, order, as_of)
    if isinstance(run, BadInputError):
        assert run.expected
        assert run.remedy
        return
    json.dumps(run_fields(run))

    # what must never happen
    assert all(duty.obligation.deadline is None for duty in run.duties if duty.status is Status.WAITING)
    ordered = {str(event.act) for event in run.matter.powers if type(event).__name__ == "PowerOrdered"}
    assert {str(power.act) for power in run.powers if power.state is PowerState.ORDERED} <= ordered
    for duty in run.duties:
        if duty.status in {Status.DONE, Status.DONE_ARGUABLE, Status.DONE_LATE, Status.USED}:
            assert duty.done_by is not None, "a duty ends by the fact that fulfils it"
        if duty.deadline is not None:
            due = duty.deadline
            assert due.act_by.date <= due.outer.date
            assert {due.prevailing, due.outer} <= {reading.due for reading in due.readings}


@settings(max_examples=40)
@given(history=histories(15), as_of=_AS_OF)
def test_running_twice_gives_the_same_and_private_notes_are_nowhere(history: list[MatterEvent], as_of: dt.date) -> None:
    once, twice = _run(history, ORDERS[0], as_of), _run(history, ORDERS[0], as_of)
    if isinstance(once, BadInputError) or isinstance(twice, BadInputError):
        assert str(once) == str(twice)
        return
    shared = {effort for dispute in once.matter.disputes.values() for effort in dispute.shared}
    shown = {effort["event"] for dispute in run_fields(once)["disputes"] for effort in dispute["efforts"]}  # type: ignore[attr-defined]  # JSON fields

    assert run_fields(once) == run_fields(twice)
    assert shown <= shared


@settings(max_examples=40)
@given(history=histories(15), first=_AS_OF, later=_AS_OF)
def test_what_comes_later_changes_nothing_of_an_earlier_day(
    history: list[MatterEvent], first: dt.date, later: dt.date
) -> None:
    first, later = sorted((first, later))
    known = [event for event in history if event.on <= later]
    whole, cut = _run(history, ORDERS[1], first), _run(known, ORDERS[1], first)
    if isinstance(whole, BadInputError) or isinstance(cut, BadInputError):
        return

    assert run_fields(whole) == run_fields(cut)
