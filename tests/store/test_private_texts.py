"""Private texts, people's keys and the outbox in the tables: one contract over SQLite and PostgreSQL."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest
from django.db import connections

from soordered.casework.caller import PersonId, StreamId
from soordered.casework.ports import KeyRing, Notice, Outbox, PrivateText, PrivateTexts
from soordered.record.entry import MatterId
from soordered.record.private_texts import DamagedTextError, LockingKey, WrongKeyError
from soordered.store.key_ring import StoredKeyRing
from soordered.store.models import PrivateTextRow
from soordered.store.outbox import StoredOutbox
from soordered.store.private_texts import (
    KeyFolder,
    NoLockingKeyError,
    StoredPrivateTexts,
    locking_keys_in_use,
    rotate,
)
from soordered.wiring.store_settings import StoreSettings

MATTER, OTHER = MatterId("m1"), MatterId("m2")
OURS, THEIRS = StreamId("plaintiff"), StreamId("defendant")
NOON = dt.datetime(2007, 11, 9, 20, tzinfo=dt.UTC)
OLD, NEW = LockingKey(bytes(range(32))), LockingKey(bytes(range(1, 33)))
CANARY = "seven custodians and not one more"


def text(body: str = CANARY, *, key: str = "draft/i1", minute: int = 0) -> PrivateText:
    return PrivateText(key=key, body=body, by=PersonId("amory"), at=NOON + dt.timedelta(minutes=minute))


def folder(*keys: LockingKey) -> KeyFolder:
    return KeyFolder(keys or (OLD,), os.urandom)


@pytest.fixture
def texts(using: str) -> StoredPrivateTexts:
    return StoredPrivateTexts(folder(), using=using)


def test_the_newest_version_is_read_and_the_older_stay(texts: PrivateTexts) -> None:
    first, second = text("one"), text("two", minute=1)

    texts.put(MATTER, OURS, first)
    texts.put(MATTER, OURS, second)

    assert texts.get(MATTER, OURS, "draft/i1") == second
    assert texts.history(MATTER, OURS, "draft/i1") == (first, second)


@pytest.mark.parametrize(("matter", "stream", "key"), [(OTHER, OURS, "k"), (MATTER, THEIRS, "k"), (MATTER, OURS, "j")])
def test_a_text_is_in_its_own_place_alone(texts: PrivateTexts, matter: MatterId, stream: StreamId, key: str) -> None:
    texts.put(MATTER, OURS, text(key="k"))

    assert texts.get(matter, stream, key) is None
    assert texts.history(matter, stream, key) == ()


def test_the_keys_of_a_stream(texts: PrivateTexts) -> None:
    for key in ("draft/i2", "draft/i1", "note/1", "draft/i1"):
        texts.put(MATTER, OURS, text(key=key))
    texts.put(MATTER, THEIRS, text(key="draft/i9"))

    assert texts.keys(MATTER, OURS) == ("draft/i1", "draft/i2", "note/1")
    assert texts.keys(MATTER, OURS, "draft/") == ("draft/i1", "draft/i2")


def test_a_deleted_text_is_gone_with_its_history(texts: PrivateTexts) -> None:
    texts.put(MATTER, OURS, text("one"))
    texts.put(MATTER, OURS, text("two"))

    texts.delete(MATTER, OURS, "draft/i1")
    texts.delete(MATTER, OURS, "draft/i1")

    assert texts.history(MATTER, OURS, "draft/i1") == ()


def test_nothing_of_a_text_stands_in_the_database(texts: PrivateTexts, using: str, stored_at: StoreSettings) -> None:
    """The words are searched for in every column, and in SQLite's files too."""
    texts.put(MATTER, OURS, text())

    row = PrivateTextRow.objects.using(using).get()
    held = b"".join(bytes(part) for part in (row.body, row.wrapped)) + row.key.encode() + row.locking_key.encode()
    assert CANARY.encode() not in held
    assert b"amory" not in held
    if not stored_at.on_postgres:
        connections[using].close()
        for path in Path(stored_at.database).parent.glob("record-*"):
            assert CANARY.encode() not in path.read_bytes()


def test_without_a_key_nothing_is_kept(using: str) -> None:
    with pytest.raises(NoLockingKeyError, match="Make one with `soordered doctor --make-keys`"):
        StoredPrivateTexts(KeyFolder((), os.urandom), using=using).put(MATTER, OURS, text())

    assert not PrivateTextRow.objects.using(using).exists()


def test_with_another_key_nothing_opens(texts: PrivateTexts, using: str) -> None:
    texts.put(MATTER, OURS, text())

    with pytest.raises(WrongKeyError):
        StoredPrivateTexts(folder(NEW), using=using).get(MATTER, OURS, "draft/i1")


def test_a_text_moved_to_the_other_side_does_not_open(texts: PrivateTexts, using: str) -> None:
    """Somebody with the database's password cannot hand one side's text to the other through our own door."""
    texts.put(MATTER, OURS, text())
    PrivateTextRow.objects.using(using).update(stream=THEIRS)

    with pytest.raises(DamagedTextError):
        texts.get(MATTER, THEIRS, "draft/i1")


def test_a_rotation_puts_everything_under_the_new_key(texts: PrivateTexts, using: str) -> None:
    texts.put(MATTER, OURS, text())
    texts.put(MATTER, THEIRS, text())
    StoredKeyRing(folder(), using=using).sign(PersonId("amory"), b"m")
    told: list[int] = []

    assert rotate(folder(NEW, OLD), using=using, tell=told.append) == 3
    assert rotate(folder(NEW, OLD), using=using) == 0

    assert told == [1, 2, 3]
    assert locking_keys_in_use(using=using) == {NEW.fingerprint: 3}
    found = StoredPrivateTexts(folder(NEW), using=using).get(MATTER, OURS, "draft/i1")
    assert found == text()


def test_a_rotation_without_the_old_key_changes_nothing(texts: PrivateTexts, using: str) -> None:
    texts.put(MATTER, OURS, text())

    with pytest.raises(WrongKeyError):
        rotate(folder(NEW), using=using)

    assert texts.get(MATTER, OURS, "draft/i1") == text()


# --- people's keys


def test_a_signature_is_its_persons_own(using: str) -> None:
    ring: KeyRing = StoredKeyRing(folder(), using=using)
    amory, brandt = PersonId("amory"), PersonId("brandt")

    signature = ring.sign(amory, b"the letter")
    ring.sign(brandt, b"the letter")

    assert ring.verify(amory, b"the letter", signature)
    assert ring.verify(amory, b"the letter", ring.sign(amory, b"the letter"))
    assert not ring.verify(amory, b"another letter", signature)
    assert not ring.verify(brandt, b"the letter", signature)
    assert not ring.verify(PersonId("nobody"), b"the letter", signature)


def test_a_persons_key_opens_with_the_locking_key_alone(using: str) -> None:
    StoredKeyRing(folder(), using=using).sign(PersonId("amory"), b"m")

    with pytest.raises(WrongKeyError):
        StoredKeyRing(folder(NEW), using=using).sign(PersonId("amory"), b"m")


# --- the outbox


def test_a_notice_is_posted_once_and_sent_once(using: str) -> None:
    box = StoredOutbox(using=using)
    post: Outbox = box
    first = Notice(id="n1", matter=MATTER, event="e1", kind="meeting_demanded", to=("defendant",))
    second = Notice(id="n2", matter=MATTER, event="e2", kind="letter_filed", to=("court", "defendant"))

    post.post([first])
    post.post([first, second])

    assert box.waiting() == (first, second)
    assert box.sent("n1", NOON)
    assert not box.sent("n1", NOON)
    post.post([first])
    assert box.waiting() == (second,)
