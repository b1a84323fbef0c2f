"""Norms from the clauses of one sentence: force, bearer, act, time, place, paper, conditions.

Productions (the name stands in every find, for the tracer):

* *gate*           "before filing any discovery motion, the parties must comply with the following"
* *consequence*    see ``consequences_from_clause``
* *court decides*  "the Court will determine what further proceedings are necessary"
* *time limit*     a clause that binds somebody and holds a time
* *act*            a clause that binds somebody and holds none, by the kind of its act
"""

from __future__ import annotations

from dataclasses import replace

from soordered.orders.act_from_clause import Frame, frame_of_clause
from soordered.orders.artifact_from_words import artifact_from_clause
from soordered.orders.bearer_from_clause import bearer_from_words, bearers_in
from soordered.orders.clause_readings import ClauseReading, Parts, Surroundings, binding_words
from soordered.orders.clauses_from_sentences import Clause
from soordered.orders.conditions_from_clause import cites_in, conditions_before, exceptions_in
from soordered.orders.consequences_from_clause import consequence_of_clause
from soordered.orders.contents_from_clause import contents_of_clause
from soordered.orders.force_of_clause import facet_of_what_is_told, not_for_anybody, told
from soordered.orders.limits_of_clause import limits
from soordered.orders.manner_from_clause import manner_of_clause, modes_in
from soordered.orders.modality_from_clause import modality_of_clause
from soordered.orders.norms import Find, Norm
from soordered.orders.patterns import Pattern
from soordered.orders.places_from_text import place_after
from soordered.orders.times_found import TimeFound
from soordered.rules.rule import Confidence, Precondition
from soordered.rules.timing import CourtSets, FixedDate, Period, Standard, Timing
from soordered.rules.vocabulary import Act, Bearer, BearerCode, Facet, Modality, Trigger

_COURTS = frozenset((Bearer.COURT, Bearer.DISTRICT_JUDGE, Bearer.MAGISTRATE_JUDGE))
_NOBODY = Pattern(r"(?:no(?!\.? (?:later|more|less|fewer|sooner|earlier)\b)|neither|none|nothing)\b")
_GATE = Pattern(
    r"(?:before|prior to) (?:filing|bringing|making|noticing|serving) (?:any |a |an )?(?P<paper>[a-z ]{0,40}?(?:motion|request|application)s?\b)"
)
_DECIDES = Pattern(
    r"proceeding|dispute|how to proceed|hearing|argument|next steps|briefing|whether|matter|issue|letter|during the"
)
_MEASURES = frozenset(
    (
        "limited",
        "exceed",
        "run",
        "longer",
        "more",
        "confined",
        "capped",
        "kept",
        "held",
        "restricted",
        "up",
        "no",
        "not",
        "at",
        "contain",
        "have",
    )
)
_COUNTED = Pattern(r"\b(?:pages?|words?)\b")
_TELLS_COURT = Pattern(
    r"\b(?:tell|notify|inform|advise|notice to|notification)\b[^.;]{0,40}\b(?:court|deputy|chambers|clerk|judge)\b"
)
_UNTIL_STEPS = Pattern(
    r"\b(?:until|unless|without (?:first )?(?:having )?(?:taken|taking|complied|complying|followed|following))\b[^.;]{0,80}\b(?:steps?|procedures?|following|compl\w+|conference|conferred|met)\b"
)
_ASKS_LEAVE = Pattern(r"\b(?:leave|permission|motion|request|application)\b")
_MORE_TIME_ASKED = Pattern(r"\b(?:adjournment|extension|continuance|more time|additional time)\b")
_A_CLAUSE = 4  # words between "unless" and its time that make a clause of their own
_STIPULATED = Pattern(
    r"\bupon (?:the )?(?P<words>stipulation of[a-z ]{0,30}|a? ?showing of[a-z ]{0,40}|leave of[a-z ]{0,20})"
)


def norms_of_clause(clause: Clause, times: tuple[TimeFound, ...], around: Surroundings) -> ClauseReading:
    """Return the norms a clause states, or the reason why it states none.

    Args:
        clause: the clause.
        times: the printed times inside it.
        around: the text and what is known around it.
    """
    folded = around.folded
    subject = folded[clause.subject[0] : clause.subject[1]].strip()
    if _NOBODY.match(subject):
        clause = replace(clause, negated=not clause.negated)
    frame = frame_of_clause(folded, clause, around.previous)
    if clause.quoted:
        return ClauseReading(clause=clause, frame=frame, why="quoted words or a citation of authority")
    if clause.conditional:
        return ClauseReading(clause=clause, frame=frame, why="inside a condition or a relative clause")
    bearer = bearer_from_words(subject, around.names) or (
        bearer_from_words(around.subject, around.names) if not subject and not clause.passive else None
    )
    parts = Parts(
        clause=clause,
        frame=frame,
        subject=subject,
        predicate=folded[clause.predicate[0] : clause.predicate[1]],
        bearer=bearer,
        times=times,
        around=around,
    )
    special = _gate(parts) or consequence_of_clause(clause, subject, bearer, folded, around.clean)
    if special is not None:
        return ClauseReading(clause=clause, frame=frame, norms=(special, *_limits_of_failure(parts, special)))
    if bearer in _COURTS and clause.modal not in {"ordered", "directed"}:
        decided = _court_decides(parts)
        return decided if decided.norms or around.guideline else told(parts, Facet.OTHER, decided.why)
    modality = modality_of_clause(clause, bearer, parts.predicate)
    if modality is None:
        return ClauseReading(clause=clause, frame=frame, why="no binding force")
    limiting = tuple(
        time
        for time in times
        if limits(time, folded, clause) and not (modality is Modality.MUST_NOT and time.production == "event")
    )
    why = not_for_anybody(parts, modality, timed=bool(limiting))
    if why:
        facet = facet_of_what_is_told(parts, modality)
        return ClauseReading(clause=clause, frame=frame, why=why) if facet is None else told(parts, facet, why)
    return ClauseReading(clause=clause, frame=frame, norms=_norms(parts, modality, limiting))


def _limits_of_failure(parts: Parts, special: Norm) -> tuple[Norm, ...]:
    """Read the time a consequence presupposes: "a request made fewer than 48 hours before the hearing will be denied"."""
    if special.consequence is None:
        return ()
    unless = parts.around.folded.find(" unless ", parts.clause.nucleus[1], parts.clause.end)
    before = (
        time
        for time in parts.times
        if time.production != "event" and (time.end <= parts.clause.nucleus[0] or 0 <= unless < time.start)
    )
    return tuple(
        Norm(
            sentence=special.sentence,
            act=parts.frame.act,
            modality=Modality.MUST,
            bearers=(parts.frame.bearer,),
            finds=(replace(_limit_find(time, parts.frame), confidence=Confidence.MEDIUM),),
            timing=time.timing,
        )
        for time in before
        if time.anchored
        and time.bound_words
        in {"fewer than", "less than", "later than", "within", "after", "more than", "at least", "no later than"}
    )


def _gate(parts: Parts) -> Norm | None:
    """Read "before filing any discovery motion …, the parties must comply with the following"."""
    clause, folded = parts.clause, parts.around.folded
    match = _GATE.search(folded, clause.start, clause.nucleus[0])
    if match is None or clause.verb_class != "comply":
        return None
    paper = match["paper"]
    discovery = "discovery" in paper or "compel" in paper
    return Norm(
        sentence=clause.sentence,
        act=Act.FILE_DISCOVERY_MOTION if discovery else Act.FILE_MOTION,
        modality=Modality.MUST_NOT,
        bearers=(parts.bearer or Bearer.PARTIES,),
        finds=(Find(facet=Facet.PROHIBITION, start=match.start(), end=clause.end, production="gate"),),
        preconditions=(Precondition(words="the steps that follow have been taken", trigger=Trigger.LETTER_FILED),),
        topic="motion-gate",
        summary="No such motion before the steps that follow have been taken.",
    )


def _court_decides(parts: Parts) -> ClauseReading:
    """Read what the court says it will decide; its other acts bind nobody."""
    clause = parts.clause
    decides = clause.verb_class == "determine" and clause.verb != "consider" and _DECIDES.search(parts.predicate)
    if clause.modal != "will" or clause.negated or not decides:
        return ClauseReading(clause=clause, frame=parts.frame, why="speaks of the court's own act")
    norm = Norm(
        sentence=clause.sentence,
        act=Act.DETERMINE_PROCEEDINGS,
        modality=Modality.COURT_WILL,
        bearers=(Bearer.COURT,),
        finds=(Find(facet=Facet.OTHER, start=clause.start, end=clause.end, production="court decides"),),
        timing=CourtSets(),
        preconditions=conditions_before(parts.around.folded, clause.start, clause.subject[0]),
    )
    return ClauseReading(clause=clause, frame=parts.frame, norms=(norm,))


def _norms(parts: Parts, modality: Modality, limiting: tuple[TimeFound, ...]) -> tuple[Norm, ...]:
    clause, frame, around = parts.clause, parts.frame, parts.around
    clean, folded = around.clean, around.folded
    finds = [_limit_find(time, frame) for time in limiting[:1]]
    main = _facet(modality, frame)
    artifact, paper_finds = artifact_from_clause(clean, folded, clause, frame)
    covered = {find.facet for find in paper_finds}
    start, end = binding_words(clause, parts.subject, folded)
    act = Find(facet=main, start=start, end=end, production=f"act: {clause.verb_class or clause.verb}")
    measured = Facet.PAGE_LIMIT in covered
    only_length = measured and (
        main is Facet.PROHIBITION
        or (main in {Facet.FORMAT_REQUIREMENT, Facet.PERMISSION, Facet.DUTY} and clause.verb in _MEASURES)
        or (main is Facet.PERMISSION and clause.passive and _COUNTED.search(parts.subject) is not None)
    )
    excepted = bool(limiting) and "unless" in folded[clause.nucleus[1] : max(limiting[0].start, clause.nucleus[1])]
    conditioned = bool(limiting) and " if " in folded[clause.nucleus[1] : max(limiting[0].start, clause.nucleus[1])]
    beside = (
        (main is Facet.PERMISSION and frame.facet is Facet.ATTENDANCE)
        or conditioned
        or (main in _BESIDE_A_LIMIT and not excepted)
        or _tells_how(parts)
    )
    told: list[Find] = []
    if modality is Modality.MUST or frame.paper:
        told = contents_of_clause(folded, clause, frame, parts.times, paper_finds)
    says_more = main is Facet.DUTY and bool(covered)  # a duty is what is none of the other kinds
    if main not in covered and not only_length and not says_more and (not limiting or beside):
        finds.append(act)
    finds.extend(paper_finds)
    finds.extend(one for one in told if one.facet is not main or act not in finds)
    if not finds:
        finds.append(act)
    manner = manner_of_clause(clean, folded, clause, frame, times=parts.times, finds=finds)
    timing: Timing | None = limiting[0].timing if limiting else None
    if timing is None and clause.modal == "duty":
        timing = Standard(words="a continuing duty")
    conditions = conditions_before(folded, clause.start, clause.subject[0]) + _stipulated(folded, clause)
    gates = (
        modality is Modality.MUST_NOT
        and frame.act is Act.FILE_DISCOVERY_MOTION
        and _UNTIL_STEPS.search(parts.predicate) is not None
    )
    if gates:
        conditions = (Precondition(words="the steps that follow have been taken", trigger=Trigger.LETTER_FILED),)
    runs_from = timing.trigger if isinstance(timing, Period) else None
    first = Norm(
        sentence=clause.sentence,
        act=frame.act,
        modality=modality,
        bearers=_bearers(parts),
        finds=tuple(finds),
        timing=timing,
        manner=manner,
        artifact=artifact,
        preconditions=tuple(one for one in conditions if one.trigger is None or one.trigger != runs_from),
        exceptions=exceptions_in(clean, clause.nucleus[1], clause.end),
        cites=cites_in(clean, clause.start, clause.end),
        served="served with" in parts.predicate or "being served" in parts.predicate,
        topic="motion-gate" if gates else "",
        continues=(frame.facet is Facet.CONTENT_REQUIREMENT and frame.paper != "" and not limiting)
        or frame.act is Act.MARK_CHAMBERS_COPY
        or only_length,
    )
    if conditioned and limiting:
        return _with_condition(parts, first, limiting[0])
    if excepted and modality is Modality.MUST_NOT:
        return _with_exception(parts, first, limiting[0], act)
    further = tuple(
        replace(first, finds=(_limit_find(time, frame),), timing=time.timing, continues=False) for time in limiting[1:]
    )
    return (first, *further)


_BESIDE_A_LIMIT = frozenset(
    (
        Facet.CONTENT_REQUIREMENT,
        Facet.ATTENDANCE,
        Facet.FORMAT_REQUIREMENT,
        Facet.LOCATION,
        Facet.PROHIBITION,
        Facet.SANCTION,
    )
)


def _with_condition(parts: Parts, first: Norm, time: TimeFound) -> tuple[Norm, ...]:
    """Part a right from the condition that a time limits: "may be submitted if the parties tell the deputy by noon"."""
    folded, clause = parts.around.folded, parts.clause
    words = folded[folded.find(" if ", clause.nucleus[1]) + 4 : time.start].strip(" ,")
    told = _TELLS_COURT.search(words) is not None
    stipulated = Precondition(words="a stipulation of the parties", trigger=Trigger.STIPULATION_MADE)
    conditions = (stipulated,) if "stipulat" in words else (Precondition(words=words[:160], judged=True),)
    limit = _limit_find(time, parts.frame)
    right = replace(
        first,
        finds=tuple(find for find in first.finds if (find.start, find.end) != (limit.start, limit.end)),
        timing=None,
        preconditions=first.preconditions + conditions,
    )
    condition = replace(
        first,
        act=Act.NOTIFY_COURT if told else first.act,
        modality=Modality.MUST if told else first.modality,
        bearers=(Bearer.PARTIES,) if told else first.bearers,
        finds=(limit,),
        artifact=None,
        preconditions=conditions if told and "stipulat" in words else (),
        topic="notice-of-submission" if told and first.act is Act.SUBMIT_WITHOUT_ARGUMENT else "",
    )
    return (right, condition) if right.finds else (condition,)


def _with_exception(parts: Parts, first: Norm, time: TimeFound, ban: Find) -> tuple[Norm, ...]:
    """Part a ban from the time that limits its exception: "may not attend by telephone unless leave is sought by noon".

    The time limits the asking, never the ban; "no request will be heard unless made by noon" says nothing but the time.
    """
    folded, clause = parts.around.folded, parts.clause
    unless = folded.find("unless", clause.nucleus[1])
    words = folded[unless + 6 : time.start]
    asks = _ASKS_LEAVE.search(words) is not None
    asked = _MORE_TIME_ASKED.search(parts.subject) is not None
    limit = replace(
        first,
        act=Act.SEEK_LEAVE if asks else Act.REQUEST_EXTENSION if asked else first.act,
        modality=Modality.MUST,
        bearers=(Bearer.MOVANT,) if asks and first.bearers[:1] != (Bearer.COURT,) else first.bearers,
        finds=(_limit_find(time, parts.frame),),
        artifact=None,
        exceptions=(),
    )
    if len(words.split()) < _A_CLAUSE:
        return (limit,)
    return replace(first, finds=(replace(ban, end=min(ban.end, unless - 1)),), timing=None), limit


def _tells_how(parts: Parts) -> bool:
    """Say whether a meeting's clause tells its mode and no room: then its words stand beside its limit."""
    if parts.frame.facet is not Facet.MEETING:
        return False
    predicate = parts.around.folded[parts.clause.nucleus[1] : parts.clause.end]
    placed = place_after(parts.around.clean, parts.clause.nucleus[1], parts.clause.end) is not None
    return bool(modes_in(predicate)) and not placed


def _limit_find(time: TimeFound, frame: Frame) -> Find:
    if frame.act is Act.APPEAR and isinstance(time.timing, FixedDate) and time.bound_words == "on":
        return Find(facet=Facet.HEARING_SCHEDULE, start=time.core[0], end=time.core[1], production="time to appear")
    facet = (
        Facet.OTHER
        if time.bound_words == "for"
        else Facet.CUTOFF_TIME
        if time.timing.clock is not None
        else Facet.DEADLINE
    )
    return Find(facet=facet, start=time.start, end=time.end, production=f"time limit: {time.production}")


def _facet(modality: Modality, frame: Frame) -> Facet:
    match modality:
        case Modality.MUST_NOT:
            return Facet.PROHIBITION
        case Modality.MAY | Modality.COURT_MAY:
            return Facet.PERMISSION
        case _:
            return frame.facet


def _bearers(parts: Parts) -> tuple[BearerCode, ...]:
    if parts.frame.facet is Facet.ATTENDANCE:
        several = bearers_in(parts.subject, parts.around.names)
        if several:
            return several
    if parts.bearer is not None:
        return (parts.bearer,)
    return (Bearer.FILER,) if parts.subject.startswith("you") else (parts.frame.bearer,)


def _stipulated(folded: str, clause: Clause) -> tuple[Precondition, ...]:
    match = _STIPULATED.search(folded, clause.nucleus[1], clause.end)
    if match is None:
        return ()
    words = match["words"].strip().split(" and ")[0]
    trigger = Trigger.STIPULATION_MADE if words.startswith("stipulation") else None
    return (Precondition(words=words, trigger=trigger, judged=trigger is None),)
