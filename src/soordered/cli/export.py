"""``soordered export``: a matter's record as one file, or as a case file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from soordered.cli.opened_database import opened_database, this_moment
from soordered.cli.showing import Form, form, forms, show, show_json

if TYPE_CHECKING:
    from soordered.cli.blocks import Block
    from soordered.wiring.database import OpenDatabase

_FILE = click.Path(path_type=Path)


@click.command("export")
@click.argument("matter", required=False)
@click.option("--out", type=_FILE, help="Where to write; MATTER.record.jsonl, or MATTER.toml, if not given.")
@click.option(
    "--for", "readers", multiple=True, help="Make it for this side or party alone; may be repeated. All of it if not."
)
@click.option("--checkpoint", type=_FILE, help="Write the newest checkpoint here too, to be kept somewhere else.")
@click.option("--case", "as_case", is_flag=True, help="Write a case file that `soordered run` takes, not the record.")
@click.option("--side", type=click.Choice(["plaintiff", "defendant"]), help="With --case: whose rulebooks to write.")
@click.option("--list", "listing", is_flag=True, help="List the matters that have a record, the latest first.")
@forms
@click.pass_context
def command(
    context: click.Context,
    *,
    matter: str | None,
    out: Path | None,
    readers: tuple[str, ...],
    checkpoint: Path | None,
    as_case: bool,
    side: str | None,
    listing: bool,
    as_json: bool,
    plain: bool,
) -> None:
    r"""Write the record of MATTER into one file that anybody can verify without the database.

    With --for it holds what that side or party may read; the rest is withheld, and the chain still verifies.

    \b
    soordered export harbor-v-meridian --for defendant --out for_defendant.jsonl
    """
    how = form(as_json=as_json, plain=plain)
    if listing:
        _list(how)
        return
    if matter is None:
        raise click.UsageError("MATTER is missing. `soordered export --list` lists the matters.", context)
    database = opened_database()
    if as_case:
        _write_case(matter, out or Path(f"{matter}.toml"), database=database, side=side, how=how)
        return
    _write_record(
        matter,
        out or Path(f"{matter}.record.jsonl"),
        database=database,
        readers=readers,
        checkpoint=checkpoint,
        how=how,
    )


def _write_record(
    matter: str,
    out: Path,
    *,
    database: OpenDatabase,
    readers: tuple[str, ...],
    checkpoint: Path | None,
    how: Form,
) -> None:
    from soordered.cli.blocks import Field, Fields, Heading, Items, Tone
    from soordered.record.checkpoints import checkpoint_bytes
    from soordered.record.entry import MatterId
    from soordered.wiring.new_files import write_new
    from soordered.wiring.record_files import NoCheckpointError, export_matter

    made = export_matter(MatterId(matter), database=database, now=this_moment(), audience=readers)
    if checkpoint is not None and made.checkpoint is None:
        raise NoCheckpointError
    write_new(out, made.data)
    if checkpoint is not None and made.checkpoint is not None:
        write_new(checkpoint, checkpoint_bytes(made.checkpoint))
    found = made.found
    if how is Form.JSON:
        show_json(
            {
                "matter": matter,
                "file": str(out),
                "sha256": made.digest,
                "audience": None if found.audience is None else list(found.audience),
                "entries": found.entries,
                "withheld": list(found.withheld),
                "erased": [gone.position for gone in found.erased],
                "signed_to": max((mark.position for mark in found.signed), default=0),
                "checkpoint": str(checkpoint) if checkpoint else None,
                "holds": found.holds,
            }
        )
        return
    blocks: list[Block] = [
        Heading(f"The record of {matter}", level=1),
        Fields(
            (
                Field("Written", str(out)),
                Field("For", ", ".join(found.audience or ()) or "everybody: it holds all entries"),
                Field("Entries", f"{found.entries}, of which {len(found.withheld)} withheld"),
                Field("SHA-256", made.digest),
            )
        ),
    ]
    if not found.holds:
        blocks.append(Items(tuple(str(item) for item in found.breaks), Tone.WARNING))
    show(blocks, how)


def _write_case(matter: str, out: Path, *, database: OpenDatabase, side: str | None, how: Form) -> None:
    from soordered.cli.blocks import Items, Paragraph, Tone
    from soordered.disputes.names import Side
    from soordered.record.entry import MatterId
    from soordered.wiring.case_files import case_of_matter
    from soordered.wiring.new_files import write_new

    written = case_of_matter(MatterId(matter), database=database, side=Side(side) if side else None)
    files = {out.parent / name: data for name, data in written.files.items()}
    wanted = [path for path, data in files.items() if not (path.is_file() and path.read_bytes() == data)]
    write_new(out, written.text.encode())
    for path in wanted:
        write_new(path, files[path])
    if how is Form.JSON:
        show_json(
            {
                "matter": matter,
                "file": str(out),
                "beside": [str(path) for path in files],
                "left_out": list(written.left_out),
            }
        )
        return
    blocks: list[Block] = [Paragraph(f"{matter} is written to {out}.")]
    if files:
        blocks.append(Items(tuple(f"Beside it: {path}" for path in files)))
    if written.left_out:
        words = tuple(f"No rulebook of {order} is held in this view; add it to the file." for order in written.left_out)
        blocks.append(Items(words, Tone.WARNING))
    show(blocks, how)


def _list(how: Form) -> None:
    from soordered.cli.blocks import Heading, Paragraph, Row, Table, Tone

    database = opened_database()
    from soordered.store.summaries import latest_summaries

    lines = latest_summaries(using=database.using, limit=1000)
    if how is Form.JSON:
        show_json(
            {
                "matters": [
                    {
                        "matter": line.matter,
                        "title": line.title,
                        "court": line.court,
                        "number": line.number,
                        "entries": line.entries,
                        "recorded_at": line.recorded_at.isoformat(),
                    }
                    for line in lines
                ]
            }
        )
        return
    rows = tuple(
        Row((line.matter, line.title, line.number, str(line.entries), f"{line.recorded_at:%Y-%m-%d %H:%M}"))
        for line in lines
    )
    empty = Paragraph("No matter has a record here. `soordered import` makes one of a case file.", Tone.QUIET)
    table = Table(("Matter", "Title", "Number", "Entries", "Last, UTC"), rows)
    show((Heading("Matters", level=1), table if rows else empty), how)
