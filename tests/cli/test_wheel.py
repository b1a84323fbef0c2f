"""The wheel, built and installed where nothing else is: the package that people get."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import skip_or_fail


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment that holds the wheel and what it depends on."""
    checkout = Path(__file__).resolve().parent.parent.parent
    uv = shutil.which("uv", path=f"{checkout / '.make' / 'bootstrap' / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}")
    if uv is None:
        skip_or_fail("No uv; run make once, which brings its own.")
    folder = tmp_path_factory.mktemp("wheel")
    built = [uv, "build", "--quiet", "--wheel", "--no-build-isolation", "--python", sys.executable]
    subprocess.run([*built, "--out-dir", folder, checkout], check=True, timeout=300)
    (wheel,) = folder.glob("soordered-*.whl")
    environment = folder / "environment"
    subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, environment], check=True, timeout=300)
    python = environment / "bin" / "python"
    certificates = ["--system-certs"] if Path("/etc/ssl/certs/ca-certificates.crt").exists() else []
    install = [uv, "pip", "install", "--quiet", *certificates, "--python", str(python), str(wheel)]
    subprocess.run(install, check=True, timeout=300)
    return environment / "bin"


def run(program: Path, *words: str) -> str:
    done = subprocess.run(
        [program, *words], capture_output=True, text=True, check=False, timeout=60, cwd="/",
        env={"LANG": "C", "SOORDERED_DEBUG": "1"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.slow
def test_the_wheel_counts_reads_and_runs_away_from_the_checkout(installed: Path) -> None:
    deadline = json.loads(run(installed / "soordered", "due", "10 business days", "--after", "2007-11-09", "--json"))

    assert (deadline["act_by"], deadline["outer"]) == ("2007-11-27", "2007-11-28")
    assert "Wed 5 Dec 2007: no letter is on file" in run(installed / "soordered", "demo")


@pytest.mark.slow
def test_the_wheel_is_typed_and_holds_no_test_and_no_order_of_others(installed: Path) -> None:
    where = "import soordered, pathlib; print(pathlib.Path(soordered.__file__).parent)"
    package = Path(run(installed / "python", "-c", where).strip())
    files = {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}

    assert "py.typed" in files
    assert "lawbook/data/time/regimes.toml" in files
    assert not any(Path(name).name.startswith(("test_", "conftest")) for name in files)
    assert {name for name in files if name.endswith(".txt")} == {"wiring/walk_through/order.txt"}
