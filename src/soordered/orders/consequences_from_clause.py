"""What follows a failure: sanctions held out, papers refused, motions denied, rights waived.

Productions:

* *failure*   "failure to comply may result in sanctions"; the subject is a failure
* *refused*   "papers not filed in compliance will not be considered"
* *adverse*   "the motion may be denied", "the case will be dismissed": the act itself is one that nobody wants
"""

from __future__ import annotations

import re

from soordered.orders.clauses_from_sentences import Clause
from soordered.orders.conditions_from_clause import cites_in
from soordered.orders.norms import Find, Norm
from soordered.orders.patterns import Pattern
from soordered.rules.rule import Consequence, ConsequenceStatus, Precondition
from soordered.rules.vocabulary import Act, Bearer, Facet, Modality, Trigger

FAILURE = Pattern(
    r"\b(?:fail(?:ure|s|ed|ing)?|violat\w+|non-?compliance|disregard of|disobe\w+|ignores?|breach|not (?:be )?(?:filed |served |timely )?in (?:compliance|time)|untimely|late|refus\w+)\b"
)
_REFUSED = frozenset(("considered", "read", "heard", "entertained", "reviewed", "received", "accepted"))
_PASSED_OVER = frozenset(("scheduled", "docketed", "calendared", "set", "addressed", "granted", "processed", "acted"))
_PAYS = Pattern(
    r"^(?:award|pay|bear|ordered to (?:pay|bear)|made to (?:pay|bear)|required to (?:pay|bear)|assessed|charged)\b|^[^.;]{0,60}\b(?:award of|pay|bear)\b[^.;]{0,40}\b(?:expenses|fees|costs)\b"
)
_LACKING = Pattern(r"\b(?:without|not|fail\w*|untimely|late|non-?complian\w+|lacking|unsigned)\b")
_ADVERSE = Pattern(
    r"^(?:stricken|struck|disregarded|denied|dismissed|rejected|excluded|precluded|waived|dropped|terminated|revoked|forfeited|imposed|sanctioned|ignored|deemed (?:improper|inadequate|untimely|insufficient|to (?:have )?(?:waive|concede|admit|abandon|withdraw)\w*|to consent|a waiver|unopposed|waived|abandoned|moot|withdrawn|conceded|admitted|(?:sufficient )?grounds)|taken as"
    r"|required to show cause|ordered to show cause|treated as (?:unopposed|consent)|granted as unopposed|vacated|barred|(?:an? )?cause for|(?:a |additional )?grounds? for|subject to"
    r"|taken by the marshal|punished|removed from|required to show cause|directed to (?:unseal|strike|close|enter default)|(?:ordered|required|made|directed) to (?:pay|bear|reimburse)|assessed|charged|taxed|fined|sent back|returned)\b"
)
_LEADS = Pattern(
    r"^(?:result|lead|subject|expose|constitute|be cause|cause|delay|waive|warrant|forfeit|in that event treat|treat)\b[^.;]*?\b(?:sanction|dismiss|termination|default|strik|stricken|denial|contempt|penalt|fees|waiver|delay|cause|unopposed|further action|expense|judicial action)"
)
_POWERS = Pattern(
    r"^(?:dismiss|construe|deem|default)\b|^enter (?:an award|judgment|default)|^recommend\b[^.;]*?\b(?:dismiss|default|sanction|denied|denial)|^(?:disregard|strike|reject|return|refuse to)\b|^(?:impose|order|award|issue|strike|dismiss|exclude|preclude|deny|enter|sanction|hold)\b[^.;]*?(?:sanction|fees|expenses|costs|dismiss|default|contempt|stri|exclu|penalt|deny|denied)|^(?:strike|dismiss|exclude|deny)\b[^.;]*?(?:motion|paper|brief|filing|submission|letter|request)"
)
_HELD_AS = Pattern(r"(?:deemed|construed|treated|considered|viewed|taken|regarded)\s")
_SUBMITTED = Pattern(r"\bsubmitted to the (?:presiding|assigned|district) judge\b")


def consequence_of_clause(clause: Clause, subject: str, bearer: Bearer | None, folded: str, clean: str) -> Norm | None:
    """Return what a clause says will follow a failure, ``None`` if it says no such thing.

    Args:
        clause: the clause.
        subject: its subject, folded.
        bearer: who the subject names.
        folded: the clean text, folded.
        clean: the clean text.
    """
    if clause.modal not in {"may", "will", "shall", "can"}:
        return None
    acts = folded[clause.nucleus[1] - len(clause.verb) : clause.end]
    lead = folded[clause.start : clause.subject[0]]
    failing = FAILURE.search(subject) is not None or FAILURE.search(lead) is not None
    refused = (
        clause.negated
        and clause.passive
        and (clause.verb in _REFUSED or (clause.verb in _PASSED_OVER and _LACKING.search(subject) is not None))
    )
    if refused:
        if clause.verb == "accepted" or subject.startswith("no "):
            return None
    elif (
        bearer is Bearer.COURT and clause.negated and clause.verb in {"consider", "read", "accept", "hear", "entertain"}
    ):
        refused = True
    elif bearer is Bearer.COURT and clause.modal in {"may", "can", "will"} and _POWERS.match(acts):
        pass
    elif clause.negated or subject.startswith("not "):
        return None
    elif clause.passive or clause.verb in {"cause", "taken"}:
        held_against = subject.startswith(("failure", "any failure", "the failure")) and _HELD_AS.match(acts)
        if not (_ADVERSE.match(acts) or held_against or (failing and _SUBMITTED.search(acts))):
            return None
    elif not (_LEADS.match(acts) or (failing and clause.verb_class == "sanction")):
        return None
    return _norm(clause, subject, lead, acts, clean, refused=refused, bearer=bearer)


def _norm(
    clause: Clause, subject: str, lead: str, acts: str, clean: str, *, refused: bool, bearer: Bearer | None
) -> Norm:
    may = clause.modal in {"may", "can"}
    if refused or re.match(r"strick|struck|disregard|reject|exclud", acts):
        act = Act.REFUSE_PAPER
    elif re.match(r"denied|dropped", acts):
        act = Act.DENY_MOTION
    elif _PAYS.search(acts) is not None:
        act = Act.PAY_EXPENSES
    elif "show cause" in acts[:40]:
        act = Act.SHOW_CAUSE
    else:
        act = Act.IMPOSE_SANCTIONS
    start = clause.subject[0] if subject and len(subject) < 130 and bearer is not Bearer.COURT else clause.nucleus[0]
    cites = cites_in(clean, clause.nucleus[1], clause.end)
    failure = subject if FAILURE.search(subject) or refused else lead.strip(" ,") or subject
    return Norm(
        sentence=clause.sentence,
        act=act,
        modality=Modality.COURT_MAY if may else Modality.COURT_WILL,
        bearers=(Bearer.COURT,),
        finds=(Find(facet=Facet.SANCTION, start=start, end=clause.end, production="consequence"),),
        preconditions=(Precondition(words=" ".join(failure.split())[:160], trigger=Trigger.BREACH),),
        consequence=Consequence(
            act=act,
            status=ConsequenceStatus.ANNOUNCED if may else ConsequenceStatus.ORDERED,
            cites="; ".join(cites),
            words=" ".join(clean[clause.nucleus[0] : clause.end].split())[:160],
        ),
        cites=cites,
    )
