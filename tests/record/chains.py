"""A small matter's chain, for the tests of the record."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence

from soordered.disputes.events_conferral import DatesOffered, MeetingDemanded
from soordered.record.acts import Recorded, code_of
from soordered.record.chain import first_link, link_of
from soordered.record.commitments import commitment
from soordered.record.entry import Entry, Header, MatterId, Salt
from soordered.record.payload_from_event import payload_from_event

MATTER = MatterId("harbor-v-meridian")
DAY = dt.date(2007, 11, 9)
NOON = dt.datetime(2007, 11, 9, 20, tzinfo=dt.UTC)
BOTH = ("defendant", "plaintiff")


def salt_of(position: int) -> Salt:
    """Return a salt that a test can name again."""
    return Salt(hashlib.sha256(f"salt {position}".encode()).digest())


def chained(
    said: Sequence[Recorded | tuple[Recorded, tuple[str, ...]]], *, matter: MatterId = MATTER
) -> tuple[Entry, ...]:
    """Make a chain of events, each visible to both sides unless it comes with its own readers."""
    entries: list[Entry] = []
    previous = first_link(matter)
    for position, item in enumerate(said, 1):
        event, readers = item if isinstance(item, tuple) else (item, BOTH)
        payload = payload_from_event(event)
        header = Header(
            matter=matter,
            position=position,
            kind=code_of(event),
            version=1,
            actor=event.by or "court",
            role="counsel",
            side="plaintiff",
            recorded_at=NOON + dt.timedelta(minutes=position),
            visible_to=readers,
            previous=previous,
            commitment=commitment(salt_of(position), payload),
        )
        entries.append(Entry(header=header, payload=payload, salt=salt_of(position)))
        previous = link_of(header)
    return tuple(entries)


def offers(count: int) -> tuple[Recorded, ...]:
    """Return a demand and so many offers of dates, less one."""
    return (
        MeetingDemanded(id="e1", on=DAY, by="plaintiff", about="d1"),
        *(
            DatesOffered(id=f"e{number}", on=DAY, by="defendant", about="d1", words=f"offer {number}")
            for number in range(2, count + 1)
        ),
    )
