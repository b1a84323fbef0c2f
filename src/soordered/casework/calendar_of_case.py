"""What of a case belongs on a calendar: its duties and rights with dates, its hearings, and what was taken off."""

from __future__ import annotations

import re
from collections import Counter

from soordered.casework.case_run import CaseRun, Duty, OnCalendar, Point, Status
from soordered.casework.moved_by_correction import names_in
from soordered.disputes.events import MatterEvent
from soordered.disputes.events_motion import HearingHeld
from soordered.disputes.events_time import EventWithdrawn, TriggerCorrected
from soordered.disputes.state import Matter
from soordered.feeds.ics_from_deadlines import Entry, entry_from_obligation
from soordered.rules.vocabulary import ActCode

_TITLES = {
    Status.OPEN: "Act by",
    Status.OVERDUE: "Overdue",
    Status.CONTESTED: "Contested, act by",
    Status.AVAILABLE: "May be used until",
    Status.DONE: "Done",
    Status.DONE_ARGUABLE: "Done, arguably late",
    Status.DONE_LATE: "Done late",
    Status.USED: "Used",
}
_CANCELLED = frozenset({Status.STAYED, Status.SUPERSEDED, Status.ENDED, Status.LAPSED})
_UNDATED = frozenset({Status.WAITING, Status.FOR_COURT, Status.FOR_PEOPLE})


def calendar_of_case(run: CaseRun) -> tuple[Entry, ...]:
    """List the entries of a case: each duty on its act-by date, hearings, and cancellations of dates that are gone.

    Args:
        run: the case as it stands; its corrections give each entry its sequence.

    Returns:
        entries whose ids stay the same while their dates move.
    """
    sequences = _Sequences(run)
    entries = [entry for duty in run.duties if (entry := _of_duty(run, duty, sequences)) is not None]
    held = {entry.id for entry in entries}
    for moved in run.moved:
        if moved.new is None and moved.old is not None and moved.obligation not in held:
            held.add(moved.obligation)
            entries.append(
                Entry(
                    id=moved.obligation,
                    matter=run.head.title,
                    when=moved.old.act_by,
                    title=f"Off: {moved.title}",
                    text=moved.why,
                    sequence=sequences.of(moved.obligation, cancelled=True),
                    cancelled=True,
                )
            )
    entries += [
        Entry(
            id=f"hearing @ {point.event}",
            matter=run.head.title,
            when=point.when,
            title=f"Hearing: {point.title}",
            text="\n".join(run.notes),
            sequence=sequences.of(point.event),
        )
        for point in run.timeline
        if point.point is Point.HEARING
    ]
    entries += [
        Entry(
            id=f"hearing @ {hearing.id}",
            matter=run.head.title,
            when=hearing.when,
            title=f"Off: hearing: {hearing.motion or hearing.id}",
            text="The hearing was taken off the calendar.",
            sequence=sequences.of(hearing.id, cancelled=True),
            cancelled=True,
        )
        for hearing in run.hearings
        if hearing.state is OnCalendar.VACATED and hearing.when is not None
    ]
    return tuple(entries)


class _Sequences:
    """How often what an entry rests on has changed: never less than before, so that calendars take the newest."""

    __slots__ = ("_changes", "_everywhere", "_more_time", "_run")

    def __init__(self, run: CaseRun) -> None:
        matter = run.matter
        self._run = run
        self._everywhere = sum(order.superseded is not None for order in matter.orders.values())
        self._everywhere += len(matter.settlements) + sum(1 + (stay.lifted is not None) for stay in matter.stays)
        self._more_time = Counter((event.act, event.about) for event in matter.extensions)
        self._changes: Counter[str] = Counter()
        for event in matter.seen.values():
            if isinstance(event, TriggerCorrected | EventWithdrawn):
                self._changes[_changed(matter, event)] += 1

    def of(self, name: str, subject: tuple[ActCode, str] | None = None, *, cancelled: bool = False) -> int:
        """Return the sequence of an entry: two for each change, so that taking off stands between two of them.

        Args:
            name: the entry's id, which holds the names of its events and hearings.
            subject: act and subject of a duty, for more time.
            cancelled: whether it is taken off.
        """
        matter = self._run.matter
        found = self._everywhere + sum(self._changes[part] for part in names_in(name, matter))
        for part in re.split(r"[@/]", name):
            hearing = matter.hearings.get(part)
            if hearing is not None:
                found += sum(1 for entry in hearing.entries if not isinstance(entry, HearingHeld)) - 1
        return 2 * (found + (self._more_time[subject] if subject is not None else 0)) + cancelled


def _changed(matter: Matter, event: TriggerCorrected | EventWithdrawn) -> str:
    """Return the event that a correction or withdrawal is about in the end."""
    seen: set[str] = set()
    here: MatterEvent | None = event
    named = ""
    while isinstance(here, TriggerCorrected | EventWithdrawn) and here.id not in seen:
        seen.add(here.id)
        named = here.corrects if isinstance(here, TriggerCorrected) else here.withdraws
        here = matter.seen.get(named)
    return named


def _of_duty(run: CaseRun, duty: Duty, sequences: _Sequences) -> Entry | None:
    if duty.status in _UNDATED:
        return None
    cancelled = duty.status in _CANCELLED
    return entry_from_obligation(
        duty.obligation,
        matter=run.head.title,
        title=f"{'Off' if cancelled else _TITLES[duty.status]}: {duty.title}",
        disclaimer="\n".join((*duty.notes, *run.notes)),
        sequence=sequences.of(
            duty.obligation.id, (duty.obligation.rule.act, duty.obligation.about), cancelled=cancelled
        ),
        cancelled=cancelled,
    )
