"""``soordered holidays``: the days of one year that some reading leaves out, with the basis of each."""

from __future__ import annotations

import datetime as dt

import click

from soordered.cli.showing import Form, form, forms, show, show_json

_OF_THE_WEEK = ("saturday", "sunday")


@click.command("holidays")
@click.argument("court")
@click.argument("year", type=int)
@forms
def command(*, court: str, year: int, as_json: bool, plain: bool) -> None:
    r"""List the days of YEAR that COURT leaves out, or that some reading leaves out.

    \b
    soordered holidays cand 2007
    """
    from soordered.cli.blocks import Heading, Items, Paragraph, Row, Table, Tone
    from soordered.provenance.dates_in_words import day_in_words
    from soordered.wiring.counting import law_of

    law = law_of(court, None)
    calendar = law.calendar
    if not calendar.first.year <= year <= calendar.last.year:
        raise click.UsageError(
            f"The year {year} lies outside the court calendar. "
            f"Expected a year from {calendar.first.year} to {calendar.last.year}."
        )
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    days = [
        nonday
        for number in range(first.toordinal(), last.toordinal() + 1)
        for nonday in calendar.nondays(dt.date.fromordinal(number))
        if nonday.layer not in _OF_THE_WEEK
    ]
    notes = calendar.notes_between(first, last)
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        listed = [
            {
                "date": day.date.isoformat(),
                "name": day.name,
                "layer": str(day.layer),
                "authority": day.authority,
                "sureness": str(day.sureness),
            }
            for day in days
        ]
        show_json({"court": court, "year": year, "days": listed, "notes": list(notes), "lawbook": law.version})
        return
    rows = tuple(
        Row((day_in_words(day.date), day.name, _words(day.layer), day.authority, _words(day.sureness))) for day in days
    )
    show(
        (
            Heading(f"{calendar.name}, {year}", level=1),
            Table(("Day", "Name", "Basis", "Authority", "Known"), rows),
            *((Items(notes, Tone.WARNING),) if notes else ()),
            Paragraph(
                "Saturdays and Sundays are left out besides. Whether a day moves a deadline depends on the rule in "
                f"force, the direction of the count and the words of the order. Lawbook {law.version}.",
                Tone.QUIET,
            ),
        ),
        how,
    )


def _words(code: str) -> str:
    return code.replace("_", " ")
