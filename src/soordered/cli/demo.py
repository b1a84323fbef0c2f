"""``soordered demo``: one dispute, from the words of an order to the day a letter is late; it ends by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from soordered.cli.showing import Form, form, forms, show, show_json

if TYPE_CHECKING:
    from soordered.casework.case_run import CaseRun, Duty
    from soordered.cli.blocks import Block
    from soordered.deadlines.deadline import Deadline
    from soordered.wiring.demonstration import WalkThrough

DEMANDED, MET, LATE = dt.date(2007, 11, 12), dt.date(2007, 11, 28), dt.date(2007, 12, 5)
"""The days on which the walk-through looks at its case."""


@click.command("demo")
@click.argument("name", required=False)
@forms
def command(*, name: str | None, as_json: bool, plain: bool) -> None:
    r"""Walk through one dispute: an order is read, a meeting is demanded, a letter comes due.

    It takes under a minute to read, asks nothing, writes nothing, and ends by itself.
    With NAME it shows a whole demonstration matter instead, as `run` shows a case of your own.

    \b
    soordered demo harbor-2007
    """
    from soordered.wiring.demonstration import walk_through

    if name is not None:
        _matter(name, form(as_json=as_json, plain=plain))
        return
    walk = walk_through()
    runs = {day: walk.case.run(as_of=day) for day in (DEMANDED, MET, LATE)}
    how = form(as_json=as_json, plain=plain)
    if how is Form.JSON:
        from soordered.casework.fields_from_run import run_fields
        from soordered.orders.fields_from_reading import reading_fields

        days = [run_fields(run) for run in runs.values()]
        show_json({"order": reading_fields(walk.reading), "days": days})
        return
    show(_story(walk, runs), how)


def _matter(name: str, how: Form) -> None:
    from soordered.wiring.case import Case

    run = Case.demonstration(name).run()
    if how is Form.JSON:
        from soordered.casework.fields_from_run import run_fields

        show_json(run_fields(run))
        return
    from soordered.cli.blocks_from_case_run import case_page

    show(case_page(run, explain=False), how)


def _story(walk: WalkThrough, runs: dict[dt.date, CaseRun]) -> Iterator[Block]:
    from soordered.cli.blocks import Heading, Items, Paragraph, Tone
    from soordered.cli.blocks_from_deadline import dates, dates_in_a_line
    from soordered.cli.month_grid_from_deadline import month_grid
    from soordered.deadlines.moments_in_words import moment_in_words
    from soordered.provenance.dates_in_words import day_in_words

    yield Heading("So Ordered, in one minute: Bramble Tools v. Osier Works (invented)", level=1)
    yield Heading("1. A judge's order is read, and each rule keeps its words")
    yield Items(tuple(_rules(walk)))

    meeting = _due(runs[DEMANDED])
    yield Heading("2. Fri 9 Nov 2007: Bramble demands a meeting. By when must it be held?")
    yield dates(meeting)
    yield month_grid(meeting, meeting.readings[0])
    yield Items(
        tuple(
            f"{moment_in_words(reading.due)}, {reading.standing} ({reading.label}): {reading.because}"
            for reading in meeting.readings
        )
    )

    yield Heading("3. Tue 27 Nov 2007: lead trial counsel meet. A new clock starts")
    yield Items((f"Joint letter: {dates_in_a_line(_due(runs[MET]))}.",))

    yield Heading(f"4. {day_in_words(LATE)}: no letter is on file")
    late = _live(runs[LATE])
    yield Items(
        (
            f"{late.title}: {late.status}, late under {', '.join(late.lateness.late)}.",
            *(
                f"{str(act.act).replace('_', ' ')}, {act.leave.replace('_', ' ')}: {act.why}"
                for act in runs[LATE].next_acts
            ),
        ),
        Tone.WARNING,
    )
    yield Heading("5. Two whole matters ship, under two real orders of one judge")
    yield Items(tuple(_matters()))
    yield Heading("Now with an order of your own")
    yield Items(
        (
            "soordered read ORDER.txt        its rules, its words, and what was not understood",
            'soordered due "10 business days" --after 2007-11-09 --explain',
            "soordered run CASE.toml         what is due, what is late, what may be done next",
        ),
        Tone.STRONG,
    )
    for note in runs[LATE].notes:
        yield Paragraph(note, Tone.QUIET)


def _matters() -> Iterator[str]:
    from soordered.provenance.dates_in_words import day_in_words
    from soordered.wiring.case import Case, demonstrations

    for name in demonstrations():
        run = Case.demonstration(name).run()
        live = sum(duty.live for duty in run.duties)
        done = sum(not duty.live and duty.deadline is not None for duty in run.duties)
        yield (
            f"soordered demo {name}: {run.head.title}, as of {day_in_words(run.as_of.date)}: "
            f"{live} clocks open, {done} done or past, {len(run.warnings)} warnings"
        )


def _rules(walk: WalkThrough) -> Iterator[str]:
    from soordered.cli.blocks_from_case_run import quoted
    from soordered.cli.words_for_rules import norm_in_words, timing_in_words

    for rule in walk.reading.rulebook.rules[:3]:
        when = f" {timing_in_words(rule.timing)}" if rule.timing is not None else ""
        yield f"{norm_in_words(rule)}{when}: {quoted(rule.quote())}"


def _live(run: CaseRun) -> Duty:
    return next(duty for duty in run.duties if duty.live and duty.deadline is not None)


def _due(run: CaseRun) -> Deadline:
    deadline = _live(run).deadline
    if deadline is None:
        msg = "the walk-through's case has no live date"
        raise RuntimeError(msg)
    return deadline
