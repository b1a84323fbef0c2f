"""Processes that are killed, and processes that write at once: nothing acknowledged is lost, nothing is half done."""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connections

from soordered.record.entry import MatterId
from soordered.record.export_file import Export, export_bytes
from soordered.record.verify_export import verify_export
from soordered.store.event_log import StoredEventLog
from soordered.store.stored_record import chain_end, stored_entries
from soordered.wiring.database import database_name, random_salt
from soordered.wiring.store_settings import StoreSettings

MATTER = MatterId("shared")
# the share of every run; `make stress` asks for all of it
STRESS = "SOORDERED_STRESS" in os.environ
ACTS = 200 if STRESS else 10
CROWD = 1000 if STRESS else 40
WRITERS = 8 if STRESS else 4


def writer(settings: StoreSettings, name: str, first: int, last: int) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "tests.store.writer", settings.database, name, str(first), str(last)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, cwd=Path(__file__).parent.parent.parent)


def recorded(using: str) -> list[str]:
    loaded = StoredEventLog(random_salt, using=using).load(MATTER)
    return [entry.event.id for entry in loaded.entries if entry.event is not None]


def check_whole(using: str) -> None:
    entries = stored_entries(MATTER, using=using)
    assert verify_export(export_bytes(Export(matter=MATTER, entries=entries, papers={}))).holds
    assert chain_end(MATTER, using=using).position == len(entries)


@pytest.mark.slow
def test_every_acknowledged_act_outlives_a_kill(stored_at: StoreSettings, using: str) -> None:
    """The process is killed again and again at random moments; another takes up where it left off."""
    chance = random.Random("kill")  # noqa: S311  the same moments every time, as far as a machine has them
    acknowledged = 0
    kills = 0
    while acknowledged < ACTS:
        process = writer(stored_at, "w", acknowledged + 1, ACTS)
        assert process.stdout is not None
        seen = b""
        stop_after = chance.randint(1, 6)
        while seen.count(b"\n") < stop_after and process.poll() is None:
            if select.select([process.stdout], [], [], 1)[0]:
                seen += os.read(process.stdout.fileno(), 4096)
        time.sleep(chance.random() * 0.02)  # into the middle of the next act
        process.send_signal(signal.SIGKILL)
        rest, _ = process.communicate()
        said = (seen + rest).split(b"\n")[:-1]
        kills += process.returncode == -signal.SIGKILL
        ids = recorded(using)
        for number in range(acknowledged + 1, acknowledged + len(said) + 1):
            assert ids.count(f"w-{number}-a") == ids.count(f"w-{number}-b") == 1
        assert len(ids) % 2 == 0  # no act is half done
        acknowledged = len(ids) // 2  # one that was done and not acknowledged counts as done
        check_whole(using)

    assert recorded(using) == [f"w-{number}-{half}" for number in range(1, ACTS + 1) for half in "ab"]
    assert kills


@pytest.mark.slow
def test_a_crowd_writes_one_matter_and_no_act_is_lost_or_doubled(stored_at: StoreSettings, using: str) -> None:
    """Processes at once on one matter; each repeats an act that came too late."""
    each = CROWD // WRITERS
    crowd = [writer(stored_at, f"w{number}", 1, each) for number in range(WRITERS)]
    said = [process.communicate(timeout=600)[0] for process in crowd]

    assert [process.returncode for process in crowd] == [0] * WRITERS
    assert said == [b"".join(b"%d\n" % number for number in range(1, each + 1))] * WRITERS
    ids = recorded(using)
    assert len(ids) == len(set(ids)) == 2 * each * WRITERS
    for number in range(WRITERS):
        own = [one for one in ids if one.startswith(f"w{number}-")]
        assert own == [f"w{number}-{act}-{half}" for act in range(1, each + 1) for half in "ab"]
    assert all(one[:-1] == other[:-1] for one, other in zip(ids[::2], ids[1::2], strict=True))  # acts stay together
    check_whole(using)


@pytest.mark.slow
def test_a_new_database_is_made_once_however_many_processes_come_first(tmp_path: Path) -> None:
    settings = StoreSettings(database=str(tmp_path / "new" / "record.sqlite3"))
    crowd = [writer(settings, f"w{number}", 1, 1) for number in range(4)]
    said = [process.communicate(timeout=120)[0] for process in crowd]

    assert [process.returncode for process in crowd] == [0] * 4
    assert said == [b"1\n"] * 4
    name = database_name(settings)
    assert len(recorded(name)) == 8
    connections[name].close()
