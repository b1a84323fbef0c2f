"""``soordered lawbook``: the shipped law, its worked examples, whether its files are whole, and a newer one."""

from __future__ import annotations

import click

from soordered.cli.blocks import Block
from soordered.cli.lawbook_packs import key_command, pack_command, sign_command, update_command
from soordered.cli.showing import Form, form, forms, show, show_json


@click.group("lawbook", invoke_without_command=True)
@forms
@click.pass_context
def command(context: click.Context, *, as_json: bool, plain: bool) -> None:
    r"""List the versions of the counting rule, when each was in force and where it was read.

    \b
    soordered lawbook examples
    soordered lawbook verify
    soordered lawbook update PACK --case CASE
    soordered lawbook pack FOLDER OUT --version 2026.12.1 --words "…"
    soordered lawbook sign PACK --key FILE
    """
    if context.invoked_subcommand is not None:
        return
    from soordered.cli.blocks import Heading, Row, Table
    from soordered.provenance.dates_in_words import day_in_words
    from soordered.wiring.accepted_lawbook import accepted_lawbook
    from soordered.wiring.counting import law_of

    law, pack = law_of("federal", None), accepted_lawbook()
    files = ", ".join(sorted(pack.files))
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        versions = [
            {
                "id": regime.id,
                "family": regime.family,
                "in_force": regime.in_force.isoformat(),
                "ends": regime.ends.isoformat() if regime.ends else None,
                "cite": regime.cite,
                "source": regime.source,
            }
            for regime in law.regimes
        ]
        accepted = {"signed_by": pack.publisher or None, "files": sorted(pack.files)} if pack.files else None
        show_json({"lawbook": law.version, "accepted": accepted, "regimes": versions})
        return
    rows = tuple(
        Row(
            (
                regime.id,
                regime.cite,
                f"{day_in_words(regime.in_force)} to {day_in_words(regime.ends) if regime.ends else 'today'}",
                regime.source,
            )
        )
        for regime in law.regimes
    )
    show(
        (
            Heading(f"Lawbook {law.version}", level=1),
            *_accepted(pack.publisher, files),
            Table(("Version", "Rule", "In force", "Source [how sure]"), rows),
        ),
        how,
    )


def _accepted(publisher: str, files: str) -> tuple[Block, ...]:
    """Say which files of the lawbook in use were accepted in place of shipped ones, and who signed them."""
    from soordered.cli.blocks import Paragraph, Tone

    if not files:
        return ()
    if publisher:
        return (Paragraph(f"The last pack accepted was signed by {publisher}. Accepted files: {files}."),)
    return (Paragraph(f"The last pack was accepted though no trusted key signed it. Files: {files}.", Tone.WARNING),)


@command.command("examples")
@click.argument("words", nargs=-1, metavar="[WORD]...")
@forms
@click.pass_context
def examples_command(context: click.Context, *, words: tuple[str, ...], as_json: bool, plain: bool) -> None:
    r"""Count the worked examples of court time: expected, got, and whether they agree.

    With words, those whose id, topic or version of the rule begins with one of them.

    \b
    soordered lawbook examples
    soordered lawbook examples BK frcp-2009
    """
    from soordered.cli.blocks import Paragraph, Row, Table, Tone
    from soordered.lawbook.examples_from_data import examples
    from soordered.wiring.accepted_lawbook import accepted_lawbook
    from soordered.wiring.examples_run import run_examples

    wanted = tuple(word.lower() for word in words)
    chosen = [
        example
        for example in examples()
        if not wanted or any(text.lower().startswith(wanted) for text in (example.id, example.topic, example.rule))
    ]
    if not chosen:
        raise click.UsageError(f"No example begins with {' or '.join(words)}; see the list without words.")
    outcomes = run_examples(chosen, accepted_lawbook())
    wrong = [outcome for outcome in outcomes if not outcome.ok]
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        from soordered.wiring.examples_run import outcome_fields

        show_json({"examples": [outcome_fields(outcome) for outcome in outcomes], "differ": len(wrong)})
    else:
        rows = tuple(
            Row(
                (
                    outcome.example.id,
                    f"{outcome.example.period} {outcome.example.direction} {outcome.example.trigger}",
                    outcome.example.prevailing,
                    outcome.got,
                    "yes" if outcome.ok else "; ".join(outcome.differences),
                ),
                Tone.PLAIN if outcome.ok else Tone.WARNING,
            )
            for outcome in outcomes
        )
        total = f"Examples: {len(outcomes)}. Different: {len(wrong)}."
        show((Table(("Example", "Asked", "Expected", "Got", "Agrees"), rows), Paragraph(total)), how)
    if wrong:
        context.exit(1)


@command.command("verify")
@forms
@click.pass_context
def verify_command(context: click.Context, *, as_json: bool, plain: bool) -> None:
    """Compare every file of the lawbook with the digests it was shipped with, and check the packs that were accepted."""
    from soordered.cli.blocks import Items, Paragraph, Tone
    from soordered.lawbook.manifest import differences, manifest
    from soordered.wiring.accepted_lawbook import accepted_lawbook

    shipped, found, pack = manifest(), differences(), accepted_lawbook()
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        show_json(
            {
                "lawbook": shipped.version,
                "files": len(shipped.files),
                "digest": shipped.digest,
                "differ": list(found),
                "accepted": pack.label if pack.files else None,
            }
        )
    else:
        accepted = f"Lawbook {pack.label} was accepted in its place; every pack of it is as it was accepted."
        words = f"Lawbook {shipped.version}: {len(shipped.files)} files, sha256 of the whole {shipped.digest}."
        show(
            (
                Paragraph(words),
                *((Items(found, Tone.WARNING),) if found else (Paragraph("Every file is as shipped."),)),
                *((Paragraph(accepted),) if pack.files else ()),
            ),
            how,
        )
    if found:
        context.exit(1)


for _verb in (update_command, pack_command, sign_command, key_command):
    command.add_command(_verb)
