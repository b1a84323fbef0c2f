"""``soordered calendar``: the dates of a case for a calendar program, or as a month on the screen."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from soordered.cli.days_from_words import DayOrHour
from soordered.cli.exit_codes import OptionalPartMissingError
from soordered.cli.showing import Form, form, forms, show, show_json, write


@click.command("calendar")
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--as-of", type=DayOrHour(), help="The day asked about; the case file's own, else today.")
@click.option("--side", type=click.Choice(["plaintiff", "defendant"]), help="Count with this side's own settlements.")
@click.option("--out", type=click.Path(path_type=Path), help="Write to this file instead of the screen.")
@click.option("--grid", is_flag=True, help="Show months with what is due under the days, instead of iCalendar.")
@forms
def command(
    *, case: Path, as_of: dt.date | None, side: str | None, out: Path | None, grid: bool, as_json: bool, plain: bool
) -> None:
    r"""Write the dates of the case file CASE as iCalendar.

    Each duty stands on its act-by date.
    The latest arguable date is on no calendar.

    \b
    soordered calendar our_case.toml --out our_case.ics
    """
    if grid and out is not None:
        raise click.UsageError("--grid is for the screen; leave out --out, or leave out --grid.")
    try:
        from soordered.casework.calendar_of_case import calendar_of_case
        from soordered.feeds.ics_from_deadlines import ics_from_deadlines
    except ModuleNotFoundError as missing:
        if missing.name != "icalendar":
            raise
        raise OptionalPartMissingError(
            "icalendar", needed_for="the verb calendar", install="pip install icalendar"
        ) from missing
    from soordered.wiring.case import Case

    run = Case.load(case).run(as_of=as_of, side=side or "")
    entries = calendar_of_case(run)
    how = form(as_json=as_json, plain=plain)
    if grid and how is not Form.JSON:
        from soordered.cli.months_from_entries import months

        show(months(entries, title=run.head.title, notes=run.notes), how)
        return
    if how is Form.JSON:
        from soordered.feeds.ics_from_deadlines import event_uid

        listed = [
            {
                "uid": event_uid(entry),
                "id": entry.id,
                "when": entry.when.isoformat(),
                "title": entry.title,
                "text": entry.text,
                "sequence": entry.sequence,
                "cancelled": entry.cancelled,
            }
            for entry in entries
        ]
        show_json(
            {
                "case": run.head.title,
                "as_of": run.as_of.isoformat(),
                "entries": listed,
                "notes": list(run.notes),
                "lawbook": run.lawbook,
            }
        )
        return
    content = ics_from_deadlines(entries, name=run.head.title, stamp=run.as_of.instant())
    if out is None:
        write(content.decode("utf-8"))
        return
    from soordered.wiring.whole_files import write_whole

    write_whole(out, content)
    click.echo(f"{len(entries)} entries written to {out}.", err=True)
