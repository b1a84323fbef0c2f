"""A PostgreSQL server of the tests' own: Debian's programs, a folder of its own, no port open to anybody."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

_USER = "postgres"
_PATIENCE = 60


def programs() -> Path | None:
    """Return the folder of the newest server installed, ``None`` if there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def postgres_server(*, durable: bool = False) -> Iterator[str]:
    """Start a server and give its address, to which a database's name is added.

    Args:
        durable: whether every commit waits for the disk; tests of meaning need not wait.
    """
    folder = programs()
    assert folder is not None
    home = Path(tempfile.mkdtemp(prefix="soordered-postgres-", dir="/tmp"))
    as_user = ["runuser", "-u", _USER, "--"] if os.geteuid() == 0 else []
    if as_user:
        shutil.chown(home, _USER)
    data = home / "data"
    subprocess.run(
        [*as_user, folder / "initdb", "-D", data, "-U", _USER, "-A", "trust", "-E", "UTF8", "--locale=C", "-N"],
        check=True,
        capture_output=True,
        cwd=home,
    )
    waits = [] if durable else ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
    log = (home / "log").open("wb")
    server = subprocess.Popen(
        [*as_user, folder / "postgres", "-D", data, "-k", home, "-c", "listen_addresses=", *waits],
        stdout=log,
        stderr=log,
        cwd=home,
        start_new_session=True,
    )
    try:
        _wait_for(folder, home, server)
        yield f"postgresql://{_USER}@{quote(str(home), safe='')}"
    finally:
        os.killpg(server.pid, signal.SIGQUIT)  # its data is thrown away: no need to write it out first
        server.wait(_PATIENCE)
        log.close()
        shutil.rmtree(home, ignore_errors=True)


def make_database(server: str, name: str, *, template: str = "template1") -> str:
    """Make a database on a server and return its address."""
    import psycopg  # noqa: PLC0415  only where there is a server

    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return f"{server}/{name}"


def _wait_for(folder: Path, home: Path, server: subprocess.Popen[bytes]) -> None:
    for _ in range(_PATIENCE * 20):
        if server.poll() is not None:
            raise RuntimeError((home / "log").read_text())
        if subprocess.run([folder / "pg_isready", "-q", "-h", home], check=False).returncode == 0:
            return
        time.sleep(0.05)
    raise TimeoutError((home / "log").read_text())
