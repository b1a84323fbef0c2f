"""``soordered lawbook``: the versions of the counting rule that are shipped, with their sources."""

from __future__ import annotations

import click

from soordered.cli.showing import Form, form, forms, show, show_json


@click.command("lawbook")
@forms
def command(*, as_json: bool, plain: bool) -> None:
    """List the versions of the counting rule, when each was in force and where it was read."""
    from soordered.cli.blocks import Heading, Row, Table  # noqa: PLC0415  the help needs no lawbook
    from soordered.cli.words_for_dates import day_in_words  # noqa: PLC0415
    from soordered.lawbook.time_law_from_data import time_law  # noqa: PLC0415

    law = time_law("federal")
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
