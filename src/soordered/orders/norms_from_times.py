"""Norms that stand around a time with no binding verb: the shorthand of dockets.

Productions:

* *due*      ``THING due by DATE``, ``THING to be filed by DATE``, ``deadline for THING is extended to DATE``
* *comes round*  ``reports are due every Friday``
* *kept*     how long something stays as it is: ``stayed until DATE``
"""

from __future__ import annotations

import re
from dataclasses import replace

from soordered.orders.act_from_clause import paper_from_words
from soordered.orders.bearer_from_clause import bearer_from_words
from soordered.orders.clause_readings import Surroundings
from soordered.orders.limits_of_clause import IF_NOT_ALREADY, SHOULD_HAVE, how_long
from soordered.orders.norms import Find, Norm
from soordered.orders.patterns import Pattern
from soordered.orders.sentences_from_text import Sentence
from soordered.orders.sittings_from_times import sitting
from soordered.orders.times_found import TimeFound
from soordered.orders.words_of_times import ORDINALS, WEEKDAY
from soordered.rules.rule import Confidence
from soordered.rules.timing import Direction, FixedDate, Period, Recurring, Standard, Timing, Weekday
from soordered.rules.vocabulary import Act, ActCode, Bearer, Facet, Modality, Other

_ADMINISTRATIVE = Pattern(
    r"\b(?:filed|entered|signed|dated|modified|issued|transferred|signed by[a-z., ]{0,60}|mailed|date filed)\s?(?:on|:)?\s?$"
)
_DUE = Pattern(
    r"\b(?:due|deadline|due date|to be (?:filed|served|completed|submitted|held)|no later than|on or before|extended|renew\w*|ready by|shall|must|may|leave|time to|provided|responsible for|efforts to)\b"
)
_STRONG = Pattern(r"no(?:t)? later than|on or before|at least|no(?:t)? less|no(?:t)? fewer|on or by|due|until|through")
_LABELS = Pattern(r"\b(?:deadline (?:to|for)|due date|last da(?:y|te) (?:to|for)|deadline:|cut-?off)")
_DONE = Pattern(r"\b(?:was|were|had|has been|have been|did|does)\b")
_DID = Pattern(
    r"\b(?:which|who|defendants?|plaintiffs?|parties|counsel|court|he|she|they|it)\s(?:[a-z]+ly\s)?(?!ordered|directed|need|proceed|exceed|shed)[a-z]{2,14}ed\b|\b(?:rules?|statute|section|l\.r\.|code|order)\s(?:[\w().-]+\s)?(?:requires?|required|provides?|gives?|allows?|allowed|contemplates|permits?)\b"
)
_SEGMENT = Pattern(r"[;]\s|\.\s|:\s|,\s(?:and\s|with\s|by\s)?|\sand\s(?!plaintiff|defendant)")
_STAY = Pattern(r"\bstay(?:ed|s)?\b|\bseal\b|\bmaintained\b|\bretain")
_TIMES = frozenset((Facet.DEADLINE, Facet.CUTOFF_TIME, Facet.HEARING_SCHEDULE))
_BY_WHEN = frozenset(
    (
        "within",
        "by",
        "no later than",
        "not later than",
        "on or before",
        "before",
        "prior to",
        "in",
        "inside of",
        "after",
    )
)
_FAILING = Pattern(
    r"\b(?:unless\b[^;.]{3,120}|(?:if|when|where|should)\b[^;.]{0,100}\b(?:not|no|fails?|never)\b[^;,.]{0,80}|(?:not|never)\s(?!known|seen|shown)[a-z]+(?:ed|en|ught)\b[^;,.]{0,40})\s?$"
)
_CITED = Pattern(
    r"\b(?:rule|l\.?\s?r\.|u\.s\.c\.|section|§|statute)\b[^.;]{0,60}\b(?:requires?|provides?|allows?|permits?|sets?|gives?|must|may|shall)\b|\b(?:if|when|where) [^,;]{3,200}$|\b(?:v\.|id\.|cir\.)\s"
)
_PRESENT = Pattern(
    r"\b(?:are|is)\s(?:[a-z]+ly\s)?(?:exchanged|filed|served|submitted|delivered|lodged|sent|made|posted|completed|produced|e-?mailed|given|set|heard|taken|noticed)\b|\b(?:files?|serves?|sends?|delivers?|submits?|lodges?|e-?mails?|designates?|exchanges?|discloses?)\b"
)
_ROW_LENGTH, _REST = 130, 12
_WEAK_BOUNDS = frozenset(
    (
        "",
        "on",
        "upon",
        "for",
        "in",
        "after",
        "following",
        "have",
        "has",
        "get",
        "gets",
        "granted",
        "given",
        "allowed",
        "set for",
    )
)
_MOVED_FROM = Pattern(r"\b(?:extended|continued|moved|changed|reset|enlarged|postponed)\b[^.;]{0,40}\bfrom\s?$")
_MOVED_TO = Pattern(
    r"\b(?:extended|extends|continued|continues|moved|moves|reset|resets|changed|enlarged|postponed)\b[^.;]{0,120}\b(?:to|until)$"
)
_LAST_DAY = Pattern(r",?\s(?:is|shall be|will be)\s(?:also\s)?the\s(?:last day|deadline|final day|cut-?off|due date)\b")
_MOVED = Pattern(r"\b(?:extended|continued|moved|changed|reset|enlarged|postponed)\b")
_COURTS_CUSTOM = Pattern(
    r"\b(?:requires?|obliges?|directs?)\sthe\s(?:(?:district|bankruptcy)\s)?court\sto\b|\b(?:notices?|summons(?:es)?|orders?)\s(?:[a-z]+ly\s)?will\s(?:[a-z]+ly\s)?be\s(?:sent|issued|mailed|entered)\b|\bcourt\s(?:generally|usually|typically|normally|ordinarily|routinely)\s(?!requires|expects|orders)[a-z]+s\b"
)
_SCHEDULED = Pattern(
    r"\b(?:scheduled|set|expected)\s(?:to\s(?:begin|occur|start|commence|take place)\s)?(?:approximately\s|about\s)?$"
)
_APPOSED = Pattern(r"\b(?:deadline|cut-?off|due date|last da(?:y|te))(?:\s(?:for|to)\s[^,.;]{3,60})?,$")
_REMAINS = re.compile(r",\s(?:which\s)?(?:remains?|stands?|is unchanged|is not changed|will not)\b")
_TIME_TO_ACT = Pattern(r"\b(?:deadline|time|date)\s(?:for|to)\b")

_COURT_THEN = re.compile(r"[^;]{0,80}?,\s(?:the\s)?court\s(?:shall|will|may)\b")
_ROUND = Pattern(
    rf"\b(?:on\s)?(?P<days>(?:(?:the\s)?(?P<nth>first|second|third|fourth)(?:\sand\s(?P<other>second|third|fourth))?\s)?(?:{WEEKDAY}))s?\sof\s(?:each|every|the)\smonth|\b(?:each|every)\s(?P<skips>other\s)?(?P<day>{WEEKDAY})\b"
)
_AND_ON = re.compile(r",?\s(?:and\s|on\s|and on\s)?")
_SOUGHT = Pattern(
    r"\b(?:motions?|requests?|applications?)\s(?:asking|seeking|requesting)\b(?!.{0,300}?\b(?:grants?|granted|denied|is|are|shall|must|will)\b)"
)
_TASK = Pattern(r"\b(?:due|shall|must|directed|ordered|required|are to|is to)\b")
_LABEL_SET = Pattern(
    r"\b(?:deadline|cut-?off|due date)(?:\s(?:for|to)\s[^.;]{3,60})?\s(?:is|are|shall be|will be)(?:\s(?:hereby|now|set|reset|extended|moved|continued))*\s?$"
)
_IN_FRONT = re.compile(r"\s*(?:unless|if|when|where|should)\b[^,]*$")
_SOMEBODY_WILL = Pattern(
    r"\b(?:part(?:y|ies)|counsel|plaintiffs?|defendants?|movants?|attorneys?|sides?)\s(?:[a-z]+ly\s)?(?:shall|must|will)\b"
)
_SAYS = Pattern(r"\b(?:is|are|be)$|[:-]$")
_ENDS = Pattern(r"\b(?:closes?|ends?|concludes?|expires?|must end|will close|shall close)(?:\s+on)?\s*$")
_VERBAL = Pattern(r"\b(?:shall|must|may|will|is|are|was|were|has|have|had|be)\b")
_ORDERING = Pattern(r"\b(?:ordered|directed|orders|as follows|schedule|deadlines?)\b")


def limits_of_failures(
    sentence: Sentence, found: tuple[TimeFound, ...], norms: list[Norm], around: Surroundings
) -> tuple[Norm, ...]:
    """Return the times that a failure presupposes: "unless counsel object within five days", "logs not served by June 1".

    Args:
        sentence: the sentence.
        found: every time printed in it.
        norms: what was read in it; a time one of them already states is not stated again.
        around: the text and what is known around it.
    """
    folded = around.folded
    fresh: list[Norm] = []
    for time in found:
        if time.bound_words not in _BY_WHEN or time.production == "next day":
            continue
        used = any(
            find.facet in _TIMES and find.start < time.end and time.start < find.end
            for norm in norms
            for find in norm.finds
        )
        if time.production == "event" and _IN_FRONT.match(folded, sentence.start, time.start):
            continue  # "unless leave is obtained before the deadline, briefs shall …": how, not by when
        if IF_NOT_ALREADY.search(folded, max(sentence.start, time.start - 160), time.start):
            continue
        if used or _FAILING.search(folded, max(sentence.start, time.start - 160), time.start) is None:
            continue
        norm = limit_norm(
            sentence,
            time.timing,
            folded[max(sentence.start, time.start - 100) : time.start],
            (time.start, time.end),
            around,
            production="limit of a failure",
        )
        fresh.append(replace(norm, finds=(replace(norm.finds[0], confidence=Confidence.MEDIUM),)))
    return tuple(fresh)


def duties_that_come_round(sentence: Sentence, norms: list[Norm], around: Surroundings) -> tuple[Norm, ...]:
    """Return the duties a sentence sets for a day that comes round: "reports are due on the first Monday of each month".

    Args:
        sentence: the sentence.
        norms: what was read in it; a calendar of the court is none of them.
        around: the text and what is known around it.
    """
    folded = around.folded
    match = _ROUND.search(folded, sentence.start, sentence.end)
    if match is None or _TASK.search(folded, sentence.start, match.start()) is None:
        return ()
    if any(
        find.facet in _TIMES and find.start < match.end() and match.start() < find.end
        for norm in norms
        for find in norm.finds
    ):
        return ()
    named = match["day"] or match["days"]
    days = tuple(day for day in Weekday if str(day).lower() in named)
    weeks = tuple(ORDINALS.get(word, 1) for word in (match["nth"], match["other"]) if word)
    label = folded[max(sentence.start, match.start() - 100) : match.start()]
    timing: Timing = Recurring(weekdays=days, weeks_of_month=weeks)
    if match["skips"] is not None:
        timing = Standard(words=match[0])  # from which week on, the words do not say
    return (limit_norm(sentence, timing, label, match.span(), around, production="comes round"),)


def norms_of_times(
    sentence: Sentence, found: tuple[TimeFound, ...], taken: frozenset[int], around: Surroundings
) -> tuple[Norm, ...]:
    """Return the norms around the times of a sentence that no clause has used.

    Args:
        sentence: the sentence.
        found: every time printed in it.
        taken: starts of the times that a clause has used.
        around: the text and what is known around it.
    """
    norms: list[Norm] = []
    for index, time in enumerate(found):
        if time.start in taken:
            continue
        before = found[index - 1].end if index else sentence.start
        after = found[index + 1].start if index + 1 < len(found) else sentence.end
        norm = (
            sitting(sentence, time, after, around)
            or _due(sentence, time, before, around)
            or _another_date(sentence, found[:index], time, taken, around)
        )
        if norm is not None:
            norms.append(norm)
    return tuple(norms)


def _another_date(
    sentence: Sentence, earlier: tuple[TimeFound, ...], time: TimeFound, taken: frozenset[int], around: Surroundings
) -> Norm | None:
    """Read a further date of a list of days on which the same falls due: "reports are due May 1, 2020, and June 1, 2020"."""
    if not earlier or time.bound_words or not isinstance(time.timing, FixedDate):
        return None
    first = last = time
    for other in reversed(earlier):
        if not isinstance(other.timing, FixedDate) or not _AND_ON.fullmatch(around.folded, other.end, last.start):
            break
        first = last = other
    if first is time or not first.bound_words:
        return None
    left = around.folded[max(sentence.start, first.start - 160) : first.start]
    if not (first.bound_words == "due" or (first.start in taken and _TASK.search(left) and paper_from_words(left))):
        return None
    return limit_norm(sentence, time.timing, left, (time.start, time.end), around, production="due: another date")


def _due(sentence: Sentence, time: TimeFound, before: int, around: Surroundings) -> Norm | None:
    """Read a time that limits something named by a noun: "responses due by 5/18", "discovery closes on June 1"."""
    folded = around.folded
    begin = max(before, time.start - 220, sentence.start)
    left = folded[begin : time.start]
    segment_start = begin
    for mark in _SEGMENT.finditer(left):
        segment_start = begin + mark.end()
    segment = folded[segment_start : time.start].strip()
    if time.bound_words in _WEAK_BOUNDS and _ADMINISTRATIVE.search(left):
        return None
    if _STAY.search(left) and time.bound_words in {"until", "for", "through"} and time.anchored:
        if time.bound_words == "until" and _TIME_TO_ACT.search(left):
            return limit_norm(
                sentence, time.timing, left, (time.start, time.end), around, production="time to act stayed"
            )
        return _kept(sentence, time, around)
    if _DONE.search(segment) and _MOVED.search(segment) is None:
        return None
    if SHOULD_HAVE.search(left) or _SOUGHT.search(folded, sentence.start, time.start):
        return None
    if _DID.search(left) and not _DUE.search(segment):
        return None
    if isinstance(time.timing, FixedDate):
        if not _date_limits(folded, sentence, time, left, segment):
            return None
    elif not _period_limits(folded, sentence, time, left, segment):
        return None
    start = time.start
    if time.bound_words in {"", "on", "to"} and isinstance(time.timing, FixedDate):
        start = _label_start(folded, sentence, time, max(before, segment_start if time.bound_words else before))
    label = segment if paper_from_words(segment) else left
    return limit_norm(sentence, time.timing, label, (start, time.end), around, production=f"due: {time.production}")


def _date_limits(folded: str, sentence: Sentence, time: TimeFound, left: str, segment: str) -> bool:
    """Say whether a day limits what stands before it."""
    if _MOVED_FROM.search(left) and re.match(r"\s(?:to|until)\s", folded[time.end : time.end + 7]):
        return False  # the day before it was moved
    labelled = _LABELS.search(folded, sentence.start, time.start) is not None
    if time.bound_words in {"set for", "for", "on"} and _LABEL_SET.search(left):
        return True
    if time.bound_words in {"", "on", "to", "for"}:
        bare = left.rstrip()
        if _APPOSED.search(bare) and _REMAINS.match(folded, time.end, sentence.end):
            return True
        if labelled and _SAYS.search(bare):
            return True
        wide = folded[max(sentence.start, time.start - 160) : time.start].rstrip()
        if (
            _MOVED_TO.search(bare)
            or (bare.strip() in {"to", "until"} and _MOVED_TO.search(wide))
            or _LAST_DAY.match(folded, time.end)
            or _ENDS.search(bare + " " + time.bound_words)
        ):
            return True
        if bare.endswith((":", "-")) and time.core[0] - sentence.start < 140 and (labelled or paper_from_words(left)):
            return True
        goes_on = re.search(r"\bdue\b", folded[sentence.start : time.start]) is not None
        return time.bound_words == "" and goes_on and (bare.endswith("'s,") or paper_from_words(segment) is not None)
    if time.bound_words in _WEAK_BOUNDS or time.bound_words.endswith(("sooner than", "earlier than")):
        return False
    if _STRONG.match(time.bound_words) or _DUE.search(left) or _DUE.search(folded, time.start, time.core[0]):
        return True
    named = paper_from_words(segment) is not None or re.search(r"\b[a-z]+ed$|\bclose$|\bheld$", segment) is not None
    return named or _ORDERING.search(folded, sentence.start, time.start) is not None


def _period_limits(folded: str, sentence: Sentence, time: TimeFound, left: str, segment: str) -> bool:
    """Say whether a period limits what stands before it."""
    binds = time.bound_words not in _WEAK_BOUNDS
    if _COURTS_CUSTOM.search(folded, sentence.start, time.start) or _SCHEDULED.search(left):
        return False
    if how_long(folded, time) or _COURT_THEN.match(folded, time.end, sentence.end):
        return False
    if time.start == sentence.start and time.anchored and _SOMEBODY_WILL.search(folded, time.end, sentence.end):
        return _CITED.search(folded, sentence.start, sentence.end) is None
    told = time.production == "period" and time.anchored and isinstance(time.timing, Period)
    if told and _CITED.search(folded, sentence.start, sentence.end) is None:
        rest = folded[time.end : sentence.end].partition(", but ")[0]
        bare = sentence.end - sentence.start < _ROW_LENGTH and not _VERBAL.search(folded, sentence.start, time.start)
        if bare and sentence.start < time.start and len(rest.strip(" .;")) < _REST:
            return True
        if (
            isinstance(time.timing, Period)
            and time.timing.direction is Direction.BEFORE
            and _PRESENT.search(folded, sentence.start, time.start)
        ):
            return True
    if time.bound_words in {"has", "have", "get", "gets", "granted", "given", "allowed"}:
        return re.match(r"\s[^.;]{0,40}?\bto [a-z]+", folded[time.end : time.end + 60]) is not None
    if time.bound_words in {"up to", "no earlier than", "no sooner than", "not earlier than", "not sooner than"}:
        return isinstance(time.timing, Period) and time.timing.direction is Direction.BEFORE and time.anchored
    if time.production == "event":
        return (
            _STRONG.match(time.bound_words) is not None and _CITED.search(folded, sentence.start, sentence.end) is None
        )
    if time.production != "period":
        return binds or time.timing.clock is not None
    if not (binds or time.anchored):
        return False
    if _DUE.search(folded, sentence.start, time.start) or _DUE.search(folded, time.start, time.core[0]):
        return True
    strong = _STRONG.match(time.bound_words) is not None
    strong_anchored = (strong or time.bound_words in {"within", "inside of"}) and time.anchored
    row = time.end >= sentence.end - 1 and folded[sentence.end - 1] != "." and time.anchored
    if strong_anchored and _CITED.search(folded, sentence.start, sentence.end) is None:
        return True
    return row or (strong and paper_from_words(left) is not None) or (binds and paper_from_words(segment) is not None)


def _label_start(folded: str, sentence: Sentence, time: TimeFound, before: int) -> int:
    """Return where a label close before a day begins, or the day itself."""
    start = max(before, sentence.start)
    while start < time.start and folded[start] in " ,;.:":
        start += 1
    return start if time.start - start <= 60 else time.start


def limit_norm(
    sentence: Sentence, timing: Timing, label: str, place: tuple[int, int], around: Surroundings, *, production: str
) -> Norm:
    """Return the norm of a time that limits what a label names.

    Args:
        sentence: the sentence.
        timing: when.
        label: the words for what is limited, folded.
        place: the words that show it, first and after the last.
        around: the text and what is known around it.
        production: the production's name.
    """
    paper = paper_from_words(label)
    who = bearer_from_words(label, around.names)
    act: ActCode = paper[1] if paper else Other(" ".join(label.split()[-6:])[:60] or "act")
    bearer = (
        who if who is not None and who not in {Bearer.COURT, Bearer.CLERK} else paper[2] if paper else Bearer.PARTIES
    )
    clocked = getattr(timing, "clock", None) is not None
    return Norm(
        sentence=sentence,
        act=act,
        modality=Modality.MUST,
        bearers=(bearer,),
        finds=(
            Find(
                facet=Facet.CUTOFF_TIME if clocked else Facet.DEADLINE,
                start=place[0],
                end=place[1],
                production=production,
            ),
        ),
        timing=timing,
    )


def _kept(sentence: Sentence, time: TimeFound, around: Surroundings) -> Norm:
    stays = "stay" in around.folded[sentence.start : time.start]
    return Norm(
        sentence=sentence,
        act=Act.STAY if stays else Other("keep as it is"),
        modality=Modality.COURT_WILL,
        bearers=(Bearer.COURT,),
        finds=(Find(facet=Facet.OTHER, start=time.start, end=time.end, production="kept"),),
        timing=time.timing,
    )
