"""``soordered doctor``: the state of the installation, and the few commands that mend it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from soordered.cli.exit_codes import ExitCode
from soordered.cli.opened_database import checked_settings, opened_database
from soordered.cli.showing import Form, form, forms, show, show_json

if TYPE_CHECKING:
    from soordered.wiring.installation import Check


@click.command("doctor")
@click.option("--records", is_flag=True, help="Check every record in the database from end to end, too.")
@click.option(
    "--make-keys", type=click.Path(path_type=Path), help="Make the keys of a new installation in this folder."
)
@click.option("--rotate-keys", is_flag=True, help="Put all private texts under a new locking key.")
@click.option("--rebuild", is_flag=True, help="Make everything that is worked out from the events anew.")
@forms
@click.pass_context
def command(
    context: click.Context,
    *,
    records: bool,
    make_keys: Path | None,
    rotate_keys: bool,
    rebuild: bool,
    as_json: bool,
    plain: bool,
) -> None:
    r"""Look at settings, keys, database and records, and say what is wrong and how to mend it.

    Nothing is changed unless one of the options asks for it. The exit code is 1 if something is wrong.

    \b
    soordered doctor --records
    """
    how = form(as_json=as_json, plain=plain)
    if sum((make_keys is not None, rotate_keys, rebuild)) > 1:
        raise click.UsageError("--make-keys, --rotate-keys and --rebuild are done one at a time.", context)
    if make_keys is not None:
        _make_keys(make_keys, how)
        return
    if rotate_keys:
        _rotate(how)
        return
    if rebuild:
        _rebuild(how)
        return
    settings = checked_settings()
    from soordered.wiring.database import database_name
    from soordered.wiring.store_settings import StoreSettingError, StoreSettings

    try:
        database_name(settings)
    except StoreSettingError:
        database_name(StoreSettings(database=":memory:"))  # Django is set up without it, and the check below says why
    from soordered.wiring.installation import State, checks_of_installation

    checks = checks_of_installation(settings, environment=os.environ, records=records)
    if how is Form.JSON:
        show_json({"checks": [_fields(check) for check in checks]})
    else:
        _show(checks, how)
    if any(check.state is State.WRONG for check in checks):
        context.exit(ExitCode.FINDINGS)


def _fields(check: Check) -> dict[str, object]:
    return {"name": check.name, "state": check.state.value, "found": check.found, "remedy": check.remedy}


def _show(checks: tuple[Check, ...], how: Form) -> None:
    from soordered.cli.blocks import Heading, Row, Table, Tone
    from soordered.wiring.installation import State

    tones = {State.GOOD: Tone.PLAIN, State.NOTE: Tone.QUIET, State.WRONG: Tone.WARNING}
    rows = tuple(
        Row((check.name, check.state.value, check.found, check.remedy), tones[check.state]) for check in checks
    )
    show((Heading("The installation", level=1), Table(("What", "State", "Found", "Remedy"), rows)), how)


def _make_keys(folder: Path, how: Form) -> None:
    from soordered.cli.blocks import Items, Paragraph, Tone
    from soordered.wiring.database import database_name, settings_here
    from soordered.wiring.store_settings import LOCKING_KEYS, SIGNING_KEY

    database_name(settings_here())
    from soordered.wiring.installation import make_keys

    locking, signing = make_keys(folder)
    if how is Form.JSON:
        show_json({LOCKING_KEYS: str(locking), SIGNING_KEY: str(signing)})
        return
    items = Items((f"{LOCKING_KEYS}={locking}", f"{SIGNING_KEY}={signing}"))
    apart = "Keep a copy of both apart from the back-ups: without the first, nobody can read the private texts again."
    show((Paragraph("Set these, and start the program again:"), items, Paragraph(apart, Tone.WARNING)), how)


def _rotate(how: Form) -> None:
    from soordered.cli.blocks import Paragraph

    database = opened_database()
    from soordered.wiring.installation import rotate_keys

    key, done = rotate_keys(database)
    if how is Form.JSON:
        show_json({"key": key.fingerprint, "texts": done})
        return
    kept = "The older keys stay in the key file for the back-ups that need them; copy the file to its safe place again."
    show((Paragraph(f"{done} private texts and keys are locked under {key.fingerprint}. {kept}"),), how)


def _rebuild(how: Form) -> None:
    from soordered.cli.blocks import Paragraph

    database = opened_database()
    from soordered.wiring.installation import rebuild

    matters = rebuild(database)
    if how is Form.JSON:
        show_json({"matters": matters})
        return
    show((Paragraph(f"The list of {matters} matters is made anew from the events."),), how)
