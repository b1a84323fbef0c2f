"""The list of matters: one line each, worked out from the events, and made anew from them by one command."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connections, transaction

from soordered.record.acts import MatterOpened
from soordered.record.chain import moment_from_text, moment_text
from soordered.record.entry import MatterId
from soordered.record.event_from_payload import event_from_payload
from soordered.store.models import EntryRow, MatterRow, PayloadRow, SummaryRow

_AT_ONCE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A line of the list of matters.

    Args:
        matter: its id.
        title: the short caption.
        court: CM/ECF id.
        number: the case number.
        entries: how many entries its record holds.
        recorded_at: when the last was made.
    """

    matter: MatterId
    title: str
    court: str
    number: str
    entries: int
    recorded_at: dt.datetime


def summarise(
    matter: MatterId, *, entries: int, recorded_at: dt.datetime, opened: MatterOpened | None, using: str
) -> None:
    """Bring the line of a matter up to date, inside the caller's transaction.

    Args:
        matter: the matter.
        entries: how many entries it now holds.
        recorded_at: when the last was made.
        opened: the caption, when one was just recorded.
        using: Django's name of the database.
    """
    moment = moment_text(recorded_at)
    if opened is not None:
        fields = {"title": opened.title, "court": opened.court, "number": opened.number}
        SummaryRow.objects.using(using).update_or_create(
            matter=matter, defaults={**fields, "entries": entries, "recorded_at": moment}
        )
        return
    with connections[using].cursor() as cursor:
        cursor.execute(
            "UPDATE matter_summary SET entries = %s, recorded_at = %s WHERE matter = %s", [entries, moment, matter]
        )
        known = cursor.rowcount
    if not known:
        SummaryRow.objects.using(using).create(
            matter=matter, title="", court="", number="", entries=entries, recorded_at=moment
        )


def latest_summaries(
    *, using: str, limit: int = 50, before: tuple[dt.datetime, MatterId] | None = None
) -> tuple[Summary, ...]:
    """Return a page of the list of matters, the one worked on last first.

    Args:
        using: Django's name of the database.
        limit: how many lines.
        before: the last line of the page before: its moment and matter.
    """
    from django.db.models import Q  # noqa: PLC0415  beside its one use

    rows = SummaryRow.objects.using(using).order_by("-recorded_at", "matter")
    if before is not None:
        moment, matter = moment_text(before[0]), before[1]
        rows = rows.filter(recorded_at__lte=moment).filter(Q(recorded_at__lt=moment) | Q(matter__gt=matter))
    return tuple(_summary(row) for row in rows[:limit])


def every_matter(*, using: str) -> Iterator[MatterId]:
    """Yield the id of every matter that has a record, in order."""
    for row in MatterRow.objects.using(using).order_by("id").values_list("id", flat=True).iterator(_AT_ONCE):
        yield MatterId(row)


def lost_matters(*, using: str) -> tuple[MatterId, ...]:
    """Return the matters that have entries and that the table of matters does not know, in order."""
    known = MatterRow.objects.using(using).values("id")
    rows = EntryRow.objects.using(using).exclude(matter__in=known).order_by("matter")
    return tuple(MatterId(matter) for matter in rows.values_list("matter", flat=True).distinct())


def rebuild_summaries(*, using: str) -> int:
    """Throw the list away and make it anew from the events.

    Args:
        using: Django's name of the database.

    Returns:
        how many matters it lists.
    """
    with transaction.atomic(using=using):
        SummaryRow.objects.using(using).all().delete()
        count = 0
        for count, matter in enumerate(every_matter(using=using), 1):  # noqa: B007  the count outlives the loop
            rows = EntryRow.objects.using(using).filter(matter=matter)
            last = rows.order_by("-position").first()
            if last is None:
                continue
            opened = rows.filter(kind="matter_opened").order_by("-position").first()
            summarise(
                matter,
                entries=last.position,
                recorded_at=moment_from_text(last.recorded_at),
                opened=None if opened is None else _caption(opened, using=using),
                using=using,
            )
    return count


def _caption(row: EntryRow, *, using: str) -> MatterOpened | None:
    payload = PayloadRow.objects.using(using).filter(matter=row.matter, position=row.position).first()
    if payload is None:
        return None
    act = event_from_payload(bytes(payload.payload), kind=row.kind, version=row.version)
    return act if isinstance(act, MatterOpened) else None


def _summary(row: SummaryRow) -> Summary:
    return Summary(
        matter=MatterId(row.matter),
        title=row.title,
        court=row.court,
        number=row.number,
        entries=row.entries,
        recorded_at=moment_from_text(row.recorded_at),
    )
