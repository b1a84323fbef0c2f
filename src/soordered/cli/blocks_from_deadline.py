"""A deadline as it is shown everywhere: the three dates together, the readings, the steps, the doubts."""

from __future__ import annotations

from soordered.cli.blocks import Block, Field, Fields, Heading, Items, Row, Table, Tone
from soordered.cli.month_grid_from_deadline import month_grid
from soordered.deadlines.deadline import Deadline, Reading, Standing
from soordered.deadlines.moments_in_words import moment_in_words
from soordered.provenance.dates_in_words import day_in_words
from soordered.provenance.reasons import Step


def dates(deadline: Deadline) -> Fields:
    """Show the three dates together; when they agree, one line says so.

    Args:
        deadline: what to show.
    """
    if not deadline.contested:
        return Fields((Field("Due", moment_in_words(deadline.act_by), Tone.SAFE),))
    return Fields(
        (
            Field("Act by", moment_in_words(deadline.act_by), Tone.SAFE),
            Field("Prevailing", moment_in_words(deadline.prevailing), Tone.STRONG),
            Field("Latest arguable (do not calendar)", moment_in_words(deadline.outer), Tone.WARNING),
        )
    )


def dates_in_a_line(deadline: Deadline) -> str:
    """Name the three dates in one line for a list of duties."""
    if not deadline.contested:
        return moment_in_words(deadline.act_by)
    parts = [f"act by {moment_in_words(deadline.act_by)}"]
    if deadline.prevailing != deadline.act_by:
        parts.append(f"prevailing {moment_in_words(deadline.prevailing)}")
    if deadline.outer != deadline.prevailing:
        parts.append(f"latest arguable {moment_in_words(deadline.outer)} (do not calendar)")
    return "; ".join(parts)


def readings(deadline: Deadline) -> Table:
    """List every live reading with its date, its point and what supports it."""
    return Table(
        ("Reading", "Due", "Because", "Authority"),
        tuple(
            Row(
                (
                    " +\n".join(reading.label.split("+")) + f"\n({reading.standing})",
                    moment_in_words(reading.due),
                    f"{reading.because} Would be settled by {reading.settled_by}."
                    if reading.settled_by
                    else reading.because,
                    f"{reading.authority} [{reading.regime}]" if reading.authority else f"[{reading.regime}]",
                ),
                Tone.PLAIN if reading.standing is Standing.PREVAILING else Tone.QUIET,
            )
            for reading in deadline.readings
        ),
    )


def doubts(deadline: Deadline) -> tuple[Block, ...]:
    """Show notes and settlements beside the dates they shaped; nothing when there are none."""
    settled = tuple(
        f"Settled ({settlement.how.replace('_', ' ')}, {day_in_words(settlement.on)}): "
        f"{settlement.label} holds, by {settlement.authority}."
        for settlement in deadline.settlements
    )
    lines = (*deadline.notes, *settled)
    return (Items(lines, Tone.WARNING),) if lines else ()


def explanation(deadline: Deadline) -> tuple[Block, ...]:
    """Show each reading's count on a month grid and step by step; readings that share a count are shown once."""
    blocks: list[Block] = []
    shown: set[tuple[Step, ...]] = set()
    for reading in deadline.readings:
        steps = tuple(reading.steps)
        if not steps or steps in shown:
            continue
        shown.add(steps)
        blocks += [
            Heading(f"{_name(reading)}: {moment_in_words(reading.due)}"),
            month_grid(deadline, reading),
            Items(tuple(map(step_in_words, steps))),
        ]
    return tuple(blocks)


def step_in_words(step: Step) -> str:
    """Write a step as a sentence: the day, what it did to the count, why, on what authority."""
    did = {True: "day" if step.number is None else f"day {step.number}", False: "not counted", None: ""}[step.counted]
    basis = f" ({step.authority})" if step.authority else ""
    said = ", ".join(part for part in (did, step.why) if part)
    return f"{day_in_words(step.date)}: {said}{basis}"


def _name(reading: Reading) -> str:
    return f"{reading.label} ({reading.standing})"
