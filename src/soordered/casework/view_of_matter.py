"""What one person may see of a matter, built from its record; every face shows this and nothing beside it.

Numbers, versions and order are the view's own: what somebody may not see leaves no gap in what they see.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from soordered.casework.audience_of_act import COURT
from soordered.casework.caller import CHAMBERS, Caller, Role
from soordered.casework.policy import role_of_record
from soordered.casework.ports import LoadedMatter, RecordedEntry
from soordered.disputes.events import MatterEvent
from soordered.disputes.events_letter import LetterFiled
from soordered.disputes.events_matter import CounselSubstituted, PartySubstituted
from soordered.disputes.events_paper import LetterHandedOver, MaterialWithheld
from soordered.disputes.evolve import fold
from soordered.disputes.names import Side
from soordered.disputes.state import Matter
from soordered.record.acts import AnyRecordAct, AudienceChanged, Recorded
from soordered.record.entry import MatterId

_WORDS = (
    "text", "summary", "words", "relief", "title", "answer", "asked", "why", "remains", "terms", "what", "place", "how",
    "source",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenEntry:
    """One entry as somebody sees it.

    Args:
        number: its place in this view, from 1.
        act: what happened, its words taken out where they are withheld; ``None`` when they were erased.
        kind: the event's code.
        actor: who recorded it.
        role: in what capacity.
        recorded_at: when.
        withheld: why its words are not shown; empty when they are.
    """

    number: int
    act: Recorded | None
    kind: str
    actor: str
    role: str
    recorded_at: dt.datetime
    withheld: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledLetter:
    """A letter on the docket, as everybody may read it there.

    Args:
        dispute: id of the dispute.
        filed: the filing.
        text: the letter as signed and handed over; empty when it was filed without this system.
        digest: SHA-256 of the text.
    """

    dispute: str
    filed: LetterFiled
    text: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterView:
    """What one person may see of a matter.

    Args:
        matter: its id.
        entries: in order.
        state: what the events among them fold to.
        letters: letters on the docket.
        left: whether the person is no longer of record: the view ends there, and nothing can be done in it.
    """

    matter: MatterId
    entries: tuple[SeenEntry, ...]
    state: Matter
    letters: tuple[FiledLetter, ...] = ()
    left: bool = False

    @property
    def version(self) -> int:
        """How many entries this person may see: the only version and ETag they are ever given."""
        return len(self.entries)


def view_of_matter(loaded: LoadedMatter, caller: Caller, private: Sequence[MatterEvent] = ()) -> MatterView | None:
    """Return what somebody may see of a matter, ``None`` for nothing, not even that it exists.

    Args:
        loaded: the matter.
        caller: who looks.
        private: events that only the caller's side has (its private notes and its own settlements).
    """
    if caller.matter != loaded.matter or not loaded.version:
        return None
    role = role_of_record(caller, loaded.state)
    left = role is None and _was_of_record(caller, loaded.state)
    if role is None and not left:
        return None
    reads = _reads(caller, loaded.state)
    audiences = _audiences(loaded)
    entries = list(_seen(loaded, caller, reads, audiences, until=_leaving(loaded, caller) if left else None))
    events = [entry.act for entry in entries if entry.act is not None and not isinstance(entry.act, AnyRecordAct)]
    mine = () if left or caller.role in CHAMBERS else private
    state = fold((*events, *mine))
    return MatterView(
        matter=loaded.matter,
        entries=tuple(entries),
        state=state,
        letters=tuple(_letters(loaded, state)),
        left=left,
    )


def _reads(caller: Caller, state: Matter) -> frozenset[str]:
    """Return under which names of an audience somebody reads."""
    if caller.role in CHAMBERS:
        return frozenset({COURT})
    if (
        caller.side is Side.NON_PARTY
    ):  # a non-party reads as itself: as the record, not the account, says whose counsel it is
        lawyer = state.counsel.get(caller.person)
        return frozenset({lawyer.party}) if lawyer is not None else frozenset(caller.parties)
    return frozenset({caller.side.value}) if caller.side is not None else frozenset()


def _was_of_record(caller: Caller, state: Matter) -> bool:
    if caller.role in {Role.LEAD_TRIAL_COUNSEL, Role.COUNSEL, Role.NON_PARTY_COUNSEL}:
        lawyer = state.counsel.get(caller.person)
        party = state.parties.get(lawyer.party) if lawyer is not None else None
        return party is not None and party.side is caller.side
    if caller.role is Role.SELF_REPRESENTED:
        party = state.parties.get(caller.person)
        return party is not None and party.self_represented and party.side is caller.side
    return False


def _leaving(loaded: LoadedMatter, caller: Caller) -> int | None:
    """Return the position of the entry by which somebody left; ``None`` when no entry says so."""
    found = None
    for entry in loaded.entries:
        match entry.act:
            case CounselSubstituted(about=gone) | PartySubstituted(about=gone) if gone == caller.person:
                found = entry.header.position
            case _:
                pass
    return found


def _audiences(loaded: LoadedMatter) -> dict[int, tuple[str, ...]]:
    """Return the audiences that were changed, by position."""
    return {
        entry.act.position: entry.act.visible_to for entry in loaded.entries if isinstance(entry.act, AudienceChanged)
    }


def _seen(
    loaded: LoadedMatter,
    caller: Caller,
    reads: frozenset[str],
    audiences: dict[int, tuple[str, ...]],
    *,
    until: int | None,
) -> Iterator[SeenEntry]:
    number = 0
    for entry in loaded.entries:
        position = entry.header.position
        if until is not None and position > until:
            return
        if not reads & frozenset(audiences.get(position, entry.header.visible_to)):
            continue
        number += 1
        yield _as_seen(number, entry, caller, loaded.state)


def _as_seen(number: int, entry: RecordedEntry, caller: Caller, state: Matter) -> SeenEntry:
    header = entry.header
    event = entry.event
    act, why = entry.act, "" if entry.act is not None else "erased"
    held = state.withheld.get(event.id) if event is not None else None
    if event is not None and held is not None and state.stands(held):
        why = f"{held.how.replace('_', ' ')}: {held.why}"
        if not _owns(caller, event, state):
            act = without_words(event)
    if isinstance(act, LetterHandedOver) and _quotes_withheld(act, state) and why == "":
        act, why = replace(act, text=""), "it holds words that are withheld"
    return SeenEntry(
        number=number,
        act=act,
        kind=header.kind,
        actor=header.actor,
        role=header.role,
        recorded_at=header.recorded_at,
        withheld=why,
    )


def _owns(caller: Caller, event: MatterEvent, state: Matter) -> bool:
    return caller.side is not None and state.side_of(event.by) is caller.side


def withheld_positions(loaded: LoadedMatter, reads: frozenset[str]) -> frozenset[int]:
    """Return the entries whose words are withheld from some readers although they stand in their audience.

    Args:
        loaded: the matter.
        reads: the sides and parties for whom somebody reads.
    """
    state = loaded.state
    found = set()
    for entry in loaded.entries:
        event = entry.event
        held = state.withheld.get(event.id) if event is not None else None
        if event is not None and held is not None and state.stands(held):
            owner = state.side_of(event.by)
            if owner is None or owner.value not in reads:
                found.add(entry.header.position)
        elif isinstance(event, LetterHandedOver) and _quotes_withheld(event, state):
            found.add(entry.header.position)
    return frozenset(found)


def _quotes_withheld(letter: LetterHandedOver, state: Matter) -> bool:
    """Say whether a letter not yet on the docket holds words that were withheld since."""
    dispute = state.disputes.get(letter.about)
    if dispute is None or state.standing(dispute.letters):
        return False
    return any(
        words and words in letter.text
        for name in state.withheld
        if (event := state.seen.get(name)) is not None and event.about == letter.about
        for words in (getattr(event, "text", ""),)
    )


def without_words(event: MatterEvent) -> MatterEvent:
    """Return an event with its words taken out; that it happened, when and by whom, stays."""
    if isinstance(event, MaterialWithheld):
        return event
    blank = {name: "" for name in _WORDS if isinstance(getattr(event, name, None), str) and not _coded(event, name)}
    return replace(event, **blank)  # type: ignore[arg-type]  # every one of these fields is a text


def _coded(event: MatterEvent, name: str) -> bool:
    """Say whether a field of that name holds a code rather than words."""
    return type(getattr(event, name)) is not str


def _letters(loaded: LoadedMatter, state: Matter) -> Iterator[FiledLetter]:
    """Yield the letters on the docket; the text handed over before the filing is then a paper everybody may read."""
    for dispute in state.disputes.values():
        for filed in state.standing(dispute.letters):
            if not isinstance(filed, LetterFiled):
                continue
            common = loaded.state.disputes.get(dispute.id)
            over = loaded.state.standing(common.handed_over) if common is not None else ()
            before = [one for one in over if loaded.state.moment(one) <= loaded.state.moment(filed)]
            last = before[-1] if before else None
            yield FiledLetter(
                dispute=dispute.id,
                filed=filed,
                text=last.text if last is not None else "",
                digest=last.digest if last is not None else "",
            )
