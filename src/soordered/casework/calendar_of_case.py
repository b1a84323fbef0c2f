"""What of a case belongs on a calendar: its duties and rights with dates, its hearings, and what was taken off."""

from __future__ import annotations

from collections import Counter

from soordered.casework.case_run import CaseRun, Duty, Point, Status
from soordered.feeds.ics_from_deadlines import Entry, entry_from_obligation

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
    moves = Counter(moved.obligation for moved in run.moved)
    entries = [entry for duty in run.duties if (entry := _of_duty(run, duty, moves[duty.obligation.id])) is not None]
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
                    sequence=moves[moved.obligation],
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
        )
        for point in run.timeline
        if point.point is Point.HEARING
    ]
    return tuple(entries)


def _of_duty(run: CaseRun, duty: Duty, moves: int) -> Entry | None:
    if duty.status in _UNDATED:
        return None
    cancelled = duty.status in _CANCELLED
    return entry_from_obligation(
        duty.obligation,
        matter=run.head.title,
        title=f"{'Off' if cancelled else _TITLES[duty.status]}: {duty.title}",
        disclaimer="\n".join((*duty.notes, *run.notes)),
        sequence=moves,
        cancelled=cancelled,
    )
