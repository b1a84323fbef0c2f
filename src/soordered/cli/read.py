"""``soordered read``: an order's file, read into rules that stand beside their words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from soordered.cli.exit_codes import ExitCode, OptionalPartMissingError
from soordered.cli.showing import Form, disclaimer, form, forms, show, show_json, write
from soordered.provenance.problems import BadInputError

if TYPE_CHECKING:
    from soordered.orders.order_reading import OrderReading
    from soordered.rules.rule import Rule
    from soordered.rules.rulebook import Unread

_STDIN = Path("/dev/stdin")
_FILE = click.Path(path_type=Path)


@click.command("read")
@click.argument("files", nargs=-1, required=True, type=_FILE, metavar="FILE...")
@click.option("--toml", "as_toml", is_flag=True, help="Write a rulebook to review, correct and sign.")
@click.option("--text", "as_text", is_flag=True, help="Write the text that the places of quotes refer to.")
@click.option("--explain", is_flag=True, help="Show which words of each sentence became what, and why.")
@click.option("--highlight", type=_FILE, metavar="OUT.pdf", help="Write a copy of the pages with each rule marked.")
@click.option("--out", type=_FILE, help="Where --toml, or --json of several files, goes.")
@click.option("--engine", type=click.Choice(["local", "ray"]), default="local", show_default=True,
    help="What reads a folder: the cores of this machine, or a cluster.")  # fmt: skip
@click.option("--workers", type=click.IntRange(min=1), help="How many processes read a folder; one a core by default.")
@forms
@click.pass_context
def command(
    context: click.Context,
    *,
    files: tuple[Path, ...],
    as_toml: bool,
    as_text: bool,
    explain: bool,
    highlight: Path | None,
    out: Path | None,
    engine: str,
    workers: int | None,
    as_json: bool,
    plain: bool,
) -> None:
    r"""Read each order in FILE: its rules beside its words, the sentences it could not read, its doubts.

    FILE is a text, a PDF, a scan or image of pages, a DOCX, a web page,
    or - for what another program writes; its content tells which.
    With --json, several files print one object a line, and a folder all files in it.
    A file that is no order is told on standard error, and the others are read all the same.

    \b
    soordered read order.pdf --toml --out order.toml
    soordered read order.pdf --highlight marked.pdf
    soordered read orders/ --json --out orders.jsonl
    """
    if as_json + as_toml + as_text > 1 or (explain and (as_json or as_toml or as_text)):
        raise click.UsageError("Choose one of --json, --toml, --text and --explain.")
    if (as_toml or as_text or highlight) and len(files) > 1:
        options = "--toml and --text take" if not highlight else "--highlight takes"
        raise click.UsageError(f"{options} one file; {len(files)} were given.")
    folders = any(file.is_dir() for file in files)
    many = as_json and (folders or (out is not None))
    if out is not None and not (as_toml or many):
        raise click.UsageError("--out needs --toml, or --json.")
    if many:
        _read_many(context, files, out, engine=engine, workers=workers)
        return
    how = form(as_json=as_json, plain=plain)
    if as_toml:
        if not _write_rulebook(files[0], out, how):
            context.exit(ExitCode.FINDINGS)
        return
    failed = False
    for position, file in enumerate(files):
        try:
            _read(
                file,
                how,
                as_text=as_text,
                explain=explain,
                highlight=highlight,
                several=len(files) > 1,
                first=not position,
            )
        except BadInputError as trouble:
            if len(files) == 1:
                raise
            click.echo(f"Error: {trouble}", err=True)
            failed = True
    if failed:
        context.exit(ExitCode.BAD_INPUT)


def _read(
    file: Path, how: Form, *, as_text: bool, explain: bool, highlight: Path | None, several: bool, first: bool
) -> None:
    from soordered.wiring.reading import read

    path = _STDIN if file == Path("-") else file
    if highlight is not None and path == _STDIN:
        raise click.UsageError("--highlight needs a file, not what another program writes.")
    reading = read(path)
    if highlight is not None:
        _highlight(reading, path, highlight)
    if as_text:
        write(reading.text.original)
    elif how is Form.JSON:
        from soordered.orders.fields_from_reading import reading_fields

        show_json(reading_fields(reading), one_line=several)
    else:
        from soordered.cli.blocks_from_reading import reading_page
        from soordered.cli.blocks_from_trace import trace
        from soordered.wiring.accepted_lawbook import accepted_lawbook

        if not first:
            write("\n")
        source = reading.rulebook.sources[0]
        computed_from = f"{file.name}, version {source.sha256[:12]}"
        show(
            (
                *reading_page(reading.header, reading.rulebook, name=file.name),
                *(trace(reading) if explain else ()),
                disclaimer(computed_from, verified="unverified", lawbook=accepted_lawbook().label),
            ),
            how,
        )


def _highlight(reading: OrderReading, path: Path, target: Path) -> None:
    from soordered.cli.words_for_rules import norm_in_words, timing_in_words
    from soordered.rules.rule import Rule
    from soordered.wiring.highlighting import write_highlighted

    def note(one: Rule | Unread) -> str:
        if isinstance(one, Rule):
            when = "" if one.timing is None else f"\n{timing_in_words(one.timing)}"
            doubts = "".join(f"\n{doubt}" for doubt in one.doubts)
            return f"{one.id}\n{norm_in_words(one)}{when}{doubts}"
        return f"Not read: {one.why}"

    marked = write_highlighted(reading, path, target, note=note)
    click.echo(f"{marked} marked in {target}.", err=True)


def _write_rulebook(file: Path, out: Path | None, how: Form) -> bool:
    """Write the rulebook of an order, or show how it differs from the one that somebody has begun to review."""
    from soordered.rulefiles.toml_from_rulebook import toml_from_rulebook
    from soordered.wiring.reading import read

    book = read(_STDIN if file == Path("-") else file).rulebook
    if out is None:
        write(toml_from_rulebook(book))
        return True
    from soordered.wiring.reviewed_rulebook import write_unless_reviewed

    held = write_unless_reviewed(book, out)
    if held is None:
        click.echo(f"{len(book)} rules written to {out}. Review them there, correct them, and sign each.", err=True)
        return True
    if not held.difference:
        click.echo(f"{out} holds these rules already ({held.said}); nothing was written.", err=True)
        return True
    from soordered.cli.diff import difference_blocks
    from soordered.wiring.accepted_lawbook import accepted_lawbook

    foot = disclaimer(f"{out} and {file}", verified=held.said, lawbook=accepted_lawbook().label)
    show((*difference_blocks(held.difference, str(out), f"{file} as it is read now"), foot), how)
    click.echo(
        f"{out} was left as it is. Take over by hand what is right, or write to another file: --out NEW", err=True
    )
    return False


def _read_many(
    context: click.Context, files: tuple[Path, ...], out: Path | None, *, engine: str, workers: int | None
) -> None:
    """Read files and folders into lines of JSON; exit with 1 if some could not be read, with 2 if none could."""
    from soordered.cli.progress_bar import progress_bar
    from soordered.wiring.reading_many import lines_into, lines_of, many_files

    found = many_files(files, target=out)
    failed = 0
    try:
        with progress_bar("Reading", len(found.paths)) as progress:
            if out is not None:
                done = lines_into(out, found, engine=engine, workers=workers, progress=progress)
                failed = done.failed
            else:
                for line in lines_of(found, engine=engine, workers=workers, progress=progress):
                    write(line.text + "\n")
                    failed += line.failed
    except ModuleNotFoundError as missing:
        if (missing.name or "").split(".")[0] != "ray":
            raise
        raise OptionalPartMissingError(
            "ray", needed_for="--engine ray", install="pip install 'soordered[ray]'"
        ) from None
    if out is not None:
        click.echo(f"{len(found.paths) - failed} of {len(found.paths)} files read into {out}.", err=True)
    if failed:
        context.exit(ExitCode.BAD_INPUT if failed == len(found.paths) else ExitCode.FINDINGS)
