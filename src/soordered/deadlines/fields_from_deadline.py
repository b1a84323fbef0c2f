"""A deadline as plain fields: the form that ``due --json`` and the API print."""

from __future__ import annotations

from soordered.deadlines.deadline import Deadline


def deadline_fields(deadline: Deadline) -> dict[str, object]:
    """Return the deadline as JSON-ready fields.

    Args:
        deadline: the deadline.

    Returns:
        ``act_by``, ``prevailing``, ``outer`` (ISO 8601; with offset where there is an hour), ``readings``, ``steps`` of
        the prevailing reading, ``settlements``, ``lawbook``, ``notes``.
    """
    return {
        "act_by": deadline.act_by.isoformat(),
        "prevailing": deadline.prevailing.isoformat(),
        "outer": deadline.outer.isoformat(),
        "readings": [
            {
                "label": reading.label,
                "due": reading.due.isoformat(),
                "regime": reading.regime,
                "because": reading.because,
                "authority": reading.authority,
                "standing": str(reading.standing),
                "settled_by": reading.settled_by,
            }
            for reading in deadline.readings
        ],
        "steps": [
            {
                "date": step.date.isoformat(),
                "counted": step.counted,
                "why": step.why,
                "authority": step.authority,
                "number": step.number,
            }
            for step in deadline.steps
        ],
        "settlements": [
            {
                "label": settlement.label,
                "how": str(settlement.how),
                "side": settlement.side,
                "authority": settlement.authority,
                "on": settlement.on.isoformat(),
            }
            for settlement in deadline.settlements
        ],
        "lawbook": deadline.lawbook,
        "notes": list(deadline.notes),
    }
