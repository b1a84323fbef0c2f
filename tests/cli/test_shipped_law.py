"""The verbs that show the shipped law: courts, holidays, lawbook."""

from __future__ import annotations

import pytest

from soordered.cli.exit_codes import ExitCode
from tests.cli.answers import Run


def test_courts_are_found_by_words_of_their_names(run: Run) -> None:
    answer = run("courts", "northern", "california")

    assert answer.code == ExitCode.DONE
    assert answer.out.startswith("- cand\n  Name: Northern District of California\n")
    assert "1 of " in answer.out


def test_every_federal_district_and_court_of_appeals_is_there(run: Run) -> None:
    courts = run("courts", "--json").fields["courts"]

    assert isinstance(courts, list)
    assert len({court["court"] for court in courts} - {"federal"}) == 94 + 13


def test_no_court_of_that_name_is_said_and_is_no_error(run: Run) -> None:
    answer = run("courts", "atlantis")

    assert (answer.code, answer.out[:5]) == (ExitCode.DONE, "0 of ")


def test_a_year_shows_each_day_with_its_basis_and_authority(run: Run) -> None:
    days = run("holidays", "cand", 2007, "--json").fields["days"]

    assert isinstance(days, list)
    assert {"date": "2007-11-12", "name": "Veterans Day, on the Monday", "layer": "federal"}.items() <= next(
        day for day in days if day["date"] == "2007-11-12"
    ).items()
    assert [day["layer"] for day in days if day["date"] == "2007-12-24"] == ["closing"]
    assert all(day["authority"] and day["sureness"] for day in days)


def test_weekends_are_not_listed(run: Run) -> None:
    days = run("holidays", "federal", 2010, "--json").fields["days"]

    assert isinstance(days, list)
    assert {day["layer"] for day in days}.isdisjoint({"saturday", "sunday"})


@pytest.mark.parametrize("year", [1937, 2051, 0, 99999])
def test_a_year_outside_the_calendar_is_refused(run: Run, year: int) -> None:
    answer = run("holidays", "cand", year)

    assert answer.code == ExitCode.BAD_INPUT
    assert "Expected a year from 1938 to 2050" in " ".join(answer.err.split())
    assert answer.out == ""


def test_an_unknown_court_is_refused_with_the_nearest_ids(run: Run) -> None:
    answer = run("holidays", "candd", 2007)

    assert answer.code == ExitCode.BAD_INPUT
    assert "There is no court 'candd' in the lawbook. Nearest: cand" in answer.err


def test_the_lawbook_names_every_version_of_the_rule_with_its_source(run: Run) -> None:
    regimes = run("lawbook", "--json").fields["regimes"]

    assert isinstance(regimes, list)
    ids = {regime["id"] for regime in regimes}
    assert {"frcp-1938", "frcp-1963", "frcp-1985", "frcp-2005", "frcp-2007", "frcp-2009", "frcp-2016"} <= ids
    assert all(regime["cite"] and regime["source"] for regime in regimes)


def test_the_lawbook_is_told_in_words(run: Run) -> None:
    assert "In force: Tue 1 Dec 2009 to " in run("lawbook").out


def test_the_unverified_days_of_a_state_are_listed_as_such_and_noted(run: Run) -> None:
    fields = run("holidays", "mad", 2026, "--json").fields
    days, notes = fields["days"], fields["notes"]

    assert isinstance(days, list)
    assert isinstance(notes, list)
    of_state = {day["date"]: (day["name"], day["sureness"]) for day in days if day["layer"] == "state_unverified"}
    assert of_state == {
        "2026-03-17": ("Evacuation Day (Suffolk County)", "unverified"),
        "2026-04-20": ("Patriots' Day", "unverified"),
        "2026-06-17": ("Bunker Hill Day (Suffolk County)", "unverified"),
    }
    assert [note for note in notes if note.startswith("State holidays of Massachusetts are held unverified")]


def test_a_person_reads_the_basis_in_words(run: Run) -> None:
    answer = run("holidays", "utd", 2026, "--plain")

    assert "Pioneer Day" in answer.out
    assert "state unverified" in answer.out
    assert "State holidays of Utah are held unverified" in answer.out


def test_a_state_without_days_of_its_own_lists_federal_ones_only(run: Run) -> None:
    fields = run("holidays", "ohsd", 2026, "--json").fields
    days = fields["days"]

    assert isinstance(days, list)
    assert {day["layer"] for day in days} <= {"federal", "saturday_observed", "closing"}


def test_the_list_of_courts_says_how_the_days_of_each_state_are_known(run: Run) -> None:
    assert "State holidays of Massachusetts are held unverified" in run("courts", "massachusetts").out
    assert "No state holiday of Ohio beside the federal ones is known to us" in run("courts", "southern", "ohio").out
    assert "unverified" not in run("courts", "northern", "california").out
