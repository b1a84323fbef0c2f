"""The phrases that name an event, and the trigger code each stands for.

A row holds a phrase in the table language of this room and its code; the first row that is found wins, so longer and
narrower phrases stand first. ``*`` stands for up to five words, ``(a|b)`` for either, ``s?`` for an optional letter.
"""

from __future__ import annotations

from soordered.rules.vocabulary import Trigger

T = Trigger

TRIGGER_WORDS: tuple[tuple[str, Trigger], ...] = (
    # the order itself
    (
        r"serv(ice|ing) (a copy of |copies of |of )?(this|the|said|any) (order|ruling)|served with (this|the|a|any) (order|ruling)",
        T.ORDER_SERVED,
    ),
    (r"(entry|docketing|filing) of (this|the present|the instant) (order|notice)|entry of the order", T.ORDER_ENTERED),
    (
        r"(date |day )?this (order|notice) is (entered|filed|docketed)|filed date of this|entry date of (this|the) order|(date|day) (the|this) court enters (this|the) order|(docketing|entry) (date )?of (this|the) (order|notice)",
        T.ORDER_ENTERED,
    ),
    (
        r"(?<!filed )(date|issuance) of (this|the) (order|notice)|this (order|notice)|date hereof|today|date of (entry|issuance)",
        T.ORDER_DATED,
    ),
    (r"(order|notice|date) of reference|referral|reference to the magistrate judge", T.REFERENCE_MADE),
    # the procedure of a dispute
    (r"discovery dispute *(arise|arose)|dispute (arises|arose|arising)", T.DISPUTE_AROSE),
    (r"efforts *(unsuccessful|fail|failed|exhausted)", T.EFFORTS_FAILED),
    (
        r"(demand|request) for (a|the|such) (meeting|conference)|the demand|such (a )?demand|a demand|demand for|date of (the )?demand|request to (meet|confer)|request (for|to) meet",
        T.MEETING_DEMANDED,
    ),
    (
        r"receiving *letter|letter (arrives|arrived)|(joint )?letter *(received|receipt)|received *(joint )?letter|receipt of *letter",
        T.LETTER_RECEIVED,
    ),
    (r"joint (discovery )?(statement|submission|stipulation) (is|was) (filed|lodged)", T.LETTER_FILED),
    (r"filing of *letter|letter *filed|submission of *letter", T.LETTER_FILED),
    (r"^(an? |any |the |such )?(oppositions?|responses?)$", T.OPPOSITION_FILED),
    (r"^(an? |any |the |such )?(reply|replies)$", T.REPLY_FILED),
    (r"^motions?$", T.MOTION_FILED),
    (
        r"meet[ -]?and[ -]?confer|in-person meeting|the meeting|such (a )?meeting|meeting *counsel|conference of counsel|(counsels?'?s?'?|parties'?) (meeting|conference)|conferring|this meeting|that meeting|meeting (is|was|has been)",
        T.MEETING_HELD,
    ),
    (
        r"^the meet$|talks? (of|between|among)|(parties|counsel|their) last conference|conferral|conferring",
        T.MEETING_HELD,
    ),
    (r"^meeting$|^meeting (in person|with)", T.MEETING_HELD),
    (r"completion date (for|of) (such |all |the |fact )?discovery|discovery completion date", T.DISCOVERY_CUTOFF),
    (r"event giving rise|events? that gave rise", T.DISPUTE_AROSE),
    (r"determination", T.DETERMINATION_ENTERED),
    # motions
    (
        r"(date (for|of) service|due date|date) of *(opposition|response)s?( (brief|papers))?|opposition( papers)? (is|are|was) due|(opposition|response) (deadline|due date)|deadline for *(opposition|response)",
        T.OPPOSITION_DUE,
    ),
    (
        r"(service of|served with|served) *(opposition|response)|(opposition|response)( brief| papers)? (is|are|was|were|has been|have been) served",
        T.OPPOSITION_SERVED,
    ),
    (
        r"(filing of|filed|files) *(opposition|response) (brief|papers|to the motion)|filing of *(opposition|response)|(opposition|response) (is|was|has been) filed|the opposition|the response",
        T.OPPOSITION_FILED,
    ),
    (r"opposition falls due|response falls due", T.OPPOSITION_DUE),
    (
        r"(reply|replies) (is|are|was|were|would (have been|be)|falls|had been) (due)?|(reply|replies) would have|due date of *repl",
        T.REPLY_DUE,
    ),
    (
        r"(reply|last|final) (brief|papers?)( is| are)?( filed)?$|briefing (is )?(complete|completed|closes)|fully briefed|(filing of|filed) *repl(y|ies)|repl(y|ies) (is|are|was) filed",
        T.REPLY_FILED,
    ),
    (r"(service of|served with) *motion|motion (is|was|has been) served", T.MOTION_SERVED),
    (r"receipt of *motion|receiv(es|ing) *motion", T.MOTION_RECEIVED),
    (
        r"(filing (of|date of|date for)|filed|files) *motion|(filing|bringing|making) (of )?(a|an|any|its|the|such) ([a-z-]+ ){0,3}?motion|motion (is|was|has been) filed|(opening|moving) (brief|papers)",
        T.MOTION_FILED,
    ),
    (
        r"^(the|a|any|its|his|her|that|such|each) (opening |underlying |discovery )?motion( to [a-z]+)?$|notice of motion|motion is docketed|(moving|opening|principal|defendants?'?s?'?|plaintiffs?'?s?'?|movant's) brief is (filed|served)",
        T.MOTION_FILED,
    ),
    (r"(service of|served with) *(ruling|determination|decision)", T.RULING_SERVED),
    (r"(receiving|receipt of|receives) (the |a |any |its )*(court's? )?(ruling|decision)", T.RULING_ENTERED),
    (
        r"court (rules|has ruled|decides|has decided)|motion is (decided|ruled on|granted|denied|resolved)|resolution of *motion|disposition of *motion|^(a |any |its |that )?(ruling|decision)$|(ruling|decision) (on|by|of|from|is)|any * decision|date of *(ruling|decision)|(the|its) ([a-z-]+ ){0,3}?(ruling|decision)",
        T.RULING_ENTERED,
    ),
    (r"objections? (is|are|was) filed|filing of *objection", T.OBJECTION_FILED),
    # sittings
    (r"26\(f\) conference|planning conference|planning meeting|rule 26\(f\)", T.PLAN_CONFERENCE_HELD),
    (r"scheduling conference", T.SCHEDULING_CONFERENCE),
    (r"pre-?trial( and [a-z]+)? conference|(final )?pre-?trial$", T.PRETRIAL_CONFERENCE),
    (
        r"(is|are|will be|to be|being) (heard|argued|called)|return date|(date|day|time) set for (the |a |any |that )?(hearing|motion|argument)",
        T.HEARING,
    ),
    (r"mediation|\bsession", T.MEDIATION),
    (r"opening statements?", T.TRIAL),
    (r"calendar$|(motion|hearing) calendar", T.HEARING),
    (r"teleconference|conference|(?<!docket )(?<!calendar )\bcalls?$|^the call\b", T.CONFERENCE),
    (r"hearing|argument", T.HEARING),
    (r"(start|first day|commencement|date) of (the )?trial|trial( date)?|jury selection", T.TRIAL),
    (r"deposition|examination", T.DEPOSITION),
    # discovery
    (r"(close|completion|end|conclusion) of (the )?(non-?expert|fact)", T.DISCOVERY_CUTOFF),
    (r"(designat|disclos|identif)[a-z]+( of)?( [a-z-]+)?( expert)? (experts?|opinions?)\b", T.EXPERT_DISCLOSED),
    (r"(close|completion|end|conclusion) of *expert|expert (discovery )?cut-?off", T.EXPERT_CUTOFF),
    (
        r"(close|completion|end|conclusion) of *discovery|discovery (cut-?off|closes|deadline)|cut-?off",
        T.DISCOVERY_CUTOFF,
    ),
    (
        r"the disclosure$|the disclosure to which|report to which|expert (disclosure|report)|disclosure of expert",
        T.EXPERT_DISCLOSED,
    ),
    (
        r"subpoena (is|was|has been) served|(service of|served with|receipt of|date of service of) *subpoena",
        T.SUBPOENA_SERVED,
    ),
    (r"(service of|served with|receipt of) *(interrogator|discovery request|request)", T.DISCOVERY_SERVED),
    (r"(service|receipt) of *(answers|responses to)", T.DISCOVERY_ANSWERED),
    (r"(service|receipt|exchange|disclosure) of (the |an? |any |its |that )?([a-z-]+ )?reports?", T.EXPERT_DISCLOSED),
    # papers
    (r"electronic(ally)? (filing|filed)|e-?fil(ing|ed)|filing electronically|filed via (cm/)?ecf", T.PAPER_E_FILED),
    (
        r"you file(d)? the complaint|case initiation|(filing of|filing|filed) *complaint|complaint (is|was) filed|date of removal|(filing of|filed) *(petition|action)",
        T.COMPLAINT_FILED,
    ),
    (
        r"(service of|served with) *(complaint|summons|process)|defendants? (has|have) been served|being served|been served|handed to you",
        T.COMPLAINT_SERVED,
    ),
    (
        r"(scheduled|court|in-court|the next|adjourned) appearance|appearance (date|on notice)|scheduled (matter|proceeding)|calendared (date|matter)",
        T.HEARING,
    ),
    (
        r"appearance|appear(ed|ing|s) in|has appeared|answers or otherwise appears|first defendant (has )?(answer|appear)",
        T.APPEARANCE,
    ),
    (r"join(ed|ing|der) (the|this|in|of)|new party", T.PARTY_JOINED),
    (
        r"(date of|date for|of|after|upon|following) (the )?(filing|submission|lodging)|(is|was|are|were|has been|have been) (filed|lodged|submitted)|filing (the|of|a|any)|submitting",
        T.PAPER_FILED,
    ),
    (r"(date of )?service|(is|was|are|were) served|serving", T.PAPER_SERVED),
    (r"\bletter$|letter (is|was|has been) (filed|submitted|served)", T.LETTER_FILED),
    (r"^(the |its )?filing( date)?$|it is filed|of filing$", T.PAPER_FILED),
    # time itself, and conduct
    (r"compliance (time|date)|time (specified )?for compliance|return date", T.COMPLIANCE_TIME),
    (r"stipulat", T.STIPULATION_MADE),
    (r"stay is lifted|lifting of *stay|reopened|case is re-?opened", T.STAY_LIFTED),
    (r"(learn(s|ed|ing)|discover(s|ed|ing)|becom(es|ing) aware)(?! (the )?merits)", T.ERROR_LEARNED),
    (
        r"deadline|due date|it passes|time is up|the date on which|the date$|expiration|expires|time (period )?(has )?(expired|passed)",
        T.DEADLINE_PASSES,
    ),
    (r"fail(ure|s|ed|ing)? |violat|non-?compliance|breach|not in compliance", T.BREACH),
    (r"request", T.REQUEST_MADE),
)
