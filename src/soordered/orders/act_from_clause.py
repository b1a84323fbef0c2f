"""What act a clause speaks of, from its verb and its object, and which kind of label its words are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache

from soordered.orders.base_form_of_participle import base_form
from soordered.orders.bearer_from_clause import bearer_from_words
from soordered.orders.clauses_from_sentences import Clause
from soordered.orders.patterns import Pattern
from soordered.orders.words_of_acts import PAPERS
from soordered.rules.vocabulary import Act, ActCode, Bearer, Facet, Other

_MEETING = Pattern(r"\bmeet(?:ing)?s?\b(?! and confer letter)|\bmeet[ -]?and[ -]?confer|session|conference of counsel")
_SITTING = Pattern(r"\b(?:conferences?|hearings?|trial|arguments?|proceedings?|status|mediation)\b")
_PLACE = Pattern(
    r"\b(?:location|place|courtroom|room \d|by (?:tele|video)\w*|via (?:a )?(?:zoom|tele\w*|video\w*)|videoconference|in person|telephonically|by phone|zoom|chambers|jury room|conference room)\b"
)
_EFFORTS = Pattern(
    r"after (?:\w+ ){0,3}(?:efforts|attempts)|(?:efforts|attempts) to (?:resolve|settle)|(?:attempt|try) to (?:resolve|settle)|(?:informal|good faith) (?:efforts|attempts)"
)
_COPIES = Pattern(
    r"(?<!rather than )(?<!instead of )\bcop(?:y|ies)\b|\b(?:one|two|three|four|five|\d|full|complete|bound|tabbed|physical|paper|duplicate)\s(?:\(\d\)\s)?(?:[a-z-]+\s){0,2}(?:sets?|binders?|notebooks?)\b"
)
_TO_COURT = Pattern(r"(?:[^,;]{0,80}\b)?(?:chambers|courtesy|judge|courtroom deputy|deputy|court|clerk)\b")
_FORMAT = Pattern(
    r"\bin compliance with|\bin (?:an? )?(?:[a-z-]+ ){1,3}format\b|\bin an? (?:[a-z-]+ )?form (?:suitable|that|which|readable)\b|\bby e-?mail|\bvia e-?mail|\bin one e-?mail|\b(?:pdf|word|wordperfect|paper|electronic|searchable|ocr|hard copy) (?:or \w+ )?format|electronically|\bvia (?:cm/)?ecf|through (?:cm/)?ecf|\bin writing"
    r"|\bas (?:hard|paper) cop(?:y|ies)|\bin hard cop(?:y|ies)|using the |under seal|as an? (?:\w+ )?(?:attachment|exhibit)|in paper|form g-|double-?spaced|\bfont|12-point|margins?\b|tabbed|bound|\bpdf\b|separately filed|single (?:docket|pdf|document)"
    r"|letter-?size|through the \w+ electronic|in the form of|to \S+@|depart from|redline|\bmodel\b|template|(?:two|double|single)-sided|stapled|binder|\btabs?\b|under the title|beneath the|line numbers?|caption|must be made in|in the format"
)
_CAPTIONS = Pattern(
    r"case number|caption|civil (?:case|action) n|initials|designation|title page|first page|docket number"
)
_PRESENT = Pattern(r"taken part|be present|sit for|report to (?:the )?(?:chambers|court)")
_WHO_COMES = Pattern(
    r"\b(?:(?:full |settlement |complete )+authority|in attendance|in person at|be represented (?:at|by)|(?:bring|send) (?:someone|anyone)\b[^.;]{0,40}\bauthority|represented by (?:lead |trial )?counsel at|(?:send|bring|accompanied by|represented by) (?:an?|the|its|his|her|their) (?:[a-z-]+ ){0,3}(?:representative|client|clients|person|principal|adjuster|insurer|officer)|(?:^on the (?:call|line)|have (?:[a-z-]+ ){1,5}present)|(?:available|present|reachable|on the line)(?: by telephone| in person| to| throughout| for the)|first appear)"
)
_TOGETHER = Pattern(r"\s(?:down|together)\b")
_WHERE = Pattern(r"\b(?:place|location|where|site|venue)\b")
_MORE_TIME = Pattern(r"extension|extend|continu|adjourn|enlarge|(?:additional|more) time")
_CHAMBERS_COPY = Pattern(r"chambers (?:hard )?cop|courtesy cop|hard copy|working copy")
_NO_ARGUMENT = Pattern(r"without (?:oral )?argument|on the papers")
_LOCAL_RULES = Pattern(
    r"local rules?|federal rules|civil rules|l\. ?r\.|general order|those rules|applicable rules|rules of"
)
_TELLING_PEOPLE = frozenset(
    ("tell", "disclose", "identify", "show", "inform", "say", "address", "suggest", "discuss", "explain")
)
_IN_PAPER = Pattern(
    r"\bin (?:the|its|their|his|her|an?|any) (?:[a-z-]+\s){0,2}(?:letter|motion|brief|papers?|request|notice|report|statement|submission|filing|paragraph)"
)
_TO_A_PARTY = Pattern(
    r"\s(?:the\s|each\s)?(?:plaintiffs?|defendants?|opposing (?:counsel|part(?:y|ies))|other (?:side|part(?:y|ies))|all (?:other )?(?:counsel|parties)|counsel for)\s(?:with|a|one|two|copies)\b"
)
_TAKEN = Pattern(
    r"\b(?:depositions?|interrogatories|requests for|discovery|arguments?|trial|hearings?|testimony|witnesses|examination|challenges)\b"
)  # what is taken or heard, and is no paper
_EXTENSION = Pattern(
    r"\b(?:extensions?(?: of)?|adjournments?|continuances?|enlargements?|more time|additional time|(?:to|for) (?:extend|continue|adjourn|enlarge|postpone|reschedule)\b)"
)
_CALLED = Pattern(r"\b(?:conference|call|hearing|argument|teleconference)\b")
_NAMING = frozenset(
    ("disclose", "disclosed", "designate", "designated", "identify", "identified", "exchange", "exchanged")
)
_DISPUTE = Pattern(r"\b(?:disputes?|issues?|disagreements?|problems?|matters?)\b")
_READY = Pattern(
    r"\b(?:be )?(?:fully )?prepared to (?:discuss|argue|address|present|proceed|be examined)\b|\barrange\b.{0,30}\bcourtcall"
)
_PRODUCED = Pattern(
    r"\b(?:privilege )?logs?\b|\b(?:responsive|requested|withheld) (?:documents|materials|records)|\bdocuments responsive|\b(?:responses|answers) to (?:the )?(?:\w+ )?(?:interrogator|requests? for)|\bsupplemental responses|\b(?:interrogator|requests? for (?:production|admission)|document requests|discovery requests)"
)
_IN_A_PAPER = Pattern(
    r"\s(?:[a-z]+ly\s)?(?:in|on|at|with|within)\s(?:the|its|their|any|each|an?)\s(?P<paper>(?:[a-z'-]+\s){0,6}?(?:letters?|motions?|briefs?|papers?|requests?|notices?|reports?|statements?|submissions?|filings?|certificat\w+|captions?|memorand\w+|responses?|declarations?|first page|cover|title))\b"
)
_HOW = Pattern(
    r"\s(?:[a-z]+ly\s)?(?:by|in|on|as(?! soon)|under|through|via|pursuant to|jointly|using|consecutively)\b(?! (?:or )?(?:before|the (?:date|day|court|deadline)))"
)
_SHAPED = frozenset(
    (
        "made",
        "produced",
        "submitted",
        "paginated",
        "placed",
        "split",
        "raised",
        "sought",
        "exchanged",
        "set",
        "organized",
        "arranged",
        "separated",
        "transmitted",
        "presented",
        "combined",
    )
)
_BY_DATE = Pattern(r"\b(?:days?|hours?|\d{4}|[ap]\.m|noon)\b")
_PAPER_KINDS = frozenset(("file", "provide", "lodge", "serve", "include", "notify", "mark"))
_WITH = Pattern(r"\s(?:with|together|among|in good faith|by telephone|in person)\b")
_COSTS = Pattern(r"\s(?:[a-z]+\s){0,3}(?:costs?|fees|expenses?|burden|risk|responsibility)\b")
_TO_OTHERS = Pattern(
    r"\s(?:up)?on (?:all|opposing|the other)|\sto (?:all |each |the )?(?:opposing|other|adverse|adversary)(?: counsel| part| side|')|\sto all (?:counsel|parties)|\sto (?:plaintiff|defendant)'?s?'? counsel"
)
_THIS_ORDER = Pattern(
    r"this order|standing order|requirements of th|foregoing|court's order|these (?:procedures|requirements)"
)

_ANSWERING_PAPER = Pattern(
    r"\s*(?:(?:any|all|an?|the|each|every|such|its|their|his|her|written|opposing|[a-z]+'s?)\s+){0,4}"
    r"(?P<paper>oppositions?|respons(?:e|es)|repl(?:y|ies))(?:\s(?:papers?|briefs?|memorand\w+))?\s"
    r"(?:to|in (?:opposition|reply|response) to)\b"
    r"(?!\s(?:(?:the|any|all|such|each|written)\s)*(?:court|complaint|interrogator|requests?|discovery requests?|document|subpoena|order))"
)
_NUMBER_TO_CALL = Pattern(
    r"\s(?:in to |into |in at )?(?:\+?1[ -.]?)?\(?\d{3}\)?[ -.]\d{3}[ -.]\d{4}\b[^;]{0,80}?\b(?:code|passcode|pin|join|participate|meeting id|conference id|bridge)\b"
)
_OWN_WORDS = 8
_BREAK = Pattern(r"[,;:(]")
_HANGING = frozenset(("a", "all", "an", "and", "any", "as", "at", "between", "by", "each", "every", "for", "from", "his", "her", "if", "in", "into", "its", "no", "not", "of", "on", "or", "such", "that", "the", "their", "these", "this", "those", "to", "upon", "with", "within", "without"))  # fmt: skip
_OPPOSITION = ("opposition", Act.FILE_OPPOSITION, Bearer.OPPONENT)
_REPLY = ("reply", Act.FILE_REPLY, Bearer.MOVANT)


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
def _papers() -> tuple[tuple[Pattern, str, Act, Bearer], ...]:
    return tuple((Pattern(rf"\b(?:{words})"), kind, act, bearer) for words, kind, act, bearer in PAPERS)


@lru_cache(maxsize=4096)
def paper_from_words(words: str) -> tuple[str, Act, Bearer] | None:
    """Return the kind of paper that some folded words name, the act of filing it and who usually does so.

    Examples: ``"proposed integrated pretrial order"`` is a ``proposed_order``; ``"any opposition to a discovery motion"``
    is an ``opposition``: the paper that answers is named first, the one it answers after it.
    """
    answer = _ANSWERING_PAPER.match(words)
    if answer is not None:
        return _REPLY if answer["paper"].startswith("repl") else _OPPOSITION
    for pattern, kind, act, bearer in _papers():
        if pattern.search(words):
            return kind, act, bearer
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """A clause as the tables look at it: its words, folded, and what the clause before was about."""

    clause: Clause
    subject: str
    predicate: str
    previous: Frame | None

    @property
    def goal(self) -> str:
        """What the act is done to: the object, or in the passive the subject."""
        return self.subject if self.clause.passive else self.predicate

    @property
    def relative(self) -> bool:
        """Whether the subject only points back ("which", "it", nothing)."""
        return self.subject.strip() in {"which", "that", "it", "this", "they", ""}


def frame_of_clause(folded: str, clause: Clause, previous: Frame | None) -> Frame:
    """Return what a clause is about; the first family of the table that knows it answers.

    Example: "the parties shall jointly file a detailed letter" is ``file_joint_letter``.

    Args:
        folded: the clean text, folded.
        clause: the clause.
        previous: what the clause before was about, for "which shall include …" and "this letter".
    """
    view = _View(
        clause=clause,
        subject=folded[clause.subject[0] : clause.subject[1]],
        predicate=folded[clause.predicate[0] : min(clause.predicate[1], clause.predicate[0] + 240)],
        previous=previous,
    )
    joint = "jointly" in folded[clause.nucleus[0] : clause.nucleus[1]]
    frame = (
        _people(view)
        or _leave_and_notice(view)
        or _copies_and_marks(view)
        or _contents(view)
        or _filing(view, joint=joint)
        or _rest(view)
    )
    return _named_closer(frame, view, folded[clause.nucleus[0] : clause.nucleus[1]])


_TOO_WIDE = frozenset((Act.FILE_PAPER, Act.FILE_MOTION, Act.SERVE_PAPER, Act.FILE_OPPOSITION))


def _named_closer(frame: Frame, view: _View, nucleus: str) -> Frame:
    """Name the act by what it is done to, where verb and paper alone tell too little; the kind of label stays.

    Examples: "motions to extend a deadline must say why" is ``request_extension``; "shall e-mail the table to chambers" is
    ``email_chambers``; "shall produce the log" is ``answer_discovery``; "must ask for a conference" is ``notify_court``.
    """
    if frame.act not in _TOO_WIDE and not isinstance(frame.act, Other):
        return frame
    verb, kind = view.clause.verb, view.clause.verb_class
    whole = f"{view.subject} {view.predicate[:120]}"
    if _EXTENSION.search(view.subject if view.clause.passive else whole):
        return replace(frame, act=Act.REQUEST_EXTENSION)
    if (verb in {"e-mail", "e-mailed", "email", "emailed"} or "by e-mail" in view.predicate) and _TO_COURT.search(
        view.predicate
    ):
        return replace(frame, act=Act.EMAIL_CHAMBERS)
    if kind == "request" and _CALLED.search(view.goal[:80]):
        return replace(frame, act=Act.NOTIFY_COURT)
    if verb in _NAMING and "expert" in whole:
        return replace(frame, act=Act.DISCLOSE_EXPERTS)
    if (
        verb in {"bring", "raise", "brought", "raised", "present", "presented"}
        and _DISPUTE.search(whole)
        and _TO_COURT.search(view.predicate)
    ):
        return replace(frame, act=Act.NOTIFY_COURT)
    if _READY.search(f"{nucleus}{view.predicate[:60]}"):
        return replace(frame, act=Act.APPEAR)
    if kind in {"provide", "serve", "respond"} and _PRODUCED.search(view.goal[:80]):
        return replace(frame, act=Act.ANSWER_DISCOVERY, bearer=Bearer.RESPONDING_PARTY)
    return frame


def _people(view: _View) -> Frame | None:
    """Meetings, efforts, attendance, sittings: acts of people among themselves and before the court."""
    clause, kind, verb = view.clause, view.clause.verb_class, view.clause.verb
    meeting = _MEETING.search(view.subject) is not None
    if (kind == "meet" and not (verb == "consult" and not _WITH.match(view.predicate))) or (
        verb in {"sit", "come"} and _TOGETHER.match(view.predicate)
    ):
        return Frame(act=Act.MEET_AND_CONFER, facet=Facet.MEETING, bearer=Bearer.COUNSEL)
    placed = verb in {"at", "in"} and clause.passive
    if kind == "hold" and view.relative and view.previous is not None and view.previous.act is Act.DEMAND_MEETING:
        return Frame(act=Act.MEET_AND_CONFER, facet=Facet.MEETING, bearer=Bearer.COUNSEL)
    if (kind in {"hold", "alternate", "coordinate"} or placed) and (meeting or "location" in view.subject):
        if _EFFORTS.search(view.predicate):
            return Frame(act=Act.MAKE_EFFORTS, facet=Facet.DUTY)
        where = placed or "location" in view.subject or _PLACE.search(view.predicate) is not None
        return Frame(act=Act.MEET_AND_CONFER, facet=Facet.LOCATION if where else Facet.MEETING, bearer=Bearer.COUNSEL)
    if _EFFORTS.search(verb + view.goal) and kind not in {"include", "file", "provide"}:
        return Frame(act=Act.MAKE_EFFORTS, facet=Facet.DUTY)
    if (
        (kind == "attend" and verb != "sit")
        or (verb == "present" and clause.passive)
        or _PRESENT.match(verb + view.predicate)
        or (
            (kind not in _PAPER_KINDS or verb in {"send", "bring"})
            and _WHO_COMES.search(verb + view.predicate) is not None
        )
    ):
        act = (
            Act.MEET_AND_CONFER
            if _MEETING.search(view.goal)
            else Act.MEDIATE
            if "mediation" in view.predicate
            else Act.APPEAR
        )
        return Frame(act=act, facet=Facet.ATTENDANCE, bearer=Bearer.COUNSEL)
    if kind == "dial" or (verb == "call" and _NUMBER_TO_CALL.match(view.predicate)):
        return Frame(act=Act.HOLD_CONFERENCE, facet=Facet.LOCATION, bearer=Bearer.COUNSEL)
    if kind == "hold" and _SITTING.search(view.subject):
        act = Act.HOLD_TRIAL if "trial" in view.subject and "conference" not in view.subject else Act.HOLD_CONFERENCE
        facet = Facet.LOCATION if _PLACE.search(view.predicate) else Facet.OTHER
        return Frame(act=act, facet=facet, bearer=Bearer.COURT)
    if verb in {"choose", "select", "pick", "host", "designate"} and _WHERE.search(view.predicate[:80]):
        return Frame(act=Act.MEET_AND_CONFER, facet=Facet.LOCATION, bearer=Bearer.COUNSEL)
    demanded = kind == "demand" or (
        kind in {"request", "serve"} and verb != "seek" and ("demand" in view.predicate or kind == "request")
    )
    if demanded and (_MEETING.search(view.predicate) or (kind == "demand" and "conference" in view.predicate)):
        return Frame(act=Act.DEMAND_MEETING, facet=Facet.DUTY, bearer=Bearer.ANY_PARTY)
    return None


def _leave_and_notice(view: _View) -> Frame | None:
    """Compliance, withdrawal, leave, extensions, notice to the court, supplementation."""
    kind = view.clause.verb_class
    if kind == "comply":
        act = Act.COMPLY_WITH_RULES if _LOCAL_RULES.search(view.predicate) else Act.COMPLY_WITH_ORDER
        return Frame(act=act, facet=Facet.DUTY)
    if kind == "withdraw":
        return Frame(act=Act.WITHDRAW_MOTION, facet=Facet.DUTY, bearer=Bearer.MOVANT)
    if kind == "request":
        if "leave" in view.goal:
            return Frame(act=Act.SEEK_LEAVE, facet=Facet.DUTY, bearer=Bearer.MOVANT)
        if _MORE_TIME.search(view.goal):
            return Frame(act=Act.REQUEST_EXTENSION, facet=Facet.DUTY, bearer=Bearer.ANY_PARTY)
    informs = view.clause.verb in {"inform", "advise", "e-mail", "email"} and not _FORMAT.search(view.predicate)
    told = _TO_COURT.match(view.predicate)
    if told is not None and view.clause.verb in {"e-mail", "email"} and " to " in told[0]:
        told = None  # a paper is e-mailed to chambers: not news
    to_court = told or (kind == "notify" and _TO_COURT.search(view.predicate[:60]))
    if (kind == "notify" or informs) and to_court:
        return Frame(act=Act.NOTIFY_COURT, facet=Facet.DUTY, bearer=Bearer.PARTIES)
    if kind == "supplement":
        known = "disclos" in view.goal
        act_code: ActCode = Act.SUPPLEMENT_DISCLOSURES if known else _other(view)
        return Frame(act=act_code, facet=Facet.DUTY, bearer=Bearer.PARTY_OR_COUNSEL, known=known)
    return None


def _copies_and_marks(view: _View) -> Frame | None:
    """Chambers copies, what is printed on them, captions."""
    kind, previous = view.clause.verb_class, view.previous
    if kind == "mark" and (
        (view.clause.verb == "bear" and _COSTS.match(view.predicate))
        or (view.clause.verb == "designate" and not view.clause.passive and '"' not in view.predicate)
    ):
        return Frame(act=_other(view), facet=Facet.DUTY)
    if (
        kind == "provide"
        and not view.clause.passive
        and _TO_A_PARTY.match(view.predicate)
        and not _TO_COURT.search(view.predicate)
        and _COPIES.search(view.predicate)
    ):
        return Frame(act=Act.SERVE_PAPER, facet=Facet.SERVICE, paper="filing", bearer=Bearer.FILER)
    if (
        kind in {"lodge", "provide", "file"}
        and _COPIES.search(view.goal)
        and _TO_COURT.search(view.goal + view.predicate)
        and "with a copy to" not in view.predicate
    ):
        return Frame(act=Act.LODGE_CHAMBERS_COPY, facet=Facet.COPIES, paper="chambers_copy", bearer=Bearer.FILER)
    reaches = _COPIES.search(view.subject) is not None and _TO_COURT.match(view.predicate) is not None
    if (_CHAMBERS_COPY.search(view.subject) or reaches) and kind != "mark":
        return Frame(act=Act.LODGE_CHAMBERS_COPY, facet=Facet.COPIES, paper="chambers_copy", bearer=Bearer.FILER)
    if kind != "mark":
        return None
    points_back = previous is not None and previous.paper == "chambers_copy" and view.relative
    if points_back or _COPIES.search(view.subject):
        return Frame(
            act=Act.MARK_CHAMBERS_COPY, facet=Facet.FORMAT_REQUIREMENT, paper="chambers_copy", bearer=Bearer.FILER
        )
    if _CAPTIONS.search(view.predicate) or _CAPTIONS.search(view.subject):
        return Frame(act=Act.CAPTION_PAPER, facet=Facet.FORMAT_REQUIREMENT, paper="filing", bearer=Bearer.FILER)
    return None


def _contents(view: _View) -> Frame | None:
    """What a paper must say, and how it must look: a paper is the subject, or the verb is one of telling."""
    clause, kind = view.clause, view.clause.verb_class
    named = bearer_from_words(view.subject) is not None  # a person files a paper; a paper says something
    paper = None if view.relative or named else paper_from_words(view.subject)
    if kind == "format" and clause.verb in {"limit", "limited"} and clause.passive and _TAKEN.search(view.subject):
        return Frame(act=_other(view), facet=Facet.OTHER, bearer=Bearer.PARTIES)
    if kind == "format":
        found = paper or (paper_from_words(view.predicate) if not clause.passive else None)
        act = found[1] if found else Act.FILE_PAPER
        return Frame(
            act=act, facet=Facet.FORMAT_REQUIREMENT, paper=found[0] if found else "filing", bearer=Bearer.FILER
        )
    by_itself = paper is not None and not clause.passive and (kind in {"include", "provide"} or clause.verb == "have")
    begins = (paper is not None or view.relative) and clause.verb == "begin" and view.predicate.startswith(" with ")
    proposes = (paper is not None or view.relative) and not clause.passive and clause.verb in {"propose", "conform"}
    if kind != "include" and not by_itself and not begins and not proposes:
        return None
    if named and not clause.passive and clause.verb in _TELLING_PEOPLE and not _IN_PAPER.search(view.predicate):
        return None
    if "copy of this order" in view.predicate:
        return Frame(act=Act.SERVE_PAPER, facet=Facet.SERVICE, paper="order", bearer=Bearer.FILER)
    if paper is not None:
        return Frame(act=paper[1], facet=Facet.CONTENT_REQUIREMENT, paper=paper[0], bearer=paper[2])
    if view.relative and view.previous is not None and view.previous.paper:
        before = view.previous
        return Frame(act=before.act, facet=Facet.CONTENT_REQUIREMENT, paper=before.paper, bearer=before.bearer)
    if clause.passive and clause.verb not in {"accompanied", "supported"}:
        return _told_in_a_paper(view)
    inside = paper_from_words(view.predicate)
    if inside is not None:
        return Frame(act=inside[1], facet=Facet.CONTENT_REQUIREMENT, paper=inside[0], bearer=inside[2])
    return Frame(act=_other(view), facet=Facet.CONTENT_REQUIREMENT, known=False)


def _told_in_a_paper(view: _View) -> Frame | None:
    """Read what must stand in a paper, told in the passive: "the outcome must be stated in the body of the motion"."""
    where = _IN_A_PAPER.match(view.predicate)
    if where is None:
        return None
    found = paper_from_words(where["paper"]) or ("filing", Act.FILE_PAPER, Bearer.FILER)
    return Frame(act=found[1], facet=Facet.CONTENT_REQUIREMENT, paper=found[0], bearer=found[2])


def _filing(view: _View, *, joint: bool) -> Frame | None:
    """Papers filed, sent, served, answered; discovery completed."""
    clause, kind, verb = view.clause, view.clause.verb_class, view.clause.verb
    if kind == "serve":
        found = paper_from_words(view.goal)
        discovery = found is not None and found[1] is Act.SERVE_DISCOVERY
        act = Act.SERVE_DISCOVERY if discovery else Act.SERVE_PAPER
        return Frame(act=act, facet=Facet.SERVICE, paper=found[0] if found else "", bearer=Bearer.FILER)
    if kind == "provide" and _TO_OTHERS.match(view.predicate) and clause.passive and _COPIES.search(view.subject):
        return Frame(act=Act.SERVE_PAPER, facet=Facet.SERVICE, paper="filing", bearer=Bearer.FILER)
    if kind == "file" and _NO_ARGUMENT.search(view.predicate):
        return Frame(act=Act.SUBMIT_WITHOUT_ARGUMENT, facet=Facet.DUTY, bearer=Bearer.PARTIES)
    if kind == "respond":
        found = paper_from_words(view.predicate[:80])
        pleads = verb.startswith("answer") or "complaint" in view.predicate[:80]
        act = Act.FILE_PLEADING if pleads else Act.FILE_OPPOSITION
        if verb.startswith("object"):
            act = Act.OBJECT_TO_SUBPOENA if "subpoena" in view.predicate else Act.OBJECT_TO_RULING
        return Frame(act=act, facet=Facet.DUTY, paper=found[0] if found else "opposition", bearer=Bearer.OPPONENT)
    if kind not in {"file", "provide", "lodge", "complete", "exchange", "mediate", "use", "hold", "supplement"}:
        return None
    found = paper_from_words(view.goal) or (paper_from_words(view.predicate) if clause.passive else None)
    looks = kind not in {"complete", "hold"} and (
        _FORMAT.search(view.predicate) is not None or (_is_shaped(view) and not _BY_DATE.search(view.predicate))
    )
    facet = Facet.FORMAT_REQUIREMENT if looks else Facet.DUTY
    if looks and _LOCAL_RULES.search(view.predicate) and "compliance" in view.predicate:
        return Frame(act=Act.COMPLY_WITH_RULES, facet=facet, paper="filing", bearer=Bearer.FILER)
    if found is not None:
        letter = joint and found[0] in {"letter", "joint_letter"}
        act = Act.FILE_JOINT_LETTER if letter else found[1]
        return Frame(act=act, facet=facet, paper="joint_letter" if letter else found[0], bearer=found[2])
    if kind in {"file", "provide", "lodge"}:
        to_court = _TO_COURT.search(view.predicate) is not None
        return Frame(
            act=Act.FILE_PAPER,
            facet=facet,
            paper="filing",
            bearer=Bearer.FILER,
            known=kind != "provide" or to_court or looks,
        )
    return None


def _rest(view: _View) -> Frame:
    """Payments and stays; what no table knows is kept in the clause's words."""
    kind, verb = view.clause.verb_class, view.clause.verb
    if kind == "mark":
        facet = Facet.CONTENT_REQUIREMENT if verb == "list" else Facet.FORMAT_REQUIREMENT
        return Frame(act=_other(view), facet=facet)
    if kind == "pay":
        return Frame(act=Act.PAY_EXPENSES, facet=Facet.SANCTION)
    if kind == "stay":
        return Frame(act=Act.STAY, facet=Facet.OTHER, bearer=Bearer.COURT)
    if verb in {"maintained", "placed", "kept", "retained"}:
        return Frame(act=_other(view), facet=Facet.OTHER, known=False)
    if (verb == "by" or (verb == "in" and _FORMAT.search(f"in{view.predicate}"))) and view.clause.passive:
        return Frame(act=_other(view), facet=Facet.FORMAT_REQUIREMENT)
    by_the_way = _is_shaped(view)
    if by_the_way:
        return Frame(act=_other(view), facet=Facet.FORMAT_REQUIREMENT, paper="filing", bearer=Bearer.FILER)
    points_back = view.relative and view.previous is not None and bool(view.previous.paper)
    shaped = points_back or paper_from_words(view.subject) is not None or "change" in view.subject
    if _FORMAT.search(view.clause.verb + view.predicate) and (kind in {"use", "request", "mark"} or shaped):
        return Frame(act=_other(view), facet=Facet.FORMAT_REQUIREMENT, known=kind != "use")
    return Frame(act=_other(view), facet=Facet.DUTY, known=kind in {"review", "coordinate", "use"})


def _is_shaped(view: _View) -> bool:
    """Say whether a passive clause tells how a paper is made: "requests must be made by motion"."""
    named = paper_from_words(view.subject) is not None
    return view.clause.passive and view.clause.verb in _SHAPED and named and _HOW.match(view.predicate) is not None


def _other(view: _View) -> Other:
    """Keep an act in the clause's own words: its verb and the first words of what it is done to."""
    words = view.subject if view.clause.passive else view.predicate
    verb = base_form(view.clause.verb) if view.clause.passive else view.clause.verb
    few = _BREAK.split(words, maxsplit=1)[0].split()[:_OWN_WORDS]
    if view.clause.passive and few[:1] == ["no"]:  # "no request will be considered": the negation is the modality's
        few = few[1:]
    while few and few[-1].strip(" ;:") in _HANGING:
        few.pop()
    return Other(" ".join((verb, *few)).strip(" ,.;:"))
