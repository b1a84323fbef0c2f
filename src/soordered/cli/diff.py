"""``soordered diff``: what changed between two orders, rule by rule, with the words of both."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from soordered.cli.days_from_words import DayOrHour
from soordered.cli.showing import Form, disclaimer, form, forms, show, show_json

if TYPE_CHECKING:
    from soordered.casework.case_run import Moved
    from soordered.cli.blocks import Block
    from soordered.rules.difference_from_rulebooks import Difference, RuleChange
    from soordered.rules.rulebook import Rulebook


@click.command("diff")
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option("--case", type=click.Path(path_type=Path), help="Show which live dates of this case B would move.")
@click.option("--as-of", type=DayOrHour(), help="The day asked about in the case; its own, else today.")
@forms
def command(*, before: str, after: str, case: Path | None, as_of: dt.date | None, as_json: bool, plain: bool) -> None:
    r"""Compare the orders A and B: each an order's text, a rulebook (.toml), or the id of a shipped order.

    What the text held of one order lacks because it begins in the middle is said so, and not called removed.
    With --case, the case is run as if B had governed in A's place.

    \b
    soordered diff cand-spero-2007-07-30 cand-spero-2010-07-07
    """
    from soordered.rules.difference_from_rulebooks import difference
    from soordered.wiring.accepted_lawbook import accepted_lawbook
    from soordered.wiring.rulebook_at import rulebook_at

    old, new = rulebook_at(before), rulebook_at(after)
    found = difference(old.book, new.book)
    moved = None if case is None else _moved(case, old.book, new.book, as_of)
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        from soordered.casework.fields_from_run import moved_fields
        from soordered.rules.fields_from_difference import difference_fields

        fields = {**difference_fields(found), "lawbook": accepted_lawbook().label}
        show_json(fields if moved is None else {**fields, "moved": [moved_fields(item) for item in moved]})
        return
    verified = old.verified if old.verified == new.verified else f"{old.verified}; {new.verified}"
    foot = disclaimer(
        f"{old.computed_from} and {new.computed_from}", verified=verified, lawbook=accepted_lawbook().label
    )
    show((*difference_blocks(found, before, after), *_dates(moved), foot), how)


def _moved(case: Path, old: Rulebook, new: Rulebook, as_of: dt.date | None) -> tuple[Moved, ...]:
    from soordered.casework.moved_by_order import moved_by_order
    from soordered.wiring.case import Case
    from soordered.wiring.what_if import case_under

    held = Case.load(case)
    other = case_under(held, old, new)
    return moved_by_order(held.run(as_of=as_of), other.run(as_of=as_of), why="the other version of the order")


def _dates(moved: tuple[Moved, ...] | None) -> tuple[Block, ...]:
    from soordered.cli.blocks import Heading, Paragraph, Row, Table
    from soordered.cli.blocks_from_deadline import dates_in_a_line

    if moved is None:
        return ()
    rows = tuple(
        Row(
            (
                item.title,
                dates_in_a_line(item.old) if item.old else "no date",
                dates_in_a_line(item.new) if item.new else "no date",
            )
        )
        for item in moved
    )
    title = Heading("Live dates that B would move")
    return (title, Table(("Duty", "Now", "Under B"), rows)) if rows else (title, Paragraph("None."))


def difference_blocks(found: Difference, before: str, after: str) -> tuple[Block, ...]:
    """Lay out what differs between two rulebooks.

    Args:
        found: the difference.
        before: name of the earlier one.
        after: name of the later one.
    """
    from soordered.cli.blocks import Heading, Items, Paragraph, Row, Table, Tone
    from soordered.rules.difference_from_rulebooks import ChangeKind

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
    from soordered.cli.words_for_rules import norm_in_words

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
