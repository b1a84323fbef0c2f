"""``soordered lawbook update``, ``pack``, ``sign`` and ``key``: a newer lawbook, from its publisher to who counts by it."""

from __future__ import annotations

from pathlib import Path

import click

from soordered.cli.blocks import Block
from soordered.cli.showing import Form, form, forms, show, show_json

_FILE = click.Path(path_type=Path)


@click.command("update")
@click.argument("pack", type=_FILE)
@click.option("--case", "cases", multiple=True, type=_FILE, help="A case file whose dates to try, or a folder of them.")
@click.option("--as-of", help="The day to run the cases for, instead of their own or today.")
@click.option("--accept", is_flag=True, help="Keep the pack: put it into the folder that SOORDERED_LAWBOOK names.")
@click.option(
    "--unsigned", is_flag=True, help="Take a pack that no trusted publisher signed; every output will say so."
)
@forms
def update_command(
    *, pack: Path, cases: tuple[Path, ...], as_of: str | None, accept: bool, unsigned: bool, as_json: bool, plain: bool
) -> None:
    """Check who signed a newer lawbook and show which dates of your cases it would move, and why; --accept keeps it."""
    from soordered.cli.blocks import Field, Fields, Heading, Items, Paragraph, Tone
    from soordered.wiring.lawbook_packs import keep, update

    found = update(pack, cases, as_of=as_of, unsigned=unsigned)
    kept = keep(found) if accept else None
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        from soordered.wiring.lawbook_packs import update_fields

        show_json({**update_fields(found), "kept": str(kept) if kept else None})
        return
    signed = (
        Field("Signed by", found.publisher)
        if found.publisher
        else Field("Signed by", "nobody trusted here; taken because of --unsigned", Tone.WARNING)
    )
    blocks: list[Block] = [
        Heading(f"Lawbook {found.before.label} to {found.pack.label}", level=1),
        Fields((signed, Field("Files", ", ".join(found.brings)), Field("Changes", found.pack.words))),
    ]
    for case in found.cases:
        blocks.append(Heading(case.name))
        moved = tuple(f"{move.what}: {move.dates}. {move.why}" for move in case.moves)
        blocks.append(Items(moved) if moved else Paragraph("No date moves."))
    if found.left_out:
        blocks += [Heading("No case files"), Items(tuple(map(str, found.left_out)), Tone.QUIET)]
    if found.examples:
        lost = tuple(
            f"{outcome.example.id}, {outcome.example.topic}: {'; '.join(outcome.differences)}"
            for outcome in found.examples
        )
        blocks += [Heading("Worked examples that would come out differently"), Items(lost, Tone.WARNING)]
    last = f"Kept; {kept} lists it." if kept else "Nothing was written; --accept keeps the pack."
    show((*blocks, Paragraph(last)), how)


@click.command("pack")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("out", type=_FILE)
@click.option("--version", required=True, help="The version of the lawbook that the pack makes, such as 2026.12.1.")
@click.option("--words", required=True, help="What it changes, in a sentence for those who will be asked to accept it.")
@forms
def pack_command(*, folder: Path, out: Path, version: str, words: str, as_json: bool, plain: bool) -> None:
    """Make a pack of the lawbook files under FOLDER that differ from the shipped ones, and write it to OUT."""
    from soordered.cli.blocks import Paragraph
    from soordered.wiring.pack_making import make_pack

    pack = make_pack(folder, out, version=version, words=words)
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        show_json({"pack": str(out), "version": pack.version, "files": sorted(pack.files)})
        return
    show((Paragraph(f"Lawbook {pack.version} in {out}, not signed yet: {', '.join(sorted(pack.files))}."),), how)


@click.command("sign")
@click.argument("pack", type=_FILE)
@click.option(
    "--key", required=True, type=_FILE, help="The publisher's private key, as `soordered lawbook key` made it."
)
@click.option("--out", type=_FILE, help="Write the signed pack here, instead of in the place of PACK.")
@forms
def sign_command(*, pack: Path, key: Path, out: Path | None, as_json: bool, plain: bool) -> None:
    """Sign PACK with a publisher's key; SOORDERED_KEY_PASSPHRASE unlocks it."""
    from soordered.cli.blocks import Paragraph
    from soordered.wiring.pack_making import sign_pack

    done = sign_pack(pack, key, out=out)
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        show_json({"pack": str(done.path), "version": done.version, "key": done.key})
        return
    show((Paragraph(f"{done.path}: lawbook {done.version}, signed with the key {done.key}."),), how)


@click.command("key")
@click.argument("name", type=_FILE)
@forms
def key_command(*, name: Path, as_json: bool, plain: bool) -> None:
    """Make a publisher's key: NAME.key.pem to sign with and keep, NAME.pub.pem to give away."""
    from soordered.cli.blocks import Field, Fields, Tone
    from soordered.wiring.pack_making import PASSPHRASE, make_key

    made = make_key(name)
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        show_json(
            {
                "private": str(made.private),
                "public": str(made.public),
                "fingerprint": made.fingerprint,
                "locked": made.locked,
            }
        )
        return
    locked = (
        Field("Locked", "by the passphrase given")
        if made.locked
        else Field("Locked", f"no; set {PASSPHRASE} to lock a key", Tone.WARNING)
    )
    show(
        (
            Fields(
                (
                    Field("Private key", f"{made.private}; keep it, and show it to nobody"),
                    Field("Public key", f"{made.public}; give it to those who are to trust your packs"),
                    Field("Fingerprint", made.fingerprint),
                    locked,
                )
            ),
        ),
        how,
    )
