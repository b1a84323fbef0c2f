"""Every norm of an order, sentence by sentence, with what was left unread and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from soordered.orders import norms_from_phrases as phrases
from soordered.orders import norms_from_sentences as whole
from soordered.orders import norms_from_times, rows_of_schedules
from soordered.orders import sittings_from_times as sittings
from soordered.orders.act_from_clause import Frame
from soordered.orders.choices_between_times import with_choices
from soordered.orders.clause_readings import ClauseReading, Surroundings
from soordered.orders.clauses_from_sentences import Clause, clauses
from soordered.orders.conditions_from_clause import conditions_before
from soordered.orders.crowded_sentences import crowded
from soordered.orders.limits_of_clause import limits
from soordered.orders.measures_from_sentences import measures, opens_measures
from soordered.orders.norms import Find, Norm
from soordered.orders.norms_from_clauses import norms_of_clause
from soordered.orders.nuclei_from_sentences import COMMANDS
from soordered.orders.patterns import Pattern, signal_text
from soordered.orders.reports_in_sentences import orders_now, reported
from soordered.orders.sentences_from_text import Sentence, fold, sentences
from soordered.orders.times_found import TimeFound
from soordered.orders.timing_from_clause import times
from soordered.orders.triggers_from_context import with_triggers
from soordered.rules.rule import Limit, Precondition
from soordered.rules.vocabulary import Act, Bearer, Facet

_SHORT = 9
_DIGIT = Pattern(r"\d")
_NEXT_CLAUSE = Pattern(r"(?:,\s(?:and|but|so)|;|\.)\s$")
_RECITAL = Pattern(
    r"(?:pursuant to|upon|having|whereas|in light of|after|on consideration of|for the reasons)\b[^:]*(?:,|\sand|;)"
)
_SIGNAL = Pattern(
    r"\b(?:no|not|never)\s[a-z ,-]{3,40}\.$|\d|\b(?:pages?|words|cop(?:y|ies)|shall|must|may|will|should|cannot|can|need|has to|have to|order|direct|requir|instruct|request|permit|allow|prohibit|forbid|barred"
    r"|(?:is|are) (?:not )?(?:to|decided|submitted|resolved|treated|moved|ruled on|mailed|filed|issued)\b|duty|responsib|obligation|please|due|deadline|noon|midnight|day|upon|prior|before|fail|waive|denied|admitted|bars?|restrain|excused|wanted|withdrawn|remain|stay|stricken|vacated|adjourned|cancel|adjusted|deemed|retain|refer|assigned"
    r"|expect|counsel to|part(?:y|ies) to|side to|closed|within|monday|friday|heard|limited|confined)"
    rf"|(?:do not|{COMMANDS})\s"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceReading:
    """What became of one sentence.

    Args:
        sentence: the sentence.
        norms: the norms it states.
        clauses: its clauses with what became of each.
        times: every printed time in it.
        crowded: whether it was not read because the text up to it is too full of numbers and binding words.
    """

    sentence: Sentence
    norms: tuple[Norm, ...]
    clauses: tuple[ClauseReading, ...]
    times: tuple[TimeFound, ...]
    crowded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextReading:
    """An order's sentences, read.

    Args:
        folded: the clean text, folded.
        sentences: every sentence with what became of it.
        standing: whether the text speaks of every matter that comes, so that what it says is done binds.
    """

    folded: str
    sentences: tuple[SentenceReading, ...]
    standing: bool = False


def read_sentences(
    clean: str,
    *,
    dated: dt.date | None = None,
    names: Mapping[str, Bearer] | None = None,
    guideline: bool = False,
    standing: bool = False,
) -> TextReading:
    """Read every sentence of a clean text.

    Args:
        clean: the clean text (``OrderText.clean``).
        dated: the order's date, to complete dates without a year.
        names: names of parties from the caption, folded, with their sides.
        guideline: whether the text is a page of instructions rather than an order.
        standing: whether it speaks of every matter that comes, rather than of one.
    """
    every = sentences(clean)
    folded = signal_text(fold(clean), [(sentence.start, sentence.end) for sentence in every])
    around = Surroundings(
        clean=clean,
        folded=folded,
        names=names or {},
        guideline=guideline,
        standing=standing,
        operative=orders_now(folded),
    )
    readings: list[SentenceReading] = []
    previous: Frame | None = None
    condition: tuple[Precondition, ...] = ()
    before: Sentence | None = None
    stem = ""
    length: Limit | None = None
    goes_on = in_table = False
    too_full = crowded(folded, every)
    by_date = rows_of_schedules.rows_by_date(every, around, dated, passed=too_full)
    for number, sentence in enumerate(every):
        if number in too_full:
            before = sentence
            readings.append(SentenceReading(sentence=sentence, norms=(), clauses=(), times=(), crowded=True))
            continue
        if number in by_date:
            first = by_date[number]
            before = sentence
            readings.append(
                SentenceReading(sentence=sentence, norms=() if first is None else (first,), clauses=(), times=())
            )
            continue
        row = rows_of_schedules.table_row(sentence, around, dated, in_table=in_table) or (
            rows_of_schedules.row(sentence, before, around, dated) if before is not None else None
        )
        label_alone = sentence.end - sentence.start < 80 and folded[sentence.end - 1] != "."
        in_table = row is not None or (in_table and label_alone)
        before = sentence
        if row is not None:
            readings.append(SentenceReading(sentence=sentence, norms=(row,), clauses=(), times=()))
            continue
        recital = _RECITAL.fullmatch(folded, sentence.start, sentence.end) is not None
        heading = sentence.heading and folded.find(" | ", sentence.start, sentence.end) < 0  # else a row in columns
        if heading or recital or not _may_bind(folded, sentence):
            readings.append(SentenceReading(sentence=sentence, norms=(), clauses=(), times=()))
            continue
        if around.previous is not previous or around.stem is not stem or around.length is not length:
            around = replace(around, previous=previous, stem=stem, length=length)
        reading, previous = _read(sentence, around, dated, condition, goes_on=goes_on)
        length = next(
            (norm.artifact.limits[-1] for norm in reversed(reading.norms) if norm.artifact and norm.artifact.limits),
            length,
        )
        goes_on = opens_measures(folded, sentence) or (goes_on and folded[sentence.end - 1] != ".")
        words = folded[max(sentence.start, sentence.end - 200) : sentence.end]
        stem = words if words.endswith(":") else stem if sentence.end - sentence.start < 160 and stem else ""
        condition = conditions_before(folded, sentence.start, min(sentence.end, sentence.start + 200)) or condition
        readings.append(reading)
    return TextReading(folded=folded, sentences=tuple(readings), standing=standing)


def _may_bind(folded: str, sentence: Sentence) -> bool:
    return (
        _DIGIT.search(folded, sentence.start, sentence.end) is not None
        or _SIGNAL.search(folded, sentence.start, sentence.end) is not None
    )


def _read(
    sentence: Sentence,
    around: Surroundings,
    dated: dt.date | None,
    condition: tuple[Precondition, ...],
    *,
    goes_on: bool,
) -> tuple[SentenceReading, Frame | None]:
    folded = around.folded
    found = times(folded, sentence.start, sentence.end, dated=dated)
    norms: list[Norm] = [
        *sittings.recurring(sentence, around),
        *(rows_of_schedules.leaders(sentence, found, around) or rows_of_schedules.in_a_line(sentence, found, around)),
    ]
    leading = rows_of_schedules.lead(sentence, found, around)
    if leading is not None:
        norms.append(leading)
    taken = {time.start for time in found for norm in norms if norm.finds[0].start <= time.core[0] < norm.finds[0].end}
    referred = whole.reference(sentence, around)
    if referred is not None:
        norms.append(referred)
    listed = measures(sentence, around, condition, goes_on=goes_on)
    norms.extend(listed)
    noticed = whole.notice(sentence, found, around)
    if noticed is not None:
        taken.add(noticed[1].start)
    readings: list[ClauseReading] = []
    previous = around.previous
    subject = ""
    if not listed and leading is None:
        parts = clauses(folded, sentence)
        for clause in parts:
            own = tuple(time for time in _times_of(clause, parts, found) if time.start not in taken)
            sitting = tuple(time for time in own if _is_sitting(sentence, time, around))
            own = tuple(time for time in own if time not in sitting)
            reading = norms_of_clause(clause, own, replace(around, previous=previous, subject=subject))
            subject = folded[clause.subject[0] : clause.subject[1]] or subject
            if sitting and reading.frame.act in {Act.HOLD_CONFERENCE, Act.HOLD_TRIAL, Act.HEAR_MOTIONS, Act.MEDIATE}:
                reading = replace(reading, norms=(), why="the sitting itself")
            readings.append(reading)
            if reading.frame.paper or reading.norms:
                previous = reading.frame
            norms.extend(reading.norms)
            if reading.norms:
                taken.update(
                    time.start for time in own if time.start < clause.nucleus[1] or limits(time, folded, clause)
                )
            elif clause.conditional or clause.quoted:
                taken.update(time.start for time in own if clause.nucleus[0] <= time.start or clause.quoted)
            else:
                taken.update(time.start for time in own if not limits(time, folded, clause))
    if noticed is not None:
        norms.append(noticed[0])
    norms.extend(norms_from_times.norms_of_times(sentence, found, frozenset(taken), around))
    if not listed:
        for production in (
            phrases.waiver,
            whole.court_act,
            sittings.term,
            whole.fragment,
            whole.where,
            whole.custom,
            whole.short_of,
            whole.ban,
            whole.presence,
            phrases.handed_on,
            phrases.copies_needed,
            whole.demand,
            phrases.needs,
            phrases.allowance,
        ):
            norm = production(sentence, around)
            if norm is not None and production is whole.where and _placed(norms):
                continue
            if norm is not None and production is phrases.waiver:
                norm = _clear_of(norm, norms)
            if norm is not None and production in {whole.ban, whole.demand}:
                norms = _with_room(norms, norm, folded)
            if norm is not None and not any(_overlap(norm, other) for other in norms):
                norms.append(norm)
    norms.extend(norms_from_times.duties_that_come_round(sentence, norms, around))
    norms.extend(norms_from_times.limits_of_failures(sentence, found, norms, around))
    norms = [
        norm
        for norm in norms
        if norm.timing is None or not reported(folded, sentence, norm.finds[0].start, operative=around.operative)
    ]
    norms = phrases.with_hung(norms, sentence, around)
    norms = phrases.with_lengths(norms, sentence, around)
    norms = with_triggers(norms, sentence, around, standing=around.standing)
    norms = with_choices(norms, found, sentence, folded)
    norms.sort(key=lambda norm: norm.finds[0].start)
    return SentenceReading(sentence=sentence, norms=tuple(norms), clauses=tuple(readings), times=found), previous


def _is_sitting(sentence: Sentence, time: TimeFound, around: Surroundings) -> bool:
    return sittings.sitting(sentence, time, sentence.end, around) is not None


def _times_of(clause: Clause, parts: tuple[Clause, ...], found: tuple[TimeFound, ...]) -> tuple[TimeFound, ...]:
    """Return the times of a clause: those in it, and those fronted before the first of several predicates."""
    own = [time for time in found if clause.start <= time.start < clause.end]
    if clause.coordinated:
        first = next((part for part in parts if part.subject == clause.subject and not part.coordinated), clause)
        own = [time for time in found if first.start <= time.start < first.nucleus[0]] + own
    return tuple(own)


def _placed(norms: list[Norm]) -> bool:
    return any(find.facet in {Facet.LOCATION, Facet.HEARING_SCHEDULE} for norm in norms for find in norm.finds)


def _clear_of(norm: Norm, norms: list[Norm]) -> Norm | None:
    """Take from a consequence the words before it that another norm of its sentence has: "… or are waived"."""
    mine = norm.finds[0]
    ends = [find.end for other in norms for find in other.finds if find.start < mine.end and mine.start < find.end]
    if not ends:
        return norm
    start = max(ends)
    return replace(norm, finds=(replace(mine, start=start + 1),)) if mine.end - start > _SHORT else None


def _with_room(norms: list[Norm], fresh: Norm, folded: str) -> list[Norm]:
    """Cut the words of a norm before the next clause: "the letters shall be filed today, and no replies are permitted"."""
    start = fresh.finds[0].start
    lead = _NEXT_CLAUSE.search(folded, max(0, start - 6), start)
    if lead is None:
        return norms
    return [
        replace(
            norm,
            finds=tuple(
                replace(find, end=lead.start()) if find.start < lead.start() and lead.start() < find.end else find
                for find in norm.finds
            ),
        )
        for norm in norms
    ]


def _overlap(norm: Norm, other: Norm) -> bool:
    mine: Find = norm.finds[0]
    return any(
        find.start < mine.end and mine.start < find.end and find.facet is not Facet.LOCATION for find in other.finds
    )
