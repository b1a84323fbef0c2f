"""Notices waiting to be sent, each once."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence

from soordered.casework.ports import Notice
from soordered.record.chain import moment_text
from soordered.record.entry import MatterId
from soordered.store.models import NoticeRow


class StoredOutbox:
    """The outbox in the tables.

    Args:
        using: Django's name of the database.
    """

    def __init__(self, *, using: str = "default") -> None:
        self._using = using

    def post(self, notices: Sequence[Notice]) -> None:
        """Take notices to be sent; one that was posted before is not taken again."""
        NoticeRow.objects.using(self._using).bulk_create(
            [
                NoticeRow(
                    id=notice.id,
                    matter=notice.matter,
                    event=notice.event,
                    kind=notice.kind,
                    readers=json.dumps(notice.to),
                )
                for notice in notices
            ],
            ignore_conflicts=True,
        )

    def waiting(self, limit: int = 100) -> tuple[Notice, ...]:
        """Return notices that were not sent, in a steady order."""
        rows = NoticeRow.objects.using(self._using).filter(sent_at="").order_by("id")[:limit]
        return tuple(
            Notice(
                id=row.id,
                matter=MatterId(row.matter),
                event=row.event,
                kind=row.kind,
                to=tuple(json.loads(row.readers)),
            )
            for row in rows
        )

    def sent(self, notice: str, at: dt.datetime) -> bool:
        """Set a notice down as sent.

        Args:
            notice: its id.
            at: when, an aware moment.

        Returns:
            whether it was waiting until now; of two who send at once, one is told so.
        """
        rows = NoticeRow.objects.using(self._using).filter(id=notice, sent_at="")
        return rows.update(sent_at=moment_text(at)) == 1
