"""``soordered bulk``: the dates of every row of a Parquet or CSV file, or the rows that a change would move."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from soordered.cli.exit_codes import ExitCode, OptionalPartMissingError
from soordered.cli.showing import Form, disclaimer, form, forms, show, show_json

if TYPE_CHECKING:
    from soordered.wiring.bulk_runs import BulkRun

_EXTRAS = {"pyarrow": "bulk", "ray": "ray"}
_BAR = 30  # signs of the progress bar
_FILE = click.Path(path_type=Path)


@click.command("bulk")
@click.argument("source", metavar="IN", type=_FILE)
@click.argument("target", metavar="OUT", type=_FILE)
@click.option("--court", default="cand", show_default=True, help="The court of rows that name none.")
@click.option(
    "--direction", type=click.Choice(["after", "before"]), default="after", show_default=True,
    help="The direction of periods in rows that name none.",
)  # fmt: skip
@click.option("--rank", help="Whose text set the periods: case_order, standing_order, local_rule, federal_rule.")
@click.option("--reading", "readings", multiple=True, help="Write this reading too, by its label; may be repeated.")
@click.option(
    "--rules", help="The order or rulebook whose rules the column rule names: a file or a shipped order's id."
)
@click.option("--calendar", type=_FILE, help="A TOML file of days that a court notice closed.")
@click.option("--what-if-calendar", type=_FILE, help="Try these notices too; write only the rows that they move.")
@click.option("--what-if-rules", help="Try these rules instead; write only the rows that they move.")
@click.option("--what-if-lawbook", type=_FILE, help="Try this lawbook pack; write only the rows that it moves.")
@click.option("--unsigned", is_flag=True, help="Try that pack although no trusted publisher signed it.")
@click.option("--with-lawbook", is_flag=True, help="Name the lawbook in a column too; CSV always does.")
@click.option("--answers", is_flag=True, help="IN is an order or rulebook: write its dates from every day, for a join.")
@click.option("--service", default="", help="With --answers: how the triggers were served.")
@click.option("--engine", default="local", show_default=True, help="What works the blocks: local, or ray.")
@click.option("--workers", type=int, help="How many processes; chosen by the input's size if not given.")
@forms
@click.pass_context
def command(
    context: click.Context,
    *,
    source: Path,
    target: Path,
    court: str,
    direction: str,
    rank: str | None,
    readings: tuple[str, ...],
    rules: str | None,
    calendar: Path | None,
    what_if_calendar: Path | None,
    what_if_rules: str | None,
    what_if_lawbook: Path | None,
    unsigned: bool,
    with_lawbook: bool,
    answers: bool,
    service: str,
    engine: str,
    workers: int | None,
    as_json: bool,
    plain: bool,
) -> None:
    r"""Count the dates of every row of IN, a .parquet or .csv file, and write them to OUT.

    IN has the columns trigger and period ("10 business days"), or trigger and rule;
    court, direction and service may stand beside them. OUT gets all columns of IN with
    act_by, prevailing, outer and error beside them. A row that cannot be counted gets
    its reason in error and does not stop the rest; the exit code is then 1.

    OUT ending in .parquet or .csv is one file; any other name is a folder of parts,
    written by all cores, and a run into it that was broken off goes on where it stood.

    With --answers, IN is an order, a rulebook or a shipped order's id, and OUT gets a row for
    each of its rules and each day from 1938 to 2050: a database then dates a portfolio by a join.

    \b
    soordered bulk portfolio.parquet dates.parquet --court cand
    soordered bulk portfolio.csv moved.csv --what-if-calendar closed.toml
    """
    if service and not answers:
        raise click.UsageError("--service goes with --answers; rows have a column service.")
    try:
        from soordered.wiring.bulk_runs import bulk

        if answers:
            how = form(as_json=as_json, plain=plain)
            _write_answers(str(source), target, court=court, service=service, calendar=calendar, how=how)
            return
        run = bulk(
            source,
            target,
            court=court,
            direction=direction,
            rank=rank,
            readings=readings,
            rules=rules,
            calendar=calendar,
            what_if_rules=what_if_rules,
            what_if_calendar=what_if_calendar,
            what_if_lawbook=what_if_lawbook,
            unsigned=unsigned,
            names_lawbook=with_lawbook,
            engine=engine,
            workers=workers,
            progress=_Progress(),
        )
    except ModuleNotFoundError as missing:
        part = (missing.name or "").split(".")[0]
        if part not in _EXTRAS:
            raise
        install = f"pip install 'soordered[{_EXTRAS[part]}]'"
        raise OptionalPartMissingError(part, needed_for="soordered bulk", install=install) from None
    _show(run, source, target, form(as_json=as_json, plain=plain))
    if run.done.errors:
        context.exit(ExitCode.FINDINGS)


def _show(run: BulkRun, source: Path, target: Path, how: Form) -> None:
    from soordered.cli.blocks import Field, Fields, Tone

    done = run.done
    if how is Form.JSON:
        show_json(
            {
                "rows": done.rows,
                "written": done.written,
                "errors": done.errors,
                "parts": done.parts,
                "kept_parts": done.kept_parts,
                "lawbook": run.lawbook,
            }
        )
        return
    fields = [
        Field("Rows", f"{done.rows:,}"),
        Field("Written", f"{done.written:,} to {target}"),
        Field("Errors", f"{done.errors:,}", Tone.WARNING if done.errors else Tone.PLAIN),
    ]
    if done.parts or done.kept_parts:
        fields.append(Field("Parts", f"{done.parts:,} written, {done.kept_parts:,} there already"))
    show((Fields(tuple(fields)), disclaimer(source.name, verified="unverified", lawbook=run.lawbook)), how)


def _write_answers(rules: str, target: Path, *, court: str, service: str, calendar: Path | None, how: Form) -> None:
    from soordered.cli.blocks import Field, Fields, Items, Tone
    from soordered.wiring.bulk_runs import answers

    written, lawbook = answers(rules, target, court=court, service=service, calendar=calendar)
    if how is Form.JSON:
        show_json(
            {
                "rows": written.rows,
                "rules": list(written.rules),
                "left_out": dict(written.left_out),
                "lawbook": lawbook,
            }
        )
        return
    left = tuple(f"{rule}: {why}" for rule, why in written.left_out.items())
    fields = (
        Field("Written", f"{written.rows:,} rows to {target}"),
        Field("Rules", ", ".join(written.rules)),
        *((Field("Left out", f"{len(left)}, each with its reason below", Tone.WARNING),) if left else ()),
    )
    foot = disclaimer(rules, verified="unverified", lawbook=lawbook)
    show((Fields(fields), *((Items(left),) if left else ()), foot), how)


class _Progress:
    """Says on standard error how far a run is: on a terminal in one line, elsewhere at every tenth."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._tenths = 0

    def __call__(self, done: int, total: int | None) -> None:
        share = f"{done / total:.0%} of {total:,} rows" if total else f"{done:,} rows"
        if self._terminal:
            filled = _BAR * done // total if total else 0
            bar = f"[{'#' * filled}{'.' * (_BAR - filled)}] " if total else ""
            click.echo(f"\r{bar}{share}", nl=done == total, err=True)
            return
        tenths = 10 * done // total if total else self._tenths
        if tenths > self._tenths and done != total:
            click.echo(share, err=True)
        self._tenths = tenths
