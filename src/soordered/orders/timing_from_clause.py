"""When: every printed time of a stretch of text, as values of the timing union, with its place.

Productions, each over folded text (``fold``), each with a core that is found first and a left and right side read from it:

* *period*     ``[bound] NUMBER unit [direction ANCHOR]``: "within ten (10) business days of the demand"
* *next day*   ``[bound [clock] on] the next business day following ANCHOR``
* *day before* ``[bound [clock]] the [business] day before ANCHOR``
* *named day*  ``bound [clock on] the WEEKDAY before ANCHOR``
* *date*       ``[bound [clock] on] DATE [at clock]``: "not later than May 6, 2011 at 3:15 p.m."
* *event*      ``bound EVENT``: "prior to the expiration of the deadline", "upon first appearance"

A core without a bound or an anchor is still returned: whether it limits anybody is for the clause to say.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right

from soordered.orders.anchor_from_words import anchor_after
from soordered.orders.events_from_text import events
from soordered.orders.patterns import Pattern
from soordered.orders.times_found import TimeFound
from soordered.orders.words_of_numbers import NUMBER, printed_number
from soordered.orders.words_of_times import (
    BOUND,
    CLOCK,
    DATE,
    DIRECTION,
    ORDINALS,
    UNIT,
    WEEKDAY,
    bound_of,
    clock_from_words,
    date_from_match,
    direction_of,
    unit_of,
)
from soordered.rules.timing import Bound, Direction, FixedDate, Length, NamedDay, Period, Unit, Weekday
from soordered.rules.vocabulary import Other, Trigger, TriggerCode

_LENGTH = Pattern(
    rf"(?<![\w$.:/-])(?:(?P<low>{NUMBER}\sto\s|\d{{1,3}}\s?-\s?(?=\d)))?(?P<number>{NUMBER}|\ban?(?=\s(?:full\s|business\s|court\s)?(?:day|week|month|hour)\b))[\s-]{UNIT}"
)
_DAY_REF = Pattern(
    r"\b(?:the\s)?(?P<which>next|following|first|last|same|preceding|previous|second|third|fourth|fifth)?\s?(?P<kind>business|court|calendar|working)?\s?"
    r"\b(?P<unit>day|morning|(?<=court )date|(?<=business )date)\s(?:immediately\s)?(?P<direction>following|after|before|prior to|preceding)(?![a-z])"
    r"|\b(?:the\s)?(?P<ordinal>\d{1,3})(?:st|nd|rd|th)\s(?P<kind4>business|court|calendar|working)?\s?day\s(?P<direction4>following|after|before|prior to|preceding)(?![a-z])"
    r"|\b(?:the\s)?(?P<which2>next|following|(?:second|third|fourth|fifth)(?=\s(?:business|court|calendar|working)\s))\s(?P<kind2>business|court|calendar|working)?\s?day\b(?!s)"
    r"|\b(?:the\s)?(?P<which5>preceding|previous|prior)\s(?P<kind5>business|court|calendar|working)?\s?day\b(?!s|\s(?:of|before))"
    r"|\b(?:the\s)?(?P<kind3>business|court|calendar|working)?\s?day\sof(?=\s(?:the|any|each)\s)"
)
_NAMED_DAY = Pattern(
    rf"\b(?:the\s)?(?:(?P<which>preceding|previous|prior|following|next|first|second|third|fourth|fifth)\s)?(?P<weekday>{WEEKDAY})(?:\s(?:morning|afternoon))?(?:(?P<week>\sof the week)?,?\s(?:immediately\s)?(?P<direction>before|preceding|prior to|after|following|thereafter))?(?![a-z,]|\s(?:19|20)?\d)"
)
_DATE = Pattern(DATE)
_LEFT = Pattern(
    rf"(?:(?<![a-z]){BOUND}(?:\sthe)?\s)?(?:(?P<clock>{CLOCK}|close of business|end of business|end of the day|end of),?\s(?:on\s|of\s)?)?(?:the\s(?:court's\s|clerk's\s)?)?$"
)
_HOUR_BEFORE = Pattern(rf"(?<![a-z])(?:by|before|no later than|not later than)\s(?P<clock>{CLOCK}),?\s$")
_LEFT_DATE = Pattern(
    rf"(?:(?<![a-z]){BOUND}(?:\sthe|\son)?:?\s)?(?:(?P<clock>{CLOCK}|close of business|end of business|end of the day|end of),?\s(?:on\s)?(?:(?:today|tomorrow),?\s)?)?$"
)
_RIGHT_CLOCK = Pattern(
    rf",?\s?(?:@|(?:commencing |beginning |starting )?at|from|time:|by|before|no later than|not later than|by no later than|on or before)?\s?(?P<clock>{CLOCK})"
)
_AT_THE_LATEST = Pattern(r",?\s(?:at the latest|or (?:sooner|earlier))\b")
_IN_ADVANCE = Pattern(
    r",?\s(?:in advance|beforehand|ahead of time|ahead|out|away|early|before that|prior(?! to\b)|before(?=[.,;)]|$))(?!\sof\b)"
)
_LENGTHENED = Pattern(
    r"\b(?:extended|enlarged|continued|postponed|shortened|lengthened|delayed)\b(?:[^.;]{0,70}?\s(?:first|then|only)|[^.;]{0,40})\s$"
)
_ASIDE = Pattern(r"\s\((?!\d)[^()]{4,70}\)(?=\s(?:before|after|prior to|following|preceding|of)\s)")
_NOTICE = Pattern(r"\s(?:written\s|prior\s|advance\s){0,2}notice\b")
_GIVES = Pattern(r"\b(?:gives?|giving|with|needs?|on|upon)\s$")
_RIGHT_DIRECTION = Pattern(rf",?\s{DIRECTION}")
_JOINED = 9  # " through ", and no more, between the two days of a stretch
_COVERS = Pattern(r"\b(?:period|range|years?|months|covering|dated|created|time ?frame)(?:\s(?:of|from|between))?\s$")
ACT_BEFORE = "the act before it"  # "thereafter": which act that is, the sentence tells
LASTING = "how long"  # "for at least one hour before filing": no time limit, and none in its words
_UNITS_NAMED = ("day", "week", "month", "year", "hour", "minute")
_TODAY = Pattern(
    rf"(?:\b(?P<bound>by|before|no later than|not later than|at)\s)?(?P<clock>{CLOCK}),?\s(?P<day>today|tomorrow)\b(?!,)"
)
_DIGIT = Pattern(r"\d")


def times(folded: str, start: int, end: int, *, dated: dt.date | None = None) -> tuple[TimeFound, ...]:
    """Return every printed time between two places, in order, none overlapping another.

    Args:
        folded: the clean text, folded.
        start: where to begin, in characters.
        end: where to stop.
        dated: the order's date, to complete a date whose year is not printed (the first such day on or after it).
    """
    found: list[TimeFound] = []
    text = folded[start:end]
    if any(unit in text for unit in _UNITS_NAMED):
        periods = (_period(folded, match, start, end) for match in _LENGTH.finditer(folded, start, end))
        found.extend(one for one in periods if one is not None)
    if "day" in text or "morning" in text or " date " in text:
        days = (_day_reference(folded, match, start, end) for match in _DAY_REF.finditer(folded, start, end))
        found.extend(one for one in days if one is not None)
        named = (_named_day(folded, match, start, end) for match in _NAMED_DAY.finditer(folded, start, end))
        found.extend(one for one in named if one is not None)
    if "today" in text or "tomorrow" in text:
        found.extend(_today(match) for match in _TODAY.finditer(folded, start, end))
    if _DIGIT.search(text) is not None:
        dates = (_fixed(folded, match, start, end, dated) for match in _DATE.finditer(folded, start, end))
        found.extend(one for one in dates if one is not None)
    found.extend(events(folded, start, end))
    found.sort(key=lambda one: (one.production == "event", one.start, -one.end))
    kept: list[TimeFound] = []
    starts: list[int] = []
    for one in found:
        at = bisect_right(starts, one.start)
        if (at == 0 or kept[at - 1].end <= one.start) and (at == len(kept) or one.end <= kept[at].start):
            kept.insert(at, one)
            starts.insert(at, one.start)
    return tuple(
        one
        for number, one in enumerate(kept)
        if one.production != LASTING and not (number and _ends_a_stretch(kept[number - 1], one, folded, start))
    )


def _ends_a_stretch(before: TimeFound, time: TimeFound, folded: str, start: int) -> bool:
    """Say whether two days are the ends of a stretch that papers cover: "for the period May 1, 2019 through May 1, 2020"."""
    return (
        isinstance(before.timing, FixedDate)
        and isinstance(time.timing, FixedDate)
        and time.start - before.end <= _JOINED
        and time.bound_words in {"", "through", "to", "until", "to and including", "through and including"}
        and _COVERS.search(folded, max(start, before.start - 48), before.start) is not None
    )


def _left(pattern: Pattern, folded: str, start: int, at: int) -> tuple[int, str, str]:
    """Return where the left side of a core begins, its bound and its clock words."""
    match = pattern.search(folded, max(start, at - 64), at)
    if match is None or match.start() == at:
        return at, "", ""
    begin, clock = match.start(), match["clock"] or ""
    hour = None if clock else _HOUR_BEFORE.search(folded, max(start, begin - 32), begin)
    if hour is not None and match["bound"]:
        begin, clock = hour.start(), hour["clock"]  # "before 5:00 p.m., at least six court days before"
    return begin, match["bound"] or "", clock


def _period(folded: str, match: re.Match[str], start: int, end: int) -> TimeFound | None:
    single = match["number"] in {"a", "an"}
    number = printed_number("one" if single else match["number"])
    begin, bound_words, left_clock = _left(_LEFT, folded, start, match.start())
    direction, stop, anchored = Direction.AFTER, match.end(), False
    trigger: TriggerCode = Trigger.ORDER_DATED
    anchors: tuple[TriggerCode, ...] = ()
    anchor_words = ""
    aside = _ASIDE.match(folded, match.end(), end)
    right = _RIGHT_DIRECTION.match(folded, match.end() if aside is None else aside.end(), end)
    unit = unit_of(match["kind"], match["unit"])
    lasts = unit in {Unit.HOUR, Unit.MINUTE} and folded.endswith("for ", max(start, begin - 4), begin)
    advance = _IN_ADVANCE.match(folded, match.end(), end)
    notice = _NOTICE.match(folded, match.end(), end)
    given = bound_words or _GIVES.search(folded, max(start, match.start() - 12), match.start())
    if unit is Unit.MINUTE and advance is not None and "early" in advance[0]:
        advance = None  # when to sit down, not when to act
    if notice is not None and given:
        direction, stop, anchored, trigger = Direction.BEFORE, notice.end(), True, Other("the act it is given for")
        bound_words = "at least" if bound_words in {"", "on", "upon", "of", "for"} else bound_words
    elif advance is not None:
        direction, stop, anchored, trigger = Direction.BEFORE, advance.end(), True, Other("the event it is given for")
    elif right is not None:
        direction = direction_of(right["direction"])
        trigger, anchors, anchor_words, place = anchor_after(folded, right.end(), end, start)
        anchored = place > right.end() or right["direction"] in ("thereafter", "later")
        if anchored:
            stop = place
        if right["direction"] in ("thereafter", "thereof", "later"):
            trigger, anchors, anchor_words, stop, anchored = Other(ACT_BEFORE), (), "", right.end(), True
        elif anchor_words in ("that", "that date", "such date"):
            trigger = Other(ACT_BEFORE)
        elif not anchored and right["direction"] in ("of", "from", "upon"):
            trigger = Trigger.ORDER_DATED
    if bound_words == "by" and not anchored and _LENGTHENED.search(folded, max(start, begin - 110), begin):
        return None  # "extended by 28 days": how much, not by when
    if single and not anchored and bound_words not in {"within", "at least", "inside of", "in no more than"}:
        return None  # "twice a week", "a day in court"
    clock_words = left_clock
    tail = _RIGHT_CLOCK.match(folded, stop, end) if not left_clock else None
    if tail is not None:
        clock_words, stop = tail["clock"], tail.end()
    latest = _AT_THE_LATEST.match(folded, stop, end)
    if latest is not None:
        stop, bound_words = latest.end(), bound_words or "at the latest"
    n = number.shorter() if direction is Direction.AFTER else number.longer()
    doubt = remedy = ""
    low = printed_number(match["low"]).longer() if match["low"] else n
    if low < n:
        n = low if direction is Direction.BEFORE else n
        doubt = f"'{match[0]}' gives a range of days, not one."
        remedy = f"Ask chambers what is meant; the rule counts {n}, the last day of the range."
    if not number.agrees:
        doubt = f"The word and the figure differ in '{match[0]}': {number.word} and {number.figure}."
        safer = "shorter" if direction is Direction.AFTER else "longer"
        remedy = f"Ask chambers which is meant; until then the rule counts {n}, the {safer} and safer one."
    return TimeFound(
        start=begin,
        end=stop,
        timing=Period(
            length=Length(n, unit),
            direction=direction,
            bound=bound_of(bound_words, direction),
            trigger=trigger,
            clock=clock_from_words(clock_words) if clock_words else None,
            anchors=anchors,
        ),
        production=LASTING if lasts else "period",
        bound_words=bound_words,
        core=match.span(),
        doubt=doubt,
        remedy=remedy,
        anchored=anchored,
        anchor=anchor_words,
    )


def _day_reference(folded: str, match: re.Match[str], start: int, end: int) -> TimeFound | None:
    kind = match["kind"] or match["kind2"] or match["kind3"] or match["kind4"] or match["kind5"]
    begin, bound_words, clock_words = _left(_LEFT, folded, start, match.start())
    trigger: TriggerCode
    if match["direction"]:
        direction, n = direction_of(match["direction"]), ORDINALS.get(match["which"] or "", 1)
        trigger, anchors, anchor_words, stop = anchor_after(folded, match.end(), end, start)
    elif match["direction4"]:
        direction, n = direction_of(match["direction4"]), int(match["ordinal"])
        trigger, anchors, anchor_words, stop = anchor_after(folded, match.end(), end, start)
    elif match["which2"]:
        if bound_words in {"prior to", "before", "until"} and not clock_words:
            return None
        direction, n, stop, anchor_words = Direction.AFTER, ORDINALS.get(match["which2"], 1), match.end(), ""
        trigger, anchors = Trigger.PAPER_FILED, ()
    elif match["which5"]:
        if not bound_words and not clock_words:
            return None
        direction, n, stop, anchor_words = Direction.BEFORE, 1, match.end(), ""
        trigger, anchors = Other("the event it is given for"), ()
    else:
        direction, n = Direction.AFTER, 0
        trigger, anchors, anchor_words, stop = anchor_after(folded, match.end(), end, start)
        if not bound_words:
            return None
    if direction is Direction.BEFORE and not anchor_words:
        trigger = Other("the event it is given for")
    clock = clock_from_words(clock_words) if clock_words else None
    tail = _RIGHT_CLOCK.match(folded, stop, end) if not clock_words else None
    if tail is not None and (tail[0].lstrip(", ").startswith(("by", "at", "no", "before"))):
        clock, stop = clock_from_words(tail["clock"]), tail.end()
    return TimeFound(
        start=begin,
        end=stop,
        timing=Period(
            length=Length(n, unit_of(kind, "day")),
            direction=direction,
            bound=bound_of(bound_words, direction) if bound_words else Bound.ON,
            trigger=trigger,
            clock=clock,
            anchors=anchors,
        ),
        production="day before" if direction is Direction.BEFORE else "next day",
        bound_words=bound_words,
        core=match.span(),
        anchored=match["which2"] is None,
        anchor=anchor_words,
    )


def _named_day(folded: str, match: re.Match[str], start: int, end: int) -> TimeFound | None:
    """Read a day of the week beside an event: "by noon on the Wednesday before the hearing", "by the following Monday"."""
    trigger: TriggerCode
    if match["direction"]:
        direction = direction_of(match["direction"])
        trigger, _, words, stop = anchor_after(folded, match.end(), end, start)
        if match["direction"] == "thereafter":
            trigger, words, stop = Other(ACT_BEFORE), "", match.end()
        elif stop <= match.end():
            return None
    elif match["which"] and match["which"] not in ORDINALS and match["which"] != "first":
        direction = Direction.AFTER if match["which"] in {"following", "next"} else Direction.BEFORE
        words, stop = "", match.end()
        trigger = Other(ACT_BEFORE if direction is Direction.AFTER else "the event it is given for")
    else:
        return None
    begin, bound_words, clock_words = _left(_LEFT, folded, start, match.start())
    tail = _RIGHT_CLOCK.match(folded, stop, end) if not clock_words else None
    if not bound_words and not clock_words and tail is None:
        return None
    if tail is not None and not tail[0][:1].isdigit():
        clock_words, stop = tail["clock"], tail.end()
    return TimeFound(
        start=begin,
        end=stop,
        timing=NamedDay(
            weekday=Weekday(match["weekday"].title()),
            direction=direction,
            bound=bound_of(bound_words, direction) if bound_words else Bound.ON,
            trigger=trigger,
            clock=clock_from_words(clock_words) if clock_words else None,
            nth=ORDINALS.get(match["which"] or "", 1),
            of_week=match["week"] is not None,
        ),
        production="named day",
        bound_words=bound_words or "by",
        core=match.span(),
        anchor=words,
    )


def _today(match: re.Match[str]) -> TimeFound:
    return TimeFound(
        start=match.start(),
        end=match.end(),
        timing=Period(
            length=Length(1 if match["day"] == "tomorrow" else 0, Unit.DAY),
            direction=Direction.AFTER,
            bound=bound_of(match["bound"] or "by", Direction.AFTER),
            trigger=Trigger.ORDER_DATED,
            clock=clock_from_words(match["clock"]),
        ),
        production="today",
        bound_words=match["bound"] or "by",
        core=match.span(),
    )


def _fixed(folded: str, match: re.Match[str], start: int, end: int, dated: dt.date | None) -> TimeFound | None:
    date = date_from_match(match, dated)
    if date is None:
        return None
    begin, bound_words, clock_words = _left(_LEFT_DATE, folded, start, match.start())
    stop = match.end()
    tail = _RIGHT_CLOCK.match(folded, stop, end) if not clock_words else None
    if tail is not None and not tail[0][:1].isdigit():
        clock_words, stop = tail["clock"], tail.end()
    weekday = Weekday(match["weekday"].title()) if match["weekday"] else None
    doubt = remedy = ""
    if weekday is not None and weekday.number != date.weekday():
        doubt = f"'{match[0]}' names a {weekday}, but {date.isoformat()} is a {list(Weekday)[date.weekday()]}."
        remedy = "Ask chambers which is meant; the rule keeps the printed date."
    limits = bound_words not in ("", "on", "upon", "set for", "for")
    return TimeFound(
        start=begin,
        end=stop,
        timing=FixedDate(
            date=date,
            clock=clock_from_words(clock_words) if clock_words else None,
            bound=(Bound.BEFORE if bound_words in ("before", "prior to") else Bound.NO_LATER_THAN)
            if limits
            else Bound.ON,
        ),
        production="date",
        bound_words=bound_words,
        core=(match.start(), stop if tail is not None and not tail[0][:1].isdigit() else match.end()),
        weekday=weekday,
        doubt=doubt,
        remedy=remedy,
    )
