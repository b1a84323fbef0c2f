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

    \b
    soordered bulk portfolio.parquet dates.parquet --court cand
    soordered bulk portfolio.csv moved.csv --what-if-calendar closed.toml
    """
    try:
        from soordered.wiring.bulk_runs import bulk  # noqa: PLC0415  the help needs no arrays

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
    from soordered.cli.blocks import Field, Fields, Tone  # noqa: PLC0415

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


class _Progress:
    """Says on standard error how far a run is: on a terminal in one line, elsewhere at every tenth."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._tenths = 0

    def __call__(self, done: int, total: int | None) -> None:
        share = f"{done / total:.0%} of {total:,} rows" if total else f"{done:,} rows"
        if self._terminal:
            click.echo(f"\r{share}", nl=done == total, err=True)
            return
        tenths = 10 * done // total if total else self._tenths
        if tenths > self._tenths and done != total:
            click.echo(share, err=True)
        self._tenths = tenths
