"""A case written as TOML is the case that was read."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import assume, given, settings

from soordered.casework.fields_from_run import run_fields
from soordered.disputes.events import MatterEvent
from soordered.disputes.events_matter import CounselAppeared, FactContested, PartyJoined
from soordered.disputes.events_time import EventWithdrawn, TriggerCorrected
from soordered.disputes.names import Side
from soordered.rulefiles.case_file import CaseFile, CaseHead, OrderEntry
from soordered.rulefiles.case_from_toml import FIRST_SUPPORTED, case_from_toml
from soordered.rulefiles.toml_from_case import in_order_of_time, toml_from_case
from soordered.wiring.case import Case, demonstrations
from tests.disputes.strategies import histories


def said(case: CaseFile) -> CaseFile:
    """Return what a case says, without where in which text it says it."""
    return replace(case, name="", text="", places={}, orders=tuple(replace(order, place=()) for order in case.orders))


def demonstration(name: str) -> CaseFile:
    text = files("soordered.casework").joinpath("demonstration", f"{name}.toml").read_text(encoding="utf-8")
    return case_from_toml(text, name=name)


@pytest.mark.parametrize("name", demonstrations())
def test_the_demonstration_cases_come_back_whole(name: str) -> None:
    case = demonstration(name)

    again = case_from_toml(toml_from_case(case), name="again")

    assert said(again) == said(case)
    assert toml_from_case(again) == toml_from_case(case)


@pytest.mark.parametrize("name", demonstrations())
def test_the_case_written_back_bears_the_same_dates(name: str) -> None:
    case = Case.demonstration(name)
    again = Case(case_from_toml(toml_from_case(case.file), name=case.file.name), case.books, case.printed)

    assert run_fields(again.run()) == run_fields(case.run())


def people() -> tuple[MatterEvent, ...]:
    return (
        PartyJoined(id="party:alder", on=FIRST_SUPPORTED, about="alder", name='A. "Alder"\n', side=Side.PLAINTIFF),
        PartyJoined(id="party:birch", on=FIRST_SUPPORTED, about="birch", side=Side.DEFENDANT, self_represented=True),
        CounselAppeared(
            id="counsel:amory", on=FIRST_SUPPORTED, about="amory", name="A. Amory", party="alder", lead=True
        ),
    )


@settings(max_examples=150)
@given(histories(8))
def test_any_history_comes_back(events: list[MatterEvent]) -> None:
    """Random events of every kind, at random moments, by the people of the case."""
    assume(not any(isinstance(event, TriggerCorrected | EventWithdrawn) for event in events))
    plain = [replace(event, quote=None) if isinstance(event, FactContested) else event for event in events]
    case = CaseFile(
        name="any",
        head=CaseHead(title="Alder v. Birch", court="cand"),
        orders=(OrderEntry(id="o", rulebook="cand-spero-2007-07-30"),),
        events=(*people(), *in_order_of_time(plain)),
    )

    again = case_from_toml(toml_from_case(case), name="any")

    assert sorted(again.events, key=lambda event: event.id) == sorted(case.events, key=lambda event: event.id)
    assert (again.head, replace(again.orders[0], place=())) == (case.head, case.orders[0])


def test_events_that_stand_in_order_of_time_stay_as_they_stand() -> None:
    case = demonstration(demonstrations()[0])
    told = [event for event in case.events if event.on != FIRST_SUPPORTED]

    assert in_order_of_time(told[-5:]) == tuple(told[-5:])
    assert in_order_of_time(list(reversed(told))) != tuple(reversed(told))
