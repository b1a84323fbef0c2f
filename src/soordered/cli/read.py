"""``soordered read``: an order's file, read into rules that stand beside their words."""

from __future__ import annotations

from pathlib import Path

import click

from soordered.cli.exit_codes import ExitCode
from soordered.cli.showing import Form, disclaimer, form, forms, show, show_json, write
from soordered.provenance.problems import BadInputError

_STDIN = Path("/dev/stdin")


@click.command("read")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--toml", "as_toml", is_flag=True, help="Write a rulebook to review, correct and sign.")
@click.option("--text", "as_text", is_flag=True, help="Write the text that the places of quotes refer to.")
@click.option("--explain", is_flag=True, help="Show which words of each sentence became what, and why.")
@forms
@click.pass_context
def command(
    context: click.Context,
    *,
    files: tuple[Path, ...],
    as_toml: bool,
    as_text: bool,
    explain: bool,
    as_json: bool,
    plain: bool,
) -> None:
    r"""Read each order in FILE: its rules beside its words, the sentences it could not read, its doubts.

    FILE may be - for what another program writes.
    With --json, several files print one object a line.
    A file that is no order is told on standard error, and the others are read all the same.

    \b
    soordered read order.txt --toml > order.toml
    """
    if as_json + as_toml + as_text > 1 or (explain and (as_json or as_toml or as_text)):
        raise click.UsageError("Choose one of --json, --toml, --text and --explain.")
    if (as_toml or as_text) and len(files) > 1:
        raise click.UsageError(f"--toml and --text take one file; {len(files)} were given.")
    how = form(as_json=as_json, plain=plain)
    failed = False
    for position, file in enumerate(files):
        try:
            _read(
                file, how, as_toml=as_toml, as_text=as_text, explain=explain, several=len(files) > 1, first=not position
            )
        except BadInputError as trouble:
            if len(files) == 1:
                raise
            click.echo(f"Error: {trouble}", err=True)
            failed = True
    if failed:
        context.exit(ExitCode.BAD_INPUT)


def _read(file: Path, how: Form, *, as_toml: bool, as_text: bool, explain: bool, several: bool, first: bool) -> None:
    from soordered.wiring.reading import read  # noqa: PLC0415  the help needs no reader

    reading = read(_STDIN if file == Path("-") else file)
    if as_text:
        write(reading.text.original)
    elif as_toml:
        from soordered.rulefiles.toml_from_rulebook import toml_from_rulebook  # noqa: PLC0415  only for TOML

        write(toml_from_rulebook(reading.rulebook))
    elif how is Form.JSON:
        from soordered.orders.fields_from_reading import reading_fields  # noqa: PLC0415  only for JSON

        show_json(reading_fields(reading), one_line=several)
    else:
        from soordered.cli.blocks_from_reading import reading_page  # noqa: PLC0415
        from soordered.cli.blocks_from_trace import trace  # noqa: PLC0415
        from soordered.lawbook.version import LAWBOOK_VERSION  # noqa: PLC0415

        if not first:
            write("\n")
        source = reading.rulebook.sources[0]
        computed_from = f"{file.name}, version {source.sha256[:12]}"
        show(
            (
                *reading_page(reading.header, reading.rulebook, name=file.name),
                *(trace(reading) if explain else ()),
                disclaimer(computed_from, verified="unverified", lawbook=LAWBOOK_VERSION),
            ),
            how,
        )
