"""When: every printed time of a stretch of text, as values of the timing union, with its place.

Productions, each over folded text (``fold``), each with a core that is found first and a left and right side read from it:

* *period*     ``[bound] NUMBER unit [direction ANCHOR]``: "within ten (10) business days of the demand"
* *next day*   ``[bound [clock] on] the next business day following ANCHOR``
* *day before* ``[bound [clock]] the [business] day before ANCHOR``
* *date*       ``[bound [clock] on] DATE [at clock]``: "no later than January 18, 2023 by 2:00 p.m."
* *event*      ``bound EVENT``: "prior to the expiration of the deadline", "upon first appearance"

A core without a bound or an anchor is still returned: whether it limits anybody is for the clause to say.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from soordered.orders.trigger_from_words import trigger_from_words
from soordered.orders.words_of_numbers import NUMBER, printed_number
from soordered.rules.timing import Bound, Direction, FixedDate, Length, Period, Unit, Weekday
from soordered.rules.vocabulary import Other, Trigger, TriggerCode

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ],
        start=1,
    )
    for name in names.split()
}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"

CLOCK = (
    r"(?:(?:12(?::00)?\s)?(?:noon|midnight)|(?:\d{1,2}|l\d)(?:[:.]\d{2})?\s?(?:a\.\s?m\.|p\.\s?m\.|am\b|pm\b|a\.m\b|p\.m\b|o'clock)"
    r"|(?:[01]?\d|2[0-3]):[0-5]\d(?!\d))(?:\s?\(?(?:pacific|eastern|central|mountain|[pecm][sd]?t)\b(?:\s(?:standard |daylight )?time)?\)?)?"
)
DATE = (
    rf"(?:(?:(?P<weekday>{_WEEKDAY}),?\s)?"
    rf"(?:(?P<month>{MONTH})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(?P<year>(?:19|20)\d\d))?(?![\d:])"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:day of\s)?(?P<month2>{MONTH})\.?,?\s(?P<year2>(?:19|20)\d\d)"
    rf"|(?<![\d/.-])(?P<month3>\d{{1,2}})/(?P<day3>\d{{1,2}})(?:/(?P<year3>\d{{4}}|\d{{2}}))?(?![\d/])"
    rf"|(?<!\d)(?P<year4>(?:19|20)\d\d)-(?P<month4>\d\d)-(?P<day4>\d\d)(?!\d)))"
)
_UNIT = r"(?:full\s|clear\s|whole\s|entire\s)?(?P<kind>calendar|business|court|working|work|judicial|consecutive)?[\s-]?(?P<unit>days?|weeks?|months?|years?|hours?|minutes?)(?![a-z])'?"
_BOUND = (
    r"(?P<bound>(?:by )?in no (?:case|event) (?:later|more) than|(?:by )?(?:no |not )?later than|(?:by )?(?:no|not) more than|(?:by )?(?:no|not) (?:less|fewer) than|(?:by )?at least|fewer than|less than|a minimum of|on or before|on or by"
    r"|within|inside of|inside|before|prior to|to and including|through and including|until|through|due (?:by|on|in|within)|due|by|upon|on|after|for|have|has|gets?|in|following|extended to|set for)"
)
_DIRECTION = r"(?P<direction>immediately (?:before|after|following|preceding)|before|prior to|preceding|in advance of|ahead of|after|of|from|following|since|upon|thereafter|thereof|later)(?![a-z])"

_LENGTH = re.compile(rf"(?<![\w$.:/-])(?P<number>{NUMBER})[\s-]{_UNIT}")
_DAY_REF = re.compile(
    r"\b(?:the\s)?(?P<which>next|following|first|last|same|preceding|previous|second|third|fourth|fifth)?\s?(?P<kind>business|court|calendar|working)?\s?"
    r"\b(?P<unit>day|morning)\s(?:immediately\s)?(?P<direction>following|after|before|prior to|preceding)(?![a-z])"
    r"|\b(?:the\s)?(?P<ordinal>\d{1,3})(?:st|nd|rd|th)\s(?P<kind4>business|court|calendar|working)?\s?day\s(?P<direction4>following|after|before|prior to|preceding)(?![a-z])"
    r"|\b(?:the\s)?(?P<which2>next|following)\s(?P<kind2>business|court|calendar|working)?\s?day\b(?!s)"
    r"|\b(?:the\s)?(?P<kind3>business|court|calendar|working)?\s?day\sof(?=\s(?:the|any|each)\s)"
)
_DATE = re.compile(DATE)
_LEFT = re.compile(
    rf"(?:(?<![a-z]){_BOUND}(?:\sthe)?\s)?(?:(?P<clock>{CLOCK}|close of business|end of business|end of the day),?\s(?:on\s|of\s)?)?(?:the\s)?$"
)
_LEFT_DATE = re.compile(
    rf"(?:(?<![a-z]){_BOUND}(?:\sthe|\son)?:?\s)?(?:(?P<clock>{CLOCK}|close of business|end of business|end of the day),?\s(?:on\s)?)?$"
)
_RIGHT_CLOCK = re.compile(
    rf",?\s?(?:at|by|before|no later than|not later than|by no later than|on or before)?\s?(?P<clock>{CLOCK})"
)
_AT_THE_LATEST = re.compile(r",?\s(?:at the latest|or (?:sooner|earlier))\b")
_IN_ADVANCE = re.compile(r",?\s(?:in advance|beforehand|ahead of time|ahead|out|before that|prior(?! to\b))(?!\sof\b)")
_NOTICE = re.compile(r"\s(?:written\s|prior\s|advance\s)?notice\b")
_RIGHT_DIRECTION = re.compile(rf",?\s{_DIRECTION}")
_EVENT = re.compile(
    r"\b(?P<bound>upon|prior to|before|by|on|at)\s(?P<anchor>(?:the |any |each |his |her |their |its |said )?"
    r"(?:(?:first|initial|scheduled|final|settlement|case management|status|pre-?trial|discovery|fact|expert|expiration of|close of|completion of"
    r"|conclusion of|commencement of|start of|date of|time of|day of|the|that|aforementioned|foregoing|applicable|existing|current|original)\s){0,5}"
    r"(?:appearance|conference|hearing|trial|deadline|cut-?off|mediation|discovery|deposition)(?:\s(?:expires|passes|closes|begins|commences))?)\b(?!\s(?:may|shall|will|must)\b)"
)
_DAY_OF = re.compile(
    r"\b(?P<bound>no later than|not later than|by|before|on|at)\s(?P<anchor>the (?:same )?(?:day|date|time|deadline)\s(?:of|for|that|on which|its|the|when)\s[^,.;:()]{3,60}?)(?=[,.;:]|\s(?:shall|must|may|and|or|to)\b|$)"
)
_UNITS_NAMED = ("day", "week", "month", "year", "hour", "minute")
_DIGIT = re.compile(r"\d")
_EVENT_WORD = re.compile(
    r"\b(?:appearance|conference|hearing|trial|deadline|cut-?off|mediation|discovery|deposition|the (?:same )?(?:day|date|time))\b"
)
_ANCHOR_WORD = re.compile(r"\s?(\S+)")
_STOP_WORDS = frozenset(
    [
        "shall",
        "must",
        "may",
        "will",
        "should",
        "unless",
        "if",
        "provided",
        "except",
        "but",
        "whichever",
        "absent",
        "as",
        "regarding",
        "to",
        "by",
        "via",
        "in",
        "at",
        "so",
        "who",
        "pursuant",
        "on",
        "when",
    ]
)
_MODALS = frozenset(["shall", "must", "may", "will", "should"])
_POINTERS = frozenset(("it", "that", "them", "that date", "that time", "such date", "each"))
_EVENT_NOUNS = re.compile(
    r"\b(?:conference|hearing|trial|deposition|meeting|mediation|letter|motion|demand|filing|opposition|reply|argument)\b"
)
_AFTER_OR = frozenset(
    [
        "the",
        "any",
        "a",
        "an",
        "service",
        "filing",
        "receipt",
        "entry",
        "of",
        "date",
        "after",
        "being",
        "is",
        "was",
        "has",
    ]
)
_BEARER_TAIL = re.compile(
    r"[,\s]+(?:lead trial counsel|(?:the |each |any |all |both |either |such )?(?:other )?(?:moving |responding |opposing |non-?moving )?"
    r"(?:parties|party|counsel|plaintiffs?|defendants?|movants?|court|clerk|attorneys?|sides?|lead counsel|they|he|she|it|opponent))(?:\s(?:for|of)\s\S+(?:\s\S+)?)?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFound:
    """One printed time.

    Args:
        start: its first character in the clean text.
        end: after its last.
        timing: what it says.
        production: the name of the production that read it.
        bound_words: the words that bind it, as folded (``"no later than"``), empty if none.
        core: place of the bare core (the date, the length), for a quote without its bound.
        weekday: the weekday printed with a date.
        doubt: what is wrong with it, in a sentence; empty if nothing.
        remedy: what to do about the doubt.
        anchored: whether the text names the event it is counted from.
        anchor: the words of that event, folded.
    """

    start: int
    end: int
    timing: Period | FixedDate
    production: str
    bound_words: str = ""
    core: tuple[int, int] = (0, 0)
    weekday: Weekday | None = None
    doubt: str = ""
    remedy: str = ""
    anchored: bool = True
    anchor: str = ""


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
        found.extend(_period(folded, match, start, end) for match in _LENGTH.finditer(folded, start, end))
    if "day" in text or "morning" in text:
        days = (_day_reference(folded, match, start, end) for match in _DAY_REF.finditer(folded, start, end))
        found.extend(one for one in days if one is not None)
    if _DIGIT.search(text) is not None:
        dates = (_fixed(folded, match, start, end, dated) for match in _DATE.finditer(folded, start, end))
        found.extend(one for one in dates if one is not None)
    if _EVENT_WORD.search(text) is not None:
        found.extend(_event(match) for match in _EVENT.finditer(folded, start, end))
        found.extend(_event(match) for match in _DAY_OF.finditer(folded, start, end))
    found.sort(key=lambda one: (one.production == "event", one.start, -one.end))
    kept: list[TimeFound] = []
    for one in found:
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    kept.sort(key=lambda one: one.start)
    return tuple(kept)


def clock_from_words(words: str) -> dt.time | None:
    """Read an hour of the day from folded words, ``None`` if they name none.

    Example: ``"4:30 p.m."`` is 16:30, ``"noon"`` 12:00, ``"midnight"`` 23:59 of the day (its last minute).
    """
    words = re.sub(r"^l(?=\d)", "1", words)  # a one that the scanner took for a letter
    if "noon" in words:
        return dt.time(12)
    if "midnight" in words:
        return dt.time(23, 59)
    match = re.match(r"\s?(\d{1,2})(?:[:.](\d{2}))?\s?(a|p)?", words)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3] == "p" and hour < 12:
        hour += 12
    elif match[3] == "a" and hour == 12:
        hour = 0
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def _left(pattern: re.Pattern[str], folded: str, start: int, at: int) -> tuple[int, str, str]:
    """Return where the left side of a core begins, its bound and its clock words."""
    match = pattern.search(folded, max(start, at - 64), at)
    if match is None or match.start() == at:
        return at, "", ""
    return match.start(), match["bound"] or "", match["clock"] or ""


def _bound(words: str, direction: Direction) -> Bound:
    match words.removeprefix("by "):
        case (
            "within"
            | "inside of"
            | "inside"
            | "due within"
            | "have"
            | "has"
            | "get"
            | "gets"
            | "for"
            | "in"
            | "due in"
            | "due"
            | ""
        ):
            if direction is Direction.BEFORE and words in {"", "due"}:
                return Bound.BEFORE  # "seven days before the hearing"
            return Bound.WITHIN
        case (
            "at least"
            | "no less than"
            | "not less than"
            | "no fewer than"
            | "not fewer than"
            | "fewer than"
            | "less than"
            | "a minimum of"
        ):
            return Bound.AT_LEAST
        case "before" | "prior to":
            return Bound.BEFORE
        case "on" | "upon" | "set for":
            return Bound.ON
        case _:
            return Bound.NO_LATER_THAN


def _unit(kind: str | None, unit: str) -> Unit:
    match kind:
        case "business" | "working" | "work":
            return Unit.BUSINESS_DAY
        case "court" | "judicial":
            return Unit.COURT_DAY
        case "calendar" | "consecutive":
            return Unit.CALENDAR_DAY
        case _:
            return Unit(unit.rstrip("s").removesuffix("'"))


def _direction(words: str) -> Direction:
    return Direction.BEFORE if words.removeprefix("immediately ") in _BEFORE else Direction.AFTER


_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
_BEFORE = frozenset(("before", "prior to", "preceding", "in advance of", "ahead of"))


def _period(folded: str, match: re.Match[str], start: int, end: int) -> TimeFound:
    number = printed_number(match["number"])
    begin, bound_words, left_clock = _left(_LEFT, folded, start, match.start())
    direction, stop, anchored = Direction.AFTER, match.end(), False
    trigger: TriggerCode = Trigger.ORDER_DATED
    anchors: tuple[TriggerCode, ...] = ()
    anchor_words = ""
    right = _RIGHT_DIRECTION.match(folded, match.end(), end)
    unit = _unit(match["kind"], match["unit"])
    if unit in {Unit.HOUR, Unit.MINUTE} and folded.endswith("for ", max(start, begin - 4), begin):
        right = None  # "for at least one hour before filing": how long, not when
    advance = _IN_ADVANCE.match(folded, match.end(), end)
    if advance is not None:
        direction, stop, anchored, trigger = Direction.BEFORE, advance.end(), True, Other("the event it is given for")
    elif right is not None:
        direction = _direction(right["direction"])
        trigger, anchors, anchor_words, place = _anchor(folded, right.end(), end, start)
        anchored = place > right.end() or right["direction"] in ("thereafter", "later")
        if anchored:
            stop = place
        elif right["direction"] in ("of", "from", "upon"):
            trigger = Trigger.ORDER_DATED
    clock_words = left_clock
    tail = _RIGHT_CLOCK.match(folded, stop, end) if not left_clock else None
    if tail is not None:
        clock_words, stop = tail["clock"], tail.end()
    latest = _AT_THE_LATEST.match(folded, stop, end)
    if latest is not None:
        stop, bound_words = latest.end(), bound_words or "at the latest"
    n = number.shorter() if direction is Direction.AFTER else number.longer()
    doubt = remedy = ""
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
            bound=_bound(bound_words, direction),
            trigger=trigger,
            clock=clock_from_words(clock_words) if clock_words else None,
            anchors=anchors,
        ),
        production="period",
        bound_words=bound_words,
        core=match.span(),
        doubt=doubt,
        remedy=remedy,
        anchored=anchored,
        anchor=anchor_words,
    )


def _day_reference(folded: str, match: re.Match[str], start: int, end: int) -> TimeFound | None:
    kind = match["kind"] or match["kind2"] or match["kind3"] or match["kind4"]
    begin, bound_words, clock_words = _left(_LEFT, folded, start, match.start())
    trigger: TriggerCode
    if match["direction"]:
        direction, n = _direction(match["direction"]), _ORDINALS.get(match["which"] or "", 1)
        trigger, anchors, anchor_words, stop = _anchor(folded, match.end(), end, start)
    elif match["direction4"]:
        direction, n = _direction(match["direction4"]), int(match["ordinal"])
        trigger, anchors, anchor_words, stop = _anchor(folded, match.end(), end, start)
    elif match["which2"]:
        if bound_words in {"prior to", "before", "until"} and not clock_words:
            return None
        direction, n, stop, anchor_words = Direction.AFTER, 1, match.end(), ""
        trigger, anchors = Trigger.PAPER_FILED, ()
    else:
        direction, n = Direction.AFTER, 0
        trigger, anchors, anchor_words, stop = _anchor(folded, match.end(), end, start)
        if not bound_words:
            return None
    clock = clock_from_words(clock_words) if clock_words else None
    tail = _RIGHT_CLOCK.match(folded, stop, end) if not clock_words else None
    if tail is not None and (tail[0].lstrip(", ").startswith(("by", "at", "no", "before"))):
        clock, stop = clock_from_words(tail["clock"]), tail.end()
    return TimeFound(
        start=begin,
        end=stop,
        timing=Period(
            length=Length(n, _unit(kind, "day")),
            direction=direction,
            bound=_bound(bound_words, direction) if bound_words else Bound.ON,
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


def date_from_match(match: re.Match[str], dated: dt.date | None) -> dt.date | None:
    """Return the date of a ``DATE`` match; a missing year is the first on or after ``dated``; ``None`` if impossible."""
    month_words = match["month"] or match["month2"]
    month = MONTHS[month_words] if month_words else int(match["month3"] or match["month4"])
    day = int(match["day"] or match["day2"] or match["day3"] or match["day4"])
    year_words = match["year"] or match["year2"] or match["year3"] or match["year4"]
    try:
        if year_words is None:
            if dated is None:
                return None
            date = dt.date(dated.year, month, day)
            return date if date >= dated else dt.date(dated.year + 1, month, day)
        year = int(year_words)
        if year < 100:
            year += 2000 if year < 70 else 1900
        return dt.date(year, month, day)
    except ValueError:
        return None


def _event(match: re.Match[str]) -> TimeFound:
    before = match["bound"] in {"prior to", "before", "by", "no later than", "not later than"}
    return TimeFound(
        start=match.start(),
        end=match.end(),
        timing=Period(
            length=Length(0, Unit.DAY),
            direction=Direction.BEFORE if before else Direction.AFTER,
            bound=_bound(match["bound"], Direction.BEFORE) if before else Bound.ON,
            trigger=trigger_from_words(match["anchor"]),
        ),
        production="event",
        bound_words=match["bound"],
        core=match.span("anchor"),
        anchor=match["anchor"],
    )


def _anchor(folded: str, at: int, end: int, start: int) -> tuple[TriggerCode, tuple[TriggerCode, ...], str, int]:
    """Read the event after a direction word: its code, further codes, its words, and where they end."""
    place, words = at, list[str]()
    split: list[int] = []
    limit = min(end, at + 160)
    while len(words) < 16:
        match = _ANCHOR_WORD.match(folded, place, limit)
        if match is None or match.end() == match.start():
            break
        word = match[1]
        plain = word.strip(".,;:()\"'")
        if plain in _STOP_WORDS and not (
            plain in ("to", "by", "in", "on", "at") and words and _belongs(words[-1], plain)
        ):
            if plain in _MODALS or plain == "to":
                tail = _BEARER_TAIL.search(folded, at, place)
                if tail is not None and tail.start() > at:
                    place = tail.start()
            break
        if plain in ("and", "or", "and/or") and words:
            after = _ANCHOR_WORD.match(folded, match.end(), limit)
            if plain != "or" or after is None or after[1] not in _AFTER_OR:
                break
            split.append(len(words))
        words.append(word)
        place = match.end()
        if words[-2:] in (["this", "order"], ["this", "notice"], ["the", "order"]) or word in ("hereof", "thereof"):
            break
        if word[-1] in ",;:." and not _inside(folded, match.end(), end):
            place -= 1
            break
        if word[-1] in ")]" and word.count("(") < word.count(")"):
            place -= 1
            break
    text = folded[at:place].strip()
    if not text:
        return Trigger.ORDER_DATED, (), "", at
    first = " ".join(words[: split[0]]) if split else text
    if first in _POINTERS:  # "the second business day before it": the last event named before
        named = [match[0] for match in _EVENT_NOUNS.finditer(folded, start, at)]
        first = named[-1] if named else first
    code = trigger_from_words(first)
    further: list[TriggerCode] = []
    if split:
        other = trigger_from_words(" ".join(words[split[0] + 1 :]))
        if other != code:
            further.append(other)
    if code is Trigger.OPPOSITION_DUE and "service" in first:
        further.append(Trigger.OPPOSITION_SERVED)
    return code, tuple(further), text, place


def _belongs(last: str, word: str) -> bool:
    """Say whether a preposition belongs to the noun before it ("response to", "served on", "appearing in")."""
    if word == "to":
        return last in (
            "response",
            "responses",
            "objection",
            "objections",
            "opposition",
            "answer",
            "answers",
            "reply",
            "reference",
            "request",
        )
    if word == "by":
        return last in ("issuance", "service", "receipt", "decision", "filing", "demand", "request", "made")
    return last in ("served", "appearing", "appearance", "change", "ruling", "order", "decision", "filed", "entered")


def _inside(folded: str, place: int, end: int) -> bool:
    """Say whether a mark at ``place - 1`` is inside the phrase: an abbreviation's full stop."""
    return (
        folded[place - 1] == "."
        and place < end
        and folded[place : place + 1] == " "
        and folded[place + 1 : place + 2].isdigit()
    )
