"""The rows of schedules, where a label and its time stand side by side with no verb between.

Productions:

* *row*        a label, then its time: ``Deadline to file the statement.   11/27/2024``
* *leaders*    the same with dots or a column's line between: ``Discovery completed ....... January 11, 2008``
* *in a line*  the same one after the other, under a head: ``Deadlines: opening brief 2/28/2014; opposition 3/28/2014``
* *table row*  the same with the columns run together: ``Dispositive motions OCTOBER 3, 2016``
* *lead*       the time first, then a mark and its label: ``Two weeks before trial / File exhibit lists``
* *date first* the time alone in its line, the label below it, in a schedule that opens so; *row* where they stand above
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from soordered.orders.act_from_clause import paper_from_words
from soordered.orders.clause_readings import Surroundings
from soordered.orders.norms import Norm
from soordered.orders.norms_from_times import limit_norm
from soordered.orders.patterns import Pattern
from soordered.orders.sentences_from_text import Sentence
from soordered.orders.sittings_from_times import hearing_row
from soordered.orders.times_found import TimeFound
from soordered.orders.timing_from_clause import times
from soordered.orders.words_of_numbers import NUMBER
from soordered.orders.words_of_times import CLOCK, MONTH, WEEKDAY, clock_from_words
from soordered.rules.timing import FixedDate

_HEAD = Pattern(r"\b(?:deadlines|schedule|dates)(?:\s[^.;:\d]{1,60})?:\s")
_LINE_ENDS = re.compile(r"\s?(?:[;,.(]|and\b|$)")
_DONE_ON = Pattern(r"\b(?:filed|dated|entered|signed|issued|adopted|amended|revised)\b")
_DIGITS = re.compile(r"\d{2}|[.;]\s")
_DOTS = Pattern(r"(?:\.{3,}|:?\s?\|)\s?$")
_ROW_LABEL = Pattern(
    r"^(?:deadline|last day|file|serve|make|complete|exchange|submit|disclos|motions?|discovery|expert|joint|initial|rebuttal|fact|trial)\b|deadline"
)
_ENDS_IN_A_DATE = Pattern(r"\d\D?$|[ap]\.?m\.?$")
_NOT_A_ROW = Pattern(
    r"\b(?:dated|filed|revised|rev|updated|effective|issued|approved|signed|since|adopted|amended|entered|as of|case|document|page|on|the|this)\b"
)
_SITS = Pattern(r"\b(?:conference|hearing|trial|argument)\b")
_VERBAL = Pattern(r"\b(?:shall|must|may|will|is|are|was|were|has|have|had|be)\b")
_PART = Pattern(r"\s?(?:[/|:]|-{1,2}|[.]{3,})\s(?=\S)")
_NO_LABEL = Pattern(r"(?:order|filed|document|case|page|time|the court\b|\d)")
_OPENS = Pattern(r"\b(?:schedule|deadlines|dates|calendar)\b")
_ALONE = Pattern(r"[\s.,:;*]*(?:[\[(][^\])]{0,40}[\])])?[\s.,:;*]*")
_TIME_BEGINS = re.compile(
    rf"(?:\d|on\s|by\s|within\s|at least\s|no later\s|not later\s|(?:{MONTH})\b|(?:{WEEKDAY})\b|{NUMBER})"
)
_HOUR_ALONE = Pattern(rf"(?:at\s)?({CLOCK})\.?(?:\s|$)")
_REACH, _SPREAD, _ROW, _LABEL, _ALONE_AT_MOST = 8, 9, 130, 240, 90
_LABEL_HOUR = Pattern(rf"\b(?:at|for|,)\s({CLOCK})(?:\son)?$")
_HEADS = frozenset(("event", "date", "events", "dates", "deadline", "deadlines", "deadline/setting", "event date"))


def leaders(sentence: Sentence, found: tuple[TimeFound, ...], around: Surroundings) -> tuple[Norm, ...]:
    """Return the rows of a schedule set with dots: "Discovery completed ..... January 11, 2008".

    Args:
        sentence: the sentence; a whole schedule may look like one.
        found: every time printed in it.
        around: the text and what is known around it.
    """
    norms: list[Norm] = []
    before = sentence.start
    for time in found:
        dots = _DOTS.search(around.folded, max(before, time.core[0] - 120), time.core[0])
        if dots is not None and isinstance(time.timing, FixedDate):
            label = around.folded[before : dots.start()].strip(" .;,|:")
            bare = replace(time, start=time.core[0])
            if label:
                norms.append(_of_label(sentence, bare, label, time.end, around, production="leaders"))
        before = time.end
    return tuple(norms)


def in_a_line(sentence: Sentence, found: tuple[TimeFound, ...], around: Surroundings) -> tuple[Norm, ...]:
    """Return the rows of a schedule that stand in one line, as a docket prints them: "Deadlines: reply 4/11; hearing 6/16".

    Args:
        sentence: the sentence.
        found: every time printed in it.
        around: the text and what is known around it.
    """
    folded = around.folded
    head = _HEAD.search(folded, sentence.start, sentence.end) if len(found) > 1 else None
    if head is None:
        return ()
    norms: list[Norm] = []
    before = head.end()
    for time in found:
        if time.core[0] < before:
            continue
        label = folded[before : time.core[0]].strip(" ;,.(:-").removeprefix("and ")
        before = time.end
        if (
            time.bound_words not in {"", "by", "due", "on"}
            or not isinstance(time.timing, FixedDate)
            or _LINE_ENDS.match(folded[time.end : min(time.end + 5, sentence.end)]) is None
            or not 3 < len(label) < _ALONE_AT_MOST
            or any(pattern.search(label) for pattern in (_VERBAL, _DONE_ON, _DIGITS))
        ):
            return ()
        place = replace(time, start=time.core[0])
        norms.append(_of_label(sentence, place, label, time.end, around, production="in a line"))
    return tuple(norms) if len(norms) > 1 else ()


def row(sentence: Sentence, label: Sentence, around: Surroundings, dated: dt.date | None) -> Norm | None:
    """Return the row of a schedule whose label stands in the sentence before: "Deadline to … .   11/27/2024".

    Args:
        sentence: a sentence that begins with a time.
        label: the sentence before it.
        around: the text and what is known around it.
        dated: the order's date.
    """
    folded = around.folded
    opening = folded[sentence.start : sentence.start + 1]
    if not (opening.isdigit() or opening in "udwjfmasonu") or label.end - label.start > 160:
        return None
    words = folded[label.start : label.end]
    if _ROW_LABEL.search(words) is None:
        return None
    found = times(folded, sentence.start, min(sentence.end, sentence.start + 160), dated=dated)
    if not found or found[0].start != sentence.start or sentence.end - sentence.start > 200:
        return None
    time = found[0]
    if time.production != "event" and not isinstance(time.timing, FixedDate):
        return None
    if folded[time.end : time.end + 2] == ": " and folded[label.end - 1] == ":":
        return None  # the label stands behind its day
    joins = sentence.start - label.end <= 2 and isinstance(time.timing, FixedDate)
    start = label.start if joins and label.end - label.start < 90 else time.start
    return limit_norm(sentence, time.timing, words.strip(" ."), (start, time.end), around, production="row")


def table_row(sentence: Sentence, around: Surroundings, dated: dt.date | None, *, in_table: bool) -> Norm | None:
    """Return the row of a table whose columns have run together: "Dispositive Motions OCTOBER 3, 2016".

    Args:
        sentence: a line without a closing mark that ends with its day.
        around: the text and what is known around it.
        dated: the order's date.
        in_table: whether the line before was such a row; then a bare label ("Plaintiff:") is enough.
    """
    folded = around.folded
    if sentence.end - sentence.start > _LABEL or (
        not folded[sentence.end - 1].isalnum() and folded[sentence.end - 1] != "."
    ):
        return None
    if _ENDS_IN_A_DATE.search(folded, max(sentence.start, sentence.end - 16), sentence.end) is None:
        return None
    found = times(folded, sentence.start, sentence.end, dated=dated)
    if not found or found[-1].end < sentence.end - 1 or not isinstance(found[-1].timing, FixedDate):
        return None
    time = found[-1]
    label = folded[sentence.start : time.core[0]].strip(" .:-")
    if time.bound_words not in {"", "on", "for", "by"} or len(label) < 5:
        return None
    told = label.startswith("deadline") or (in_table and label.endswith(")"))  # its last word is no verb's preposition
    if not told and (len(found) > 1 or _NOT_A_ROW.search(label) or _VERBAL.search(label)):
        return None
    if around.clean[sentence.start].islower() or (told and time.bound_words):
        return None
    place = (sentence.start if time.end - sentence.start <= 90 else time.core[0], time.end)
    if _SITS.search(label) and "deadline" not in label and "statement" not in label and "prepare" not in label:
        return hearing_row(sentence, time, around)
    if not (in_table or paper_from_words(label) or _ROW_LABEL.search(label)):
        return None
    return limit_norm(sentence, time.timing, label, place, around, production="table row")


def lead(sentence: Sentence, found: tuple[TimeFound, ...], around: Surroundings) -> Norm | None:
    """Return the row of a schedule that begins with its time: "Two weeks before trial / File exhibit lists".

    Args:
        sentence: the sentence.
        found: every time printed in it.
        around: the text and what is known around it.
    """
    if not found or found[0].start != sentence.start or not (found[0].anchored or found[0].bound_words):
        return None
    time, folded = found[0], around.folded
    mark = _PART.match(folded, time.end, sentence.end)
    if mark is None or time.production == "event":
        return None
    until = found[1].start if len(found) > 1 else sentence.end
    label = folded[mark.end() : until].strip()
    if len(label) < 5 or _NO_LABEL.match(label) or _VERBAL.search(label):
        return None
    return _of_label(sentence, time, label, min(until, sentence.end), around, production="lead")


def _of_label(
    sentence: Sentence, time: TimeFound, label: str, end: int, around: Surroundings, *, production: str
) -> Norm:
    sits = _SITS.search(label[:60])
    if sits and isinstance(time.timing, FixedDate) and not re.search(r"deadline|statement|report|brief|memo", label):
        return hearing_row(sentence, time, around) or limit_norm(
            sentence, time.timing, label, (time.start, time.end), around, production=production
        )
    place = (time.start, end if end - time.start <= _ROW else time.end)
    return limit_norm(sentence, time.timing, label, place, around, production=production)


def rows_by_date(
    every: Sequence[Sentence], around: Surroundings, dated: dt.date | None, *, passed: Container[int] = ()
) -> Mapping[int, Norm | None]:
    """Return the rows of a schedule whose times stand alone, each above what is to be done by it.

    A schedule is read so only if a sentence that speaks of dates or deadlines opens it, and no label stands before the
    first time.

    Args:
        every: all sentences of the text.
        around: the text and what is known around it.
        dated: the order's date.
        passed: the numbers of sentences that are passed over.

    Returns:
        By the number of a sentence, the row it begins, or ``None`` where a row has used its words up.
    """
    alone = {
        number: time
        for number, one in enumerate(every)
        if number not in passed and (time := _time_alone(one, around, dated)) is not None
    }
    rows: dict[int, Norm | None] = {}
    last, below = -_SPREAD - 1, False
    for number, time in alone.items():
        if number - last > _SPREAD:
            opens = _schedule_opens(every, number, around)
            if opens is None:
                continue
            below = opens
        last = number
        if below:
            rows |= _row_above(every, number, time, alone, around)
        elif number - 1 not in alone and number - 1 not in rows:
            rows |= _row_below(every, number, time, around)
    return rows


def _row_above(
    every: Sequence[Sentence],
    number: int,
    time: TimeFound,
    alone: Mapping[int, TimeFound],
    around: Surroundings,
) -> dict[int, Norm | None]:
    """Return the row of a time that stands above its label, the hour perhaps between."""
    at = number + 1
    if at >= len(every) or at in alone:
        return {}
    hour = _HOUR_ALONE.match(around.folded, every[at].start, every[at].end)
    label_at = at
    if hour is not None and hour.end() >= every[at].end and at + 1 < len(every) and at + 1 not in alone:
        label_at = at + 1
    words = around.folded[every[label_at].start : every[label_at].end]
    if hour is None and _NO_LABEL.match(words.lstrip()):
        return {}
    if hour is not None:
        time = _at_hour(time, hour[1])
    binds = _VERBAL.search(words) is not None or len(words) > _ROW
    row = _of_label(every[number], time, words, every[number].end, around, production="date first")
    return {number: row} | dict.fromkeys(range(at, label_at + (0 if binds else 1)))


def _row_below(every: Sequence[Sentence], number: int, time: TimeFound, around: Surroundings) -> dict[int, Norm | None]:
    """Return the row of a time that stands below its label."""
    label = every[number - 1]
    words = around.folded[label.start : label.end].strip(" .:")
    if _NO_LABEL.match(words) or label.end - label.start > _LABEL:
        return {}
    hour = _LABEL_HOUR.search(words)
    if hour is not None:
        time = _at_hour(time, hour[1])
    row = _of_label(every[number], time, words, every[number].end, around, production="row")
    return {number: row, number - 1: None}


def _at_hour(time: TimeFound, words: str) -> TimeFound:
    if not isinstance(time.timing, FixedDate):
        return time
    return replace(time, timing=replace(time.timing, clock=clock_from_words(words)))


def _time_alone(sentence: Sentence, around: Surroundings, dated: dt.date | None) -> TimeFound | None:
    if sentence.end - sentence.start > _ALONE_AT_MOST or not _TIME_BEGINS.match(around.folded, sentence.start):
        return None
    found = times(around.folded, sentence.start, sentence.end, dated=dated)
    if len(found) != 1 or found[0].start != sentence.start or found[0].production == "event":
        return None
    if not (found[0].anchored and _ALONE.fullmatch(around.folded, found[0].end, sentence.end)):
        return None
    return found[0]


def _schedule_opens(every: Sequence[Sentence], number: int, around: Surroundings) -> bool | None:
    """Say where the labels of a schedule stand that opens shortly before a time: below it, or above; ``None`` if none opens."""
    labels = 0
    for back in range(1, min(_REACH, number) + 1):
        one = every[number - back]
        words = around.folded[one.start : one.end]
        if words in _HEADS:
            continue
        if _OPENS.search(words) and (words.endswith(":") or len(words) > 60 or one.heading):
            return labels == 0
        if words.endswith(".") or one.end - one.start > (_LABEL if not words.endswith(":") else _ROW):
            return None
        labels += 1
    return None
