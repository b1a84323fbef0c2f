"""The command ``soordered``: finds the verb, runs it, and turns trouble into one message and an exit code."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

import click

from soordered import __version__
from soordered.cli.exit_codes import ExitCode, exit_code
from soordered.cli.verbs import VERBS
from soordered.provenance.problems import SoOrderedError

_FILES = {verb.name: verb.module for verb in VERBS}


class LazyGroup(click.Group):
    """A group that loads a verb's file only when that verb is called, so that the help answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's own signature
        """Name the verbs in the order of the table."""
        return list(_FILES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load one verb, or return ``None`` for a word that is no verb."""
        file = _FILES.get(cmd_name)
        if file is None:
            return None
        command = importlib.import_module(f"soordered.cli.{file}").command
        if not isinstance(command, click.Command):
            msg = f"soordered.cli.{file}.command is no command"
            raise TypeError(msg)
        _keep_lines(command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of verbs from the table, without loading one of them."""
        with formatter.section("Verbs"):
            formatter.write_dl([(verb.name, verb.says) for verb in VERBS])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb; for a word that is none, name the nearest."""
        word = args[0] if args else ""
        if word and not word.startswith("-") and word not in _FILES:
            import difflib

            near = difflib.get_close_matches(word, _FILES, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            ctx.fail(f"There is no verb {word!r}.{hint} Expected one of: {', '.join(_FILES)}.")
        return super().resolve_command(ctx, args)


def _keep_lines(command: click.Command) -> None:
    r"""Turn the two signs ``\b`` of a raw docstring into the mark by which click leaves the lines of an example alone."""
    command.help = (command.help or "").replace(r"\b", "\b")
    if isinstance(command, click.Group):
        for under in command.commands.values():
            _keep_lines(under)


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 findings, 2 bad input or usage, 3 an optional part is missing, 4 our fault.",
)
@click.version_option(__version__, message="soordered %(version)s")
def soordered() -> None:
    """Read a judge's order, count every date with its reasons, and run the discovery dispute by it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    Args:
        arguments: the words after ``soordered``; those of the process by default.
    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    if "_SOORDERED_COMPLETE" in os.environ:
        soordered.main(prog_name="soordered")  # a shell asks for the words that may follow
    try:
        # Not click's own main(): it would answer a closed pipe with 1, which means findings here.
        with soordered.make_context("soordered", words) as context:
            soordered.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as left:
        return left.exit_code
    except (Exception, KeyboardInterrupt) as trouble:  # noqa: BLE001  the edge: every trouble becomes an exit code here
        return int(_tell(trouble))
    return int(ExitCode.DONE)


def _tell(trouble: BaseException) -> ExitCode:
    """Say on standard error what happened, once and plainly; return the exit code."""
    code = exit_code(trouble)
    match trouble:
        case click.exceptions.NoArgsIsHelpError():
            click.echo(trouble.format_message())
            return ExitCode.BAD_INPUT
        case click.ClickException():
            trouble.show()
        case SoOrderedError():
            click.echo(f"Error: {trouble}", err=True)
        case BrokenPipeError():
            _forget_output()
        case KeyboardInterrupt() | click.Abort():
            click.echo("Interrupted; nothing was written.", err=True)
        case OSError() if code is ExitCode.BAD_INPUT:
            click.echo(
                f"Error: the output cannot be written: {trouble.strerror}. Make room, or name another place.", err=True
            )
            _forget_output()
        case _:
            click.echo(
                f"This is our fault, not yours: {type(trouble).__name__}: {trouble}\n"
                "Nothing was written. Run it again with SOORDERED_DEBUG=1 and send us what it prints.",
                err=True,
            )
    if code is ExitCode.OUR_FAULT and os.environ.get("SOORDERED_DEBUG"):
        import traceback

        traceback.print_exception(trouble, file=sys.stderr)
    return code


def _forget_output() -> None:
    """Send what is still unwritten nowhere: Python would complain again when it flushes on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
