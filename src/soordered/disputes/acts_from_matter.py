"""Which events did an act, and so may fulfil the duty or use the right to do it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from soordered.disputes.events import MatterEvent
from soordered.disputes.state import Matter, Motion
from soordered.rules.vocabulary import Act, ActCode

_Enter = Callable[[ActCode, str, Iterable[MatterEvent]], None]
ActsDone = Mapping[tuple[ActCode, str], tuple[MatterEvent, ...]]


def acts_done(matter: Matter) -> ActsDone:
    """Index what was done by act and subject, each list by corrected day.

    Acts of conferral are listed under the dispute in which a merged one goes on (``Matter.roots``).
    Built once for a matter, so that asking for ten thousand duties stays linear.
    """
    found: dict[tuple[ActCode, str], list[MatterEvent]] = {}

    def enter(act: ActCode, about: str, events: Iterable[MatterEvent]) -> None:
        listed: list[MatterEvent] = list(events)
        if listed:
            found.setdefault((act, about), []).extend(listed)

    _of_disputes(matter, enter)
    for motion in matter.motions.values():
        _of_motion(matter, motion, enter)
    for filing in matter.filings.values():
        copies = matter.standing(filing.copies)
        enter(Act.LODGE_CHAMBERS_COPY, filing.id, copies)
        enter(Act.MARK_CHAMBERS_COPY, filing.id, (copy for copy in copies if copy.mark))
    for request in matter.requests.values():
        answers = matter.standing(request.answers)
        enter(Act.ANSWER_DISCOVERY, request.id, answers)
        enter(Act.OBJECT_TO_SUBPOENA, request.id, (answer for answer in answers if answer.objected))
    for ruling in matter.rulings.values():
        enter(Act.OBJECT_TO_RULING, ruling.id, matter.standing(ruling.objections))
    for supplement in matter.supplements.values():
        enter(Act.SUPPLEMENT_DISCLOSURES, supplement.id, matter.standing(supplement.supplied))
    for done in matter.standing(matter.acts_done):
        enter(done.act, done.about, (done,))
    return {key: tuple(sorted(events, key=matter.moment)) for key, events in found.items()}


def _of_disputes(matter: Matter, enter: _Enter) -> None:
    members: dict[str, list[str]] = {}
    for dispute_id, root in matter.roots().items():
        members.setdefault(root, []).append(dispute_id)
    for root, group in members.items():
        for member in group:
            if member not in matter.disputes:
                continue
            dispute = matter.disputes[member]
            done: tuple[tuple[Act, Iterable[MatterEvent]], ...] = (
                (Act.MAKE_EFFORTS, matter.standing(dispute.efforts)),
                (Act.DEMAND_MEETING, matter.standing(dispute.demands)),
                (Act.OFFER_DATES, matter.standing(dispute.offers)),
                (Act.CHOOSE_LOCATION, matter.standing(dispute.places)),
                (Act.MEET_AND_CONFER, matter.standing(dispute.meetings)),
                (Act.FILE_JOINT_LETTER, matter.standing(dispute.letters)),
                (Act.DETERMINE_PROCEEDINGS, matter.standing(dispute.determinations)),
            )
            for act, events in done:
                enter(act, root, events)


def _of_motion(matter: Matter, motion: Motion, enter: _Enter) -> None:
    if motion.filed is not None and matter.stands(motion.filed):
        enter(Act.FILE_MOTION, motion.id, (motion.filed,))
    stipulations, notices = matter.standing(motion.stipulations), matter.standing(motion.notices)
    enter(Act.FILE_OPPOSITION, motion.id, matter.standing(motion.oppositions))
    enter(Act.FILE_REPLY, motion.id, matter.standing(motion.replies))
    enter(Act.FILE_STIPULATION, motion.id, stipulations)
    enter(Act.NOTIFY_COURT, motion.id, notices)
    # two acts: what is submitted is submitted by the later of them
    if stipulations and notices:
        pair: tuple[MatterEvent, ...] = (stipulations[0], notices[0])
        later = max(pair, key=matter.moment)
        enter(Act.SUBMIT_WITHOUT_ARGUMENT, motion.id, (later,))
    enter(Act.WITHDRAW_MOTION, motion.id, matter.standing(motion.withdrawals))
    enter(Act.SEEK_LEAVE, motion.id, matter.standing(motion.leave))
