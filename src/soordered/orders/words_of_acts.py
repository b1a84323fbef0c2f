"""What verbs and papers mean: the tables that turn a clause's verb and object into an act.

``VERBS`` maps every form of a verb to its class; ``PAPERS`` names papers (and things done with them) by the words that
name them, with the act of filing it, and who does so when the clause is in the passive and names nobody.
"""

from __future__ import annotations

from soordered.rules.vocabulary import Act, Bearer

A, B = Act, Bearer

_FORMS = """
file: file files filed filing re-file refile docket docketed e-file e-files e-filed efile efiled submit submits submitted
file: submitting propose proposes present presented presents tender tendered post posted
provide: provide provides provided providing furnish furnished send sends sent sending transmit transmitted forward mail
provide: mailed email e-mail emailed e-mailed deliver delivered delivering give gives given hand produce produced supply supplied
lodge: lodge lodges lodged lodging
serve: serve serves served serving
meet: meet-and-confer meet meets met meeting confer confers conferred conferring consult talk talks talked speak
attend: come comes attend attends attended attending appear appears appeared participate participates participated join sit
hold: hold holds held occur occurs occurred convene convened conducted conduct begin commence
include: noted documented recorded disclosed
include: discuss discusses discussed addressed explained
include: include includes included including contain contains contained state states stated describe describes described
include: identify identifies identified identifying indicate indicates disclose specify specifies explain explains certify
include: attached appended annexed enclosed append appends accompanied supported say says tell tells show shows certifies recite recites summarize inform informs address addresses suggest suggests quote quotes attach
mark: list listed designate designated mark marked caption captioned bear bears label labeled labelled entitle entitled stamp stamped
format: exceed exceeds format formatted spaced typed numbered tabbed bound limit limited run sign signed printed verify verified bind stapled set-in highlighted underlined double-spaced single-spaced
comply: comply complies complied conform conforms adhere abide obey
demand: demand demands demanded
request: request requests requested seek seeks sought move moves moved apply petition ask asks raised
withdraw: withdraw withdraws withdrawn
notify: notify notifies notified contact contacts call calls telephone alert
determine: determine determines determined decide decides consider considers rule rules resolve resolves resolved
refuse: accept accepted considered disregarded rejected stricken strike entertained read
complete: complete completes completed completing conclude concluded close closed finish finished
exchange: exchange exchanged exchanges
respond: respond responds responded answer answers answered oppose opposes object objects reply replies
supplement: supplement supplements supplemented amend amends amended update updates updated correct corrected
use: use uses used utilize
mediate: mediate mediated
stay: stay stayed
refer: refer refers referred reassign reassigned assign assigned
sanction: sanction sanctioned result impose imposed subject lead
alternate: alternate alternates rotate
pay: pay pays paid
review: review reviews reviewed familiarize
coordinate: coordinate coordinates ensure ensures initiate initiated arrange schedule
dial: dial
"""

VERBS: dict[str, str] = {}
for _line in _FORMS.strip().splitlines():
    _name, _, _forms = _line.partition(":")
    for _form in _forms.split():
        VERBS.setdefault(_form, _name)

PAPERS: tuple[tuple[str, str, Act, Bearer], ...] = (
    # words, kind of paper, act of making it, who does it when nobody is named
    (
        r"chambers'?s? (hard )?cop|courtesy cop|(paper|hard|conformed|printed|working|judge's),? (paper )?cop",
        "chambers_copy",
        A.LODGE_CHAMBERS_COPY,
        B.FILER,
    ),
    (
        r"joint (discovery )?(dispute )?letter|letter brief|detailed letter|discovery letter|joint discovery (report|statement)|joint statement",
        "joint_letter",
        A.FILE_JOINT_LETTER,
        B.PARTIES,
    ),
    (
        r"discovery motion|motions? (to compel|relat\w+ to discovery|concerning discovery|for (a )?protective)",
        "discovery_motion",
        A.FILE_DISCOVERY_MOTION,
        B.MOVANT,
    ),
    (r"under seal|sealed|sealing", "sealed_paper", A.FILE_UNDER_SEAL, B.FILER),
    (
        r"proposed (integrated )?(\w+ )?(order|judgment)|jury (charge|instruction)|draft order",
        "proposed_order",
        A.FILE_PROPOSED_ORDER,
        B.PARTIES,
    ),
    (
        r"(case management|status|planning|joint|pre-?trial|settlement|scheduling|discovery)[\w -]{0,40}(report|statement|letter)|status report|report",
        "status_report",
        A.FILE_STATUS_REPORT,
        B.PARTIES,
    ),
    (r"stipulat", "stipulation", A.FILE_STIPULATION, B.PARTIES),
    (r"consent|declination", "consent", A.FILE_CONSENT, B.PARTIES),
    (
        r"opposition|oppose|(?<!to )respon(se|d)s?\b(?! to (the |any |all )?(interrog|request|discovery))",
        "opposition",
        A.FILE_OPPOSITION,
        B.OPPONENT,
    ),
    (r"repl(y|ies)", "reply", A.FILE_REPLY, B.MOVANT),
    (r"motions?|application", "motion", A.FILE_MOTION, B.MOVANT),
    (
        r"answers? (to|or|and)? ?(the )?(court )?interrogator|responses to (discovery|interrog|request)|court interrogator",
        "discovery_answer",
        A.ANSWER_DISCOVERY,
        B.RESPONDING_PARTY,
    ),
    (r"amended pleading|amend|answer|pleading|complaint|joinder|petition", "pleading", A.FILE_PLEADING, B.PARTIES),
    (r"expert", "expert_disclosure", A.DISCLOSE_EXPERTS, B.PARTIES),
    (r"disclosures?", "disclosures", A.DISCLOSE, B.PARTIES),
    (
        r"interrogator|requests? (for production|to admit|for admission)|discovery requests?|document requests?",
        "discovery_request",
        A.SERVE_DISCOVERY,
        B.REQUESTING_PARTY,
    ),
    (r"discovery|depositions?", "discovery", A.COMPLETE_DISCOVERY, B.PARTIES),
    (r"mediation|adr|settlement (meeting|conference)|early neutral", "mediation", A.MEDIATE, B.PARTIES),
    (r"letter", "letter", A.FILE_PAPER, B.PARTIES),
    (r"caption", "caption", A.CAPTION_PAPER, B.FILER),
    (r"objections?", "objection", A.OBJECT_TO_RULING, B.OPPONENT),
    (
        r"position papers?|briefs?|memorand|declarations?|exhibits?|materials|statements?|notices?|certificat\w+|forms?\b|documents?|filings?|papers?\b|submissions?|requests?|list\b|appendi(x|ces)|binders?\b|transcripts?|designations?|affidavits?",
        "filing",
        A.FILE_PAPER,
        B.PARTIES,
    ),
)

TOPICS: dict[Act, str] = {
    A.REFER_MATTER: "referral",
    A.MAKE_EFFORTS: "efforts",
    A.DEMAND_MEETING: "demand",
    A.MEET_AND_CONFER: "meeting",
    A.FILE_JOINT_LETTER: "joint-letter",
    A.DETERMINE_PROCEEDINGS: "determination",
    A.FILE_DISCOVERY_MOTION: "discovery-motion",
    A.HEAR_MOTIONS: "hearings",
    A.HOLD_CONFERENCE: "conference",
    A.HOLD_TRIAL: "trial",
    A.FILE_OPPOSITION: "opposition",
    A.FILE_REPLY: "reply",
    A.FILE_MOTION: "motion",
    A.NOTIFY_COURT: "notice",
    A.CAPTION_PAPER: "caption",
    A.LODGE_CHAMBERS_COPY: "chambers-copy",
    A.MARK_CHAMBERS_COPY: "chambers-copy-mark",
    A.SUPPLEMENT_DISCLOSURES: "supplement",
    A.IMPOSE_SANCTIONS: "sanctions",
    A.REQUIRE_EXECUTIVES: "executives",
}
"""Short names for the ids of rules; an act without one uses its code."""

SCOPED_TOPICS: frozenset[Act] = frozenset(
    {A.MAKE_EFFORTS, A.DEMAND_MEETING, A.MEET_AND_CONFER, A.FILE_JOINT_LETTER, A.DETERMINE_PROCEEDINGS}
)
"""Acts of the dispute procedure: their ids begin with the scope, because one order can hold both tracks."""
