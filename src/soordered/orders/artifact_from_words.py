"""Which paper a clause speaks of: its parts, lengths, copies and mark, with the words that say so."""

from __future__ import annotations

import re

from soordered.orders.act_from_clause import Frame
from soordered.orders.bearer_from_clause import bearer_from_words
from soordered.orders.clauses_from_sentences import Clause
from soordered.orders.norms import Find
from soordered.orders.patterns import Pattern
from soordered.orders.words_of_numbers import NUMBER, printed_number
from soordered.rules.rule import Artifact, Contributors, Copies, Limit, PerWhom
from soordered.rules.vocabulary import Act, Bearer, Facet

PART_WORDS: tuple[tuple[str, str], ...] = (
    (
        r"every issue|each issue|issues? (?:that |which )?remain|matters (?:that |which )?remain|each (?:disputed )?(?:issue|request|item)|issues? in dispute|disputed issues",
        "issues",
    ),
    (r"final (?:\w+ )?position", "final_positions"),
    (r"(?<!final )(?<!final substantive )positions?\b", "positions"),
    (r"final (?:\w+ )?compromise", "final_compromises"),
    (r"(?<!final )(?<!final proposed )compromises?\b|proposed resolution", "compromises"),
    (r"case number|action number|docket number", "civil_number"),
    (
        r"district (?:court )?judge'?s? initials|initials of the (?:assigned |district )?(?:court )?judge|judge's initials",
        "district_judge_initials",
    ),
    (
        r"certif\w+ (?:that|of) [^.;]{0,80}(?:confer|good faith)|certificate of (?:conferral|conference)|certification",
        "certificate_of_conferral",
    ),
    (r"meet(?:ing)? and confer(?:red)? (?:efforts|attempts)|attest", "attestation"),
)

_COPIES = Pattern(
    rf"(?<![a-z])(?P<number>{NUMBER}|an?)\s(?P<adjectives>(?:[a-z-]+,?\s){{0,4}})(?:cop(?:y|ies)|sets?|binders?|notebooks?)\b(?:\sof\s(?:each|every|all|the|any|its|their)?\s?[a-z]+)?"
)
_BARE_COPIES = Pattern(
    r"\b(?:courtesy|chambers|hard|paper|working|printed)\s(?:hard\s|paper\s)?copies\b(?:\sof\s[^,.;]{3,60}?(?=\s(?:must|shall|should|are|will|may|by|to|no|within)\b|[,.;]|$))?"
)
_COUNT = rf"(?:\d{{1,3}},\d{{3}}|{NUMBER})"
_PAGES = Pattern(
    rf"(?:in no (?:event|case) (?:more|longer) than|(?:no|not|nor)\s(?:to\s|be\s|run\s)?(?:more|longer|greater|over|exceed(?:ing)?|past|beyond)(?:\sthan)?|(?:cannot|may not|shall not|must not)\s(?:exceed|run (?:past|over|beyond)|go (?:past|over|beyond)|be (?:more|longer|over)(?:\sthan)?)"
    rf"|exceed|run (?:over|past|beyond)|gets?|also|(?:may|shall|must) be (?:longer|more) than|limited to|capped at|confined to|restricted to|kept to|held to|up to|a? ?maximum of|at most|(?:length|limit) (?:is|of))\s(?:a total of\s|a limit of\s)?"
    rf"(?P<number>{_COUNT})\s(?:[a-z-]+\s){{0,2}}?(?P<unit>pages?|words?|lines?)\b"
    rf"|(?<![\w-])(?P<number2>{_COUNT})[\s-](?P<unit2>pages?|words?)\s(?:limit|maximum|or (?:less|fewer)|(?:[a-z-]+\s){{0,3}}(?:letter|brief|statement|memorand|summary|agenda|report|submission|response|reply)|at (?:the )?most|in length|in all|in total|per (?:side|party)|(?:of [a-z ]{{3,30}})?(?:is|are) allowed)"
    rf"|(?:may|shall|must) not exceed\s(?P<number3>\d{{1,3}},\d{{3}}|{NUMBER})(?P<unit3>)(?=[.;,]?(?:\s|$))(?!\s(?:pages?|words?|lines?|days?|hours?|dollars?))"
    rf"|(?<![\w-])(?P<number8>{_COUNT})-(?P<unit8>page|word)\s(?:[a-z-]+\s)?[a-z]+|(?<![\w-])(?P<number9>{_COUNT})-(?P<unit9>page)rs?\b"
    rf"|\brun to (?:no more than )?(?P<number10>{_COUNT})\s(?P<unit10>pages?|words?)"
    rf"|(?:shall|must|may|will|can) be (?:no|not) (?:more|longer) than (?P<number11>{_COUNT})(?P<unit11>)(?=[.;,)])"
    rf"|(?<![\w-])(?P<number12>{_COUNT})\s(?:[a-z-]+\s)?(?P<unit12>pages?|words?)\s(?:overall|apiece|each)"
    rf"|\blimit\s(?:for\s[^.;,]{{3,40}}\s|on\s[^.;,]{{3,40}}\s)?is\s(?P<number13>{_COUNT})(?:\s(?P<unit13>pages?|words?))?"
    rf"|\bfit (?:on|within|in)\s(?:a |an )?(?:single\s(?=page))?(?P<number14>{_COUNT}|page)\b(?:\s(?:[a-z-]+\s)?(?P<unit14>pages?))?"
    rf"|\b(?:be|of) (?:under|within|fewer than|less than)\s(?P<number15>{_COUNT})\s(?P<unit15>pages?|words?)\b"
    rf"|(?:letters?|briefs?|motions?|repl(?:y|ies)|responses?|oppositions?|memoranda|statements?|summar(?:y|ies)|requests?|reports?):\s(?P<number16>{_COUNT})\s(?:[a-z-]+\s)?(?P<unit16>pages?|words?)\b"
    rf"|\b(?:share|divide|allotted|receives?|permitted|allowed)\s(?P<number17>{_COUNT})\s(?P<unit17>pages?|words?)\b"
    rf"|\b(?:longer than|in excess of|more than|over|exceeding)\s(?P<number18>{_COUNT})\s(?:[a-z-]+\s)?(?P<unit18>pages?|words?)(?=\s(?:will|shall|may|are|is)\s(?:not |be )*(?:disregarded|stricken|struck|rejected|returned|considered|read|denied|accepted))"
    rf"|(?<=\bof )(?P<number5>{_COUNT})\spages?\b(?! or more)"
    rf"|(?<=, or )(?P<number6>{_COUNT})\s(?P<unit6>pages?|words?)\b"
    rf"|\b(?:to|at|held to)\s(?P<number7>{_COUNT})(?=[.;,]|$|\spages?\b)(?:\spages?)?"
    rf"|(?<=than: )(?P<number4>{_COUNT})\spages?"
)
_NUMBERS = ("number", *(f"number{index}" for index in range(2, 19)))
_UNITS = ("unit", *(f"unit{index}" for index in (2, 3, 6, *range(8, 19))))
_LENGTH_WORD = Pattern(r"page|word|line")
_NOT_BEFORE = Pattern(r"\b(?:not|never|cannot|nor)\s(?:[a-z]+\s)?$")
_FORMER = Pattern(r"\b(?:allowed|replaced|former|formerly|used to|lodged|filed an?|submitted an?)\b")
_SUPPOSES = Pattern(r"\b(?:if|when|where|whenever|should|that|which)\b[^,;:]*$")
_MARK = Pattern(
    r"(?:designated|marked|labell?ed|captioned|entitled|designation|words?|mark|notation|legend|stamped)(?:\sas)?(?:\swith)?(?:\sthe)?(?:\swords?)?[,:]?\s\""
)
_PER = ((Pattern(r"each side|per side"), PerWhom.SIDE), (Pattern(r"each party|per party"), PerWhom.PARTY))


def artifact_from_clause(clean: str, folded: str, clause: Clause, frame: Frame) -> tuple[Artifact | None, list[Find]]:
    """Return the paper of a clause and the typed spans that its parts gave.

    Args:
        clean: the clean text.
        folded: the same, folded.
        clause: the clause.
        frame: what the clause is about.
    """
    finds: list[Find] = []
    start, end = clause.subject[0], clause.end
    text = folded[start:end]
    copies = _copies(folded, clause, frame, finds)
    mark = _mark(clean, folded, clause, frame, finds)
    limits = page_limits(
        folded, clause.nucleus[0], end, finds, since=max(clause.sentence.start, clause.nucleus[0] - 300)
    )
    if not frame.paper and not copies and not mark and not limits:
        return None, finds
    parts = (
        _parts(text)
        if frame.paper in ("joint_letter", "letter", "filing", "status_report", "discovery_motion", "motion")
        else ()
    )
    contributors = None
    if "each party's" in text or "each party " in text:
        contributors = Contributors.PARTIES
    elif "each side's" in text or "each side " in text or "both sides" in text:
        contributors = Contributors.SIDES
    joint = frame.paper == "joint_letter" or re.search(r"\bjoint(?:ly)?\b", text) is not None
    signer = re.search(r"signed by (?P<who>[a-z' ]{3,60})", text)
    who = bearer_from_words(signer["who"]) if signer else None
    event = re.search(r"(?:specific |docket )?event:?\s(?P<event>[A-Z][^.;]{3,80})", clean[clause.nucleus[1] : end])
    return (
        Artifact(
            kind=frame.paper or "filing",
            joint=joint,
            contributors=contributors,
            parts=parts,
            limits=limits,
            signer=who if isinstance(who, Bearer) else None,
            mark=mark,
            copies=copies,
            ecf_event=event["event"].strip() if event else "",
        ),
        finds,
    )


def page_limits(folded: str, start: int, end: int, finds: list[Find], *, since: int | None = None) -> tuple[Limit, ...]:
    """Return the lengths printed between two places, and add their spans to ``finds``.

    Args:
        folded: the clean text, folded.
        start: where to begin.
        end: where to stop.
        finds: spans already found; a length inside one of the same facet is not found again.
        since: where to begin to look for the unit that a bare number goes on with ("4,200 words; each part 2,000").
    """
    limits: list[Limit] = []
    if _LENGTH_WORD.search(folded, start if since is None else since, end) is None:
        return ()
    unit = ""
    for match in _PAGES.finditer(folded, start if since is None else since, end):
        words = next(match[name] for name in _NUMBERS if match[name]).replace(",", "")
        number = printed_number("1" if words == "page" else words)
        unit = (
            next((match[name] for name in _UNITS if match[name]), "")
            or ("page" if match["number4"] or match["number5"] or match["number14"] else unit)
        ).rstrip("s")
        known = any(
            one.facet is Facet.PAGE_LIMIT and one.start < match.end() and match.start() < one.end for one in finds
        )
        told = (match["number5"] or match["number2"] or match["number8"]) and _FORMER.search(
            folded, start if since is None else since, match.start()
        )
        if (
            known
            or not unit
            or match.start() < start
            or told
            or _supposed(folded, start if since is None else since, match)
        ):
            continue
        around = folded[max(start, match.start() - 60) : min(end, match.end() + 40)]
        per = next((code for pattern, code in _PER if pattern.search(around)), PerWhom.ALL)
        of = (
            "exhibits"
            if re.match(r"\s(?:of )?(?:new )?(?:exhibit|attachment)", folded[match.end() : match.end() + 30])
            else "body"
        )
        limits.append(Limit(amount=number.shorter(), unit=unit, per=per, of=of))
        finds.append(Find(facet=Facet.PAGE_LIMIT, start=match.start(), end=match.end(), production="page limit"))
    return tuple(limits)


def _supposed(folded: str, start: int, match: re.Match[str]) -> bool:
    """Say whether a length is only supposed: "if a brief and its exhibits exceed twelve pages, …"."""
    if not match[0].startswith("exceed") or _NOT_BEFORE.search(folded, start, match.start()) is not None:
        return False
    return _SUPPOSES.search(folded, start, match.start()) is not None


def _copies(folded: str, clause: Clause, frame: Frame, finds: list[Find]) -> Copies | None:
    if frame.act is not Act.LODGE_CHAMBERS_COPY:
        return None
    match = _COPIES.search(folded, clause.subject[0], clause.end)
    if match is None:
        bare = _BARE_COPIES.search(folded, clause.subject[0], clause.end)
        if bare is not None:
            finds.append(Find(facet=Facet.COPIES, start=bare.start(), end=bare.end(), production="copies"))
        return None
    number = 1 if match["number"] in ("a", "an") else printed_number(match["number"]).longer()
    adjectives = match["adjectives"]
    electronic = "electronic" in adjectives or "e-mail" in folded[match.start() : clause.end]
    finds.append(Find(facet=Facet.COPIES, start=match.start(), end=match.end(), production="copies"))
    return Copies(number=number, medium="electronic" if electronic else "paper", conformed="conformed" in adjectives)


def _mark(clean: str, folded: str, clause: Clause, frame: Frame, finds: list[Find]) -> str:
    match = _MARK.search(folded, clause.nucleus[0], clause.end)
    if match is None:
        return ""
    last = folded.rfind('"', match.end(), clause.sentence.end)
    end = last if last > match.end() else clause.end
    while end > match.end() and clean[end - 1] in ".,; ":
        end -= 1
    if end - match.end() > 120:
        end = folded.find('"', match.end(), clause.sentence.end)
    if frame.act in (Act.MARK_CHAMBERS_COPY, Act.LODGE_CHAMBERS_COPY):
        finds.append(Find(facet=Facet.FORMAT_REQUIREMENT, start=match.start(), end=end, production="mark"))
    inside = re.sub('["\u201c\u201d]', "'", clean[match.end() : end])  # a stray mark inside is a slip of the pen
    return " ".join(inside.split())


def _parts(text: str) -> tuple[str, ...]:
    return tuple(code for words, code in PART_WORDS if re.search(words, text))
