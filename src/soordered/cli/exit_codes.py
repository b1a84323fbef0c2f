"""The one table from what happened to the exit code of the command."""

from __future__ import annotations

import errno
from enum import IntEnum

import click

from soordered.provenance.problems import PartMissingError, SoOrderedError


class ExitCode(IntEnum):
    """What the command tells its caller; documented in ``docs/reference/exit-codes.md``."""

    DONE = 0
    FINDINGS = 1  # lint, run --strict: the work is done and there is something to look at
    BAD_INPUT = 2  # input or usage; nothing was written
    PART_MISSING = 3  # an optional part is not installed; the message names the install command
    OUR_FAULT = 4
    INTERRUPTED = 130  # Ctrl-C, as shells count it
    READER_GONE = 141  # whoever read our output closed it, as shells count it


class OptionalPartMissingError(PartMissingError):
    """A verb needs a part that is not installed."""


def exit_code(trouble: BaseException) -> ExitCode:
    """Choose the exit code for what ended the command.

    Args:
        trouble: the exception that reached the edge.
    """
    match trouble:
        case PartMissingError():
            return ExitCode.PART_MISSING
        case SoOrderedError() | click.ClickException():
            return ExitCode.BAD_INPUT
        case KeyboardInterrupt() | click.Abort():
            return ExitCode.INTERRUPTED
        case BrokenPipeError():
            return ExitCode.READER_GONE
        case OSError(errno=errno.ENOSPC | errno.EDQUOT | errno.EFBIG | errno.EIO):
            return ExitCode.BAD_INPUT
        case _:
            return ExitCode.OUR_FAULT
