"""``soordered verify``: a record's file, checked without the database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from soordered.cli.exit_codes import ExitCode
from soordered.cli.showing import Form, form, forms, show, show_json

if TYPE_CHECKING:
    from soordered.cli.blocks import Block
    from soordered.record.verification import Verification

_FILE = click.Path(path_type=Path)

_SHOWN = 40  # faults told on a page; one slip early in a file can break every line after it


@click.command("verify")
@click.argument("file", type=_FILE)
@click.option("--key", "keys", multiple=True, type=_FILE, help="A public key in PEM that you know; may be repeated.")
@click.option("--anchor", "anchors", multiple=True, type=_FILE, help="A checkpoint that was kept elsewhere.")
@forms
@click.pass_context
def command(
    context: click.Context,
    *,
    file: Path,
    keys: tuple[Path, ...],
    anchors: tuple[Path, ...],
    as_json: bool,
    plain: bool,
) -> None:
    r"""Check the record in FILE: chain, what each entry says, signatures, openings, letters; say what that proves.

    No database and no network is needed. The exit code is 1 if anything does not hold.

    \b
    soordered verify harbor-v-meridian.record.jsonl --key server.pub.pem --anchor kept.checkpoint
    """
    from soordered.wiring.verified_file import verify_file

    found = verify_file(file, keys=keys, anchors=anchors)
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        from soordered.record.fields_from_verification import verification_fields

        show_json(verification_fields(found))
    else:
        show(_page(file, found), how)
    if not found.holds:
        context.exit(ExitCode.FINDINGS)


def _page(file: Path, found: Verification) -> list[Block]:
    from soordered.cli.blocks import Field, Fields, Heading, Items, Paragraph, Row, Table, Tone
    from soordered.record.words_of_verification import leaves_open, proves

    blocks: list[Block] = [
        Heading(f"{file}: {'the record holds' if found.holds else 'the record does NOT hold'}", level=1),
        Fields(
            (
                Field("Matter", found.matter or "not said"),
                Field("Made for", ", ".join(found.audience or ()) or "everybody"),
                Field("Entries", str(found.entries)),
                Field("Withheld", str(len(found.withheld))),
                Field("Erased", str(len(found.erased))),
            )
        ),
    ]
    if not found.holds:
        rows = tuple(Row((item.fault.value, item.where, item.what), Tone.WARNING) for item in found.breaks[:_SHOWN])
        blocks += [Heading("What is wrong"), Table(("Fault", "Where", "What"), rows)]
        if len(found.breaks) > _SHOWN:
            blocks.append(Paragraph(f"And {len(found.breaks) - _SHOWN} more; --json lists them all."))
        return blocks
    blocks += [
        Heading("What this proves"),
        Items(proves(found)),
        Heading("What it does not prove"),
        Items(leaves_open(found)),
    ]
    return blocks
