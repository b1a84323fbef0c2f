"""What act a clause speaks of, from its verb and its object, and which kind of label its words are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from soordered.orders.clauses_from_sentences import Clause
from soordered.orders.words_of_acts import PAPERS
from soordered.rules.vocabulary import Act, ActCode, Bearer, Facet, Other

_MEETING = re.compile(
    r"\bmeet(?:ing)?s?\b(?! and confer letter)|\bmeet[ -]?and[ -]?confer|session|conference of counsel"
)
_SITTING = re.compile(r"\b(?:conferences?|hearings?|trial|arguments?|proceedings?|status|mediation)\b")
_PLACE = re.compile(
    r"\b(?:location|place|courtroom|room \d|by (?:tele|video)|via (?:zoom|tele|video)|videoconference|in person|telephonically|by phone|zoom|chambers|jury room|conference room)\b"
)
_EFFORTS = re.compile(
    r"after (?:\w+ ){0,3}(?:efforts|attempts)|(?:efforts|attempts) to (?:resolve|settle)|(?:attempt|try) to (?:resolve|settle)|(?:informal|good faith) (?:efforts|attempts)"
)
_COPIES = re.compile(r"\bcop(?:y|ies)\b")
_TO_COURT = re.compile(r"\b(?:chambers|courtesy|judge|courtroom deputy|court|clerk)\b")
_FORMAT = re.compile(
    r"\bin compliance with|\bby e-?mail|\bvia e-?mail|\bin one e-?mail|\b(?:pdf|word|wordperfect|paper|electronic|searchable|ocr|hard copy) (?:or \w+ )?format|electronically|\bvia (?:cm/)?ecf|through (?:cm/)?ecf|\bin writing"
    r"|using the |under seal|as an? (?:\w+ )?(?:attachment|exhibit)|in paper|form g-|double-?spaced|\bfont|12-point|margins?\b|tabbed|bound|\bpdf\b|separately filed|single (?:docket|pdf|document)"
    r"|letter-?size|through the \w+ electronic|case number|in the form of|line numbers?|caption|must be made in|in the format"
)
_CAPTIONS = re.compile(
    r"case number|caption|civil (?:case|action) n|initials|designation|title page|first page|docket number"
)
_LOCAL_RULES = re.compile(
    r"local rules?|federal rules|civil rules|l\. ?r\.|general order|those rules|applicable rules|rules of"
)
_THIS_ORDER = re.compile(
    r"this order|standing order|requirements of th|foregoing|court's order|these (?:procedures|requirements)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a clause is about.

    Args:
        act: the act.
        facet: the label of its words when no time limits it.
        paper: the kind of paper concerned, empty if none.
        bearer: who does such a thing when the clause names nobody.
        known: whether the tables knew verb and object; ``False`` when the act is kept in the clause's words.
    """

    act: ActCode
    facet: Facet
    paper: str = ""
    bearer: Bearer = Bearer.PARTIES
    known: bool = True


@cache
def _papers() -> tuple[tuple[re.Pattern[str], str, Act, Bearer], ...]:
    return tuple((re.compile(rf"\b(?:{words})"), kind, act, bearer) for words, kind, act, bearer in PAPERS)


def paper_from_words(words: str) -> tuple[str, Act, Bearer] | None:
    """Return the kind of paper that some folded words name, the act of filing it and who usually does so.

    Example: ``"proposed integrated pretrial order"`` is a ``proposed_order``.
    """
    best: tuple[int, str, Act, Bearer] | None = None
    for pattern, kind, act, bearer in _papers():
        match = pattern.search(words)
        if match and best is None:
            best = (match.start(), kind, act, bearer)
            break
    return None if best is None else best[1:]


def frame_of_clause(folded: str, clause: Clause, previous: Frame | None) -> Frame:
    """Return what a clause is about.

    Args:
        folded: the clean text, folded.
        clause: the clause.
        previous: what the clause before was about, for "which shall include …" and "this letter".
    """
    subject = folded[clause.subject[0] : clause.subject[1]]
    predicate = folded[clause.predicate[0] : min(clause.predicate[1], clause.predicate[0] + 240)]
    goal = subject if clause.passive else predicate
    verb, kind = clause.verb, clause.verb_class
    relative = subject.strip() in ("which", "that", "who", "it", "this", "they", "")
    meeting = _MEETING.search(subject) is not None

    if kind == "meet" or (verb == "confer"):
        return Frame(act=Act.MEET_AND_CONFER, facet=Facet.MEETING, bearer=Bearer.COUNSEL)
    if (kind in ("hold", "alternate", "coordinate") or verb in ("at", "in", "attended", "by")) and (
        meeting or "location" in subject
    ):
        if _EFFORTS.search(predicate):
            return Frame(act=Act.MAKE_EFFORTS, facet=Facet.DUTY)
        where = "location" in subject or _PLACE.search(predicate) or verb in ("at", "in")
        return Frame(act=Act.MEET_AND_CONFER, facet=Facet.LOCATION if where else Facet.MEETING, bearer=Bearer.COUNSEL)
    if _EFFORTS.search(goal) and kind not in ("include", "file", "provide"):
        return Frame(act=Act.MAKE_EFFORTS, facet=Facet.DUTY)
    if verb in ("attended",) or kind == "attend" or (verb == "present" and clause.passive):
        act = Act.MEET_AND_CONFER if _MEETING.search(goal) else Act.MEDIATE if "mediation" in predicate else Act.APPEAR
        return Frame(act=act, facet=Facet.ATTENDANCE, bearer=Bearer.COUNSEL)
    if kind == "hold" and _SITTING.search(subject):
        act = Act.HOLD_TRIAL if "trial" in subject and "conference" not in subject else Act.HOLD_CONFERENCE
        return Frame(act=act, facet=Facet.LOCATION if _PLACE.search(predicate) else Facet.OTHER, bearer=Bearer.COURT)
    if kind in ("demand", "request") and _MEETING.search(predicate) and verb != "seek":
        return Frame(act=Act.DEMAND_MEETING, facet=Facet.DUTY, bearer=Bearer.ANY_PARTY)
    if (
        kind in ("lodge", "provide", "file", "serve")
        and _COPIES.search(goal)
        and _TO_COURT.search(goal + predicate)
        and kind != "serve"
    ):
        return Frame(act=Act.LODGE_CHAMBERS_COPY, facet=Facet.COPIES, paper="chambers_copy", bearer=Bearer.FILER)
    if kind == "mark":
        if (previous is not None and previous.paper == "chambers_copy" and relative) or _COPIES.search(subject):
            return Frame(
                act=Act.MARK_CHAMBERS_COPY, facet=Facet.FORMAT_REQUIREMENT, paper="chambers_copy", bearer=Bearer.FILER
            )
        if _CAPTIONS.search(predicate) or _CAPTIONS.search(subject):
            return Frame(act=Act.CAPTION_PAPER, facet=Facet.FORMAT_REQUIREMENT, paper="filing", bearer=Bearer.FILER)
    if kind == "comply":
        act = Act.COMPLY_WITH_RULES if _LOCAL_RULES.search(predicate) else Act.COMPLY_WITH_ORDER
        return Frame(act=act, facet=Facet.DUTY)
    if kind == "withdraw":
        return Frame(act=Act.WITHDRAW_MOTION, facet=Facet.DUTY, bearer=Bearer.MOVANT)
    if kind == "request":
        if "leave" in goal:
            return Frame(act=Act.SEEK_LEAVE, facet=Facet.DUTY, bearer=Bearer.MOVANT)
        if re.search(r"extension|extend|continu|adjourn|enlarge|additional time", goal):
            return Frame(act=Act.REQUEST_EXTENSION, facet=Facet.DUTY, bearer=Bearer.ANY_PARTY)
    if kind == "notify" or (kind == "include" and verb in ("inform", "advise") and _TO_COURT.search(predicate[:60])):
        if _TO_COURT.search(predicate[:80]):
            return Frame(act=Act.NOTIFY_COURT, facet=Facet.DUTY, bearer=Bearer.PARTIES)
    if kind == "supplement":
        act_code: ActCode = Act.SUPPLEMENT_DISCLOSURES if "disclos" in goal else _other(clause, predicate)
        return Frame(act=act_code, facet=Facet.DUTY, bearer=Bearer.PARTY_OR_COUNSEL, known="disclos" in goal)
    if kind in ("include", "format") and (relative or paper_from_words(subject) or not clause.passive):
        paper = paper_from_words(subject) if not relative else None
        if paper is None and previous is not None and previous.paper:
            return Frame(
                act=previous.act, facet=Facet.CONTENT_REQUIREMENT, paper=previous.paper, bearer=previous.bearer
            )
        if paper is not None:
            return Frame(act=paper[1], facet=Facet.CONTENT_REQUIREMENT, paper=paper[0], bearer=paper[2])
        return Frame(act=_other(clause, predicate), facet=Facet.CONTENT_REQUIREMENT, paper="filing", known=False)
    if kind == "serve":
        found = paper_from_words(goal)
        if found is not None and found[1] is Act.SERVE_DISCOVERY:
            return Frame(act=Act.SERVE_DISCOVERY, facet=Facet.SERVICE, paper=found[0], bearer=found[2])
        return Frame(act=Act.SERVE_PAPER, facet=Facet.SERVICE, paper=found[0] if found else "", bearer=Bearer.FILER)
    if "without argument" in predicate or ("on the papers" in predicate and kind == "file"):
        return Frame(act=Act.SUBMIT_WITHOUT_ARGUMENT, facet=Facet.DUTY, bearer=Bearer.PARTIES)
    if kind == "respond":
        found = paper_from_words(predicate[:80])
        act = Act.FILE_PLEADING if verb.startswith("answer") or "complaint" in predicate[:80] else Act.FILE_OPPOSITION
        if verb.startswith("object"):
            act = Act.OBJECT_TO_SUBPOENA if "subpoena" in predicate else Act.OBJECT_TO_RULING
        return Frame(
            act=act, facet=Facet.DUTY, paper="opposition" if found is None else found[0], bearer=Bearer.OPPONENT
        )
    if kind in ("file", "provide", "lodge", "complete", "exchange", "mediate", "use", "hold"):
        found = paper_from_words(goal) or (paper_from_words(predicate) if clause.passive else None)
        facet = Facet.FORMAT_REQUIREMENT if kind != "complete" and _FORMAT.search(predicate) else Facet.DUTY
        if facet is Facet.FORMAT_REQUIREMENT and _LOCAL_RULES.search(predicate) and "compliance" in predicate:
            return Frame(act=Act.COMPLY_WITH_RULES, facet=facet, paper="filing", bearer=Bearer.FILER)
        if found is not None:
            joint = "jointly" in folded[clause.nucleus[0] : clause.nucleus[1]] and found[0] in (
                "letter",
                "joint_letter",
            )
            act = Act.FILE_JOINT_LETTER if joint else found[1]
            return Frame(act=act, facet=facet, paper="joint_letter" if joint else found[0], bearer=found[2])
        if kind in ("file", "provide", "lodge"):
            return Frame(act=Act.FILE_PAPER, facet=facet, paper="filing", bearer=Bearer.FILER, known=kind != "provide")
    if kind == "pay":
        return Frame(act=Act.PAY_EXPENSES, facet=Facet.DUTY)
    if kind == "stay":
        return Frame(act=Act.STAY, facet=Facet.OTHER, bearer=Bearer.COURT)
    if kind == "use" and _FORMAT.search(predicate):
        return Frame(act=_other(clause, predicate), facet=Facet.FORMAT_REQUIREMENT, known=False)
    return Frame(
        act=_other(clause, predicate if not clause.passive else subject),
        facet=Facet.DUTY,
        known=kind in ("review", "coordinate", "use"),
    )


def _other(clause: Clause, words: str) -> Other:
    few = " ".join(words.split()[:6]).strip(" ,.;:")
    return Other(f"{clause.verb} {few}".strip()[:60])
