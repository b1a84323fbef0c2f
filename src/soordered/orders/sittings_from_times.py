"""When the court sits, and where: hearings set for a day, and calendars that come round.

Productions:

* *recurring*  ``THING is heard on Friday mornings at 9:30``, ``the first and third Thursday of each month``
* *sitting*    ``HEARING set for DATE at HOUR``, ``the Court will hold a conference on DATE``, ``… continued to DATE``
* *place*      the room printed after a sitting
"""

from __future__ import annotations

import re

from soordered.orders.clause_readings import Surroundings
from soordered.orders.norms import Find, Norm
from soordered.orders.patterns import Pattern
from soordered.orders.places_from_text import place_after
from soordered.orders.sentences_from_text import Sentence
from soordered.orders.times_found import TimeFound
from soordered.orders.words_of_times import CLOCK, MONTH, WEEKDAY, clock_from_words
from soordered.rules.rule import Confidence, Manner, Place
from soordered.rules.timing import Bound, CourtSets, FixedDate, Recurring, Weekday
from soordered.rules.vocabulary import Act, Bearer, Facet, Modality

_SITTING = Pattern(
    r"\b(?P<what>(?:[a-z-]+\s){0,3}(?:(?:tele|video|tele-|video-)?conference|hearing|trial|arguments?|ruling|status|proceedings?|sentencing|mediation|call|calendar|session|jury selection|neutral evaluation|ene))\b"
)
_NO_SITTING = Pattern(r"deadline|statement|report\b|motions? due|cut-?off|letter|brief|response|reply|due\b")
_SET = Pattern(
    r"\b(?:(?:re-?)?set(?:ting)?(?:\s(?:for|on|to))?|scheduled (?:for|on|to)|re-?scheduled|(?:will|shall|to) be (?:held|conducted)|will (?:hold|begin|conduct|commence|take place)"
    r"|(?:adjourned|continued|moved|reset|advanced|postponed|rescheduled) (?:to|until)|time of|(?:conference|hearing|trial) (?:at|on|:))"
)
_NEAR = Pattern(r"(?:for|on|at|to|until|:|conference|hearing|trial|set|held by)\s?$")
_LAST_DATE = Pattern(r"\blast da(?:y|te) (?:to|for) (?:conduct|hold|complete|have|a|the)\b[^.;]{0,60}$")
_MOVES = Pattern(r"\b(?:continues?|moves?|resets?|advances?|reschedules?|postpones?|adjourns?)\b[^.;]{0,120}$")
_TO_ANOTHER = re.compile(rf",?\s(?:to|until)\s(?:(?:{WEEKDAY}),?\s)?(?:(?:{MONTH})\b|\d{{1,2}}/)")
_PAST_NEAR = Pattern(r"\b(?:held|conducted|heard)\s(?:before\s)?(?:on\s)?$|proceedings held")
_TO_BE = Pattern(r"\b(?:will|shall|to) be\b")
_HEARS = Pattern(r"\b(?:court|undersigned|judge(?:\s[a-z.]+){0,3})\s(?:shall|will)\shear\b[^.;]{3,120}$")
_FRONTED = Pattern(
    r",?\s(?:(?:the\s)?(?:court|undersigned|(?:chief\s)?(?:magistrate\s)?judge(?:\s[a-z.]+){0,3})\s(?:will|shall)\s(?:hold|conduct|convene|hear)\s|(?:a|an|the)\s(?=[^.;]{3,80}\b(?:will|shall) be (?:held|conducted|heard)\b))(?P<what>[^.;]{0,80}?(?:conference|hearing|trial|arguments?|mediation|call|session|evaluation))\b"
)
_PAST = Pattern(
    r"\b(?:was|were|had|been(?! (?:re-?)?(?:set|scheduled|continued|moved)\b)|previously|(?<!is )currently|moved the court|originally|formerly|vacat\w+|imposed|at that|noticed)\b|(?:held|conducted|convened) (?:a|an|its)\b"
)
_AFTER = Pattern(
    r",?\s?(?:is|are|was|were)\s(?:hereby\s)?(?:vacated|stricken|cancell?ed|adjourned|continued|moved|reset)"
)
_VACATES = Pattern(r"\b(?:vacates?|vacating|cancels?|strikes?)\b")
_GONE = Pattern(
    r"[^;]{0,240}?\b(?:is|are)\s(?:hereby\s)?(?:vacated|stricken|cancell?ed|adjourned|continued|moved|reset|rescheduled|off calendar|taken off)"
)
_ADMINISTRATIVE = Pattern(
    r"\b(?:filed|entered|signed|dated|modified|issued|transferred|signed by[a-z., ]{0,60}|mailed|date filed)\s?(?:on|:)?\s?$"
)
_DAY = "monday|tuesday|wednesday|thursday|friday"
_RECURRING = Pattern(
    rf"(?:(?:every|on|each)\s)?(?:the\s)?(?P<days>(?:(?:1st|2nd|3rd|4th|first|second|third|fourth|last)(?:,?\s(?:and|or)\s|,\s|\s)){{0,4}}(?:{_DAY})s?(?:(?:,|,?\sand|\sor|\sto|\sthrough|\s-)\s(?:{_DAY})s?){{0,4}})"
    r"(?:\s(?:mornings?|afternoons?|of (?:each|every|the) month)){0,3},?\s(?:(?:commencing|beginning|starting)\s){0,1}(?:(?:at|from|between|@)\s)?"
    rf"(?P<clock>{CLOCK})(?:\s?(?:-|to|until|and)\s?(?P<ends>{CLOCK}))?"
)
_TERM = Pattern(
    rf"\b(?P<what>(?:[a-z]+\s)?(?:trial|conference|hearing))\s(?:is\s)?(?:re-?set|set|scheduled|ready)\s(?:for|by|on)\s(?:the\s)?(?:(?:{MONTH})\s(?:19|20)\d\d|\d{{1,2}}/(?:19|20)\d\d)(?:\s(?:trial\s)?(?:term|calendar|docket))?"
)
_CLOCKED = Pattern(CLOCK)
_HELD_ON = Pattern(
    rf"\b(?:is|are) (?:held|heard|conducted|taken up)\s(?:only\s)?(?:on\s|every\s)?(?P<days>(?:{_DAY})s?(?:(?:,|,?\sand|\sor|\sthrough|\sto|-)\s?(?:{_DAY})s?){{0,4}})"
)
_SPAN = Pattern(r"\s(?:through|to)\s|-")
_FOR_PAPERS = Pattern(
    r"\b(?:due|filed?|submit|submitted|deliver|delivered|cop(?:y|ies)|lodged?|serve|served|open|hours)\b"
)
_CALENDAR_WORDS = Pattern(
    r"\bhea(?:rd|rs)\b|calendar|hearings?|law and motion|motions?\b|conferences?\b|\bheld\b|take place|\bsits\b|\btrials? (?:is|are|days?)\b"
)
_WEEKS = {"1st": 1, "first": 1, "2nd": 2, "second": 2, "3rd": 3, "third": 3, "4th": 4, "fourth": 4}


_CLOCK_FIRST = Pattern(
    rf"\b(?:at|from)\s(?P<clock>{CLOCK}),?\s(?:on\s|every\s|each\s|on the\s)(?P<days>(?:(?:1st|2nd|3rd|4th|first|second|third|fourth|last)(?:,?\s(?:and|or)\s|,\s|\s)){{0,4}}(?:{_DAY})s?(?:(?:,|,?\sand|\sor)\s(?:{_DAY})s?){{0,4}})(?!,? [a-z]+ \d)"
)


_DAYS_LIST = Pattern(rf"\bon\s(?P<days>(?:{_DAY})s?(?:(?:,|,?\sand|\sor)\s(?:{_DAY})s?){{0,4}}):\s(?=[a-z])")
_LISTED = Pattern(
    rf"(?P<what>(?:[a-z-]+\s){{0,4}}(?:motions?|conferences?|hearings?|calendar|matters|trials?|arraignments?|sentencings?))\s(?:at|from)\s(?P<clock>{CLOCK})"
)
_KINDS = Pattern(
    rf"\bat\s(?P<clock>{CLOCK}),?\son\s(?:{_DAY})s?\s\([a-z ]{{3,40}}\)(?:(?:,|,?\sand)\s(?:{_DAY})s?\s\([a-z ]{{3,40}}\)){{0,4}}"
)


_BRACKETED = Pattern(
    rf"(?:on|every)\s(?P<days>(?:{_DAY})s?(?:(?:,|,?\sand|\sor)\s(?:{_DAY})s?){{0,4}})\s\([^()]{{0,60}}?\bat\s(?P<clock>{CLOCK})"
)


def recurring(sentence: Sentence, around: Surroundings) -> tuple[Norm, ...]:
    """Return the court's sittings that a sentence sets for days of the week.

    Example: "Civil motions are heard on the first Thursday of each month at 10:00 a.m. in Courtroom 4."

    Args:
        sentence: the sentence.
        around: the text and what is known around it.
    """
    folded = around.folded
    if "day" not in folded[sentence.start : sentence.end]:
        return ()
    norms: list[Norm] = []
    if not _CLOCKED.search(folded, sentence.start, sentence.end):
        return _days_only(sentence, around)
    listed = _listed(sentence, around) or _by_kind(sentence, around)
    if listed:
        return listed
    bracketed = _BRACKETED.search(folded, sentence.start, sentence.end)
    found = [bracketed] if bracketed is not None else [*_RECURRING.finditer(folded, sentence.start, sentence.end)]
    for match in found or _CLOCK_FIRST.finditer(folded, sentence.start, sentence.end):
        before = folded[sentence.start : match.start()]
        comes_round = (
            match["days"].endswith("days") and _FOR_PAPERS.search(folded, sentence.start, match.start()) is None
        )
        if not (
            comes_round or _CALENDAR_WORDS.search(before) or _CALENDAR_WORDS.search(folded, match.end(), sentence.end)
        ):
            continue
        days = _days_in(match["days"])
        ends = match["ends"] if "ends" in match.re.groupindex else None
        weeks = tuple(sorted({week for word, week in _WEEKS.items() if re.search(rf"\b{word}\b", match["days"])}))
        start = sentence.start if match.start() - sentence.start <= 90 else match.start()
        finds = [Find(facet=Facet.HEARING_SCHEDULE, start=start, end=match.end(), production="recurring")]
        spot = place_after(around.clean, match.end(), sentence.end)
        if spot is not None:
            finds.append(Find(facet=Facet.LOCATION, start=spot[0], end=spot[1], production="place"))
        conference = "conference" in before and "motion" not in before
        norms.append(
            Norm(
                sentence=sentence,
                act=Act.HOLD_CONFERENCE if conference else Act.HEAR_MOTIONS,
                modality=Modality.COURT_WILL,
                bearers=(Bearer.COURT,),
                finds=tuple(finds),
                timing=Recurring(
                    weekdays=days,
                    clock=clock_from_words(match["clock"]),
                    weeks_of_month=weeks,
                    ends=clock_from_words(ends) if ends else None,
                ),
                manner=_at(around, spot),
            )
        )
    return tuple(norms)


def _days_in(words: str) -> tuple[Weekday, ...]:
    """Return the days that words name, a span with the days between: "monday to thursday" is four."""
    named = [list(Weekday).index(Weekday(word.title())) for word in re.findall(_DAY, words)]
    if _SPAN.search(words) and len(named) == 2 and named[0] < named[1]:
        return tuple(list(Weekday)[named[0] : named[1] + 1])
    return tuple(day for day in Weekday if str(day).lower() in words)


def _listed(sentence: Sentence, around: Surroundings) -> tuple[Norm, ...]:
    """Read days, then what sits at which hour: "on Thursdays: civil motions at 9:30 a.m. and conferences at 1:00 p.m."."""
    folded = around.folded
    days = _DAYS_LIST.search(folded, sentence.start, sentence.end)
    if days is None:
        return ()
    weekdays = tuple(day for day in Weekday if str(day).lower() in days["days"])
    return tuple(
        Norm(
            sentence=sentence,
            act=_act(item["what"]),
            modality=Modality.COURT_WILL,
            bearers=(Bearer.COURT,),
            finds=(
                Find(
                    facet=Facet.HEARING_SCHEDULE,
                    start=days.start("days") if first else item.start("what"),
                    end=item.end(),
                    production="days and their list",
                ),
            ),
            timing=Recurring(weekdays=weekdays, clock=clock_from_words(item["clock"])),
        )
        for first, item in (
            (number == 0, item) for number, item in enumerate(_LISTED.finditer(folded, days.end(), sentence.end))
        )
    )


def _by_kind(sentence: Sentence, around: Surroundings) -> tuple[Norm, ...]:
    """Read one hour for several days, each with its kind: "at 1:30 p.m. on Tuesdays (civil) and Wednesdays (criminal)"."""
    folded = around.folded
    match = _KINDS.search(folded, sentence.start, sentence.end)
    if match is None:
        return ()
    weekdays = tuple(day for day in Weekday if str(day).lower() in match[0])
    return (
        Norm(
            sentence=sentence,
            act=Act.HEAR_MOTIONS,
            modality=Modality.COURT_WILL,
            bearers=(Bearer.COURT,),
            finds=(Find(facet=Facet.HEARING_SCHEDULE, start=match.start(), end=match.end(), production="by kind"),),
            timing=Recurring(weekdays=weekdays, clock=clock_from_words(match["clock"])),
        ),
    )


def _days_only(sentence: Sentence, around: Surroundings) -> tuple[Norm, ...]:
    """Read days without an hour: "Conferences are held Monday through Wednesday"."""
    match = _HELD_ON.search(around.folded, sentence.start, sentence.end)
    if match is None:
        return ()
    conference = "conference" in around.folded[sentence.start : match.start()]
    return (
        Norm(
            sentence=sentence,
            act=Act.HOLD_CONFERENCE if conference else Act.HEAR_MOTIONS,
            modality=Modality.COURT_WILL,
            bearers=(Bearer.COURT,),
            finds=(Find(facet=Facet.HEARING_SCHEDULE, start=match.start(), end=match.end(), production="days only"),),
            timing=Recurring(weekdays=_days_in(match["days"])),
        ),
    )


def sitting(sentence: Sentence, time: TimeFound, after: int, around: Surroundings) -> Norm | None:
    """Return the sitting that a printed day is set for, ``None`` if the day is none of a sitting.

    A day that a sitting was held on, or that it was set for until now, gives none.

    Args:
        sentence: the sentence.
        time: the day.
        after: where the next printed time of the sentence begins, or the sentence ends.
        around: the text and what is known around it.
    """
    if not isinstance(time.timing, FixedDate):
        return None
    folded = around.folded
    left = folded[max(sentence.start, time.core[0] - 240) : time.core[0]]
    what = None
    for what in _SITTING.finditer(left):  # noqa: B007  the last one counts
        pass
    fronted = _FRONTED.match(folded, time.end, sentence.end) if time.start == sentence.start else None
    if fronted is not None and time.bound_words in {"", "on"}:
        return _sitting_of(sentence, time, fronted["what"], after, around)
    if what is None and time.timing.clock is not None and _HEARS.search(left):
        return _sitting_of(sentence, time, "hearing", after, around)
    if (
        what is None
        or _ADMINISTRATIVE.search(left)
        or _NO_SITTING.search(left, what.start())
        or _LAST_DATE.search(left)
    ):
        return None
    if time.bound_words not in {"", "on", "for", "set for", "upon", "in", "until"} and not re.search(
        r"held\s(?:by\s)?$", left
    ):
        return None
    clock = time.timing.clock
    near = re.split(r"\d{4}", left[max(0, what.start() - 20) :])[-1][-80:]
    opens = _SET.search(near) is not None
    if (_PAST_NEAR.search(left) and _TO_BE.search(left, max(0, what.start() - 40)) is None) or _AFTER.match(
        folded, time.end
    ):
        return None
    if _MOVES.search(left) and _TO_ANOTHER.match(folded, time.end, sentence.end):
        return None  # the day it is moved from
    if clock is None and (not opens or _PAST.search(left)):
        return None
    if _PAST.search(near) or _VACATES.search(near) or _GONE.match(folded, time.end, min(time.end + 280, sentence.end)):
        return None
    if clock is not None and not opens and not _NEAR.search(left):
        return None
    return _sitting_of(sentence, time, what["what"], after, around)


def _sitting_of(sentence: Sentence, time: TimeFound, words: str, after: int, around: Surroundings) -> Norm | None:
    """Return the sitting that words name, on a printed day."""
    if not isinstance(time.timing, FixedDate):
        return None
    finds = [Find(facet=Facet.HEARING_SCHEDULE, start=time.core[0], end=time.core[1], production="sitting")]
    spot = place_after(around.clean, time.end, min(after, sentence.end))
    if spot is not None:
        finds.append(Find(facet=Facet.LOCATION, start=spot[0], end=spot[1], production="place"))
    return Norm(
        sentence=sentence,
        act=_act(words),
        modality=Modality.COURT_WILL,
        bearers=(Bearer.COURT,),
        finds=tuple(finds),
        timing=FixedDate(date=time.timing.date, clock=time.timing.clock, bound=Bound.ON),
        manner=_at(around, spot),
    )


def term(sentence: Sentence, around: Surroundings) -> Norm | None:
    """Read a sitting set for a month: "Bench trial set for the May 2011 calendar"."""
    match = _TERM.search(around.folded, sentence.start, sentence.end)
    if match is None:
        return None
    return Norm(
        sentence=sentence,
        act=_act(match["what"]),
        modality=Modality.COURT_WILL,
        bearers=(Bearer.COURT,),
        finds=(
            Find(
                facet=Facet.HEARING_SCHEDULE,
                start=match.start(),
                end=match.end(),
                production="term",
                confidence=Confidence.MEDIUM,
            ),
        ),
        timing=CourtSets(),
    )


def hearing_row(sentence: Sentence, time: TimeFound, around: Surroundings) -> Norm | None:
    """Return the sitting of a table's row: "Final Pretrial Conference   FEBRUARY 16, 2017"."""
    if not isinstance(time.timing, FixedDate):
        return None
    label = around.folded[sentence.start : time.core[0]]
    return Norm(
        sentence=sentence,
        act=_act(label),
        modality=Modality.COURT_WILL,
        bearers=(Bearer.COURT,),
        finds=(Find(facet=Facet.HEARING_SCHEDULE, start=time.core[0], end=time.core[1], production="table row"),),
        timing=FixedDate(date=time.timing.date, clock=time.timing.clock, bound=Bound.ON),
    )


def _act(words: str) -> Act:
    if "mediation" in words:
        return Act.MEDIATE
    if "hearing" in words or "argument" in words:
        return Act.HEAR_MOTIONS
    if "trial" in words and "conference" not in words:
        return Act.HOLD_TRIAL
    return Act.HOLD_CONFERENCE


def _at(around: Surroundings, spot: tuple[int, int] | None) -> Manner | None:
    return None if spot is None else Manner(place=Place(words=" ".join(around.clean[spot[0] : spot[1]].split())))
