"""Whether a clause outside the tables binds anybody, and what it is by its form alone.

Productions:

* *by its form*  "the Court will let the parties know", "counsel must keep enough witnesses on hand", "binders must be split"
"""

from __future__ import annotations

from soordered.orders.act_from_clause import paper_from_words
from soordered.orders.clause_readings import ClauseReading, Parts, binding_words
from soordered.orders.limits_of_clause import limits
from soordered.orders.norms import Find, Norm
from soordered.orders.patterns import Pattern
from soordered.rules.vocabulary import Act, ActCode, Bearer, Facet, Modality, Other

_MAY_KINDS = frozenset(
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
    [
        "aware",
        "mindful",
        "refer",
        "note",
        "click",
        "visit",
        "wish",
        "want",
        "need",
        "like",
        "see",
        "go",
        "follow",
        "wait",
        "proceed",
        "govern",
        "constitute",
        "control",
        "apply",
        "have",
        "able",
        "become",
        "remain",
    ]
)
_PARTICIPLE = Pattern(r"(?:ed|en|wn|ght|de|ne|id|pt|nt|ld|rn|ken|set|read|put|cut|held|left|met)$")
_NO_ACT = Pattern(
    r"\bas follows\b|\bfollowing\b|\b(?:enter|issue) (?:its|an) order\b|\b(?:need|wish|want|desire|like|able|consider|receive|determine whether|likely|be presumed|fill)\b|\bhave no\b"
)
_MEASURED = Pattern(r"(?:than|exceed|over|under|to|past|beyond|of)\s(?:[\w,()-]+\s){1,4}(?:pages?|words?)\b")
_LOOKS = Pattern(r"able$|spaced$|sided$|^(?:split|by|bound|legible|separate|complete|organized|consecutive)$")
_ON_THE_WEB = Pattern(r"\bweb ?(?:site|page)\b|https?:|\bwww\.")
_AIM = Pattern(
    r"\s*(?:the |its |this order's |one )?(?:sole |main |primary |general )?(?:purposes?|goals?|aims?|objects?|objectives?|intent|intention|point|function)\b"
)
_NO_MORE = Pattern(r"no\s")
_COURTS = frozenset((Bearer.COURT, Bearer.DISTRICT_JUDGE, Bearer.MAGISTRATE_JUDGE))
_KEPT = frozenset((Facet.ATTENDANCE, Facet.CONTENT_REQUIREMENT))  # "must have authority", "briefs must have a summary"
_OF_PEOPLE = frozenset((Facet.ATTENDANCE, Facet.MEETING, Facet.LOCATION))


def not_for_anybody(parts: Parts, modality: Modality, *, timed: bool) -> str:
    """Say why a clause with binding words binds nobody here; empty if it does."""
    clause, frame, subject = parts.clause, parts.frame, parts.subject
    if clause.modal == "is to" and _AIM.match(subject):
        return "tells what something is for"
    if subject.startswith(("i understand", "i consent", "i acknowledge")):
        return "what a form makes its signer say"
    if (
        clause.modal == "please"
        and not (clause.negated and not parts.around.guideline)
        and not (clause.verb_class in {"file", "provide", "lodge", "serve"} or frame.act is Act.NOTIFY_COURT)
    ):
        return "a request that commands nothing"
    if (
        clause.modal in {"may", "can", "please"}
        and clause.verb in {"review", "access", "obtain", "find", "download", "visit"}
        and _ON_THE_WEB.search(parts.predicate)
    ):
        return "points to a page on the web"
    freed = clause.modal == "need not" and parts.bearer is not None
    if (clause.verb in _NOT_BINDING_VERBS and frame.facet not in _KEPT and not freed) or clause.verb == "desire":
        return "points to something else and commands nothing"
    if (
        clause.passive
        and frame.act is not Act.LODGE_CHAMBERS_COPY
        and not clause.verb_class
        and not _PARTICIPLE.search(clause.verb)
        and clause.verb not in {"at", "in", "on", "by", "present", "available", "reachable", "represented"}
    ):
        return "says what something is, commands nothing"
    formal = clause.verb_class == "use" and frame.facet is Facet.FORMAT_REQUIREMENT  # "use Form 6"
    if clause.modal == "command" and not timed and parts.around.guideline and not formal:
        return "an instruction whose act is not in the tables"
    if parts.bearer is Bearer.CLERK:
        return "an act of the clerk's office; no party has to do anything"
    you = subject == "you" or subject.endswith(" you")
    if (
        parts.around.guideline
        and not (timed and parts.times[0].production != "event")
        and (not frame.known or you or clause.verb_class == "review")
    ):
        return "an instruction for using a service; its act is not in the tables"
    person = parts.bearer is not None or you
    paper = bool(frame.paper) or frame.known
    if modality is Modality.MAY and clause.modal == "can":
        if not (person and clause.verb_class in _MAY_KINDS and not clause.passive):
            return "says what can be, grants nobody a right"
    elif modality is Modality.MAY:
        free = (person or clause.passive) and not parts.around.guideline
        if not free and not (clause.verb_class in _MAY_KINDS and (person or (clause.passive and paper))):
            return "says what may be, grants nobody a right"
    elif clause.modal in {"will", "can"}:
        contents = frame.facet is Facet.CONTENT_REQUIREMENT and bool(frame.paper)
        sits = frame.facet is Facet.LOCATION and clause.passive
        acts = person and not you and clause.modal == "will" and frame.known
        refuses = clause.passive and clause.verb in {
            "accepted",
            "considered",
            "entertained",
            "granted",
            "heard",
            "permitted",
            "allowed",
        }
        if not (contents or sits or acts or (modality is Modality.MUST_NOT and (person or refuses))):
            return "foretells, and binds nobody"
    elif parts.around.guideline and not (person or paper or parts.times or clause.passive or clause.modal == "please"):
        return "its subject is nobody who could be bound, and its act is not in the tables"
    return ""


def told(parts: Parts, facet: Facet, why: str) -> ClauseReading:
    """Read a clause that no table knows by its form alone: the court's own act, what will be done, what must be so."""
    clause, folded = parts.clause, parts.around.folded
    sits = clause.verb_class == "hold" and any(mark.isdigit() for mark in folded[clause.nucleus[1] : clause.end])
    if (
        sits
        or _MEASURED.search(parts.predicate) is not None
        or any(limits(time, folded, clause) for time in parts.times)
        or clause.modal in {"can", "cannot"}
        or _NO_ACT.search(folded, clause.nucleus[0], clause.end) is not None
        or "¶" in folded[clause.start : clause.end]
    ):
        return ClauseReading(clause=clause, frame=parts.frame, why=why)
    court = facet is Facet.OTHER
    start, end = binding_words(clause, parts.subject, folded)
    negated = clause.negated and not court
    norm = Norm(
        sentence=clause.sentence,
        act=_told_act(parts, " ".join(folded[clause.nucleus[1] - len(clause.verb) : end].split()[:6])),
        modality=Modality.COURT_MAY
        if court and clause.modal in {"may", "can"}
        else Modality.COURT_WILL
        if court
        else Modality.MUST_NOT
        if negated
        else Modality.MAY
        if facet is Facet.PERMISSION
        else Modality.MUST,
        bearers=(parts.bearer or (Bearer.COURT if court else parts.frame.bearer),),
        finds=(Find(facet=Facet.PROHIBITION if negated else facet, start=start, end=end, production="by its form"),),
    )
    return ClauseReading(clause=clause, frame=parts.frame, norms=(norm,))


def _told_act(parts: Parts, words: str) -> ActCode:
    """Name the act of a clause read by its form: what the tables know of it, a paper that no longer comes in, else its words."""
    paper = paper_from_words(parts.subject) if parts.clause.passive and _NO_MORE.match(parts.subject) else None
    if paper is not None:
        return paper[1]
    if parts.frame.known and parts.bearer not in _COURTS and not isinstance(parts.frame.act, Other):
        return parts.frame.act
    return Other(words.strip(" ,.;:")[:60] or parts.clause.verb)


def facet_of_what_is_told(parts: Parts, modality: Modality) -> Facet | None:
    """Return which label the words of a clause outside the tables have, ``None`` when they bind nobody."""
    clause = parts.clause
    if (
        parts.around.guideline
        or any(limits(time, parts.around.folded, clause) for time in parts.times)
        or clause.modal in {"please", "command"}
    ):
        return None
    person = parts.bearer is not None or parts.subject == "you" or parts.subject.endswith(" you")
    if clause.verb == "remain":
        return Facet.OTHER
    if parts.bearer is Bearer.CLERK:
        return Facet.SERVICE if clause.verb_class in {"serve", "provide"} else None
    if modality in {Modality.MAY, Modality.COURT_MAY}:
        return Facet.PERMISSION if person and not clause.passive else None
    if clause.modal == "will":
        return Facet.DUTY if person and not clause.passive else Facet.OTHER if clause.passive else None
    if clause.modal not in {"shall", "must", "cannot", "should", "is to"}:
        return None
    if person or clause.negated:
        return parts.frame.facet if parts.frame.facet in _OF_PEOPLE and not clause.negated else Facet.DUTY
    named = parts.frame.paper or paper_from_words(parts.subject) is not None
    return Facet.FORMAT_REQUIREMENT if named and clause.passive and _LOOKS.search(clause.verb) else None
