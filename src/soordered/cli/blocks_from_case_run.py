"""A case as it stands on a day: what is due, what is late, whose turn, what may be done next, and the timeline."""

from __future__ import annotations

from collections.abc import Iterable

from soordered.casework.case_run import CaseRun, ConflictRun, DisplacedRun, Duty, OrderRun, Point, Status, TimelineEntry
from soordered.casework.displaced_of_case import cite_of
from soordered.cli.blocks import Block, Field, Fields, Heading, Items, Paragraph, Row, Sheet, Table, Tone, Toned
from soordered.cli.blocks_from_deadline import dates, dates_in_a_line, doubts, explanation, readings
from soordered.cli.blocks_from_matter import disputes, law_and_motion, ledger
from soordered.cli.words_for_rules import code_in_words, timing_in_words
from soordered.deadlines.deadline import Moment
from soordered.deadlines.moments_in_words import moment_in_words
from soordered.disputes.next_act import Leave, NextAct
from soordered.provenance.dates_in_words import day_in_words
from soordered.provenance.spans import Quote

_DUE = (Status.OVERDUE, Status.CONTESTED, Status.OPEN, Status.STAYED)
_WAITING = (Status.WAITING, Status.FOR_COURT, Status.FOR_PEOPLE)
# By exclusion: a duty of any other status must stand somewhere on the page.
_BEHIND = tuple(status for status in Status if status not in {*_DUE, *_WAITING, Status.AVAILABLE})
_LONGEST_QUOTE = 280


def case_page(run: CaseRun, *, explain: bool) -> tuple[Block, ...]:
    """Lay out a case.

    Args:
        run: the case as it stands.
        explain: whether to show each live date's readings, grid and steps.
    """
    number = f", {run.head.number}" if run.head.number else ""
    blocks: list[Block] = [
        Heading(f"{run.head.title}{number}: as of {moment_in_words(run.as_of)}", level=1),
        *_section("Orders", map(_order, run.orders)),
        *_section("Warnings", (_said(warned.what, warned.quote) for warned in run.warnings), Tone.WARNING),
        *_due(run, explain=explain),
        *_rights(run, explain=explain),
        *_next(run.next_acts),
        *_turn(run),
        *disputes(run),
        *law_and_motion(run),
        *_section("Moved dates", map(_moved, _moves(run)), Tone.WARNING),
        *_section("In conflict, and ranked by nothing", map(_conflict, run.conflicts), Tone.WARNING),
        *_section("Contested", _contests(run), Tone.WARNING),
        *_section("Waiting", (_waiting(duty) for duty in run.duties if duty.status in _WAITING)),
        *_section("Done and past", (_behind(duty) for duty in run.duties if duty.status in _BEHIND)),
        *ledger(run),
        *_powers(run),
        *_timeline(run),
        *_section("Rules that stand back", map(_displaced, run.displaced)),
        *_section("Not in the texts held, or not addressed", run.addressed),
        *_section("Doubts about the texts", map(str, run.problems), Tone.WARNING),
        *(Paragraph(note, Tone.QUIET) for note in run.notes),
    ]
    return tuple(blocks)


def _section(title: str, lines: Iterable[str], tone: Tone = Tone.PLAIN) -> tuple[Block, ...]:
    items = tuple(lines)
    return (Heading(title), Items(items, tone)) if items else ()


def _order(order: OrderRun) -> str:
    parts = [f"{order.id}: {order.source.title}, made {day_in_words(order.made)}, {order.verified}"]
    parts += [f"notice: {'; '.join(order.notices)}" if order.notices else "no notice recorded"]
    if order.until is not None:
        parts.append(f"bound until {day_in_words(order.until)}")
    return "; ".join(parts)


def _due(run: CaseRun, *, explain: bool) -> tuple[Block, ...]:
    duties = sorted((duty for duty in run.duties if duty.status in _DUE), key=_urgency)
    if not duties:
        return (Heading("What is due"), Paragraph("Nothing is due on the dates recorded."))
    rows = tuple(
        Row(
            (
                duty.title,
                ", ".join(map(code_in_words, duty.obligation.rule.bearers)),
                cite_of(duty.obligation.rule),
                dates_in_a_line(duty.deadline).replace("; ", ";\n") if duty.deadline else "no date",
                _counted(duty),
                _standing(duty),
                quoted(duty.quote),
                " ".join(duty.notes),
            ),
            Tone.WARNING if duty.status is Status.OVERDUE else Tone.PLAIN,
        )
        for duty in duties
    )
    return (
        Heading("What is due"),
        Table(("Duty", "Who", "Rule", "When", "Counted", "Status", "Quote", "Note"), rows),
        *(block for duty in duties if explain for block in _explained(duty)),
    )


def _urgency(duty: Duty) -> tuple[bool, str]:
    return duty.status is not Status.OVERDUE, duty.deadline.act_by.isoformat() if duty.deadline else "9999"


def _explained(duty: Duty) -> tuple[Block, ...]:
    if duty.deadline is None:
        return ()
    return (
        Heading(duty.title),
        Fields(tuple(Field(label, value) for label, value in _grounds(duty) if value)),
        dates(duty.deadline),
        readings(duty.deadline),
        *doubts(duty.deadline),
        *explanation(duty.deadline),
    )


def _grounds(duty: Duty) -> tuple[tuple[str, str], ...]:
    """Say on what a date rests: the rule, how surely its text is known, the words with their place, who checked it."""
    rule = duty.obligation.rule
    known = rule.authority
    return (
        ("Rule", cite_of(rule)),
        ("Known from", f"{known.sureness}: {known.source}" if known and known.source else ""),
        ("Quote", quoted(duty.quote) or rule.summary),
        ("Counted", _counted(duty)),
        ("Checked", duty.verified),
    )


def _counted(duty: Duty) -> str:
    timing, fact = duty.obligation.rule.timing, duty.obligation.fact
    if timing is None:
        return ""
    words = timing_in_words(timing)
    if fact is None:
        return words
    at = Moment(fact.on, fact.clock)
    return f"{words}; {code_in_words(fact.trigger)} on {moment_in_words(at)}"


def _standing(duty: Duty) -> str:
    lateness = duty.lateness
    words = [duty.status.replace("_", " ")]
    if lateness.late:
        words.append(f"late under {', '.join(lateness.late)}")
    if lateness.late and lateness.in_time:
        words.append(f"in time under {', '.join(lateness.in_time)}")
    if lateness.hour_unknown:
        words.append("the hour, on which it turns, is not recorded")
    return "; ".join(words)


def _rights(run: CaseRun, *, explain: bool) -> tuple[Block, ...]:
    duties = sorted((duty for duty in run.duties if duty.status is Status.AVAILABLE), key=_urgency)
    rows = tuple(
        Row(
            (
                duty.title,
                ", ".join(map(code_in_words, duty.obligation.rule.bearers)),
                cite_of(duty.obligation.rule),
                dates_in_a_line(duty.deadline).replace("; ", ";\n") if duty.deadline else "",
                _counted(duty),
                quoted(duty.quote),
                " ".join(duty.notes),
            )
        )
        for duty in duties
    )
    if not rows:
        return ()
    return (
        Heading("Rights open"),
        Table(("Right", "Who", "Rule", "Until", "Counted", "Quote", "Note"), rows),
        *(block for duty in duties if explain for block in _explained(duty)),
    )


def _next(acts: tuple[NextAct, ...]) -> tuple[Block, ...]:
    order = list(Leave)
    rows = tuple(
        Row(
            (
                f"{code_in_words(act.act)}: {act.about}",
                act.leave.replace("_", " "),
                "; ".join(act.by).replace("_", " "),
                act.why,
            ),
            Tone.QUIET if act.leave is Leave.NOT_NOW else Tone.PLAIN,
        )
        for act in sorted(acts, key=lambda act: order.index(act.leave))
    )
    return (Heading("What may be done next"), Table(("Act", "Open", "Who", "Why"), rows)) if rows else ()


def _turn(run: CaseRun) -> tuple[Block, ...]:
    if run.turn is None:
        return ()
    best = run.turn.readings[0]
    others = [f"By another count ({other.label}): {other.side}. {other.because}" for other in run.turn.readings[1:]]
    place = Field("Next place is chosen by", f"{run.turn.side}. {best.because}", Tone.STRONG)
    return (
        Heading("Whose turn"),
        Fields((place, Field("Quote", quoted(run.turn.quote)))),
        *((Items(tuple(others), Tone.WARNING),) if others else ()),
    )


def _moves(run: CaseRun) -> Iterable[tuple[str, str, str, str]]:
    for move in run.moved:
        old = dates_in_a_line(move.old) if move.old else "no date"
        yield move.title, old, dates_in_a_line(move.new) if move.new else "no date", move.why


def _moved(move: tuple[str, str, str, str]) -> str:
    title, old, new, why = move
    return f"{title}: from {old} to {new}. {why}"


def _contests(run: CaseRun) -> Iterable[str]:
    for contest in run.contests:
        state = "open" if contest.settled is None else "settled"
        yield _said(f"{contest.words} ({state})", contest.quote)


def _conflict(conflict: ConflictRun) -> str:
    sides = " / ".join(f"{cite}: {words}" for cite, words in zip(conflict.cites, conflict.quotes, strict=True))
    about = f" [{', '.join(conflict.about)}]" if conflict.about else ""
    return f"{conflict.why}{about} {sides} All of them stand here: act on the earliest, and ask chambers which governs."


def _displaced(gone: DisplacedRun) -> str:
    about = f" [{', '.join(gone.about)}]" if gone.about else ""
    return f"{gone.cite} ({code_in_words(gone.act)}{about}): displaced by {gone.by_cite}. {gone.why}"


def _waiting(duty: Duty) -> str:
    detail = f": {duty.obligation.detail}" if duty.obligation.detail else ""
    return f"{duty.title} ({duty.status.replace('_', ' ')}{detail})"


def _behind(duty: Duty) -> str:
    when = f", {moment_in_words(duty.done_on)}" if duty.done_on else ""
    due = f"; due {dates_in_a_line(duty.deadline)}" if duty.deadline else ""
    return f"{duty.title}: {_standing(duty)}{when}{due}"


def _powers(run: CaseRun) -> tuple[Block, ...]:
    rows = tuple(
        Row((power.words or code_in_words(power.act), str(power.state), quoted(power.quote), power.notice))
        for power in run.powers
    )
    columns = ("Power", "State", "Quote", "Notice of the order")
    return (Heading("Powers the Court has reserved (no duty of anybody)"), Table(columns, rows)) if rows else ()


def _timeline(run: CaseRun) -> tuple[Block, ...]:
    if not run.timeline:
        return ()
    entries = sorted(run.timeline, key=lambda entry: entry.when.sort_key)
    past = [_on_the_line(entry) for entry in entries if entry.when.sort_key <= run.as_of.sort_key]
    ahead = [_on_the_line(entry) for entry in entries if entry.when.sort_key > run.as_of.sort_key]
    today = (Toned(f"----- {moment_in_words(run.as_of)}: as of -----", Tone.STRONG),)
    return Heading("Timeline"), Sheet((*past, today, *ahead))


def _on_the_line(entry: TimelineEntry) -> tuple[Toned, ...]:
    word = {Point.PAST: "", Point.CLOCK: "clock", Point.HEARING: "hearing"}[entry.point]
    until = f", at the latest {moment_in_words(entry.until)}" if entry.until and entry.until != entry.when else ""
    contested = " (contested)" if entry.contested else ""
    about = f" [{entry.about}]" if entry.about and entry.about not in entry.title else ""
    tone = Tone.WARNING if entry.contested else Tone.PLAIN
    return (
        Toned(f"{moment_in_words(entry.when):<28}", Tone.QUIET),
        Toned(f"{word:<9}", Tone.STRONG),
        Toned(f"{entry.title}{about}{until}{contested}", tone),
    )


def quoted(quote: Quote | None) -> str:
    """Write a rule's words with their place, cut in the middle where they are long; the place alone where none are held.

    Args:
        quote: the words.
    """
    if quote is None:
        return ""
    words = str(quote)
    if quote.text is None:
        return words
    if len(words) > _LONGEST_QUOTE:
        half = _LONGEST_QUOTE // 2 - 3
        words = f"{words[:half]} [...] {words[-half:]}"
    return f"{words} ({quote.place()})"


def _said(what: str, quote: Quote | None) -> str:
    return f"{what} {quoted(quote)}" if quote is not None else what
