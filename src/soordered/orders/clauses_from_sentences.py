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

from soordered.orders.sentences_from_text import Sentence
from soordered.orders.words_of_acts import VERBS

_ADVERB = (
    r"(?:\s(?:also|both|then|thereafter|again|likewise|each|all|now|first|always|instead|still|therefore|further|otherwise|(?!comply|apply|reply|rely|supply|multiply|imply|family)[a-z]{3,16}ly"
    r"|in good faith|be prepared to|either|in turn|only|not only|in that event|in any event|at all times|at that time))"
)
_ORDERED = (
    r"ordered|directed|required|instructed|requested|reminded|advised|permitted|authorized|allowed|prohibited|forbidden|barred"
    r"|restrained|enjoined|precluded|encouraged|expected|cautioned|obligated|obliged|excused|invited|urged|welcome|free"
)
_NUCLEUS = re.compile(
    rf"(?<![a-z'])(?:(?P<modal>shall|must|may|will|should|cannot|can|need(?= not)|needs? to|has to|have to)(?P<neg>\s(?:not|no longer|never|under no circumstances))?"
    rf"{_ADVERB}{{0,3}}(?:,\s[^,.;]{{2,100}},)?(?:\s\((?:a|i|1)\))?{_ADVERB}{{0,3}}(?:\s(?P<be>be|have been)(?:,\s[^,.;]{{2,100}},)?{_ADVERB}{{0,3}}|\shave)?\s(?P<verb>[a-z][a-z-]*)"
    rf"|(?P<cop>is|are|was|were){_ADVERB}{{0,3}}\s(?P<order>{_ORDERED})(?:\s(?:by|under)\s[^,.;]{{3,60}}?(?=\sto\s))?(?P<neg2>\s(?:not|from))?(?:\sto)?{_ADVERB}{{0,3}}"
    rf"(?:\s(?P<be2>be){_ADVERB}{{0,2}})?\s(?P<verb2>[a-z][a-z-]*)"
    rf"|(?P<isto>is|are)(?P<neg3>\snot)?\sto{_ADVERB}{{0,2}}(?:\s(?P<be3>be){_ADVERB}{{0,2}})?\s(?P<verb3>[a-z][a-z-]*)"
    rf"|(?P<duty>(?:ha(?:s|ve|d)|(?:is|are)\sunder)\s(?:an?\s)?(?:\w+\s)?(?:duty|obligation))\sto{_ADVERB}{{0,2}}\s(?P<verb4>[a-z][a-z-]*)"
    rf"|please(?P<neg5>\sdo not|\snot)?{_ADVERB}{{0,2}}\s(?P<verb5>[a-z][a-z-]*))(?![a-z])"
)
_COURTS_ORDER = re.compile(
    r"(?<![a-z'])(?:(?:court|judge|undersigned)\s(?:hereby\s|further\s|also\s|has\s){0,2}(?P<does>orders?|ordered|directs?|directed|requires?|required|expects?|instructs?|permits?|allows?|prohibits?)"
    r"|(?P<gerund>directing|ordering|requiring|permitting|authorizing)|(?P<that>ordered|orders|directs)(?=\sthat\s))(?:\sthat)?\s"
    r"(?P<who>[^;:.]{2,100}?)\s(?:(?P<neg>not\s)?to\s(?P<be>be\s)?)(?P<verb>[a-z][a-z-]*)(?![a-z])"
)
_ORDERED_THAT = re.compile(
    r"(?:\bordered|\borders|\bdirects)(?:,? adjudged,?| and adjudged)?,?\sthat\s|\bfurther ordered\s(?=[a-z])"
)
_INVERTED = re.compile(
    r"(?<![a-z])(?:under no circumstances|in no event|at no time|in no case|nor|neither|never)\s(?P<modal>shall|may|must|will|should|can)\s(?=[a-z])"
)
_RESPONSIBLE = re.compile(
    r"\bit is (?:the )?(?:responsibility|duty|obligation) of (?P<who>[^,;.]{3,60}?)\sto\s(?P<verb>[a-z-]+)(?![a-z])|(?P<who2>(?:(?:lead |trial |plaintiff's |defense )?counsel|(?:the |each |any |moving |filing )*part(?:y|ies)|plaintiffs?|defendants?|movants?|filers?)(?: (?:is|are|will be|shall be))?) (?:solely )?responsible for (?P<verb2>[a-z]+ing)(?![a-z])"
)
_IMPERATIVE = re.compile(
    r"[*•\s-]{0,4}(?:(?:then|also|instead|first|next|finally),?\s)?(?P<neg>do not\s|don't\s|never\s)?(?:(?:promptly|immediately|always|only|jointly)\s)?"
    r"(?P<verb>file|submit|send|serve|deliver|e-mail|email|provide|lodge|meet|confer|call|telephone|notify|contact|attach|include|bring|mail|exchange|identify|use|post|fax)"
    r"(?=\s(?:an?|the|your|its|their|all|any|each|every|one|two|three|no|only|with|counsel|chambers|opposing|proposed|courtesy|joint|motions?|discovery|documents?|copies|papers?|first|in|by|it|them|form)\b|[.;,]|$)"
)
_AFTER_CONDITION = re.compile(
    r"(?:if|when|unless|where|for|before|after|once|to|at least|no later than|not later than|within|by|prior to|upon)\s[^,;.]{5,160},\s(?:please\s)?"
)
_INFINITIVE = re.compile(
    r"^(?P<who>(?:the )?(?:lead |all |defense |plaintiff's |trial )?(?:counsel|parties|plaintiffs?|defendants?|attorneys|government|movant)(?: and [a-z ]{3,30})?)"
    r"\sto\s(?P<be>be\s)?(?P<verb>[a-z][a-z-]*)(?![a-z])"
)
_RELATIVE = re.compile(r"(?<![,;:])\s(?:that|who)\s$")  # "a party that cannot meet a date": part of the subject
_MODAL_WORDS = frozenset(("shall", "must", "may", "will", "should", "can", "cannot"))
_FUNCTION_WORDS = frozenset(
    [
        "the",
        "a",
        "an",
        "that",
        "this",
        "these",
        "by",
        "in",
        "on",
        "at",
        "of",
        "to",
        "for",
        "with",
        "from",
        "not",
        "and",
        "or",
        "as",
        "its",
        "his",
        "her",
        "their",
        "such",
    ]
)
_COMPLEMENT = re.compile(
    r"\b(?:ordered|orders|directs?|directed|requires?|ensures?|expects?|recommended|so|provided|cautioned|reminded|advised|informed|stipulate[sd]?|is|note|such|further|and|declares?d?)\s?,?$"
)
_REPORTED = re.compile(
    r"\b(?:provides?|states?|argues?|contends?|finds?|found|held|holds|conclude[ds]?|agree[ds]?|believes?|notes?|noted|asserts?|alleges?|says?|said|explains?|suggests?|recognizes?|announce|anticipated)\s?$"
)
_RESTRICTED = re.compile(r"\b(?:who|whose)\b")
_WHO_ASIDE = re.compile(r"\bwho,\s[^,]{3,80},\s?$")
_WHY = re.compile(r"\b(?:why|whether|how)\b")
_SOUGHT = re.compile(r"\b(?:seeks?|sought|requests?|requested|mov(?:es|ed|ing)|asks?|asked|proposed)\b")
_ENACTING = re.compile(
    r"\b(?:it is )?(?:hereby |further |so |also )*(?:ordered|orders|directs|adjudged|decreed)(?:,? and adjudged|, adjudged,?)?,?\s(?:that|as follows:?)\s"
)
_AND_VERB = re.compile(
    r",?\s(?:and|or|and/or|then)(?:\s\([a-z0-9]\))?(?:\sto)?(?:\s(?:also|then|immediately|promptly|separately))?\s(?P<verb>file|serve|submit|provide|lodge|e-mail|email|send|deliver|attach"
    r"|respond|appear|exchange|post|certify|bring|notify|advise|comply|complete|mail|leave|sign|return)(?![a-z-])"
    r"(?=\s(?:an?|the|its|their|his|her|any|all|to|with|such|each|one|two|three|copies|proposed|it|them|on|upon|in|for|that|by|at|jointly|directly|counsel|chambers|opposing)\b|$|[,.;])"
)
_CONDITION = re.compile(
    r"^(?:[\"'(*\s-]{0,3})(?:and |or |but |however,? |provided,? |also,? |further,? )?(?:if|when|whenever|where|whether|unless|until|because|since|given that|"
    r"although|though|while|after|before|once|as|to the extent|in the event|except|should|upon|absent|so that|in order|who|whom|whose|that)\b"
)
_FRONT = re.compile(
    r"^(?:[\"'(*\s-]{0,3})(?:if|when|whenever|where|unless|until|because|since|although|while|after|before|once|as|to the extent|in the event|should"
    r"|upon|absent|by|within|on|at|in|no later than|not later than|prior to|pursuant to|for|with|without|during|following|additionally|further|furthermore|moreover"
    r"|(?:[a-z-]+|\d+)\s(?:\(\d+\)\s)?(?:(?:business|court|calendar|full)\s)?(?:days?|hours?|weeks?)\s(?:before|after|prior|following|in advance)"
    r"|thereafter|therefore|accordingly|however|finally|also|additionally|specifically|otherwise|instead|first|second|third|next|last|then|consistent with|"
    r"thus|similarly|again|generally|ordinarily|except|under|beginning|effective|from|to|of|any time|note|attention)\b"
)
_BOUNDARY = re.compile(
    r";\s|:\s|,?\s(?:and|or|but|nor|yet)\s|,?\s(?:which|who|that|whereby|provided that|except that|after which|so that|if|when|unless|because|where)\s|,\s|\s\(|\)\s|\s-\s"
)
_STRONG = re.compile(
    r";\s|:\s(?!\d)|,\s(?:and|or|but|nor|yet)\s|,?\s(?:which|who)\s|,?\s(?:provided that|except that|after which|if|when|unless|because)\s"
)
_QUOTED = re.compile(r'"[^"]{0,400}"')
_AUTHORITY = re.compile(
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


@dataclass(frozen=True, slots=True)
class _Nucleus:
    start: int
    end: int
    modal: str
    negated: bool
    passive: bool
    verb: str
    subject: tuple[int, int] | None


def clauses(folded: str, sentence: Sentence) -> tuple[Clause, ...]:
    """Return the clauses of a sentence, in order.

    Example: "The letter shall be filed by noon, and must state each side's position" holds two clauses.

    Args:
        folded: the whole clean text, folded.
        sentence: the sentence to look in.
    """
    nuclei = _nuclei(folded, sentence)
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


def _nuclei(folded: str, sentence: Sentence) -> list[_Nucleus]:
    found: list[_Nucleus] = []
    for match in _NUCLEUS.finditer(folded, sentence.start, sentence.end):
        modal = (
            match["modal"] or match["order"] or ("is to" if match["isto"] else "duty" if match["duty"] else "please")
        )
        verb = match["verb"] or match["verb2"] or match["verb3"] or match["verb4"] or match["verb5"]
        negated = any(match[name] for name in ("neg", "neg2", "neg3", "neg5")) or modal == "cannot"
        if _RELATIVE.search(folded, max(sentence.start, match.start() - 8), match.start()) and not (
            modal in {"shall", "must"} and VERBS.get(verb) == "include"
        ):
            continue
        passive = any(match[name] for name in ("be", "be2", "be3"))
        if (verb in _FUNCTION_WORDS and not passive) or verb in _MODAL_WORDS:
            continue
        opens = folded[max(sentence.start, match.start() - 2) : match.start()] in {"", ", ", "; "}
        if modal == "should" and opens and not passive and verb not in VERBS:
            continue  # "should the parties settle": a condition
        if verb == "subject" and passive:
            passive = False
        if modal == "need":
            modal = "need not"
        if verb == "take" and folded.startswith(" place", match.end()):
            verb = "held"
        found.append(_Nucleus(match.start(), match.end(), modal, negated, passive, verb, None))
    for match in _COURTS_ORDER.finditer(folded, sentence.start, sentence.end):
        if any(one.start < match.end() and match.start() < one.end for one in found):
            continue
        if match["gerund"] and _SOUGHT.search(folded, sentence.start, match.start()):
            continue
        if (
            match["does"] in {"ordered", "directed", "required"}
            and " has " not in folded[match.start() : match.start("does")]
        ):
            continue  # what a court ordered on an earlier day
        does = match["does"] or match["gerund"] or match["that"]
        subject = match.span("who")
        found.append(
            _Nucleus(subject[1], match.end(), does, bool(match["neg"]), bool(match["be"]), match["verb"], subject)
        )
    that = _ORDERED_THAT.search(folded, sentence.start, sentence.end)
    if that is not None and not any(one.start > that.start() for one in found):
        subjunctive = _subjunctive(folded, that.end(), sentence.end)
        if subjunctive is not None:
            found.append(subjunctive)
    found.extend(_unusual(folded, sentence, found))
    if not found:
        infinitive = _INFINITIVE.match(folded[sentence.start : min(sentence.end, sentence.start + 120)])
        if infinitive is not None:
            at = sentence.start
            found.append(
                _Nucleus(
                    at + infinitive.end("who"),
                    at + infinitive.end(),
                    "is to",
                    negated=False,
                    passive=bool(infinitive["be"]),
                    verb=infinitive["verb"],
                    subject=(at, at + infinitive.end("who")),
                )
            )
    found.sort(key=lambda one: one.start)
    return found


def _unusual(folded: str, sentence: Sentence, found: list[_Nucleus]) -> list[_Nucleus]:
    """Read nuclei in unusual order: inverted ("nor may a party file"), told as a responsibility, or commanded ("send …")."""
    fresh: list[_Nucleus] = []
    inverted = _INVERTED.search(folded, sentence.start, sentence.end)
    if inverted is not None:
        found[:] = [one for one in found if not inverted.start() <= one.start <= inverted.end()]
        words = [*re.finditer(r"[a-z-]+", folded[inverted.end() : min(sentence.end, inverted.end() + 80)])]
        known = any(word.start() and word[0] in VERBS for word in words)
        for number, word in enumerate(words):
            if word.start() and (word[0] in VERBS or (not known and number == 2)):
                at = inverted.end()
                place = (at, at + word.start() - 1)
                fresh.append(
                    _Nucleus(
                        at + word.start(),
                        at + word.end(),
                        inverted["modal"],
                        negated=True,
                        passive=False,
                        verb=word[0],
                        subject=place,
                    )
                )
                break
    told = _RESPONSIBLE.search(folded, sentence.start, sentence.end)
    if told is not None and all(one.start < told.end() <= one.end + 40 for one in found):
        found.clear()
        name = "who" if told["who"] else "who2"
        verb = told["verb"] or told["verb2"]
        fresh.append(
            _Nucleus(
                told.end(name), told.end(), "must", negated=False, passive=False, verb=verb, subject=told.span(name)
            )
        )
    command = _IMPERATIVE.match(folded, sentence.start, sentence.end)
    if command is None:
        after = _AFTER_CONDITION.match(folded, sentence.start, sentence.end)
        command = _IMPERATIVE.match(folded, after.end(), sentence.end) if after is not None else None
    if command is not None and not (found and found[0].start < command.end() + 12):
        fresh.append(
            _Nucleus(
                command.start("neg") if command["neg"] else command.start("verb"),
                command.end(),
                "command",
                negated=bool(command["neg"]),
                passive=False,
                verb=command["verb"],
                subject=(command.start("verb"), command.start("verb")),
            )
        )
    return fresh


def _subjunctive(folded: str, at: int, end: int) -> _Nucleus | None:
    """Read ``ORDERED that SUBJECT VERB``: the first word that is a known verb in its plain form, after a subject."""
    for words, word in enumerate(re.finditer(r"[a-z()'-]+", folded[at : min(end, at + 160)]), start=1):
        form = word[0]
        if words > 1 and form in VERBS and form in _PLAIN and words <= 14:
            return _Nucleus(
                at + word.start(),
                at + word.end(),
                "ordered",
                negated=False,
                passive=False,
                verb=form,
                subject=(at, at + word.start() - 1),
            )
    return None


_PLAIN = frozenset(
    [
        "file",
        "submit",
        "provide",
        "lodge",
        "serve",
        "meet",
        "confer",
        "attend",
        "appear",
        "participate",
        "include",
        "comply",
        "complete",
        "exchange",
        "respond",
        "answer",
        "notify",
        "produce",
        "pay",
    ]
)


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


def _subject(folded: str, start: int, nucleus: _Nucleus) -> tuple[bool, tuple[int, int]]:
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
    while begin < nucleus.start and folded[begin] == " ":
        begin += 1
    if _WHO_ASIDE.search(folded, begin, nucleus.start):
        return True, (begin, nucleus.start)
    if _WHY.search(folded, begin, nucleus.start):
        return True, (begin, nucleus.start)
    return False, (
        begin,
        max(begin, nucleus.start - 1 if folded[nucleus.start - 1 : nucleus.start] == " " else nucleus.start),
    )


def _coordinates(folded: str, clause: Clause) -> list[Clause]:
    """Split the predicates that share one nucleus: "serve a copy … and file a notice of service"."""
    places = list(_AND_VERB.finditer(folded, clause.nucleus[1], clause.end))
    if not places or clause.passive:
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
                nucleus=(match.start("verb"), match.end("verb")),
                verb=match["verb"],
                verb_class=VERBS.get(match["verb"], ""),
                coordinated=not bare or index > 0,
            )
        )
    return parts


def _trimmed_start(folded: str, start: int, limit: int) -> int:
    while start < limit and folded[start] in " ,;:)-":
        start += 1
    return start


def _trimmed_end(folded: str, limit: int, end: int) -> int:
    while end > limit and folded[end - 1] in " ,;:.":
        end -= 1
    return end
