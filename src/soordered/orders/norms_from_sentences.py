"""Norms that a whole sentence states, without a clause that binds a person.

Productions:

* *reference*      "this motion is referred to Judge Quill, who will hear …"
* *court's act*    "this case is stayed pending further order", "all other dates are adjusted accordingly"
* *custom*       "motions are decided without a hearing", on a judge's own page
* *demand*       "the Court requires an index of exhibits", "adherence to Local Rule 5.1 is mandatory"
* *fragment*     "No replies." "Not accepted."
* *ban*            "no replies permitted", "recording is strictly prohibited", "the Court does not allow …"
* *attendance*     "personal attendance is required", "the Court expects attorneys to appear"
* *notice*         "… and notification of the Court no later than …": a second act named by a noun
"""

from __future__ import annotations

import re

from soordered.orders.act_from_clause import paper_from_words
from soordered.orders.clause_readings import Surroundings
from soordered.orders.norms import Find, Norm
from soordered.orders.patterns import Pattern
from soordered.orders.sentences_from_text import Sentence
from soordered.orders.times_found import TimeFound
from soordered.rules.rule import (
    Artifact,
    Precondition,
)
from soordered.rules.timing import Period
from soordered.rules.vocabulary import Act, ActCode, Bearer, Facet, Modality, Other, Scope, Trigger

_REFERRED = (
    Pattern(
        r"\b(?P<what>(?:matter|case|motions?|action|disputes?|discovery)\b[^.;]{0,60}?)\s(?P<verb>(?:has|have) been (?:referred|assigned) to|(?:is|are)(?: hereby)? referred to)\s(?P<whom>[^.;,]{3,60}?)\sfor\s(?P<purpose>[^;]{3,400}?)(?=\.\s*$|\.$|$)"
    ),
    Pattern(
        r"\b(?P<verb>(?:(?:has|have|hereby)\s(?:been\s)?(?:referred|refers)|refers))\s(?:to (?P<whom>the undersigned|(?:chief )?(?:united states )?magistrate judge(?: [a-z.]{2,20}){0,3}),?\s)(?P<purpose>[^;]{6,400}?)(?=\.\s[a-z]|\.$|$)"
    ),
    Pattern(
        r"(?:\b|(?<=judge )|(?<=court ))(?P<verb>(?:(?:has|have|hereby)\s(?:been\s)?(?:referred|refers)|refers|(?<=judge )referred|(?<=court )referred))\s(?P<purpose>[^;]{6,400}?),?\sto (?P<whom>the undersigned|(?:chief )?(?:united states )?magistrate judge)"
    ),
)
_COURT_ACT = Pattern(
    r"\b(?:is|are)\s(?:now\s|hereby\s|further\s)*(?P<verb>stayed|stricken|vacated|adjourned sine die|cancell?ed|adjusted|administratively closed|reopened|deemed|withdrawn|held in abeyance|suspended|superseded|terminated|lifted|dissolved|off calendar|taken off calendar|dropped from (?:the )?calendar)\b"
    r"|\b(?:will|shall) be (?P<verb2>deemed|assigned (?:randomly|to)|reassigned|submitted to the|placed in|dismissed|unsealed)\b|\b(?P<verb3>supersedes?|retains? jurisdiction|remains? (?:in (?:effect|force)|unchanged|the same|as set|set|on calendar)|(?:do|does|shall|will) not (?:stay|excuse|relieve|extend|affect|suspend|toll|move)|(?:will|shall) not be (?:modified|extended|continued|moved|changed))\b"
)
_BAN = Pattern(
    r"\bno\s(?P<what>(?:[a-z-]+\s){0,6}?[a-z-]+)\s(?:is |are |shall be |will be |may be )?(?P<how>permitted|allowed|accepted|filed|considered|entertained|granted|read|heard|without leave)\b|\b(?P<banned>prohibited|forbidden|not (?:be )?(?:permitted|allowed|accepted))\b|\b(?:does|do) not (?:allow|permit|accept|entertain)\b|\baccepts? no\b|\b(?:are|is) (?:not acceptable|not proper|not appropriate|unacceptable|improper|inappropriate|not wanted)\b|\brequires? (?:prior )?(?:leave|permission|approval)\b|\bwill not (?:allow|permit|accept|entertain)\b"
)
_OF_STAFF = Pattern(r"\b(?:staff|deputy|law clerks?|case managers?)\b")
_TELLS = Pattern(r"\b(?:is|are|was|were|has|have|had)\b(?! (?:permitted|allowed|accepted|heard|read|needed|required))")
_CURT = 60
_CURT_BAN = Pattern(r"(?P<word>no|not|never)\s(?!\d)[a-z-]+(?:[\s,]+[a-z-]+){0,4}\.")
_WHERE = Pattern(
    r"\b(?:hearings?|conferences?|trials?|arguments?|motions?|calls?)\s(?:(?:are|is|will be|shall be)\s(?:held|heard|conducted|taken up)|(?:will be|are|is)(?=\s(?:in person|by|in courtroom))|take place|will take place)\s(?:only\s|in person,?\s)?(?:in|by|via|at|over)\s(?:courtroom|room|zoom|telephone|video|the (?:courthouse|courtroom)|person)\b[^.;,]{0,60}|\b(?:dial-?in|call-?in|conference|bridge) (?:number|line|information)\s(?:is|for [^.;]{3,40} is)\s[^.;]{5,60}"
)
_SHORT_OF = Pattern(
    r"\b(?:(?:does|do|will|shall) not (?:be deemed|satisfy|suffice|constitute|count|be enough|be sufficient)|(?:is|are) not (?:enough|sufficient)|(?:is|are) insufficient)\b"
)
_CUSTOM = Pattern(
    r"\b(?:is|are)\s(?:not\s)?(?:[a-z]+ly\s)?(?P<verb>decided|submitted|held to|mailed|filed|issued|resolved|moved|treated|excused|assigned|referred|ruled on)\b"
)
_WANTS = Pattern(
    r"\b(?:the court|the judge|judge [a-z]+|the undersigned|chambers)\s(?:also\s|further\s|strictly\s|generally\s|always\s|[a-z]+ly\s)?(?:requires?|insists? on)\s(?P<thing>(?!that\b|the parties to|counsel to|plaintiffs? to|[a-z ]{3,40}\bto\s[a-z]+\b)[^;]{4,120})"
)
_IS_REQUIRED = Pattern(
    r"(?P<thing>\b(?:strict\s|full\s)?(?:(?:courtesy|chambers|paper|working|hard) copies|compliance|adherence|concurrence|conferral|consultation|notice|leave|certification|registration|a [a-z -]{3,40}|an [a-z -]{3,40})(?:\s(?:with|to|of|in|from|by)\s[^;]{3,120}?)?)\s(?:is|are)\s(?P<not>not\s)?(?:[a-z]+ly\s|also\s|always\s)?(?:required|mandatory|necessary|compulsory)(?=[.;,]|\s(?:for|in|before|with|by|of|to|at|unless|when|if)\b|$)"
)
_COPY = Pattern(
    r"\b(?:an original and\s)?(?:one|two|three|four|\d)\s(?:[a-z]+\s){0,2}cop(?:y|ies)\b|\b(?:courtesy|chambers|paper|working|hard|printed|judge's)\s(?:hard\s|paper\s)?cop(?:y|ies)\b"
)
_PART_OF_A_PAPER = Pattern(
    r"\b(?:table of|index|statement of|certificat\w+|caption|citations?|exhibit list|summary|declaration|affidavit|signature)\b"
)
_CONFER = Pattern(r"\b(?:meet|confer|conferral|consultation|conference of counsel)\b")
_OBEDIENCE = Pattern(r"\b(?:compliance|adherence|requirements of|rules?|due dates)\b")
_NO_CUSTOM = Pattern(
    r"\b(?:if|before|until|unless|when|where|once|because|since|after|that|which|who|was|were|has|had)\b"
)
_PHRASE = 160
_PHRASE_ENDS = Pattern(r";\s|\.$|,\s(?:and|but|so)\s")
_BAN_WORD = Pattern(
    r"\b(?:no|not|prohibited|forbidden|unacceptable|improper|inappropriate|leave|permission|approval)\b"
)
_PRESENCE = Pattern(
    r"\b(?:attendance|appearance|presence)\b[^.;]{0,40}\b(?:is|are)\s(?:required|mandatory)\b|\bexpects?\s[a-z ]{3,60}\sto\s(?:appear|attend|be present)\b[^.;]{0,60}"
)
_NOTICE = Pattern(r"\b(?:notification|notice) (?:of|to) the court\b")
_NOT_ENTERED = Pattern(
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
    if _BAN_WORD.search(around.folded, sentence.start, sentence.end) is None:
        return None
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
        act=_banned(around.folded[start : match.end()]),
        modality=Modality.MUST_NOT,
        bearers=(Bearer.CLERK if _OF_STAFF.search(lead) else Bearer.PARTIES,),
        finds=(Find(facet=Facet.PROHIBITION, start=start, end=end, production="ban"),),
    )


def fragment(sentence: Sentence, around: Surroundings) -> Norm | None:
    """Read a ban told without a verb: "No replies.", "Not accepted.", "No agenda, no hearing."."""
    if sentence.end - sentence.start > _CURT:
        return None
    words = around.folded[sentence.start : sentence.end]
    match = _CURT_BAN.fullmatch(words)
    told = match is not None and _TELLS.search(words) is not None
    if match is None or told or not around.clean[sentence.start + match.end("word") + 1].islower():
        return None
    return Norm(
        sentence=sentence,
        act=_banned(words.rstrip(".")),
        modality=Modality.MUST_NOT,
        bearers=(Bearer.PARTIES,),
        finds=(Find(facet=Facet.PROHIBITION, start=sentence.start, end=sentence.end, production="fragment"),),
    )


def _banned(words: str) -> ActCode:
    """Name what is banned by the paper it names ("no replies"), else in its own words."""
    paper = paper_from_words(words)
    return paper[1] if paper is not None else Other(" ".join(words.split()[:6])[:60])


def custom(sentence: Sentence, around: Surroundings) -> Norm | None:
    """Read what a judge's own page says is done as a rule: "motions are decided without a hearing"."""
    if not around.standing or around.guideline:
        return None
    match = _CUSTOM.search(around.folded, sentence.start, sentence.end)
    if match is None or _NO_CUSTOM.search(around.folded, sentence.start, match.start()) is not None:
        return None
    return Norm(
        sentence=sentence,
        act=Other(match["verb"]),
        modality=Modality.COURT_WILL,
        bearers=(Bearer.COURT,),
        finds=(
            Find(
                facet=Facet.OTHER,
                start=sentence.start,
                end=_phrase_end(around.folded, match.end(), sentence.end),
                production="custom",
            ),
        ),
    )


def demand(sentence: Sentence, around: Surroundings) -> Norm | None:
    """Read what a noun says must be: "the Court requires an index of exhibits", "adherence to Local Rule 5.1 is mandatory"."""
    folded = around.folded
    match = _WANTS.search(folded, sentence.start, sentence.end)
    if match is None:
        match = _IS_REQUIRED.search(folded, sentence.start, sentence.end)
        if match is None:
            return None
    if _NO_CUSTOM.search(folded, sentence.start, match.start()) is not None:
        return None
    thing = match["thing"]
    freed = match.re is _IS_REQUIRED.compiled() and match["not"] is not None
    paper = paper_from_words(thing)
    copies = _COPY.search(thing) is not None
    facet = (
        Facet.PERMISSION
        if freed
        else Facet.COPIES
        if copies
        else Facet.MEETING
        if _CONFER.search(thing)
        else Facet.CONTENT_REQUIREMENT
        if _PART_OF_A_PAPER.search(thing)
        else Facet.DUTY
    )
    obeys = _OBEDIENCE.search(thing) is not None
    act: ActCode = (
        Act.COMPLY_WITH_RULES
        if obeys
        else Act.LODGE_CHAMBERS_COPY
        if copies
        else Act.MEET_AND_CONFER
        if facet is Facet.MEETING
        else paper[1]
        if paper
        else Other(thing.strip()[:60])
    )
    start = match.start()
    return Norm(
        sentence=sentence,
        act=act,
        modality=Modality.MAY if freed else Modality.MUST,
        bearers=(paper[2] if paper and not obeys else Bearer.PARTIES,),
        finds=(
            Find(
                facet=facet,
                start=start,
                end=_phrase_end(folded, match.start("thing") + 4, sentence.end),
                production="demand",
            ),
        ),
    )


def where(sentence: Sentence, around: Surroundings) -> Norm | None:
    """Read where sittings are held, without a day: "hearings are held in Courtroom 9B"."""
    match = _WHERE.search(around.folded, sentence.start, sentence.end)
    if match is None:
        return None
    return Norm(
        sentence=sentence,
        act=Act.HOLD_CONFERENCE if "conference" in match[0] else Act.HEAR_MOTIONS,
        modality=Modality.COURT_WILL,
        bearers=(Bearer.COURT,),
        finds=(Find(facet=Facet.LOCATION, start=match.start(), end=match.end(), production="where"),),
    )


def short_of(sentence: Sentence, around: Surroundings) -> Norm | None:
    """Read what is not enough: "an exchange of e-mails does not satisfy the duty to confer"."""
    match = _SHORT_OF.search(around.folded, sentence.start, sentence.end)
    words = around.folded[sentence.start : sentence.end]
    if match is None or re.search(r"\bconfer|\bmeet", words) is None:
        return None
    start = sentence.start if match.end() - sentence.start < _PHRASE else match.start()
    return Norm(
        sentence=sentence,
        act=Act.MEET_AND_CONFER,
        modality=Modality.MUST_NOT,
        bearers=(Bearer.PARTIES,),
        finds=(
            Find(
                facet=Facet.MEETING,
                start=start,
                end=_phrase_end(around.folded, match.end(), sentence.end),
                production="short of",
            ),
        ),
    )


def presence(sentence: Sentence, around: Surroundings) -> Norm | None:
    """Read that presence is required, or expected by the court."""
    match = _PRESENCE.search(around.folded, sentence.start, sentence.end)
    if match is None or _NO_CUSTOM.search(around.folded, sentence.start, match.start()) is not None:
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


def _phrase_end(folded: str, at: int, end: int) -> int:
    match = _PHRASE_ENDS.search(folded, at, end)
    stop = match.start() if match else end
    return min(stop, at + 160)
