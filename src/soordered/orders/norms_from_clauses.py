"""Norms from the clauses of one sentence: force, bearer, act, time, place, paper, conditions.

Productions (the name stands in every find, for the tracer):

* *gate*           "before filing any discovery motion, the parties must comply with the following"
* *consequence*    "failure to comply may result in sanctions"; "late papers will not be considered"
* *court decides*  "the Court will determine what further proceedings are necessary"
* *time limit*     a clause that binds somebody and holds a time
* *act*            a clause that binds somebody and holds none, by the kind of its act
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from soordered.orders.act_from_clause import Frame, frame_of_clause
from soordered.orders.artifact_from_words import artifact_from_clause
from soordered.orders.bearer_from_clause import bearer_from_words, bearers_in
from soordered.orders.clauses_from_sentences import Clause
from soordered.orders.conditions_from_clause import cites_in, conditions_before, exceptions_in
from soordered.orders.modality_from_clause import modality_of_clause
from soordered.orders.norms import Find, Norm
from soordered.orders.places_from_text import place_after
from soordered.orders.timing_from_clause import TimeFound
from soordered.rules.rule import Consequence, ConsequenceStatus, Manner, Mode, Place, Precondition
from soordered.rules.timing import FixedDate, Standard, Timing
from soordered.rules.vocabulary import Act, Bearer, BearerCode, Facet, Modality, Trigger

_COURTS = frozenset({Bearer.COURT, Bearer.DISTRICT_JUDGE, Bearer.MAGISTRATE_JUDGE})
_FAILURE = re.compile(
    r"\b(?:fail(?:ure|s|ed|ing)?|violat\w+|non-?compliance|breach|disobe\w+|not (?:filed |served )?in compliance|untimely|late)\b"
)
_SANCTION = re.compile(
    r"\bsanction|contempt|dismiss(?:al|ed)|default|stricken|struck|den(?:ied|ial)|waive[rd]|not be (?:considered|accepted|heard|returned|docketed)|termination|forfeit|show cause|terminated|delay|rejected|further action|monetary|fees"
)
_MODES = (
    (re.compile(r"in[ -]person|face[ -]to[ -]face"), Mode.IN_PERSON),
    (re.compile(r"by video|via (?:zoom|video)|videoconference|video conference"), Mode.VIDEO),
    (re.compile(r"(?:by |via )?tele(?:phone|conference)|telephonic|by phone"), Mode.TELEPHONE),
    (re.compile(r"correspondence|e-?mail|in writing"), Mode.WRITTEN),
)
_CUT = re.compile(
    r",?\s(?:unless|provided that|except|in order to|so that|because|who\s|if\s|when\s|where\s|pursuant to|in the event)"
)
_MAY_ACTS = frozenset(
    [
        "file",
        "provide",
        "lodge",
        "serve",
        "meet",
        "attend",
        "demand",
        "request",
        "withdraw",
        "move",
        "respond",
        "use",
        "mediate",
        "notify",
        "seek",
    ]
)
_NOT_BINDING_VERBS = frozenset(
    ["refer", "note", "click", "visit", "wish", "want", "need", "like", "choose", "see", "say", "go"]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the reader knows around a sentence.

    Args:
        clean: the clean text.
        folded: the same, folded.
        names: names of parties from the caption with their sides.
        guideline: whether the text is a page of instructions rather than an order.
        previous: what the clause before was about.
        gate: the stem a list stands under, folded, empty if none.
    """

    clean: str
    folded: str
    names: Mapping[str, Bearer] = field(default_factory=dict)
    guideline: bool = False
    previous: Frame | None = None


@dataclass(frozen=True, slots=True)
class ClauseReading:
    """What became of a clause: a norm, or why it is none."""

    clause: Clause
    norm: Norm | None
    why: str = ""
    frame: Frame | None = None


def norm_of_clause(clause: Clause, times: tuple[TimeFound, ...], around: Surroundings) -> ClauseReading:
    """Return the norm a clause states, or the reason why it states none.

    Args:
        clause: the clause.
        times: the printed times inside it.
        around: the text and what is known around it.
    """
    folded = around.folded
    subject = folded[clause.subject[0] : clause.subject[1]].strip()
    predicate = folded[clause.predicate[0] : clause.predicate[1]]
    frame = frame_of_clause(folded, clause, around.previous)
    if clause.quoted:
        return ClauseReading(clause, None, "quoted words or a citation of authority", frame)
    if clause.conditional:
        return ClauseReading(clause, None, "inside a condition or a relative clause", frame)
    bearer = bearer_from_words(subject, around.names)
    reading = _gate(clause, frame, around) or _consequence(clause, subject, predicate, bearer, frame, around)
    if reading is not None:
        return reading
    modality = modality_of_clause(clause, bearer, predicate)
    if bearer in _COURTS and clause.modal not in ("ordered", "directed"):
        return _court_decides(clause, predicate, frame, around)
    if modality is None:
        return ClauseReading(clause, None, "no binding force", frame)
    why = _not_for_anybody(clause, subject, bearer, modality, frame, around, times)
    if why:
        return ClauseReading(clause, None, why, frame)
    return ClauseReading(clause, _norm(clause, subject, predicate, bearer, modality, frame, times, around), "", frame)


def _not_for_anybody(
    clause: Clause,
    subject: str,
    bearer: Bearer | None,
    modality: Modality,
    frame: Frame,
    around: Surroundings,
    times: tuple[TimeFound, ...],
) -> str:
    """Say why a clause with binding words binds nobody here; empty if it does."""
    if clause.modal == "please" and clause.verb_class not in ("file", "provide", "lodge", "serve", "notify"):
        return "a request that commands nothing"
    if clause.verb in _NOT_BINDING_VERBS:
        return "points to something else and commands nothing"
    if bearer is Bearer.CLERK:
        return "an act of the clerk's office; no party has to do anything"
    person = bearer is not None or subject.startswith("you")
    paper = bool(frame.paper) or frame.known
    if modality is Modality.MAY:
        if clause.verb_class not in _MAY_ACTS or not (person or (clause.passive and paper)):
            return "says what may be, grants nobody a right"
    elif clause.modal in ("will", "can") and not (
        frame.facet is Facet.CONTENT_REQUIREMENT
        or (person and frame.known and not subject.startswith("you") and clause.modal == "will")
        or (modality is Modality.MUST_NOT and person)
    ):
        return "foretells, and binds nobody"
    elif not person and not paper and not times and not clause.passive and clause.modal != "please":
        return "its subject is nobody who could be bound, and its act is not in the tables"
    return ""


def _gate(clause: Clause, frame: Frame, around: Surroundings) -> ClauseReading | None:
    """Read "before filing any discovery motion …, the parties must comply with the following"."""
    lead = around.folded[clause.start : clause.nucleus[0]]
    match = re.search(
        r"(?:before|prior to) (?:filing|bringing|making|noticing|serving) (?:any |a |an )?(?P<paper>[a-z ]{0,40}?(?:motion|request|application)s?\b)",
        lead,
    )
    if match is None or clause.verb_class not in ("comply", "meet"):
        return None
    if clause.verb_class == "meet":
        return None
    paper = match["paper"]
    act = Act.FILE_DISCOVERY_MOTION if "discovery" in paper or "compel" in paper else Act.FILE_MOTION
    norm = Norm(
        sentence=clause.sentence,
        act=act,
        modality=Modality.MUST_NOT,
        bearers=(Bearer.PARTIES,),
        finds=(Find(facet=Facet.PROHIBITION, start=clause.start + match.start(), end=clause.end, production="gate"),),
        preconditions=conditions_before(around.folded, clause.sentence.start, clause.start + match.start()),
        exceptions=("after complying with the steps that follow",),
        topic="motion-gate",
        summary="No such motion before the steps that follow have been taken.",
    )
    return ClauseReading(clause, norm, "", frame)


def _consequence(
    clause: Clause, subject: str, predicate: str, bearer: Bearer | None, frame: Frame, around: Surroundings
) -> ClauseReading | None:
    """Read what follows a failure: "failure to … may result in …", "papers … will not be considered"."""
    refused = clause.negated and clause.passive and clause.verb_class == "refuse"
    failing = _FAILURE.search(subject) is not None and bearer not in _COURTS
    lead = around.folded[clause.start : clause.nucleus[0]]
    threatened = (
        clause.modal in ("may", "will", "shall", "can") and _SANCTION.search(clause.verb + predicate) is not None
    )
    if not refused and not ((failing or _FAILURE.search(lead)) and (threatened or clause.modal in ("may", "will"))):
        if not (
            clause.modal == "may"
            and re.search(r"\bsanction", predicate)
            and re.search(r"result in|subject to|impos", clause.verb + predicate)
        ):
            return None
    if clause.modal not in ("may", "will", "shall", "can"):
        return None
    if refused:
        act: Act = Act.REFUSE_PAPER
    elif re.search(r"dismiss|default", predicate):
        act = Act.SHOW_CAUSE if "show cause" in predicate else Act.IMPOSE_SANCTIONS
    elif re.search(r"\bden(?:ied|ial)", predicate):
        act = Act.DENY_MOTION
    else:
        act = Act.IMPOSE_SANCTIONS
    may = clause.modal in ("may", "can")
    start = clause.subject[0] if refused or len(subject) < 130 else clause.nucleus[0]
    find = Find(facet=Facet.SANCTION, start=start, end=clause.end, production="consequence")
    cites = cites_in(around.clean, clause.nucleus[1], clause.end)
    norm = Norm(
        sentence=clause.sentence,
        act=act,
        modality=Modality.COURT_MAY if may else Modality.COURT_WILL,
        bearers=(Bearer.COURT,),
        finds=(find,),
        preconditions=(Precondition(words=subject[:160], trigger=Trigger.BREACH),),
        consequence=Consequence(
            act=act,
            status=ConsequenceStatus.ANNOUNCED if may else ConsequenceStatus.ORDERED,
            cites="; ".join(cites),
            words=" ".join(around.clean[clause.nucleus[0] : clause.end].split())[:160],
        ),
        cites=cites,
    )
    return ClauseReading(clause, norm, "", frame)


def _court_decides(clause: Clause, predicate: str, frame: Frame, around: Surroundings) -> ClauseReading:
    if (
        clause.modal == "will"
        and clause.verb_class == "determine"
        and re.search(r"proceeding|dispute|how to proceed|hearing|next steps", predicate)
    ):
        norm = Norm(
            sentence=clause.sentence,
            act=Act.DETERMINE_PROCEEDINGS,
            modality=Modality.COURT_WILL,
            bearers=(Bearer.COURT,),
            finds=(Find(facet=Facet.OTHER, start=clause.start, end=clause.end, production="court decides"),),
            preconditions=conditions_before(around.folded, clause.start, clause.subject[0]),
        )
        return ClauseReading(clause, norm, "", frame)
    return ClauseReading(clause, None, "speaks of the court's own act", frame)


def _facet(modality: Modality, frame: Frame) -> Facet:
    match modality:
        case Modality.MUST_NOT:
            return Facet.PROHIBITION
        case Modality.MAY | Modality.COURT_MAY:
            return Facet.PERMISSION
        case _:
            return frame.facet


def _norm(
    clause: Clause,
    subject: str,
    predicate: str,
    bearer: Bearer | None,
    modality: Modality,
    frame: Frame,
    times: tuple[TimeFound, ...],
    around: Surroundings,
) -> Norm:
    clean, folded = around.clean, around.folded
    finds: list[Find] = []
    limiting = [time for time in times if limits(time, folded, clause)]
    for time in limiting:
        clocked = time.timing.clock is not None
        facet = Facet.CUTOFF_TIME if clocked else Facet.DEADLINE
        finds.append(Find(facet=facet, start=time.start, end=time.end, production=f"time limit: {time.production}"))
    main = _facet(modality, frame)
    artifact, paper_finds = artifact_from_clause(clean, folded, clause, frame)
    covered = {find.facet for find in paper_finds}
    start, end = _binding_words(clause, subject, folded)
    if (not limiting and main not in covered) or (
        main in (Facet.CONTENT_REQUIREMENT, Facet.ATTENDANCE) and main not in covered
    ):
        finds.append(Find(facet=main, start=start, end=end, production=f"act: {clause.verb_class or clause.verb}"))
    elif limiting and main is Facet.PROHIBITION:
        finds.append(Find(facet=main, start=start, end=end, production="act: prohibition"))
    finds.extend(paper_finds)
    manner = _manner(clause, folded, clean, frame, finds)
    bearers: tuple[BearerCode, ...] = (bearer,) if bearer is not None else (frame.bearer,)
    if frame.facet is Facet.ATTENDANCE:
        bearers = bearers_in(subject, around.names) or bearers
    if subject.startswith("you"):
        bearers = (Bearer.FILER,)
    timing: Timing | None = limiting[0].timing if limiting else None
    if timing is None and clause.modal == "duty":
        timing = Standard(words="a continuing duty")
    return Norm(
        sentence=clause.sentence,
        act=frame.act,
        modality=modality,
        bearers=bearers,
        finds=tuple(finds),
        timing=timing,
        manner=manner,
        artifact=artifact,
        preconditions=conditions_before(folded, clause.start, clause.subject[0]) + _upon(folded, clause),
        exceptions=exceptions_in(clean, clause.nucleus[1], clause.end),
        cites=cites_in(clean, clause.start, clause.end),
        served="served with" in predicate or "after being served" in predicate,
        continues=(frame.facet is Facet.CONTENT_REQUIREMENT and frame.paper != "")
        or frame.act is Act.MARK_CHAMBERS_COPY,
    )


def _upon(folded: str, clause: Clause) -> tuple[Precondition, ...]:
    match = re.search(
        r"\bupon (?:the )?(?P<words>stipulation of[a-z ]{0,30}|a? ?showing of[a-z ]{0,40}|leave of[a-z ]{0,20})",
        folded[clause.nucleus[1] : clause.end],
    )
    if match is None:
        return ()
    words = match["words"].strip()
    words = re.split(r" and ", words)[0]
    trigger = Trigger.STIPULATION_MADE if words.startswith("stipulation") else None
    return (Precondition(words=words, trigger=trigger, judged=trigger is None),)


def limits(time: TimeFound, folded: str, clause: Clause) -> bool:
    """Say whether a printed time limits the act of its clause, rather than describing something else in it."""
    if time.production == "event":
        return (
            clause.verb_class not in ("meet", "attend")
            and time.bound_words in ("prior to", "before", "upon", "by")
            and time.start > clause.nucleus[0]
        )
    if isinstance(time.timing, FixedDate):
        return time.bound_words not in ("", "after", "following", "for", "in", "set for", "have")
    if time.production == "period":
        return time.bound_words != "" or time.anchored
    return True


def _binding_words(clause: Clause, subject: str, folded: str) -> tuple[int, int]:
    """Return the words that bind: the subject if it is short, the verb and its object."""
    start = clause.subject[0] if 0 < len(subject) <= 90 and not clause.coordinated else clause.nucleus[0]
    end = clause.end
    cut = _CUT.search(folded, min(clause.nucleus[1] + 12, end), end)
    if cut is not None:
        end = cut.start()
    return start, end


def _manner(clause: Clause, folded: str, clean: str, frame: Frame, finds: list[Find]) -> Manner | None:
    text = folded[clause.nucleus[0] : clause.end]
    modes = tuple(mode for pattern, mode in _MODES if pattern.search(text))
    if frame.act is Act.MAKE_EFFORTS:
        return Manner(modes=modes) if modes else None
    if frame.act not in (Act.MEET_AND_CONFER, Act.APPEAR, Act.MEDIATE, Act.HOLD_CONFERENCE):
        return None
    whole = folded[clause.subject[0] : clause.end]
    if "alternate" in whole:
        return Manner(place=Place(alternates=True))
    chosen = re.search(
        r"location (?:to be )?(?:selected|determined|chosen|designated|picked) by (?P<who>.{3,60})", whole
    )
    if chosen is not None:
        who = bearer_from_words(chosen["who"])
        return Manner(place=Place(chosen_by=(who,) if who else (), alternates=True))
    spot = place_after(clean, clause.nucleus[1], clause.end) if frame.act is Act.MEET_AND_CONFER else None
    place = None
    if spot is not None:
        begin = clean.rfind(" in ", clause.nucleus[1], spot[0] + 1)
        start = begin + 1 if begin >= 0 and spot[0] - begin <= 8 else spot[0]
        place = Place(words=" ".join(clean[spot[0] : spot[1]].split()))
        finds.append(Find(facet=Facet.LOCATION, start=start, end=spot[1], production="place"))
    if frame.act is Act.MEET_AND_CONFER and modes == (Mode.IN_PERSON, Mode.TELEPHONE) and " or " not in text:
        modes = (Mode.IN_PERSON,)
    return Manner(modes=modes, place=place) if modes or place else None
