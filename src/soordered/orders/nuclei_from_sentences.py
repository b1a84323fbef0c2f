"""The words of a sentence that bind: modals, orders, duties, commands, each with its verb."""

from __future__ import annotations

import re
from dataclasses import dataclass

from soordered.orders.patterns import Pattern
from soordered.orders.sentences_from_text import Sentence
from soordered.orders.words_of_acts import VERBS

_ADVERB = (
    r"(?:\s(?:[a-z]{3,16}ly(?:,\s[a-z]{3,16}ly)?,?\sand\s[a-z]{3,16}ly|ecf|also|both|then|thereafter|again|likewise|each|all|now|first|always|instead|still|therefore|further|otherwise|(?!comply|apply|reply|rely|supply|multiply|imply|family)[a-z]{3,16}ly"
    r"|in good faith|be prepared to|either|in turn|only|not only|in that event|in any event|at all times|at that time))"
)
_ORDERED = (
    r"ordered|directed|required|instructed|requested|reminded|advised|permitted|authorized|allowed|prohibited|forbidden|barred"
    r"|restrained|enjoined|precluded|encouraged|expected|cautioned|obligated|obliged|excused|invited|urged|welcome|free"
)
_NUCLEUS = Pattern(
    rf"(?<![a-z'])(?:(?P<modal>shall|must|may|will|should|cannot|can|need(?= not)|needs? to|has to|have to)(?P<neg>\s(?:not|no longer|never|under no circumstances))?"
    rf"{_ADVERB}{{0,3}}(?:,\s(?:(?:by|on or before|no later than|not later than|before)\s[^;]{{2,60}}?(?:19|20)\d\d,|[^,.;]{{2,100}},))?(?:\s\((?:a|i|1)\))?{_ADVERB}{{0,3}}(?:\s(?P<be>be|have been)(?:,\s[^,.;]{{2,100}},)?{_ADVERB}{{0,3}}|\shave(?=\s(?!their|the\b|a\b)[a-z]+(?:ed|en|ne|wn|t)\b))?\s(?P<verb>[a-z][a-z-]*)"
    rf"|(?P<cop>is|are|was|were)(?:{_ADVERB}{{0,3}}|(?P<neg0>\snot){_ADVERB}{{0,2}}|(?P<neither>\sneither\s(?:required|requested|expected)\snor))\s(?P<order>{_ORDERED})(?:\s(?:by|under)\s[^,.;]{{3,60}}?(?=\sto\s)|\sof\s(?:its|their|his|her|the)\s(?:[a-z]+\s)?(?:obligations?|dut(?:y|ies)|responsibilit(?:y|ies))(?:\s[^.;]{{3,90}}?)?(?=\sto\s))?(?P<neg2>\s(?:not|from))?(?:\sto)?{_ADVERB}{{0,3}}"
    rf"(?:\s(?P<be2>be){_ADVERB}{{0,2}})?\s(?P<verb2>[a-z][a-z-]*)"
    rf"|(?P<isto>is|are)(?P<neg3>\snot)?\sto{_ADVERB}{{0,2}}(?:\s(?P<be3>be){_ADVERB}{{0,2}})?\s(?P<verb3>[a-z][a-z-]*)"
    rf"|(?P<duty>(?:ha(?:s|ve|d)|(?:is|are)\sunder)\s(?:an?\s)?(?:\w+\s)?(?:duty|obligation))\sto{_ADVERB}{{0,2}}\s(?P<verb4>[a-z][a-z-]*)"
    rf"|please(?P<neg5>\sdo not|\snot)?{_ADVERB}{{0,2}}\s(?P<verb5>[a-z][a-z-]*))(?![a-z])"
)
_NOT_OF_A_PREPOSITION = "".join(
    f"(?<!{word})"
    for word in (
        *("pursuant", "prior", "subject", "according", "due", "up", "as", "relating", "related", "relation", "respect"),
        *("regard", "regards", "addition", "opposition", "response", "responses", "objection", "objections", "reply"),
        *("limited", "directed", "attached", "addressed", "answers", "motion", "motions", "order"),
    )
)  # "a conference pursuant to Rule 16": the word after this "to" is no verb
_COURTS_ORDER = Pattern(
    r"(?<![a-z'])(?:(?:court|judge|undersigned)\s(?:hereby\s|further\s|also\s|has\s){0,2}(?P<does>orders?|ordered|directs?|directed|requires?|required|expects?|instructs?|permits?|allows?|prohibits?)"
    r"|(?P<gerund>directing|ordering|requiring|permitting|authorizing)|(?P<that>ordered|orders|directs)(?=\sthat\s))(?:\sthat)?\s"
    rf"(?P<who>(?!that\b)[^;:.]{{2,100}}?){_NOT_OF_A_PREPOSITION}\s(?:(?P<neg>not\s)?to\s(?P<be>be\s)?)(?P<verb>[a-z][a-z-]*)(?![a-z])"
)
_ORDERED_THAT = Pattern(
    r"(?:\bordered|\borders|\bdirects|\brequires|\bexpects|\brequests|\basks)(?:,? adjudged,?| and adjudged)?,?\sthat\s|\bfurther ordered\s(?=[a-z])"
)
_PERFECT = Pattern(r"\shave\s(?!been\b)")
_INVERTED = Pattern(
    r"(?<![a-z])(?:under no circumstances|in no event|at no time|in no case|nor|neither|never)\s(?P<modal>shall|may|must|will|should|can)\s(?=[a-z])"
)
_RESPONSIBLE = Pattern(
    r"\bit is (?:the )?(?:responsibility|duty|obligation) of (?P<who>[^,;.]{3,60}?)\sto\s(?P<verb>[a-z-]+)(?![a-z])|(?P<who2>(?:(?:lead |trial |plaintiff's |defense )?counsel|(?:the |each |any |moving |filing )*part(?:y|ies)|plaintiffs?|defendants?|movants?|filers?)(?: (?:is|are|will be|shall be))?) (?:solely |jointly |also )?responsible for (?P<verb2>[a-z]+ing)(?![a-z])"
)
COMMANDS = (
    "file|submit|send|serve|deliver|e-mail|email|provide|lodge|meet|confer|call|telephone|notify|contact|attach|include|bring|mail|exchange|identify|use|post|fax"
    "|ask|tell|let|give|write|read|talk|keep|make|arrange|list|state|check|complete|follow|consult|ensure|reference|cite|highlight|underline|prepare|enclose|confirm|comply|appear|arrive|respond|lodge|dial|mark|number|place|request|obtain|schedule|redact|separate|organize|limit|avoid|discuss|allow|be"
)
"""Verbs that command when a sentence begins with one of them."""

_IMPERATIVE = Pattern(
    r"[*•\s-]{0,4}(?:(?:then|also|instead|first|next|finally),?\s|(?:yes|no),\s)?(?P<neg>do not\s|don't\s|never\s)?(?:(?:promptly|immediately|always|only|jointly)\s)?"
    rf"(?P<verb>{COMMANDS}"
    r"|(?<=do not\s)[a-z-]+|(?<=don't\s)[a-z-]+)"
    r"(?=\s(?:an?|the|your|its|their|all|any|each|every|one|two|three|no|only|with|counsel|chambers|opposing|proposed|courtesy|joint|motions?|discovery|documents?|copies|papers?|first|in|by|it|them|these|this|those|form|us|to|for|on|at|as|that|leave|there|prepared|ready|requests?|\S+@)\b|[.;,]|$|(?<=not \w\w\w\w)\s|(?<=not \w\w\w\w\w)\s|(?<=not \w\w\w\w\w\w)\s)"
)
_ASKED = frozenset(("expected", "permitted", "allowed", "asked"))
_ASKED_TO = Pattern(rf"\s(?:to|from){_ADVERB}{{0,2}}\s(?P<be>be\s)?(?P<verb>[a-z][a-z-]*)")
_SUPPOSED = Pattern(r"\b(?:in which|when|where|if|unless|whenever|once|until)\s(?:the\s|this\s)?$")
_WHICH = Pattern(r"(?<![,;:])\swhich\s$")
_ASIDE = Pattern(r"(?<=\()(?:please\s)?(?P<neg>do not\s|don't\s|never\s)(?:[a-z]+ly\s)?(?P<verb>[a-z-]+)(?=\s)")
_AFTER_CONDITION = Pattern(
    r"(?:if|when|unless|where|for|before|after|once|to|at least|no later than|not later than|within|by|prior to|upon)\s[^,;.]{5,160},\s(?:please\s)?"
)
_INFINITIVE = Pattern(
    r"^(?P<who>(?:the )?(?:lead |all |defense |plaintiff's |trial )?(?:counsel|parties|plaintiffs?|defendants?|attorneys|government|movant)(?: and [a-z ]{3,30})?)"
    r"\sto\s(?P<be>be\s)?(?P<verb>[a-z][a-z-]*)(?![a-z])"
)
_RELATIVE = Pattern(r"(?<![,;:])\s(?:that|who)\s$")  # "a party that cannot meet a date": part of the subject
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
        "all",
        "any",
        "each",
        "every",
        "both",
        "other",
        "which",
        "whom",
        "this",
        "that",
    ]
)
_RULE_WORDS = frozenset(
    ("local", "rule", "rules", "section", "paragraph", "fed", "federal", "civil", "judge", "magistrate")
)
_SOUGHT = Pattern(r"\b(?:seeks?|sought|requests?|requested|mov(?:es|ed|ing)|asks?|asked|proposed)\b")


@dataclass(frozen=True, slots=True)
class Nucleus:
    """Words that bind.

    Args:
        start: their first character in the clean text.
        end: after their last, the verb included.
        modal: the binding word in its plainest form.
        negated: whether the act is forbidden or denied.
        passive: whether the subject undergoes the act.
        verb: the verb as printed, folded.
        subject: place of the subject where the words themselves tell it.
    """

    start: int
    end: int
    modal: str
    negated: bool
    passive: bool
    verb: str
    subject: tuple[int, int] | None


def nuclei_in(folded: str, sentence: Sentence) -> list[Nucleus]:
    """Return the words of a sentence that bind, in order.

    Example: "the letter shall be filed by noon, and must state each side's position" holds two.

    Args:
        folded: the whole clean text, folded.
        sentence: the sentence to look in.
    """
    found: list[Nucleus] = []
    for match in _NUCLEUS.finditer(folded, sentence.start, sentence.end):
        modal = (
            match["modal"] or match["order"] or ("is to" if match["isto"] else "duty" if match["duty"] else "please")
        )
        verb = match["verb"] or match["verb2"] or match["verb3"] or match["verb4"] or match["verb5"]
        negated = any(match[name] for name in ("neg", "neg2", "neg3", "neg5", "neg0", "neither")) or modal == "cannot"
        if _RELATIVE.search(folded, max(sentence.start, match.start() - 8), match.start()) and not (
            modal in {"shall", "must"} and VERBS.get(verb) == "include"
        ):
            continue
        if modal in {"may", "can"} and _WHICH.search(folded, max(sentence.start, match.start() - 8), match.start()):
            continue  # "excerpts which may be used": part of the object
        if modal in {"should", "may"} and _PERFECT.search(match[0]):
            continue  # "should have noticed": what might have been, no command
        passive = any(match[name] for name in ("be", "be2", "be3"))
        if (
            (verb in _FUNCTION_WORDS and not passive)
            or verb in _MODAL_WORDS
            or (match["order"] and verb in _RULE_WORDS)
        ):
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
        end = match.end()
        asked = _ASKED_TO.match(folded, end, sentence.end) if passive and verb in _ASKED else None
        if asked is not None:  # "counsel will be expected to explain": the act is to explain
            modal, passive, verb, end = verb, bool(asked["be"]), asked["verb"], asked.end()
        found.append(Nucleus(match.start(), end, modal, negated, passive, verb, None))
    for match in _COURTS_ORDER.finditer(folded, sentence.start, sentence.end):
        if any(one.start < match.end() and match.start() < one.end for one in found):
            continue
        if match["verb"] in _FUNCTION_WORDS or _SUPPOSED.search(folded, sentence.start, match.start()) is not None:
            continue
        if match["who"].startswith(("if ", "when ", "unless ", "where ", "should ")):
            continue  # "ordered that, if defendants seek to move, …": a condition
        if match["gerund"] and folded.endswith("without ", sentence.start, match.start()):
            continue  # "without requiring counsel to appear"
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
            Nucleus(subject[1], match.end(), does, bool(match["neg"]), bool(match["be"]), match["verb"], subject)
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
                Nucleus(
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


def _unusual(folded: str, sentence: Sentence, found: list[Nucleus]) -> list[Nucleus]:
    """Read nuclei in unusual order: inverted ("nor may a party file"), told as a responsibility, or commanded ("send …")."""
    fresh: list[Nucleus] = []
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
                    Nucleus(
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
            Nucleus(
                told.end(name), told.end(), "must", negated=False, passive=False, verb=verb, subject=told.span(name)
            )
        )
    command = _IMPERATIVE.match(folded, sentence.start, sentence.end)
    if command is None:
        after = _AFTER_CONDITION.match(folded, sentence.start, sentence.end)
        command = _IMPERATIVE.match(folded, after.end(), sentence.end) if after is not None else None
    if command is not None and not (found and found[0].start < command.end() + 12):
        fresh.append(
            Nucleus(
                command.start("neg") if command["neg"] else command.start("verb"),
                command.end(),
                "command",
                negated=bool(command["neg"]),
                passive=False,
                verb=command["verb"],
                subject=(command.start("verb"), command.start("verb")),
            )
        )
    fresh.extend(
        Nucleus(
            aside.start("neg"),
            aside.end(),
            "command",
            negated=True,
            passive=False,
            verb=aside["verb"],
            subject=(aside.start("neg"), aside.start("neg")),
        )
        for aside in _ASIDE.finditer(folded, sentence.start, sentence.end)
    )
    return fresh


def _subjunctive(folded: str, at: int, end: int) -> Nucleus | None:
    """Read ``ORDERED that SUBJECT VERB``: the first word that is a known verb in its plain form, after a subject."""
    for words, word in enumerate(re.finditer(r"[a-z()'-]+", folded[at : min(end, at + 160)]), start=1):
        form = word[0]
        if words > 1 and form in VERBS and form in _PLAIN and words <= 14:
            return Nucleus(
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
        "send",
        "serve",
        "seek",
        "contact",
        "discuss",
        "exchange",
        "prepare",
        "bring",
        "deliver",
        "identify",
        "state",
        "follow",
        "cooperate",
    ]
)
