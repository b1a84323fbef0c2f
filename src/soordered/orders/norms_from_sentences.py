"""Norms that a whole sentence states, without a clause that binds a person.

Productions:

* *reference*      "the above matter has been referred to the undersigned for resolution of …"
* *court's act*    "this case is stayed pending further order", "all other dates are adjusted accordingly"
* *ban*            "no replies permitted", "recording is strictly prohibited", "the Court does not allow …"
* *attendance*     "personal attendance is required", "the Court expects attorneys to appear"
* *notice*         "… and notification of the Court no later than …": a second act named by a noun
"""

from __future__ import annotations

import re
from dataclasses import replace

from soordered.orders.act_from_clause import paper_from_words
from soordered.orders.artifact_from_words import page_limits
from soordered.orders.bearer_from_clause import bearer_from_words
from soordered.orders.norms import Find, Norm
from soordered.orders.norms_from_clauses import Surroundings
from soordered.orders.sentences_from_text import Sentence
from soordered.orders.timing_from_clause import TimeFound
from soordered.orders.words_of_numbers import NUMBER, printed_number
from soordered.rules.rule import (
    Artifact,
    Consequence,
    ConsequenceStatus,
    Copies,
    Limit,
    Precondition,
)
from soordered.rules.timing import Period
from soordered.rules.vocabulary import Act, ActCode, Bearer, Facet, Modality, Other, Scope, Trigger

_REFERRED = (
    re.compile(
        r"\b(?P<what>(?:matter|case|motions?|action|disputes?|discovery)\b[^.;]{0,60}?)\s(?P<verb>(?:has|have) been (?:referred|assigned) to|(?:is|are)(?: hereby)? referred to)\s(?P<whom>[^.;,]{3,60}?)\sfor\s(?P<purpose>[^;]{3,400}?)(?=\.\s*$|\.$|$)"
    ),
    re.compile(
        r"\b(?P<verb>(?:(?:has|have|hereby)\s(?:been\s)?(?:referred|refers)|refers))\s(?:to (?P<whom>the undersigned|(?:chief )?(?:united states )?magistrate judge(?: [a-z.]{2,20}){0,3}),?\s)(?P<purpose>[^;]{6,400}?)(?=\.\s[a-z]|\.$|$)"
    ),
    re.compile(
        r"\b(?P<verb>(?:(?:has|have|hereby)\s(?:been\s)?(?:referred|refers)|refers))\s(?P<purpose>[^;]{6,400}?),?\sto (?P<whom>the undersigned|(?:chief )?(?:united states )?magistrate judge)"
    ),
)
_COURT_ACT = re.compile(
    r"\b(?:is|are)\s(?:now\s|hereby\s|further\s)*(?P<verb>stayed|stricken|vacated|adjourned sine die|cancell?ed|adjusted|administratively closed|reopened|deemed|withdrawn|held in abeyance|suspended)\b"
    r"|\b(?:will|shall) be (?P<verb2>deemed|assigned (?:randomly|to)|reassigned|submitted to the|placed in|dismissed|unsealed)\b|\b(?P<verb3>retains? jurisdiction)\b"
)
_BAN = re.compile(
    r"\bno\s(?P<what>(?:[a-z-]+\s){0,6}?[a-z-]+)\s(?:is |are |shall be |will be |may be )?(?P<how>permitted|allowed|accepted|filed|considered|entertained|granted|read|heard|without leave)\b|\b(?P<banned>prohibited|forbidden|not (?:be )?(?:permitted|allowed|accepted))\b|\b(?:does|do) not (?:allow|permit|accept|entertain)\b|\baccepts? no\b|\b(?:are|is) (?:not acceptable|unacceptable)\b|\bnot accepted\.?$|^no (?:further |other )?[a-z-]+\.?$|\brequires? (?:prior )?(?:leave|permission|approval)\b|\bwill not (?:allow|permit|accept|entertain)\b"
)
_PRESENCE = re.compile(
    r"\b(?:attendance|appearance|presence)\b[^.;]{0,40}\b(?:is|are)\s(?:required|mandatory)\b|\bexpects?\s[a-z ]{3,60}\sto\s(?:appear|attend|be present)\b[^.;]{0,60}"
)
_NOTICE = re.compile(r"\b(?:notification|notice) (?:of|to) the court\b")
_WAIVES = re.compile(
    r"(?P<late>[^.;]{8,140}?)\s(?:(?:is|are)\s(?:[a-z-]+ly\s)?|stands? as |goes |go )(?P<gone>(?:deemed\s)?(?:waived|untimely|forfeited|abandoned|withdrawn|unread|admitted|denied on arrival))\b(?! as moot)|(?P<failure>\b(?:failure|failing|disregard|neglect|refusal)\b[^.;]{0,120}?)\s(?P<effect>(?:waives?|constitutes?|forfeits?|results? in|is deemed|operates as)\s[^.;]{4,120})"
)
_LISTED_LENGTH = re.compile(rf"[*•\s-]{{0,4}}(?P<number>{NUMBER})\s(?P<unit>page|word)s?\b(?:\sper\s(?:side|party))?")
_LENGTH_STEM = re.compile(r"(?:longer than|exceed|limits?|limited to|lengths?)(?: (?:are|is))?:$")
_COPIES_NEEDED = re.compile(
    rf"(?P<copies>(?P<number>{NUMBER}|\ban?)\s(?:[a-z-]+,?\s){{0,3}}(?:courtesy|chambers|paper|working|hard|printed)\scop(?:y|ies)(?:\sof\s[^.;,]{{3,60}})?)(?:[^.;]{{0,80}}?\b(?:is|are)\s(?:needed|required|necessary|requested))"
    rf"|\b(?:requires?|wants?|asks? for|requests|expects)\s(?P<copies2>(?P<number2>{NUMBER}|\ban?)\s(?:[a-z-]+,?\s){{0,3}}(?:courtesy|chambers|paper|working|hard|printed)\scop(?:y|ies)(?:\sof\s[^.;,]{{3,60}})?)"
)
_ALLOWED = re.compile(
    r"(?P<what>[^.;:,]{4,100}?)(?:,\s[^,.;]{3,40},)?\s(?:is|are)\s(?:allowed|permitted)(?=[.;,]|\sonly\b|$)(?:\sonly[^.;]{3,80})?|(?P<leave>leave to (?P<act>[^.;,]{4,80}?) is (?:hereby )?granted)"
)
_NEEDS = re.compile(r"(?P<what>[^.;]{4,80}?)\s(?P<needed>needs?\s(?:an?|the|its)\s[^.;]{4,140})")
_HANDED_ON = re.compile(r",\s(?P<to>to be (?P<verb>[a-z]+ed)) by (?P<who>[a-z' ]{5,50})")
_NOT_ENTERED = re.compile(
    r"\bnot (?:now |presently |yet |currently |at this time )?(?:entering|ordering|imposing|making|issuing)\b[^.]{0,120}\b(?:at this time|an order|order)\b|\bis not (?:now |yet )?an order\b"
)


def disclaims(folded: str, sentence: Sentence) -> bool:
    """Say whether a sentence declares that what was announced is not ordered ("not entering … as an Order at this time")."""
    return _NOT_ENTERED.search(folded, sentence.start, sentence.end) is not None


def reference(sentence: Sentence, around: Surroundings) -> Norm | None:
    """Read that a matter has been referred to a magistrate judge, and for what."""
    if "refer" not in around.folded[sentence.start : sentence.end]:
        return None
    found = (pattern.search(around.folded, sentence.start, sentence.end) for pattern in _REFERRED)
    match = next((one for one in found if one is not None), None)
    if match is None or not re.search(r"undersigned|magistrate|judge|court", match["whom"]):
        return None
    words = " ".join(around.clean[match.start("purpose") : match.end("purpose")].split()).rstrip(".")
    words = re.sub(r"^(?:the )?resolution of\s", "", words)
    parts = [
        part.strip()
        for part in re.split(r",? (?:and|with|together with|as well as) (?=(?:for )?(?:all|any|every) )", words)
    ]
    end = match.end()
    while around.clean[end - 1] in ". ":
        end -= 1
    return Norm(
        sentence=sentence,
        act=Act.REFER_MATTER,
        modality=Modality.COURT_WILL,
        bearers=(Bearer.COURT,),
        finds=(Find(facet=Facet.OTHER, start=match.start("verb"), end=end, production="reference"),),
        artifact=Artifact(kind="motion", parts=tuple(part for part in parts if part)),
        scope=Scope.CASE,
    )


def court_act(sentence: Sentence, around: Surroundings) -> Norm | None:
    """Read an act of the court itself that changes what everybody has to do: a stay, dates adjusted, papers unsealed."""
    match = _COURT_ACT.search(around.folded, sentence.start, sentence.end)
    if match is None:
        return None
    lead = around.folded[sentence.start : match.start()]
    if re.match(r"\s*(?:if|when|because|since|as)\b[^,]*$", lead):
        return None
    verb = match["verb"] or match["verb2"] or match["verb3"]
    act: ActCode = (
        Act.STAY
        if verb == "stayed"
        else Act.VACATE
        if verb in ("vacated", "stricken", "cancelled", "canceled")
        else Other(verb)
    )
    start = sentence.start
    for mark in re.finditer(r",\s(?=[a-z])", lead):
        start = sentence.start + mark.end()
    if match.start() - start > 120:
        start = match.start()
    end = _phrase_end(around.folded, match.end(), sentence.end)
    punishes = re.match(
        r"\s(?:for|because of) (?:exceed|fail|violat|non-?compl|disobe)", around.folded[match.end() : end]
    )
    facet = Facet.SANCTION if punishes else Facet.OTHER
    return Norm(
        sentence=sentence,
        act=act,
        modality=Modality.COURT_WILL,
        bearers=(Bearer.COURT,),
        finds=(Find(facet=facet, start=start, end=end, production="court's act"),),
    )


def ban(sentence: Sentence, around: Surroundings) -> Norm | None:
    """Read a prohibition that names no subject to be bound: "no replies permitted"."""
    match = _BAN.search(around.folded, sentence.start, sentence.end)
    if match is None or (
        match["what"] is not None and re.search(r"\b(?:has|have|had|is|are|was|of|to)\b", match["what"])
    ):
        return None
    lead = around.folded[sentence.start : match.start()]
    if match["banned"] and re.search(r"\bnot $|\bif\b|\bwhen\b", lead):
        return None
    start = match.start()
    if match["banned"] or match["what"] is None:
        cut = max(lead.rfind(" that "), lead.rfind(": "))
        start = sentence.start + (cut + (6 if lead[cut : cut + 6] == " that " else 2) if cut >= 0 else 0)
        if match.start() - start > 220:
            start = match.start()
    end = _phrase_end(around.folded, match.end(), sentence.end)
    return Norm(
        sentence=sentence,
        act=Other(" ".join(around.folded[start : match.end()].split()[:6])[:60]),
        modality=Modality.MUST_NOT,
        bearers=(Bearer.PARTIES,),
        finds=(Find(facet=Facet.PROHIBITION, start=start, end=end, production="ban"),),
    )


def presence(sentence: Sentence, around: Surroundings) -> Norm | None:
    """Read that presence is required, or expected by the court."""
    match = _PRESENCE.search(around.folded, sentence.start, sentence.end)
    if match is None:
        return None
    start = sentence.start if match.start() - sentence.start < 40 else match.start()
    return Norm(
        sentence=sentence,
        act=Act.APPEAR,
        modality=Modality.MUST,
        bearers=(Bearer.COUNSEL,),
        finds=(Find(facet=Facet.ATTENDANCE, start=start, end=match.end(), production="attendance"),),
    )


def notice(sentence: Sentence, times: tuple[TimeFound, ...], around: Surroundings) -> tuple[Norm, TimeFound] | None:
    """Read a notice to the court that a noun names and a time limits: "… and notification of the Court no later than …"."""
    match = _NOTICE.search(around.folded, sentence.start, sentence.end)
    if match is None:
        return None
    for time in times:
        if match.end() <= time.start <= match.end() + 4 and isinstance(time.timing, Period):
            facet = Facet.CUTOFF_TIME if time.timing.clock is not None else Facet.DEADLINE
            norm = Norm(
                sentence=sentence,
                act=Act.NOTIFY_COURT,
                modality=Modality.MUST,
                bearers=(Bearer.PARTIES,),
                finds=(Find(facet=facet, start=time.start, end=time.end, production="notice"),),
                timing=time.timing,
                preconditions=(Precondition(words="stipulation of the parties", trigger=Trigger.STIPULATION_MADE),)
                if "stipulation" in around.folded[sentence.start : match.start()]
                else (),
                topic="notice-of-submission"
                if "without argument" in around.folded[sentence.start : match.start()]
                else "",
            )
            return norm, time
    return None


def with_lengths(norms: list[Norm], sentence: Sentence, around: Surroundings) -> list[Norm]:
    """Add the lengths a sentence prints outside its binding clauses: "a letter of at most five pages", "also capped at three".

    A length joins the norm before it in its sentence; alone in a sentence it is a norm of its own that continues the
    paper spoken of before.
    """
    finds = [find for norm in norms for find in norm.finds]
    known = len(finds)
    limits = page_limits(around.folded, sentence.start, sentence.end, finds)
    listed = _LISTED_LENGTH.match(around.folded, sentence.start, sentence.end)
    if not limits and listed is not None and _LENGTH_STEM.search(around.stem):
        limits = (Limit(amount=printed_number(listed["number"]).shorter(), unit=listed["unit"]),)
        finds.append(
            Find(facet=Facet.PAGE_LIMIT, start=listed.start("number"), end=listed.end(), production="listed length")
        )
    if not limits:
        return norms
    fresh = tuple(finds[known:])
    papers = [
        index
        for index, norm in enumerate(norms)
        if norm.modality in {Modality.MUST, Modality.MAY} and norm.consequence is None
    ]
    before = [index for index in papers if norms[index].finds[0].start < fresh[0].start] or papers
    if before:
        norm = norms[before[-1]]
        if norm.timing is None and norm.finds[0].facet is Facet.DUTY:
            norm = replace(norm, finds=norm.finds[1:])
        artifact = norm.artifact or Artifact(kind="filing")
        joined = replace(norm, finds=norm.finds + fresh, artifact=replace(artifact, limits=artifact.limits + limits))
        return [*norms[: before[-1]], joined, *norms[before[-1] + 1 :]]
    paper = paper_from_words(around.folded[sentence.start : sentence.end])
    previous = around.previous
    act: ActCode = paper[1] if paper else previous.act if previous is not None and previous.paper else Act.FILE_PAPER
    kind = paper[0] if paper else previous.paper if previous is not None and previous.paper else "filing"
    norm = Norm(
        sentence=sentence,
        act=act,
        modality=Modality.MUST,
        bearers=(paper[2] if paper else Bearer.FILER,),
        finds=fresh,
        artifact=Artifact(kind=kind, limits=limits),
        continues=True,
    )
    return [*norms, norm]


def copies_needed(sentence: Sentence, around: Surroundings) -> Norm | None:
    """Read copies that a sentence says are needed, without a verb of handing in: "one working copy is needed"."""
    match = _COPIES_NEEDED.search(around.folded, sentence.start, sentence.end)
    if match is None:
        return None
    name = "copies" if match["copies"] else "copies2"
    printed = match["number"] or match["number2"]
    number = 1 if printed in {"a", "an"} else printed_number(printed).longer()
    return Norm(
        sentence=sentence,
        act=Act.LODGE_CHAMBERS_COPY,
        modality=Modality.MUST,
        bearers=(Bearer.FILER,),
        finds=(Find(facet=Facet.COPIES, start=match.start(name), end=match.end(name), production="copies needed"),),
        artifact=Artifact(kind="chambers_copy", copies=Copies(number=number, conformed="conformed" in match[name])),
    )


def allowance(sentence: Sentence, around: Surroundings) -> Norm | None:
    """Read a right that no verb grants: "a single motion per side is allowed", "leave to serve ten more is granted"."""
    match = _ALLOWED.search(around.folded, sentence.start, sentence.end)
    if match is None:
        return None
    return Norm(
        sentence=sentence,
        act=Other(" ".join((match["what"] or match["act"]).split()[-6:])[:60]),
        modality=Modality.MAY,
        bearers=(bearer_from_words(match["what"] or "", around.names) or Bearer.PARTIES,),
        finds=(Find(facet=Facet.PERMISSION, start=match.start(), end=match.end(), production="allowance"),),
    )


def needs(sentence: Sentence, around: Surroundings) -> Norm | None:
    """Read what a paper needs: "any memorandum above ten pages needs a table of contents"."""
    match = _NEEDS.search(around.folded, sentence.start, sentence.end)
    paper = paper_from_words(match["what"]) if match is not None else None
    if match is None or paper is None:
        return None
    return Norm(
        sentence=sentence,
        act=paper[1],
        modality=Modality.MUST,
        bearers=(paper[2],),
        finds=(
            Find(facet=Facet.CONTENT_REQUIREMENT, start=match.start("needed"), end=match.end(), production="needs"),
        ),
        artifact=Artifact(kind=paper[0]),
    )


def waiver(sentence: Sentence, around: Surroundings) -> Norm | None:
    """Read what a failure does by itself: "a failure to object in that time waives the objection"."""
    match = _WAIVES.search(around.folded, sentence.start, sentence.end)
    if match is None:
        return None
    return Norm(
        sentence=sentence,
        act=Act.IMPOSE_SANCTIONS,
        modality=Modality.COURT_WILL,
        bearers=(Bearer.COURT,),
        finds=(Find(facet=Facet.SANCTION, start=match.start(), end=match.end(), production="waiver"),),
        preconditions=(Precondition(words=(match["failure"] or match["late"])[:160], trigger=Trigger.BREACH),),
        consequence=Consequence(
            act=Act.IMPOSE_SANCTIONS,
            status=ConsequenceStatus.ORDERED,
            words=" ".join(around.clean[match.start("effect" if match["effect"] else "gone") : match.end()].split())[
                :160
            ],
        ),
    )


def handed_on(sentence: Sentence, around: Surroundings) -> Norm | None:
    """Read a duty that hangs on a noun: "…, to be initiated by counsel for the plaintiff"."""
    match = _HANDED_ON.search(around.folded, sentence.start, sentence.end)
    if match is None:
        return None
    who = bearer_from_words(match["who"], around.names)
    if who is None or who in {Bearer.COURT, Bearer.CLERK, Bearer.DISTRICT_JUDGE, Bearer.MAGISTRATE_JUDGE}:
        return None
    return Norm(
        sentence=sentence,
        act=Other(match["verb"]),
        modality=Modality.MUST,
        bearers=(who,),
        finds=(Find(facet=Facet.DUTY, start=match.start("to"), end=match.end("who"), production="handed on"),),
    )


def _phrase_end(folded: str, at: int, end: int) -> int:
    match = re.compile(r"[.;]\s|\.$|,\s(?:and|but|so)\s").search(folded, at, end)
    stop = match.start() if match else end
    return min(stop, at + 160)
