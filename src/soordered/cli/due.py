"""``soordered due``: one count, with every reading and its reasons."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from soordered.cli.days_from_words import Day, DayOrHour
from soordered.cli.showing import Form, disclaimer, form, forms, show, show_json
from soordered.deadlines.deadline import Deadline

RANKS = ("case_order", "standing_order", "local_rule", "federal_rule")
FILINGS = ("electronic", "paper", "none")


@click.command("due")
@click.argument("period", metavar="PERIOD")
@click.option("--after", type=DayOrHour(), help="The day the period runs from.")
@click.option("--before", type=DayOrHour(), help="The day the period runs back from.")
@click.option("--court", default="cand", show_default=True, help="The court, by its CM/ECF id.")
@click.option("--event", default="", help="What happened that day, as a trigger code: meeting_demanded, hearing …")
@click.option("--service", default="", help="How the paper that starts the period was served: mail, ecf, hand …")
@click.option("--received", type=DayOrHour(), help="The day the other side had it, if it is another.")
@click.option("--rank", type=click.Choice(RANKS), help="Whose text set the period.")
@click.option("--filing", type=click.Choice(FILINGS), default="electronic", show_default=True, help="How it is filed.")
@click.option("--regime", help="Count by this version of the rule, such as frcp-2005, instead of the one in force.")
@click.option("--calendar", type=click.Path(path_type=Path), help="A TOML file of days that a court notice closed.")
@click.option("--reading", help="Show the count under this one reading, by its label.")
@click.option("--as-of", type=Day(), help="Count with the law as it stood on this day.")
@click.option("--explain", is_flag=True, help="Show the month grid and every step of each reading.")
@click.option("--svg", type=click.Path(path_type=Path), help="Draw the months of the count, too, into this file.")
@forms
def command(
    *,
    period: str,
    after: dt.date | None,
    before: dt.date | None,
    court: str,
    event: str,
    service: str,
    received: dt.date | None,
    rank: str | None,
    filing: str,
    regime: str | None,
    calendar: Path | None,
    reading: str | None,
    as_of: dt.date | None,
    explain: bool,
    svg: Path | None,
    as_json: bool,
    plain: bool,
) -> None:
    r"""Count PERIOD, such as "10 business days" or "72 hours", from a day or back from it.

    Three dates come out when the words can be read in more than one way:
    the safe one to act by, the one the governing text supports best,
    and the latest anybody could argue for, which nobody should calendar.

    \b
    soordered due "10 business days" --after 2007-11-09 --court cand
    soordered due "14 days" --before 2010-11-12 --explain
    """
    if (after is None) == (before is None):
        raise click.UsageError("Say what the period runs from: exactly one of --after DATE and --before DATE.")
    from soordered.wiring.counting import due

    deadline = due(
        period,
        after=after,
        before=before,
        court=court,
        event=event,
        service=service,
        received=received,
        rank=rank,
        filing=filing,
        regime=regime,
        calendar=calendar,
        reading=reading,
        as_of=as_of,
    )
    asked = f"{period} {'after' if after else 'before'} {after or before}"
    if svg is not None:
        from soordered.feeds.svg_from_deadline import svg_from_deadline
        from soordered.wiring.whole_files import write_whole

        write_whole(svg, svg_from_deadline(deadline, asked=asked).encode())
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        from soordered.deadlines.fields_from_deadline import deadline_fields

        show_json(deadline_fields(deadline))
    else:
        _show(deadline, asked, how, explain=explain)


def _show(deadline: Deadline, asked: str, how: Form, *, explain: bool) -> None:
    from soordered.cli.blocks_from_deadline import dates, doubts, explanation, readings

    show(
        (
            dates(deadline),
            readings(deadline),
            *doubts(deadline),
            *(explanation(deadline) if explain else ()),
            disclaimer(f'the period as typed ("{asked}")', verified="unverified", lawbook=deadline.lawbook),
        ),
        how,
    )
