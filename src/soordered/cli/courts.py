"""``soordered courts``: the courts whose days the lawbook holds."""

from __future__ import annotations

import click

from soordered.calendars.court import CourtCalendar
from soordered.cli.showing import Form, form, forms, show, show_json


@click.command("courts")
@click.argument("words", nargs=-1, metavar="[WORD]...")
@forms
def command(*, words: tuple[str, ...], as_json: bool, plain: bool) -> None:
    r"""List the courts by their CM/ECF ids, those whose names hold every WORD if any is given.

    \b
    soordered courts california
    """
    from soordered.cli.blocks import Paragraph, Row, Table
    from soordered.lawbook.time_law_from_data import courts, divisions, time_law
    from soordered.wiring.accepted_lawbook import accepted_lawbook

    lawbook = accepted_lawbook()
    calendars = [
        calendar
        for calendar in (time_law(court, pack=lawbook).calendar for court in courts(lawbook))
        if all(word.lower() in f"{calendar.court} {calendar.name} {calendar.state}".lower() for word in words)
    ]
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        held = [
            {
                "court": calendar.court,
                "name": calendar.name,
                "state": calendar.state,
                "zones": [calendar.zone, *calendar.also_zones],
                "divisions": [
                    {"court": f"{calendar.court}/{name}", "name": words, "zone": zone}
                    for name, words, zone in divisions(calendar.court, lawbook)
                ],
                "clerk_closes": calendar.clerk_closes.isoformat("minutes") if calendar.clerk_closes else None,
                "notes": [note.words for note in calendar.notes],
            }
            for calendar in calendars
        ]
        show_json({"courts": held, "lawbook": lawbook.label})
        return
    rows = tuple(
        Row(
            (
                calendar.court,
                calendar.name,
                _times(calendar, divisions(calendar.court, lawbook)),
                " ".join(note.words for note in calendar.notes),
            )
        )
        for calendar in calendars
    )
    total = f"{len(rows)} of {len(courts(lawbook))} courts; lawbook {lawbook.label}."
    show((*((Table(("Court", "Name", "Time", "Note"), rows),) if rows else ()), Paragraph(total)), how)


def _times(calendar: CourtCalendar, parts: tuple[tuple[str, str, str], ...]) -> str:
    """Return the zones of a court in words, with the divisions that keep each where it has more than one."""
    if not parts:
        return ", ".join((calendar.zone, *calendar.also_zones))
    zones = dict.fromkeys(zone for _, _, zone in parts)
    return "; ".join(
        f"{zone} ({', '.join(f'{calendar.court}/{name}' for name, _, own in parts if own == zone)})" for zone in zones
    )
