"""Norms that stand around a time with no binding verb: the shorthand of dockets, and the court's calendar.

Productions:

* *due*        ``THING due by DATE``, ``THING to be filed by DATE``, ``deadline for THING is extended to DATE``
* *sitting*    ``HEARING set for DATE at HOUR``, ``the Court will hold a conference on DATE``
* *recurring*  ``THING is heard on Friday mornings at 9:30``
* *place*      the room printed after a sitting
"""

from __future__ import annotations

import re

from soordered.orders.act_from_clause import paper_from_words
from soordered.orders.bearer_from_clause import bearer_from_words
from soordered.orders.norms import Find, Norm
from soordered.orders.norms_from_clauses import Surroundings
from soordered.orders.places_from_text import place_after
from soordered.orders.sentences_from_text import Sentence
from soordered.orders.timing_from_clause import CLOCK, TimeFound, clock_from_words
from soordered.rules.rule import Manner, Place
from soordered.rules.timing import Bound, FixedDate, Recurring, Weekday
from soordered.rules.vocabulary import Act, Bearer, Facet, Modality, Other

_SITTING = re.compile(
    r"\b(?P<what>(?:[a-z-]+\s){0,3}(?:conference|hearing|trial|arguments?|ruling|status|proceedings?|sentencing|mediation|call))\b"
)
_SET = re.compile(
    r"\b(?:re-?)?set(?:ting)? (?:for|on|to)?|scheduled (?:for|on|to)|re-?scheduled|will be held|will hold|will begin|shall be held|to be held|is set|are set|adjourned to|continued to|will be conducted"
    r"|moved to|time of|reset to|advanced to|conference (?:at|on|:)|hearing (?:at|on|:)|trial (?:at|on|:)|will take place|will commence|will conduct"
)
_PAST = re.compile(
    r"\b(?:was|were|had|been|previously|currently|moved the court|originally|formerly|vacat\w+|from)\b|\bheld\s(?:before|on)?\s?$|proceedings held"
)
_AFTER_PAST = re.compile(
    r"\s?(?:is|are|was|were)\s(?:hereby\s)?(?:vacated|stricken|cancell?ed|adjourned|continued|moved|reset)"
)
_ADMINISTRATIVE = re.compile(
    r"(?:filed|entered|signed|dated|modified|issued|transferred|signed by[a-z. ]{0,60}|mailed|date filed)\s?(?:on|:)?\s?$"
)
_DUE = re.compile(
    r"\b(?:due|deadline|due date|to be (?:filed|served|completed|submitted|held)|no later than|on or before|extended|renew\w*|ready by|shall|must|may)\b"
)
_LABELS = re.compile(r"\b(?:deadline (?:to|for)|due date|last day (?:to|for)|deadline:)")
_RECURRING = re.compile(
    r"(?:(?:every|on|each)\s)?(?P<days>(?:(?:1st|2nd|3rd|4th|first|second|third|fourth|last)(?:,? and | )?){0,3}\s?(?:monday|tuesday|wednesday|thursday|friday)s?(?:(?:,|,? and| or) (?:monday|tuesday|wednesday|thursday|friday)s?){0,4})"
    rf"(?:\s(?:mornings?|afternoons?|of (?:each|every|the) month))*,?\s(?:(?:commencing|beginning|starting)\s)?(?:at|from|@)\s(?P<clock>{CLOCK})"
)
_CALENDAR_WORDS = re.compile(r"\bheard\b|\bhears\b|calendar|hearing|law and motion|motions?\b|conferences?\b|held")
_WEEKS = {"1st": 1, "first": 1, "2nd": 2, "second": 2, "3rd": 3, "third": 3, "4th": 4, "fourth": 4}
_SEGMENT = re.compile(r"[;]\s|\.\s|:\s|,\s(?:and\s|with\s|by\s)?|\sand\s(?!plaintiff|defendant)")
_STAY = re.compile(r"\bstay(?:ed|s)?\b|\bseal\b|\bmaintained\b|\bretain")


def recurring(sentence: Sentence, around: Surroundings) -> tuple[Norm, ...]:
    """Return the court's sittings that a sentence sets for days of the week."""
    folded = around.folded
    norms: list[Norm] = []
    for match in _RECURRING.finditer(folded, sentence.start, sentence.end):
        before = folded[sentence.start : match.start()]
        if not _CALENDAR_WORDS.search(before) and not _CALENDAR_WORDS.search(folded, match.end(), sentence.end):
            continue
        days = tuple(day for day in Weekday if str(day).lower() in match["days"])
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
                timing=Recurring(weekdays=days, clock=clock_from_words(match["clock"]), weeks_of_month=weeks),
                manner=_at(around, spot),
            )
        )
    return tuple(norms)


def norms_of_times(
    sentence: Sentence, times: tuple[TimeFound, ...], taken: frozenset[int], around: Surroundings
) -> tuple[Norm, ...]:
    """Return the norms around the times of a sentence that no clause has used.

    Args:
        sentence: the sentence.
        times: every time printed in it.
        taken: starts of the times that a clause has used.
        around: the text and what is known around it.
    """
    norms: list[Norm] = []
    for index, time in enumerate(times):
        if time.start in taken:
            continue
        before = times[index - 1].end if index else sentence.start
        after = times[index + 1].start if index + 1 < len(times) else sentence.end
        norm = _sitting(sentence, time, before, after, around) or _due(sentence, time, before, around)
        if norm is not None:
            norms.append(norm)
    return tuple(norms)


def is_sitting(sentence: Sentence, time: TimeFound, around: Surroundings) -> bool:
    """Say whether a time is that of a sitting of the court, not a limit for anybody."""
    return _sitting(sentence, time, sentence.start, sentence.end, around) is not None


def _sitting(sentence: Sentence, time: TimeFound, before: int, after: int, around: Surroundings) -> Norm | None:
    if not isinstance(time.timing, FixedDate):
        return None
    folded = around.folded
    begin = max(before, time.core[0] - 200, sentence.start)
    left = folded[begin : time.core[0]]
    what = None
    for what in _SITTING.finditer(left):
        pass
    if (
        what is None
        or _ADMINISTRATIVE.search(left)
        or re.search(r"deadline|statement|report|motion due", left[what.start() :])
    ):
        return None
    clock = time.timing.clock
    tail = left[what.start() :]
    opens = _SET.search(left) is not None
    if time.bound_words and time.bound_words not in ("on", "for", "set for", "upon", "in") and "held" not in tail:
        return None
    near = left[-60:]
    if clock is None and (not opens or _PAST.search(left) or _AFTER_PAST.match(folded, time.end)):
        return None
    if clock is not None and (re.search(r"\bheld (?:on|before)?\s?$", near) and "be held" not in near):
        return None
    if clock is not None and not opens and not re.search(r"(?:for|on|at|:|conference|hearing|trial)\s?$", near):
        return None
    words = what["what"]
    act = (
        Act.HOLD_TRIAL
        if "trial" in words and "conference" not in words and "pretrial" not in words
        else Act.HOLD_CONFERENCE
    )
    if "hearing" in words or "argument" in words:
        act = Act.HEAR_MOTIONS
    if "mediation" in words:
        act = Act.MEDIATE
    finds = [Find(facet=Facet.HEARING_SCHEDULE, start=time.core[0], end=time.core[1], production="sitting")]
    spot = place_after(around.clean, time.end, min(after, sentence.end))
    if spot is not None:
        finds.append(Find(facet=Facet.LOCATION, start=spot[0], end=spot[1], production="place"))
    return Norm(
        sentence=sentence,
        act=act,
        modality=Modality.COURT_WILL,
        bearers=(Bearer.COURT,),
        finds=tuple(finds),
        timing=FixedDate(date=time.timing.date, clock=clock, bound=Bound.ON),
        manner=_at(around, spot),
    )


def _due(sentence: Sentence, time: TimeFound, before: int, around: Surroundings) -> Norm | None:
    folded = around.folded
    begin = max(before, time.start - 220, sentence.start)
    left = folded[begin : time.start]
    segment_start = begin
    for mark in _SEGMENT.finditer(left):
        segment_start = begin + mark.end()
    segment = folded[segment_start : time.start].strip()
    if _ADMINISTRATIVE.search(left) or (
        not left.strip() and folded[max(0, time.start - 12) : time.start].rstrip().endswith(("filed", "entered:"))
    ):
        return None
    whole = segment + " " + folded[time.start : time.core[0]]
    binds = time.bound_words not in ("", "on", "upon", "for", "in", "after", "following", "have", "set for")
    if isinstance(time.timing, FixedDate):
        labelled = _LABELS.search(left) is not None and time.bound_words in ("", "on", "for")
        if not labelled and not binds:
            return None
        if not labelled and not (
            _DUE.search(whole)
            or time.bound_words.startswith("due")
            or paper_from_words(segment)
            or re.search(r"\b[a-z]+ed$|\bclose$|\bheld$", segment)
        ):
            return None
        if re.search(r"\b(?:was|were|had|has been|have been|did)\b", segment) and "extended" not in segment:
            return None
    elif time.production == "event" or not binds:
        if _STAY.search(left) and time.anchored and time.production == "period":
            return _kept(sentence, time, around)
        return None
    elif time.production == "period" and not (
        _DUE.search(whole)
        or (time.bound_words.startswith(("due", "within", "no", "not", "at least")) and paper_from_words(left))
    ):
        return None
    if _STAY.search(segment) and time.bound_words in ("until", "for", "through"):
        return _kept(sentence, time, around)
    paper = paper_from_words(segment) or paper_from_words(left)
    who = bearer_from_words(segment, around.names)
    clocked = time.timing.clock is not None
    act = paper[1] if paper else Other(" ".join(segment.split()[:6])[:60] or "act")
    start = time.start
    if paper is None or time.bound_words == "":
        start = (
            max(segment_start, time.start - 60)
            if folded[time.start - 1 : time.start] == " " and not binds
            else time.start
        )
    bearer = (
        who if who is not None and who not in (Bearer.COURT, Bearer.CLERK) else paper[2] if paper else Bearer.PARTIES
    )
    return Norm(
        sentence=sentence,
        act=act,
        modality=Modality.MUST,
        bearers=(bearer,),
        finds=(
            Find(
                facet=Facet.CUTOFF_TIME if clocked else Facet.DEADLINE,
                start=start,
                end=time.end,
                production=f"due: {time.production}",
            ),
        ),
        timing=time.timing,
    )


def _kept(sentence: Sentence, time: TimeFound, around: Surroundings) -> Norm:
    """Read how long something is kept as it is: "stayed until DATE", "maintained under seal for thirty days"."""
    stays = "stay" in around.folded[sentence.start : time.start]
    return Norm(
        sentence=sentence,
        act=Act.STAY if stays else Other("keep as it is"),
        modality=Modality.COURT_WILL,
        bearers=(Bearer.COURT,),
        finds=(Find(facet=Facet.OTHER, start=time.start, end=time.end, production="kept until"),),
        timing=time.timing,
    )


def _at(around: Surroundings, spot: tuple[int, int] | None) -> Manner | None:
    return None if spot is None else Manner(place=Place(words=" ".join(around.clean[spot[0] : spot[1]].split())))
