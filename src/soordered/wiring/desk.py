"""The desk of use cases on a database: every port of casework joined to what keeps it."""

from __future__ import annotations

import datetime as dt
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from django.db import transaction

from soordered.calendars.time_law import TimeLaw
from soordered.casework.desk import Desk
from soordered.lawbook.rulebook_from_data import federal_rules, local_rules
from soordered.lawbook.time_law_from_data import time_law
from soordered.record.entry import Salt
from soordered.rules.rulebook import Rulebook
from soordered.store.event_log import StoredEventLog
from soordered.store.key_ring import StoredKeyRing
from soordered.store.outbox import StoredOutbox
from soordered.store.private_texts import KeyFolder, StoredPrivateTexts
from soordered.store.rulebooks import StoredRulebooks
from soordered.wiring.accepted_lawbook import accepted_lawbook
from soordered.wiring.database import OpenDatabase, now, random_salt

_ID_BYTES = 9


class SystemClock:
    """The machine's clock."""

    def now(self) -> dt.datetime:
        """Return the present moment, in UTC."""
        return now()


class RandomIdentifiers:
    """Ids and salts from the system's source of chance."""

    def new(self, kind: str) -> str:
        """Return an id never given before, e.g. ``"demand_meeting-3q2vX8mPaLk1"``.

        Args:
            kind: a word it begins with.
        """
        return f"{kind}-{secrets.token_urlsafe(_ID_BYTES)}"

    def salt(self) -> Salt:
        """Return 32 random bytes."""
        return random_salt()


class AcceptedCourts:
    """The law of each court as the accepted lawbook has it."""

    def law(self, court: str) -> TimeLaw:
        """Return the law of time of a court.

        Raises:
            UnknownCourtError: the lawbook does not hold it.
        """
        return time_law(court, pack=accepted_lawbook())

    def rules_on(self, court: str, day: dt.date) -> Rulebook:
        """Return the federal and local rules as in force in a court on a day."""
        return _rules_on(court, day)


def open_desk(database: OpenDatabase) -> Desk:
    """Join the ports of casework to a database.

    Args:
        database: where all is kept.

    Raises:
        StoreSettingError: the key file cannot be used.
    """
    using = database.using
    folder = KeyFolder(database.settings.locking_keys(), os.urandom)
    return Desk(
        log=StoredEventLog(random_salt, using=using),
        private=StoredPrivateTexts(folder, using=using),
        rulebooks=StoredRulebooks(using=using),
        courts=AcceptedCourts(),
        keys=StoredKeyRing(folder, using=using),
        clock=SystemClock(),
        outbox=StoredOutbox(using=using),
        ids=RandomIdentifiers(),
    )


@contextmanager
def in_one_act(database: OpenDatabase) -> Iterator[None]:
    """Do all that a use case writes as one: the entries, the private texts and the notices, or none of them.

    Faces put it around each act; without it an act's notices could be lost by a crash right after its entries.

    Args:
        database: whose desk it is.
    """
    with transaction.atomic(using=database.using):
        yield


@lru_cache(maxsize=4096)
def _rules_on(court: str, day: dt.date) -> Rulebook:
    return federal_rules(day).joined(local_rules(court, day))
