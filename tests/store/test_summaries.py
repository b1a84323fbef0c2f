"""The list of matters: kept as acts are recorded, and made anew from the events."""

from __future__ import annotations

import datetime as dt

from soordered.casework.caller import PersonId, Role
from soordered.casework.ports import NewEntry
from soordered.lawbook.rulebook_from_data import shipped_order, shipped_orders
from soordered.record.acts import MatterOpened, Recorded
from soordered.record.entry import MatterId
from soordered.store.event_log import StoredEventLog
from soordered.store.models import SummaryRow
from soordered.store.rulebooks import StoredRulebooks
from soordered.store.summaries import every_matter, latest_summaries, rebuild_summaries
from soordered.wiring.database import random_salt

NOON = dt.datetime(2007, 11, 9, 20, tzinfo=dt.UTC)


def opened(title: str) -> MatterOpened:
    return MatterOpened(id=title, on=NOON.date(), title=title, court="cand", number="C-07-1")


def record(log: StoredEventLog, matter: str, act: Recorded, *, minute: int) -> None:
    entry = NewEntry(
        act=act,
        actor=PersonId("clerk"),
        role=Role.ADMINISTRATOR,
        side=None,
        recorded_at=NOON + dt.timedelta(minutes=minute),
        visible_to=("plaintiff",),
    )
    log.append(MatterId(matter), log.load(MatterId(matter)).version, [entry])


def test_the_matter_worked_on_last_comes_first(using: str) -> None:
    log = StoredEventLog(random_salt, using=using)
    for minute, matter in enumerate(["a", "b", "c", "a"]):
        record(log, matter, opened(f"{matter} v. {matter}, as of {minute}"), minute=minute)

    found = latest_summaries(using=using)

    assert [(line.matter, line.title, line.entries) for line in found] == [
        ("a", "a v. a, as of 3", 2),
        ("c", "c v. c, as of 2", 1),
        ("b", "b v. b, as of 1", 1),
    ]
    assert list(every_matter(using=using)) == ["a", "b", "c"]


def test_pages_follow_one_another_without_a_gap(using: str) -> None:
    """Seven matters, three of them worked on in the same moment, in pages of two."""
    log = StoredEventLog(random_salt, using=using)
    for number in range(7):
        record(log, f"m{number}", opened(f"m{number}"), minute=number // 3)
    whole = latest_summaries(using=using)

    pages = [latest_summaries(using=using, limit=2)]
    while pages[-1]:
        last = pages[-1][-1]
        pages.append(latest_summaries(using=using, limit=2, before=(last.recorded_at, last.matter)))

    assert tuple(line for page in pages for line in page) == whole
    assert len(whole) == 7


def test_the_list_made_anew_is_the_list_that_was_kept(using: str) -> None:
    log = StoredEventLog(random_salt, using=using)
    for minute, matter in enumerate(["a", "b", "a"]):
        record(log, matter, opened(f"{matter} {minute}"), minute=minute)
    kept = latest_summaries(using=using)
    SummaryRow.objects.using(using).filter(matter="a").update(title="nonsense", entries=99)
    SummaryRow.objects.using(using).create(
        matter="ghost", title="", court="", number="", entries=1, recorded_at="2007-11-09T20:00:00.000000Z"
    )

    assert rebuild_summaries(using=using) == 2

    assert latest_summaries(using=using) == kept


def test_a_rulebook_is_kept_by_the_digest_of_what_it_says(using: str) -> None:
    books = StoredRulebooks(using=using)
    book = shipped_order(shipped_orders()[0])

    digest = books.put(book)

    assert books.put(book) == digest
    assert books.get(digest) == book
    assert books.get("0" * 64) is None
