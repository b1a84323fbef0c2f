"""The frame: help without loading a verb, one message on trouble, and the exit code of the table."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from soordered.cli import main as main_module
from soordered.cli.exit_codes import ExitCode, OptionalPartMissingError, exit_code
from soordered.cli.verbs import VERBS
from soordered.provenance.problems import BadInputError
from tests.cli.answers import Run


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (BadInputError("We got 5.", expected="6.", remedy="Write 6."), 2),
        (click.UsageError("no"), 2),
        (OptionalPartMissingError("icalendar", needed_for="calendar", install="pip install icalendar"), 3),
        (RuntimeError("boom"), 4),
        (KeyboardInterrupt(), 130),
        (click.Abort(), 130),
        (BrokenPipeError(), 141),
    ],
)
def test_each_kind_of_trouble_has_its_exit_code(trouble: BaseException, code: int) -> None:
    assert exit_code(trouble) == code


def test_help_names_every_verb_with_its_line(run: Run) -> None:
    answer = run("--help")

    assert answer.code == ExitCode.DONE
    for verb in VERBS:
        assert f"  {verb.name} " in answer.out


@pytest.mark.parametrize("verb", [verb.name for verb in VERBS])
def test_every_verb_has_json_and_plain_and_says_what_it_does(run: Run, verb: str) -> None:
    answer = run(verb, "--help")

    assert answer.code == ExitCode.DONE
    assert "--plain" in answer.out
    assert "--json" in answer.out
    assert answer.err == ""


@pytest.mark.parametrize("words", [[verb.name] for verb in VERBS] + [["lawbook", "update"]], ids=" ".join)
def test_the_examples_of_a_verb_keep_their_lines(run: Run, words: list[str]) -> None:
    said = run(*words, "--help").out

    assert "\\b" not in said
    assert all(line.count("soordered ") <= 1 for line in said.splitlines())


def test_version_is_told(run: Run) -> None:
    assert run("--version").out.startswith("soordered ")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["deu"], "There is no verb 'deu'. Did you mean due?"),
        (["due"], "Missing argument 'PERIOD'"),
        (["due", "5 days"], "exactly one of --after DATE and --before DATE"),
        (["due", "5 days", "--after", "2010-07-08", "--before", "2010-07-08"], "exactly one of --after DATE"),
        (["due", "5 days", "--after", "2010-02-30"], "'2010-02-30' is no date"),
        (["due", "5 days", "--after", "8 July"], "Expected YYYY-MM-DD, such as 2007-08-20"),
        (["due", "5 days", "--aftre", "2010-07-08"], "No such option"),
    ],
)
def test_wrong_usage_is_told_once_on_stderr_and_gives_2(run: Run, words: list[str], message: str) -> None:
    answer = run(*words)

    assert answer.code == ExitCode.BAD_INPUT
    assert message in " ".join(answer.err.split())
    assert answer.out == ""


def test_our_own_fault_is_short_and_keeps_its_traceback_for_the_debug_setting(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: object) -> None:
        raise RuntimeError("the wheel came off")

    monkeypatch.setattr(main_module.soordered, "invoke", fails)
    monkeypatch.delenv("SOORDERED_DEBUG", raising=False)
    quiet = run("due")
    monkeypatch.setenv("SOORDERED_DEBUG", "1")
    loud = run("due")

    assert (quiet.code, loud.code) == (ExitCode.OUR_FAULT, ExitCode.OUR_FAULT)
    assert "This is our fault, not yours: RuntimeError: the wheel came off" in quiet.err
    assert "Traceback" not in quiet.err
    assert "Traceback" in loud.err


def test_interruption_writes_nothing_and_gives_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(main_module.soordered, "invoke", interrupted)
    answer = run("due")

    assert (answer.code, answer.out) == (ExitCode.INTERRUPTED, "")


def test_a_reader_that_goes_away_is_no_fault_of_ours(tmp_path: Path) -> None:
    """``soordered --help | true`` says nothing on standard error."""
    complaints = tmp_path / "stderr"
    program = (
        "import sys, time; time.sleep(0.3); from soordered.cli.main import main; "
        "code = main(['--help']); sys.exit(code)"
    )
    with complaints.open("wb") as errors:
        ours = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=errors)
        assert ours.stdout is not None
        ours.stdout.close()
        code = ours.wait(timeout=30)

    assert complaints.read_text() == ""
    assert code == ExitCode.READER_GONE


def test_a_full_disk_is_told_once_and_is_no_fault_of_ours() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "soordered", "lawbook"], stdout=full, stderr=subprocess.PIPE, text=True, check=False,
            timeout=30,
        )  # fmt: skip

    assert done.returncode == ExitCode.BAD_INPUT
    assert done.stderr == (
        "Error: the output cannot be written: No space left on device. Make room, or name another place.\n"
    )


def test_the_module_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "soordered", "--version"], capture_output=True, text=True, check=True, timeout=30
    )

    assert done.stdout.startswith("soordered ")


def test_help_loads_neither_a_verb_nor_a_heavy_library() -> None:
    program = (
        "import sys; from soordered.cli.main import main; main(['--help']); "
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'rich', 'icalendar', 'numpy', 'tomllib'}), "
        "'soordered.cli.due' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=30)

    assert done.stdout.endswith("[] False\n")


def test_a_shell_can_ask_for_the_words_that_may_follow() -> None:
    environment = os.environ | {
        "_SOORDERED_COMPLETE": "bash_complete",
        "COMP_WORDS": "soordered hol",
        "COMP_CWORD": "1",
    }
    done = subprocess.run(
        [Path(sys.executable).parent / "soordered"], capture_output=True, text=True, check=True, timeout=30,
        env=environment,
    )  # fmt: skip

    assert done.stdout.split() == ["plain,holidays"]


def test_a_missing_part_is_named_with_the_command_that_installs_it(
    run: Run, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [
        name for name in sys.modules if name.startswith(("icalendar", "soordered.feeds", "soordered.casework.calendar"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "icalendar", None)
    answer = run("calendar", checkout / "docs" / "examples" / "case.toml")

    assert (answer.code, answer.out) == (ExitCode.PART_MISSING, "")
    assert answer.err == (
        "Error: icalendar is not installed, and the verb calendar needs it. Install it with: pip install icalendar\n"
    )


def test_no_words_at_all_show_the_help(run: Run) -> None:
    answer = run()

    assert "Verbs:" in answer.out + answer.err
    assert answer.code == ExitCode.BAD_INPUT


@pytest.mark.parametrize(
    ("words", "heavy"),
    [
        (
            ["due", "10 business days", "--after", "2007-11-09"],
            {"rich", "icalendar", "numpy", "json", "soordered.orders"},
        ),
        (
            ["due", "10 business days", "--after", "2007-11-09", "--json"],
            {"rich", "icalendar", "numpy", "soordered.orders"},
        ),
        (["read", "docs/examples/order.txt"], {"rich", "icalendar", "numpy", "soordered.disputes"}),
        (["run", "docs/examples/case.toml"], {"rich", "icalendar", "numpy"}),
    ],
    ids=["due", "due --json", "read", "run"],
)
def test_a_verb_loads_no_more_than_it_needs(checkout: Path, words: list[str], heavy: set[str]) -> None:
    """Start-up time is what these libraries cost; a clock in a test would tell the machine's load instead."""
    program = (
        "import sys; from soordered.cli.main import main; main(sys.argv[1:]); "
        "print(sorted({'.'.join(name.split('.')[:depth]) for name in sys.modules for depth in (1, 2)}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, text=True, check=True, timeout=60, cwd=checkout
    )
    loaded = done.stdout.splitlines()[-1]

    assert [name for name in sorted(heavy) if f"'{name}'" in loaded] == []
