"""``soordered import``: a case file, or the record of a matter from another installation, into the database."""

from __future__ import annotations

from pathlib import Path

import click

from soordered.cli.opened_database import opened_database, this_moment
from soordered.cli.showing import Form, form, forms, show, show_json


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--id", "matter", default="", help="The matter's id; made from the title if not given. Case files only.")
@click.option(
    "--side", type=click.Choice(["plaintiff", "defendant"]),
    help="Adopt the orders' rulebooks as this side's view; none is adopted if not given. Case files only.",
)  # fmt: skip
@forms
def command(*, file: Path, matter: str, side: str | None, as_json: bool, plain: bool) -> None:
    r"""Make a matter of FILE: a case file (.toml), or a record that `soordered export` wrote.

    A record is verified first and keeps its id, its entries and its chain.

    \b
    soordered import our_case.toml --side plaintiff
    """
    from soordered.cli.blocks import Paragraph

    database = opened_database()
    how = form(as_json=as_json, plain=plain)
    if file.suffix.lower() == ".toml":
        from soordered.disputes.names import Side
        from soordered.wiring.case_files import import_case

        made = import_case(file, database=database, now=this_moment(), matter=matter, side=Side(side) if side else None)
        if how is Form.JSON:
            show_json({"matter": made.matter, "entries": made.entries, "adopted": list(made.adopted)})
            return
        adopted = f"; adopted for the {side}: {', '.join(made.adopted)}" if made.adopted else ""
        show((Paragraph(f"{made.matter}: {made.entries} entries recorded{adopted}."),), how)
        return
    if matter or side:
        raise click.UsageError("--id and --side are for case files; a record keeps its id and what was adopted.")
    from soordered.wiring.record_files import import_record

    found = import_record(file, database=database)
    if how is Form.JSON:
        show_json({"matter": found.matter, "entries": found.entries, "adopted": []})
        return
    show((Paragraph(f"{found.matter}: {found.entries} entries taken in, each verified."),), how)
