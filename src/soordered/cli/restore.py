"""``soordered restore``: an empty database filled from a back-up."""

from __future__ import annotations

from pathlib import Path

import click

from soordered.cli.opened_database import opened_database
from soordered.cli.showing import Form, form, forms, show, show_json


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@forms
def command(*, file: Path, as_json: bool, plain: bool) -> None:
    r"""Fill the empty database that SOORDERED_DATABASE names from the back-up FILE, and verify every record in it.

    All of it is restored, or nothing. The key file of the private texts in it has to be at hand.

    \b
    SOORDERED_DATABASE=new.sqlite3 soordered restore /mnt/safe/monday.backup
    """
    from soordered.cli.blocks import Paragraph

    database = opened_database()
    from soordered.wiring.backup_files import restore

    made = restore(file, database=database)
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        show_json({"file": str(file), "sha256": made.sha256, "rows": made.rows, "locking_keys": list(made.keys)})
        return
    words = f"{made.rows['matter']} matters with {made.rows['entry']} entries are restored, and each record holds."
    show((Paragraph(words),), how)
