"""Clauses of a sentence: who, with what force, does what; each with its places.

A clause grows around a *nucleus*, the words that bind:

* *modal*      ``SUBJECT shall|must|may|will [not] [be] VERB``: "any party may demand a meeting"
* *passive order*  ``SUBJECT is ordered|directed|required|permitted to VERB``, ``SUBJECT is to VERB``
* *court's order*  ``The Court orders|directs SUBJECT to VERB``, ``ORDERED that SUBJECT VERB``, ``directing SUBJECT to VERB``
* *standing duty*  ``SUBJECT has a continuing duty to VERB``
* *request*    ``please [do not] VERB``
* *infinitive* ``SUBJECT to VERB`` in the shorthand of dockets: "Lead counsel to coordinate dates"

A nucleus inside a condition ("if an application will be filed late"), inside quotation marks or inside a citation of
authority is kept with that mark, so that nothing is made of it and nothing is lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from soordered.orders.nuclei_from_sentences import Nucleus, nuclei_in
from soordered.orders.patterns import Pattern
from soordered.orders.sentences_from_text import Sentence
from soordered.orders.words_of_acts import VERBS

_COMPLEMENT = Pattern(
    r"\b(?:ordered|orders|directs?|directed|requires?|ensures?|expects?|recommended|so|provided|cautioned|reminded|advised|informed|stipulate[sd]?|is|note|such|further|and|declares?d?)\s?,?$"
)
_REPORTED = Pattern(
    r"\b(?:provides?|states?|argues?|contends?|finds?|found|held|holds|conclude[ds]?|agree[ds]?|believes?|notes?|noted|asserts?|alleges?|says?|said|explains?|suggests?|recognizes?|announce|anticipated)\s?$"
)
_RESTRICTED = Pattern(r"\b(?:who|whose)\b")
_WHO_ASIDE = Pattern(r"\bwho,\s[^,]{3,80},\s?$")
_BRACKETS = Pattern(r"\([^()]*\)")
_WHY = Pattern(
    r"\b(?:why|whether|how|what)\b|\bin which (?:case|event)\b|(?<!,)\s(?:in|by|to|on|upon|at|with|through|under|for|from|during) which\s(?!(?:they|it|he|she)\s(?!shall|must|will|may|should)[a-z]+\s)|\s(?:if|unless|until|because|whenever)\s[^,]*$"
)
_ENACTING = Pattern(
    r"\b(?:it is )?(?:hereby |further |so |also )*(?:ordered|orders|directs|adjudged|decreed)(?:,? and adjudged|, adjudged,?)?,?\s(?:that|as follows:?)\s"
)
_AND_VERB = Pattern(
    r",?\s(?:and|or|and/or|then)(?:\s\([a-z0-9]\))?(?:\sto)?(?:\s(?:also|then|immediately|promptly|separately))?\s(?P<verb>file|serve|submit|provide|lodge|e-mail|email|send|deliver|attach"
    r"|respond|appear|exchange|post|certify|bring|notify|advise|comply|complete|mail|leave|sign|return|include|contain|state|describe|identify|explain|list|prepare|produce|pay|deliver|call|contact|arrange|obtain)(?![a-z-])"
    r"(?=\s(?:an?|the|its|their|his|her|any|all|to|with|such|each|one|two|three|copies|proposed|it|them|on|upon|in|for|as|that|by|at|jointly|directly|counsel|chambers|opposing)\b|$|[,.;]|\s\((?:a|i|1)\))"
)
_AND_PASSIVE = Pattern(
    r",?\sand\s(?:also\s|then\s|promptly\s)?(?:(?P<does>contain|state|include|identify|describe|explain|list|bear)(?=\s(?:the|a|an|any|all|each|its|why|whether|how|\((?:a|i|1)\)))"
    r"|(?P<done>served|delivered|e-mailed|emailed|mailed|sent|lodged|hand-delivered)(?=\s(?:by|to|on|upon|in|via|with|no|at|within)\b))"
)
_CONDITION = Pattern(
    r"^(?:[\"'(*\s-]{0,3})(?:and |or |but |however,? |provided,? |also,? |further,? )?(?:if|when|whenever|where|whether|unless|until|because|since|given that|"
    r"although|though|while|after|before|once|as|to the extent|in the event|except|should|upon|absent|so that|in order|who|whom|whose|that)\b"
)
_FRONT = Pattern(
    r"^(?:[\"'(*\s-]{0,3})(?:if|when|whenever|where|unless|until|because|since|although|while|after|before|once|as|to the extent|in the event|should"
    r"|upon|absent|by|within|on|at|in|no later than|not later than|prior to|pursuant to|for|with|without|during|following|additionally|further|furthermore|moreover"
    r"|(?:[a-z-]+|\d+)\s(?:\(\d+\)\s)?(?:(?:business|court|calendar|full)\s)?(?:days?|hours?|weeks?)\s(?:before|after|prior|following|in advance)"
    r"|thereafter|therefore|accordingly|however|finally|also|additionally|specifically|otherwise|instead|first|second|third|next|last|then|consistent with|"
    r"thus|similarly|again|generally|ordinarily|except|under|beginning|effective|from|to|of|any time|note|attention)\b"
)
_BOUNDARY = Pattern(
    r";\s|:\s|,?\s(?:and|or|but|nor|yet)\s|,?\s(?:which|who|that|whereby|provided that|except that|after which|so that|if|when|unless|because|where)\s|,\s|\s\(|\)\s|\s-\s"
)
_NAMES_SOMEBODY = Pattern(
    r"(?:(?:the|all|each|every|any|either|both|no|lead|local|moving|opposing)\s(?:[a-z'-]+\s){0,2})?(?:motions?|requests?|papers?|documents?|letters?|briefs?|exhibits?|hearings?|conferences?|discovery|disputes?|stipulations?|counsel|part(?:y|ies)|plaintiffs?|defendants?|movants?|attorneys?|court|side|sides|applicant|deponent|witness(?:es)?)\b"
)
_STRONG = Pattern(
    r";\s|:\s(?!\d)|,\s(?:and|or|but|nor|yet)\s|,?\s(?:which|who)\s|,?\s(?:provided that|except that|after which|if|when|unless|because)\s"
)
_QUOTED = Pattern(r'"[^"]{0,400}"')
_AUTHORITY = Pattern(
    r"\bf\.\s?(?:2d|3d|4th|supp)|\b\d{4} wl \d|\b\d{2,3} u\.s\. \d|\bid\.\s|\(quoting|\(citing|\(same\)|\bcir\. \d{4}|\((?:[a-z0-9. ]{1,30}\s)?(?:19|20)\d\d\)\.?$|¶|\bsee also\b|\bsee, e\.g\."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause, in characters of the clean text.

    Args:
        sentence: the sentence it stands in.
        start: its first character, fronted adjuncts included.
        end: after its last.
        subject: place of the subject, empty where there is none.
        nucleus: place of the words that bind, to the end of the verb.
        modal: the binding word in its plainest form (``shall``, ``must``, ``may``, ``will``, ``should``, ``ordered`` …).
        negated: whether the act is forbidden or denied.
        passive: whether the subject undergoes the act.
        verb: the verb as printed, folded.
        verb_class: its class in the table of verbs, empty if in none.
        conditional: it stands inside a condition or a relative clause that binds nobody.
        quoted: it stands inside quotation marks or in a citation of authority.
        coordinated: a second predicate of one nucleus ("… and file a notice").
    """

    sentence: Sentence
    start: int
    end: int
    subject: tuple[int, int]
    nucleus: tuple[int, int]
    modal: str
    negated: bool = False
    passive: bool = False
    verb: str = ""
    verb_class: str = ""
    conditional: bool = False
    quoted: bool = False
    coordinated: bool = False

    @property
    def predicate(self) -> tuple[int, int]:
        """The place from the verb's end to the clause's end."""
        return self.nucleus[1], self.end


def clauses(folded: str, sentence: Sentence) -> tuple[Clause, ...]:
    """Return the clauses of a sentence, in order.

    Example: "The letter shall be filed by noon, and must state each side's position" holds two clauses.

    Args:
        folded: the whole clean text, folded.
        sentence: the sentence to look in.
    """
    nuclei = nuclei_in(folded, sentence)
    if not nuclei:
        return ()
    quoted = [match.span() for match in _QUOTED.finditer(folded, sentence.start, sentence.end)]
    authority = _AUTHORITY.search(folded, sentence.start, sentence.end) is not None
    begins = [sentence.start]
    for before, nucleus in pairwise(nuclei):
        begins.append(_boundary(folded, before.end, nucleus.subject[0] if nucleus.subject else nucleus.start))
    ends = [*begins[1:], sentence.end]
    found: list[Clause] = []
    for nucleus, begin, end in zip(nuclei, begins, ends, strict=True):
        start = _trimmed_start(folded, begin, nucleus.start)
        lead, subject = _subject(folded, start, nucleus)
        clause = Clause(
            sentence=sentence,
            start=start,
            end=_trimmed_end(folded, nucleus.end, end),
            subject=subject,
            nucleus=(nucleus.start, nucleus.end),
            modal=nucleus.modal,
            negated=nucleus.negated,
            passive=nucleus.passive,
            verb=nucleus.verb,
            verb_class=_class_of(folded, nucleus.verb, nucleus.end),
            conditional=lead,
            quoted=authority or any(a < nucleus.start < b for a, b in quoted),
        )
        found.extend(_coordinates(folded, clause))
    return tuple(found)


def _class_of(folded: str, verb: str, end: int) -> str:
    """Return a verb's class in the table; "set forth", "set out" and "lay out" are verbs of telling."""
    if verb in {"set", "lay", "spell"} and folded.startswith((" forth", " out"), end):
        return "include"
    return VERBS.get(verb, "")


def _boundary(folded: str, after: int, before: int) -> int:
    """Return where the clause of the next nucleus begins: the last strong mark between two nuclei, else a weaker one."""
    strong = None
    for match in _STRONG.finditer(folded, after, before):
        strong = match
    if strong is not None:
        keeps = strong[0].strip(" ,;:")
        return (
            strong.start() + (1 if keeps else 0)
            if keeps not in ("and", "or", "but", "nor", "yet", "")
            else strong.end()
        )
    for pattern in (r",\s", r"\s(?:and|or)\s", r"\s(?=(?:why|whether|how|what|that|which|because|than|as)\s)"):
        last = None
        for match in re.finditer(pattern, folded[after:before]):
            last = match
        if last is not None:
            return after + last.end()
    return after


def _subject(folded: str, start: int, nucleus: Nucleus) -> tuple[bool, tuple[int, int]]:
    """Return whether the nucleus hangs on a condition, and the place of its subject."""
    if nucleus.subject is not None:
        return False, nucleus.subject
    text = folded[start : nucleus.start]
    begin = start
    ordered = None
    for ordered in _ENACTING.finditer(folded, start, nucleus.start):
        begin = ordered.end()
    guard = 0
    while guard < 4:
        guard += 1
        ahead = folded[begin : nucleus.start]
        if not (_FRONT.match(ahead) or _CONDITION.match(ahead)):
            break
        comma = ahead.find(", ")
        if comma < 0:
            if _CONDITION.match(ahead) and not ahead.lstrip().startswith(
                ("as ", "that ", "upon ", "after ", "before ")
            ):
                return True, (begin, nucleus.start)
            that = ahead.rfind(" that ")
            begin = begin + that + 6 if that >= 0 else begin
            break
        begin += comma + 2
    if begin == start and ordered is None:
        for mark in (" that ", ": "):
            place = text.rfind(mark)
            if place >= 0 and begin == start:
                if mark == " that ":
                    before = text[: place + 1]
                    if _RESTRICTED.search(before) or not (_REPORTED.search(before) or _COMPLEMENT.search(before)):
                        continue  # "a party that wants argument": part of the subject
                    if _REPORTED.search(before):
                        return True, (start, nucleus.start)
                begin = start + place + len(mark)
                inner = folded[begin : nucleus.start]
                front = _FRONT.match(inner)
                if front and ", " in inner:
                    begin += inner.find(", ") + 2
    if begin > start:
        begin = _after_front(folded, begin, nucleus.start)
    while begin < nucleus.start and folded[begin] == " ":
        begin += 1
    if _WHO_ASIDE.search(folded, begin, nucleus.start):
        return True, (begin, nucleus.start)
    if _WHY.search(_BRACKETS.sub("", folded[begin : nucleus.start])):
        return True, (begin, nucleus.start)
    return False, (
        begin,
        max(begin, nucleus.start - 1 if folded[nucleus.start - 1 : nucleus.start] == " " else nucleus.start),
    )


def _after_front(folded: str, begin: int, end: int) -> int:
    """Return where the subject begins after a front that holds commas itself: "To keep costs low, and the peace, counsel shall …"."""
    comma = folded.rfind(", ", begin, end)
    if comma < 0 or _NAMES_SOMEBODY.match(folded, begin, end) is not None:
        return begin
    return comma + 2 if _NAMES_SOMEBODY.match(folded, comma + 2, end) is not None else begin


def _coordinates(folded: str, clause: Clause) -> list[Clause]:
    """Split the predicates that share one nucleus: "serve a copy … and file a notice of service"."""
    if clause.passive:
        return _passive_coordinates(folded, clause)
    places = list(_AND_VERB.finditer(folded, clause.nucleus[1], clause.end))
    if not places:
        return [clause]
    bare = not folded[clause.nucleus[1] : places[0].start()].strip()  # "must complete and file the form"
    parts = [] if bare else [replace(clause, end=_trimmed_end(folded, clause.nucleus[1], places[0].start()))]
    for index, match in enumerate(places):
        end = places[index + 1].start() if index + 1 < len(places) else clause.end
        parts.append(
            replace(
                clause,
                start=clause.start if bare and index == 0 else match.start("verb"),
                end=_trimmed_end(folded, match.end(), end),
                nucleus=(clause.nucleus[0] if bare and index == 0 else match.start("verb"), match.end("verb")),
                verb=clause.verb if bare and index == 0 and clause.verb_class == "file" else match["verb"],
                verb_class="file"
                if bare and index == 0 and clause.verb_class == "file"
                else VERBS.get(match["verb"], ""),
                coordinated=not bare or index > 0,
            )
        )
    return parts


def _passive_coordinates(folded: str, clause: Clause) -> list[Clause]:
    """Split a second predicate off a passive one: "shall be filed today, and delivered by hand", "must be short and contain (a) …"."""
    match = _AND_PASSIVE.search(folded, clause.nucleus[1], clause.end)
    if match is None or not folded[clause.nucleus[1] : match.start()].strip(" ,"):
        return [clause]
    verb = match["does"] or match["done"]
    return [
        replace(clause, end=_trimmed_end(folded, clause.nucleus[1], match.start())),
        replace(
            clause,
            start=match.end() - len(verb),
            nucleus=(match.end() - len(verb), match.end()),
            verb=verb,
            verb_class=VERBS.get(verb, ""),
            passive=match["done"] is not None,
            coordinated=True,
        ),
    ]


def _trimmed_start(folded: str, start: int, limit: int) -> int:
    while start < limit and folded[start] in " ,;:)-":
        start += 1
    return start


def _trimmed_end(folded: str, limit: int, end: int) -> int:
    while end > limit and folded[end - 1] in " ,;:.":
        end -= 1
    return end
