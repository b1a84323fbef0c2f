"""``soordered diff``: what changed between two orders, rule by rule, with the words of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from soordered.cli.showing import Form, disclaimer, form, forms, show, show_json

if TYPE_CHECKING:
    from soordered.cli.blocks import Block
    from soordered.rules.difference_from_rulebooks import Difference, RuleChange


@click.command("diff")
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@forms
def command(*, before: str, after: str, as_json: bool, plain: bool) -> None:
    r"""Compare the orders A and B: each an order's text, a rulebook (.toml), or the id of a shipped order.

    What the text held of one order lacks because it begins in the middle is said so, and not called removed.

    \b
    soordered diff cand-spero-2007-07-30 cand-spero-2010-07-07
    """
    from soordered.lawbook.version import LAWBOOK_VERSION  # noqa: PLC0415  the help needs no lawbook
    from soordered.rules.difference_from_rulebooks import difference  # noqa: PLC0415
    from soordered.wiring.rulebook_at import rulebook_at  # noqa: PLC0415

    old, new = rulebook_at(before), rulebook_at(after)
    found = difference(old.book, new.book)
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        from soordered.rules.fields_from_difference import difference_fields  # noqa: PLC0415  only for JSON

        show_json(difference_fields(found))
        return
    verified = old.verified if old.verified == new.verified else f"{old.verified}; {new.verified}"
    foot = disclaimer(f"{old.computed_from} and {new.computed_from}", verified=verified, lawbook=LAWBOOK_VERSION)
    show((*_page(found, before, after), foot), how)


def _page(found: Difference, before: str, after: str) -> tuple[Block, ...]:
    from soordered.cli.blocks import Heading, Items, Paragraph, Row, Table, Tone  # noqa: PLC0415
    from soordered.rules.difference_from_rulebooks import ChangeKind  # noqa: PLC0415

    blocks: list[Block] = [Heading(f"From {before} to {after}", level=1)]
    for title, kind in (("Changed", ChangeKind.CHANGED), ("Added", ChangeKind.ADDED), ("Removed", ChangeKind.REMOVED)):
        changes = [change for change in found.changes if change.kind is kind]
        if changes:
            rows = tuple(_row(change) for change in changes)
            blocks += [Heading(title), Table(("Rule", "What", "Before", "After"), tuple(map(Row, rows)))]
    unheld = [str(change) for change in found.changes if change.kind not in {*_PLAIN_KINDS}]
    if unheld or found.not_held:
        blocks += [Heading("Not in the text held"), Items((*unheld, *found.not_held), Tone.QUIET)]
    if found.same:
        blocks += [Heading("The same in both"), Paragraph(", ".join(found.same), Tone.QUIET)]
    return tuple(blocks)


_PLAIN_KINDS = ("changed", "added", "removed")


def _row(change: RuleChange) -> tuple[str, ...]:
    from soordered.cli.words_for_rules import norm_in_words  # noqa: PLC0415

    rule = change.before or change.after
    fields = "; ".join(
        f"{item.field}: {item.before or 'not said'} to {item.after or 'not said'}" for item in change.fields
    )
    before, after = change.quotes()
    return (
        change.rule_id,
        fields or (norm_in_words(rule) if rule is not None else ""),
        "" if before is None else f"{before} ({before.place()})" if before.text else str(before),
        "" if after is None else f"{after} ({after.place()})" if after.text else str(after),
    )
