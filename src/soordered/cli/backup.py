"""``soordered backup``: the whole installation in one file."""

from __future__ import annotations

from pathlib import Path

import click

from soordered.cli.opened_database import opened_database
from soordered.cli.showing import Form, form, forms, show, show_json


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@forms
def command(*, file: Path, as_json: bool, plain: bool) -> None:
    r"""Write everything the installation holds into FILE, as of one moment; others may go on working.

    Private texts stay locked in it, and the keys that open them are not in it: keep a copy of the key file apart.

    \b
    soordered backup /mnt/safe/monday.backup
    """
    from soordered.cli.blocks import Field, Fields, Heading, Paragraph, Tone

    database = opened_database()
    from soordered.wiring.backup_files import back_up

    made = back_up(file, database=database)
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        show_json({"file": str(file), "sha256": made.sha256, "rows": made.rows, "locking_keys": list(made.keys)})
        return
    keys = ", ".join(made.keys)
    fields = Fields(
        (
            Field("Matters", str(made.rows["matter"])),
            Field("Entries", str(made.rows["entry"])),
            Field("Private texts", str(made.rows["private_text"])),
            Field("SHA-256", made.sha256),
        )
    )
    apart = Paragraph(f"A restore needs the key file with {keys}; it is not in the back-up.", Tone.WARNING)
    show((Heading(f"Backed up to {file}", level=1), fields, *((apart,) if keys else ())), how)
