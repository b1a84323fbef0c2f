"""``soordered private``: a text locked and bound on one's own machine, for those who do not trust the host."""

from __future__ import annotations

from pathlib import Path

import click

from soordered.cli.showing import Form, form, forms, show, show_json

_FILE = click.Path(path_type=Path)


@click.command("lock")
@click.argument("text", type=_FILE)
@click.option("--matter", required=True, help="The matter's id.")
@click.option("--stream", required=True, help="Whose text it is: plaintiff, defendant, or non_party:ID.")
@click.option("--key", required=True, help="Which text it is, as the server names it.")
@click.option("--part", required=True, type=_FILE, help="Write here what the host is to be given.")
@click.option("--release", required=True, type=_FILE, help="Write here what you keep until the exchange.")
@forms
def lock_command(
    *, text: Path, matter: str, stream: str, key: str, part: Path, release: Path, as_json: bool, plain: bool
) -> None:
    """Lock and bind the file TEXT: one file for the host, who cannot read it, and one that you keep."""
    from soordered.cli.blocks import Items, Paragraph, Tone
    from soordered.wiring.own_key_files import lock_file

    commitment = lock_file(text, matter=matter, stream=stream, key=key, part=part, release=release)
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        show_json({"part": str(part), "release": str(release), "commitment": commitment})
        return
    keep = f"Keep {release} to yourself until the exchange; without it nobody can read the text again."
    show(
        (
            Items((f"For the host: {part}", f"Bound by {commitment}")),
            Paragraph(keep, Tone.WARNING),
        ),
        how,
    )


@click.command("open")
@click.argument("part", type=_FILE)
@click.argument("release", type=_FILE)
@click.option("--out", type=_FILE, help="Write the text here, instead of on the screen.")
@forms
def open_command(*, part: Path, release: Path, out: Path | None, as_json: bool, plain: bool) -> None:
    """Open what was locked with what was kept, and check that it is the text that was bound."""
    from soordered.cli.blocks import Paragraph
    from soordered.cli.showing import write
    from soordered.wiring.own_key_files import open_files

    text, commitment = open_files(part, release, out=out)
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        show_json({"commitment": commitment, "text": text if out is None else None, "file": str(out) if out else None})
        return
    if out is None:
        write(text)
        return
    show((Paragraph(f"{out} holds the text that was bound by {commitment}."),), how)


@click.group("private", invoke_without_command=True)
@forms
@click.pass_context
def command(context: click.Context, *, as_json: bool, plain: bool) -> None:  # noqa: ARG001  the parts print
    r"""Own-key mode: lock a private text on your own machine, and open it at the exchange.

    \b
    soordered private lock position.txt --matter harbor --stream plaintiff --key i1 --part p.json --release r.json
    """
    if context.invoked_subcommand is None:
        raise click.UsageError("Say which: soordered private lock, or soordered private open.", context)


command.add_command(lock_command)
command.add_command(open_command)
