"""The tables of the record, of private texts, and of what is worked out from them."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="CheckpointRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "matter", "position", "key", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("matter", models.CharField(max_length=200)),
                ("position", models.PositiveIntegerField()),
                ("key", models.CharField(max_length=64)),
                ("line", models.BinaryField()),
            ],
            options={
                "db_table": "checkpoint",
            },
        ),
        migrations.CreateModel(
            name="EntryRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "matter", "position", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("matter", models.CharField(max_length=200)),
                ("position", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=100)),
                ("version", models.PositiveIntegerField()),
                ("actor", models.CharField(max_length=200)),
                ("role", models.CharField(max_length=100)),
                ("side", models.CharField(max_length=200)),
                ("recorded_at", models.CharField(max_length=27)),
                ("visible_to", models.TextField()),
                ("previous", models.BinaryField(max_length=32)),
                ("commitment", models.BinaryField(max_length=32)),
            ],
            options={
                "db_table": "entry",
            },
        ),
        migrations.CreateModel(
            name="KeptFileRow",
            fields=[
                ("sha256", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("data", models.BinaryField()),
            ],
            options={
                "db_table": "kept_file",
            },
        ),
        migrations.CreateModel(
            name="KeptFileUseRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "matter", "position", "sha256", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("matter", models.CharField(max_length=200)),
                ("position", models.PositiveIntegerField()),
                ("sha256", models.CharField(db_index=True, max_length=64)),
            ],
            options={
                "db_table": "kept_file_use",
            },
        ),
        migrations.CreateModel(
            name="MatterRow",
            fields=[
                ("id", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField()),
                ("link", models.BinaryField(max_length=32)),
            ],
            options={
                "db_table": "matter",
            },
        ),
        migrations.CreateModel(
            name="NoticeRow",
            fields=[
                ("id", models.CharField(max_length=300, primary_key=True, serialize=False)),
                ("matter", models.CharField(max_length=200)),
                ("event", models.CharField(max_length=200)),
                ("kind", models.CharField(max_length=100)),
                ("readers", models.TextField()),
                ("sent_at", models.CharField(db_index=True, default="", max_length=27)),
            ],
            options={
                "db_table": "notice",
            },
        ),
        migrations.CreateModel(
            name="PayloadRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "matter", "position", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("matter", models.CharField(max_length=200)),
                ("position", models.PositiveIntegerField()),
                ("payload", models.BinaryField()),
                ("salt", models.BinaryField(max_length=32)),
            ],
            options={
                "db_table": "payload",
            },
        ),
        migrations.CreateModel(
            name="PersonKeyRow",
            fields=[
                ("person", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("public", models.BinaryField()),
                ("locking_key", models.CharField(db_index=True, max_length=16)),
                ("wrapped", models.BinaryField()),
                ("body", models.BinaryField()),
            ],
            options={
                "db_table": "person_key",
            },
        ),
        migrations.CreateModel(
            name="PrivateTextRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "matter",
                        "stream",
                        "key",
                        "version",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("matter", models.CharField(max_length=200)),
                ("stream", models.CharField(max_length=200)),
                ("key", models.CharField(max_length=300)),
                ("version", models.PositiveIntegerField()),
                ("locking_key", models.CharField(db_index=True, max_length=16)),
                ("wrapped", models.BinaryField()),
                ("body", models.BinaryField()),
            ],
            options={
                "db_table": "private_text",
            },
        ),
        migrations.CreateModel(
            name="PublicKeyRow",
            fields=[
                ("fingerprint", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("pem", models.BinaryField()),
            ],
            options={
                "db_table": "public_key",
            },
        ),
        migrations.CreateModel(
            name="SummaryRow",
            fields=[
                ("matter", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("title", models.TextField()),
                ("court", models.CharField(max_length=50)),
                ("number", models.CharField(max_length=200)),
                ("entries", models.PositiveIntegerField()),
                ("recorded_at", models.CharField(max_length=27)),
            ],
            options={
                "db_table": "matter_summary",
                "indexes": [models.Index(fields=["-recorded_at", "matter"], name="summary_latest")],
            },
        ),
    ]
