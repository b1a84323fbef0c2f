"""Which live dates of a case another version of an order would move."""

from __future__ import annotations

from collections.abc import Iterator

from soordered.casework.case_run import CaseRun, Duty, Moved, Status
from soordered.deadlines.deadline import Deadline
from soordered.rules.vocabulary import ActCode

_LIVE = frozenset({Status.OPEN, Status.OVERDUE, Status.CONTESTED, Status.AVAILABLE, Status.STAYED})
_Key = tuple[ActCode, str, str]


def moved_by_order(before: CaseRun, after: CaseRun, *, why: str) -> tuple[Moved, ...]:
    """List the live dates that differ between two runs of one case.

    Args:
        before: the case under the order as it is.
        after: the same facts under the other version.
        why: what to give as the reason.

    Returns:
        each live duty or right whose dates change, go or come, by its earlier act-by date.
    """
    old, new = dict(_live(before)), dict(_live(after))
    moved = []
    for key in {**old, **new}:
        was, becomes = old.get(key), new.get(key)
        duty = was or becomes
        if duty is None or _dates(was) == _dates(becomes):
            continue
        moved.append(
            Moved(
                obligation=duty.obligation.id,
                title=duty.title,
                old=was.deadline if was else None,
                new=becomes.deadline if becomes else None,
                why=why,
                event="",
            )
        )
    return tuple(sorted(moved, key=lambda item: _first(item.old or item.new)))


def _live(run: CaseRun) -> Iterator[tuple[_Key, Duty]]:
    for duty in run.duties:
        fact = duty.obligation.fact
        if duty.status in _LIVE and duty.deadline is not None:
            yield (duty.obligation.rule.act, fact.id if fact else "", duty.obligation.about), duty


def _dates(duty: Duty | None) -> tuple[str, ...]:
    if duty is None or duty.deadline is None:
        return ()
    return tuple(moment.isoformat() for moment in (duty.deadline.act_by, duty.deadline.prevailing, duty.deadline.outer))


def _first(deadline: Deadline | None) -> str:
    return deadline.act_by.isoformat() if deadline else ""
