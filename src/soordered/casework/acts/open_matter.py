"""Open a matter under its caption, with its parties and counsel of record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soordered.casework.acting import Answer, Asking, Made, Scene, perform
from soordered.casework.case_act import CaseAct
from soordered.casework.desk import Desk
from soordered.disputes.commands import RecordFact
from soordered.disputes.events_matter import CounselAppeared, PartyJoined
from soordered.disputes.refusal import refused
from soordered.record.acts import MatterOpened
from soordered.rulefiles.case_file import CaseHead


def open_matter(
    desk: Desk,
    asking: Asking,
    *,
    head: CaseHead,
    parties: Sequence[PartyJoined],
    counsel: Sequence[CounselAppeared],
) -> Answer:
    """Open a matter under its caption, with its parties and counsel of record.

    Args:
        desk: the ports.
        asking: who asks; the matter's id is new.
        head: the caption.
        parties: who is in the matter.
        counsel: who is of record; whoever opens the matter is among them, or appears for itself.
    """

    def make(scene: Scene) -> Made:
        if scene.loaded.version:
            return refused("This matter is open; enter what changed from the docket.")
        person = asking.caller.person
        itself = any(party.about == person and party.self_represented for party in parties)
        if not itself and not any(lawyer.about == person for lawyer in counsel):
            return refused("Whoever opens a matter is counsel of record in it, or appears for itself.")
        if not head.title.strip() or not head.court.strip():
            return refused("A matter needs its short caption and its court.")
        opened = MatterOpened(
            id=scene.event,
            on=scene.today,
            by=scene.by,
            title=head.title,
            court=head.court,
            number=head.number,
            district_judge=head.district_judge,
            district_initials=head.district_initials,
            magistrate_judge=head.magistrate_judge,
            magistrate_initials=head.magistrate_initials,
            caption_source=head.source,
        )
        joined = (RecordFact(replace(one, id=f"{scene.event}-party-{one.about}")) for one in parties)
        appeared = (RecordFact(replace(one, id=f"{scene.event}-counsel-{one.about}")) for one in counsel)
        return [opened, *joined, *appeared]

    return perform(desk, asking, CaseAct.OPEN_MATTER, make)
