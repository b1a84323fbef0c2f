"""``soordered run``: a case file, run to the day it is asked for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from soordered.cli.days_from_words import DayOrHour
from soordered.cli.exit_codes import ExitCode
from soordered.cli.showing import Form, form, forms, show, show_json


@click.command("run")
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--as-of", type=DayOrHour(), help="The day asked about; the case file's own, else today.")
@click.option("--side", type=click.Choice(["plaintiff", "defendant"]), help="Count with this side's own settlements.")
@click.option("--strict", is_flag=True, help="Exit with 1 if something is late, overdue or contested.")
@click.option("--explain", is_flag=True, help="Show the readings, the month grid and the steps of what is due.")
@forms
@click.pass_context
def command(
    context: click.Context,
    *,
    case: Path,
    as_of: dt.date | None,
    side: str | None,
    strict: bool,
    explain: bool,
    as_json: bool,
    plain: bool,
) -> None:
    r"""Run the case file CASE: every duty with its dates, what is late, whose turn it is, what may be done next.

    Events after the day asked about are left out, so that a case can be seen as it stood.

    \b
    soordered run our_case.toml --as-of 2007-11-20 --explain
    """
    from soordered.wiring.case import Case

    run = Case.load(case).run(as_of=as_of, side=side or "")
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        from soordered.casework.fields_from_run import run_fields

        show_json(run_fields(run))
    else:
        from soordered.cli.blocks_from_case_run import case_page

        show(case_page(run, explain=explain), how)
    if strict and run.findings:
        context.exit(ExitCode.FINDINGS)
