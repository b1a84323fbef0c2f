"""The tables. Only this room reads or writes them; other rooms get values.

Entries are never changed and never deleted: the database itself refuses both (see the migration). A payload is never
changed; it is deleted by a recorded act alone.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class MatterRow(models.Model):
    """Where the chain of a matter stands: the lock and the version that an act is checked against."""

    objects: ClassVar[models.Manager[MatterRow]]

    id: models.CharField[str, str] = models.CharField(primary_key=True, max_length=200)
    version: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    link: models.BinaryField[bytes, bytes] = models.BinaryField(max_length=32)

    class Meta:
        """Django's own."""

        db_table = "matter"


class EntryRow(models.Model):
    """A header."""

    objects: ClassVar[models.Manager[EntryRow]]

    pk = models.CompositePrimaryKey("matter", "position")
    matter: models.CharField[str, str] = models.CharField(max_length=200)
    position: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    kind: models.CharField[str, str] = models.CharField(max_length=100)
    version: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    actor: models.CharField[str, str] = models.CharField(max_length=200)
    role: models.CharField[str, str] = models.CharField(max_length=100)
    side: models.CharField[str, str] = models.CharField(max_length=200)
    recorded_at: models.CharField[str, str] = models.CharField(max_length=27)
    visible_to: models.TextField[str, str] = models.TextField()
    previous: models.BinaryField[bytes, bytes] = models.BinaryField(max_length=32)
    commitment: models.BinaryField[bytes, bytes] = models.BinaryField(max_length=32)

    class Meta:
        """Django's own."""

        db_table = "entry"


class PayloadRow(models.Model):
    """What an entry says, apart from its header."""

    objects: ClassVar[models.Manager[PayloadRow]]

    pk = models.CompositePrimaryKey("matter", "position")
    matter: models.CharField[str, str] = models.CharField(max_length=200)
    position: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    payload: models.BinaryField[bytes, bytes] = models.BinaryField()
    salt: models.BinaryField[bytes, bytes] = models.BinaryField(max_length=32)

    class Meta:
        """Django's own."""

        db_table = "payload"


class CheckpointRow(models.Model):
    """A signed end of a chain."""

    objects: ClassVar[models.Manager[CheckpointRow]]

    pk = models.CompositePrimaryKey("matter", "position", "key")
    matter: models.CharField[str, str] = models.CharField(max_length=200)
    position: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    key: models.CharField[str, str] = models.CharField(max_length=64)
    line: models.BinaryField[bytes, bytes] = models.BinaryField()

    class Meta:
        """Django's own."""

        db_table = "checkpoint"


class PublicKeyRow(models.Model):
    """A key that checks the checkpoints made here."""

    objects: ClassVar[models.Manager[PublicKeyRow]]

    fingerprint: models.CharField[str, str] = models.CharField(primary_key=True, max_length=64)
    pem: models.BinaryField[bytes, bytes] = models.BinaryField()

    class Meta:
        """Django's own."""

        db_table = "public_key"


class KeptFileRow(models.Model):
    """A file kept beside the record, by the digest of its bytes."""

    objects: ClassVar[models.Manager[KeptFileRow]]

    sha256: models.CharField[str, str] = models.CharField(primary_key=True, max_length=64)
    data: models.BinaryField[bytes, bytes] = models.BinaryField()

    class Meta:
        """Django's own."""

        db_table = "kept_file"


class KeptFileUseRow(models.Model):
    """Which entry names a kept file: the last one erased takes the file with it."""

    objects: ClassVar[models.Manager[KeptFileUseRow]]

    pk = models.CompositePrimaryKey("matter", "position", "sha256")
    matter: models.CharField[str, str] = models.CharField(max_length=200)
    position: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    sha256: models.CharField[str, str] = models.CharField(max_length=64, db_index=True)

    class Meta:
        """Django's own."""

        db_table = "kept_file_use"


class PrivateTextRow(models.Model):
    """One version of a private text, locked under a key that this database does not hold."""

    objects: ClassVar[models.Manager[PrivateTextRow]]

    pk = models.CompositePrimaryKey("matter", "stream", "key", "version")
    matter: models.CharField[str, str] = models.CharField(max_length=200)
    stream: models.CharField[str, str] = models.CharField(max_length=200)
    key: models.CharField[str, str] = models.CharField(max_length=300)
    version: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    locking_key: models.CharField[str, str] = models.CharField(max_length=16, db_index=True)
    wrapped: models.BinaryField[bytes, bytes] = models.BinaryField()
    body: models.BinaryField[bytes, bytes] = models.BinaryField()

    class Meta:
        """Django's own."""

        db_table = "private_text"


class PersonKeyRow(models.Model):
    """The key by which a person signs; its private half is locked as a private text is."""

    objects: ClassVar[models.Manager[PersonKeyRow]]

    person: models.CharField[str, str] = models.CharField(primary_key=True, max_length=200)
    public: models.BinaryField[bytes, bytes] = models.BinaryField()
    locking_key: models.CharField[str, str] = models.CharField(max_length=16, db_index=True)
    wrapped: models.BinaryField[bytes, bytes] = models.BinaryField()
    body: models.BinaryField[bytes, bytes] = models.BinaryField()

    class Meta:
        """Django's own."""

        db_table = "person_key"


class NoticeRow(models.Model):
    """A notice to be sent, once."""

    objects: ClassVar[models.Manager[NoticeRow]]

    id: models.CharField[str, str] = models.CharField(primary_key=True, max_length=300)
    matter: models.CharField[str, str] = models.CharField(max_length=200)
    event: models.CharField[str, str] = models.CharField(max_length=200)
    kind: models.CharField[str, str] = models.CharField(max_length=100)
    readers: models.TextField[str, str] = models.TextField()
    sent_at: models.CharField[str, str] = models.CharField(max_length=27, default="", db_index=True)

    class Meta:
        """Django's own."""

        db_table = "notice"


class SummaryRow(models.Model):
    """A line of the list of matters, worked out from the events and to be thrown away at will."""

    objects: ClassVar[models.Manager[SummaryRow]]

    matter: models.CharField[str, str] = models.CharField(primary_key=True, max_length=200)
    title: models.TextField[str, str] = models.TextField()
    court: models.CharField[str, str] = models.CharField(max_length=50)
    number: models.CharField[str, str] = models.CharField(max_length=200)
    entries: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    recorded_at: models.CharField[str, str] = models.CharField(max_length=27)

    class Meta:
        """Django's own."""

        db_table = "matter_summary"
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["-recorded_at", "matter"], name="summary_latest")]
