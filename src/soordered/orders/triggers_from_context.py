"""What a period runs from where its own words do not say: the event named before it, or the paper its act answers.

Productions:

* *pointer*   "at least two days in advance", "five days before": the sitting or the act named last before it
* *answer*    "the opposing party shall respond within seven days": from the motion, never from the order's own date
* *its*         "within ten days of its filing": of the paper named last before
* *service*     "a response within 14 days after service": of the paper that the act answers
* *condition*   "if the motion is denied, within ten days": from what the condition in front tells
* *act before*  "… and shall answer within ten days thereafter": from the act named before it
* *served*    "within ten days of being served with a copy": of the ruling or the order that the sentence speaks of

A named party that is told to answer within a number of days answers from the order, as the order's own act.
"""

from __future__ import annotations

import re
from dataclasses import replace

from soordered.orders.clause_readings import Surroundings
from soordered.orders.norms import Norm
from soordered.orders.patterns import Pattern
from soordered.orders.sentences_from_text import Sentence
from soordered.orders.timing_from_clause import ACT_BEFORE
from soordered.orders.trigger_from_words import trigger_from_words
from soordered.rules.timing import Direction, NamedDay, Period
from soordered.rules.vocabulary import Act, ActCode, Other, Trigger, TriggerCode

POINTERS = frozenset(("the event it is given for", "the act it is given for"))
EVENT_OF_ACT = {
    Act.FILE_MOTION: Trigger.MOTION_FILED,
    Act.FILE_DISCOVERY_MOTION: Trigger.MOTION_FILED,
    Act.FILE_OPPOSITION: Trigger.OPPOSITION_FILED,
    Act.FILE_REPLY: Trigger.REPLY_FILED,
    Act.FILE_JOINT_LETTER: Trigger.LETTER_FILED,
    Act.MEET_AND_CONFER: Trigger.MEETING_HELD,
    Act.DEMAND_MEETING: Trigger.MEETING_DEMANDED,
    Act.CONFER_ON_PLAN: Trigger.PLAN_CONFERENCE_HELD,
    Act.OBJECT_TO_RULING: Trigger.OBJECTION_FILED,
    Act.DISCLOSE_EXPERTS: Trigger.EXPERT_DISCLOSED,
    Act.SERVE_DISCOVERY: Trigger.DISCOVERY_SERVED,
    Act.ANSWER_DISCOVERY: Trigger.DISCOVERY_ANSWERED,
    Act.COMPLETE_DISCOVERY: Trigger.DISCOVERY_CUTOFF,
    Act.SERVE_PAPER: Trigger.PAPER_SERVED,
    Act.FILE_PAPER: Trigger.PAPER_FILED,
    Act.FILE_STATUS_REPORT: Trigger.PAPER_FILED,
    Act.HOLD_CONFERENCE: Trigger.CONFERENCE,
    Act.HEAR_MOTIONS: Trigger.HEARING,
    Act.HOLD_TRIAL: Trigger.TRIAL,
    Act.MEDIATE: Trigger.MEDIATION,
}
_SITTING = Pattern(
    r"\b(?:(?:pre-?trial|scheduling|settlement|status|case management|discovery)\s)?(?:conference|hearing|trial|deposition|mediation|session|argument|calendar|call|appearance)s?\b"
)
_NOTICED = Pattern(r"\b(?:deposition|hearing|conference|trial)s?\b")
_BARE = Pattern(r"\b(?:the|that|this|their) conference\b")
_CONFERENCES = Pattern(
    r"\b(?:(?:(?:final )?pre-?trial|settlement|scheduling) conference|meet and confer|confer(?:red)? (?:by|in|with)|conference of counsel|must confer|shall confer)\b"
)
_SAID = Pattern(r"\b(?:order|date|today|tomorrow|notice|filing|filed|service|served)\b")
_UNSAID = frozenset((Trigger.ORDER_DATED, Trigger.PAPER_FILED))
_REACH, _NEAR = 420, 240
_GENERAL = Pattern(
    r"\b(?:any|each|every|an?|the (?:opposing|other|responding|moving|non-?moving|producing|refusing) (?:party|side)|opponents?|respon(?:se|ses|dent)|repl(?:y|ies)|opposition|oppositions|objections?|answers?|opposing)\b"
)
_NAMED = Pattern(r"\b(?:plaintiffs?|defendants?|petitioners?|government)\b")
_LATER = Pattern(r"\b(?:thereafter|thereof|thereto|later|after that|of that)\b")
_ITS = Pattern(
    r"\b(?:of|after|from|following|before|prior to)\s(?:its|their)\s(?:(?P<paper>filing|service|receipt|entry)|(?:last session|close|conclusion|completion|end))(?![a-z])"
)
_PAPERS = Pattern(
    r"\b(?:motion|letter|opposition|response|reply|demand|notice|order|subpoena|report|complaint|request|ruling|brief)s?\b"
)
_ALONE = Pattern(r"\b(?:after|of|from|following|upon)\s(?:the\s)?(?:date of\s)?(?P<how>service|filing|receipt)$")
_ANSWERING = Pattern(r"\b(?:repl(?:y|ies)|respon(?:se|ses|d|ds)|oppositions?)\b")
_MOTIONS = Pattern(r"\bmotions?\b")
_COPIES = Pattern(r"\b(?:cop(?:y|ies)|chambers|notice|binder)\b")
_ANSWERS_WHAT = {
    Act.FILE_OPPOSITION: "motion",
    Act.FILE_REPLY: "opposition",
    Act.ANSWER_DISCOVERY: "discovery requests",
    Act.OBJECT_TO_RULING: "ruling",
}
_CONDITION = Pattern(r"\s*(?:if|when|whenever|once|upon|after|where|should)\s(?P<what>[^,;.]{4,200}),")
_NEGATED = Pattern(r"\b(?:not|no|never|without|wishe?s?|wants?|desires?|intends?|needs?|elects?|chooses?)\b")
_NO_EVENT = frozenset((Trigger.ORDER_DATED, Trigger.ORDER_ENTERED, Trigger.REQUEST_MADE, Trigger.PAPER_FILED))
_ANSWERED: tuple[tuple[Pattern, Trigger], ...] = (
    (Pattern(r"\b(?:repl(?:y|ies))\b"), Trigger.OPPOSITION_FILED),
    (
        Pattern(
            r"\brespon(?:d|ds|ses?) to (?:written )?(?:discovery|interrogator|requests?)|\bdiscovery requests?\b[^.]*\brespon"
        ),
        Trigger.DISCOVERY_SERVED,
    ),
    (
        Pattern(r"\bletter\b[^.]*\b(?:answer|respon)|\b(?:answer|respon)[a-z]*\b[^.]*\bletter\b"),
        Trigger.LETTER_FILED,
    ),
    (Pattern(r"\b(?:ruling|decision)\b"), Trigger.RULING_ENTERED),
    (Pattern(r"\b(?:oppositions?|opposing|respon(?:d|ds|se|ses)|opponent)\b"), Trigger.MOTION_FILED),
)


def with_triggers(norms: list[Norm], sentence: Sentence, around: Surroundings, *, standing: bool) -> list[Norm]:
    """Return the norms of a sentence with what their periods run from, where only the words around them tell.

    Args:
        norms: the norms of the sentence.
        sentence: the sentence.
        around: the text and what is known around it.
        standing: whether the text speaks of every matter that comes; then no answer runs from its own date.
    """
    done: list[Norm] = []
    for norm in sorted(norms, key=lambda one: one.finds[0].start):
        before = done[-1].act if done else around.previous.act if around.previous is not None else None
        done.append(_after_the_act(_with_trigger(norm, sentence, around, standing=standing), before))
    return done


def _after_the_act(norm: Norm, before: ActCode | None) -> Norm:
    """Return a norm whose time runs from the act before it ("… and to answer within ten days thereafter")."""
    timing = norm.timing
    if not isinstance(timing, Period | NamedDay) or timing.trigger != Other(ACT_BEFORE) or before is None:
        return norm
    if isinstance(before, Act):
        trigger: TriggerCode = EVENT_OF_ACT.get(before) or Other(f"{before.replace('_', ' ')} done")
    else:
        trigger = trigger_from_words(before.words)
    return replace(norm, timing=replace(timing, trigger=trigger))


def _with_trigger(norm: Norm, sentence: Sentence, around: Surroundings, *, standing: bool) -> Norm:
    timing = norm.timing
    if not isinstance(timing, Period | NamedDay):
        return norm
    folded, at = around.folded, norm.finds[0].start
    trigger: TriggerCode | None = _of_its(folded, sentence, at, norm.finds[0].end) or _served_or_filed(
        norm, folded, sentence, at
    )
    if trigger is not None:
        pass
    elif isinstance(timing.trigger, Other) and timing.trigger.words != ACT_BEFORE:
        if timing.trigger.words == "the act it is given for":
            own = _NOTICED.search(folded, sentence.start, at)
            trigger = None if own is None else trigger_from_words(own[0])
        elif timing.trigger.words in POINTERS:
            trigger = _named_before(folded, at, sentence)
    elif timing.trigger is Trigger.CONFERENCE and _BARE.search(folded, at, norm.finds[0].end):
        trigger = _which_conference(
            folded,
            sentence,
            at,
            counsel=timing.direction is Direction.AFTER or "that conference" in folded[at : norm.finds[0].end],
        )
    elif timing.trigger is Trigger.COMPLAINT_SERVED:
        trigger = _served_with(folded[sentence.start : norm.finds[0].end])
    elif (timing.trigger in _UNSAID or timing.trigger == Other(ACT_BEFORE)) and timing.direction is Direction.AFTER:
        words = folded[at : norm.finds[0].end]
        if _SAID.search(words) is None:
            trigger = _answered(
                norm,
                folded[sentence.start : min(sentence.end, norm.finds[0].end + 60)].partition("; ")[0]
                if ";" not in folded[sentence.start : norm.finds[0].end]
                else folded[sentence.start : min(sentence.end, norm.finds[0].end + 60)],
                standing=standing,
            )
        if trigger is None and timing.trigger is Trigger.ORDER_DATED and _SAID.search(words) is None:
            trigger = _on_condition(folded, sentence, at)
    return norm if trigger is None else replace(norm, timing=replace(timing, trigger=trigger))


def _of_its(folded: str, sentence: Sentence, at: int, end: int) -> TriggerCode | None:
    """Return what "its filing" or "its close" is, from the paper or sitting named last before."""
    match = _ITS.search(folded, at, end)
    if match is None:
        return None
    start = max(0, min(sentence.start, at) - _NEAR)
    if match["paper"] is None:
        named = [one[0] for one in _SITTING.finditer(folded, start, match.start())]
        return trigger_from_words(named[-1]) if named else None
    papers = [one[0] for one in _PAPERS.finditer(folded, max(start, at - _NEAR), match.start())]
    return trigger_from_words(f"{match['paper']} of the {papers[-1]}") if papers else None


def _served_or_filed(norm: Norm, folded: str, sentence: Sentence, at: int) -> TriggerCode | None:
    """Return what "after service" or "after filing" alone is of: of the paper that the act answers."""
    match = _ALONE.search(folded, at, norm.finds[0].end)
    if match is None:
        return None
    answers = _ANSWERS_WHAT.get(norm.act) if isinstance(norm.act, Act) else None
    if answers is None:
        named = [one[0] for one in _ANSWERING.finditer(folded, sentence.start, at)] or [
            one[0] for one in _ANSWERING.finditer(folded, norm.finds[0].end, min(sentence.end, norm.finds[0].end + 60))
        ]
        answers = ("opposition" if named[-1].startswith("repl") else "motion") if named else None
        if (
            answers is None
            and _MOTIONS.search(folded, sentence.start, at)
            and not _COPIES.search(folded, sentence.start, at)
        ):
            answers = "motion"
    return None if answers is None else trigger_from_words(f"{match['how']} of the {answers}")


def _on_condition(folded: str, sentence: Sentence, at: int) -> TriggerCode | None:
    """Return the event of a condition in front: "if the motion is denied, the party shall pay within ten days"."""
    match = _CONDITION.match(folded, sentence.start, at)
    if match is None or _NEGATED.search(match["what"]) is not None:
        return None
    code = trigger_from_words(match["what"])
    return code if isinstance(code, Trigger) and code not in _NO_EVENT else None


def _named_before(folded: str, at: int, sentence: Sentence) -> TriggerCode | None:
    """Return the sitting named last before a place, in its sentence or in the few before it."""
    named = [match[0] for match in _SITTING.finditer(folded, max(0, at - _REACH), at)]
    if not named:
        named = [match[0] for match in _SITTING.finditer(folded, at, sentence.end)][:1]
    return trigger_from_words(named[-1]) if named else None


def _which_conference(folded: str, sentence: Sentence, at: int, *, counsel: bool) -> TriggerCode | None:
    """Return which conference "that conference" is, from the few words before it: of counsel, or one of the court.

    "The conference" that a time is counted back from is the court's; one of counsel has no day until it is held.
    """
    named = [match[0] for match in _CONFERENCES.finditer(folded, max(0, min(sentence.start, at) - _NEAR), at)]
    named = [words for words in named if counsel or not words.startswith(("meet", "confer"))]
    if not named:
        return None
    return Trigger.MEETING_HELD if named[-1].startswith(("meet", "confer")) else trigger_from_words(named[-1])


def _served_with(words: str) -> TriggerCode | None:
    if "complaint" in words or "summons" in words or "defendant" in words:
        return None
    if re.search(r"\b(?:ruling|determination|decision)\b", words):
        return Trigger.RULING_SERVED
    return Trigger.ORDER_SERVED if re.search(r"\border\b", words) else None


def _answered(norm: Norm, words: str, *, standing: bool) -> TriggerCode | None:
    """Return what an act answers, ``None`` if the order itself starts its time."""
    answers = norm.act in {Act.FILE_OPPOSITION, Act.FILE_REPLY, Act.ANSWER_DISCOVERY, Act.OBJECT_TO_RULING} or (
        re.search(r"\b(?:respon(?:d|ds|se|ses)|repl(?:y|ies)|answer|answers|oppos\w+)\b", words) is not None
    )
    if not answers or _GENERAL.search(words) is None:
        return None
    if _NAMED.search(words) and not standing and not _LATER.search(words):
        return None
    return next((code for pattern, code in _ANSWERED if pattern.search(words)), None)
