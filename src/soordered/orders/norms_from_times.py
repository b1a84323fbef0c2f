"""Norms that stand around a time with no binding verb: the shorthand of dockets, and the rows of schedules.

Productions:

* *due*      ``THING due by DATE``, ``THING to be filed by DATE``, ``deadline for THING is extended to DATE``
* *row*      a label, then its day: ``Deadline to file the statement.   11/27/2024``
* *leaders*  the same with dots between: ``Discovery completed ....... January 11, 2008``
* *kept*     how long something stays as it is: ``stayed until DATE``
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from soordered.orders.act_from_clause import paper_from_words
from soordered.orders.bearer_from_clause import bearer_from_words
from soordered.orders.clause_readings import Surroundings
from soordered.orders.norms import Find, Norm
from soordered.orders.sentences_from_text import Sentence
from soordered.orders.sittings_from_times import hearing_row, sitting
from soordered.orders.times_found import TimeFound
from soordered.orders.timing_from_clause import times
from soordered.rules.rule import Confidence
from soordered.rules.timing import Direction, FixedDate, Period, Timing
from soordered.rules.vocabulary import Act, ActCode, Bearer, Facet, Modality, Other

_ADMINISTRATIVE = re.compile(
    r"(?:filed|entered|signed|dated|modified|issued|transferred|signed by[a-z. ]{0,60}|mailed|date filed)\s?(?:on|:)?\s?$"
)
_DUE = re.compile(
    r"\b(?:due|deadline|due date|to be (?:filed|served|completed|submitted|held)|no later than|on or before|extended|renew\w*|ready by|shall|must|may|leave|time to|provided)\b"
)
_STRONG = re.compile(
    r"no(?:t)? later than|on or before|at least|no(?:t)? less|no(?:t)? fewer|on or by|due|until|through"
)
_LABELS = re.compile(r"\b(?:deadline (?:to|for)|due date|last day (?:to|for)|deadline:|cut-?off)")
_DONE = re.compile(r"\b(?:was|were|had|has been|have been|did|does)\b")
_DID = re.compile(
    r"\b(?:which|who|defendants?|plaintiffs?|parties|counsel|court|he|she|they|it)\s(?:[a-z]+ly\s)?(?!ordered|directed|need|proceed|exceed|shed)[a-z]{2,14}ed\b|\b(?:rules?|statute|section|l\.r\.|code|order)\s(?:[\w().-]+\s)?(?:requires?|required|provides?|gives?|allows?|allowed|contemplates|permits?)\b"
)
_SEGMENT = re.compile(r"[;]\s|\.\s|:\s|,\s(?:and\s|with\s|by\s)?|\sand\s(?!plaintiff|defendant)")
_STAY = re.compile(r"\bstay(?:ed|s)?\b|\bseal\b|\bmaintained\b|\bretain")
_DOTS = re.compile(r"\.{3,}\s?$")
_ROW_LABEL = re.compile(
    r"^(?:deadline|last day|file|serve|make|complete|exchange|submit|disclos|motions?|discovery|expert|joint|initial|rebuttal|fact|trial)\b|deadline"
)
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
_FAILING = re.compile(
    r"\b(?:unless\b[^;.]{3,120}|(?:if|when|where|should)\b[^;.]{0,100}\b(?:not|no|fails?|never)\b[^;,.]{0,80}|(?:not|never)\s(?!known|seen|shown)[a-z]+(?:ed|en|ught)\b[^;,.]{0,40})\s?$"
)
_CITED = re.compile(
    r"\b(?:rule|l\.?\s?r\.|u\.s\.c\.|section|§|statute)\b[^.;]{0,60}\b(?:requires?|provides?|allows?|permits?|sets?|gives?|must|may|shall)\b|\b(?:if|when|where) [^,;]{3,200}$|\b(?:v\.|id\.|cir\.)\s"
)
_PRESENT = re.compile(
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
_MOVED_FROM = re.compile(r"\b(?:extended|continued|moved|changed|reset|enlarged|postponed)\b[^.;]{0,40}\bfrom\s?$")
_MOVED_TO = re.compile(
    r"\b(?:extended|extends|continued|continues|moved|moves|reset|resets|changed|enlarged|postponed)\b[^.;]{0,120}\b(?:to|until)$"
)
_LAST_DAY = re.compile(
    r",?\s(?:is|shall be|will be)\s(?:also\s)?the\s(?:last day|deadline|final day|cut-?off|due date)\b"
)
_MOVED = re.compile(r"\b(?:extended|continued|moved|changed|reset|enlarged|postponed)\b")
_SAYS = re.compile(r"\b(?:is|are|be)$|[:-]$")
_ENDS = re.compile(r"\b(?:closes?|ends?|concludes?|expires?|must end|will close|shall close)(?:\s+on)?\s*$")
_ENDS_IN_A_DATE = re.compile(r"\d\D?$|[ap]\.?m\.?$")
_NOT_A_ROW = re.compile(
    r"\b(?:dated|filed|revised|rev|updated|effective|issued|approved|signed|since|adopted|amended|entered|as of|case|document|page|on|the|this)\b"
)
_VERBAL = re.compile(r"\b(?:shall|must|may|will|is|are|was|were|has|have|had|be)\b")
_SITS = re.compile(r"\b(?:conference|hearing|trial|argument)\b")
_ORDERING = re.compile(r"\b(?:ordered|directed|orders|as follows|schedule|deadlines?)\b")


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
        if used or _FAILING.search(folded, max(sentence.start, time.start - 160), time.start) is None:
            continue
        norm = _limit(
            sentence,
            time.timing,
            folded[max(sentence.start, time.start - 100) : time.start],
            (time.start, time.end),
            around,
            production="limit of a failure",
        )
        fresh.append(replace(norm, finds=(replace(norm.finds[0], confidence=Confidence.MEDIUM),)))
    return tuple(fresh)


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
        norm = sitting(sentence, time, after, around) or _due(sentence, time, before, around)
        if norm is not None:
            norms.append(norm)
    return tuple(norms)


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
            label = around.folded[before : dots.start()].strip(" .;,")
            norms.append(_limit(sentence, time.timing, label, (time.core[0], time.end), around, production="leaders"))
        before = time.end
    return tuple(norms)


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
    joins = sentence.start - label.end <= 2 and isinstance(time.timing, FixedDate)
    start = label.start if joins and label.end - label.start < 90 else time.start
    return _limit(sentence, time.timing, words.strip(" ."), (start, time.end), around, production="row")


def table_row(sentence: Sentence, around: Surroundings, dated: dt.date | None, *, in_table: bool) -> Norm | None:
    """Return the row of a table whose columns have run together: "Dispositive Motions OCTOBER 3, 2016".

    Args:
        sentence: a line without a closing mark that ends with its day.
        around: the text and what is known around it.
        dated: the order's date.
        in_table: whether the line before was such a row; then a bare label ("Plaintiff:") is enough.
    """
    folded = around.folded
    if sentence.end - sentence.start > 170 or (
        not folded[sentence.end - 1].isalnum() and folded[sentence.end - 1] != "."
    ):
        return None
    if _ENDS_IN_A_DATE.search(folded, max(sentence.start, sentence.end - 16), sentence.end) is None:
        return None
    found = times(folded, sentence.start, sentence.end, dated=dated)
    if len(found) != 1 or found[-1].end < sentence.end - 1 or not isinstance(found[-1].timing, FixedDate):
        return None
    time = found[-1]
    label = folded[sentence.start : time.core[0]].strip(" .:-")
    if time.bound_words not in {"", "on", "for", "by"} or len(label) < 5 or _NOT_A_ROW.search(label):
        return None
    if around.clean[sentence.start].islower() or _VERBAL.search(label):
        return None
    place = (sentence.start if time.end - sentence.start <= 90 else time.core[0], time.end)
    if _SITS.search(label) and "deadline" not in label and "statement" not in label and "prepare" not in label:
        return hearing_row(sentence, time, around)
    if not (in_table or paper_from_words(label) or _ROW_LABEL.search(label)):
        return None
    return _limit(sentence, time.timing, label, place, around, production="table row")


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
        return _kept(sentence, time, around)
    if _DONE.search(segment) and _MOVED.search(segment) is None:
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
    return _limit(sentence, time.timing, label, (start, time.end), around, production=f"due: {time.production}")


def _date_limits(folded: str, sentence: Sentence, time: TimeFound, left: str, segment: str) -> bool:
    """Say whether a day limits what stands before it."""
    if _MOVED_FROM.search(left) and re.match(r"\s(?:to|until)\s", folded[time.end : time.end + 7]):
        return False  # the day before it was moved
    labelled = _LABELS.search(folded, sentence.start, time.start) is not None
    if time.bound_words in {"", "on", "to", "for"}:
        bare = left.rstrip()
        if labelled and _SAYS.search(bare):
            return True
        if _MOVED_TO.search(bare) or _LAST_DAY.match(folded, time.end) or _ENDS.search(bare + " " + time.bound_words):
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
    told = time.production == "period" and time.anchored and isinstance(time.timing, Period)
    if told and _CITED.search(folded, sentence.start, sentence.end) is None:
        rest = folded[time.end : sentence.end]
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


def _limit(
    sentence: Sentence, timing: Timing, label: str, place: tuple[int, int], around: Surroundings, *, production: str
) -> Norm:
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
