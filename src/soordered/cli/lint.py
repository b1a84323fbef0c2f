"""``soordered lint``: the doubts in an order, the costliest first, each with its words and what to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from soordered.cli.exit_codes import ExitCode
from soordered.cli.showing import Form, disclaimer, form, forms, show, show_json

if TYPE_CHECKING:
    from soordered.casework.findings import Finding
    from soordered.cli.blocks import Block


@click.command("lint")
@click.argument("order")
@click.option("--court", help="The court by its CM/ECF id; the one the order names, if not given.")
@forms
@click.pass_context
def command(context: click.Context, *, order: str, court: str | None, as_json: bool, plain: bool) -> None:
    r"""List what ORDER leaves open: more than one date, word and figure that differ, limits that collide.

    ORDER is an order's text, a rulebook (.toml), or the id of a shipped order.
    The exit code is 1 if a date or a meaning is in doubt, and 0 if there are notes only.

    \b
    soordered lint order.txt
    """
    from soordered.casework.findings import Severity
    from soordered.casework.lint_rulebook import lint_fields
    from soordered.wiring.accepted_lawbook import accepted_lawbook
    from soordered.wiring.linting import lint_order
    from soordered.wiring.rulebook_at import rulebook_at

    named = rulebook_at(order)
    findings = lint_order(named.book, court=court)
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        show_json({**lint_fields(findings), "lawbook": accepted_lawbook().label})
    else:
        foot = disclaimer(named.computed_from, verified=named.verified, lawbook=accepted_lawbook().label)
        show((*_page(order, findings), foot), how)
    if any(finding.severity is not Severity.NOTE for finding in findings):
        context.exit(ExitCode.FINDINGS)


def _page(order: str, findings: tuple[Finding, ...]) -> tuple[Block, ...]:
    from soordered.casework.findings import Severity
    from soordered.cli.blocks import Heading, Paragraph, Row, Table, Tone
    from soordered.cli.blocks_from_case_run import quoted

    blocks: list[Block] = [Heading(f"{order}: {len(findings)} findings", level=1)]
    titles = {
        Severity.DATE: "A date can come out differently",
        Severity.MEANING: "It can be understood differently",
        Severity.NOTE: "To be known",
    }
    for severity, title in titles.items():
        rows = tuple(
            Row((finding.code, finding.what, finding.where, quoted(finding.quote), finding.remedy))
            for finding in findings
            if finding.severity is severity
        )
        if rows:
            blocks += [Heading(title), Table(("Kind", "Doubt", "Where", "Quote", "Remedy"), rows)]
    if not findings:
        blocks.append(Paragraph("No doubt was found; that is no proof that there is none.", Tone.QUIET))
    return tuple(blocks)
