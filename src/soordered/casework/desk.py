"""What every use case is given: the ports, joined."""

from __future__ import annotations

from dataclasses import dataclass, field

from soordered.casework.ports import Clock, Courts, EventLog, Identifiers, KeyRing, Outbox, PrivateTexts, Rulebooks
from soordered.casework.record_summary import RecordSummaries


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The ports of casework; ``wiring`` joins them to the adapters.

    Args:
        log: the record.
        private: private texts.
        rulebooks: rulebooks by digest.
        courts: the law of each court.
        keys: keys to sign with.
        clock: the time.
        outbox: what is to be sent.
        ids: new ids and salts.
        summaries: what is kept of records between acts.
    """

    log: EventLog
    private: PrivateTexts
    rulebooks: Rulebooks
    courts: Courts
    keys: KeyRing
    clock: Clock
    outbox: Outbox
    ids: Identifiers
    summaries: RecordSummaries = field(default_factory=RecordSummaries)
