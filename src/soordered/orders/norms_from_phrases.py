"""Norms told by a phrase instead of a binding clause: lengths, copies, allowances, needs, waivers, duties handed on.

Productions:

* *length*      "a letter of at most five pages"; "25 pages, for a motion" under "briefs may not be longer than:"
* *copies needed*  "one working copy is needed"
* *allowance*   "a single motion per side is allowed"
* *needs*       "any memorandum above ten pages needs a table of contents"
* *waiver*      "a failure to object in that time waives the objection"; "an issue not raised is deemed waived"
* *handed on*   "…, to be initiated by counsel for the plaintiff"
"""

from __future__ import annotations

from dataclasses import replace

from soordered.orders.act_from_clause import paper_from_words
from soordered.orders.artifact_from_words import page_limits
from soordered.orders.bearer_from_clause import bearer_from_words
from soordered.orders.clause_readings import Surroundings
from soordered.orders.contents_from_clause import hung_on_papers
from soordered.orders.norms import Find, Norm
from soordered.orders.patterns import Pattern
from soordered.orders.reports_in_sentences import reported
from soordered.orders.sentences_from_text import Sentence
from soordered.orders.words_of_numbers import NUMBER, printed_number
from soordered.rules.rule import Artifact, Consequence, ConsequenceStatus, Copies, Limit, Precondition
from soordered.rules.vocabulary import Act, ActCode, Bearer, Facet, Modality, Other, Trigger

_LISTED_LENGTH = Pattern(rf"[*•\s-]{{0,4}}(?P<number>{NUMBER})\s(?P<unit>page|word)s?\b(?:\sper\s(?:side|party))?")
_SAME_LENGTH = Pattern(r"\b(?:the same|in like|of like|same|of equal) (?:page |word )?(?:length|limit)\b")
_LENGTH_ROW = Pattern(rf"\s(?P<number>{NUMBER})\s(?P<unit>page|word)s?$")
_LENGTH_STEM = Pattern(r"(?:longer than|exceed|limits?|limited to|lengths?)(?: (?:are|is))?:$")
_COPIES_NEEDED = Pattern(
    rf"(?P<copies>(?:(?P<number>{NUMBER}|\ban?)\s(?:[a-z-]+,?\s){{0,3}}|(?<![a-z]))(?:courtesy|chambers|paper|working|hard|printed)\scop(?:y|ies))(?P<of>[^.;]{{0,70}}?)\b(?:is|are)\s(?:also\s|always\s)?(?:needed|required|necessary|requested|mandatory)"
    rf"|\b(?:requires?|wants?|asks? for|requests|expects)\s(?P<copies2>(?P<number2>{NUMBER}|\ban?)\s(?:[a-z-]+,?\s){{0,3}}(?:courtesy|chambers|paper|working|hard|printed)\scop(?:y|ies)(?:\sof\s[^.;,]{{3,60}})?)"
)
_HANDED_ON = Pattern(r",\s(?P<to>to be (?P<verb>[a-z]+ed)) by (?P<who>[a-z' ]{5,50})")
_ALLOWED = Pattern(
    r"(?<!for leave)(?<=\bleave)\s(?:to [a-z][^.;]{3,60}\s)?is (?:hereby )?(?:granted|given)\b[^.;]{0,80}|\s(?:is|are)\s(?:allowed|permitted)(?=[.;,]|\sonly\b|$)(?:\sonly[^.;]{3,80})?"
)
_NEEDS = Pattern(r"\s(?P<needed>needs?\s(?:an?|the|its)\s[^.;]{4,140})")
_GONE = Pattern(
    r"\s(?P<effect>(?:(?:is|are)\s(?:[a-z-]+ly\s)?|stands? as |goes |go )(?:deemed\s)?(?:waived|untimely|forfeited|abandoned|withdrawn|unread|admitted|denied on arrival))\b(?! as moot)"
)
_WAIVES = Pattern(
    r"(?P<failure>\b(?:failure|failing|disregard|neglect|refusal)\b[^.;]{0,120}?)\s(?P<effect>(?:waives?|constitutes?|forfeits?|results? in|is deemed|operates as|bars?)\s[^.;]{4,120})|(?P<failure2>\b[a-z][^.;]{3,100}?)\s(?P<effect2>(?:is|are|will be|shall be) (?:grounds?|cause|a basis) for\s[^.;]{3,100})"
)
_MARK = Pattern(r"[.;:]\s|,\s")


def with_hung(norms: list[Norm], sentence: Sentence, around: Surroundings) -> list[Norm]:
    """Add what participles tell of a sentence's papers to the norm before them; a sentence that binds nobody tells nothing."""
    binding = [index for index, norm in enumerate(norms) if norm.modality in {Modality.MUST, Modality.MAY}]
    if not binding or around.guideline:
        return norms
    for find in hung_on_papers(
        around.folded, sentence.start, sentence.end, [find for norm in norms for find in norm.finds]
    ):
        before = [index for index in binding if norms[index].finds[0].start < find.start] or binding
        norm = norms[before[-1]]
        norms[before[-1]] = replace(norm, finds=(*norm.finds, find))
    return norms


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
    same = _SAME_LENGTH.search(around.folded, sentence.start, sentence.end)
    if same is not None and around.length is not None:
        limits = (*limits, around.length)
        finds.append(Find(facet=Facet.PAGE_LIMIT, start=same.start(), end=same.end(), production="same length"))
    row = _LENGTH_ROW.search(around.folded, sentence.start, sentence.end) if not limits and not norms else None
    if row is not None and paper_from_words(around.folded[sentence.start : row.start()]) is not None:
        limits = (Limit(amount=printed_number(row["number"]).shorter(), unit=row["unit"]),)
        finds.append(Find(facet=Facet.PAGE_LIMIT, start=sentence.start, end=row.end(), production="row of lengths"))
    if not limits:
        return norms
    fresh = tuple(finds[known:])
    if not norms and reported(around.folded, sentence, fresh[0].start, operative=True):
        return norms
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
    if "cop" not in around.folded[sentence.start : sentence.end]:
        return None
    match = _COPIES_NEEDED.search(around.folded, sentence.start, sentence.end)
    if match is None:
        return None
    name = "copies" if match["copies"] else "copies2"
    printed = match["number"] or match["number2"]
    number = 1 if printed in {"a", "an", None} else printed_number(printed).longer()
    end = match.end(name)
    if name == "copies" and match["of"].startswith(" of "):
        end += len(match["of"].partition(",")[0].rstrip())
    return Norm(
        sentence=sentence,
        act=Act.LODGE_CHAMBERS_COPY,
        modality=Modality.MUST,
        bearers=(Bearer.FILER,),
        finds=(Find(facet=Facet.COPIES, start=match.start(name), end=end, production="copies needed"),),
        artifact=Artifact(kind="chambers_copy", copies=Copies(number=number, conformed="conformed" in match[name])),
    )


def allowance(sentence: Sentence, around: Surroundings) -> Norm | None:
    """Read a right that no verb grants: "a single motion per side is allowed"."""
    folded = around.folded
    match = _ALLOWED.search(folded, sentence.start, sentence.end)
    if match is None:
        return None
    start, end = _before(folded, sentence, match.start(), 100), match.end()
    words = folded[start : match.start()]
    if not words.strip():
        return None
    return Norm(
        sentence=sentence,
        act=Other(" ".join(words.split()[-6:])[:60]),
        modality=Modality.MAY,
        bearers=(bearer_from_words(words, around.names) or Bearer.PARTIES,),
        finds=(Find(facet=Facet.PERMISSION, start=start, end=end, production="allowance"),),
    )


def needs(sentence: Sentence, around: Surroundings) -> Norm | None:
    """Read what a paper needs: "any memorandum above ten pages needs a table of contents"."""
    match = _NEEDS.search(around.folded, sentence.start, sentence.end)
    if match is None:
        return None
    paper = paper_from_words(around.folded[_before(around.folded, sentence, match.start(), 80) : match.start()])
    if paper is None:
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
    folded = around.folded
    match = _WAIVES.search(folded, sentence.start, sentence.end)
    start = match.start() if match is not None else 0
    if match is None:
        match = _GONE.search(folded, sentence.start, sentence.end)
        if match is None:
            return None
        start = _before(folded, sentence, match.start(), 140)
    effect = "effect" if match["effect"] else "effect2"
    return Norm(
        sentence=sentence,
        act=Act.IMPOSE_SANCTIONS,
        modality=Modality.COURT_WILL,
        bearers=(Bearer.COURT,),
        finds=(Find(facet=Facet.SANCTION, start=start, end=match.end(), production="waiver"),),
        preconditions=(Precondition(words=folded[start : match.start(effect)].strip()[:160], trigger=Trigger.BREACH),),
        consequence=Consequence(
            act=Act.IMPOSE_SANCTIONS,
            status=ConsequenceStatus.ORDERED,
            words=" ".join(around.clean[match.start(effect) : match.end()].split())[:160],
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


def _before(folded: str, sentence: Sentence, at: int, most: int) -> int:
    """Return where the words before a place begin: after the last mark, or at most so many characters back."""
    begin = max(sentence.start, at - most)
    start = begin if begin == sentence.start else at
    for mark in _MARK.finditer(folded, begin, at):
        if not mark[0].startswith(","):
            start = mark.end()
    if start == at:
        blank = folded.find(" ", begin, at)
        start = blank + 1 if blank >= 0 else begin
    return start
