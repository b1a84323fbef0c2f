"""A process of its own that records acts on one matter and says on standard output which were acknowledged.

``python -m tests.store.writer DATABASE WRITER FIRST LAST``: act N of a writer is two entries, ``WRITER-N-a`` and
``WRITER-N-b``. Whoever started it may kill it at any moment.
"""

from __future__ import annotations

import datetime as dt
import os
import sys

from soordered.wiring.database import open_database, random_salt
from soordered.wiring.store_settings import StoreSettings


def main(address: str, writer: str, first: int, last: int) -> None:
    """Record acts ``first`` to ``last``, each again on the newest version until it is acknowledged."""
    database = open_database(StoreSettings(database=address))
    from soordered.casework.caller import PersonId, Role  # noqa: PLC0415  Django is set up by then
    from soordered.casework.ports import NewEntry, VersionConflictError  # noqa: PLC0415
    from soordered.disputes.events_conferral import DatesOffered  # noqa: PLC0415
    from soordered.record.entry import MatterId  # noqa: PLC0415
    from soordered.store.event_log import StoredEventLog  # noqa: PLC0415

    log = StoredEventLog(random_salt, using=database.using)
    matter = MatterId("shared")
    moment = dt.datetime(2007, 11, 9, tzinfo=dt.UTC)
    for number in range(first, last + 1):
        act = [
            NewEntry(
                act=DatesOffered(id=f"{writer}-{number}-{half}", on=moment.date(), about="d1"),
                actor=PersonId(writer),
                role=Role.COUNSEL,
                side=None,
                recorded_at=moment,
                visible_to=("plaintiff",),
            )
            for half in "ab"
        ]
        while True:
            try:
                log.append(matter, log.load(matter).version, act)
            except VersionConflictError:
                continue
            break
        os.write(1, f"{number}\n".encode())  # past every buffer: what is said here is safe


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
