"""``soordered lawbook``: the shipped law, its worked examples, whether its files are whole, and a newer one."""

from __future__ import annotations

from pathlib import Path

import click

from soordered.cli.blocks import Block
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
    """
    if context.invoked_subcommand is not None:
        return
    from soordered.cli.blocks import Heading, Row, Table  # noqa: PLC0415  the help needs no lawbook
    from soordered.provenance.dates_in_words import day_in_words  # noqa: PLC0415
    from soordered.wiring.counting import law_of  # noqa: PLC0415

    law = law_of("federal", None)
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
        show_json({"lawbook": law.version, "regimes": versions})
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
            Table(("Version", "Rule", "In force", "Source [how sure]"), rows),
        ),
        how,
    )


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
    from soordered.cli.blocks import Paragraph, Row, Table, Tone  # noqa: PLC0415  the help needs no lawbook
    from soordered.lawbook.examples_from_data import examples  # noqa: PLC0415
    from soordered.wiring.examples_run import run_examples  # noqa: PLC0415

    wanted = tuple(word.lower() for word in words)
    chosen = [
        example
        for example in examples()
        if not wanted or any(text.lower().startswith(wanted) for text in (example.id, example.topic, example.rule))
    ]
    if not chosen:
        raise click.UsageError(f"No example begins with {' or '.join(words)}; see the list without words.")
    outcomes = run_examples(chosen)
    wrong = [outcome for outcome in outcomes if not outcome.ok]
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        from soordered.wiring.examples_run import outcome_fields  # noqa: PLC0415  only for JSON

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
    """Compare every file of the lawbook with the digests it was shipped with."""
    from soordered.cli.blocks import Items, Paragraph, Tone  # noqa: PLC0415  the help needs no lawbook
    from soordered.lawbook.manifest import differences, manifest  # noqa: PLC0415

    shipped, found = manifest(), differences()
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        show_json(
            {"lawbook": shipped.version, "files": len(shipped.files), "digest": shipped.digest, "differ": list(found)}
        )
    else:
        words = f"Lawbook {shipped.version}: {len(shipped.files)} files, sha256 of the whole {shipped.digest}."
        show(
            (
                Paragraph(words),
                *((Items(found, Tone.WARNING),) if found else (Paragraph("Every file is as shipped."),)),
            ),
            how,
        )
    if found:
        context.exit(1)


@command.command("update")
@click.argument("pack", type=click.Path(path_type=Path))
@click.option("--case", "cases", multiple=True, type=click.Path(path_type=Path), help="A case file whose dates to try.")
@click.option("--as-of", help="The day to run the cases for, instead of their own or today.")
@click.option("--accept", is_flag=True, help="Keep the pack: put it into the folder that SOORDERED_LAWBOOK names.")
@forms
def update_command(
    *, pack: Path, cases: tuple[Path, ...], as_of: str | None, accept: bool, as_json: bool, plain: bool
) -> None:
    """Show which dates of your cases a newer lawbook would move, and why; keep it with --accept."""
    from soordered.cli.blocks import Field, Fields, Heading, Items, Paragraph  # noqa: PLC0415  the help needs no lawbook
    from soordered.wiring.lawbook_packs import keep, update  # noqa: PLC0415

    found = update(pack, cases, as_of=as_of)
    kept = keep(found) if accept else None
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        from soordered.wiring.lawbook_packs import update_fields  # noqa: PLC0415  only for JSON

        show_json({**update_fields(found), "kept": str(kept) if kept else None})
        return
    blocks: list[Block] = [
        Heading(f"Lawbook {found.before.version} to {found.pack.version}", level=1),
        Fields((Field("Files", ", ".join(sorted(found.pack.files))), Field("Changes", found.pack.words))),
    ]
    for case in found.cases:
        blocks.append(Heading(case.name))
        moved = tuple(f"{move.what}: {move.dates}. {move.why}" for move in case.moves)
        blocks.append(Items(moved) if moved else Paragraph("No date moves."))
    last = f"Kept in {kept}." if kept else "Nothing was written; --accept keeps the pack."
    show((*blocks, Paragraph(last)), how)
