"""How what was decided is written: one append an act, each entry with its audience, and word of it sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from soordered.casework.audience_of_act import audience_of
from soordered.casework.caller import PersonId, Role
from soordered.casework.case_of_record import head_of_opened
from soordered.casework.desk import Desk
from soordered.casework.ports import LoadedMatter, NewEntry, Notice
from soordered.disputes.events_conferral import DisputeArose
from soordered.disputes.events_matter import PartyJoined
from soordered.disputes.evolve import fold
from soordered.disputes.names import Side
from soordered.record.acts import Recorded, code_of


def record(
    desk: Desk, loaded: LoadedMatter, acts: Sequence[Recorded], *, actor: PersonId, role: Role, side: Side | None
) -> None:
    """Append the acts of one request, and have word of them sent.

    Args:
        desk: the ports.
        loaded: the matter they were decided on.
        acts: what is recorded.
        actor: who acts in the system.
        role: in what capacity.
        side: where that person stands.

    Raises:
        VersionConflictError: somebody else wrote in between; nothing was recorded.
    """
    if not acts:
        return
    named = [act for act in acts if isinstance(act, PartyJoined | DisputeArose)]  # an audience may name who comes here
    after = fold(named, loaded.state) if named else loaded.state
    at = desk.clock.now()
    entries = [
        NewEntry(act=act, actor=actor, role=role, side=side, recorded_at=at, visible_to=audience_of(act, after))
        for act in acts
    ]
    desk.log.append(loaded.matter, loaded.version, entries)
    desk.outbox.post(
        [
            Notice(
                id=entry.act.id, matter=loaded.matter, event=entry.act.id, kind=code_of(entry.act), to=entry.visible_to
            )
            for entry in entries
        ]
    )


def local_now(desk: Desk, loaded: LoadedMatter) -> dt.datetime:
    """Return the present moment in the court's zone; in UTC before the matter names its court."""
    court = head_of_opened(desk.summaries.of(loaded).opened).court
    return desk.clock.now().astimezone(ZoneInfo(desk.courts.law(court).calendar.zone) if court else dt.UTC)
